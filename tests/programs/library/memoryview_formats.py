# Views with elements of several bytes, of arrays, and views that must not be written to.
import array

data = bytearray(range(16))
view = memoryview(data)
print(view.cast("I").tolist(), view.cast("h")[3], view[2:10:3].tolist(), view[::-1].tobytes())
ints = view.cast("i")
ints[0] = -1
ints[1:3] = ints[2:4]
print(data, ints.format, ints.itemsize, ints.nbytes, ints.shape, ints.strides, len(ints))
print(ints.obj is data, view.suboffsets, view.c_contiguous, view[::2].contiguous)
doubles = memoryview(bytearray(16)).cast("d")
doubles[1] = 2.5
print(doubles.tolist(), 2.5 in doubles, memoryview(b"abc").cast("c").tolist())


def refused(f):
    try:
        print(f())
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)


refused(lambda: view.cast("x"))
refused(lambda: view[:3].cast("h"))
refused(lambda: view[::2].cast("h"))
refused(lambda: ints.cast("h"))
refused(lambda: ints.__setitem__(0, 1 << 40))
refused(lambda: ints.__setitem__(0, "a"))
refused(lambda: ints.__setitem__(9, 1))
refused(lambda: memoryview(b"abc").__setitem__(0, 1))
refused(lambda: view.toreadonly().__setitem__(0, 1))
refused(lambda: hash(view))
refused(lambda: hash(memoryview(b"abc")) == hash(b"abc"))
refused(lambda: view["a"])
refused(lambda: view.__delitem__(0))
print(memoryview(b"\1\0\2\0").cast("h") == memoryview(b"\1\2"), memoryview(b"ab") == b"ab")
print(memoryview(b"ab") != b"ab", view.readonly, view.toreadonly().readonly)


class Index:
    def __index__(self):
        return 2


view[Index()] = Index()
print(view[Index()], view[Index():5].tolist())
print(b",".join([memoryview(b"x"), b"y"]), b"a-b".split(memoryview(b"-")),
      b"xax".strip(memoryview(b"x")))

numbers = array.array("i", [1, 2, 3, 4])
shared = memoryview(numbers)
shared[1] = 20
shared[2:] = array.array("i", [30, 40])
numbers[0] = 10
print(numbers, shared.tolist(), shared.format, shared.nbytes, shared == numbers, shared.obj is numbers)
as_bytes = shared.cast("B")
as_bytes[4] = 255
print(numbers, as_bytes[4:8].tolist(), bytes(as_bytes[:8]))
floats = array.array("d", [0.5, 1.5])
memoryview(floats)[0] = 7
print(floats, memoryview(floats).tolist(), memoryview(floats)[::-1].tolist())
total = 0
for i in range(3000):
    shared[i & 3] = i
    total += shared[3 - (i & 3)]
print(total, numbers)

view.release()
for f in (len, list, hash, memoryview, lambda v: v[0], lambda v: v.nbytes, lambda v: v.cast("h")):
    refused(lambda: f(view))
with memoryview(data) as other:
    print(other[0])
refused(lambda: other[0])
