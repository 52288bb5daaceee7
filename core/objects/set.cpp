// The table of sets, Leaf layer, after CPython 3.11's setobject.c. The operations between sets are
// set_call.cpp.
#include "core/objects/set.h"

#include <algorithm>

#include "core/objects/compare.h"
#include "core/objects/hash.h"
#include "core/objects/list.h"
#include "core/objects/set_table.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

constexpr uint64_t kSmallest = 8;

Entries* make_table(Leaf& vm, uint64_t slots) {
  auto* table = vm.heap().make<Entries>(Kind::Entries, slots * sizeof(DictEntry));
  table->capacity = slots;
  std::fill(table->data(), table->data() + slots,
            DictEntry{0, Value::undefined(), Value::undefined()});
  return table;
}

}  // namespace

void set_insert_clean(DictEntry* table, uint64_t mask, Value key, uint64_t hash) {
  uint64_t perturb = hash, i = hash & mask;
  for (;;) {
    uint64_t probes = i + kSetLinearProbes <= mask ? kSetLinearProbes : 0;
    for (uint64_t j = i; j <= i + probes; ++j) {
      if (!table[j].key.is_undefined()) continue;
      table[j].key = key;
      table[j].hash = hash;
      return;
    }
    perturb >>= 5;
    i = (i * 5 + 1 + perturb) & mask;
  }
}

bool set_resize(Leaf& vm, Set* s, uint64_t wanted) {
  uint64_t slots = kSmallest;
  while (slots <= wanted) slots *= 2;
  if (slots > 100000 && !vm.heap().can_allocate(slots * sizeof(DictEntry))) {
    vm.memory_error();
    return false;
  }
  Entries* table = make_table(vm, slots);
  const DictEntry* old = s->table.as<Entries>()->data();
  for (uint64_t i = 0; i <= s->mask; ++i) {
    if (set_entry_live(old[i])) set_insert_clean(table->data(), slots - 1, old[i].key, old[i].hash);
  }
  vm.heap().write_barrier(s);
  s->table = Value::from_object(table);
  s->mask = slots - 1;
  s->fill = s->count;
  return true;
}

Value make_set(Leaf& vm, bool frozen) {
  auto* s = vm.heap().make<Set>(frozen ? Kind::FrozenSet : Kind::Set);
  s->count = s->fill = s->hash = s->version = 0;
  s->mask = kSmallest - 1;
  s->table = Value::undefined();
  Value v = Value::from_object(s);
  s->table = Value::from_object(make_table(vm, kSmallest));
  return v;
}

Value set_copy(Leaf& vm, Value set, bool frozen) {
  Value copy = make_set(vm, frozen);
  set_merge_clean(vm, copy.as<Set>(), set.as<Set>());
  return copy;
}

bool set_merge_clean(Leaf& vm, Set* s, Set* other) {
  if (other->count == 0) return true;
  if ((s->fill + other->count) * 5 >= s->mask * 3 &&
      !set_resize(vm, s, (s->count + other->count) * 2)) {
    return false;
  }
  DictEntry* to = s->table.as<Entries>()->data();
  const DictEntry* from = other->table.as<Entries>()->data();
  vm.heap().write_barrier(s->table.as_object());
  if (s->mask == other->mask && other->fill == other->count) {
    std::copy(from, from + other->mask + 1, to);
  } else {
    for (uint64_t i = 0; i <= other->mask; ++i) {
      if (set_entry_live(from[i])) set_insert_clean(to, s->mask, from[i].key, from[i].hash);
    }
  }
  s->fill = s->count = other->count;
  ++s->version;
  return true;
}

void set_clear(Leaf& vm, Value set) {
  auto* s = set.as<Set>();
  Value table = Value::from_object(make_table(vm, kSmallest));
  vm.heap().write_barrier(s);
  s->table = table;
  s->mask = kSmallest - 1;
  s->count = s->fill = 0;  // the finger of pop stays where it is
  ++s->version;
}

int64_t set_find_hashed(Leaf& vm, const Set* s, Value key, uint64_t hash, uint64_t* free_slot) {
  const DictEntry* table = s->table.as<Entries>()->data();
  uint64_t mask = s->mask, perturb = hash, i = hash & mask, deleted = ~uint64_t{0};
  for (;;) {
    uint64_t probes = i + kSetLinearProbes <= mask ? kSetLinearProbes : 0;
    for (uint64_t j = i; j <= i + probes; ++j) {
      const DictEntry& e = table[j];
      if (e.key.is_undefined()) {
        if (free_slot) *free_slot = deleted != ~uint64_t{0} ? deleted : j;
        return kDictAbsent;
      }
      if (e.key.is_exhausted()) {
        deleted = j;
        continue;
      }
      if (e.key == key) return static_cast<int64_t>(j);
      if (e.hash != hash) continue;
      switch (equal(vm, e.key, key)) {
        case Verdict::Yes:
          return static_cast<int64_t>(j);
        case Verdict::No:
          break;
        case Verdict::NeedsCall:
          return kDictNeedsCall;
        case Verdict::Raised:
          return kDictRaised;
      }
    }
    perturb >>= 5;
    i = (i * 5 + 1 + perturb) & mask;
  }
}

bool set_insert_at(Leaf& vm, Set* s, uint64_t slot, Value key, uint64_t hash) {
  vm.heap().write_barrier(s->table.as_object());
  DictEntry& e = s->table.as<Entries>()->data()[slot];
  bool reused = e.key.is_exhausted();
  e.key = key;
  e.hash = hash;
  ++s->count;
  ++s->version;
  if (reused) return true;
  ++s->fill;
  if (s->fill * 5 < s->mask * 3) return true;
  return set_resize(vm, s, s->count > 50000 ? s->count * 2 : s->count * 4);
}

