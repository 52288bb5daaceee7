// Which op boxes, unboxes and tests values of which type.
#pragma once

#include "core/ir/trace.h"

namespace hothouse::ir {

inline Op box_op(Type type) {
  return type == Type::I64   ? Op::BoxInt
         : type == Type::F64 ? Op::BoxFloat
         : type == Type::Ref ? Op::BoxRef
                             : Op::BoxBool;
}
inline Op unbox_op(Type type) {
  return type == Type::I64   ? Op::UnboxInt
         : type == Type::F64 ? Op::UnboxFloat
         : type == Type::Ref ? Op::UnboxRef
                             : Op::UnboxBool;
}
/// The guard that a Value is of that type.
inline Op type_guard(Type type) {
  return type == Type::I64   ? Op::GuardInt
         : type == Type::F64 ? Op::GuardFloat
         : type == Type::Ref ? Op::GuardRef
                             : Op::GuardBool;
}

inline bool is_box(Op op) {
  return op == Op::BoxInt || op == Op::BoxFloat || op == Op::BoxRef || op == Op::BoxBool;
}
inline bool is_unbox(Op op) {
  return op == Op::UnboxInt || op == Op::UnboxFloat || op == Op::UnboxRef || op == Op::UnboxBool;
}
/// Whether the op is a guard that a Value is of a type.
inline bool is_type_guard(Op op) {
  return op == Op::GuardInt || op == Op::GuardFloat || op == Op::GuardRef || op == Op::GuardBool;
}
/// Whether the op is a guard that a Value is not of a type.
inline bool is_negative_type_guard(Op op) {
  return op == Op::GuardNotInt || op == Op::GuardNotFloat || op == Op::GuardNotRef ||
         op == Op::GuardNotBool;
}

/// The type that a guard of either kind tests for, or that an op unboxes; Void of other ops.
inline Type type_of_guard(Op op) {
  switch (op) {
    case Op::GuardInt:
    case Op::GuardNotInt:
    case Op::UnboxInt:
      return Type::I64;
    case Op::GuardFloat:
    case Op::GuardNotFloat:
    case Op::UnboxFloat:
      return Type::F64;
    case Op::GuardRef:
    case Op::GuardNotRef:
    case Op::UnboxRef:
      return Type::Ref;
    case Op::GuardBool:
    case Op::GuardNotBool:
    case Op::UnboxBool:
      return Type::Bool;
    default:
      return Type::Void;
  }
}

}  // namespace hothouse::ir
