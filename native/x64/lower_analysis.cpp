// What each op's value is used for: which ops are needed at all, which are computed where they are
// used (comparisons as flags, loads as operands in memory), and which by an op before them.
#include "core/ir/operands.h"
#include "native/x64/lowering.h"

namespace hothouse::x64 {

namespace {

constexpr uint32_t kNone = 0xffffffffu;

bool has_effect(const Ins& ins) {
  uint16_t flags = ir::info(ins.op).flags;
  return flags & (ir::Guard | ir::Store | ir::Effect | ir::Terminal | ir::Call) ||
         ins.op == ir::Op::Phi;
}

}  // namespace

void Lowering::mark_exit_values(uint32_t snapshot) {
  if (snapshot == kNone) return;
  for (Ref ref : values_of_exit(snapshot)) {
    Ref r = resolve(ref);
    if (!r.is_op()) continue;
    needed_[r.index] = true;
    exit_used_[r.index] = true;
  }
}

void Lowering::analyse() {
  needed_.assign(op_count_, false);
  uses_.assign(op_count_, 0);
  exit_used_.assign(op_count_, false);
  fused_.assign(op_count_, false);
  merged_.assign(op_count_, false);
  for (uint32_t i = 0; i < op_count_; i++) {
    if (ins(i).op == ir::Op::Loop) loop_ = i;
  }
  count_uses();
  fuse_conditions();
  fuse_loads();
  fuse_unboxing();
  find_stored_floats();
}

/// Backwards: what has an effect, or is an operand of what is needed. Phis keep their second
/// operands, hence all phis count as needed (the optimizer removes those that are not).
void Lowering::count_uses() {
  for (uint32_t i = 0; i < op_count_; i++) {
    // A phi's second operand stands behind it: the walk meets it first.
    Ref next = ins(i).op == ir::Op::Phi ? resolve(ins(i).b) : ir::kNoRef;
    if (next.is_op() && !next.is_none()) needed_[next.index] = true;
  }
  for (uint32_t i = op_count_; i-- > 0;) {
    const Ins& in = ins(i);
    if (in.flags & ir::kSunk) continue;
    if (in.op == ir::Op::Inherit || in.op == ir::Op::Phi || has_effect(in)) needed_[i] = true;
    if (!needed_[i]) continue;
    if (resolve(Ref{i}).index != i) continue;  // a cast: its users count for the operand
    ir::for_each_operand(trace_, in, [&](Ref ref) {
      Ref r = resolve(ref);
      if (!r.is_op()) return;
      needed_[r.index] = true;
      uses_[r.index]++;
    });
    uint16_t flags = ir::info(in.op).flags;
    if (flags & ir::Guard || in.op == ir::Op::Exit) mark_exit_values(in.snapshot);
  }
}

bool is_comparison(ir::Op op) {
  using ir::Op;
  return (op >= Op::Eq && op <= Op::Ult) || (op >= Op::Feq && op <= Op::Fge) ||
         op == Op::FloatFits || op == Op::Same;
}

/// Comparisons that the jump, or the conditional move, right behind them takes as flags.
void Lowering::fuse_conditions() {
  for (uint32_t i = 0; i < op_count_; i++) {
    const Ins& in = ins(i);
    if (!needed_[i] || (in.flags & ir::kSunk)) continue;
    Ref b = in.op == ir::Op::GuardTrue || in.op == ir::Op::GuardFalse ? in.a
            : in.op == ir::Op::Select                                 ? in.c
                                                                      : ir::kNoRef;
    if (b.is_none()) continue;
    auto can_fuse = [&](Ref r) {
      return r.is_op() && uses_[r.index] == 1 && !exit_used_[r.index] && !crosses_loop(r.index, i);
    };
    b = resolve(b);
    while (can_fuse(b) && trace_.at(b).op == ir::Op::Not) {
      fused_[b.index] = true;
      b = resolve(trace_.at(b).a);
    }
    if (!can_fuse(b) || !is_comparison(trace_.at(b).op)) continue;
    ir::Op op = trace_.at(b).op;
    bool awkward = op == ir::Op::Feq || op == ir::Op::Fne || op == ir::Op::FloatFits;
    if (in.op == ir::Op::Select && awkward) continue;
    fused_[b.index] = true;
  }
}

/// Loads that the arithmetic that uses them makes, by an operand in memory.
void Lowering::fuse_loads() {
  for (uint32_t i = 0; i < op_count_; i++) {
    if (!needed_[i] || (ins(i).flags & ir::kSunk)) continue;
    const Ins& in = ins(i);
    bool takes_memory = false;
    switch (in.op) {
      case ir::Op::Fadd:
      case ir::Op::Fsub:
      case ir::Op::Fmul:
      case ir::Op::Fdiv:
      case ir::Op::Add:
      case ir::Op::Sub:
      case ir::Op::And:
      case ir::Op::Or:
      case ir::Op::Xor:
      case ir::Op::AddOv:
      case ir::Op::SubOv:
      case ir::Op::MulOv:
      case ir::Op::Mul:
        takes_memory = true;
        break;
      default:
        break;
    }
    int64_t constant;
    if (!takes_memory || integer_constant(in.a, constant) || integer_constant(in.b, constant)) {
      continue;  // with an immediate the other operand is wanted in a register
    }
    if (can_fold_load(in.b, i)) {
      fused_[in.b.index] = true;
    } else if ((ir::info(in.op).flags & ir::Commutative) && can_fold_load(in.a, i)) {
      fused_[in.a.index] = true;
    }
  }
}

constexpr uint32_t kUnboxWindow = 16;  // ops between a float's test and its unboxing

/// The test of a float computes the unboxed bits; it, or an unboxing that needs no test, may take
/// the value from memory.
void Lowering::fuse_unboxing() {
  for (uint32_t i = 0; i < op_count_; i++) {
    const Ins& in = ins(i);
    if (in.op != ir::Op::GuardFloat || !needed_[i]) continue;
    Ref value = resolve(in.a);
    uint32_t uses = 1;
    for (uint32_t k = i + 1; k < op_count_ && k <= i + kUnboxWindow; k++) {
      if (ins(k).op == ir::Op::Loop) break;
      if (ins(k).op != ir::Op::UnboxFloat || resolve(ins(k).a) != value || !needed_[k]) continue;
      merged_[k] = true;
      unboxed_by_[i] = k;
      uses++;
      break;
    }
    if (value.is_op() && can_fold_load(value, i, uses)) fused_[value.index] = true;
  }
  for (uint32_t i = 0; i < op_count_; i++) {
    if (ins(i).op != ir::Op::UnboxFloat || !needed_[i] || merged_[i]) continue;
    Ref value = resolve(ins(i).a);
    if (can_fold_load(value, i)) fused_[value.index] = true;
  }
}

void Lowering::find_stored_floats() {
  only_stored_.assign(op_count_, false);
  for (uint32_t i = 0; i < op_count_; i++) {
    only_stored_[i] = ins(i).op == ir::Op::BoxFloat && needed_[i] && !exit_used_[i];
  }
  for (uint32_t i = 0; i < op_count_; i++) {
    const Ins& in = ins(i);
    if (!needed_[i] || (in.flags & ir::kSunk)) continue;
    bool stores = ir::info(in.op).flags & ir::Store;
    Ref stored = stores ? resolve(ir::stored_value(in)) : ir::kNoRef;
    ir::for_each_operand(trace_, in, [&](Ref ref) {
      Ref r = resolve(ref);
      if (!r.is_op() || !only_stored_[r.index]) return;
      if (r != stored || crosses_loop(r.index, i)) only_stored_[r.index] = false;
    });
  }
}

}  // namespace hothouse::x64
