# Dynamic programming over lists, dicts and tuples: knapsack, longest common subsequence, coins, partitions, paths.
def knapsack(items, cap):
    best = [0] * (cap + 1)
    for w, v in items:
        for c in range(cap, w - 1, -1):
            if best[c - w] + v > best[c]:
                best[c] = best[c - w] + v
    return best[cap]


def lcs(a, b):
    t = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            t[i + 1][j + 1] = t[i][j] + x if x == y else max(t[i + 1][j], t[i][j + 1], key=len)
    return t[-1][-1]


def coins(n, cs):
    ways = [1] + [0] * n
    for c in cs:
        for i in range(c, n + 1):
            ways[i] += ways[i - c]
    return ways[n]


def partitions(n):
    p = [1] + [0] * n
    for k in range(1, n + 1):
        for i in range(k, n + 1):
            p[i] += p[i - k]
    return p[n]


def floyd(n):
    inf = float("inf")
    d = [[0 if i == j else (i * 7 + j * 3) % 11 + 1 if (i + j) % 3 else inf for j in range(n)] for i in range(n)]
    for k in range(n):
        for i in range(n):
            for j in range(n):
                if d[i][k] + d[k][j] < d[i][j]:
                    d[i][j] = d[i][k] + d[k][j]
    return d


print(knapsack([(w, w * 3 % 17 + 1) for w in range(2, 20)], 60), knapsack([(1, 0.5), (2, 1.75)], 10), knapsack([(3, 2 ** 63), (4, 2 ** 63)], 9))
print(lcs("the hothouse grows", "hot ghosts grow slow"), lcs([], [1]) == "", lcs("ab☃d", "x☃d"))
print(coins(300, [1, 2, 5, 10, 25, 50, 100]), coins(30, [7]), [partitions(n) for n in (1, 10, 50, 120)])
d = floyd(10)
print(d[0], sum(map(sum, d)))
memo = {}


def catalan(n):
    if n < 2:
        return 1
    if n not in memo:
        memo[n] = sum(catalan(i) * catalan(n - 1 - i) for i in range(n))
    return memo[n]


print([catalan(n) for n in (5, 10, 20, 36)])
pascal = [[1]]
for n in range(70):
    r = pascal[-1]
    pascal.append([1] + [a + b for a, b in zip(r, r[1:])] + [1])
print(pascal[10], max(pascal[66]), max(pascal[70]))
tri = [[(r * c + r) % 10 for c in range(r + 1)] for r in range(25)]
for r in range(23, -1, -1):
    for c in range(r + 1):
        tri[r][c] += max(tri[r + 1][c], tri[r + 1][c + 1])
print(tri[0][0])
