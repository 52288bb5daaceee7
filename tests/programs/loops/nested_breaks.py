# Nested loops with break, continue, else, early return and loop variables used afterwards.
def primes(limit):
    out = []
    for n in range(2, limit):
        for d in range(2, n):
            if d * d > n:
                out.append(n)
                break
            if n % d == 0:
                break
        else:
            out.append(n)
    return out


def find(grid, v):
    for r, row in enumerate(grid):
        for c, x in enumerate(row):
            if x == v:
                return r, c
    return None


p = primes(400)
print(len(p), p[:6], p[-3:])
grid = [[(r * 31 + c * 17) % 1000 for c in range(30)] for r in range(30)]
print(find(grid, grid[22][17]), find(grid, 999), find(grid, -1))
count = 0
for i in range(60):
    if i % 7 == 3:
        continue
    j = 0
    while True:
        j += 1
        if j > i:
            break
        if j % 5 == 0:
            continue
        if i * j % 11 == 10:
            count += 100
            break
        count += 1
    else:
        count = -1
print(count, i, j)
hits = []
for a in range(1, 40):
    for b in range(a, 40):
        for c in range(b, 57):
            if c * c > a * a + b * b:
                break
            if a * a + b * b == c * c:
                hits.append((a, b, c))
print(len(hits), hits[:4], hits[-1], (a, b, c))
k = 0
while k < 500:
    k += 1
    if k % 3:
        continue
    if k > 400:
        break
else:
    print("not reached")
print(k)
for q in range(200):
    pass
else:
    print("else", q)
for q in []:
    pass
else:
    print("empty else", q)
out = 0
for i in range(30):
    for j in range(30):
        try:
            if j == i:
                break
            if (i + j) % 4 == 0:
                continue
            out += 1
        finally:
            out += 1000
print(out)
