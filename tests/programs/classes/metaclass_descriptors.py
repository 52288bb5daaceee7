# A descriptor of the metaclass is asked for the class as for an object; one of the class itself is
# asked for no object.
import functools


class Shown:
    def __get__(self, obj, cls=None):
        return obj if obj is None else obj.__name__, cls.__name__


class Meta(type):
    of_meta = Shown()
    both = Shown()

    @functools.cached_property
    def size(cls):
        return 1


class Base(metaclass=Meta):
    of_class = Shown()
    both = Shown()


class Sub(Base):
    pass


for cls in (Base, Sub):
    for _ in range(3):
        row = [cls.of_meta, cls.of_class, cls.both]
    print(row, getattr(cls, "of_meta"))
try:
    print(Sub.size)
except TypeError as e:
    print(e)
