// What Heap keeps to itself: shared by heap.cpp and collector.cpp.
#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "core/objects/heap.h"
#include "core/objects/identity_table.h"
#include "core/objects/intern_table.h"
#include "core/objects/old_space.h"

namespace hothouse {

struct Heap::Impl {
  explicit Impl(Pages pages) : old(pages) {}
  OldSpace old;
  InternTable interned;
  std::unique_ptr<uint8_t[]> nursery;
  uint64_t real_soft = 0;  // the value of NurseryState::soft while no safepoint is requested
  /// When the next full collection is due. Memory outside the heap has a bound of its own: it is
  /// dear (its first touch takes the kernel's time) and handed out again as soon as it is free.
  uint64_t full_threshold = uint64_t{32} << 20;
  uint64_t external_threshold = kLeastExternal;
  uint64_t external_bytes = 0;
  uint64_t slots_followed = 0;  // by the last full collection
  static constexpr uint64_t kLeastExternal = uint64_t{8} << 20;
  bool wants_full() const {
    return external_bytes > external_threshold || old.bytes() + external_bytes > full_threshold;
  }
  std::vector<Object*> remembered;
  std::vector<Object*> immortal;
  std::vector<Object*> young_externals;
  std::vector<std::pair<int, std::function<void(RootVisitor&)>>> roots;
  std::vector<std::pair<int, std::function<void()>>> sweep_hooks, death_hooks;
  std::vector<std::pair<int, std::function<void(Heap::Reach&)>>> finalizer_hooks;
  std::vector<std::pair<int, std::function<void(std::vector<Object*>&)>>> candidates;
  bool spares_cycles = false;
  int next_token = 1;
  IdentityTable identities;
  std::vector<uint64_t> young_identities;  // addresses in the nursery with a number
  uint64_t last_identity = 0;
};

}  // namespace hothouse
