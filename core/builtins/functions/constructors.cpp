// Calling a built-in type: int("5"), list(x), range(10), type(x), ...
#include <charconv>

#include "core/builtins/arguments.h"
#include "core/builtins/compile.h"
#include "core/builtins/functions/functions.h"
#include "core/builtins/library.h"
#include "core/builtins/tables.h"
#include "core/builtins/types/code_replace.h"
#include "core/builtins/types/shared.h"
#include "core/bytecode/code.h"
#include "core/objects/attributes.h"
#include "core/objects/bytes.h"
#include "core/objects/callables.h"
#include "core/objects/complex.h"
#include "core/objects/dict.h"
#include "core/objects/exception.h"
#include "core/objects/float.h"
#include "core/objects/instance.h"
#include "core/objects/list.h"
#include "core/objects/namespace.h"
#include "core/objects/range.h"
#include "core/objects/repr.h"
#include "core/objects/set.h"
#include "core/objects/str_methods.h"
#include "core/objects/tuple.h"

namespace hothouse {
namespace {

Value new_object(Leaf& vm, const Value*) {
  return make_instance(vm, type_by_id(vm, TypeId::Object));
}

Value new_type(Leaf& vm, const Value* a) {
  if (!given(a[1]) && !given(a[2])) return type_value(type_of(vm, a[0]));
  if (!given(a[1]) || !given(a[2])) return vm.type_error("type() takes 1 or 3 arguments");
  return leave_to_python();
}

/// The text of a number in bytes or str; undefined if v is neither.
bool number_text(Leaf& vm, Value v, std::string* text) {
  if (is_str(v)) {
    *text = str_numeric_text(vm, v);
    return true;
  }
  return bytes_like_copy(v, text);
}

/// The usual text of an int: a few decimal digits, perhaps behind a minus. False: look closer.
bool plain_decimal(Leaf& vm, Value text, int64_t* i) {
  constexpr uint64_t kMost = 18;  // digits that fit for sure
  StrView v = str_view(vm, text);
  if (v.width != 1 || v.length == 0 || v.length > kMost) return false;
  const char* begin = reinterpret_cast<const char*>(v.data);
  auto [end, error] = std::from_chars(begin, begin + v.length, *i);
  return error == std::errc() && end == begin + v.length;
}

Value new_int(Leaf& vm, const Value* a) {
  if (!given(a[0])) {
    if (given(a[1])) return vm.type_error("int() missing string argument");
    return Value::small_int(0);
  }
  Value x = a[0];
  if (!given(a[1])) {
    if (x.is_int()) return x;
    if (x.is_double()) return int_from_double(vm, x.as_double());
    if (is_int_value(x)) return int_from_bool(x);
    int64_t i;
    if (is_str(x) && plain_decimal(vm, x, &i)) return vm.heap().make_int(i);
    if (is_instance_kind(x)) {
      // A subclass of str or bytes is read as text; others may have __int__.
      Value inner = unwrap(vm, x);
      if (!is_str(inner) && !is_bytes(inner) && !is_bytearray(inner)) return leave_to_python();
      if (!lookup_in_type(vm, type_of(vm, x), NameId::IntMethod).is_undefined()) {
        return leave_to_python();
      }
      x = inner;
    }
  }
  int base = 10;
  x = unwrap(vm, x);
  std::string text;
  bool is_text = number_text(vm, x, &text);
  if (given(a[1])) {
    if (needs_index(vm, a[1])) return leave_to_python();
    int64_t n;
    if (!clamped_argument(vm, a[1], &n)) return Value::raised();
    if (n != 0 && (n < 2 || n > 36)) {
      return vm.value_error("int() base must be >= 2 and <= 36, or 0");
    }
    if (!is_text || is_kind(x, Kind::MemoryView)) {
      return vm.type_error("int() can't convert non-string with explicit base");
    }
    base = static_cast<int>(n);
  }
  if (!is_text) {
    if (is_kind(x, Kind::External)) return leave_to_python();
    return vm.type_error(
        "int() argument must be a string, a bytes-like object or a real number, not '" +
        type_name_of(vm, a[0]) + "'");
  }
  Value shown = repr_leaf(vm, x);
  return int_from_text(vm, text, base, str_to_utf8(vm, shown));
}

Value new_float(Leaf& vm, const Value* a) {
  if (!given(a[0])) return Value::from_double(0.0);
  Value x = a[0];
  if (x.is_double()) return x;
  double d;
  if (is_int_value(x)) return int_to_double(vm, x, &d) ? Value::from_double(d) : Value::raised();
  if (is_instance_kind(x)) {
    Value inner = unwrap(vm, x);
    if (!is_str(inner)) return leave_to_python();
    x = inner;
  }
  std::string text;
  if (!number_text(vm, x, &text)) return leave_to_python();
  if (float_parse(text, &d)) return Value::from_double(d);
  return vm.value_error("could not convert string to float: " + str_to_utf8(vm, repr_leaf(vm, x)));
}

Value new_bool(Leaf& vm, const Value* a) {
  return given(a[0]) ? verdict_value(truth(vm, a[0])) : Value::false_value();
}

Value new_str(Leaf& vm, const Value* a) {
  if (given(a[1]) || given(a[2])) return leave_to_python();
  if (!given(a[0])) return vm.types().empty_str();
  return str_leaf(vm, a[0]);
}

Value new_complex(Leaf& vm, const Value* a) {
  ComplexParts x{0, 0}, y{0, 0};
  bool failed = false;
  auto plain = [&](Value v, ComplexParts* parts) {
    return !given(v) || (!is_instance_kind(v) && complex_operand(vm, v, parts, &failed));
  };
  if (!plain(a[0], &x) || !plain(a[1], &y)) {
    return failed ? Value::raised() : leave_to_python();
  }
  if (!given(a[1])) return is_complex(a[0]) ? a[0] : make_complex(vm, x.real, x.imag);
  // A complex second part turns: real + imag * 1j.
  if (is_complex(a[1])) x.real -= y.imag;
  if (is_complex(a[0])) y.real += x.imag;
  return make_complex(vm, x.real, y.real);
}
/// `element`: what a message calls one of them.
Value bytes_of(Leaf& vm, const Value* a, const char* element) {
  if (given(a[1]) || given(a[2])) return leave_to_python();
  if (!given(a[0])) return vm.types().empty_bytes();
  Value x = a[0];
  if (is_bytes(x)) return x;
  if (is_bytearray(x)) return make_bytes(vm, bytes_view(x));
  if (is_int_value(x)) {
    int64_t n;
    if (!int64_argument(vm, x, &n)) return Value::raised();
    if (n < 0) return vm.value_error("negative count");
    if (!vm.heap().can_allocate(static_cast<uint64_t>(n))) return vm.memory_error();
    Bytes* out = bytes_allocate(vm, static_cast<uint64_t>(n));
    std::memset(out->data(), 0, static_cast<size_t>(n));
    return Value::from_object(out);
  }
  if (is_str(x)) return vm.type_error("string argument without an encoding");
  std::string data;
  if (bytes_like_copy(x, &data)) return make_bytes(vm, data);  // a memoryview, of whatever format
  Value it = builtin_iterator(vm, x);
  if (it.is_undefined() || it == x) return leave_to_python();
  bool give_up = false;
  each_element(vm, it, [&](Value e) {
    int64_t b;
    Value n = as_int(vm, e);
    if (n.is_undefined()) {
      give_up = is_instance_kind(e);
      if (!give_up) int64_argument(vm, e, &b);
      return false;
    }
    if (!as_int64(n, &b) || b < 0 || b > 255) {
      vm.value_error(std::string(element) + " must be in range(0, 256)");
      return false;
    }
    data.push_back(static_cast<char>(b));
    return true;
  });
  if (give_up) return leave_to_python();
  return vm.raised() ? Value::raised() : make_bytes(vm, data);
}
Value new_bytes(Leaf& vm, const Value* a) { return bytes_of(vm, a, "bytes"); }
Value new_bytearray(Leaf& vm, const Value* a) {
  Value b = bytes_of(vm, a, "byte");
  return is_bytes(b) ? make_bytearray(vm, bytes_view(b)) : b;
}

/// A list of a short range of numbers that are no big ones; undefined otherwise.
Value collect_range(Leaf& vm, Range* r) {
  constexpr int64_t kFew = 64;
  int64_t numbers[kFew];
  if (!r->start.is_int() || !r->step.is_int() || !r->length.is_int()) return Value::undefined();
  const int64_t count = r->length.as_int(), step = r->step.as_int();
  if (count > kFew || step > INT32_MAX || step < INT32_MIN) return Value::undefined();
  for (int64_t k = 0, n = r->start.as_int(); k < count; ++k, n += step) numbers[k] = n;
  return make_list_i64(vm, numbers, static_cast<uint64_t>(count));
}

/// A new List of the elements of a built-in iterable; undefined otherwise.
Value collect(Leaf& vm, Value x) {
  if (is_kind(x, Kind::Range)) {
    if (Value row = collect_range(vm, x.as<Range>()); !row.is_undefined()) return row;
  }
  Value out = make_list(vm);
  if (is_list(x) || is_tuple(x)) {
    Value r = list_extend_list(vm, out, x);
    return r.is_raised() ? r : out;
  }
  Verdict v = each_element(vm, x, [&](Value e) { return !list_append(vm, out, e).is_raised(); });
  if (v == Verdict::No) return leave_to_python();
  return v == Verdict::Raised || vm.raised() ? Value::raised() : out;
}

Value new_list(Leaf& vm, const Value* a) { return given(a[0]) ? collect(vm, a[0]) : make_list(vm); }
Value new_tuple(Leaf& vm, const Value* a) {
  if (!given(a[0])) return vm.types().empty_tuple();
  if (is_tuple(a[0])) return a[0];
  if (is_list(a[0])) return tuple_from_list(vm, a[0]);
  Value row = collect(vm, a[0]);
  return is_list(row) ? tuple_from_list(vm, row) : row;
}
Value collect_set(Leaf& vm, Value x) {
  if (is_any_set(x)) return set_copy(vm, x, false);
  Value it = builtin_iterator(vm, x);
  if (it.is_undefined() || it == x) return leave_to_python();
  Value out = make_set(vm);
  bool give_up = false;
  Verdict v = each_element(vm, it, [&](Value e) {
    Verdict added = set_add(vm, out, e);
    give_up = added == Verdict::NeedsCall;
    return !give_up && added != Verdict::Raised;
  });
  if (give_up) return leave_to_python();
  return v == Verdict::Raised || vm.raised() ? Value::raised() : out;
}
Value new_set(Leaf& vm, const Value* a) {
  return given(a[0]) ? collect_set(vm, a[0]) : make_set(vm);
}
Value new_frozenset(Leaf& vm, const Value* a) {
  if (!given(a[0])) return vm.types().empty_frozenset();
  if (is_kind(a[0], Kind::FrozenSet)) return a[0];
  Value s = collect_set(vm, a[0]);
  return is_any_set(s) ? set_copy(vm, s, true) : s;
}
Value new_dict(Leaf& vm, const Value* a) {
  Value out;
  if (!given(a[0])) {
    out = make_dict(vm);
  } else if (is_dict(a[0])) {
    out = dict_copy(vm, a[0]);
  } else {
    return leave_to_python();
  }
  if (dict_count(a[1]) && dict_update(vm, out, a[1]) == Verdict::Raised) return Value::raised();
  return out;
}

Value new_range(Leaf& vm, const Value* a) {
  Value row[3] = {Value::small_int(0), Value::undefined(), Value::small_int(1)};
  if (!given(a[1])) {
    row[1] = a[0];
  } else {
    row[0] = a[0];
    row[1] = a[1];
    if (given(a[2])) row[2] = a[2];
  }
  for (Value& v : row) {
    Value n = as_int(vm, v);
    if (n.is_undefined()) {
      if (needs_index(vm, v)) return leave_to_python();
      return vm.type_error("'" + type_name_of(vm, v) +
                           "' object cannot be interpreted as an integer");
    }
    v = int_from_bool(n);
  }
  return make_range(vm, row[0], row[1], row[2]);
}
Value new_slice(Leaf& vm, const Value* a) {
  if (!given(a[1])) return make_slice(vm, Value::none(), a[0], Value::none());
  return make_slice(vm, a[0], a[1], given(a[2]) ? a[2] : Value::none());
}
Value new_property(Leaf& vm, const Value* a) {
  auto or_none = [](Value v) { return given(v) ? v : Value::none(); };
  Value getter = or_none(a[0]), doc = or_none(a[3]);
  bool of_getter = false;
  if (doc.is_none() && !getter.is_none()) {
    bool needs_call = false;
    doc = is_kind(getter, Kind::Function)
              ? getter.as<Function>()->doc
              : get_attribute(vm, getter, vm.types().name(NameId::Doc), &needs_call);
    if (needs_call) return leave_to_python();
    if (doc.is_raised()) vm.clear_pending();
    of_getter = !doc.is_raised() && !doc.is_undefined() && !doc.is_none();
    if (!of_getter) doc = Value::none();
  }
  Value p = make_property(vm, getter, or_none(a[1]), or_none(a[2]), doc);
  if (of_getter) p.as_object()->aux = kPropertyAuxGetterDoc;
  return p;
}
Value new_static_method(Leaf& vm, const Value* a) { return make_static_method(vm, a[0]); }
Value new_class_method(Leaf& vm, const Value* a) { return make_class_method(vm, a[0]); }
Value new_reversed(Leaf& vm, const Value* a) { return builtin_reversed(vm, a[0]); }
Value new_super(Leaf& vm, const Value* a) {
  if (!given(a[0])) return vm.raise(TypeId::RuntimeError, "super(): no arguments");
  if (a[0].is_none() && given(a[1])) {
    return vm.raise(TypeId::RuntimeError, "super(): __class__ cell not found");
  }
  if (!is_type(a[0])) {
    return vm.type_error("super() argument 1 must be a type, not " + type_name_of(vm, a[0]));
  }
  if (!given(a[1]) || a[1].is_none()) return make_super(vm, a[0], Value::none(), Value::none());
  Type* start = a[0].as<Type>();
  if (is_type(a[1]) && is_subtype(a[1].as<Type>(), start)) return make_super(vm, a[0], a[1], a[1]);
  Type* self_type = type_of(vm, a[1]);
  if (!is_subtype(self_type, start)) return leave_to_python();
  return make_super(vm, a[0], a[1], type_value(self_type));
}
Value new_module(Leaf& vm, const Value* a) {
  Value name = text_argument(vm, a[0], "module() argument 'name' must be str");
  if (name.is_undefined()) return Value::raised();
  Value m = make_module(vm, str_intern(vm, name));
  Value names = m.as<Module>()->names;
  namespace_set(vm, names, vm.types().name(NameId::Name), m.as<Module>()->name);
  namespace_set(vm, names, vm.intern("__doc__"), given(a[1]) ? a[1] : Value::none());
  for (const char* other : {"__package__", "__loader__", "__spec__"}) {
    namespace_set(vm, names, vm.intern(other), Value::none());
  }
  return m;
}
Value new_method(Leaf& vm, const Value* a) {
  if (!is_callable(vm, a[0])) return vm.type_error("first argument must be callable");
  if (a[1].is_none()) return vm.type_error("instance must not be None");
  return make_bound_method(vm, a[0], a[1]);
}
Value new_cell(Leaf& vm, const Value* a) {
  return make_cell(vm, given(a[0]) ? a[0] : Value::undefined());
}

/// types.FunctionType(code, globals, name, argdefs, closure)
Value new_function(Leaf& vm, const Value* a) {
  if (!is_kind(a[0], Kind::Code)) {
    return vm.type_error("function() argument 'code' must be code, not " +
                         (a[0].is_none() ? "None" : type_name_of(vm, a[0])));
  }
  Value globals = unwrap(vm, a[1]);
  if (!is_dict(globals)) {
    return vm.type_error("function() argument 'globals' must be dict, not " +
                         type_name_of(vm, a[1]));
  }
  CodeBody* body = a[0].as<Code>()->body.get();
  Value name = given(a[2]) ? a[2] : Value::none();
  Value defaults = given(a[3]) ? a[3] : Value::none();
  Value closure = given(a[4]) ? a[4] : Value::none();
  if (!name.is_none() && !is_str(name)) {
    return vm.type_error("arg 3 (name) must be None or string");
  }
  if (!defaults.is_none() && !is_tuple(defaults)) {
    return vm.type_error("arg 4 (defaults) must be None or tuple");
  }
  if (!is_tuple(closure)) {
    if (!body->free_names.empty()) return vm.type_error("arg 5 (closure) must be tuple");
    if (!closure.is_none()) return vm.type_error("arg 5 (closure) must be None or tuple");
  }
  const uint64_t cells = is_tuple(closure) ? tuple_length(closure) : 0;
  if (cells != body->free_names.size()) {
    return vm.value_error(str_to_utf8(vm, body->name) + " requires closure of length " +
                          std::to_string(body->free_names.size()) + ", not " +
                          std::to_string(cells));
  }
  for (uint64_t i = 0; i < cells; ++i) {
    if (!is_kind(tuple_get(closure, i), Kind::Cell)) {
      return vm.type_error("arg 5 (closure) expected cell, found " +
                           type_name_of(vm, tuple_get(closure, i)));
    }
  }
  Value names = dict_live_namespace(vm, globals, vm.types().empty_str());
  Value made = make_text_function(vm, code_with_globals(vm, a[0], names), names,
                                  vm.library().builtins_module.as<Module>()->names);
  auto* f = made.as<Function>();
  f->defaults = defaults;
  f->closure = cells ? closure : Value::none();
  if (is_str(name)) f->name = f->qualname = name;
  Value module = dict_get_name(vm, globals, vm.types().name(NameId::Name));
  f->module = module.is_undefined() ? Value::none() : module;
  vm.heap().write_barrier(f);
  return made;
}
Value new_none(Leaf&, const Value*) { return Value::none(); }
Value new_ellipsis(Leaf&, const Value*) { return Value::ellipsis(); }
Value new_not_implemented(Leaf&, const Value*) { return Value::not_implemented(); }
Value new_mapping_proxy(Leaf& vm, const Value* a) {
  if (!is_dict(a[0])) return leave_to_python();
  Value view = make_dict_view(vm, a[0], DictPart::Keys);
  view.as_object()->map = kMapMappingProxy;
  return view;
}

}  // namespace

#define CONSTRUCTOR(id, name, signature, function, flags, inlined, doc)              \
  {                                                                                  \
    TypeId::id, { name, signature, function, nullptr, flags, Inlined::inlined, doc } \
  }

const ConstructorRow kConstructors[] = {
    CONSTRUCTOR(Object, "object", "", new_object, 0, None, "A featureless object."),
    CONSTRUCTOR(Type, "type", "object, bases=, dict=, /, **kwds", new_type, kBuiltinPython, Type1,
                "The class of an object, or a new class."),
    CONSTRUCTOR(Int, "int", "x=, /, base=", new_int, kBuiltinPython, Int1, "An integer."),
    CONSTRUCTOR(Float, "float", "x=, /", new_float, kBuiltinPython, Float1, "A float."),
    CONSTRUCTOR(Bool, "bool", "x=, /", new_bool, kBuiltinPython, Bool1, "True or False."),
    CONSTRUCTOR(Complex, "complex", "real=, imag=", new_complex, kBuiltinPython, None,
                "A complex number."),
    CONSTRUCTOR(MemoryView, "memoryview", "object", leave_all_to_python, kBuiltinPython, None,
                "A view of a bytes-like object."),
    CONSTRUCTOR(Str, "str", "object=, encoding=, errors=", new_str, kBuiltinPython, None,
                "A string."),
    CONSTRUCTOR(Bytes, "bytes", "source=, encoding=, errors=", new_bytes, kBuiltinPython, None,
                "Bytes."),
    CONSTRUCTOR(ByteArray, "bytearray", "source=, encoding=, errors=", new_bytearray,
                kBuiltinPython, None, "A bytearray."),
    CONSTRUCTOR(List, "list", "iterable=, /", new_list, kBuiltinPython, None,
                "A list of the elements."),
    CONSTRUCTOR(Tuple, "tuple", "iterable=, /", new_tuple, kBuiltinPython, None,
                "A tuple of the elements."),
    CONSTRUCTOR(Set, "set", "iterable=, /", new_set, kBuiltinPython, None,
                "A set of the elements."),
    CONSTRUCTOR(FrozenSet, "frozenset", "iterable=, /", new_frozenset, kBuiltinPython, None,
                "A frozenset of the elements."),
    CONSTRUCTOR(Dict, "dict", "mapping=, /, **kwargs", new_dict, kBuiltinPython, None, "A dict."),
    CONSTRUCTOR(Range, "range", "start, stop=, step=, /", new_range, kBuiltinPython, Range,
                "A range of integers."),
    CONSTRUCTOR(BoundMethod, "method", "function, instance, /", new_method, 0, None,
                "A function bound to an object."),
    CONSTRUCTOR(Slice, "slice", "start, stop=, step=, /", new_slice, 0, None, "A slice."),
    CONSTRUCTOR(Property, "property", "fget=, fset=, fdel=, doc=", new_property, kBuiltinPython,
                None, "A computed attribute."),
    CONSTRUCTOR(StaticMethod, "staticmethod", "function, /", new_static_method, 0, None,
                "A function that is not bound."),
    CONSTRUCTOR(ClassMethod, "classmethod", "function, /", new_class_method, 0, None,
                "A function bound to the class."),
    CONSTRUCTOR(Super, "super", "type=, object=, /", new_super, kBuiltinPython, Super,
                "Attributes behind a class in the MRO."),
    CONSTRUCTOR(Reversed, "reversed", "sequence, /", new_reversed, kBuiltinPython, None,
                "An iterator from the end."),
    CONSTRUCTOR(Module, "module", "name, doc=", new_module, 0, None, "A module."),
    CONSTRUCTOR(Cell, "cell", "contents=, /", new_cell, 0, None, "A cell of a closure."),
    CONSTRUCTOR(Function, "function", "code, globals, name=, argdefs=, closure=", new_function, 0,
                None, "A function that runs code with other globals."),
    CONSTRUCTOR(NoneType, "NoneType", "", new_none, 0, None, "None"),
    CONSTRUCTOR(EllipsisType, "ellipsis", "", new_ellipsis, 0, None, "Ellipsis"),
    CONSTRUCTOR(NotImplementedType, "NotImplementedType", "", new_not_implemented, 0, None,
                "NotImplemented"),
    CONSTRUCTOR(MappingProxy, "mappingproxy", "mapping, /", new_mapping_proxy, kBuiltinPython, None,
                "A read-only view."),
    CONSTRUCTOR(kCount, "map", "function, iterable, /, *iterables", leave_all_to_python,
                kBuiltinPython, None, "Applies a function to the elements."),
    CONSTRUCTOR(kCount, "filter", "function, iterable, /", leave_all_to_python, kBuiltinPython,
                None, "The elements for which a function is true."),
    CONSTRUCTOR(kCount, "zip", "*iterables, strict=", leave_all_to_python, kBuiltinPython, None,
                "Tuples of corresponding elements."),
    CONSTRUCTOR(kCount, "enumerate", "iterable, start=", leave_all_to_python, kBuiltinPython, None,
                "Pairs of number and element."),
};
namespace {

Value new_exception(Leaf& vm, const Value* a) {
  Type* t = a[0].as<Type>();
  int64_t error;
  if (t == type_by_id(vm, TypeId::OSError) && tuple_length(a[1]) >= 2 && tuple_length(a[1]) <= 5 &&
      as_int64(tuple_get(a[1], 0), &error)) {
    t = type_by_id(vm, os_error_type(error));
  }
  if (is_subtype(t, type_by_id(vm, TypeId::BaseExceptionGroup))) {
    t = check_exception_group(vm, t, a[1]);
    if (t == nullptr) return Value::raised();
  }
  if (!check_unicode_args(vm, t, a[1])) return Value::raised();
  Value e = make_exception(vm, t, a[1]);
  if (e.is_raised() || dict_count(a[2]) == 0) return e;
  return take_exception_keywords(vm, e, a[2]) ? e : Value::raised();
}
Value cannot_create(Leaf& vm, const Value* a) {
  return vm.type_error("cannot create '" + type_name(a[0].as<Type>()) + "' instances");
}

}  // namespace

const BuiltinDef kExceptionConstructor =
    HH_LEAF("exception", "cls, /, *args, **kwargs", new_exception, 0, "A new exception.");
const BuiltinDef kCannotCreate =
    HH_LEAF("type", "cls, /, *args, **kwargs", cannot_create, 0, "Refuses.");

const uint32_t kConstructorCount = sizeof(kConstructors) / sizeof(kConstructors[0]);

}  // namespace hothouse
