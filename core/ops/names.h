// Names: globals of the module, built-ins behind them, and the names of class bodies.
//
// A global is a NameCell. While it has been assigned only once a trace embeds its value; after
// the second assignment it is loaded from the cell (Machine::load_name_cell).
#pragma once

#include "core/ops/common.h"

namespace hothouse::ops {

template <class M>
Flow op_LoadGlobal(M& m, Insn i) {
  NameCell* cell = m.global_cell(i.b);  // the module's, or else the built-ins'; null: NameError
  if (cell == nullptr) return Flow::Raise;
  typename M::Val v = m.load_name_cell(cell);
  if (m.guard_is(v, Value::undefined())) {  // deleted, or shadowing a built-in no longer
    v = m.call(h::LoadGlobalSlow{}, m.reg(kFrameFunction), m.constant(m.body()->names[i.b]));
    if (m.raised(v)) return Flow::Raise;
  }
  m.set_reg(i.a, v);
  return Flow::Next;
}
template <class M>
Flow op_StoreGlobal(M& m, Insn i) {
  m.store_global(i.a, m.reg(i.b));
  return Flow::Next;
}
template <class M>
Flow op_DeleteGlobal(M& m, Insn i) {
  typename M::Val r =
      m.call(h::DeleteGlobal{}, m.reg(kFrameFunction), m.constant(m.body()->names[i.a]));
  return m.raised(r) ? Flow::Raise : Flow::Next;
}

template <class M>
Flow op_LoadName(M& m, Insn i) {
  typename M::Val scope = m.reg(kFrameExtra), function = m.reg(kFrameFunction);
  typename M::Val r = m.call(h::LoadName{}, scope, function, m.constant(m.body()->names[i.b]));
  if (m.raised(r)) return Flow::Raise;
  m.set_reg(i.a, r);
  return Flow::Next;
}
template <class M>
Flow op_LoadClassFree(M& m, Insn i) {
  // The namespace may be anybody's mapping: what is asked of the cell is asked before it.
  bool unbound =
      m.guard_is(m.template load<ir::Field::CellValue>(free_cell(m, i.b)), Value::undefined());
  typename M::Val r =
      m.call(h::LoadClassName{}, m.reg(kFrameExtra), m.constant(m.body()->names[i.c]));
  if (m.raised(r)) return Flow::Raise;
  if (!m.guard_after_is(r, Value::undefined(), i.a)) {
    m.set_reg(i.a, r);
    return Flow::Next;
  }
  if (unbound) {
    m.call(h::RaiseUnboundCell{}, m.constant(m.body()->names[i.c]),
           m.constant(Value::from_object(m.function())));
    return Flow::Raise;
  }
  m.set_reg(i.a, m.template load<ir::Field::CellValue>(free_cell(m, i.b)));
  return Flow::Next;
}
template <class M>
Flow op_StoreName(M& m, Insn i) {
  typename M::Val scope = m.reg(kFrameExtra), v = m.reg(i.b);
  typename M::Val r = m.call(h::StoreName{}, scope, m.constant(m.body()->names[i.a]), v);
  return m.raised(r) ? Flow::Raise : Flow::Next;
}
template <class M>
Flow op_DeleteName(M& m, Insn i) {
  typename M::Val r = m.call(h::DeleteName{}, m.reg(kFrameExtra), m.constant(m.body()->names[i.a]));
  return m.raised(r) ? Flow::Raise : Flow::Next;
}

}  // namespace hothouse::ops
