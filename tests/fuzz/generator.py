"""Random Python programs that always end: the trunk of the generator.

A program is a batch of independent cases. Each case has its own functions, classes, generators and
globals and one entry, `case_N`, that does something with them and logs what it computes. All is
drawn from one seed, so a case is known by (seed, number).

Statically typed on purpose: a variable keeps one of the kinds below, so that most statements do
something instead of raising TypeError. What traces must survive is inside the kinds: `num` is an
int, a float or a bool at every moment, `mix` holds anything, `obj` is one of several classes.

Programs end because every loop has a bound of its own and the product of the bounds that are open
is kept below a limit; they stay small because what loops assign is cut back at their tails.

Neighbours: expressions.py, statements.py and definitions.py are the branches; batch.py puts cases
together; reducer.py makes them small again.
"""
import contextlib
import random

KINDS = ("int", "float", "num", "bool", "str", "ints", "mix", "dict", "sdict", "set", "tup", "obj")

# Around the limits of immediates (50 bits), of int64, of doubles' integers, and beyond.
INT_EDGES = [2**k + d for k in (31, 32, 48, 49, 50, 52, 53, 62, 63, 64) for d in (-1, 0, 1)]
INT_EDGES += [-x for x in INT_EDGES] + [10**18, 10**19, -(10**19), 10**25, -(10**30)]
SMALL_INTS = [0, 1, -1, 2, 3, 5, 7, 8, 10, 13, 16, -2, -3, -7, 31, 63, 64, 100, 127, 128, 255, 256, 1000]
FLOATS = ["0.0", "-0.0", "1.0", "0.5", "-1.5", "2.25", "0.1", "3.7", "-2.5", "100.0", "1e16",
          "9007199254740993.0", "1e308", "-1e308", "5e-324", "INF", "-INF", "NAN", "1e-3", "4.0"]
STRINGS = ["", "a", "b", "ab", "abc", "hello", "x y", "zz", "Q", "naïve", "\u20ac5", "\U0001f600!", "0", "12", "-3"]


class Trunk:
    """Names, scopes, budgets and text; the mixins add what stands in them."""

    def __init__(self, seed, number, limit):
        self.limit = limit  # runs of the innermost statement of a case
        self.random = random.Random("%d/%d" % (seed, number))
        self.number = number
        self.lines = []
        self.depth = 0
        self.counter = 0
        self.vars = {}  # name -> kind, of the function that is being written
        self.fixed = set()  # names that must not be assigned
        self.globals = {}  # name -> kind
        self.global_declared = set()
        self.functions = []  # dicts: name, parameters, result, cost
        self.generators = []  # dicts: name, arity, cost, length
        self.classes = []  # names; all of them have the same interface
        self.managers = []  # names of context managers
        self.closures = {}  # local name -> arity
        self.multiplicity = 1  # how often the current statement runs at most
        self.loops = []  # of the current function: sets of the names that the loop assigns
        self.trying = 0  # how many try statements protect us: risky things are fine there
        self.in_function = None  # kind that return statements here have, or None
        self.may_break = False
        self.quiet = False  # no log here (a helper that runs often)
        self.statements_left = 40

    # --- random choices

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, *choices):
        """One of (weight, value) pairs."""
        total = self.random.random() * sum(weight for weight, _ in choices)
        for weight, value in choices:
            total -= weight
            if total < 0:
                return value
        return choices[-1][1]

    def of(self, sequence):
        return self.random.choice(sequence)

    def upto(self, low, high):
        return self.random.randint(low, high)

    # --- text

    def emit(self, text):
        self.lines.append("    " * self.depth + text)

    @contextlib.contextmanager
    def block(self, header):
        """An indented block; `pass` if nothing comes into it."""
        self.emit(header)
        self.depth += 1
        start = len(self.lines)
        yield
        if len(self.lines) == start:
            self.emit("pass")
        self.depth -= 1

    def fresh(self, prefix):
        self.counter += 1
        return "%s%d" % (prefix, self.counter)

    # --- variables

    def names(self, kind, assignable=False):
        found = [n for n, k in self.vars.items() if k == kind and not (assignable and n in self.fixed)]
        if not assignable or self.global_declared:
            found += [n for n, k in self.globals.items()
                      if k == kind and n not in self.vars and (not assignable or n in self.global_declared)]
        return found

    def variable(self, kind, assignable=False):
        """The name of a variable of this kind, or None. Newer ones more often."""
        found = self.names(kind, assignable)
        if not found:
            return None
        if self.chance(0.4):
            return found[-1]
        return self.of(found)

    def assigned(self, name):
        """Tell the open loops that they assign this name: their tails will keep it small."""
        for loop in self.loops:
            loop.add(name)

    def declare(self, name, kind):
        self.vars[name] = kind

    @contextlib.contextmanager
    def function_scope(self, parameters, result, multiplicity):
        """The inside of a function; what is outside (but for globals and cells) is forgotten."""
        saved = (self.vars, self.fixed, self.loops, self.trying, self.in_function, self.may_break,
                 self.multiplicity, self.global_declared, self.closures)
        self.vars, self.fixed = dict(parameters), set()
        self.loops, self.trying, self.may_break = [], 0, False
        self.in_function, self.multiplicity = result, multiplicity
        self.global_declared, self.closures = set(), {}
        yield
        (self.vars, self.fixed, self.loops, self.trying, self.in_function, self.may_break,
         self.multiplicity, self.global_declared, self.closures) = saved

    @contextlib.contextmanager
    def branch(self):
        """Names first assigned here may be unbound behind it."""
        known = dict(self.vars)
        closures = dict(self.closures)
        yield
        for name in list(self.vars):
            if name not in known:
                del self.vars[name]
        self.closures = closures

    @contextlib.contextmanager
    def trying_block(self):
        self.trying += 1
        yield
        self.trying -= 1
