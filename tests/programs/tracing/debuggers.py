# bdb's debuggers: steps, breakpoints with conditions; and counts by the module trace.
import bdb, sys, trace
class Tracer(bdb.Bdb):
    def user_line(self, frame):
        print("line", frame.f_code.co_name, frame.f_lineno, sorted(k for k in frame.f_locals if not k.startswith("_"))[:4])
        self.set_step()
    def user_call(self, frame, args): print("call", frame.f_code.co_name, args)
    def user_return(self, frame, value): print("return", frame.f_code.co_name, value)
    def user_exception(self, frame, exc): print("exception", frame.f_code.co_name, exc[0])
def fib(n):
    if n < 2:
        return n
    try:
        a = fib(n - 1)
        if n == 3: raise ValueError
    except ValueError:
        a = 0
    return a + fib(n - 2)
t = Tracer()
t.runcall(fib, 3)
class Breaker(bdb.Bdb):
    def user_line(self, frame):
        print("stop", frame.f_lineno, frame.f_locals.get("n"))
        self.set_continue()
b = Breaker()
b.set_break(__file__, fib.__code__.co_firstlineno + 3, cond="n == 2")
b.reset()
sys.settrace(b.trace_dispatch)
fib(4)
sys.settrace(None)
tr = trace.Trace(count=1, trace=0)
tr.runfunc(fib, 5)
r = tr.results()
print(sorted((k[1], v) for k, v in r.counts.items() if k[0] == __file__))
