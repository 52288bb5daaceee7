# Wrong numbers of arguments for what CPython has in C and Hothouse in Python: the messages of C.
import array
import collections
import functools
import itertools
import operator
import struct

for text in """
collections.deque(1, 2, 3)
collections.deque(foo=1)
collections.deque().append()
collections.deque().append(1, 2)
collections.deque().append(x=1)
collections.deque().popleft(1)
collections.deque().extend()
collections.deque.append()
collections.OrderedDict().move_to_end()
collections.OrderedDict().popitem(1, 2)
collections.OrderedDict().popitem(foo=1)
collections.OrderedDict().popitem(1, last=2)
collections.defaultdict().__missing__()
itertools.count(1, 2, 3)
itertools.count(a=1)
itertools.cycle()
itertools.cycle(1, 2)
itertools.combinations([1])
itertools.permutations()
itertools.accumulate()
itertools.tee()
itertools.tee(1, 2, 3)
itertools.starmap(1)
itertools.takewhile(1)
itertools.pairwise()
functools.reduce()
functools.reduce(1)
functools.reduce(1, 2, 3, 4)
functools.cmp_to_key()
operator.add(1)
operator.add(1, 2, 3)
operator.length_hint()
array.array('i').append()
array.array('i').append(1, 2)
array.array('i').tobytes(1)
struct.Struct()
[].__len__(1)
int.__add__(1)
int.__add__('a', 1)
int.__add__()
str.upper()
str.upper(1)
object.__new__()
""".strip().split("\n"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)


# Classes of programs that derive from those speak for themselves.
class Row(collections.deque):
    def append(self, x, y):
        pass


for text in ("Row(1, 2, 3)", "Row().append(1)", "Row().popleft(2)", "collections.Counter().total(1)"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)
