# Functions of each element.
try:
    import numarray as np
except ImportError:
    import numpy as np
np.seterr(all="ignore")

a = np.arange(6)
f = np.array([1.5, -2.0, 0.25, 3.0])
m = np.arange(12).reshape(3, 4)
g = m * 0.5
b = np.array([True, False, True, True])
mb = m % 2 == 0

for text in (
        "np.exp(f)", "np.log(a)", "np.log1p(f)", "np.expm1(f)", "np.sin(a)", "np.cos(f)", "np.tan(f)",
        "np.arcsin(f/4)", "np.arccos(f/4)", "np.arctan(f)", "np.sinh(f)", "np.cosh(f)", "np.tanh(f)", "np.arcsinh(f)",
        "np.arccosh(a+1)", "np.arctanh(f/4)", "np.sqrt(a)", "np.cbrt(a)", "np.log2(a)", "np.log10(a)", "np.exp2(f)",
        "np.hypot(a,a)", "np.arctan2(f,f)", "np.degrees(f)", "np.radians(a)", "np.deg2rad(a)", "np.floor(f)",
        "np.ceil(f)", "np.trunc(f)", "np.rint(f)", "np.round(f,1)", "f.round()", "np.sign(f)", "np.square(a)",
        "np.reciprocal(f)", "np.fabs(a)", "np.isnan(f)", "np.isinf(f)", "np.isfinite(f)", "np.signbit(f)",
        "np.copysign(f,-1)", "np.maximum(a,2)", "np.fmax(f,0)", "np.exp(1)", "np.sqrt(2)", "np.gcd(a,4)",
        "np.positive(f)", "np.heaviside(f,0.5)",
):
    print(text, "=>", repr(eval(text)))
