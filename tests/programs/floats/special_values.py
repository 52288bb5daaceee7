# NaN, infinities and negative zero through arithmetic, comparison, conversion, min/max and sorting.
import math

inf = float("inf")
nan = float("nan")
nz = -0.0
print(inf - inf, inf * 0, inf / inf, inf + 1, -inf + inf, 1 / inf, -1 / inf, inf ** 0, nan ** 0, 1 ** nan, 0.0 ** 0)
print(nz, -nz, 0.0 + nz, nz + nz, nz - 0.0, nz * 1, nz * -1, 0 * -1.0, nz == 0.0, math.copysign(1, nz), 0 - 0.0, -(0.0))
print(nz + 0, 0 + nz, nz - 0, nz * 0, abs(nz), round(-0.3), round(-0.3, 0), int(nz), nz // 1, nz % 1, -0.0 ** 2)
print(nan == nan, nan != nan, nan < 1, nan > 1, nan <= nan, not nan, bool(nan), inf == inf, inf > 10 ** 400, -inf < -10 ** 400)
print(max(1, nan), max(nan, 1), min(1, nan), min(nan, 1), max(0.0, nz), max(nz, 0.0), min(0.0, nz), min(nz, 0.0))
print(sorted([3, inf, -inf, 0.5, -2]), [inf, 1] < [inf, 2], nan in [1, nan], [1, nan].index(nan), [nan].count(nan))
print(float("Infinity"), float("-INF"), float("NaN"), float(" 1e5 "), float("1_0.5"), float("-0"), float("+.5"))
for bad in ("", "1e", "abc", "1.2.3", "0x10", "1__0", "inf inity", "--1"):
    try:
        print(float(bad))
    except ValueError as e:
        print(e)
for f in (lambda: int(nan), lambda: int(inf), lambda: round(inf), lambda: 1.0 / 0, lambda: 0.0 ** -1, lambda: 10 ** 400 * 1.0,
          lambda: 1e200 ** 2, lambda: math.floor(nan), lambda: 1.0 % 0.0, lambda: float(10 ** 400), lambda: 10 ** 400 / 3):
    try:
        print(f())
    except (ValueError, OverflowError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
print(math.isnan(nan), math.isinf(-inf), math.isfinite(1e308), math.isinf(1e308 * 10), inf.is_integer(), (3.0).is_integer())
s = 0
for i in range(500):
    x = (i - 250) / 10.0
    y = nan if i % 7 == 3 else inf if i % 11 == 5 else x
    if y < 0:
        s += 1
    elif y > 0:
        s += 1000
    else:
        s += 1000000
print(s, hash(inf), hash(-inf), hash(0.0) == hash(nz), hash(1.0), hash(0.5), hash(-2.5), hash(1e300))
