// What the register allocator knows of a value before it places anything: where it is used and for
// how long, whether a call lies in between, which register it will be wanted in.
#include <algorithm>

#include "core/backend/regalloc_impl.h"

namespace hothouse::backend {

void RegisterAllocator::note_use(ValueId v, uint32_t node, bool wants_register, bool is_late) {
  ValueState& s = values_[v];
  s.has_uses = true;
  s.end = std::max(s.end, is_late ? late(node) : early(node));
  if (!wants_register) return;
  if (s.uses.empty() || s.uses.back() != node) s.uses.push_back(node);
  if (in_body(node)) {
    s.body_uses++;
    s.first_body_use = std::min(s.first_body_use, node);
  }
}

void RegisterAllocator::scan_uses() {
  for (uint32_t n = 0; n < code_.nodes.size(); n++) {
    const Node& node = code_.nodes[n];
    if (n == code_.loop_node) {
      for (const LoopPhi& phi : code_.phis) {
        note_use(phi.before, n, false, false);
        define(phi.value, n);
        values_[phi.value].is_phi = true;
      }
    }
    for (const Use& use : node.uses) note_use(use.value, n, true, use.late);
    for (ValueId v : node.kept) note_use(v, n, false, true);
    if (node.def != kNoValue) define(node.def, n);
    if (node.is_call) calls_.push_back(n);
  }
  auto last = static_cast<uint32_t>(code_.nodes.size() - 1);
  for (ValueId v : code_.end_values) note_use(v, last, false, true);
  if (!has_loop()) return;
  for (const LoopPhi& phi : code_.phis) note_use(phi.next, code_.back_node, false, true);
  extend_through_body();
}

/// What the body needs from before the loop lives all through it.
void RegisterAllocator::extend_through_body() {
  for (ValueId v = 0; v < values_.size(); v++) {
    ValueState& s = values_[v];
    bool outside = info(v).is_constant || !s.defined || s.def < early(code_.loop_node);
    if (outside && s.has_uses && s.end >= early(code_.loop_node) && is_needed_in_body(v)) {
      s.end = std::max(s.end, late(code_.back_node));
    }
  }
}

/// Not only as the first operand of a phi.
bool RegisterAllocator::is_needed_in_body(ValueId v) const {
  const ValueState& s = values_[v];
  return s.end > early(code_.loop_node) || s.body_uses > 0;
}

void RegisterAllocator::define(ValueId v, uint32_t node) {
  ValueState& s = values_[v];
  s.defined = true;
  s.def_node = node;
  s.def = late(node);
}

/// Where results should go so that no move is needed later: backwards from phis, calls and the
/// jump at the end.
void RegisterAllocator::find_hints(uint32_t first, uint32_t behind) {
  for (size_t i = 0; i < code_.end_values.size(); i++) {
    hint(code_.end_values[i], code_.end_locations[i]);
  }
  for (uint32_t n = behind; n-- > first;) {
    const Node& node = code_.nodes[n];
    for (const Use& use : node.uses) {
      if (use.kind == UseKind::Fixed && values_[use.value].end <= late(n) &&
          !crosses_call(use.value, n)) {
        hint(use.value, use.fixed);
      }
    }
    if (node.def_kind == DefKind::SameAsFirst && node.def != kNoValue && !node.uses.empty()) {
      uint8_t wanted = values_[node.def].hint;
      ValueId from = node.uses[0].value;
      if (wanted != kNoRegister && values_[from].hint == kNoRegister &&
          values_[from].end == early(n) && !info(from).is_constant) {
        values_[from].hint = wanted;
      }
    }
  }
}

void RegisterAllocator::hint(ValueId v, const Location& where) {
  if (v == kNoValue || !where.is_register() || values_[v].hint != kNoRegister) return;
  if (register_bit(where.reg()) & mask_of(v)) values_[v].hint = where.reg();
}

bool RegisterAllocator::crosses_call(ValueId v, uint32_t before) const {
  const ValueState& s = values_[v];
  auto call = std::upper_bound(calls_.begin(), calls_.end(), s.defined ? s.def_node : 0);
  return call != calls_.end() && *call < before;
}

bool RegisterAllocator::crosses_call(ValueId v) const {
  const ValueState& s = values_[v];
  return crosses_call(v, (s.end + 1) / 2);
}

bool RegisterAllocator::body_has_call() const {
  auto call = std::lower_bound(calls_.begin(), calls_.end(), code_.loop_node);
  return call != calls_.end() && *call <= code_.back_node;
}

}  // namespace hothouse::backend
