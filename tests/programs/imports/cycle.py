# Two modules that import each other; the half-made module is seen while it loads.
import _cycle_a

print(_cycle_a.from_b(), _cycle_a.b.from_a(), _cycle_a.b.SEEN)
import _cycle_b

print(_cycle_b is _cycle_a.b, _cycle_b.a is _cycle_a)
try:
    import _cycle_bad
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
try:
    import _raises
except ValueError as e:
    print("first", e)
try:
    import _raises
except ValueError as e:
    print("second", e)
n = 0
for i in range(300):
    n += _cycle_a.count() + _cycle_b.a.K
    if i == 150:
        _cycle_b.set_k(7)
print(n)
import math as m
from math import sqrt as root, pi as PI
import math

print(m is math, root(16), PI == math.pi, m.floor(2.5))
print(__name__, __file__.endswith("cycle.py"))
if __name__ == "__main__":
    print("main guard")
