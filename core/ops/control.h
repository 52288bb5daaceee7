// Control flow: jumps, truth, loops and iteration.
#pragma once

#include "core/ops/common.h"
#include "core/ops/generators.h"

namespace hothouse::ops {

template <class M>
Flow op_Nop(M&, Insn) {
  return Flow::Next;
}
template <class M>
Flow op_Jump(M& m, Insn i) {
  m.jump(i.wide());
  return Flow::Next;
}
/// The machine decides what a back edge means: a safepoint, heat, the end of a recording.
template <class M>
Flow op_JumpBack(M& m, Insn i) {
  return m.back_edge(i.wide());
}

template <bool Sense, class M>
Flow jump_if(M& m, Insn i) {
  typename M::Val v = m.reg(i.a);
  bool known;
  bool t = truth(m, v, &known);
  if (!known) return call_protocol(m, Protocol::Truth, Action::Branch, 0, v);
  if (t == Sense) m.jump(i.imm_c());
  return Flow::Next;
}
template <class M>
Flow op_JumpTrue(M& m, Insn i) {
  return jump_if<true>(m, i);
}
template <class M>
Flow op_JumpFalse(M& m, Insn i) {
  return jump_if<false>(m, i);
}
template <class M>
Flow op_JumpNone(M& m, Insn i) {
  if (m.guard_is(m.reg(i.a), Value::none())) m.jump(i.imm_c());
  return Flow::Next;
}
template <class M>
Flow op_JumpNotNone(M& m, Insn i) {
  if (!m.guard_is(m.reg(i.a), Value::none())) m.jump(i.imm_c());
  return Flow::Next;
}
template <class M>
Flow op_JumpBound(M& m, Insn i) {
  if (!m.guard_is(m.reg(i.a), Value::undefined())) m.jump(i.imm_c());
  return Flow::Next;
}
template <class M>
Flow op_Truth(M& m, Insn i) {
  typename M::Val v = m.reg(i.b);
  bool known;
  bool t = truth(m, v, &known);
  if (!known) return call_protocol(m, Protocol::Truth, Action::Store, i.a, v);
  m.set_reg(i.a, m.constant(Value::boolean(t)));
  return Flow::Next;
}
template <class M>
Flow op_Not(M& m, Insn i) {
  typename M::Val v = m.reg(i.b);
  bool known;
  bool t = truth(m, v, &known);
  if (!known) return call_protocol(m, Protocol::Truth, Action::Not, i.a, v);
  m.set_reg(i.a, m.constant(Value::boolean(!t)));
  return Flow::Next;
}

template <class M>
Flow op_GetIter(M& m, Insn i);

template <class M>
Flow op_GetDelegate(M& m, Insn i) {
  typename M::Val v = m.reg(i.b);
  if (!(m.body()->flags & (kCodeIterableCoroutine | kCodeCoroutine)) && m.guard_ref(v) &&
      m.promote_kind(m.unbox_ref(v)) == Kind::Generator &&
      m.promote_map(m.unbox_ref(v)) == kMapCoroutine) {
    m.call(h::RaiseFromCoroutine{});
    return Flow::Raise;
  }
  return op_GetIter(m, i);
}

template <class M>
Flow op_GetIter(M& m, Insn i) {
  typename M::Val v = m.reg(i.b);
  if (m.guard_ref(v)) {
    typename M::Obj o = m.unbox_ref(v);
    switch (m.promote_kind(o)) {
      case Kind::Generator: {
        // A coroutine is no iterable, but for `yield from` of what stands in for one.
        const MapId map = m.promote_map(o);
        if (map == kMapAsyncGenerator ||
            (map == kMapCoroutine && !(m.body()->flags & kCodeIterableCoroutine))) {
          break;
        }
        m.set_reg(i.a, v);
        return Flow::Next;
      }
      case Kind::RangeIter:
      case Kind::ListIter:
      case Kind::TupleIter:
        m.set_reg(i.a, v);
        return Flow::Next;
      case Kind::List:
        m.set_reg(i.a, m.box_ref(m.new_seq_iter(Kind::ListIter, v)));
        return Flow::Next;
      case Kind::Tuple:
        m.set_reg(i.a, m.box_ref(m.new_seq_iter(Kind::TupleIter, v)));
        return Flow::Next;
      case Kind::Range: {
        typename M::Val start = m.template load<ir::Field::RangeStart>(o);
        typename M::Val step = m.template load<ir::Field::RangeStep>(o);
        typename M::Val length = m.template load<ir::Field::RangeLength>(o);
        if (m.guard_int(start) && m.guard_int(step) && m.guard_int(length)) {
          typename M::Int first = m.unbox_int(start), by = m.unbox_int(step);
          m.set_reg(i.a, m.box_ref(m.new_range_iter(first, by, m.unbox_int(length))));
          return Flow::Next;
        }
        break;
      }
      case Kind::Instance: {
        typename M::Val inner;
        if (plain_operand(m, o, NameId::Iter, &inner)) {
          const Kind kind = m.promote_kind(m.unbox_ref(inner));
          if (kind == Kind::List || kind == Kind::Tuple) {
            const Kind iterator = kind == Kind::List ? Kind::ListIter : Kind::TupleIter;
            m.set_reg(i.a, m.box_ref(m.new_seq_iter(iterator, inner)));
            return Flow::Next;
          }
        }
        return call_protocol(m, Protocol::Iter, Action::Store, i.a, v);
      }
      case Kind::Type:
      case Kind::External:
        return call_protocol(m, Protocol::Iter, Action::Store, i.a, v);
      default:
        break;
    }
  }
  typename M::Val r = m.call(h::GetIter{}, v);
  if (m.raised(r)) return Flow::Raise;
  m.set_reg(i.a, r);
  return Flow::Next;
}

/// Element `index` of a list whose map has been promoted, index in range.
template <class M>
typename M::Val list_element(M& m, MapId map, typename M::Obj list, typename M::Int index) {
  typename M::Obj items = m.template load_obj<ir::Field::ListItems>(list);
  switch (map) {
    case kMapListF64:
      return m.box_float(m.load_f64(items, index));
    case kMapListI64:
      return m.box_int(m.load_i64(items, index));
    case kMapListBool:
      return m.box_bool(m.ne(m.load_byte(items, index), m.int_constant(0)));
    default:
      return m.load_cells(items, index);
  }
}

template <class M>
Flow op_ForIter(M& m, Insn i) {
  typename M::Val it = m.reg(i.b);
  if (!m.guard_ref(it)) {
    typename M::Val r = m.call(h::RaiseNotIterator{}, it);
    return m.raised(r) ? Flow::Raise : Flow::Next;
  }
  typename M::Obj o = m.unbox_ref(it);
  switch (m.promote_kind(o)) {
    case Kind::RangeIter: {
      typename M::Int left = m.template load_int<ir::Field::RangeIterLeft>(o);
      if (!m.guard(m.gt(left, m.int_constant(0)))) break;
      typename M::Int next = m.template load_int<ir::Field::RangeIterNext>(o);
      typename M::Int step = m.template load_int<ir::Field::RangeIterStep>(o);
      m.template store_int<ir::Field::RangeIterNext>(o, m.add(next, step));
      m.template store_int<ir::Field::RangeIterLeft>(o, m.sub(left, m.int_constant(1)));
      m.set_int(i.a, next);
      return Flow::Next;
    }
    case Kind::ListIter: {
      typename M::Val source = m.template load<ir::Field::IterSource>(o);
      if (m.guard_is(source, Value::undefined())) break;
      typename M::Obj list = m.unbox_ref(source);
      typename M::Int index = m.template load_int<ir::Field::IterIndex>(o);
      MapId map = m.promote_map(list);
      typename M::Int length = m.template load_int<ir::Field::ListLength>(list);
      if (m.promote_map(o) == kMapListReverseIter) {
        typename M::Int next = m.sub(index, m.int_constant(1));
        if (!m.guard(m.ult(next, length))) {  // at its start, or the list has become shorter
          m.template store<ir::Field::IterSource>(o, m.constant(Value::undefined()));
          break;
        }
        m.template store_int<ir::Field::IterIndex>(o, next);
        m.set_reg(i.a, list_element(m, map, list, next));
        return Flow::Next;
      }
      if (!m.guard(m.lt(index, length))) {
        m.template store<ir::Field::IterSource>(o, m.constant(Value::undefined()));
        break;
      }
      m.template store_int<ir::Field::IterIndex>(o, m.add(index, m.int_constant(1)));
      m.set_reg(i.a, list_element(m, map, list, index));
      return Flow::Next;
    }
    case Kind::TupleIter: {
      typename M::Val source = m.template load<ir::Field::IterSource>(o);
      if (m.guard_is(source, Value::undefined())) break;
      typename M::Obj tuple = m.unbox_ref(source);
      typename M::Int index = m.template load_int<ir::Field::IterIndex>(o);
      if (!m.guard(m.lt(index, m.template load_int<ir::Field::TupleLength>(tuple)))) {
        m.template store<ir::Field::IterSource>(o, m.constant(Value::undefined()));
        break;
      }
      m.template store_int<ir::Field::IterIndex>(o, m.add(index, m.int_constant(1)));
      m.set_reg(i.a, m.load_tuple(tuple, index));
      return Flow::Next;
    }
    case Kind::Generator:
      return resume_generator(m, o, m.constant(Value::none()), Action::ForIter, i.a);
    case Kind::Instance:
    case Kind::CallIter:
    case Kind::Type:
    case Kind::External:
      return call_protocol(m, Protocol::Next, Action::ForIter, i.a, it);
    default: {
      typename M::Val v = m.call(h::IterNext{}, it);
      if (m.raised(v)) return Flow::Raise;
      if (m.guard_after_is(v, Value::exhausted(), i.a)) break;
      m.set_reg(i.a, v);
      return Flow::Next;
    }
  }
  m.jump(i.imm_c());
  return Flow::Next;
}

}  // namespace hothouse::ops
