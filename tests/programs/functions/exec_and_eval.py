print(eval("1+2"), eval("x*2",{"x":4}), eval(" [i for i in range(3)]"))
x=5
def f():
    y=7
    print(eval("x+y"), eval("y"))
    exec("z=1")
    d={}
    exec("def g(a): return a+1\nq=g(3)", d); print(d["q"], sorted(k for k in d if k[0]!="_"))
    l={}
    exec("a=1\nb=a+x", globals(), l); print(l)
f()
exec("w=3"); print(w)
exec("def h(): return w*2"); print(h())
c=compile("3*x","<s>","eval"); print(eval(c)); c=compile("k=9","f.py","exec"); exec(c); print(k)
try: eval("1+")
except SyntaxError as e: print(e)
try: exec("for")
except SyntaxError as e: print(e.msg)
g=globals(); g["new"]=12; print(new); del g["new"]
try: new
except NameError as e: print(e)
print("x" in globals(), globals()["x"])
x=6; print(g["x"], globals() is g)
for i in range(50): exec("x=x+1")
print(x)
def f(n):
    t=0
    for i in range(n):
        t+=eval("i*2")
    return t
print(f(100))
s=0
for i in range(100): s+=eval("i+s%3")
print(s)
def f(n):
    t=0
    for i in range(n):
        t+=locals()["i"]
    return t
print(f(100))
s=0
def g():
    global s
    for i in range(100):
        s+=1
        globals()["s"]+=1
g()
print(s)
