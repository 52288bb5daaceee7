# while loops of all shapes: sentinel, countdown, float condition, two counters, nested, with else and walrus.
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


print([collatz(n) for n in (1, 7, 27, 97, 871)], max(range(1, 120), key=collatz))
n = 700
out = 0
while n:
    n -= 1
    if not n % 3:
        continue
    out += n
print(n, out)
x = 1.0
k = 0
while x > 1e-12:
    x *= 0.9
    k += 1
print(k, x)
lo, hi = 0, 999
probes = 0
a = [i * i for i in range(1000)]
for target in range(0, 5000, 7):
    lo, hi = 0, 999
    while lo <= hi:
        mid = (lo + hi) // 2
        probes += 1
        if a[mid] == target:
            break
        elif a[mid] < target:
            lo = mid + 1
        else:
            hi = mid - 1
    else:
        probes += 1000
print(probes, lo, hi)
i, j = 0, 500
while i < j:
    i += 2
    j -= 1
    if i == j - 1 or i == j:
        print("met", i, j)
print(i, j)
it = iter(range(400))
s = 0
while (v := next(it, None)) is not None:
    s += v
print(s, v)
q = list(range(300))
seen = 0
while q:
    h = q.pop(0)
    seen += h
    if h % 10 == 0 and h < 1000:
        q.append(h + 1001)
print(seen, len(q))
g = 2.0
while True:
    nxt = (g + 2 / g) / 2
    if nxt == g:
        break
    g = nxt
print(g)
d = 0
while d < 20:
    e = d
    while e < 30:
        e += 1
        if (d * e) % 13 == 12:
            break
    else:
        d += 1
        continue
    d += 2
print(d, e)
z = 0
while not z > 500 and z != 499:
    z += 1
print(z)
while False:
    print("never")
else:
    print("else")
