#include "core/backend/regalloc.h"

#include <algorithm>

namespace hothouse::backend {

namespace {

constexpr uint32_t kNever = 0x3fffffffu;

/// Half positions: uses read at 2n; late uses, kept values and the loop's end lie at 2n + 1.
constexpr uint32_t early(uint32_t node) { return 2 * node; }
constexpr uint32_t late(uint32_t node) { return 2 * node + 1; }

struct ValueState {
  std::vector<uint32_t> uses;  // nodes that want it in a register, ascending
  uint32_t cursor = 0;         // first of `uses` not behind the current node
  uint32_t def = 0;            // half position
  uint32_t end = 0;            // half position of the last use of any kind
  bool defined = false;
  bool has_uses = false;
  uint32_t def_node = 0;
  uint8_t reg = kNoRegister;  // now
  uint8_t def_reg = kNoRegister;
  int32_t slot = -1;
  bool home_slot = false;        // the slot is where it came from: no store needed
  bool stored_by_moves = false;  // a phi that lives in its slot: moves at the edges fill it
  uint8_t hint = kNoRegister;
  uint32_t body_uses = 0, first_body_use = kNever;
  Location header;  // where it is at the loop's header
  bool at_header = false;
  bool is_phi = false;
  uint32_t since = 0;  // node from which it is where it is
};

class Allocator {
 public:
  Allocator(const Code& code, const TargetRegisters& target)
      : code_(code), target_(target), values_(code.values.size()) {
    for (ValueId& v : holder_) v = kNoValue;
  }

  Allocation run() {
    out_.nodes.resize(code_.nodes.size());
    scan_uses();
    place_initial_values();
    find_hints(0, has_loop() ? code_.loop_node : static_cast<uint32_t>(code_.nodes.size()));
    for (now_ = 0; now_ < code_.nodes.size() && out_.reason.empty(); now_++) {
      if (now_ == code_.loop_node) enter_loop();
      allocate_node();
    }
    if (out_.reason.empty()) {
      note_loop_slots();
      store_spilled();
      out_.ok = true;
    }
    out_.slots_used = static_cast<uint32_t>(slots_.size());
    for (uint32_t s = static_cast<uint32_t>(slots_.size()); s-- > 0;) {
      if (!slots_[s].empty()) break;
      out_.slots_used = s;
    }
    return std::move(out_);
  }

 private:
  const Code::Info& info(ValueId v) const { return code_.values[v]; }
  ValueState& state(ValueId v) { return values_[v]; }
  uint32_t mask_of(ValueId v) const {
    return target_.allocatable & (info(v).is_float ? kFloatMask : kGeneralMask);
  }
  bool has_loop() const { return code_.loop_node != 0xffffffffu; }
  bool in_body(uint32_t node) const {
    return has_loop() && node >= code_.loop_node && node <= code_.back_node;
  }
  NodeAssignment& result() { return out_.nodes[now_]; }
  void fail(const char* reason) {
    if (out_.reason.empty()) out_.reason = reason;
  }

  // --- what is known before: uses, ends, hints

