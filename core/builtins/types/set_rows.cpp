// Rows of set's and frozenset's methods.
#include "core/builtins/types/shared.h"
#include "core/objects/dict.h"
#include "core/objects/set.h"
#include "core/objects/tuple.h"

namespace hothouse {
namespace {

#define SET_SELF(method)      \
  Value s = unwrap(vm, a[0]); \
  if (!is_any_set(s)) return wrong_self(vm, method, "set", a[0])

/// None, undefined for NeedsCall, or raised.
Value done(Verdict v) {
  return v == Verdict::NeedsCall ? leave_to_python()
         : v == Verdict::Raised  ? Value::raised()
                                 : Value::none();
}

Value add(Leaf& vm, const Value* a) {
  SET_SELF("add");
  return done(set_add(vm, s, a[1]));
}
Value discard(Leaf& vm, const Value* a) {
  SET_SELF("discard");
  return done(set_discard(vm, s, set_lookup_key(vm, a[1])));
}
Value remove(Leaf& vm, const Value* a) {
  SET_SELF("remove");
  Verdict v = set_discard(vm, s, set_lookup_key(vm, a[1]));
  return v == Verdict::No ? vm.key_error(a[1]) : done(v);
}
Value contains(Leaf& vm, const Value* a) {
  SET_SELF("__contains__");
  return verdict_value(set_contains(vm, s, set_lookup_key(vm, a[1])));
}
Value pop(Leaf& vm, const Value* a) {
  SET_SELF("pop");
  return set_pop(vm, s);
}
Value clear(Leaf& vm, const Value* a) {
  SET_SELF("clear");
  set_clear(vm, s);
  return Value::none();
}
Value copy(Leaf& vm, const Value* a) {
  SET_SELF("copy");
  return is_kind(s, Kind::FrozenSet) ? s : set_copy(vm, s, false);
}

/// The elements of v as a set: itself, or a new one; undefined if Python must do it.
Value as_set(Leaf& vm, Value v, bool fresh) {
  if (is_any_set(v)) return fresh ? set_copy(vm, v, false) : v;
  Value it = builtin_iterator(vm, v);
  if (it.is_undefined() || it == v) return Value::undefined();
  Value out = make_set(vm);
  Verdict last = Verdict::Yes;
  Verdict all = each_element(vm, it, [&](Value x) {
    last = set_add(vm, out, x);
    return last == Verdict::Yes || last == Verdict::No;
  });
  if (last == Verdict::NeedsCall) return Value::undefined();
  return last == Verdict::Raised || all == Verdict::Raised ? Value::raised() : out;
}

enum class Operation { Union, Intersection, Difference, Symmetric };

/// result := result op other, result being ours; undefined if a call is needed.
Value apply(Leaf& vm, Operation op, Value result, Value other) {
  uint64_t at = 0;
  Value key;
  switch (op) {
    case Operation::Union:
      while (set_next(other, &at, &key)) {
        Value r = done(set_add(vm, result, key));
        if (!r.is_none()) return r;
      }
      return result;
    case Operation::Difference:
      while (set_next(other, &at, &key)) {
        Value r = done(set_discard(vm, result, key));
        if (!r.is_none()) return r;
      }
      return result;
    case Operation::Intersection: {
      Value out = make_set(vm);
      Value small = result, large = other;
      if (set_count(large) < set_count(small)) std::swap(small, large);
      while (set_next(small, &at, &key)) {
        Verdict v = set_contains(vm, large, key);
        if (v == Verdict::NeedsCall || v == Verdict::Raised) return done(v);
        if (v == Verdict::Yes) set_add(vm, out, key);
      }
      return out;
    }
    case Operation::Symmetric:
      while (set_next(other, &at, &key)) {
        Verdict v = set_discard(vm, result, key);
        if (v == Verdict::No) v = set_add(vm, result, key);
        if (v == Verdict::NeedsCall || v == Verdict::Raised) return done(v);
      }
      return result;
  }
  return result;
}

Value freeze_like(Leaf& vm, Value self, Value result) {
  return is_kind(self, Kind::FrozenSet) ? set_copy(vm, result, true) : result;
}

/// The same for any iterable. Sets that are not sets are gone through in their own order, so that
/// the result iterates as CPython's does. Union and difference may be done twice without harm, so
/// they change `result` itself before they find out that a call is needed.
Value apply_iterable(Leaf& vm, Operation op, Value result, Value other) {
  if (is_any_set(other)) return apply(vm, op, result, other);
  Value it = builtin_iterator(vm, other);
  if (it.is_undefined() || it == other) return leave_to_python();
  if (it.is_raised()) return it;
  Value out = op == Operation::Intersection ? make_set(vm) : result;
  Verdict last = Verdict::Yes;
  Verdict all = each_element(vm, it, [&](Value x) {
    if (op == Operation::Union) {
      last = set_add(vm, out, x);
    } else if (op == Operation::Difference) {
      last = set_discard(vm, out, x);
    } else {
      last = set_contains(vm, result, x);
      if (last == Verdict::Yes) set_add(vm, out, x);
    }
    return last == Verdict::Yes || last == Verdict::No;
  });
  if (last == Verdict::NeedsCall) return leave_to_python();
  return last == Verdict::Raised || all == Verdict::Raised ? Value::raised() : out;
}

/// union, intersection, difference of any number of iterables.
template <Operation op>
Value combine(Leaf& vm, const Value* a) {
  SET_SELF("union");
  Value result = set_copy(vm, s, false);
  Tuple* others = a[1].as<Tuple>();
  for (uint64_t i = 0; i < others->length; ++i) {
    result = apply_iterable(vm, op, result, others->data()[i]);
    if (result.is_undefined() || result.is_raised()) return result;
  }
  return freeze_like(vm, s, result);
}
Value symmetric_difference(Leaf& vm, const Value* a) {
  SET_SELF("symmetric_difference");
  Value other = as_set(vm, a[1], false);
  if (other.is_undefined() || other.is_raised()) return other;
  Value result = apply(vm, Operation::Symmetric, set_copy(vm, s, false), other);
  return result.is_undefined() || result.is_raised() ? result : freeze_like(vm, s, result);
}

/// Puts the elements of `result` in place of those of s.
Value replace_with(Leaf& vm, Value s, Value result) {
  if (result.is_undefined() || result.is_raised()) return result;
  Set* from = result.as<Set>();
  Set* to = s.as<Set>();
  to->count = from->count;
  to->fill = from->fill;
  to->mask = from->mask;
  to->table = from->table;
  ++to->version;
  vm.heap().write_barrier(to);
  return Value::none();
}

template <Operation op>
Value combine_in_place(Leaf& vm, const Value* a) {
  SET_SELF("update");
  Tuple* others = a[1].as<Tuple>();
  constexpr bool kRepeatable = op == Operation::Union || op == Operation::Difference;
  Value result = kRepeatable ? s : set_copy(vm, s, false);
  for (uint64_t i = 0; i < others->length; ++i) {
    Value other = others->data()[i];
    if (other == a[0]) other = set_copy(vm, s, false);
    result = apply_iterable(vm, op, result, other);
    if (result.is_undefined() || result.is_raised()) return result;
  }
  return kRepeatable ? Value::none() : replace_with(vm, s, result);
}
Value symmetric_difference_update(Leaf& vm, const Value* a) {
  SET_SELF("symmetric_difference_update");
  Value other = as_set(vm, a[1], false);
  if (other.is_undefined() || other.is_raised()) return other;
  return replace_with(vm, s, apply(vm, Operation::Symmetric, set_copy(vm, s, false), other));
}

template <Operation op>
Value operate(Leaf& vm, const Value* a) {
  SET_SELF("__or__");
  Value other = unwrap(vm, a[1]);
  if (!is_any_set(other)) {
    return is_kind(other, Kind::DictView) ? leave_to_python() : Value::not_implemented();
  }
  Value result = apply(vm, op, set_copy(vm, s, false), other);
  return result.is_undefined() || result.is_raised() ? result : freeze_like(vm, s, result);
}
template <Operation op>
Value operate_in_place(Leaf& vm, const Value* a) {
  SET_SELF("__ior__");
  Value other = unwrap(vm, a[1]);
  if (!is_any_set(other)) return Value::not_implemented();
  if (other == s) other = set_copy(vm, s, false);
  if constexpr (op == Operation::Union || op == Operation::Difference) {
    Value r = apply(vm, op, s, other);
    return r.is_undefined() || r.is_raised() ? r : a[0];
  }
  Value r = replace_with(vm, s, apply(vm, op, set_copy(vm, s, false), other));
  return r.is_none() ? a[0] : r;
}

/// Is every element of x in y?
Value subset(Leaf& vm, Value x, Value y) {
  uint64_t at = 0;
  Value key;
  while (set_next(x, &at, &key)) {
    Verdict v = set_contains(vm, y, key);
    if (v != Verdict::Yes) return verdict_value(v);
  }
  return Value::true_value();
}
Value issubset(Leaf& vm, const Value* a) {
  SET_SELF("issubset");
  Value other = as_set(vm, a[1], false);
  return other.is_undefined() || other.is_raised() ? other : subset(vm, s, other);
}
Value issuperset(Leaf& vm, const Value* a) {
  SET_SELF("issuperset");
  Value other = as_set(vm, a[1], false);
  return other.is_undefined() || other.is_raised() ? other : subset(vm, other, s);
}
Value isdisjoint(Leaf& vm, const Value* a) {
  SET_SELF("isdisjoint");
  Value other = as_set(vm, a[1], false);
  if (other.is_undefined() || other.is_raised()) return other;
  uint64_t at = 0;
  Value key;
  while (set_next(other, &at, &key)) {
    Verdict v = set_contains(vm, s, key);
    if (v == Verdict::Yes) return Value::false_value();
    if (v != Verdict::No) return verdict_value(v);
  }
  return Value::true_value();
}

#define COMMON_ROWS                                                                          \
  HH_LEAF("union", "self, /, *others", combine<Operation::Union>,                            \
          kBuiltinReadOnly | kBuiltinPython, "Elements of any."),                            \
      HH_LEAF("intersection", "self, /, *others", combine<Operation::Intersection>,          \
              kBuiltinReadOnly | kBuiltinPython, "Elements of all."),                        \
      HH_LEAF("difference", "self, /, *others", combine<Operation::Difference>,              \
              kBuiltinReadOnly | kBuiltinPython, "Elements of self and no other."),          \
      HH_LEAF("symmetric_difference", "self, other, /", symmetric_difference,                \
              kBuiltinReadOnly | kBuiltinPython, "Elements of exactly one."),                \
      HH_LEAF("issubset", "self, other, /", issubset, kBuiltinReadOnly | kBuiltinPython,     \
              "Is every element in other?"),                                                 \
      HH_LEAF("issuperset", "self, other, /", issuperset, kBuiltinReadOnly | kBuiltinPython, \
              "Is every element of other in self?"),                                         \
      HH_LEAF("isdisjoint", "self, other, /", isdisjoint, kBuiltinReadOnly | kBuiltinPython, \
              "Have the two no element in common?"),                                         \
      HH_LEAF("copy", "self, /", copy, kBuiltinReadOnly, "A shallow copy."),                 \
      HH_LEAF("__or__", "self, value, /", operate<Operation::Union>,                         \
              kBuiltinReadOnly | kBuiltinPython, "self | value"),                            \
      HH_LEAF("__and__", "self, value, /", operate<Operation::Intersection>,                 \
              kBuiltinReadOnly | kBuiltinPython, "self & value"),                            \
      HH_LEAF("__sub__", "self, value, /", operate<Operation::Difference>,                   \
              kBuiltinReadOnly | kBuiltinPython, "self - value"),                            \
      HH_LEAF("__xor__", "self, value, /", operate<Operation::Symmetric>,                    \
              kBuiltinReadOnly | kBuiltinPython, "self ^ value"),                            \
      HH_LEAF("__contains__", "self, key, /", contains, kBuiltinReadOnly | kBuiltinPython,   \
              "key in self"),                                                                \
      HH_LEAF("__len__", "self, /", dunder_len_leaf, kBuiltinReadOnly, "len(self)"),         \
      HH_LEAF("__iter__", "self, /", dunder_iter_leaf, kBuiltinReadOnly, "iter(self)"),      \
      HH_LEAF("__repr__", "self, /", dunder_repr_leaf, kBuiltinReadOnly | kBuiltinPython,    \
              "repr(self)"),                                                                 \
      HH_PYTHON("__reduce__", "self, /", "How the value is made again."), HH_EQUALITY_ROWS,  \
      HH_ORDER_ROWS, HH_NEW

const BuiltinDef kRows[] = {
    HH_CLASS_GETITEM,
    COMMON_ROWS,
    HH_LEAF("add", "self, object, /", add, kBuiltinPython, "Adds an element."),
    HH_LEAF("discard", "self, object, /", discard, kBuiltinPython,
            "Removes an element if it is there."),
    HH_LEAF("remove", "self, object, /", remove, kBuiltinPython,
            "Removes an element; KeyError if it is absent."),
    HH_LEAF("pop", "self, /", pop, 0, "Removes and returns an element."),
    HH_LEAF("clear", "self, /", clear, kBuiltinNoRaise, "Removes all elements."),
    HH_LEAF("update", "self, /, *others", combine_in_place<Operation::Union>, kBuiltinPython,
            "Adds the elements of the others."),
    HH_LEAF("intersection_update", "self, /, *others", combine_in_place<Operation::Intersection>,
            kBuiltinPython, "Keeps what is in all."),
    HH_LEAF("difference_update", "self, /, *others", combine_in_place<Operation::Difference>,
            kBuiltinPython, "Removes what is in the others."),
    HH_LEAF("symmetric_difference_update", "self, other, /", symmetric_difference_update,
            kBuiltinPython, "Keeps what is in exactly one."),
    HH_LEAF("__ior__", "self, value, /", operate_in_place<Operation::Union>, kBuiltinPython,
            "self |= value"),
    HH_LEAF("__iand__", "self, value, /", operate_in_place<Operation::Intersection>, kBuiltinPython,
            "self &= value"),
    HH_LEAF("__isub__", "self, value, /", operate_in_place<Operation::Difference>, kBuiltinPython,
            "self -= value"),
    HH_LEAF("__ixor__", "self, value, /", operate_in_place<Operation::Symmetric>, kBuiltinPython,
            "self ^= value"),
    HH_INIT,
};
const BuiltinDef kFrozen[] = {
    HH_CLASS_GETITEM,
    COMMON_ROWS,
    HH_LEAF("__hash__", "self, /", dunder_hash_leaf, kBuiltinReadOnly | kBuiltinPython,
            "hash(self)"),
};

}  // namespace

const BuiltinTable kSetRows = builtin_table(kRows);
const BuiltinTable kFrozenSetRows = builtin_table(kFrozen);

}  // namespace hothouse
