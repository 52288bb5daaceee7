// Lists: four storages (Values, raw doubles, raw int64s, bytes for bools), told by the map.
//
// A list of one kind of number stores it raw; a store of anything else turns the whole list into
// Values (never back, except by clear). An int list holds any int64; an int beyond converts.
// Neighbours: list_sort.h.
#pragma once

#include "core/objects/slice.h"
#include "core/vm/context.h"

namespace hothouse {

/// An empty list with room for `capacity` elements (0: the shared empty payload).
Value make_list(Leaf& vm, uint64_t capacity = 0);
/// From values; chooses the storage by their types.
Value make_list(Leaf& vm, const Value* values, uint64_t count);
Value make_list_f64(Leaf& vm, const double* values, uint64_t count);
Value make_list_i64(Leaf& vm, const int64_t* values, uint64_t count);
Value list_from_tuple(Leaf& vm, Value tuple);

inline uint64_t list_length(Value list) { return list.as<List>()->length; }
/// Element i, 0 <= i < length, boxed.
Value list_get(Leaf& vm, Value list, uint64_t i);
void list_set(Leaf& vm, Value list, uint64_t i, Value v);
/// None, or raised MemoryError.
Value list_append(Leaf& vm, Value list, Value v);
Value list_insert(Leaf& vm, Value list, int64_t index, Value v);
/// "pop from empty list", "pop index out of range".
Value list_pop(Leaf& vm, Value list, int64_t index);
void list_delete(Leaf& vm, Value list, uint64_t i);
void list_clear(Leaf& vm, Value list);
/// Turns the storage into Values.
void list_to_values(Leaf& vm, Value list);
Value list_copy(Leaf& vm, Value list);
void list_reverse(Leaf& vm, Value list);
/// Appends the elements of another list (maybe the same), or tuple.
Value list_extend_list(Leaf& vm, Value list, Value other);
Value list_extend_values(Leaf& vm, Value list, const Value* values, uint64_t count);
Value list_concat(Leaf& vm, Value a, Value b);
Value list_repeat(Leaf& vm, Value list, int64_t count);
Value list_repeat_in_place(Leaf& vm, Value list, int64_t count);

/// l[index], negative allowed: "list index out of range".
Value list_index(Leaf& vm, Value list, int64_t index);
/// l[index] = v: "list assignment index out of range". None or raised.
Value list_set_index(Leaf& vm, Value list, int64_t index, Value v);
Value list_delete_index(Leaf& vm, Value list, int64_t index);
Value list_slice(Leaf& vm, Value list, const SliceIndices& s);
/// l[a:b:c] = values: "attempt to assign sequence of size 3 to extended slice of size 2".
Value list_set_slice(Leaf& vm, Value list, const SliceIndices& s, const Value* values,
                     uint64_t count);
Value list_set_slice_list(Leaf& vm, Value list, const SliceIndices& s, Value list_or_tuple);
Value list_delete_slice(Leaf& vm, Value list, const SliceIndices& s);

/// Index of the first element equal to v in [start, stop): -1 absent, -2 NeedsCall, -3 raised.
int64_t list_find(Leaf& vm, Value list, Value v, uint64_t start, uint64_t stop);
/// The same, calling __eq__: -1 absent, -3 raised.
int64_t list_find_call(Caller& vm, Value list, Value v, uint64_t start, uint64_t stop);

}  // namespace hothouse
