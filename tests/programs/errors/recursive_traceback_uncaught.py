# Repeated frames in a traceback are folded after three with their number.
def countdown(n):
    if n == 0:
        raise ValueError("liftoff")
    return countdown(n - 1)


def ping(n):
    return pong(n - 1) if n else 1 / n


def pong(n):
    return ping(n)


try:
    ping(30)
except ZeroDivisionError as e:
    print(e)
countdown(40)
