# NumPy through the bridge: attributes, calls, items, operators, iteration, text.
import sys
sys.path.insert(0, __file__.rpartition("/")[0] + "/modules")
from bridge import cpython

np = cpython.import_module("numpy")
a = np.arange(6).reshape(2, 3)
print(a, repr(a), a.shape, a.sum(), len(a), sep="\n")
print(a + 1, 2 * a, a @ a.T, -a, a ** 2, a % 4, 7 // (a + 1), sep="\n")
print(a[1, 2], a[:, 1], [x + 1 for x in a[0]], a[..., 0], a[::-1, ::2])
for row in a:
    print(row, row.max())
a[0] = 9
a[1, 1:] = [70, 80]
a += 1
print(a, 71 in a, 72 in a, bool((a > 5).all()))
print((a > 9).any(), (a == a).all(), np.array([1, 2]) != np.array([1, 3]))
print(np.linspace(0.0, 1.0, num=5, endpoint=True))
print(np.array([[1.5, 2], [3, 4]], dtype=np.float64).dtype, np.zeros(3, dtype=int), np.ones(2, dtype="f4"))
print(f"{np.float64(2.5):8.3f}|{np.int64(7):>5d}|", "%s" % np.float64(0.1), np.float64(2.0) + 1.5)
print(float(np.float64(1.25)), int(np.int64(41)) + 1, range(10)[np.int64(3)], round(np.float64(2.567), 2))
print(divmod(np.int64(17), 5), abs(np.float64(-3.5)), pow(np.int64(3), 4), hash(np.int64(5)))
words = np.array(["b", "a", "c"])
print(sorted(words.tolist()), words.argsort(), list(np.array([3, 1, 2])))
rows, columns = a.shape
print(rows * columns, a.T.shape == (3, 2), a.flags.writeable, a.size)
x = np.array([3.0, 1.0, 2.0])
y = x
y.sort()
print(x, y is x, max(x), min(x), sum(x), sorted(x, reverse=True))
x.shape = (3, 1)
print(x, x.ndim)
total = 0
for i in range(200):
    total += int(np.sqrt(i * i)) + a[i % 2, i % 3]
print(total)
