// Slices and the arithmetic of indices.
#pragma once

#include "core/objects/verdict.h"
#include "core/vm/context.h"

namespace hothouse {

Value make_slice(Leaf& vm, Value start, Value stop, Value step);

struct SliceIndices {
  int64_t start, stop, step;
  int64_t count;  // elements selected
};
/// PySlice_AdjustIndices for a sequence of `length`: start, stop, step are ints (any form, bool
/// included) or None; anything else is a TypeError ("slice indices must be integers or None or
/// have an __index__ method") which the caller avoids by converting with __index__ first.
/// ValueError "slice step cannot be zero". False when raised.
bool slice_indices(Leaf& vm, Value slice, int64_t length, SliceIndices* result);
SliceIndices adjust_slice(int64_t start, int64_t stop, int64_t step, int64_t length);
/// start and end of find, index, startswith, ...: negative values count from the end, clamped.
inline void adjust_indices(int64_t& start, int64_t& end, int64_t length) {
  if (end > length) end = length;
  if (end < 0) end += length;
  if (end < 0) end = 0;
  if (start < 0) start += length;
  if (start < 0) start = 0;
}
/// True if start, stop and step are all ints or None, so that slice_indices needs no call.
bool slice_is_plain(Value slice);
Verdict slice_compare(Leaf& vm, CompareOp op, Value a, Value b);

}  // namespace hothouse
