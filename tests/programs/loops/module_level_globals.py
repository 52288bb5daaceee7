# Hot loops at module level: every variable is a global, some assigned in functions called from the loop.
total = 0
count = 0
last = None
STEP = 3


def bump():
    global count
    count += 1
    return count


def set_last(x):
    global last, STEP
    last = x
    if x == 600:
        STEP = 5


i = 0
while i < 1000:
    total += i * STEP
    if i % 2:
        bump()
    set_last(i)
    i += 1
print(total, count, last, STEP, i)
evens, odds = 0, 0
for n in range(800):
    if n % 2 == 0:
        evens += n
    else:
        odds += n
    if n == 500:
        odds = float(odds)
print(evens, odds, n)
x = 0
for x in range(300):
    x = x * x
    x += 1
print(x)
m = []
for a in range(20):
    for b in range(20):
        m.append(a ^ b)
        if b > a:
            break
print(len(m), sum(m), a, b)
for q in range(500):
    if q == 250:
        newly_defined = "yes"
    if q > 300:
        newly_defined = newly_defined[-2:] + "s"
print(newly_defined)
f = 1.0
while f < 1e6:
    f *= 1.01
    k = int(f)
print(f, k)
for t in range(400):
    del t
try:
    t
except NameError as e:
    print(e)
r = range(5)
for z in r:
    r = "rebound"
print(z, r)
print(sorted(k for k in globals() if len(k) == 1 and k != "_"))
