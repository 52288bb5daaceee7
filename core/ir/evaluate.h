// What the pure ops compute, for constant folding, for tests and for anybody who needs an op's
// value outside of compiled code. Templates over the width of an integer, so that rules can be
// proved exhaustively with few bits.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>

#include "core/ir/trace.h"

namespace hothouse::ir {

/// The low Bits of x as a signed integer.
template <int Bits>
constexpr int64_t wrap(uint64_t x) {
  return static_cast<int64_t>(x << (64 - Bits)) >> (64 - Bits);
}

template <int Bits>
constexpr uint64_t low_bits(int64_t x) {
  return static_cast<uint64_t>(x) << (64 - Bits) >> (64 - Bits);
}

/// Integer ops of two operands (or one: b ignored), comparisons answering 0 or 1. False if the op
/// is none, if its precondition does not hold, or if an overflow-checked op overflows.
template <int Bits>
bool evaluate_int(Op op, int64_t a, int64_t b, int64_t& result) {
  auto ua = static_cast<uint64_t>(a), ub = static_cast<uint64_t>(b);
  constexpr int64_t kMin = wrap<Bits>(uint64_t{1} << (Bits - 1));
  switch (op) {
    case Op::Add:
      result = wrap<Bits>(ua + ub);
      return true;
    case Op::Sub:
      result = wrap<Bits>(ua - ub);
      return true;
    case Op::Mul:
      result = wrap<Bits>(ua * ub);
      return true;
    case Op::AddOv: {
      int64_t exact;
      bool over = __builtin_add_overflow(a, b, &exact);
      result = exact;
      return !over && wrap<Bits>(static_cast<uint64_t>(exact)) == exact;
    }
    case Op::SubOv: {
      int64_t exact;
      bool over = __builtin_sub_overflow(a, b, &exact);
      result = exact;
      return !over && wrap<Bits>(static_cast<uint64_t>(exact)) == exact;
    }
    case Op::MulOv: {
      int64_t exact;
      bool over = __builtin_mul_overflow(a, b, &exact);
      result = exact;
      return !over && wrap<Bits>(static_cast<uint64_t>(exact)) == exact;
    }
    case Op::FloorDiv:
      if (b == 0 || (b == -1 && a == kMin)) return false;
      result = a / b - (a % b != 0 && ((a < 0) != (b < 0)));
      return true;
    case Op::Mod:
      if (b == 0) return false;
      if (b == -1) {
        result = 0;
        return true;
      }
      result = a % b;
      if (result != 0 && ((result < 0) != (b < 0))) result += b;
      return true;
    case Op::Neg:
      result = wrap<Bits>(0 - ua);
      return true;
    case Op::And:
      result = a & b;
      return true;
    case Op::Or:
      result = a | b;
      return true;
    case Op::Xor:
      result = a ^ b;
      return true;
    case Op::Invert:
      result = ~a;
      return true;
    case Op::Shl:
      if (ub >= Bits) return false;
      result = wrap<Bits>(ua << ub);
      return true;
    case Op::Shr:
      if (ub >= Bits) return false;
      result = a >> b;
      return true;
    case Op::Ushr:
      if (ub >= Bits) return false;
      result = wrap<Bits>(low_bits<Bits>(a) >> ub);
      return true;
    case Op::Eq:
      result = a == b;
      return true;
    case Op::Ne:
      result = a != b;
      return true;
    case Op::Lt:
      result = a < b;
      return true;
    case Op::Le:
      result = a <= b;
      return true;
    case Op::Gt:
      result = a > b;
      return true;
    case Op::Ge:
      result = a >= b;
      return true;
    case Op::Ult:
      result = low_bits<Bits>(a) < low_bits<Bits>(b);
      return true;
    default:
      return false;
  }
}

/// Any pure op without memory, and the overflow-checked ones, on the raw bits of its operands
/// (int64, double bits, pointers, 0/1, Value bits). False if the op cannot be computed so (it is
/// none of them, a precondition fails, it overflows, it would allocate).
bool evaluate(Op op, uint64_t a, uint64_t b, uint64_t c, uint64_t& result);

}  // namespace hothouse::ir
