# The types that have no name among the built-ins, found by making one of each: what types shows,
# and modules that stand for C use, which see no types.py of the program.
def _f():
    yield 1


FunctionType = type(_f)
LambdaType = FunctionType
GeneratorType = type(_f())


async def _coroutine():
    pass


async def _async_generator():
    yield 1


_made = _coroutine()
CoroutineType = type(_made)
_made.close()
AsyncGeneratorType = type(_async_generator())
CodeType = type(_f.__code__)
MappingProxyType = type(type.__dict__)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)
BuiltinFunctionType = type(id)
BuiltinMethodType = BuiltinFunctionType
MethodDescriptorType = type(str.join)
WrapperDescriptorType = MethodDescriptorType
GetSetDescriptorType = type(type(_f).__dict__["__code__"])
# Kinds of attributes that CPython tells apart. Nothing is of these types here.
MethodWrapperType = type("method-wrapper", (), {"__module__": "builtins"})
ClassMethodDescriptorType = type("classmethod_descriptor", (), {"__module__": "builtins"})


class _C:
    __slots__ = ("slot",)

    def m(self):
        pass


MethodType = type(_C().m)
MemberDescriptorType = type(_C.slot)


import sys as _sys

ModuleType = type(_sys)


def _cell(x):
    def f():
        return x
    return f.__closure__[0]


CellType = type(_cell(1))
TracebackType = _traceback_type()


@_in_c
class SimpleNamespace:
    __module__ = "types"

    def __init__(self, /, **kwargs):
        for k, v in kwargs.items():
            setattr(self, k, v)

    def __eq__(self, other):
        if _is_subclass(type(self), SimpleNamespace) and _is_subclass(type(other), SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        if not _repr_enter(self):
            return f"{name}(...)"
        try:
            return f"{name}({', '.join([f'{k}={v!r}' for k, v in self.__dict__.items()])})"
        finally:
            _repr_leave()

    def __reduce__(self):
        return type(self), (), self.__dict__
