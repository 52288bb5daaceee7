# What CPython has in C for its queue module.
from _thread import allocate_lock
from time import monotonic as _now


class Empty(Exception):
    "Exception raised by Queue.get(block=0)/get_nowait()."


# The lock of each getter is released by the put that it waits for.
@_in_c
class SimpleQueue:
    def __init__(self):
        self._items = []
        self._first = 0  # what lies before has been got
        self._getters = []

    def put(self, item, block=True, timeout=None):
        self._items.append(item)
        if self._getters:
            self._getters.pop(0).release()

    def put_nowait(self, item):
        self.put(item)

    def get(self, block=True, timeout=None):
        end = None
        if block and timeout is not None:
            if timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            end = _now() + timeout
        while self._first == len(self._items):
            if not block:
                raise Empty
            self._wait(end)
        item = self._items[self._first]
        self._items[self._first] = None
        self._first += 1
        if self._first * 2 > len(self._items):
            del self._items[:self._first]
            self._first = 0
        return item

    def _wait(self, end):
        getter = allocate_lock()
        getter.acquire()
        self._getters.append(getter)
        woken = False
        try:
            if end is None:
                woken = getter.acquire()
            else:
                rest = end - _now()
                woken = rest > 0 and getter.acquire(True, rest)
                if not woken:
                    raise Empty
        finally:
            if getter in self._getters:
                self._getters.remove(getter)
            elif not woken and self._getters and self._first < len(self._items):
                self._getters.pop(0).release()  # the item is another one's now

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return self._first == len(self._items)

    def qsize(self):
        return len(self._items) - self._first

    @classmethod
    def __class_getitem__(cls, item):
        return _generic_alias(cls, item)


SimpleQueue.__module__ = Empty.__module__ = "_queue"
