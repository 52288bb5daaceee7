// Comparisons that may call Python: user-defined methods, and containers that hold instances
// with such.
#include "core/objects/attributes.h"
#include "core/objects/compare.h"
#include "core/objects/dict.h"
#include "core/objects/int.h"
#include "core/objects/list.h"
#include "core/objects/set.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

NameId method_name(CompareOp op) {
  constexpr NameId kNames[] = {NameId::Lt, NameId::Le, NameId::Eq,
                               NameId::Ne, NameId::Gt, NameId::Ge};
  return kNames[static_cast<int>(op)];
}

Value boolean_or_raised(int r) { return r < 0 ? Value::raised() : Value::boolean(r > 0); }

Value negated(Caller& vm, Value v) {
  if (v.is_raised() || v.is_not_implemented()) return v;
  int t = truth_call(vm, v);
  return t < 0 ? Value::raised() : Value::boolean(t == 0);
}

template <class Length, class Get>
Value compare_sequences_call(Caller& vm, CompareOp op, Rooted& a, Rooted& b, Length length,
                             Get get) {
  bool eq = op == CompareOp::Eq, ne = op == CompareOp::Ne;
  if ((eq || ne) && length(a) != length(b)) return Value::boolean(ne);
  for (uint64_t i = 0; i < length(a) && i < length(b); ++i) {
    int same = same_or_equal_call(vm, get(a, i), get(b, i));
    if (same < 0) return Value::raised();
    if (same > 0) continue;
    if (eq || ne) return Value::boolean(ne);
    if (i >= length(a) || i >= length(b)) break;  // the comparison shortened a list
    return compare_call(vm, op, get(a, i), get(b, i));
  }
  uint64_t n = length(a), m = length(b);
  return Value::boolean(op == CompareOp::Lt   ? n < m
                        : op == CompareOp::Le ? n <= m
                        : eq                  ? n == m
                        : ne                  ? n != m
                        : op == CompareOp::Gt ? n > m
                                              : n >= m);
}

Value set_of_view(Caller& vm, Value v_value) {
  if (is_any_set(v_value)) return v_value;
  auto* view = v_value.as<DictView>();
  Rooted dict(vm, view->dict);
  bool items = view->map == kMapDictItems;
  Rooted set(vm, make_set(vm));
  uint64_t position = 0;
  Value key, value;
  while (dict_next(dict, &position, &key, &value)) {
    if (set_add_call(vm, set, items ? make_tuple(vm, {key, value}) : key) < 0) {
      return Value::raised();
    }
  }
  return set;
}

Value compare_sets_call(Caller& vm, CompareOp op, Value a, Value b) {
  uint64_t n = set_count(a), m = set_count(b);
  switch (op) {
    case CompareOp::Eq:
      return boolean_or_raised(set_equal_call(vm, a, b));
    case CompareOp::Ne: {
      int r = set_equal_call(vm, a, b);
      return r < 0 ? Value::raised() : Value::boolean(r == 0);
    }
    case CompareOp::Le:
    case CompareOp::Lt:
      if (op == CompareOp::Le ? n > m : n >= m) return Value::false_value();
      return boolean_or_raised(set_is_subset_call(vm, a, b));
    default:
      if (op == CompareOp::Ge ? n < m : n <= m) return Value::false_value();
      return boolean_or_raised(set_is_subset_call(vm, b, a));
  }
}

// Built-in comparison of a with b, whose elements may need calls; NotImplemented if the types
// do not go together.
Value native_compare(Caller& vm, CompareOp op, Value a_value, Value b_value) {
  a_value = unwrap(vm, a_value);
  b_value = unwrap(vm, b_value);
  if (a_value.is_object() && b_value.is_object()) {
    Kind k = a_value.as_object()->kind, l = b_value.as_object()->kind;
    Rooted a(vm, a_value), b(vm, b_value);
    if (k == Kind::Tuple && l == Kind::Tuple) {
      return compare_sequences_call(
          vm, op, a, b, [](Value v) { return tuple_length(v); },
          [](Value v, uint64_t i) { return tuple_get(v, i); });
    }
    if (k == Kind::List && l == Kind::List) {
      return compare_sequences_call(
          vm, op, a, b, [](Value v) { return list_length(v); },
          [&](Value v, uint64_t i) { return list_get(vm, v, i); });
    }
    if (k == Kind::Dict && l == Kind::Dict && (op == CompareOp::Eq || op == CompareOp::Ne)) {
      Value r = boolean_or_raised(dict_equal_call(vm, a, b));
      return op == CompareOp::Ne ? negated(vm, r) : r;
    }
    auto set_like = [](Value v) {
      return is_any_set(v) || (is_kind(v, Kind::DictView) && v.as_object()->map != kMapDictValues);
    };
    if (set_like(a) && set_like(b)) {
      a = set_of_view(vm, a);
      if (a.get().is_raised()) return a;
      b = set_of_view(vm, b);
      if (b.get().is_raised()) return b;
      return compare_sets_call(vm, op, a, b);
    }
  }
  Verdict r = compare(vm, op, a_value, b_value);
  if (r == Verdict::Yes || r == Verdict::No) {
    // Identity is the last resort of the caller, not an answer of this operand.
    bool equality = op == CompareOp::Eq || op == CompareOp::Ne;
    if (equality && map_id_of(a_value) != map_id_of(b_value)) {
      Verdict other = compare(vm, CompareOp::Eq, b_value, a_value);
      if (other == Verdict::No) return Value::not_implemented();
    }
    return Value::boolean(r == Verdict::Yes);
  }
  if (r == Verdict::Raised && is_instance(vm, vm.pending(), TypeId::TypeError)) {
    vm.clear_pending();
    return Value::not_implemented();
  }
  return r == Verdict::Raised ? Value::raised() : Value::not_implemented();
}

