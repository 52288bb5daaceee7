// The register allocator's state, shared by its files. Not for others: see regalloc.h.
//
//   regalloc.cpp         the walk over the nodes, and what is added when it is over
//   regalloc_uses.cpp    before it: uses, ends, the registers that values will be wanted in
//   regalloc_places.cpp  where values are: registers, spill slots, who has to leave
//   regalloc_nodes.cpp   one node: operands, temporaries, result
//   regalloc_loop.cpp    a loop's header and its back edge
//
// Positions are halves of nodes: operands are read at 2n; late operands, kept values, results and
// the loop's end lie at 2n + 1. Invariant of the walk: `holder_[r]` is v exactly if
// `values_[v].reg` is r; a value without register is a constant, or has a slot that holds it from
// its definition on.
#pragma once

#include <utility>
#include <vector>

#include "core/backend/regalloc.h"

namespace hothouse::backend {

constexpr uint32_t kNever = 0x3fffffffu;
constexpr uint8_t kRegisters = 32;

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

class RegisterAllocator {
 public:
  RegisterAllocator(const Code& code, const TargetRegisters& target)
      : code_(code), target_(target), values_(code.values.size()) {
    for (ValueId& v : holder_) v = kNoValue;
  }

  Allocation run();

 private:
  /// A value that a loop's body needs from before, or a phi.
  struct Candidate {
    ValueId value;
    bool is_phi;
    uint32_t score;
  };
  using Candidates = std::vector<Candidate>;

  const Code::Info& info(ValueId v) const { return code_.values[v]; }
  /// The registers of the value's class.
  uint32_t mask_of(ValueId v) const { return class_mask(info(v).is_float); }
  uint32_t class_mask(bool is_float) const {
    return target_.allocatable & (is_float ? kFloatMask : kGeneralMask);
  }
  bool has_loop() const { return code_.loop_node != 0xffffffffu; }
  bool in_body(uint32_t node) const {
    return has_loop() && node >= code_.loop_node && node <= code_.back_node;
  }
  NodeAssignment& result() { return out_.nodes[now_]; }
  void fail(const char* reason) {
    if (out_.reason.empty()) out_.reason = reason;
  }
  void fail_for_registers() { fail("an op needs more registers than there are"); }

  // --- regalloc.cpp
  void jump_out();
  void store_spilled();
  void count_slots();

  // --- regalloc_uses.cpp
  void scan_uses();
  void note_use(ValueId v, uint32_t node, bool wants_register, bool is_late);
  void define(ValueId v, uint32_t node);
  void extend_through_body();
  bool is_needed_in_body(ValueId v) const;
  void find_hints(uint32_t first, uint32_t behind);
  void hint(ValueId v, const Location& where);
  bool crosses_call(ValueId v, uint32_t before) const;
  bool crosses_call(ValueId v) const;
  bool body_has_call() const;

  // --- regalloc_places.cpp
  void place_initial_values();
  uint32_t next_use(ValueId v, uint32_t from);
  void note_interval(ValueId v);
  void bind(ValueId v, uint8_t reg);
  void unbind(ValueId v);
  void evict(ValueId v);
  void need_slot(ValueId v);
  uint32_t take_slot(uint32_t from, uint32_t to);
  uint8_t pick(ValueId v, uint32_t mask);
  uint8_t pick_free(ValueId v, uint32_t free);
  void relocate(ValueId v, uint32_t allowed, uint32_t next_use_from);
  void release(uint32_t position);

  bool is_live_behind(ValueId v, uint32_t position) const { return values_[v].end > position; }
  uint32_t free_registers() const {
    uint32_t mask = 0;
    for (uint8_t r = 0; r < kRegisters; r++) {
      if (holder_[r] == kNoValue) mask |= register_bit(r);
    }
    return mask & target_.allocatable;
  }
  Location slot_of(ValueId v) const {
    return Location::in_slot(static_cast<uint32_t>(values_[v].slot), info(v).is_float);
  }
  Location where(ValueId v) const {
    const ValueState& s = values_[v];
    if (s.reg != kNoRegister) return Location::in_register(s.reg);
    if (info(v).is_constant) return Location::constant(v, info(v).is_float);
    return slot_of(v);
  }
  void move(const Location& to, const Location& from) {
    if (to != from) result().before.push_back({to, from, false});
  }
  void move_at_once(const std::vector<Move>& moves, uint32_t free) {
    for (const Move& m : order_moves(moves, free)) result().before.push_back(m);
  }

  // --- regalloc_nodes.cpp
  /// The registers that a node's parts have taken so far.
  struct Taken {
    uint32_t fixed = 0;      // wanted or overwritten by the node itself, its fixed result included
    uint32_t operands = 0;   // in which operands lie
    uint32_t pinned = 0;     // not to be picked for operands and temporaries
    uint32_t temporary = 0;  // temporaries
  };
  void allocate_node();
  void allocate_plain(const Node& node, NodeAssignment& out);
  void place_fixed_operand(const Node& node, NodeAssignment& out, Taken& taken);
  void place_operands(const Node& node, NodeAssignment& out, Taken& taken);
  void take_temporaries(const Node& node, NodeAssignment& out, Taken& taken);
  uint8_t take_temporary(const Node& node, NodeAssignment& out, uint32_t side, Taken& taken);
  uint8_t make_room(const Node& node, NodeAssignment& out, uint32_t mask);
  void allocate_result(const Node& node, NodeAssignment& out, const Taken& taken);
  uint8_t result_over_first(const Node& node, NodeAssignment& out, uint32_t allowed,
                            const Taken& taken);
  bool dies_in_register(const Location& operand, uint32_t mask) const;
  void result_from(uint8_t reg, ValueId def, uint32_t allowed, NodeAssignment& out);
  void finish_result(ValueId def, uint8_t reg);
  void allocate_call(const Node& node, NodeAssignment& out);
  void record_kept(const Node& node, NodeAssignment& out);

  // --- regalloc_loop.cpp
  void enter_loop();
  Candidates candidates(bool is_float);
  void choose(const Candidates& candidates, bool is_float, Candidates& chosen) const;
  uint32_t local_pressure(bool is_float) const;
  void place_header(const Candidates& chosen);
  uint8_t header_register(const Candidate& c, uint32_t mask) const;
  void give_slots_at_header();
  void move_into_header(uint32_t taken);
  void begin_body();
  void close_loop();
  void note_loop_slots();
  const LoopPhi& phi_of(ValueId v) const;

  const Code& code_;
  const TargetRegisters& target_;
  std::vector<ValueState> values_;
  std::vector<uint32_t> calls_;
  ValueId holder_[kRegisters];
  std::vector<std::vector<std::pair<uint32_t, uint32_t>>> slots_;
  uint32_t reserved_ = 0;  // registers that the next iteration's phis will want
  uint32_t now_ = 0;
  Allocation out_;
};

}  // namespace hothouse::backend
