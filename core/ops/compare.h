// Comparisons, identity, membership, and the jumps fused with them.
#pragma once

#include "core/objects/verdict.h"
#include "core/ops/arithmetic.h"
#include "core/ops/common.h"

namespace hothouse::ops {

template <CompareOp K, class M>
typename M::Bool compare_int(M& m, typename M::Int x, typename M::Int y) {
  if constexpr (K == CompareOp::Lt) return m.lt(x, y);
  if constexpr (K == CompareOp::Le) return m.le(x, y);
  if constexpr (K == CompareOp::Eq) return m.eq(x, y);
  if constexpr (K == CompareOp::Ne) return m.ne(x, y);
  if constexpr (K == CompareOp::Gt) return m.gt(x, y);
  if constexpr (K == CompareOp::Ge) return m.ge(x, y);
}
template <CompareOp K, class M>
typename M::Bool compare_float(M& m, typename M::Flt x, typename M::Flt y) {
  if constexpr (K == CompareOp::Lt) return m.flt(x, y);
  if constexpr (K == CompareOp::Le) return m.fle(x, y);
  if constexpr (K == CompareOp::Eq) return m.feq(x, y);
  if constexpr (K == CompareOp::Ne) return m.fne(x, y);
  if constexpr (K == CompareOp::Gt) return m.fgt(x, y);
  if constexpr (K == CompareOp::Ge) return m.fge(x, y);
}
constexpr Protocol protocol_of(CompareOp op) {
  return static_cast<Protocol>(static_cast<int>(Protocol::Lt) + static_cast<int>(op));
}

/// Numbers inline. True when *r is set.
template <CompareOp K, class M>
bool compare_numbers(M& m, typename M::Val a, typename M::Val b, typename M::Bool* r) {
  if (m.guard_both_int(a, b)) {
    typename M::Int x = m.unbox_int(a), y = m.unbox_int(b);
    *r = compare_int<K>(m, x, y);
    return true;
  }
  if (m.guard_float(a)) {
    if (m.guard_float(b)) {
      typename M::Flt x = m.unbox_float(a), y = m.unbox_float(b);
      *r = compare_float<K>(m, x, y);
      return true;
    }
    if (m.guard_int(b) && m.fits_double(b)) {
      typename M::Flt x = m.unbox_float(a), y = m.int_to_float(m.unbox_int(b));
      *r = compare_float<K>(m, x, y);
      return true;
    }
  } else if (m.guard_int(a) && m.guard_float(b) && m.fits_double(a)) {
    typename M::Flt x = m.int_to_float(m.unbox_int(a)), y = m.unbox_float(b);
    *r = compare_float<K>(m, x, y);
    return true;
  }
  return false;
}

/// Two strings, of which nothing can change. True when *r is set.
template <CompareOp K, class M>
bool compare_strings(M& m, typename M::Val a, typename M::Val b, typename M::Bool* r) {
  if (!m.guard_ref(a) || !m.guard_ref(b)) return false;
  if (m.promote_kind(m.unbox_ref(a)) != Kind::Str) return false;
  if (m.promote_kind(m.unbox_ref(b)) != Kind::Str) return false;
  if constexpr (K == CompareOp::Eq) {
    *r = m.call(h::StrEqual{}, a, b);
  } else if constexpr (K == CompareOp::Ne) {
    *r = m.bool_not(m.call(h::StrEqual{}, a, b));
  } else {
    *r = compare_int<K>(m, m.call(h::StrCompare{}, a, b), m.int_constant(0));
  }
  return true;
}

/// Built-in values by a helper, which answers undefined when Python must decide.
template <CompareOp K, class M>
bool compare_builtin(M& m, typename M::Val a, typename M::Val b, typename M::Val* r) {
  if (!is_builtin_operand(m, a) || !is_builtin_operand(m, b)) return false;
  *r = m.call(h::CompareBuiltin{}, m.int_constant(static_cast<int64_t>(K)), a, b);
  return true;
}

template <CompareOp K, class M>
Flow compare(M& m, uint16_t dst, typename M::Val a, typename M::Val b) {
  typename M::Bool r;
  if (compare_numbers<K>(m, a, b, &r) || compare_strings<K>(m, a, b, &r)) {
    m.set_bool(dst, r);
    return Flow::Next;
  }
  typename M::Val v;
  if (compare_builtin<K>(m, a, b, &v)) {
    if (m.raised(v)) return Flow::Raise;
    if (!m.guard_is(v, Value::undefined())) {
      m.set_reg(dst, v);
      return Flow::Next;
    }
  }
  return call_protocol(m, protocol_of(K), Action::Store, dst, a, b);
}

template <CompareOp K, bool Sense, class M>
Flow compare_jump(M& m, Insn i, typename M::Val a, typename M::Val b) {
  typename M::Bool r;
  if (compare_numbers<K>(m, a, b, &r) || compare_strings<K>(m, a, b, &r)) {
    if (m.guard(r) == Sense) m.jump(i.imm_c());
    return Flow::Next;
  }
  typename M::Val v;
  if (compare_builtin<K>(m, a, b, &v)) {
    if (m.raised(v)) return Flow::Raise;
    if (!m.guard_is(v, Value::undefined())) {
      if (m.guard_is(v, Value::true_value()) == Sense) m.jump(i.imm_c());
      return Flow::Next;
    }
  }
  return call_protocol(m, protocol_of(K), Action::Branch, 0, a, b);
}

#define HH_COMPARE(K)                                                                  \
  template <class M>                                                                   \
  Flow op_##K(M& m, Insn i) {                                                          \
    typename M::Val a = m.reg(i.b), b = m.reg(i.c);                                    \
    return compare<CompareOp::K>(m, i.a, a, b);                                        \
  }                                                                                    \
  template <class M>                                                                   \
  Flow op_Jump##K(M& m, Insn i) {                                                      \
    typename M::Val a = m.reg(i.a), b = m.reg(i.b);                                    \
    return compare_jump<CompareOp::K, true>(m, i, a, b);                               \
  }                                                                                    \
  template <class M>                                                                   \
  Flow op_JumpNot##K(M& m, Insn i) {                                                   \
    typename M::Val a = m.reg(i.a), b = m.reg(i.b);                                    \
    return compare_jump<CompareOp::K, false>(m, i, a, b);                              \
  }                                                                                    \
  template <class M>                                                                   \
  Flow op_Jump##K##I(M& m, Insn i) {                                                   \
    return compare_jump<CompareOp::K, true>(m, i, m.reg(i.a),                          \
                                            m.constant(Value::small_int(i.imm_b())));  \
  }                                                                                    \
  template <class M>                                                                   \
  Flow op_JumpNot##K##I(M& m, Insn i) {                                                \
    return compare_jump<CompareOp::K, false>(m, i, m.reg(i.a),                         \
                                             m.constant(Value::small_int(i.imm_b()))); \
  }
