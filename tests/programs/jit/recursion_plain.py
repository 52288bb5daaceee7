# Functions that call themselves: results, mutual recursion, several calls in one body.


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def power(x, n):
    if n == 0:
        return 1
    half = power(x, n // 2)
    return half * half if n % 2 == 0 else half * half * x


def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


def hanoi(n, a, b, c, moves):
    if n == 0:
        return 0
    left = hanoi(n - 1, a, c, b, moves)
    moves[a] += 1
    return left + 1 + hanoi(n - 1, c, b, a, moves)


def average(values):
    if len(values) == 1:
        return values[0] / 1
    middle = len(values) // 2
    return (average(values[:middle]) + average(values[middle:])) / 2


print(fib(18))
print(ackermann(2, 5))
print([is_even(n) for n in range(60, 70)])
print(power(3, 200), power(2.5, 9), power(7, 0))
print(tak(9, 6, 3))
moves = {"a": 0, "b": 0, "c": 0}
print(hanoi(9, "a", "b", "c", moves), moves)
print(average(list(range(64))))
# the same functions with other types
print(fib(12.0), power(True, 5), fib(True))
for k in range(300):
    if is_odd(k) != bool(k % 2):
        print("wrong", k)
