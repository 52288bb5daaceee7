# Mistakes, and what is said about them.
try:
    import numarray as np
except ImportError:
    import numpy as np

a = np.arange(6)
m = np.arange(12).reshape(3, 4)
f = np.array([1.5, -2.0, 0.25])
for text in (
        "a + f", "m + f", "a[6]", "a[-7]", "m[3]", "m[0, 4]", "m[0, 0, 0]", "a[1.5]", "a['x']", "a[f > 0]", "a[[1, 9]]",
        "m[[0, 3]]", "m[[0, 1], [1, 4]]", "m[[0, 1], [0, 1, 2]]", "m[:, [4]]", "m[np.array([True, False])]",
        "a.reshape(4, 2)", "a.reshape(-1, -1)", "m.sum(axis=2)", "m.sum(axis=-3)", "np.zeros(0).max()", "np.zeros((2, 0)).min()",
        "np.zeros(0).argmin()", "np.dot(a, f)", "np.dot(m, m)", "m @ m", "a @ 2", "np.matmul(f, m)", "f << 1",
        "np.array([True]) - np.array([True])", "-np.array([True])", "np.array([1, 2]) ** -1", "bool(a)", "float(a)", "int(f)",
        "np.concatenate([])", "np.concatenate([a, m])", "np.concatenate([m, m[:, :2]])", "np.stack([a, f])", "np.vstack([a, f])",
        "np.split(a, 4)", "np.linspace(0, 1, -1)", "np.zeros(-1)", "np.array([[1, 2], [3]])", "np.zeros(2, dtype='what')",
        "np.repeat(a, -1)", "np.repeat(a, [1, 2])", "np.searchsorted(a, 1, side='middle')", "np.clip(a)", "np.bincount([-1])",
        "a.item()", "a.item(9)", "np.expand_dims(a, 5)", "np.swapaxes(m, 0, 2)", "np.broadcast_to(a, (2, 5))", "a.sort(kind='x')",
        "m.transpose(0, 0)", "np.squeeze(m, 0)", "np.delete(a, 9)", "np.insert(a, 9, 1)", "np.fliplr(a)", "np.vsplit(a, 2)",
        "np.average(a, weights=[1, 2])", "np.quantile(f, 2)", "np.percentile(f, 101)", "np.array_split(a, 0)", "np.hstack([a, m])",
        "np.diff(a, n=-1)", "np.frombuffer(b'1234567')", "np.linalg.inv(np.zeros((2, 2)))", "np.iinfo(float)", "np.convolve([], [1])",
        "np.arange(3, 5, 0)", "np.eye(2)[2]", "m.argmax(axis=5)", "m[1:2, 'x']"):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as error:
        print(text, "=>", type(error).__name__, error)


def store(target, key, value):
    try:
        target[key] = value
        print(target.tolist())
    except Exception as error:
        print(key, value, "=>", type(error).__name__, error)


store(a.copy(), [1, 9], 0)
store(a.copy(), slice(0, 3), [1, 2])
store(a.copy(), [0, 1], [1, 2, 3])
store(a.copy(), a > 2, [1, 2])
store(m.copy(), ([0, 1], [1, 2]), [7, 8, 9])
store(m.copy(), (slice(None), [0, 1]), [[1, 2], [3, 4]])
store(m.copy(), [0, 2], [1, 2])
store(a.copy(), 0, [1, 2])
store(a.copy(), 7, 1)
try:
    np.sign(np.array([True]))
except TypeError as error:
    print(error)
