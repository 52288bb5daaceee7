# A lazy pipeline of generators with closures as stages.
# args: 30000
import sys


def adder(k):
    def add(x):
        return x + k
    return add


def multiple_of(k):
    def test(x):
        return x % k == 0
    return test


def numbers(n):
    for i in range(n):
        yield i


def mapped(f, items):
    for x in items:
        yield f(x)


def kept(test, items):
    for x in items:
        if test(x):
            yield x


total = 0
for x in kept(multiple_of(3), mapped(adder(7), numbers(int(sys.argv[1])))):
    total += x
print(total)
