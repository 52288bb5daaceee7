// Stable sorting. A list of one kind of numbers, or of strings or tuples of such, is sorted
// without any call; everything else by a merge sort that asks compare_call.
#pragma once

#include "core/vm/context.h"

namespace hothouse {

/// Sorts in place if no Python call can be needed: true. False: nothing was done.
bool list_sort_leaf(Leaf& vm, Value list, bool reverse);
/// Sorts in place by `<` of the elements; None or raised. As CPython, the list is empty while
/// the comparisons run, and "list modified during sort" is raised if one changes it.
Value list_sort(Caller& vm, Value list, bool reverse);
/// Sorts `list` by the parallel list `keys` (as long as it); both are permuted.
Value list_sort_by_keys(Caller& vm, Value list, Value keys, bool reverse);
/// A Leaf attempt of the same: false and nothing done if a call is needed.
bool list_sort_by_keys_leaf(Leaf& vm, Value list, Value keys, bool reverse);

}  // namespace hothouse
