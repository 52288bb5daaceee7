# math: exact results, special values, integer functions, domain errors.
import math

inf, nan = math.inf, math.nan
print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(2), math.sqrt(0), math.sqrt(10 ** 40), math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.7), math.floor(10 ** 30), math.fabs(-3), math.ceil(2 ** 60 + 0.0))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(0.5), math.acos(0.5), math.atan(2), math.atan2(-1, -1), math.atan2(0.0, -0.0), math.hypot(3, 4), math.degrees(1), math.radians(180))
print(math.exp(1), math.exp(-745), math.log(10), math.log(8, 2), math.log2(2 ** 70), math.log10(1000), math.log(10 ** 400), math.log1p(1e-10), math.expm1(1e-10), math.pow(2, 0.5), math.sinh(1), math.cosh(1), math.tanh(0.5))
print(math.gcd(12, 18), math.gcd(0, 5), math.gcd(-12, 18), math.gcd(), math.gcd(12, 18, 27), math.lcm(4, 6), math.lcm(0, 3), math.factorial(20), math.factorial(25), math.comb(10, 3), math.comb(50, 25), math.perm(5, 2), math.isqrt(10 ** 20 + 1), math.prod([1, 2, 3.5]), math.prod([]))
print(math.fmod(-7, 3), math.fmod(7, -3), -7 % 3, math.modf(-2.75), math.frexp(10.0), math.ldexp(0.5, 4), math.copysign(3, -0.0), math.remainder(7, 4), math.fsum([0.1] * 10), math.dist((0, 0), (3, 4)))
print(math.isnan(nan), math.isinf(-inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(0, 1e-12, abs_tol=1e-9), math.exp(-inf), math.atan(inf), math.sqrt(inf))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.factorial(2.5), lambda: math.acos(2), lambda: math.floor(inf), lambda: math.isqrt(-1), lambda: math.sqrt("x"), lambda: math.pow(0, -1), lambda: math.fmod(1, 0), lambda: math.gcd(1.5, 2), lambda: math.sin(inf), lambda: math.cosh(1000), lambda: math.comb(-1, 2), lambda: math.log(0, 10), lambda: math.ceil(nan), lambda: math.sqrt()):
    try:
        print(f())
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
s = 0.0
for i in range(1, 600):
    s += math.sin(i) * math.sqrt(i) + math.floor(i / 7) - math.log(i) + math.atan2(i, 3) + math.gcd(i, 36) + math.fabs(-i) ** 0.25
print(s)
