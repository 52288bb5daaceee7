# Functions of complex numbers: the formulas keep what is right at branch cuts, where a part is a
# zero with a sign, and next to where a part would overflow. Where a part is infinite or no number,
# the results of Annex G of the C standard are looked up (_special_value).
import math
from math import e, inf, nan, pi, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)

_LARGE = 1.7976931348623157e+308 / 4.0
_SQRT_LARGE = math.sqrt(_LARGE)
_LOG_LARGE = math.log(_LARGE)
_SMALLEST = 2.2250738585072014e-308
_LN2 = math.log(2.0)
_LN10 = math.log(10.0)


def _z(x):
    if isinstance(x, (complex, float, int)):
        return complex(x)
    f = getattr(type(x), "__complex__", None)
    if f is not None:
        return complex(f(x))
    if not hasattr(type(x), "__float__") and not hasattr(type(x), "__index__"):
        raise TypeError(f"must be real number, not {type(x).__name__}")
    return complex(float(x))


def _finite(z):
    return math.isfinite(z.real) and math.isfinite(z.imag)


# Rows by the real part: -infinity, negative, -0, 0, positive, infinity, nan; columns by the
# imaginary one in the same way. `-` stands where both are finite and not 0. P is pi, I infinity,
# N no number.
_TABLES = {
    "acos": """
P*3/4,I P,I P,I P,-I P,-I P*3/4,-I N,I
P/2,I - - - - P/2,-I N,N
P/2,I - P/2,0 P/2,-0 - P/2,-I P/2,N
P/2,I - P/2,0 P/2,-0 - P/2,-I P/2,N
P/2,I - - - - P/2,-I N,N
P/4,I 0,I 0,I 0,-I 0,-I P/4,-I N,I
N,I N,N N,N N,N N,N N,-I N,N""",
    "acosh": """
I,-P*3/4 I,-P I,-P I,P I,P I,P*3/4 I,N
I,-P/2 - - - - I,P/2 N,N
I,-P/2 - 0,-P/2 0,P/2 - I,P/2 N,N
I,-P/2 - 0,-P/2 0,P/2 - I,P/2 N,N
I,-P/2 - - - - I,P/2 N,N
I,-P/4 I,-0 I,-0 I,0 I,0 I,P/4 I,N
I,N N,N N,N N,N N,N I,N N,N""",
    "asinh": """
-I,-P/4 -I,-0 -I,-0 -I,0 -I,0 -I,P/4 -I,N
-I,-P/2 - - - - -I,P/2 N,N
-I,-P/2 - -0,-0 -0,0 - -I,P/2 N,N
I,-P/2 - 0,-0 0,0 - I,P/2 N,N
I,-P/2 - - - - I,P/2 N,N
I,-P/4 I,-0 I,-0 I,0 I,0 I,P/4 I,N
I,N N,N N,-0 N,0 N,N I,N N,N""",
    "atanh": """
-0,-P/2 -0,-P/2 -0,-P/2 -0,P/2 -0,P/2 -0,P/2 -0,N
-0,-P/2 - - - - -0,P/2 N,N
-0,-P/2 - -0,-0 -0,0 - -0,P/2 -0,N
0,-P/2 - 0,-0 0,0 - 0,P/2 0,N
0,-P/2 - - - - 0,P/2 N,N
0,-P/2 0,-P/2 0,-P/2 0,P/2 0,P/2 0,P/2 0,N
0,-P/2 N,N N,N N,N N,N 0,P/2 N,N""",
    "cosh": """
I,N - I,0 I,-0 - I,N I,N
N,N - - - - N,N N,N
N,0 - 1,0 1,-0 - N,0 N,0
N,0 - 1,-0 1,0 - N,0 N,0
N,N - - - - N,N N,N
I,N - I,-0 I,0 - I,N I,N
N,N N,N N,0 N,0 N,N N,N N,N""",
    "exp": """
0,0 - 0,-0 0,0 - 0,0 0,0
N,N - - - - N,N N,N
N,N - 1,-0 1,0 - N,N N,N
N,N - 1,-0 1,0 - N,N N,N
N,N - - - - N,N N,N
I,N - I,-0 I,0 - I,N I,N
N,N N,N N,-0 N,0 N,N N,N N,N""",
    "log": """
I,-P*3/4 I,-P I,-P I,P I,P I,P*3/4 I,N
I,-P/2 - - - - I,P/2 N,N
I,-P/2 - -I,-P -I,P - I,P/2 N,N
I,-P/2 - -I,-0 -I,0 - I,P/2 N,N
I,-P/2 - - - - I,P/2 N,N
I,-P/4 I,-0 I,-0 I,0 I,0 I,P/4 I,N
I,N N,N N,N N,N N,N I,N N,N""",
    "sinh": """
I,N - -I,-0 -I,0 - I,N I,N
N,N - - - - N,N N,N
0,N - -0,-0 -0,0 - 0,N 0,N
0,N - 0,-0 0,0 - 0,N 0,N
N,N - - - - N,N N,N
I,N - I,-0 I,0 - I,N I,N
N,N N,N N,-0 N,0 N,N N,N N,N""",
    "sqrt": """
I,-I 0,-I 0,-I 0,I 0,I I,I N,I
I,-I - - - - I,I N,N
I,-I - 0,-0 0,0 - I,I N,N
I,-I - 0,-0 0,0 - I,I N,N
I,-I - - - - I,I N,N
I,-I I,-0 I,-0 I,0 I,0 I,I I,N
I,-I N,N N,N N,N N,N I,I N,N""",
    "tanh": """
-1,0 - -1,-0 -1,0 - -1,0 -1,0
N,N - - - - N,N N,N
N,N - -0,-0 -0,0 - N,N N,N
N,N - 0,-0 0,0 - N,N N,N
N,N - - - - N,N N,N
1,0 - 1,-0 1,0 - 1,0 1,0
N,N N,N N,-0 N,0 N,N N,N N,N""",
    "rect": """
I,N - -I,0 -I,-0 - I,N I,N
N,N - - - - N,N N,N
0,0 - -0,0 -0,-0 - 0,0 0,0
0,0 - 0,-0 0,0 - 0,0 0,0
N,N - - - - N,N N,N
I,N - I,-0 I,0 - I,N I,N
N,N N,N N,0 N,0 N,N N,N N,N""",
}
_NUMBERS = {"0": 0.0, "1": 1.0, "I": inf, "N": nan, "P": pi, "P/2": pi / 2, "P/4": pi / 4,
            "P*3/4": pi * 0.75}


