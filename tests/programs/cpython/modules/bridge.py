# What programs here import `cpython` from: with Hothouse the bridge, with CPython itself a stand-in
# that does nothing, so that the two can be compared.
try:
    import cpython
except ModuleNotFoundError:
    import importlib
    import traceback as _traceback

    class cpython:
        import_module = staticmethod(importlib.import_module)
        to_cpython = staticmethod(lambda value: value)
        from_cpython = staticmethod(lambda value: value)
        is_same = staticmethod(lambda a, b: a is b)
        Error = Exception

        @staticmethod
        def traceback(e):
            return "".join(_traceback.format_exception(e))
