"""Puts cases together: a batch is one program with a prelude, many cases and a line of output a case."""
import ast
import random

from control import Control
from definitions import Definitions
from expressions import Expressions
from generator import Trunk
from scenarios import Scenarios
from statements import Statements

PRELUDE = '''\
from math import sqrt
INF = float("inf")
NAN = INF - INF

class Trouble(Exception):
    pass

class Quiet:
    def __init__(self, x):
        self.x = x
    def __enter__(self):
        return self.x
    def __exit__(self, kind, value, trace):
        return kind is not None and issubclass(kind, Trouble)

class Basic:
    shared = 3
    missing = 4
    def __init__(self, a, b=0):
        self.a = a & 0xffffffffffff
        self.b = b
        self.f = 0.25
        self.v = a & 3
    def m(self, x):
        return (self.a + x) & 0xffffffff
    def n(self, x, y=1):
        return self.m(x) - y
    @property
    def p(self):
        return self.a
    @p.setter
    def p(self, x):
        self.a = x & 0xffff
    @staticmethod
    def st(x):
        return x + 1
    @classmethod
    def cm(cls, x):
        return x - cls.shared
    def __add__(self, o):
        return Basic(self.a + (o if isinstance(o, int) else 1), self.b)
    def __radd__(self, o):
        return Basic(self.a, 5)
    def __sub__(self, o):
        return Basic(self.a - 1, self.b)
    def __rsub__(self, o):
        return Basic(self.a ^ 1, 6)
    def __mul__(self, o):
        return Basic(self.a * 2 & 0xffff, self.b)
    def __eq__(self, o):
        return isinstance(o, Basic) and self.a == o.a
    def __lt__(self, o):
        return self.a < (o if isinstance(o, int) else 0)
    def __gt__(self, o):
        return self.a > (o if isinstance(o, int) else 0)
    def __repr__(self):
        return "Basic(%r, %r)" % (self.a, self.b)
    def __getitem__(self, x):
        return self.a & x & 255
    def __len__(self):
        return self.a & 7
    def __contains__(self, x):
        return x == self.b
    def __call__(self, x):
        return x + self.b

class Other(Basic):
    def m(self, x):
        return (self.b if isinstance(self.b, int) else 7) ^ x

a0 = Basic(7, 2)
notes = []

def note(x):
    if len(notes) < 100:
        if isinstance(x, set):
            x = sorted(x)
        elif isinstance(x, int) and not -(1 << 400) < x < 1 << 400:
            x = x % 1000000007
        notes.append(repr(x)[:200])

def toint(x):
    if x != x or not -1e15 < x < 1e15:
        return 9
    return int(x)

def tame(x):
    if x == x and -1e15 < x < 1e15:
        return x
    return 1 if x != x else 0.5

def trim(x):
    del x[10:]
    for i in range(len(x)):
        y = x[i]
        if isinstance(y, int) and not -(1 << 64) <= y <= 1 << 64:
            x[i] = y % 1000003

def boom(x):
    if x % 3 == 0:
        raise Trouble(x & 255)
    return x

def poke(o, i):
    if i % 7 == 6:
        o.a = i & 255
    elif i % 11 == 10:
        o.poked = i
    elif i % 13 == 12:
        o.b = "poked"
    return i

def array_library():
    try:
        import numarray as np
    except ImportError:
        import numpy as np
    np.seterr(all="ignore")
    return np

def run(number, case):
    del notes[:]
    a0.a, a0.b, a0.f, a0.v = 7, 2, 0.25, 3
    try:
        end = case()
        note(end)
    except Exception as error:
        notes.append("%s: %s" % (type(error).__name__, error))
    print(number, "|".join(notes))
'''


class Case(Trunk, Expressions, Statements, Control, Scenarios, Definitions):
    """One case: its text, and how to call it."""

    def __init__(self, seed, number, limit):
        super().__init__(seed, number, limit)
        for _ in range(self.upto(0, 2)):
            self.define_global()
        definitions = [self.define_function, self.define_class, self.define_generator, self.define_recursion,
                       self.define_manager, self.define_setter]
        self.classes = ["Basic"]
        for write in self.random.choices(definitions, weights=[4, 3, 3, 1, 1, 1], k=self.upto(1, 6)):
            write()
        self.entry()
        if self.chance(0.15):
            self.make_global()
        self.text = "\n".join(self.lines) + "\n"

    def make_global(self):
        """Declares the entry's variables global, if no function inside needs one of them as nonlocal."""
        entry = next(n for n, line in enumerate(self.lines) if line.startswith("def case_"))
        tree = ast.parse("\n".join(self.lines[entry:]))
        if any(isinstance(node, ast.Nonlocal) for node in ast.walk(tree)):
            return
        names = set()
        work = list(tree.body[0].body)
        while work:
            node = work.pop()
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
            if not isinstance(node, (ast.FunctionDef, ast.Lambda, ast.comprehension)):
                work += ast.iter_child_nodes(node)
        names -= self.globals.keys()
        if names:
            self.lines.insert(entry + 1, "    global %s" % ", ".join(sorted(names)))

    def entry(self):
        with self.function_scope({}, "int", 1), self.block("def case_%d():" % self.number):
            if self.globals and self.chance(0.4):
                self.global_declared = set(self.globals)
                self.emit("global %s" % ", ".join(self.globals))
            for kind in self.random.choices(["int", "int", "int", "float", "num", "ints", "ints", "obj", "dict", "str", "mix"],
                                            k=self.upto(3, 7)):
                self.assign(kind)
            for _ in range(self.upto(1, 2)):
                self.scenario()
            if self.chance(0.7):
                self.loop()
            self.statements(self.upto(0, 8))
            if self.chance(0.5):
                self.scenario()
            for name in list(self.vars)[-6:]:
                self.emit("note(%s)" % name)
            self.emit("return %s" % self._int(1))


def case_text(seed, number, limit=2500):
    """The text of a case whose innermost statements run `limit` times at most."""
    return Case(seed, number, limit).text


def batch_text(seed, first, numbers):
    """A program of these cases. Some batches run their cases at module level twice, hot code and all."""
    texts = [case_text(seed, number) for number in numbers]
    again = random.Random("%d/%d" % (seed, first)).random() < 0.3
    calls = ["run(%d, case_%d)" % (n, n) for n in numbers]
    return program_text(texts, calls * (2 if again else 1))


def program_text(texts, calls):
    return "\n".join([PRELUDE, *texts, *calls]) + "\n"