def _class(x):
    if x != x:
        return 6
    below = math.copysign(1.0, x) < 0.0
    if math.isinf(x):
        return 0 if below else 5
    if x == 0.0:
        return 2 if below else 3
    return 1 if below else 4


def _special_value(function, a, b):
    row = _TABLES[function].split("\n")[1 + _class(a)]
    return complex(*[-_NUMBERS[t[1:]] if t[0] == "-" else _NUMBERS[t]
                     for t in row.split()[_class(b)].split(",")])


def _in_range(z):
    if math.isinf(z.real) or math.isinf(z.imag):
        raise OverflowError("math range error")
    return z


def _domain_error():
    raise ValueError("math domain error")


# An infinite length in a direction that is a number.
def _infinite(direction, real_sign=1.0, imag_sign=1.0):
    return complex(real_sign * math.copysign(inf, math.cos(direction)),
                   imag_sign * math.copysign(inf, math.sin(direction)))


def _has_direction(z):
    return math.isinf(z.real) and math.isfinite(z.imag) and z.imag != 0.0


def phase(x, /):
    z = _z(x)
    return math.atan2(z.imag, z.real)


def polar(x, /):
    z = _z(x)
    return abs(z), phase(z)


def rect(r, phi, /):
    r, phi = float(r), float(phi)
    if not math.isfinite(r) or not math.isfinite(phi):
        if math.isinf(phi) and r != 0.0 and r == r:
            _domain_error()
        if math.isinf(r) and math.isfinite(phi) and phi != 0.0:
            sign = 1.0 if r > 0.0 else -1.0
            return _infinite(phi, sign, sign)
        return _special_value("rect", r, phi)
    if phi == 0.0:
        return complex(r, r * phi)
    return complex(r * math.cos(phi), r * math.sin(phi))


def exp(z, /):
    z = _z(z)
    if not _finite(z):
        if math.isinf(z.imag) and (math.isfinite(z.real) or z.real == inf):
            _domain_error()
        if _has_direction(z):
            if z.real > 0.0:
                return _infinite(z.imag)
            return complex(math.copysign(0.0, math.cos(z.imag)),
                           math.copysign(0.0, math.sin(z.imag)))
        return _special_value("exp", z.real, z.imag)
    if z.real > _LOG_LARGE:
        f = math.exp(z.real - 1.0)
        return _in_range(complex(f * math.cos(z.imag) * e, f * math.sin(z.imag) * e))
    f = math.exp(z.real)
    return complex(f * math.cos(z.imag), f * math.sin(z.imag))


