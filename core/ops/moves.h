// Moves: registers, constants, cells and closure variables.
#pragma once

#include "core/ops/common.h"

namespace hothouse::ops {

template <class M>
Flow op_Move(M& m, Insn i) {
  m.set_reg(i.a, m.reg(i.b));
  return Flow::Next;
}
template <class M>
Flow op_LoadConst(M& m, Insn i) {
  m.set_reg(i.a, m.constant(m.body()->constants[i.b]));
  return Flow::Next;
}
template <class M>
Flow op_LoadInt(M& m, Insn i) {
  m.set_reg(i.a, m.constant(Value::small_int(i.wide())));
  return Flow::Next;
}
template <class M>
Flow op_LoadSpecial(M& m, Insn i) {
  m.set_reg(i.a, m.constant(Value::special(static_cast<Value::Special>(i.b))));
  return Flow::Next;
}
template <class M>
Flow op_LoadIntrinsic(M& m, Insn i) {
  Value f = m.intrinsic(static_cast<Intrinsic>(i.b));
  if (f.is_raised()) return Flow::Raise;
  m.set_reg(i.a, m.constant(f));
  return Flow::Next;
}

template <class M>
Flow op_CheckBound(M& m, Insn i) {
  if (!m.guard_is(m.reg(i.a), Value::undefined())) return Flow::Next;
  m.call(h::RaiseUnboundLocal{}, m.constant(m.body()->names[i.b]));
  return Flow::Raise;
}
template <class M>
Flow op_DeleteLocal(M& m, Insn i) {
  if (m.guard_is(m.reg(i.a), Value::undefined())) {
    m.call(h::RaiseUnboundLocal{}, m.constant(m.body()->names[i.b]));
    return Flow::Raise;
  }
  m.set_reg(i.a, m.constant(Value::undefined()));
  return Flow::Next;
}

template <class M>
Flow op_Finalize(M& m, Insn) {
  if (!m.guard(m.ne(m.call(h::FinalizationPays{}), m.int_constant(0)))) return Flow::Next;
  return call_protocol(m, Protocol::Finalize, Action::Discard, 0);
}

template <class M>
Flow op_MakeCell(M& m, Insn i) {
  m.set_reg(i.a, m.box_ref(m.new_cell(m.reg(i.a))));
  return Flow::Next;
}

template <class M>
Flow load_cell(M& m, uint16_t dst, typename M::Obj cell, uint16_t name) {
  typename M::Val v = m.template load<ir::Field::CellValue>(cell);
  if (m.guard_is(v, Value::undefined())) {
    m.call(h::RaiseUnboundCell{}, m.constant(m.body()->names[name]),
           m.constant(Value::from_object(m.function())));
    return Flow::Raise;
  }
  m.set_reg(dst, v);
  return Flow::Next;
}
template <class M>
Flow delete_cell(M& m, typename M::Obj cell, uint16_t name) {
  if (m.guard_is(m.template load<ir::Field::CellValue>(cell), Value::undefined())) {
    m.call(h::RaiseUnboundCell{}, m.constant(m.body()->names[name]),
           m.constant(Value::from_object(m.function())));
    return Flow::Raise;
  }
  m.template store<ir::Field::CellValue>(cell, m.constant(Value::undefined()));
  return Flow::Next;
}
/// Cell number `index` of the running function's closure.
template <class M>
typename M::Obj free_cell(M& m, uint16_t index) {
  typename M::Obj f = m.unbox_ref(m.reg(kFrameFunction));
  typename M::Obj closure = m.unbox_ref(m.template load<ir::Field::FunctionClosure>(f));
  return m.unbox_ref(m.load_tuple(closure, m.int_constant(index)));
}

template <class M>
Flow op_LoadCell(M& m, Insn i) {
  return load_cell(m, i.a, m.unbox_ref(m.reg(i.b)), i.c);
}
template <class M>
Flow op_StoreCell(M& m, Insn i) {
  typename M::Obj cell = m.unbox_ref(m.reg(i.a));
  m.template store<ir::Field::CellValue>(cell, m.reg(i.b));
  return Flow::Next;
}
template <class M>
Flow op_DeleteCell(M& m, Insn i) {
  return delete_cell(m, m.unbox_ref(m.reg(i.a)), i.b);
}
template <class M>
Flow op_LoadFree(M& m, Insn i) {
  return load_cell(m, i.a, free_cell(m, i.b), i.c);
}
template <class M>
Flow op_StoreFree(M& m, Insn i) {
  typename M::Obj cell = free_cell(m, i.a);
  m.template store<ir::Field::CellValue>(cell, m.reg(i.b));
  return Flow::Next;
}
template <class M>
Flow op_DeleteFree(M& m, Insn i) {
  return delete_cell(m, free_cell(m, i.a), i.b);
}
template <class M>
Flow op_LoadFreeCell(M& m, Insn i) {
  m.set_reg(i.a, m.box_ref(free_cell(m, i.b)));
  return Flow::Next;
}

}  // namespace hothouse::ops
