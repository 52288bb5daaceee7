# The built-in functions: abs all any bin callable chr divmod enumerate filter getattr hash hex isinstance iter len map ...
print(abs(-3), abs(-2.5), abs(True), all([]), any([]), bin(5), bool([]), callable(print), chr(97), divmod(7, 2), list(enumerate("ab", 1)), list(filter(str.isdigit, "a1b2")))
print(float("1.5"), format(3.14159, ".2f"), hash(5), hex(255), int("7"), isinstance(5, (str, int)), issubclass(bool, int), list(iter("ab")), len({1: 2}), max(3, 1, 2), min("b", "a"), next(iter([9])))
print(oct(8), ord("a"), pow(2, 5), pow(2, 5, 7), list(range(3)), repr("x"), list(reversed([1, 2])), round(2.567, 2), sorted([3, 1]), str(5), sum([1, 2]), tuple("ab"), type(5).__name__, list(zip([1], [2])))
print(slice(1, 2), complex is not None, object() is not None, id(5) == id(5), vars(type("T", (), {})()), dir(type("T", (), {"zz": 1})()).count("zz"), getattr(5, "real"), hasattr(5, "imag"))
print(max([1, 5, 3], key=lambda x: -x), min([], default="d"), max("abc", default=None), min(5, 2, key=lambda v: -v), max([[1, 2], [1, 3]]), max((1, 2.0)), max(1, 1.0), max(1.0, 1), min(True, 1))
print(sum([0.1, 0.2, 0.3]), sum([[1], [2]], []), sum((i for i in range(5)), 100), sum({1: "a", 2: "b"}))
print(sorted("bca", reverse=True), sorted({3: 1, 1: 2}), sorted([(2, "a"), (1, "b")]), sorted([1, 2, 3], key=lambda v: v % 2), sorted(["a", "B"], key=str.lower))
print(int("ff", 16), int(2.9), int(-2.9), int("  5 "), float("inf"), str(1.0), bool("False"), list("ab"), tuple(), dict(), set(), frozenset(), str(), int(), float(), bool())
print(isinstance(True, int), isinstance([], (tuple, list)), isinstance(None, type(None)), issubclass(ValueError, Exception), type(type).__name__, isinstance(5, int | str))
print(iter([1]).__next__(), [1, 2].__len__(), (5).__add__(6), "ab".__contains__("a"), list(map(lambda *a: a, [1, 2], "ab")), callable(lambda: 0))
it = iter(range(3))
print(next(it), next(it), next(it), next(it, "end"), next(it, None))
for f in (lambda: abs("x"), lambda: len(5), lambda: chr("a"), lambda: ord("ab"), lambda: max(), lambda: max(5), lambda: sum("ab"), lambda: sorted([1, "a"]), lambda: next(5), lambda: iter(5), lambda: round("x"), lambda: divmod("a", 1), lambda: isinstance(1, "int"), lambda: hash([]), lambda: int("x"), lambda: float("x"), lambda: range(1.5), lambda: zip(1), lambda: map(), lambda: enumerate(), lambda: pow(2, -1, 4), lambda: getattr(5, "nope"), lambda: bin(1.5), lambda: hex("a"), lambda: reversed({1}), lambda: type(), lambda: pow("a", 2), lambda: sorted(), lambda: min([])):
    try:
        f()
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
t = 0
for i in range(400):
    t += max(i, 200) - min(i, 50) + abs(i - 300) + len(str(i)) + ord(chr(i + 1)) + int(i / 3) + round(i / 7) + sum((i, 1)) + pow(i, 2, 13) + bool(i % 2) + divmod(i, 9)[1] + isinstance(i, int) + hash(i)
print(t)
