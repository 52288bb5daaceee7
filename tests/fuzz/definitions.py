"""What a case defines before its entry: globals, functions, recursions, classes, generators, context
managers."""


class Definitions:
    """Each method writes one definition at module level and notes how it can be used."""

    def define_global(self):
        kind = self.pick((5, "int"), (1, "float"), (1, "ints"), (1, "num"), (1, "obj"))
        name = "G%d_%d" % (self.number, len(self.globals))
        self.emit("%s = %s" % (name, self.expression(kind, 0) if kind != "obj" else "Basic(1, 2)"))
        self.globals[name] = kind

    def define_setter(self):
        """A function that assigns a global."""
        ints = [n for n, k in self.globals.items() if k == "int"]
        if not ints:
            return
        name = "set%d_%d" % (self.number, len(self.functions))
        target = self.of(ints)
        with self.block("def %s(x):" % name):
            self.emit("global %s" % target)
            self.emit("%s = %s" % (target, self.of(["x & 0xffff", "%s + 1" % target, "(%s ^ x) %% 1000003" % target])))
            self.emit("return %s" % target)
        self.functions.append({"name": name, "parameters": [("x", "int")], "result": "int", "cost": 2, "setter": True})

    def define_function(self):
        name = "f%d_%d" % (self.number, len(self.functions))
        parameters = [("p%d" % i, self.pick((6, "int"), (1, "float"), (1, "num"), (1, "ints"), (1, "obj"), (0.5, "str")))
                      for i in range(self.upto(0, 3))]
        function = {"name": name, "parameters": parameters, "result": "int"}
        texts = [p for p, _ in parameters]
        known = dict(parameters)
        if parameters and parameters[-1][1] == "int" and self.chance(0.4):
            texts[-1] += "=%s" % self.constant_int()
            function["default"] = True
        elif self.chance(0.2):
            texts += ["*rest", "**named"]
            function["rest"] = True
        cost = self.of([3, 5, 12, 30])
        lines = self.lines
        with self.function_scope(known, "int", max(1, self.limit // (cost * 8))):
            with self.block("def %s(%s):" % (name, ", ".join(texts))):
                if self.globals and self.chance(0.3):
                    self.global_declared = set(self.globals)
                    self.emit("global %s" % ", ".join(self.globals))
                if "rest" in function:
                    self.emit("local = len(rest) + sum(named.values()) %s" % ("+ rest[0]" if self.chance(0.1) else ""))
                    self.declare("local", "int")
                saved, self.statements_left = self.statements_left, self.upto(1, 5)
                self.quiet_statements(self.statements_left)
                self.statements_left = saved
                self.emit("return %s" % self._int(2))
        del lines
        function["cost"] = cost
        self.functions.append(function)

    def define_recursion(self):
        name = "r%d_%d" % (self.number, len(self.functions))
        form = self.upto(0, 2)
        with self.function_scope({"n": "int", "acc": "int"}, "int", self.limit):
            with self.block("def %s(n, acc=1):" % name):
                self.emit("n = n & %d" % (15 if form else 7))
                with self.block("if n < 2:"):
                    self.emit("return acc & 0xffff" if self.chance(0.6) else "return %s" % self._int(1))
                if form == 0:
                    self.emit("return (%s(n - 1, acc + 1) + %s(n - 2, %s)) & 0xffffffffffff" % (name, name, self._int(1)))
                elif form == 1:
                    self.emit("return %s(n - 1, (%s) & 0xffffff)" % (name, self._int(2)))
                else:
                    self.emit("x = %s(n - 1, acc) if n %% 3 else %s" % (name, self._int(1)))
                    self.emit("return (x + n * acc) % 1000003")
        self.functions.append({"name": name, "parameters": [("n", "int"), ("acc", "int")], "result": "int",
                               "cost": 40 if form == 0 else 12, "default": True})

    def define_generator(self):
        name = "gen%d_%d" % (self.number, len(self.generators))
        arity = self.upto(0, 2)
        parameters = ["q%d" % i for i in range(arity)]
        trips = self.of([2, 4, 8, 20])
        form = self.upto(0, 4)
        with self.function_scope({p: "int" for p in parameters}, None, max(1, self.limit // (trips * 6))):
            with self.block("def %s(%s):" % (name, ", ".join(parameters))):
                guarded = self.chance(0.3)
                if guarded:
                    self.emit("try:")
                    self.depth += 1
                self.generator_body(form, trips)
                if guarded:
                    self.depth -= 1
                    if self.chance(0.5):
                        # What is dropped half-way is finalized at once by CPython only: let nobody see it.
                        self.emit("finally:")
                        self.emit("    q = 1")
                        self.emit("note(q)")
                    else:
                        with self.block("except Trouble as e:"):
                            self.emit("note('%s')" % name)
                            self.emit("yield -5")
                            self.emit("return 6")
        self.generators.append({"name": name, "arity": arity, "cost": trips, "length": trips})

    def generator_body(self, form, trips):
        inner = [g for g in self.generators if g["cost"] <= 8]
        if form == 0 and inner:
            g = self.of(inner)
            self.emit("x = yield from %s(%s)" % (g["name"], ", ".join(self._int(0) for _ in range(g["arity"]))))
            self.emit("yield x if x is not None else %s" % self._int(1))
            return
        if form == 1:
            self.emit("total = 0")
            self.declare("total", "int")
            with self.block("for i in range(%d):" % trips):
                self.declare("i", "int")
                self.emit("got = yield total & 0xffffffff")
                self.emit("total += got if got is not None else %s" % self._int(1))
            self.emit("return total")
            return
        if form == 2 and inner:
            g = self.of(inner)
            with self.block("for x in %s(%s):" % (g["name"], ", ".join(self._int(0) for _ in range(g["arity"])))):
                self.declare("x", "int")
                self.emit("if x is not None and x % 3 != 0:")
                self.emit("    yield x %s %s" % (self.of("+-^"), self.constant_int()))
            return
        self.emit("a, b = %s, %s" % (self._int(0), self._int(0)))
        self.vars.update(a="int", b="int")
        self.emit("i = 0")
        self.declare("i", "int")
        self.fixed.add("i")
        with self.block("while i < %d:" % trips):
            self.emit("i += 1")
            self.emit("yield %s" % self._int(1))
            self.emit("a, b = b, (a + %s) & 0xffffffffffff" % self._int(1))
            if self.chance(0.4):
                saved, self.statements_left = self.statements_left, 2
                self.quiet_statements(1)
                self.statements_left = saved
            if self.chance(0.2):
                self.emit("if b % 5 == 4: return b")

    def define_manager(self):
        name = "W%d_%d" % (self.number, len(self.managers))
        with self.block("class %s:" % name):
            with self.block("def __init__(self, x):"):
                self.emit("self.x = x")
            with self.block("def __enter__(self):"):
                self.emit("return self.x & 0xffff")
            with self.block("def __exit__(self, kind, value, trace):"):
                self.emit("%s.count = %s.count + 1" % (name, name) if self.chance(0.5) else "self.x = 0")
                self.emit("return %s" % self.of(["False", "kind is Trouble", "None"]))
            self.emit("count = 0")
        self.managers.append(name)

    # --- classes: all have attributes a, b, f, v, property p, methods m, n, and operators

    def define_class(self):
        name = "K%d_%d" % (self.number, len(self.classes))
        bases = [c for c in self.classes if self.chance(0.5)][-1:] or self.of([["Basic"], ["Basic"], []])
        base = bases[0] if bases else None
        with self.block("class %s%s:" % (name, "(%s)" % base if base else "")):
            if self.chance(0.15) and not base:
                self.emit("__slots__ = ('a', 'b', 'f', 'v', 'extra', '_p')")
            self.emit("shared = %s" % self.constant_int()) if not self.has_slots() or base else self.emit("pass")
            full = base is None
            if full or self.chance(0.3):
                self.class_init(base)
            for write in self.random.sample(self.method_writers(), len(self.method_writers())):
                if full or self.chance(0.25):
                    write(base)
            if self.chance(0.15):
                with self.block("def __getattr__(self, name):"):
                    self.emit("if name in ('missing', 'extra'): return len(name)")
                    self.emit("raise AttributeError(name)")
        self.classes.append(name)

    def has_slots(self):
        return "__slots__" in self.lines[-1]

    def class_init(self, base):
        with self.block("def __init__(self, a, b=0):"):
            if base and self.chance(0.6):
                self.emit("super().__init__(a%s, b)" % self.of(["", " ^ 1", " + 1"]))
                return
            stores = ["self.a = a & 0xffffffffffff", "self.b = b", "self.f = 0.5", "self.v = %s" % self.of(["a & 7", "1.5", "True"])]
            self.random.shuffle(stores)
            for line in stores:
                self.emit(line)
            if self.chance(0.3):
                self.emit("if a % 3 == 0:")
                self.emit("    self.extra = 1")

    def method_writers(self):
        return [self.method_m, self.method_n, self.properties, self.operators, self.comparisons, self.container_methods,
                self.static_methods]

    def in_method(self, header):
        import contextlib

        @contextlib.contextmanager
        def method():
            with self.function_scope({"self": "obj", "x": "int"}, "int", self.limit // 3):
                self.fixed.add("self")
                with self.block(header):
                    yield
        return method()

    def method_m(self, base):
        with self.in_method("def m(self, x):"):
            if base and self.chance(0.5):
                self.emit("return super().m(x) + %s" % self.upto(0, 9))
            elif self.chance(0.4):
                self.emit("self.b = (self.b + x) & 0xffff")
                self.emit("return self.b")
            else:
                self.emit("return (self.a %s x) & 0xffffffff" % self.of("+-^*"))

    def method_n(self, base):
        with self.in_method("def n(self, x, y=%d):" % self.upto(0, 5)):
            self.emit(self.of(["return self.m(x) - y", "return x * 2 + self.shared + y", "return self.a - self.b",
                               "return self.m(self.m(x) & 7)"]))

    def properties(self, base):
        self.emit("@property")
        with self.in_method("def p(self):"):
            self.emit(self.of(["return self.a + 1", "return self.b * 2", "return self.a if self.b % 2 else self.b"]))
        self.emit("@p.setter")
        with self.in_method("def p(self, x):"):
            self.emit(self.of(["self.a = x & 0xffff", "self.b = x & 7"]))

    def operators(self, base):
        make = "type(self)" if self.chance(0.7) else "Basic"
        a = "(o.a if isinstance(o, Basic) else o if isinstance(o, int) else 0)"
        with self.in_method("def __add__(self, o):"):
            if self.chance(0.2):
                self.emit("if o == 3: return NotImplemented")
            self.emit("return %s((self.a + %s) & 0xffffff, self.b)" % (make, a))
        if self.chance(0.6):
            with self.in_method("def __radd__(self, o):"):
                self.emit("return %s(self.a - 1, 1)" % make)
        with self.in_method("def __rsub__(self, o):"):
            self.emit("return %s(%s ^ self.a, 2)" % (make, a))
        with self.in_method("def __sub__(self, o):"):
            self.emit("return %s(self.a - %s, 3)" % (make, a))
        with self.in_method("def __mul__(self, o):"):
            self.emit("return %s(self.a * 2 & 0xffff, self.b)" % make)
        if self.chance(0.5):
            with self.in_method("def __iadd__(self, o):"):
                self.emit("self.a = (self.a + %s) & 0xffff" % a)
                self.emit("return self")

    def comparisons(self, base):
        with self.in_method("def __eq__(self, o):"):
            self.emit("return isinstance(o, %s) and self.a == o.a" % self.of(["Basic", "type(self)"]))
        with self.in_method("def __lt__(self, o):"):
            self.emit("return self.a < (o if isinstance(o, int) else getattr(o, 'a', 0))")
        with self.in_method("def __gt__(self, o):"):
            self.emit("return self.a > (o if isinstance(o, int) else getattr(o, 'a', 0))")
        if self.chance(0.4):
            with self.in_method("def __bool__(self):"):
                self.emit("return self.a % 2 == 1")
        with self.in_method("def __repr__(self):"):
            self.emit("return '%s(%%r, %%r)' %% (self.a, self.b)" % self.of("KLM"))
        self.emit("__hash__ = None")

    def container_methods(self, base):
        with self.in_method("def __getitem__(self, x):"):
            self.emit("return (self.a >> (x & 15)) & 255")
        with self.in_method("def __len__(self):"):
            self.emit("return self.a & 15")
        with self.in_method("def __contains__(self, x):"):
            self.emit("return x == self.a or x in (1, 2)")
        with self.in_method("def __call__(self, x):"):
            self.emit("return %s" % self.of(["x + self.a", "self.m(x)", "x"]))

    def static_methods(self, base):
        self.emit("@staticmethod")
        self.emit("def st(x): return x + %d" % self.upto(0, 9))
        self.emit("@classmethod")
        self.emit("def cm(cls, x): return x ^ cls.shared")
