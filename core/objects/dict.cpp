// The table of dicts, Leaf layer. The Caller layer is dict_call.cpp, views and iterators are
// dict_view.cpp.
#include "core/objects/dict.h"

#include <algorithm>
#include <cstring>

#include "core/objects/compare.h"
#include "core/objects/dict_probe.h"
#include "core/objects/hash.h"
#include "core/objects/instance.h"
#include "core/objects/list.h"
#include "core/objects/namespace.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

constexpr uint64_t kSmallest = 8;

uint64_t usable(uint64_t slots) { return slots * 2 / 3; }

void place(int32_t* index, uint64_t mask, uint64_t hash, int32_t position) {
  DictProbe probe(hash, mask);
  while (index[probe.slot()] >= 0) probe.next();
  index[probe.slot()] = position;
}

// A table with room for `wanted` entries, deleted ones squeezed out.
void rebuild(Leaf& vm, Dict* d, uint64_t wanted) {
  uint64_t slots = kSmallest;
  while (usable(slots) < wanted) slots *= 2;
  Heap& heap = vm.heap();
  auto* index = heap.make<Raw>(Kind::Raw, slots * 4);
  index->capacity = slots * 4;
  auto* numbers = reinterpret_cast<int32_t*>(index->data());
  std::fill(numbers, numbers + slots, kDictEmptySlot);
  uint64_t capacity = usable(slots);
  auto* entries = heap.make<Entries>(Kind::Entries, capacity * sizeof(DictEntry));
  entries->capacity = capacity;
  const auto* old = d->entries.as<Entries>();
  uint64_t n = 0;
  for (uint64_t i = 0; i < d->fill; ++i) {
    const DictEntry& e = const_cast<Entries*>(old)->data()[i];
    if (e.key.is_undefined()) continue;
    entries->data()[n] = e;
    place(numbers, slots - 1, e.hash, static_cast<int32_t>(n));
    ++n;
  }
  for (uint64_t i = n; i < capacity; ++i) {
    entries->data()[i] = {0, Value::undefined(), Value::undefined()};
  }
  heap.write_barrier(d);
  d->index = Value::from_object(index);
  d->entries = Value::from_object(entries);
  d->fill = n;
  d->aux = 0;
}

// popitem gives back the last entry's room (so that draining a dict is linear), but its slot of
// the index stays taken. How many such slots there are is kept in the hash field of the last,
// unused entry; aux tells that there are any. They count as entries when it comes to growing, so
// the index always keeps empty slots.
uint64_t& taken_slots(Dict* d) {
  auto* e = d->entries.as<Entries>();
  return e->data()[e->capacity - 1].hash;
}

bool is_full(Dict* d) {
  uint64_t capacity = d->entries.as<Entries>()->capacity;
  return d->fill == capacity || (d->aux && d->fill + taken_slots(d) >= capacity);
}

bool grow(Leaf& vm, Dict* d) {
  uint64_t wanted = std::max<uint64_t>(usable(kSmallest), d->count * 2 + 1);
  if (wanted > 100000 && !vm.heap().can_allocate(wanted * (sizeof(DictEntry) + 8) * 2)) {
    vm.memory_error();
    return false;
  }
  rebuild(vm, d, wanted);
  return true;
}

int64_t find_identical(const Dict* d, Value key, uint64_t hash) {
  DictTable t(d);
  for (DictProbe probe(hash, t.mask);; probe.next()) {
    int32_t at = t.index[probe.slot()];
    if (at >= 0) {
      if (t.entries[at].key == key) return at;
    } else if (at == kDictEmptySlot) {
      return kDictAbsent;
    }
  }
}

}  // namespace

Value make_dict(Leaf& vm, uint64_t expected) {
  auto* d = vm.heap().make<Dict>(Kind::Dict);
  d->count = d->fill = d->version = 0;
  d->owner = Value::undefined();
  d->index = vm.types().empty_index();
  d->entries = vm.types().empty_entries();
  if (expected > 0) rebuild(vm, d, expected);
  return Value::from_object(d);
}

