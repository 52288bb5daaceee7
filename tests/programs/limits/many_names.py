# Functions with many locals, constants, branches, nested blocks, closures and a class with many attributes.
def locals_():
    a0 = 0; a1 = a0 + 1; a2 = a1 + 1; a3 = a2 + 1; a4 = a3 + 1; a5 = a4 + 1; a6 = a5 + 1; a7 = a6 + 1; a8 = a7 + 1; a9 = a8 + 1
    b0 = a9 * 2.5; b1 = b0 + a1; b2 = b1 + a2; b3 = b2 + a3; b4 = b3 + a4; b5 = b4 + a5; b6 = b5 + a6; b7 = b6 + a7; b8 = b7 + a8; b9 = b8 + a9
    s = 0
    for i in range(300):
        c0 = a0 + i; c1 = a1 - i; c2 = a2 * i; c3 = b3 + i; c4 = b4 - c0; c5 = c1 + c2; c6 = c3 * 2; c7 = c4 + c5; c8 = c6 - c7; c9 = c8 + a9
        d0 = c9 + b0; d1 = d0 - b1; d2 = d1 + b2; d3 = d2 - b3; d4 = d3 + b5; d5 = d4 - b6; d6 = d5 + b7; d7 = d6 - b8; d8 = d7 + b9; d9 = d8 - a7
        s += c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + d0 + d1 + d2 + d3 + d4 + d5 + d6 + d7 + d8 + d9
        if i == 250:
            a0, a9, b3, b9 = 0.5, -1, 10 ** 20, None or 1
    return s, len(locals())


print(locals_())


def branches(x):
    if x == 0: return "a"
    elif x == 1: return "b"
    elif x == 2: return "c"
    elif x == 3: return "d"
    elif x == 4: return "e"
    elif x == 5: return "f"
    elif x == 6: return "g"
    elif x == 7: return "h"
    elif x == 8: return "i"
    elif x == 9: return "j"
    elif x < 0: return "negative"
    return "many"


def nested(n):
    r = 0
    for a in range(2):
        for b in range(2):
            for c in range(2):
                for d in range(2):
                    for e in range(2):
                        for f in range(2):
                            try:
                                with_ = a + b * 2
                                while True:
                                    if c:
                                        if d:
                                            if e or f:
                                                r += with_ + n
                                                break
                                            r -= 1
                                            break
                                    r += 1
                                    break
                            finally:
                                r += 2
    return r


print("".join(branches(i % 12) for i in range(-1, 400))[:60], nested(1), sum(nested(i) for i in range(5)))


class Big:
    pass


for i in range(120):
    setattr(Big, "m%d" % i, lambda self, i=i: i + self.base)
big = Big()
big.base = 1000
print(sum(getattr(big, "m%d" % i)() for i in range(120)), big.m7(), big.m119(), len([n for n in dir(big) if n[0] == "m"]))
table = {"key%d" % i: [i, str(i), i * 0.5, (i, None), -i] for i in range(200)}
print(len(table), table["key150"], sum(v[2] for v in table.values()))
big_expr = 1 + 2 * (3 - 4 // (5 + 6 % (7 * (8 - (9 + (10 - 11 * (12 + (13 - (14 + 15)))))))))
print(big_expr, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20][-3:], 1 if 0 else 2 if 0 else 3 if 0 else 4 if 0 else 5)
