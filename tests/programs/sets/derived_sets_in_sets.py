# Sets without hash that are looked for in a set: as the frozensets that they equal, derived ones too.
class S(set): pass
class H(set):
    def __hash__(self): return 5
class F(frozenset): pass
a = S('abc'); b = {frozenset('abc'), 1}
print(a in b, set('abc') in b, S('x') in b, a not in b, b.__contains__(a), F('abc') in b, H('abc') in b)
b.discard(a); print(b)
b.add(frozenset('xy')); b.remove(S('xy')); print(b)
try: b.remove(S('q'))
except KeyError as e: print(repr(e), type(e.args[0]))
try: print([1] in b)
except TypeError as e: print(e)
try: b.add(S())
except TypeError as e: print(e)
class SS(set):
    def __init__(self, *a, **k): pass
for f in (lambda: S(sequence=()), lambda: SS(sequence=()), lambda: F(sequence=()), lambda: set(iterable=()), lambda: list(sequence=())):
    try: print(f())
    except TypeError as e: print(e)
