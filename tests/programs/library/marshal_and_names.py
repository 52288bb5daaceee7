# marshal: values as bytes; stringprep and the names of hosts, which Unicode 3.2 prepares.
import marshal
import stringprep
import unicodedata

values = [None, True, 0, -5, 1 << 70, -(1 << 200), 1.5, float("inf"), 2j, "text", "é", "\ud800", b"bytes",
          (1, (2, 3)), [1, [2]], {"a": 1, 2: (3,)}, ..., {1, 2}, frozenset(("x",)), "long " * 80]
for version in range(5):
    print(version, all(marshal.loads(marshal.dumps(v, version)) == v for v in values))
print(marshal.dumps((1, 2.5, "a b", None, [b"x"]), 2), marshal.dumps({1: -1 << 40}, 2))
loop = []
loop.append(loop)
print(marshal.loads(marshal.dumps(loop)))
for wrong in (b"", b"i", b"?", b"[\1\0\0\0", object()):
    try:
        marshal.loads(wrong) if isinstance(wrong, bytes) else marshal.dumps(wrong)
    except (EOFError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
print("bücher.example".encode("idna"), b"xn--bcher-kva.example".decode("idna"))
old = unicodedata.ucd_3_2_0
print(old.unidata_version, old.category("\u0221"), unicodedata.category("\u0221"), old.category("A"))
print(stringprep.in_table_a1("\u0221"), stringprep.map_table_b3("ß"), stringprep.in_table_d1("\u0627"))
