# Shortest round-trip printing of floats: exponents, trailing zeros, subnormals, extremes.
vals = [0.0, -0.0, 1.0, -1.0, 0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3, 100.0, 1e15, 1e16, 1e17, 123456789012345680.0,
        1e-4, 1e-5, 0.00012345, 1.5e-7, 1e22, 1e23, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308,
        9007199254740992.0, 9007199254740993.0, 3.141592653589793, 2.718281828459045, 1e100, 1.1e-100, 4.35, 2.675,
        0.30000000000000004, 123456.789, 9.999999999999999e22, 1e21, 12345678.9, 0.5, 0.25, 1e5, 99999999999999990.0]
for v in vals:
    print(v, repr(-v), str(v) == repr(v), float(repr(v)) == v)
inf = float("inf")
nan = float("nan")
print(inf, -inf, nan, [inf, -inf, nan], {1.0: 2.0}, (1e300 * 1e10, -1e300 * 1e10))
print(1e308 * 10, 1e-320 / 1e10, 5e-324 / 2, -5e-324 / 2, 2.0 ** -1074, 2.0 ** 1023)
x = 1.0
for i in range(12):
    print(x, end=" ")
    x = x * 10 / 3
print()
x = 1.0
for i in range(20):
    x /= 7
print(x)
for e in range(-8, 24, 3):
    print(float("1.25e%d" % e), end=" ")
print()
print(1e3, 1E3, 1.e3, .5, 5., 1_0.0_1, 0e0, 00.5)
s = 0.0
for i in range(10):
    s += 0.1
print(s, s == 1.0, round(s, 10), 1.1 * 3, 0.1 * 3, 1.1 + 2.2)
