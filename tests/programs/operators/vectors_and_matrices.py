# A small linear algebra library with operators used in hot loops: vectors, matrices, complex numbers, polynomials.
class Vec:
    def __init__(self, *c):
        self.c = c

    def __add__(self, o):
        return Vec(*(a + b for a, b in zip(self.c, o.c)))

    def __sub__(self, o):
        return Vec(*(a - b for a, b in zip(self.c, o.c)))

    def __mul__(self, o):
        if isinstance(o, Vec):
            return sum(a * b for a, b in zip(self.c, o.c))
        return Vec(*(a * o for a in self.c))

    __rmul__ = __mul__

    def __eq__(self, o):
        return self.c == o.c

    def __repr__(self):
        return "Vec" + str(self.c)


class Cx:
    def __init__(self, re, im=0):
        self.re, self.im = re, im

    def __add__(self, o):
        return Cx(self.re + o.re, self.im + o.im) if isinstance(o, Cx) else Cx(self.re + o, self.im)

    __radd__ = __add__

    def __mul__(self, o):
        return Cx(self.re * o.re - self.im * o.im, self.re * o.im + self.im * o.re) if isinstance(o, Cx) else Cx(self.re * o, self.im * o)

    __rmul__ = __mul__

    def __pow__(self, n):
        r = Cx(1)
        for _ in range(n):
            r = r * self
        return r

    def __abs__(self):
        return (self.re ** 2 + self.im ** 2) ** 0.5

    def __repr__(self):
        return f"({self.re}{self.im:+}i)"


class Poly:
    def __init__(self, *c):
        self.c = list(c)

    def __call__(self, x):
        r = 0
        for k in reversed(self.c):
            r = r * x + k
        return r

    def __mul__(self, o):
        out = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c):
                out[i + j] += a * b
        return Poly(*out)

    def __pow__(self, n):
        return Poly(1) if n == 0 else self * self ** (n - 1)


v = Vec(1, 2)
acc = Vec(0, 0.0)
for i in range(300):
    acc = acc + 2 * v * i - Vec(i % 3, 0.5)
print(acc, v * v, v * 3, 3 * v, v - v == Vec(0, 0))
print(Cx(1, 2) * Cx(3, -1), 2 + Cx(1, 1) * 3, Cx(1, 1) ** 10, abs(Cx(3, 4)))
rows = []
for y in range(-4, 5):
    row = ""
    for x in range(-8, 4):
        z = c = Cx(x / 4, y / 4)
        n = 0
        while abs(z) < 2 and n < 12:
            z = z * z + c
            n += 1
        row += " .:-=+*#%@XWM"[n]
    rows.append(row)
print("\n".join(rows))
p = Poly(1, 1) ** 10
print(p.c, p(1), p(0.5), Poly(-1, 0, 2)(3), sum(p(i) for i in range(50)))