void set_remove_at(Set* s, uint64_t slot) {
  DictEntry& e = s->table.as<Entries>()->data()[slot];
  e.key = Value::exhausted();
  e.hash = ~uint64_t{0};
  --s->count;
  ++s->version;
}

namespace {

// A set as a key of a set stands for its frozenset.
Verdict hash_key(Leaf& vm, Value key, uint64_t* hash) { return hash_value(vm, key, hash); }

Verdict verdict_of(int64_t at) {
  return at >= 0                ? Verdict::Yes
         : at == kDictAbsent    ? Verdict::No
         : at == kDictNeedsCall ? Verdict::NeedsCall
                                : Verdict::Raised;
}

}  // namespace

Value set_lookup_key(Leaf& vm, Value key) {
  Value inner = unwrap(vm, key);
  if (!is_kind(inner, Kind::Set)) return key;
  const bool has_hash =
      inner != key && !lookup_in_type(vm, type_of(vm, key), NameId::Hash).is_none();
  return has_hash ? key : set_copy(vm, inner, true);
}

Verdict set_contains(Leaf& vm, Value set, Value key) {
  uint64_t hash;
  Verdict r = hash_key(vm, key, &hash);
  if (r != Verdict::Yes) return r;
  return verdict_of(set_find_hashed(vm, set.as<Set>(), key, hash, nullptr));
}

Verdict set_add(Leaf& vm, Value set, Value key) {
  uint64_t hash, slot = 0;
  Verdict r = hash_key(vm, key, &hash);
  if (r != Verdict::Yes) return r;
  auto* s = set.as<Set>();
  int64_t at = set_find_hashed(vm, s, key, hash, &slot);
  if (at >= 0) return Verdict::No;
  if (at != kDictAbsent) return verdict_of(at);
  return set_insert_at(vm, s, slot, key, hash) ? Verdict::Yes : Verdict::Raised;
}

Verdict set_discard(Leaf& vm, Value set, Value key) {
  uint64_t hash;
  Verdict r = hash_key(vm, key, &hash);
  if (r != Verdict::Yes) return r;
  int64_t at = set_find_hashed(vm, set.as<Set>(), key, hash, nullptr);
  if (at >= 0) set_remove_at(set.as<Set>(), static_cast<uint64_t>(at));
  return verdict_of(at);
}

Value set_pop(Leaf& vm, Value set) {
  auto* s = set.as<Set>();
  if (s->count == 0) {
    return vm.key_error(vm.str("pop from an empty set"));
  }
  // A mutable set keeps its finger, where the last pop left off, in `hash`.
  DictEntry* table = s->table.as<Entries>()->data();
  uint64_t i = s->hash & s->mask;
  while (!set_entry_live(table[i])) i = i == s->mask ? 0 : i + 1;
  Value key = table[i].key;
  set_remove_at(s, i);
  s->hash = i + 1;
  return key;
}

bool set_next(Value set, uint64_t* position, Value* key, uint64_t* hash) {
  const auto* s = set.as<Set>();
  const DictEntry* table = s->table.as<Entries>()->data();
  for (uint64_t i = *position; i <= s->mask; ++i) {
    if (!set_entry_live(table[i])) continue;
    *key = table[i].key;
    if (hash) *hash = table[i].hash;
    *position = i + 1;
    return true;
  }
  *position = s->mask + 1;
  return false;
}

Value set_to_list(Leaf& vm, Value set) {
  Value list = make_list(vm);
  uint64_t position = 0;
  Value key;
  while (set_next(set, &position, &key)) list_append(vm, list, key);
  return list;
}

Verdict set_is_subset(Leaf& vm, Value a, Value b) {
  if (set_count(a) > set_count(b)) return Verdict::No;
  uint64_t position = 0, hash;
  Value key;
  while (set_next(a, &position, &key, &hash)) {
    Verdict r = verdict_of(set_find_hashed(vm, b.as<Set>(), key, hash, nullptr));
    if (r != Verdict::Yes) return r;
  }
  return Verdict::Yes;
}

Verdict set_equal(Leaf& vm, Value a, Value b) {
  return set_count(a) != set_count(b) ? Verdict::No : set_is_subset(vm, a, b);
}

Value make_set_iter(Leaf& vm, Value set) {
  auto* it = vm.heap().make<SetIter>(Kind::SetIter);
  it->source = set;
  it->index = 0;
  it->version = set_count(set);
  return Value::from_object(it);
}

Value set_iter_next(Leaf& vm, Value iter) {
  auto* it = iter.as<SetIter>();
  if (it->source.is_undefined()) return Value::exhausted();
  if (it->version != set_count(it->source)) {
    it->version = ~uint64_t{0};
    return vm.raise(TypeId::RuntimeError, "Set changed size during iteration");
  }
  Value key;
  if (set_next(it->source, &it->index, &key)) return key;
  it->source = Value::undefined();
  return Value::exhausted();
}

uint64_t frozenset_hash(Value set) {
  auto* s = set.as<Set>();
  if (s->is(Kind::FrozenSet) && s->hash != 0) return s->hash;
  uint64_t hash = 0, position = 0, h;
  Value key;
  while (set_next(set, &position, &key, &h)) {
    hash ^= ((h ^ 89869747u) ^ (h << 16)) * 3644798167u;
  }
  hash ^= (s->count + 1) * 1927868237u;
  hash ^= (hash >> 11) ^ (hash >> 25);
  hash = hash * 69069u + 907133923u;
  if (hash == ~uint64_t{0}) hash = 590923713u;
  if (s->is(Kind::FrozenSet)) s->hash = hash;
  return hash;
}

}  // namespace hothouse
