# Elements set by arrays of indices and masks, of views too.
try:
    import numarray as np
except ImportError:
    import numpy as np


def store(key, value, make=lambda: np.arange(12).reshape(3, 4)):
    a = make()
    a[key] = value
    print(a.tolist())


store([0, 2], 7)
store([0, 2], [1, 2, 3, 4])
store([0, 2], [[1, 2, 3, 4], [5, 6, 7, 8]])
store(([0, 2], [1, 3]), [50, 60])
store(([0, 2], [1, 3]), 9.75)
store(([0, 1, 2], 1), [7, 8, 9])
store((1, [0, 3]), -1)
store((slice(None), [0, 2]), 0)
store((slice(None), [0, 2]), [[1, 2], [3, 4], [5, 6]])
store((slice(0, 2), [0, 2]), [10, 20])
store(([2, 0], slice(1, 3)), [[1, 2], [3, 4]])
store((np.array([True, False, True]), 0), [100, 200])
store((slice(None), np.array([True, False, True, False])), -5)
store(np.ix_([0, 2], [1, 3]), [[1, 2], [3, 4]])
store(np.arange(12).reshape(3, 4) > 6, 0)
store(([[0, 1], [2, 0]], [[0, 1], [2, 3]]), [[1, 2], [3, 4]])
store(([-1, -2], [-1, -2]), 99)
store([1, 1, 1], [7, 8, 9], lambda: np.arange(4))
store([[0, 1], [2, 3]], [[5, 6], [7, 8]], lambda: np.arange(4))
base = np.arange(12).reshape(3, 4)
view = base.T
view[[0, 1], [2, 0]] = [500, 600]
view[1:, [0, 1]] = -base[:2, 1:].T
print(base.tolist())
column = base[:, 1]
column[[0, 2]] += 1000
print(base.tolist())
a = np.zeros(5)
a[[0, 3]] += 1
a[[1, 1]] += 1
print(a)
np.put(a, [0, -1], [7, 8])
np.place(a, a == 1, [5, 6])
np.putmask(a, a > 5, [1, 2, 3, 4, 9])
np.copyto(a[:2], 3)
print(a)
for i in range(200):
    a[[i % 5, (i + 1) % 5]] = i
print(a)
