// Generators: a suspended frame is copied out of and into the VM stack, so that a trace sees the
// copies as loads and stores which it forwards and puts off: an inlined generator costs nothing.
#pragma once

#include "core/ops/common.h"
#include "core/ops/returns.h"

namespace hothouse::ops {

/// Resumes a generator with `sent`. `action` tells what its next result means.
template <class M>
Flow resume_generator(M& m, typename M::Obj gen, typename M::Val sent, Action action,
                      uint16_t dst) {
  switch (m.promote_gen_state(gen)) {
    case GenState::Running:
      m.call(h::RaiseGeneratorRunning{}, m.box_ref(gen));
      return Flow::Raise;
    case GenState::Finished:
      if (is_awaited_once(m.promote_map(gen))) {
        m.call(h::RaiseAwaited{}, m.box_ref(gen));
        return Flow::Raise;
      }
      return generator_over(m, m.constant(Value::none()), action, dst);
    case GenState::Created:
    case GenState::Suspended:
      break;
  }
  typename M::Val function = m.template load<ir::Field::GenFunction>(gen);
  CodeBody* body = m.promote_body(m.unbox_ref(function));
  uint32_t pc = m.promote_pc(m.template load<ir::Field::GenResumePc>(gen));
  uint32_t w = free_window(m);
  if (!m.check_stack(body, w)) return Flow::Raise;
  // Behind a Yield the registers below its c are live, and its a receives what is sent; a
  // generator that has not started has its parameters.
  Insn yield = body->words[pc - 1].insn;
  bool started = yield.op != Op::StartGenerator;
  uint32_t live = started ? yield.c : body->parameter_count();
  for (uint32_t k = 0; k < live; k++) {
    m.set_reg(static_cast<int>(w + kFrameHeader + k), m.load_gen(gen, k));
  }
  if (started) m.set_reg(static_cast<int>(w + kFrameHeader + yield.a), sent);
  m.store_aux(gen, static_cast<uint16_t>(GenState::Running));
  m.set_reg(static_cast<int>(w), function);
  fill_header(m, w, action, dst, m.box_ref(gen));
  m.enter_frame(body, w + kFrameHeader);
  m.set_pc(pc);
  return Flow::Frame;
}

/// A generator has nothing more: what that means to who resumed it.
template <class M>
Flow generator_over(M& m, typename M::Val value, Action action, uint16_t dst) {
  switch (action) {
    case Action::ForIter:
      m.jump_previous();
      return Flow::Next;
    case Action::Send:
      m.set_reg(dst, value);
      m.jump_previous();
      return Flow::Next;
    default:
      m.call(h::RaiseStopIteration{}, value);
      return Flow::Raise;
  }
}

template <class M>
Flow op_StartGenerator(M& m, Insn) {
  typename M::Obj gen = m.new_generator();
  if (m.body()->flags & kCodeClosing) m.call(h::NoteGenerator{}, m.box_ref(gen));
  uint32_t count = m.body()->parameter_count();
  for (uint32_t k = 0; k < count; k++) m.store_gen(gen, k, m.reg(static_cast<int>(k)));
  return return_value(m, m.box_ref(gen));
}

template <class M>
Flow op_Yield(M& m, Insn i) {
  typename M::Obj gen = m.unbox_ref(m.reg(kFrameExtra));
  typename M::Val value = m.reg(i.b);
  for (uint32_t k = 0; k < i.c; k++) m.store_gen(gen, k, m.reg(static_cast<int>(k)));
  m.template store<ir::Field::GenResumePc>(gen, m.constant(Value::small_int(m.next_pc())));
  m.store_aux(gen, static_cast<uint16_t>(GenState::Suspended));
  return return_value(m, value);
}

template <class M>
Flow op_Send(M& m, Insn i) {
  typename M::Val it = m.reg(i.b), sent = m.reg(i.a);
  if (m.guard_ref(it)) {
    typename M::Obj o = m.unbox_ref(it);
    if (m.promote_kind(o) == Kind::Generator) {
      return resume_generator(m, o, sent, Action::Send, i.a);
    }
  }
  return call_protocol(m, Protocol::Send, Action::Send, i.a, it, sent);
}

}  // namespace hothouse::ops
