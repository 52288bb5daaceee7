# Calling __del__ (primitives/finalizer_primitives.cpp).


# At a place where a program may have given up the last reference to an object.
def finalize():
    _collect_garbage(True, True)


# What dies with an object that is finalized is found by the next round: all of it, or while that is
# cheap.
def _collect_garbage(as_counted=False, only_cheap=False):
    while True:
        before = _finalizations()
        if as_counted:
            _spare_cycles()
        _forget_dead_registers(not as_counted)
        _request_collection()
        for _ in range(2):  # a safepoint, where it takes place
            pass
        _run_finalizers()
        if _finalizations() == before or only_cheap and not _another_collection_pays():
            return


# __del__, and the callbacks of weak references.
def _run_finalizers():
    due = _take_due()
    due.reverse()
    while due:
        _call_finalizer(due.pop())
    dead = _weak_dead()
    if dead:
        from _weakref import _run_callbacks
        _run_callbacks(dead)


def _call_finalizer(obj):
    f = _special(obj, "__del__")
    if _is_plain_generator(obj):
        f = type(obj).close
    elif _is_coroutine(obj):
        from warnings import _warn_unawaited_coroutine as f
    elif f is None:  # an asynchronous generator
        from _awaitables import end_async_generator as f
    try:
        f(obj)
    except BaseException as e:
        from _sys import _report_unraisable
        itself = _is_coroutine(obj) or _is_plain_generator(obj)
        _report_unraisable(obj if itself else f, e, None)


# When the program ends: those that are found as before, and then all that are left, in the order in
# which they were made.
def _finalize_program():
    from _sys import _finalizing
    _finalizing.append(True)
    _collect_garbage(only_cheap=True)
    while True:
        row = _take_finalizable()
        if not row:
            return
        for obj in row:
            _call_finalizer(obj)
