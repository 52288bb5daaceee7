#include "numarray/cpython/wrapper.h"

#include <cstring>

#include "core/builtins/protocol.h"
#include "core/objects/attributes.h"
#include "core/objects/compare.h"
#include "core/objects/hash.h"
#include "core/objects/repr.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"
#include "numarray/cpython/convert.h"
#include "numarray/cpython/errors.h"

namespace hothouse::cpython {

namespace {

struct Wrapper {
  PyObject_HEAD World* world;  // compared with the current one, never followed otherwise
  uint32_t handle;
};

/// Object, and below it what can be called, and what is an iterator.
enum Shape { kObject, kCallable, kIterator, kShapeCount };
PyTypeObject* g_types[kShapeCount];

/// Null, with CPython's exception set, where Hothouse cannot be entered.
World* enter(PyObject* self) {
  auto* w = reinterpret_cast<Wrapper*>(self);
  const char* problem = nullptr;
  if (!on_own_thread()) {
    problem = "objects of Hothouse can be used by the main thread only";
  } else if (current_world() != w->world) {
    problem = "the Hothouse that this object belonged to has ended";
  }
  if (problem == nullptr) return w->world;
  Ref builtins(py.PyImport_ImportModule("builtins"));
  Ref type(builtins ? py.PyObject_GetAttrString(builtins.get(), "RuntimeError") : nullptr);
  if (type) py.PyErr_SetString(type.get(), problem);
  return nullptr;
}

Value value_of(World& world, PyObject* self) {
  return world.handle(reinterpret_cast<Wrapper*>(self)->handle);
}

/// The result of Hothouse code as CPython takes it: null with its exception set if it raised.
PyObject* answer(World& world, Value v) {
  Rooted rooted(world.vm, v);
  Ref made = v.is_raised() ? Ref() : to_python(world, rooted);
  if (!made) raise_in_python(world);
  return made.release();
}

PyObject* call(PyObject* self, PyObject* args, PyObject* keywords) {
  World* world = enter(self);
  if (world == nullptr) return nullptr;
  Vm& vm = world->vm;
  Rooted callee(vm, value_of(*world, self));
  Rooted converted(vm, from_python(*world, Ref::borrow(args)));
  Rooted names(vm, Value::none());
  if (keywords != nullptr && py.PyObject_Size(keywords) > 0) {
    names = keywords_from_python(*world, keywords);
  }
  Value result = Value::raised();
  if (!converted.get().is_raised() && !names.get().is_raised()) {
    Outside outside(*world);
    if (names.get().is_none()) {
      result = vm.call(callee, converted.as<Tuple>()->data(),
                       static_cast<uint32_t>(tuple_length(converted)));
    } else {
      Value row[] = {callee, converted, names};
      result = vm.call(world->apply, row, 3);
    }
  }
  return answer(*world, result);
}

/// Runs `f(vm, value)` in Hothouse.
template <class F>
PyObject* run(PyObject* self, F f) {
  World* world = enter(self);
  if (world == nullptr) return nullptr;
  Rooted value(world->vm, value_of(*world, self));
  Value result;
  {
    Outside outside(*world);
    result = f(world->vm, value);
  }
  return answer(*world, result);
}

PyObject* show(PyObject* self) {
  return run(self, [](Vm& vm, const Rooted& v) { return repr_call(vm, v); });
}
PyObject* text(PyObject* self) {
  return run(self, [](Vm& vm, const Rooted& v) { return str_call(vm, v); });
}

PyObject* get_attribute(PyObject* self, PyObject* name) {
  std::string text;
  if (!text_of(name, &text)) return nullptr;
  return run(self, [&](Vm& vm, const Rooted& v) {
    return get_attribute_call(vm, v, str_intern(vm, vm.str(text)));
  });
}

int set_attribute(PyObject* self, PyObject* name, PyObject* x) {
  World* world = enter(self);
  std::string text;
  if (world == nullptr || !text_of(name, &text)) return -1;
  Vm& vm = world->vm;
  Rooted value(vm, value_of(*world, self));
  Rooted converted(vm, x == nullptr ? Value::none() : from_python(*world, Ref::borrow(x)));
  Value result = Value::raised();
  if (!converted.get().is_raised()) {
    Outside outside(*world);
    Value interned = str_intern(vm, vm.str(text));
    result = x == nullptr ? delete_attribute_call(vm, value, interned)
                          : set_attribute_call(vm, value, interned, converted);
  }
  if (!result.is_raised()) return 0;
  raise_in_python(*world);
  return -1;
}

PyObject* iterate(PyObject* self) {
  return run(self, [](Vm& vm, const Rooted& v) {
    return vm.call(protocol_function(vm, Protocol::Iter), v);
  });
}

PyObject* next(PyObject* self) {
  World* world = enter(self);
  if (world == nullptr) return nullptr;
  Vm& vm = world->vm;
  Rooted value(vm, value_of(*world, self));
  Value result;
  {
    Outside outside(*world);
    result = vm.call(protocol_function(vm, Protocol::Next), value);
  }
  if (result.is_raised() && is_instance(vm, vm.pending(), TypeId::StopIteration)) {
    vm.clear_pending();
    return nullptr;  // without an exception: the end
  }
  return answer(*world, result);
}

PyObject* compare(PyObject* a, PyObject* b, int op) {
  World* world = current_world();
  bool same = world != nullptr && (op == Py_EQ || op == Py_NE) && on_own_thread() &&
              Py_TYPE(a) == Py_TYPE(b) && reinterpret_cast<Wrapper*>(a)->world == world &&
              reinterpret_cast<Wrapper*>(b)->world == world;
  if (!same) return Ref::borrow(py.not_implemented).release();
  bool equal = value_of(*world, a) == value_of(*world, b);
  return py.PyBool_FromLong(equal == (op == Py_EQ));
}

Py_hash_t hash(PyObject* self) {
  World* world = enter(self);
  if (world == nullptr) return -1;
  return static_cast<Py_hash_t>(identity(world->vm, value_of(*world, self)) >> 1);
}

void deallocate(PyObject* self) {
  auto* w = reinterpret_cast<Wrapper*>(self);
  if (w->world == current_world()) drop_handle(w->handle);
  PyTypeObject* type = Py_TYPE(self);
  type->tp_free(self);
  py.Py_DecRef(reinterpret_cast<PyObject*>(type));
}

template <class F>
void* slot(F* f) {
  return reinterpret_cast<void*>(f);
}

PyTypeObject* make_type(const char* name, PyType_Slot* slots, PyObject* base) {
  PyType_Spec spec = {name, sizeof(Wrapper), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, slots};
  return reinterpret_cast<PyTypeObject*>(py.PyType_FromSpecWithBases(&spec, base));
}

/// False with CPython's exception set.
bool make_types() {
  if (g_types[kObject] != nullptr) return true;
  PyType_Slot object[] = {{Py_tp_dealloc, slot(deallocate)},
                          {Py_tp_repr, slot(show)},
                          {Py_tp_str, slot(text)},
                          {Py_tp_getattro, slot(get_attribute)},
                          {Py_tp_setattro, slot(set_attribute)},
                          {Py_tp_iter, slot(iterate)},
                          {Py_tp_richcompare, slot(compare)},
                          {Py_tp_hash, slot(hash)},
                          {0, nullptr}};
  PyType_Slot callable[] = {
      {Py_tp_dealloc, slot(deallocate)}, {Py_tp_call, slot(call)}, {0, nullptr}};
  PyType_Slot iterator[] = {
      {Py_tp_dealloc, slot(deallocate)}, {Py_tp_iternext, slot(next)}, {0, nullptr}};
  PyTypeObject* base = make_type("hothouse.Object", object, nullptr);
  if (base == nullptr) return false;
  auto* base_object = reinterpret_cast<PyObject*>(base);
  g_types[kCallable] = make_type("hothouse.Callable", callable, base_object);
  g_types[kIterator] = make_type("hothouse.Iterator", iterator, base_object);
  if (g_types[kCallable] == nullptr || g_types[kIterator] == nullptr) return false;
  g_types[kObject] = base;
  return true;
}

Shape shape_of(Vm& vm, Value v) {
  if (is_kind(v, Kind::Function) || is_kind(v, Kind::Builtin) || is_type(v)) return kCallable;
  auto has = [&](std::string_view name) {
    return !lookup_in_type(vm, type_of(vm, v), vm.intern(name)).is_undefined();
  };
  if (has("__call__")) return kCallable;
  return has("__next__") ? kIterator : kObject;
}

}  // namespace

Ref wrap(World& world, Value v) {
  if (!make_types()) {
    raise_from_python(world);
    return Ref();
  }
  PyTypeObject* type = g_types[shape_of(world.vm, v)];
  Ref made(type->tp_alloc(type, 0));
  if (!made) {
    raise_from_python(world);
    return made;
  }
  auto* w = reinterpret_cast<Wrapper*>(made.get());
  w->world = &world;
  w->handle = world.add_handle(v);
  return made;
}

Value unwrapped(World& world, PyObject* o) {
  for (PyTypeObject* type : g_types) {
    if (Py_TYPE(o) != type) continue;
    auto* w = reinterpret_cast<Wrapper*>(o);
    return w->world == &world ? world.handle(w->handle) : Value::undefined();
  }
  return Value::undefined();
}

}  // namespace hothouse::cpython
