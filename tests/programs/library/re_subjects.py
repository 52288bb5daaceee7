# re over classes made of str and bytes, and over buffers: what matches and pieces are made of.
import array
import re


class Text(str):
    def __getitem__(self, index):
        return Text(str.__getitem__(self, index))


class Raw(bytes):
    pass


def show(value):
    if isinstance(value, (list, tuple)):
        return [show(v) for v in value]
    return type(value).__name__, value


text = Text("a:b::c")
print(show(re.split(":", text)), show(re.findall(":+", text)), show(re.sub("x", "y", text)))
print(show(re.sub("b", "x", text)), show(re.match("(a)(:)", text).groups()), type(re.match("a", text).string))
for raw in (b"a:b", Raw(b"a:b"), bytearray(b"a:b"), memoryview(b"a:b"), array.array("B", b"a:b")):
    m = re.match(b"(a):", raw)
    print(type(m.string).__name__, show(m.group()), m, show(re.split(b":", raw)), show(re.findall(b"[ab]", raw)),
          show(re.sub(b"a", b"c", raw)))
print(re.compile(b"bla").match(array.array("B")))
for pattern, subject in (("a", b"a"), (b"a", "a"), ("a", 5), (b"a", None)):
    try:
        re.search(pattern, subject)
    except TypeError as e:
        print(e)

p = re.compile("(?P<first>a)(b)", re.I)
print(p.groupindex, p.match("AB")["first"])
try:
    p.groupindex["first"] = 5
except TypeError as e:
    print(e)
print(re.compile("x", re.I | re.M), re.compile(b"x", re.A))
big = "x" * 300000
print([re.search(q, big) for q in (r"\Ay", "^y")], re.findall(r"\Ax", big), re.search("(?m)^y", "x\ny"))
print(re.search(r"\Ax|y", "zy"), re.compile("^x").search("xx", 1), re.compile("^x").findall("xx", 0))
