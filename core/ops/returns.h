// Leaving a frame: what the caller does with the result (vm/frame.h: Action).
#pragma once

#include "core/ops/common.h"

namespace hothouse::ops {

template <class M>
Flow generator_over(M& m, typename M::Val value, Action action, uint16_t dst);

/// As call_protocol, for an instruction whose ReturnWord is already known.
template <class M>
Flow call_protocol_at(M& m, Protocol p, ReturnWord ret, typename M::Val v) {
  return call_protocol(m, p, ret.action, ret.dst, v);
}

/// Pops the current frame with a result.
template <class M>
Flow return_value(M& m, typename M::Val v) {
  ReturnWord ret = m.promote_return();
  switch (ret.action) {
    case Action::Store:
    case Action::Next:
    case Action::ForIter:
    case Action::Send:
      m.leave_frame(ret.pc);
      m.set_reg(ret.dst, v);
      return Flow::Frame;
    case Action::Discard:
      m.leave_frame(ret.pc);
      return Flow::Frame;
    case Action::Init:
      if (!m.guard_is(v, Value::none())) {
        m.leave_frame(ret.pc);
        m.call(h::RaiseInitResult{}, v);
        return Flow::Raise;
      }
      v = m.reg(kFrameExtra);
      m.leave_frame(ret.pc);
      m.set_reg(ret.dst, v);
      return Flow::Frame;
    case Action::Branch:
    case Action::Not: {
      bool known;
      bool t = truth(m, v, &known);
      if (!known) {
        // The method answered an object: ask the protocol for its truth, in this frame's place.
        m.leave_frame(ret.pc);
        return call_protocol_at(m, Protocol::Truth, ret, v);
      }
      m.leave_frame(ret.pc);
      if (ret.action == Action::Not) {
        m.set_reg(ret.dst, m.constant(Value::boolean(!t)));
      } else if (m.branch_sense() == t) {
        m.jump_previous();
      }
      return Flow::Frame;
    }
    case Action::Close: {  // the generator has yielded instead of ending
      typename M::Val generator = m.reg(kFrameExtra);
      m.leave_frame(ret.pc);
      m.call(h::RaiseIgnoredExit{}, generator);
      return Flow::Raise;
    }
    case Action::Spread: {
      typename M::Obj tuple = m.unbox_ref(v);
      uint32_t n = m.promote_int(m.template load_int<ir::Field::TupleLength>(tuple));
      m.leave_frame(ret.pc);
      for (uint32_t k = 0; k < n; k++) {
        m.set_reg(static_cast<int>(ret.dst + k), m.load_tuple(tuple, m.int_constant(k)));
      }
      return Flow::Frame;
    }
    case Action::Retry:
      m.leave_frame(ret.pc);
      m.set_reg(ret.dst, v);
      m.set_pc(m.previous_instruction());
      return Flow::Frame;
    case Action::Exit:
      return m.exit_frame(v);
    case Action::Observed:
      return m.leave_observed(&v) ? return_value(m, v) : Flow::Raise;
  }
  return Flow::Exit;
}

/// A generator's frame returned: the iteration is over.
template <class M>
Flow return_finished(M& m, typename M::Val v) {
  ReturnWord ret = m.promote_return();
  switch (ret.action) {
    case Action::Exit:
      return m.exit_frame(v);
    case Action::Observed:
      return m.leave_observed(&v) ? return_finished(m, v) : Flow::Raise;
    case Action::Close:
      m.leave_frame(ret.pc);
      m.set_reg(ret.dst, m.constant(Value::none()));
      return Flow::Frame;
    case Action::ForIter:
    case Action::Send:
      m.leave_frame(ret.pc);
      (void)generator_over(m, v, ret.action, ret.dst);
      return Flow::Frame;
    default:
      m.leave_frame(ret.pc);
      return generator_over(m, v, Action::Next, ret.dst);
  }
}

}  // namespace hothouse::ops
