# What awaits a coroutine where a program asks for it by name: coroutine.__await__(). An `await`
# draws from the coroutine itself. And the hooks of asynchronous generators, for sys.
from _threads import state as _state


class coroutine_wrapper:
    __module__ = "builtins"
    __slots__ = ("_coroutine",)

    def __init__(self, coroutine):
        self._coroutine = coroutine

    def __iter__(self):
        return self

    def __next__(self):
        return self._coroutine.send(None)

    def send(self, value):
        return self._coroutine.send(value)

    def throw(self, type, *rest):
        return self._coroutine.throw(type, *rest)

    def close(self):
        return self._coroutine.close()


# anext() with a default: a StopAsyncIteration of what it awaits is the end, with the default.
class anext_awaitable:
    __module__ = "builtins"
    __slots__ = ("_awaitable", "_default")

    def __init__(self, awaitable, default):
        self._awaitable = awaitable
        self._default = default

    def _iterator(self):
        it = __awaitable__(self._awaitable)
        return coroutine_wrapper(it) if _is_coroutine(it) else it

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        try:
            return next(self._iterator())
        except StopAsyncIteration:
            raise StopIteration(self._default) from None

    def send(self, value):
        try:
            return self._iterator().send(value)
        except StopAsyncIteration:
            raise StopIteration(self._default) from None

    def throw(self, type, *rest):
        try:
            return self._iterator().throw(type, *rest)
        except StopAsyncIteration:
            raise StopIteration(self._default) from None

    def close(self):
        self._iterator().close()


# What sys is told about asynchronous generators: `firstiter` is called with each when it is first
# asked for an element, and `finalizer` with one that was given up before its end. The hooks belong
# to a thread; a generator keeps the finalizer that there was when it began.
def set_asyncgen_hooks(firstiter=_missing, finalizer=_missing):
    for name, hook in (("finalizer", finalizer), ("firstiter", firstiter)):
        if hook is not _missing and hook is not None and not callable(hook):
            raise TypeError(f"callable {name} expected, got {type(hook).__name__}")
    state = _state()
    old = state.get("asyncgen_hooks", (None, None))
    state["asyncgen_hooks"] = (old[0] if firstiter is _missing else firstiter,
                               old[1] if finalizer is _missing else finalizer)


def get_asyncgen_hooks():
    import _sys
    firstiter, finalizer = _state().get("asyncgen_hooks", (None, None))
    return _sys._record("asyncgen_hooks", "builtins", firstiter=firstiter, finalizer=finalizer)


# The finalizers of the generators that have begun, by id; all are noted as objects that have
# something to do when they die, so that none stays here.
_begun = {}


def begin_async_generator(agen):
    hooks = _state().get("asyncgen_hooks")
    if hooks is None or id(agen) in _begun:
        return
    firstiter, finalizer = hooks
    if firstiter is None and finalizer is None:
        return
    _begun[id(agen)] = finalizer
    _note_finalizable(agen)
    if firstiter is not None:
        firstiter(agen)


def end_async_generator(agen):
    finalizer = _begun.pop(id(agen), None)
    if finalizer is not None and agen._state != 3:
        finalizer(agen)


def get_coroutine_origin_tracking_depth():
    return _state().get("origin_depth", 0)


def set_coroutine_origin_tracking_depth(depth):
    depth = depth.__index__()
    if depth < 0:
        raise ValueError("depth must be >= 0")
    _state()["origin_depth"] = depth
