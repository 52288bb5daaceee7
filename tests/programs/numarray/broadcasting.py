try:
    import numarray as np
except ImportError:
    import numpy as np

row = np.arange(4)
column = np.arange(3).reshape(3, 1)
m = np.arange(12.0).reshape(3, 4)
print(m + row)
print(m * column)
print(row + column)
print(row * 2 + column * 10 - m)
print(np.where(m > 5, row, column))
print((m.T + np.arange(3)).T)
print(m[::2, ::-1] + row[::-1])
print(m[:, 1:3] * m[:, :2])
print((m - m.mean(axis=0)).sum(axis=1))
print(np.ones((1, 4)) + column, np.ones((1, 1)) + row)
m[:, 1:] = row[:3]
print(m)
m[1:] = column[1:]
print(m)
m += row
m -= column
print(m)
print((m > 3) & (row < 3), m == row)
try:
    row += column
except ValueError as e:
    print(e)
print(np.zeros((0, 3)) + 1, (np.zeros((0, 3)) + np.arange(3)).shape)
