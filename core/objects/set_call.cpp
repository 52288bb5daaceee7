// Operations between sets, in the order in which CPython performs them: the order of insertion
// decides the order of iteration.
#include "core/objects/compare.h"
#include "core/objects/dict_probe.h"
#include "core/objects/hash.h"
#include "core/objects/set_table.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"

namespace hothouse {

int64_t set_find_hashed_call(Caller& vm, Value set_value, Value key_value, uint64_t hash,
                             uint64_t* free_slot) {
  int64_t at = set_find_hashed(vm, set_value.as<Set>(), key_value, hash, free_slot);
  if (at != kDictNeedsCall) return at;
  Rooted set(vm, set_value), key(vm, key_value);
  for (;;) {  // again whenever a comparison changed the set
    uint64_t version = set.as<Set>()->version;
    uint64_t mask = set.as<Set>()->mask, perturb = hash, i = hash & mask;
    uint64_t deleted = ~uint64_t{0};
    bool changed = false;
    while (!changed) {
      uint64_t probes = i + kSetLinearProbes <= mask ? kSetLinearProbes : 0;
      for (uint64_t j = i; j <= i + probes && !changed; ++j) {
        DictEntry e = set.as<Set>()->table.as<Entries>()->data()[j];
        if (e.key.is_undefined()) {
          if (free_slot) *free_slot = deleted != ~uint64_t{0} ? deleted : j;
          return kDictAbsent;
        }
        if (e.key.is_exhausted()) {
          deleted = j;
          continue;
        }
        if (e.key == key.get()) return static_cast<int64_t>(j);
        if (e.hash != hash) continue;
        int same = same_or_equal_call(vm, e.key, key);
        if (same < 0) return kDictRaised;
        changed = set.as<Set>()->version != version;
        if (same > 0 && !changed) return static_cast<int64_t>(j);
      }
      perturb >>= 5;
      i = (i * 5 + 1 + perturb) & mask;
    }
  }
}

namespace {

int add_hashed(Caller& vm, Rooted& set, Value key_value, uint64_t hash) {
  Rooted key(vm, key_value);
  uint64_t slot = 0;
  int64_t at = set_find_hashed_call(vm, set, key, hash, &slot);
  if (at >= 0) return 0;
  if (at == kDictRaised) return -1;
  return set_insert_at(vm, set.as<Set>(), slot, key, hash) ? 1 : -1;
}

int discard_hashed(Caller& vm, Rooted& set, Value key, uint64_t hash) {
  int64_t at = set_find_hashed_call(vm, set, key, hash, nullptr);
  if (at == kDictRaised) return -1;
  if (at < 0) return 0;
  set_remove_at(set.as<Set>(), static_cast<uint64_t>(at));
  return 1;
}

int contains_hashed(Caller& vm, Value set_or_dict, Value key, uint64_t hash) {
  int64_t at = is_dict(set_or_dict) ? dict_find_hashed_call(vm, set_or_dict, key, hash)
                                    : set_find_hashed_call(vm, set_or_dict, key, hash, nullptr);
  return at == kDictRaised ? -1 : at >= 0;
}

uint64_t count_of(Value set_or_dict) {
  return is_dict(set_or_dict) ? dict_count(set_or_dict) : set_count(set_or_dict);
}

// Calls body(key, hash) for each element (of a dict: key); stops when it answers false.
template <class F>
bool for_each_key(Rooted& set_or_dict, F&& body) {
  uint64_t position = 0, hash;
  Value key, v;
  if (is_dict(set_or_dict)) {
    while (dict_next(set_or_dict, &position, &key, &v)) {
      if (!body(key, dict_hash_at(set_or_dict, position - 1))) return false;
    }
    return true;
  }
  while (set_next(set_or_dict, &position, &key, &hash)) {
    if (!body(key, hash)) return false;
  }
  return true;
}

bool is_frozen(Value set) { return is_kind(set, Kind::FrozenSet); }

bool shrink_if_sparse(Caller& vm, Set* s) {
  if (s->fill - s->count <= s->mask / 4) return true;
  return set_resize(vm, s, s->count > 50000 ? s->count * 2 : s->count * 4);
}

// `to` takes over the elements of `from`, which is given up.
void take_body(Caller& vm, Set* to, Set* from) {
  vm.heap().write_barrier(to);
  to->table = from->table;
  to->mask = from->mask;
  to->count = from->count;
  to->fill = from->fill;
  ++to->version;
}

// A new set of `set` less `other`, made by taking away from a copy.
Value copy_and_difference(Caller& vm, Rooted& set, Rooted& other) {
  Rooted result(vm, set_copy(vm, set, is_frozen(set)));
  Value r = set_difference_update_call(vm, result, other);
  return r.is_raised() ? r : result.get();
}

}  // namespace

int set_contains_call(Caller& vm, Value set_value, Value key_value) {
  Verdict r = set_contains(vm, set_value, key_value);
  if (r != Verdict::NeedsCall) return r == Verdict::Raised ? -1 : r == Verdict::Yes;
  Rooted set(vm, set_value), key(vm, key_value);
  uint64_t hash;
  if (!hash_value_call(vm, key, &hash)) return -1;
  return contains_hashed(vm, set, key, hash);
}

int set_add_call(Caller& vm, Value set_value, Value key_value) {
  Verdict r = set_add(vm, set_value, key_value);
  if (r != Verdict::NeedsCall) return r == Verdict::Raised ? -1 : r == Verdict::Yes;
  Rooted set(vm, set_value), key(vm, key_value);
  uint64_t hash;
  if (!hash_value_call(vm, key, &hash)) return -1;
  return add_hashed(vm, set, key, hash);
}

int set_discard_call(Caller& vm, Value set_value, Value key_value) {
  Verdict r = set_discard(vm, set_value, key_value);
  if (r != Verdict::NeedsCall) return r == Verdict::Raised ? -1 : r == Verdict::Yes;
  Rooted set(vm, set_value), key(vm, key_value);
  uint64_t hash;
  if (!hash_value_call(vm, key, &hash)) return -1;
  return discard_hashed(vm, set, key, hash);
}

Value set_update_call(Caller& vm, Value set_value, Value other_value) {
  Rooted set(vm, set_value), other(vm, other_value);
  auto* s = set.as<Set>();
  if (set.get() == other.get() || count_of(other) == 0) return Value::none();
  if (!is_dict(other) && s->fill == 0) {
    return set_merge_clean(vm, s, other.as<Set>()) ? Value::none() : Value::raised();
  }
  if ((s->fill + count_of(other)) * 5 >= s->mask * 3 &&
      !set_resize(vm, s, (s->count + count_of(other)) * 2)) {
    return Value::raised();
  }
  bool done = for_each_key(
      other, [&](Value key, uint64_t hash) { return add_hashed(vm, set, key, hash) >= 0; });
  return done ? Value::none() : Value::raised();
}

Value set_difference_update_call(Caller& vm, Value set_value, Value other_value) {
  Rooted set(vm, set_value), other(vm, other_value);
  if (set.get() == other.get()) {
    set_clear(vm, set);
    return Value::none();
  }
  if (!is_dict(other) && count_of(other) >> 3 > set_count(set)) {
    other = set_intersection_call(vm, set, other);
    if (other.get().is_raised()) return other;
  }
  bool done = for_each_key(
      other, [&](Value key, uint64_t hash) { return discard_hashed(vm, set, key, hash) >= 0; });
  return done && shrink_if_sparse(vm, set.as<Set>()) ? Value::none() : Value::raised();
}

Value set_intersection_update_call(Caller& vm, Value set_value, Value other) {
  Rooted set(vm, set_value);
  Value common = set_intersection_call(vm, set, other);
  if (common.is_raised()) return common;
  take_body(vm, set.as<Set>(), common.as<Set>());
  return Value::none();
}

Value set_symmetric_difference_update_call(Caller& vm, Value set_value, Value other_value) {
  Rooted set(vm, set_value), other(vm, other_value);
  if (set.get() == other.get()) {
    set_clear(vm, set);
    return Value::none();
  }
  bool done = for_each_key(other, [&](Value key_value, uint64_t hash) {
    Rooted key(vm, key_value);
    int removed = discard_hashed(vm, set, key, hash);
    if (removed < 0) return false;
    return removed > 0 || add_hashed(vm, set, key, hash) >= 0;
  });
  return done ? Value::none() : Value::raised();
}

Value set_union_call(Caller& vm, Value set, Value other_value) {
  bool itself = set == other_value;
  Rooted other(vm, other_value);
  Rooted result(vm, set_copy(vm, set, is_frozen(set)));
  if (itself) return result;
  Value r = set_update_call(vm, result, other);
  return r.is_raised() ? r : result.get();
}

Value set_intersection_call(Caller& vm, Value set_value, Value other_value) {
  if (set_value == other_value) return set_copy(vm, set_value, is_frozen(set_value));
  Rooted result(vm, make_set(vm, is_frozen(set_value)));
  Rooted set(vm, set_value), other(vm, other_value);
  if (!is_dict(other) && count_of(other) > count_of(set)) {
    Value t = set;
    set = other.get();
    other = t;
  }
  bool done = for_each_key(other, [&](Value key_value, uint64_t hash) {
    Rooted key(vm, key_value);
    int found = contains_hashed(vm, set, key, hash);
    return found >= 0 && (found == 0 || add_hashed(vm, result, key, hash) >= 0);
  });
  return done ? result.get() : Value::raised();
}

Value set_difference_call(Caller& vm, Value set_value, Value other_value) {
  Rooted set(vm, set_value), other(vm, other_value);
  if (set_count(set) >> 2 > count_of(other)) return copy_and_difference(vm, set, other);
  Rooted result(vm, make_set(vm, is_frozen(set)));
  bool done = for_each_key(set, [&](Value key_value, uint64_t hash) {
    Rooted key(vm, key_value);
    int found = contains_hashed(vm, other, key, hash);
    return found >= 0 && (found > 0 || add_hashed(vm, result, key, hash) >= 0);
  });
  return done ? result.get() : Value::raised();
}

Value set_symmetric_difference_call(Caller& vm, Value set_value, Value other_value) {
  // CPython copies the other set and takes this one's elements in and out.
  Rooted set(vm, set_value), other(vm, other_value);
  Rooted result(vm, make_set(vm, is_frozen(set)));
  Value r = set_update_call(vm, result, other);
  if (r.is_raised()) return r;
  r = set_symmetric_difference_update_call(vm, result, set);
  return r.is_raised() ? r : result.get();
}

int set_is_subset_call(Caller& vm, Value a_value, Value b_value) {
  if (set_count(a_value) > count_of(b_value)) return 0;
  Rooted a(vm, a_value), b(vm, b_value);
  int answer = 1;
  for_each_key(a, [&](Value key, uint64_t hash) {
    answer = contains_hashed(vm, b, key, hash);
    return answer > 0;
  });
  return answer;
}

int set_is_disjoint_call(Caller& vm, Value a_value, Value b_value) {
  Rooted a(vm, a_value), b(vm, b_value);
  if (a.get() == b.get()) return set_count(a) == 0;
  if (!is_dict(b) && count_of(b) > count_of(a)) {
    Value t = a;
    a = b.get();
    b = t;
  }
  int found = 0;
  for_each_key(b, [&](Value key, uint64_t hash) {
    found = contains_hashed(vm, a, key, hash);
    return found == 0;
  });
  return found < 0 ? -1 : found == 0;
}

int set_equal_call(Caller& vm, Value a, Value b) {
  return set_count(a) != set_count(b) ? 0 : set_is_subset_call(vm, a, b);
}

}  // namespace hothouse
