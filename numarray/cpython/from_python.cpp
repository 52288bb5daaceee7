// Objects on their way from CPython.
#include "core/objects/bytes.h"
#include "core/objects/dict.h"
#include "core/objects/int.h"
#include "core/objects/list.h"
#include "core/objects/set.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "numarray/cpython/convert.h"
#include "numarray/cpython/errors.h"
#include "numarray/cpython/proxy.h"
#include "numarray/cpython/wrapper.h"

namespace hothouse::cpython {

namespace {

constexpr int kMaxDepth = 500;

Value convert_int(World& world, PyObject* o) {
  int overflow = 0;
  long long i = py.PyLong_AsLongLongAndOverflow(o, &overflow);
  if (overflow == 0) return world.vm.heap().make_int(i);
  Ref text(py.PyNumber_ToBase(o, 16));  // "-0x1f": no limit on digits, linear
  std::string digits;
  if (!text || !text_of(text.get(), &digits)) return raise_from_python(world);
  bool negative = digits[0] == '-';
  Value made = int_from_digits(world.vm, std::string_view(digits).substr(negative ? 3 : 2), 16);
  return made.is_raised() || !negative ? made : int_neg(world.vm, made);
}

Value convert_text(World& world, PyObject* o) {
  std::string text;
  return text_of(o, &text) ? world.vm.str(text) : raise_from_python(world);
}

Value convert_bytes(World& world, PyObject* o) {
  char* data = nullptr;
  Py_ssize_t size = 0;
  if (py.PyBytes_AsStringAndSize(o, &data, &size) != 0) return raise_from_python(world);
  return make_bytes(world.vm, BytesView(data, static_cast<size_t>(size)));
}

/// How much is converted: what cannot change, or all that can be.
enum class Depth { Immutable, All };

Value convert(World& world, PyObject* o, Depth how, int depth);

Value convert_element(World& world, PyObject* o, Depth how, int depth) {
  Value v = convert(world, o, how, depth + 1);
  return v.is_undefined() ? make_proxy(world, Ref::borrow(o)) : v;
}

Value convert_tuple(World& world, PyObject* o, Depth how, int depth) {
  Py_ssize_t count = py.PyTuple_Size(o);
  Rooted made(world.vm, make_list(world.vm, static_cast<uint64_t>(count)));
  for (Py_ssize_t k = 0; k < count; k++) {
    Value v = convert_element(world, py.PyTuple_GetItem(o, k), how, depth);
    if (v.is_raised()) return v;
    list_append(world.vm, made, v);
  }
  return tuple_from_list(world.vm, made);
}

Value convert_list(World& world, PyObject* o, int depth) {
  Rooted made(world.vm, make_list(world.vm));
  for (Py_ssize_t k = 0; k < py.PyList_Size(o); k++) {
    Ref element = Ref::borrow(py.PyList_GetItem(o, k));
    Value v = convert_element(world, element.get(), Depth::All, depth);
    if (v.is_raised()) return v;
    list_append(world.vm, made, v);
  }
  return made;
}

Value convert_set(World& world, PyObject* o, Depth how, int depth, bool frozen) {
  Vm& vm = world.vm;
  Rooted made(vm, make_set(vm));
  Ref iterator(py.PyObject_GetIter(o));
  while (iterator) {
    Ref element(py.PyIter_Next(iterator.get()));
    if (!element) break;
    Rooted v(vm, convert_element(world, element.get(), how, depth));
    if (v.get().is_raised()) return v;
    Verdict added = set_add(vm, made, v);
    if (added == Verdict::NeedsCall) {  // proxies and wrapped objects have methods
      Outside outside(world);
      if (set_add_call(vm, made, v) < 0) added = Verdict::Raised;
    }
    if (added == Verdict::Raised) return Value::raised();
  }
  if (py.PyErr_Occurred() != nullptr) return raise_from_python(world);
  return frozen ? set_copy(vm, made, true) : made.get();
}

Value convert_dict(World& world, PyObject* o, Depth how, int depth) {
  Vm& vm = world.vm;
  Rooted made(vm, make_dict(vm));
  PyObject *k = nullptr, *v = nullptr;
  Py_ssize_t position = 0;
  while (py.PyDict_Next(o, &position, &k, &v) != 0) {
    Ref value = Ref::borrow(v);
    Rooted key(vm, convert_element(world, k, how, depth));
    if (key.get().is_raised()) return key;
    Rooted converted(vm, convert_element(world, value.get(), how, depth));
    if (converted.get().is_raised()) return converted;
    Verdict stored = dict_set(vm, made, key, converted);
    if (stored == Verdict::NeedsCall) {
      Outside outside(world);
      if (dict_set_call(vm, made, key, converted).is_raised()) stored = Verdict::Raised;
    }
    if (stored == Verdict::Raised) return Value::raised();
  }
  return made;
}

/// Undefined: it becomes a proxy.
Value convert(World& world, PyObject* o, Depth how, int depth) {
  if (o == py.none) return Value::none();
  PyTypeObject* type = Py_TYPE(o);
  if (type == py.bool_type) return Value::boolean(py.PyObject_IsTrue(o) == 1);
  if (type == py.int_type) return convert_int(world, o);
  if (type == py.float_type) return Value::from_foreign_double(py.PyFloat_AsDouble(o));
  if (type == py.str_type) return convert_text(world, o);
  if (type == py.bytes_type) return convert_bytes(world, o);
  if (o == py.ellipsis) return Value::ellipsis();
  if (o == py.not_implemented) return Value::not_implemented();
  Value wrapped = unwrapped(world, o);
  if (!wrapped.is_undefined()) return wrapped;
  if (depth > kMaxDepth) {
    return world.vm.raise(TypeId::RecursionError,
                          "maximum depth exceeded in a conversion from CPython");
  }
  if (type == py.tuple_type) return convert_tuple(world, o, how, depth);
  if (type == py.frozenset_type) return convert_set(world, o, how, depth, true);
  if (how == Depth::Immutable) return Value::undefined();
  if (type == py.list_type) return convert_list(world, o, depth);
  if (type == py.dict_type) return convert_dict(world, o, how, depth);
  if (type == py.set_type) return convert_set(world, o, how, depth, false);
  if (type == py.bytearray_type) {
    return make_bytearray(world.vm, BytesView(py.PyByteArray_AsString(o),
                                              static_cast<size_t>(py.PyByteArray_Size(o))));
  }
  return Value::undefined();
}

}  // namespace

bool text_of(PyObject* str, std::string* text) {
  Py_ssize_t size = 0;
  if (const char* data = py.PyUnicode_AsUTF8AndSize(str, &size)) {
    text->assign(data, static_cast<size_t>(size));
    return true;
  }
  py.PyErr_Clear();  // a lone surrogate
  Ref bytes(py.PyUnicode_AsEncodedString(str, "utf-8", "surrogatepass"));
  char* data = nullptr;
  if (!bytes || py.PyBytes_AsStringAndSize(bytes.get(), &data, &size) != 0) return false;
  text->assign(data, static_cast<size_t>(size));
  return true;
}

Value from_python(World& world, Ref object) {
  if (!object) return raise_from_python(world);
  Value v = convert(world, object.get(), Depth::Immutable, 0);
  return v.is_undefined() ? make_proxy(world, std::move(object)) : v;
}

Value keywords_from_python(World& world, PyObject* keywords) {
  return convert_dict(world, keywords, Depth::Immutable, 0);
}

Value from_python_deep(World& world, Ref object) {
  Value v = convert(world, object.get(), Depth::All, 0);
  if (!v.is_undefined()) return v;
  // Numbers of other libraries say what they are.
  Ref number(py.PyNumber_Index(object.get()));
  if (!number) {
    py.PyErr_Clear();
    if (py.PyType_IsSubtype(Py_TYPE(object.get()), py.float_type) != 0) {
      number = Ref(py.PyNumber_Float(object.get()));
    } else if (py.PyType_IsSubtype(Py_TYPE(object.get()), py.str_type) != 0) {
      number = Ref(py.PyObject_Str(object.get()));
    }
  }
  if (number) return convert(world, number.get(), Depth::All, 0);
  if (py.PyErr_Occurred() != nullptr) return raise_from_python(world);
  return world.vm.type_error(std::string("cannot convert CPython's '") +
                             Py_TYPE(object.get())->tp_name + "' object");
}

}  // namespace hothouse::cpython
