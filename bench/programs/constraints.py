# One-way constraint network: edits of a source variable are planned and propagated down a chain.
# args: 300
import sys


class Variable:
    def __init__(self, value):
        self.value = value
        self.readers = []
        self.mark = 0


class Constraint:
    def attach(self):
        for v in self.inputs():
            v.readers.append(self)


class Equal(Constraint):
    def __init__(self, source, target):
        self.source = source
        self.target = target
        self.attach()

    def inputs(self):
        return [self.source]

    def execute(self):
        self.target.value = self.source.value


class Scale(Constraint):
    def __init__(self, source, factor, offset, target):
        self.source = source
        self.factor = factor
        self.offset = offset
        self.target = target
        self.attach()

    def inputs(self):
        return [self.source, self.factor, self.offset]

    def execute(self):
        self.target.value = (self.source.value * self.factor.value + self.offset.value) & 0xFFFF


class Planner:
    def __init__(self):
        self.stamp = 0

    def plan(self, start):
        """Constraints to run, in order, after `start` changed."""
        self.stamp += 1
        order = []
        todo = [start]
        while todo:
            v = todo.pop()
            for c in v.readers:
                if c.target.mark != self.stamp:
                    c.target.mark = self.stamp
                    order.append(c)
                    todo.append(c.target)
        return order

    def change(self, v, value):
        v.value = value
        for c in self.plan(v):
            c.execute()


def chain(length):
    factor = Variable(3)
    offset = Variable(7)
    first = Variable(1)
    last = first
    for i in range(length):
        v = Variable(0)
        if i % 4 == 3:
            Scale(last, factor, offset, v)
        else:
            Equal(last, v)
        last = v
    return first, last


first, last = chain(200)
planner = Planner()
check = 0
for i in range(int(sys.argv[1])):
    planner.change(first, i)
    check = (check * 31 + last.value) & 0xFFFFFF
print(check)
