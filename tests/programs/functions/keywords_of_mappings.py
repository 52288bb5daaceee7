# What ** takes: names of a subclass of str, mappings of a program's own, and what is refused.
class Name(str):
    pass


class Pairs:
    def __init__(self, names):
        self.names = names

    def keys(self):
        return self.names

    def __getitem__(self, k):
        return k * 2


def f(*args, **kwargs):
    return args, kwargs


def g(x, y):
    return x, y


print(f(**{Name("a"): 1}), g(**{Name("x"): 1, "y": 2}), f(**Pairs(["p", Name("q")])))
d = {Name("x"): 1, Name("y"): 2}
total = 0
for i in range(2000):
    total += g(**d)[1]
print(total)
for text in ("f(x=5, **{'x': 3}, y=2)", "f(**{'x': 3}, x=5, y=2)", "f(**{'x': 3}, **{'x': 5}, y=2)",
             "f(x=5, **{'x': 3}, **{'x': 2})", "f(*5)", "f(**5)", "len(x=1, **{'x': 1})",
             "[].sort(x=1, **{'x': 1})", "f(1, 2, *[3], x=1, **{'x': 1})",
             "f(*[1], **{'a': 1}, a=2)", "f(**{1: 2})", "f(**Pairs([1]))", "g(1, **{'x': 1})",
             "class C(metaclass=type, **{'metaclass': 1}): pass", "f(a=1, **Pairs(['b', 'a']))"):
    try:
        exec(text)
        print(text, "done")
    except TypeError as e:
        print(text, e)
