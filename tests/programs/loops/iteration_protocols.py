# Hot loops over every kind of iterable: user iterators, __getitem__ sequences, zip, enumerate, reversed, dict views.
class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        self.i = 0
        return self

    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i


class Seq:
    def __getitem__(self, i):
        if i >= 400:
            raise IndexError(i)
        return i * 2


class Gen:
    def __iter__(self):
        for i in range(300):
            yield i
            yield -i // 2


def consume(it):
    s = n = 0
    for x in it:
        s += x
        n += 1
    return s, n


print(consume(Count(500)), consume(Seq()), consume(Gen()), consume(range(500, 0, -3)), consume(reversed(range(300))))
print(consume([1, 2.5] * 200), consume((3,) * 300), consume({i: i for i in range(300)}), consume({i: -i for i in range(300)}.values()), consume({5, 6, 7}))
print(consume(map(int, "1234567890" * 30)), consume(filter(None, [0, 1, 2] * 100)), consume(x for x in Count(300)), consume(iter([1] * 300)))
s = 0
for i, (a, b) in enumerate(zip(range(400), Count(300)), 5):
    s += i * a - b
for k, v in {i: str(i) for i in range(300)}.items():
    s += k * len(v)
for c in "hothouse☃" * 40:
    s += ord(c)
for a, b, c in zip([1] * 200, "x" * 250, (2.0,) * 300):
    s += a + c
print(s, a, b, c)
nested = [[j for j in range(i % 7)] for i in range(300)]
t = 0
for row in nested:
    for x in row:
        t += x
    t ^= len(row)
print(t)
kinds = [[1, 2], (3, 4), {5: 6}, "78", range(9, 11), Count(2), {12}, (y for y in (13, 14)), map(abs, [-15]), zip([16]), Seq()]
r = []
for i in range(110):
    for x in kinds[i % 11]:
        r.append(x if isinstance(x, (int, str)) else x[0])
        if len(r) % 17 == 0:
            break
print(len(r), r[:20], r[-5:])
for bad in (5, None, object, Count):
    try:
        for x in bad:
            pass
    except TypeError as e:
        print(e)
print(list(iter(iter([5, 4, 0, 3]).__next__, 0)), list(zip()), list(zip([1], [])), list(enumerate("ab", start=-1)), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])))
try:
    list(zip([1, 2], [1], strict=True))
except ValueError as e:
    print(e)
