# await, async for and asynchronous generators.
#
# Coroutines and asynchronous generators are generators with a type of their own: `await` draws from
# an iterator as `yield from` does. What an asynchronous generator yields to its consumer is wrapped
# in a cell; what it yields unwrapped comes from an `await` inside it and is the event loop's.


def __awaitable__(x):
    if _is_coroutine(x):
        if x._state == 3:
            raise RuntimeError("cannot reuse already awaited coroutine")
        if x._state == 2:
            raise RuntimeError("coroutine is being awaited already")
        return x
    if _is_own_generator(x):
        return x
    f = _special(x, "__await__")
    if f is None:
        raise TypeError(f"object {_type_name(x)} can't be used in 'await' expression")
    it = f(x)
    if _is_coroutine(it) or (_is_own_generator(it) and it.gi_code.co_flags & 256):
        raise TypeError("__await__() returned a coroutine")
    if _special(it, "__next__") is None:
        raise TypeError(f"__await__() returned non-iterator of type '{_type_name(it)}'")
    return it


def __awaitable_enter__(x):
    _check_awaitable(x, "__aenter__")
    return __awaitable__(x)


def __awaitable_exit__(x):
    _check_awaitable(x, "__aexit__")
    return __awaitable__(x)


def _check_awaitable(x, method):
    if not _is_coroutine(x) and not _is_own_generator(x) and _special(x, "__await__") is None:
        raise TypeError(f"'async with' received an object from {method} that does not implement "
                        f"__await__: {_type_name(x)}")


def __async_value__(value):
    return _cell(value)


def __async_iter__(x):
    f = _special(x, "__aiter__")
    if f is None:
        raise TypeError("'async for' requires an object with __aiter__ method, got "
                        f"{_type_name(x)}")
    it = f(x)
    if _special(it, "__anext__") is None:
        raise TypeError("'async for' received an object from __aiter__ that does not implement "
                        f"__anext__: {_type_name(it)}")
    return it


def __async_next__(it):
    x = _special(it, "__anext__")(it)
    if not _is_coroutine(x) and not _is_own_generator(x) and _special(x, "__await__") is None:
        raise TypeError("'async for' received an invalid object from __anext__: "
                        f"{_type_name(x)}")
    return x


def coroutine___await__(self):
    from _awaitables import coroutine_wrapper
    return coroutine_wrapper(self)


# `self` is asked for an element for the first time.
def _begin_async(self):
    from _awaitables import begin_async_generator
    begin_async_generator(self)


def async_generator___anext__(self):
    if self._state == 0:
        _begin_async(self)
    return _as_async_step(_async_step(self, None, None), False)


def async_generator_asend(self, value):
    if self._state == 0:
        _begin_async(self)
    return _as_async_step(_async_step(self, value, None), False)


def async_generator_athrow(self, type, value=_missing, traceback=_missing):
    if self._state == 0:
        _begin_async(self)
    if value is not _missing and value is not None:
        type = value if isinstance(value, BaseException) else type(value)
    return _as_async_step(_async_step(self, None, type), True)


# Drives an asynchronous generator to its next element.
def _async_step(agen, value, exc):
    if agen._state == 3:
        raise StopAsyncIteration
    try:
        if exc is None:
            r = agen._send(value)
        else:
            r = agen._throw(exc)
        while True:
            if _is_cell(r):
                return r.cell_contents
            try:
                sent = yield r
            except GeneratorExit:
                raise
            except BaseException as e:
                r = agen._throw(e)
            else:
                r = agen._send(sent)
    except StopIteration:
        raise StopAsyncIteration from None


def async_generator_aclose(self):
    if self._state == 0:
        _begin_async(self)
    return _as_async_step(_async_close(self), True)


def _async_close(self):
    if self._state != 1:
        if self._state == 0:
            try:
                self._throw(GeneratorExit)
            except GeneratorExit:
                pass
        return
    try:
        r = self._throw(GeneratorExit)
        while True:
            if _is_cell(r):
                raise RuntimeError("async generator ignored GeneratorExit")
            try:
                sent = yield r
            except BaseException as e:
                r = self._throw(e)
            else:
                r = self._send(sent)
    except (StopIteration, GeneratorExit):
        return


def builtin_aiter(x):
    f = _special(x, "__aiter__")
    if f is None:
        raise TypeError(f"'{_type_name(x)}' object is not an async iterable")
    it = f(x)
    if _special(it, "__anext__") is None:
        raise TypeError(f"aiter() returned not an async iterator of type '{_type_name(it)}'")
    return it


def builtin_anext(iterator, default=_missing):
    f = _special(iterator, "__anext__")
    if f is None:
        raise TypeError(f"'{_type_name(iterator)}' object is not an async iterator")
    if default is _missing:
        return f(iterator)
    from _awaitables import anext_awaitable
    return anext_awaitable(f(iterator), default)
