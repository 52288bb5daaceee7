// The probe sequence of dicts, shared by the two layers (dict.cpp, dict_call.cpp).
#pragma once

#include "core/objects/dict.h"

namespace hothouse {

constexpr int32_t kDictEmptySlot = -1;
constexpr int32_t kDictDeletedSlot = -2;

class DictProbe {
 public:
  DictProbe(uint64_t hash, uint64_t mask) : perturb_(hash), mask_(mask), slot_(hash & mask) {}
  uint64_t slot() const { return slot_; }
  void next() {
    perturb_ >>= 5;
    slot_ = (slot_ * 5 + perturb_ + 1) & mask_;
  }

 private:
  uint64_t perturb_, mask_, slot_;
};

/// The arrays of a dict; valid until it changes or something moves.
struct DictTable {
  explicit DictTable(const Dict* d)
      : index(reinterpret_cast<const int32_t*>(d->index.as<Raw>()->data())),
        mask(d->index.as<Raw>()->capacity / 4 - 1),
        entries(d->entries.as<Entries>()->data()) {}
  const int32_t* index;
  uint64_t mask;
  DictEntry* entries;
};

inline uint64_t dict_hash_at(Value dict, uint64_t position) {
  return dict.as<Dict>()->entries.as<Entries>()->data()[position].hash;
}

/// Entry number of a key whose hash is known, calling __eq__: kDictAbsent or kDictRaised.
int64_t dict_find_hashed_call(Caller& vm, Value dict, Value key, uint64_t hash);

}  // namespace hothouse
