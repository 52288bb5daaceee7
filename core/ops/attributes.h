// Attributes: loads, stores and method lookups through inline caches and maps.
//
// Machine::attribute_plan answers how an attribute of this very object is reached, as a promoted
// constant: the Evaluator reads it from the instruction's inline cache when the object's map (or,
// for classes and modules, identity) is the cached one; the Recorder records that guard. The
// caches are flushed when a class changes, so a plan needs no other test.
#pragma once

#include "core/ops/common.h"
#include "core/vm/attribute_plan.h"

namespace hothouse::ops {

template <class M>
Flow load_attr_generic(M& m, uint16_t dst, typename M::Val o, Value name) {
  return call_protocol(m, Protocol::GetAttr, Action::Store, dst, o, m.constant(name));
}

template <class M>
typename M::Val load_overflow(M& m, typename M::Obj o, uint32_t index) {
  typename M::Obj cells = m.unbox_ref(m.template load<ir::Field::InstanceOverflow>(o));
  return m.load_cells(cells, m.int_constant(index));
}

/// The function in a static or class method.
template <class M>
typename M::Val method_function(M& m, const AttributePlan& plan) {
  return m.template load<ir::Field::StaticFunction>(m.unbox_ref(m.load_name_cell(plan.cell)));
}

/// What a class method that is found in `v` is bound to.
template <class M>
typename M::Val method_class(M& m, const AttributePlan& plan, typename M::Val v) {
  return plan.kind == PlanKind::OfThis ? v : m.class_of(v);
}

/// The field of a named tuple that a property reads. False: it does something else.
template <class M>
bool tuple_field(M& m, typename M::Val property, typename M::Val v, typename M::Val* field) {
  uint32_t index;
  typename M::Val inner;
  if (!m.tuple_field(property, &index) || !m.guard_ref(v)) return false;
  typename M::Obj o = m.unbox_ref(v);
  if (m.promote_kind(o) != Kind::Instance) return false;
  if (!plain_operand(m, o, NameId::GetItem, &inner)) return false;
  typename M::Obj tuple = m.unbox_ref(inner);
  if (m.promote_kind(tuple) != Kind::Tuple) return false;
  typename M::Int length = m.template load_int<ir::Field::TupleLength>(tuple);
  if (!m.guard(m.lt(m.int_constant(index), length))) return false;
  *field = m.load_tuple(tuple, m.int_constant(index));
  return true;
}

template <class M>
Flow op_LoadAttr(M& m, Insn i) {
  typename M::Val v = m.reg(i.b);
  Value name = m.body()->names[i.c];
  AttributePlan plan = m.attribute_plan(v, name);
  switch (plan.kind) {
    case PlanKind::Inline:
      m.set_reg(i.a, plan.floats_only ? m.load_inline_float(m.unbox_ref(v), plan.slot)
                                      : m.load_inline(m.unbox_ref(v), plan.slot));
      return Flow::Next;
    case PlanKind::Overflow:
      m.set_reg(i.a, load_overflow(m, m.unbox_ref(v), plan.slot));
      return Flow::Next;
    case PlanKind::ClassValue:
      m.set_reg(i.a, m.load_name_cell(plan.cell));
      return Flow::Next;
    case PlanKind::Method:
      m.set_reg(i.a, m.call(h::MakeBound{}, m.load_name_cell(plan.cell), v));
      return Flow::Next;
    case PlanKind::Static:
      m.set_reg(i.a, method_function(m, plan));
      return Flow::Next;
    case PlanKind::OfClass:
    case PlanKind::OfThis: {
      typename M::Val f = method_function(m, plan);
      m.set_reg(i.a, m.call(h::MakeBound{}, f, method_class(m, plan, v)));
      return Flow::Next;
    }
    case PlanKind::Getter: {
      typename M::Val property = m.load_name_cell(plan.cell);
      Value getter = m.property_getter(property);
      if (!getter.is_undefined()) {  // a Python function of one argument
        uint32_t w = free_window(m);
        if (!m.check_window(w, 1)) return Flow::Raise;
        m.set_reg(static_cast<int>(w + kFrameHeader), v);
        return call_function_value(m, getter, w, Action::Store, i.a);
      }
      typename M::Val field;
      if (tuple_field(m, property, v, &field)) {
        m.set_reg(i.a, field);
        return Flow::Next;
      }
      return load_attr_generic(m, i.a, v, name);
    }
    case PlanKind::Leaf: {
      // super().name may be a property; methods, which are what super() is for, need no call.
      if (plan.of_super && i.op != Op::LoadMethod) return load_attr_generic(m, i.a, v, name);
      typename M::Val r = plan.moves_map ? m.call(h::GetInstanceDict{}, v, m.constant(name))
                                         : m.call(h::GetAttribute{}, v, m.constant(name));
      if (m.raised(r)) return Flow::Raise;
      m.set_reg(i.a, r);
      return Flow::Next;
    }
    case PlanKind::Generic:
      break;
  }
  return load_attr_generic(m, i.a, v, name);
}

template <class M>
Flow op_LoadMethod(M& m, Insn i) {
  typename M::Val v = m.reg(i.b);
  AttributePlan plan = m.attribute_plan(v, m.body()->names[i.c]);
  if (plan.kind == PlanKind::Method) {
    m.set_reg(i.a + kFrameHeader, v);
    m.set_reg(i.a, m.load_name_cell(plan.cell));
    return Flow::Next;
  }
  if (plan.kind == PlanKind::OfClass || plan.kind == PlanKind::OfThis) {
    m.set_reg(i.a + kFrameHeader, method_class(m, plan, v));
    m.set_reg(i.a, method_function(m, plan));
    return Flow::Next;
  }
  if (plan.of_super) {
    typename M::Obj super = m.unbox_ref(v);
    if (NameCell* cell = m.super_method(super, m.body()->names[i.c])) {
      m.set_reg(i.a + kFrameHeader, m.template load<ir::Field::SuperSelf>(super));
      m.set_reg(i.a, m.load_name_cell(cell));
      return Flow::Next;
    }
  }
  // Any other attribute is called as it is. The window's slot is marked first: a frame that the
  // load pushes lies above the window.
  m.set_reg(i.a + kFrameHeader, m.constant(Value::undefined()));
  return op_LoadAttr(m, i);
}

template <class M>
Flow op_LoadSpecialMethod(M& m, Insn i) {
  constexpr NameId kNames[] = {NameId::Enter, NameId::Exit, NameId::AsyncEnter, NameId::AsyncExit};
  typename M::Val v = m.reg(i.b);
  typename M::Val f;
  if (!m.special_method(v, m.special_name(kNames[i.c]), &f) || m.guard_is(f, Value::none())) {
    f = m.call(h::FindSpecial{}, v, m.int_constant(i.c));
    if (m.raised(f)) return Flow::Raise;
  }
  m.set_reg(i.a, f);
  m.set_reg(i.a + kFrameHeader, v);
  return Flow::Next;
}

template <class M>
Flow op_StoreAttr(M& m, Insn i) {
  typename M::Val o = m.reg(i.a), v = m.reg(i.c);
  Value name = m.body()->names[i.b];
  AttributePlan plan = m.store_plan(o, name, v);
  switch (plan.kind) {
    case PlanKind::Inline: {
      typename M::Obj obj = m.unbox_ref(o);
      if (plan.floats_only) m.guard_float(v);  // it is one: a trace relies on it staying so
      m.store_inline(obj, plan.slot, v);
      if (plan.next_map != 0) m.set_map(obj, plan.next_map);
      return Flow::Next;
    }
    case PlanKind::Overflow:
      m.store_cells(m.unbox_ref(m.template load<ir::Field::InstanceOverflow>(m.unbox_ref(o))),
                    m.int_constant(plan.slot), v);
      return Flow::Next;
    case PlanKind::Leaf: {
      typename M::Val r = m.call(h::SetAttribute{}, o, m.constant(name), v);
      return m.raised(r) ? Flow::Raise : Flow::Next;
    }
    default:
      return call_protocol(m, Protocol::SetAttr, Action::Discard, 0, o, m.constant(name), v);
  }
}

template <class M>
Flow op_DeleteAttr(M& m, Insn i) {
  return call_protocol(m, Protocol::DelAttr, Action::Discard, 0, m.reg(i.a),
                       m.constant(m.body()->names[i.b]));
}

}  // namespace hothouse::ops
