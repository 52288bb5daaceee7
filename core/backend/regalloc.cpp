#include "core/backend/regalloc.h"

#include "core/backend/regalloc_impl.h"

namespace hothouse::backend {

Allocation RegisterAllocator::run() {
  out_.nodes.resize(code_.nodes.size());
  scan_uses();
  place_initial_values();
  find_hints(0, has_loop() ? code_.loop_node : static_cast<uint32_t>(code_.nodes.size()));
  for (now_ = 0; now_ < code_.nodes.size() && out_.reason.empty(); now_++) {
    if (now_ == code_.loop_node) enter_loop();
    allocate_node();
    if (now_ == code_.back_node) close_loop();
    if (now_ + 1 == code_.nodes.size() && !code_.end_values.empty()) jump_out();
    release(late(now_));
  }
  if (out_.reason.empty()) {
    note_loop_slots();
    store_spilled();
    out_.ok = true;
  }
  count_slots();
  return std::move(out_);
}

/// The last node jumps into the body of another unit's loop.
void RegisterAllocator::jump_out() {
  std::vector<Move> moves;
  for (size_t i = 0; i < code_.end_values.size(); i++) {
    moves.push_back({code_.end_locations[i], where(code_.end_values[i]), false});
  }
  move_at_once(moves, free_registers());
}

void RegisterAllocator::store_spilled() {
  for (ValueId v = 0; v < values_.size(); v++) {
    const ValueState& s = values_[v];
    if (s.slot < 0 || s.home_slot || s.stored_by_moves || info(v).is_constant) continue;
    if (s.def_reg == kNoRegister) continue;
    out_.nodes[s.def_node].after.push_back({slot_of(v), Location::in_register(s.def_reg), false});
  }
}

/// Slots up to the last one that is in use.
void RegisterAllocator::count_slots() {
  size_t used = slots_.size();
  while (used > 0 && slots_[used - 1].empty()) used--;
  out_.slots_used = static_cast<uint32_t>(used);
}

Allocation allocate_registers(const Code& code, const TargetRegisters& target) {
  return RegisterAllocator(code, target).run();
}

}  // namespace hothouse::backend
