# Handles, and which event loop a thread has: the one that runs, and the one that was set.
import _threads


class Handle:
    def __init__(self, callback, args, context):
        self._callback = callback
        self._args = args
        self._context = context
        self._cancelled = False

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled

    def _run(self):
        self._context.run(self._callback, *self._args)


class TimerHandle(Handle):
    def __init__(self, when, number, callback, args, context):
        Handle.__init__(self, callback, args, context)
        self._when = when
        self._number = number

    def when(self):
        return self._when

    def __lt__(self, other):
        return (self._when, self._number) < (other._when, other._number)


class AbstractEventLoop:
    pass


# The loops of a thread: the one that runs, and the one that was set.
def get_running_loop():
    loop = _threads.state().get("running loop")
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def _get_running_loop():
    return _threads.state().get("running loop")


def get_event_loop():
    state = _threads.state()
    loop = state.get("running loop")
    if loop is not None:
        return loop
    loop = state.get("event loop")
    if loop is None and _threads.ident() != _threads.main_ident():
        import threading
        raise RuntimeError("There is no current event loop in thread "
                           f"{threading.current_thread().name!r}.")
    if loop is None or loop._closed:
        loop = state["event loop"] = new_event_loop()
    return loop


def new_event_loop():
    from asyncio.base_events import EventLoop
    return EventLoop()


def set_event_loop(loop):
    _threads.state()["event loop"] = loop


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        return get_event_loop()

    def set_event_loop(self, loop):
        set_event_loop(loop)

    def new_event_loop(self):
        return new_event_loop()


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    pass


_policy = None


def get_event_loop_policy():
    global _policy
    if _policy is None:
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, not "
                        f"'{type(policy).__name__}'")
    _policy = policy
