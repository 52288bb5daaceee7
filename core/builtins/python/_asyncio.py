# What CPython has in C for its asyncio: futures, tasks, and which loop a thread runs. As with those
# in C, no frame of them stands in a traceback.
#
# Neighbours: CPython's asyncio.base_futures and base_tasks (how both are printed), _threads.
from _contextvars import copy_context as _copy_context
from _threads import state as _thread_state
from posix import getpid as _getpid
from _generic_alias import GenericAlias as _GenericAlias
from weakref import WeakSet as _WeakSet

_all_tasks = _WeakSet()
_current_tasks = {}
_task_count = 0


def get_running_loop():
    loop = _get_running_loop()
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


# A child process does not run its parent's loop.
def _get_running_loop():
    running = _thread_state().get("running loop")
    if running is None or running[1] != _getpid():
        return None
    return running[0]


def _set_running_loop(loop, /):
    _thread_state()["running loop"] = loop, _getpid()


def get_event_loop():
    return _get_event_loop()


def _get_event_loop(stacklevel=3):
    loop = _get_running_loop()
    if loop is not None:
        return loop
    from asyncio.events import get_event_loop_policy
    return get_event_loop_policy().get_event_loop()


class Future:
    # Of one that nobody has initialized, too. What has the first is a future: asyncio.isfuture().
    _asyncio_future_blocking = False
    _state = "PENDING"
    _loop = None
    _logs = False

    def __init__(self, *, loop=None):
        self._loop = loop = _get_event_loop() if loop is None else loop
        self._state = "PENDING"
        self._result = self._exception = self._exception_traceback = None
        self._callbacks = self._source_traceback = None
        self._cancel_message = self._cancelled_error = None
        self._asyncio_future_blocking = False
        self._logs = False  # an exception that nobody has asked for yet
        _set_quiet(self, True)
        if loop.get_debug():
            from asyncio.format_helpers import extract_stack
            self._source_traceback = extract_stack()

    def __del__(self):
        if self._logs:
            self._tell(f"{self.__class__.__name__} exception was never retrieved",
                       exception=self._exception, future=self)

    def _tell(self, message, **context):
        context = {"message": message, **context}
        if self._source_traceback:
            context["source_traceback"] = self._source_traceback
        self._loop.call_exception_handler(context)

    __class_getitem__ = classmethod(_GenericAlias)

    def __repr__(self):
        from asyncio.base_futures import _future_repr
        return _future_repr(self)

    @property
    def _log_traceback(self):
        return self._logs

    @_log_traceback.setter
    def _log_traceback(self, value):
        if value:
            raise ValueError("_log_traceback can only be set to False")
        self._logs = False

    def get_loop(self):
        if self._loop is None:
            raise RuntimeError("Future object is not initialized.")
        return self._loop

    def done(self):
        return self._state != "PENDING"

    def cancelled(self):
        return self._state == "CANCELLED"

    # The error to raise in who waits for it: the one that the cancellation was seen by, once.
    def _make_cancelled_error(self):
        error, self._cancelled_error = self._cancelled_error, None
        if error is None:
            message = self._cancel_message
            error = CancelledError() if message is None else CancelledError(message)
        return error

    def result(self):
        if self._state == "FINISHED":
            self._logs = False
            if self._exception is not None:
                raise self._exception.with_traceback(self._exception_traceback)
            return self._result
        if self._state == "CANCELLED":
            raise self._make_cancelled_error()
        raise InvalidStateError("Result is not set.")

    def exception(self):
        if self._state == "CANCELLED":
            raise self._make_cancelled_error()
        if self._state == "PENDING":
            raise InvalidStateError("Exception is not set.")
        self._logs = False
        return self._exception

    def set_result(self, result, /):
        if self._state != "PENDING":
            raise InvalidStateError("invalid state")
        self._result = result
        self._end("FINISHED")

    def set_exception(self, exception, /):
        if self._state != "PENDING":
            raise InvalidStateError("invalid state")
        if isinstance(exception, type) and issubclass(exception, BaseException):
            exception = exception()
        if not isinstance(exception, BaseException):
            raise TypeError("invalid exception object")
        if isinstance(exception, StopIteration):
            raise TypeError("StopIteration interacts badly with generators "
                            "and cannot be raised into a Future")
        self._exception = exception
        self._exception_traceback = exception.__traceback__
        self._end("FINISHED")
        self._logs = True
        _set_quiet(self, False)

    def cancel(self, msg=None):
        self._logs = False
        if self._state != "PENDING":
            return False
        self._cancel_message = msg
        self._end("CANCELLED")
        return True

    def _end(self, state):
        self._state = state
        _set_quiet(self, True)
        callbacks = self._callbacks
        if callbacks is not None:
            self._callbacks = None
            call_soon = self._loop.call_soon
            for callback, context in callbacks:
                call_soon(callback, self, context=context)

    def add_done_callback(self, fn, /, *, context=None):
        if context is None:
            context = _copy_context()
        if self._state != "PENDING":
            self._loop.call_soon(fn, self, context=context)
        elif self._callbacks is None:
            self._callbacks = [(fn, context)]
        else:
            self._callbacks.append((fn, context))

    def remove_done_callback(self, fn, /):
        before = self._callbacks or []
        after = [row for row in before if row[0] != fn]
        if len(before) != len(after):
            self._callbacks = after or None
        return len(before) - len(after)

    def __await__(self):
        if self._state == "PENDING":
            self._asyncio_future_blocking = True
            yield self
            if self._state == "PENDING":
                raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


