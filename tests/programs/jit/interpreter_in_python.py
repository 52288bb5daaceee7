# A byte code interpreter written in Python: a loop that branches on data, the classic worst case for tracing.
def run(code, regs, limit):
    pc = n = 0
    while n < limit:
        n += 1
        op, a, b = code[pc]
        pc += 1
        if op == 0:
            regs[a] = b
        elif op == 1:
            regs[a] += regs[b]
        elif op == 2:
            regs[a] -= regs[b]
        elif op == 3:
            regs[a] *= regs[b]
        elif op == 4:
            if regs[a] > 0:
                pc = b
        elif op == 5:
            pc = b
        elif op == 6:
            regs[a] = regs[a] % regs[b]
        elif op == 7:
            return regs, n
        else:
            raise ValueError("op %r at %d" % (op, pc - 1))
    return "limit", regs


fact = [(0, 0, 1), (0, 2, 1), (3, 0, 1), (2, 1, 2), (4, 1, 2), (7, 0, 0)]
print(run(fact, [0, 10, 0], 2000), run(fact, [0, 40, 0], 2000), run(fact, [0, 5.5, 0], 2000))
loop = [(1, 0, 2), (6, 0, 3), (2, 1, 4), (4, 1, 0), (7, 0, 0)]
print(run(loop, [0, 300, 7, 10, 1], 5000), run(loop, [0, 300, 0.7, 10, 1], 5000), run(loop, [0, 10 ** 9, 7, 10, 1], 1500))
try:
    run([(0, 0, 3), (9, 0, 0)], [0], 10)
except ValueError as e:
    print(e)
bf_out = []


def bf(src):
    jump, st = {}, []
    for i, c in enumerate(src):
        if c == "[":
            st.append(i)
        elif c == "]":
            jump[i] = st.pop()
            jump[jump[i]] = i
    tape, p, i, out = [0] * 20, 0, 0, ""
    while i < len(src):
        c = src[i]
        if c == ">":
            p += 1
        elif c == "<":
            p -= 1
        elif c == "+":
            tape[p] = (tape[p] + 1) & 255
        elif c == "-":
            tape[p] = (tape[p] - 1) & 255
        elif c == ".":
            out += chr(tape[p])
        elif c == "[" and not tape[p] or c == "]" and tape[p]:
            i = jump[i]
        i += 1
    return out


print(bf("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+."))
