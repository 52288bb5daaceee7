#include "core/objects/range.h"

#include "core/objects/compare.h"
#include "core/objects/hash.h"
#include "core/objects/int.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

// Elements of start, start+step, ... before stop; all ints of any size, step not zero.
Value count_of(Leaf& vm, Value start, Value stop, Value step) {
  bool up = int_sign(step) > 0;
  Value low = up ? start : stop, high = up ? stop : start;
  if (int_compare(low, high) >= 0) return Value::small_int(0);
  Value one = Value::small_int(1);
  Value span = int_sub(vm, int_sub(vm, high, low), one);
  return int_add(vm, int_floordiv(vm, span, int_abs(vm, step)), one);
}

Value allocate(Leaf& vm, Value start, Value stop, Value step, Value length) {
  auto* r = vm.heap().make<Range>(Kind::Range);
  r->start = start;
  r->stop = stop;
  r->step = step;
  r->length = length;
  return Value::from_object(r);
}

bool fits(Value v) {
  int64_t i;
  return as_int64(v, &i);
}

}  // namespace

Value make_range(Leaf& vm, Value start, Value stop, Value step) {
  start = int_from_bool(start);
  stop = int_from_bool(stop);
  step = int_from_bool(step);
  if (int_is_zero(step)) return vm.value_error("range() arg 3 must not be zero");
  return allocate(vm, start, stop, step, count_of(vm, start, stop, step));
}

Value range_at(Leaf& vm, Value v, Value i) {
  auto* r = v.as<Range>();
  return int_add(vm, r->start, int_mul(vm, i, r->step));
}

Value range_index(Leaf& vm, Value v, Value index) {
  auto* r = v.as<Range>();
  index = int_from_bool(index);
  if (int_sign(index) < 0) index = int_add(vm, index, r->length);
  if (int_sign(index) < 0 || int_compare(index, r->length) >= 0) {
    return vm.index_error("range object index out of range");
  }
  return range_at(vm, v, index);
}

Value range_slice(Leaf& vm, Value v, Value slice) {
  auto* r = v.as<Range>();
  auto* s = slice.as<Slice>();
  Value zero = Value::small_int(0), minus = Value::small_int(-1);
  auto part = [&](Value x) { return x.is_none() ? x : as_int(vm, x); };
  Value step = part(s->step), start = part(s->start), stop = part(s->stop);
  if (step.is_undefined() || start.is_undefined() || stop.is_undefined()) {
    return vm.type_error("slice indices must be integers or None or have an __index__ method");
  }
  step = step.is_none() ? Value::small_int(1) : int_from_bool(step);
  if (int_is_zero(step)) return vm.value_error("slice step cannot be zero");
  bool down = int_sign(step) < 0;
  Value low = down ? minus : zero;
  Value high = down ? int_sub(vm, r->length, Value::small_int(1)) : r->length;
  auto clamp = [&](Value x, Value absent) {
    if (x.is_none()) return absent;
    x = int_from_bool(x);
    if (int_sign(x) < 0) {
      x = int_add(vm, x, r->length);
      return int_compare(x, low) < 0 ? low : x;
    }
    return int_compare(x, high) > 0 ? high : x;
  };
  start = clamp(start, down ? high : low);
  stop = clamp(stop, down ? low : high);
  Value new_start = range_at(vm, v, start), new_stop = range_at(vm, v, stop);
  return make_range(vm, new_start, new_stop, int_mul(vm, r->step, step));
}

Verdict range_contains(Leaf& vm, Value v, Value x) {
  auto* r = v.as<Range>();
  bool up = int_sign(r->step) > 0;
  if (up ? int_compare(x, r->start) < 0 || int_compare(x, r->stop) >= 0
         : int_compare(x, r->start) > 0 || int_compare(x, r->stop) <= 0) {
    return Verdict::No;
  }
  return verdict(int_is_zero(int_mod(vm, int_sub(vm, x, r->start), r->step)));
}

Value range_index_of(Leaf& vm, Value v, Value x) {
  auto* r = v.as<Range>();
  return int_floordiv(vm, int_sub(vm, x, r->start), r->step);
}

bool range_equal(Leaf&, Value a, Value b) {
  auto *x = a.as<Range>(), *y = b.as<Range>();
  if (int_compare(x->length, y->length) != 0) return false;
  if (int_is_zero(x->length)) return true;
  if (int_compare(x->start, y->start) != 0) return false;
  return int_compare(x->length, Value::small_int(1)) == 0 || int_compare(x->step, y->step) == 0;
}

uint64_t range_hash(Leaf& vm, Value v) {
  auto* r = v.as<Range>();
  Value none = Value::none();
  bool empty = int_is_zero(r->length);
  bool single = int_compare(r->length, Value::small_int(1)) == 0;
  uint64_t h = 0;
  hash_value(vm,
             make_tuple(vm, {r->length, empty ? none : r->start, empty || single ? none : r->step}),
             &h);
  return h;
}

std::string range_repr(Leaf& vm, Value v) {
  auto* r = v.as<Range>();
  std::string text, out = "range(";
  for (Value part : {r->start, r->stop}) {
    int_to_text(vm, part, 10, &text);
    out += text + ", ";
  }
  if (int_compare(r->step, Value::small_int(1)) != 0) {
    int_to_text(vm, r->step, 10, &text);
    return out + text + ")";
  }
  out.resize(out.size() - 2);
  return out + ")";
}

namespace {

Value make_iter(Leaf& vm, Value start, Value step, Value length) {
  int64_t first, stride, count;
  // One step behind the last must fit too, since `next` runs there.
  Value end = int_add(vm, start, int_mul(vm, step, length));
  if (as_int64(start, &first) && as_int64(step, &stride) && as_int64(length, &count) && fits(end)) {
    auto* it = vm.heap().make<RangeIter>(Kind::RangeIter);
    it->next = first;
    it->step = stride;
    it->left = count;
    return Value::from_object(it);
  }
  Value rest = allocate(vm, start, end, step, length);
  auto* it =
      static_cast<SeqIter*>(vm.heap().allocate(kMapLongRangeIter, Kind::SeqIter, sizeof(SeqIter)));
  it->source = rest;
  it->index = 0;
  return Value::from_object(it);
}

}  // namespace

Value make_range_iter(Leaf& vm, Value v) {
  auto* r = v.as<Range>();
  return make_iter(vm, r->start, r->step, r->length);
}

Value make_range_iter_reversed(Leaf& vm, Value v) {
  auto* r = v.as<Range>();
  Value last = int_sub(vm, r->length, Value::small_int(1));
  return make_iter(vm, range_at(vm, v, last), int_neg(vm, r->step), r->length);
}

Value range_iter_next(Leaf& vm, Value iter) {
  if (is_kind(iter, Kind::RangeIter)) {
    auto* it = iter.as<RangeIter>();
    if (it->left <= 0) return Value::exhausted();
    Value v = vm.heap().make_int(it->next);
    it->next += it->step;
    --it->left;
    return v;
  }
  auto* it = iter.as<SeqIter>();
  auto* r = it->source.as<Range>();
  Value i = vm.heap().make_int(static_cast<int64_t>(it->index));
  if (int_compare(i, r->length) >= 0) return Value::exhausted();
  ++it->index;
  return range_at(vm, it->source, i);
}

}  // namespace hothouse
