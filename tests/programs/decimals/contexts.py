# Contexts of decimals: attributes, signals and traps, which one is current, copies.
import copy
import pickle
import threading
from contextvars import copy_context
from decimal import *


def show(function, *operands):
    try:
        return repr(function(*operands))
    except Exception as e:
        return f"{type(e).__name__}: {e}"


c = Context(prec=5, rounding=ROUND_UP, Emin=-10, Emax=10, capitals=0, clamp=1, flags=[Inexact], traps=[])
print(c, c.Etiny(), c.Etop(), c.flags, c.traps == c.copy().traps, len(c.flags), c.flags[Inexact])
print(pickle.loads(pickle.dumps(c)), copy.copy(c) is c, DefaultContext, BasicContext, ExtendedContext, sep="\n")
for name, value in (("prec", 0), ("prec", "x"), ("Emin", 1), ("Emax", 10**30), ("rounding", "up"),
                    ("capitals", 2), ("clamp", -1), ("traps", {}), ("flags", 1), ("other", 1)):
    print(name, show(setattr, c, name, value))
print(show(delattr, c, "prec"), show(c.flags.__delitem__, Inexact), show(c.flags.__getitem__, ValueError))
c.clear_flags()
for f, operands in ((c.add, ("9.9999E9", "9.9999E9")), (c.multiply, ("1E-8", "1E-8")), (c.divide, (1, 0)),
                    (c.divide, (0, 0)), (c.subtract, ("1E-10", "1.5E-10")), (c.sqrt, (-1,)),
                    (c.create_decimal, ("x",)), (c.quantize, (12345678, 1)), (c.compare_signal, ("NaN", 1))):
    c.clear_flags()
    operands = [x if f == c.create_decimal else Decimal(x) for x in operands]
    print(f.__name__, show(f, *operands), sorted(s.__name__ for s in c.flags if c.flags[s]))
for signal in c.traps:
    c.clear_traps()
    c.traps[signal] = True
    print(signal.__name__, signal.__mro__[1:3], show(c.divide, Decimal(1), 3), show(c.add, Decimal("sNaN"), 1),
          show(c.multiply, Decimal("1E-8"), Decimal("1E-8")), show(c.create_decimal, 1.5))

with localcontext(prec=3) as inner:
    print(Decimal(2) / 3, getcontext() is inner)
    with localcontext(Context(prec=7)) as other:
        print(Decimal(2) / 3)
        thread = threading.Thread(target=lambda: print(Decimal(2) / 3, getcontext().prec))
        thread.start()
        thread.join()
        copied = copy_context()
        getcontext().prec = 8  # the copy has the same object
        print(copied.run(lambda: Decimal(2) / 3), copied.run(setcontext, Context(prec=2)))
        print(copied.run(lambda: Decimal(2) / 3), Decimal(2) / 3)
    print(Decimal(2) / 3)
print(Decimal(2) / 3)
setcontext(BasicContext)
print(getcontext() is BasicContext, getcontext(), show(lambda: Decimal(1) / 0))


class Mine(Context):
    def __init__(self, digits):
        super().__init__(prec=digits)
        self.name = "mine"


setcontext(Mine(4))
print(Decimal(1) / 7, getcontext().name, show(localcontext, 5))
for i in range(300):  # the context changes while a loop is hot
    getcontext().prec = 3 + i // 100
    x = Decimal(1) / 7
    if i % 75 == 0:
        print(x, getcontext().flags[Inexact])
        getcontext().clear_flags()
