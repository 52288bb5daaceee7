# Matrix product with lists of lists.
# args: 30 2
import sys


def product(a, b, n):
    cols = [[b[k][j] for k in range(n)] for j in range(n)]
    out = []
    for i in range(n):
        row = a[i]
        out_row = []
        for j in range(n):
            col = cols[j]
            s = 0.0
            for k in range(n):
                s += row[k] * col[k]
            out_row.append(s)
        out.append(out_row)
    return out


n = int(sys.argv[1])
repeats = int(sys.argv[2])
a = [[(i * 3 + j * 7) % 11 * 0.25 for j in range(n)] for i in range(n)]
b = [[(i * 5 + j * 2) % 13 * 0.5 for j in range(n)] for i in range(n)]
trace = 0.0
for _ in range(repeats):
    c = product(a, b, n)
    for i in range(n):
        trace += c[i][i]
print("%.3f" % trace)
