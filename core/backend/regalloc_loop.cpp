// Both ends of a loop's body: which values have a register at its header, how they get there from
// the pre-roll, and how the back edge restores that state.
#include <algorithm>

#include "core/backend/regalloc_impl.h"

namespace hothouse::backend {

void RegisterAllocator::enter_loop() {
  for (const LoopPhi& phi : code_.phis) {
    values_[phi.value].at_header = values_[phi.value].has_uses;
  }
  Candidates chosen;
  for (bool is_float : {false, true}) choose(candidates(is_float), is_float, chosen);
  place_header(chosen);
}

/// The phis, and the values from before that the body needs: who is read there most comes first.
RegisterAllocator::Candidates RegisterAllocator::candidates(bool is_float) {
  Candidates found;
  for (ValueId v = 0; v < values_.size(); v++) {
    ValueState& s = values_[v];
    if (info(v).is_float != is_float || !s.has_uses || s.end < late(code_.loop_node)) continue;
    bool outside = info(v).is_constant || (s.defined && s.def < early(code_.loop_node));
    if (!s.is_phi && !outside) continue;
    if (info(v).is_constant && s.body_uses == 0) continue;
    uint32_t score = s.body_uses * 2 + (s.is_phi ? 6 : 0);
    if (info(v).is_constant) score = s.body_uses;
    found.push_back({v, s.is_phi, score});
    if (!s.is_phi) s.at_header = true;
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  return found;
}

/// Adds to `chosen` who of one class has a register at the header.
void RegisterAllocator::choose(const Candidates& candidates, bool is_float,
                               Candidates& chosen) const {
  const bool calls = body_has_call();
  const uint32_t mask = class_mask(is_float);
  auto total = static_cast<uint32_t>(__builtin_popcount(mask));
  uint32_t local = local_pressure(is_float) + (is_float ? 1 : 2);
  uint32_t allowed = std::max(total > local ? total - local : 0, total / 2);
  auto saved = static_cast<uint32_t>(__builtin_popcount(mask & target_.callee_saved));
  uint32_t count = 0;
  for (const Candidate& c : candidates) {
    if (count == allowed) break;
    if (c.score == 0 && !c.is_phi && values_[c.value].reg == kNoRegister) continue;
    if (calls) {
      // A call empties the other registers: only phis are worth one of those.
      bool fits = saved > 0 && !info(c.value).is_constant;
      if (!fits && !c.is_phi) continue;
      if (fits) saved--;
    }
    chosen.push_back(c);
    count++;
  }
}

/// Most values of the body alone that are live at once and wanted in registers.
uint32_t RegisterAllocator::local_pressure(bool is_float) const {
  std::vector<int32_t> delta(code_.nodes.size() + 2, 0);
  for (ValueId v = 0; v < values_.size(); v++) {
    const ValueState& s = values_[v];
    if (info(v).is_float != is_float || info(v).is_constant || !s.defined) continue;
    if (s.def <= late(code_.loop_node) || !in_body(s.def_node)) continue;
    uint32_t last = s.uses.empty() ? s.def_node : s.uses.back();
    delta[s.def_node]++;
    delta[std::max(last, s.def_node + 1)]--;
  }
  int32_t live = 0, most = 0;
  for (uint32_t n = code_.loop_node; n <= code_.back_node; n++) {
    live += delta[n];
    int32_t temps = is_float ? code_.nodes[n].float_temps : code_.nodes[n].general_temps;
    most = std::max(most, live + temps);
  }
  return static_cast<uint32_t>(most);
}

/// Decides where everything is at the header, and goes there from the state at the end of the
/// pre-roll.
void RegisterAllocator::place_header(const Candidates& chosen) {
  uint32_t taken = 0;
  std::vector<bool> is_chosen(values_.size(), false);
  for (const Candidate& c : chosen) is_chosen[c.value] = true;
  // Values from before that stay where they are.
  for (uint8_t r = 0; r < kRegisters; r++) {
    ValueId v = holder_[r];
    if (v == kNoValue || !is_chosen[v]) continue;
    bool wrong_side =
        body_has_call() && !info(v).is_float && !(target_.callee_saved & register_bit(r));
    if (wrong_side) continue;
    values_[v].header = Location::in_register(r);
    taken |= register_bit(r);
  }
  for (const Candidate& c : chosen) {
    ValueState& s = values_[c.value];
    uint32_t mask = mask_of(c.value) & ~taken;
    if (s.header.is_register() || !mask) continue;
    uint8_t r = header_register(c, mask);
    s.header = Location::in_register(r);
    taken |= register_bit(r);
  }
  give_slots_at_header();
  move_into_header(taken);
  begin_body();
}

/// A register of `mask`: for phis preferably that of what they start as.
uint8_t RegisterAllocator::header_register(const Candidate& c, uint32_t mask) const {
  const bool calls = body_has_call();
  const uint32_t saved = mask & target_.callee_saved;
  if (c.is_phi) {
    const ValueState& before = values_[phi_of(c.value).before];
    const bool is_free =
        before.reg != kNoRegister && (mask & register_bit(before.reg)) && !before.at_header;
    if (is_free && (!calls || !saved || (saved & register_bit(before.reg)))) return before.reg;
  }
  uint32_t free = mask & free_registers();
  uint32_t some = free ? free : mask;
  uint32_t preferred = calls ? saved : some & ~target_.callee_saved;
  if (preferred) some = preferred;
  for (uint8_t candidate : target_.order) {
    if (some & register_bit(candidate)) return candidate;
  }
  return kNoRegister;  // not reached: target_.order names every allocatable register
}

/// Who has no register at the header lives in its slot; constants are loaded again.
void RegisterAllocator::give_slots_at_header() {
  for (ValueId v = 0; v < values_.size(); v++) {
    ValueState& s = values_[v];
    if (!s.at_header || s.header.is_register()) continue;
    if (info(v).is_constant) {
      s.at_header = false;
      continue;
    }
    need_slot(v);
    if (s.is_phi) s.stored_by_moves = true;
    s.header = slot_of(v);
  }
}

void RegisterAllocator::move_into_header(uint32_t taken) {
  std::vector<Move> moves;
  for (ValueId v = 0; v < values_.size(); v++) {
    const ValueState& s = values_[v];
    if (!s.at_header) continue;
    if (s.is_phi) {
      moves.push_back({s.header, where(phi_of(v).before), false});
    } else if (s.header.is_register()) {
      moves.push_back({s.header, where(v), false});
    }
  }
  move_at_once(moves, free_registers() & ~taken);
}

/// The body begins with what is at the header and nothing else.
void RegisterAllocator::begin_body() {
  for (uint8_t r = 0; r < kRegisters; r++) {
    if (holder_[r] != kNoValue) unbind(holder_[r]);
  }
  reserved_ = 0;
  for (ValueId v = 0; v < values_.size(); v++) {
    ValueState& s = values_[v];
    if (!s.at_header) continue;
    if (s.header.is_register()) {
      if (s.is_phi) {
        s.def_reg = s.header.reg();
        reserved_ |= register_bit(s.def_reg);
      }
      bind(v, s.header.reg());
    }
    out_.loop_values.push_back({v, s.header});
  }
  for (const LoopPhi& phi : code_.phis) {
    if (values_[phi.value].at_header) hint(phi.next, values_[phi.value].header);
  }
  find_hints(code_.loop_node, code_.back_node);
}

void RegisterAllocator::close_loop() {
  std::vector<Move> moves;
  for (ValueId v = 0; v < values_.size(); v++) {
    const ValueState& s = values_[v];
    if (!s.at_header) continue;
    Location from = s.is_phi ? where(phi_of(v).next) : where(v);
    if (s.is_phi || s.header.is_register()) moves.push_back({s.header, from, false});
  }
  uint32_t free = free_registers();
  for (const LoopValue& v : out_.loop_values) {
    if (v.where.is_register()) free &= ~register_bit(v.where.reg());
  }
  move_at_once(moves, free);
}

/// What comes from before the loop and loses its register in the body is stored once, before the
/// loop. Whoever else jumps to the header has to fill that slot as well.
void RegisterAllocator::note_loop_slots() {
  for (ValueId v = 0; v < values_.size(); v++) {
    const ValueState& s = values_[v];
    if (!s.at_header || s.is_phi || s.slot < 0 || !s.header.is_register()) continue;
    out_.loop_values.push_back({v, slot_of(v)});
  }
}

const LoopPhi& RegisterAllocator::phi_of(ValueId v) const {
  for (const LoopPhi& phi : code_.phis) {
    if (phi.value == v) return phi;
  }
  return code_.phis.front();  // not reached: asked for phis only
}

}  // namespace hothouse::backend
