# asyncio without input and output: tasks, futures, sleeping, queues, locks and threads, each in a
# module of the package as in CPython's.
from asyncio.base_events import EventLoop
from asyncio.coroutines import iscoroutine, iscoroutinefunction
from asyncio.events import (AbstractEventLoop, AbstractEventLoopPolicy, DefaultEventLoopPolicy,
                            Handle, TimerHandle, _get_running_loop, get_event_loop,
                            get_event_loop_policy, get_running_loop, new_event_loop,
                            set_event_loop, set_event_loop_policy)
from asyncio.exceptions import (BrokenBarrierError, CancelledError, InvalidStateError,
                                TimeoutError)
from asyncio.futures import Future, isfuture, wrap_future
from asyncio.locks import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull
from asyncio.runners import Runner, run
from asyncio.taskgroups import TaskGroup
from asyncio.tasks import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Task, all_tasks,
                           as_completed, create_task, current_task, ensure_future, gather,
                           run_coroutine_threadsafe, shield, sleep, wait, wait_for)
from asyncio.threads import to_thread
from asyncio.timeouts import Timeout, timeout, timeout_at

__path__ = []
__all__ = ["run", "sleep", "gather", "create_task", "ensure_future", "wait_for", "wait", "Task",
           "Future", "Queue", "PriorityQueue", "LifoQueue", "QueueEmpty", "QueueFull", "Event",
           "Lock", "Semaphore", "BoundedSemaphore", "Condition", "CancelledError", "TimeoutError",
           "InvalidStateError", "get_event_loop", "get_running_loop", "new_event_loop",
           "set_event_loop", "iscoroutine", "iscoroutinefunction", "current_task", "all_tasks",
           "shield", "as_completed", "timeout", "TaskGroup", "Runner", "FIRST_COMPLETED",
           "FIRST_EXCEPTION", "ALL_COMPLETED", "to_thread", "isfuture", "wrap_future",
           "run_coroutine_threadsafe", "Barrier", "BrokenBarrierError", "timeout_at"]


def __getattr__(name):
    raise AttributeError(f"asyncio.{name} is not supported by Hothouse")
