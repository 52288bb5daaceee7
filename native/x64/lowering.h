// Lowering: from ops to nodes with register constraints, and later from nodes with registers to
// bytes. Each op's code is in one place: a lower_* function describes the node and hands over a
// closure that emits it once its operands have places. The files:
//
//   lowering.cpp        the walk over the ops, the end
//   lower_analysis.cpp  what is needed, what is fused
//   lower_int.cpp       integers          lower_float.cpp   floats
//   lower_guard.cpp     guards, conditions, boxing
//   lower_memory.cpp    loads, stores, allocation
//   lower_vector.cpp    elements of arrays, vectors
//   lower_call.cpp      calls, jumps to other units
//
// Rule for closures: operands that are read after the result or a temporary was written must be
// marked late, or they may share its register.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

#include "core/backend/lower_jumps.h"
#include "core/backend/regalloc.h"
#include "core/ir/exit_index.h"
#include "native/x64/compile.h"
#include "native/x64/emitter.h"

namespace hothouse::x64 {

using backend::Location;
using backend::UseKind;
using backend::ValueId;
using ir::Ins;
using ir::Ref;
using EmitFunction = std::function<void(Emitter&)>;

/// A node being described. Operands get numbers in the order they are added.
class NodeBuilder {
 public:
  NodeBuilder(Lowering& lowering, uint32_t index) : lowering_(lowering), index_(index) {}
  size_t use(Ref ref, UseKind kind = UseKind::Register, bool late = false);
  size_t any(Ref ref, bool late = false) { return use(ref, UseKind::Any, late); }
  size_t late(Ref ref) { return use(ref, UseKind::Register, true); }
  size_t address(Ref ref);  // an int operand that is an address
  size_t fixed(Ref ref, const Location& where);
  size_t fixed(Ref ref, uint8_t reg) { return fixed(ref, Location::in_register(reg)); }
  void result(uint32_t op);
  /// Two-address: the result starts as the first operand.
  void result_same(uint32_t op);
  void result_fixed(uint32_t op, uint8_t reg);
  void commutative();
  void temps(int general, int floats = 0);
  void fixed_temps(uint32_t mask);
  void exit(uint32_t snapshot);
  void call(uint32_t clobbers, bool collects);
  void emit(EmitFunction emit);
  backend::Node& node();

 private:
  Lowering& lowering_;
  uint32_t index_;
};

/// A truth value as the processor sees it: a comparison that sets flags, to be made right before
/// the jump, set or conditional move that reads them.
struct Condition {
  enum class Kind : uint8_t { Integer, Float, Fits, Test };
  Kind kind = Kind::Test;
  Cc cc = Cc::NE;       // holds
  bool parity = false;  // Float, equality: unordered must be told apart as well
  bool is_immediate = false;
  int32_t immediate = 0;
  size_t first = 0;  // number of the first operand
};

/// [base + index * scale + displacement]
struct MemoryOperand {
  size_t base = 0;
  int index = -1;
  int scale = 1;
  int32_t displacement = 0;
};

class Lowering {
 public:
  Lowering(const ir::Trace& original, const CompileRequest& request);
  CompiledUnit run();

  uint64_t constant_bits(ValueId v) const { return constant_of(v).bits; }
  bool constant_is_root(ValueId v) const;
  bool constant_is_address(ValueId v) const { return constant_of(v).is_address; }
  Xbyak::Address constant_memory(ValueId v, int bits);

 private:
  friend class NodeBuilder;
  struct ConstantValue {
    uint32_t index;
    bool is_address;
    ir::Type type;
    uint64_t bits;
  };

  // lower_analysis.cpp
  void analyse();
  void count_uses();
  void fuse_conditions();
  void fuse_loads();
  void fuse_unboxing();
  void find_stored_floats();
  void mark_exit_values(uint32_t snapshot);

  // lowering.cpp
  const std::vector<Ref>& values_of_exit(uint32_t snapshot);
  const Exit* parent_exit() const;
  void find_inherited();
  void describe_inputs();
  void lower_op(uint32_t i);
  void lower_loop(uint32_t i);
  bool emit_all(CompiledUnit& unit, backend::Allocation& allocation);
  void emit_cold_and_stubs(CompiledUnit& unit);
  void describe_result(CompiledUnit& unit, const backend::Allocation& allocation);
  NodeBuilder node(uint32_t op);
  ValueId value_of(Ref ref, bool is_address = false);
  const ConstantValue& constant_of(ValueId v) const { return constants_[v - op_count_]; }
  Ref resolve(Ref ref) const;
  /// Whether its values lie in float registers.
  static bool is_float(ir::Type type) { return type == ir::Type::F64 || ir::is_vector(type); }
  bool is_float(Ref ref) const { return is_float(trace_.type_of(ref)); }
  const Ins& ins(uint32_t i) const { return trace_.ops[i]; }
  /// A load that is made by its only user.
  bool fused_at(Ref ref) const { return ref.is_op() && fused_[ref.index]; }
  bool crosses_loop(uint32_t from, uint32_t to) const { return from < loop_ && loop_ < to; }
  /// The constant's value if it is an int64 constant that an instruction can hold.
  bool immediate(Ref ref, int32_t& value) const;
  bool integer_constant(Ref ref, int64_t& value) const;
  void fail(const std::string& reason) {
    if (reason_.empty()) reason_ = reason;
  }

