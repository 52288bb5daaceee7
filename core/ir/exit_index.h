// What a finished trace's exits ask of it, found in one walk: which op leaves through a snapshot,
// which stores make up a sunk object, where the body begins.
//
// Exits are many (each guard has one) and are taken often until they have a bridge; looking for
// their op would cost the length of the trace each time.
//
// Neighbours: trace.h (snapshot_uses()), trace/deopt.h and backend/exit_values.h, which ask.
// Invariant: good for as long as the trace's ops stay as they are.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/ir/trace.h"

namespace hothouse::ir {

class ExitIndex {
 public:
  explicit ExitIndex(const Trace& trace);

  /// Index of the first op that leaves through this snapshot; the number of ops if there is none.
  uint32_t owner(uint32_t snapshot) const { return owners_[snapshot]; }
  /// Where the body begins: the Loop op; the number of ops if there is none.
  uint32_t loop() const { return loop_; }

  struct SunkStore {
    uint32_t object, op;  // indices of the New and of the store
  };
  /// The sunk stores into the sunk object `object` (a New), in order. An exit performs those that
  /// stand before its owner.
  std::span<const SunkStore> sunk_stores(Ref object) const;

 private:
  std::vector<uint32_t> owners_;        // by snapshot
  std::vector<SunkStore> sunk_stores_;  // sorted
  uint32_t loop_;
};

/// As snapshot_uses(trace, snapshot).
std::vector<Ref> snapshot_uses(const Trace& trace, const ExitIndex& index, uint32_t snapshot);

}  // namespace hothouse::ir
