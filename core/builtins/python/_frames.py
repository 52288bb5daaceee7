# Objects of frames, and the functions that are told what frames do (core/vm/tracing.h).


class frame:
    __module__ = "builtins"

    # What a frame that has been left leaves here: core/vm/observed_frames.cpp.
    _lives = False  # on a stack, as far as this knows
    _line = 0
    _row = None
    _pc = 0
    _exact = False
    _back = None

    def __init__(self, code, names):
        self.f_code = code
        self.f_globals = names
        self._lines = True
        self._function = None
        self._trace = None
        self._variables = None
        self._shown = False
        self.f_lasti = -1  # not known: what asks for the columns is told that there are none

    @property
    def f_lineno(self):
        if self._lives:
            line = _observed_line(self)
            if line is not None:
                self._line = line
        return self._line

    @f_lineno.setter
    def f_lineno(self, line):
        if type(line) is not int:
            raise ValueError("lineno must be an integer")
        raise ValueError("f_lineno cannot be set: Hothouse's frames do not jump to other lines")

    @property
    def f_trace(self):
        return self._trace

    @f_trace.setter
    def f_trace(self, function):
        self._trace = function

    @f_trace.deleter
    def f_trace(self):
        self._trace = None

    @f_lineno.deleter
    def f_lineno(self):
        raise AttributeError("cannot delete attribute")

    @property
    def f_trace_lines(self):
        return self._lines

    @f_trace_lines.setter
    def f_trace_lines(self, on):
        if type(on) is not bool:
            raise TypeError("attribute value type must be bool")
        self._lines = on

    @property
    def f_trace_opcodes(self):
        return False

    @f_trace_opcodes.setter
    def f_trace_opcodes(self, on):
        if type(on) is not bool:
            raise TypeError("attribute value type must be bool")
        if on:
            raise ValueError("f_trace_opcodes cannot be set: Hothouse has no events of opcodes")

    # The same dict each time, which is brought up to date.
    @property
    def f_locals(self):
        code = self.f_code
        if code.co_name == "<module>":
            return self.f_globals
        self._shown = True
        now = _frame_variables(self)
        shown = self._variables
        if shown is None:
            self._variables = shown = {} if now is None else now
        elif now is not None and now is not shown:
            for names in (code.co_varnames, code.co_cellvars, code.co_freevars):
                for name in names:
                    if name not in now:
                        shown.pop(name, None)
            shown.update(now)
        return shown

    @property
    def f_back(self):
        if self._lives:
            depth = _observed_depth(self)
            if depth is not None:
                return frame_at(depth + 1)
        return self._back

    @property
    def f_builtins(self):
        import builtins
        return builtins.__dict__

    def clear(self):
        if self._lives and _observed_line(self) is not None:
            raise RuntimeError("cannot clear an executing frame")
        self._row = self._back = None
        self._variables = {}

    def __repr__(self):
        code = self.f_code
        return (f"<frame at {id(self):#x}, file {code.co_filename!r}, line {self.f_lineno}, "
                f"code {code.co_name}>")


# The depth-th frame of the program from the innermost on, or None.
def frame_at(depth):
    found = _observed(depth)
    if type(found) is not tuple:
        return found
    f = frame(found[0], found[1])
    f._function = found[2]
    f._lives = True
    f._line = found[0].co_firstlineno
    _observe(depth, f)
    return f


def getframe(depth=0, /):
    f = frame_at(max(depth, 0))
    if f is None:
        raise ValueError("call stack is not deep enough")
    return f


# Of an entry of a traceback.
def of_traceback(tb):
    kept = tb._frame
    if type(kept) is frame:
        return kept
    f = frame(tb._code, tb._globals)
    f._line = tb.tb_lineno
    f._function = tb._function
    f._row = kept
    f._pc = tb._pc + 1
    _keep_traceback_frame(tb, f)
    return f


# Of a generator that does not run now.
def of_generator(generator, code, line, names, variables):
    f = _suspended_object(generator)
    if f is None:
        f = frame(code, names)
        f._variables = variables
        f._line = line
    return f


# Calls a trace or profile function. One that fails is asked no more.
def _deliver(function, f, event, arg):
    f._shown = False
    is_profile = function is _profile_function()
    try:
        result = function(f, event, arg)
    except BaseException:
        if is_profile:
            setprofile(None)
        else:
            settrace(None)
            f._trace = None
        raise
    if f._shown:
        _store_variables(f, f._variables)
    if result is not None and not is_profile:
        f._trace = result


# So that the frames which run now cause events from here on.
def _observe_all():
    depth = 0
    while frame_at(depth) is not None:
        depth += 1


def settrace(function, /):
    if function is not None:
        _observe_all()
    _set_trace(function, frame, _deliver)


def gettrace():
    return _trace_function()


def setprofile(function, /):
    if function is not None:
        _observe_all()
    _set_profile(function, frame, _deliver)


def getprofile():
    return _profile_function()


# func(*args), which causes events though a trace function is being called.
def call_tracing(func, args, /):
    before = _set_inside(0)
    try:
        return func(*args)
    finally:
        _set_inside(before)


for _f in (settrace, gettrace, setprofile, getprofile, call_tracing):
    _f.__module__ = "sys"
