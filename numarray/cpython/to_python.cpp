// Values on their way to CPython.
#include "core/builtins/library.h"
#include "core/objects/bytes.h"
#include "core/objects/dict.h"
#include "core/objects/int.h"
#include "core/objects/list.h"
#include "core/objects/set.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"
#include "numarray/cpython/convert.h"
#include "numarray/cpython/errors.h"
#include "numarray/cpython/proxy.h"
#include "numarray/cpython/wrapper.h"

namespace hothouse::cpython {

namespace {

constexpr int kMaxDepth = 500;

auto length_of(std::string_view text) { return static_cast<Py_ssize_t>(text.size()); }

/// A result of the API; its failure becomes ours.
Ref checked(World& world, PyObject* made) {
  if (made == nullptr) raise_from_python(world);
  return Ref(made);
}

Ref convert_int(World& world, Value v) {
  int64_t i = 0;
  if (as_int64(v, &i)) return checked(world, py.PyLong_FromLongLong(i));
  std::string digits;
  if (!int_to_text(world.vm, v, 16, &digits)) return Ref();
  return checked(world, py.PyLong_FromString(digits.c_str(), nullptr, 16));
}

/// The attribute of CPython's builtins.
Ref builtin_of(World& world, const char* name) {
  Ref builtins(py.PyImport_ImportModule("builtins"));
  if (!builtins) return checked(world, nullptr);
  return checked(world, py.PyObject_GetAttrString(builtins.get(), name));
}

/// A list or tuple, filled by `set`, which takes over the reference.
template <class Set>
bool convert_elements(World& world, const Rooted& row, uint64_t count, int depth, Set set) {
  for (uint64_t k = 0; k < count; k++) {
    bool is_row = is_list(row);
    if (is_row && k >= list_length(row)) break;  // a finalizer may run anything
    Rooted element(world.vm, is_row ? list_get(world.vm, row, k) : tuple_get(row, k));
    Ref o = to_python(world, element, depth);
    if (!o) return false;
    set(static_cast<Py_ssize_t>(k), o.release());
  }
  return true;
}

Ref convert_tuple(World& world, const Rooted& tuple, int depth) {
  uint64_t count = tuple_length(tuple);
  Ref made = checked(world, py.PyTuple_New(static_cast<Py_ssize_t>(count)));
  if (!made) return made;
  bool done = convert_elements(world, tuple, count, depth, [&](Py_ssize_t k, PyObject* o) {
    py.PyTuple_SetItem(made.get(), k, o);
  });
  return done ? std::move(made) : Ref();
}

Ref convert_list(World& world, const Rooted& list, int depth) {
  uint64_t count = list_length(list);
  Ref made = checked(world, py.PyList_New(static_cast<Py_ssize_t>(count)));
  if (!made) return made;
  for (uint64_t k = 0; k < count; k++) {  // no element stays null whatever happens
    py.PyList_SetItem(made.get(), static_cast<Py_ssize_t>(k), Ref::borrow(py.none).release());
  }
  bool done = convert_elements(world, list, count, depth, [&](Py_ssize_t k, PyObject* o) {
    py.PyList_SetItem(made.get(), k, o);
  });
  return done ? std::move(made) : Ref();
}

Ref convert_dict(World& world, const Rooted& dict, int depth) {
  Ref made = checked(world, py.PyDict_New());
  uint64_t position = 0;
  Value k, v;
  while (made && dict_next(dict, &position, &k, &v)) {
    Rooted key(world.vm, k), value(world.vm, v);
    Ref their_key = to_python(world, key, depth);
    Ref their_value = their_key ? to_python(world, value, depth) : Ref();
    if (!their_value) return Ref();
    if (py.PyDict_SetItem(made.get(), their_key.get(), their_value.get()) != 0) {
      return checked(world, nullptr);
    }
  }
  return made;
}

Ref convert_set(World& world, const Rooted& set, int depth) {
  bool frozen = is_kind(set, Kind::FrozenSet);
  Ref made = checked(world, py.PySet_New(nullptr));
  uint64_t position = 0;
  Value key;
  while (made && set_next(set, &position, &key)) {
    Rooted element(world.vm, key);
    Ref o = to_python(world, element, depth);
    if (!o) return Ref();
    if (py.PySet_Add(made.get(), o.get()) != 0) return checked(world, nullptr);
  }
  if (made && frozen) return checked(world, py.PyFrozenSet_New(made.get()));
  return made;
}

Ref convert_slice(World& world, const Rooted& slice, int depth) {
  Ref parts[3];
  for (int k = 0; k < 3; k++) {
    const auto* s = slice.as<Slice>();
    Rooted part(world.vm, k == 0 ? s->start : k == 1 ? s->stop : s->step);
    parts[k] = to_python(world, part, depth);
    if (!parts[k]) return Ref();
  }
  return checked(world, py.PySlice_New(parts[0].get(), parts[1].get(), parts[2].get()));
}

Ref convert_range(World& world, const Rooted& range, int depth) {
  Ref type = builtin_of(world, "range");
  Ref arguments = type ? checked(world, py.PyTuple_New(3)) : Ref();
  for (int k = 0; arguments && k < 3; k++) {
    const auto* r = range.as<Range>();
    Rooted part(world.vm, k == 0 ? r->start : k == 1 ? r->stop : r->step);
    Ref o = to_python(world, part, depth);
    if (!o) return Ref();
    py.PyTuple_SetItem(arguments.get(), k, o.release());
  }
  return arguments ? checked(world, py.PyObject_CallObject(type.get(), arguments.get())) : Ref();
}

/// Built-in types that both worlds have: those of values that are converted, and exceptions.
bool has_twin(World& world, Value v) {
  if (!is_type(v)) return false;
  auto is_one_of = [&](TypeId first, TypeId last) {
    for (auto k = static_cast<uint16_t>(first); k <= static_cast<uint16_t>(last); k++) {
      if (world.vm.types().value(static_cast<TypeId>(k)) == v) return true;
    }
    return false;
  };
  return is_one_of(TypeId::Object, TypeId::Range) ||
         is_one_of(TypeId::BaseException, TypeId::UserWarning);
}

/// A number, text or bytes: what subclasses of theirs are, too. Null and not raised: none of them.
Ref convert_plain(World& world, Value v, bool* plain) {
  *plain = true;
  if (v.is_none()) return Ref::borrow(py.none);
  if (v.is_bool()) return Ref(py.PyBool_FromLong(v.is_true()));
  if (v.is_double()) return checked(world, py.PyFloat_FromDouble(v.as_double()));
  if (v == Value::ellipsis()) return Ref::borrow(py.ellipsis);
  if (v.is_not_implemented()) return Ref::borrow(py.not_implemented);
  if (is_int_value(v)) return convert_int(world, v);
  if (is_str(v)) {
    Ref made = make_text(str_to_utf8(world.vm, v));
    return made ? std::move(made) : checked(world, nullptr);
  }
  if (is_bytes(v)) {
    BytesView b = bytes_view(v);
    return checked(world, py.PyBytes_FromStringAndSize(b.data(), length_of(b)));
  }
  *plain = false;
  return Ref();
}

}  // namespace

Ref make_text(std::string_view utf8) {
  return Ref(py.PyUnicode_DecodeUTF8(utf8.data(), length_of(utf8), "surrogatepass"));
}

bool is_foreign(World& world, Value v) {
  if (!v.is_object() || proxied(world.vm, v) != nullptr) return false;
  Value inner = unwrap(world.vm, v);
  if (!inner.is_object()) return false;
  switch (inner.as_object()->kind) {
    case Kind::BigInt:
    case Kind::Str:
    case Kind::Bytes:
      return false;
    case Kind::Tuple:
    case Kind::List:
    case Kind::Dict:
    case Kind::Set:
    case Kind::FrozenSet:
    case Kind::ByteArray:
    case Kind::Slice:
    case Kind::Range:
      return inner != v;
    default:
      return !has_twin(world, v);
  }
}

Ref to_python(World& world, Value v, int depth) {
  Vm& vm = world.vm;
  bool plain = false;
  Ref made = convert_plain(world, v, &plain);
  if (plain) return made;
  if (PyObject* o = proxied(vm, v)) return Ref::borrow(o);
  if (depth > kMaxDepth) {
    vm.raise(TypeId::RecursionError, "maximum depth exceeded in a conversion to CPython");
    return Ref();
  }
  Rooted rooted(vm, v);
  switch (v.as_object()->kind) {
    case Kind::Tuple:
      return convert_tuple(world, rooted, depth + 1);
    case Kind::List:
      return convert_list(world, rooted, depth + 1);
    case Kind::Dict:
      return convert_dict(world, rooted, depth + 1);
    case Kind::Set:
    case Kind::FrozenSet:
      return convert_set(world, rooted, depth + 1);
    case Kind::ByteArray: {
      BytesView b = bytes_view(v);
      return checked(world, py.PyByteArray_FromStringAndSize(b.data(), length_of(b)));
    }
    case Kind::Slice:
      return convert_slice(world, rooted, depth + 1);
    case Kind::Range:
      return convert_range(world, rooted, depth + 1);
    case Kind::Instance:
      // IntEnum and its like: numbers and text are what they wrap.
      made = convert_plain(world, unwrap(vm, v), &plain);
      if (plain) return made;
      break;
    default:
      break;
  }
  if (has_twin(world, v)) return builtin_of(world, type_name(v.as<Type>()).c_str());
  return wrap(world, v);
}

}  // namespace hothouse::cpython
