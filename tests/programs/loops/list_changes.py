# A list grows, shrinks and changes its element kind while a hot loop indexes it.
def grow(n):
    a = [0]
    for i in range(n):
        a.append(a[i] + i)
        a[i] = -a[i]
    return len(a), a[-1], a[n // 2], sum(a)


def kinds(n):
    a = [1] * 10
    s = 0
    for i in range(n):
        k = i % 10
        s += a[k]
        if i == 300:
            a[3] = 0.5
        if i == 500:
            a[4] = 2 ** 65
        if i == 700:
            a[5] = True
    return s


def shrink(n):
    a = list(range(n))
    s = 0
    i = 0
    while a:
        s += a[i % len(a)] * a[-1]
        a.pop() if i % 2 else a.pop(0)
        i += 1
    return s, i


def stack(n):
    st, s = [], 0
    for i in range(n):
        st.append(i)
        if i % 3 == 2:
            s += st.pop() - st.pop()
    return s, len(st), st[:4]


print(grow(800), kinds(600), kinds(1000), shrink(300), stack(900))
a = [0] * 50
try:
    for i in range(1000):
        a[i % 50] += i
        if i == 600:
            del a[25:]
except IndexError as e:
    print(i, e, sum(a))
b = [1.0, 2.0, 3.0]
for i in range(600):
    b[i % 3] = b[(i + 1) % 3] * 1.01
    if i == 400:
        b[0] = 7
print([round(x, 9) for x in b])
c = [3, 1, 2] * 30
n = 0
swapped = True
while swapped:
    swapped = False
    for i in range(len(c) - 1):
        if c[i] > c[i + 1]:
            c[i], c[i + 1] = c[i + 1], c[i]
            swapped = True
            n += 1
    if n > 1000:
        break
print(n, c[:5], c[-5:])
d = []
for i in range(500):
    d.insert(i // 2, i)
    if len(d) > 60:
        d = d[::-1][:20]
print(d)
e = [None] * 20
for i in range(400):
    e[i * 7 % 20] = i if e[i % 20] is None else e[i % 20]
print(e)
neg = 0
f = list(range(40))
for i in range(-40, 40):
    for _ in range(10):
        neg += f[i] * i
print(neg)
