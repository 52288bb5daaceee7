#include "core/objects/slice.h"

#include "core/objects/compare.h"
#include "core/objects/int.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"

namespace hothouse {

Value make_slice(Leaf& vm, Value start, Value stop, Value step) {
  auto* s = vm.heap().make<Slice>(Kind::Slice);
  s->start = start;
  s->stop = stop;
  s->step = step;
  return Value::from_object(s);
}

SliceIndices adjust_slice(int64_t start, int64_t stop, int64_t step, int64_t length) {
  auto clamp = [&](int64_t i) {
    if (i < 0) {
      i += length;
      if (i < 0) return step < 0 ? int64_t{-1} : int64_t{0};
      return i;
    }
    return i >= length ? (step < 0 ? length - 1 : length) : i;
  };
  SliceIndices r{clamp(start), clamp(stop), step, 0};
  // Unsigned: the negation of the smallest step must not overflow.
  if (step < 0) {
    if (r.stop < r.start) {
      uint64_t stride = uint64_t{0} - static_cast<uint64_t>(step);
      r.count = static_cast<int64_t>(static_cast<uint64_t>(r.start - r.stop - 1) / stride + 1);
    }
  } else if (r.start < r.stop) {
    r.count = (r.stop - r.start - 1) / step + 1;
  }
  return r;
}

bool slice_is_plain(Value slice) {
  auto* s = slice.as<Slice>();
  auto plain = [](Value v) { return v.is_none() || is_int_value(v); };
  return plain(s->start) && plain(s->stop) && plain(s->step);
}

bool slice_indices(Leaf& vm, Value slice, int64_t length, SliceIndices* result) {
  auto* s = slice.as<Slice>();
  auto part = [&](Value v, int64_t absent, int64_t* out) {
    if (v.is_none()) {
      *out = absent;
      return true;
    }
    v = as_int(vm, v);
    if (v.is_undefined()) {
      vm.type_error("slice indices must be integers or None or have an __index__ method");
      return false;
    }
    *out = clamp_int64(v);
    return true;
  };
  int64_t start, stop, step;
  if (!part(s->step, 1, &step)) return false;
  if (step == 0) {
    vm.value_error("slice step cannot be zero");
    return false;
  }
  if (step < -INT64_MAX) step = -INT64_MAX;
  if (!part(s->start, step < 0 ? INT64_MAX : 0, &start)) return false;
  if (!part(s->stop, step < 0 ? INT64_MIN : INT64_MAX, &stop)) return false;
  *result = adjust_slice(start, stop, step, length);
  return true;
}

Verdict slice_compare(Leaf& vm, CompareOp op, Value a, Value b) {
  const Value* x = &a.as<Slice>()->start;
  const Value* y = &b.as<Slice>()->start;
  for (int i = 0; i < 3; ++i) {
    Verdict same = same_or_equal(vm, x[i], y[i]);
    if (same == Verdict::Yes) continue;
    if (same != Verdict::No) return same;
    if (op == CompareOp::Eq) return Verdict::No;
    if (op == CompareOp::Ne) return Verdict::Yes;
    return compare(vm, op, x[i], y[i]);
  }
  return verdict(op == CompareOp::Eq || op == CompareOp::Le || op == CompareOp::Ge);
}

}  // namespace hothouse
