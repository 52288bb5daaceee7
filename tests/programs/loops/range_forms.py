# range: negative steps, empty, huge bounds, membership, equality, slicing, loops at the edge of int64.
for r in (range(5), range(2, 8, 3), range(10, 0, -4), range(0), range(5, 5), range(3, 0), range(0, -5, -2), range(-3, 3)):
    print(r, list(r), len(r), bool(r), r[-1:], sum(r), list(reversed(r)))
print(3 in range(0, 10, 3), 4 in range(0, 10, 3), 3.0 in range(5), 2.5 in range(5), "a" in range(5), -1 in range(5), range(0, 3, 2) == range(0, 4, 2), range(0) == range(2, 1), hash(range(3)) == hash(range(0, 3)))
print(range(10).index(4), range(10).count(3), range(0, 10, 2)[2], range(10)[-1], range(10)[2:8:3], range(5).start, range(5).stop, range(1, 5, 2).step, max(range(7)), min(range(3, 9)))
for f in (lambda: range(1, 2, 0), lambda: range(1.0), lambda: range("a"), lambda: range(), lambda: range(1, 2, 3, 4), lambda: range(3)[5], lambda: range(3).index(9)):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
n = 0
for i in range(2 ** 63 - 3, 2 ** 63 + 3):
    n += i
print(n)
for i in range(-2 ** 63 + 1, -2 ** 63 - 3, -1):
    n += i
print(n, i)
big = range(10 ** 30, 10 ** 30 + 50, 7)
print(list(big)[:2], len(big), 10 ** 30 + 14 in big, big[-1])
s = 0
for i in range(0, 10 ** 18, 10 ** 15):
    s += i
print(s)
for start in (0, 5):
    for stop in (0, 300, -300):
        for step in (1, 7, -1, -7):
            c = t = 0
            for i in range(start, stop, step):
                c += 1
                t = t * 2 % 1013 + i
            print(c, t, end="; ")
print()
for i in range(500):
    i += 1000
print(i)
j = 400
for i in range(j):
    j -= 2
print(i, j)
for i in range(3):
    for i in range(200):
        pass
print(i)
