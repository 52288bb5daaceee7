# Coroutines that nobody awaits are told of; those that are awaited, closed or begun are not.
import asyncio


async def forgotten():
    return 1


async def used(n):
    return n


class C:
    async def method(self):
        pass


async def main():
    total = 0
    for i in range(2000):
        total += await used(i)
    c = used(1)
    c.close()
    return total


forgotten()
print("first")
C().method()
print(asyncio.run(main()))
x = forgotten()
x = 3
print("end")
y = forgotten()
