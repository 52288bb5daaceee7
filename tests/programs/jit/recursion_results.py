# What callers do with the results of compiled calls: conditions, operators, __init__, iteration.


class Number:
    def __init__(self, n):
        self.n = n
        self.below = Number(n - 1) if n > 0 else None

    def __eq__(self, other):
        if self.below is None or other.below is None:
            return self.n == other.n
        return self.n == other.n and self.below == other.below

    def __lt__(self, other):
        if self.below is None:
            return other.below is not None
        return other.below is not None and self.below < other.below

    def __bool__(self):
        return bool(self.below) if self.below is not None else self.n == 0

    def __len__(self):
        return 0 if self.below is None else 1 + len(self.below)

    def __add__(self, other):
        if other.below is None:
            return self.n
        return 1 + (self + other.below)

    def __contains__(self, n):
        return self.n == n or (self.below is not None and n in self.below)

    def __getitem__(self, k):
        return self.n if k == 0 else self.below[k - 1]

    def __call__(self, k):
        return k if self.below is None else self.below(k + 1)

    @property
    def top(self):
        return self.n if self.below is None else self.below.top + 1

    def __str__(self):
        return "." if self.below is None else "(" + str(self.below) + ")"

    def __iter__(self):
        yield self.n
        if self.below is not None:
            yield from self.below


def none(n):
    if n > 0:
        none(n - 1)


class Liar:
    def __init__(self, n):
        if n > 0:
            Liar(n - 1)
        if n == 3 and Liar.lies:
            return 5

    lies = False


a, b = Number(20), Number(20)
for k in range(20):
    if not (a == b) or a != b or a < b or not a:
        print("wrong", k)
print(len(a), a + b, 7 in a, 21 in a, a[5], a(0), a.top, str(Number(5)), list(Number(6)))
print(Number(3) < Number(4), Number(4) < Number(3), Number(4) == Number(5))
print(none(30), [none(k) for k in range(5)])
for k in range(30):
    Liar(4)
Liar.lies = True
try:
    Liar(5)
except TypeError as e:
    print(e)
