# Recursive functions over lists, strings, nested data and grids; accumulators, default containers, mutual calls.
def power_set(xs):
    return [[]] if not xs else [s + t for s in power_set(xs[1:]) for t in ([], [xs[0]])]


def flatten(x):
    return [v for y in x for v in flatten(y)] if isinstance(x, (list, tuple)) else [x]


def rev(s):
    return s if len(s) < 2 else rev(s[1:]) + s[0]


def perms(s):
    return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]


def fill(grid, r, c, new):
    old = grid[r][c]
    if old == new:
        return 0
    grid[r][c] = new
    n = 1
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        if 0 <= r + dr < len(grid) and 0 <= c + dc < len(grid[0]) and grid[r + dr][c + dc] == old:
            n += fill(grid, r + dr, c + dc, new)
    return n


def digits(n, base=10):
    return str(n) if n < base else digits(n // base, base) + "0123456789abcdef"[n % base]


def depth(t):
    return 1 + max(map(depth, t), default=0) if isinstance(t, list) else 0


def hanoi(n, a, b, c, moves):
    if n:
        hanoi(n - 1, a, c, b, moves)
        moves.append(a + c)
        hanoi(n - 1, b, a, c, moves)
    return moves


def merge(a, b):
    return a + b if not a or not b else [a[0]] + merge(a[1:], b) if a[0] <= b[0] else [b[0]] + merge(a, b[1:])


def is_a(s):
    return not s or s[0] == "a" and is_b(s[1:])


def is_b(s):
    return bool(s) and s[0] == "b" and is_a(s[1:])


def show(x, ind=0):
    pad = " " * ind
    if isinstance(x, dict):
        return "\n".join("%s%s:\n%s" % (pad, k, show(v, ind + 2)) for k, v in x.items())
    return pad + repr(x)


print(len(power_set(list(range(7)))), power_set("ab"), flatten([1, (2, [3, [4, ()]])]), rev("hothouse☃"), perms("abc"))
g = [["#" if (r * c) % 5 == 1 else "." for c in range(12)] for r in range(8)]
print(fill(g, 0, 0, "o"), "".join(g[3]), fill(g, 0, 0, "o"))
print(digits(255, 16), digits(10 ** 20, 2)[:12], digits(7), depth([1, [2, [], [[3]]]]), hanoi(3, "A", "B", "C", []), len(hanoi(8, "x", "y", "z", [])))
print(merge([1, 4, 9], [2, 3, 10, 11]), is_a("abab"), is_a("aba"), is_b("ba" * 50 + "b"))
print(show({"a": 1, "b": {"c": [2], "d": {"e": None}}}))
