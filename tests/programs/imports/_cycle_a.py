print("a starts")
K = 1
import _cycle_b as b
print("a goes on")


def from_b():
    return b.VALUE * 2


def count():
    return b.VALUE + K


LATE = "late"
