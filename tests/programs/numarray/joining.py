# Arrays put together, turned around and taken apart; products.
try:
    import numarray as np
except ImportError:
    import numpy as np

f = np.linspace(0, 1, 5)
i = np.arange(5)
m = np.arange(6).reshape(2, 3)
for a in (np.vstack([f, i]), np.hstack([f, i]), np.stack([i, i * 2]), np.stack([i, i * 2], axis=1),
          np.stack([i, i], axis=-1), np.vstack([m, [7, 8, 9]]), np.hstack([m, m + 10]),
          np.column_stack([i, i * i]), np.concatenate([m, m], axis=1), np.concatenate([i, f]),
          np.flip(f), np.flip(m), np.flip(m, 0), np.flip(m, axis=1), np.diff(f), np.diff(m),
          np.diff(m, axis=0), np.diff(i * i), np.diag(i[:3]), np.diag(f[:2]), np.diag(m)):
    print(repr(a), a.dtype)
print(np.trace(m), np.trace(np.eye(3)), np.diag(m)[0])
d = np.diag(m)
m[0, 0] = 50
print(d[0])
print(np.prod(i), np.prod(i[1:]), np.prod([0.5, 3.0, 4.0]), (m + 1).prod(), (f + 1).prod())
print(repr((m + 1).prod(axis=0)), repr((m + 1).prod(axis=1)), repr((m * 0.5).prod(axis=-1)))
print(np.prod(np.full(64, 3)), np.prod(np.array([True, True])), np.array([], dtype=float).prod())


def attempt(f, *args, **keywords):
    try:
        f(*args, **keywords)
    except Exception as e:
        print(type(e).__name__, e)


attempt(np.stack, [])
attempt(np.stack, [i, f[:3]])
attempt(m.prod, 2)
attempt(np.concatenate, [])
