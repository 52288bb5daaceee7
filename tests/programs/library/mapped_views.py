# memoryviews of mapped memory see and make changes; shared memory.
import array
import mmap
import tempfile
from multiprocessing import shared_memory

with tempfile.TemporaryFile() as file:
    file.write(b"0123456789" * 10)
    file.flush()
    with mmap.mmap(file.fileno(), 0) as m:
        view = memoryview(m)
        print(view.nbytes, view.readonly, view.format, view[3], bytes(view[:5]), view.obj is m)
        view[:3] = b"abc"
        view[99] = 33
        print(m[:5], m[-2:], bytes(view[::-30]), view[5:8].tolist())
        m[5:8] = b"XYZ"
        print(bytes(view[4:9]), view[:10] == m[:10], b"cX".join([view[2:3], view[5:6]]))
        words = view[:96].cast("I")
        words[1] = 0x41424344
        print(m[:10], words[1], len(words), words.itemsize, bytes(view[1:4].toreadonly()))
        print(bytearray(view[:4]), array.array("B", view[:4]), int.from_bytes(view[:2], "big"))
        for bad in (lambda: view[100], lambda: view.__setitem__(0, 300),
                    lambda: view.__setitem__(slice(0, 2), b"abc")):
            try:
                print(bad())
            except Exception as e:
                print(type(e).__name__, e)
        words.release()
        view.release()
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as m, memoryview(m) as view:
        print(view.readonly, bytes(view[:10]))
        try:
            view[0] = 1
        except TypeError as e:
            print(e)
        view = None
    file.seek(0)
    print(file.read(10))

first = shared_memory.SharedMemory(create=True, size=64)
first.buf[:5] = bytearray([1, 2, 3, 4, 5])
second = shared_memory.SharedMemory(first.name)
second.buf[1] = 100
print(bytes(first.buf[:6]), first.size >= 64, type(first.buf))
second.close()
first.close()
first.unlink()
row = shared_memory.ShareableList(["text", 5, 2.5, None, b"bytes", True])
row[1] += 1
row[0] = "T"
print(list(row), len(row), row.count(6), row.index(None))
row.shm.close()
row.shm.unlink()
