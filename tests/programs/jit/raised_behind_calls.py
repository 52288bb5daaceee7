# What inlined frames do behind calls that may run Python: yield, return, raise through several of
# them. No check may stand behind what such an instruction has done.
import traceback


class Value:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return sorted([self.value, other.value])[0] == max(self.value, other.value)

    def __hash__(self):
        return hash(self.value)


class Trouble(Exception):
    pass


def produce(rounds, table):
    for i in range(rounds):
        table[Value(i % 5)] = i
        try:
            received = yield i
        except Trouble as trouble:
            table[Value(5)] = len(trouble.args)
            received = yield -i
        if received:
            table[Value(received % 5)] = received
    table[Value(9)] = rounds
    return sorted([v for v in table.values()])[-1]


def inner(i, table):
    table[Value(i % 3)] = i
    if i % 4 == 1:
        raise Trouble(i)
    if i % 4 == 2:
        table[Value(7)].missing
    return table[Value(i % 3)]


def outer(i, table):
    table[Value(6)] = -i
    table[Value(7)] = i
    try:
        return inner(i, table) + 1
    finally:
        table[Value(8)] = i


def drive(rounds):
    table = {}
    generator = produce(rounds, table)
    seen = []
    value = next(generator)
    try:
        while True:
            seen.append(value)
            if value % 7 == 3:
                value = generator.throw(Trouble(value))
            else:
                value = generator.send(value % 3)
    except StopIteration as stop:
        return len(seen), sum(seen), stop.value


def through(rounds):
    table = {}
    total = 0
    depths = {}
    last = None
    for i in range(rounds):
        try:
            total += outer(i, table)
        except (Trouble, AttributeError) as error:
            depth = len(traceback.extract_tb(error.__traceback__))
            depths[depth] = depths.get(depth, 0) + 1
            last = error
    return total, depths, last


def parts(rounds, table):
    for i in range(rounds):
        table[Value(i % 5)] = i
        if i % 3 == 1:
            part = i * 0.5
        elif i % 3 == 2:
            part = -i
        else:
            part = i
        yield part
        if i % 11 == 10:
            table[Value(6)] = part
            if part > 0:
                return


def consume(rounds):
    total = 0
    table = {}
    for k in range(rounds):
        for part in parts(rounds, table):
            total += part
        for part in parts(k % 4, table):
            total -= part
    return total


for rounds in (3, 50, 400):
    print(drive(rounds))
for rounds in (3, 50, 150):
    print(consume(rounds))
total, depths, last = through(400)
print(total, depths)
traceback.print_exception(last)
