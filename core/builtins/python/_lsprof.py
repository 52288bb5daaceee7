# What cProfile is built upon. Calls are not counted here: a trace has none of those that it inlines.


class Profiler:
    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        pass

    def enable(self, subcalls=True, builtins=True):
        raise NotImplementedError("Hothouse does not call a profiler; `hothouse trace` shows what "
                                  "is compiled")

    def disable(self):
        pass

    def clear(self):
        pass

    def getstats(self):
        return []


class profiler_entry(tuple):
    pass


class profiler_subentry(tuple):
    pass
