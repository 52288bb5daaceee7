# Names are compared in the normal form KC (PEP 3131).
ﬁ = 3
print(fi)


class Point:
    ªb = 1

    def ｍethod(self, *, µ=1):
        return μ


p = Point()
p.𝐱 = 5
print(p.x, p.ab, vars(p), p.method(μ=2), p.method(µ=3))
print(sorted(n for n in vars(Point) if not n.startswith("_")))


def scopes():
    ｘ = 1

    def inner():
        nonlocal x
        x += 1
        return 𝘅
    return inner(), sorted(locals())


print(scopes())
import math as ｍ
print(m.pi == m.pi, f"{ﬁ} {fi=}")
global_name = "ⅷ"
exec("ⅷ = 8")
print(viii)
match {"k": 1}:
    case {"k": Å}:  # the sign of the unit
        print(Å)


def keywords(*, größe=1, 日=2, **others):
    return größe, 日, others


print(keywords(größe=5, 日=6, été=7), keywords(**{"日": 8}))


class Frame:
    __match_args__ = ("höhe",)

    def __init__(self, höhe, *, länge=2):
        self.höhe = höhe
        self.länge = länge


match Frame(3, länge=4):
    case Frame(h, länge=l):
        print(h, l)
total = 0
for i in range(2000):
    total += keywords(größe=i)[0]
print(total)
