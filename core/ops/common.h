// What several files of templates share: pushing a frame, protocol calls, truth.
#pragma once

#include "core/builtins/protocol.h"
#include "core/ops/helpers.h"
#include "core/ops/machine.h"

namespace hothouse::ops {

/// Fills the header of a frame whose function and registers stand in the window at `w`.
template <class M>
void fill_header(M& m, uint32_t w, Action action, uint16_t dst, typename M::Val extra) {
  ReturnWord ret{m.return_pc(), dst, action};
  m.set_reg(static_cast<int>(w) + 1, m.constant(ret.encode()));
  m.set_reg(static_cast<int>(w) + 2, m.constant(Value::small_int(w + kFrameHeader)));
  m.set_reg(static_cast<int>(w) + 3, extra);
}

/// Pushes the frame of a Function whose arguments stand, bound, in its window at `w`.
template <class M>
Flow push_frame(M& m, CodeBody* body, uint32_t w, Action action, uint16_t dst,
                typename M::Val extra) {
  if (!m.check_stack(body, w)) return Flow::Raise;
  fill_header(m, w, action, dst, extra);
  return m.enter_function(body, w + kFrameHeader);
}

/// The window above everything the current frame uses: for calls that bytecode does not spell out.
template <class M>
uint32_t free_window(M& m) {
  return m.body()->register_count;
}

template <class M>
Flow call_function_value(M& m, Value function, uint32_t w, Action action, uint16_t dst) {
  m.set_reg(static_cast<int>(w), m.constant(function));
  return push_frame(m, function.as<Function>()->body.get(), w, action, dst,
                    m.constant(Value::undefined()));
}

/// Calls a protocol function with these arguments.
template <class M, class... A>
Flow call_protocol(M& m, Protocol p, Action action, uint16_t dst, A... args) {
  uint32_t w = free_window(m);
  Value function = m.protocol(p);
  if (function.is_raised()) return Flow::Raise;
  int n = static_cast<int>(w + kFrameHeader);
  if (!m.check_window(w, sizeof...(A))) return Flow::Raise;
  (m.set_reg(n++, args), ...);
  return call_function_value(m, function, w, action, dst);
}

/// A new Dict with room for `expected` entries.
template <class M>
typename M::Val dict_for(M& m, uint32_t expected) {
  if (expected == 0) return m.box_ref(m.new_dict());
  return m.call(h::MakeDict{}, m.int_constant(expected));
}

/// What an instance of a subclass of tuple, list or dict wraps, into *inner, if the class leaves
/// `method` alone. The object's map has been promoted.
template <class M>
bool plain_operand(M& m, typename M::Obj o, NameId method, typename M::Val* inner) {
  if (!m.plain_wrapper(o, method)) return false;
  *inner = m.load_inline(o, kWrappedSlot);
  return m.guard_ref(*inner);
}

/// The truth of a value without calling Python. Sets *known to false when that is impossible;
/// otherwise answers whether it is true, as a branch.
template <class M>
bool truth(M& m, typename M::Val v, bool* known) {
  *known = true;
  switch (m.promote_tag(v)) {
    case Tag::True:
      return true;
    case Tag::False:
    case Tag::None:
      return false;
    case Tag::Int:
      return m.guard(m.ne(m.unbox_int(v), m.int_constant(0)));
    case Tag::Float:
      return m.guard(m.fne(m.unbox_float(v), m.float_constant(0.0)));
    case Tag::Undefined:
      return true;
    case Tag::Other:  // the truth of NotImplemented is deprecated, which is told in Python
      *known = false;
      return true;
    case Tag::Ref:
      break;
  }
  typename M::Obj o = m.unbox_ref(v);
  switch (m.promote_kind(o)) {
    case Kind::Str:
      return m.guard(m.ne(m.template load_int<ir::Field::StrLength>(o), m.int_constant(0)));
    case Kind::List:
      return m.guard(m.ne(m.template load_int<ir::Field::ListLength>(o), m.int_constant(0)));
    case Kind::Tuple:
      return m.guard(m.ne(m.template load_int<ir::Field::TupleLength>(o), m.int_constant(0)));
    case Kind::Dict:
      return m.guard(m.ne(m.template load_int<ir::Field::DictCount>(o), m.int_constant(0)));
    case Kind::Function:
    case Kind::BoundMethod:
    case Kind::Builtin:
    case Kind::Generator:
      return true;
    case Kind::Instance:
      if (!m.plain_truth(o)) {  // the class has __bool__ or __len__, or wraps a built-in
        *known = false;
        return true;
      }
      return true;
    case Kind::Type:
      if (!m.plain_truth(o)) {
        *known = false;
        return true;
      }
      return true;
    default:
      return m.guard(m.call(h::TruthBuiltin{}, v));
  }
}

}  // namespace hothouse::ops
