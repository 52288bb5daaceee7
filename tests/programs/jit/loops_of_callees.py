# Loops in called functions: first inlined, then called when their ways turn out to depend on data,
# while the trees that inlined them are still there, in loops, recursion, generators and handlers.
def sift(heap, pos):
    item = heap[pos]
    while pos > 0:
        parent = (pos - 1) >> 1
        if not item < heap[parent]:
            break
        heap[pos] = heap[parent]
        pos = parent
    heap[pos] = item


def pop(heap):
    last = heap.pop()
    if not heap:
        return last
    result, heap[0] = heap[0], last
    pos, end = 0, len(heap)
    while True:
        child = 2 * pos + 1
        if child >= end:
            break
        if child + 1 < end and heap[child + 1] < heap[child]:
            child += 1
        if not heap[child] < heap[pos]:
            break
        heap[pos], heap[child] = heap[child], heap[pos]
        pos = child
    return result


def sort(values):
    heap = []
    for v in values:
        heap.append(v)
        sift(heap, len(heap) - 1)
    out = []
    while heap:
        out.append(pop(heap))
    return out


class Key:
    def __init__(self, k):
        self.k = k

    def __lt__(self, other):
        for a, b in zip(self.k, other.k):
            if a != b:
                return a < b
        return len(self.k) < len(other.k)


numbers = [i * 7919 % 10007 for i in range(4000)]
print(sort(numbers) == sorted(numbers), sum(a * i for i, a in enumerate(sort(numbers))))
words = [str(i * 31 % 977) for i in range(1500)]
print(sort(words) == sorted(words))
print([k.k for k in sort([Key(w) for w in words])] == sorted(words))


def find(row, x):
    low, high = 0, len(row)
    while low < high:
        middle = (low + high) // 2
        if row[middle] < x:
            low = middle + 1
        elif row[middle] == x:
            return middle
        else:
            high = middle
    raise KeyError(x)


def count(row, n):
    found = missing = 0
    for i in range(n):
        try:
            found += find(row, i * 37 % 3001)
        except KeyError as e:
            missing += e.args[0]
    return found, missing


print(count(list(range(0, 3000, 3)), 8000))


def collatz(n, limit):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
        if steps > limit:
            raise ValueError(n)
    return steps


def all_steps(n):
    for i in range(1, n):
        try:
            yield collatz(i, 100)
        except ValueError as e:
            yield -e.args[0]


print(sum(all_steps(4000)))


def tree(depth, seed):
    s = 0
    while seed > 3:
        seed = seed * 5 >> 3 if seed & 1 else seed >> 1
        s += depth
    if depth == 0:
        return s
    return s + tree(depth - 1, s * 77 & 255) - tree(depth - 1, s * 31 & 255)


print(tree(11, 200))
