// Dicts: insertion-ordered compact hash tables.
//
// Two layers. Leaf functions decide everything where keys are built-in values; where a
// user-defined __hash__ or __eq__ would have to run they answer kDictNeedsCall and have done
// nothing. The …_call functions take a Caller and do it. Positions (entry numbers) are stable as
// long as no key is added (a resize compacts).
#pragma once

#include "core/objects/verdict.h"
#include "core/vm/context.h"

namespace hothouse {

constexpr int64_t kDictAbsent = -1;
constexpr int64_t kDictNeedsCall = -2;
constexpr int64_t kDictRaised = -3;

Value make_dict(Leaf& vm, uint64_t expected = 0);
Value dict_copy(Leaf& vm, Value dict);
void dict_clear(Leaf& vm, Value dict);
inline uint64_t dict_count(Value dict) { return dict.as<Dict>()->count; }

/// Entry number of the key, or one of the constants above.
int64_t dict_find(Leaf& vm, Value dict, Value key);
/// The same with the key's hash known; never kDictRaised by hashing.
int64_t dict_find_hashed(Leaf& vm, Value dict, Value key, uint64_t hash);
/// Of an interned string: an entry number or kDictAbsent.
int64_t dict_find_interned(Leaf& vm, Value dict, Value name);
/// The value of an entry.
inline Value dict_value_at(Value dict, uint64_t position) {
  return dict.as<Dict>()->entries.as<Entries>()->data()[position].value;
}
inline Value dict_key_at(Value dict, uint64_t position) {
  return dict.as<Dict>()->entries.as<Entries>()->data()[position].key;
}
void dict_set_value_at(Leaf& vm, Value dict, uint64_t position, Value v);

/// Value, undefined when absent; verdict NeedsCall / Raised are told through *status.
Value dict_get(Leaf& vm, Value dict, Value key, Verdict* status);
/// Yes: done. NeedsCall: nothing done. Raised: unhashable, or no memory.
Verdict dict_set(Leaf& vm, Value dict, Value key, Value v);
/// Yes: deleted, *value is what it was (if not null). No: absent.
Verdict dict_delete(Leaf& vm, Value dict, Value key, Value* value = nullptr);
void dict_delete_at(Leaf& vm, Value dict, uint64_t position);
/// Inserts a key that is known to be absent.
Value dict_insert_new(Leaf& vm, Value dict, Value key, uint64_t hash, Value v);

/// For names: keys are interned strings, nothing can go wrong.
Value dict_get_name(Leaf& vm, Value dict, Value name);
void dict_set_name(Leaf& vm, Value dict, Value name, Value v);
inline void dict_set_name(Leaf& vm, Value dict, std::string_view name, Value v) {
  dict_set_name(vm, dict, vm.intern(name), v);
}

/// Iteration: the next live entry at or behind `position`; false at the end.
bool dict_next(Value dict, uint64_t* position, Value* key, Value* value);
bool dict_previous(Value dict, int64_t* position, Value* key, Value* value);
/// Removes and returns the last item as a tuple: KeyError 'popitem(): dictionary is empty'.
Value dict_popitem(Leaf& vm, Value dict);
/// Adds all items of `other` (a Dict); NeedsCall: nothing done.
Verdict dict_update(Leaf& vm, Value dict, Value other);
/// Lists of keys, values, (key, value) tuples.
Value dict_keys_list(Leaf& vm, Value dict);
Value dict_values_list(Leaf& vm, Value dict);
Value dict_items_list(Leaf& vm, Value dict);

/// Entry number, kDictAbsent or kDictRaised.
int64_t dict_find_call(Caller& vm, Value dict, Value key);
/// The value, undefined when absent, or raised.
Value dict_get_call(Caller& vm, Value dict, Value key);
/// None or raised.
Value dict_set_call(Caller& vm, Value dict, Value key, Value v);
/// d[key] without __missing__: KeyError.
Value dict_get_item_call(Caller& vm, Value dict, Value key);
/// The deleted value, undefined when absent, or raised.
Value dict_pop_call(Caller& vm, Value dict, Value key);
Value dict_set_default_call(Caller& vm, Value dict, Value key, Value v);
Value dict_update_call(Caller& vm, Value dict, Value other);
/// 1, 0, -1 raised.
int dict_equal_call(Caller& vm, Value a, Value b);
Verdict dict_equal(Leaf& vm, Value a, Value b);

Value make_dict_view(Leaf& vm, Value dict, DictPart part);
Value make_dict_iter(Leaf& vm, Value dict, DictPart part, bool reversed);
/// Next key, value or item; exhausted at the end; raised RuntimeError "dictionary changed size
/// during iteration" / "dictionary keys changed during iteration".
Value dict_iter_next(Leaf& vm, Value iter);

}  // namespace hothouse
