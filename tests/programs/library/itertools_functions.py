# itertools: infinite and finite iterators, combinatorics, groupby, tee, laziness.
from itertools import (accumulate, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile,
                       filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest)

print(list(islice(count(10, 3), 4)), list(islice(count(0.5, 0.25), 3)), list(islice(cycle("ab"), 5)), list(repeat(7, 3)), list(islice(repeat("x"), 2)))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)), list(accumulate("abc")), list(accumulate([])))
print(list(chain("ab", [1], ())), list(chain.from_iterable([[1], (2, 3)])), list(compress("abcd", [1, 0, 1, 0])), list(filterfalse(lambda x: x % 2, range(6))))
print(list(takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 5, 1])), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("abc", [1], fillvalue="-")))
print([(k, list(g)) for k, g in groupby("aabbbca")], [(k, len(list(g))) for k, g in groupby(range(10), lambda x: x // 4)], [k for k, _ in groupby([1, 1.0, True, 2])])
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=3)), list(product()), list(product([], [1])))
print(list(permutations("abc", 2)), len(list(permutations(range(5)))), list(combinations("abcd", 2)), list(combinations([1], 2)), list(combinations_with_replacement("ab", 2)), list(pairwise("abcd")))
a, b = tee(iter([1, 2, 3]))
print(next(a), next(a), list(b), list(a))
print(list(islice("abcdefgh", 2, None, 3)), list(islice(range(10), 3, 8, 2)), list(islice([], 5)), list(islice("abc", None)))
it = iter(range(10))
print(list(islice(it, 3)), next(it), list(islice(it, 2)), list(it))
for f in (lambda: list(islice("abc", -1)), lambda: list(zip_longest(5)), lambda: next(count("a")), lambda: list(combinations("ab", -1)), lambda: list(starmap(pow, [1]))):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
g = groupby([1, 1, 2, 2, 3])
k1, g1 = next(g)
k2, g2 = next(g)
print(k1, list(g1), k2, list(g2))
s = 0
for i, (x, y) in enumerate(islice(zip(count(), cycle((1, 2, 3))), 500)):
    s += i * y - x
for x, y in product(range(20), repeat=2):
    s ^= x * y
for c in combinations(range(12), 3):
    s += c[0] * c[2] - c[1]
for v in chain(range(200), accumulate(range(100))):
    s += v
for k, grp in groupby(range(300), lambda v: v // 50):
    s += k * sum(grp)
print(s, sum(1 for p in permutations(range(5)) if p[0] < p[-1]))
q = [list(islice(count(i), 3)) for i in range(3)]
print(q, list(map(sum, zip(*q))), dict(zip("abc", count(1))))
