// range objects and their iterators.
#pragma once

#include "core/objects/slice.h"
#include "core/vm/context.h"

namespace hothouse {

/// start, stop, step are ints of any size: "range() arg 3 must not be zero".
Value make_range(Leaf& vm, Value start, Value stop, Value step);
inline Value range_length(Value r) { return r.as<Range>()->length; }
/// r[index]; index an int of any size. "range object index out of range".
Value range_index(Leaf& vm, Value r, Value index);
/// Element i, 0 <= i < length.
Value range_at(Leaf& vm, Value r, Value i);
Value range_slice(Leaf& vm, Value r, Value slice);
/// Membership of an int.
Verdict range_contains(Leaf& vm, Value r, Value v);
/// Index of an int that is contained.
Value range_index_of(Leaf& vm, Value r, Value v);
bool range_equal(Leaf& vm, Value a, Value b);
uint64_t range_hash(Leaf& vm, Value r);
std::string range_repr(Leaf& vm, Value r);
/// RangeIter if all values fit int64, else SeqIter with map kMapLongRangeIter.
Value make_range_iter(Leaf& vm, Value r);
Value make_range_iter_reversed(Leaf& vm, Value r);
/// For RangeIter and kMapLongRangeIter: exhausted at the end.
Value range_iter_next(Leaf& vm, Value iter);

}  // namespace hothouse
