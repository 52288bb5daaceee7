# @types.coroutine lets await draw from a generator; new classes made by types; hooks of sys.
import sys
import types


@types.coroutine
def nap(x):
    y = yield x
    return y * 2


def plain():
    yield 1


async def main():
    return await nap(3)


async def wrong():
    await plain()


c = main()
print(c.send(None))
try:
    c.send(10)
except StopIteration as e:
    print(e.value)
try:
    wrong().send(None)
except TypeError as e:
    print(e)


class Like:
    # Not a generator, but with all its methods.
    def __init__(self):
        self.left = 2

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def send(self, value):
        if self.left == 0:
            raise StopIteration("end")
        self.left -= 1
        return self.left

    def throw(self, *args):
        raise args[0]

    def close(self):
        pass


@types.coroutine
def like():
    return Like()


async def use():
    return await like()


c = use()
print(c.send(None), c.send(None))
try:
    c.send(None)
except StopIteration as e:
    print(e.value)

C = types.new_class("C", (int,), {}, lambda ns: ns.update(x=1))
print(C.x, C, C.__bases__, types.prepare_class("D", (int,), {"a": 1}))


class Entries:
    def __mro_entries__(self, bases):
        return (int, )


e = Entries()
print(types.resolve_bases((e, str)), types.new_class("E", (e,)).__orig_bases__ == (e,))

sys.displayhook = lambda v: print("shown", repr(v))
exec(compile("1 + 1", "<x>", "single"))
exec(compile("None", "<x>", "single"))
sys.displayhook = sys.__displayhook__
exec(compile("3 + 1", "<x>", "single"))
