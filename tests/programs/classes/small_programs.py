# Beginners' class programs: stack, queue, linked list, binary tree, bank, inventory, vector, fraction.
class LinkedList:
    class Node:
        def __init__(self, v, nxt=None):
            self.v, self.next = v, nxt

    def __init__(self, items=()):
        self.head = None
        self.size = 0
        for x in items:
            self.add(x)

    def add(self, v):
        if self.head is None:
            self.head = self.Node(v)
        else:
            n = self.head
            while n.next:
                n = n.next
            n.next = self.Node(v)
        self.size += 1

    def reverse(self):
        prev = None
        n = self.head
        while n:
            n.next, prev, n = prev, n, n.next
        self.head = prev

    def __iter__(self):
        n = self.head
        while n:
            yield n.v
            n = n.next

    def __len__(self):
        return self.size


class Tree:
    def __init__(self):
        self.root = None

    def insert(self, k):
        if self.root is None:
            self.root = [k, None, None]
            return
        n = self.root
        while k != n[0]:
            i = 1 if k < n[0] else 2
            if n[i] is None:
                n[i] = [k, None, None]
                return
            n = n[i]

    def walk(self, n="root"):
        if n == "root":
            n = self.root
        return self.walk(n[1]) + [n[0]] + self.walk(n[2]) if n else []

    def height(self, n):
        return 1 + max(self.height(n[1]), self.height(n[2])) if n else 0


def gcd(a, b):
    return gcd(b, a % b) if b else a


class Frac:
    def __init__(self, n, d=1):
        g = gcd(n, d)
        self.n, self.d = n // g, d // g

    def __add__(self, o):
        return Frac(self.n * o.d + o.n * self.d, self.d * o.d)

    def __str__(self):
        return "%d/%d" % (self.n, self.d)


l = LinkedList("abc")
l.reverse()
print(list(l), len(l), sum(LinkedList(range(60))))
t = Tree()
x = 17
for i in range(200):
    x = x * 131 % 509
    t.insert(x)
print(len(t.walk()), t.walk() == sorted(t.walk()), t.height(t.root), t.walk()[:5])
h = Frac(0)
for i in range(1, 25):
    h = h + Frac(1, i)
print(h, Frac(6, -4), Frac(-6, 4))


class Account:
    rate = 0.02

    def __init__(self, owner, balance=0.0):
        self.owner, self.balance = owner, balance

    def withdraw(self, n):
        if n > self.balance:
            raise ValueError(f"{self.owner} has only {self.balance:.2f}")
        self.balance -= n


class Savings(Account):
    rate = 0.05

    def year(self):
        self.balance *= 1 + self.rate


s = Savings("Ada", 100)
for _ in range(300):
    s.year()
print(f"{s.balance:.2f}")
try:
    Account("Bob", 5).withdraw(6)
except ValueError as e:
    print(e)
