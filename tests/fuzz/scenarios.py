"""Scenarios: loops of the shapes that tracing gets wrong, filled with random parts.

Random statements alone seldom meet in such a shape: a path that is taken late, a variable whose kind
changes on the way, an inner loop that sometimes does not run, a store through another name, an object
that an exit alone can see, an exception that crosses inlined frames. Each scenario logs what the exits
left behind: inside the loop now and then, and all of its variables at the end.

Here are those of control flow and memory. Neighbours: scenarios_calls.py, scenarios_values.py and
scenarios_language.py have those of calls, of values and of what the language and its library have besides;
statements.py writes what is between; batch.py gives a case one or two of these.
"""
from scenarios_calls import CallScenarios
from scenarios_language import LanguageScenarios
from scenarios_values import ValueScenarios


class Scenarios(CallScenarios, ValueScenarios, LanguageScenarios):
    def scenario(self):
        write = self.of([
            self.late_paths, self.late_paths, self.kind_changes, self.short_inner_loops, self.short_inner_loops,
            self.aliases, self.aliases, self.escapes, self.escapes, self.linked, self.inlined_exceptions, self.borders,
            self.borders, self.signs, self.hot_globals, self.nonlocals, self.polymorphic, self.polymorphic,
            self.float_edges, self.indices, self.indices, self.growing_variable, self.rotated, self.pipelines,
            self.deferred_stores, self.deferred_stores, self.text_building, self.dictionary, self.stacked,
            self.difference_pairs, self.products, self.invariants,
            self.unused_results, self.unused_results, self.maps_changed_by_calls, self.old_and_young, self.growth,
            self.work_lists, self.work_lists, self.float_lists, self.recursions, self.argument_forms, self.argument_forms,
            self.descriptors, self.traced_exceptions, self.traced_exceptions, self.cleaned_generators, self.slices,
            self.text_methods, self.container_methods_late, self.unpackings, self.c_functions, self.arrays])
        write()

    # --- parts

    @property
    def length(self):
        return min(self.of([6, 12, 20, 30, 45, 70, 120]), max(self.limit // self.multiplicity, 4))

    def late(self, i, trips):
        """A condition that is false for most of the loop, and then for long, once or now and then true."""
        at = max(trips * self.of([5, 6, 8, 9]) // 10, 1)
        return self.of(["%s >= %d" % (i, at), "%s == %d" % (i, at), "%s %% %d == %d" % (i, max(at // 2, 2), max(at // 2, 2) - 1),
                        "%s > %d and %s & 1" % (i, at // 2, i), "%s < %d" % (i, trips - at), "not %s < %d" % (i, at)])

    def ints_of(self, *names):
        for name in names:
            self.declare(name, "int")

    def start(self, *values):
        """Variables of the scenario with their first values."""
        names = [self.fresh("s") for _ in values]
        for name, value in zip(names, values):
            self.emit("%s = %s" % (name, value))
        return names

    def finish(self, *names):
        self.emit("note((%s,))" % ", ".join(names))

    def counted(self, trips):
        """(name, header of a loop) of one of the ways to count; a while loop steps in its header."""
        i = self.fresh("i")
        form = self.upto(0, 5)
        if form == 0:
            self.emit("%s = -1" % i)
            return i, "while (%s := %s + 1) < %d:" % (i, i, trips)
        if form == 1:
            return i, "for %s in range(%d, -1, -1):" % (i, trips - 1)
        if form == 2:
            return i, "for %s in [%s]:" % (i, ", ".join(str(n) for n in range(min(trips, 30))))
        return i, "for %s in range(%d):" % (i, trips)

    def extra(self, probability=0.4, most=2):
        """Random statements in between."""
        if self.chance(probability):
            saved, self.quiet = self.quiet, True
            self.statements(self.upto(1, most))
            self.quiet = saved

    def loop_of(self, trips):
        i, header = self.counted(trips)
        body = self.loop_body(header, trips)
        return i, body

    # --- scenarios

    def late_paths(self):
        trips = self.length
        a, b = self.start(self._int(0), self.constant_int())
        self.ints_of(a, b)
        i, body = self.loop_of(trips)
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            self.assigned(a)
            self.emit("%s = (%s + %s) & 0xffffff" % (a, a, self._int(1)))
            for _ in range(self.upto(1, 3)):
                with self.branch(), self.block("if %s:" % self.late(i, trips)):
                    self.emit(self.of(["%s = %s - %s" % (b, b, i), "%s, %s = %s & 0xffff, %s" % (a, b, b, a), "%s = %s ^ %s" % (b, a, i),
                                       "%s += %s" % (b, self._int(1))]))
                    self.assigned(b)
                    self.extra()
                    if self.chance(0.2):
                        self.emit(self.of(["continue", "continue", "break"]))
                if self.chance(0.3):
                    with self.branch(), self.block("else:"):
                        self.emit("%s = (%s * 3 + %s) & 0xffff" % (b, b, i))
            self.extra(0.3)
        self.finish(a, b)

    def short_inner_loops(self):
        """Inner loops that run 0 to n times, with an end of their own, inside a hot one."""
        trips = max(self.length // 2, 4)
        t, u = self.start(self._int(0), "0")
        self.ints_of(t, u)
        i, body = self.loop_of(trips)
        j = self.fresh("j")
        m = self.of([2, 3, 4, 6])
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            self.assigned(t), self.assigned(u)
            form = self.upto(0, 5)
            if form == 4:
                self.emit("%s = %s %% %d" % (j, i, m))
            header = ["for %s in range(%s %% %d):" % (j, i, m), "for %s in range(%s & %d, %d):" % (j, i, m - 1, m),
                      "for %s in [1, %s, -3, 4][%s %% 5:]:" % (j, t, i), "for %s in range(0, -(%s %% %d), -1):" % (j, i, m),
                      "while %s > 0:" % j, "for %s in (%s, %s)[:%s & 1]:" % (j, t, u, i)][form]
            with self.loop_body(header, 6):
                self.declare(j, "int")
                self.fixed.add(j)
                self.emit(self.of(["%s += %s" % (t, j), "%s = (%s * 3 + %s) & 0xfffff" % (t, t, j), "%s, %s = %s, %s + 1" % (t, u, u, t),
                                   "%s -= %s * %s" % (u, i, j)]))
                self.assigned(t), self.assigned(u)
                if form == 4:
                    self.emit("%s -= 1" % j)
                self.extra(0.4, 1)
                if self.chance(0.35):
                    with self.block("if %s:" % self._bool(1)):
                        self.emit("%s ^= 1" % u)
                        self.emit(self.of(["break", "continue"]))
            if self.chance(0.5):
                with self.block("if %s:" % self.late(i, trips)):
                    self.emit("%s = %s" % (u, self._int(1)))
                    self.assigned(u)
        self.finish(t, u)

    def aliases(self):
        """Stores and loads through names that are one object in some iterations."""
        trips = self.length
        if self.chance(0.5):
            xs, ys = self.start("[1, 2, 3]", "[4, 5, 6, 7]")
            places = ["[0]", "[1]", "[-1]", "[I % 3]", "[2]"]
            kind = "ints"
        else:
            xs, ys = self.start("%s(1, 2)" % self.of(self.classes), "%s(3, 4)" % self.of(self.classes))
            places = [".a", ".b", ".v", ".b"]
            kind = "obj"
        self.declare(xs, kind), self.declare(ys, kind)
        p, (t,) = self.fresh("p"), self.start("0")
        self.ints_of(t)
        i, body = self.loop_of(trips)

        def place():
            return self.of(places).replace("I", i)

        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            self.assigned(t)
            self.emit("%s = %s if %s else %s" % (p, xs, self.late(i, trips), ys))
            one = place()
            self.emit("%s = %s + %s%s" % (t, t, xs, one))
            self.emit("%s%s = (%s + %s) & 0xffff" % (self.of([p, p, ys]), self.of([one, place()]), t, i))
            if self.chance(0.4):
                self.emit("if %s: note(%s)" % (self.late(i, trips), t))
            self.emit("%s = (%s * 5 + %s%s) & 0xffffff" % (t, t, xs, one))
            if self.chance(0.5):
                self.emit("%s%s = %s %s %s%s & 255" % (self.of([xs, ys]), place(), i, self.of("+-^"), p, place()))
            self.extra(0.4)
        self.finish(t, xs, ys)

    def escapes(self):
        """Objects made in each iteration that only an exit sees, some of them changed behind that exit."""
        trips = self.length
        keep, t = self.start("[]", "0")
        self.ints_of(t)
        i, body = self.loop_of(trips)
        o = self.fresh("o")
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            self.assigned(t)
            form = self.upto(0, 4)
            make = ["%s(%s, %s)" % (self.of(self.classes), i, self._int(1)), "[%s, %s]" % (i, self._int(1)), "(%s, %s)" % (i, self._int(1)),
                    "{'a': %s}" % i, "%s(%s, [%s])" % (self.of(self.classes), i, t)][form]
            self.emit("%s = %s" % (o, make))
            if form in (0, 4):
                self.emit("%s.b = %s" % (o, self._int(1)))
            if form == 1:
                self.emit("%s[0] = %s" % (o, self._int(1)))
            with self.block("if %s:" % self.late(i, trips)):
                self.emit("%s.append(%s)" % (keep, o))
            if form in (0, 4):
                self.emit("%s.%s = %s & 0xffff" % (o, self.of("ab"), self._int(1)))
                self.emit("%s += %s.a" % (t, o))
                if self.chance(0.4):
                    self.emit("if %s: %s.append(%s)" % (self.late(i, trips), keep, o))
            elif form == 1:
                self.emit("%s[%s & 1] = %s" % (o, i, self._int(0)))
                self.emit("%s = (%s + %s[0] - %s[1]) & 0xffffff" % (t, t, o, o))
            else:
                self.emit("%s += len(%s)" % (t, o))
            self.extra(0.3)
        self.emit("note([getattr(c, 'b', c) for c in %s[-8:]])" % keep)
        self.finish(t, "[getattr(c, 'a', c) for c in %s[-8:]]" % keep)

    def linked(self):
        """An object or tuple that lives from one iteration to the next and points to the one before."""
        trips = self.length
        top, t = self.start("None", "0")
        i, body = self.loop_of(trips)
        form = self.upto(0, 3)
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            if form == 0:
                self.emit("%s = (%s, %s)" % (top, i, self.of([top, "%s if %s else None" % (top, self.late(i, trips))])))
                self.emit("if %s[1]: %s += %s[1][0]" % (top, t, top))
            elif form == 1:
                self.emit("%s = Basic(%s, %s)" % (top, i, top))
                self.emit("if %s.b and %s: %s += %s.b.a" % (top, self.late(i, trips), t, top))
                self.emit("if %s %% 5 == 4: %s.b = None" % (i, top))
            elif form == 2:
                self.emit("%s = [%s, %s]" % (top, i, top))
                self.emit("%s[0] += %s" % (top, self._int(0)))
                self.emit("if %s: %s = %s[1] or [0, None]" % (self.late(i, trips), top, top))
            else:
                self.emit("if not %s: %s = Basic(0, 0)" % (top, top))
                self.emit("%s.b = %s.b + %s" % (top, top, i))
                self.emit("if %s: %s = Basic(%s, %s)" % (self.late(i, trips), top, i, t))
                self.emit("%s = (%s + %s.b) & 0xffffff" % (t, t, top))
            self.extra(0.3, 1)
        self.emit("note(repr(%s)[:150])" % top)
        self.finish(t)

    def indices(self):
        """Indices that leave their list, lists that grow and shrink under an index."""
        trips = self.length
        xs, t, k = self.start("list(range(%d))" % self.upto(1, 9), "0", self.of(["0", "-2", "3"]))
        i, body = self.loop_of(trips)
        index = self.of([k, "%s - 3" % i, "%s & 7" % i, "-%s" % k, "%s + %s" % (k, 1), "%s // 2" % i])
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            with self.block("try:"):
                self.emit("%s += %s[%s]" % (t, xs, index))
                self.emit(self.of(["%s[%s] = %s" % (xs, index, i), "%s[%s] += 1" % (xs, index), "%s[%s + 1] = %s[%s]" % (xs, k, xs, k), "%s = %s[%s] & 7" % (k, xs, k)]))
                self.emit("%s += 1" % k)
            with self.block("except IndexError:"):
                self.emit("%s = %s" % (k, self.of(["0", "-1", "%s & 1" % i])))
                self.emit("%s += 100" % t)
            self.emit(self.of(["if %s: %s.append(%s)" % (self.late(i, trips), xs, t), "if len(%s) > 2 and %s: %s.pop()" % (xs, self.late(i, trips), xs),
                               "if %s: %s[:] = [%s, 2.5, %s]" % (self.late(i, trips), xs, i, t), "if %s: del %s[0:1]" % (self.late(i, trips), xs), "%s.append(%s)" % (xs, i),
                               "if %s: %s.insert(0, %s)" % (self.late(i, trips), xs, i), "if %s: %s = %s[1:]" % (self.late(i, trips), xs, xs), "if %s: %s *= 2" % (self.late(i, trips), xs)]))
            self.emit("del %s[40:]" % xs)
        self.finish(t, k, xs)

    def deferred_stores(self):
        """A place that is stored to twice in an iteration, with exits in between that look."""
        trips = self.length
        o, xs, t = self.start("%s(5, 1)" % self.of(self.classes), "[0, 0, 0]", "1")
        self.ints_of(t)
        self.declare(o, "obj"), self.declare(xs, "ints")
        i, body = self.loop_of(trips)
        place = self.of(["%s.b" % o, "%s.a" % o, "%s[1]" % xs, "%s[%s %% 3]" % (xs, i)])
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            self.assigned(t)
            for _ in range(self.upto(2, 3)):
                self.emit("%s = %s" % (place, self._int(1) if "." in place and self.chance(0.3) else "(%s + %s) & 0xffff" % (t, self._int(0))))
                with self.block("if %s:" % self.late(i, trips)):
                    self.emit(self.of(["%s = %s + 7" % (t, place), "note(%s)" % place, "%s = %s" % (self.of(["%s.b" % o, "%s[0]" % xs]), i)]))
                    if self.chance(0.4):
                        self.emit(self.of(["continue", "break"]))
                if self.chance(0.4):
                    self.emit("%s = (%s * 3 + %s) & 0xffff" % (t, t, place))
            self.emit("%s = (%s ^ %s) + 1" % (t, t, i))
        self.finish(t, "%s.a" % o, "%s.b" % o, xs)

    def stacked(self):
        """A list as a stack or queue, and the objects in it."""
        trips = self.length
        xs, t = self.start("[%s]" % self.of(["1", "1.5", "(1, 2)", "None", "Basic(1, 2)", "'s'"]), "0")
        i, body = self.loop_of(trips)
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            self.emit("%s.append(%s)" % (xs, self.of([i, t, "(%s, %s)" % (i, t), "%s * 0.5" % i, "Basic(%s, %s)" % (i, t), "[%s]" % i])))
            self.emit("if %s: %s.append(%s)" % (self.late(i, trips), xs, self.of(["None", "1.5", "2**70", "True"])))
            self.emit("x = %s" % self.of(["%s.pop()" % xs, "%s[-1]" % xs, "%s.pop(0)" % xs, "%s[len(%s) // 2]" % (xs, xs)]))
            self.emit("%s += %s" % (t, self.of(["1 if x else 5", "x is None", "len(str(x)) & 15", "isinstance(x, int)", "x == %s" % i, "len(%s)" % xs])))
            self.emit("if not %s: %s.append(0)" % (xs, xs))
            self.extra(0.2, 1)
        self.finish(t, "[str(c)[:40] for c in %s[-6:]]" % xs)

    def invariants(self):
        """Loads that look the same in each iteration, and what now and then changes them."""
        trips = self.length
        o, xs, t = self.start("%s(5, 1)" % self.of(self.classes), "[3, 4, 5]", "0")
        self.declare(o, "obj"), self.declare(xs, "ints")
        i, body = self.loop_of(trips)
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            self.emit("%s = (%s + %s) & 0xffffff" % (t, t, self.of(["%s.a" % o, "%s.b" % o, "%s[0]" % xs, "len(%s)" % xs, "%s[1] * %s.a" % (xs, o), "%s.shared" % o])))
            change = self.of(["%s.a = %s & 0xff" % (o, i), "%s.b = %s & 0xff" % (o, t), "%s[0] = %s & 0xff" % (xs, t), "%s[1] += 1" % xs, "%s.append(%s)" % (xs, i), "poke(%s, %s)" % (o, i),
                              "%s.__class__.shared = %s" % (o, i), "%s.pop()" % xs, "%s = [%s, 2, 1]" % (xs, i), "%s.extra = 1" % o, "%s[%s %% len(%s)] = 9" % (xs, i, xs)])
            if self.chance(0.5) and ".pop()" not in change:
                self.emit(change)
            else:
                self.emit("if len(%s) > 2 and %s: %s" % (xs, self.late(i, trips), change))
            self.emit("%s = %s * 3 + %s" % (t, t, self.of(["%s.a" % o, "%s.b" % o, "%s[0]" % xs, "len(%s)" % xs, "%s.m(2)" % o])))
            self.emit("%s &= 0xffffffff" % t)
        self.finish(t, "%s.a" % o, "%s.b" % o, xs)

    def old_and_young(self):
        """Old objects that alone hold young ones, across collections that rubbish brings about."""
        trips = self.of([60, 100, 150])
        old, xs, t = self.start("Basic(1, (0, 0))", "[(0, 0), None]", "0")
        junk = self.of(["[0] * 300", "'x' * 2000", "list(range(200))", "bytes(1500)"])
        with self.block("for c in range(40):"):
            self.emit("junk = %s" % junk)
        i = self.fresh("i")
        make = self.of(["(%s, %s)", "[%s, %s]", "Basic(%s, %s)"])
        first = "a" if make[0] == "B" else None
        with self.loop_body("for %s in range(%d):" % (i, trips), trips):
            self.declare(i, "int")
            self.fixed.add(i)
            value = make % (i, t)
            place = self.of(["%s.b" % old, "%s[1]" % xs, "%s[%s & 1]" % (xs, i), "%s.extra" % old])
            if "extra" in place:
                self.emit("if %s == 0: %s = None" % (i, place))
            read = "c.a" if first else "c[0]"
            self.emit("c = %s" % place)
            self.emit("if c and %s > 1: %s = (%s * 3 + %s) & 0xffffff" % (i, t, t, read))
            self.emit("%s = %s" % (place, value))
            self.emit("junk = %s" % junk)
            self.extra(0.2, 1)
        self.finish(t, "repr(%s.b)" % old, "repr(%s)" % xs)

    def work_lists(self):
        """A list that is emptied, looked through and filled again by the same loop."""
        trips = self.length
        xs, t = self.start("list(range(%d))" % self.upto(1, 12), "0")
        f = self.fresh("f")
        with self.block("def %s(xs, t=0):" % f):
            with self.block(self.of(["for j in range(len(xs)):", "for j in range(1, len(xs)):", "for j in range(len(xs) - 1, -1, -1):"])):
                self.emit(self.of(["t ^= xs[j]", "t = xs[j]", "xs[j] = (xs[j] + 1) & 255", "t += xs[j] > j"]))
            self.emit("return t")
        i, body = self.loop_of(trips)
        take = self.of(["%s.pop()", "%s.pop(0)", "%s[0]", "%s[-1]"]) % xs
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            with self.block("if %s:" % self.of([xs, "len(%s) > %d" % (xs, self.upto(0, 2)), "%s and %s" % (xs, self.late(i, trips)), "len(%s) != %d" % (xs, self.upto(0, 3))])):
                with self.block("try:"):
                    self.emit("%s += %s" % (t, take))
                self.emit("except IndexError: %s -= 1" % t)
                if self.chance(0.5):
                    self.emit("%s = %s(%s)" % (self.of([t, "w"]), f, xs))
                    self.emit("if %s: del %s[0]" % (xs, xs)) if "pop" not in take else None
            with self.block("elif %s:" % self.late(i, trips)) if self.chance(0.5) else self.block("else:"):
                self.emit(self.of(["%s.append(%s)" % (xs, i), "%s.extend([%s, 1, 2])" % (xs, i), "%s = [%s, 3, 2, 1]" % (xs, i), "%s -= 7" % t]))
            if self.chance(0.6):
                self.emit("%s += %s(%s)" % (t, f, xs))
            else:
                self.emit("for j in range(len(%s)): %s = (%s * 3 + %s[j]) & 0xffff" % (xs, t, t, xs))
        self.finish(t, xs)
