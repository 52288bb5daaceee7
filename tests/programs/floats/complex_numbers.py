print(1j, 1+2j, complex(1,2), complex("1+2j"), (1+2j)*(3-4j), abs(3+4j), (1+2j).conjugate(), (1+2j)**2)
print(complex(0,-0.0), 1j==1j, hash(1j), (1+2j)/(3+4j), bool(0j), -1j, +1j, (1+1j).real, (1+1j).imag)
try: 1j<2j
except TypeError as e: print(e)
try: int(1j)
except TypeError as e: print(e)
print("%s" % 1j, "{:.2f}".format(1.234+5.678j), f"{1j!r}")
print((-8) ** 0.5, (-1.0) ** 0.25, 2 ** 1j, (0j) ** 2, 1j ** -1)
print(complex("  ( 1.5e3-2j ) "), complex("-j"), complex(1.5), complex(2, 3j), complex(True))
for text in ("", "1+", "1 + 2j", "abc", "j1"):
    try:
        print(complex(text))
    except ValueError as e:
        print(e)
for wrong in (None, [], "x"):
    try:
        print(complex(1, wrong))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    1j / 0
except ZeroDivisionError as e:
    print(e)
try:
    0j ** -1
except ZeroDivisionError as e:
    print(e)
for f in (lambda: 1j // 2, lambda: 1j % 2, lambda: divmod(1j, 2), lambda: float(1j), lambda: ~1j,
          lambda: 1j + "a", lambda: round(1j)):
    try:
        print(f())
    except TypeError as e:
        print(e)
print({1: "a", 1j: "b"}[1 + 0j], 1 == 1 + 0j, 1j != 1, hash(2 + 0j) == hash(2))
print(complex(float("inf"), float("nan")), complex(-0.0, -0.0), complex(1e300, 1e-300))
print(f"{3 + 4j:.3f}|{1j:>10}|{2 - 1j:+.1e}|{1.5 + 2j:g}|{1 + 2j:,.2f}")
print(sum([1j, 2, 3.5]), abs(-3 - 4j), (1 + 2j).conjugate(), (3).imag, (2.5).real)


class Phasor(complex):
    def __repr__(self):
        return f"Phasor({self.real}, {self.imag})"


p = Phasor(1, 2)
print(p, p + 1, type(p + 1).__name__, isinstance(p, complex))


def mandelbrot(c):
    z = 0j
    for n in range(40):
        if abs(z) > 2:
            return n
        z = z * z + c
    return 40


for y in range(-4, 5, 2):
    print("".join(["#" if mandelbrot(complex(x / 10, y / 4)) == 40 else "." for x in range(-20, 10)]))
