// LoopFacts: what a recorded iteration does to the slots and to memory, and which of its ops come
// to the same in every iteration.
//
// Used by peel.cpp, which says what follows from it. Precondition: the trace runs no Python code.
#pragma once

#include <vector>

#include "core/opt/memory.h"

namespace hothouse::opt {

class LoopFacts {
 public:
  static constexpr uint32_t kNone = 0xffffffffu;

  /// A register of the frame that the iteration reads or leaves changed.
  struct Slot {
    uint32_t number;
    ir::Ref end;  // its value at the end of the iteration; none: as it was
  };

  /// `trace` ends in a jump back to its own start; it is read here and has to stay.
  explicit LoopFacts(const ir::Trace& trace);

  /// Whether the op's result (constants: always) is the same in every iteration. For a guard:
  /// whether it holds in all if it held in the first.
  bool is_same(ir::Ref ref) const { return !ref.is_op() || same_[ref.index]; }
  bool is_same(uint32_t op) const { return same_[op]; }

  const std::vector<Slot>& slots() const { return slots_; }
  /// Index in slots() of a slot that the trace loads or ends with.
  size_t slot_index(uint32_t number) const;

  /// The type that a guard on this op's value asks for; Void if there is none.
  ir::Type guarded_type(uint32_t op) const { return guarded_[op]; }
  /// The first unbox op of this op's value, or none.
  ir::Ref unbox_of(uint32_t op) const { return unbox_of_[op]; }

 private:
  void learn();
  size_t slot_at(uint32_t number);
  bool is_unchanged(uint32_t load) const;
  bool is_invariant(uint32_t i, const ir::Ins& ins) const;
  bool maps_change(MapId map) const;
  bool is_written(uint32_t i, const Place& place) const;
  bool differs_always(uint32_t i, ir::Ref same_base, uint32_t store, ir::Ref base) const;

  const ir::Trace& trace_;
  AliasFacts aliases_;
  uint32_t end_;  // the terminal
  std::vector<Slot> slots_;
  std::vector<bool> same_;
  std::vector<ir::Type> guarded_;
  std::vector<ir::Ref> unbox_of_;
  std::vector<uint32_t> map_guard_;  // first guard_map of the object
  std::vector<uint32_t> stores_;
  std::vector<Effects> calls_;  // that write
  bool sets_maps_ = false;
};

}  // namespace hothouse::opt
