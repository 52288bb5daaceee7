# Linear systems, inverses, determinants, norms.
try:
    import numarray as np
except ImportError:
    import numpy as np
rs = np.random.RandomState(5)
for n in (1,2,3,5,8):
    A = rs.rand(n, n) - 0.5; b = rs.rand(n)
    print(np.round(np.linalg.det(A), 10), np.round(np.linalg.solve(A, b), 8), np.round(np.linalg.inv(A) @ A, 8).sum())
for f in (lambda: np.linalg.inv(np.ones((2,3))), lambda: np.linalg.solve(np.zeros((2,2)), np.ones(2))):
    try: f()
    except np.linalg.LinAlgError as e: print(type(e).__name__, e)
print(np.linalg.det(np.zeros((2,2))), np.linalg.norm(np.arange(4).reshape(2,2)), np.linalg.norm([1,-2],1), np.linalg.norm([1,-2],np.inf))
print(np.linalg.slogdet(-np.eye(3)))
