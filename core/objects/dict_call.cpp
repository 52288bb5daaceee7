// Dicts whose keys have a Python-level __hash__ or __eq__.
#include "core/objects/compare.h"
#include "core/objects/dict_probe.h"
#include "core/objects/hash.h"
#include "core/objects/types.h"

namespace hothouse {

int64_t dict_find_hashed_call(Caller& vm, Value dict_value, Value key_value, uint64_t hash) {
  int64_t at = dict_find_hashed(vm, dict_value, key_value, hash);
  if (at != kDictNeedsCall) return at;
  Rooted dict(vm, dict_value), key(vm, key_value);
  for (;;) {  // again whenever a comparison changed the dict
    uint64_t version = dict.as<Dict>()->version;
    bool changed = false;
    DictProbe probe(hash, DictTable(dict.as<Dict>()).mask);
    for (; !changed; probe.next()) {
      DictTable t(dict.as<Dict>());
      int32_t slot = t.index[probe.slot()];
      if (slot == kDictEmptySlot) return kDictAbsent;
      if (slot < 0 || (t.entries[slot].hash != hash && t.entries[slot].key != key.get())) continue;
      int same = same_or_equal_call(vm, t.entries[slot].key, key);
      if (same < 0) return kDictRaised;
      changed = dict.as<Dict>()->version != version;
      if (same > 0 && !changed) return slot;
    }
  }
}

int64_t dict_find_call(Caller& vm, Value dict_value, Value key_value) {
  int64_t at = dict_find(vm, dict_value, key_value);
  if (at != kDictNeedsCall) return at;
  Rooted dict(vm, dict_value), key(vm, key_value);
  uint64_t hash;
  if (!hash_value_call(vm, key, &hash)) return kDictRaised;
  return dict_find_hashed_call(vm, dict, key, hash);
}

Value dict_get_call(Caller& vm, Value dict_value, Value key) {
  Rooted dict(vm, dict_value);
  int64_t at = dict_find_call(vm, dict, key);
  if (at == kDictRaised) return Value::raised();
  return at < 0 ? Value::undefined() : dict_value_at(dict, static_cast<uint64_t>(at));
}

Value dict_set_call(Caller& vm, Value dict_value, Value key_value, Value v_value) {
  switch (dict_set(vm, dict_value, key_value, v_value)) {
    case Verdict::NeedsCall:
      break;
    case Verdict::Raised:
      return Value::raised();
    default:
      return Value::none();
  }
  Rooted dict(vm, dict_value), key(vm, key_value), v(vm, v_value);
  uint64_t hash;
  if (!hash_value_call(vm, key, &hash)) return Value::raised();
  int64_t at = dict_find_hashed_call(vm, dict, key, hash);
  if (at == kDictRaised) return Value::raised();
  if (at < 0) return dict_insert_new(vm, dict, key, hash, v);
  dict_set_value_at(vm, dict, static_cast<uint64_t>(at), v);
  return Value::none();
}

Value dict_get_item_call(Caller& vm, Value dict, Value key_value) {
  Rooted key(vm, key_value);
  Value v = dict_get_call(vm, dict, key);
  return v.is_undefined() ? vm.key_error(key) : v;
}

Value dict_pop_call(Caller& vm, Value dict_value, Value key) {
  Rooted dict(vm, dict_value);
  int64_t at = dict_find_call(vm, dict, key);
  if (at == kDictRaised) return Value::raised();
  if (at < 0) return Value::undefined();
  Value v = dict_value_at(dict, static_cast<uint64_t>(at));
  dict_delete_at(vm, dict, static_cast<uint64_t>(at));
  return v;
}

Value dict_set_default_call(Caller& vm, Value dict_value, Value key_value, Value v_value) {
  Rooted dict(vm, dict_value), key(vm, key_value), v(vm, v_value);
  uint64_t hash;
  if (!hash_value_call(vm, key, &hash)) return Value::raised();
  int64_t at = dict_find_hashed_call(vm, dict, key, hash);
  if (at == kDictRaised) return Value::raised();
  if (at >= 0) return dict_value_at(dict, static_cast<uint64_t>(at));
  if (dict_insert_new(vm, dict, key, hash, v).is_raised()) return Value::raised();
  return v;
}

Value dict_update_call(Caller& vm, Value dict_value, Value other_value) {
  switch (dict_update(vm, dict_value, other_value)) {
    case Verdict::NeedsCall:
      break;
    case Verdict::Raised:
      return Value::raised();
    default:
      return Value::none();
  }
  Rooted dict(vm, dict_value), other(vm, other_value);
  uint64_t position = 0;
  Value key_value, v_value;
  while (dict_next(other, &position, &key_value, &v_value)) {
    Rooted key(vm, key_value), v(vm, v_value);
    uint64_t hash = dict_hash_at(other, position - 1);
    uint64_t version = other.as<Dict>()->version;
    int64_t at = dict_find_hashed_call(vm, dict, key, hash);
    if (at == kDictRaised) return Value::raised();
    if (other.as<Dict>()->version != version) {
      return vm.raise(TypeId::RuntimeError, "dict mutated during update");
    }
    if (at >= 0) {
      dict_set_value_at(vm, dict, static_cast<uint64_t>(at), v);
    } else if (dict_insert_new(vm, dict, key, hash, v).is_raised()) {
      return Value::raised();
    }
  }
  return Value::none();
}

int dict_equal_call(Caller& vm, Value a_value, Value b_value) {
  switch (dict_equal(vm, a_value, b_value)) {
    case Verdict::NeedsCall:
      break;
    case Verdict::Yes:
      return 1;
    case Verdict::No:
      return 0;
    case Verdict::Raised:
      return -1;
  }
  Rooted a(vm, a_value), b(vm, b_value);
  uint64_t position = 0;
  Value key, v_value;
  while (dict_next(a, &position, &key, &v_value)) {
    Rooted v(vm, v_value);
    int64_t at = dict_find_hashed_call(vm, b, key, dict_hash_at(a, position - 1));
    if (at == kDictRaised) return -1;
    if (at < 0) return 0;
    int same = same_or_equal_call(vm, v, dict_value_at(b, static_cast<uint64_t>(at)));
    if (same <= 0) return same;
  }
  return dict_count(a) == dict_count(b) ? 1 : 0;
}

}  // namespace hothouse
