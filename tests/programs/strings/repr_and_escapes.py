# repr of strings: quotes, control characters, non-printables, surrogate-free unicode; ascii(); str of containers.
for s in ("plain", "it's", 'say "hi"', "both ' and \"", "tab\tnl\ncr\rbs\\", "\0\x01\x1f\x7f\x80\x9f\xa0\xad", "é☃😀", "\u200b\u2028\ufeff", "\b\a\f\v", ""):
    print(repr(s), ascii(s), len(s), s.isprintable())
print(["a'b", 'c"d', "\n"], ("é",), {"k\t": "v\\"}, str(["x"]), repr(repr("a")))
print([1, [2, [3, ()]], {}, {"a": [1.0, None]}, (1,), set(), frozenset(), {1}, True, ...])
print(str(None), str(True), str(1.0), str("s"), str([]), str(len)[:9], str(int), str(type), repr(ValueError("x", 1)), repr(range(3)), repr(range(1, 9, 2)), repr(slice(1, None)))


class C:
    def __repr__(self):
        return "C!"


class D(C):
    def __str__(self):
        return "D as str"


print(C(), str(C()), [C(), D()], D(), repr(D()), f"{C()} {D()} {D()!r} {'é'!a}", "%s %r" % (D(), D()), {C(): 1} and (D(),))
a = [1]
a.append(a)
print(a, len(a), a[1] is a)
d = {}
d["self"] = d
print(d)
t = ([],)
t[0].append(t)
print(t)


class Bad:
    def __str__(self):
        return 5


for f in (lambda: str(Bad()), lambda: f"{Bad()}", lambda: "%s" % Bad()):
    try:
        f()
    except TypeError as e:
        print(e)
print(chr(0x10FFFF) == "\U0010ffff", ord("😀"), ascii("😀"), [chr(c) for c in (65, 955, 8364)], sep="|", end="<\n")
for bad in (lambda: chr(-1), lambda: chr(0x110000), lambda: ord("ab"), lambda: ord(""), lambda: ord(5)):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
