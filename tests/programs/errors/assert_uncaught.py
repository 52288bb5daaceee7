# assert with and without message, with non-string messages, and one left uncaught.
def check(x, *msg):
    if msg:
        assert x, msg[0]
    else:
        assert x


for args in ((0,), (0, "message"), ("", ["list", 1]), (None, None), ([], 5), (1, "fine")):
    try:
        check(*args)
        print("ok")
    except AssertionError as e:
        print(repr(e), str(e), e.args)


def invariant(values):
    s = sum(values)
    assert s == 6 and len(values) == 3, f"sum is {s}"
    return s


print(invariant([1, 2, 3]))
invariant([4, 5, 6])
