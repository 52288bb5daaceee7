# What cProfile counts, and how its statistics name functions.
import cProfile, pstats, io, re
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
def work():
    l = sorted([3, 1], key=lambda v: -v)
    l.append(len(l)); "a,b".split(","); d = {}; d.get(1)
    try: int("x")
    except ValueError: pass
    return fib(5)
p = cProfile.Profile()
p.enable(); work(); p.disable()
s = io.StringIO()
st = pstats.Stats(p, stream=s).sort_stats("name")
st.print_stats(); st.print_callers()
text = re.sub(r"\d+\.\d+", "0", s.getvalue())
print("\n".join(" ".join(l.split()) for l in text.splitlines()))
with cProfile.Profile() as q: fib(3)
print(sorted((str(e.code).partition(",")[0].partition(" at ")[0], e.callcount, e.reccallcount) for e in q.getstats()))
print(cProfile.Profile().runcall(fib, 4))
