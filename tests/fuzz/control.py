"""Statements with blocks: branches, loops and what leaves them, exceptions, closures, generators."""
from generator import INT_EDGES

EXCEPTIONS = ("ValueError", "ZeroDivisionError", "KeyError", "IndexError", "TypeError", "OverflowError",
              "(KeyError, IndexError)", "(ZeroDivisionError, ValueError, OverflowError)", "LookupError",
              "ArithmeticError", "Exception", "Trouble", "(Trouble, TypeError)")


class Control:
    def branching(self):
        with self.branch(), self.block("if %s:" % self._bool(2)):
            self.statements(self.upto(1, 3))
        while self.chance(0.2):
            with self.branch(), self.block("elif %s:" % self._bool(1)):
                self.statements(self.upto(1, 2))
        if self.chance(0.4):
            with self.branch(), self.block("else:"):
                self.statements(self.upto(1, 3))

    def match_statement(self):
        form = self.upto(0, 2)
        subject = [self._int(1), "(%s, %s)" % (self._int(0), self._int(0)), self._mixed(1)][form]
        name = self.fresh("m")
        cases = [["0 | 1 | 2", "-1", "%d" % self.upto(3, 60), "%s if %s %% 2 == 0" % (name, name), "int()"],
                 ["(0, %s)" % name, "(%s, 1)" % name, "(1, 2)", "(_, %s) if %s > 3" % (name, name)],
                 ["None", "True", "int(%s)" % name, "float()", "str()", "[_, *%s]" % name, "{'a': %s}" % name, "(a, b, c)",
                  "%s(a=%s)" % (self.of(self.classes or ["Basic"]), name)]][form]
        with self.block("match %s:" % subject):
            for pattern in sorted(self.random.sample(cases, self.upto(1, len(cases))), key=cases.index):
                with self.branch(), self.block("case %s:" % pattern):
                    if form < 2 and name in pattern:
                        self.declare(name, "int")
                    self.statements(self.upto(1, 2))
            if self.chance(0.5):
                with self.branch(), self.block("case _:"):
                    self.statements(1)

    @property
    def trips(self):
        room = self.limit // self.multiplicity
        return min(room, self.pick((2, self.upto(0, 4)), (3, self.upto(5, 12)), (4, self.upto(13, 40)), (2, self.upto(41, 200))))

    def loop(self):
        trips = self.trips
        name = self.fresh("i")
        ints = self.variable("ints")
        kind, text = "int", "range(%d)" % trips
        form = self.upto(0, 19)
        if form in (7, 8):
            step = self.of([1, 2, 3, -1, -4])
            start = self.of([0, 5, -7, *INT_EDGES[:30]])
            text = "range(%d, %d, %d)" % (start, start + step * trips, step)
        elif form == 9 and ints:
            text, trips = "list(%s)" % ints, 30
        elif form == 10 and ints:
            text, trips = "%s[:]" % ints, 30
        elif form == 11:
            text, trips = self.generator_call(1), 30
        elif form == 12 and ints:
            other = self.fresh("i")
            name, text, trips = "%s, %s" % (other, name), "enumerate(list(%s))" % ints, 30
        elif form == 13 and ints:
            other = self.fresh("i")
            name, text = "%s, %s" % (other, name), "zip(%s, range(%d))" % (self._ints(1), trips)
            trips = min(trips, 30)
        elif form == 14:
            kind, text, trips = "str", self._str(1), 20
        elif form == 15:
            d = self.variable("dict")
            if d:
                other = self.fresh("i")
                name, text, trips = "%s, %s" % (other, name), "list(%s.items())" % d, 12
        elif form == 16 and ints:
            text, trips = "%s(%s[:])" % (self.of(["reversed", "sorted", "iter"]), ints), 30
        elif form == 17:
            kind, text, trips = "obj", "[%s, %s, %s]" % (self._obj(1), self._obj(0), self._obj(1)), 3
        elif form == 18:
            text = "range(%s & %d)" % (self._int(0), self.of([7, 15, 63]))
            trips = 63
        if trips * self.multiplicity > self.limit * 2:
            return self.assign()
        with self.loop_body("for %s in %s:" % (name, text), trips):
            for each in name.split(", "):
                self.declare(each, kind)
            self.statements(self.upto(1, 5))
        for each in name.split(", "):
            self.vars.pop(each, None)

    def loop_body(self, header, trips, fixed=()):
        import contextlib

        @contextlib.contextmanager
        def body():
            assigned = set()
            outer = dict(self.vars)
            saved = self.multiplicity, self.may_break
            self.multiplicity *= max(trips, 1)
            self.may_break = True
            self.loops.append(assigned)
            with self.branch(), self.block(header):
                self.fixed.update(fixed)
                yield
                self.loops.pop()
                self.tail([n for n in sorted(assigned) if n in outer])
                self.fixed.difference_update(fixed)
            self.multiplicity, self.may_break = saved
            if self.chance(0.15):
                with self.branch(), self.block("else:"):
                    self.statements(1)
        return body()

    def tail(self, names):
        """Keeps small what a loop makes larger."""
        for name in names:
            kind = self.vars.get(name)
            if kind == "int":
                self.emit("if not %s < %s < %s:" % (self.of(["-(1 << 63)", "-(10 ** 15)", "-(1 << 70)"]), name,
                                                    self.of(["1 << 70", "(1 << 63) - 1", "10 ** 15"])))
                self.emit("    %s %%= %s" % (name, self.of(["99991", "-65537", "(1 << 61) - 1"])))
            elif kind == "num":
                self.emit("%s = tame(%s)" % (name, name))
            elif kind == "str":
                self.emit("if len(%s) > 30:" % name)
                self.emit("    %s = %s[%s]" % (name, name, self.of([":20", "-20:", "::3"])))
            elif kind in ("ints", "mix"):
                self.emit("trim(%s)" % name)

    def while_loop(self):
        trips = self.trips
        name = self.fresh("w")
        form = self.upto(0, 3)
        start = self.of([0, 0, 1, self.of(INT_EDGES)])
        condition = " and %s" % self._bool(1) if self.chance(0.3) else ""
        if form == 0:
            header, step = "while %s < %d%s:" % (name, start + trips, condition), "%s += 1" % name
        elif form == 1:
            header, step = "while %s > %d%s:" % (name, start - trips * 3, condition), "%s -= 3" % name
        elif form == 2:
            header, step = "while True:", "%s += 1\nif %s >= %d: break" % (name, name, start + trips)
        else:
            start = trips
            header, step = "while %s:" % name, "%s -= 1" % name
        self.emit("%s = %d" % (name, start))
        self.declare(name, "int")
        with self.loop_body(header, trips, fixed=(name,)):
            for line in step.split("\n"):
                self.emit(line)
            self.statements(self.upto(1, 5))
        self.fixed.add(name)

    def leave_loop(self):
        with self.block("if %s:" % self._bool(2)):
            if self.chance(0.2):
                self.statements(1)
            way = self.of(["break", "continue"])
            if way == "continue" and self.loops:
                self.tail([n for n in sorted(self.loops[-1]) if n in self.vars])
            self.emit(way)

    def early_return(self):
        with self.block("if %s:" % self._bool(2)):
            self.emit("return %s" % self.expression(self.in_function, 1) if self.in_function != "none" else "return")

    # --- exceptions

    def try_statement(self):
        with self.block("try:"):
            with self.trying_block(), self.branch():
                self.statements(self.upto(1, 4))
                if self.chance(0.3):
                    self.raise_statement()
        form = self.upto(0, 5)
        if form != 5:
            wide = self.chance(0.75)
            caught = "Exception" if wide else self.of(EXCEPTIONS)
            if not wide or self.chance(0.3):
                with self.branch(), self.block("except %s:" % self.of(EXCEPTIONS)):
                    self.statements(self.upto(1, 2))
            name = self.fresh("e")
            with self.branch(), self.block(self.of(["except %s as %s:" % (caught, name), "except %s:" % caught])):
                header = self.lines[-1]
                if " as " in header and self.chance(0.7):
                    self.log_text("(type(%s).__name__, str(%s))" % (name, name))
                self.statements(self.upto(0, 2))
                if self.trying and self.chance(0.2):
                    self.emit(self.of(["raise", "raise Trouble(%s) from None" % self._int(0)]))
            if not wide:
                with self.branch(), self.block("except Exception:"):
                    self.statements(1)
            if self.chance(0.2):
                with self.branch(), self.block("else:"):
                    self.statements(1)
        if form >= 4:
            # No return, break or continue in here: they would swallow what is raised.
            saved = self.may_break, self.in_function
            if self.chance(0.85):
                self.may_break, self.in_function = False, None
            assigned = set()
            with self.branch(), self.block("finally:"):
                self.loops.append(assigned)
                self.statements(self.upto(1, 2))
                self.loops.pop()
                if self.loops:  # A `continue` above does not reach the loop's tail.
                    self.tail([n for n in sorted(assigned) if n in self.vars])
            self.may_break, self.in_function = saved

    def raise_statement(self):
        self.emit("if %s:" % self._bool(1))
        self.emit("    raise %s" % self.of(["Trouble(%s)" % self._int(0), "ValueError(%s)" % self._str(0), "KeyError(%s)" % self._int(0),
                                            "Trouble", "IndexError('x') from Trouble(1)"]))

    def with_statement(self):
        manager = "%s(%s)" % (self.of(self.managers or ["Quiet"]), self._int(0))
        name = self.fresh("r")
        with self.block(self.of(["with %s:" % manager, "with %s as %s:" % (manager, name), "with %s as %s, Quiet(1):" % (manager, name)])):
            bound = " as %s" % name in self.lines[-1]
            with self.branch():
                if bound:
                    self.declare(name, "int")
                self.statements(self.upto(1, 3))

    # --- functions inside functions, generators driven by hand

    def closure(self):
        name = self.fresh("h")
        cell = self.variable("int", assignable=True)
        if self.global_declared and cell in self.global_declared:
            cell = None
        arity = self.upto(0, 2)
        parameters = [self.fresh("x") for _ in range(arity)]
        outer = {n: k for n, k in self.vars.items() if n not in self.fixed}
        if self.chance(0.25):
            with self.vars_with(parameters):
                self.emit("%s = lambda %s: %s" % (name, ", ".join(parameters), self._int(1)))
        else:
            with self.block("def %s(%s):" % (name, ", ".join(parameters))):
                if cell and self.chance(0.6):
                    self.emit("nonlocal %s" % cell)
                    self.emit("%s = (%s + %s) & 0xffffff" % (cell, cell, parameters[0] if parameters else "1"))
                with self.function_scope({**outer, **{p: "int" for p in parameters}}, "int", self.multiplicity * 4):
                    self.fixed = set(outer)
                    if self.chance(0.4) and self.multiplicity < 200:
                        self.quiet_statements(1)
                    self.emit("return %s" % self._int(1))
        self.closures[name] = arity

    def vars_with(self, names):
        import contextlib

        @contextlib.contextmanager
        def scope():
            saved = dict(self.vars)
            self.vars.update({n: "int" for n in names})
            yield
            self.vars = saved
        return scope()

    def quiet_statements(self, n):
        saved, self.quiet = self.quiet, True
        self.statements(n)
        self.quiet = saved

    def drive_generator(self):
        """next, send, throw and close by hand, and generators that are left early."""
        usable = [g for g in self.generators if g["cost"] * self.multiplicity <= self.limit]
        if not usable:
            return self.assign()
        g = self.of(usable)
        name, x = self.fresh("g"), self.fresh("v")
        self.emit("%s = %s(%s)" % (name, g["name"], ", ".join(self._int(1) for _ in range(g["arity"]))))
        self.emit("%s = next(%s, -1)" % (x, name))
        self.declare(x, "int")
        with self.block("try:"), self.trying_block():
            for _ in range(self.upto(1, 3)):
                action = self.upto(0, 6)
                if action <= 1:
                    self.emit("%s = next(%s, None) or 0" % (x, name))
                elif action == 2:
                    self.emit("%s = %s.send(%s) or 0" % (x, name, self._int(1)))
                elif action == 3:
                    self.emit("%s = %s.throw(Trouble(%s)) or 0" % (x, name, self._int(0)))
                elif action == 4:
                    self.emit("%s.close()" % name)
                elif action == 5:
                    with self.branch(), self.block("for %s in %s:" % (x, name)):
                        self.emit("if %s: break" % self._bool(1))
                else:
                    self.emit("%s = sum(%s for %s in %s if %s)" % (x, "c", "c", name, "c is not None"))
        with self.block("except (StopIteration, Trouble) as e:"):
            self.log_text("type(e).__name__")
        if self.multiplicity == 1:
            self.log_text(x)
