# Class patterns: positional by __match_args__, keywords, nested, builtins, errors; an expression evaluator.
class Num:
    __match_args__ = ("v",)

    def __init__(self, v):
        self.v = v


class Bin:
    __match_args__ = ("op", "l", "r")

    def __init__(self, op, l, r):
        self.op, self.l, self.r = op, l, r


class Neg:
    def __init__(self, e):
        self.e = e


class Sub(Num):
    pass


def ev(t):
    match t:
        case Num(v):
            return v
        case Neg(e=Neg(e=x)):
            return ev(x)
        case Neg(e=x):
            return -ev(x)
        case Bin("+", a, b):
            return ev(a) + ev(b)
        case Bin("*", Num(0), _) | Bin("*", _, Num(0)):
            return 0
        case Bin(op="*", l=a, r=b):
            return ev(a) * ev(b)
        case Bin(op):
            raise ValueError("unknown " + op)
        case int() | float():
            return t
        case _:
            raise TypeError(type(t).__name__)


print(ev(Bin("+", Num(2), Bin("*", Num(3), Neg(Num(4))))), ev(Neg(Neg(Num(7)))), ev(Bin("*", Num(0), "never evaluated")), ev(Sub(9)), ev(2.5))
for bad in (Bin("/", 1, 2), "str", Bin("+", 1, None)):
    try:
        ev(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


def kind(x):
    match x:
        case bool(b):
            return "bool", b
        case int(i):
            return "int", i
        case str(s):
            return "str", s
        case list([a, *_]):
            return "list", a
        case tuple(t):
            return "tuple", t
        case dict(d):
            return "dict", len(d)
        case Num(v=int(v)):
            return "num-int", v
        case Num(v=v):
            return "num", v
        case object(real=r):
            return "has real", r
    return "none"


print([kind(x) for x in (True, 5, "s", [1, 2], [], (3,), {}, Num(1), Num("x"), 2.5, None)])
for f in (1, 2):
    try:
        match Num(1):
            case Num(1, 2) if f == 1:
                pass
            case Num(v=1, w=2):
                pass
            case Neg(x):
                print("not a Neg")
            case Num(a):
                print("Num", a)
    except TypeError as e:
        print(e)
try:
    match Neg(1):
        case Neg(x):
            pass
except TypeError as e:
    print(e)
n = 0
trees = [Num(1), Bin("+", Num(1), Num(2)), Neg(Num(3)), Bin("*", Num(2), Neg(Num(2))), 5]
for i in range(400):
    n += ev(trees[i % 5])
print(n)
