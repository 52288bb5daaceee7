# exec() of code with free variables, which its closure has; what compile() refuses.
import types


def show(f, *args, **keywords):
    try:
        print(f(*args, **keywords))
    except Exception as e:
        print(type(e).__name__, e)


def make():
    a, b = 2, 3
    result = None

    def three():
        nonlocal result
        result = a * b

    return three, lambda: result


three, result = make()
exec(three.__code__, three.__globals__, closure=three.__closure__)
print(result())
cells = tuple(types.CellType(x) for x in (35, 72, 1))
exec(three.__code__, closure=cells)
print([c.cell_contents for c in cells])
for closure in (None, (), cells[:2], list(cells), (1, 2, 3)):
    show(exec, three.__code__, {}, closure=closure)
show(exec, make.__code__, {}, closure=cells)
show(exec, "1", {}, closure=cells)
show(eval, three.__code__)
for arguments in ((0xff,), (1,), (0, False, 3), (0, False, -2), (0, False, 2), (0x1000000,)):
    show(lambda: type(compile("x = 1", "f", "exec", *arguments)).__name__)
show(compile, "1", "f", "other")
