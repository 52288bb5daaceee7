"""Expressions of each kind, biased to what traces get wrong: limits of integers, signs of zero,
NaN, indices out of bounds, missing keys, kinds that change, loads that may alias stores.
"""
from generator import FLOATS, INT_EDGES, SMALL_INTS, STRINGS

MASKS = ("255", "1023", "0xffff", "0x7fffffff", "0xffffffffffff", "0x3ffffffffffff", "0x7fffffffffffffff")
MODULI = ("2", "3", "7", "8", "10", "-3", "-8", "97", "1000003", "2147483647", "-1000")


class Expressions:
    """Each method returns text. `d` is how deep the expression may become."""

    def expression(self, kind, d=2):
        return getattr(self, "_" + kind)(d)

    def constant_int(self):
        return self.pick((4, str(self.of(SMALL_INTS))), (1, str(self.of(INT_EDGES))))

    # --- integers

    def _int(self, d):
        name = self.variable("int")
        if d <= 0 or self.chance(0.15):
            if name and self.chance(0.75):
                return name
            return self.constant_int()
        return self.pick(
            (9, self._int_arithmetic), (3, self._int_bits), (4, self._int_container), (3, self._int_object),
            (3, self._int_call), (2, self._int_choice), (1.5, self._int_text), (1.5, self._int_from),
            (1 if self.trying else 0, self._int_risky))(d - 1)

    def _int_arithmetic(self, d):
        a = self._int(d)
        b = self._int(d)
        k = self.constant_int()
        if self.chance(0.15):  # one value in two forms, and products around 2**63
            a, b = self._name_or("int", a), self._name_or("int", b)
            return self.of(["((%s - %s) ^ (%s - %s))" % (a, b, b, a), "(%s * %s %% 1000003)" % (a, self.of(INT_EDGES)),
                            "((%s + %s) * (%s + 3) & 0xffffff)" % (a, k, b), "(%s %% 5 - %s // 3)" % (a, b)])
        return self.of([
            "(%s + %s)" % (a, b), "(%s - %s)" % (a, b), "(%s + %s)" % (a, k), "(%s - %s)" % (a, k),
            "(%s * %s)" % (a, self.of(SMALL_INTS)), "(%s * %s %% %s)" % (a, b, self.of(MODULI)),
            "(%s * %s & %s)" % (a, b, self.of(MASKS)), "(%s %% %s)" % (a, self.of(MODULI)),
            "(%s // %s)" % (a, self.of(MODULI)), "(%s // (%s | 1))" % (a, b), "(%s %% (%s | 1))" % (a, b),
            "(%s + 1)" % a, "(%s - 1)" % a, "(-%s)" % a, "abs(%s)" % a, "(%s * 3 + %s)" % (a, b),
            "divmod(%s, %s)[%d]" % (a, self.of(MODULI), self.upto(0, 1))])

    def _int_bits(self, d):
        a = self._int(d)
        b = self._int(d)
        return self.of([
            "(%s & %s)" % (a, b), "(%s | %s)" % (a, b), "(%s ^ %s)" % (a, b), "(~%s)" % a,
            "(%s << %d)" % (a, self.upto(0, 20)), "(%s >> %d)" % (a, self.upto(0, 70)),
            "(%s >> (%s & 31))" % (a, b), "(%s << (%s & 15))" % (a, b), "(%s & %s)" % (a, self.of(MASKS)),
            "((%s) ^ (%s >> 3))" % (a, a), "(1 << (%s & 63))" % a, "%s.bit_length()" % self._name_or("int", "(7)")])

    def _int_container(self, d):
        i = self._index(d)
        form = self.upto(0, 11)
        if form <= 5:
            seq = self.variable("ints")
            if not seq:
                return self._int(d)
            if self.trying and self.chance(0.3):
                return "%s[%s]" % (seq, i)
            return self.of(["(%s[%s %% len(%s)] if %s else %s)" % (seq, i, seq, seq, self._int(0)),
                            "(%s[0] if %s else 1)" % (seq, seq), "(%s[-1] if %s else 2)" % (seq, seq),
                            "(%s[1] if len(%s) > 1 else 3)" % (seq, seq), "len(%s)" % seq,
                            "sum(%s)" % seq, "max(%s, default=0)" % seq, "%s.count(%s)" % (seq, self._int(0))])
        if form <= 7:
            kind = self.of(["dict", "sdict"])
            name = self.variable(kind)
            if not name:
                return self._int(d)
            key = self._index(d) if kind == "dict" else self._str(0)
            if self.trying and self.chance(0.4):
                return "%s[%s]" % (name, key)
            return self.of(["%s.get(%s, %s)" % (name, key, self._int(0)), "len(%s)" % name,
                            "(%s[%s] if %s in %s else %s)" % (name, key, key, name, self._int(0))])
        if form <= 9:
            tup = self.variable("tup")
            if not tup:
                return self._int(d)
            return self.of(["%s[%d]" % (tup, self.of([0, 1, 2, -1, -3])), "%s[%s %% 3]" % (tup, i), "sum(%s)" % tup])
        if form == 10:
            return "len(%s)" % self._name_or("set", "()")
        return "sum(%s for %s in %s%s)" % self._comprehension(d)

    def _int_object(self, d):
        o = self.variable("obj")
        if not o:
            return self._int(d)
        x = self._int(d)
        return self.of(["%s.a" % o, "%s.b" % o, "%s.a" % o, "%s.m(%s)" % (o, x), "%s.n(%s)" % (o, x), "%s.p" % o,
                        "%s.shared" % o, "getattr(%s, 'extra', %s)" % (o, self._int(0)), "%s[%s]" % (o, x),
                        "len(%s)" % o, "%s(%s)" % (o, x), "(%s + %s).a" % (o, self._int(0)),
                        "(%s - %s).a" % (self._int(0), o), "%s.missing" % o, "int(%s == %s)" % (o, self._name_or("obj", "1")),
                        "int(%s in %s)" % (self._int(0), o), "%s.st(%s)" % (o, x), "%s.cm(%s)" % (o, x)])

    def _int_call(self, d):
        usable = [f for f in self.functions
                  if f["result"] == "int" and f["cost"] * self.multiplicity <= self.limit]
        if usable and self.chance(0.8):
            return self.call(self.of(usable), d)
        if self.closures:
            name = self.of(list(self.closures))
            return "%s(%s)" % (name, ", ".join(self._int(d) for _ in range(self.closures[name])))
        return self._int(d)

    def call(self, function, d):
        """A call in one of the ways there are to give arguments."""
        arguments = [self.expression(kind, d) for _, kind in function["parameters"]]
        names = [name for name, _ in function["parameters"]]
        name = function["name"]
        style = self.upto(0, 9)
        if arguments and style == 0:
            return "%s(*[%s])" % (name, ", ".join(arguments))
        if arguments and style == 1:
            return "%s(**{%s})" % (name, ", ".join("'%s': %s" % pair for pair in zip(names, arguments)))
        if arguments and style <= 3:
            keyword = "%s=%s" % (names[-1], arguments[-1])
            return "%s(%s)" % (name, ", ".join(arguments[:-1] + [keyword]))
        if function.get("default") and style <= 5:
            arguments = arguments[:-1]
        elif function.get("rest") and style <= 7:
            arguments += [self._int(0) for _ in range(self.upto(1, 3))]
            if self.chance(0.5):
                arguments.append("kw%d=%s" % (self.upto(0, 2), self._int(0)))
        return "%s(%s)" % (name, ", ".join(arguments))

    def _int_choice(self, d):
        a, b = self._int(d), self._int(d)
        return self.of(["(%s if %s else %s)" % (a, self._bool(d), b), "min(%s, %s)" % (a, b), "max(%s, %s)" % (a, b),
                        "(%s or %s)" % (a, b), "(%s and %s)" % (a, b)])

    def _int_text(self, d):
        s = self._name_or("str", "'abc'")
        return self.of(["len(%s)" % s, "%s.count(%r)" % (s, self.of("abz0 ")), "%s.find(%r)" % (s, self.of(["a", "b", "", "lo"])),
                        "(ord(%s[%s %% len(%s)]) if %s else 0)" % (s, self._int(d), s, s), "int(%s < %s)" % (s, self._str(0)),
                        "len(str(%s))" % self._int(d)])

    def _int_from(self, d):
        x = self._name_or("num", "2.5")
        return self.of(["int(%s)" % self._bool(d), "toint(%s)" % x, "toint(%s)" % self._float(d),
                        "(%s is None) + 0" % self._mixed(d), "int(%s == %s)" % (x, self._num(0)), "len(%s)" % self._ints(0)])

    def _int_risky(self, d):
        a, b = self._int(d), self._int(d)
        return self.of(["%s // %s" % (a, b), "%s %% %s" % (a, b), "int(%s)" % self._str(0), "int(%s)" % self._float(d),
                        "boom(%s)" % a, "%s.nothing" % self._name_or("obj", "a0"), "[%s][%s]" % (a, b),
                        "{1: %s}[%s & 3]" % (a, b), "next(iter(%s))" % self._ints(0), "undefined_name"]).join("()")

    def _index(self, d):
        return self.pick((3, lambda d: self._int(d)), (3, lambda d: str(self.upto(-2, 4))),
                         (2, lambda d: "(%s %% %d)" % (self._int(d), self.upto(2, 9))))(d)

    def _name_or(self, kind, otherwise):
        return self.variable(kind) or otherwise

    def _comprehension(self, d):
        """(element, variable, iterable, filter); the element sees the variable."""
        name = self.fresh("c")
        iterable = self.pick((3, self._name_or("ints", "(3, 1, 2)")), (2, "range(%d)" % self.upto(0, 9)),
                             (1, "range(%s & 7)" % self._int(0)))
        saved = dict(self.vars)
        multiplicity = self.multiplicity
        self.multiplicity *= 12
        self.vars[name] = "int"
        self.fixed.add(name)
        element = self._int(min(d, 1))
        condition = " if %s" % self._bool(0) if self.chance(0.4) else ""
        self.vars = saved
        self.multiplicity = multiplicity
        return element, name, iterable, condition

    # --- floats and numbers

    def _float(self, d):
        name = self.variable("float")
        if d <= 0 or self.chance(0.2):
            return name if name and self.chance(0.7) else self.of(FLOATS)
        a, b = self._float(d - 1), self._float(d - 1)
        forms = ["(%s + %s)" % (a, b), "(%s - %s)" % (a, b), "(%s * %s)" % (a, b), "(-%s)" % a, "abs(%s)" % a,
                 "(%s / %s)" % (a, self.of(["2.0", "-4.0", "3", "0.1", "8"])), "(%s / (abs(%s) + 1.0))" % (a, b),
                 "(%s * %s)" % (a, self._int(0)), "(%s + %s)" % (self._int(0), b), "sqrt(abs(%s))" % a,
                 "(%s if %s else %s)" % (a, self._bool(d - 1), b), "float(%s)" % self._int(0), "(%s %% 3.5)" % a,
                 "(%s // 1.5)" % a, "min(%s, %s)" % (a, b), "(%s - %s)" % (a, a), "(%s * 0.0)" % a, "(%s + 0.0)" % a,
                 "(%s / %s)" % (self._int(d - 1), self.of(["2", "7", "-3"])), "%s.f" % self._name_or("obj", "a0")]
        if self.trying:
            forms += ["(%s / %s)" % (a, b), "(%s ** 3)" % a, "sqrt(%s)" % a]
        return self.of(forms)

    def _num(self, d):
        name = self.variable("num")
        if name and (d <= 0 or self.chance(0.3)):
            return name
        if d <= 0:
            return self.of([self._int(0), self._float(0), "True", "False"])
        a, b = self._num(d - 1), self._num(d - 1)
        return self.of([self._int(d), self._float(d), "(%s + %s)" % (a, b), "(%s - %s)" % (a, b),
                        "(%s * %s)" % (a, self.of(["2", "0.5", "-1", "3"])), "(%s + 1)" % a, "(-%s)" % a,
                        "(%s if %s else %s)" % (self._int(0), self._bool(d - 1), self._float(0)), self._bool(d - 1),
                        "%s.v" % self._name_or("obj", "a0")])

    def _mixed(self, d):
        """Anything."""
        mix = self.variable("mix")
        if mix and self.chance(0.4):
            return "(%s[%s %% len(%s)] if %s else None)" % (mix, self._index(0), mix, mix)
        return self.pick((3, self._int), (2, self._float), (1, lambda d: "None"), (1, self._str), (1, self._bool),
                         (1, self._tup))(max(d - 1, 0))

    # --- truth

    def _bool(self, d):
        if d <= 0:
            name = self.variable("bool")
            if name and self.chance(0.4):
                return name
            return "%s %s %s" % (self._int(0), self.of(["<", "<=", ">", ">=", "==", "!="]), self._int(0)) \
                if self.chance(0.8) else self.of(["True", "False"])
        compare = self.of(["<", "<=", ">", ">=", "==", "!="])
        return "(%s)" % self.pick(
            (4, lambda: "%s %s %s" % (self._int(d - 1), compare, self._int(d - 1))),
            (2, lambda: "%s %s %s" % (self._float(d - 1), compare, self._float(d - 1))),
            (2, lambda: "%s %s %s" % (self._num(d - 1), compare, self._num(d - 1))),
            (1, lambda: "%s %% %d == %d" % (self._int(0), self.upto(2, 5), self.upto(0, 1))),
            (1, lambda: "%s < %s <= %s" % (self._int(0), self._int(d - 1), self._int(0))),
            (1, lambda: "%s and %s" % (self._bool(d - 1), self._bool(d - 1))),
            (1, lambda: "%s or %s" % (self._bool(d - 1), self._bool(d - 1))),
            (1, lambda: "not %s" % self._bool(d - 1)),
            (1, lambda: "%s %s %s" % (self._int(d - 1), self.of(["in", "not in"]),
                                      self._name_or(self.of(["ints", "set", "dict", "tup"]), "(1, 2, 3)"))),
            (1, lambda: "%s %s %s" % (self._str(0), self.of(["in", "not in", "==", "<"]), self._name_or("str", "'abc'"))),
            (0.7, lambda: "isinstance(%s, %s)" % (self._mixed(0), self.of(["int", "float", "(str, tuple)", "bool"]))),
            (0.7, lambda: "%s is %s" % (self._mixed(0), self.of(["None", "not None", "True"]))),
            (0.5, lambda: "bool(%s)" % self._mixed(0)),
            (0.5, lambda: "bool(%s)" % self._name_or("obj", "0")),
            (0.5, lambda: "%s < %s" % (self._name_or("obj", "1"), self._int(0))))()

    # --- text

    def _str(self, d):
        name = self.variable("str")
        if d <= 0 or self.chance(0.25):
            return name if name and self.chance(0.6) else repr(self.of(STRINGS))
        s = self._str(d - 1)
        i = self._int(0)
        return self.of(["(%s + %s)" % (s, self._str(d - 1)), "%s[%s:]" % (s, self.upto(-3, 3)), "%s[:%s]" % (s, self.upto(-3, 4)),
                        "%s[::-1]" % s, "%s.upper()" % s, "str(%s)" % i, "f'{%s}'" % i, "f'{%s:>5}|{%s!r}'" % (i, self._float(0)),
                        "'%%d:%%s' %% (%s, %s)" % (i, s), "%s.replace('a', 'bb')[:20]" % s, "(%s * (%s & 3))" % (s, i),
                        "chr(97 + %s %% 26)" % i, "(%s if %s else %s)" % (s, self._bool(0), self._str(0)),
                        "','.join([%s, %s])" % (s, self._str(0)), "'-'.join(str(c) for c in %s)" % self._name_or("ints", "[1, 2]"),
                        "str(%s)" % self._num(0), "repr(%s)" % self._float(0), "%s.strip('a ')" % s, "'{}/{}'.format(%s, %s)" % (i, s)])

    # --- containers

    def _ints(self, d):
        name = self.variable("ints")
        if name and (d <= 0 or self.chance(0.3)):
            return name
        if d <= 0 or not name:
            return "[%s]" % ", ".join(self._int(max(d - 1, 0)) for _ in range(self.upto(1, 6)))
        return self.pick(
            (3, lambda: "[%s for %s in %s%s]" % self._comprehension(d - 1)),
            (1, lambda: "%s[%s:%s]" % (name, self._edge(), self._edge())),
            (1, lambda: "%s[::%s]" % (name, self.of([-1, 2, -2, 3]))),
            (1, lambda: "(%s + [%s])[-12:]" % (name, self._int(d - 1))),
            (1, lambda: "sorted(%s%s)" % (name, self.of(["", ", reverse=True", ", key=lambda c: -c", ", key=lambda c: c % 7"]))),
            (1, lambda: "list(range(%s & 7))" % self._int(0)),
            (1, lambda: "list(%s)" % name),
            (1, lambda: "[*%s, %s][:15]" % (name, self._int(0))),
            (1, lambda: "list(map(lambda c: c %s, %s))" % (self.of(["+ 1", "* 2", "& 15", "- c"]), name)),
            (1, lambda: "[c for c in %s if c %s %s]" % (name, self.of(["<", ">", "!="]), self._int(0))),
            (1, lambda: "[x + y for x, y in zip(%s, %s)]" % (name, self._name_or("ints", "[1]"))),
            (1, lambda: "list(%s)" % self.generator_call(d - 1)))()

    def _edge(self):
        return self.pick((1, ""), (3, str(self.upto(-4, 5))), (1, self._int(0)))

    def _mix(self, d):
        name = self.variable("mix")
        if name and (d <= 0 or self.chance(0.4)):
            return name
        return "[%s]" % ", ".join(self._mixed(1) for _ in range(self.upto(1, 5)))

    def _dict(self, d):
        name = self.variable("dict")
        if name and (d <= 0 or self.chance(0.4)):
            return name
        if self.chance(0.5):
            return "{%s: %s for %s in %s%s}" % ((lambda c: (c[1], c[0], c[1], c[2], c[3]))(self._comprehension(d - 1)))
        return "{%s}" % ", ".join("%s: %s" % (self.upto(-1, 8), self._int(0)) for _ in range(self.upto(0, 5)))

    def _sdict(self, d):
        name = self.variable("sdict")
        if name and (d <= 0 or self.chance(0.4)):
            return name
        return "{%s}" % ", ".join("%r: %s" % (self.of(STRINGS), self._int(0)) for _ in range(self.upto(0, 5)))

    def _set(self, d):
        name = self.variable("set")
        if name and (d <= 0 or self.chance(0.4)):
            return name
        other = self._name_or("set", "{1, 2}")
        return self.of(["{%s}" % ", ".join(self._int(0) for _ in range(self.upto(1, 4))), "set(%s)" % self._ints(0),
                        "(%s | {%s})" % (other, self._int(0)), "(%s & set(%s))" % (other, self._ints(0)),
                        "(%s - {%s})" % (other, self._int(0)), "(%s ^ {%s})" % (other, self._int(0))])

    def _tup(self, d):
        name = self.variable("tup")
        if name and (d <= 0 or self.chance(0.4)):
            return name
        return "(%s, %s, %s)" % tuple(self._int(max(d - 1, 0)) for _ in range(3))

    def _obj(self, d):
        name = self.variable("obj")
        if name and (d <= 0 or self.chance(0.5)):
            return name
        made = "%s(%s, %s)" % (self.of(self.classes), self._int(max(d - 1, 0)), self._int(0))
        if name and d > 0:
            return self.pick((3, made), (1, "(%s + %s)" % (name, self._int(0))), (1, "(%s * 2)" % name),
                             (1, "(%s if %s else %s)" % (name, self._bool(0), made)))
        return made

    def generator_call(self, d):
        """An iterator of ints that ends soon."""
        usable = [g for g in self.generators if g["cost"] * self.multiplicity <= self.limit]
        if not usable or self.chance(0.2):
            return self.pick((1, "(%s for %s in %s%s)" % self._comprehension(d)), (1, "iter(%s)" % self._ints(0)))
        g = self.of(usable)
        return "%s(%s)" % (g["name"], ", ".join(self._int(max(d, 0)) for _ in range(g["arity"])))
