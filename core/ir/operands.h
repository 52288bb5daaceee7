// Walking over the operands of ops: the one place that knows where they lie (in a, b, c, or, for
// ops with the Call flag, in Trace::args).
#pragma once

#include <cstring>

#include "core/ir/trace.h"

namespace hothouse::ir {

inline bool has_flag(const Ins& ins, OpFlags flag) { return info(ins.op).flags & flag; }

/// Number of operands in a, b, c. 0 for ops whose operands lie in Trace::args.
inline int fixed_operand_count(Op op) { return static_cast<int>(std::strlen(info(op).operands)); }

/// Calls f(Ref&) for every operand, in order.
template <class F>
void for_each_operand(Trace& trace, Ins& ins, F&& f) {
  if (has_flag(ins, Call)) {
    for (uint32_t i = 0; i < ins.b.index; ++i) f(trace.args[ins.a.index + i]);
    return;
  }
  int count = fixed_operand_count(ins.op);
  if (count > 0) f(ins.a);
  if (count > 1) f(ins.b);
  if (count > 2) f(ins.c);
}

/// The same, read only: f(Ref).
template <class F>
void for_each_operand(const Trace& trace, const Ins& ins, F&& f) {
  if (has_flag(ins, Call)) {
    for (uint32_t i = 0; i < ins.b.index; ++i) f(trace.args[ins.a.index + i]);
    return;
  }
  int count = fixed_operand_count(ins.op);
  if (count > 0) f(ins.a);
  if (count > 1) f(ins.b);
  if (count > 2) f(ins.c);
}

/// Number of operands of a store op (StoreField, StoreCells, ...): the last one is the value.
inline int store_operand_count(Op op) { return fixed_operand_count(op); }
inline Ref stored_value(const Ins& ins) { return fixed_operand_count(ins.op) == 3 ? ins.c : ins.b; }

/// Whether the place that a store op writes holds a Value. A pending store and a sunk one may have
/// an operand of another type there, which whoever performs the store boxes.
inline bool stores_boxed(Op op, uint32_t imm) {
  switch (op) {
    case Op::StoreInline:
    case Op::StoreCells:
    case Op::StoreTuple:
    case Op::StoreGen:
    case Op::SlotStore:
      return true;
    case Op::StoreField:
      return field_info(imm).type == Type::Value;
    default:
      return false;
  }
}

}  // namespace hothouse::ir
