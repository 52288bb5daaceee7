// Comparisons, and expressions whose truth decides a jump: compiled to direct jumps.
//
// condition() keeps a habit of CPython's compiler: it moves the current place to a comparison and
// leaves it there, so that the truth test of `y` in `x < 1 and y` reports the place of `x < 1`.
#include "core/bytecode/compiler_impl.h"

namespace hothouse {

using syntax::CompareOp;

namespace {

struct CompareForms {
  Op value, jump, jump_not, jump_immediate, jump_not_immediate;
};

CompareForms forms(CompareOp op) {
  switch (op) {
#define ROW(Kind, Name) \
  case CompareOp::Kind: \
    return {Op::Name, Op::Jump##Name, Op::JumpNot##Name, Op::Jump##Name##I, Op::JumpNot##Name##I};
    ROW(Lt, Lt)
    ROW(LtE, Le)
    ROW(Eq, Eq)
    ROW(NotEq, Ne)
    ROW(Gt, Gt)
    ROW(GtE, Ge)
#undef ROW
    case CompareOp::Is:
      return {Op::Is, Op::kCount, Op::kCount, Op::kCount, Op::kCount};
    case CompareOp::IsNot:
      return {Op::IsNot, Op::kCount, Op::kCount, Op::kCount, Op::kCount};
    case CompareOp::In:
      return {Op::In, Op::kCount, Op::kCount, Op::kCount, Op::kCount};
    case CompareOp::NotIn:
      return {Op::NotIn, Op::kCount, Op::kCount, Op::kCount, Op::kCount};
  }
  return {Op::kCount, Op::kCount, Op::kCount, Op::kCount, Op::kCount};
}

bool is_membership(CompareOp op) { return op == CompareOp::In || op == CompareOp::NotIn; }

bool is_none(const syntax::Expr* expr) {
  const auto* constant = syntax::node_cast<const syntax::Constant>(expr);
  return constant != nullptr && constant->constant == syntax::ConstantKind::None;
}

}  // namespace

void Compiler::comparison(CompareOp op, Reg dst, Reg left, Reg right) {
  emit(forms(op).value, dst, left, right);
}

Reg Compiler::membership_operand(syntax::Expr* expr, std::initializer_list<syntax::Expr*> later) {
  auto* display = syntax::node_cast<syntax::Sequence>(expr);
  if (display != nullptr && display->kind != syntax::ExprKind::Tuple) {
    Const known;
    if (fold_items(vm_, display->elts, known.items)) {
      known.kind =
          display->kind == syntax::ExprKind::Set ? Const::Kind::FrozenSet : Const::Kind::Tuple;
      Reg r = alloc();
      load_const(r, known);
      return r;
    }
  }
  return expr_any(expr, later);
}

/// a < b < c: each middle operand is evaluated once; the first false comparison is the value.
void Compiler::compare(const syntax::Compare& e, Reg dst) {
  warn_identity(e);
  Reg value = e.ops.size() > 1 ? scratch(dst) : dst;
  Label end = new_label();
  Reg left = expr_any(e.left, {e.comparators[0]}, e.ops.size() > 1 ? kNone : dst);
  for (size_t i = 0; i < e.ops.size(); ++i) {
    bool last = i + 1 == e.ops.size();
    syntax::Expr* next = last ? nullptr : e.comparators[i + 1];
    // A display that the next comparison sees as well stays what it is.
    Reg right = last && is_membership(e.ops[i]) ? membership_operand(e.comparators[i], {next})
                                                : expr_any(e.comparators[i], {next});
    comparison(e.ops[i], value, left, right);
    if (!last) jump_on(Op::JumpFalse, value, end);
    left = right;
  }
  bind(end);
  if (e.ops.size() > 1) move(dst, value);
}

void Compiler::compare_jump(CompareOp op, Reg left, syntax::Expr* right, Reg right_reg,
                            Label target, bool when) {
  CompareForms form = forms(op);
  if (form.jump == Op::kCount) {
    if (is_none(right)) {
      bool if_none = (op == CompareOp::Is) == when;
      if (op == CompareOp::Is || op == CompareOp::IsNot) {
        return jump_on(if_none ? Op::JumpNone : Op::JumpNotNone, left, target);
      }
    }
    TemporaryScope temporaries(unit_->registers);
    Reg value = alloc();
    comparison(op, value, left, right_reg);
    return jump_on(when ? Op::JumpTrue : Op::JumpFalse, value, target);
  }
  Const known;
  int32_t small;
  if (right_reg == kNone && fold(vm_, right, known) && known.fits_signed(16, &small)) {
    return jump_on(when ? form.jump_immediate : form.jump_not_immediate, left,
                   static_cast<uint32_t>(small), target);
  }
  jump_on(when ? form.jump : form.jump_not, left, right_reg, target);
}

void Compiler::compare_condition(const syntax::Compare& e, Label target, bool when) {
  warn_identity(e);
  TemporaryScope temporaries(unit_->registers);
  size_t count = e.ops.size();
  Label out = new_label();
  Reg left = expr_any(e.left, {e.comparators[0]});
  for (size_t i = 0; i < count; ++i) {
    bool last = i + 1 == count;
    CompareOp op = e.ops[i];
    syntax::Expr* right = e.comparators[i];
    Reg right_reg = kNone;
    // The right operand of the last comparison may be an immediate, or None.
    Const known;
    int32_t small;
    bool immediate = false;
    if (last) {
      if (op == CompareOp::Is || op == CompareOp::IsNot) {
        immediate = is_none(right);
      } else if (!is_membership(op)) {
        immediate = fold(vm_, right, known) && known.fits_signed(16, &small);
      }
    }
    if (!immediate) {
      syntax::Expr* next = last ? nullptr : e.comparators[i + 1];
      right_reg =
          last && is_membership(op) ? membership_operand(right, {next}) : expr_any(right, {next});
    }
    if (last) {
      compare_jump(op, left, right, right_reg, target, when);
    } else {
      // A comparison that fails decides the whole chain.
      compare_jump(op, left, nullptr, right_reg, when ? out : target, false);
    }
    left = right_reg;
  }
  bind(out);
}

void Compiler::condition(syntax::Expr* expr, Label target, bool when) {
  DepthGuard guard(*this);
  if (guard.too_deep()) {
    return error(expr->range, "maximum recursion depth exceeded during compilation");
  }
  Const known;
  if (fold(vm_, expr, known)) {
    if (known.truth() == when) jump(target);
    return;
  }
  switch (expr->kind) {
    case syntax::ExprKind::UnaryOp: {
      auto& e = syntax::as<syntax::UnaryOp>(expr);
      if (e.op == syntax::UnaryOperator::Not) return condition(e.operand, target, !when);
      break;
    }
    case syntax::ExprKind::BoolOp: {
      auto& e = syntax::as<syntax::BoolOp>(expr);
      bool is_or = e.op == syntax::BoolOperator::Or;
      Label out = new_label();
      for (size_t i = 0; i + 1 < e.values.size(); ++i) {
        condition(e.values[i], is_or == when ? target : out, is_or);
      }
      condition(e.values[e.values.size() - 1], target, when);
      bind(out);
      return;
    }
    case syntax::ExprKind::IfExp: {
      auto& e = syntax::as<syntax::IfExp>(expr);
      Label orelse = new_label(), end = new_label();
      condition(e.test, orelse, false);
      condition(e.body, target, when);
      jump(end);
      bind(orelse);
      condition(e.orelse, target, when);
      bind(end);
      return;
    }
    case syntax::ExprKind::Compare:
      set_loc(expr->range);
      return compare_condition(syntax::as<syntax::Compare>(expr), target, when);
    default:
      break;
  }
  TemporaryScope temporaries(unit_->registers);
  Reg value = expr_any(expr);
  jump_on(when ? Op::JumpTrue : Op::JumpFalse, value, target);
}

}  // namespace hothouse