// self.__op__(other): the user's method, or ours.
Value compare_by(Caller& vm, CompareOp op, Value self_value, Value other_value) {
  if (!self_value.is_object()) return native_compare(vm, op, self_value, other_value);
  Kind kind = self_value.as_object()->kind;
  if (kind != Kind::Instance && kind != Kind::External && kind != Kind::Type) {
    return native_compare(vm, op, self_value, other_value);
  }
  Type* t = type_of(vm, self_value);
  Value method = lookup_in_type(vm, t, method_name(op));
  bool users = !method.is_undefined() && !is_kind(method, Kind::Builtin);
  if (op == CompareOp::Ne && !users) {
    Value eq = lookup_in_type(vm, t, NameId::Eq);
    if (!eq.is_undefined() && !is_kind(eq, Kind::Builtin)) {
      return negated(vm, compare_by(vm, CompareOp::Eq, self_value, other_value));
    }
  }
  bool foreign =
      kind == Kind::External && !method.is_undefined() &&
      find_owner_in_type(vm, t, vm.types().name(method_name(op))) != vm.types().get(TypeId::Object);
  if (users || foreign) {
    Value r = call_special(vm, self_value, method_name(op), &other_value, 1);
    return r.is_undefined() ? Value::not_implemented() : r;
  }
  if (unwrap(vm, self_value) == self_value) return Value::not_implemented();
  return native_compare(vm, op, self_value, other_value);
}

}  // namespace

Value compare_call(Caller& vm, CompareOp op, Value a_value, Value b_value) {
  switch (compare(vm, op, a_value, b_value)) {
    case Verdict::Yes:
      return Value::true_value();
    case Verdict::No:
      return Value::false_value();
    case Verdict::Raised:
      return Value::raised();
    case Verdict::NeedsCall:
      break;
  }
  Rooted a(vm, a_value), b(vm, b_value);
  Type *s = type_of(vm, a), *t = type_of(vm, b);
  bool reflected_first = s != t && is_subtype(t, s) &&
                         find_in_type(vm, t, vm.types().name(method_name(swapped(op)))) != nullptr;
  if (reflected_first) {
    Value r = compare_by(vm, swapped(op), b, a);
    if (!r.is_not_implemented()) return r;
  }
  Value r = compare_by(vm, op, a, b);
  if (!r.is_not_implemented()) return r;
  if (!reflected_first) {
    r = compare_by(vm, swapped(op), b, a);
    if (!r.is_not_implemented()) return r;
  }
  if (op == CompareOp::Eq) return Value::boolean(a.get() == b.get());
  if (op == CompareOp::Ne) return Value::boolean(a.get() != b.get());
  return raise_not_supported(vm, op, a, b);
}

int compare_truth_call(Caller& vm, CompareOp op, Value a, Value b) {
  Value r = compare_call(vm, op, a, b);
  return r.is_raised() ? -1 : truth_call(vm, r);
}

int same_or_equal_call(Caller& vm, Value a, Value b) {
  return a == b ? 1 : compare_truth_call(vm, CompareOp::Eq, a, b);
}

int truth_call(Caller& vm, Value v_value) {
  switch (truth(vm, v_value)) {
    case Verdict::Yes:
      return 1;
    case Verdict::No:
      return 0;
    case Verdict::Raised:
      return -1;
    case Verdict::NeedsCall:
      break;
  }
  Rooted v(vm, v_value);
  Value r = call_special(vm, v, NameId::BoolMethod);
  if (r.is_raised()) return -1;
  if (!r.is_undefined()) {
    if (r.is_bool()) return r.is_true();
    vm.type_error("__bool__ should return bool, returned " + type_name_of(vm, r));
    return -1;
  }
  r = call_special(vm, v, NameId::Len);
  if (r.is_raised()) return -1;
  if (r.is_undefined()) return 1;
  Value n = as_int(vm, r);
  if (n.is_undefined()) {
    vm.type_error("'" + type_name_of(vm, r) + "' object cannot be interpreted as an integer");
    return -1;
  }
  if (int_sign(n) < 0) {
    vm.value_error("__len__() should return >= 0");
    return -1;
  }
  return int_sign(n) > 0;
}

}  // namespace hothouse
