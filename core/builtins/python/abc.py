# Abstract base classes.


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractproperty(property):
    __isabstractmethod__ = True


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True


# Counts registrations: what was found not to be a subclass may be one after the next.
_registrations = 0


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _compute_abstract(cls)
        cls._abc_registry = []
        cls._abc_forget()
        return cls

    def register(cls, subclass):
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_registry.append(subclass)
        _registrations += 1
        return subclass

    # What is known: classes that are subclasses, and, as of a number of registrations, those that
    # are not.
    def _abc_forget(cls):
        cls._abc_cache = set()
        cls._abc_negative_cache = set()
        cls._abc_negative_version = _registrations

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if subclass in cls._abc_cache:
            return True
        if subclass is type(instance):
            if cls._abc_negative_version == _registrations and subclass in cls._abc_negative_cache:
                return False
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if subclass in cls._abc_cache:
            return True
        if cls._abc_negative_version != _registrations:
            cls._abc_negative_cache = set()
            cls._abc_negative_version = _registrations
        elif subclass in cls._abc_negative_cache:
            return False
        ok = cls.__subclasshook__(subclass)
        if ok is NotImplemented:
            ok = _is_subclass(subclass, cls) or _is_registered(cls, subclass)
        elif not isinstance(ok, bool):
            raise AssertionError("__subclasshook__ must return either False, True, or "
                                 "NotImplemented")
        (cls._abc_cache if ok else cls._abc_negative_cache).add(subclass)
        return ok

    def _dump_registry(cls, file=None):
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)
        print(f"_abc_registry: {set(cls._abc_registry)!r}", file=file)
        print(f"_abc_cache: {cls._abc_cache!r}", file=file)
        print(f"_abc_negative_cache: {cls._abc_negative_cache!r}", file=file)
        print(f"_abc_negative_cache_version: {cls._abc_negative_version!r}", file=file)

    def _abc_registry_clear(cls):
        cls._abc_registry.clear()

    def _abc_caches_clear(cls):
        cls._abc_forget()


# typing looks at its callers to see that these call a subclass hook.
_count_frames_of(ABCMeta.register)
_count_frames_of(ABCMeta.__instancecheck__)
_count_frames_of(ABCMeta.__subclasscheck__)


def _is_registered(cls, subclass):
    for registered in cls._abc_registry:
        if issubclass(subclass, registered):
            return True
    for child in cls.__subclasses__():
        if issubclass(subclass, child):
            return True
    return False


def _compute_abstract(cls):
    names = []
    for name, value in cls.__dict__.items():
        if getattr(value, "__isabstractmethod__", False):
            names.append(name)
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if name not in names and getattr(
                    getattr(cls, name, None), "__isabstractmethod__", False):
                names.append(name)
    cls.__abstractmethods__ = frozenset(names)


def update_abstractmethods(cls):
    if hasattr(cls, "__abstractmethods__"):
        _compute_abstract(cls)
    return cls


def get_cache_token():
    return _registrations


class ABC(metaclass=ABCMeta):
    __slots__ = ()
