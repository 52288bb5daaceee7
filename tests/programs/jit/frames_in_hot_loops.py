# Frames are looked at from loops and functions that are hot: what is in registers of the machine has
# to be seen as it is.
import sys
import warnings


def line_of_caller():
    return sys._getframe(1).f_lineno


def names_up(depth):
    f = sys._getframe(1)
    names = []
    while f is not None and depth:
        names.append(f.f_code.co_name)
        f = f.f_back
        depth -= 1
    return names


def middle(n):
    n = n * 2
    found = names_up(3)
    return found + [n]


def argument_of_caller():
    return sys._getframe(1).f_locals["n"]


def shows(n, k):
    n += k
    found = argument_of_caller()
    return found, n, k


def all_locals(a, b):
    c = a + b
    if c % 2:
        d = "odd"
    return dict(locals())


def nested(a):
    def inner(b):
        c = a * b
        return sorted(locals().items()), len(vars()), dir()
    return inner(3)


def main():
    base = sys._getframe().f_lineno
    lines = set()
    for i in range(1500):
        lines.add(line_of_caller() - base)
        if i % 2:
            lines.add(line_of_caller() - base)
    print(sorted(lines))
    total = 0
    for i in range(1500):
        names = middle(i)
        total += names[-1]
        seen, n, k = shows(i, 3)
        total += seen + n + k
        found = all_locals(i, 1)
        total += found["c"] + len(found)
        pairs, count, listed = nested(i)
        total += pairs[1][1] + pairs[2][1] + count + len(listed)
    print(names, total, found, pairs, listed)


def warns(n):
    warnings.warn(f"number {n % 3}", UserWarning, stacklevel=2)
    return n


def template(i):
    name, size = "n", i * 1.5
    return "%(name)s %(size).1f %(i)d" % locals()


main()
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    for i in range(1200):
        warns(i)
print(len(log), {(w.lineno, str(w.message)) for w in log} == {(w.lineno, f"number {k}") for w in log[:1]
                                                              for k in range(3)})
for i in range(1200):
    text = template(i)
print(text)


def recursive(n):
    if n == 0:
        return names_up(4)
    return recursive(n - 1)


for i in range(1200):
    deep = recursive(i % 5)
print(deep)


def generator(n):
    for i in range(n):
        yield sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name, i


def draws():
    return [names for names in generator(1200)][-1]


print(draws())
