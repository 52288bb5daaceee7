# inspect.signature and what it answers, in all forms that frameworks ask for.
import functools
import inspect
import pickle
from inspect import Parameter, Signature


def plain(a, /, b: int, c: "str" = "x", *args: float, d, e: list[int] = (), **rest) -> None:
    pass


s = inspect.signature(plain)
print(s, repr(s))
print(s.parameters)
for p in s.parameters.values():
    print(repr(p), p.name, p.kind, repr(p.kind), p.kind.description, p.default, p.annotation)
print(s.return_annotation, s == inspect.signature(plain), hash(s) == hash(inspect.signature(plain)))
print(pickle.loads(pickle.dumps(inspect.signature(len.__class__ and (lambda x, *, y=1: 0)))))
print(inspect.signature(plain, eval_str=True).parameters["c"].annotation)
print(inspect.get_annotations(plain), inspect.get_annotations(plain, eval_str=True))

for make in (lambda: Parameter("a b", Parameter.KEYWORD_ONLY), lambda: Parameter("a", 7),
             lambda: Parameter("a", Parameter.VAR_KEYWORD, default=1), lambda: Parameter(1, 1),
             lambda: Parameter("if", Parameter.KEYWORD_ONLY),
             lambda: Parameter(".0", Parameter.POSITIONAL_OR_KEYWORD),
             lambda: Signature([Parameter("a", 3), Parameter("b", 1)]),
             lambda: Signature([Parameter("a", 1), Parameter("a", 3)]),
             lambda: Signature([Parameter("a", 1, default=1), Parameter("b", 1)]),
             lambda: Signature([Parameter("a", 1), Parameter("b", 2)], return_annotation=int),
             lambda: s.replace(parameters=[]), lambda: s.replace(return_annotation="r"),
             lambda: s.parameters["b"].replace(name="q", default=5),
             lambda: setattr(s.parameters["b"], "name", "z"), lambda: setattr(s, "parameters", {}),
             lambda: inspect.signature(5), lambda: inspect.signature(plain).bind()):
    try:
        print(make())
    except (ValueError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)

for args, kwargs in (((1, 2), {"d": 3}), ((1, 2, 3, 4, 5), {"d": 3, "z": 9}), ((1,), {"b": 2, "d": 3}),
                     ((1,), {}), ((), {"a": 1}), ((1, 2), {"b": 3, "d": 1}), ((1, 2), {})):
    try:
        bound = s.bind(*args, **kwargs)
        print(bound, bound.args, bound.kwargs, bound.signature is s)
        bound.apply_defaults()
        print(bound.arguments)
    except TypeError as e:
        print(e)
print(s.bind_partial(1), s.bind_partial(1) == s.bind_partial(1), s.bind_partial(1) == s.bind(1, 2, d=3))
short = inspect.signature(lambda x, y=2: 0)
for args, kwargs in (((1, 2, 3), {}), ((1,), {"z": 3})):
    try:
        short.bind(*args, **kwargs)
    except TypeError as e:
        print(e)


class Meta(type):
    def __call__(cls, one, *, two=2):
        return super().__call__()


class Made(metaclass=Meta):
    def __init__(self):
        pass


class WithNew:
    def __new__(cls, n, m=1):
        return super().__new__(cls)


class WithInit:
    def __init__(self, a, b: int = 3):
        pass


class Inherits(WithInit):
    def __call__(self, x, /, *y):
        pass

    def method(self, p, q=None):
        pass

    @classmethod
    def of_class(cls, r):
        pass

    @staticmethod
    def free(s):
        pass

    half = functools.partialmethod(method, 1)
    by_name = functools.partialmethod(method, q=2)


class Nothing:
    pass


class Claims:
    __signature__ = Signature([Parameter("claimed", 1)])


@functools.wraps(plain)
def wrapped(*args, **kwargs):
    return plain(*args, **kwargs)


i = Inherits(1)
for f in (Made, WithNew, WithInit, Inherits, Nothing, Claims, i, i.method, Inherits.method, i.of_class,
          Inherits.of_class, i.free, i.half, Inherits.half, i.by_name, wrapped,
          functools.partial(plain, 1, 2), functools.partial(plain, 1, b=5),
          functools.partial(plain, 1, d=5, z=3), functools.partial(WithInit, b=4)):
    print(inspect.signature(f))
print(inspect.signature(wrapped, follow_wrapped=False), Signature.from_callable(plain) == s)


class Loop:
    def __call__(self):
        pass


loop = Loop()
loop.__wrapped__ = loop
for f in (loop, functools.partial(plain, 1, 2, 3, nothing=1), functools.partial(i.free, 1, 2)):
    try:
        print(inspect.signature(f))
    except ValueError as e:
        print(str(e).split(" at ")[0].split(" object")[0])
print(inspect.getfullargspec(plain))
print(inspect.getcallargs(plain, 1, 2, d=3))
print(inspect.isgeneratorfunction(functools.partial(lambda: (yield))),
      inspect.formatannotation(int), inspect.formatannotation(list[int]), inspect.formatannotation("x"))
