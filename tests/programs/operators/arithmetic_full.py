# Every binary and unary operator method is called for its operator, with the right operands.
names = "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul".split()
ops = "+ - * / // % ** << >> & | ^ @".split()


class V:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return "V(%s)" % self.n

    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "inv"

    def __abs__(self):
        return "abs"

    def __int__(self):
        return 77

    def __float__(self):
        return 7.5

    def __index__(self):
        return 2

    def __divmod__(self, o):
        return "divmod", o

    def __rdivmod__(self, o):
        return "rdivmod", o

    def __round__(self, n=None):
        return "round", n


for n in names:
    def fwd(self, o, n=n):
        return "%s(%r,%r)" % (n, self.n, o)

    def rev(self, o, n=n):
        return "r%s(%r,%r)" % (n, o, self.n)
    setattr(V, "__%s__" % n, fwd)
    setattr(V, "__r%s__" % n, rev)
v = V(1)
print(v + 2, v - 2, v * 2, v / 2, v // 2, v % 2, v ** 2, v << 2, v >> 2, v & 2, v | 2, v ^ 2, v @ 2)
print(2 + v, 2 - v, 2 * v, 2 / v, 2 // v, 2 % v, 2 ** v, 2 << v, 2 >> v, 2 & v, 2 | v, 2 ^ v, 2 @ v)
print("s" + v, "s" * v, [1] + v, [1] * v, 1.5 + v, None + v, (1,) * v, {} | v, "no %s" % v)
print(-v, +v, ~v, abs(v), int(v), float(v), divmod(v, 3), divmod(3, v), round(v), round(v, 2), [5, 6, 7][v], "abc"[v:], hex(v), pow(v, 2))
v += 1
print(v)
w = V(3)
w2 = w
w2 **= 5
print(w2, w)
print([V(1) + 1 for _ in range(2)], sum([V(5)], 1), V(1) + V(2), V(1) - V(2))
acc = 0
for i in range(300):
    x = V(i)
    acc += len(x + i) + len(i - x) + len(-x) + int(x)
print(acc)
