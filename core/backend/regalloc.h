// Register allocation for linear code: linear scan over live intervals that are split where a
// register runs out, after Wimmer and Mössenböck ("Optimized interval splitting in a linear scan
// register allocator", VEE 2005), made simple by what traces are: one path, at most one loop.
//
// A lowering describes its code as nodes: operands with constraints, a result, temporaries,
// clobbers, the values that an exit keeps. The allocator walks the nodes once, forwards, knowing
// all later uses:
//  - A value gets a register where it is defined. When none is free, the value whose next use is
//    furthest loses its register and from then on lives in its spill slot.
//  - SSA makes spilling cheap: a value that ever needs a slot is stored once, behind its
//    definition, and its slot is valid from there on. Losing the register costs nothing.
//  - Constants never need a slot; they are loaded again. Those that point to objects always are
//    behind a call that may collect; other pointers do not live across one (recorder_units.cpp).
//  - At a loop's header the allocator decides for each value that lives through the body whether
//    it deserves a register there; at the back edge one parallel move restores that state.
//  - Values that only exits need do not hold registers against values that code needs.
//
// Neighbours: native/x64/lowering.h, which makes the nodes and reads the result; regalloc_impl.h,
// the inside.
// Nothing here knows a machine: registers are numbers, 0..15 general, 16..31 float.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hothouse::backend {

using ValueId = uint32_t;
constexpr ValueId kNoValue = 0xffffffffu;
constexpr uint8_t kNoRegister = 0xff;

inline bool is_float_register(uint8_t reg) { return reg >= 16; }
inline uint32_t register_bit(uint8_t reg) { return uint32_t{1} << reg; }
constexpr uint32_t kGeneralMask = 0x0000ffffu;
constexpr uint32_t kFloatMask = 0xffff0000u;

struct Location {
  enum class Kind : uint8_t { None, Register, Slot, Argument, Constant };
  Kind kind = Kind::None;
  bool is_float = false;  // of the value that lies there
  uint32_t index = 0;     // register, slot, outgoing argument word, or ValueId of a constant

  static Location in_register(uint8_t r) { return {Kind::Register, is_float_register(r), r}; }
  static Location in_slot(uint32_t slot, bool is_float) { return {Kind::Slot, is_float, slot}; }
  static Location argument(uint32_t word, bool is_float) {
    return {Kind::Argument, is_float, word};
  }
  static Location constant(ValueId v, bool is_float) { return {Kind::Constant, is_float, v}; }
  bool is_register() const { return kind == Kind::Register; }
  bool is_slot() const { return kind == Kind::Slot; }
  bool is_constant() const { return kind == Kind::Constant; }
  uint8_t reg() const { return static_cast<uint8_t>(index); }
  friend bool operator==(const Location& a, const Location& b) {
    return a.kind == b.kind && a.index == b.index;
  }
  friend bool operator!=(const Location& a, const Location& b) { return !(a == b); }
};

struct Move {
  Location to, from;
  bool is_swap = false;  // two registers of one class
};

enum class UseKind : uint8_t {
  Register,  // any register of the value's class
  Any,       // a register, its slot, or memory that holds the constant
  Fixed,     // the register or outgoing word in `fixed`
};

struct Use {
  ValueId value = kNoValue;
  UseKind kind = UseKind::Register;
  bool late = false;  // read after the result or a temporary may have been written
  Location fixed;
};

enum class DefKind : uint8_t { Any, SameAsFirst, Fixed };

struct Node {
  uint32_t op = 0;  // the lowering's number of it
  std::vector<Use> uses;
  ValueId def = kNoValue;
  DefKind def_kind = DefKind::Any;
  uint8_t def_register = kNoRegister;
  bool commutative = false;  // the first two uses may change places
  bool is_call = false;      // fixed uses are filled all at once; clobbers apply
  bool collects = false;     // calls: objects may move, no register keeps a pointer across it
  uint8_t general_temps = 0, float_temps = 0;
  uint32_t fixed_temps = 0;   // registers that it overwrites (mask)
  uint32_t clobbers = 0;      // calls: registers whose contents are lost (mask)
  std::vector<ValueId> kept;  // values that its exit needs, wherever they are
};

struct LoopPhi {
  ValueId value, before, next;
};

/// What is to be allocated.
struct Code {
  struct Info {
    bool is_float = false;
    bool is_constant = false;
    bool is_pointer = false;    // a constant that the collector rewrites in memory
    bool used_outside = false;  // exists before the first node: at `initial`
    Location initial;
  };
  std::vector<Info> values;
  std::vector<Node> nodes;
  uint32_t loop_node = 0xffffffffu;  // header
  uint32_t back_node = 0xffffffffu;  // jump to it
  std::vector<LoopPhi> phis;
  /// The last node is a jump into another loop's body: what must be where.
  std::vector<Location> end_locations;
  std::vector<ValueId> end_values;
};

struct TargetRegisters {
  uint32_t allocatable = 0;
  uint32_t callee_saved = 0;
  uint32_t slots = 0;          // size of the spill area
  std::vector<uint8_t> order;  // registers in the order they are preferred
};

struct NodeAssignment {
  std::vector<Move> before;    // in this order, before the node
  std::vector<Location> uses;  // as in Node::uses (two changed places if `swapped`)
  bool swapped = false;
  Location def;
  uint8_t general_temps[3] = {kNoRegister, kNoRegister, kNoRegister};
  uint8_t float_temps[2] = {kNoRegister, kNoRegister};
  std::vector<Move> after;
  std::vector<Location> kept;  // as in Node::kept
};

/// A value's life in one place, for people to look at.
struct Interval {
  ValueId value;
  uint32_t from, to;  // nodes, `to` included
  Location where;
};

struct LoopValue {
  ValueId value;
  Location where;
};

struct Allocation {
  bool ok = false;
  std::string reason;
  std::vector<NodeAssignment> nodes;
  std::vector<LoopValue> loop_values;  // what must be where at the loop's header
  std::vector<Interval> intervals;
  uint32_t spilled_values = 0;
  uint32_t slots_used = 0;
};

Allocation allocate_registers(const Code& code, const TargetRegisters& target);

/// Orders moves that happen at once into a sequence; cycles go through a register of `free` of
/// the right class if there is one, otherwise through swaps.
std::vector<Move> order_moves(std::vector<Move> moves, uint32_t free);

}  // namespace hothouse::backend
