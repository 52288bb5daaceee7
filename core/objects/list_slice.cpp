// Lists: many elements at once.
#include <algorithm>
#include <cstring>
#include <vector>

#include "core/objects/list_storage.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

// A new list with the storage of `like` and room for exactly n elements, length n.
Value list_like(Leaf& vm, const List* like, uint64_t n) {
  Value list = make_list(vm);
  if (n == 0) return list;
  ListStorage s = list_storage(like);
  if (n > 4096 && !vm.heap().can_allocate(n * list_element_bytes(s))) return vm.memory_error();
  list_set_payload(vm, list.as<List>(), s, list_allocate_payload(vm, s, n));
  list.as<List>()->length = n;
  return list;
}

}  // namespace

Value list_copy(Leaf& vm, Value list) {
  return list_slice(
      vm, list,
      {0, static_cast<int64_t>(list_length(list)), 1, static_cast<int64_t>(list_length(list))});
}

void list_reverse(Leaf& vm, Value list) {
  auto* l = list.as<List>();
  if (list_storage(l) == ListStorage::Bool) {
    std::reverse(list_bytes(l->items), list_bytes(l->items) + l->length);
    return;
  }
  (void)vm;  // the same references stay in the same payload
  auto* words = reinterpret_cast<uint64_t*>(list_bytes(l->items));
  std::reverse(words, words + l->length);
}

Value list_slice(Leaf& vm, Value list, const SliceIndices& s) {
  auto* from = list.as<List>();
  Value result = list_like(vm, from, static_cast<uint64_t>(s.count));
  if (result.is_raised() || s.count == 0) return result;
  size_t width = list_element_bytes(list_storage(from));
  const uint8_t* source = list_bytes(from->items);
  uint8_t* to = list_bytes(result.as<List>()->items);
  if (s.step == 1) {
    std::memcpy(to, source + static_cast<uint64_t>(s.start) * width,
                static_cast<uint64_t>(s.count) * width);
    return result;
  }
  for (int64_t i = 0, at = s.start; i < s.count; ++i, at += s.step) {
    std::memcpy(to + static_cast<uint64_t>(i) * width, source + static_cast<uint64_t>(at) * width,
                width);
  }
  return result;
}

Value list_extend_values(Leaf& vm, Value list, const Value* values, uint64_t count) {
  if (count == 0) return Value::none();
  auto* l = list.as<List>();
  ListStorage storage = storage_for(values[0]);
  for (uint64_t i = 1; i < count && storage != ListStorage::Values; ++i) {
    if (storage_for(values[i]) != storage) storage = ListStorage::Values;
  }
  list_prepare(vm, list, storage);
  if (!list_reserve(vm, l, l->length + count)) return Value::raised();
  uint64_t start = l->length;
  l->length += count;
  if (list_storage(l) == ListStorage::Values) {
    auto* cells = l->items.as<Cells>();
    vm.heap().write_barrier(cells);
    std::copy(values, values + count, cells->data() + start);
  } else {
    for (uint64_t i = 0; i < count; ++i) list_store_element(vm, l, start + i, values[i]);
  }
  return Value::none();
}

Value list_extend_list(Leaf& vm, Value list, Value other) {
  if (is_tuple(other)) {
    return list_extend_values(vm, list, other.as<Tuple>()->data(), tuple_length(other));
  }
  auto *l = list.as<List>(), *o = other.as<List>();
  uint64_t count = o->length;
  if (count == 0) return Value::none();
  list_prepare(vm, list, list_storage(o));
  if (!list_reserve(vm, l, l->length + count)) return Value::raised();
  uint64_t start = l->length;
  ListStorage storage = list_storage(l);
  if (storage == list_storage(o)) {
    size_t width = list_element_bytes(storage);
    if (storage == ListStorage::Values) vm.heap().write_barrier(l->items.as_object());
    std::memcpy(list_bytes(l->items) + start * width, list_bytes(o->items), count * width);
    l->length += count;
    return Value::none();
  }
  l->length += count;
  for (uint64_t i = 0; i < count; ++i) list_store_element(vm, l, start + i, list_get(vm, other, i));
  return Value::none();
}

Value list_concat(Leaf& vm, Value a, Value b) {
  uint64_t n = list_length(a), m = list_length(b);
  auto *x = a.as<List>(), *y = b.as<List>();
  if (n > 0 && (m == 0 || list_storage(x) == list_storage(y))) {
    Value result = list_like(vm, x, n + m);
    if (result.is_raised()) return result;
    size_t width = list_element_bytes(list_storage(x));
    uint8_t* to = list_bytes(result.as<List>()->items);
    std::memcpy(to, list_bytes(x->items), n * width);
    if (m) std::memcpy(to + n * width, list_bytes(y->items), m * width);
    return result;
  }
  Value result = list_copy(vm, a);
  if (result.is_raised()) return result;
  return list_extend_list(vm, result, b).is_raised() ? Value::raised() : result;
}