class Task(Future):
    _log_destroy_pending = False  # until it is whole

    def __init__(self, coro, *, loop=None, name=None, context=None):
        global _task_count
        Future.__init__(self, loop=loop)
        self._must_cancel = False
        self._fut_waiter = None
        self._cancel_requests = 0
        if not _is_coroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        if name is None:
            _task_count += 1
            name = _task_count  # most are never printed: see get_name
        elif not isinstance(name, str):
            name = str(name)
        self._log_destroy_pending = True
        self._name = name
        self._coro = coro
        self._context = _copy_context() if context is None else context
        self._loop.call_soon(self._step, context=self._context)
        _register_task(self)
        _set_quiet(self, False)

    def __del__(self):
        if self._state == "PENDING" and self._log_destroy_pending:
            self._tell("Task was destroyed but it is pending!", task=self)
        if self._logs:
            Future.__del__(self)

    def __repr__(self):
        from asyncio.base_tasks import _task_repr
        return _task_repr(self)

    def get_coro(self):
        return self._coro

    def get_name(self):
        if isinstance(self._name, int):
            self._name = f"Task-{self._name}"
        return self._name

    def set_name(self, value, /):
        self._name = str(value)

    def set_result(self, result, /):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception, /):
        raise RuntimeError("Task does not support set_exception operation")

    def get_stack(self, *, limit=None):
        from asyncio.base_tasks import _task_get_stack
        return _task_get_stack(self, limit)

    def print_stack(self, *, limit=None, file=None):
        from asyncio.base_tasks import _task_print_stack
        return _task_print_stack(self, limit, file)

    def cancel(self, msg=None):
        self._logs = False
        if self._state != "PENDING":
            return False
        self._cancel_requests += 1
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._cancel_requests

    def uncancel(self):
        if self._cancel_requests > 0:
            self._cancel_requests -= 1
        return self._cancel_requests

    # Goes on to where the coroutine waits next.
    def _step(self, error=None):
        if self._state != "PENDING":
            raise InvalidStateError(f"__step(): already done: {self!r} {error!r}")
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        loop = self._loop
        _enter_task(loop, self)
        try:
            if error is None:
                waited = self._coro.send(None)
            else:
                waited = self._coro.throw(error)
        except StopIteration as e:
            if self._must_cancel:
                self._must_cancel = False
                Future.cancel(self, self._cancel_message)
            else:
                Future.set_result(self, e.value)
        except CancelledError as e:
            self._cancelled_error = e
            Future.cancel(self)
        except (KeyboardInterrupt, SystemExit) as e:
            Future.set_exception(self, e)
            raise
        except BaseException as e:
            Future.set_exception(self, e)
        else:
            self._wait_for(waited)
        finally:
            _leave_task(loop, self)

    def _wait_for(self, waited):
        if waited is None:
            self._loop.call_soon(self._step, context=self._context)
            return
        blocks = getattr(waited, "_asyncio_future_blocking", None)
        if blocks is None:
            self._fail(f"Task got bad yield: {waited!r}")
        elif waited is self:
            self._fail(f"Task cannot await on itself: {self!r}")
        elif _loop_of(waited) is not self._loop:
            self._fail(f"Task {self!r} got Future {waited!r} attached to a different loop")
        elif not blocks:
            self._fail(f"yield was used instead of yield from in task {self!r} with {waited!r}")
        else:
            waited._asyncio_future_blocking = False
            waited.add_done_callback(self.task_wakeup, context=self._context)
            self._fut_waiter = waited
            if self._must_cancel and waited.cancel(msg=self._cancel_message):
                self._must_cancel = False

    def _fail(self, message):
        self._loop.call_soon(self._step, RuntimeError(message), context=self._context)

    def task_wakeup(self, future):
        try:
            future.result()
        except BaseException as e:
            error = e
        else:
            error = None
        self._step(error)


Future.__module__ = Task.__module__ = "_asyncio"


def _loop_of(future):
    try:
        get_loop = future.get_loop
    except AttributeError:
        return future._loop
    return get_loop()


def _register_task(task):
    _all_tasks.add(task)


def _unregister_task(task):
    _all_tasks.discard(task)


def _enter_task(loop, task):
    current = _current_tasks.get(loop)
    if current is not None:
        raise RuntimeError(f"Cannot enter into task {task!r} while another task {current!r} is "
                           "being executed.")
    _current_tasks[loop] = task


def _leave_task(loop, task):
    current = _current_tasks.get(loop)
    if current is not task:
        raise RuntimeError(f"Leaving task {task!r} does not match the current task {current!r}.")
    del _current_tasks[loop]


# Last, as the package that this is in the middle of asks for what is above.
from asyncio.coroutines import iscoroutine as _is_coroutine
from asyncio.exceptions import CancelledError, InvalidStateError
