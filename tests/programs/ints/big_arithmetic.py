# Integers without bound: sums, products, powers, quotients, comparison and printing.
a = 123456789012345678901234567890
b = -987654321098765432109876543210987654321
print(a + b, a - b, a * b, b // a, b % a, divmod(-b, a))
print(a * a - b, (a + 1) * (a - 1) - a * a, a - a, a // a, -a + a)
f = 1
for i in range(1, 61):
    f *= i
print(f)
print(2 ** 200, (-3) ** 101, 7 ** 77 % 10 ** 20, pow(7, 77, 10 ** 20), pow(3, -1, 11), pow(2, 10 ** 6, 97))
print(a > b, a == a + 0, a < a + 1, b <= b, a != b, max(a, b, 5), min(a, b, 5))
fib = [0, 1]
while len(fib) < 200:
    fib.append(fib[-1] + fib[-2])
print(fib[92], fib[93], fib[94], fib[199])
print(sum(fib), fib[150] * fib[100] // fib[120], fib[199] % fib[57])
n = 10 ** 40
steps = 0
digits = []
while n:
    n, d = divmod(n, 7)
    digits.append(d)
    steps += 1
print(steps, digits)


def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x:
        x = y
        y = (x + n // x) // 2
    return x


print(isqrt(2 * 10 ** 80), isqrt(10 ** 36 - 1))


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(gcd(fib[180], fib[150]), gcd(2 ** 120 - 1, 2 ** 84 - 1))
print(int(float(2 ** 80)), float(10 ** 22), float(10 ** 23), 10 ** 17 + 1.0, int(1e25), 2 ** 64 * 0.5)
print(-a // 10 ** 20, -a % 10 ** 20, abs(b), +b, ~a, hash(a), hash(b), hash(-1), hash(2 ** 61 - 1), hash(2 ** 61))
print(str(a)[::-1], len(str(3 ** 1000)), int(str(b)) == b, repr(a) == str(a))