def _log(z):
    if not _finite(z):
        return _special_value("log", z.real, z.imag)
    ax, ay = abs(z.real), abs(z.imag)
    if ax > _LARGE or ay > _LARGE:
        real = math.log(math.hypot(ax / 2.0, ay / 2.0)) + _LN2
    elif ax < _SMALLEST and ay < _SMALLEST:
        if ax == 0.0 and ay == 0.0:
            return complex(-inf, math.atan2(z.imag, z.real))
        real = math.log(math.hypot(math.ldexp(ax, 53), math.ldexp(ay, 53))) - 53 * _LN2
    else:
        h = math.hypot(ax, ay)
        if 0.71 <= h <= 1.73:
            big, small = max(ax, ay), min(ax, ay)
            real = math.log1p((big - 1.0) * (big + 1.0) + small * small) / 2.0
        else:
            real = math.log(h)
    return complex(real, math.atan2(z.imag, z.real))


def log(z, base=_missing, /):
    z = _z(z)
    if base is _missing:
        if z == 0.0:
            _domain_error()
        return _log(z)
    base = _z(base)
    if base == 0.0 or (divisor := _log(base)) == 0.0:
        _domain_error()
    return _log(z) / divisor


def log10(z, /):
    z = _z(z)
    if z == 0.0:
        _domain_error()
    z = _log(z)
    return complex(z.real / _LN10, z.imag / _LN10)


def sqrt(z, /):
    z = _z(z)
    if not _finite(z):
        return _special_value("sqrt", z.real, z.imag)
    if z.real == 0.0 and z.imag == 0.0:
        return complex(0.0, z.imag)
    ax, ay = abs(z.real), abs(z.imag)
    if ax < _SMALLEST and ay < _SMALLEST:
        ax = math.ldexp(ax, 53)
        s = math.ldexp(math.sqrt(ax + math.hypot(ax, math.ldexp(ay, 53))), -27)
    else:
        ax /= 8.0
        s = 2.0 * math.sqrt(ax + math.hypot(ax, ay / 8.0))
    d = ay / (2.0 * s)
    if z.real >= 0.0:
        return complex(s, math.copysign(d, z.imag))
    return complex(d, math.copysign(s, z.imag))


def cosh(z, /):
    z = _z(z)
    if not _finite(z):
        if math.isinf(z.imag) and not math.isnan(z.real):
            _domain_error()
        if _has_direction(z):
            return _infinite(z.imag, 1.0, 1.0 if z.real > 0.0 else -1.0)
        return _special_value("cosh", z.real, z.imag)
    if abs(z.real) > _LOG_LARGE:
        x = z.real - math.copysign(1.0, z.real)
        return _in_range(complex(math.cos(z.imag) * math.cosh(x) * e,
                                 math.sin(z.imag) * math.sinh(x) * e))
    return complex(math.cos(z.imag) * math.cosh(z.real), math.sin(z.imag) * math.sinh(z.real))


def sinh(z, /):
    z = _z(z)
    if not _finite(z):
        if math.isinf(z.imag) and not math.isnan(z.real):
            _domain_error()
        if _has_direction(z):
            return _infinite(z.imag, 1.0 if z.real > 0.0 else -1.0)
        return _special_value("sinh", z.real, z.imag)
    if abs(z.real) > _LOG_LARGE:
        x = z.real - math.copysign(1.0, z.real)
        return _in_range(complex(math.cos(z.imag) * math.sinh(x) * e,
                                 math.sin(z.imag) * math.cosh(x) * e))
    return complex(math.cos(z.imag) * math.sinh(z.real), math.sin(z.imag) * math.cosh(z.real))


def tanh(z, /):
    z = _z(z)
    if not _finite(z):
        if math.isinf(z.imag) and math.isfinite(z.real):
            _domain_error()
        if _has_direction(z):
            return complex(math.copysign(1.0, z.real),
                           math.copysign(0.0, 2.0 * math.sin(z.imag) * math.cos(z.imag)))
        return _special_value("tanh", z.real, z.imag)
    if abs(z.real) > _LOG_LARGE:
        return complex(math.copysign(1.0, z.real),
                       4.0 * math.sin(z.imag) * math.cos(z.imag) * math.exp(-2.0 * abs(z.real)))
    tx = math.tanh(z.real)
    ty = math.tan(z.imag)
    cx = 1.0 / math.cosh(z.real)
    t = tx * ty
    d = 1.0 + t * t
    return complex(tx * (1.0 + ty * ty) / d, ty / d * cx * cx)


