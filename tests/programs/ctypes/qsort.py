# Callbacks: qsort and bsearch with comparison functions in Python.
from ctypes import *

libc = CDLL(None)
COMPARE = CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int))
libc.qsort.argtypes = [c_void_p, c_size_t, c_size_t, COMPARE]
libc.qsort.restype = None
calls = 0


def compare(a, b):
    global calls
    calls += 1
    return (a[0] > b[0]) - (a[0] < b[0])


def backwards(a, b):
    return b.contents.value - a.contents.value


def numbers(n, seed):
    row = (c_int * n)()
    for i in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7fffffff
        row[i] = seed % 1000
    return row


for seed in range(12):
    row = numbers(40, seed)
    expected = sorted(row)
    libc.qsort(row, len(row), sizeof(c_int), COMPARE(compare))
    assert list(row) == expected
    libc.qsort(row, len(row), sizeof(c_int), COMPARE(backwards))
    assert list(row) == expected[::-1]
print(calls > 1000, list(row)[:8])

# A callback that allocates a lot.
words = []


@COMPARE
def greedy(a, b):
    words.append([str(a[0])] * 20)
    del words[:-3]
    return a[0] - b[0]


row = numbers(200, 5)
libc.qsort(row, 200, 4, greedy)
print(list(row) == sorted(row), greedy(pointer(c_int(4)), pointer(c_int(7))))

libc.bsearch.argtypes = [c_void_p, c_void_p, c_size_t, c_size_t, COMPARE]
libc.bsearch.restype = POINTER(c_int)
key = c_int(row[77])
found = libc.bsearch(byref(key), row, 200, 4, COMPARE(compare))
print(found[0] == key.value, bool(libc.bsearch(byref(c_int(-5)), row, 200, 4, greedy)))