  // lower_int.cpp
  bool lower_int(uint32_t i);
  void lower_add(uint32_t i);
  void lower_binary(uint32_t i);
  void lower_multiply(uint32_t i);
  void lower_shift(uint32_t i);
  void lower_division(uint32_t i);
  bool lower_constant_division(uint32_t i, int64_t divisor);
  void lower_overflow(uint32_t i);
  void lower_compare(uint32_t i);

  // lower_float.cpp
  bool lower_float(uint32_t i);
  void lower_float_binary(uint32_t i);

  // lower_guard.cpp
  bool lower_guard(uint32_t i);
  bool lower_boxing(uint32_t i);
  Condition condition(NodeBuilder& n, Ref b);
  static void compare(Emitter& e, const Condition& c);
  static void leave_if(Emitter& e, const Condition& c, bool holds);
  static void set(Emitter& e, const Condition& c);
  void lower_select(uint32_t i);
  void lower_guard_truth(uint32_t i);
  void lower_guard_float(uint32_t i);

  // lower_memory.cpp
  bool lower_memory(uint32_t i);
  MemoryOperand element(NodeBuilder& n, Ref base, Ref index, int scale, int32_t offset);
  static Xbyak::Address address_of(Emitter& e, const MemoryOperand& m, int bits = 64);
  bool load_place(NodeBuilder& n, uint32_t load, MemoryOperand& m);
  bool can_fold_load(Ref ref, uint32_t user, uint32_t uses = 1) const;
  size_t source(NodeBuilder& n, Ref ref, MemoryOperand& m, bool& folded);
  void lower_load(uint32_t i);
  void lower_store(uint32_t i);
  void lower_new(uint32_t i);
  void lower_barrier(uint32_t i);
  void lower_raw(uint32_t i);
  static void canonicalize(Emitter& e, const Xbyak::Xmm& x);

  // lower_vector.cpp
  bool lower_vector(uint32_t i);
  MemoryOperand element_place(NodeBuilder& n, const Ins& in);
  void lower_element(uint32_t i);
  void lower_vector_load(uint32_t i);
  void lower_vector_store(uint32_t i);
  void lower_vector_unary(uint32_t i);
  void lower_vector_multiply(uint32_t i);

  // lower_call.cpp
  bool lower_call(uint32_t i);
  void lower_helper_call(uint32_t i);
  void lower_native_call(uint32_t i);
  void lower_unit_call(uint32_t i);
  void lower_jump_body(uint32_t i);
  void lower_jump_entry(uint32_t i);
  void adjust_base(Emitter& e, uint32_t snapshot) const;

  const ir::Trace& original_;
  const ir::ExitIndex exit_index_;
  const CompileRequest& request_;
  backend::LoweredTrace lowered_;
  const ir::Trace& trace_;
  uint32_t op_count_;
  uint32_t loop_ = 0xffffffffu;
  std::string reason_;

  std::vector<bool> needed_;
  std::vector<uint32_t> uses_;  // by operands of needed ops
  std::vector<bool> exit_used_;
  std::vector<bool> fused_;                            // computed where it is used
  std::vector<bool> merged_;                           // computed by an op before it
  std::unordered_map<uint32_t, uint32_t> unboxed_by_;  // guard_float: the unbox_float it computes
  std::vector<bool> only_stored_;                      // box_float: nothing but stores uses it
  std::unordered_map<uint32_t, std::vector<Ref>> exit_values_;

  std::vector<Location> inherited_;
  std::vector<uint32_t> inherit_alias_;  // the first inherit that finds the same place

  std::vector<ConstantValue> constants_;
  std::map<std::pair<uint32_t, bool>, ValueId> constant_ids_;

  backend::Code code_;
  std::vector<EmitFunction> emits_;
  std::vector<uint32_t> snapshot_of_;  // by node: of its exit
  std::unique_ptr<Emitter> emitter_;
  uint32_t body_offset_ = 0xffffffffu;
};

bool is_comparison(ir::Op op);

}  // namespace hothouse::x64
