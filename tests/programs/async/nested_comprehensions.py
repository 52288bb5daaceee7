# Comprehensions that wait inside comprehensions and generator expressions; what refuses coroutines.
import asyncio


class Numbers:
    def __init__(self, n):
        self.it = iter(range(n))

    def __aiter__(self):
        return self

    async def __anext__(self):
        for x in self.it:
            return x
        raise StopAsyncIteration


class Bad:
    def __aiter__(self):
        return self

    def __anext__(self):
        return ()


async def main():
    print([[i + j async for i in Numbers(2)] for j in [10, 20]])
    print(sorted({sum([i async for i in Numbers(j)]) for j in [3, 5]}))
    gen = ([i + j async for i in Numbers(2)] for j in [10, 20])
    print([x async for x in gen], type(gen).__name__)
    gen = ({i: i + j async for i in Numbers(2)} for j in [10, 20])
    print([x async for x in gen])
    inner = ((i async for i in Numbers(2)) for j in [10, 20])
    print(type(inner).__name__, [[x async for x in g] for g in inner])
    try:
        async for x in Bad():
            pass
    except TypeError as e:
        print(e)
    total = 0
    for k in range(300):
        total += sum([sum([i async for i in Numbers(3)]) for j in range(3)])
    print(total)


asyncio.run(main())


async def coroutine():
    pass


c = coroutine()
for f in (list, tuple, sum, iter, set, dict, sorted, any, max, next, lambda c: [x for x in c], lambda c: [*c]):
    try:
        f(c)
    except TypeError as e:
        print(e)
c.close()
