# Attributes whose access runs Python code: properties, descriptors, __getattr__ and its kin.
# _find_attribute and _set_plan (core/builtins/primitives) tell the step to take.


def get_attr(obj, name):
    step, value, extra, fallback = _find_attribute(obj, name)
    if step == 0:
        return value
    if step == 1:
        if fallback is None:
            return value(extra)
        try:
            return value(extra)
        except AttributeError:
            pass
        return fallback(obj, name)
    if step == 2:
        return _read_descriptor(obj, value, extra, fallback, name)
    if step == 3:
        if fallback is None:
            return value(obj, name)
        try:
            return value(obj, name)
        except AttributeError:
            pass
        return fallback(obj, name)
    if name == "__spec__" or name == "__loader__":
        from _types import ModuleType
        if isinstance(obj, ModuleType) and _modules().get(obj.__name__) is obj:
            return _module_specification(obj, name)
    if fallback is not None:
        return fallback(obj, name)
    _attribute_error(obj, name)


def _read_descriptor(obj, descriptor, place, fallback, name):
    f = _special(descriptor, "__get__")
    try:
        if place is not None:
            return f(descriptor, *place)
        if _is_type(obj) and _class_lookup(obj, name) is descriptor:
            return f(descriptor, None, obj)
        return f(descriptor, obj, type(obj))
    except AttributeError:
        if fallback is None:
            raise
    return fallback(obj, name)


# A module that was imported without importlib gets its specification when it is asked for.
def _module_specification(module, name):
    from importlib.machinery import _spec_of
    module.__spec__ = spec = _spec_of(module)
    module.__loader__ = spec.loader
    return module.__dict__[name]


# The __getattr__ that a module has until then.
def _specify_module(module, name):
    module.__dict__.pop("__getattr__", None)
    if name == "__spec__" or name == "__loader__":
        return _module_specification(module, name)
    _attribute_error(module, name)


def object___getattribute__(self, name):
    step, value, extra, fallback = _find_generic(self, name)
    if step == 0:
        return value
    if step == 1:
        return value(extra)
    if step == 2:
        return _read_descriptor(self, value, extra, None, name)
    _attribute_error(self, name)


def set_attr(obj, name, value):
    step, function, descriptor = _set_plan(obj, name, value)
    if step == 1:
        function(obj, value)
    elif step == 2:
        function(descriptor, obj, value)
    elif step == 3:
        function(obj, name, value)


def object___setattr__(self, name, value):
    step, function, descriptor = _set_plan_generic(self, name, value)
    if step == 1:
        function(self, value)
    elif step == 2:
        function(descriptor, self, value)


def del_attr(obj, name):
    step, function, descriptor = _delete_plan(obj, name)
    if step == 1:
        function(obj)
    elif step == 2:
        function(descriptor, obj)
    elif step == 3:
        function(obj, name)


def object___delattr__(self, name):
    step, function, descriptor = _delete_plan_generic(self, name)
    if step == 1:
        function(self)
    elif step == 2:
        function(descriptor, self)


def builtin_getattr(obj, name, default=_missing):
    if default is _missing:
        try:
            return get_attr(obj, name)
        except AttributeError as e:
            _add_attribute_context(e, obj, name)
            raise
    try:
        return get_attr(obj, name)
    except AttributeError:
        return default


def builtin_hasattr(obj, name):
    try:
        get_attr(obj, name)
    except AttributeError:
        return False
    return True


def builtin_setattr(obj, name, value):
    set_attr(obj, name, value)


def builtin_delattr(obj, name):
    del_attr(obj, name)


def builtin_vars(obj=_missing):
    try:
        return get_attr(obj, "__dict__")
    except AttributeError:
        raise TypeError("vars() argument must have __dict__ attribute") from None


def builtin_dir(obj=_missing):
    return sorted(_special(obj, "__dir__")(obj))


# Frames are objects of the library's (_frames.py), made when they are asked for.
def traceback_tb_frame(self):
    from _frames import of_traceback
    return of_traceback(self)


def generator_gi_frame(self):
    return _suspended_frame(self)


def coroutine_cr_frame(self):
    return _suspended_frame(self)


def async_generator_ag_frame(self):
    return _suspended_frame(self)


def _suspended_frame(generator):
    info = _generator_frame(generator)
    if info is None:
        return None
    from _frames import of_generator
    return of_generator(generator, *info)


def super___get__(self, instance, owner=None):
    if instance is None or self.__self_class__ is not None:
        return self
    return super(self.__thisclass__, instance)


def property___set_name__(self, args=()):
    if len(args) != 2:
        raise TypeError(f"__set_name__() takes 2 positional arguments but {len(args)} were given")
    _name_property(self, args[1])


def property___isabstractmethod__(self):
    return _any_abstract(_property_parts(self))


def staticmethod___isabstractmethod__(self):
    return _any_abstract((self.__func__,))


def classmethod___isabstractmethod__(self):
    return _any_abstract((self.__func__,))


def _any_abstract(functions):
    for f in functions:
        if getattr(f, "__isabstractmethod__", False):
            return True
    return False


def property_getter(self, function):
    return _property_copy(self, function, 0)


def property_setter(self, function):
    return _property_copy(self, function, 1)


def property_deleter(self, function):
    return _property_copy(self, function, 2)


def _property_copy(self, function, part):
    copy = type(self)(*_property_copy_parts(self, function, part))
    _name_property_like(copy, self)
    return copy


def property___get__(self, obj, owner=None):
    if obj is None:
        return self
    getter = _property_parts(self)[0]
    if getter is None:
        _property_lacks(self, obj, "getter")
    return getter(obj)


def property___set__(self, obj, value):
    setter = _property_parts(self)[1]
    if setter is None:
        _property_lacks(self, obj, "setter")
    setter(obj, value)


def property___delete__(self, obj):
    deleter = _property_parts(self)[2]
    if deleter is None:
        _property_lacks(self, obj, "deleter")
    deleter(obj)


# Stands for a class attribute that is used as a special method but is not a plain function:
# bound to (attribute, class), it is called with the object as first argument.
def _unbound_special(found, obj, /, *args, **keywords):
    attribute, cls = found
    f = _special(attribute, "__get__")
    if f is not None:
        attribute = f(attribute, obj, cls)
    if keywords:
        return attribute(*args, **keywords)
    return attribute(*args)


# The hooks of classes as type defines them are those of object: type's own place in the MRO is
# what tells them apart.
def type___getattribute__(self, name):
    return object___getattribute__(self, name)


def type___setattr__(self, name, value):
    object___setattr__(self, name, value)


def type___delattr__(self, name):
    object___delattr__(self, name)
