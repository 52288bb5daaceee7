# What a task can be made of.


def iscoroutine(obj):
    return _is_coroutine(obj) or _is_own_generator(obj)


def iscoroutinefunction(func):
    import inspect
    return inspect.iscoroutinefunction(func)
