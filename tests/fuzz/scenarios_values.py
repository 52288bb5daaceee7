"""Scenarios of values: kinds that change, limits of integers, signs, floats, text, dictionaries.

Neighbour: scenarios.py, which says what a scenario is and has the parts that they are made of.
"""
from generator import FLOATS, INT_EDGES

BORDERS = [2**63, -2**63, 2**49, -2**49, 2**31, 2**62, -2**62, 2**53, 2**64]


class ValueScenarios:
    def kind_changes(self):
        trips = self.length
        first, last = trips // self.of([2, 3]), trips - self.of([1, 2, 3])
        x, n = self.start(self.of(["0", "1", "True", self._int(0)]), "0")
        self.ints_of(n)
        i, body = self.loop_of(trips)
        steps = ["%s + 1" % x, "%s * 1.5" % x, "%s + %d" % (x, self.of(INT_EDGES)), "%s * 2" % x, "-%s" % x, "str(%s)[:9]" % x, "None",
                 "[%s]" % i, "%s - 0.5" % x, "(%s, %s)" % (i, n), "%s %% 7" % x, "float(%s)" % i, "%s == 3" % i, "%s" % self.of(FLOATS),
                 "%s // 2" % x, "%s + 'x'" % x, "%s / 3" % x, "abs(%s)" % x]
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            with self.block("try:"):
                with self.block("if %s < %d:" % (i, first)):
                    self.emit("%s = %s" % (x, self.of(steps[:5])))
                with self.block("elif %s < %d:" % (i, last)):
                    self.emit("%s = %s" % (x, self.of(steps)))
                with self.block("else:"):
                    self.emit("%s = %s" % (x, self.of(steps)))
                self.emit("%s += %s" % (n, self.of(["1 if %s else 2" % x, "%s == %s" % (x, i), "isinstance(%s, int)" % x,
                                                    "%s is None" % x, "%s < %s" % (x, i), "1"])))
            with self.block("except TypeError as e:"):
                self.emit("note(e)")
                self.emit("%s = %s" % (x, self.of(["0", "1.0", i])))
            self.emit("if isinstance(%s, int) and abs(%s) > 1 << 90: %s = 3" % (x, x, x))
            if self.chance(0.3):
                self.emit("if %s: note(%s)" % (self.late(i, trips), x))
        self.finish(x, n)

    def borders(self):
        """Integers that cross a limit of some representation in the middle of a loop."""
        trips = self.length
        step = self.of([1, 1, 3, -1, 2**20, 2**40, -(2**45), 2**61, 12345678901])
        border = self.of(BORDERS)
        x, y = self.start("%d" % (border - step * (trips * self.of([3, 5, 8]) // 10)), "1")
        i, body = self.loop_of(trips)
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            self.emit("%s %s" % (x, self.of(["+= %d" % step, "-= %d" % -step])))
            self.emit(self.of(["%s = %s - %s" % (y, x, i), "%s = -%s" % (y, x), "%s = %s * 3 - %s" % (y, x, x), "%s = abs(%s) >> 3" % (y, x),
                               "%s = (%s + %s) & 0xffffffffffffffff" % (y, x, y), "%s = %s %% 1000 - %s // 1000" % (y, x, x),
                               "%s = %s < %d" % (y, x, border), "%s = (%s == %d) + %s" % (y, x, border, y), "%s = ~%s ^ %s" % (y, x, y),
                               "%s = %s * %s" % (y, x, self.of(["2", "-1", "0x7fff", i])), "%s = hash(%s) & 255" % (y, x),
                               "%s = float(%s)" % (y, x), "%s = %s << 2" % (y, x), "%s = max(%s, %d)" % (y, x, border)]))
            if self.chance(0.5):
                self.emit("if %s: note((%s, %s))" % (self.late(i, trips), x, y))
        self.finish(x, y)

    def signs(self):
        """Division, remainder and shifts of numbers that become negative, by constants and variables."""
        trips = self.length
        t, d = self.start("0", self.of(["1", "-1", "3", "-8"]))
        i = self.fresh("i")
        low = self.of([-3, -trips // 2, -trips + 2, 0])
        header = self.of(["range(%d, %d)" % (low, low + trips), "range(%d, %d, -1)" % (low + trips, low)])
        with self.loop_body("for %s in %s:" % (i, header), trips):
            self.declare(i, "int")
            self.fixed.add(i)
            m = self.of([2, 3, 4, 7, 8, 10, 16, 60, -3, -8, 1])
            self.emit("%s += %s" % (t, self.of(["%s // %d" % (i, m), "%s %% %d" % (i, m), "(%s >> 1) ^ (%s %% %d)" % (i, i, m),
                                                "divmod(%s, %d)[1]" % (i, m), "%s %% %d * 100 + %s // %d" % (i, m, i, m)])))
            self.emit("%s = %s %s %s" % (t, t, self.of("+-^"), self.of(["(%s - 5) %% 3" % i, "-%s // 4" % i, "(-%s) %% 8" % i, "%s %% (%s or 1)" % (i, d),
                                                                   "(%s * %s) // (%s or 2)" % (i, d, d), "(%s & 7)" % i, "-(%s %% 16)" % i])))
            if self.chance(0.5):
                self.emit("if %s: %s = -%s" % (self.late(i, trips), d, d))
            if self.chance(0.3):
                self.emit("%s += 0 if %s > 2 else 1" % (d, d))
        self.finish(t, d)

    def float_edges(self):
        trips = self.length
        x, n = self.start(self.of(FLOATS), "0")
        i, body = self.loop_of(trips)
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            y = self.of(["0.0", "-0.0", "NAN", "INF", "1.0", "float(%s)" % i, "%s * 0.5" % i])
            self.emit("%s %s 1 if %s %s %s else %s" % (n, self.of(["+=", "-=", "^="]), x, self.of(["<", "<=", "==", "!=", ">", ">="]), y, self.upto(2, 9)))
            self.emit("if %s: %s = %s" % (self.late(i, trips), x, self.of(["-%s" % x, "%s" % self.of(FLOATS), "%s - %s" % (x, x), "%s * INF" % x, str(self.upto(0, 9))])))
            self.emit("%s = %s" % (x, self.of(["%s * -1.0" % x, "%s + 0.0" % x, "%s * 0.5" % x, "%s + %s" % (x, i), "%s - %s" % (i, x), "-%s" % x, "abs(%s)" % x, "%s / 2" % x,
                                               "max(%s, 0.0)" % x, "%s %% 1.5" % x, "%s // 1" % x, "0.0 - %s" % x, "%s * 4.0" % x, "%s / 3" % x])))
        self.finish("repr(%s)" % x, n, "str(%s * 0.0)" % x)

    def growing_variable(self):
        """A loop's variable that starts in a small interval and leaves it."""
        trips = self.length
        j, t = self.start(self.of(["0", "1", "-1"]), "0")
        i, body = self.loop_of(trips)
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            self.emit("%s %s" % (t, self.of(["+= %s & 7" % j, "+= %s & 1" % j, "+= %s %% 5" % j, "+= %s if 0 <= %s < 4 else 50" % (j, j), "-= %s // 3" % j, "+= [5, 6, 7][%s] if -2 < %s < 3 else -9" % (j, j),
                                             "+= %s > 5" % j, "+= %s < 0" % j, "+= %s == 0" % j])))
            self.emit("%s %s" % (j, self.of(["+= 1", "-= 1", "= %s * 2 + 1" % j, "= -%s" % j, "= -%s - 1" % j, "= %s - 2 if %s & 1 else %s + 1" % (j, i, j), "= (%s + 3) %% 7 - 2" % j, "= %s * 1000003 & 0xffffffffffff" % j])))
            if self.chance(0.4):
                self.emit("if %s: %s = %s" % (self.late(i, trips), j, self._int(0)))
        self.finish(t, j)

    def rotated(self):
        """Variables that change places, so that moves along an edge form cycles."""
        trips = self.length
        names = self.start(*[str(self.upto(-5, 60)) for _ in range(self.upto(2, 6))])
        f, g = self.start("0.5", "2.25")
        self.ints_of(*names)
        i, body = self.loop_of(trips)
        shuffled = self.random.sample(names, len(names))
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            targets, values = list(names), list(shuffled)
            if self.chance(0.5):
                values[0] = "(%s + %s) & 0xfff" % (values[0], i)
            self.emit("%s = %s" % (", ".join(targets), ", ".join(values)))
            if self.chance(0.5):
                self.emit("%s, %s = %s, %s + 1.0" % (f, g, g, f))
            if self.chance(0.5):
                self.emit("if %s: %s, %s = %s, %s" % (self.late(i, trips), names[0], names[-1], names[-1], names[0]))
            if self.chance(0.3):
                with self.block("if %s:" % self.late(i, trips)):
                    self.emit("%s = %s" % (", ".join(names), ", ".join(reversed(names))))
                    self.emit("continue")
        self.finish(f, g, *names)

    def text_building(self):
        trips = self.length
        s, n = self.start(self.of(["''", "'ab'", "'\u20ac'"]), "0")
        i, body = self.loop_of(trips)
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            self.emit("%s += %s" % (s, self.of(["str(%s)" % i, "chr(97 + %s %% 26)" % i, "'x'", "%s[:1]" % s, "f'{%s:x}'" % i, "chr(%s * 40)" % i])))
            self.emit(self.of(["%s += %s.count('1')" % (n, s), "%s += len(%s)" % (n, s), "%s ^= ord(%s[%s %% len(%s)])" % (n, s, i, s), "%s += %s[-1] == 'x'" % (n, s),
                               "%s += %s < 'b'" % (n, s), "%s += '%s' in %s" % (n, "a1", s)]))
            self.emit("if %s: %s = %s" % (self.late(i, trips), s, self.of(["%s[1:]" % s, "%s[::-1]" % s, "'' or 'q'", "%s.upper()" % s, "%s[:20]" % s])))
        self.finish("%s[:60]" % s, n)

    def dictionary(self):
        trips = self.length
        d, t = self.start(self.of(["{}", "{0: 1}", "{'a': 1}"]), "0")
        i, body = self.loop_of(trips)
        key = self.of(["%s & 3" % i, "%s %% 7" % i, "str(%s %% 4)" % i, "(%s & 1, %s %% 3)" % (i, i), "'a'", "%s * 0.5" % i, "%s > 5" % i])
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            self.emit(self.of(["%s[%s] = %s.get(%s, 0) + 1" % (d, key, d, key), "%s[%s] = %s" % (d, key, i), "%s.setdefault(%s, %s)" % (d, key, t)]))
            with self.block("if %s:" % self.late(i, trips)):
                self.emit(self.of(["%s.pop(%s, None)" % (d, key), "del %s[%s]" % (d, key), "%s.clear()" % d, "%s[%s] = 2.5" % (d, key), "%s = dict(%s)" % (d, d)]))
            with self.block("try:"):
                self.emit("%s = (%s * 3 + int(%s[%s])) & 0xffffff" % (t, t, d, self.of([key, "%s & 7" % i])))
            self.emit("except KeyError as e: %s += 11" % t)
            self.emit("%s += %s in %s" % (t, key, d))
        self.finish(t, "sorted(map(str, %s.items()))" % d)

    def difference_pairs(self):
        """One pair of operands in both orders."""
        trips = self.length
        a, b, t = self.start(self._int(0), self._int(0), "0")
        self.ints_of(a, b, t)
        i, body = self.loop_of(trips)
        x, y = self.start("1.5", "-0.0")
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            self.emit("%s = (%s + %s) & 0xffff" % (a, a, i))
            op = self.of("-*+^%")
            if op == "%":
                self.emit("%s += %s %% (%s | 1) - (%s | 1) %% (%s | 1)" % (t, a, b, b, a))
            else:
                self.emit("%s += (%s %s %s) * 3 + (%s %s %s)" % (t, a, op, b, b, op, a))
            op = self.of("-*+")
            self.emit("%s = (%s %s %s) + (%s %s %s) * 2" % (y, x, op, i, i, op, x))
            self.emit("%s += (%s < %s) * 2 + (%s <= %s)" % (t, a, b, b, a))
            self.assigned(t)
            if self.chance(0.4):
                self.emit("if %s: %s = %s" % (self.late(i, trips), b, self._int(1)))
                self.assigned(b)
        self.finish(a, b, t, y)

    def products(self):
        """Products and powers by constants of all kinds, where strength reduction has its rules."""
        trips = self.length
        t, = self.start("0")
        i, body = self.loop_of(trips)
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            for _ in range(self.upto(1, 4)):
                k = self.of([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 24, 60, 64, 100, 1024, 1000, -2, -4])
                x = self.of([i, "(%s & 0xff)" % i, "(%s & 31)" % t, "(%s - 7)" % i])
                self.emit("%s += %s" % (t, self.of(["%s * %d" % (x, k), "%s // %d" % (x, k), "%s %% %d" % (x, k), "%s * %d // %d" % (x, k, k), "(%s & 63) %% %d" % (x, k), "(%s & 63) // %d" % (x, k),
                                                    "(%s << %d) + (%s >> %d)" % (x, abs(k) & 7, x, abs(k) & 3), "(%s + %d) %% %d" % (x, abs(k), k)])))
        self.finish(t)

    def growth(self):
        """Integers that grow by factors until they overflow, and begin again."""
        trips = self.length
        x, n = self.start(self.of(["1", "-1", "3", "2**40"]), "0")
        i, body = self.loop_of(trips)
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            k = self.of([2, 3, 5, 7, 10, 31, 60, -2, -3, 100])
            self.emit("%s = %s" % (x, self.of(["%s * %d" % (x, k), "%s * %d + %s" % (x, k, i), "%s * %d - 1" % (x, k), "%s + %s" % (x, x), "%s << %d" % (x, self.upto(1, 5)),
                                               "(%s + %s) * 2" % (x, i), "%s * %s" % (x, "(%s & 15 | 2)" % i), "%s - (-%s) * 3" % (x, x)])))
            self.emit("%s += %s" % (n, self.of(["%s > 1000" % x, "%s & 255" % x, "%s %% 7" % x, "%s < 0" % x, "%s >> 50 & 7" % x])))
            self.emit("if not -%d < %s < %d: %s = %s" % (2**self.of([64, 66, 75, 100]), x, 2**self.of([64, 66, 75, 100]), x, self.of(["1", "-5", i, "%s %% 97" % x])))
            if self.chance(0.3):
                self.emit("if %s: note(%s)" % (self.late(i, trips), x))
        self.finish(x, n)

    def float_lists(self):
        """Lists of floats, which now and then get something else, and arithmetic between them."""
        trips = self.length
        n = self.upto(2, 6)
        xs, ys, t = self.start("[%s]" % ", ".join(self.of(FLOATS) for _ in range(n)), self.of(["[0.5] * %d" % n, "[c * 0.25 for c in range(%d)]" % n]), "0.0")
        i, body = self.loop_of(trips)
        a, b = ("%s[%s %% %d]" % (xs, i, n), self.of(["%s[0]" % ys, "%s[%s %% %d]" % (ys, i, n), "%s[-1]" % ys]))
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            self.emit("%s = %s" % (a, self.of(["%s + %s" % (a, b), "%s * 0.5 + %s" % (a, b), "%s - %s" % (b, a), "%s / (abs(%s) + 1)" % (a, b), "-%s" % a, "%s * 1.0" % a,
                                               "%s + 0.0" % a, "%s / 4.0" % a, "%s * 2.0 - %s" % (a, b), "%s // 1.0" % b, "%s if %s <= %s else %s" % (a, a, b, b), "%s %% 2.5" % b])))
            if self.chance(0.6):
                self.emit("if %s: %s = %s" % (self.late(i, trips), self.of([b, a]), self.of([i, "1.5", "NAN", "-0.0", "None", "%s * 1.0" % i])))
            self.emit("if %s is None: %s = 1.0" % (a, a)), self.emit("if %s is None: %s = 2.0" % (b, b))
            self.emit("%s += %s if %s else %s" % (t, a, self.of(["%s < %s" % (a, b), "%s >= 0.5" % a, "not %s != %s" % (a, a), "%s == %s" % (a, b)]), i))
            self.emit("if not -1e9 < %s < 1e9: %s = 0.5" % (t, t))
        self.finish("repr(%s)" % t, "repr(%s)" % xs, "repr(%s)" % ys)
