# Unsupported operands of every operator, caught; then one uncaught with carets around the operator.
def attempt(label, f):
    try:
        f()
    except TypeError as e:
        print(label, e)


a, b = 1, "x"
attempt("+", lambda: a + b)
attempt("+r", lambda: b + a)
attempt("-", lambda: b - a)
attempt("*", lambda: b * b)
attempt("*f", lambda: b * 1.5)
attempt("/", lambda: b / a)
attempt("//", lambda: [] // a)
attempt("%", lambda: None % a)
attempt("**", lambda: b ** a)
attempt("pow", lambda: pow(b, a))
attempt("<<", lambda: 1.5 << a)
attempt(">>", lambda: a >> b)
attempt("&", lambda: a & b)
attempt("|", lambda: a | 1.0)
attempt("^", lambda: {} ^ a)
attempt("@", lambda: a @ b)
attempt("neg", lambda: -b)
attempt("pos", lambda: +[])
attempt("inv", lambda: ~1.5)
attempt("<", lambda: a < b)
attempt(">=", lambda: [] >= ())
attempt("in", lambda: a in a)
attempt("tuple", lambda: (1,) + [2])
attempt("list", lambda: [1] + (2,))
attempt("divmod", lambda: divmod(b, a))


def aug(x, y):
    x += y


def aug2(x, y):
    x -= y


def aug3(x, y):
    x **= y


attempt("+=", lambda: aug(1, "s"))
attempt("-=", lambda: aug2([], 1))
attempt("**=", lambda: aug3("s", 2))
attempt("list+=", lambda: aug([], 1))
print({"total": (a * 2 + len(b)) + b})
