# Classes made by type(), and classes derived from built-in ones: their modules, texts, arguments.
import types


def refused(f):
    try:
        print(f())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


Made = type("Made", (), {"x": 1})
print(Made, Made.__module__, type("Other", (int,), {"__module__": "elsewhere"}))


class Text(str):
    def __str__(self):
        return "its own"


class Number(int):
    def __str__(self):
        return "a number"


class Real(float):
    def __repr__(self):
        return "a real"


print("{}".format(Text("xxx")), f"{Text('xxx')}", format(Text("xxx")), "{:>5}".format(Text("xxx")))
print(format(Number(3)), f"{Number(3)}", f"{Number(3):4}", format(Real(2.5)), f"{Real(2.5):.1f}")
print(str.__format__(Text("t"), ""), int.__format__(Number(3), ""))


class Part(list):
    pass


class Keywords(list):
    def __init__(self, *args, extra=None):
        super().__init__(*args)
        self.extra = extra


class Row(tuple):
    pass


for cls in (Part, Row, Real):
    refused(lambda: cls(sequence=()))
print(Keywords([1], extra=2), Keywords([1], extra=2).extra)


class Raw(bytearray):
    def __init__(self, *args, note=None):
        super().__init__(*args)
        self.note = note


class Data(bytes):
    pass


print(Raw(b"ab", note=1), type(Raw.fromhex("6162")).__name__, type(Data.fromhex("61")).__name__)


class Blocked:
    __bytes__ = None


refused(lambda: bytes(Blocked()))
refused(lambda: b"ab".hex("\x80"))
refused(lambda: int.from_bytes([256], "big"))
refused(lambda: "a".find())
refused(lambda: "a".find("a", 1, 2, 3))
refused(lambda: b"a".startswith(b"a", 1, 2, 3))
refused(lambda: [1].index(1, 2, 3, 4))
refused(lambda: "{0}".format_map({}))
refused(lambda: "{99999999999999999999}".format(1))
refused(lambda: "{0[99999999999999999999]}".format([1]))
refused(lambda: "%c" % 10**30)
print(b"%(a(b)c)s" % {b"a(b)c": b"nested"}, str(errors="strict") == "", str(memoryview(b"ab"), "ascii"))

d = {1: 2}
print(d.keys().mapping == d, d.items().mapping, [d.values().mapping], types.MappingProxyType(d) == {1: 2})
print(type(frozenset([1]) & d.keys()), type(d.keys() | frozenset([3])), {1, 5} - d.keys())
d[3] = d.values()
print(d)
print((1 + 0j).__eq__(1), (1 + 1j).__eq__("a"), (1 + 0j).__ne__(1.0), (1j).__lt__(2j))


class Old:
    def __getitem__(self, i):
        return i


refused(lambda: reversed(Old()))
refused(lambda: reversed(5))
