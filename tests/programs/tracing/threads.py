# Trace functions of threads, in generators and coroutines; what frames and sys.settrace refuse.
import sys, threading
log = []
def tracer(frame, event, arg):
    if frame.f_code.co_filename != __file__: return None
    log.append((threading.current_thread().name, event, frame.f_code.co_name, frame.f_lineno))
    return tracer
def work(n):
    t = 0
    for i in range(n):
        t += i
    return t
threading.settrace(tracer)
t = threading.Thread(target=work, args=(2,), name="T")
t.start(); t.join()
print(*log, sep="\n"); log.clear()
threading.settrace(None)
t = threading.Thread(target=work, args=(2,), name="U")
t.start(); t.join()
print(log, sys.gettrace())
# set within thread; the main one not traced
def setting():
    sys.settrace(tracer)
    work(1)
    print(sys.gettrace() is tracer)
t = threading.Thread(target=setting, name="V")
t.start(); t.join()
work(3)
print(*log, sep="\n"); log.clear()
print(sys.gettrace())
# main traced, thread not
sys.settrace(tracer)
t = threading.Thread(target=work, args=(2,), name="W")
t.start(); t.join()
work(1)
sys.settrace(None)
print(*[r for r in log if r[2] != "<module>"], sep="\n"); log.clear()
# generator sets
def gen():
    yield 1
    sys.settrace(tracer)
    x = 2
    yield x
    y = 3
    yield y
    sys.settrace(None)
    yield 4
def drive():
    r = []
    for v in gen():
        r.append(v)
    return r
print(drive())
print(*log, sep="\n"); log.clear()
# profile of threads
threading.setprofile(lambda f, e, a: log.append((e, f.f_code.co_name)) if f.f_code.co_filename == __file__ and e in ("call", "return") else None)
t = threading.Thread(target=work, args=(2,)); t.start(); t.join()
threading.setprofile(None)
print(log); log.clear()
f = sys._getframe()
try: f.f_trace_lines = 3
except TypeError as e: print(e)
try: del f.f_lineno
except AttributeError as e: print(e)
try: sys.settrace()
except TypeError as e: print(e)
try: sys.settrace(3); print(sys.gettrace())
except TypeError as e: print(e)
finally: sys.settrace(None)
async def co():
    await other()
    return 1
async def other():
    return 2
import asyncio
def atr(f, e, a):
    if f.f_code.co_filename != __file__: return None
    log.append((e, f.f_code.co_name, f.f_lineno)); return atr
sys.settrace(atr)
asyncio.run(co())
sys.settrace(None)
print(*log, sep="\n")
