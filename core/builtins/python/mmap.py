# Files in memory, by mmap(2). Items are read and written where they are, by memoryviews too.
import ctypes as _ctypes
import posix as _posix
import sys as _sys
from _constants import constants as _constants
from _libc import call as _call, function as _function

globals().update(_constants("""
ACCESS_COPY=3 ACCESS_DEFAULT=0 ACCESS_READ=1 ACCESS_WRITE=2 ALLOCATIONGRANULARITY=4096
MADV_DODUMP=17 MADV_DOFORK=11 MADV_DONTDUMP=16 MADV_DONTFORK=10 MADV_DONTNEED=4 MADV_FREE=8
MADV_HUGEPAGE=14 MADV_HWPOISON=100 MADV_MERGEABLE=12 MADV_NOHUGEPAGE=15 MADV_NORMAL=0 MADV_RANDOM=1
MADV_REMOVE=9 MADV_SEQUENTIAL=2 MADV_UNMERGEABLE=13 MADV_WILLNEED=3 MAP_ANON=32 MAP_ANONYMOUS=32
MAP_DENYWRITE=2048 MAP_EXECUTABLE=4096 MAP_POPULATE=32768 MAP_PRIVATE=2 MAP_SHARED=1
MAP_STACK=131072 PAGESIZE=4096 PROT_EXEC=4 PROT_READ=1 PROT_WRITE=2
"""))
error = OSError


