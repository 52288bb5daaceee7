# Closures as iterators, state machines, bank accounts, event handlers, undo stacks.
def account(balance):
    history = []

    def deposit(n):
        nonlocal balance
        balance += n
        history.append(("d", n))
        return balance

    def withdraw(n):
        nonlocal balance
        if n > balance:
            raise ValueError("insufficient: %d > %d" % (n, balance))
        balance -= n
        history.append(("w", n))
        return balance

    return {"deposit": deposit, "withdraw": withdraw, "history": lambda: list(history), "balance": lambda: balance}


a, b = account(10), account(0)
a["deposit"](5)
b["deposit"](1)
try:
    b["withdraw"](2)
except ValueError as e:
    print(e)
a["withdraw"](12)
print(a["balance"](), a["history"](), b["balance"](), b["history"]())


def machine():
    state = "idle"
    table = {("idle", "coin"): "ready", ("ready", "push"): "idle", ("ready", "coin"): "ready"}
    log = []

    def step(event):
        nonlocal state
        new = table.get((state, event))
        if new is None:
            log.append("ignored %s in %s" % (event, state))
        else:
            state = new
        return state

    step.log = log
    return step


m = machine()
print([m(e) for e in "push coin coin push push".split()], m.log)


def ticker(step):
    n = -step

    def tick():
        nonlocal n
        n += step
        return n
    return tick


t = ticker(3)
print(list(iter(t, 12)), t())


def undoable():
    value, past = [], []

    def do(f):
        nonlocal value
        past.append(value)
        value = f(value)
        return value

    def undo():
        nonlocal value
        value = past.pop() if past else value
        return value
    return do, undo


do, undo = undoable()
do(lambda v: v + [1])
do(lambda v: v * 3)
print(do(lambda v: v[::-1] + ["x"]), undo(), undo(), undo(), undo())
handlers = {}


def on(name):
    def reg(f):
        handlers.setdefault(name, []).append(f)
        return f
    return reg


@on("a")
@on("b")
def first(x):
    return "first %s" % x


@on("a")
def second(x):
    return "second %s" % x


print([h(1) for h in handlers["a"]], [h(2) for h in handlers["b"]])
Y = lambda f: (lambda x: x(x))(lambda y: f(lambda *a: y(y)(*a)))
print(Y(lambda fac: lambda n: n * fac(n - 1) if n else 1)(20))
church = lambda n: lambda f: lambda x: x if n == 0 else f(church(n - 1)(f)(x))
print(church(5)(lambda v: v + 2)(0))
