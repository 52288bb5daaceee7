// Machine as a concept of C++: what machine.h says of a machine in words, for the compiler.
//
// It checks the heart of the contract - the opaque types, what may be branched on, and that
// arithmetic and comparisons answer opaque values - rather than every primitive; a primitive that
// is missing is found where a template is instantiated. The evaluator and the recorder assert it
// where their handlers are made, the opaque machine in opaque_machine.cpp.
#pragma once

#include <concepts>

#include "core/ops/machine.h"

namespace hothouse::ops {

template <class M>
concept Machine = requires(M& m, typename M::Val v, typename M::Int i, typename M::Flt f,
                           typename M::Bool b, typename M::Obj o, Value known, uint32_t n) {
  // Registers and constants.
  { m.reg(0) } -> std::same_as<typename M::Val>;
  m.set_reg(0, v);
  m.set_int(0, i);
  m.set_float(0, f);
  m.set_bool(0, b);
  { m.constant(known) } -> std::same_as<typename M::Val>;
  { m.int_constant(0) } -> std::same_as<typename M::Int>;
  { m.float_constant(0.0) } -> std::same_as<typename M::Flt>;
  // All that may be branched on.
  { m.guard_int(v) } -> std::same_as<bool>;
  { m.guard_float(v) } -> std::same_as<bool>;
  { m.guard_ref(v) } -> std::same_as<bool>;
  { m.guard_bool(v) } -> std::same_as<bool>;
  { m.guard_is(v, known) } -> std::same_as<bool>;
  { m.guard_after_is(v, known) } -> std::same_as<bool>;
  { m.guard(b) } -> std::same_as<bool>;
  { m.raised(v) } -> std::same_as<bool>;
  { m.promote(v) } -> std::same_as<Value>;
  { m.promote_int(i) } -> std::same_as<uint32_t>;
  { m.promote_map(o) } -> std::same_as<MapId>;
  { m.promote_kind(o) } -> std::same_as<Kind>;
  { m.promote_tag(v) } -> std::same_as<Tag>;
  { m.promote_return() } -> std::same_as<ReturnWord>;
  { m.add_ov(i, i, &i) } -> std::same_as<bool>;
  // Boxing.
  { m.unbox_int(v) } -> std::same_as<typename M::Int>;
  { m.unbox_float(v) } -> std::same_as<typename M::Flt>;
  { m.unbox_ref(v) } -> std::same_as<typename M::Obj>;
  { m.unbox_bool(v) } -> std::same_as<typename M::Bool>;
  { m.box_int(i) } -> std::same_as<typename M::Val>;
  { m.box_float(f) } -> std::same_as<typename M::Val>;
  { m.box_ref(o) } -> std::same_as<typename M::Val>;
  { m.box_bool(b) } -> std::same_as<typename M::Val>;
  // Arithmetic and comparisons stay opaque.
  { m.add(i, i) } -> std::same_as<typename M::Int>;
  { m.lt(i, i) } -> std::same_as<typename M::Bool>;
  { m.fadd(f, f) } -> std::same_as<typename M::Flt>;
  { m.flt(f, f) } -> std::same_as<typename M::Bool>;
  { m.same(v, v) } -> std::same_as<typename M::Bool>;
  // Memory.
  { m.load_inline(o, n) } -> std::same_as<typename M::Val>;
  { m.load_inline_float(o, n) } -> std::same_as<typename M::Val>;
  m.store_inline(o, n, v);
  { m.load_cells(o, i) } -> std::same_as<typename M::Val>;
  // Control.
  m.jump(0);
  m.enter_frame(m.body(), n);
  m.leave_frame(n);
  { m.exit_frame(v) } -> std::same_as<Flow>;
  { m.back_edge(0) } -> std::same_as<Flow>;
};

}  // namespace hothouse::ops
