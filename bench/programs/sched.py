# A small operating-system style simulation: tasks of four kinds pass packets through linked queues.
# args: 2000
import sys

READY, BLOCKED = 0, 1


class Packet:
    def __init__(self, kind, payload):
        self.kind = kind
        self.payload = payload
        self.next = None


class Queue:
    def __init__(self):
        self.head = None
        self.tail = None
        self.length = 0

    def put(self, packet):
        packet.next = None
        if self.tail is None:
            self.head = packet
        else:
            self.tail.next = packet
        self.tail = packet
        self.length += 1

    def take(self):
        packet = self.head
        self.head = packet.next
        if self.head is None:
            self.tail = None
        self.length -= 1
        return packet


class Task:
    def __init__(self, priority):
        self.priority = priority
        self.inbox = Queue()
        self.state = BLOCKED
        self.runs = 0

    def send(self, other, packet):
        other.inbox.put(packet)
        other.state = READY

    def step(self, system):
        raise NotImplementedError


class Source(Task):
    """Makes packets until its budget is spent, at most a few in flight."""

    def __init__(self, priority, budget):
        Task.__init__(self, priority)
        self.budget = budget
        self.seed = 7
        self.state = READY

    def step(self, system):
        if self.budget == 0:
            self.state = BLOCKED
            return
        self.budget -= 1
        self.seed = (self.seed * 1103 + 331) & 0xFFFF
        self.send(system.router, Packet(self.seed & 3, self.seed))
        if system.router.inbox.length > 8:
            self.state = BLOCKED


class Router(Task):
    """Hands each packet to a worker or a device, by kind."""

    def step(self, system):
        packet = self.inbox.take()
        if packet.kind == 3:
            self.send(system.device, packet)
        else:
            self.send(system.workers[packet.kind], packet)
        if self.inbox.head is None:
            self.state = BLOCKED
            if system.source.budget > 0:
                system.source.state = READY


class Worker(Task):
    def __init__(self, priority, key):
        Task.__init__(self, priority)
        self.key = key
        self.total = 0

    def step(self, system):
        packet = self.inbox.take()
        value = packet.payload
        for _ in range(4):
            value = (value * self.key + 1) & 0xFFFF
        self.total = (self.total + value) & 0xFFFFFF
        if value & 7 == 0:
            packet.kind = 3
            self.send(system.device, packet)
        if self.inbox.head is None:
            self.state = BLOCKED


class Device(Task):
    """Needs two time slices for each packet."""

    def __init__(self, priority):
        Task.__init__(self, priority)
        self.busy = False
        self.done = 0

    def step(self, system):
        if not self.busy:
            self.busy = True
            return
        self.busy = False
        packet = self.inbox.take()
        self.done = (self.done + packet.payload) & 0xFFFFFF
        if self.inbox.head is None:
            self.state = BLOCKED


class System:
    def __init__(self, budget):
        self.source = Source(1, budget)
        self.router = Router(3)
        self.workers = [Worker(4, 5), Worker(5, 13), Worker(6, 29)]
        self.device = Device(7)
        self.tasks = [self.source, self.router] + self.workers + [self.device]
        self.switches = 0

    def pick(self):
        best = None
        for task in self.tasks:
            if task.state == READY:
                if best is None or task.priority > best.priority:
                    best = task
        return best

    def run(self):
        task = self.pick()
        while task is not None:
            task.runs += 1
            self.switches += 1
            task.step(self)
            task = self.pick()


system = System(int(sys.argv[1]))
system.run()
total = 0
for w in system.workers:
    total += w.total
print(system.switches, system.device.done, total)
