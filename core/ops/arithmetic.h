// Arithmetic: binary and unary operators.
//
// Numbers are computed inline (int with overflow into big ints through the helper, float, and
// mixtures); other built-in values by one helper a operator; when a Python object takes part, the
// operator becomes a call of the protocol function (binary_add and so on), whose frame is pushed.
#pragma once

#include "core/ops/common.h"

namespace hothouse::ops {

/// Whether `v` is of a type whose operators are C++: everything but instances of Python classes
/// and classes themselves.
template <class M>
bool is_builtin_operand(M& m, typename M::Val v) {
  if (!m.guard_ref(v)) return true;
  Kind kind = m.promote_kind(m.unbox_ref(v));
  return kind != Kind::Instance && kind != Kind::Type;
}

/// Everything that the inline cases do not cover.
template <class M>
Flow binary_slow(M& m, Protocol op, uint16_t dst, typename M::Val a, typename M::Val b) {
  if (is_builtin_operand(m, a) && is_builtin_operand(m, b)) {
    typename M::Val r = m.call(h::BinaryBuiltin{}, m.int_constant(static_cast<int64_t>(op)), a, b);
    if (m.raised(r)) return Flow::Raise;
    if (!m.guard_after_is(r, Value::undefined(), dst)) {  // list += generator, ...
      m.set_reg(dst, r);
      return Flow::Next;
    }
  }
  return call_protocol(m, op, Action::Store, dst, a, b);
}

enum class Arith : uint8_t {
  Add,
  Sub,
  Mul,
  TrueDiv,
  FloorDiv,
  Mod,
  Pow,
  LShift,
  RShift,
  And,
  Or,
  Xor,
  MatMul
};

/// The protocol functions stand in the order of Arith, the in-place ones behind.
constexpr Protocol protocol_of(Arith op, bool in_place) {
  return static_cast<Protocol>(static_cast<int>(in_place ? Protocol::IAdd : Protocol::Add) +
                               static_cast<int>(op));
}

template <Arith K, class M>
bool int_arith(M& m, uint16_t dst, typename M::Int x, typename M::Int y) {
  typename M::Int r;
  if constexpr (K == Arith::Add) {
    if (!m.add_ov(x, y, &r)) return false;
  } else if constexpr (K == Arith::Sub) {
    if (!m.sub_ov(x, y, &r)) return false;
  } else if constexpr (K == Arith::Mul) {
    if (!m.mul_ov(x, y, &r)) return false;
  } else if constexpr (K == Arith::And) {
    r = m.bit_and(x, y);
  } else if constexpr (K == Arith::Or) {
    r = m.bit_or(x, y);
  } else if constexpr (K == Arith::Xor) {
    r = m.bit_xor(x, y);
  } else if constexpr (K == Arith::LShift) {
    // x << y as x * 2**y, so that the overflow test is the multiplication's
    if (!m.guard(m.ult(y, m.int_constant(62)))) return false;
    if (!m.mul_ov(x, m.shl(m.int_constant(1), y), &r)) return false;
  } else if constexpr (K == Arith::RShift) {
    if (!m.guard(m.ult(y, m.int_constant(64)))) return false;
    r = m.shr(x, y);
  } else if constexpr (K == Arith::FloorDiv) {
    if (!m.guard(m.gt(y, m.int_constant(0)))) {  // so that -1 and 0 take the slow path
      if (!m.guard(m.lt(y, m.int_constant(-1)))) return false;
    }
    r = m.floordiv(x, y);
  } else if constexpr (K == Arith::Mod) {
    if (!m.guard(m.gt(y, m.int_constant(0)))) {
      if (!m.guard(m.lt(y, m.int_constant(-1)))) return false;
    }
    r = m.mod(x, y);
  } else {
    return false;
  }
  m.set_int(dst, r);
  return true;
}

template <Arith K, class M>
bool float_arith(M& m, uint16_t dst, typename M::Flt x, typename M::Flt y) {
  if constexpr (K == Arith::Add) {
    m.set_float(dst, m.fadd(x, y));
  } else if constexpr (K == Arith::Sub) {
    m.set_float(dst, m.fsub(x, y));
  } else if constexpr (K == Arith::Mul) {
    m.set_float(dst, m.fmul(x, y));
  } else if constexpr (K == Arith::TrueDiv) {
    if (!m.guard(m.fne(y, m.float_constant(0.0)))) return false;
    m.set_float(dst, m.fdiv(x, y));
  } else if constexpr (K == Arith::FloorDiv) {
    if (!m.guard(m.fne(y, m.float_constant(0.0)))) return false;
    m.set_float(dst, m.call(h::FloatFloorDiv{}, x, y));
  } else if constexpr (K == Arith::Mod) {
    if (!m.guard(m.fne(y, m.float_constant(0.0)))) return false;
    m.set_float(dst, m.call(h::FloatMod{}, x, y));
  } else {
    return false;
  }
  return true;
}

constexpr bool has_float_form(Arith k) {
  return k == Arith::Add || k == Arith::Sub || k == Arith::Mul || k == Arith::TrueDiv ||
         k == Arith::FloorDiv || k == Arith::Mod;
}

template <Arith K, bool InPlace, class M>
Flow arith(M& m, uint16_t dst, typename M::Val a, typename M::Val b) {
  if (m.guard_both_int(a, b)) {
    if constexpr (K == Arith::TrueDiv) {
      typename M::Int y = m.unbox_int(b);
      if (m.guard(m.ne(y, m.int_constant(0)))) {
        // exact for |x|, |y| <= 2**53; immediates have 50 bits
        if (m.fits_double(a) && m.fits_double(b)) {
          typename M::Flt x = m.int_to_float(m.unbox_int(a));
          m.set_float(dst, m.fdiv(x, m.int_to_float(y)));
          return Flow::Next;
        }
      }
    } else {
      typename M::Int x = m.unbox_int(a), y = m.unbox_int(b);
      if (int_arith<K>(m, dst, x, y)) return Flow::Next;
    }
  } else if constexpr (has_float_form(K)) {
    if (m.guard_float(a)) {
      if (m.guard_float(b)) {
        typename M::Flt x = m.unbox_float(a), y = m.unbox_float(b);
        if (float_arith<K>(m, dst, x, y)) return Flow::Next;
      } else if (m.guard_int(b)) {
        typename M::Flt x = m.unbox_float(a), y = m.int_to_float(m.unbox_int(b));
        if (float_arith<K>(m, dst, x, y)) return Flow::Next;
      }
    } else if (m.guard_int(a) && m.guard_float(b)) {
      typename M::Flt x = m.int_to_float(m.unbox_int(a)), y = m.unbox_float(b);
      if (float_arith<K>(m, dst, x, y)) return Flow::Next;
    }
  }
  if constexpr (K == Arith::Add) {
    if (m.guard_ref(a) && m.guard_ref(b)) {
      if (m.promote_kind(m.unbox_ref(a)) == Kind::Str &&
          m.promote_kind(m.unbox_ref(b)) == Kind::Str) {
        typename M::Val r = m.call(h::StrConcat{}, a, b);
        if (m.raised(r)) return Flow::Raise;
        m.set_reg(dst, r);
        return Flow::Next;
      }
    }
  }
  return binary_slow(m, protocol_of(K, InPlace), dst, a, b);
}

#define HH_BINARY(Name, K)                          \
  template <class M>                                \
  Flow op_##Name(M& m, Insn i) {                    \
    typename M::Val a = m.reg(i.b), b = m.reg(i.c); \
    return arith<Arith::K, false>(m, i.a, a, b);    \
  }                                                 \
  template <class M>                                \
  Flow op_I##Name(M& m, Insn i) {                   \
    typename M::Val a = m.reg(i.b), b = m.reg(i.c); \
    return arith<Arith::K, true>(m, i.a, a, b);     \
  }