Value dict_copy(Leaf& vm, Value dict) {
  Value copy = make_dict(vm);
  auto* from = dict.as<Dict>();
  if (from->count == 0) return copy;
  auto* to = copy.as<Dict>();
  to->count = from->count;
  to->fill = from->fill;
  to->entries = from->entries;
  rebuild(vm, to, from->count);
  return copy;
}

void dict_clear(Leaf& vm, Value dict) {
  auto* d = dict.as<Dict>();
  if (d->map == kMapInstanceDict) {
    while (d->count) dict_popitem(vm, dict);
  }
  d->count = d->fill = 0;
  ++d->version;
  d->index = vm.types().empty_index();
  d->entries = vm.types().empty_entries();
}

namespace {

/// Brings a dict that follows a namespace up to date, as far as a search for `key` can tell.
void refresh(Leaf& vm, Value dict, Value key) {
  Value ns = dict.as<Dict>()->owner;
  if (!is_kind(ns, Kind::Namespace)) return;
  if (is_str(key)) {
    Value name = str_intern(vm, key), now = namespace_get(vm, ns, name);
    int64_t at = dict_find_interned(vm, dict, name);
    Value known = at < 0 ? Value::undefined() : dict_value_at(dict, static_cast<uint64_t>(at));
    if (known == now) return;
  }
  namespace_dict_refresh(vm, dict);
}

}  // namespace

int64_t dict_find_hashed(Leaf& vm, Value dict, Value key, uint64_t hash) {
  if (dict.as_object()->map == kMapInstanceDict) refresh(vm, dict, key);
  const auto* d = dict.as<Dict>();
  DictTable t(d);
  // Of two immediate ints, and of an interned string and another one, identity decides.
  bool by_identity = key.is_int();
  for (DictProbe probe(hash, t.mask);; probe.next()) {
    int32_t at = t.index[probe.slot()];
    if (at == kDictEmptySlot) return kDictAbsent;
    if (at < 0) continue;
    const DictEntry& e = t.entries[at];
    if (e.key == key) return at;
    if (e.hash != hash || (by_identity && e.key.is_int())) continue;
    switch (equal(vm, e.key, key)) {
      case Verdict::Yes:
        return at;
      case Verdict::No:
        break;
      case Verdict::NeedsCall:
        return kDictNeedsCall;
      case Verdict::Raised:
        return kDictRaised;
    }
  }
}

int64_t dict_find(Leaf& vm, Value dict, Value key) {
  uint64_t hash;
  switch (hash_value(vm, key, &hash)) {
    case Verdict::Yes:
      return dict_find_hashed(vm, dict, key, hash);
    case Verdict::NeedsCall:
      return kDictNeedsCall;
    default:
      return kDictRaised;
  }
}

int64_t dict_find_interned(Leaf& vm, Value dict, Value name) {
  // Namespaces hold interned names only, so identity finds them.
  int64_t at = find_identical(dict.as<Dict>(), name, hash_str(vm, name));
  return at;
}

void dict_set_value_at(Leaf& vm, Value dict, uint64_t position, Value v) {
  Value entries = dict.as<Dict>()->entries;
  vm.heap().write_barrier(entries.as_object());
  DictEntry& e = entries.as<Entries>()->data()[position];
  e.value = v;
  if (dict.as_object()->map == kMapInstanceDict) instance_dict_changed(vm, dict, e.key, v);
}

Value dict_get(Leaf& vm, Value dict, Value key, Verdict* status) {
  int64_t at = dict_find(vm, dict, key);
  if (at >= 0) {
    *status = Verdict::Yes;
    return dict_value_at(dict, static_cast<uint64_t>(at));
  }
  *status = at == kDictAbsent      ? Verdict::No
            : at == kDictNeedsCall ? Verdict::NeedsCall
                                   : Verdict::Raised;
  return Value::undefined();
}

