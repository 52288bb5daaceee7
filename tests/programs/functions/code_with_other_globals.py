# One code object in functions with different globals, functions in it included.
import types


def f():
    def inner():
        return a
    return a, inner()


def setter():
    global b
    b = a


functions = [types.FunctionType(f.__code__, {"a": i}) for i in range(3)]
for function in functions * 2:
    print(function(), function.__code__ is f.__code__)
for i in range(2):
    names = {"a": i * 10}
    types.FunctionType(setter.__code__, names)()
    print(names["b"])
a = "own"
print(f(), types.FunctionType(f.__code__, globals())())
exec(setter.__code__)
print(b)
names = {"a": "executed"}
exec(setter.__code__, names)
print(names["b"])


# Hot loops in each.
def loop(n):
    total = 0
    for i in range(n):
        total += a
    return total


for i in range(3):
    print(types.FunctionType(loop.__code__, {"a": i, "range": range})(3000))
code = loop.__code__
print(code.co_varnames, code.co_nlocals, code.co_flags)


def closure(p, q):
    x = p
    def inner():
        return x, q
    return inner


print(closure.__code__.co_varnames, closure.__code__.co_cellvars, closure.__code__.co_nlocals)
print(closure.__code__.replace(co_varnames=("r", "s", "t")).co_varnames)
print(compile("x", "<s>", "exec").co_flags, compile("x", "<s>", "eval").co_flags)
