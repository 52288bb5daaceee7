# A hot loop whose accumulator or operand changes its type after many iterations.
def run(values):
    acc = values[0]
    for v in values[1:]:
        acc = acc + v
    return acc


print(run([1] * 500 + [0.5] + [1] * 500))
print(run([0.5] * 500 + [2] + [2 ** 70] + [1] * 10))
print(run([1] * 300 + [True] * 300))
print(len(run(["a"] * 600)), run([(1,)] * 3 + [()] * 300), len(run([[1]] * 300)))
try:
    run([1] * 500 + ["x"] + [1])
except TypeError as e:
    print(e)


class Num:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return Num(self.v + (o.v if isinstance(o, Num) else o))

    def __radd__(self, o):
        return Num(self.v + o + 0.25)

    def __repr__(self):
        return "Num(%r)" % self.v


print(run([1] * 400 + [Num(5)] + [1] * 400), run([Num(0)] + [2] * 400 + [Num(1)] * 100))


def classify(values):
    counts = {}
    for v in values:
        if v is None:
            k = "none"
        elif v == 0:
            k = "zero"
        elif isinstance(v, str):
            k = v
        else:
            k = "pos" if v > 0 else "neg"
        counts[k] = counts.get(k, 0) + 1
    return counts


print(classify([1, -1] * 200 + [0, 0.0, -0.0, False] * 50 + ["s", None] * 100 + [2.5, -2 ** 80, True] * 30))
x = 0
for i in range(1000):
    if i == 700:
        x = float(x)
    if i == 900:
        x = int(x) * 10 ** 20
    x = x + i
print(x)
v = 1
kinds = []
for i in range(900):
    if i % 300 == 299:
        kinds.append(v)
        v = [2.0, "s", (3,)][i // 300]
    v = v * 2 if i % 100 == 0 else v
print(kinds, v)
