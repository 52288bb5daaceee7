# Recursion that becomes hot in the middle of a descent: results, exceptions and type changes while many frames are active.
def down(n, acc):
    if n == 0:
        return acc
    r = down(n - 1, acc + n)
    return r + 1


print(down(10, 0), down(400, 0), down(400, 0.5), down(300, 2 ** 62), down(50, 10 ** 20))


def mixed(n):
    if n <= 0:
        return 0
    if n % 97 == 0:
        return mixed(n - 1) + 0.5
    if n % 89 == 0:
        return 2 ** 61 + mixed(n - 1)
    return mixed(n - 1) + n


print(mixed(80), mixed(95), mixed(300))


def bottom(n, kind):
    if n == 0:
        if kind == "raise":
            raise ValueError("deep")
        return None if kind == "none" else kind
    local = [n]
    r = bottom(n - 1, kind)
    return r if r is None else r + local[0]


print(bottom(300, 0), bottom(300, 1.5), bottom(300, "none"))
for kind in ("raise", "s"):
    try:
        bottom(200, kind)
    except (ValueError, TypeError) as e:
        print(e)


def tree(n):
    return (tree(n - 1), n, tree(n - 1)) if n else None


def total(t):
    if t is None:
        return 0
    l, v, r = t
    return total(l) + v + total(r)


t = tree(9)
print(total(t), total(tree(1)), total((None, 0.5, (t, 2 ** 64, None))))


def a(n, log):
    if n > 0:
        log[0] += 1
        b(n - 1, log)
        c(n - 2, log)


def b(n, log):
    if n > 0:
        log[1] += n
        c(n - 1, log)


def c(n, log):
    if n > 0:
        log[2] ^= n
        a(n - 1, log)


log = [0, 0, 0]
a(28, log)
print(log)


def collect(n, out=None):
    out = [] if out is None else out
    if n:
        out.append(n)
        collect(n // 2, out)
        collect(n // 3, out)
    return out


r = collect(300)
print(len(r), sum(r), r[:8])
binom = lambda n, k: 1 if k == 0 or k == n else binom(n - 1, k - 1) + binom(n - 1, k)
print(binom(12, 5), [binom(8, k) for k in range(9)])
