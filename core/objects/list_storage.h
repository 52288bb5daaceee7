// How a list's elements lie in its payload: for list.cpp, list_slice.cpp and list_sort.cpp.
#pragma once

#include <algorithm>

#include "core/objects/list.h"

namespace hothouse {

enum class ListStorage : uint8_t { Values, F64, I64, Bool };

/// Payloads beyond this, an eighth of the nursery, are made in old space at once. Those of lists
/// that grow are soon left behind: in the nursery they cost nothing then, where old space takes
/// fresh pages from the system for each.
constexpr size_t kLargePayload = 512 * 1024;

inline ListStorage list_storage(const List* l) {
  switch (l->map) {
    case kMapListF64:
      return ListStorage::F64;
    case kMapListI64:
      return ListStorage::I64;
    case kMapListBool:
      return ListStorage::Bool;
    default:
      return ListStorage::Values;
  }
}
inline MapId list_map(ListStorage s) {
  constexpr MapId kMaps[] = {kMapList, kMapListF64, kMapListI64, kMapListBool};
  return kMaps[static_cast<int>(s)];
}
inline size_t list_element_bytes(ListStorage s) { return s == ListStorage::Bool ? 1 : 8; }
/// Elements that the payload has room for.
inline uint64_t list_capacity(const List* l) {
  ListStorage s = list_storage(l);
  return s == ListStorage::Values ? l->items.as<Cells>()->capacity
                                  : l->items.as<Raw>()->capacity / list_element_bytes(s);
}
/// First byte of a payload (Cells or Raw).
inline uint8_t* list_bytes(Value payload) { return payload.as<Raw>()->data(); }
inline void list_clear_cells(Value cells, uint64_t from, uint64_t to) {
  Value* data = cells.as<Cells>()->data();
  std::fill(data + from, data + to, Value::undefined());
}

/// The narrowest storage that holds v.
ListStorage storage_for(Value v);
Value list_allocate_payload(Leaf& vm, ListStorage storage, uint64_t capacity);
void list_set_payload(Leaf& vm, List* l, ListStorage storage, Value payload);
/// Room for `capacity` elements; false and MemoryError if there is none.
bool list_reserve(Leaf& vm, List* l, uint64_t capacity);
/// Makes the list able to hold elements of `wanted`: as it is, or as Values.
void list_prepare(Leaf& vm, Value list, ListStorage wanted);
/// Stores v, which the storage can hold.
void list_store_element(Leaf& vm, List* l, uint64_t i, Value v);
void list_move_elements(Leaf& vm, List* l, uint64_t to, uint64_t from, uint64_t count);
/// Shortens (clearing what is behind), or lengthens within the capacity.
void list_set_length(List* l, uint64_t length);

}  // namespace hothouse
