# Functions to be called when the program ends.


def register(func, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _exit_functions().append((func, args, kwargs))
    return func


def unregister(func):
    row = _exit_functions()
    row[:] = [entry for entry in row if entry[0] != func]


def _clear():
    _exit_functions().clear()


def _ncallbacks():
    return len(_exit_functions())


def _run_exitfuncs():
    _run_exit_functions()
