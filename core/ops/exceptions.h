// Exceptions: raising, and the bookkeeping of the exception being handled. Unwinding itself is
// the machine's (vm/unwind.h).
#pragma once

#include "core/ops/common.h"

namespace hothouse::ops {

template <class M>
Flow op_Raise(M& m, Insn i) {
  if (i.x == 0) {
    m.call(h::RaiseHandled{});
    return Flow::Raise;
  }
  typename M::Val raised = m.reg(i.a);
  typename M::Val cause = i.x == 2 ? m.reg(i.b) : m.constant(Value::undefined());
  m.call(h::RaiseValue{}, raised, cause);
  return Flow::Raise;
}
template <class M>
Flow op_Reraise(M& m, Insn i) {
  m.call(h::Reraise{}, m.reg(i.a));
  return Flow::Raise;
}
template <class M>
Flow op_EnterHandler(M& m, Insn i) {
  m.set_reg(i.a, m.call(h::SwapHandled{}, m.reg(i.b)));
  return Flow::Next;
}
template <class M>
Flow op_LeaveHandler(M& m, Insn i) {
  m.call(h::SwapHandled{}, m.reg(i.a));
  return Flow::Next;
}
template <class M>
Flow op_ExcMatch(M& m, Insn i) {
  typename M::Val raised = m.reg(i.b), wanted = m.reg(i.c);
  typename M::Val r = m.call(h::ExceptionMatches{}, raised, wanted);
  if (m.raised(r)) return Flow::Raise;
  m.set_reg(i.a, r);
  return Flow::Next;
}
template <class M>
Flow op_PrintExpr(M& m, Insn i) {
  typename M::Val r = m.call(h::PrintExpr{}, m.reg(i.a));
  return m.raised(r) ? Flow::Raise : Flow::Next;
}

}  // namespace hothouse::ops
