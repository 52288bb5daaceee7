"""Scenarios of calls: exceptions across inlined frames, recursion, generators, classes, globals and cells.

Neighbour: scenarios.py, which says what a scenario is and has the parts that they are made of.
"""


class CallScenarios:
    def inlined_exceptions(self):
        """What is raised two calls further in, caught outside, inside or between; with state in all frames."""
        trips = self.length
        f, g = self.fresh("f"), self.fresh("g")
        m = self.of([3, 7, 11, max(trips - 2, 2)])
        with self.block("def %s(x, acc):" % f):
            self.emit("acc.append(x)") if self.chance(0.5) else self.emit("x = x + 1")
            self.emit("if x %% %d == %d: raise %s" % (m, m - 1, self.of(["Trouble(x)", "KeyError(x)", "ValueError"])))
            self.emit("return %s" % self.of(["x * 2", "acc[x % 4]", "x // (x % 5)", "acc[-1] if acc else x"]))
        with self.block("def %s(x, acc, y=%d):" % (g, self.upto(0, 5))):
            form = self.upto(0, 3)
            if form == 0:
                self.emit("try:")
                self.emit("    return %s(x, acc) + y" % f)
                self.emit("finally:")
                self.emit("    acc.append(y)")
            elif form == 1:
                self.emit("try:")
                self.emit("    y += %s(x, acc)" % f)
                self.emit("except (Trouble, IndexError) as e:")
                self.emit("    y -= len(str(e))")
                self.emit("return y")
            elif form == 2:
                self.emit("z = %s(x, acc)" % f)
                self.emit("return z - %s(y, acc)" % f)
            else:
                self.emit("with Quiet(x) as z:")
                self.emit("    y = %s(z, acc)" % f)
                self.emit("return y")
        acc, t = self.start("[1, 2]", "0")
        i, body = self.loop_of(trips)
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            with self.block("try:"):
                self.emit("%s += %s(%s, %s%s)" % (t, g, self._int(0), acc, self.of(["", ", y=%s" % i, ", %s" % i])))
                self.emit("%s ^= %s(%s, %s)" % (t, g, i, acc))
            with self.block("except (LookupError, ArithmeticError, Trouble) as e:"):
                self.emit("%s += 3" % t)
                self.emit("if %s: note((%s, type(e).__name__, str(e)))" % (self.late(i, trips), t))
            if self.chance(0.5):
                with self.block("except ValueError:"):
                    self.emit("%s -= 1" % t)
            else:
                self.emit("except ValueError: pass")
                self.emit("else: %s ^= 2" % t)
            self.emit("del %s[6:]" % acc)
        self.finish(t, acc)

    def hot_globals(self):
        """A global that the loop, or a function that it calls, changes."""
        name = "H%d_%d" % (self.number, self.counter)
        self.counter += 1
        trips = self.length
        f = self.fresh("f")
        with self.block("def %s(x):" % f):
            self.emit("global %s" % name)
            self.emit("%s = x" % name)
        self.emit("%s(%s)" % (f, self.of(["1", "2.5", "[1]", "0"])))
        with self.block("def %s(x):" % f):
            self.emit("global %s" % name)
            self.emit(self.of(["%s = x" % name, "%s = %s * 2 if x %% 3 else x" % (name, name), "%s = [x] if x > 20 else x" % name]))
            self.emit("return x + 1")
        (t,) = self.start("0")
        i, body = self.loop_of(trips)
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            before = self.of([name, "(%s, %s)" % (name, i)])
            self.emit("%s = %s" % (self.fresh("w"), before))
            self.emit("if %s: %s(%s)" % (self.late(i, trips), f, i))
            if self.chance(0.4):
                self.emit("%s(%s)" % (f, i))
            self.emit("%s = (%s * 3 + (%s if isinstance(%s, int) else 7)) & 0xffffff" % (t, t, name, name))
        self.finish(t, name)

    def nonlocals(self):
        trips = self.length
        a, f = self.fresh("s"), self.fresh("f")
        self.emit("%s = %s" % (a, self.of(["0", "1.0", "2**48"])))
        with self.block("def %s(x):" % f):
            self.emit("nonlocal %s" % a)
            self.emit(self.of(["%s = %s + x" % (a, a), "%s, x = x, %s" % (a, a), "%s = x if x & 1 else %s" % (a, a)]))
            self.emit("if x == %d: raise Trouble(%s)" % (trips - 2, a)) if self.chance(0.4) else None
            self.emit("return %s" % self.of([a, "x", "lambda: %s" % a]))
        (t,) = self.start("0")
        i, body = self.loop_of(trips)
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            with self.block("try:"):
                with self.block("if %s:" % self.late(i, trips)):
                    self.emit("%s = %s" % (a, i))
                self.emit("r = %s(%s)" % (f, i))
                self.emit("%s += r() if callable(r) else r" % t)
                self.emit("%s -= %s" % (t, a))
            self.emit("except Trouble as e: note(str(e))")
        self.finish(t, a)

    def polymorphic(self):
        """Objects of several classes, whose maps also change on the way."""
        trips = self.length
        objects = ", ".join("%s(%d, %d)" % (self.of(self.classes), n, n + 1) for n in range(self.upto(2, 4)))
        objs, t = self.start("[%s]" % objects, "0")
        self.ints_of(t)
        i, body = self.loop_of(trips)
        o = self.fresh("o")
        with body:
            self.declare(i, "int")
            self.declare(o, "obj")
            self.fixed.add(i)
            self.assigned(t)
            self.emit("%s = %s[%s]" % (o, objs, self.of(["%s %% len(%s)" % (i, objs), "1 if %s else 0" % self.late(i, trips), "0"])))
            self.emit("%s = (%s + %s) & 0xffffff" % (t, t, self.of(["%s.a" % o, "%s.m(%s)" % (o, i), "%s.n(%s)" % (o, i), "%s.p" % o, "%s.shared" % o])))
            with self.block("if %s:" % self.late(i, trips)):
                self.emit(self.of(["%s.fresh%d = %s" % (o, self.upto(0, 2), i), "%s.v = '%s'" % (o, "z"), "%s.a = %s & 0xff" % (o, t),
                                   "%s.b = None" % o, "%s = %s[0]" % (o, objs), "%s.__class__.shared = %s" % (o, i),
                                   "%s.v = 1.5" % o, "setattr(%s, 'extra', %s)" % (o, i), "del %s.v; %s.v = 3" % (o, o)]))
            call = self.of(["poke(%s, %s)" % (self.of([o, "%s[0]" % objs]), i), "%s.m(1)" % o, "str(%s)" % t])
            if self.chance(0.6):
                self.emit(call)
            self.emit("%s = %s * 2 + %s" % (t, t, self.of(["%s.a" % o, "(%s.b or 0)" % o, "%s.a - %s" % (o, i), "getattr(%s, 'extra', 1)" % o])))
            self.extra(0.3)
        self.finish(t, "[(c.a, c.b, c.v) for c in %s]" % objs)

    def pipelines(self):
        """Generators that feed each other, left early, with values sent in."""
        g, h = self.fresh("g"), self.fresh("h")
        trips = min(self.length, 40)
        with self.block("def %s(n, k=1):" % g):
            self.emit("a, b = 0, k")
            with self.block("for i in range(n):"):
                self.emit("got = yield a")
                self.emit("if got is not None: b = got")
                self.emit("a, b = b, (a + b) & 0xffffff")
                self.emit("if i == %d: k = %s" % (trips - 3, self.of(["2.5", "'s'", "i"])))
            self.emit("return k")
        with self.block("def %s(n):" % h):
            form = self.upto(0, 2)
            if form == 0:
                self.emit("x = yield from %s(n, 3)" % g)
                self.emit("yield len(str(x))")
            elif form == 1:
                self.emit("for x in %s(n, 2):" % g)
                self.emit("    if x %% %d == 1: yield x" % self.upto(2, 5))
                self.emit("    elif x & 8: continue")
                self.emit("    else: yield -x")
            else:
                self.emit("it = %s(n)" % g)
                self.emit("x = next(it)")
                self.emit("while x < 5000:")
                self.emit("    yield x")
                self.emit("    x = it.send(x & 15) if x % 3 == 0 else next(it, 5000)")
        t, n = self.start("0", "0")
        x = self.fresh("x")
        if self.chance(0.5):
            with self.loop_body("for %s in %s(%d):" % (x, h, trips), trips):
                self.emit("%s = (%s * 3 + %s) & 0xffffff" % (t, t, x))
                self.emit("%s += 1" % n)
                if self.chance(0.5):
                    self.emit("if %s > %d: break" % (n, trips - 2))
        else:
            self.emit("it = %s(%d)" % (g, trips))
            self.emit("%s = next(it)" % t)
            with self.block("try:"):
                with self.block("while True:"):
                    self.emit("%s += 1" % n)
                    self.emit("%s += it.send(%s if %s else None)" % (t, n, self.late(n, trips)))
            self.emit("except StopIteration as e: note(e.value)")
        self.finish(t, n, "sum(%s(%d))" % (h, trips), "[c for c in %s(9) if c & 1]" % h)

    def unused_results(self):
        """What raises late, in a place where nobody looks at the result first."""
        trips = self.length
        d, xs, t, last = self.start("{c: c for c in range(%d)}" % max(trips - self.of([1, 3, 5]), 1),
                                    "[%s]" % ", ".join(str(c) for c in range(max(trips * 2 - self.upto(1, 5), 1))), "0", "None")
        texts = self.fresh("s")
        self.emit("%s = ['%s'] * %d + ['x']" % (texts, self.of(["1", "25", "-3"]), max(trips - 2, 1)))
        i, body = self.loop_of(trips)
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            with self.block("try:"):
                self.emit(self.of(["%s = %s[%s]" % (last, d, i), "%s.pop()" % xs, "del %s[%s]" % (d, i), "%s = int(%s[%s %% len(%s)])" % (last, texts, i, texts),
                                   "%s[%s]" % (d, i), "%s.remove(%s)" % (xs, i), "%s = %s.index(%s)" % (last, xs, i), "%s = %s.pop()" % (last, xs),
                                   "%s.pop(%s)" % (d, i), "%s = %s.pop(%s)" % (last, d, i)]))
                self.emit("%s += 1" % t)
                if self.chance(0.4):
                    self.emit("%s.pop()" % xs)
            with self.block("except (LookupError, ValueError) as e:"):
                self.emit("%s = type(e).__name__" % last)
                self.emit("%s += 1000" % t)
            self.extra(0.3, 1)
        self.finish(t, last, xs, "len(%s)" % d)

    def maps_changed_by_calls(self):
        """A builtin that gives an object or list another map between two looks at it."""
        trips = self.length
        xs, t = self.start("[1, 2, 3]", "0")
        late = max(trips - self.of([2, 4, 6]), 1)
        values = self.fresh("s")
        self.emit("%s = [%s] * %d + [%s] * %d" % (values, self.of(["4", "1.5"]), late, self.of(["2.5", "'s'", "None", "7", "2 ** 70"]), trips - late))
        names, classes = self.fresh("s"), self.fresh("s")
        self.emit("%s = ['extra'] * %d + [%s] * %d" % (names, late, self.of(["'other'", "'b'"]), trips - late))
        self.emit("%s = [Basic] * %d + [Other] * %d" % (classes, late, trips - late))
        o = self.fresh("o")
        self.emit("%s = Basic(1, 2)" % o)
        i = self.fresh("i")
        with self.loop_body("for %s in range(%d):" % (i, trips), trips):
            self.declare(i, "int")
            self.fixed.add(i)
            if self.chance(0.6):
                look = self.of(["%s[0]" % xs, "%s[-1]" % xs, "%s[1]" % xs])
                self.emit("%s += %s if isinstance(%s, int) else 3" % (t, look, look))
                value = "%s[%s]" % (values, i)
                self.emit(self.of(["%s.insert(0, %s)" % (xs, value), "%s.append(%s)" % (xs, value), "%s.extend([%s])" % (xs, value), "%s[0:1] = [%s]" % (xs, value),
                                   "%s += [%s]" % (xs, value), "list.append(%s, %s)" % (xs, value), "%s.insert(1, %s)" % (xs, value), "%s[:] = [%s, 2]" % (xs, value)]))
                self.emit("%s = %s * 3 + (%s if isinstance(%s, int) else 5)" % (t, t, look, look))
                self.emit("del %s[9:]" % xs)
            else:
                self.emit("%s += %s.a" % (t, o))
                name, class_ = "%s[%s]" % (names, i), "%s[%s]" % (classes, i)
                self.emit(self.of(["setattr(%s, %s, %s)" % (o, name, i), "setattr(%s, 'x%%d' %% (%s // 8), %s)" % (o, i, i),
                                   "%s += %s.m(%s); setattr(%s, '__class__', %s); %s -= %s.m(%s) * 2" % (t, o, i, o, class_, t, o, i),
                                   "%s.extra = 4; delattr(%s, %s); %s.b = 5" % (o, o, name, o),
                                   "if %s == %d: delattr(%s, 'a'); setattr(%s, 'a', 9)" % (i, late, o, o)]))
                self.emit("%s = %s * 3 + %s.a - %s.b" % (t, t, o, o))
            self.emit("%s &= 0xffffff" % t)
        self.finish(t, xs, "%s.a" % o)

    def recursions(self):
        """Functions that call themselves or each other from a loop, with kinds, depth and ends that vary."""
        trips = max(self.length // 3, 4)
        f, g = self.fresh("f"), self.fresh("g")
        with self.block("def %s(n, x, log):" % f):
            self.emit("if n <= 0: return %s" % self.of(["x", "1", "0.5 if x == 3 else x", "log.append(x) or 0"]))
            self.emit(self.of(["y = %s(n - 1, x + n, log)" % f, "y = %s(n - 1, x, log) + %s(n - 2, x, log)" % (f, f), "y = %s(n - 1, x, log)" % g]))
            self.emit("if n == %d and x %% 5 == 4: raise Trouble(n)" % self.upto(2, 4)) if self.chance(0.4) else None
            self.emit("return %s" % self.of(["y + n", "(y * 3 + x) % 1000003", "y if n & 1 else x"]))
        with self.block("def %s(n, x, log):" % g):
            self.emit("total = 0")
            with self.block("for c in range(n & 3):"):
                self.emit("total += %s" % self.of(["c * x", "%s(n - 3, c, log)" % f, "c if x > c else -c"]))
            self.emit("return total + (%s(n - 2, x + 1, log) if n > 1 else x)" % f)
        log, t = self.start("[]", "0")
        i, body = self.loop_of(trips)
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            with self.block("try:"):
                self.emit("%s += %s(%s, %s, %s)" % (t, f, self.of(["%s %% 7" % i, "5", "3 + (%s > %d) * 3" % (i, trips // 2)]), self.of([i, "2", "%s & 7" % i]), log))
            self.emit("except Trouble as e: %s += 1" % t)
            self.emit("del %s[9:]" % log)
        self.finish(t, log)