Value list_repeat(Leaf& vm, Value list, int64_t count) {
  auto* l = list.as<List>();
  if (count <= 0 || l->length == 0) return make_list(vm);
  uint64_t total;
  if (__builtin_mul_overflow(l->length, static_cast<uint64_t>(count), &total) ||
      total > (uint64_t{1} << 40) || !vm.heap().can_allocate(total * 8)) {
    return vm.memory_error();
  }
  Value result = list_like(vm, l, total);
  if (result.is_raised()) return result;
  size_t bytes = l->length * list_element_bytes(list_storage(l));
  size_t all = total * list_element_bytes(list_storage(l));
  uint8_t* to = list_bytes(result.as<List>()->items);
  std::memcpy(to, list_bytes(l->items), bytes);
  // Doubling: the copied part is the source of the next copy.
  for (size_t done = bytes; done < all;) {
    size_t next = std::min(done, all - done);
    std::memcpy(to + done, to, next);
    done += next;
  }
  return result;
}

Value list_repeat_in_place(Leaf& vm, Value list, int64_t count) {
  if (count == 1) return Value::none();
  if (count <= 0) {
    list_clear(vm, list);
    return Value::none();
  }
  Value result = list_repeat(vm, list, count);
  if (result.is_raised()) return result;
  auto *l = list.as<List>(), *r = result.as<List>();
  list_set_payload(vm, l, list_storage(r), r->items);
  l->length = r->length;
  return Value::none();
}

Value list_set_slice(Leaf& vm, Value list, const SliceIndices& s, const Value* values,
                     uint64_t count) {
  auto* l = list.as<List>();
  if (s.step != 1) {
    if (static_cast<uint64_t>(s.count) != count) {
      return vm.value_error("attempt to assign sequence of size " + std::to_string(count) +
                            " to extended slice of size " + std::to_string(s.count));
    }
    for (uint64_t i = 0; i < count; ++i) {
      list_set(vm, list, static_cast<uint64_t>(s.start + static_cast<int64_t>(i) * s.step),
               values[i]);
    }
    return Value::none();
  }
  auto start = static_cast<uint64_t>(s.start);
  uint64_t old_count = static_cast<uint64_t>(std::max<int64_t>(s.count, 0));
  ListStorage storage = list_storage(l);
  for (uint64_t i = 0; i < count && storage != ListStorage::Values; ++i) {
    if (storage_for(values[i]) != storage) {
      storage = ListStorage::Values;
      list_to_values(vm, list);
    }
  }
  if (count > 0 && l->length == 0 && start == 0) return list_extend_values(vm, list, values, count);
  uint64_t old_length = l->length, tail = old_length - start - old_count;
  uint64_t new_length = old_length - old_count + count;
  if (!list_reserve(vm, l, new_length)) return Value::raised();
  if (new_length > old_length) list_set_length(l, new_length);
  list_move_elements(vm, l, start + count, start + old_count, tail);
  if (new_length < old_length) list_set_length(l, new_length);
  for (uint64_t i = 0; i < count; ++i) list_store_element(vm, l, start + i, values[i]);
  return Value::none();
}

Value list_set_slice_list(Leaf& vm, Value list, const SliceIndices& s, Value other) {
  std::vector<Value> values;
  if (is_tuple(other)) {
    values.assign(other.as<Tuple>()->data(), other.as<Tuple>()->data() + tuple_length(other));
  } else {
    values.reserve(list_length(other));
    for (uint64_t i = 0; i < list_length(other); ++i) values.push_back(list_get(vm, other, i));
  }
  return list_set_slice(vm, list, s, values.data(), values.size());
}

Value list_delete_slice(Leaf& vm, Value list, const SliceIndices& s) {
  auto* l = list.as<List>();
  if (s.count <= 0) return Value::none();
  auto count = static_cast<uint64_t>(s.count);
  // Ascending positions, whatever the sign of the step.
  auto first = static_cast<uint64_t>(s.step > 0 ? s.start : s.start + (s.count - 1) * s.step);
  auto stride = static_cast<uint64_t>(s.step > 0 ? s.step : -s.step);
  uint64_t to = first;
  for (uint64_t i = 0; i < count; ++i) {
    uint64_t from = first + i * stride + 1;
    uint64_t end = i + 1 < count ? first + (i + 1) * stride : l->length;
    list_move_elements(vm, l, to, from, end - from);
    to += end - from;
  }
  list_set_length(l, l->length - count);
  return Value::none();
}

}  // namespace hothouse
