"""Scenarios of the rest of the language and of what is built in: forms of calls, exceptions that a trace follows,
slices, methods of texts and containers, descriptors, generators with clean-up, C functions, arrays.

Most take one expression or statement out of a list into a loop, and change something late: what was a
constant, a shape or the name of an exit for the trace is none then. Whatever may raise is caught and logged.

Neighbour: scenarios.py, which says what a scenario is and has the parts that they are made of.
"""
import contextlib
import re

SIGNATURES = ("a, b=2", "a, *rest", "a, *, k=3", "a, b=2, *rest, k=3, **more", "a, /, b=2, **more", "*rest, k=3", "a=1, b=2, c=3", "**more")
BOUNDS = ("", "1", "-1", "2", "-2", "I", "-I", "I % 3", "I - 5", "99", "-99", "None", "None if I & 1 else 2", "len(X) // 2", "2 ** 70", "True")
STEPS = ("", "", "", ":1", ":2", ":-1", ":-2", ":I % 3 - 1", ":(I & 1) + 1", ":None", ":9")


class LanguageScenarios:
    @contextlib.contextmanager
    def guarded_loop(self, *logged, caught="(type(e).__name__, str(e))"):
        """A loop whose body may raise; gives (loop variable, trips). What it raises is logged late only."""
        trips = self.length
        i, body = self.loop_of(trips)
        with body:
            self.declare(i, "int")
            self.fixed.add(i)
            with self.block("try:"), self.trying_block():
                yield i, trips
            with self.block("except Exception as e:"):
                self.emit("if %s: note(%s)" % (self.late(i, trips), caught))
        self.finish(*logged)

    def filled(self, choices, **names):
        """One of the texts, with names in the place of capital letters."""
        return self.fill(self.of(choices), **names)

    @staticmethod
    def fill(text, **names):
        return re.sub(r"\b[A-Z]\b", lambda m: names.get(m.group(), m.group()), text)

    # --- calls

    def argument_forms(self):
        """One function, called by position, by keyword, with stars; now and then in a way that it refuses."""
        f = self.fresh("f")
        signature = self.of(SIGNATURES)
        names = [p.strip(" /*").split("=")[0] for p in signature.split(",")]
        names = [n for n in names if n]
        with self.block("def %s(%s):" % (f, signature)):
            self.emit("t = 0")
            for n in names:
                self.emit(self.of({"rest": ["t += len(rest)", "for c in rest: t += c", "t += sum(rest)"],
                                   "more": ["t += len(more)", "for c in more: t += more[c]", "t += more.get('z', 5)"]}.get(
                                       n, ["t += %s" % n, "t = t * 3 + %s" % n, "t -= %s" % n])))
            self.emit("return t")
        t, xs, d, g = self.start("0", "[1, 2]", "{'k': 4}", f)
        calls = ["F(I)", "F(I, 2)", "F(a=I)", "F(I, b=4)", "F(I, k=5)", "F(*X)", "F(*X, k=I)", "F(I, *X)", "F(**D)", "F(I, **D)", "F(*X, **D)", "F(b=1, a=I)",
                 "F(I, z=6)", "F(*X, *(I, 3))", "F(I, **D, z=1)", "F(I, **{'b': I})", "F()", "F(*range(I % 4))", "F(1, 2, 3)", "F(*X, **{**D, 'z': I})"]
        with self.guarded_loop(t, xs, d) as (i, trips):
            for _ in range(self.upto(1, 3)):
                self.emit("%s = (%s * 3 + %s) & 0xffffff" % (t, t, self.filled(calls, F=g, I=i, X=xs, D=d)))
            self.emit("if %s: %s" % (self.late(i, trips), self.of([
                "%s = %s + [%s]" % (xs, xs[:], i), "%s['z'] = %s" % (d, i), "%s['b'] = 7" % d, "%s = []" % xs, "%s = tuple(%s)" % (xs, xs), "%s = lambda *x, **y: len(x) + len(y)" % g,
                "%s.pop('k', 0)" % d, "%s['a'] = 1" % d, "%s = Basic(1).m" % g, "del %s[3:]" % xs])))

    def descriptors(self):
        """Attributes that run code: properties, slots, __getattr__, super, methods that become others."""
        name = "D%d_%d" % (self.number, self.counter)
        self.counter += 1
        base = self.of(["Basic", "Basic", "object"])
        with self.block("class %s(%s):" % (name, base)):
            if self.chance(0.2):
                self.emit("__slots__ = ('a', 'b', 'w')")
            self.emit("kind = %d" % self.upto(0, 9))
            with self.block("def __init__(self, a):"):
                self.emit("self.a, self.b, self.w = a, 1, 0")
            self.emit("@property")
            with self.block("def half(self):"):
                self.emit(self.of(["return self.a // 2", "return self.a if self.a & 1 else self.b", "return self.w", "raise AttributeError('half')"]))
            if self.chance(0.6):
                self.emit("@half.setter")
                self.emit("def half(self, x): self.w = %s" % self.of(["x", "self.w + x & 0xffff", "x if x < 40 else 'big'"]))
            if self.chance(0.4):
                self.emit("def __getattr__(self, key): return %s" % self.of(["len(key)", "(lambda x: x)", "7"]))
            if self.chance(0.25):
                with self.block("def __setattr__(self, key, x):"):
                    self.emit(self.of(["object.__setattr__(self, key, x)", "super().__setattr__(key, x)"]))
            self.emit("def m(self, x): return %s" % self.of(["x + self.a", "self.half + x", "type(self).kind + x"] + (["super().m(x)"] if base == "Basic" else [])))
            self.emit("@classmethod")
            self.emit("def made(cls, x): return cls(x & 0xff)")
            self.emit("def __iter__(self): return iter((self.a, self.b))")
        o, t = self.start("%s(3)" % name, "0")
        with self.guarded_loop(t, "%s.a" % o, "%s.w" % o) as (i, trips):
            for _ in range(self.upto(1, 3)):
                self.emit(self.filled(["T += O.half", "O.half = I", "T += O.m(I)", "T ^= O.nothere", "O.b = I & 7", "T += sum(O)", "x, y = O; T += x - y", "T += O.kind",
                                       "O = O.made(I)", "T += getattr(O, 'half', 2)", "T += hasattr(O, 'q')", "O.w += 1", "f = O.m; T += f(2)", "T += C.m(O, I)"], T=t, O=o, I=i, C=name))
            self.emit("if %s: %s" % (self.late(i, trips), self.filled([
                "C.kind = I", "C.half = property(lambda self: self.b + 1)", "O.m = lambda x: x * 2", "C.m = lambda self, x: x", "del C.half", "C.q = I", "O.__dict__['half'] = 5",
                "del O.b", "O.__class__ = Basic", "C.__getattr__ = lambda self, key: 1"], O=o, I=i, C=name)))
            self.emit("%s &= 0xffffff" % t)

    # --- exceptions and generators

    def traced_exceptions(self):
        """What is raised and caught in the loop itself, with handlers in handlers, causes, and clean-up that leaves."""
        t, xs, d = self.start("0", "[3, 1, 2]", "{1: 2}")
        raising = ["raise Trouble(I)", "T += X[I % 5]", "T += D[I & 3]", "T += I // (I % 3)", "T += int('x' * (I % 2) + '1')", "T += None", "T += X.index(I % 4)", "boom(I)", "T += Basic(I).zz",
                   "raise KeyError(I) from Trouble(1)", "assert I % 4, I", "T += next(iter(X[I % 5:]))", "X.remove(I)", "raise ValueError", "T += len(I)", "a, b = X[I % 4:]", "T += undefined_name",
                   "raise ExceptionGroup('g', [Trouble(I), KeyError(2)])", "T += (I - 9) ** -1", "T += '%d' % I"]
        with self.guarded_loop(t, xs, d) as (i, trips):
            def line():
                self.emit(self.filled(raising, T=t, X=xs, D=d, I=i))
            with self.block("try:"):
                if self.chance(0.4):
                    with self.block("try:"):
                        line()
                    with self.block("except %s:" % self.of(["KeyError", "(Trouble, IndexError)", "ArithmeticError", "TypeError"])):
                        self.emit(self.of(["raise", "%s -= 1" % t, "raise Trouble(%s) from None" % i, "raise ValueError(%s)" % i]))
                    if self.chance(0.4):
                        self.emit("else: %s += 2" % t)
                line()
                self.emit("%s += 1" % t)
            with self.block("except %s as e:" % self.of(["Exception", "(LookupError, Trouble, ArithmeticError)", "Exception"])):
                self.emit(self.of(["%s += len(e.args)" % t, "%s += e.__context__ is None" % t, "%s = (%s * 3 + len(str(e))) & 0xffff" % (t, t), "%s ^= isinstance(e, LookupError)" % t,
                                   "%s += e.__cause__ is not None" % t]))
                if self.chance(0.2):
                    line()
            if self.chance(0.4):
                with self.block("finally:"):
                    self.emit(self.of(["%s += 5" % t, "%s.append(%s)" % (xs, i), "%s[%s & 3] = %s" % (d, i, t), "if %s %% 7 == 6: continue" % i]))
            if self.chance(0.2):
                self.emit("if %s: break" % self.late(i, trips))
            self.emit("del %s[4:]" % xs)

    def cleaned_generators(self):
        """Generators that clean up when they end, are closed or thrown into; when those that are lost do is anybody's guess."""
        g = self.fresh("g")
        log, t = self.start("[]", "0")
        with self.block("def %s(n):" % g):
            with self.block("try:" if self.chance(0.6) else "with Quiet(n):"):
                cleaned = self.lines[-1].endswith("try:")
                with self.block("for c in range(n):"):
                    with self.block("try:"):
                        self.emit("x = yield %s" % self.of(["c", "c * n", "(c, n)[c & 1]"]))
                        self.emit("if x: %s.append(x)" % log)
                    self.emit("except Trouble as e: %s.append(len(str(e)))" % log)
            if cleaned:
                with self.block("finally:"):
                    self.emit("%s.append(-n)" % log)
            self.emit("return n")
        with self.guarded_loop(t, log) as (i, _trips):
            use = self.of([
                ["it = G(I % 5)", "for x in it:", "    T += x", "    if x > 2: it.close()"], ["it = G(3)", "T += next(it)", "T += it.send(I & 1) or 0", "it.close()"],
                ["it = G(I % 3 + 1)", "next(it)", "try: T += it.throw(Trouble(I)) if I % 3 else len(list(it))", "finally: it.close()"], ["T += sum(G(I & 3))"], ["T += sum(x + y for x in G(2) for y in G(I & 1))"],
                ["a, *b = G(3)", "T += a + len(b)"], ["def both(): return (yield from G(2)) + (yield from G(I & 1))", "T += len(list(both()))"],
                ["T += max(G(I % 4), default=9)"], ["T += any([x == I for x in G(4)])"], ["it = G(2)", "for x in it: T += x", "T += next(it, 50)"]])
            for text in use:
                self.emit(self.fill(text, G=g, T=t, I=i))
            self.emit("del %s[8:]" % log)
            self.emit("%s &= 0xffffff" % t)

    # --- values that are built in

    def slices(self):
        """Slices of all sequences with bounds of all kinds, read, stored and deleted."""
        xs, t = self.start(self.of(["[1, 2, 3, 4, 5]", "'hello \u20ac'", "(1, 2.5, 'x', None)", "bytearray(b'abcdef')", "b'xyz12'", "[1.5, 2.5, -0.0]", "range(3, 20)", "['a', 'b', 'c']"]), "0")
        with self.guarded_loop(t, "repr(%s)[:80]" % xs) as (i, trips):
            def cut():
                return self.fill(":".join([self.of(BOUNDS), self.of(BOUNDS)]) + self.of(STEPS), I=i, X=xs)
            self.emit("y = %s[%s]" % (xs, cut()))
            self.emit(self.filled(["T += len(y)", "T = (T * 3 + len(y)) & 0xffff", "T += y == X", "T += len(y[:2]) + len(y)", "T += str(y) > '['"], T=t, X=xs))
            if self.chance(0.5):
                with self.block("if type(%s) in (list, bytearray):" % xs):
                    self.emit(self.of(["%s[%s] = %s" % (xs, cut(), self.of(["[]", "[9]", "[7, 8]", "y", "range(3)", xs])), "del %s[%s]" % (xs, cut()), "%s[%s] = bytes(2)" % (xs, cut())]))
                    self.emit("del %s[8:]" % xs)
                    self.emit("if not %s: %s.extend(b'abc')" % (xs, xs))
            self.emit("if %s: %s = %s" % (self.late(i, trips), xs, self.of(["[5, 6.5, 'x']", "'abc'", "(1, 2)", "[0.5] * 4", "%s[::-1]" % xs, "%s[:]" % xs])))

    def text_methods(self):
        s, t = self.start(self.of(["'hello world'", "'a,b,,c'", "'  x\u20ac '", "'Title Case 12'", "''", "'ab' * 4", "'-12'"]), "0")
        methods = ["S.find('o')", "S.rfind(S[-1:])", "len(S.split())", "len(S.split(','))", "len(S.strip())", "S.startswith('a')", "S.endswith(('d', 'c'))", "S.count('a')", "S.upper() == S",
                   "len(S.replace('a', 'bb'))", "S.isdigit()", "len(S.partition(',')[2])", "len(','.join(S.split('l')))", "len(S.title())", "len('%5d|%-4s|%x' % (I, S, I))", "len(f'{I:>6}{S!r:.4}')",
                   "len('{0:+.2f}{1}'.format(I * 0.5, S))", "len(S.center(I % 20))", "len(S.encode())", "S.encode().find(b'l')", "ord(S[I % len(S)])", "int(S)", "S < 'h'", "len(S.zfill(9))", "'l' in S",
                   "S.index('l')", "len(S.ljust(I % 15, '*'))", "len(S.expandtabs())", "len(S.splitlines())", "len(S.translate({97: 'zz'}))", "S.isalpha() + S.isspace()", "len(S.casefold() + S.swapcase())",
                   "float(S or '1.5') > 1", "len(str(I).rjust(4, '0'))", "len(S.removeprefix('a'))", "len(S * (I & 3))", "len(format(I, ',d'))", "S.join(['x', 'y']).count(S)", "len(repr(S))", "hash(S) == hash(S[:])"]
        with self.guarded_loop(t, s) as (i, trips):
            for _ in range(self.upto(1, 4)):
                self.emit("%s = (%s * 3 + %s) & 0xffffff" % (t, t, self.filled(methods, S=s, I=i)))
            self.emit("if %s: %s = %s" % (self.late(i, trips), s, self.filled(["S[1:]", "S + 'l'", "str(I)", "S.upper()", "'\U0001f600' + S", "b'bytes'", "None", "S[::-1]", "'7'", "''"], S=s, I=i)))
            self.emit("if %s and len(%s) > 40: %s = %s[:7]" % (s, s, s, s))

    def container_methods_late(self):
        """Methods of dicts and sets, and what iterating over them while they change says."""
        d, s, t = self.start(self.of(["{}", "{1: 2, 3: 4}", "{'a': 1, 2: 3}", "dict.fromkeys(range(5), 1)"]), self.of(["set()", "{1, 2, 3}", "set(range(9))", "frozenset((1, 5))"]), "0")
        uses = ["D.update({I & 7: I})", "D |= {I % 5: 1}", "T += len(D | {99: 1})", "T += sum(D.values()) if D else 0", "for k, v in D.items(): T += v", "T += len(list(D))", "T += D.get(I & 3, -1)",
                "D.setdefault(I & 3, I)", "T += D.pop(I & 7)", "T += D.popitem()[1]", "T += D == dict(D)", "for k in D: D[k] = I & 255", "for k in D: D[k + I] = 1", "T += len({k: v for k, v in D.items() if v})",
                "S.add(I & 15)", "S.discard(I & 7)", "S.remove(I & 7)", "T += len(S & {1, 2, I})", "S |= {I & 31}", "S -= {I & 3}", "T += len(S ^ {I & 3, 5})", "T += S <= {1, 2, 3}", "T += S.isdisjoint({I})",
                "T += sum(S)", "for x in S: T ^= x", "for x in S: S.discard(x)", "T += max(S, default=0)", "T += len(S.union(D))", "T += I in S", "T += (I & 7) in D", "D = D.copy()", "T += list(D.keys() & S) != []",
                "T += len(sorted(S)[1:3])", "T += len(D.items() & {(1, 2)})", "D[(I & 1, 2)] = I", "D[I & 1] = D.get(I & 1, 0) + 1.0", "T += next(iter(D))", "T += [*reversed(D)][0]"]
        with self.guarded_loop(t, "sorted(map(str, %s.items()))" % d, "sorted(map(repr, %s))" % s) as (i, trips):
            for _ in range(self.upto(2, 4)):
                self.emit(self.filled(uses, D=d, S=s, T=t, I=i))
            self.emit("if %s: %s" % (self.late(i, trips), self.filled(["D.clear()", "S = set(D)", "D['z'] = I", "D[1.0] = I", "S = S | {I}", "D = {I: D}", "S.clear()", "D = {True: 5}"], D=d, S=s, I=i)))
            self.emit("if len(%s) > 20: %s.clear()" % (d, d))
            self.emit("%s = int(%s) & 0xffffff" % (t, t))

    def unpackings(self):
        t, xs = self.start("0", self.of(["[1, 2, 3]", "(4, 5)", "'ab'", "[(1, 2), (3, 4)]", "range(4)"]))
        with self.guarded_loop(t, "repr(%s)[:15]" % xs) as (i, trips):
            self.emit(self.filled(["a, b = X", "a, *b = X", "*a, b = X", "a, b, *c = X", "a, (b, c) = I, X", "(a, b), *c = X", "a = b = X", "[a, b] = X[:2]", "a, b = b0, a0 = I, T", "a = [*X, *X, I]; b = 1",
                                   "a = {**{'x': I}, 'y': 2}; b = 3", "a, b = divmod(I, 3)", "for a, b in [X[:2], (I, 1)]: pass", "a, b = [c for c in X if c != I][:2]", "a = (*X, I); b = len(a)",
                                   "a, b = zip(*[X, X])", "(a, b), c = X[:2], 5"], X=xs, I=i, T=t))
            self.emit(self.filled(["T += len(str(a)) + len(str(b))", "T += (a, b) > (b, a)", "T += a == b", "T += hash((a, b)) == hash((a, b))"], T=t))
            self.emit("if %s: %s = %s" % (self.late(i, trips), xs, self.of(["[1]", "(1, 2, 3, 4)", "'\u20acb'", "[2.5, 1]", "{1: 2, 3: 4}", "None", "iter([7, 8])", "5"])))

    # --- C functions and arrays

    def c_functions(self):
        """C functions with and without declared types, pointers, arrays, structures and callbacks."""
        self.emit("import ctypes")
        lib, f, g, t = self.start("ctypes.CDLL(None)", "None", "None", "0")
        kind, result, values = self.of([
            ("c_int", "c_int", ("abs", "toupper", "tolower", "isdigit")), ("c_long", "c_long", ("labs",)), ("c_longlong", "c_longlong", ("llabs",)),
            ("c_char_p", "c_size_t", ("strlen",)), ("c_char_p", "c_int", ("atoi",)), ("c_char_p", "c_long", ("atol",)), ("c_char_p", "c_double", ("atof",))])
        self.emit("%s = %s.%s" % (f, lib, self.of(values)))
        self.emit("%s.argtypes, %s.restype = [ctypes.%s], ctypes.%s" % (f, f, kind, result))
        argument = self.of(["-I", "I & 127", "I - 5", "True", "ctypes.c_int(I)"] if kind != "c_char_p" else ["b'12x'", "str(I).encode()", "b'7' * (I & 3)", "S"])
        with self.block("class P(ctypes.Structure):"):
            self.emit("_fields_ = [('x', ctypes.%s), ('y', ctypes.%s)]" % (self.of(["c_int", "c_int8", "c_uint16", "c_int64"]), self.of(["c_double", "c_float", "c_uint8"])))
        p, a, s = self.start("P(1, 2)", "(ctypes.%s * 5)(1, 2, 3)" % self.of(["c_int", "c_double", "c_int16", "c_uint64", "c_bool"]), "b'345'")
        self.emit("%s = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda x: x + 1)" % g)
        uses = ["T += int(F(%s))" % argument, "T += int(F(%s))" % argument, "P.x = I", "T += P.x", "P.y = I * 0.5", "T += int(P.y)", "A[I % 5] = I", "T += int(A[I % 5])", "T += int(sum(A))", "T += G(I)", "A[I % 7] = 1",
                "T += ctypes.c_int8(I * 9).value", "T += ctypes.c_uint32(-I).value & 255", "q = ctypes.pointer(P); q.contents.x = 3", "T += len(ctypes.string_at(S))", "P.x += 1", "T += int(A[-1])", "T += len(A[1:3])"]
        with self.guarded_loop(t, "%s.x" % p, "%s.y" % p, "list(%s)" % a) as (i, trips):
            for _ in range(self.upto(1, 3)):
                self.emit(self.filled(uses, F=f, G=g, T=t, P=p, A=a, S=s, I=i))
            self.emit("if %s: %s" % (self.late(i, trips), self.filled([
                "F.restype = ctypes.c_int", "F = lambda x: 5", "S = b'9'", "P = type(P)(7, 8)", "A = [1, 2, 3, 4, 5]", "F('text')", "F(I, I)", "A[0] = 'x'", "F.argtypes = [ctypes.c_int]", "G = abs"],
                F=f, G=g, P=p, A=a, S=s, I=i) if kind != "c_char_p" else "%s = b'9'" % s))
            self.emit("%s &= 0xffffff" % t)

    def arrays(self):
        """Expressions over arrays, their elements in a loop, and arrays of other kinds and sizes later."""
        n = self.of([1, 2, 3, 5, 8, 17])
        makers = ["np.arange(%d)" % n, "np.arange(%d) * 0.5" % n, "np.ones(%d)" % n, "np.array(%r)" % [self.of([0.0, -1.5, 2.0, 1e300, 3.0]) for _ in range(n)], "np.array(%r)" % [self.upto(-9, 9) for _ in range(n)],
                  "np.arange(%d) > 1" % n, "np.arange(%d)[::-1]" % n, "np.arange(%d).reshape(2, %d)[1] + 0.25" % (2 * n, n)]
        self.emit("np = array_library()")
        a, b, t = self.start(self.of(makers), self.of(makers), "0.0")
        uses = ["T += float((A + B).sum())", "A = A * 1.5 - B", "T += float(A[I % len(A)])", "A[I % len(A)] = I", "T += float(np.where(A > B, A, B).max())", "A = np.abs(A) + 1", "T += int((A == B).sum())",
                "A[1:] = B[1:]", "A += B", "T += float(A.mean())", "A = -A", "T += float(np.minimum(A, B).min())", "T += float((A * B)[-1])", "for x in A: T += float(x)", "A = A[::-1]", "T += len(A[A > 1])",
                "A = np.sqrt(np.abs(A * 1.0))", "T += float(np.dot(A, B))", "A = A.astype(np.int64)", "A = A // 3 + A % 3", "T += int(A.argmax())", "A = A / 2", "A = np.clip(A, -5, 5)", "T += float(A.cumsum()[-1])",
                "A *= 2", "A = np.concatenate([A, B])[:%d]" % n, "T += float((A[:-1] - A[1:]).sum())", "A = A.copy(); A[0] = 3", "A = (A > B) & (B < 2)", "T += A.sum() == B.sum()", "A = A ** 2"]
        with self.guarded_loop("repr(%s)" % t, "%s.tolist()" % a, "%s.tolist()" % b, caught="str(e)") as (i, trips):
            for _ in range(self.upto(1, 4)):
                self.emit(self.filled(uses, A=a, B=b, T=t, I=i))
            self.emit("%s = np.clip(%s, -1000, 1000)" % (a, a))
            self.emit("if %s: %s" % (self.late(i, trips), self.filled(["A = B * 2", "B = np.arange(len(B)) * 0.25", "A, B = A[:2], B[:2]", "B = B.astype(np.float64)", "A = B", "B = A > 0", "A[:] = 7", "B = A[:1]"], A=a, B=b)))
            self.emit("if not -1e6 < %s < 1e6: %s = 0.5" % (t, t))
