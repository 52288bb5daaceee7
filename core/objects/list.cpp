// Lists: elements one at a time, and conversion between storages. Slices, concatenation and the
// like are list_slice.cpp.
#include "core/objects/list.h"

#include <algorithm>
#include <cstring>

#include "core/objects/compare.h"
#include "core/objects/int.h"
#include "core/objects/list_storage.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"

namespace hothouse {

ListStorage storage_for(Value v) {
  if (v.is_int()) return ListStorage::I64;
  if (v.is_double()) return ListStorage::F64;
  if (v.is_bool()) return ListStorage::Bool;
  int64_t i;
  return is_big_int(v) && as_int64(v, &i) ? ListStorage::I64 : ListStorage::Values;
}

Value list_allocate_payload(Leaf& vm, ListStorage storage, uint64_t capacity) {
  Heap& heap = vm.heap();
  if (storage == ListStorage::Values) {
    if (capacity == 0) return vm.types().empty_cells();
    size_t bytes = sizeof(Cells) + capacity * 8;
    auto* c =
        static_cast<Cells*>(bytes > kLargePayload ? heap.allocate_old(kMapCells, Kind::Cells, bytes)
                                                  : heap.allocate(kMapCells, Kind::Cells, bytes));
    c->capacity = capacity;
    return Value::from_object(c);
  }
  size_t bytes = sizeof(Raw) + capacity * list_element_bytes(storage);
  auto* r = static_cast<Raw*>(bytes > kLargePayload ? heap.allocate_old(kMapRaw, Kind::Raw, bytes)
                                                    : heap.allocate(kMapRaw, Kind::Raw, bytes));
  r->capacity = capacity * list_element_bytes(storage);
  return Value::from_object(r);
}

void list_set_payload(Leaf& vm, List* l, ListStorage storage, Value payload) {
  vm.heap().write_barrier(l);
  l->map = list_map(storage);
  l->items = payload;
}

bool list_reserve(Leaf& vm, List* l, uint64_t capacity) {
  ListStorage storage = list_storage(l);
  if (capacity <= list_capacity(l)) return true;
  size_t width = list_element_bytes(storage);
  uint64_t room = std::max<uint64_t>({4, capacity, l->length + l->length / 2});
  if (room > (uint64_t{1} << 40) || (room > 4096 && !vm.heap().can_allocate(room * width))) {
    vm.memory_error();
    return false;
  }
  Value payload = list_allocate_payload(vm, storage, room);
  uint8_t* to = list_bytes(payload);
  std::memcpy(to, list_bytes(l->items), l->length * width);
  if (storage == ListStorage::Values) list_clear_cells(payload, l->length, room);
  list_set_payload(vm, l, storage, payload);
  return true;
}

void list_to_values(Leaf& vm, Value list) {
  auto* l = list.as<List>();
  if (list_storage(l) == ListStorage::Values) return;
  uint64_t room = std::max<uint64_t>(l->length, 4);
  Value payload = list_allocate_payload(vm, ListStorage::Values, room);
  Value* to = payload.as<Cells>()->data();
  // Boxing may allocate big ints, but nothing moves meanwhile.
  list_clear_cells(payload, 0, room);
  for (uint64_t i = 0; i < l->length; ++i) to[i] = list_get(vm, list, i);
  list_set_payload(vm, l, ListStorage::Values, payload);
}

// Makes the storage one that can hold v. An empty list takes the best one for it.
void list_prepare(Leaf& vm, Value list, ListStorage wanted) {
  auto* l = list.as<List>();
  ListStorage now = list_storage(l);
  if (now == wanted || (now == ListStorage::Values && l->length > 0)) return;
  if (l->length == 0) {
    uint64_t capacity = list_capacity(l);
    list_set_payload(vm, l, wanted,
                     list_allocate_payload(vm, wanted, std::max<uint64_t>(capacity, 4)));
    if (wanted == ListStorage::Values) {
      list_clear_cells(l->items, 0, std::max<uint64_t>(capacity, 4));
    }
  } else {
    list_to_values(vm, list);
  }
}

Value make_list(Leaf& vm, uint64_t capacity) {
  auto* l = vm.heap().make<List>(Kind::List);
  l->length = 0;
  l->items = vm.types().empty_cells();
  if (capacity > 0) {
    l->items = list_allocate_payload(vm, ListStorage::Values, capacity);
    list_clear_cells(l->items, 0, capacity);
  }
  return Value::from_object(l);
}

Value make_list(Leaf& vm, const Value* values, uint64_t count) {
  Value list = make_list(vm);
  return list_extend_values(vm, list, values, count).is_raised() ? Value::raised() : list;
}

Value make_list_f64(Leaf& vm, const double* values, uint64_t count) {
  Value list = make_list(vm);
  if (count == 0) return list;
  auto* l = list.as<List>();
  list_set_payload(vm, l, ListStorage::F64, list_allocate_payload(vm, ListStorage::F64, count));
  for (uint64_t i = 0; i < count; ++i) {
    l->items.as<Raw>()->f64()[i] = Value::from_foreign_double(values[i]).as_double();
  }
  l->length = count;
  return list;
}

Value make_list_i64(Leaf& vm, const int64_t* values, uint64_t count) {
  Value list = make_list(vm);
  if (count == 0) return list;
  auto* l = list.as<List>();
  list_set_payload(vm, l, ListStorage::I64, list_allocate_payload(vm, ListStorage::I64, count));
  std::copy(values, values + count, l->items.as<Raw>()->i64());
  l->length = count;
  return list;
}

Value list_from_tuple(Leaf& vm, Value tuple) {
  return make_list(vm, tuple.as<Tuple>()->data(), tuple_length(tuple));
}

Value list_get(Leaf& vm, Value list, uint64_t i) {
  auto* l = list.as<List>();
  switch (list_storage(l)) {
    case ListStorage::Values:
      return l->items.as<Cells>()->data()[i];
    case ListStorage::F64:
      return Value::from_double(l->items.as<Raw>()->f64()[i]);
    case ListStorage::I64:
      return vm.heap().make_int(l->items.as<Raw>()->i64()[i]);
    default:
      return Value::boolean(l->items.as<Raw>()->data()[i] != 0);
  }
}

void list_store_element(Leaf& vm, List* l, uint64_t i, Value v) {
  switch (list_storage(l)) {
    case ListStorage::Values:
      vm.heap().write_barrier(l->items.as_object());
      l->items.as<Cells>()->data()[i] = v;
      return;
    case ListStorage::F64:
      l->items.as<Raw>()->f64()[i] = v.as_double();
      return;
    case ListStorage::I64:
      as_int64(v, &l->items.as<Raw>()->i64()[i]);
      return;
    default:
      l->items.as<Raw>()->data()[i] = v.is_true();
  }
}

void list_set(Leaf& vm, Value list, uint64_t i, Value v) {
  auto* l = list.as<List>();
  ListStorage storage = list_storage(l);
  if (storage != ListStorage::Values && storage != storage_for(v)) list_to_values(vm, list);
  list_store_element(vm, l, i, v);
}

Value list_append(Leaf& vm, Value list, Value v) {
  auto* l = list.as<List>();
  // The usual case without detours: Values, and room for one more.
  if (l->map == kMapList && (l->length > 0 || v.is_object())) {
    auto* cells = l->items.as<Cells>();
    if (l->length < cells->capacity) {
      vm.heap().write_barrier(cells);
      cells->data()[l->length++] = v;
      return Value::none();
    }
  }
  list_prepare(vm, list, storage_for(v));
  if (l->length == list_capacity(l) && !list_reserve(vm, l, l->length + 1)) return Value::raised();
  ++l->length;
  list_store_element(vm, l, l->length - 1, v);
  return Value::none();
}

void list_move_elements(Leaf& vm, List* l, uint64_t to, uint64_t from, uint64_t count) {
  size_t width = list_element_bytes(list_storage(l));
  uint8_t* data = list_bytes(l->items);
  if (list_storage(l) == ListStorage::Values) vm.heap().write_barrier(l->items.as_object());
  std::memmove(data + to * width, data + from * width, count * width);
}

void list_set_length(List* l, uint64_t length) {
  if (list_storage(l) == ListStorage::Values && length < l->length) {
    list_clear_cells(l->items, length, l->length);
  }
  l->length = length;
}

Value list_insert(Leaf& vm, Value list, int64_t index, Value v) {
  auto* l = list.as<List>();
  auto n = static_cast<int64_t>(l->length);
  if (index < 0) index = std::max<int64_t>(index + n, 0);
  index = std::min(index, n);
  if (list_append(vm, list, v).is_raised()) return Value::raised();
  auto at = static_cast<uint64_t>(index);
  list_move_elements(vm, l, at + 1, at, l->length - 1 - at);
  list_store_element(vm, l, at, v);
  return Value::none();
}

void list_delete(Leaf& vm, Value list, uint64_t i) {
  auto* l = list.as<List>();
  list_move_elements(vm, l, i, i + 1, l->length - i - 1);
  list_set_length(l, l->length - 1);
}

Value list_pop(Leaf& vm, Value list, int64_t index) {
  auto* l = list.as<List>();
  auto n = static_cast<int64_t>(l->length);
  if (n == 0) return vm.index_error("pop from empty list");
  if (index == -1) {
    Value last = list_get(vm, list, l->length - 1);
    list_set_length(l, l->length - 1);
    return last;
  }
  if (index < 0) index += n;
  if (index < 0 || index >= n) return vm.index_error("pop index out of range");
  Value v = list_get(vm, list, static_cast<uint64_t>(index));
  list_delete(vm, list, static_cast<uint64_t>(index));
  return v;
}

void list_clear(Leaf& vm, Value list) {
  auto* l = list.as<List>();
  l->length = 0;
  list_set_payload(vm, l, ListStorage::Values, vm.types().empty_cells());
}

Value list_index(Leaf& vm, Value list, int64_t index) {
  auto n = static_cast<int64_t>(list_length(list));
  if (index < 0) index += n;
  if (index < 0 || index >= n) return vm.index_error("list index out of range");
  return list_get(vm, list, static_cast<uint64_t>(index));
}

Value list_set_index(Leaf& vm, Value list, int64_t index, Value v) {
  auto n = static_cast<int64_t>(list_length(list));
  if (index < 0) index += n;
  if (index < 0 || index >= n) return vm.index_error("list assignment index out of range");
  list_set(vm, list, static_cast<uint64_t>(index), v);
  return Value::none();
}

Value list_delete_index(Leaf& vm, Value list, int64_t index) {
  auto n = static_cast<int64_t>(list_length(list));
  if (index < 0) index += n;
  if (index < 0 || index >= n) return vm.index_error("list assignment index out of range");
  list_delete(vm, list, static_cast<uint64_t>(index));
  return Value::none();
}

int64_t list_find(Leaf& vm, Value list, Value v, uint64_t start, uint64_t stop) {
  auto* l = list.as<List>();
  stop = std::min(stop, l->length);
  int64_t wanted;
  if (list_storage(l) == ListStorage::I64 && is_int_value(v)) {
    if (!as_int64(v, &wanted)) return -1;
    const int64_t* data = l->items.as<Raw>()->i64();
    for (uint64_t i = start; i < stop; ++i) {
      if (data[i] == wanted) return static_cast<int64_t>(i);
    }
    return -1;
  }
  for (uint64_t i = start; i < stop; ++i) {
    switch (same_or_equal(vm, list_get(vm, list, i), v)) {
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

int64_t list_find_call(Caller& vm, Value list_value, Value v_value, uint64_t start, uint64_t stop) {
  Rooted list(vm, list_value), v(vm, v_value);
  for (uint64_t i = start; i < stop && i < list_length(list); ++i) {
    int same = same_or_equal_call(vm, list_get(vm, list, i), v);
    if (same < 0) return -3;
    if (same > 0) return static_cast<int64_t>(i);
  }
  return -1;
}

}  // namespace hothouse