class mmap:
    def __new__(cls, fileno, length, flags=MAP_SHARED, prot=PROT_READ | PROT_WRITE,
                access=ACCESS_DEFAULT, offset=0, **trackfd):
        if length < 0:
            raise OverflowError("memory mapped length must be positive")
        if offset < 0:
            raise OverflowError("memory mapped offset must be positive")
        if access != ACCESS_DEFAULT and (flags, prot) != (MAP_SHARED, PROT_READ | PROT_WRITE):
            raise ValueError("mmap can't specify both access and flags, prot.")
        if access == ACCESS_READ:
            flags, prot = MAP_SHARED, PROT_READ
        elif access == ACCESS_WRITE:
            flags, prot = MAP_SHARED, PROT_READ | PROT_WRITE
        elif access == ACCESS_COPY:
            flags, prot = MAP_PRIVATE, PROT_READ | PROT_WRITE
        elif access == ACCESS_DEFAULT:
            if not prot & PROT_WRITE:
                access = ACCESS_READ
        else:
            raise ValueError("mmap invalid access parameter.")
        if fileno != -1:
            state = _posix.fstat(fileno)
            if state.st_mode & 0o170000 == 0o100000:
                if length == 0:
                    if state.st_size == 0:
                        raise ValueError("cannot mmap an empty file")
                    if offset >= state.st_size:
                        raise ValueError("mmap offset is greater than file size")
                    length = state.st_size - offset
                elif offset > state.st_size or state.st_size - offset < length:
                    raise ValueError("mmap length is greater than file size")
            fd = _posix.dup(fileno)
        else:
            flags |= MAP_ANONYMOUS
            fd = -1
        self = object.__new__(cls)
        self._fd, self._at = fd, 0
        try:
            self._at = _call("mmap", "nnniiiq", 0, length, prot, flags, fd, offset)
        except OSError:
            self.close()
            raise
        self._size, self._offset, self._access, self._place = length, offset, access, 0
        self._mapping = _mapped(self._at, length)
        return self

    # The address, of an open one.
    def _open(self):
        if not self._at:
            raise ValueError("mmap closed or invalid")
        return self._at

    def _writable(self):
        if self._access == ACCESS_READ:
            raise TypeError("mmap can't modify a readonly memory map.")
        return self._open()

    def _raw(self, start, end):
        return _ctypes.string_at(self._open() + start, max(0, end - start))

    def close(self):
        if self._at:
            _remap(self._mapping, 0, 0)
            _function("munmap", "inn")(self._at, self._size)
            self._at = 0
        if self._fd >= 0:
            _posix.close(self._fd)
            self._fd = -1

    closed = property(lambda self: not self._at)

    def __del__(self):
        if "_fd" in self.__dict__:
            self.close()

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *args):
        self.close()

    def __len__(self):
        self._open()
        return self._size

    def size(self):
        self._open()
        return self._size if self._fd == -1 else _posix.fstat(self._fd).st_size

    def __buffer__(self, flags):
        self._open()
        return _view(self._mapping, self, None, self._access == ACCESS_READ)

    def __bytes__(self):
        self._open()
        return self._raw(0, self._size)

    # --- as a sequence

    def _index(self, key):
        i = key.__index__()
        if i < 0:
            i += self._size
        if not 0 <= i < self._size:
            raise IndexError("mmap index out of range")
        return i

    def __getitem__(self, key):
        at = self._open()
        if isinstance(key, slice):
            start, stop, step = key.indices(self._size)
            if step == 1:
                return self._raw(start, stop)
            return self._raw(0, self._size)[key]
        if not hasattr(key, "__index__"):
            raise TypeError("mmap indices must be integers")
        return self._raw(self._index(key), self._index(key) + 1)[0]

    def __setitem__(self, key, value):
        at = self._writable()
        if isinstance(key, slice):
            places = range(*key.indices(self._size))
            data = bytes(memoryview(value))
            if len(data) != len(places):
                raise IndexError("mmap slice assignment is wrong size")
            at = self._open()  # what was asked may have closed it
            if places.step == 1:
                _ctypes.memmove(at + places.start, data, len(data))
            else:
                for i, b in zip(places, data):
                    _ctypes.memset(at + i, b, 1)
            return
        if not hasattr(key, "__index__"):
            raise TypeError("mmap indices must be integers")
        i = self._index(key)
        if not hasattr(value, "__index__"):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        if not 0 <= value.__index__() <= 255:
            raise ValueError("mmap item value must be in range(0, 256)")
        _ctypes.memset(self._open() + i, value.__index__(), 1)

    def __delitem__(self, key):
        raise TypeError("mmap object doesn't support item deletion"
                        if not isinstance(key, slice) else
                        "mmap object doesn't support slice deletion")

    def __contains__(self, value):
        data = bytes((value,)) if isinstance(value, int) else value
        return data in self[:]

    def __iter__(self):
        return iter([self[i:i + 1] for i in range(len(self))])

    # --- as a file

    def _bound(self, value, default):
        i = default if value is None else value.__index__()
        if i < 0:
            i += self._size
        return min(max(i, 0), self._size)

    def _search(self, find, sub, start, end):
        self._open()
        first = self._bound(start, self._place)
        last = self._bound(end, self._size)
        found = getattr(self._raw(first, last), find)(sub)
        return found if found < 0 else found + first

    def find(self, sub, start=None, end=None, /):
        return self._search("find", sub, start, end)

    def rfind(self, sub, start=None, end=None, /):
        return self._search("rfind", sub, start, end)

    def read(self, n=None, /):
        self._open()
        if n is not None and not hasattr(n, "__index__"):
            raise TypeError("argument should be integer or None, not '"
                            f"{type(n).__name__}'")
        left = max(0, self._size - self._place)
        n = left if n is None or n < 0 or n > left else n.__index__()
        data = self._raw(self._place, self._place + n)
        self._place += n
        return data

    def read_byte(self):
        self._open()
        if self._place >= self._size:
            raise ValueError("read byte out of range")
        self._place += 1
        return self._raw(self._place - 1, self._place)[0]

    def readline(self):
        self._open()
        end = self._raw(self._place, self._size).find(b"\n")
        return self.read(None if end < 0 else end + 1)

    def write(self, data, /):
        at = self._writable()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(memoryview(data))
        if self._place > self._size or len(data) > self._size - self._place:
            raise ValueError("data out of range")
        _ctypes.memmove(at + self._place, data, len(data))
        self._place += len(data)
        return len(data)

    def write_byte(self, byte, /):
        at = self._writable()
        if not 0 <= byte <= 255:
            raise OverflowError("unsigned byte integer is greater than maximum"
                                if byte > 255 else "unsigned byte integer is less than minimum")
        if self._place >= self._size:
            raise ValueError("write byte out of range")
        _ctypes.memset(at + self._place, byte, 1)
        self._place += 1

    def tell(self):
        self._open()
        return self._place

    def seek(self, pos, whence=0, /):
        self._open()
        if whence not in (0, 1, 2):
            raise ValueError("unknown seek type")
        where = pos + (0, self._place, self._size)[whence]
        if not 0 <= where <= self._size:
            raise ValueError("seek out of range")
        self._place = where

    def flush(self, offset=0, size=None, /):
        at = self._open()
        size = self._size - offset if size is None else size
        if offset < 0 or size < 0 or self._size - offset < size:
            raise ValueError("flush values out of range")
        if self._access not in (ACCESS_READ, ACCESS_COPY):
            _call("msync", "inni", at + offset, size, 4)

    def move(self, dest, src, count, /):
        dest, src, count = dest.__index__(), src.__index__(), count.__index__()
        at = self._writable()
        if min(dest, src, count) < 0 or self._size - dest < count or self._size - src < count:
            raise ValueError("source, destination, or count out of range")
        _ctypes.memmove(at + dest, at + src, count)

    def madvise(self, option, start=0, length=None, /):
        at = self._open()
        length = self._size if length is None else length
        if not 0 <= start < self._size:
            raise ValueError("madvise start out of bounds")
        if length < 0:
            raise ValueError("madvise length invalid")
        if start + length > _sys.maxsize:
            raise OverflowError("madvise length too large")
        _call("madvise", "inni", at + start, min(length, self._size - start), option)

    def resize(self, newsize, /):
        if self._access in (ACCESS_READ, ACCESS_COPY):
            raise TypeError("mmap can't resize a readonly or copy-on-write memory map.")
        at = self._open()
        if newsize < 0 or _sys.maxsize - newsize < self._offset:
            raise ValueError("new size out of range")
        if self._fd != -1:
            _posix.ftruncate(self._fd, self._offset + newsize)
        self._at = _call("mremap", "nnnni", at, self._size, newsize, 1)
        self._size = newsize
        _remap(self._mapping, self._at, newsize)

    def __repr__(self):
        kind = f"{type(self).__module__}.{type(self).__name__}"
        if not self._at:
            return f"<{kind} closed=True>"
        access = ("ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY")[self._access]
        return (f"<{kind} closed=False, access={access}, length={self._size}, "
                f"pos={self._place}, offset={self._offset}>")
