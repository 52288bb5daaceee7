# permutations, combinations and combinations_with_replacement of all small sizes, in their order;
# with equal elements, of iterators, and in loops that get hot.
from itertools import combinations, combinations_with_replacement, permutations

for n in range(6):
    for r in range(7):
        print(n, r, list(permutations(range(n), r)), list(combinations("abcdef"[:n], r)),
              list(combinations_with_replacement("abcdef"[:n], r)))
print(list(permutations("aab")), list(combinations("aab", 2)), list(permutations(iter([1, 2]))))
for f in (lambda: permutations([1], "2"), lambda: permutations([1], -1), lambda: combinations([1], -1),
          lambda: combinations_with_replacement([1], -1), lambda: permutations(3)):
    try:
        print(list(f()))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


def queens(n):
    columns = range(n)
    return sum(1 for row in permutations(columns)
               if n == len({row[i] + i for i in columns}) == len({row[i] - i for i in columns}))


print([queens(n) for n in range(1, 8)])
print(sum(p[0] * p[-1] for p in permutations(range(8), 5)))
print(sum(a * b - c for a, b, c in combinations(range(40), 3)))
print(sum(a * b - c for a, b, c in combinations_with_replacement(range(30), 3)))
kept = list(permutations(range(5), 3))
print(len(set(kept)), kept[0] is not kept[1], kept[7])
it = permutations("abcd")
print(next(it), next(it), sum(1 for _ in it), list(it))
