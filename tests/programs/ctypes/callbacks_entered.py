# Callbacks that are hot: entered by their units' native entries. What leaves a unit on the way
# (another type, an exception, recursion through C, a collection) has to come out the same.
import ctypes as C

libc = C.CDLL("libc.so.6")
Compare = C.CFUNCTYPE(C.c_int, C.POINTER(C.c_int), C.POINTER(C.c_int))
qsort = libc.qsort
qsort.restype = None
qsort.argtypes = (C.c_void_p, C.c_size_t, C.c_size_t, Compare)


def sort(function, numbers):
    values = (C.c_int * len(numbers))(*numbers)
    qsort(values, len(numbers), 4, function)
    return list(values)


def noise(n, seed):
    out = []
    for k in range(n):
        seed = (seed * 69069 + 1) & 0xFFFFFFFF
        out.append(seed >> 8)
    return out


calls = 0


def compare(a, b):
    global calls
    calls += 1
    x, y = a[0], b[0]
    return (x > y) - (x < y)


ascending = Compare(compare)
numbers = noise(500, 1)
print(sort(ascending, numbers) == sorted(numbers), calls > 3000)

# The pointers that C gives are objects of their own, and stay good while the array lives.
seen = []


def keep(a, b):
    if len(seen) < 4:
        seen.append((a, b))
    return a.contents.value - b.contents.value


keeping = Compare(keep)
array = (C.c_int * 300)(*[k * 7919 % 301 for k in range(300)])
for k in range(4):
    qsort(array, 300, 4, keeping)
print(list(array) == sorted(array), all(type(a) is C.POINTER(C.c_int) for a, b in seen))
seen[0][0][0] = -5
print(-5 in list(array))

# A result of another type after many ints: True, then something that is no int.
Unary = C.CFUNCTYPE(C.c_int, C.c_int)
log = []


def changing(x):
    if x > 2000:
        return x % 2 == 1
    return x * 2


double = Unary(changing)
total = 0
for k in range(2500):
    total += double(k)
print(total)


# Recursion: Python, C, Python, ...
def descend(x):
    return 0 if x == 0 else 1 + again(x - 1)


again = Unary(descend)
print([again(k % 40) for k in range(200)][-40:])


# A callback that allocates a lot, while C holds on to nothing but numbers.
def churn(x):
    rows = [[x, k] for k in range(20)]
    return len(rows) + rows[-1][0]


churning = Unary(churn)
print(sum(churning(k) for k in range(3000)))

# Floats, pointers and several arguments.
Mixed = C.CFUNCTYPE(C.c_double, C.c_double, C.c_int, C.c_void_p, C.c_char_p)


def mix(x, k, address, text):
    return x * k + (0.0 if address is None else address % 8) + len(text)


mixed = Mixed(mix)
print(sum(mixed(0.5, k, None if k % 3 else 4096, b"abc") for k in range(2000)))
