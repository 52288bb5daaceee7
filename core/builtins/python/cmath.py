# Functions of complex numbers.
import math
from math import e, inf, nan, pi, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)


def _z(x):
    if isinstance(x, (complex, float, int)):
        return complex(x)
    f = getattr(type(x), "__complex__", None)
    if f is not None:
        return complex(f(x))
    if not hasattr(type(x), "__float__") and not hasattr(type(x), "__index__"):
        raise TypeError(f"must be real number, not {type(x).__name__}")
    return complex(float(x))


def phase(x):
    z = _z(x)
    return math.atan2(z.imag, z.real)


def polar(x):
    z = _z(x)
    return abs(z), phase(z)


def rect(r, phi):
    if phi == 0.0:
        return complex(r, r * phi)
    return complex(r * math.cos(phi), r * math.sin(phi))


def exp(x):
    z = _z(x)
    if z.real > 708.0:
        f = math.exp(z.real - 1.0)
        return complex(f * math.cos(z.imag) * e, f * math.sin(z.imag) * e)
    f = math.exp(z.real)
    return complex(f * math.cos(z.imag), f * math.sin(z.imag))


def log(x, base=None):
    z = _z(x)
    if z == 0:
        raise ValueError("math domain error")
    ax, ay = abs(z.real), abs(z.imag)
    h = math.hypot(ax, ay)
    if 0.71 <= h <= 1.73:
        big, small = max(ax, ay), min(ax, ay)
        real = math.log1p((big - 1) * (big + 1) + small * small) / 2.0
    else:
        real = math.log(h)
    result = complex(real, math.atan2(z.imag, z.real))
    return result if base is None else result / log(base)


def log10(x):
    z = log(x)
    return complex(z.real / math.log(10.0), z.imag / math.log(10.0))


def sqrt(x):
    z = _z(x)
    if z.real == 0.0 and z.imag == 0.0:
        return complex(0.0, z.imag)
    if math.isinf(z.imag):
        return complex(inf, z.imag)
    ax = abs(z.real) / 8.0
    s = 2.0 * math.sqrt(ax + math.hypot(ax, abs(z.imag) / 8.0))
    d = abs(z.imag) / (2.0 * s)
    if z.real >= 0.0:
        return complex(s, math.copysign(d, z.imag))
    return complex(d, math.copysign(s, z.imag))


def cosh(x):
    z = _z(x)
    return complex(math.cos(z.imag) * math.cosh(z.real), math.sin(z.imag) * math.sinh(z.real))


def sinh(x):
    z = _z(x)
    return complex(math.cos(z.imag) * math.sinh(z.real), math.sin(z.imag) * math.cosh(z.real))


def tanh(x):
    z = _z(x)
    if abs(z.real) > 354.0:
        return complex(math.copysign(1.0, z.real),
                       4.0 * math.sin(z.imag) * math.cos(z.imag) * math.exp(-2.0 * abs(z.real)))
    tx = math.tanh(z.real)
    ty = math.tan(z.imag)
    cx = 1.0 / math.cosh(z.real)
    t = tx * ty
    d = 1.0 + t * t
    return complex(tx * (1.0 + ty * ty) / d, ty / d * cx * cx)


def cos(x):
    z = _z(x)
    return cosh(complex(-z.imag, z.real))


def sin(x):
    z = _z(x)
    r = sinh(complex(-z.imag, z.real))
    return complex(r.imag, -r.real)


def tan(x):
    z = _z(x)
    r = tanh(complex(-z.imag, z.real))
    return complex(r.imag, -r.real)


def acos(x):
    z = _z(x)
    s1 = sqrt(complex(1.0 - z.real, -z.imag))
    s2 = sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * math.atan2(s1.real, s2.real),
                   math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def acosh(x):
    z = _z(x)
    s1 = sqrt(complex(z.real - 1.0, z.imag))
    s2 = sqrt(complex(z.real + 1.0, z.imag))
    return complex(math.asinh(s1.real * s2.real + s1.imag * s2.imag),
                   2.0 * math.atan2(s1.imag, s2.real))


def asinh(x):
    z = _z(x)
    s1 = sqrt(complex(1.0 + z.imag, -z.real))
    s2 = sqrt(complex(1.0 - z.imag, z.real))
    return complex(math.asinh(s1.real * s2.imag - s2.real * s1.imag),
                   math.atan2(z.imag, s1.real * s2.real - s1.imag * s2.imag))


def asin(x):
    z = _z(x)
    r = asinh(complex(-z.imag, z.real))
    return complex(r.imag, -r.real)


def atanh(x):
    z = _z(x)
    if z.real < 0.0 or (z.real == 0.0 and math.copysign(1.0, z.real) < 0.0):
        return -atanh(-z)
    ay = abs(z.imag)
    if z.real == 1.0 and ay == 0.0:
        raise ValueError("math domain error")
    real = math.log1p(4.0 * z.real / ((1.0 - z.real) * (1.0 - z.real) + ay * ay)) / 4.0
    imag = -math.atan2(-2.0 * z.imag, (1.0 - z.real) * (1.0 + z.real) - ay * ay) / 2.0
    return complex(real, imag)


def atan(x):
    z = _z(x)
    r = atanh(complex(-z.imag, z.real))
    return complex(r.imag, -r.real)


def isfinite(x):
    z = _z(x)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isnan(x):
    z = _z(x)
    return math.isnan(z.real) or math.isnan(z.imag)


def isinf(x):
    z = _z(x)
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
