# round(), floor, ceil, trunc, int(): half to even, negative digits, huge and tiny values.
import math

for x in (0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 0.49999999999999994, 2.675, 1.005, 1234.5678, -1234.5678, 1e16, 5e-324, 4503599627370497.5):
    print(x, round(x), round(x, 1), round(x, 2), round(x, -2), math.floor(x), math.ceil(x), math.trunc(x), int(x))
print(round(1e300, 2), round(123.456, 400), round(123.456, -400), round(1e22), round(-7.0), round(2.5, None))
print(type(round(1.5)).__name__, type(round(1.5, 0)).__name__, type(round(5, 2)).__name__)
print([round(i / 8, 2) for i in range(20)])
print([round(i / 10) for i in range(-25, 26, 5)])
print(round(0.15, 1), round(0.25, 1), round(0.35, 1), round(5.015, 2), round(1e-10, 9))


class R:
    def __round__(self, n=None):
        return ("rounded", n)

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return 12


print(round(R()), round(R(), 3), math.floor(R()), math.ceil(R()), math.trunc(R()))
for bad in (lambda: round("x"), lambda: round(1.5, "a"), lambda: round(None)):
    try:
        print(bad())
    except TypeError as e:
        print(e)
t = 0
for i in range(1000):
    t += round(i * 0.37) - int(i * 0.41) + math.floor(-i * 0.13)
print(t)
print(0.1 + 0.7, (0.1 + 0.7) * 10, int((0.1 + 0.7) * 10), math.floor(-0.0), 7.0 // 0.1, 7.0 % 0.1)
