# A point is made in each round and dropped again. In the optimized trace
# there is none left: its coordinates live in registers.


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


def walk(rounds):
    place = Point(0.0, 0.0)
    step = Point(0.5, 0.25)
    for _ in range(rounds):
        place = place + step
    return place


end = walk(200_000)
print(end.x, end.y)
