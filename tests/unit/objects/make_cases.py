#!/usr/bin/python3
"""Writes int_cases.txt and float_cases.txt next to itself, by CPython 3.11."""
import contextlib
import math
import os
import random
import struct

HERE = os.path.dirname(os.path.abspath(__file__))


def shown(function):
    try:
        return repr(function())
    except Exception as e:
        return "!%s: %s" % (type(e).__name__, e)


def int_cases():
    random.seed(7)
    specials=[0,1,-1,2,-2,3,7,10,-10,2**31,2**48,2**49-1,2**49,-2**49,-2**49-1,2**50,2**62,2**63-1,2**63,-2**63,-2**63-1,2**64-1,2**64,-2**64,2**65+1,10**30,-10**30,3**100,-(7**90),2**200,-2**200,2**128-1,10**80+7]
    def rnd():
        k=random.choice([5,20,49,51,63,64,65,100,128,200,400,1000])
        n=random.getrandbits(k)
        return random.choice([n,-n])
    pairs=[(a,b) for a in specials for b in specials]
    random.shuffle(pairs); pairs=pairs[:450]
    pairs+=[(rnd(),rnd()) for _ in range(350)]
    for a,b in pairs:
        out=[("+",lambda:a+b),("-",lambda:a-b),("*",lambda:a*b),("//",lambda:a//b),("%",lambda:a%b),("/",lambda:a/b),("&",lambda:a&b),("|",lambda:a|b),("^",lambda:a^b),("g",lambda:math.gcd(a,b)),("<",lambda:int(a<b)),("=",lambda:int(a==b))]
        for op,f in random.sample(out,5):
            print(op,a,b,shown(f),sep="\t")
    for a in specials+[rnd() for _ in range(150)]:
        for s in random.sample([0,1,5,13,63,64,65,127,130,300],4):
            print("<<",a,s,shown(lambda:a<<s),sep="\t"); print(">>",a,s,shown(lambda:a>>s),sep="\t")
        for e in random.sample([0,1,2,3,5,10,17],2): print("**",a,e,shown(lambda:a**e),sep="\t")
        print("~",a,0,shown(lambda:~a),sep="\t"); print("neg",a,0,shown(lambda:-a),sep="\t")
        print("bits",a,0,shown(lambda:a.bit_length()),sep="\t"); print("hash",a,0,shown(lambda:hash(a)),sep="\t")
        print("float",a,0,shown(lambda:float(a)),sep="\t")
        print("isqrt",a,0,shown(lambda:math.isqrt(a)),sep="\t")
        print("hex",a,0,shown(lambda:hex(a).replace("0x","")),sep="\t")
        print("round",a,-2,shown(lambda:round(a,-2)),sep="\t"); print("round",a,-19,shown(lambda:round(a,-19)),sep="\t")
    for i in range(60):
        a,b,m=rnd(),abs(random.getrandbits(random.choice([3,30,80,200]))),rnd()
        print("powmod%d"%m,a,b,shown(lambda:pow(a,b,m)),sep="\t")
        m=random.choice([7,1000003,2**61-1,2**127-1,10**9+7]); a=rnd()
        print("powmod%d"%m,a,-3,shown(lambda:pow(a,-3,m)),sep="\t")
    for i in range(200):
        a=rnd(); d=float(random.choice([a+random.choice([-1,0,1]),random.getrandbits(70),a/3]))
        print("cmpf",a,d.hex(),(a>d)-(a<d),sep="\t")
    for i in range(150):
        d=random.choice([random.uniform(-1e6,1e6),random.uniform(-1,1)*10**random.randint(1,300),float(random.getrandbits(60))])
        print("trunc",d.hex(),0,int(d),sep="\t")


def float_cases():
    random.seed(5)
    def rnd():
        return random.choice([lambda:random.uniform(-10,10),lambda:struct.unpack("d",struct.pack("Q",random.getrandbits(64)))[0],lambda:random.uniform(-1,1)*10**random.randint(-20,20),lambda:round(random.uniform(-1000,1000),3),lambda:float(random.randint(-10**17,10**17))])()
    vals=[0.0,-0.0,1.0,1e15,1e16,1e17,123456789012345680.0,1e-4,1e-5,0.1,5e-324,2.2250738585072014e-308,1.7976931348623157e308,float("inf"),-float("inf"),0.5,1.5,2.5,-2.5,1e22,1e23,0.30000000000000004,100.0]
    vals+=[rnd() for _ in range(500)]
    def h(d): return d.hex()
    for d in vals:
        if math.isnan(d): continue
        print("repr",h(d),0,repr(d),sep="\t")
        print("hash",h(d),0,hash(d),sep="\t")
        print("hex",h(d),0,d.hex(),sep="\t")
        print("ratio",h(d),0,shown(lambda:d.as_integer_ratio()),sep="\t")
        print("round",h(d),0,shown(lambda:round(d)),sep="\t")
        for n in random.sample([0,1,2,3,5,10,-1,-2,-5,15,16],3): print("roundn",h(d),n,shown(lambda:round(d,n)),sep="\t")
        p=random.randint(0,20)
        for c in "efgEG": print("fmt"+c,h(d),p,"%.*{}".format(c)%(p,d),sep="\t")
    for i in range(400):
        a,b=random.choice(vals),random.choice(vals)
        if math.isnan(a) or math.isnan(b): continue
        for op,f in [("//",lambda:a//b),("%",lambda:a%b),("/",lambda:a/b),("**",lambda:a**b)]:
            r=shown(f)
            if "complex" in r or "j" in r: continue
            print(op,h(a),h(b),r,sep="\t")
    for t in ["1","1.5"," 2.5e3\n","1_000.5","1__0","_1","1_","inf","-Infinity","nan","+.5","5.",".","e5","1e","1e+","0x10","1e400","-1e-400","infin","1.5.2","++1","1 2",""]:
        try: r=repr(float(t))
        except ValueError: r="!"
        print("parse",t.replace("\n","\\n"),0,r,sep="\t")


for name, cases in (("int_cases.txt", int_cases), ("float_cases.txt", float_cases)):
    with open(os.path.join(HERE, name), "w") as f, contextlib.redirect_stdout(f):
        cases()
