# sys.set_asyncgen_hooks: generators are shown when they begin, and those given up before their end.
import gc
import sys

print(sys.get_asyncgen_hooks(), sys.get_asyncgen_hooks() == (None, None))
names = {}


def first(agen):
    names[id(agen)] = agen.__name__
    print("first", agen.__name__)


def final(agen):
    print("final", agen.__name__)
    try:
        agen.aclose().send(None)
    except StopIteration:
        print("closed")


async def one():
    try:
        yield 1
        yield 2
    finally:
        print("one ends")


async def two():
    yield 5


def drive(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as e:
        return e.value
    except StopAsyncIteration:
        return "end"


sys.set_asyncgen_hooks(firstiter=first, finalizer=final)
print(sys.get_asyncgen_hooks().firstiter is first, sys.get_asyncgen_hooks().finalizer is final)
a = one()
print(drive(a.__anext__()), drive(a.__anext__()), drive(a.__anext__()))
a = two()
print(drive(a.aclose()))
a = one()
print(drive(a.asend(None)))
del a
gc.collect()
sys.set_asyncgen_hooks(None, None)
a = one()
print(drive(a.__anext__()), drive(a.aclose()))
for wrong in ({"firstiter": 5}, {"finalizer": "x"}):
    try:
        sys.set_asyncgen_hooks(**wrong)
    except TypeError as e:
        print(e)
print(sys.is_finalizing(), sys.get_coroutine_origin_tracking_depth(), isinstance(sys.version_info, tuple))
