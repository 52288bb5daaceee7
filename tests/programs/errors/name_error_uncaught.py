# NameError: caught text, in functions and comprehensions; uncaught with the suggestion of a close name.
def f():
    return undefined_thing


for g in (f, lambda: [zz for _ in range(2)], lambda: zz(1), lambda: print(zz)):
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
try:
    del never_bound
except NameError as e:
    print(e)
number_of_items = 3


def report():
    total = 5
    print("total", total)
    return number_of_itmes + total


report()
