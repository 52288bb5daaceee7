print("b starts")
import _cycle_a as a
SEEN = (hasattr(a, "K"), hasattr(a, "LATE"))
VALUE = 21


def from_a():
    return a.LATE


def set_k(v):
    a.K = v


print("b ends")
