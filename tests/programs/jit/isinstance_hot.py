# isinstance in hot loops: classes, tuples of classes, nested tuples, hooks of metaclasses, proxies that
# claim a class, classes that change while traces know them, wrong arguments.
from abc import ABC


class A:
    pass


class B(A):
    pass


class Meta(type):
    def __instancecheck__(cls, x):
        return x == 3


class Hooked(metaclass=Meta):
    pass


class Proxy:
    def __init__(self, c):
        self.c = c

    @property
    def __class__(self):
        return self.c


class Virtual(ABC):
    pass


Virtual.register(B)


def kinds(values, n):
    counts = [0] * 9
    for i in range(n):
        v = values[i % len(values)]
        counts[0] += isinstance(v, int)
        counts[1] += isinstance(v, (int, str))
        counts[2] += isinstance(v, ((float, A), B))
        counts[3] += isinstance(v, Hooked)
        counts[4] += isinstance(v, A)
        counts[5] += isinstance(v, (str, Hooked, Virtual))
        counts[6] += isinstance(v, object)
        counts[7] += not isinstance(v, (list, tuple, dict, set))
        if isinstance(v, (bool, type(None))):
            counts[8] += 1
    return counts


values = [1, 2.5, "a", None, True, 1 << 70, A(), B(), Proxy(A), Proxy(int), Proxy(str), [], (), {}, int, A, 3, len]
print(kinds(values, 9000))
for v in values[:12]:
    print(kinds([v], 1500), end=" ")
print()


def changes(n):
    b, seen = B(), []
    for i in range(n):
        if i == n // 2:
            B.extra = property(len)
            Proxy.late = A
        if i == n * 3 // 4:
            b = A()
        seen.append((isinstance(b, A), isinstance(b, (Proxy, str)), isinstance(b, B)))
    return seen[0], seen[n // 2], seen[-1], len(set(seen))


print(changes(4000))


def wrong(n):
    failed = 0
    for i in range(n):
        try:
            isinstance(i, (str, 5) if i % 3 else 7)
        except TypeError as e:
            failed += 1
            text = str(e)
    return failed, text


print(wrong(3000))


def early(n):
    return sum(isinstance(i, (int, 5)) for i in range(n))


print(early(2000))
