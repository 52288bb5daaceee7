// Sets and frozensets, with CPython's probe sequence, growth and order of operations, so that a
// set whose elements hash as in CPython (numbers, tuples of them) iterates in the same order.
//
// Layers as in dict.h: NeedsCall from a Leaf function means nothing was done.
#pragma once

#include "core/objects/verdict.h"
#include "core/vm/context.h"

namespace hothouse {

Value make_set(Leaf& vm, bool frozen = false);
inline uint64_t set_count(Value set) { return set.as<Set>()->count; }
Value set_copy(Leaf& vm, Value set, bool frozen);
void set_clear(Leaf& vm, Value set);

/// Yes, No, NeedsCall, Raised (unhashable).
Verdict set_contains(Leaf& vm, Value set, Value key);
/// What is looked for in a set: a set without hash is meant as the frozenset that equals it.
Value set_lookup_key(Leaf& vm, Value key);
/// Yes: added; No: was there already.
Verdict set_add(Leaf& vm, Value set, Value key);
/// Yes: removed; No: was absent.
Verdict set_discard(Leaf& vm, Value set, Value key);
/// "pop from an empty set"
Value set_pop(Leaf& vm, Value set);
/// The next element at or behind *position of the table; false at the end.
bool set_next(Value set, uint64_t* position, Value* key, uint64_t* hash = nullptr);
/// Elements in iteration order, as a List.
Value set_to_list(Leaf& vm, Value set);

/// 1, 0, -1 raised.
int set_contains_call(Caller& vm, Value set, Value key);
int set_add_call(Caller& vm, Value set, Value key);
int set_discard_call(Caller& vm, Value set, Value key);

/// In-place and new-set operations between sets (`other` is a Set, FrozenSet, or Dict (its keys)).
/// None or raised.
Value set_update_call(Caller& vm, Value set, Value other);
Value set_difference_update_call(Caller& vm, Value set, Value other);
Value set_intersection_update_call(Caller& vm, Value set, Value other);
Value set_symmetric_difference_update_call(Caller& vm, Value set, Value other);
/// A new set (frozen as `set` is), or raised.
Value set_union_call(Caller& vm, Value set, Value other);
Value set_intersection_call(Caller& vm, Value set, Value other);
Value set_difference_call(Caller& vm, Value set, Value other);
Value set_symmetric_difference_call(Caller& vm, Value set, Value other);
/// 1, 0, -1 raised.
int set_is_subset_call(Caller& vm, Value a, Value b);
int set_is_disjoint_call(Caller& vm, Value a, Value b);
int set_equal_call(Caller& vm, Value a, Value b);
Verdict set_equal(Leaf& vm, Value a, Value b);
Verdict set_is_subset(Leaf& vm, Value a, Value b);

Value make_set_iter(Leaf& vm, Value set);
/// exhausted at the end; "Set changed size during iteration".
Value set_iter_next(Leaf& vm, Value iter);
/// hash of a frozenset whose elements' hashes are stored.
uint64_t frozenset_hash(Value set);

}  // namespace hothouse
