try:
    import numarray as np
except ImportError:
    import numpy as np
np.seterr(all="ignore")


def noise(n, seed):
    out = []
    for k in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        out.append(seed / 2147483648.0 - 0.5)
    return np.array(out)


for n in (0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 100, 127, 128, 129, 136, 200, 1000, 4097):
    x = noise(n, n + 1)
    y = noise(n, n + 7)
    print(n, x.sum().hex() if n else x.sum(), float((x * y + 1).sum()).hex(), float(x[::2].sum()).hex(),
          float(np.sqrt(x * x + y * y).sum()).hex(), int((x > y).sum()), float(np.where(x > 0, x, y).sum()).hex())
    if n:
        print(x.min(), x.max(), x.argmin(), x.argmax(), float(x.mean()).hex(), (x < 9).all(), (x > 9).any())
        k = np.arange(n) * 7 % 11
        print(k.sum(), k.min(), k.max(), k.argmin(), k.argmax(), k.mean(), k[::3].sum(), (k * k - k).max())
m = noise(60, 5).reshape(6, 10)
print([float(v).hex() for v in m.sum(axis=0)], [float(v).hex() for v in m.sum(axis=1)], float(m.sum()).hex())
print(m.min(axis=0), m.max(axis=1), m.mean(axis=0), m.mean(axis=1))
k = np.arange(12).reshape(3, 4)
print(k.sum(), k.sum(axis=0), k.sum(axis=1), k.sum(axis=-1), k.max(axis=0), k.min(axis=1), k.T.sum(axis=0))
print((k > 4).sum(axis=0), (k > 4).any(axis=1), (k >= 0).all(axis=0), np.count_nonzero(k))
print(np.array([1.0, float("nan"), 3.0]).max(), np.array([1.0, float("nan"), 3.0]).min(),
      np.array([1.0, float("nan"), 3.0]).sum(), np.array([1.0, float("nan"), 3.0]).argmax())
print(np.array([-0.0, -0.0]).sum(), np.array([2**62, 2**62, 2**62]).sum(), np.array([True, True, False]).sum())
print(np.array([True, False]).max(), np.array([True, False]).min(), np.array([0, 3]).any(), np.array([0, 3]).all())
print(np.dot(np.arange(4), np.arange(4)), np.arange(4).cumsum(), np.array([0.5, 0.25]).cumsum())
print(np.dot(k, k.T), k @ np.arange(4), np.outer(np.arange(3), np.arange(2)))
print(np.std(np.array([1.0, 2.0, 3.0, 4.0])), np.var(np.array([1, 2, 3, 4])))
print(np.sort(np.array([3, 1, 2])), np.argsort(np.array([3.0, 1.0, 2.0])), np.nonzero(np.array([0, 1, 0, 2])))
print(np.concatenate([np.arange(3), np.array([7])]), np.concatenate([k, k], axis=1).shape)
print(np.sum([1, 2, 3]), np.min([4, 2]), np.max([4.0, 2.0]), np.mean([1, 2]))
print(np.array_equal(k, k), np.allclose(m, m + 1e-9))
for bad in (lambda: np.zeros(0).min(), lambda: np.zeros(0).max(), lambda: k.sum(axis=2),
            lambda: np.dot(np.zeros(2), np.zeros(3))):
    try:
        bad()
    except ValueError as e:
        print("ValueError:", e)
