# Objects with __index__ and __float__ as arguments of built-in functions and methods.
import math
import random


class One:
    def __index__(self):
        return 1


class Half:
    def __float__(self):
        return 0.5


class Wrong:
    def __index__(self):
        return "one"


class Fails:
    def __index__(self):
        raise LookupError("no index")


one = One()
half = Half()
for s in ("abcab", b"abcab", bytearray(b"abcab")):
    a = s[:1]
    b = s[1:2]
    print(s.find(b, one), s.rfind(b, one), s.index(b, one), s.rindex(b, one), s.count(b, one, None))
    print(s.startswith(b, one), s.endswith(b, None, one), s.center(One()), s.ljust(one), s.rjust(one))
    print(s.zfill(one), s.expandtabs(one), s.replace(a, b, one))
    print(s.split(b, one), s.rsplit(sep=b, maxsplit=one), s.splitlines(one), s * one, one * s)

row = [10, 20, 30]
row.insert(one, 15)
print(row, row.pop(one), row, row * one, (1, 2) * one, one * [1])
row *= one
print(row, row.index(20, one), (1, 2, 1).index(1, one), list(range(one, 5, one)))
array = bytearray(b"abc")
array.append(one)
array.insert(one, one)
print(array, array.pop(one), one in array)
array.remove(one)
array[one] = one
array[one:] = b"xyz"
del array[one]
print(array, bytes([one, 2]), bytearray(one), array.hex(":", one))

print((5).to_bytes(one, "big"), (5).to_bytes(length=one, byteorder="little"), (7.25).__round__(one))
print(round(7.25, one), round(725, one), chr(one), bin(one), oct(one), hex(one), range(one))
print(math.comb(5, one), math.perm(5, one), math.perm(one), math.factorial(one), math.gcd(6, one, 4))
print(math.lcm(6, one), math.isqrt(one), math.sqrt(one), math.sqrt(half))
print(math.hypot(half, one), math.isclose(half, 0.5, rel_tol=half))
print(math.atan2(half, one), math.pow(half, one), math.fmod(half, one), math.ldexp(half, 3), math.floor(half))
print(random.getrandbits(one) in (0, 1), "%d %c" % (one, one))

for text in ['"a".find("a", Wrong())', '"a".center(Wrong())', '"a".zfill(Fails())', '[1].pop(Fails())',
             '"a".find("a", 1.0)', '"a".center(half)', '[].insert(half, 1)', 'math.sqrt("4")',
             'math.factorial(half)', 'math.comb(one, half)', '(1).to_bytes(half, "big")',
             'round(1.5, half)', '"a".ljust()', '"a".ljust(one, 5)', 'math.pow(half)', 'bytearray(b"a").append(half)',
             'math.gcd(half)', 'math.hypot("a")', 'chr(half)', 'bin(Fails())', '[1].index(1, half)']:
    try:
        print(eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)

# In a hot loop the kind of the argument changes.
total = 0
for i in range(3000):
    k = one if i % 7 == 0 else i % 3
    total += "abcabc".find("c", k) + len("x".center(k)) + [1, 2, 3].pop(k) + math.gcd(6, k)
print(total)

# What is stored in a bytearray is looked at before where.
for value in ("x", 256, -1, None, b"ab", array, 65):
    for store in (lambda: array.__setitem__(99, value), lambda: exec("array[-99] = value")):
        try:
            print(store())
        except Exception as e:
            print(type(e).__name__, e)
