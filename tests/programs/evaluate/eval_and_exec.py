# eval(), exec() and compile() with every choice of namespaces.
x = 10
print(eval("x + 1"), eval("  \t x * 2"), eval("x + y", {"x": 1, "y": 2}), eval("x + y", {"x": 1}, {"y": 5}))
exec("z = x + 5\nprint('in exec', z)")
print(z)
exec("def double(n):\n    return n * x\n")
print(double(4))


def in_function():
    a = 3
    b = [1, 2]
    exec("a = 100; c = 7")
    print(a, eval("a + len(b) + x"))
    scope = {}
    exec("def f(n): return n if n < 2 else f(n - 1) + f(n - 2)\nr = f(15)", scope)
    print(scope["r"], scope["f"](10), "__builtins__" in scope, sorted(k for k in scope if k != "__builtins__"))
    local = {}
    exec("p = 1\nq = p + 1\nfor i in range(3): q += i", {}, local)
    print(local)
    return [eval("i * a", {"i": i, "a": a}) for i in range(4)]


print(in_function())
g = {"n": 3}
exec("def get(): return n\ndef put(v):\n    global n, fresh\n    n = v\n    fresh = v * 2", g)
print(g["get"]())
g["n"] = 4
print(g["get"]())
g["put"](9)
print(g["n"], g["fresh"], g["get"]())
exec("n += 1; del fresh", g)
print(g["n"], "fresh" in g)
other = {"n": "other"}
exec("def get(): return n", other)
print(other["get"](), g["get"]())

code = compile("a = 1\nb = a + 1\n", "<test>", "exec")
print(code.co_name, code.co_filename)
first, second = {}, {"a": 5}
exec(code, first)
exec(code, second)
print(first["b"], second["b"])
expression = compile("sum(v for v in data if v > limit)", "<test>", "eval")
for limit in range(3):
    print(eval(expression, {"data": [1, 2, 3], "limit": limit}))
exec(compile("1 + 1\n'shown'\nNone\n", "<s>", "exec"))
exec(compile("6 * 7", "<s>", "single"))
exec(compile("value = 3", "<s>", "single"))
print(value)
print(eval("[i for i in range(5) if i % 2]"), eval("(lambda q: q + x)(1)"), eval("{k: v for k, v in zip('ab', (1, 2))}"))
print(eval(compile("1 if True else 2", "f", "eval")), eval(b"3 + 4"))
print(eval("len", {"__builtins__": {"len": 5}}))


def attempt(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)


attempt(eval, "1 +")
attempt(eval, "a = 1")
attempt(exec, "x = ")
attempt(eval, "undefined_name")
attempt(eval, "open", {"__builtins__": {}})
attempt(eval, 5)
attempt(eval, "1", 5)
attempt(exec, "1", 5)
attempt(exec, "1", {}, 5)
attempt(compile, "1", "f", "wrong")
attempt(compile, "a b", "f", "exec")
attempt(eval, "1\0")
attempt(exec, "return 5")


class Recording(dict):
    def __missing__(self, key):
        return "<" + key + ">"


print(eval("a + b", {}, Recording(a="A")))
total = 0
for i in range(2000):
    total += eval("i * 2 + k", {"i": i, "k": 1})
print(total)


def loops(n):
    space = {"n": n}
    exec("s = 0\nfor i in range(n):\n    s += i * i\n", space)
    return space["s"]


print(loops(5000), globals()["x"], "total" in globals())
globals()["made"] = 77
print(made)
exec("class C:\n    y = x\n    def m(self):\n        return self.y + x\n")
print(C().m(), C.__module__)
exec("import math\nfrom math import *")
print(math.floor(2.5), sqrt(4))
exec("w: int = 5\n'doc'")
print(w, __annotations__)
