# Programs as they are written with NumPy: life, a sieve, regression, clusters, the Mandelbrot set, heat; and printing.
try:
    import numarray as np
except ImportError:
    import numpy as np
np.random.seed(42)
# life
g = np.zeros((8, 8), dtype=int); g[1, 2] = g[2, 3] = 1; g[3, 1:4] = 1
def step(g):
    n = sum(np.roll(np.roll(g, i, 0), j, 1) for i in (-1, 0, 1) for j in (-1, 0, 1) if (i, j) != (0, 0))
    return ((n == 3) | ((g == 1) & (n == 2))).astype(int)
for _ in range(5): g = step(g)
print(g)
# sieve
s = np.ones(50, dtype=bool); s[:2] = False
for i in range(2, 8):
    if s[i]: s[i*i::i] = False
print(np.nonzero(s)[0])
# regression
x = np.linspace(0, 10, 50); y = 3 * x + 2 + np.random.normal(0, 0.5, 50)
A = np.column_stack([x, np.ones_like(x)])
sol = np.linalg.solve(A.T @ A, A.T @ y); print(np.round(sol, 4))
print(round(np.corrcoef(x, y)[0, 1], 6))
# kmeans
pts = np.random.rand(60, 2); c = pts[:3].copy()
for _ in range(5):
    d = np.stack([((pts - c[k]) ** 2).sum(axis=1) for k in range(3)], axis=1)
    lab = d.argmin(axis=1)
    for k in range(3): c[k] = pts[lab == k].mean(axis=0)
print(c.round(4), np.bincount(lab))
# moving average
a = np.arange(10.0); print(np.convolve(a, np.ones(3) / 3, mode="valid")); cs = np.cumsum(np.insert(a, 0, 0)); print((cs[3:] - cs[:-3]) / 3)
# mandelbrot via reals
X, Y = np.meshgrid(np.linspace(-2, 1, 12), np.linspace(-1, 1, 6))
zr = np.zeros_like(X); zi = np.zeros_like(X); cnt = np.zeros(X.shape, dtype=int)
for _ in range(20):
    m = zr * zr + zi * zi <= 4
    cnt[m] += 1
    zr, zi = np.where(m, zr * zr - zi * zi + X, zr), np.where(m, 2 * zr * zi + Y, zi)
print(cnt)
# heat
u = np.zeros(12); u[6] = 100
for _ in range(50): u[1:-1] += 0.25 * (u[2:] - 2 * u[1:-1] + u[:-2])
print(u)
print(np.histogram(np.random.rand(100), bins=5))
M = np.array([[2., 1], [1, 3]])
print(np.linalg.det(M))
print(np.dot(M, [1, 2]), [1, 2] @ M, M * [1, 2], M + np.array([[1], [2]]))
print(np.arange(24).reshape(4, 6)[1:3, ::2], np.arange(5)[::-1], np.arange(5)[-2:])
print(np.array([1, 2, 3]).mean(), np.array([1, 2, 3]).std(), np.median([3, 1, 2]), np.percentile([1, 2, 3, 4], 25))
print(f"{np.pi:.3f}", np.array([1.0, 2.0]).tolist(), str(np.array([[1, 2], [3, 4]])), repr(np.array([1e-10, 1.0])))
v = np.array([3, 4]); print(np.linalg.norm(v), v / np.linalg.norm(v), np.sqrt((v**2).sum()))
print(np.array([1, 2, 3]) == np.array([1, 5, 3]), (np.arange(3) > 1).any(), np.all(np.arange(3) >= 0))
for i, row in enumerate(np.arange(6).reshape(2, 3)): print(i, row, row.sum())
for x in np.array([1.5, 2.5]): print(x, end=" ")
print()
d = {"a": np.arange(3)}; print(d, [np.zeros(2)], (np.ones(1),))
a, b = np.array([1, 2]), np.array([3, 4]); print(np.array_equal(a, b), max(a), min(b), sum(a), len(a), list(a), sorted(b, reverse=True), 2 in a)
a += 1; print(a); a *= 2; print(a); b = b / 2; print(b, b.dtype); a //= 3; print(a, a % 2, -a, a ** 2, 2 ** a)
print(np.concatenate(([0], a, [9])), np.append(a, 3.5), np.unique([3, 1, 1]), np.sort([3, 1, 2])[::-1], np.argsort([3, 1, 2]))
print(np.arange(1000), np.arange(1001), np.linspace(0, 1, 2000))
print(np.zeros((30, 40)), np.eye(4, dtype=int), np.full((2, 3), np.pi), np.array([True, False]), np.array([]), np.zeros((0, 2)))
print(np.array([1e10, 1]), np.array([1.5, np.nan, np.inf]), np.array([-1e-5, 123456.789]), np.array([0.1, 0.25, 100]), np.array([1e100, 1e-100]))
