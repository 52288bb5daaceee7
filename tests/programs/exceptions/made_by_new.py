# Classes of OSError with a __new__ of their own; notes that are no list; groups are generic.


class WithNew(OSError):
    def __new__(cls, message, baz):
        self = super().__new__(cls, message)
        self.baz = baz
        return self


class WithInit(OSError):
    def __init__(self, message, bar):
        self.bar = bar
        super().__init__(message)


class Plain(Exception):
    def __new__(cls, a, k):
        self = super().__new__(cls, a)
        self.k = k
        return self


for make in (lambda: WithNew("m", baz="b"), lambda: WithNew("m", "b"), lambda: WithInit("m", "b"),
             lambda: WithInit("m", bar="b"), lambda: WithNew(2, "no file"), lambda: Plain(1, 2),
             lambda: Plain(1, k=2)):
    try:
        e = make()
        print(type(e).__name__, e.args, getattr(e, "baz", None), getattr(e, "bar", None), str(e))
    except TypeError as e:
        print(e)
e = ValueError(3)
e.__notes__ = 5
try:
    e.add_note("x")
except TypeError as error:
    print(error)
group = ExceptionGroup("g", [ValueError(1), TypeError(2)])
group.__notes__ = 5
part, rest = group.split(TypeError)
print(repr(part), repr(rest), hasattr(part, "__notes__"))
print(ExceptionGroup[int], BaseExceptionGroup[str])
