# Elementary functions inside of expressions: long ones go in blocks, with the same results as alone.
try:
    import numarray as np
except ImportError:
    import numpy as np
np.seterr(all="ignore")

NAMES = ("exp", "log", "sin", "cos", "tanh", "arctan", "arcsin", "arccos", "sinh", "arcsinh", "arctanh", "log1p", "sqrt",
         "log2", "cosh", "tan")
for n in (1, 3, 63, 64, 65, 511, 512, 513, 1030):
    a = (np.arange(n) * 37 % 101) / 101.0 + 0.003
    b = np.arange(n) % 7 - 3
    for name in NAMES:
        f = getattr(np, name)
        whole = f(a)
        print(n, name, f"{whole.sum():.9e}", f"{f(a[::-1])[0]:.9e}", bool((f(a[n // 2:]) == whole[n // 2:]).all()),
              f(float(a[n // 2])) == whole[n // 2])
    r = np.exp(-a * a) * np.cos(b) + np.where(b > 0, np.log(a), np.sin(b * a))
    print(f"{r.sum():.9e}", f"{r[n // 3]:.9e}", (np.exp(a) > 1.5).sum(), (np.sin(a) * 10).astype(int).sum())
    a *= np.cos(a)
    print(f"{a.sum():.9e}", f"{np.exp(np.sin(np.cos(a))).max():.9e}", f"{(np.exp(a) + np.exp(a)).min():.9e}")
m = np.arange(600).reshape(6, 100) / 77.0
print(f"{np.sin(m.T).sum():.9e}", f"{np.exp(np.sin(m[:, ::3]) + m[:, :1]).sum():.9e}", [f"{x:.6e}" for x in np.cos(m).sum(axis=1)])
out = np.zeros((6, 200))
out[:, ::2] = np.sin(m) * 2
print(f"{out.sum():.9e}", f"{out[5, 198]:.9e}", out[5, 199])
e = np.array([0.0, -0.0, 1.0, 709.0, 710.0, -745.0, -746.0, float("inf"), float("-inf"), float("nan"), 1e-300] * 10)
print([f"{x:.9e}" for x in np.exp(e)[:11]], [f"{x:.9e}" for x in np.exp(e)[99:]])
print([f"{x:.9e}" for x in np.log(np.abs(e))[:11]], [f"{x:.9e}" for x in np.sin(e)[:7]], np.isnan(np.cos(e)).sum())