HH_COMPARE(Lt)
HH_COMPARE(Le)
HH_COMPARE(Eq)
HH_COMPARE(Ne)
HH_COMPARE(Gt)
HH_COMPARE(Ge)
#undef HH_COMPARE

template <class M>
Flow op_Is(M& m, Insn i) {
  typename M::Val a = m.reg(i.b), b = m.reg(i.c);
  m.set_bool(i.a, m.same(a, b));
  return Flow::Next;
}
template <class M>
Flow op_IsNot(M& m, Insn i) {
  typename M::Val a = m.reg(i.b), b = m.reg(i.c);
  m.set_bool(i.a, m.bool_not(m.same(a, b)));
  return Flow::Next;
}

template <class M>
Flow contains(M& m, Insn i, bool negate) {
  typename M::Val item = m.reg(i.b), container = m.reg(i.c), plain = container;
  if (is_builtin_operand(m, container) ||
      plain_operand(m, m.unbox_ref(container), NameId::Contains, &plain)) {
    // undefined: an element or the item has a Python __eq__ or __hash__
    typename M::Val v = m.call(h::ContainsBuiltin{}, plain, item);
    if (m.raised(v)) return Flow::Raise;
    if (!m.guard_is(v, Value::undefined())) {
      if (negate) {
        m.set_bool(i.a, m.bool_not(m.unbox_bool(v)));
      } else {
        m.set_reg(i.a, v);
      }
      return Flow::Next;
    }
  }
  return call_protocol(m, negate ? Protocol::NotContains : Protocol::Contains, Action::Store, i.a,
                       container, item);
}
template <class M>
Flow op_In(M& m, Insn i) {
  return contains(m, i, false);
}
template <class M>
Flow op_NotIn(M& m, Insn i) {
  return contains(m, i, true);
}

}  // namespace hothouse::ops
