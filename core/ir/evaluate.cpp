#include "core/ir/evaluate.h"

namespace hothouse::ir {
namespace {

double to_double(uint64_t bits) {
  double d;
  std::memcpy(&d, &bits, 8);
  return d;
}

/// Bits of a computed double. Which NaN an operation answers is the processor's choice; constants
/// hold the one that x86 produces.
uint64_t to_bits(double d) {
  if (d != d) return uint64_t{0xfff8} << 48;
  uint64_t bits;
  std::memcpy(&bits, &d, 8);
  return bits;
}

bool fits_int64(double d) { return d >= -9223372036854775808.0 && d < 9223372036854775808.0; }

bool evaluate_float(Op op, uint64_t a_bits, uint64_t b_bits, uint64_t& result) {
  double a = to_double(a_bits), b = to_double(b_bits);
  constexpr uint64_t kSign = uint64_t{1} << 63;
  switch (op) {
    case Op::Fadd:
      result = to_bits(a + b);
      return true;
    case Op::Fsub:
      result = to_bits(a - b);
      return true;
    case Op::Fmul:
      result = to_bits(a * b);
      return true;
    case Op::Fdiv:
      result = to_bits(a / b);
      return true;
    case Op::Fneg:
      result = a_bits ^ kSign;
      return true;
    case Op::Fabs:
      result = a_bits & ~kSign;
      return true;
    case Op::Fsqrt:
      result = to_bits(std::sqrt(a));
      return true;
    case Op::Ffloor:
      result = to_bits(std::floor(a));
      return true;
    case Op::Fceil:
      result = to_bits(std::ceil(a));
      return true;
    case Op::FloatToInt:
      if (!fits_int64(a)) return false;
      result = static_cast<uint64_t>(static_cast<int64_t>(a));
      return true;
    case Op::FloatFits:
      result = fits_int64(a);
      return true;
    case Op::Feq:
      result = a == b;
      return true;
    case Op::Fne:
      result = a != b;
      return true;
    case Op::Flt:
      result = a < b;
      return true;
    case Op::Fle:
      result = a <= b;
      return true;
    case Op::Fgt:
      result = a > b;
      return true;
    case Op::Fge:
      result = a >= b;
      return true;
    default:
      return false;
  }
}

bool evaluate_box(Op op, uint64_t a, uint64_t& result) {
  using hothouse::Value;
  Value v = Value::from_bits(a);
  switch (op) {
    case Op::BoxInt:
      if (!Value::fits_small_int(static_cast<int64_t>(a))) return false;
      result = Value::small_int(static_cast<int64_t>(a)).bits();
      return true;
    case Op::BoxFloat:
      result = Value::from_foreign_double(to_double(a)).bits();
      // Both default NaNs may be boxed as they are.
      if (a == (uint64_t{0xfff8} << 48)) result = Value::from_double(to_double(a)).bits();
      return true;
    case Op::BoxRef:
    case Op::UnboxRef:
      if (op == Op::UnboxRef && !v.is_object()) return false;
      result = a;
      return true;
    case Op::BoxBool:
      result = Value::boolean(a != 0).bits();
      return true;
    case Op::UnboxInt:
      if (!v.is_int()) return false;
      result = static_cast<uint64_t>(v.as_int());
      return true;
    case Op::UnboxFloat: {
      if (!v.is_double()) return false;
      double d = v.as_double();
      std::memcpy(&result, &d, 8);
      return true;
    }
    case Op::UnboxBool:
      if (!v.is_bool()) return false;
      result = v.is_true();
      return true;
    default:
      return false;
  }
}

}  // namespace

bool evaluate(Op op, uint64_t a, uint64_t b, uint64_t c, uint64_t& result) {
  int64_t i;
  if (evaluate_int<64>(op, static_cast<int64_t>(a), static_cast<int64_t>(b), i)) {
    result = static_cast<uint64_t>(i);
    return true;
  }
  switch (op) {
    case Op::IntToFloat:
      result = to_bits(static_cast<double>(static_cast<int64_t>(a)));
      return true;
    case Op::Not:
      result = a == 0;
      return true;
    case Op::BoolToInt:
      result = a;
      return true;
    case Op::Same:
      result = a == b;
      return true;
    case Op::Select:
      result = c ? a : b;
      return true;
    default:
      return evaluate_float(op, a, b, result) || evaluate_box(op, a, result);
  }
}

}  // namespace hothouse::ir
