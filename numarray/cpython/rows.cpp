// The primitives of _cpython: what python/cpython.py does to proxies, one call of CPython's API
// each. Arguments named `object` are proxies; all others are any values.
#include "numarray/cpython/rows.h"

#include "core/objects/int.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"
#include "numarray/cpython/convert.h"
#include "numarray/cpython/errors.h"
#include "numarray/cpython/proxy.h"

namespace hothouse::cpython {

namespace {

World& world_in(Caller& vm) { return world_of(vm); }

/// A reference of our own to what is behind a proxy: the proxy may go while CPython runs.
Ref object_of(Caller& vm, Value v) {
  PyObject* o = proxied(vm, v);
  return o == nullptr ? Ref() : Ref::borrow(o);
}
Value no_proxy(Caller& vm, Value v) {
  return vm.type_error("a cpython.Object is required, not '" + type_name_of(vm, v) + "'");
}

/// The result of an API function that answers -1 when it fails.
Value status(World& world, int result) {
  return result < 0 ? raise_from_python(world) : Value::none();
}
Value truth(World& world, int result) {
  return result < 0 ? raise_from_python(world) : Value::boolean(result != 0);
}

Value start_row(Leaf& vm, const Value*) { return start(vm); }

/// (Object, Error, make_error, apply)
Value introduce(Leaf& vm, const Value* a) {
  World& world = world_of(vm);
  world.object_class = a[0];
  world.error_class = a[1];
  world.make_error = a[2];
  world.apply = a[3];
  return Value::none();
}

Value import_module(Caller& vm, const Value* a) {
  if (!is_str(a[0])) {
    return vm.type_error("module name must be str, not " + type_name_of(vm, a[0]));
  }
  World& world = world_in(vm);
  Inside inside(world);
  Ref importlib(py.PyImport_ImportModule("importlib"));
  Ref name = make_text(str_to_utf8(vm, a[0]));
  Ref function(importlib ? py.PyObject_GetAttrString(importlib.get(), "import_module") : nullptr);
  Ref arguments(name && function ? py.PyTuple_New(1) : nullptr);
  if (!arguments) return raise_from_python(world);
  py.PyTuple_SetItem(arguments.get(), 0, name.release());
  return from_python(world, Ref(py.PyObject_CallObject(function.get(), arguments.get())));
}

/// A proxy in any case: what one gets methods of.
Value to_proxy(Caller& vm, const Value* a) {
  World& world = world_in(vm);
  Inside inside(world);
  Ref o = to_python(world, a[0]);
  return o ? make_proxy(world, std::move(o)) : Value::raised();
}

Value from_proxy(Caller& vm, const Value* a) {
  World& world = world_in(vm);
  Inside inside(world);
  Ref o = object_of(vm, a[0]);
  return o ? from_python_deep(world, std::move(o)) : no_proxy(vm, a[0]);
}

/// Calls `f(world, object)` inside.
template <class F>
Value with_object(Caller& vm, Value v, F f) {
  World& world = world_in(vm);
  Inside inside(world);
  Ref o = object_of(vm, v);
  return o ? f(world, o.get()) : no_proxy(vm, v);
}
/// Calls `f(world, object, other)` inside, the other converted.
template <class F>
Value with_two(Caller& vm, const Value* a, F f) {
  return with_object(vm, a[0], [&](World& world, PyObject* o) {
    Ref other = to_python(world, a[1]);
    return other ? f(world, o, other.get()) : Value::raised();
  });
}

Value get_attribute(Caller& vm, const Value* a) {
  return with_two(vm, a, [](World& world, PyObject* o, PyObject* name) {
    return from_python(world, Ref(py.PyObject_GetAttr(o, name)));
  });
}
/// The object itself, whatever it is: a number's class, say.
Value get_attribute_proxy(Caller& vm, const Value* a) {
  return with_two(vm, a, [](World& world, PyObject* o, PyObject* name) {
    Ref found(py.PyObject_GetAttr(o, name));
    return found ? make_proxy(world, std::move(found)) : raise_from_python(world);
  });
}
Value set_attribute(Caller& vm, const Value* a) {
  return with_two(vm, a, [&](World& world, PyObject* o, PyObject* name) {
    Ref x = to_python(world, a[2]);
    return x ? status(world, py.PyObject_SetAttr(o, name, x.get())) : Value::raised();
  });
}
Value delete_attribute(Caller& vm, const Value* a) {
  return with_two(vm, a, [](World& world, PyObject* o, PyObject* name) {
    return status(world, py.PyObject_SetAttr(o, name, nullptr));
  });
}

Value call(Caller& vm, const Value* a) {
  return with_two(vm, a, [&](World& world, PyObject* o, PyObject* arguments) {
    Ref keywords;
    if (is_dict(a[2])) {
      keywords = to_python(world, a[2]);
      if (!keywords) return Value::raised();
    }
    return from_python(world, Ref(py.PyObject_Call(o, arguments, keywords.get())));
  });
}

Value get_item(Caller& vm, const Value* a) {
  return with_two(vm, a, [](World& world, PyObject* o, PyObject* key) {
    return from_python(world, Ref(py.PyObject_GetItem(o, key)));
  });
}
Value set_item(Caller& vm, const Value* a) {
  return with_two(vm, a, [&](World& world, PyObject* o, PyObject* key) {
    Ref x = to_python(world, a[2]);
    return x ? status(world, py.PyObject_SetItem(o, key, x.get())) : Value::raised();
  });
}
Value delete_item(Caller& vm, const Value* a) {
  return with_two(vm, a, [](World& world, PyObject* o, PyObject* key) {
    return status(world, py.PyObject_DelItem(o, key));
  });
}
Value contains(Caller& vm, const Value* a) {
  return with_two(vm, a, [](World& world, PyObject* o, PyObject* item) {
    return truth(world, py.PySequence_Contains(o, item));
  });
}

using Unary = PyObject* (*Api::*)(PyObject*);
constexpr Unary kUnary[] = {
    &Api::PyObject_Repr,     &Api::PyObject_Str,     &Api::PyObject_Bytes,
    &Api::PyObject_Dir,      &Api::PyObject_GetIter, &Api::PyNumber_Negative,
    &Api::PyNumber_Positive, &Api::PyNumber_Invert,  &Api::PyNumber_Absolute,
    &Api::PyNumber_Index,    &Api::PyNumber_Long,    &Api::PyNumber_Float,
};
/// (number of a row of kUnary, object)
Value unary(Caller& vm, const Value* a) {
  Unary f = kUnary[a[0].as_int()];
  return with_object(
      vm, a[1], [&](World& world, PyObject* o) { return from_python(world, Ref((py.*f)(o))); });
}

using Binary = PyObject* (*Api::*)(PyObject*, PyObject*);
constexpr Binary kBinary[] = {
    &Api::PyNumber_Add,
    &Api::PyNumber_Subtract,
    &Api::PyNumber_Multiply,
    &Api::PyNumber_TrueDivide,
    &Api::PyNumber_FloorDivide,
    &Api::PyNumber_Remainder,
    nullptr,  // power takes a third operand
    &Api::PyNumber_Lshift,
    &Api::PyNumber_Rshift,
    &Api::PyNumber_And,
    &Api::PyNumber_Or,
    &Api::PyNumber_Xor,
    &Api::PyNumber_MatrixMultiply,
    &Api::PyNumber_Divmod,
    &Api::PyNumber_InPlaceAdd,
    &Api::PyNumber_InPlaceSubtract,
    &Api::PyNumber_InPlaceMultiply,
    &Api::PyNumber_InPlaceTrueDivide,
    &Api::PyNumber_InPlaceFloorDivide,
    &Api::PyNumber_InPlaceRemainder,
    nullptr,
    &Api::PyNumber_InPlaceLshift,
    &Api::PyNumber_InPlaceRshift,
    &Api::PyNumber_InPlaceAnd,
    &Api::PyNumber_InPlaceOr,
    &Api::PyNumber_InPlaceXor,
    &Api::PyNumber_InPlaceMatrixMultiply,
};
constexpr int64_t kPower = 6, kFirstInPlace = 14;

/// (number of a row of kBinary, left, right): one of the two is a proxy. NotImplemented if the
/// other is an object that CPython does not know, so that its own methods are asked.
Value binary(Caller& vm, const Value* a) {
  int64_t op = a[0].as_int();
  World& world = world_in(vm);
  if (is_foreign(world, a[1]) || is_foreign(world, a[2])) return Value::not_implemented();
  Inside inside(world);
  Ref left = to_python(world, a[1]);
  Ref right = left ? to_python(world, a[2]) : Ref();
  if (!right) return Value::raised();
  bool in_place = op >= kFirstInPlace;
  PyObject* result = nullptr;
  if (kBinary[op] != nullptr) {
    result = (py.*kBinary[op])(left.get(), right.get());
  } else {
    auto power = in_place ? py.PyNumber_InPlacePower : py.PyNumber_Power;
    result = power(left.get(), right.get(), py.none);
  }
  Ref made(result);
  // An operator in place most often answers the object itself: then the proxy stays the same.
  if (in_place && result == left.get()) return a[1];
  return from_python(world, std::move(made));
}

/// (object, exponent, modulus)
Value power(Caller& vm, const Value* a) {
  return with_two(vm, a, [&](World& world, PyObject* o, PyObject* exponent) {
    Ref modulus = to_python(world, a[2]);
    if (!modulus) return Value::raised();
    return from_python(world, Ref(py.PyNumber_Power(o, exponent, modulus.get())));
  });
}

/// (CompareOp, object, other)
Value compare(Caller& vm, const Value* a) {
  auto op = static_cast<int>(a[0].as_int());
  if (is_foreign(world_in(vm), a[2])) return Value::not_implemented();
  return with_two(vm, a + 1, [&](World& world, PyObject* o, PyObject* other) {
    return from_python(world, Ref(py.PyObject_RichCompare(o, other, op)));
  });
}

Value is_true(Caller& vm, const Value* a) {
  return with_object(vm, a[0],
                     [](World& world, PyObject* o) { return truth(world, py.PyObject_IsTrue(o)); });
}
Value length(Caller& vm, const Value* a) {
  return with_object(vm, a[0], [](World& world, PyObject* o) {
    Py_ssize_t n = py.PyObject_Size(o);
    return n < 0 ? raise_from_python(world) : world.vm.heap().make_int(n);
  });
}
Value hash(Caller& vm, const Value* a) {
  return with_object(vm, a[0], [](World& world, PyObject* o) {
    Py_hash_t h = py.PyObject_Hash(o);
    return h == -1 ? raise_from_python(world) : world.vm.heap().make_int(h);
  });
}
Value format(Caller& vm, const Value* a) {
  return with_two(vm, a, [](World& world, PyObject* o, PyObject* spec) {
    return from_python(world, Ref(py.PyObject_Format(o, spec)));
  });
}
Value next(Caller& vm, const Value* a) {
  return with_object(vm, a[0], [](World& world, PyObject* o) {
    if (Py_TYPE(o)->tp_iternext == nullptr) {
      return world.vm.type_error(std::string("'") + Py_TYPE(o)->tp_name +
                                 "' object is not an iterator");
    }
    Ref found(py.PyIter_Next(o));
    if (!found && py.PyErr_Occurred() == nullptr) return world.vm.stop_iteration(Value::none());
    return from_python(world, std::move(found));
  });
}

Value is_instance_of(Caller& vm, const Value* a) {
  return with_two(vm, a, [](World& world, PyObject* type, PyObject* o) {
    return truth(world, py.PyObject_IsInstance(o, type));
  });
}
Value is_subclass_of(Caller& vm, const Value* a) {
  return with_two(vm, a, [](World& world, PyObject* type, PyObject* o) {
    return truth(world, py.PyObject_IsSubclass(o, type));
  });
}
Value same(Caller& vm, const Value* a) {
  PyObject* left = proxied(vm, a[0]);
  return Value::boolean(left != nullptr && left == proxied(vm, a[1]));
}

/// The method `name` of an object's class, as `with` looks it up; null with CPython's exception.
Ref special(PyObject* o, const char* name, const char* problem) {
  Ref found(py.PyObject_GetAttrString(reinterpret_cast<PyObject*>(Py_TYPE(o)), name));
  if (found) return found;
  py.PyErr_Clear();
  Ref builtins(py.PyImport_ImportModule("builtins"));
  Ref type(builtins ? py.PyObject_GetAttrString(builtins.get(), "TypeError") : nullptr);
  std::string text = std::string("'") + Py_TYPE(o)->tp_name + "' object " + problem;
  if (type) py.PyErr_SetString(type.get(), text.c_str());
  return Ref();
}

Value enter(Caller& vm, const Value* a) {
  return with_object(vm, a[0], [](World& world, PyObject* o) {
    Ref method = special(o, "__enter__", "does not support the context manager protocol");
    Ref exit(method ? special(o, "__exit__",
                              "does not support the context manager protocol "
                              "(missed __exit__ method)")
                    : Ref());
    Ref arguments(exit ? py.PyTuple_New(1) : nullptr);
    if (!arguments) return raise_from_python(world);
    py.PyTuple_SetItem(arguments.get(), 0, Ref::borrow(o).release());
    return from_python(world, Ref(py.PyObject_CallObject(method.get(), arguments.get())));
  });
}

/// (object, exception or None)
Value exit(Caller& vm, const Value* a) {
  return with_object(vm, a[0], [&](World& world, PyObject* o) {
    Ref method = special(o, "__exit__", "does not support the context manager protocol");
    Ref arguments(method ? py.PyTuple_New(4) : nullptr);
    if (!arguments) return raise_from_python(world);
    Ref parts[] = {Ref::borrow(o), Ref::borrow(py.none), Ref::borrow(py.none),
                   Ref::borrow(py.none)};
    if (!a[1].is_none()) {
      parts[2] = exception_to_python(world, a[1]);
      if (!parts[2]) return Value::raised();
      parts[1] = Ref::borrow(reinterpret_cast<PyObject*>(Py_TYPE(parts[2].get())));
      Ref traceback(py.PyException_GetTraceback(parts[2].get()));
      if (traceback) parts[3] = std::move(traceback);
    }
    for (int k = 0; k < 4; k++) py.PyTuple_SetItem(arguments.get(), k, parts[k].release());
    return from_python(world, Ref(py.PyObject_CallObject(method.get(), arguments.get())));
  });
}

constexpr BuiltinDef kRows[] = {
    HH_LEAF("start", "", start_row, 0, "Starts CPython."),
    HH_LEAF("introduce", "object, error, make_error, apply, /", introduce, 0,
            "What python/cpython.py defines."),
    HH_CALLER("import_module", "name, /", import_module, 0, "importlib.import_module"),
    HH_CALLER("to_proxy", "value, /", to_proxy, 0, "A proxy of the converted value."),
    HH_CALLER("from_proxy", "object, /", from_proxy, 0, "A copy as a value."),
    HH_CALLER("get_attribute", "object, name, /", get_attribute, 0, "getattr"),
    HH_CALLER("get_attribute_proxy", "object, name, /", get_attribute_proxy, 0,
              "getattr, not converted"),
    HH_CALLER("set_attribute", "object, name, value, /", set_attribute, 0, "setattr"),
    HH_CALLER("delete_attribute", "object, name, /", delete_attribute, 0, "delattr"),
    HH_CALLER("call", "object, args, keywords, /", call, 0, "object(*args, **keywords)"),
    HH_CALLER("get_item", "object, key, /", get_item, 0, "object[key]"),
    HH_CALLER("set_item", "object, key, value, /", set_item, 0, "object[key] = value"),
    HH_CALLER("delete_item", "object, key, /", delete_item, 0, "del object[key]"),
    HH_CALLER("contains", "object, item, /", contains, 0, "item in object"),
    HH_CALLER("unary", "op, object, /", unary, 0, "A function of one object."),
    HH_CALLER("binary", "op, left, right, /", binary, 0, "An operator."),
    HH_CALLER("power", "object, exponent, modulus, /", power, 0, "pow() of three"),
    HH_CALLER("compare", "op, object, other, /", compare, 0, "A comparison."),
    HH_CALLER("is_true", "object, /", is_true, 0, "bool(object)"),
    HH_CALLER("length", "object, /", length, 0, "len(object)"),
    HH_CALLER("hash", "object, /", hash, 0, "hash(object)"),
    HH_CALLER("format", "object, spec, /", format, 0, "format(object, spec)"),
    HH_CALLER("next", "object, /", next, 0, "next(object)"),
    HH_CALLER("is_instance", "type, object, /", is_instance_of, 0, "isinstance(object, type)"),
    HH_CALLER("is_subclass", "type, object, /", is_subclass_of, 0, "issubclass(object, type)"),
    HH_CALLER("same", "object, other, /", same, 0, "Proxies of the same object?"),
    HH_CALLER("enter", "object, /", enter, 0, "type(object).__enter__(object)"),
    HH_CALLER("exit", "object, exception, /", exit, 0, "type(object).__exit__(object, ...)"),
};

}  // namespace

const BuiltinTable kRowsOfBridge = builtin_table(kRows);

}  // namespace hothouse::cpython
