"""Statements: assignments through every kind of place; the others are in control.py."""
from generator import INT_EDGES


class Statements:
    """`statements(n)` writes n of them at the current place."""

    def statements(self, n):
        for _ in range(n):
            if self.statements_left <= 0:
                break
            self.statements_left -= 1
            self.statement()

    def statement(self):
        nested = self.depth < 7
        loops = nested and self.multiplicity * 4 <= self.limit
        write = self.pick(
            (10, self.assign), (6, self.augment), (4, self.store_item), (3, self.store_attribute), (4, self.list_change),
            (2, self.dict_change), (1, self.set_change), (2, self.unpack), (1.5, self.global_change),
            (0.5 if not self.in_class_change() else 0.0, self.class_change), (1.5 if not self.quiet else 0.2, self.log),
            (4 if nested else 0, self.branching), (5 if loops else 0, self.loop), (1.5 if loops else 0, self.while_loop),
            (2.5 if nested else 0, self.try_statement), (1 if nested else 0, self.with_statement),
            (1.2 if nested else 0, self.match_statement), (1.2 if nested else 0, self.closure),
            (1.5, self.short_lived), (1.5, self.aliasing_probe), (2 if self.may_break else 0, self.leave_loop),
            (0.6 if self.in_function else 0, self.early_return), (1 if loops else 0, self.drive_generator),
            (1, self.alias), (0.4, self.delete), (0.5 if self.trying else 0, self.raise_statement), (0.7, self.swap),
            (0.4, self.conditional_expression_statement))
        write()

    # --- assignments

    def assign(self, kind=None):
        kind = kind or self.pick((10, "int"), (3, "float"), (3, "num"), (2, "bool"), (2, "str"), (3, "ints"), (1.5, "mix"),
                                 (1.5, "dict"), (1, "sdict"), (0.8, "set"), (1.5, "tup"), (2.5, "obj"))
        name = self.variable(kind, assignable=True)
        text = self.expression(kind)
        if kind == "num":
            text = "tame(%s)" % text if self.chance(0.5) else text
        if name and self.chance(0.65):
            self.emit("%s = %s" % (name, text))
            self.assigned(name)
            return
        name = self.fresh("v")
        if self.chance(0.08):
            other = self.fresh("v")
            self.emit("%s = %s = %s" % (name, other, text))
            self.declare(other, kind)
        elif kind == "int" and self.chance(0.08):
            self.emit("if (%s := %s) > %s:" % (name, text, self._int(0)))
            self.emit("    %s -= 1" % name)
        else:
            self.emit("%s = %s" % (name, text))
        self.declare(name, kind)
        self.assigned(name)

    def augment(self):
        kind = self.pick((8, "int"), (3, "float"), (3, "num"), (2, "str"), (1, "ints"), (0.7, "set"), (1, "obj"))
        name = self.variable(kind, assignable=True)
        if not name:
            return self.assign(kind)
        x = self._int(1)
        operations = {
            "int": lambda: self.of(["+= %s" % x, "-= %s" % x, "+= 1", "-= 1", "^= %s" % x, "&= %s" % x, "|= %s" % x, "*= 3",
                                    "*= -1", "//= %d" % self.upto(2, 9), "%%= %d" % self.upto(2, 99999), ">>= 1", "<<= 1",
                                    "+= %d" % self.of(INT_EDGES), "*= %s & 7" % x]),
            "float": lambda: self.of(["+= %s" % self._float(1), "-= %s" % self._float(1), "*= 0.5", "/= 2", "+= 1", "*= -1.0",
                                      "*= %s" % self._float(0)]),
            "num": lambda: self.of(["+= 1", "+= 0.5", "-= %s" % self._int(0), "*= 2", "+= %s" % self._num(1)]),
            "str": lambda: "+= %s" % self._str(1),
            "ints": lambda: self.of(["+= [%s]" % x, "*= 2", "+= (%s, 1)" % x]),
            "set": lambda: self.of(["|= {%s}" % x, "-= {%s}" % x, "&= {1, 2, %s}" % x, "^= {%s}" % x]),
            "obj": lambda: self.of(["+= %s" % x, "-= 1", "*= 2"]),
        }
        self.emit("%s %s" % (name, operations[kind]()))
        self.assigned(name)

    def bounded(self, d=2):
        """An int for a place that no tail cuts back."""
        return self.pick((3, "%s & 0xffffffffffff"), (3, "%s %% 1000003"), (1, "%s & 0x7fffffffffffffff")) % self._int(d)

    def store_item(self):
        kind = self.pick((6, "ints"), (2, "mix"), (2, "dict"), (1, "sdict"))
        name = self.variable(kind)
        if not name:
            return self.assign(kind)
        if kind in ("dict", "sdict"):
            key = "%s %% 9" % self._int(1) if kind == "dict" else "%s[:2]" % self._str(0)
            if self.chance(0.25):
                key = str(self.upto(0, 3)) if kind == "dict" else repr(self.of("ab0"))
                self.emit("%s[%s] = %s.get(%s, 0) + 1" % (name, key, name, key))
            elif self.chance(0.2) and self.trying:
                self.emit("%s[%s] += %s & 1023" % (name, key, self._int(1)))
            else:
                self.emit("%s[%s] = %s" % (name, key, self.bounded()))
            return
        value = self._mixed(1) if kind == "mix" else self.bounded()
        if self.trying and self.chance(0.3):
            self.emit("%s[%s] = %s" % (name, self._index(1), value))
            return
        index = self.pick((3, "0"), (2, "-1"), (3, "%s %% len(%s)" % (self._int(1), name)), (1, "len(%s) - 1" % name))
        with self.block("if %s:" % name):
            if kind == "ints" and self.chance(0.3):
                self.emit("%s[%s] %s= %s & 65535" % (name, index, self.of("+-^|"), self._int(1)))
            else:
                self.emit("%s[%s] = %s" % (name, index, value))
                if self.chance(0.3):
                    self.load_behind(name, kind)

    def load_behind(self, name, kind):
        """Reads what an aliasing store may just have written."""
        other = self.variable(kind)
        target = self.variable("int", assignable=True)
        if kind == "ints" and other and target:
            self.emit("%s = (%s[0] if %s else 0) + %s[-1]" % (target, other, other, name))
            self.assigned(target)

    def aliasing_probe(self):
        """A load, a store that may or may not be to the same place, the load again."""
        target = self.variable("int", assignable=True)
        kind = self.of(["ints", "obj"])
        one, other = self.variable(kind), self.variable(kind)
        if not target or not one:
            return self.assign(kind)
        self.assigned(target)
        if kind == "obj":
            self.emit("%s = %s.b" % (target, one))
            self.emit("%s.b = (%s + %s) & 0xffff" % (other, target, self._int(0)))
            self.emit("%s = %s ^ %s.b" % (target, target, one))
            return
        with self.block("if %s and %s:" % (one, other)):
            self.emit("%s = %s[0]" % (target, one))
            self.emit("%s[0] = (%s + 1) & 0xffff" % (other, self._int(0)))
            self.emit("%s = %s * 3 + %s[0]" % (target, target, one))

    def store_attribute(self):
        o = self.variable("obj")
        if not o:
            return self.assign("obj")
        form = self.upto(0, 9)
        if form <= 3:
            self.emit("%s.%s = %s" % (o, self.of("ab"), self.bounded()))
        elif form <= 5:
            self.emit("%s.%s %s= %s & 1023" % (o, self.of(["a", "b", "shared"]), self.of("+-^"), self._int(1)))
        elif form == 6:
            self.emit("%s.v = %s" % (o, self._num(1)))
        elif form == 7:
            self.emit("%s.f = %s" % (o, self._float(1)))
        elif form == 8:
            self.emit("%s.extra = %s" % (o, self.bounded(1)))
        else:
            self.emit("%s.p = %s" % (o, self.bounded(1)))
        if self.chance(0.25):
            other, target = self.variable("obj"), self.variable("int", assignable=True)
            if target:
                self.emit("%s = %s.a - %s.b" % (target, o, other))
                self.assigned(target)

    def list_change(self):
        name = self.variable("ints")
        if not name:
            return self.assign("ints")
        x = self.bounded(1)
        self.assigned(name)
        form = self.upto(0, 11)
        if form <= 4:
            self.emit("%s.append(%s)" % (name, x))
        elif form == 5:
            self.emit("%s.extend(%s)" % (name, self.of(["(%s, 2)" % self._int(0), "range(3)", "[%s]" % x])))
        elif form == 6:
            self.emit("%s.insert(%s, %s)" % (name, self.of(["0", "1", "-1", "len(%s)" % name]), x))
        elif form == 7:
            target = self.fresh("v")
            self.emit("%s = %s.pop(%s) if %s else -1" % (target, name, self.of(["", "0", "-1"]), name))
            self.declare(target, "int")
        elif form == 8:
            self.emit("%s[%s:%s] = [%s, %s]" % (name, self._edge(), self._edge(), self._int(0), x))
        elif form == 9:
            self.emit("%s.%s" % (name, self.of(["reverse()", "sort()", "sort(key=lambda c: -c)", "sort(key=lambda c: c % 5, reverse=True)"])))
        elif form == 10:
            self.emit("del %s[%s:%s]" % (name, self._edge(), self._edge()))
        else:
            self.emit("%s = %s" % (name, self._ints(2)) if name not in self.fixed and name in self.vars else "%s.clear()" % name)

    def dict_change(self):
        kind = self.of(["dict", "sdict"])
        name = self.variable(kind)
        if not name:
            return self.assign(kind)
        key = "%s %% 7" % self._int(1) if kind == "dict" else "%s[:1]" % self._str(0)
        target = self.fresh("v")
        form = self.upto(0, 5)
        if form <= 1:
            self.emit("%s = %s.pop(%s, %s)" % (target, name, key, self._int(0)))
            self.declare(target, "int")
        elif form == 2:
            self.emit("%s = %s.setdefault(%s, %s)" % (target, name, key, self.bounded(1)))
            self.declare(target, "int")
        elif form == 3:
            self.emit("%s.update(%s)" % (name, "{%s: %s}" % (key, self.bounded(1))))
        elif form == 4:
            with self.block("if %s in %s:" % (key, name)):
                self.emit("del %s[%s]" % (name, key) if self.trying or self.chance(0.5) else "%s.clear()" % name)
        else:
            self.emit("%s = sum(%s.values()) + len(%s.keys())" % (target, name, name))
            self.declare(target, "int")

    def set_change(self):
        name = self.variable("set")
        if not name:
            return self.assign("set")
        self.emit("%s.%s(%s)" % (name, self.of(["add", "discard", "add"]), "%s %% 11" % self._int(1)))

    def unpack(self):
        a, b = (self.variable("int", assignable=True) or self.fresh("v") for _ in range(2))
        if a == b:  # CPython 3.11 gets `a, a = x, y` wrong: it stores in the wrong order
            b = self.fresh("v")
        c = self.fresh("v")
        form = self.upto(0, 6)
        if form == 0:
            self.emit("%s, %s = %s, %s" % (a, b, self._int(2), self._int(1)))
        elif form == 1:
            self.emit("%s, %s, %s = %s" % (a, b, c, self._tup(2)))
            self.declare(c, "int")
        elif form == 2:
            self.emit("%s, *%s = %s" % (a, c, self._tup(2)))
            self.declare(c, "ints")
        elif form == 3:
            self.emit("*%s, %s = [%s, *%s]" % (c, a, b if b in self.vars else "1", self._ints(0)))
            self.declare(c, "ints")
        elif form == 4:
            self.emit("(%s, %s), %s = (%s, %s), %s" % (a, b, c, self._int(1), self._int(1), self._str(1)))
            self.declare(c, "str")
        elif form == 5:
            self.emit("%s, %s = divmod(%s, %d)" % (a, b, self._int(1), self.upto(2, 99)))
        else:
            self.emit("%s, %s = %s" % (a, b, self.of(["[%s, 1]" % self._int(1), "(2, %s)" % self._int(1), "(c for c in (%s, 3))" % self._int(0)])))
        for name in (a, b):
            if form not in (2, 3) or name == a:
                self.declare(name, "int")
                self.assigned(name)

    def swap(self):
        a, b = self.variable("int", assignable=True), self.variable("int", assignable=True)
        if a and b and a != b:
            self.emit(self.of(["%s, %s = %s, %s", "%s, %s = %s, %s + 1"]) % (a, b, b, a))
            self.assigned(a)
            self.assigned(b)

    def alias(self):
        kind = self.of(["ints", "ints", "obj", "dict", "mix"])
        name = self.variable(kind)
        if name:
            other = self.variable(kind, assignable=True) if self.chance(0.4) else self.fresh("v")
            if other:
                self.emit("%s = %s" % (other, name))
                if other not in self.globals:
                    self.declare(other, kind)

    def delete(self):
        name = self.fresh("v")
        self.emit("%s = %s" % (name, self._int(1)))
        self.emit("del %s" % name)
        if self.trying:
            self.log_text("%s" % name)

    def conditional_expression_statement(self):
        self.emit("%s and note(%s)" % (self._bool(1), self._int(1)))

    def global_change(self):
        usable = [n for n in self.globals if n in self.global_declared]
        if usable:
            name = self.of(usable)
            if self.globals[name] == "int":
                self.emit(self.of(["%s = %s" % (name, self.bounded()), "%s += 1" % name, "%s = %s + %s & 0xffffffff" % (name, name, self._int(1))]))
            else:
                self.emit("%s = %s" % (name, self.expression(self.globals[name], 1)))
            return
        if self.globals and self.functions:
            setters = [f for f in self.functions if f.get("setter")]
            if setters:
                self.emit("%s(%s)" % (self.of(setters)["name"], self._int(1)))
                return
        self.assign()

    def in_class_change(self):
        return not self.classes

    def class_change(self):
        name = self.of(self.classes)
        form = self.upto(0, 4)
        with self.block("if %s %% %d == %d:" % (self._int(0), self.upto(2, 9), self.upto(0, 2))):
            if form <= 2:
                self.emit("%s.shared = %s" % (name, self.of([self._int(0), self._int(0), "%s.shared + 1" % name])))
            elif form == 3:
                self.emit("%s.n = lambda self, x: self.a + x + %s" % (name, self.upto(0, 9)))
            else:
                self.emit("%s.late%d = %s" % (name, self.upto(0, 2), self._int(0)))

    def log(self):
        kind = self.pick((6, "int"), (2, "float"), (2, "num"), (1, "bool"), (2, "str"), (2, "ints"), (1, "mix"), (1, "dict"),
                         (1, "sdict"), (1, "tup"), (1, "obj"), (1, "set"))
        name = self.variable(kind)
        self.log_text(name if name and self.chance(0.8) else self.expression(kind, 1))

    def log_text(self, text):
        if self.multiplicity > 30:
            with self.block("if %s %% %d == 0:" % (self._name_or("int", "1"), self.of([7, 11, 13, 50]))):
                self.emit("note(%s)" % text)
        else:
            self.emit("note(%s)" % text)

    def short_lived(self):
        """Objects that mostly die at once, and now and then escape."""
        name = self.fresh("v")
        kind = self.pick((3, "obj"), (2, "tup"), (1, "ints"), (1, "dict"))
        if kind == "obj":
            self.emit("%s = %s(%s, %s)" % (name, self.of(self.classes), self._int(1), self._int(1)))
            if self.chance(0.4):
                self.emit("%s.a += %s & 255" % (name, self._int(0)))
            use = self.of(["%s.a + %s.b" % (name, name), "%s.m(%s.b)" % (name, name), "(%s + 1).a" % name])
        elif kind == "tup":
            self.emit("%s = %s" % (name, self._tup(2)))
            use = "%s[0] + %s[2]" % (name, name)
        elif kind == "ints":
            self.emit("%s = [%s, %s]" % (name, self._int(1), self._int(0)))
            use = "%s[0] - %s[1]" % (name, name)
        else:
            self.emit("%s = {0: %s, 1: %s}" % (name, self._int(1), self._int(0)))
            use = "%s[0] ^ %s[1]" % (name, name)
        target = self.variable("int", assignable=True)
        if target:
            self.emit("%s = %s + (%s) & %s" % (target, target, use, self.of(["0xffff", "0xffffffffffff"])))
            self.assigned(target)
        if self.chance(0.5):
            keeper = self.variable("mix")
            with self.block("if %s:" % self._bool(1)):
                self.emit("%s.append(%s)" % (keeper, name) if keeper else "note(%s)" % name)
            if keeper:
                self.assigned(keeper)
        self.declare(name, kind)
