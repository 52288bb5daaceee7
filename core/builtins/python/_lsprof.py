# What cProfile is built upon: how often functions are called, and how long they and what they call
# take. It is a profile function (core/vm/tracing.h): nothing is compiled while it listens.
import _structseq
from _frames import setprofile as _setprofile
from time import perf_counter as _perf_counter

profiler_entry = _structseq.make("_lsprof", "profiler_entry", (
    "code", "callcount", "reccallcount", "totaltime", "inlinetime", "calls"))
profiler_subentry = _structseq.make("_lsprof", "profiler_subentry", (
    "code", "callcount", "reccallcount", "totaltime", "inlinetime"))


# Of a function, or of a function as another calls it.
class _Entry:
    def __init__(self, code):
        self.code = code
        self.count = self.recursive = self.depth = 0
        self.total = self.inline = 0
        self.calls = {}

    def leave(self, total, inline):
        self.depth -= 1
        if self.depth == 0:
            self.total += total
        else:
            self.recursive += 1
        self.inline += inline
        self.count += 1

    def row(self, unit):
        return self.code, self.count, self.recursive, self.total * unit, self.inline * unit


# How statistics name a function that has no code.
def _name_of(function):
    owner = getattr(function, "__self__", None)
    if owner is None or type(owner) is type(_structseq):
        return f"<built-in method {function.__module__}.{function.__name__}>"
    kind = type(owner)
    for base in kind.__mro__:
        if function.__name__ in base.__dict__:
            kind = base
            break
    name = kind.__qualname__
    if kind.__module__ != "builtins":
        name = f"{kind.__module__}.{name}"
    return f"<method '{function.__name__}' of '{name}' objects>"


class Profiler:
    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        self._timer = _perf_counter if timer is None else timer
        self._unit = timeunit if timer is not None and timeunit else 1
        self._subcalls = subcalls
        self._builtins = builtins
        self._hook = self._listen
        self.clear()

    def enable(self, subcalls=True, builtins=True):
        self._subcalls = subcalls
        self._builtins = builtins
        _setprofile(self._hook)

    def disable(self):
        _setprofile(None)
        while self._open:
            self._leave(self._timer())

    def clear(self):
        self._entries = {}
        self._open = []  # [entry, as its caller calls it, since when, time in what it called]

    def getstats(self):
        return [profiler_entry(entry.row(self._unit) + (
                    [profiler_subentry(call.row(self._unit)) for call in entry.calls.values()]
                    or None,))
                for entry in self._entries.values() if entry.count]

    def _listen(self, frame, event, arg):
        now = self._timer()
        if event == "call":
            self._enter(frame.f_code)
        elif event == "return":
            self._leave(now)
        elif self._builtins:
            if event == "c_call":
                self._enter(_name_of(arg))
            else:
                self._leave(now)

    def _enter(self, code):
        entry = self._entries.get(code)
        if entry is None:
            self._entries[code] = entry = _Entry(code)
        entry.depth += 1
        call = None
        if self._subcalls and self._open:
            calls = self._open[-1][0].calls
            call = calls.get(code)
            if call is None:
                calls[code] = call = _Entry(code)
            call.depth += 1
        self._open.append([entry, call, self._timer(), 0])

    def _leave(self, now):
        if not self._open:
            return
        entry, call, since, inner = self._open.pop()
        total = now - since
        if self._open:
            self._open[-1][3] += total
        entry.leave(total, total - inner)
        if call is not None:
            call.leave(total, total - inner)
