# Method dispatch over three classes with attribute updates.
# args: 40000
import sys


class Meter:
    def __init__(self):
        self.value = 0

    def update(self, x):
        self.value += x


class Mixer(Meter):
    def update(self, x):
        self.value = (self.value * 5 + x) & 0xFFFF


class Toggle(Meter):
    def __init__(self):
        Meter.__init__(self)
        self.on = False

    def update(self, x):
        if self.on:
            self.value -= x
        else:
            self.value += x + 1
        self.on = not self.on


def drive(meters, rounds):
    for r in range(rounds):
        for m in meters:
            m.update(r & 15)


calls = int(sys.argv[1])
kinds = [Meter, Mixer, Toggle, Mixer, Meter, Toggle, Toggle, Meter, Mixer, Meter]
meters = [kind() for kind in kinds * 2]
drive(meters, calls // len(meters))
total = 0
for m in meters:
    total += m.value
print(total)
