from abc import ABC as _ABC, abstractmethod as _abstractmethod
from functools import wraps as _wraps


# Does the class, or a base, have all of these methods, and none of them as None?
def _has_methods(C, *names):
    for name in names:
        for base in C.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class AbstractContextManager(_ABC):
    __class_getitem__ = classmethod(_generic_alias)

    def __enter__(self):
        return self

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            return _has_methods(C, "__enter__", "__exit__")
        return NotImplemented

    @_abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @_wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class _GeneratorContextManager(AbstractContextManager, ContextDecorator):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func = func
        self.args = args
        self.kwds = kwds
        self.__doc__ = getattr(func, "__doc__", None)

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                exc.__traceback__ = traceback
                return False
            if isinstance(value, StopIteration) and exc.__cause__ is value:
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            exc.__traceback__ = traceback
            return False
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    @_wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        import sys
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        import sys
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    _stream = "stderr"


class _ExitStackBase:
    # What ExitStack and AsyncExitStack share: a stack of (is_sync, function).
    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        new = type(self)()
        new._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = []
        return new

    def push(self, exit):
        f = _special(exit, "__exit__")
        self._exit_callbacks.append((True, exit if f is None else _bind(f, exit)))
        return exit

    def enter_context(self, cm):
        enter = _special(cm, "__enter__")
        leave = _special(cm, "__exit__")
        if enter is None or leave is None:
            raise TypeError(f"'{type(cm).__module__}.{type(cm).__qualname__}' object does not "
                            "support the context manager protocol")
        result = enter(cm)
        self._exit_callbacks.append((True, _bind(leave, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        def call(exc_type, exc, tb):
            callback(*args, **kwds)
        call.__wrapped__ = callback
        self._exit_callbacks.append((True, call))
        return callback


# The exception that an exit raised has been raised while `old` was handled: its chain of contexts
# is to end there, and not at `frame_exc`, which was handled around the whole stack.
def _fix_context(new, old, frame_exc):
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is frame_exc:
            break
        new = context
    new.__context__ = old


def _raise_with_context(exc):
    context = exc.__context__
    try:
        raise exc
    except BaseException:
        exc.__context__ = context
        raise


class ExitStack(_ExitStackBase, AbstractContextManager):
    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        import sys
        received = exc_details[0] is not None
        frame_exc = sys.exc_info()[1]
        pending = exc_details[1]
        suppressed = False
        raised = False
        while self._exit_callbacks:
            _, cb = self._exit_callbacks.pop()
            try:
                if pending is None:
                    r = cb(None, None, None)
                else:
                    r = cb(type(pending), pending, pending.__traceback__)
                if r:
                    suppressed = True
                    raised = False
                    pending = None
            except BaseException as e:
                _fix_context(e, pending, frame_exc)
                raised = True
                pending = e
        if raised:
            _raise_with_context(pending)
        return received and suppressed

    def close(self):
        self.__exit__(None, None, None)


class AbstractAsyncContextManager(_ABC):
    __class_getitem__ = classmethod(_generic_alias)

    async def __aenter__(self):
        return self

    @_abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractAsyncContextManager:
            return _has_methods(C, "__aenter__", "__aexit__")
        return NotImplemented


class AsyncExitStack(_ExitStackBase, AbstractAsyncContextManager):
    async def enter_async_context(self, cm):
        enter = _special(cm, "__aenter__")
        leave = _special(cm, "__aexit__")
        if enter is None or leave is None:
            raise TypeError(f"'{type(cm).__module__}.{type(cm).__qualname__}' object does not "
                            "support the asynchronous context manager protocol")
        result = await enter(cm)
        self._exit_callbacks.append((False, _bind(leave, cm)))
        return result

    def push_async_exit(self, exit):
        f = _special(exit, "__aexit__")
        self._exit_callbacks.append((False, exit if f is None else _bind(f, exit)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def call(exc_type, exc, tb):
            await callback(*args, **kwds)
        call.__wrapped__ = callback
        self._exit_callbacks.append((False, call))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        import sys
        received = exc_details[0] is not None
        frame_exc = sys.exc_info()[1]
        pending = exc_details[1]
        suppressed = False
        raised = False
        while self._exit_callbacks:
            is_sync, cb = self._exit_callbacks.pop()
            try:
                if pending is None:
                    r = cb(None, None, None)
                else:
                    r = cb(type(pending), pending, pending.__traceback__)
                if not is_sync:
                    r = await r
                if r:
                    suppressed = True
                    raised = False
                    pending = None
            except BaseException as e:
                _fix_context(e, pending, frame_exc)
                raised = True
                pending = e
        if raised:
            _raise_with_context(pending)
        return received and suppressed


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @_wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


class _AsyncGeneratorContextManager(AbstractAsyncContextManager, AsyncContextDecorator):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func = func
        self.args = args
        self.kwds = kwds
        self.__doc__ = getattr(func, "__doc__", None)

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                exc.__traceback__ = traceback
                return False
            if isinstance(value, (StopIteration, StopAsyncIteration)) and exc.__cause__ is value:
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            exc.__traceback__ = traceback
            return False
        raise RuntimeError("generator didn't stop after athrow()")


def asynccontextmanager(func):
    @_wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class chdir(AbstractContextManager):
    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())
