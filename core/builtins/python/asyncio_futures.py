# Futures: results that come later.
import contextvars

from asyncio.events import get_event_loop
from asyncio.exceptions import CancelledError, InvalidStateError


class Future:
    def __init__(self, *, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._callbacks = []

    def done(self):
        return self._state != "PENDING"

    def cancelled(self):
        return self._state == "CANCELLED"

    def result(self):
        if self._state == "CANCELLED":
            raise CancelledError
        if self._state == "PENDING":
            raise InvalidStateError("Result is not set.")
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if self._state == "CANCELLED":
            raise CancelledError
        if self._state == "PENDING":
            raise InvalidStateError("Exception is not set.")
        return self._exception

    def set_result(self, result):
        if self._state != "PENDING":
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._result = result
        self._finish("FINISHED")

    def set_exception(self, exception):
        if self._state != "PENDING":
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._exception = exception() if isinstance(exception, type) else exception
        self._finish("FINISHED")

    def cancel(self, msg=None):
        if self._state != "PENDING":
            return False
        self._finish("CANCELLED")
        return True

    def _finish(self, state):
        self._state = state
        callbacks, self._callbacks = self._callbacks, []
        for callback, context in callbacks:
            self._loop.call_soon(callback, self, context=context)

    def add_done_callback(self, callback, *, context=None):
        if context is None:
            context = contextvars.copy_context()
        if self._state != "PENDING":
            self._loop.call_soon(callback, self, context=context)
        else:
            self._callbacks.append((callback, context))

    def remove_done_callback(self, callback):
        before = len(self._callbacks)
        self._callbacks = [c for c in self._callbacks if c[0] != callback]
        return before - len(self._callbacks)

    def get_loop(self):
        return self._loop

    def __await__(self):
        if self._state == "PENDING":
            yield self
        return self.result()

    __iter__ = __await__

    def __repr__(self):
        return f"<{self.__class__.__name__} {self._state.lower()}>"


def isfuture(obj):
    return isinstance(obj, Future)


# What another thread's future comes to, as one of the loop.
def wrap_future(future, *, loop=None):
    if isinstance(future, Future):
        return future
    if loop is None:
        loop = get_event_loop()
    own = loop.create_future()

    def on_end(future):
        if not loop._closed:
            loop.call_soon_threadsafe(_copy_end, future, own)

    def on_own_end(own):
        if own.cancelled():
            future.cancel()
    future.add_done_callback(on_end)
    own.add_done_callback(on_own_end)
    return own


def _copy_end(source, target):
    if target.done():
        return
    if source.cancelled():
        target.cancel()
    elif source.exception() is not None:
        target.set_exception(source.exception())
    else:
        target.set_result(source.result())


def _set_unless_done(future, result):
    if not future.done():
        future.set_result(result)
