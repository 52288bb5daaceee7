print("loading", __name__)
UNIT = "cm"
FACTOR = 3
counter = 0


class Square:
    def __init__(self, s):
        self.s = s

    def area(self):
        return self.s * self.s


class Circle:
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3 * self.r * self.r


def area_of(shape):
    return shape.area()


def _hidden():
    return "hidden"


def helper():
    return UNIT


def bump():
    global counter
    counter += 1


def get_counter():
    return counter


def scale(x):
    return x * FACTOR


def scaled_again(x):
    return x + FACTOR


__all__ = ["Circle", "Square", "bump"]
