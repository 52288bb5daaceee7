# Reading and writing JSON: errors and their places, hooks, options, chunks.
import enum
import io
import json
import json.decoder
import json.encoder
from collections import OrderedDict

TEXTS = ['', ' ', '[', '[1', '[1,', '[1,]', '[1 2]', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,',
         '{"a":1,}', '{"a" 1}', '{1:2}', '{"a":1 "b":2}', '"abc', '"\\', '"\\q"', '"\\u12"',
         '"\\u12g4"', '"\\ud83d\\ude00"', '"\\ud83d\\u0041"', '"\\ud83d"', '"a\nb"', '"\x7f"', 'nul',
         'nulls', '-', '01', '1.', '1.e3', '1e', '1e5', '-0', '-0.0', '1E+2', '1.5e-3', 'NaN',
         '-Infinity', 'Infinity', '-Inf', '[[[[]]]]', ' [1, 2 ,3 ] x', '123456789012345678901234567',
         '{"a": {"b": [1, {"c": null}]}}', '[true,false,null]', "{'a': 1}", '[1]]', '\ufeff1']
for text in TEXTS:
    for options in ({}, {"parse_int": str}, {"object_pairs_hook": list}):
        try:
            print(repr(text), ascii(json.loads(text, **options)))
        except json.JSONDecodeError as e:
            print(repr(text), e, e.msg, e.pos, e.lineno, e.colno)
print(json.loads(b'\xef\xbb\xbf[1]'), json.loads('[1]'.encode("utf-16")),
      json.loads('[1]'.encode("utf-32-be")))
print(json.loads('{"a": 1.5, "b": [1e3]}', parse_float=lambda s: "f" + s))
print(json.loads('[NaN, Infinity]', parse_constant=lambda s: "c" + s))
print(json.loads('{"b": {"a": 1}}', object_hook=lambda d: sorted(d.items())))
print(json.loads('{"b": 1, "a": 1}', object_pairs_hook=OrderedDict))
print(json.JSONDecoder().raw_decode('[1] tail'), json.JSONDecoder(strict=False).decode('"a\tb"'))
print(json.decoder.scanstring('"abc" x', 1))
for arguments in [(5,), (None,), ([1],)]:
    try:
        json.loads(*arguments)
    except TypeError as e:
        print(e)
try:
    json.loads("[" * 100000)
except RecursionError as e:
    print(e)


class Color(enum.IntEnum):
    RED = 1


class Text(str):
    def __repr__(self):
        return "no"


class Number(int):
    def __repr__(self):
        return "no"


values = [None, True, 1, 1.5, 1e100, -0.0, "a\"\\\n\t\x00\x7f\xe9\u20ac\U0001f600", [], {}, [[]], (1, 2),
          {"a": [1, {"b": 2}], "c": {}}, {1: 2, 1.5: 3, True: 4, None: 5}, Color.RED, Text("t"),
          Number(3), [Color.RED, Text("x"), Number(4)], {Text("k"): Number(5)}]
for v in values:
    print(json.dumps(v), json.dumps(v, ensure_ascii=False), json.dumps(v, separators=(",", ":")))
    print(json.dumps(v, indent=2), json.dumps(v, indent="\t"), json.dumps(v, indent=0))
    print(list(json.JSONEncoder().iterencode(v)), list(json.JSONEncoder(indent=1).iterencode(v)))
    file = io.StringIO()
    json.dump(v, file, indent=1)
    print(file.getvalue() == json.dumps(v, indent=1))
print(json.dumps({"b": 1, "a": 2}, sort_keys=True), json.dumps({(1, 2): 3, "a": 1}, skipkeys=True))
round_about = []
round_about.append(round_about)


class Point:
    pass


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"point": [1, 2]}
        return super().default(o)


print(json.dumps([Point()], cls=Encoder), json.dumps(Point(), default=lambda o: [o.__class__.__name__]))
for v, options in [(round_about, {}), (Point(), {}), ({(1,): 2}, {}), (float("nan"), {"allow_nan": False}),
                   ([float("inf")], {"allow_nan": False, "indent": 1}), ({"a": 1, 2: 3}, {"sort_keys": True}),
                   (1, {"bogus": 2}), (b"a", {}), ({1, 2}, {"cls": Encoder})]:
    try:
        print(json.dumps(v, **options))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print([json.dumps(x) for x in (float("nan"), float("inf"), -float("inf"))])
print(json.encoder.encode_basestring_ascii("\x7f\u20ac"), json.encoder.encode_basestring("\x7f\u20ac"))
