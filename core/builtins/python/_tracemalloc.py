# What CPython has of the module tracemalloc in C. Nothing traces allocations here: the collector
# has no hooks for them, so start() says so, and the rest answers as before a start().


def start(nframe=1, /):
    raise RuntimeError("tracemalloc: Hothouse does not trace allocations")


def stop():
    pass


def is_tracing():
    return False


def clear_traces():
    pass


def reset_peak():
    pass


def get_traceback_limit():
    return 1


def get_traced_memory():
    return 0, 0


def get_tracemalloc_memory():
    return 0


def _get_traces():
    return []


def _get_object_traceback(obj, /):
    return None