  void note_use(ValueId v, uint32_t node, bool wants_register, bool is_late) {
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

  void scan_uses() {
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
    for (ValueId v = 0; v < values_.size(); v++) {
      ValueState& s = values_[v];
      // What the body needs from before the loop lives all through it.
      bool outside = info(v).is_constant || !s.defined || s.def < early(code_.loop_node);
      if (outside && s.has_uses && s.end >= early(code_.loop_node) && is_needed_in_body(v)) {
        s.end = std::max(s.end, late(code_.back_node));
      }
    }
  }

  /// Not only as the first operand of a phi.
  bool is_needed_in_body(ValueId v) const {
    const ValueState& s = values_[v];
    return s.end > early(code_.loop_node) || s.body_uses > 0;
  }

  void define(ValueId v, uint32_t node) {
    ValueState& s = values_[v];
    s.defined = true;
    s.def_node = node;
    s.def = late(node);
  }

  /// Where results should go so that no move is needed later: backwards from phis, calls and the
  /// jump at the end.
  void find_hints(uint32_t first, uint32_t behind) {
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

  void hint(ValueId v, const Location& where) {
    if (v == kNoValue || !where.is_register() || values_[v].hint != kNoRegister) return;
    if (register_bit(where.reg()) & mask_of(v)) values_[v].hint = where.reg();
  }

  bool crosses_call(ValueId v, uint32_t before) const {
    const ValueState& s = values_[v];
    auto call = std::upper_bound(calls_.begin(), calls_.end(), s.defined ? s.def_node : 0);
    return call != calls_.end() && *call < before;
  }
  bool crosses_call(ValueId v) const {
    const ValueState& s = values_[v];
    return crosses_call(v, (s.end + 1) / 2);
  }
  bool body_has_call() const {
    auto call = std::lower_bound(calls_.begin(), calls_.end(), code_.loop_node);
    return call != calls_.end() && *call <= code_.back_node;
  }

  // --- the state while walking

  uint32_t next_use(ValueId v, uint32_t from) {
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

  bool is_live_behind(ValueId v, uint32_t position) const { return values_[v].end > position; }

  uint32_t free_registers() const {
    uint32_t mask = 0;
    for (uint8_t r = 0; r < 32; r++) {
      if (holder_[r] == kNoValue) mask |= register_bit(r);
    }
    return mask & target_.allocatable;
  }

  Location where(ValueId v) const {
    const ValueState& s = values_[v];
    if (s.reg != kNoRegister) return Location::in_register(s.reg);
    if (info(v).is_constant) return Location::constant(v, info(v).is_float);
    return Location::in_slot(static_cast<uint32_t>(s.slot), info(v).is_float);
  }

  void note_interval(ValueId v) {
    ValueState& s = values_[v];
    if (s.reg == kNoRegister && (info(v).is_constant || s.slot < 0)) return;
    out_.intervals.push_back({v, s.since, now_, where(v)});
  }

  void bind(ValueId v, uint8_t reg) {
    ValueState& s = values_[v];
    if (s.reg != kNoRegister && holder_[s.reg] == v) holder_[s.reg] = kNoValue;
    if (s.reg != kNoRegister || s.slot >= 0) note_interval(v);
    s.reg = reg;
    s.since = now_;
    holder_[reg] = v;
  }

  void unbind(ValueId v) {
    ValueState& s = values_[v];
    if (s.reg == kNoRegister) return;
    note_interval(v);
    holder_[s.reg] = kNoValue;
    s.reg = kNoRegister;
    s.since = now_;
  }

  /// From here on the value is in its slot (or, a constant, nowhere).
  void evict(ValueId v) {
    if (!info(v).is_constant) need_slot(v);
    unbind(v);
  }

  void need_slot(ValueId v) {
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

  uint32_t take_slot(uint32_t from, uint32_t to) {
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

  void move(const Location& to, const Location& from) {
    if (to != from) result().before.push_back({to, from, false});
  }

  /// A register out of `mask`, free ones first, otherwise by evicting the value whose next use is
  /// furthest away. kNoRegister if all are pinned.
  uint8_t pick(ValueId v, uint32_t mask) {
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

  uint8_t pick_free(ValueId v, uint32_t free) {
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

  void place_initial_values() {
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

  // --- nodes

  /// The value leaves its register for another one, or for its slot.
  void relocate(ValueId v, uint32_t forbidden) {
    uint32_t free = free_registers() & mask_of(v) & ~forbidden;
    if (free && next_use(v, now_) != kNever && !info(v).is_constant) {
      uint8_t to = pick_free(v, free);
      move(Location::in_register(to), Location::in_register(values_[v].reg));
      bind(v, to);
    } else {
      evict(v);
    }
  }

  void allocate_node() {
    const Node& node = code_.nodes[now_];
    NodeAssignment& out = result();
    out.uses.resize(node.uses.size());
    if (node.is_call) {
      allocate_call(node, out);
    } else {
      allocate_plain(node, out);
    }
    if (now_ == code_.back_node) close_loop();
    if (now_ + 1 == code_.nodes.size() && !code_.end_values.empty()) jump_out();
    release(late(now_));
  }

  void allocate_plain(const Node& node, NodeAssignment& out) {
    // At most one operand is fixed (a shift's count, the dividend).
    uint32_t fixed = node.fixed_temps;
    uint32_t use_registers = 0;
    size_t fixed_use = node.uses.size();
    for (size_t i = 0; i < node.uses.size(); i++) {
      if (node.uses[i].kind != UseKind::Fixed) continue;
      fixed_use = i;
      fixed |= register_bit(node.uses[i].fixed.reg());
    }
    uint32_t fixed_all = fixed;
    if (node.def_kind == DefKind::Fixed) fixed_all |= register_bit(node.def_register);
    bool is_there = fixed_use < node.uses.size() &&
                    holder_[node.uses[fixed_use].fixed.reg()] == node.uses[fixed_use].value;

    // Values leave the registers that are overwritten, unless this node is the last to read them.
    for (uint8_t r = 0; r < 32; r++) {
      ValueId v = holder_[r];
      if (v == kNoValue || !(fixed_all & register_bit(r))) continue;
      bool dies = !is_live_behind(v, early(now_));
      bool is_operand = is_there && node.uses[fixed_use].fixed.reg() == r;
      bool overwritten = (node.fixed_temps & register_bit(r)) ||
                         (node.def_kind == DefKind::Fixed && node.def_register == r);
      if (is_operand && (!overwritten || (dies && !is_used_otherwise(node, fixed_use)))) continue;
      if (!(fixed & register_bit(r)) && dies) continue;
      relocate(v, fixed_all);
    }
    if (fixed_use < node.uses.size()) {
      const Use& use = node.uses[fixed_use];
      // A value that just moved away left a copy behind.
      if (!is_there) move(use.fixed, where(use.value));
      out.uses[fixed_use] = use.fixed;
      use_registers |= register_bit(use.fixed.reg());
    }

    uint32_t pinned = use_registers | fixed;
    // Operands that are in registers already must not lose them to the others.
    for (const Use& use : node.uses) {
      if (use.kind != UseKind::Fixed && values_[use.value].reg != kNoRegister) {
        pinned |= register_bit(values_[use.value].reg);
      }
    }
    for (size_t i = 0; i < node.uses.size(); i++) {
      const Use& use = node.uses[i];
      if (use.kind == UseKind::Fixed) continue;
      bool load = use.kind == UseKind::Register;
      if (use.kind == UseKind::Any && values_[use.value].reg == kNoRegister &&
          !info(use.value).is_constant) {
        load = next_use(use.value, now_ + 1) < now_ + 40 &&
               (free_registers() & mask_of(use.value) & ~pinned & ~fixed_all);
      }
      if (load && values_[use.value].reg == kNoRegister) {
        uint8_t r = pick(use.value, mask_of(use.value) & ~pinned & ~fixed_all);
        if (r == kNoRegister) r = make_room(node, out, mask_of(use.value) & ~fixed_all);
        if (r == kNoRegister) return fail("an op needs more registers than there are");
        Location from = where(use.value);
        move(Location::in_register(r), from);
        bind(use.value, r);
      }
      out.uses[i] = where(use.value);
      if (out.uses[i].is_register()) {
        pinned |= register_bit(out.uses[i].reg());
        use_registers |= register_bit(out.uses[i].reg());
      }
    }

    auto take_temp = [&](uint32_t side) {
      uint32_t mask = target_.allocatable & side & ~fixed_all;
      uint8_t r = pick(kNoValue, mask & ~pinned);
      if (r == kNoRegister) r = make_room(node, out, mask);
      if (r == kNoRegister) fail("an op needs more registers than there are");
      if (r != kNoRegister) pinned |= register_bit(r);
      return r;
    };
    for (int i = 0; i < node.general_temps; i++) out.general_temps[i] = take_temp(kGeneralMask);
    for (int i = 0; i < node.float_temps; i++) out.float_temps[i] = take_temp(kFloatMask);
    if (!out_.reason.empty()) return;

    // Temporaries are not to be taken by the result; operands that die here may be.
    uint32_t temps = node.fixed_temps;
    for (uint8_t r : out.general_temps) temps |= r == kNoRegister ? 0 : register_bit(r);
    for (uint8_t r : out.float_temps) temps |= r == kNoRegister ? 0 : register_bit(r);
    release(early(now_));
    if (node.def != kNoValue) allocate_result(node, out, use_registers, temps);
    record_kept(node, out);
  }

  /// The last resort with few registers: an operand that may be memory gives up its register.
  uint8_t make_room(const Node& node, NodeAssignment& out, uint32_t mask) {
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

  static bool is_used_otherwise(const Node& node, size_t use) {
    for (size_t i = 0; i < node.uses.size(); i++) {
      if (i != use && node.uses[i].value == node.uses[use].value) return true;
    }
    return false;
  }

  void allocate_result(const Node& node, NodeAssignment& out, uint32_t use_registers,
                       uint32_t temps) {
    ValueId def = node.def;
    uint32_t mask = mask_of(def);
    // Registers of operands that live on, or that are read late.
    uint32_t held = 0;
    for (uint8_t r = 0; r < 32; r++) {
      if (holder_[r] != kNoValue && (use_registers & register_bit(r))) held |= register_bit(r);
    }
    uint8_t reg = kNoRegister;
    if (node.def_kind == DefKind::Fixed) {
      reg = node.def_register;
      if (register_bit(reg) & mask) {
        if (holder_[reg] != kNoValue) evict(holder_[reg]);
      } else {
        uint8_t home = pick(def, mask & ~held & ~temps);
        if (home == kNoRegister) return fail("an op needs more registers than there are");
        out.after.push_back({Location::in_register(home), Location::in_register(reg), false});
        out.def = Location::in_register(reg);
        return finish_result(def, home);
      }
    } else if (node.def_kind == DefKind::SameAsFirst) {
      auto dies_in_register = [&](size_t i) {
        return out.uses[i].is_register() && holder_[out.uses[i].reg()] == kNoValue &&
               (register_bit(out.uses[i].reg()) & mask & ~temps);
      };
      if (node.commutative && !dies_in_register(0) && dies_in_register(1)) {
        std::swap(out.uses[0], out.uses[1]);
        out.swapped = true;
      }
      const size_t first = 0;
      uint32_t others = 0;
      for (size_t i = 1; i < out.uses.size(); i++) {
        if (out.uses[i].is_register() && out.uses[i] != out.uses[first]) {
          others |= register_bit(out.uses[i].reg());
        }
      }
      uint8_t hint = values_[def].hint;
      uint32_t allowed = mask & ~others & ~temps & ~held;
      bool hint_is_free =
          hint != kNoRegister && holder_[hint] == kNoValue && (register_bit(hint) & allowed);
      bool first_dies = out.uses[first].is_register() &&
                        holder_[out.uses[first].reg()] == kNoValue &&
                        (register_bit(out.uses[first].reg()) & allowed);
      if (hint_is_free) {
        reg = hint;
      } else if (first_dies) {
        reg = out.uses[first].reg();
      } else {
        reg = pick(def, allowed);
        if (reg == kNoRegister) reg = make_room(node, out, mask & ~temps);
      }
    } else {
      uint32_t allowed = mask & ~temps & ~held;
      for (size_t i = 0; i < node.uses.size(); i++) {
        if (node.uses[i].late && out.uses[i].is_register()) {
          allowed &= ~register_bit(out.uses[i].reg());
        }
      }
      reg = pick(def, allowed);
      if (reg == kNoRegister) reg = make_room(node, out, mask & ~temps);
    }
    if (reg == kNoRegister) return fail("an op needs more registers than there are");
    out.def = Location::in_register(reg);
    finish_result(def, reg);
  }

  void finish_result(ValueId def, uint8_t reg) {
    ValueState& s = values_[def];
    s.def_reg = reg;
    bind(def, reg);
    reserved_ &= ~(s.hint == kNoRegister ? 0 : register_bit(s.hint));
  }

  void allocate_call(const Node& node, NodeAssignment& out) {
    // Sources first: an evicted value is still in its register when the operands are moved.
    std::vector<Location> from;
    for (const Use& use : node.uses) from.push_back(where(use.value));
    for (uint8_t r = 0; r < 32; r++) {
      ValueId v = holder_[r];
      if (v == kNoValue || !(node.clobbers & register_bit(r))) continue;
      if (!is_live_behind(v, early(now_))) continue;
      uint32_t free = free_registers() & mask_of(v) & ~node.clobbers;
      if (free && next_use(v, now_ + 1) != kNever && !info(v).is_constant) {
        uint8_t to = pick_free(v, free);
        move(Location::in_register(to), Location::in_register(r));
        bind(v, to);
      } else {
        evict(v);
      }
    }
    std::vector<Move> moves;
    for (size_t i = 0; i < node.uses.size(); i++) {
      out.uses[i] = node.uses[i].fixed;
      moves.push_back({node.uses[i].fixed, from[i], false});
    }
    for (const Move& m : order_moves(moves, 0)) result().before.push_back(m);
    for (uint8_t r = 0; r < 32; r++) {
      if (holder_[r] != kNoValue && (node.clobbers & register_bit(r))) unbind(holder_[r]);
    }
    release(early(now_));
    record_kept(node, out);
    if (node.def == kNoValue) return;
    uint8_t reg = node.def_register;
    uint8_t home = reg;
    if (!(register_bit(reg) & mask_of(node.def))) {
      home = pick(node.def, mask_of(node.def));
      if (home == kNoRegister) return fail("an op needs more registers than there are");
      out.after.push_back({Location::in_register(home), Location::in_register(reg), false});
    }
    out.def = Location::in_register(reg);
    finish_result(node.def, home);
  }

  void record_kept(const Node& node, NodeAssignment& out) {
    for (ValueId v : node.kept) out.kept.push_back(where(v));
  }

  /// Values whose last use is at or before `position` leave their registers.
  void release(uint32_t position) {
    for (uint8_t r = 0; r < 32; r++) {
      ValueId v = holder_[r];
      if (v != kNoValue && values_[v].end <= position) unbind(v);
    }
  }

  // --- the loop

  struct Candidate {
    ValueId value;
    bool is_phi;
    uint32_t score;
  };

  /// Most values of the body alone that are live at once and wanted in registers.
  uint32_t local_pressure(bool is_float) const {
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

  void enter_loop() {
    for (const LoopPhi& phi : code_.phis) {
      values_[phi.value].at_header = values_[phi.value].has_uses;
    }
    std::vector<Candidate> all[2];
    for (ValueId v = 0; v < values_.size(); v++) {
      ValueState& s = values_[v];
      if (!s.has_uses || s.end < late(code_.loop_node)) continue;
      bool is_phi = is_phi_value(v);
      bool outside = info(v).is_constant || (s.defined && s.def < early(code_.loop_node));
      if (!is_phi && !outside) continue;
      if (info(v).is_constant && s.body_uses == 0) continue;
      uint32_t score = s.body_uses * 2 + (is_phi ? 6 : 0);
      if (info(v).is_constant) score = s.body_uses;
      all[info(v).is_float].push_back({v, is_phi, score});
      if (!is_phi) s.at_header = true;
    }
    // Choose who has a register at the header.
    std::vector<Candidate> chosen;
    bool calls = body_has_call();
    for (bool is_float : {false, true}) {
      auto& list = all[is_float];
      std::stable_sort(list.begin(), list.end(),
                       [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
      uint32_t mask = target_.allocatable & (is_float ? kFloatMask : kGeneralMask);
      auto total = static_cast<uint32_t>(__builtin_popcount(mask));
      uint32_t local = local_pressure(is_float) + (is_float ? 1 : 2);
      uint32_t allowed = std::max(total > local ? total - local : 0, total / 2);
      auto saved = static_cast<uint32_t>(__builtin_popcount(mask & target_.callee_saved));
      uint32_t count = 0;
      for (const Candidate& c : list) {
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
    place_header(chosen);
  }

  bool is_phi_value(ValueId v) const { return values_[v].is_phi; }

  void place_header(const std::vector<Candidate>& chosen) {
    std::vector<Move> moves;
    uint32_t taken = 0;
    std::vector<bool> has_register(values_.size(), false);
    for (const Candidate& c : chosen) has_register[c.value] = true;
    // Values from before that stay where they are.
    for (uint8_t r = 0; r < 32; r++) {
      ValueId v = holder_[r];
      if (v == kNoValue || !has_register[v]) continue;
      bool wrong_side =
          body_has_call() && !info(v).is_float && !(target_.callee_saved & register_bit(r));
      if (wrong_side) continue;
      values_[v].header = Location::in_register(r);
      taken |= register_bit(r);
    }
    // The others, phis preferably in the register of what they start as.
    for (const Candidate& c : chosen) {
      ValueState& s = values_[c.value];
      if (s.header.is_register()) continue;
      uint32_t mask = mask_of(c.value) & ~taken;
      if (!mask) {
        has_register[c.value] = false;
        continue;
      }
      uint8_t r = kNoRegister;
      if (c.is_phi) {
        ValueId before = phi_of(c.value).before;
        uint8_t now = values_[before].reg;
        if (now != kNoRegister && (mask & register_bit(now)) && !values_[before].at_header) r = now;
      }
      bool saved = body_has_call();
      if (r == kNoRegister || (saved && (mask & target_.callee_saved & ~register_bit(r)) &&
                               !(target_.callee_saved & register_bit(r)))) {
        uint32_t free = mask & free_registers();
        uint32_t some = free ? free : mask;
        uint32_t preferred = saved ? mask & target_.callee_saved : some & ~target_.callee_saved;
        if (preferred) some = preferred;
        for (uint8_t candidate : target_.order) {
          if (some & register_bit(candidate)) {
            r = candidate;
            break;
          }
        }
      }
      s.header = Location::in_register(r);
      taken |= register_bit(r);
    }
    // Who has none lives in its slot.
    for (ValueId v = 0; v < values_.size(); v++) {
      ValueState& s = values_[v];
      if (!s.at_header || s.header.is_register()) continue;
      if (info(v).is_constant) {
        s.at_header = false;
        continue;
      }
      need_slot(v);
      if (is_phi_value(v)) s.stored_by_moves = true;
      s.header = Location::in_slot(static_cast<uint32_t>(s.slot), info(v).is_float);
    }
    // From the state at the end of the pre-roll into the header's.
    for (ValueId v = 0; v < values_.size(); v++) {
      ValueState& s = values_[v];
      if (!s.at_header) continue;
      if (is_phi_value(v)) {
        moves.push_back({s.header, where(phi_of(v).before), false});
      } else if (s.header.is_register()) {
        moves.push_back({s.header, where(v), false});
      }
    }
    uint32_t free = free_registers() & ~taken;
    for (const Move& m : order_moves(moves, free)) result().before.push_back(m);
    for (uint8_t r = 0; r < 32; r++) {
      if (holder_[r] != kNoValue) unbind(holder_[r]);
    }
    reserved_ = 0;
    for (ValueId v = 0; v < values_.size(); v++) {
      ValueState& s = values_[v];
      if (!s.at_header) continue;
      if (s.header.is_register()) {
        if (is_phi_value(v)) {
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

  const LoopPhi& phi_of(ValueId v) const {
    for (const LoopPhi& phi : code_.phis) {
      if (phi.value == v) return phi;
    }
    return code_.phis.front();  // not reached: asked for phis only
  }

  void close_loop() {
    std::vector<Move> moves;
    for (ValueId v = 0; v < values_.size(); v++) {
      ValueState& s = values_[v];
      if (!s.at_header) continue;
      Location from = is_phi_value(v) ? where(phi_of(v).next) : where(v);
      if (is_phi_value(v) || s.header.is_register()) moves.push_back({s.header, from, false});
    }
    uint32_t free = free_registers();
    for (const LoopValue& v : out_.loop_values) {
      if (v.where.is_register()) free &= ~register_bit(v.where.reg());
    }
    for (const Move& m : order_moves(moves, free)) result().before.push_back(m);
  }

  /// The last node jumps into the body of another unit's loop.
  void jump_out() {
    std::vector<Move> moves;
    for (size_t i = 0; i < code_.end_values.size(); i++) {
      moves.push_back({code_.end_locations[i], where(code_.end_values[i]), false});
    }
    for (const Move& m : order_moves(moves, free_registers())) result().before.push_back(m);
  }

  /// What comes from before the loop and loses its register in the body is stored once, before
  /// the loop. Whoever else jumps to the header has to fill that slot as well.
  void note_loop_slots() {
    for (ValueId v = 0; v < values_.size(); v++) {
      const ValueState& s = values_[v];
      if (!s.at_header || s.is_phi || s.slot < 0 || !s.header.is_register()) continue;
      out_.loop_values.push_back(
          {v, Location::in_slot(static_cast<uint32_t>(s.slot), info(v).is_float)});
    }
  }

  void store_spilled() {
    for (ValueId v = 0; v < values_.size(); v++) {
      const ValueState& s = values_[v];
      if (s.slot < 0 || s.home_slot || s.stored_by_moves || info(v).is_constant) continue;
      if (s.def_reg == kNoRegister) continue;
      out_.nodes[s.def_node].after.push_back(
          {Location::in_slot(static_cast<uint32_t>(s.slot), info(v).is_float),
           Location::in_register(s.def_reg), false});
    }
  }

  const Code& code_;
  const TargetRegisters& target_;
  std::vector<ValueState> values_;
  std::vector<uint32_t> calls_;
  ValueId holder_[32];
  std::vector<std::vector<std::pair<uint32_t, uint32_t>>> slots_;
  uint32_t reserved_ = 0;  // registers that the next iteration's phis will want
  uint32_t now_ = 0;
  Allocation out_;
};

}  // namespace

Allocation allocate_registers(const Code& code, const TargetRegisters& target) {
  return Allocator(code, target).run();
}

}  // namespace hothouse::backend
