// Comparisons that need no call. The Caller layer is compare_call.cpp.
#include "core/objects/compare.h"

#include <cmath>

#include "core/objects/bytes.h"
#include "core/objects/complex.h"
#include "core/objects/dict.h"
#include "core/objects/int.h"
#include "core/objects/list.h"
#include "core/objects/memory_view.h"
#include "core/objects/range.h"
#include "core/objects/set.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

// Nesting of containers within comparisons: beyond it the native stack might not do.
constexpr int kDeepest = 2000;
int g_depth = 0;

struct Depth {
  Depth() { ++g_depth; }
  ~Depth() { --g_depth; }
  bool too_deep(Leaf& vm) const {
    if (g_depth < kDeepest) return false;
    vm.raise(TypeId::RecursionError, "maximum recursion depth exceeded in comparison");
    return true;
  }
};

// -1, 0, 1; 2: unordered (NaN). Both are numbers (int in any form, or double).
int compare_numbers(Value a, Value b) {
  if (a.is_double() && b.is_double()) {
    double x = a.as_double(), y = b.as_double();
    return x < y ? -1 : x > y ? 1 : x == y ? 0 : 2;
  }
  if (a.is_double()) {
    return std::isnan(a.as_double()) ? 2 : -int_compare_double(b, a.as_double());
  }
  if (b.is_double()) return std::isnan(b.as_double()) ? 2 : int_compare_double(a, b.as_double());
  return int_compare(a, b);
}

bool is_number(Value v) { return v.is_double() || is_int_value(v); }

Verdict decide(CompareOp op, int order) {
  if (order == 2) return verdict(op == CompareOp::Ne);
  switch (op) {
    case CompareOp::Lt:
      return verdict(order < 0);
    case CompareOp::Le:
      return verdict(order <= 0);
    case CompareOp::Eq:
      return verdict(order == 0);
    case CompareOp::Ne:
      return verdict(order != 0);
    case CompareOp::Gt:
      return verdict(order > 0);
    default:
      return verdict(order >= 0);
  }
}

Verdict negate(Verdict v) {
  return v == Verdict::Yes ? Verdict::No : v == Verdict::No ? Verdict::Yes : v;
}

NameId method_name(CompareOp op) {
  constexpr NameId kNames[] = {NameId::Lt, NameId::Le, NameId::Eq,
                               NameId::Ne, NameId::Gt, NameId::Ge};
  return kNames[static_cast<int>(op)];
}

// Does comparing v (an object) with `op` run a method that is not one of ours?
bool has_own_comparison(Leaf& vm, Value v, CompareOp op) {
  Kind kind = v.as_object()->kind;
  if (kind != Kind::Instance && kind != Kind::Type && kind != Kind::External) return false;
  Type* t = type_of(vm, v);
  if (kind == Kind::Type && is_builtin_type(t)) return false;
  Value method = lookup_in_type(vm, t, method_name(op));
  if (!method.is_undefined() && !is_kind(method, Kind::Builtin)) return true;
  if (kind == Kind::External && !method.is_undefined()) {
    return find_owner_in_type(vm, t, vm.types().name(method_name(op))) !=
           vm.types().get(TypeId::Object);
  }
  // != is the opposite of a user-defined ==.
  return op == CompareOp::Ne && has_own_comparison(vm, v, CompareOp::Eq);
}

// Two sequences whose elements `get` fetches.
template <class A, class B>
Verdict compare_sequences(Leaf& vm, CompareOp op, uint64_t n, A get_a, uint64_t m, B get_b) {
  Depth depth;
  if (depth.too_deep(vm)) return Verdict::Raised;
  if (n != m && op == CompareOp::Eq) return Verdict::No;
  if (n != m && op == CompareOp::Ne) return Verdict::Yes;
  uint64_t i = 0;
  for (; i < n && i < m; ++i) {
    Value x = get_a(i), y = get_b(i);
    if (x == y) continue;
    if (Value::both_int(x, y)) break;
    Verdict same = equal(vm, x, y);
    if (same == Verdict::No) break;
    if (same != Verdict::Yes) return same;
  }
  if (i == n || i == m) return decide(op, n < m ? -1 : n > m ? 1 : 0);
  if (op == CompareOp::Eq) return Verdict::No;
  if (op == CompareOp::Ne) return Verdict::Yes;
  return compare(vm, op, get_a(i), get_b(i));
}

Verdict compare_tuples(Leaf& vm, CompareOp op, Value a, Value b) {
  return compare_sequences(
      vm, op, tuple_length(a), [&](uint64_t i) { return tuple_get(a, i); }, tuple_length(b),
      [&](uint64_t i) { return tuple_get(b, i); });
}

