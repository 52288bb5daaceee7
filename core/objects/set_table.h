// The table behind sets, shared by the two layers (set.cpp, set_call.cpp).
#pragma once

#include "core/objects/dict.h"
#include "core/objects/set.h"

namespace hothouse {

constexpr uint64_t kSetLinearProbes = 9;

/// Neither free nor deleted.
inline bool set_entry_live(const DictEntry& e) {
  return !e.key.is_undefined() && !e.key.is_exhausted();
}

/// Slot of the key, kDictAbsent (*free_slot is where it would go), kDictNeedsCall, kDictRaised.
int64_t set_find_hashed(Leaf& vm, const Set* s, Value key, uint64_t hash, uint64_t* free_slot);
/// The same, calling __eq__.
int64_t set_find_hashed_call(Caller& vm, Value set, Value key, uint64_t hash, uint64_t* free_slot);
/// Into a slot that set_find_hashed named: a free one, or the last deleted one of the probe. False:
/// no memory.
bool set_insert_at(Leaf& vm, Set* s, uint64_t slot, Value key, uint64_t hash);
void set_remove_at(Set* s, uint64_t slot);
/// Inserts a key that is absent into a table without deleted entries.
void set_insert_clean(DictEntry* table, uint64_t mask, Value key, uint64_t hash);
bool set_resize(Leaf& vm, Set* s, uint64_t wanted);
/// Copies all of `other` into an empty set that never had elements.
bool set_merge_clean(Leaf& vm, Set* s, Set* other);

}  // namespace hothouse
