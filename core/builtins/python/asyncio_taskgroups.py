# Tasks that end with their block.
from asyncio.events import get_running_loop
from asyncio.exceptions import CancelledError
from asyncio.futures import _set_unless_done
from asyncio.tasks import create_task, current_task


class TaskGroup:
    def __init__(self):
        self._tasks = set()
        self._errors = []
        self._parent = None
        self._aborting = False

    async def __aenter__(self):
        self._parent = current_task()
        return self

    def create_task(self, coro, *, name=None, context=None):
        task = create_task(coro, name=name, context=context)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task):
        self._tasks.discard(task)
        if not task.cancelled() and task._exception is not None:
            self._errors.append(task._exception)
            if not self._aborting:
                self._abort()
                if self._waiter is None:
                    self._parent.cancel()
        if not self._tasks and self._waiter is not None:
            _set_unless_done(self._waiter, None)

    _waiter = None

    def _abort(self):
        self._aborting = True
        for t in list(self._tasks):
            t.cancel()

    async def __aexit__(self, kind, value, traceback):
        if kind is not None and not self._aborting:
            self._abort()
        cancelled = None
        while self._tasks:
            self._waiter = get_running_loop().create_future()
            try:
                await self._waiter
            except CancelledError as e:
                cancelled = e
                if not self._aborting:
                    self._abort()
        if kind is not None and not issubclass(kind, CancelledError):
            self._errors.append(value)
        if self._errors:
            self._parent.uncancel()
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
        if cancelled is not None:
            raise cancelled
        return None