Verdict compare_strs(Leaf& vm, CompareOp op, Value a, Value b) {
  if (op == CompareOp::Eq) return verdict(str_equal(vm, a, b));
  if (op == CompareOp::Ne) return verdict(!str_equal(vm, a, b));
  return decide(op, str_compare(vm, a, b));
}

bool as_set_like(Value v, Value* set) {
  if (is_any_set(v)) {
    *set = v;
    return true;
  }
  return false;
}

Verdict compare_sets(Leaf& vm, CompareOp op, Value a, Value b) {
  uint64_t n = set_count(a), m = set_count(b);
  switch (op) {
    case CompareOp::Eq:
      return set_equal(vm, a, b);
    case CompareOp::Ne:
      return negate(set_equal(vm, a, b));
    case CompareOp::Le:
      return n > m ? Verdict::No : set_is_subset(vm, a, b);
    case CompareOp::Lt:
      return n >= m ? Verdict::No : set_is_subset(vm, a, b);
    case CompareOp::Ge:
      return n < m ? Verdict::No : set_is_subset(vm, b, a);
    default:
      return n <= m ? Verdict::No : set_is_subset(vm, b, a);
  }
}

Verdict unsupported(Leaf& vm, CompareOp op, Value a, Value b) {
  if (op == CompareOp::Eq) return verdict(a == b);
  if (op == CompareOp::Ne) return verdict(a != b);
  raise_not_supported(vm, op, a, b);
  return Verdict::Raised;
}

bool is_set_view(Value v) {
  return is_kind(v, Kind::DictView) && v.as_object()->map != kMapDictValues;
}

// Comparison of built-in values; a and b are unwrapped, x and y are what the program sees.
Verdict compare_builtin(Leaf& vm, CompareOp op, Value a, Value b, Value x, Value y) {
  if (is_number(a) && is_number(b)) return decide(op, compare_numbers(a, b));
  if ((is_complex(a) && (is_complex(b) || is_number(b))) || (is_complex(b) && is_number(a))) {
    if (op == CompareOp::Eq) return verdict(complex_equal(a, b));
    if (op == CompareOp::Ne) return verdict(!complex_equal(a, b));
  }
  if (!a.is_object() || !b.is_object()) return unsupported(vm, op, x, y);
  for (Value* v : {&a, &b}) {  // a mapping proxy compares as what it shows
    if (v->as_object()->map == kMapMappingProxy) *v = v->as<DictView>()->dict;
  }
  Kind k = a.as_object()->kind, l = b.as_object()->kind;
  if (k == Kind::Str && l == Kind::Str) return compare_strs(vm, op, a, b);
  if ((k == Kind::Bytes || k == Kind::ByteArray) && (l == Kind::Bytes || l == Kind::ByteArray)) {
    return decide(op, bytes_compare(a, b));
  }
  auto has_bytes = [](Kind kind) {
    return kind == Kind::MemoryView || kind == Kind::Bytes || kind == Kind::ByteArray;
  };
  if ((k == Kind::MemoryView || l == Kind::MemoryView) && has_bytes(k) && has_bytes(l) &&
      (op == CompareOp::Eq || op == CompareOp::Ne)) {
    const Verdict same = views_equal(vm, a, b);
    if (op == CompareOp::Eq || same == Verdict::Raised) return same;
    return verdict(same != Verdict::Yes);
  }
  if (k == Kind::Tuple && l == Kind::Tuple) return compare_tuples(vm, op, a, b);
  if (k == Kind::List && l == Kind::List) {
    return compare_sequences(
        vm, op, list_length(a), [&](uint64_t i) { return list_get(vm, a, i); }, list_length(b),
        [&](uint64_t i) { return list_get(vm, b, i); });
  }
  if (Value s, t; as_set_like(a, &s) && as_set_like(b, &t)) return compare_sets(vm, op, s, t);
  bool equality = op == CompareOp::Eq || op == CompareOp::Ne;
  auto answer = [&](Verdict equal) { return op == CompareOp::Eq ? equal : negate(equal); };
  if (k == Kind::Dict && l == Kind::Dict && equality) {
    Depth depth;
    if (depth.too_deep(vm)) return Verdict::Raised;
    return answer(dict_equal(vm, a, b));
  }
  if (k == Kind::Range && l == Kind::Range && equality)
    return answer(verdict(range_equal(vm, a, b)));
  if (k == Kind::Slice && l == Kind::Slice) return slice_compare(vm, op, a, b);
  if (k == Kind::BoundMethod && l == Kind::BoundMethod && equality) {
    auto *p = a.as<BoundMethod>(), *q = b.as<BoundMethod>();
    return answer(verdict(p->self == q->self && p->function == q->function));
  }
  if (k == Kind::Builtin && l == Kind::Builtin && equality) {
    auto *p = a.as<Builtin>(), *q = b.as<Builtin>();
    return answer(verdict(
        a == b || (!p->self.is_undefined() && p->self == q->self && p->def.get() == q->def.get())));
  }
  if ((is_set_view(a) && (is_set_view(b) || is_any_set(b))) || (is_set_view(b) && is_any_set(a))) {
    return Verdict::NeedsCall;  // compare_call builds the sets
  }
  return unsupported(vm, op, x, y);
}

}  // namespace