# The trigonometric functions are the hyperbolic ones, turned by a right angle.
def _turned(z):
    return complex(-z.imag, z.real)


def _turned_back(z):
    return complex(z.imag, -z.real)


def cos(z, /):
    return cosh(_turned(_z(z)))


def sin(z, /):
    return _turned_back(sinh(_turned(_z(z))))


def tan(z, /):
    return _turned_back(tanh(_turned(_z(z))))


def _is_large(z):
    return abs(z.real) > _LARGE or abs(z.imag) > _LARGE


def _log_of_large(z):
    return math.log(math.hypot(z.real / 2.0, z.imag / 2.0)) + _LN2 * 2.0


def acos(z, /):
    z = _z(z)
    if not _finite(z):
        return _special_value("acos", z.real, z.imag)
    if _is_large(z):
        real = math.atan2(abs(z.imag), z.real)
        if z.real < 0.0:
            return complex(real, -math.copysign(_log_of_large(z), z.imag))
        return complex(real, math.copysign(_log_of_large(z), -z.imag))
    s1 = sqrt(complex(1.0 - z.real, -z.imag))
    s2 = sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * math.atan2(s1.real, s2.real),
                   math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def acosh(z, /):
    z = _z(z)
    if not _finite(z):
        return _special_value("acosh", z.real, z.imag)
    if _is_large(z):
        return complex(_log_of_large(z), math.atan2(z.imag, z.real))
    s1 = sqrt(complex(z.real - 1.0, z.imag))
    s2 = sqrt(complex(z.real + 1.0, z.imag))
    return complex(math.asinh(s1.real * s2.real + s1.imag * s2.imag),
                   2.0 * math.atan2(s1.imag, s2.real))


def asinh(z, /):
    z = _z(z)
    if not _finite(z):
        return _special_value("asinh", z.real, z.imag)
    if _is_large(z):
        if z.imag >= 0.0:
            real = math.copysign(_log_of_large(z), z.real)
        else:
            real = -math.copysign(_log_of_large(z), -z.real)
        return complex(real, math.atan2(z.imag, abs(z.real)))
    s1 = sqrt(complex(1.0 + z.imag, -z.real))
    s2 = sqrt(complex(1.0 - z.imag, z.real))
    return complex(math.asinh(s1.real * s2.imag - s2.real * s1.imag),
                   math.atan2(z.imag, s1.real * s2.real - s1.imag * s2.imag))


def asin(z, /):
    return _turned_back(asinh(_turned(_z(z))))


def atanh(z, /):
    z = _z(z)
    if not _finite(z):
        return _special_value("atanh", z.real, z.imag)
    if math.copysign(1.0, z.real) < 0.0:
        return -atanh(-z)
    ay = abs(z.imag)
    if z.real > _SQRT_LARGE or ay > _SQRT_LARGE:
        h = math.hypot(z.real / 2.0, z.imag / 2.0)
        return complex(z.real / 4.0 / h / h, -math.copysign(pi / 2.0, -z.imag))
    if z.real == 1.0 and ay < 1.4916681462400413e-154:  # the root of the smallest normal float
        if ay == 0.0:
            _domain_error()
        return complex(-math.log(math.sqrt(ay) / math.sqrt(math.hypot(ay, 2.0))),
                       math.copysign(math.atan2(2.0, -ay) / 2.0, z.imag))
    real = math.log1p(4.0 * z.real / ((1.0 - z.real) * (1.0 - z.real) + ay * ay)) / 4.0
    imag = -math.atan2(-2.0 * z.imag, (1.0 - z.real) * (1.0 + z.real) - ay * ay) / 2.0
    return complex(real, imag)


def atan(z, /):
    return _turned_back(atanh(_turned(_z(z))))


def isfinite(z, /):
    return _finite(_z(z))


def isnan(z, /):
    z = _z(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isinf(z, /):
    z = _z(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    a, b = _z(a), _z(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    diff = abs(a - b)
    return diff <= rel_tol * abs(b) or diff <= rel_tol * abs(a) or diff <= abs_tol
