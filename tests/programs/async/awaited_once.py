# What awaits, and what is awaited: messages, the awaitables of asynchronous generators and of anext(), which serve once.
import inspect
import types


def show(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, getattr(e, 'value', ''))
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
class CM1:
    def __aenter__(self): return 1
    def __aexit__(self, *a): return 2
class CM2:
    async def __aenter__(self): return 1
    def __aexit__(self, *a): return 2
class CM3:
    async def __aenter__(self): return 1
    async def __aexit__(self, *a): return 2
class AI:
    def __aiter__(self): return self
    def __anext__(self): return 3
class AI2:
    def __aiter__(self): return 5
class AI3:
    def __aiter__(self): return self
    async def __anext__(self): raise StopAsyncIteration
class AI4: pass
class BadAw:
    def __await__(self): return 7
async def a1():
    async with CM1(): pass
async def a2():
    async with CM2(): pass
async def a2r():
    async with CM2(): raise ValueError(1)
async def a2ret():
    async with CM2(): return 1
async def a3():
    async with CM3(): raise ValueError(1)
    return 'ok'
async def a4():
    async for x in AI(): pass
async def a5():
    async for x in AI2(): pass
async def a6():
    async for x in AI3(): pass
    else: return 'else'
async def a7():
    async for x in AI4(): pass
async def a8(): await 5
async def a9(): await BadAw()
async def a10():
    async with 3: pass
async def a11():
    with CM3(): pass
async def a12():
    async with open: pass
async def a13(): return [x async for x in AI()]
async def a14(): 
    for x in AI3(): pass
async def a15(): await None
async def a16(): return await anext(AI3(), 'dflt')
async def a17(): return await anext(AI(), 'dflt')
async def a18(): return await anext(5)
async def a19(): return await anext(AI3())
for f in (a1,a2,a2r,a2ret,a3,a4,a5,a6,a7,a8,a9,a10,a11,a12,a13,a14,a15,a16,a17,a18,a19): print(f.__name__, end=' '); show(run, f())
async def coro(): pass
def g():
    yield from coro_obj
coro_obj = coro()
show(next, g()); show(iter, coro_obj); show(list, coro_obj); show(lambda: [*coro_obj])
def g2():
    for x in coro_obj: pass
show(g2)
coro_obj.close(); show(coro_obj.send, None); show(run, coro_obj)
async def again():
    c = coro(); await c; await c
show(run, again())
async def agen():
    x = yield 1
    print('got', x)
    yield 2
ag = agen()
n = ag.__anext__()
print(type(n).__name__, inspect.isawaitable(n), inspect.isawaitable(ag.aclose()), inspect.isawaitable(ag.asend(1)), inspect.isawaitable(ag.athrow(ValueError)), type(ag.aclose()).__name__, type(ag.asend(1)).__name__)
show(n.send, None); show(n.send, None); show(n.throw, ValueError); 
show(ag.asend('v').send, None)
show(next, iter(ag.__anext__()) ) 
c = ag.aclose()
show(c.send, None); show(c.send, None)
show(run, ag.__anext__()); show(run, ag.aclose()); show(run, ag.asend(1))
ag = agen(); show(ag.asend(5).send, None)
ag = agen(); n = ag.__anext__(); show(n.throw, ZeroDivisionError); show(n.send, None)
ag = agen(); n = ag.__anext__(); n.close(); show(n.send, None); show(n.close)
ag = agen(); t = ag.athrow(ValueError, 'x'); show(t.send, None); show(t.send, None); show(t.close)
async def two():
    ag = agen()
    n = ag.__anext__()
    await n
    await n
show(run, two())
async def conc():
    ag = agen()
    n = ag.__anext__()
    print(ag.ag_running, ag.ag_await, ag.ag_frame is None)
show(run, conc())
d = anext(AI3(), 1); print(type(d).__name__, hasattr(d, '__await__'), hasattr(d, 'send'), hasattr(d,'throw'), hasattr(d, 'close'), hasattr(d, '__next__'))
show(d.send, None); 
aw = anext(AI3(), 1).__await__(); show(next, aw)
@types.coroutine
def tc():
    r = yield 'tc'
    return r
async def b1(): return await tc()
x = b1(); print(x.send(None)); show(x.send, 'r')
print(type(coro_obj.__await__()).__name__, type(tc()).__name__, inspect.iscoroutinefunction(tc), inspect.isawaitable(tc()))


async def drive(n):
    total = 0
    source = numbers(n)
    while (x := await anext(source, None)) is not None:
        total += x
    async with Counted() as c:
        total += c
    return total


class Counted:
    async def __aenter__(self):
        return 1

    async def __aexit__(self, *rest):
        pass


async def numbers(n):
    for i in range(n):
        yield i


for i in range(30):
    r = run(drive(i * 10))
print(r)
