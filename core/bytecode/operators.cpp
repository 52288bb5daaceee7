// Binary, unary and in-place operators, with their forms for small integers.
#include "core/bytecode/compiler_impl.h"

namespace hothouse {

using syntax::BinaryOp;

namespace {

struct BinaryForms {
  Op plain, immediate, in_place, in_place_immediate;
};

/// Op::kCount where there is no such form.
BinaryForms forms(BinaryOp op) {
  constexpr Op kNo = Op::kCount;
  switch (op) {
    case BinaryOp::Add:
      return {Op::Add, Op::AddI, Op::IAdd, Op::IAddI};
    case BinaryOp::Sub:
      return {Op::Sub, Op::SubI, Op::ISub, Op::ISubI};
    case BinaryOp::Mult:
      return {Op::Mul, Op::MulI, Op::IMul, kNo};
    case BinaryOp::Div:
      return {Op::TrueDiv, kNo, Op::ITrueDiv, kNo};
    case BinaryOp::FloorDiv:
      return {Op::FloorDiv, Op::FloorDivI, Op::IFloorDiv, kNo};
    case BinaryOp::Mod:
      return {Op::Mod, Op::ModI, Op::IMod, kNo};
    case BinaryOp::Pow:
      return {Op::Pow, kNo, Op::IPow, kNo};
    case BinaryOp::LShift:
      return {Op::LShift, Op::LShiftI, Op::ILShift, kNo};
    case BinaryOp::RShift:
      return {Op::RShift, Op::RShiftI, Op::IRShift, kNo};
    case BinaryOp::BitAnd:
      return {Op::And, Op::AndI, Op::IAnd, kNo};
    case BinaryOp::BitOr:
      return {Op::Or, Op::OrI, Op::IOr, kNo};
    case BinaryOp::BitXor:
      return {Op::Xor, Op::XorI, Op::IXor, kNo};
    case BinaryOp::MatMult:
      return {Op::MatMul, kNo, Op::IMatMul, kNo};
  }
  return {kNo, kNo, kNo, kNo};
}

/// Whether the immediate form may be used. The ones that could raise are left to the plain form,
/// so that the templates of the immediate forms need no error path.
bool suits_immediate(BinaryOp op, const Const& right, int32_t* value) {
  if (!right.fits_signed(16, value)) return false;
  switch (op) {
    case BinaryOp::FloorDiv:
    case BinaryOp::Mod:
      return *value != 0;
    case BinaryOp::LShift:
    case BinaryOp::RShift:
      return *value >= 0;
    default:
      return true;
  }
}

}  // namespace

void Compiler::binary(BinaryOp op, Reg dst, Reg left, syntax::Expr* right) {
  TemporaryScope temporaries(unit_->registers);
  BinaryForms form = forms(op);
  Const known;
  int32_t value;
  if (form.immediate != Op::kCount && fold(vm_, right, known) &&
      suits_immediate(op, known, &value)) {
    return emit(form.immediate, dst, left, static_cast<uint32_t>(value));
  }
  emit(form.plain, dst, left, expr_any(right));
}

void Compiler::in_place(BinaryOp op, Reg dst, Reg left, syntax::Expr* right) {
  TemporaryScope temporaries(unit_->registers);
  BinaryForms form = forms(op);
  Const known;
  int32_t value;
  if (form.in_place_immediate != Op::kCount && fold(vm_, right, known) &&
      known.fits_signed(16, &value)) {
    return emit(form.in_place_immediate, dst, left, static_cast<uint32_t>(value));
  }
  emit(form.in_place, dst, left, expr_any(right));
}

/// The left spine is walked with a loop: `a + a + ...` may be as long as the program.
void Compiler::bin_op(syntax::BinOp& e, Reg dst) {
  std::vector<syntax::BinOp*> chain;
  syntax::Expr* leaf = &e;
  while (auto* binary = syntax::node_cast<syntax::BinOp>(leaf)) {
    chain.push_back(binary);
    leaf = binary->left;
  }
  Reg result = scratch(dst);
  Const known;
  bool is_known = fold(vm_, leaf, known);
  Reg left = is_known ? kNone : expr_any(leaf, {chain.back()->right}, result);
  for (size_t i = chain.size(); i-- > 0;) {
    syntax::BinOp& step = *chain[i];
    set_loc(step.range);
    if (is_known) {
      Const right, value;
      if (fold(vm_, step.right, right) && fold_binary(vm_, step.op, known, right, value)) {
        known = std::move(value);
        continue;
      }
      is_known = false;
      load_const(result, known);
      left = result;
    }
    Reg target = i == 0 ? dst : result;
    binary(step.op, target, left, step.right);
    left = target;
  }
  if (is_known) load_const(dst, known);
}

void Compiler::unary_op(const syntax::UnaryOp& e, Reg dst) {
  Const known;
  if (fold(vm_, &e, known)) return load_const(dst, known);
  if (e.op == syntax::UnaryOperator::Not) {
    auto* test = syntax::node_cast<syntax::Compare>(e.operand);
    if (test != nullptr && test->ops.size() == 1) {
      syntax::CompareOp op = test->ops[0];
      bool opposite = true;
      switch (op) {
        case syntax::CompareOp::Is:
          op = syntax::CompareOp::IsNot;
          break;
        case syntax::CompareOp::IsNot:
          op = syntax::CompareOp::Is;
          break;
        case syntax::CompareOp::In:
          op = syntax::CompareOp::NotIn;
          break;
        case syntax::CompareOp::NotIn:
          op = syntax::CompareOp::In;
          break;
        default:
          opposite = false;
      }
      if (opposite) {
        set_loc(test->range);
        syntax::Expr* right = test->comparators[0];
        Reg left = expr_any(test->left, {right}, dst);
        return comparison(op, dst, left, membership_operand(right, {}));
      }
    }
  }
  Reg operand = expr_any(e.operand, {}, dst);
  Op op = Op::Not;
  switch (e.op) {
    case syntax::UnaryOperator::Not:
      break;
    case syntax::UnaryOperator::USub:
      op = Op::Neg;
      break;
    case syntax::UnaryOperator::UAdd:
      op = Op::Pos;
      break;
    case syntax::UnaryOperator::Invert:
      op = Op::Invert;
      break;
  }
  emit(op, dst, operand);
}

}  // namespace hothouse
