# Shifts and bit operations on negatives, at the edges of 32 and 64 bits and beyond.
for v in (0, 1, -1, 5, -5, 255, -256, 2 ** 31, -2 ** 31, 2 ** 46, 2 ** 47, -2 ** 47 - 1, 2 ** 63 - 1, -2 ** 63, 2 ** 64, -2 ** 64 + 1):
    print(v, v << 1, v << 17, v << 63, v >> 1, v >> 31, v >> 63, v >> 64, v >> 1000, ~v, -v)
pairs = [(12, 10), (-12, 10), (12, -10), (-12, -10), (2 ** 70 + 5, -1), (-2 ** 70, 2 ** 65 - 1), (-2 ** 64, -2 ** 63)]
for a, b in pairs:
    print(a & b, a | b, a ^ b, a & ~b, ~(a | b) == (~a & ~b))
print(1 << 0, 0 << 100, 0 >> 5, 1 << 62, 1 << 63, 1 << 64, -1 << 63, -1 << 64)
for bad in (lambda: 1 << -1, lambda: 1 >> -1, lambda: (1 << 70) >> -3, lambda: 1.0 << 2, lambda: 1 & 2.0):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print([x.bit_length() for x in (0, 1, -1, 7, 8, -8, 2 ** 63, -2 ** 63, 2 ** 100 - 1)])
print([x.bit_count() for x in (0, 1, -1, 255, 2 ** 100 - 1)])
h = 2166136261
for ch in "hothouse":
    h = ((h ^ ord(ch)) * 16777619) & 0xFFFFFFFF
print(h, hex(h), oct(h), bin(h))
x, acc = 123456789, 0
for _ in range(1000):
    x ^= (x << 13) & 0xFFFFFFFFFFFFFFFF
    x ^= x >> 7
    x ^= (x << 17) & 0xFFFFFFFFFFFFFFFF
    acc += x & 1
print(x, acc)
n = 0
for i in range(200):
    n = (n << 3) ^ (i - 100)
print(n % 10 ** 30, n.bit_length())
