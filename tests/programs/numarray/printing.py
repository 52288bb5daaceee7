try:
    import numarray as np
except ImportError:
    import numpy as np

for values in ([1.0], [1.0, 2.0], [0.1, 0.25, 1 / 3], [1e10, 1.0], [1e-5, 1.0], [1e8], [123456.789, 0.5],
               [float("nan"), 1.0], [float("inf"), -1.5], [-float("inf"), 100.25], [float("nan")],
               [0.0, -0.0], [1e300, 1e-300], [100.0, 0.001], [1000.5, 1.0], [99999999.0, 1.0], [1e100],
               [3.141592653589793, 2.718281828459045], [1e-7], [5e-324], [1.5e10, 2.25e-3], [-1.0, 10.0],
               [12345678.9], [0.00012345678912], [1e16, 2e16], [1e7, 1.0], [999.9, 1.0]):
    a = np.array(values)
    print(a)
    print(repr(a))
for values in ([1], [1, -2, 300], [True, False], [2**62, -1]):
    a = np.array(values)
    print(a, repr(a))
print(np.arange(30))
print(repr(np.arange(30)))
print(np.arange(30) / 7)
print(repr(np.arange(30) * 1.5))
print(np.arange(1001))
print(repr(np.arange(2000.0)))
print(np.arange(1000))
print(np.arange(2500).reshape(50, 50))
print(repr(np.arange(2500).reshape(50, 50) / 3))
print(np.arange(1200).reshape(2, 600))
print(np.arange(1200).reshape(600, 2))
print(np.arange(60).reshape(2, 30))
print(repr(np.arange(60).reshape(2, 30)))
print(repr(np.arange(6).reshape(3, 2)), np.zeros((2, 0)), repr(np.zeros((2, 0))), repr(np.zeros(0, dtype=int)))
print(np.array([[1.5, float("nan")], [1e-9, 1.0]]))
print(np.array([True, False, True] * 20))
print(str(np.arange(3)), f"{np.arange(3)}", [np.arange(2)])
