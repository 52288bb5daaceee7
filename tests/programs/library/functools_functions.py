# functools: reduce, partial, lru_cache with statistics and eviction, wraps, cmp_to_key, cached methods, singledispatch-free.
from functools import cache, cmp_to_key, lru_cache, partial, reduce, wraps

print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(max, [3, 9, 2]), reduce(lambda a, b: a + [b], "abc", []), reduce(lambda a, b: 0, [], "init"), reduce(lambda a, b: a, [5]))
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)
p = partial(int, base=2)
print(p("1011"), p("11", base=3), p.func is int, p.args, p.keywords, partial(print, "a", sep="-")("b", "c"), partial(partial(max, 1), 5)(3))
calls = []


@lru_cache(maxsize=3)
def sq(x):
    calls.append(x)
    return x * x


print([sq(i) for i in (1, 2, 3, 1, 4, 2, 1, 1.0)], calls, sq.cache_info())
sq.cache_clear()
print(sq.cache_info(), sq(2), sq.__wrapped__(9), sq.__name__)


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(100), fib.cache_info())


@lru_cache
def kw(a, b=1, *c, **d):
    calls.append("kw")
    return a, b, c, sorted(d.items())


calls.clear()
print(kw(1), kw(1), kw(1, 1), kw(a=1), kw(1, z=2), calls)
try:
    kw([])
except TypeError as e:
    print(e)


def deco(f):
    @wraps(f)
    def inner(*a):
        """inner doc"""
        return f(*a)
    return inner


@deco
def documented():
    """real doc"""


print(documented.__name__, documented.__doc__, documented.__wrapped__.__name__)
print(sorted(["b", "aa", "a"], key=cmp_to_key(lambda x, y: len(x) - len(y) or (x > y) - (x < y))), max([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
t = 0
add = partial(lambda a, b, c: a + b * c, 1, c=3)
for i in range(500):
    t += add(i) + fib(i % 50) % 7
    t = reduce(lambda a, b: (a * 31 + b) % 1000003, (i, t, 7), t)
print(t, sq.cache_info().hits)
grid = [[(r * 3 + c * 5) % 11 for c in range(9)] for r in range(9)]


@cache
def best(r, c):
    if r < 0 or c < 0:
        return 0
    return grid[r][c] + max(best(r - 1, c), best(r, c - 1))


print(best(8, 8), best.cache_info().currsize)
