# numpy.random's legacy generator: the same numbers for the same seed.
try:
    import numarray as np
except ImportError:
    import numpy as np

np.random.seed(0)
print(np.random.rand(), np.random.rand(3), np.random.rand(2, 2))
print(np.random.randint(10), np.random.randint(5, 10, 6), np.random.randint(0, 2, size=(2, 3)), np.random.randint(1, 2))
print(np.random.randint(0, 2**40, 3), np.random.randint(-5, 5, 4))
np.random.seed(12345)
print(np.random.randn(4), np.random.normal(10, 2, size=3), np.random.standard_normal())
print(np.random.uniform(-1, 1, 3), np.random.uniform(), np.random.random((2, 2)), np.random.random_sample())
print(np.random.exponential(2.0, 3))
print(np.random.permutation(8), np.random.permutation(np.array([1.5, 2.5, 3.5])))
a = np.arange(10)
np.random.shuffle(a)
print(a)
m = np.arange(8).reshape(4, 2)
np.random.shuffle(m)
print(m.tolist(), np.random.permutation(np.arange(6).reshape(3, 2)).tolist())
print(np.random.choice(5), np.random.choice([10, 20, 30], 4), np.random.choice(6, 3, replace=False),
      np.random.choice(4, size=(2, 2), p=[0.1, 0.2, 0.3, 0.4]))
r = np.random.RandomState(7)
s = np.random.RandomState(7)
print(r.rand(3), s.rand(3), r.randint(100), s.randint(100))
x = [1, 2, 3, 4, 5]
r.shuffle(x)
print(x)
total = 0.0
np.random.seed(3)
for i in range(2000):
    total += np.random.rand()
print(total, np.random.rand(1000).mean(), np.random.randn(1000).std())
for bad in (lambda: np.random.randint(5, 5), lambda: np.random.choice(0), lambda: np.random.choice(3, 5, replace=False),
            lambda: np.random.normal(0, -1), lambda: np.random.seed(-1), lambda: np.random.choice([1, 2], p=[0.5, 0.6])):
    try:
        bad()
    except ValueError as error:
        print(error)
