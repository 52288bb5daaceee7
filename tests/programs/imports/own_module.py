# Importing a module beside the program: import, from, as, star, one execution, attributes, rebinding.
import _shapes
import _shapes as sh
from _shapes import Square, area_of as area, UNIT
from _shapes import *

print(_shapes.__name__, sh is _shapes, Square(3).area(), area(Square(4)), UNIT, _shapes.counter)
print(Circle(2).area(), "_hidden" in globals(), _shapes._hidden(), "helper" in globals())
_shapes.counter += 5
_shapes.bump()
print(_shapes.counter, _shapes.get_counter())
UNIT = "local"
print(UNIT, _shapes.UNIT)
try:
    from _shapes import nothing_here
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
try:
    import _no_such_module
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    _shapes.missing
except AttributeError as e:
    print(e)


def lazy():
    import _shapes as inner
    from _shapes import bump
    bump()
    return inner.counter


print(lazy(), lazy(), __name__)
s = 0
for i in range(400):
    s += _shapes.scale(i) + area(Square(i % 5))
    if i == 200:
        _shapes.FACTOR = 10
    if i == 300:
        _shapes.scale = lambda x: -x
print(s)
del _shapes.FACTOR
try:
    sh.scaled_again(1)
except NameError as e:
    print(e)
_shapes.added = "new"
print(sh.added, hasattr(_shapes, "zzz"), getattr(_shapes, "FACTOR", "deleted"))
