// One node: its operands where it wants them, its temporaries, its result.
#include <utility>

#include "core/backend/regalloc_impl.h"

namespace hothouse::backend {

namespace {

bool is_used_otherwise(const Node& node, size_t use) {
  for (size_t i = 0; i < node.uses.size(); i++) {
    if (i != use && node.uses[i].value == node.uses[use].value) return true;
  }
  return false;
}

}  // namespace

void RegisterAllocator::allocate_node() {
  const Node& node = code_.nodes[now_];
  NodeAssignment& out = result();
  out.uses.resize(node.uses.size());
  if (node.is_call) {
    allocate_call(node, out);
  } else {
    allocate_plain(node, out);
  }
}

void RegisterAllocator::allocate_plain(const Node& node, NodeAssignment& out) {
  Taken taken;
  place_fixed_operand(node, out, taken);
  place_operands(node, out, taken);
  if (out_.reason.empty()) take_temporaries(node, out, taken);
  if (!out_.reason.empty()) return;
  // Temporaries are not to be taken by the result; operands that die here may be.
  release(early(now_));
  if (node.def != kNoValue) allocate_result(node, out, taken);
  record_kept(node, out);
}

/// Brings the fixed operand to its place, if there is one (a shift's count, the dividend: never
/// more). Values leave the registers that are overwritten, unless this node is the last to read
/// them.
void RegisterAllocator::place_fixed_operand(const Node& node, NodeAssignment& out, Taken& taken) {
  size_t operand = node.uses.size();
  uint32_t read = node.fixed_temps, written = node.fixed_temps;
  for (size_t i = 0; i < node.uses.size(); i++) {
    if (node.uses[i].kind != UseKind::Fixed) continue;
    operand = i;
    read |= register_bit(node.uses[i].fixed.reg());
  }
  if (node.def_kind == DefKind::Fixed) written |= register_bit(node.def_register);
  taken.fixed = read | written;
  const bool has_operand = operand < node.uses.size();
  const bool is_there =
      has_operand && holder_[node.uses[operand].fixed.reg()] == node.uses[operand].value;

  for (uint8_t r = 0; r < kRegisters; r++) {
    ValueId v = holder_[r];
    if (v == kNoValue || !(taken.fixed & register_bit(r))) continue;
    bool dies = !is_live_behind(v, early(now_));
    bool is_operand = is_there && node.uses[operand].fixed.reg() == r;
    bool is_kept = !(written & register_bit(r)) || (dies && !is_used_otherwise(node, operand));
    if (is_operand && is_kept) continue;
    if (!(read & register_bit(r)) && dies) continue;
    relocate(v, ~taken.fixed, now_);
  }
  taken.pinned = read;
  if (!has_operand) return;
  const Use& use = node.uses[operand];
  // A value that just moved away left a copy behind.
  if (!is_there) move(use.fixed, where(use.value));
  out.uses[operand] = use.fixed;
  taken.operands |= register_bit(use.fixed.reg());
}

void RegisterAllocator::place_operands(const Node& node, NodeAssignment& out, Taken& taken) {
  // Operands that are in registers already must not lose them to the others.
  for (const Use& use : node.uses) {
    if (use.kind != UseKind::Fixed && values_[use.value].reg != kNoRegister) {
      taken.pinned |= register_bit(values_[use.value].reg);
    }
  }
  for (size_t i = 0; i < node.uses.size(); i++) {
    const Use& use = node.uses[i];
    if (use.kind == UseKind::Fixed) continue;
    const uint32_t mask = mask_of(use.value) & ~taken.fixed;
    bool load = use.kind == UseKind::Register;
    if (use.kind == UseKind::Any && values_[use.value].reg == kNoRegister &&
        !info(use.value).is_constant) {
      // Worth a register that is free if it is read again soon.
      load = next_use(use.value, now_ + 1) < now_ + 40 && (free_registers() & mask & ~taken.pinned);
    }
    if (load && values_[use.value].reg == kNoRegister) {
      uint8_t r = pick(use.value, mask & ~taken.pinned);
      if (r == kNoRegister) r = make_room(node, out, mask);
      if (r == kNoRegister) return fail_for_registers();
      move(Location::in_register(r), where(use.value));
      bind(use.value, r);
    }
    out.uses[i] = where(use.value);
    if (out.uses[i].is_register()) {
      taken.pinned |= register_bit(out.uses[i].reg());
      taken.operands |= register_bit(out.uses[i].reg());
    }
  }
}

void RegisterAllocator::take_temporaries(const Node& node, NodeAssignment& out, Taken& taken) {
  taken.temporary = node.fixed_temps;
  for (int i = 0; i < node.general_temps; i++) {
    out.general_temps[i] = take_temporary(node, out, kGeneralMask, taken);
  }
  for (int i = 0; i < node.float_temps; i++) {
    out.float_temps[i] = take_temporary(node, out, kFloatMask, taken);
  }
}

uint8_t RegisterAllocator::take_temporary(const Node& node, NodeAssignment& out, uint32_t side,
                                          Taken& taken) {
  uint32_t mask = target_.allocatable & side & ~taken.fixed;
  uint8_t r = pick(kNoValue, mask & ~taken.pinned);
  if (r == kNoRegister) r = make_room(node, out, mask);
  if (r == kNoRegister) {
    fail_for_registers();
    return r;
  }
  taken.pinned |= register_bit(r);
  taken.temporary |= register_bit(r);
  return r;
}

/// The last resort with few registers: an operand that may be memory gives up its register.
uint8_t RegisterAllocator::make_room(const Node& node, NodeAssignment& out, uint32_t mask) {
  for (size_t i = 0; i < node.uses.size(); i++) {
    ValueId v = node.uses[i].value;
    uint8_t r = values_[v].reg;
    if (node.uses[i].kind != UseKind::Any || r == kNoRegister) continue;
    if (!(mask & register_bit(r))) continue;
    bool wanted = false;
    for (const Use& use : node.uses) wanted |= use.value == v && use.kind != UseKind::Any;
    if (wanted) continue;
    evict(v);
    for (size_t k = 0; k < node.uses.size(); k++) {
      bool is_placed = out.uses[k].kind != Location::Kind::None;
      if (node.uses[k].value == v && is_placed) out.uses[k] = where(v);
    }
    return r;
  }
  return kNoRegister;
}

void RegisterAllocator::allocate_result(const Node& node, NodeAssignment& out, const Taken& taken) {
  const ValueId def = node.def;
  const uint32_t mask = mask_of(def) & ~taken.temporary;
  // Not over operands that live on, or that are read late.
  uint32_t allowed = mask;
  for (uint8_t r = 0; r < kRegisters; r++) {
    if (holder_[r] != kNoValue && (taken.operands & register_bit(r))) allowed &= ~register_bit(r);
  }
  if (node.def_kind == DefKind::Fixed) return result_from(node.def_register, def, allowed, out);
  uint8_t reg = kNoRegister;
  if (node.def_kind == DefKind::SameAsFirst) {
    reg = result_over_first(node, out, allowed, taken);
  } else {
    for (size_t i = 0; i < node.uses.size(); i++) {
      if (node.uses[i].late && out.uses[i].is_register()) {
        allowed &= ~register_bit(out.uses[i].reg());
      }
    }
    reg = pick(def, allowed);
  }
  if (reg == kNoRegister) reg = make_room(node, out, mask);
  if (reg == kNoRegister) return fail_for_registers();
  out.def = Location::in_register(reg);
  finish_result(def, reg);
}

/// Where the first operand is overwritten: where the result will be wanted, or in the operand's own
/// register if it is not needed any more, which saves the copy.
uint8_t RegisterAllocator::result_over_first(const Node& node, NodeAssignment& out,
                                             uint32_t allowed, const Taken& taken) {
  const uint32_t mask = mask_of(node.def) & ~taken.temporary;
  if (node.commutative && !dies_in_register(out.uses[0], mask) &&
      dies_in_register(out.uses[1], mask)) {
    std::swap(out.uses[0], out.uses[1]);
    out.swapped = true;
  }
  const Location& first = out.uses[0];
  for (size_t i = 1; i < out.uses.size(); i++) {
    if (out.uses[i].is_register() && out.uses[i] != first) {
      allowed &= ~register_bit(out.uses[i].reg());
    }
  }
  const uint8_t hint = values_[node.def].hint;
  if (hint != kNoRegister && holder_[hint] == kNoValue && (register_bit(hint) & allowed)) {
    return hint;
  }
  if (dies_in_register(first, allowed)) return first.reg();
  return pick(node.def, allowed);
}

/// Whether the operand lies in one of these registers and is not needed behind this node.
bool RegisterAllocator::dies_in_register(const Location& operand, uint32_t mask) const {
  return operand.is_register() && holder_[operand.reg()] == kNoValue &&
         (register_bit(operand.reg()) & mask);
}

/// The result comes in `reg`; it stays there, or in one of `allowed` if that is no register to stay
/// in.
void RegisterAllocator::result_from(uint8_t reg, ValueId def, uint32_t allowed,
                                    NodeAssignment& out) {
  uint8_t home = reg;
  if (!(register_bit(reg) & mask_of(def))) {
    home = pick(def, allowed);
    if (home == kNoRegister) return fail_for_registers();
    out.after.push_back({Location::in_register(home), Location::in_register(reg), false});
  } else if (holder_[reg] != kNoValue) {
    evict(holder_[reg]);
  }
  out.def = Location::in_register(reg);
  finish_result(def, home);
}

void RegisterAllocator::finish_result(ValueId def, uint8_t reg) {
  ValueState& s = values_[def];
  s.def_reg = reg;
  bind(def, reg);
  reserved_ &= ~(s.hint == kNoRegister ? 0 : register_bit(s.hint));
}

/// Operands of calls are all fixed, and filled all at once.
void RegisterAllocator::allocate_call(const Node& node, NodeAssignment& out) {
  // Sources first: an evicted value is still in its register when the operands are moved.
  std::vector<Location> from;
  for (const Use& use : node.uses) from.push_back(where(use.value));
  for (uint8_t r = 0; r < kRegisters; r++) {
    ValueId v = holder_[r];
    if (v == kNoValue || !(node.clobbers & register_bit(r))) continue;
    if (is_live_behind(v, early(now_))) relocate(v, ~node.clobbers, now_ + 1);
  }
  std::vector<Move> moves;
  for (size_t i = 0; i < node.uses.size(); i++) {
    out.uses[i] = node.uses[i].fixed;
    moves.push_back({node.uses[i].fixed, from[i], false});
  }
  move_at_once(moves, 0);
  for (uint8_t r = 0; r < kRegisters; r++) {
    const ValueId v = holder_[r];
    if (v == kNoValue) continue;
    if ((node.clobbers & register_bit(r)) || (node.collects && info(v).is_pointer)) unbind(v);
  }
  release(early(now_));
  record_kept(node, out);
  if (node.def != kNoValue) result_from(node.def_register, node.def, mask_of(node.def), out);
}

void RegisterAllocator::record_kept(const Node& node, NodeAssignment& out) {
  for (ValueId v : node.kept) out.kept.push_back(where(v));
}

}  // namespace hothouse::backend
