# Globals, builtins and functions rebound while a hot loop uses them; names deleted and shadowed.
def helper(x):
    return x + 1


def other(x):
    return x * 2


K = 10
out = []


def loop(n):
    global helper, K
    s = 0
    for i in range(n):
        s += helper(i) + K
        if i == n // 2:
            helper = other
        if i == 3 * n // 4:
            K = 0.5
    return s


print(loop(800))
print(loop(10))


def uses_len(n):
    global len
    s = 0
    for i in range(n):
        s += len("abc")
        if i == 300:
            len = lambda x: 100
    return s


print(uses_len(400))
del len
print(len("back"), uses_len(0))
flag = True


def stop_at(i):
    global flag
    if i == 700:
        flag = False


n = 0
while flag:
    stop_at(n)
    n += 1
print(n)


def missing(n):
    s = 0
    for i in range(n):
        if i == 400:
            del globals_target[0]
        s += globals_target[0]
    return s


globals_target = [1, 5]
print(missing(600))


def gone(n):
    global temp
    for i in range(n):
        try:
            temp += 1
        except NameError as e:
            print(i, e)
            temp = 1000
        if i == 500:
            del temp
    return temp


temp = 0
print(gone(600), temp)


class Config:
    scale = 1


def scaled(n):
    s = 0
    for i in range(n):
        s += Config.scale
        if i == 250:
            Config.scale = 3
        if i == 350:
            Config.scale = 0.25
    return s


print(scaled(500))
