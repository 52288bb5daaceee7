# A bare raise and a raise in finally keep the original traceback, output in between stays in order.
def work(n):
    if n == 2:
        raise ValueError("n is %d" % n)
    print("work", n)


def guarded(n):
    try:
        work(n)
    except ValueError as e:
        print("seen", e)
        raise
    finally:
        print("cleanup", n)


for n in range(4):
    guarded(n)
