#include "core/objects/tuple.h"

#include <algorithm>

#include "core/objects/compare.h"
#include "core/objects/list.h"
#include "core/objects/types.h"

namespace hothouse {

Value make_tuple(Leaf& vm, const Value* values, uint64_t count) {
  if (count == 0 && !vm.types().empty_tuple().is_undefined()) return vm.types().empty_tuple();
  auto* t = vm.heap().make<Tuple>(Kind::Tuple, count * 8);
  t->length = count;
  if (values) {
    std::copy(values, values + count, t->data());
  } else {
    std::fill(t->data(), t->data() + count, Value::undefined());
  }
  return Value::from_object(t);
}

Value make_tuple(Leaf& vm, std::initializer_list<Value> values) {
  return make_tuple(vm, values.begin(), values.size());
}

Value tuple_from_list(Leaf& vm, Value list) {
  uint64_t n = list_length(list);
  Value t = make_tuple(vm, nullptr, n);
  for (uint64_t i = 0; i < n; ++i) t.as<Tuple>()->data()[i] = list_get(vm, list, i);
  return t;
}

Value tuple_concat(Leaf& vm, Value a, Value b) {
  uint64_t n = tuple_length(a), m = tuple_length(b);
  if (m == 0) return a;
  if (n == 0) return b;
  if (!vm.heap().can_allocate((n + m) * 8)) return vm.memory_error();
  Value t = make_tuple(vm, nullptr, n + m);
  Value* to = t.as<Tuple>()->data();
  std::copy_n(a.as<Tuple>()->data(), n, to);
  std::copy_n(b.as<Tuple>()->data(), m, to + n);
  return t;
}

Value tuple_repeat(Leaf& vm, Value v, int64_t count) {
  uint64_t n = tuple_length(v);
  if (count <= 0 || n == 0) return vm.types().empty_tuple();
  if (count == 1) return v;
  uint64_t total;
  if (__builtin_mul_overflow(n, static_cast<uint64_t>(count), &total) ||
      total > (uint64_t{1} << 48) || !vm.heap().can_allocate(total * 8)) {
    return vm.memory_error();
  }
  Value t = make_tuple(vm, nullptr, total);
  for (uint64_t i = 0; i < static_cast<uint64_t>(count); ++i) {
    std::copy_n(v.as<Tuple>()->data(), n, t.as<Tuple>()->data() + i * n);
  }
  return t;
}

Value tuple_index(Leaf& vm, Value t, int64_t index) {
  auto n = static_cast<int64_t>(tuple_length(t));
  if (index < 0) index += n;
  if (index < 0 || index >= n) return vm.index_error("tuple index out of range");
  return tuple_get(t, static_cast<uint64_t>(index));
}

Value tuple_slice(Leaf& vm, Value t, const SliceIndices& s) {
  if (s.count == static_cast<int64_t>(tuple_length(t)) && s.step == 1) return t;
  Value r = make_tuple(vm, nullptr, static_cast<uint64_t>(s.count));
  for (int64_t i = 0; i < s.count; ++i) {
    r.as<Tuple>()->data()[i] = tuple_get(t, static_cast<uint64_t>(s.start + i * s.step));
  }
  return r;
}

int64_t tuple_find(Leaf& vm, Value t, Value v, uint64_t start, uint64_t stop) {
  for (uint64_t i = start; i < stop && i < tuple_length(t); ++i) {
    switch (same_or_equal(vm, tuple_get(t, i), v)) {
      case Verdict::Yes:
        return static_cast<int64_t>(i);
      case Verdict::No:
        break;
      case Verdict::NeedsCall:
        return -2;
      case Verdict::Raised:
        return -3;
    }
  }
  return -1;
}

int64_t tuple_find_call(Caller& vm, Value t_value, Value v_value, uint64_t start, uint64_t stop) {
  Rooted t(vm, t_value), v(vm, v_value);
  for (uint64_t i = start; i < stop && i < tuple_length(t); ++i) {
    int same = same_or_equal_call(vm, tuple_get(t, i), v);
    if (same < 0) return -3;
    if (same > 0) return static_cast<int64_t>(i);
  }
  return -1;
}

}  // namespace hothouse
