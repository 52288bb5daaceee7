// Rows of dict's methods, of its views, and of mappingproxy.
#include "core/builtins/types/shared.h"
#include "core/objects/dict.h"
#include "core/objects/list.h"
#include "core/objects/namespace.h"
#include "core/objects/repr.h"
#include "core/objects/set.h"
#include "core/objects/tuple.h"

namespace hothouse {
namespace {

#define DICT_SELF(method)     \
  Value d = unwrap(vm, a[0]); \
  if (!is_dict(d)) return wrong_self(vm, method, "dict", a[0])

Value getitem(Leaf& vm, const Value* a) {
  DICT_SELF("__getitem__");
  int64_t at = dict_find(vm, d, a[1]);
  if (at >= 0) return dict_value_at(d, static_cast<uint64_t>(at));
  if (at == kDictRaised) return Value::raised();
  if (at == kDictNeedsCall || is_instance_kind(a[0])) return leave_to_python();
  return vm.key_error(a[1]);
}
Value setitem(Leaf& vm, const Value* a) {
  DICT_SELF("__setitem__");
  switch (dict_set(vm, d, a[1], a[2])) {
    case Verdict::NeedsCall:
      return leave_to_python();
    case Verdict::Raised:
      return Value::raised();
    default:
      return Value::none();
  }
}
Value delitem(Leaf& vm, const Value* a) {
  DICT_SELF("__delitem__");
  switch (dict_delete(vm, d, a[1])) {
    case Verdict::NeedsCall:
      return leave_to_python();
    case Verdict::Raised:
      return Value::raised();
    case Verdict::No:
      return vm.key_error(a[1]);
    default:
      return Value::none();
  }
}
Value contains(Leaf& vm, const Value* a) {
  DICT_SELF("__contains__");
  int64_t at = dict_find(vm, d, a[1]);
  if (at == kDictRaised) return Value::raised();
  return at == kDictNeedsCall ? leave_to_python() : Value::boolean(at >= 0);
}
Value get(Leaf& vm, const Value* a) {
  DICT_SELF("get");
  int64_t at = dict_find(vm, d, a[1]);
  if (at >= 0) return dict_value_at(d, static_cast<uint64_t>(at));
  if (at == kDictRaised) return Value::raised();
  if (at == kDictNeedsCall) return leave_to_python();
  return given(a[2]) ? a[2] : Value::none();
}
Value setdefault(Leaf& vm, const Value* a) {
  DICT_SELF("setdefault");
  int64_t at = dict_find(vm, d, a[1]);
  if (at >= 0) return dict_value_at(d, static_cast<uint64_t>(at));
  if (at == kDictRaised) return Value::raised();
  if (at == kDictNeedsCall) return leave_to_python();
  Value v = given(a[2]) ? a[2] : Value::none();
  return dict_set(vm, d, a[1], v) == Verdict::Raised ? Value::raised() : v;
}
Value pop(Leaf& vm, const Value* a) {
  DICT_SELF("pop");
  Value v = Value::undefined();
  switch (dict_delete(vm, d, a[1], &v)) {
    case Verdict::Yes:
      return v;
    case Verdict::NeedsCall:
      return leave_to_python();
    case Verdict::Raised:
      return Value::raised();
    default:
      return given(a[2]) ? a[2] : vm.key_error(a[1]);
  }
}
Value popitem(Leaf& vm, const Value* a) {
  DICT_SELF("popitem");
  return dict_popitem(vm, d);
}
template <DictPart part>
Value view(Leaf& vm, const Value* a) {
  DICT_SELF("keys");
  return make_dict_view(vm, d, part);
}
Value clear(Leaf& vm, const Value* a) {
  DICT_SELF("clear");
  dict_clear(vm, d);
  return Value::none();
}
Value copy(Leaf& vm, const Value* a) {
  DICT_SELF("copy");
  return dict_copy(vm, d);
}
Value update(Leaf& vm, const Value* a) {
  DICT_SELF("update");
  if (given(a[1])) {
    if (!is_dict(a[1])) return leave_to_python();
    Verdict v = dict_update(vm, d, a[1]);
    if (v == Verdict::NeedsCall) return leave_to_python();
    if (v == Verdict::Raised) return Value::raised();
  }
  if (is_dict(a[2]) && dict_count(a[2]) && dict_update(vm, d, a[2]) == Verdict::Raised) {
    return Value::raised();
  }
  return Value::none();
}
Value fromkeys(Leaf& vm, const Value* a) {
  if (a[0] != vm.types().value(TypeId::Dict)) return leave_to_python();
  Value d = make_dict(vm);
  Value v = given(a[2]) ? a[2] : Value::none();
  bool give_up = false;
  Value it = builtin_iterator(vm, a[1]);
  // An iterator that this consumed could not be left to Python.
  if (it.is_undefined() || it == a[1]) return leave_to_python();
  Verdict done = each_element(vm, it, [&](Value k) {
    Verdict r = dict_set(vm, d, k, v);
    give_up = r == Verdict::NeedsCall;
    return r != Verdict::Raised && !give_up;
  });
  if (give_up) return leave_to_python();
  return done == Verdict::Raised || vm.raised() ? Value::raised() : d;
}
Value dict_or(Leaf& vm, const Value* a) {
  DICT_SELF("__or__");
  if (!is_dict(unwrap(vm, a[1]))) return Value::not_implemented();
  Value out = dict_copy(vm, d);
  switch (dict_update(vm, out, unwrap(vm, a[1]))) {
    case Verdict::NeedsCall:
      return leave_to_python();
    case Verdict::Raised:
      return Value::raised();
    default:
      return out;
  }
}
Value dict_ior(Leaf& vm, const Value* a) {
  Value args[] = {a[0], a[1], Value::undefined()};
  Value r = update(vm, args);
  return r.is_none() ? a[0] : r;
}

Value view_contains(Leaf& vm, const Value* a) {
  Value d = a[0].as<DictView>()->dict;
  if (a[0].as_object()->map == kMapDictItems) {
    if (!is_tuple(a[1]) || tuple_length(a[1]) != 2) return Value::false_value();
    int64_t at = dict_find(vm, d, tuple_get(a[1], 0));
    if (at == kDictNeedsCall) return leave_to_python();
    if (at < 0) return at == kDictRaised ? Value::raised() : Value::false_value();
    return verdict_value(
        same_or_equal(vm, dict_value_at(d, static_cast<uint64_t>(at)), tuple_get(a[1], 1)));
  }
  int64_t at = dict_find(vm, d, a[1]);
  if (at == kDictNeedsCall) return leave_to_python();
  return at == kDictRaised ? Value::raised() : Value::boolean(at >= 0);
}
Value proxy_getitem(Leaf& vm, const Value* a) {
  Value args[] = {a[0].as<DictView>()->dict, a[1], a[2]};
  return getitem(vm, args);
}
Value proxy_get(Leaf& vm, const Value* a) {
  Value args[] = {a[0].as<DictView>()->dict, a[1], a[2]};
  return get(vm, args);
}
template <DictPart part>
Value proxy_view(Leaf& vm, const Value* a) {
  return make_dict_view(vm, a[0].as<DictView>()->dict, part);
}
Value proxy_copy(Leaf& vm, const Value* a) { return dict_copy(vm, a[0].as<DictView>()->dict); }

const BuiltinDef kRows[] = {
    HH_CLASS_GETITEM,
    {"get", "self, key, default=, /", get, nullptr, kBuiltinReadOnly | kBuiltinPython,
     Inlined::DictGet, "The value of key, or else default."},
    HH_LEAF("setdefault", "self, key, default=, /", setdefault, kBuiltinPython,
            "The value of key; stores default if there is none."),
    HH_LEAF("pop", "self, key, default=, /", pop, kBuiltinPython,
            "Removes key and returns its value."),
    HH_LEAF("popitem", "self, /", popitem, 0, "Removes and returns the last item."),
    HH_LEAF("keys", "self, /", view<DictPart::Keys>, kBuiltinReadOnly, "A view of the keys."),
    HH_LEAF("values", "self, /", view<DictPart::Values>, kBuiltinReadOnly, "A view of the values."),
    HH_LEAF("items", "self, /", view<DictPart::Items>, kBuiltinReadOnly, "A view of the items."),
    HH_LEAF("clear", "self, /", clear, kBuiltinNoRaise, "Removes all items."),
    HH_LEAF("copy", "self, /", copy, kBuiltinReadOnly, "A shallow copy."),
    HH_LEAF("update", "self, other=, /, **kwargs", update, kBuiltinPython,
            "Adds the items of a mapping or of an iterable of pairs."),
    HH_LEAF("fromkeys", "cls, iterable, value=, /", fromkeys, kBuiltinClassMethod | kBuiltinPython,
            "A dict with the keys of an iterable."),
    HH_LEAF("__getitem__", "self, key, /", getitem, kBuiltinReadOnly | kBuiltinPython, "self[key]"),
    HH_LEAF("__setitem__", "self, key, value, /", setitem, kBuiltinPython, "self[key] = value"),
    HH_LEAF("__delitem__", "self, key, /", delitem, kBuiltinPython, "del self[key]"),
    HH_LEAF("__contains__", "self, key, /", contains, kBuiltinReadOnly | kBuiltinPython,
            "key in self"),
    HH_LEAF("__or__", "self, value, /", dict_or, kBuiltinReadOnly | kBuiltinPython, "self | value"),
    HH_LEAF("__ior__", "self, value, /", dict_ior, kBuiltinPython, "self |= value"),
    HH_LEAF("__len__", "self, /", dunder_len_leaf, kBuiltinReadOnly, "len(self)"),
    HH_LEAF("__iter__", "self, /", dunder_iter_leaf, kBuiltinReadOnly, "iter(self)"),
    HH_LEAF("__reversed__", "self, /", dunder_reversed_leaf, kBuiltinReadOnly, "reversed(self)"),
    HH_LEAF("__repr__", "self, /", dunder_repr_leaf, kBuiltinReadOnly | kBuiltinPython,
            "repr(self)"),
    HH_EQUALITY_ROWS,
    HH_NEW,
    HH_INIT,
};

#define VIEW_ROWS                                                                         \
  HH_LEAF("__len__", "self, /", dunder_len_leaf, kBuiltinReadOnly, "len(self)"),          \
      HH_LEAF("__iter__", "self, /", dunder_iter_leaf, kBuiltinReadOnly, "iter(self)"),   \
      HH_LEAF("__reversed__", "self, /", dunder_reversed_leaf, kBuiltinReadOnly,          \
              "reversed(self)"),                                                          \
      HH_LEAF("__repr__", "self, /", dunder_repr_leaf, kBuiltinReadOnly | kBuiltinPython, \
              "repr(self)")
#define SET_VIEW_ROWS                                                                       \
  HH_LEAF("__contains__", "self, key, /", view_contains, kBuiltinReadOnly | kBuiltinPython, \
          "key in self"),                                                                   \
      HH_PYTHON("__or__", "self, value, /", "self | value"),                                \
      HH_PYTHON("__and__", "self, value, /", "self & value"),                               \
      HH_PYTHON("__sub__", "self, value, /", "self - value"),                               \
      HH_PYTHON("__xor__", "self, value, /", "self ^ value"),                               \
      HH_PYTHON("__ror__", "self, value, /", "value | self"),                               \
      HH_PYTHON("__rand__", "self, value, /", "value & self"),                              \
      HH_PYTHON("__rsub__", "self, value, /", "value - self"),                              \
      HH_PYTHON("__rxor__", "self, value, /", "value ^ self"),                              \
      HH_PYTHON("__eq__", "self, value, /", "self == value"),                               \
      HH_PYTHON("__ne__", "self, value, /", "self != value"),                               \
      HH_PYTHON("__le__", "self, value, /", "self <= value"),                               \
      HH_PYTHON("__lt__", "self, value, /", "self < value"),                                \
      HH_PYTHON("__ge__", "self, value, /", "self >= value"),                               \
      HH_PYTHON("__gt__", "self, value, /", "self > value"),                                \
      HH_PYTHON("isdisjoint", "self, other, /", "Have the two no element in common?")

Value view_mapping(Leaf& vm, const Value* a) {
  Value proxy = make_dict_view(vm, a[0].as<DictView>()->dict, DictPart::Keys);
  proxy.as_object()->map = kMapMappingProxy;
  return proxy;
}
#define MAPPING_ROW                                                              \
  HH_LEAF("mapping", "self, /", view_mapping, kBuiltinReadOnly | kBuiltinGetter, \
          "The dict that it is a view of.")

const BuiltinDef kKeys[] = {VIEW_ROWS, SET_VIEW_ROWS, MAPPING_ROW};
const BuiltinDef kItems[] = {VIEW_ROWS, SET_VIEW_ROWS, MAPPING_ROW};
const BuiltinDef kValues[] = {VIEW_ROWS, MAPPING_ROW};
const BuiltinDef kProxy[] = {
    HH_LEAF("__getitem__", "self, key, /", proxy_getitem, kBuiltinReadOnly | kBuiltinPython,
            "self[key]"),
    HH_LEAF("get", "self, key, default=, /", proxy_get, kBuiltinReadOnly | kBuiltinPython,
            "The value of key, or else default."),
    HH_LEAF("keys", "self, /", proxy_view<DictPart::Keys>, kBuiltinReadOnly, "A view of the keys."),
    HH_LEAF("values", "self, /", proxy_view<DictPart::Values>, kBuiltinReadOnly,
            "A view of the values."),
    HH_LEAF("items", "self, /", proxy_view<DictPart::Items>, kBuiltinReadOnly,
            "A view of the items."),
    HH_LEAF("copy", "self, /", proxy_copy, kBuiltinReadOnly, "A dict with the items."),
    HH_LEAF("__contains__", "self, key, /", view_contains, kBuiltinReadOnly | kBuiltinPython,
            "key in self"),
    HH_PYTHON("__eq__", "self, value, /", "self == value"),
    HH_PYTHON("__ne__", "self, value, /", "self != value"),
    HH_PYTHON("__or__", "self, value, /", "self | value"),
    HH_PYTHON("__ror__", "self, value, /", "value | self"),
    HH_PYTHON("__str__", "self, /", "str(self): that of the mapping."),
    VIEW_ROWS,
};

}  // namespace

const BuiltinTable kDictRows = builtin_table(kRows);
const BuiltinTable kDictKeysRows = builtin_table(kKeys);
const BuiltinTable kDictItemsRows = builtin_table(kItems);
const BuiltinTable kDictValuesRows = builtin_table(kValues);
const BuiltinTable kMappingProxyRows = builtin_table(kProxy);

}  // namespace hothouse
