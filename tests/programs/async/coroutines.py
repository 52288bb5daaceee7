class A:
    def __await__(self):
        x = yield 1
        return x
async def f():
    r = await A()
    print("got", r)
    return 5
c=f(); print(c.send(None))
try: c.send("hi")
except StopIteration as e: print(e.value)
class AI:
    def __init__(self): self.i=0
    def __aiter__(self): return self
    async def __anext__(self):
        self.i+=1
        if self.i>3: raise StopAsyncIteration
        return self.i
class CM:
    async def __aenter__(self): print("enter"); return 1
    async def __aexit__(self,*a): print("exit",a[0]); return True
async def g():
    for i in range(3): yield i
async def f():
    async for x in AI(): print(x)
    else: print("else")
    async with CM() as c: print(c); raise ValueError
    print([x async for x in AI() if x!=2])
    async for y in g(): print(y)
    return 1
try: f().send(None)
except StopIteration as e: print(e.value)


async def ticker(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print("got", got)
    finally:
        print("ticker ends")


async def consumer():
    t = ticker(3)
    print(await t.__anext__(), await t.asend("hello"))
    await t.aclose()
    try:
        await t.__anext__()
    except StopAsyncIteration:
        print("over")
    print({x: x * x async for x in ticker(3)}, sum([x async for x in ticker(4) if x % 2]))
    try:
        await 5
    except TypeError as e:
        print(e)
    try:
        async with 5:
            pass
    except TypeError as e:
        print(e)
    try:
        async for x in [1]:
            pass
    except TypeError as e:
        print(e)
    return [await f2(i) for i in range(3)]


async def f2(i):
    return i * 10


def run(c):
    try:
        while True:
            c.send(None)
    except StopIteration as e:
        return e.value


print(run(consumer()))
c = f2(1)
print(type(c).__name__, c.__name__, run(c))


async def many(n):
    total = 0
    for i in range(n):
        total += await f2(i)
    return total


print(run(many(200)))


async def failing():
    raise KeyError("inside")


async def outer():
    try:
        await failing()
    except KeyError as e:
        print("caught", e)
    finally:
        print("finally")


run(outer())
run(failing())
