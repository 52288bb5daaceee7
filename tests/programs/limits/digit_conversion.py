# Long decimal conversions: up to the limit of 4300 digits they work, beyond it they raise ValueError; hex has no limit.
a = 10 ** 4299
print(len(str(a)), str(a)[:3], len("%d" % (a - 1)), len(f"{a}"))
b = 10 ** 4300
for f in (lambda: str(b), lambda: int("1" * 4301), lambda: "%d" % b, lambda: f"{b}", lambda: repr([b])):
    try:
        f()
        print("converted")
    except ValueError as e:
        print(str(e)[:31])
print(len(hex(b)), int("f" * 5000, 16).bit_length(), int("1" * 4300) % 1000007, b % 997, (b + 1) * (b - 1) == b * b - 1)
print(int("1" + "_0" * 100) == 10 ** 100, int("9" * 4000) + 1 == 10 ** 4000)
n = 1
for i in range(1, 1000):
    n *= i
print(len(str(n)), str(n)[:20], str(n).count("7"), n % (10 ** 9 + 7))
p = 3 ** 5000
q = 7 ** 1500
print(p // q % 10 ** 20, p % q % 10 ** 20, (p * q).bit_length(), (p >> 7000) % 10 ** 12, p & q & 0xFFFFFFFF, (p ^ q).bit_count())
print(str(p)[:30], str(p)[-30:], str(-q)[:10])
print(pow(p, q, 10 ** 9 + 7), pow(3, 10 ** 100, 10 ** 18), p > q, -p < -q, p == 3 ** 5000, hash(p) == p % (2 ** 61 - 1))
print(float(10 ** 308), 10 ** 309 / 10 ** 300, int(1.7976931348623157e308) % 10 ** 10)
