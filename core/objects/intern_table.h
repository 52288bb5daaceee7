// The interned strings: at most one Str of a text has kStrInterned. They live in old space, so
// identity decides equality and their addresses can key tables. The table is weak: a full
// collection drops strings that nothing else refers to.
#pragma once

#include <cstdint>
#include <vector>

#include "core/objects/str.h"

namespace hothouse {

class InternTable {
 public:
  /// The interned string of this text (given by its flat view and hash), or null.
  Str* find(const StrView& text, uint64_t hash) const;
  void insert(Str* s);
  /// Forgets strings that `keep` refuses.
  template <class Keep>
  void sweep(Keep&& keep) {
    std::vector<Str*> old;
    old.swap(slots_);
    slots_.resize(old.size(), nullptr);
    count_ = 0;
    for (Str* s : old) {
      if (s && keep(s)) place(s);
    }
  }
  uint64_t count() const { return count_; }

 private:
  void place(Str* s);
  std::vector<Str*> slots_;  // open addressing, a power of two, at most half full
  uint64_t count_ = 0;
};

}  // namespace hothouse
