# What programs here import `cpython` from: with Hothouse the bridge, with CPython itself a stand-in
# that does nothing but copy arrays where the bridge does, so that the two can be compared.
try:
    import cpython
except ModuleNotFoundError:
    import importlib
    import traceback as _traceback

    class cpython:
        import_module = staticmethod(importlib.import_module)
        @staticmethod
        def to_cpython(value, copy=True):
            if hasattr(value, "__array_interface__"):
                return value.copy() if copy else value
            if not copy:
                raise TypeError
            return value

        @staticmethod
        def from_cpython(value, copy=True):
            if getattr(value, "ndim", 0) == 0:
                return value
            if value.dtype not in ("float64", "int64", "bool"):
                raise TypeError
            if value.ndim > 2:
                raise NotImplementedError
            if not copy and not value.flags.writeable:
                raise ValueError
            return value.copy() if copy else value

        is_same = staticmethod(lambda a, b: a is b)
        Error = Exception

        @staticmethod
        def traceback(e):
            return "".join(_traceback.format_exception(e))