Verdict compare(Leaf& vm, CompareOp op, Value a, Value b) {
  if (Value::both_int(a, b)) {
    int64_t x = a.as_int(), y = b.as_int();
    return decide(op, x < y ? -1 : x > y ? 1 : 0);
  }
  if (a.is_object() && b.is_object()) {  // what keys are made of, first
    Kind k = a.as_object()->kind, l = b.as_object()->kind;
    if (k == Kind::Str && l == Kind::Str) return compare_strs(vm, op, a, b);
    if (k == Kind::Tuple && l == Kind::Tuple) return compare_tuples(vm, op, a, b);
  }
  if (a.is_object() && has_own_comparison(vm, a, op)) return Verdict::NeedsCall;
  if (b.is_object() && has_own_comparison(vm, b, swapped(op))) return Verdict::NeedsCall;
  return compare_builtin(vm, op, unwrap(vm, a), unwrap(vm, b), a, b);
}

Verdict equal(Leaf& vm, Value a, Value b) {
  if (Value::both_int(a, b)) return verdict(a == b);
  return compare(vm, CompareOp::Eq, a, b);
}

Verdict same_or_equal(Leaf& vm, Value a, Value b) {
  return a == b ? Verdict::Yes : equal(vm, a, b);
}

Value raise_not_supported(Leaf& vm, CompareOp op, Value a, Value b) {
  constexpr const char* kTexts[] = {"<", "<=", "==", "!=", ">", ">="};
  return vm.type_error(std::string("'") + kTexts[static_cast<int>(op)] +
                       "' not supported between instances of '" + type_name_of(vm, a) + "' and '" +
                       type_name_of(vm, b) + "'");
}

Verdict truth(Leaf& vm, Value v) {
  if (v.is_int()) return verdict(v.as_int() != 0);
  if (v.is_double()) return verdict(v.as_double() != 0);
  if (v.is_not_implemented()) return Verdict::NeedsCall;
  if (!v.is_object()) return verdict(!v.is_false() && !v.is_none());
  switch (v.as_object()->kind) {
    case Kind::Str:
      return verdict(str_length(v) != 0);
    case Kind::Complex:
      return verdict(v.as<Complex>()->real != 0 || v.as<Complex>()->imag != 0);
    case Kind::MemoryView:
      return verdict(v.as<MemoryView>()->length != 0);
    case Kind::Bytes:
    case Kind::ByteArray:
      return verdict(bytes_length(v) != 0);
    case Kind::Tuple:
      return verdict(tuple_length(v) != 0);
    case Kind::List:
      return verdict(list_length(v) != 0);
    case Kind::Dict:
      return verdict(dict_count(v) != 0);
    case Kind::Set:
    case Kind::FrozenSet:
      return verdict(set_count(v) != 0);
    case Kind::Range:
      return verdict(!int_is_zero(range_length(v)));
    case Kind::DictView:
      return verdict(dict_count(v.as<DictView>()->dict) != 0);
    case Kind::Type:
    case Kind::Instance:
    case Kind::External: {
      Type* t = type_of(vm, v);
      if (v.as_object()->is(Kind::Type) && is_builtin_type(t)) return Verdict::Yes;
      Value by_bool = lookup_in_type(vm, t, NameId::BoolMethod);
      Value by_length =
          by_bool.is_undefined() ? lookup_in_type(vm, t, NameId::Len) : Value::undefined();
      Value method = by_bool.is_undefined() ? by_length : by_bool;
      Value inner = unwrap(vm, v);
      if (!method.is_undefined() && (!is_kind(method, Kind::Builtin) || inner == v)) {
        return Verdict::NeedsCall;
      }
      // A subclass of int that defines only __len__ still has int's __bool__.
      if (inner != v) {
        Value length = lookup_in_type(vm, t, NameId::Len);
        if (by_bool.is_undefined() && !length.is_undefined() && !is_kind(length, Kind::Builtin)) {
          return Verdict::NeedsCall;
        }
        return truth(vm, inner);
      }
      return Verdict::Yes;
    }
    default:
      return Verdict::Yes;
  }
}

}  // namespace hothouse
