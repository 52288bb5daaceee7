# A variable that is int on some iterations and float on others, in every position of an operator.
def alt(n):
    x = 1
    log = []
    for i in range(n):
        if i % 3 == 0:
            x = x * 2
        elif i % 3 == 1:
            x = x / 2
        else:
            x = int(x) + 1
        if i % 97 == 0:
            log.append(x)
    return x, log


print(alt(10), alt(300), alt(601))
ops = 0
vals = [1, 1.0, 2, 2.5, -3, -3.0, 0, 0.0, 2 ** 53 + 1, float(2 ** 53), 2 ** 64, 1e19, True]
for i in range(1300):
    a = vals[i % 13]
    b = vals[i // 13 % 13]
    if a == b:
        ops += 1
    if a < b:
        ops += 10
    if a >= b:
        ops += 100
    if isinstance(a + b, float):
        ops += 1000
    if b:
        ops += int(a // b) % 7
        if a % b == 0:
            ops += 10 ** 6
print(ops)
s = 0
for i in range(1000):
    s += i if i < 500 else i + 0.0
    if i > 900:
        s -= int(s) // 2
print(s)
t = [0, 0.0]
for i in range(800):
    t[i % 2] += t[(i + 1) % 2] % 5 + 1
print(t)
k = 10
while k > 1e-3:
    k = k - 1 if k > 5 else k / 2
print(k)
r = []
n = 5
for i in range(200):
    n = n ** 2 % 1000 if i % 2 else n ** -1 if n == 1 else n + 1
    n = round(n)
    if i % 40 == 39:
        r.append(n)
print(r)
avg = 0
for i, v in enumerate([3, 4.5, -2] * 100, 1):
    avg += (v - avg) / i
print(avg)
u = 0
for i in range(-200, 200):
    u += abs(i) if i % 2 else abs(i / 2)
    u -= max(i, 0.5) if i < 100 else min(i, 99.5)
print(u)
