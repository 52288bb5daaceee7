// Rows that several types have: comparisons, and what iteration over them needs.
#pragma once

#include "core/builtins/arguments.h"
#include "core/builtins/types/rows.h"
#include "core/objects/compare.h"

namespace hothouse {

/// The family of values that compare with each other.
enum class Family : uint8_t {
  Number,
  Complex,
  Str,
  Bytes,
  Tuple,
  List,
  Dict,
  Set,
  Range,
  Slice,
  Other
};
Family family_of(Leaf& vm, Value v);

/// self.__op__(other) of built-in types: NotImplemented for other families; undefined where
/// elements have methods of their own.
template <CompareOp op>
Value compare_family(Leaf& vm, const Value* a) {
  Family family = family_of(vm, a[0]);
  if (family != family_of(vm, a[1]) || family == Family::Other) return Value::not_implemented();
  constexpr bool kOrder = op != CompareOp::Eq && op != CompareOp::Ne;
  if (kOrder && (family == Family::Dict || family == Family::Range)) {
    return Value::not_implemented();
  }
  Value x = unwrap(vm, a[0]), y = unwrap(vm, a[1]);
  if constexpr (op == CompareOp::Eq) return verdict_value(equal(vm, x, y));
  if constexpr (op == CompareOp::Ne) {
    Verdict v = equal(vm, x, y);
    if (v == Verdict::Yes) return Value::false_value();
    if (v == Verdict::No) return Value::true_value();
    return verdict_value(v);
  }
  return verdict_value(compare(vm, op, x, y));
}

#define HH_EQUALITY_ROWS                                                 \
  HH_LEAF("__eq__", "self, value, /", compare_family<CompareOp::Eq>,     \
          kBuiltinReadOnly | kBuiltinPython, "self == value"),           \
      HH_LEAF("__ne__", "self, value, /", compare_family<CompareOp::Ne>, \
              kBuiltinReadOnly | kBuiltinPython, "self != value")
#define HH_ORDER_ROWS                                                    \
  HH_LEAF("__lt__", "self, value, /", compare_family<CompareOp::Lt>,     \
          kBuiltinReadOnly | kBuiltinPython, "self < value"),            \
      HH_LEAF("__le__", "self, value, /", compare_family<CompareOp::Le>, \
              kBuiltinReadOnly | kBuiltinPython, "self <= value"),       \
      HH_LEAF("__gt__", "self, value, /", compare_family<CompareOp::Gt>, \
              kBuiltinReadOnly | kBuiltinPython, "self > value"),        \
      HH_LEAF("__ge__", "self, value, /", compare_family<CompareOp::Ge>, \
              kBuiltinReadOnly | kBuiltinPython, "self >= value")

/// iter(v) of a built-in container or iterator; undefined for anything else.
Value builtin_iterator(Leaf& vm, Value v);
/// The next element of a built-in iterator (not a generator): exhausted at the end, undefined for
/// other objects, or raised.
Value builtin_next(Leaf& vm, Value iterator);
/// How many elements a built-in iterator has left; 0 where that is not known.
Value iterator_length_hint(Leaf& vm, const Value* args);
/// iterator.__setstate__(index): beyond the ends is at the ends.
Value set_iterator_position(Leaf& vm, const Value* args);
/// reversed(v) likewise.
Value builtin_reversed(Leaf& vm, Value v);
/// Calls visit(Value) for the elements of a built-in iterable: exact containers, iterators.
/// No: the value is something else (nothing was done); Raised; Yes: all were visited, unless visit
/// answered false.
template <class F>
Verdict each_element(Leaf& vm, Value v, F&& visit) {
  Value it = builtin_iterator(vm, v);
  if (it.is_undefined()) return Verdict::No;
  if (it.is_raised()) return Verdict::Raised;
  while (true) {
    Value x = builtin_next(vm, it);
    if (x.is_undefined()) return Verdict::No;  // it was an iterator of another kind
    if (x.is_raised()) return Verdict::Raised;
    if (x.is_exhausted()) return Verdict::Yes;
    if (!visit(x)) return Verdict::Yes;
  }
}

Value dunder_repr_leaf(Leaf& vm, const Value* a);  // repr(self), or undefined
Value dunder_hash_leaf(Leaf& vm, const Value* a);
Value dunder_iter_leaf(Leaf& vm, const Value* a);
Value dunder_next_leaf(Leaf& vm, const Value* a);
Value dunder_len_leaf(Leaf& vm, const Value* a);
Value return_self(Leaf& vm, const Value* a);
Value not_implemented_leaf(Leaf& vm, const Value* a);
Value dunder_reversed_leaf(Leaf& vm, const Value* a);

/// len(v) of a built-in container, or -1.
int64_t builtin_length(Leaf& vm, Value v);

}  // namespace hothouse
