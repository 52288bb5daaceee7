# Slice assignment and deletion on lists with every shape of bounds and step, and its errors.
def base():
    return list(range(10))


for sl, v in ((slice(2, 5), "abc"), (slice(2, 5), ""), (slice(5, 2), "xy"), (slice(None, None, 3), "wxyz"), (slice(None, None, -3), "wxyz"), (slice(8, 100), "END"),
              (slice(-100, 2), [None]), (slice(-3, -1), (1, 2, 3, 4)), (slice(3, 3), {"k": 1}), (slice(None), []), (slice(9, 0, -4), "pqr"), (slice(1, 8, 2), range(4))):
    x = base()
    x[sl] = v
    print(sl, x)
for sl in (slice(2, 5), slice(None, None, 2), slice(None, None, -3), slice(7, 2), slice(7, 2, -1), slice(-4, None), slice(None), slice(0, 100, 7)):
    x = base()
    del x[sl]
    print(sl, x)
for f in ("a", "b", "c", "d", "e"):
    x = base()
    try:
        if f == "a":
            x[::2] = [1]
        elif f == "b":
            x[1:3] = 5
        elif f == "c":
            x[::0] = []
        elif f == "d":
            x["a":] = []
        else:
            x[1.5:2]
    except (ValueError, TypeError) as e:
        print(f, e, x == base())
x = base()
x[2:4], x[0] = x[0:2], "swap"
print(x)
x[3:6] += ["aug"]
print(x)
s = slice(1, 10, 3)
print(s.start, s.stop, s.step, s.indices(6), slice(5).indices(3), slice(None, None, -1).indices(4), slice(-3, None).indices(2), s == slice(1, 10, 3))


class Probe:
    def __getitem__(self, k):
        return k

    def __setitem__(self, k, v):
        print("set", k, v)

    def __delitem__(self, k):
        print("del", k)


p = Probe()
print(p[1], p[1:2], p[::], p[1:2, 3], p[:, ::-1], p[...], p["a":"b"], p[1, 2], p[()], p[-1:None])
p[1:2] = 5
p[0, :] = 6
del p[::2]
p[3:4] = p[5:]
print(range(20)[3:15:4], range(20)[::-6], range(10)[-3:], range(10)[2:][3], "abcdef"[slice(-2, None)], (1, 2, 3)[:-1])
buf = []
for i in range(300):
    buf[len(buf) // 2:len(buf) // 2] = [i, -i]
    if len(buf) > 20:
        del buf[::3]
print(buf)
