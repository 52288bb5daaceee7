# Spectral norm of the infinite matrix A[i][j] = 1/((i+j)(i+j+1)/2+i+1), by power iteration.
# args: 40
import sys
from math import sqrt


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v, out, n):
    for i in range(n):
        s = 0.0
        for j in range(n):
            s += entry(i, j) * v[j]
        out[i] = s


def times_transposed(v, out, n):
    for i in range(n):
        s = 0.0
        for j in range(n):
            s += entry(j, i) * v[j]
        out[i] = s


n = int(sys.argv[1])
u = [1.0] * n
v = [0.0] * n
tmp = [0.0] * n
for _ in range(10):
    times(u, tmp, n)
    times_transposed(tmp, v, n)
    times(v, tmp, n)
    times_transposed(tmp, u, n)
uv = 0.0
vv = 0.0
for i in range(n):
    uv += u[i] * v[i]
    vv += v[i] * v[i]
print("%.9f" % sqrt(uv / vv))