Value dict_insert_new(Leaf& vm, Value dict, Value key, uint64_t hash, Value v) {
  auto* d = dict.as<Dict>();
  if (is_full(d) && !grow(vm, d)) return Value::raised();
  auto* index = d->index.as<Raw>();
  place(reinterpret_cast<int32_t*>(index->data()), index->capacity / 4 - 1, hash,
        static_cast<int32_t>(d->fill));
  vm.heap().write_barrier(d->entries.as_object());
  d->entries.as<Entries>()->data()[d->fill] = {hash, key, v};
  ++d->fill;
  ++d->count;
  ++d->version;
  if (d->map == kMapInstanceDict) instance_dict_changed(vm, dict, key, v);
  return Value::none();
}

Verdict dict_set(Leaf& vm, Value dict, Value key, Value v) {
  uint64_t hash;
  Verdict hashed = hash_value(vm, key, &hash);
  if (hashed != Verdict::Yes) return hashed;
  int64_t at = dict_find_hashed(vm, dict, key, hash);
  if (at >= 0) {
    dict_set_value_at(vm, dict, static_cast<uint64_t>(at), v);
    return Verdict::Yes;
  }
  if (at == kDictNeedsCall) return Verdict::NeedsCall;
  if (at == kDictRaised) return Verdict::Raised;
  return dict_insert_new(vm, dict, key, hash, v).is_raised() ? Verdict::Raised : Verdict::Yes;
}

void dict_delete_at(Leaf& vm, Value dict, uint64_t position) {
  auto* d = dict.as<Dict>();
  DictEntry& e = d->entries.as<Entries>()->data()[position];
  DictTable t(d);
  auto* index = reinterpret_cast<int32_t*>(d->index.as<Raw>()->data());
  for (DictProbe probe(e.hash, t.mask);; probe.next()) {
    if (index[probe.slot()] == static_cast<int32_t>(position)) {
      index[probe.slot()] = kDictDeletedSlot;
      break;
    }
  }
  Value key = e.key;
  e = {0, Value::undefined(), Value::undefined()};
  --d->count;
  ++d->version;
  if (d->map == kMapInstanceDict) instance_dict_changed(vm, dict, key, Value::undefined());
}

Verdict dict_delete(Leaf& vm, Value dict, Value key, Value* value) {
  int64_t at = dict_find(vm, dict, key);
  if (at == kDictAbsent) return Verdict::No;
  if (at < 0) return at == kDictNeedsCall ? Verdict::NeedsCall : Verdict::Raised;
  if (value) *value = dict_value_at(dict, static_cast<uint64_t>(at));
  dict_delete_at(vm, dict, static_cast<uint64_t>(at));
  return Verdict::Yes;
}

Value dict_get_name(Leaf& vm, Value dict, Value name) {
  int64_t at = dict_find_hashed(vm, dict, name, hash_str(vm, name));
  return at < 0 ? Value::undefined() : dict_value_at(dict, static_cast<uint64_t>(at));
}

void dict_set_name(Leaf& vm, Value dict, Value name, Value v) {
  uint64_t hash = hash_str(vm, name);
  int64_t at = dict_find_hashed(vm, dict, name, hash);
  if (at >= 0) {
    dict_set_value_at(vm, dict, static_cast<uint64_t>(at), v);
  } else {
    dict_insert_new(vm, dict, name, hash, v);
  }
}

// A queue is a dict whose first entry is deleted again and again. So that looking for the first one
// stays cheap, the hash field of a deleted entry says how far deleted ones are known to reach: up
// to that entry, or not known (0). It stays true as long as the entry is deleted, since new entries
// only come behind the last.
bool dict_next(Value dict, uint64_t* position, Value* key, Value* value) {
  const auto* d = dict.as<Dict>();
  DictEntry* entries = d->entries.as<Entries>()->data();
  const uint64_t start = *position;
  uint64_t i = start;
  while (i < d->fill && entries[i].key.is_undefined()) i = std::max(i + 1, entries[i].hash);
  if (i >= d->fill) {
    *position = d->fill;
    return false;
  }
  if (i > start) entries[start].hash = i;
  *key = entries[i].key;
  *value = entries[i].value;
  *position = i + 1;
  return true;
}

