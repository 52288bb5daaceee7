# An uncaught exception in a function of an imported module: the traceback names both files.
import _faulty

print(_faulty.safe(4))


def call(x):
    return _faulty.risky(x) + 1


print(call(5))
for i in range(400):
    call(i + 1)
call(0)
