# Allocation and collections while compiled frames are active; classes, closures, generators.


class Tree:
    def __init__(self, left, right, value):
        self.left = left
        self.right = right
        self.value = value

    def total(self):
        s = self.value
        if self.left is not None:
            s += self.left.total()
        if self.right is not None:
            s += self.right.total()
        return s

    def walk(self):
        if self.left is not None:
            yield from self.left.walk()
        yield self.value
        if self.right is not None:
            yield from self.right.walk()

    def insert(self, value):
        if value < self.value:
            if self.left is None:
                self.left = Tree(None, None, value)
            else:
                self.left.insert(value)
        elif self.right is None:
            self.right = Tree(None, None, value)
        else:
            self.right.insert(value)


def build(depth, value):
    if depth == 0:
        return Tree(None, None, value)
    return Tree(build(depth - 1, value * 2), build(depth - 1, value * 2 + 1), value)


def permutations(items):
    if len(items) <= 1:
        return [items]
    out = []
    for k in range(len(items)):
        for rest in permutations(items[:k] + items[k + 1:]):
            out.append([items[k]] + rest)
    return out


def make_counter():
    calls = 0

    def count(n):
        nonlocal calls
        calls += 1
        if n > 0:
            count(n - 1)
            count(n - 2)
        return calls
    return count


def flatten(x):
    return [x] if not isinstance(x, list) else [z for y in x for z in flatten(y)]


def nest(n):
    return [n] if n == 0 else [nest(n - 1), n, nest(n - 1)]


def options(n, *rest, step=1, **named):
    if n <= 0:
        return (rest, step, sorted(named.items()))
    return options(n - step, *rest[1:], n, step=step, **named)


def defaults(n, acc=(), last="z"):
    return acc if n == 0 else defaults(n - 1, acc + (last,), last=chr(97 + n % 26))


def strings(n):
    return "" if n == 0 else strings(n - 1) + str(n) + ","


def big(n):
    return 1 if n == 0 else n * big(n - 1)


def merge_sort(a):
    if len(a) < 2:
        return a
    middle = len(a) // 2
    left, right = merge_sort(a[:middle]), merge_sort(a[middle:])
    out = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            out.append(left[i])
            i += 1
        else:
            out.append(right[j])
            j += 1
    return out + left[i:] + right[j:]


tree = build(7, 1)
print(tree.total(), sum(tree.walk()))
for k in range(20):
    if build(5, k).total() != sum(build(5, k).walk()):
        print("wrong", k)
search = Tree(None, None, 50)
for k in range(100):
    search.insert(k * 37 % 101)
print(list(search.walk()))
print(len(permutations([1, 2, 3, 4, 5])), permutations([1, 2, 3])[4])
print(make_counter()(12), make_counter()(5))
print(flatten(nest(6)) == [int(c) for c in str(nest(6)) if c.isdigit()])
print(options(9, "a", "b", step=2, x=1, y=2))
print("".join(defaults(30)))
print(strings(60))
print(big(60))
print(merge_sort([k * 7919 % 257 for k in range(200)]) == sorted(k * 7919 % 257 for k in range(200)))
