# What active compiled frames assume is changed by the functions that they call.

SCALE = 1


def scaled(n):
    global SCALE
    if n == 0:
        SCALE += 1
        return 0
    below = scaled(n - 1)
    return below + SCALE


class Shape:
    def area(self, n):
        return 1 if n == 0 else 1 + self.area(n - 1)


class Square(Shape):
    pass


def other_area(self, n):
    return 100


def switching(shape, n):
    if n == 30:
        Square.area = other_area
    if n >= 60:
        return 0
    return shape.area(2) + switching(shape, n + 1)


def first(n):
    return 0 if n == 0 else 1 + first(n - 1)


def second(n):
    return 1000


def replace_itself(n):
    global first
    if n == 25:
        first = second
    return 0 if n == 0 else first(1) + replace_itself(n - 1)


def changing_types(n, x):
    if n == 0:
        return x
    y = changing_types(n - 1, x + 1 if n % 7 else float(x))
    return y if n % 11 else str(y)[:4]


print([scaled(k) for k in range(30)])
print(switching(Square(), 0))
del Square.area
print(switching(Square(), 31), switching(Shape(), 31))
for k in range(40):
    first(k)
print(replace_itself(50))
for k in range(60):
    out = changing_types(k, k)
print(out, changing_types(10, 3), changing_types(30, 1))
len_before = len
values = []


def counting(n):
    global len
    if n == 40:
        def len(x):
            return 7
    return 0 if n == 80 else len([]) + counting(n + 1)


for k in range(3):
    values.append(counting(0))
print(values)
