# Index arithmetic at the bounds of lists and strings in hot loops: negative, off by one, wraps.
def sum3(a):
    s = 0
    for i in range(len(a)):
        s += a[i - 1] + a[i] * 2 + a[i - len(a)]
    return s


def over(a, n):
    s = 0
    i = 0
    try:
        while True:
            s += a[i]
            i += n
    except IndexError as e:
        return s, i, str(e)


def under(a):
    s = 0
    i = len(a) - 1
    try:
        while True:
            s = s * 3 % 1000003 + a[i]
            i -= 1
    except IndexError:
        return s, i


a = list(range(300))
print(sum3(a), over(a, 1), over(a, 7), over(a, -1), under(a), over("x" * 0, 1))
b = [0.5] * 256
print(sum3(b), over(b, 3), under(b))
t = tuple(range(200))
print(sum3(t), over(t, 1), under(t))


def rotate(s, n):
    for _ in range(n):
        s = s[1:] + s[0]
    return s


print(rotate("abcdefg", 300), rotate("☃xyz", 101))
grid = [[0] * 12 for _ in range(12)]
for i in range(1, 11):
    for j in range(1, 11):
        grid[i][j] = (i * 7 + j * 3) % 2
for gen in range(5):
    new = [[0] * 12 for _ in range(12)]
    for i in range(12):
        for j in range(12):
            n = 0
            for di in (-1, 0, 1):
                for dj in (-1, 0, 1):
                    if di or dj:
                        n += grid[(i + di) % 12][(j + dj) % 12]
            new[i][j] = 1 if n == 3 or (n == 2 and grid[i][j]) else 0
    grid = new
print("\n".join("".join(".#"[c] for c in row) for row in grid))
idx = [0, -1, 5, 299, -300]
s = 0
for k in range(500):
    i = idx[k % 5]
    s += a[i]
    a[i] = k
print(s)
for bad in (300, -301, 2 ** 63, -2 ** 64, 10 ** 30):
    try:
        a[bad]
    except IndexError as e:
        print(e)
    try:
        a[bad] = 1
    except IndexError as e:
        print(e)
w = [1, 2, 3]
x = 0
for i in range(400):
    x += w[True] + w[i % 3 == 0] + w[-(i % 3) - 1]
print(x)
