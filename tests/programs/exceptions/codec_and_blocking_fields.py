# What the exceptions of codecs and of files that do not wait carry.
import math

for kind, args in ((UnicodeDecodeError, ("utf-8", b"a\xffb", 1, 2, "bad byte")),
                   (UnicodeDecodeError, ("utf-8", b"a\xffb", 0, 3, "bad bytes")),
                   (UnicodeEncodeError, ("ascii", "a\xe4b", 1, 2, "bad")),
                   (UnicodeEncodeError, ("ascii", "a\u20acb", 1, 2, "bad")),
                   (UnicodeEncodeError, ("ascii", "a\U0001f600b", 1, 2, "bad")),
                   (UnicodeEncodeError, ("ascii", "abc", 0, 3, "bad")),
                   (UnicodeTranslateError, ("a\u20acb", 1, 2, "no translation")),
                   (UnicodeTranslateError, ("abc", 0, 2, "no translation"))):
    e = kind(*args)
    print(str(e), repr(e), e.object, e.start, e.end, e.reason, e.args == args)
    e.start, e.end, e.reason = 0, 1, "changed"
    print(str(e), getattr(e, "encoding", None))

for make in (lambda: UnicodeDecodeError(), lambda: UnicodeDecodeError("utf-8"),
             lambda: UnicodeDecodeError("utf-8", "text", 0, 1, "reason"),
             lambda: UnicodeDecodeError("utf-8", b"text", "0", 1, "reason"),
             lambda: UnicodeDecodeError(1, b"text", 0, 1, "reason"),
             lambda: UnicodeEncodeError("utf-8", b"text", 0, 1, "reason"),
             lambda: UnicodeEncodeError("utf-8", "text", 0, 1, None),
             lambda: UnicodeTranslateError("text", 0, 1), lambda: UnicodeTranslateError(1, 2, 3, 4),
             lambda: UnicodeError(), lambda: UnicodeError("anything", 1)):
    try:
        print(repr(make()))
    except TypeError as e:
        print(e)


class Mine(UnicodeDecodeError):
    def __init__(self, where):
        super().__init__("mine", b"abc", where, where + 1, "because")


print(Mine(1), Mine(2).start)

e = BlockingIOError(11, "would wait", 5)
print(e.characters_written, e.args, e.filename, e)
e.characters_written = 7
print(e.characters_written, BlockingIOError(11, "would wait", "name").filename)
for e in (BlockingIOError(11, "would wait"), BlockingIOError()):
    try:
        print(e.characters_written)
    except AttributeError:
        print("nothing written")

for text in ("nan", "-nan", "+nan", "-NaN", "-inf", "inf"):
    print(text, float(text), math.copysign(1, float(text)))
print((1 + 0j) in range(3), (1 + 1j) in range(3), (1.5 + 0j) in range(3), (7 + 0j) in range(0, 9, 7))


class Items(list):
    __hash__ = object.__hash__


a, b = Items([1]), Items([1])
print(a == b, hash(a) == hash(b), len({a: 1, b: 2, a: 3}), hash(a) == object.__hash__(a))


class Names(dict):
    __hash__ = object.__hash__
    __repr__ = object.__repr__


n = Names(a=1)
print({n} == {n}, repr(n).startswith("<__main__.Names object at"))
