# A loop with eight branches whose conditions take turns: bridges from bridges, each rejoining the loop.
def run(n, order):
    acc = [0] * 8
    last = ""
    s = 0
    for i in range(n):
        k = order(i)
        if k & 1:
            acc[0] += i
            if k & 2:
                acc[1] -= i
                if k & 4:
                    acc[2] ^= i
                else:
                    acc[3] += int(s) & 7
            else:
                s += 1
                acc[4] = max(acc[4], k)
        elif k & 2:
            if k & 4:
                acc[5] += 2
                continue
            last = "two"
            acc[6] -= 1
        elif k & 4:
            last = "four%d" % (i % 3)
            s -= 0.5
        else:
            acc[7] += 1
        s += k
    return acc, last, s


print(run(600, lambda i: 0))
print(run(600, lambda i: i & 7))
print(run(1200, lambda i: i // 150))
print(run(1200, lambda i: (i * 2654435761 >> 7) & 7))
print(run(900, lambda i: 7 if i % 100 else i // 100))
print(run(900, lambda i: 3 if i < 850 else 4))


def zigzag(n):
    x, step, flips = 0, 1, 0
    for i in range(n):
        x += step
        if x == 60 or x == -60:
            step = -step
            flips += 1
        if flips > 5 and step > 0:
            step = step + (flips > 7)
    return x, step, flips


print(zigzag(300), zigzag(1500))
state = 1
trace = []
for i in range(1000):
    state = state * 75 % 65537
    if state < 20000:
        if state % 2:
            trace.append(i)
    elif state < 40000:
        if len(trace) > 3:
            trace.pop(0)
    elif state > 65000:
        trace.reverse()
print(state, trace)
