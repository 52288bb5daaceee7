# Several hot loops in one function, loops entered in the middle, outer loop hot before the inner one and vice versa.
def f(n, m):
    r = []
    s = 0
    for i in range(n):
        s += i
    r.append(s)
    for i in range(n):
        for j in range(m):
            s += j ^ i
    r.append(s)
    while s > 1000:
        s //= 2
        for k in range(s % 5):
            s += k
    r.append(s)
    i = j = 0
    while i < n:
        j = 0
        while j < m:
            if (i + j) % 17 == 5:
                j += 2
            j += 1
            s += j
        i += 1
    r.append(s)
    return r, i, j


print(f(10, 3), f(300, 2), f(3, 300), f(40, 40), f(0, 5))


def changing(n):
    total = 0
    width = 1
    for i in range(n):
        for j in range(width):
            total += j
        if i % 10 == 9:
            width = width * 2 % 61 + (i > 150)
    return total, width


print(changing(50), changing(300))


def tri(n):
    c = 0
    for a in range(n):
        for b in range(a):
            for d in range(b, a):
                if d % 2:
                    continue
                c += 1
                if c % 1000 == 0:
                    break
    return c


print(tri(10), tri(25))


def empty_inner(n):
    c = 0
    for i in range(n):
        for j in range(0 if i % 50 else 3):
            c += 100
        for j in []:
            c += 1
        else:
            c += 1
    return c


print(empty_inner(500))


def matmul(a, b):
    n, m, p = len(a), len(b), len(b[0])
    out = []
    for i in range(n):
        row = []
        for j in range(p):
            s = 0
            for k in range(m):
                s += a[i][k] * b[k][j]
            row.append(s)
        out.append(row)
    return out


A = [[(i * j + 1) % 7 for j in range(9)] for i in range(9)]
B = [[(i - j) * 0.5 for j in range(9)] for i in range(9)]
C = matmul(matmul(A, A), B)
print(C[0], C[8], matmul(A, A)[4], matmul([[1, 2]], [[3], [2 ** 65]]))
