# Built-in types where values are not what is usual, or change while they are compared.
import collections
import operator
import types


class Same:
    # Equal in hash, and its comparison does as it is told.
    def __init__(self, action):
        self.action = action

    def __hash__(self):
        return 7

    def __eq__(self, other):
        return self.action()


def fail():
    raise ZeroDivisionError("compared")


def attempt(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


key, other = Same(fail), Same(fail)
table = {key: other}
print(key in table, key in table.keys(), (key, other) in table.items())
attempt(lambda: other in table)
attempt(lambda: other in table.keys())
attempt(lambda: (other, other) in table.items())
attempt(lambda: (key, key) in table.items())
attempt(lambda: types.MappingProxyType(table)[other])

clearing = {}
clearing[Same(lambda: clearing.clear() or True)] = 1
attempt(lambda: clearing.get(Same(lambda: True)))
print(len(clearing))


class Count(int):
    pass


print(bytes(Count(3)), list(range(Count(2))))
for template in ("%.*d", b"%.*d"):
    attempt(lambda: template % (10**20, 1))

numbers = [3, 1, 2]
attempt(lambda: numbers.sort(key=lambda x: numbers.append(x) or x))
print(numbers)
attempt(lambda: numbers.sort(key=lambda x: len(numbers)))
print(numbers)
print(slice(1, 2) == slice(1, 2.0), slice(1, 2) < slice(1, 3), slice(None, 10**30).indices(5))
attempt(lambda: hash(slice(1)))
attempt(lambda: slice(None, None, 0).indices(5))
attempt(lambda: range(3).index("x"))
print(range(3).count(1.0), range(3).index(2.0), range(10).count("x"))
print(int(memoryview(b"12")), float(memoryview(b"1.5")), int(bytearray(b"7")))
print({1: 2}.keys() & [1, 5], {1: 2}.items() | [3], {1: 1}.keys() - (1,), {1: 1}.keys() ^ iter([2]))
print(type(Count.from_bytes(b"\1", "big")), bool.from_bytes(b"\1", "big"))
inner = {frozenset({1})}
print({1} in inner, inner.discard({1}), inner)
attempt(lambda: inner.remove({1}))
method = types.MethodType(lambda self, x: (self, x), 5)
print(method(6), method.__self__, types.MethodType(len, "abc")())
attempt(lambda: types.MethodType(5, 5))
for x in ([1, 2, 3], (1,), "ab", {1: 2, 3: 4}, {1, 2}, range(9), b"abc", reversed([1, 2])):
    it = iter(x)
    next(it)
    print(operator.length_hint(it), end=" ")
print(operator.length_hint(5, 8))
print([format(x, s) for x, s in ((1234.56, ".4"), (123.456, ".4"), (1e10, ".12"), (99.9, ".2"), (1.0, ".1"))])

words = collections.UserList([1, 2])
words.extend(words)
print(words, words + [5], [0] + words, words[1:], type(words * 2), words == [1, 2, 1, 2])
text = collections.UserString("a\tb")
print(text.expandtabs(tabsize=4), text.upper(), "x" + text, text % (), text.center(9, "-"), hash(text) == hash("a\tb"))
user = collections.UserDict(a=1)
print(user | {"b": 2}, {"c": 3} | user, user.copy(), collections.UserDict.fromkeys("xy"))
