# Everyday exception code: retry with limits, validation, collecting errors, parsers, transactions with rollback.
class Retry(Exception):
    pass


def flaky(n, state):
    state["tries"] += 1
    if state["tries"] < n:
        raise Retry("try %d" % state["tries"])
    return "ok after %d" % state["tries"]


def with_retry(f, times, *args):
    last = None
    for attempt in range(times):
        try:
            return f(*args)
        except Retry as e:
            last = e
    raise RuntimeError(f"gave up after {times}") from last


print(with_retry(flaky, 5, 3, {"tries": 0}))
try:
    with_retry(flaky, 2, 9, {"tries": 0})
except RuntimeError as e:
    print(e, "|", e.__cause__)


def validate(rec):
    errs = []
    for field, check in (("age", lambda v: 0 <= int(v) < 150), ("name", lambda v: v.isalpha()), ("tag", lambda v: v[0] == "#")):
        try:
            if not check(rec[field]):
                errs.append(field + " invalid")
        except KeyError as e:
            errs.append("missing %s" % e)
        except (ValueError, AttributeError, IndexError) as e:
            errs.append("%s: %s" % (field, e))
    return errs


for r in ({"age": "5", "name": "Al", "tag": "#x"}, {"age": "x", "name": 5}, {"age": 200, "name": "a b", "tag": ""}, {}):
    print(validate(r))


class Tx:
    def __init__(self, data):
        self.data = data

    def __enter__(self):
        self.saved = dict(self.data)
        return self.data

    def __exit__(self, t, v, tb):
        if t is not None:
            self.data.clear()
            self.data.update(self.saved)
        return t is ValueError


d = {"a": 1}
with Tx(d) as x:
    x["b"] = 2
with Tx(d) as x:
    x["a"] = 100
    raise ValueError("rollback")
try:
    with Tx(d) as x:
        x["c"] = x["zz"]
except KeyError as e:
    print("passed on", e)
print(d)


def parse(s):
    pos = 0

    def expr():
        nonlocal pos
        v = term()
        while pos < len(s) and s[pos] in "+-":
            op = s[pos]
            pos += 1
            r = term()
            v = v + r if op == "+" else v - r
        return v

    def term():
        nonlocal pos
        v = atom()
        while pos < len(s) and s[pos] in "*/":
            op = s[pos]
            pos += 1
            r = atom()
            v = v * r if op == "*" else v // r
        return v

    def atom():
        nonlocal pos
        if pos >= len(s):
            raise SyntaxError("unexpected end")
        if s[pos] == "(":
            pos += 1
            v = expr()
            if pos >= len(s) or s[pos] != ")":
                raise SyntaxError("expected ) at %d" % pos)
            pos += 1
            return v
        start = pos
        while pos < len(s) and s[pos].isdigit():
            pos += 1
        if start == pos:
            raise SyntaxError("unexpected %r at %d" % (s[pos], pos))
        return int(s[start:pos])

    v = expr()
    if pos != len(s):
        raise SyntaxError("trailing %r" % s[pos:])
    return v


for src in ("1+2*3", "(1+2)*3-4/2", "2*(3", "", "1+", "5/(2-2)", "7x", "((((9))))", "10-2-3", "*"):
    try:
        print(src, "=", parse(src))
    except (SyntaxError, ZeroDivisionError) as e:
        print(src, type(e).__name__, e)
print(sum(parse("%d*(%d+1)-3" % (i, i)) for i in range(60)))
