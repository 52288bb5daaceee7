# Descriptors of computed attributes set and delete, so inspect and doctest know them for data; and
# checksums of any buffer.
import array
import binascii
import doctest
import inspect
import pickle
import zlib


class C:
    "doc"
    def f(self):
        """
        >>> 1
        1
        """


c = C()
c.x = 1
c.__dict__ = {"y": 2}
print(c.y, C.__dict__["__dict__"].__get__(c))
C.__dict__["__dict__"].__set__(c, {"z": 3})
print(c.z)
print([inspect.isdatadescriptor(C.__dict__[n]) for n in ("__dict__","__weakref__")], inspect.isgetsetdescriptor(C.__dict__["__dict__"]))


def f():
    pass


type(f).__dict__["__name__"].__set__(f, "g")
print(f.__name__)
for a in ((C.__dict__["__weakref__"].__set__, c, 1), (int.__dict__["real"].__set__, 5, 1), (type(f).__dict__["__globals__"].__set__, f, 1)):
    try:
        print(a[0](*a[1:]))
    except (AttributeError, TypeError) as e:
        print(type(e).__name__)
print(zlib.crc32(array.array("B", b"abc")), binascii.crc32(b"abc"*1000, 77), zlib.adler32(array.array("B", b"abc")), zlib.crc32(b""))
for bad in ("x", 5):
    try:
        zlib.crc32(bad)
    except TypeError as e:
        print(e)
print([t.name for t in doctest.DocTestFinder().find(C, "C")])
try:
    pickle.dumps(int.__dict__["real"])
except TypeError as e:
    print(e)
