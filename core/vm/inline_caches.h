// InlineCaches: which inline caches hold something, so that a change of a class empties those and
// passes over the rest of the code.
//
// A cache is a row of words behind its instruction (attribute_plan.h, names.h). Its first word
// decides: kEmptyCache there means that the others say nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "core/vm/attribute_plan.h"

namespace hothouse {

class InlineCaches {
 public:
  /// Writes the first word of a cache. `value` isn't kEmptyCache; code lives as long as the VM.
  void fill(uint64_t& first, uint64_t value) {
    if (first == kEmptyCache) filled_.push_back(&first);
    first = value;
  }
  /// Empties every cache: a class changed, or a full collection freed addresses to be used again.
  void flush() {
    for (uint64_t* first : filled_) *first = kEmptyCache;
    filled_.clear();
  }

 private:
  std::vector<uint64_t*> filled_;  // each once
};

}  // namespace hothouse
