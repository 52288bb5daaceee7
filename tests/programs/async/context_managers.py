# contextlib with async: generators, stacks, closing, decorators.
import asyncio
import os
from contextlib import (AbstractAsyncContextManager, AbstractContextManager, AsyncExitStack, ExitStack,
                        aclosing, asynccontextmanager, chdir, contextmanager, nullcontext)


@asynccontextmanager
async def resource(name, log):
    log.append("open " + name)
    try:
        yield name.upper()
    except ValueError as e:
        log.append(f"{name} swallows {e}")
    finally:
        log.append("close " + name)


class Plain:
    async def __aenter__(self):
        return "plain"

    async def __aexit__(self, *exc):
        return False


class Own(AbstractAsyncContextManager):
    async def __aexit__(self, kind, value, traceback):
        print("own", kind)
        return kind is KeyError


async def numbers():
    try:
        for i in range(5):
            yield i
    finally:
        print("numbers closed")


async def main():
    log = []
    async with resource("a", log) as a:
        log.append(a)
        raise ValueError("inside")
    async with resource("b", log) as b, nullcontext(7) as seven, Plain() as plain:
        log.append((b, seven, plain))
    try:
        async with resource("c", log):
            raise KeyError("through")
    except KeyError as e:
        log.append(repr(e))
    print(log)
    async with Own():
        raise KeyError("gone")
    async with aclosing(numbers()) as ns:
        async for n in ns:
            if n == 2:
                break
    log = []

    async def later(*args):
        log.append(("later", args))

    async with AsyncExitStack() as stack:
        await stack.enter_async_context(resource("x", log))
        stack.enter_context(nullcontext())
        stack.callback(log.append, "callback")
        stack.push_async_callback(later, 1, 2)
        kept = stack.pop_all()
    print(log)
    await kept.aclose()
    print(log)
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(Plain)
    except TypeError as e:
        print(e)

    @resource("deco", log)
    async def decorated():
        return "result"
    print(await decorated(), log[-2:])


asyncio.run(main())
print(issubclass(Plain, AbstractAsyncContextManager), issubclass(int, AbstractAsyncContextManager),
      issubclass(ExitStack, AbstractContextManager))


def fails(n):
    def exit(kind, value, traceback):
        raise KeyError(n)
    return exit


try:
    with ExitStack() as stack:
        stack.push(fails(1))
        stack.push(fails(2))
        raise IndexError(3)
except KeyError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
with ExitStack() as stack:
    stack.push(lambda *exc: True)
    stack.push(fails(4))


@contextmanager
def trace():
    yield


try:
    with trace():
        1 / 0
except ZeroDivisionError as e:
    depth = 0
    t = e.__traceback__
    while t:
        depth += 1
        t = t.tb_next
    print(depth)
here = os.getcwd()
with chdir("/"):
    print(os.getcwd())
print(os.getcwd() == here)
