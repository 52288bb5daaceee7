# Containers that are changed while they are looked through, and what derived containers keep.
import copy
import operator
import pickle
from collections import OrderedDict, defaultdict, deque
from functools import partial, reduce
import heapq
import itertools


def refused(f):
    try:
        print(f())
    except (TypeError, ValueError, RuntimeError, IndexError, KeyError) as e:
        print(type(e).__name__, e)


def replace_keys():
    d = {0: 0}
    for k in d:
        del d[k]
        d[0] = 0


def replace_others():
    d = {1: 1, 2: 2}
    seen = []
    for k in d:
        seen.append(k)
        if k == 1:
            del d[2]
            d[3] = 3
    return seen


refused(replace_keys)
refused(replace_others)


class Clears:
    def __init__(self, d):
        self.d = d

    def __eq__(self, other):
        self.d.clear()
        return False


for f in (deque.count, deque.index, deque.remove, lambda d, x: x in d):
    d = deque()
    d.extend([Clears(d), 2, 3])
    refused(lambda: f(d, 0))
d = deque([1, 2, 3])
it = iter(d)
print(operator.length_hint(it), next(it), operator.length_hint(it), list(copy.copy(it)))
d.append(4)
refused(lambda: next(it))
it = reversed(d)
print(next(it), list(type(it)(d, 2)), list(pickle.loads(pickle.dumps(it))))

od = OrderedDict.fromkeys("abc", value=1)
od.note = "kept"
dup = copy.copy(od)
print(dup, dup.note, od.pop(key="a"), od.setdefault("z", default=5), od)
print(type({"q": 1} | od), {"q": 1} | od, od.__reduce__()[:3])
od |= [("y", 2)]
print(od, pickle.loads(pickle.dumps(od)).note)
dd = defaultdict(list, {1: [2]})
print({3: 4} | dd, (dd | {5: 6}).default_factory)

p = partial(print, 1, sep="-")
print(p.__reduce__()[2][1:], copy.copy(p).keywords is p.keywords, p.__dict__)
p.func_note = 1
print(p.__dict__)
refused(lambda: heapq.heapreplace(None, None))
refused(lambda: list(itertools.starmap(pow, [5])))
refused(lambda: list(itertools.starmap(pow, [[2, 3], (3, 2)])))


# An iterator that begins anew whenever it is asked for an iterator.
class Again:
    def __iter__(self):
        self.n = 0
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n


print(list(zip("abcde", Again())), list(map(operator.mul, [2, 2, 2, 2], Again())))
print(list(itertools.pairwise(Again())), list(itertools.accumulate(Again())),
      list(itertools.islice(Again(), 5)), reduce(operator.add, Again()),
      list(itertools.zip_longest("ab", Again())), list(itertools.dropwhile(bool, Again())))
a, b = itertools.tee(Again())
print(list(a), list(b), [(k, list(g)) for k, g in itertools.groupby(Again(), lambda x: x // 2)])
