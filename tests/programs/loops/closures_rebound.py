# Closures whose captured function or value is rebound while they are hot; a cell read before it is bound.
def averager():
    seen = []
    s = 0

    def avg(v):
        nonlocal s
        seen.append(v)
        s += v
        return s / len(seen)
    return avg


av = averager()
for i in range(400):
    r = av(i if i < 200 else float(i))
print(r)


def swapper():
    f = lambda x: x + 1

    def call(x):
        return f(x)

    def swap():
        nonlocal f
        f = lambda x: x * 2
    return call, swap


call, swap = swapper()
v = 0
for i in range(600):
    v = call(v) % 1000003
    if i == 350:
        swap()
print(v)


def unbound(n):
    def use():
        return cell
    for i in range(n):
        if i == 300:
            cell = "bound"
        try:
            r = use()
        except NameError as e:
            r = str(e)
        if i in (0, 299, 300):
            print(r)


unbound(400)
