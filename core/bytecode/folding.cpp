// Folding of constant expressions; see constants.h.
//
// What would raise is left for run time, and so is what CPython's limits call too large: a module
// must not take a gigabyte because it mentions `'x' * 10**9` in a branch that never runs.
#include <cmath>

#include "core/bytecode/constants.h"
#include "core/objects/int.h"

namespace hothouse {
namespace {

constexpr uint64_t kMaxIntBits = 128;
constexpr size_t kMaxTextSize = 4096;
constexpr int kMaxDepth = 200;

bool number_as_int(const Const& c, Value* value) {
  if (c.kind == Const::Kind::Int) {
    *value = c.value;
    return true;
  }
  if (c.kind == Const::Kind::True || c.kind == Const::Kind::False) {
    *value = Value::small_int(c.kind == Const::Kind::True ? 1 : 0);
    return true;
  }
  return false;
}

bool number_as_double(const Const& c, double* number) {
  if (c.kind == Const::Kind::Float) {
    *number = c.number;
    return true;
  }
  Value value;
  return number_as_int(c, &value) && int_to_double(value, number);
}

bool of_int(Leaf& vm, Value value, Const& result) {
  if (value.is_raised()) {
    vm.clear_pending();
    return false;
  }
  result = Const();
  result.kind = Const::Kind::Int;
  result.value = value;
  return true;
}

bool of_double(double number, Const& result) {
  result = Const();
  result.kind = Const::Kind::Float;
  result.number = number;
  return true;
}

bool fold_ints(Leaf& vm, syntax::BinaryOp op, Value a, Value b, Const& result) {
  using syntax::BinaryOp;
  int64_t count = 0;
  switch (op) {
    case BinaryOp::Add:
      return of_int(vm, int_add(vm, a, b), result);
    case BinaryOp::Sub:
      return of_int(vm, int_sub(vm, a, b), result);
    case BinaryOp::Mult:
      if (int_bit_length(a) + int_bit_length(b) > kMaxIntBits) return false;
      return of_int(vm, int_mul(vm, a, b), result);
    case BinaryOp::Pow:
      if (!as_int64(b, &count) || count < 0 || count > static_cast<int64_t>(kMaxIntBits) ||
          int_bit_length(a) * static_cast<uint64_t>(count) > kMaxIntBits) {
        return false;
      }
      return of_int(vm, int_pow(vm, a, b), result);
    case BinaryOp::LShift:
      if (!as_int64(b, &count) || count < 0 || count > static_cast<int64_t>(kMaxIntBits) ||
          int_bit_length(a) + static_cast<uint64_t>(count) > kMaxIntBits) {
        return false;
      }
      return of_int(vm, int_lshift(vm, a, b), result);
    case BinaryOp::RShift:
      if (!as_int64(b, &count) || count < 0) return false;
      return of_int(vm, int_rshift(vm, a, b), result);
    case BinaryOp::BitAnd:
      return of_int(vm, int_and(vm, a, b), result);
    case BinaryOp::BitOr:
      return of_int(vm, int_or(vm, a, b), result);
    case BinaryOp::BitXor:
      return of_int(vm, int_xor(vm, a, b), result);
    case BinaryOp::FloorDiv:
      if (int_is_zero(b)) return false;
      return of_int(vm, int_floordiv(vm, a, b), result);
    case BinaryOp::Mod:
      if (int_is_zero(b)) return false;
      return of_int(vm, int_mod(vm, a, b), result);
    case BinaryOp::Div: {
      if (int_is_zero(b)) return false;
      Value quotient = int_truediv(vm, a, b);
      if (!quotient.is_double()) {
        vm.clear_pending();
        return false;
      }
      return of_double(quotient.as_double(), result);
    }
    default:
      return false;
  }
}

bool fold_doubles(syntax::BinaryOp op, double a, double b, Const& result) {
  using syntax::BinaryOp;
  switch (op) {
    case BinaryOp::Add:
      return of_double(a + b, result);
    case BinaryOp::Sub:
      return of_double(a - b, result);
    case BinaryOp::Mult:
      return of_double(a * b, result);
    case BinaryOp::Div:
      return b != 0 && of_double(a / b, result);
    default:
      return false;
  }
}

bool repeat_text(const Const& text, const Const& times, Const& result) {
  int32_t count;
  if (!times.fits_signed(32, &count)) return false;
  if (count < 0) count = 0;
  if (text.text.size() * static_cast<size_t>(count) > kMaxTextSize) return false;
  result = Const();
  result.kind = text.kind;
  for (int32_t i = 0; i < count; ++i) result.text += text.text;
  return true;
}

bool is_text(const Const& c) { return c.kind == Const::Kind::Str || c.kind == Const::Kind::Bytes; }

bool fold_unary(Leaf& vm, syntax::UnaryOperator op, const Const& operand, Const& result) {
  using syntax::UnaryOperator;
  if (op == UnaryOperator::Not) {
    bool truth = operand.truth();
    result = Const();
    result.kind = truth ? Const::Kind::False : Const::Kind::True;
    return true;
  }
  Value value;
  if (number_as_int(operand, &value)) {
    switch (op) {
      case UnaryOperator::USub:
        return of_int(vm, int_neg(vm, value), result);
      case UnaryOperator::UAdd:
        return of_int(vm, value, result);
      default:
        return of_int(vm, int_invert(vm, value), result);
    }
  }
  if (operand.kind != Const::Kind::Float || op == UnaryOperator::Invert) return false;
  return of_double(op == UnaryOperator::USub ? -operand.number : operand.number, result);
}

bool fold_literal(Leaf& vm, const syntax::Constant& literal, Const& result) {
  result = Const();
  switch (literal.constant) {
    case syntax::ConstantKind::None:
      return true;
    case syntax::ConstantKind::True:
      result.kind = Const::Kind::True;
      return true;
    case syntax::ConstantKind::False:
      result.kind = Const::Kind::False;
      return true;
    case syntax::ConstantKind::Ellipsis:
      result.kind = Const::Kind::Ellipsis;
      return true;
    case syntax::ConstantKind::Int:
      return of_int(vm, int_from_digits(vm, literal.text, literal.base), result);
    case syntax::ConstantKind::Float:
      return of_double(literal.number, result);
    case syntax::ConstantKind::Str:
      result.kind = Const::Kind::Str;
      result.text = std::string(literal.text);
      return true;
    case syntax::ConstantKind::Bytes:
      result.kind = Const::Kind::Bytes;
      result.text = std::string(literal.text);
      return true;
    case syntax::ConstantKind::Imaginary:
      result.kind = Const::Kind::Imaginary;
      result.number = literal.number;
      return true;
  }
  return false;
}

bool fold_at(Leaf& vm, const syntax::Expr* expr, Const& result, int depth) {
  if (expr == nullptr || depth > kMaxDepth) return false;
  switch (expr->kind) {
    case syntax::ExprKind::Constant:
      return fold_literal(vm, syntax::as<const syntax::Constant>(expr), result);
    case syntax::ExprKind::UnaryOp: {
      const auto& unary = syntax::as<const syntax::UnaryOp>(expr);
      Const operand;
      return fold_at(vm, unary.operand, operand, depth + 1) &&
             fold_unary(vm, unary.op, operand, result);
    }
    case syntax::ExprKind::BinOp: {
      const auto& binary = syntax::as<const syntax::BinOp>(expr);
      Const left, right;
      return fold_at(vm, binary.right, right, depth + 1) &&
             fold_at(vm, binary.left, left, depth + 1) &&
             fold_binary(vm, binary.op, left, right, result);
    }
    case syntax::ExprKind::Tuple: {
      std::vector<Const> items;
      for (syntax::Expr* element : syntax::as<const syntax::Sequence>(expr).elts) {
        items.emplace_back();
        if (!fold_at(vm, element, items.back(), depth + 1)) return false;
      }
      result = Const::tuple(std::move(items));
      return true;
    }
    case syntax::ExprKind::Name: {
      const auto& name = syntax::as<const syntax::Name>(expr);
      if (name.id != "__debug__" || name.context != syntax::Context::Load) return false;
      result = Const();
      result.kind = Const::Kind::True;
      return true;
    }
    default:
      return false;
  }
}

}  // namespace

bool fold_binary(Leaf& vm, syntax::BinaryOp op, const Const& left, const Const& right,
                 Const& result) {
  Value a, b;
  if (number_as_int(left, &a) && number_as_int(right, &b)) {
    // &, | and ^ of two bools are bools.
    if (!left.is_int() && !right.is_int()) return false;
    return fold_ints(vm, op, a, b, result);
  }
  double x, y;
  if (number_as_double(left, &x) && number_as_double(right, &y)) {
    return fold_doubles(op, x, y, result);
  }
  if (op == syntax::BinaryOp::Add && is_text(left) && left.kind == right.kind) {
    if (left.text.size() + right.text.size() > kMaxTextSize) return false;
    Const::Kind kind = left.kind;
    std::string text = left.text + right.text;
    result = Const();
    result.kind = kind;
    result.text = std::move(text);
    return true;
  }
  if (op == syntax::BinaryOp::Mult) {
    if (is_text(left) && right.is_int()) return repeat_text(left, right, result);
    if (is_text(right) && left.is_int()) return repeat_text(right, left, result);
  }
  return false;
}

bool fold(Leaf& vm, const syntax::Expr* expr, Const& result) {
  return fold_at(vm, expr, result, 0);
}

bool fold_items(Leaf& vm, syntax::Exprs exprs, std::vector<Const>& items) {
  for (syntax::Expr* expr : exprs) {
    items.emplace_back();
    if (!fold(vm, expr, items.back())) return false;
  }
  return true;
}

}  // namespace hothouse