bool dict_previous(Value dict, int64_t* position, Value* key, Value* value) {
  const auto* d = dict.as<Dict>();
  DictEntry* entries = d->entries.as<Entries>()->data();
  for (int64_t i = std::min(*position, static_cast<int64_t>(d->fill) - 1); i >= 0; --i) {
    if (entries[i].key.is_undefined()) continue;
    *key = entries[i].key;
    *value = entries[i].value;
    *position = i - 1;
    return true;
  }
  *position = -1;
  return false;
}

Value dict_popitem(Leaf& vm, Value dict) {
  int64_t position = INT64_MAX;
  Value key, v;
  if (!dict_previous(dict, &position, &key, &v)) {
    return vm.key_error(vm.str("popitem(): dictionary is empty"));
  }
  dict_delete_at(vm, dict, static_cast<uint64_t>(position + 1));
  auto* d = dict.as<Dict>();
  uint64_t end = static_cast<uint64_t>(position + 1);
  if (d->aux == 0) taken_slots(d) = 0;
  d->aux = 1;
  taken_slots(d) += d->fill - end;
  d->fill = end;
  return make_tuple(vm, {key, v});
}

Verdict dict_update(Leaf& vm, Value dict, Value other) {
  if (dict == other) return Verdict::Yes;
  if (dict_count(dict) != 0) {
    // All or nothing: find out first whether a call is needed.
    uint64_t position = 0;
    Value key, v;
    while (dict_next(other, &position, &key, &v)) {
      int64_t at = dict_find_hashed(vm, dict, key, dict_hash_at(other, position - 1));
      if (at == kDictNeedsCall) return Verdict::NeedsCall;
      if (at == kDictRaised) return Verdict::Raised;
    }
  }
  uint64_t position = 0;
  Value key, v;
  bool empty = dict_count(dict) == 0;
  while (dict_next(other, &position, &key, &v)) {
    uint64_t hash = dict_hash_at(other, position - 1);
    int64_t at = empty ? kDictAbsent : dict_find_hashed(vm, dict, key, hash);
    if (at >= 0) {
      dict_set_value_at(vm, dict, static_cast<uint64_t>(at), v);
    } else if (dict_insert_new(vm, dict, key, hash, v).is_raised()) {
      return Verdict::Raised;
    }
  }
  return Verdict::Yes;
}

Value dict_keys_list(Leaf& vm, Value dict) {
  Value list = make_list(vm);
  uint64_t position = 0;
  Value key, v;
  while (dict_next(dict, &position, &key, &v)) list_append(vm, list, key);
  return list;
}

Value dict_values_list(Leaf& vm, Value dict) {
  Value list = make_list(vm);
  uint64_t position = 0;
  Value key, v;
  while (dict_next(dict, &position, &key, &v)) list_append(vm, list, v);
  return list;
}

Value dict_items_list(Leaf& vm, Value dict) {
  Value list = make_list(vm);
  uint64_t position = 0;
  Value key, v;
  while (dict_next(dict, &position, &key, &v)) list_append(vm, list, make_tuple(vm, {key, v}));
  return list;
}

Verdict dict_equal(Leaf& vm, Value a, Value b) {
  if (dict_count(a) != dict_count(b)) return Verdict::No;
  uint64_t position = 0;
  Value key, v;
  while (dict_next(a, &position, &key, &v)) {
    int64_t at = dict_find_hashed(vm, b, key, dict_hash_at(a, position - 1));
    if (at == kDictAbsent) return Verdict::No;
    if (at < 0) return at == kDictNeedsCall ? Verdict::NeedsCall : Verdict::Raised;
    Verdict same = same_or_equal(vm, v, dict_value_at(b, static_cast<uint64_t>(at)));
    if (same != Verdict::Yes) return same;
  }
  return Verdict::Yes;
}

}  // namespace hothouse
