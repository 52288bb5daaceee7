# string.Template and string.Formatter, as they are and subclassed; methods of bytes that know letters.
import functools
import string


def attempt(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


t = string.Template("$who likes ${what} for $$5, $unknown")
attempt(lambda: t.substitute(who="tim", what="kung pao"))
print(t.safe_substitute({"who": "tim"}, what="x"), t.get_identifiers(), t.is_valid())
for text in ("$", "a\nb $100", "${who", "${}", "$$$"):
    attempt(lambda: string.Template(text).substitute(who=1))
    print(string.Template(text).safe_substitute(who=1), string.Template(text).is_valid())


class Ampersand(string.Template):
    delimiter = "&"
    idpattern = r"[a-z]+\.[a-z]+"


class Braces(string.Template):
    pattern = r"@@(?:(?P<escaped>@@)|(?P<named>[a-z]+)|\{(?P<braced>[a-z]+)\}|(?P<invalid>))"


print(Ampersand("this &a.gift is $5 && more").substitute({"a.gift": "book"}))
print(Braces("@@name is @@{other}").substitute(name=1, other=2))

f = string.Formatter()
print(f.format("{0} {1!r:>5} {name:{width}} {{}}", 1, "x", name="n", width=4), f.format("{} {}", 1, 2))
print(f.format("{0.real} {1[0]} {2[k]}", 5, [7], {"k": 8}), list(f.parse("a{b!r:c}d{{")))
attempt(lambda: f.format("{0} {}", 1, 2))
attempt(lambda: f.format("{} {0}", 1, 2))
attempt(lambda: f.format("{0!x}", 1))
attempt(lambda: f.format("{missing}"))
attempt(lambda: f.format("{5}", 1))


class Names(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else args[key]

    def convert_field(self, value, conversion):
        return value.upper() if conversion == "u" else super().convert_field(value, conversion)

    def check_unused_args(self, used, args, kwargs):
        print("used", sorted(map(str, used)))


print(Names().format("{0!u} {name} {other}", "a", name="b"))

for x in (b"hello World\tx", bytearray(b"ABC d\tE"), b"", b"Title Case", b"a1b", b"\xe9A"):
    print(x.capitalize(), x.title(), x.swapcase(), x.islower(), x.isupper(), x.istitle(), x.expandtabs(),
          x.expandtabs(tabsize=4))
print(b" a\xa0b  c ".rsplit(None, 1), b" a\xa0b  c ".split(None, 1), b"a b ".rsplit(None, 0))
print("a b   ".split(None, 1), "  a  b c  ".split(maxsplit=2), " a b   ".split(None, 0), "a\u2001b\u2001".split(None, 1))
for args in (("a", 5), ("a", "b", 5), (5, "a"), ("ab", "c")):
    attempt(lambda: str.maketrans(*args))


class Methods:
    def f(self, *args, **keywords):
        return args, keywords
    g = functools.partialmethod(f, 1, k=2)
    h = functools.partialmethod(g, 3)

    @classmethod
    def c(cls, *args):
        return cls.__name__, args
    d = functools.partialmethod(c, 9)
    s = functools.partialmethod(staticmethod(lambda *args: args), 7)


print(Methods().g(5, z=1), Methods().h(4), Methods.d(1), Methods().d(2), Methods().s(8), Methods.g(Methods(), 6))
p = functools.partial(int, base=2)
print(p, p("101"), functools.partial(p, "11")())
