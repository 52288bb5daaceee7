// Where values are while the register allocator walks the code: in registers, in slots of the spill
// area, or (constants) nowhere; and who has to leave when registers run out.
#include "core/backend/regalloc_impl.h"

namespace hothouse::backend {

void RegisterAllocator::place_initial_values() {
  for (ValueId v = 0; v < values_.size(); v++) {
    const Code::Info& i = info(v);
    if (!i.used_outside || !values_[v].has_uses) continue;
    ValueState& s = values_[v];
    s.defined = true;
    s.def = 0;
    s.def_node = 0;
    if (i.initial.is_register()) {
      s.def_reg = i.initial.reg();
      s.reg = s.def_reg;
      holder_[s.reg] = v;
    } else {
      s.slot = static_cast<int32_t>(i.initial.index);
      s.home_slot = true;
      while (slots_.size() <= i.initial.index) slots_.emplace_back();
      slots_[i.initial.index].push_back({0, s.end});
    }
  }
}

uint32_t RegisterAllocator::next_use(ValueId v, uint32_t from) {
  ValueState& s = values_[v];
  while (s.cursor < s.uses.size() && s.uses[s.cursor] < now_) s.cursor++;
  for (uint32_t i = s.cursor; i < s.uses.size(); i++) {
    if (s.uses[i] >= from) return s.uses[i];
  }
  if (s.at_header && !s.is_phi && s.first_body_use != kNever && in_body(now_)) {
    return code_.back_node + (s.first_body_use - code_.loop_node);
  }
  return kNever;
}

void RegisterAllocator::note_interval(ValueId v) {
  ValueState& s = values_[v];
  if (s.reg == kNoRegister && (info(v).is_constant || s.slot < 0)) return;
  out_.intervals.push_back({v, s.since, now_, where(v)});
}

void RegisterAllocator::bind(ValueId v, uint8_t reg) {
  ValueState& s = values_[v];
  if (s.reg != kNoRegister && holder_[s.reg] == v) holder_[s.reg] = kNoValue;
  if (s.reg != kNoRegister || s.slot >= 0) note_interval(v);
  s.reg = reg;
  s.since = now_;
  holder_[reg] = v;
}

void RegisterAllocator::unbind(ValueId v) {
  ValueState& s = values_[v];
  if (s.reg == kNoRegister) return;
  note_interval(v);
  holder_[s.reg] = kNoValue;
  s.reg = kNoRegister;
  s.since = now_;
}

/// From here on the value is in its slot (or, a constant, nowhere).
void RegisterAllocator::evict(ValueId v) {
  if (!info(v).is_constant) need_slot(v);
  unbind(v);
}

void RegisterAllocator::need_slot(ValueId v) {
  ValueState& s = values_[v];
  if (s.slot >= 0) return;
  uint32_t from = s.def, to = s.end;
  if (s.at_header && has_loop()) {
    from = std::min(from, late(code_.loop_node));
    to = std::max(to, late(code_.back_node));
  }
  s.slot = static_cast<int32_t>(take_slot(from, to));
  if (!s.home_slot) out_.spilled_values++;
}

uint32_t RegisterAllocator::take_slot(uint32_t from, uint32_t to) {
  for (uint32_t slot = 0; slot < target_.slots; slot++) {
    if (slot == slots_.size()) slots_.emplace_back();
    bool overlaps = false;
    for (auto [f, t] : slots_[slot]) overlaps |= from <= t && f <= to;
    if (overlaps) continue;
    slots_[slot].push_back({from, to});
    return slot;
  }
  fail("more values live at once than the spill area holds");
  return 0;
}

/// A register out of `mask`, free ones first, otherwise by evicting the value whose next use is
/// furthest away. kNoRegister if all are pinned.
uint8_t RegisterAllocator::pick(ValueId v, uint32_t mask) {
  uint32_t free = mask & free_registers();
  if (free) return pick_free(v, free);
  uint8_t best = kNoRegister;
  uint32_t best_distance = 0;
  for (uint8_t r : target_.order) {
    if (!(mask & register_bit(r)) || holder_[r] == kNoValue) continue;
    ValueId other = holder_[r];
    uint32_t distance = next_use(other, now_ + 1) - now_;
    // What costs nothing to lose goes first when uses are about as far.
    if (info(other).is_constant || values_[other].slot >= 0) distance += 6;
    if (best == kNoRegister || distance > best_distance) {
      best = r;
      best_distance = distance;
    }
  }
  if (best != kNoRegister) evict(holder_[best]);
  return best;
}

uint8_t RegisterAllocator::pick_free(ValueId v, uint32_t free) {
  if (v != kNoValue) {
    uint8_t wanted = values_[v].hint;
    if (wanted != kNoRegister && (free & register_bit(wanted))) return wanted;
  }
  bool survives_call = v != kNoValue && crosses_call(v) && !info(v).is_constant;
  uint32_t preferred = survives_call ? free & target_.callee_saved : free & ~target_.callee_saved;
  if (preferred) free = preferred;
  if (free & ~reserved_) free &= ~reserved_;
  for (uint8_t r : target_.order) {
    if (free & register_bit(r)) return r;
  }
  return kNoRegister;
}

/// The value leaves its register for one of `allowed`, if it is used again from that node on, or
/// for its slot.
void RegisterAllocator::relocate(ValueId v, uint32_t allowed, uint32_t next_use_from) {
  uint32_t free = free_registers() & mask_of(v) & allowed;
  if (free && next_use(v, next_use_from) != kNever && !info(v).is_constant) {
    uint8_t to = pick_free(v, free);
    move(Location::in_register(to), Location::in_register(values_[v].reg));
    bind(v, to);
  } else {
    evict(v);
  }
}

/// Values whose last use is at or before `position` leave their registers.
void RegisterAllocator::release(uint32_t position) {
  for (uint8_t r = 0; r < kRegisters; r++) {
    ValueId v = holder_[r];
    if (v != kNoValue && values_[v].end <= position) unbind(v);
  }
}

}  // namespace hothouse::backend