HH_BINARY(Add, Add)
HH_BINARY(Sub, Sub)
HH_BINARY(Mul, Mul)
HH_BINARY(TrueDiv, TrueDiv)
HH_BINARY(FloorDiv, FloorDiv)
HH_BINARY(Mod, Mod)
HH_BINARY(Pow, Pow)
HH_BINARY(LShift, LShift)
HH_BINARY(RShift, RShift)
HH_BINARY(And, And)
HH_BINARY(Or, Or)
HH_BINARY(Xor, Xor)
HH_BINARY(MatMul, MatMul)
#undef HH_BINARY

#define HH_BINARY_IMMEDIATE(Name, K, in_place)                                                     \
  template <class M>                                                                               \
  Flow op_##Name(M& m, Insn i) {                                                                   \
    return arith<Arith::K, in_place>(m, i.a, m.reg(i.b), m.constant(Value::small_int(i.imm_c()))); \
  }
HH_BINARY_IMMEDIATE(AddI, Add, false)
HH_BINARY_IMMEDIATE(SubI, Sub, false)
HH_BINARY_IMMEDIATE(MulI, Mul, false)
HH_BINARY_IMMEDIATE(FloorDivI, FloorDiv, false)
HH_BINARY_IMMEDIATE(ModI, Mod, false)
HH_BINARY_IMMEDIATE(LShiftI, LShift, false)
HH_BINARY_IMMEDIATE(RShiftI, RShift, false)
HH_BINARY_IMMEDIATE(AndI, And, false)
HH_BINARY_IMMEDIATE(OrI, Or, false)
HH_BINARY_IMMEDIATE(XorI, Xor, false)
HH_BINARY_IMMEDIATE(IAddI, Add, true)
HH_BINARY_IMMEDIATE(ISubI, Sub, true)
#undef HH_BINARY_IMMEDIATE

/// A unary operator's remaining cases.
template <class M>
Flow unary_slow(M& m, Protocol op, uint16_t dst, typename M::Val a) {
  if (is_builtin_operand(m, a)) {
    typename M::Val r = m.call(h::UnaryBuiltin{}, m.int_constant(static_cast<int64_t>(op)), a);
    if (m.raised(r)) return Flow::Raise;
    if (!m.guard_is(r, Value::undefined())) {  // an object of a plugged-in module
      m.set_reg(dst, r);
      return Flow::Next;
    }
  }
  return call_protocol(m, op, Action::Store, dst, a);
}

template <class M>
Flow op_Neg(M& m, Insn i) {
  typename M::Val a = m.reg(i.b);
  if (m.guard_int(a)) {
    typename M::Int r;
    if (m.sub_ov(m.int_constant(0), m.unbox_int(a), &r)) {
      m.set_int(i.a, r);
      return Flow::Next;
    }
  } else if (m.guard_float(a)) {
    m.set_float(i.a, m.fneg(m.unbox_float(a)));
    return Flow::Next;
  }
  return unary_slow(m, Protocol::Neg, i.a, a);
}

template <class M>
Flow op_Pos(M& m, Insn i) {
  typename M::Val a = m.reg(i.b);
  if (m.guard_int(a) || m.guard_float(a)) {
    m.set_reg(i.a, a);
    return Flow::Next;
  }
  return unary_slow(m, Protocol::Pos, i.a, a);
}

template <class M>
Flow op_Invert(M& m, Insn i) {
  typename M::Val a = m.reg(i.b);
  if (m.guard_int(a)) {
    m.set_int(i.a, m.invert(m.unbox_int(a)));
    return Flow::Next;
  }
  return unary_slow(m, Protocol::Invert, i.a, a);
}

}  // namespace hothouse::ops
