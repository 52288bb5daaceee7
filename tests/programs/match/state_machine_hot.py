# match in hot loops: an instruction interpreter, tokens, changing shapes, guards that flip late.
def run(prog, limit=3000):
    stack, env, pc, steps, out = [], {}, 0, 0, []
    while pc < len(prog) and steps < limit:
        steps += 1
        match prog[pc]:
            case ("push", n):
                stack.append(n)
            case ("load", name):
                stack.append(env[name])
            case ("store", name):
                env[name] = stack.pop()
            case ("op", "+" | "-" | "*" as op):
                b, a = stack.pop(), stack.pop()
                stack.append(a + b if op == "+" else a - b if op == "-" else a * b)
            case ("jmp", target):
                pc = target
                continue
            case ("jz", target) if stack.pop() == 0:
                pc = target
                continue
            case ("jz", _):
                pass
            case ("print",):
                out.append(stack.pop())
            case other:
                raise ValueError(f"bad instruction {other!r}")
        pc += 1
    return steps, env, out


fact = [("push", 30), ("store", "n"), ("push", 1), ("store", "r"),
        ("load", "n"), ("jz", 15), ("load", "r"), ("load", "n"), ("op", "*"), ("store", "r"),
        ("load", "n"), ("push", 1), ("op", "-"), ("store", "n"), ("jmp", 4), ("load", "r"), ("print",)]
print(run(fact))
try:
    run([("push", 1), ("op", "/")])
except ValueError as e:
    print(e)


def classify(i):
    match i % 12, i > 450:
        case (0, _):
            return "zero"
        case (x, False) if x < 6:
            return "low"
        case (_, False):
            return "high"
        case (1 | 2 | 3 as x, True):
            return "late%d" % x
        case (x, True) if x % 2:
            return "odd"
    return "none"


c = {}
for i in range(700):
    k = classify(i)
    c[k] = c.get(k, 0) + 1
print(c)
vals = [1, "a", [1, 2], (3,), {"k": 4}, None, 2.5, [], [[5], 6]]
t = 0
for i in range(900):
    match vals[i % 9]:
        case int(n) | {"k": n} | (n,):
            t += n
        case [int(a), b] | [[a], b]:
            t += a * b
        case str() | None:
            t += 1000
        case float(f):
            t += f
        case _:
            t -= 1
print(t)
state = "start"
log = []
for ch in "ab12 c3;" * 40 + "!":
    match state, ch:
        case "start" | "word", c if c.isalpha():
            state = "word"
        case "start" | "num", c if c.isdigit():
            state = "num"
        case "word", c if c.isdigit():
            state = "mixed"
        case _, " " | ";":
            log.append(state[0])
            state = "start"
        case _, "!":
            log.append("!")
            break
print("".join(log), state)
