// Rows of range and slice.
#include "core/builtins/arguments.h"
#include "core/builtins/types/shared.h"
#include "core/objects/range.h"
#include "core/objects/slice.h"
#include "core/objects/tuple.h"

namespace hothouse {
namespace {

Value range_start(Leaf&, const Value* a) { return a[0].as<Range>()->start; }
Value range_stop(Leaf&, const Value* a) { return a[0].as<Range>()->stop; }
Value range_step(Leaf&, const Value* a) { return a[0].as<Range>()->step; }
Value range_getitem(Leaf& vm, const Value* a) {
  if (is_kind(a[1], Kind::Slice)) {
    return slice_is_plain(a[1]) ? range_slice(vm, a[0], a[1]) : leave_to_python();
  }
  Value i = as_int(vm, a[1]);
  return i.is_undefined() ? leave_to_python() : range_index(vm, a[0], i);
}
Value contains(Leaf& vm, const Value* a) {
  if (is_int_value(a[1])) return verdict_value(range_contains(vm, a[0], a[1]));
  if (a[1].is_double()) {
    Value whole = a[1].as_double() == static_cast<double>(static_cast<int64_t>(a[1].as_double()))
                      ? vm.heap().make_int(static_cast<int64_t>(a[1].as_double()))
                      : Value::undefined();
    return whole.is_undefined() ? Value::false_value()
                                : verdict_value(range_contains(vm, a[0], whole));
  }
  return is_instance_kind(a[1]) || is_complex(a[1]) ? leave_to_python() : Value::false_value();
}
Value index(Leaf& vm, const Value* a) {
  if (!is_int_value(a[1])) return leave_to_python();
  if (range_contains(vm, a[0], a[1]) != Verdict::Yes) {
    std::string text;
    int_to_text(vm, int_from_bool(a[1]), 10, &text);
    return vm.value_error(text + " is not in range");
  }
  return range_index_of(vm, a[0], a[1]);
}
Value count(Leaf& vm, const Value* a) {
  if (!is_int_value(a[1])) return leave_to_python();
  return Value::small_int(range_contains(vm, a[0], a[1]) == Verdict::Yes ? 1 : 0);
}

Value slice_start(Leaf&, const Value* a) { return a[0].as<Slice>()->start; }
Value slice_stop(Leaf&, const Value* a) { return a[0].as<Slice>()->stop; }
Value slice_step(Leaf&, const Value* a) { return a[0].as<Slice>()->step; }
Value slice_indices_method(Leaf& vm, const Value* a) {
  int64_t length;
  const Slice* slice = a[0].as<Slice>();
  for (Value part : {slice->start, slice->stop, slice->step, a[1]}) {
    int64_t n;
    if (part.is_none()) continue;
    if (!is_int_value(part) || !as_int64(part, &n)) return leave_to_python();
  }
  if (!int64_argument(vm, a[1], &length)) return Value::raised();
  if (length < 0) return vm.value_error("length should not be negative");
  SliceIndices s;
  if (!slice_indices(vm, a[0], length, &s)) return Value::raised();
  return make_tuple(
      vm, {vm.heap().make_int(s.start), vm.heap().make_int(s.stop), vm.heap().make_int(s.step)});
}

constexpr uint32_t kGet = kBuiltinGetter | kBuiltinReadOnly;
constexpr uint32_t kPy = kBuiltinReadOnly | kBuiltinPython;

const BuiltinDef kRange[] = {
    HH_LEAF("start", "self, /", range_start, kGet, "The first value."),
    HH_LEAF("stop", "self, /", range_stop, kGet, "Where it ends."),
    HH_LEAF("step", "self, /", range_step, kGet, "The distance."),
    HH_LEAF("count", "self, value, /", count, kPy, "How often value occurs."),
    HH_LEAF("index", "self, value, /", index, kPy, "Where value is."),
    HH_LEAF("__getitem__", "self, key, /", range_getitem, kPy, "self[key]"),
    HH_LEAF("__contains__", "self, key, /", contains, kPy, "key in self"),
    HH_LEAF("__len__", "self, /", dunder_len_leaf, kBuiltinReadOnly, "len(self)"),
    HH_LEAF("__iter__", "self, /", dunder_iter_leaf, kBuiltinReadOnly, "iter(self)"),
    HH_LEAF("__reversed__", "self, /", dunder_reversed_leaf, kBuiltinReadOnly, "reversed(self)"),
    HH_LEAF("__hash__", "self, /", dunder_hash_leaf, kBuiltinReadOnly, "hash(self)"),
    HH_LEAF("__repr__", "self, /", dunder_repr_leaf, kPy, "repr(self)"),
    HH_PYTHON("__reduce__", "self, /", "How the value is made again."),
    HH_EQUALITY_ROWS,
};
const BuiltinDef kSlice[] = {
    HH_LEAF("start", "self, /", slice_start, kGet, "Where it begins."),
    HH_LEAF("stop", "self, /", slice_stop, kGet, "Where it ends."),
    HH_LEAF("step", "self, /", slice_step, kGet, "The distance."),
    HH_LEAF("indices", "self, length, /", slice_indices_method, kPy,
            "start, stop, step for a length."),
    HH_LEAF("__repr__", "self, /", dunder_repr_leaf, kPy, "repr(self)"),
    HH_LEAF("__hash__", "self, /", dunder_hash_leaf, kBuiltinReadOnly, "Refuses."),
    HH_PYTHON("__reduce__", "self, /", "How the value is made again."),
    HH_EQUALITY_ROWS,
    HH_ORDER_ROWS,
};

}  // namespace

const BuiltinTable kRangeRows = builtin_table(kRange);
const BuiltinTable kSliceRows = builtin_table(kSlice);

}  // namespace hothouse
