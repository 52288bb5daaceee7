# Calls: inlined functions, closures, objects that vanish, recursion with a native entry.
class Pair:
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def __add__(self, other):
        return Pair(self.a + other.a, self.b + other.b)


def adder(step):
    return lambda x: x + step


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def square(x):
    return x * x


add, pair = adder(7), Pair(0, 0)
for i in range(2500):
    pair = pair + Pair(square(i) % 11, add(i))
print(pair.a, pair.b, fib(17))
