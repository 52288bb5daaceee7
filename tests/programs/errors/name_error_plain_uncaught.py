# NameError without any close name: no suggestion is printed.
def compute(n):
    s = 0
    for i in range(n):
        s += i
        if i == 600:
            s += qqqqqqqq * 2
    return s


print(compute(500))
print(compute(700))
