"""Messages name the types of modules in C with their modules."""
import array
import collections
import functools
import hashlib
import io
import itertools
import operator
import queue
import re
import struct
import threading
import types
import weakref
import zlib

made = [array.array("d"), collections.deque(), collections.defaultdict(), collections.OrderedDict(),
        functools.partial(len), itertools.groupby(""), operator.itemgetter(1),
        operator.attrgetter("x"), operator.methodcaller("x"), struct.Struct("i"), re.compile(""),
        re.match("", ""), queue.SimpleQueue(), threading.Lock(), threading.RLock(), io.BytesIO(),
        io.StringIO(), hashlib.md5(), zlib.compressobj(), weakref.ref(collections.Counter),
        types.SimpleNamespace(), itertools.count(), itertools.chain(), iter(collections.deque())]


class Own(collections.deque):
    pass


made.append(Own())
for x in made:
    for act in (lambda x: x.nothing, hash, lambda x: x + 1, lambda x: 1 - x, lambda x: x < 3,
                lambda x: [][x], lambda x: x[1j], lambda x: -x, len, iter,
                lambda x: int(x), lambda x: "".join([x]), lambda x: f"{x:5}", lambda x: range(x),
                lambda x: 2 in x, lambda x: type(x).nothing, lambda x: x @ 1, lambda x: "" + x):
        try:
            act(x)
        except Exception as e:
            print(type(e).__name__, e)
    print(type(x).__name__, type(x).__qualname__, type(x).__module__)
