# Packages: __init__, submodules, relative imports, names bound in the parent, __all__, __name__ and __package__.
import _pkg
import _pkg.sub.deep
import _pkg.sub.deep as d
from _pkg import tools, VERSION
from _pkg.tools import double
from _pkg.sub import deep, triple_double
from _pkg import *

print(_pkg.__name__, _pkg.VERSION, VERSION, tools.__name__, _pkg.tools is tools)
print(double(4), triple_double(2), deep.where(), d is deep is _pkg.sub.deep, _pkg.sub.__name__)
print(exported(), "internal" in globals())
try:
    import _pkg.nothing
except ModuleNotFoundError as e:
    print(e)
try:
    from _pkg import nothing
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
try:
    import _pkg.tools.inner
except ModuleNotFoundError as e:
    print(e)
print(deep.up_values(), tools.state)
tools.state.append("from main")
print(deep.up_values())
t = 0
for i in range(300):
    t += _pkg.tools.double(i) + d.inc(i)
print(t)
