// Tuples: a fixed row of values.
#pragma once

#include "core/objects/slice.h"
#include "core/vm/context.h"

namespace hothouse {

/// A tuple of `count` values; undefined until filled when `values` is null.
Value make_tuple(Leaf& vm, const Value* values, uint64_t count);
Value make_tuple(Leaf& vm, std::initializer_list<Value> values);
Value tuple_from_list(Leaf& vm, Value list);
inline uint64_t tuple_length(Value t) { return t.as<Tuple>()->length; }
inline Value tuple_get(Value t, uint64_t i) { return t.as<Tuple>()->data()[i]; }
Value tuple_concat(Leaf& vm, Value a, Value b);
Value tuple_repeat(Leaf& vm, Value t, int64_t count);
/// "tuple index out of range"
Value tuple_index(Leaf& vm, Value t, int64_t index);
Value tuple_slice(Leaf& vm, Value t, const SliceIndices& s);
/// As list_find.
int64_t tuple_find(Leaf& vm, Value t, Value v, uint64_t start, uint64_t stop);
int64_t tuple_find_call(Caller& vm, Value t, Value v, uint64_t start, uint64_t stop);

}  // namespace hothouse
