# Dicts in hot loops: counting, grouping, memo tables, inverted index, int and str keys mixed midway.
text = "how much wood would a woodchuck chuck if a woodchuck could chuck wood"
count = {}
for _ in range(10):
    for ch in text:
        if ch in count:
            count[ch] += 1
        else:
            count[ch] = 1
print(count)
index = {}
for i, w in enumerate(text.split()):
    index.setdefault(w, []).append(i)
print(index)
by_len = {}
for w in sorted(set(text.split())):
    by_len[len(w)] = by_len.get(len(w), ()) + (w,)
print(by_len)
memo = {}


def ways(n, k):
    if n == 0:
        return 1
    if n < 0 or k == 0:
        return 0
    key = n, k
    if key not in memo:
        memo[key] = ways(n - k, k) + ways(n, k - 1)
    return memo[key]


print(ways(30, 30), ways(60, 10), len(memo))
m = {}
for i in range(1200):
    k = i % 50
    if i > 600:
        k = "k%d" % k if i % 2 else k
    if i > 1000 and i % 5 == 0:
        k = k if isinstance(k, str) else k + 0.0
    if i > 1100 and i % 7 == 0:
        k = (k, i % 3)
    try:
        m[k] += i
    except KeyError:
        m[k] = 0
print(len(m), sum(m.values()), m[0], m["k7"], m[49.0], sorted(str(k) for k in m)[:5])
graph = {}
for a, b in [(i, (i * 3 + 1) % 23) for i in range(23)]:
    graph.setdefault(a, set()).add(b)
    graph.setdefault(b, set()).add(a)
dist = {0: 0}
frontier = [0]
while frontier:
    nxt = []
    for u in frontier:
        for v in sorted(graph[u]):
            if v not in dist:
                dist[v] = dist[u] + 1
                nxt.append(v)
    frontier = nxt
print(sorted(dist.items()))
