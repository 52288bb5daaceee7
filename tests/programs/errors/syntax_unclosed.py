# A bracket that is never closed is reported where it was opened.
def f(x):
    return (x + 1

print(f(1)]
