#include "numarray/cpython/errors.h"

#include "core/objects/exception.h"
#include "core/objects/instance.h"
#include "core/objects/int.h"
#include "core/objects/repr.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"
#include "numarray/cpython/convert.h"
#include "numarray/cpython/proxy.h"
#include "numarray/cpython/wrapper.h"

namespace hothouse::cpython {

namespace {

constexpr const char* kOrigin = "__hothouse__";  // on CPython's exception: the wrapper of ours

/// An attribute of a CPython object; null if it has none.
Ref attribute(PyObject* o, const char* name) {
  Ref found(py.PyObject_GetAttrString(o, name));
  if (!found) py.PyErr_Clear();
  return found;
}

std::string text_attribute(PyObject* o, const char* name) {
  Ref found = attribute(o, name);
  std::string text;
  if (found && is_exactly(found.get(), py.str_type) && !text_of(found.get(), &text)) {
    py.PyErr_Clear();
  }
  return text;
}

/// The built-in exception class of that name, or null.
Type* builtin_exception(Leaf& vm, std::string_view name) {
  for (auto k = static_cast<uint16_t>(TypeId::BaseException);
       k <= static_cast<uint16_t>(TypeId::UserWarning); k++) {
    Type* t = vm.types().get(static_cast<TypeId>(k));
    if (type_name(t) == name) return t;
  }
  return nullptr;
}

/// The class of ours that a class of CPython is, or null.
Type* twin_of(Leaf& vm, PyTypeObject* type) {
  auto* object = reinterpret_cast<PyObject*>(type);
  if (text_attribute(object, "__module__") != "builtins") return nullptr;
  return builtin_exception(vm, text_attribute(object, "__name__"));
}

/// The class of ours that stands for a class of CPython; undefined when raised.
Value class_for(World& world, PyTypeObject* type) {
  Vm& vm = world.vm;
  if (Type* twin = twin_of(vm, type)) return type_value(twin);
  Value known = world.error_class_of(type);
  if (!known.is_undefined()) return known;
  Type* base = vm.types().get(TypeId::Exception);
  Ref mro = Ref::borrow(type->tp_mro);
  for (Py_ssize_t k = 0; k < py.PyTuple_Size(mro.get()); k++) {
    auto* t = reinterpret_cast<PyTypeObject*>(py.PyTuple_GetItem(mro.get(), k));
    if (Type* twin = twin_of(vm, t)) {
      base = twin;
      break;
    }
  }
  auto* object = reinterpret_cast<PyObject*>(type);
  Rooted name(vm, vm.str(text_attribute(object, "__qualname__")));
  Rooted module(vm, vm.str(text_attribute(object, "__module__")));
  Value made;
  {
    Outside outside(world);
    Value row[] = {name, module, type_value(base)};
    made = vm.call(world.make_error, row, 3);
  }
  if (made.is_raised()) return made;
  world.set_error_class(type, made);
  return made;
}

void copy_attribute(World& world, const Rooted& e, PyObject* object, const char* name) {
  Ref found = attribute(object, name);
  if (!found) return;
  Value v = from_python(world, std::move(found));
  if (v.is_raised()) {
    world.vm.clear_pending();
    return;
  }
  instance_set(world.vm, e, world.vm.intern(name), v);
}

/// An exception of ours like that one. Raised if it cannot be made.
Value exception_from_python(World& world, PyObject* object) {
  Vm& vm = world.vm;
  Rooted type(vm, class_for(world, Py_TYPE(object)));
  if (type.get().is_raised()) return type;
  bool builtin = twin_of(vm, Py_TYPE(object)) != nullptr;
  Rooted args(vm, Value::none());
  if (builtin) {
    args = from_python(world, attribute(object, "args"));
    if (args.get().is_raised()) return args;
  }
  if (!builtin || !is_tuple(args)) {
    Ref shown(py.PyObject_Str(object));
    std::string text;
    if (!shown || !text_of(shown.get(), &text)) {
      py.PyErr_Clear();
      text = "<exception str() failed>";
    }
    args = make_tuple(vm, {vm.str(text)});
  }
  Rooted made(vm, make_exception(vm, type.as<Type>(), args));
  if (made.get().is_raised()) return made;
  if (is_instance(vm, made, TypeId::OSError)) copy_attribute(world, made, object, "filename");
  if (is_instance(vm, made, TypeId::ImportError)) {
    copy_attribute(world, made, object, "name");
    copy_attribute(world, made, object, "path");
  }
  instance_set(vm, made, world.exception_name, make_proxy(world, Ref::borrow(object)));
  return made;
}

// --- the other way

/// The built-in class that an exception of ours is an instance of.
Type* builtin_class(Vm& vm, Value exception) {
  Value mro = type_of(vm, exception)->mro;
  for (uint64_t k = 0; k < tuple_length(mro); k++) {
    Type* t = tuple_get(mro, k).as<Type>();
    if (builtin_exception(vm, type_name(t)) == t) return t;
  }
  return vm.types().get(TypeId::Exception);
}

/// A class of CPython by that name below the built-in class; itself, if it is the built-in.
Ref python_class(const std::string& name, const std::string& module, const std::string& base) {
  Ref builtins(py.PyImport_ImportModule("builtins"));
  Ref parent(builtins ? py.PyObject_GetAttrString(builtins.get(), base.c_str()) : nullptr);
  if (!parent || name == base) return parent;
  Ref type(py.PyObject_GetAttrString(builtins.get(), "type"));
  Ref bases(py.PyTuple_New(1)), names(py.PyDict_New()), arguments(py.PyTuple_New(3));
  if (!type || !bases || !names || !arguments) return Ref();
  py.PyTuple_SetItem(bases.get(), 0, parent.release());
  Ref key = make_text("__module__"), text = make_text(module), own = make_text(name);
  if (!key || !text || !own || py.PyDict_SetItem(names.get(), key.get(), text.get()) != 0) {
    return Ref();
  }
  py.PyTuple_SetItem(arguments.get(), 0, own.release());
  py.PyTuple_SetItem(arguments.get(), 1, bases.release());
  py.PyTuple_SetItem(arguments.get(), 2, names.release());
  return Ref(py.PyObject_CallObject(type.get(), arguments.get()));
}

}  // namespace

Value raise_from_python(World& world) {
  Vm& vm = world.vm;
  PyObject *type = nullptr, *value = nullptr, *traceback = nullptr;
  py.PyErr_Fetch(&type, &value, &traceback);
  if (type == nullptr) return vm.raise(TypeId::SystemError, "CPython failed without an exception");
  py.PyErr_NormalizeException(&type, &value, &traceback);
  if (traceback != nullptr) py.PyException_SetTraceback(value, traceback);
  Ref kept_type(type), kept(value), kept_traceback(traceback);
  if (Ref origin = attribute(kept.get(), kOrigin)) {
    Value ours = unwrapped(world, origin.get());
    if (!ours.is_undefined()) return vm.raise(ours);
  }
  Value made = exception_from_python(world, kept.get());
  return made.is_raised() ? made : vm.raise(made);
}

Ref exception_to_python(World& world, Value exception) {
  Vm& vm = world.vm;
  Rooted e(vm, exception);
  Value original = instance_get(vm, e, world.exception_name);
  if (!original.is_undefined()) {
    if (PyObject* o = proxied(vm, original)) return Ref::borrow(o);
  }
  Type* type = type_of(vm, e);
  std::string module = is_str(type->module) ? str_to_utf8(vm, type->module) : "__main__";
  Ref their_class = python_class(type_name(type), module, type_name(builtin_class(vm, e)));
  if (!their_class) {
    raise_from_python(world);
    return Ref();
  }
  Rooted args(vm, exception_field(e, kExcArgs));
  Ref arguments = to_python(world, args);
  if (!arguments) return Ref();
  Ref made(py.PyObject_CallObject(their_class.get(), arguments.get()));
  if (!made) {
    raise_from_python(world);
    return Ref();
  }
  Ref origin = wrap(world, e);
  if (!origin) return origin;
  if (py.PyObject_SetAttrString(made.get(), kOrigin, origin.get()) != 0) {
    raise_from_python(world);
    return Ref();
  }
  return made;
}

void raise_in_python(World& world) {
  Vm& vm = world.vm;
  Rooted exception(vm, vm.pending());
  vm.clear_pending();
  Ref made = exception_to_python(world, exception);
  if (made) {
    py.PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(made.get())), made.get());
    return;
  }
  // Its arguments cannot be made over there: its text can.
  vm.clear_pending();
  Ref fallback = python_class("RuntimeError", "builtins", "RuntimeError");
  std::string text = "an exception of Hothouse: " + type_name_of(vm, exception);
  if (fallback) py.PyErr_SetString(fallback.get(), text.c_str());
}

}  // namespace hothouse::cpython
