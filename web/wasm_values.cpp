// WasmLowering: numbers, boxing, guards. The table in front of each switch says which instruction
// an op is; what follows are the ops that need more than one.
#include "core/ir/operands.h"
#include "core/objects/value.h"
#include "web/wasm_lowering.h"

namespace hothouse::web {

using ir::Ins;
using ir::Op;
using ir::Ref;
using ir::Type;

namespace {

/// The instruction that does what an op of one or two operands does, or Unreachable.
Wasm simple(Op op) {
  switch (op) {
    case Op::Add:
      return Wasm::I64Add;
    case Op::Sub:
      return Wasm::I64Sub;
    case Op::Mul:
      return Wasm::I64Mul;
    case Op::And:
      return Wasm::I64And;
    case Op::Or:
      return Wasm::I64Or;
    case Op::Xor:
      return Wasm::I64Xor;
    case Op::Shl:
      return Wasm::I64Shl;
    case Op::Shr:
      return Wasm::I64ShrS;
    case Op::Ushr:
      return Wasm::I64ShrU;
    case Op::Eq:
    case Op::Same:
      return Wasm::I64Eq;
    case Op::Ne:
      return Wasm::I64Ne;
    case Op::Lt:
      return Wasm::I64LtS;
    case Op::Le:
      return Wasm::I64LeS;
    case Op::Gt:
      return Wasm::I64GtS;
    case Op::Ge:
      return Wasm::I64GeS;
    case Op::Ult:
      return Wasm::I64LtU;
    case Op::Fadd:
      return Wasm::F64Add;
    case Op::Fsub:
      return Wasm::F64Sub;
    case Op::Fmul:
      return Wasm::F64Mul;
    case Op::Fdiv:
      return Wasm::F64Div;
    case Op::Fneg:
      return Wasm::F64Neg;
    case Op::Fabs:
      return Wasm::F64Abs;
    case Op::Fsqrt:
      return Wasm::F64Sqrt;
    case Op::Ffloor:
      return Wasm::F64Floor;
    case Op::Fceil:
      return Wasm::F64Ceil;
    case Op::IntToFloat:
      return Wasm::F64ConvertI64S;
    case Op::Feq:
      return Wasm::F64Eq;
    case Op::Fne:
      return Wasm::F64Ne;
    case Op::Flt:
      return Wasm::F64Lt;
    case Op::Fle:
      return Wasm::F64Le;
    case Op::Fgt:
      return Wasm::F64Gt;
    case Op::Fge:
      return Wasm::F64Ge;
    case Op::Not:
      return Wasm::I32Eqz;
    case Op::BoolToInt:
      return Wasm::I64ExtendI32U;
    case Op::BoxRef:
      return Wasm::I64ExtendI32U;
    case Op::UnboxRef:
      return Wasm::I32WrapI64;
    default:
      return Wasm::Unreachable;
  }
}

}  // namespace

bool WasmLowering::int_constant(Ref ref, int64_t& n) const {
  if (!ref.is_constant() || trace_.type_of(ref) != Type::I64) return false;
  n = static_cast<int64_t>(trace_.constant(ref).bits);
  return true;
}

void WasmLowering::unary(uint32_t i, Wasm w) {
  push(ins(i).a);
  code_.op(w);
  set(i);
}

void WasmLowering::binary(uint32_t i, Wasm w) {
  push(ins(i).a);
  push(ins(i).b);
  code_.op(w);
  set(i);
}

bool WasmLowering::emit_number(uint32_t i) {
  const Ins& in = ins(i);
  if (Wasm w = simple(in.op); w != Wasm::Unreachable) {
    if (ir::fixed_operand_count(in.op) == 2) {
      binary(i, w);
    } else {
      unary(i, w);
    }
    return true;
  }
  switch (in.op) {
    case Op::Neg:
      code_.i64(0);
      push(in.a);
      code_.op(Wasm::I64Sub);
      set(i);
      return true;
    case Op::Invert:
      push(in.a);
      code_.i64(-1);
      code_.op(Wasm::I64Xor);
      set(i);
      return true;
    case Op::AddOv:
    case Op::SubOv:
      emit_overflowing(i);
      return true;
    case Op::MulOv:
      emit_multiply_overflowing(i);
      return true;
    case Op::FloorDiv:
    case Op::Mod:
      emit_division(i);
      return true;
    case Op::Select:
      push(in.a);
      push(in.b);
      push(in.c);
      code_.op(Wasm::Select);
      set(i);
      return true;
    default:
      return false;
  }
}

/// r = a + b overflows if r's sign differs from both: (a ^ r) & (b ^ r) < 0; a - b if a's differs
/// from b's and from r's. With a constant a comparison does.
void WasmLowering::emit_overflowing(uint32_t i) {
  const Ins& in = ins(i);
  bool is_add = in.op == Op::AddOv;
  binary(i, is_add ? Wasm::I64Add : Wasm::I64Sub);
  Ref a = in.a, b = in.b;
  if (is_add && a.is_constant()) std::swap(a, b);
  int64_t n;
  if (int_constant(b, n)) {
    bool grows = is_add ? n >= 0 : n < 0;
    code_.get(local(i));
    push(a);
    code_.op(grows ? Wasm::I64LtS : Wasm::I64GtS);
    return leave(in.snapshot);
  }
  push(a);
  if (is_add) {
    code_.get(local(i));
  } else {
    push(b);
  }
  code_.op(Wasm::I64Xor);
  if (is_add) {
    push(b);
  } else {
    push(a);
  }
  code_.get(local(i));
  code_.op(Wasm::I64Xor);
  code_.op(Wasm::I64And);
  code_.i64(0);
  code_.op(Wasm::I64LtS);
  leave(in.snapshot);
}

/// By a constant: a range of the other factor. Otherwise factors of 32 bits never overflow, and
/// for others a function is asked.
void WasmLowering::emit_multiply_overflowing(uint32_t i) {
  const Ins& in = ins(i);
  binary(i, Wasm::I64Mul);
  Ref a = in.a, b = in.b;
  if (a.is_constant()) std::swap(a, b);
  int64_t n;
  if (int_constant(b, n)) {
    if (n == 0 || n == 1) return;
    int64_t low, high;
    if (n == -1) {
      low = -INT64_MAX;
      high = INT64_MAX;
    } else {
      low = n > 0 ? INT64_MIN / n : INT64_MAX / n;
      high = n > 0 ? INT64_MAX / n : INT64_MIN / n;
    }
    push(a);
    code_.i64(low);
    code_.op(Wasm::I64Sub);
    code_.i64(static_cast<int64_t>(static_cast<uint64_t>(high) - static_cast<uint64_t>(low)));
    code_.op(Wasm::I64GtU);
    return leave(in.snapshot);
  }
  constexpr int64_t kHalf = int64_t{1} << 31;
  push(a);
  code_.i64(kHalf);
  code_.op(Wasm::I64Add);
  push(b);
  code_.i64(kHalf);
  code_.op(Wasm::I64Add);
  code_.op(Wasm::I64Or);
  code_.i64(32);
  code_.op(Wasm::I64ShrU);
  code_.op(Wasm::I64Eqz);
  code_.open(Wasm::If, WasmType::I32);
  code_.i32(0);
  code_.op(Wasm::Else);
  push(a);
  push(b);
  code_.i32(static_cast<int32_t>(places_.mul_overflows));
  code_.call_indirect(module_.type("ll", "i"));
  module_.use_table();
  code_.close();
  leave(in.snapshot);
}

/// Rounded down: the truncated quotient less one, the remainder plus b, if the remainder is not
/// zero and its sign is not b's.
void WasmLowering::emit_division(uint32_t i) {
  const Ins& in = ins(i);
  bool is_mod = in.op == Op::Mod;
  if (in.aux == ir::kOperandsNonNegative) {
    return binary(i, is_mod ? Wasm::I64RemU : Wasm::I64DivU);
  }
  int64_t n;
  if (int_constant(in.b, n) && n > 0) {
    // remainder >> 63 is -1 where it is negative.
    if ((n & (n - 1)) == 0) {
      push(in.a);
      code_.i64(is_mod ? n - 1 : __builtin_ctzll(static_cast<uint64_t>(n)));
      code_.op(is_mod ? Wasm::I64And : Wasm::I64ShrS);
      return set(i);
    }
    if (!is_mod) {
      push(in.a);
      push(in.b);
      code_.op(Wasm::I64DivS);
    }
    push(in.a);
    push(in.b);
    code_.op(Wasm::I64RemS);
    if (is_mod) {
      set(i);
      code_.get(local(i));
      code_.get(local(i));
    }
    code_.i64(63);
    code_.op(Wasm::I64ShrS);
    if (is_mod) {
      push(in.b);
      code_.op(Wasm::I64And);
    }
    code_.op(Wasm::I64Add);
    return set(i);
  }
  if (!is_mod) {
    push(in.a);
    push(in.b);
    code_.op(Wasm::I64DivS);
  }
  push(in.a);
  push(in.b);
  code_.op(Wasm::I64RemS);
  set(i);
  if (is_mod) {
    code_.get(local(i));
    push(in.b);
  } else {
    code_.i64(-1);
  }
  code_.i64(0);
  code_.get(local(i));
  push(in.b);
  code_.op(Wasm::I64Xor);
  code_.i64(0);
  code_.op(Wasm::I64LtS);
  code_.get(local(i));
  code_.i64(0);
  code_.op(Wasm::I64Ne);
  code_.op(Wasm::I32And);
  code_.op(Wasm::Select);
  code_.op(Wasm::I64Add);
  set(i);
}

bool WasmLowering::emit_float(uint32_t i) {
  const Ins& in = ins(i);
  constexpr double kLimit = 9223372036854775808.0;
  switch (in.op) {
    case Op::FloatToInt:
      push(in.a);
      code_.truncate_saturating();
      set(i);
      return true;
    case Op::FloatFits:
      push(in.a);
      code_.f64(-kLimit);
      code_.op(Wasm::F64Ge);
      push(in.a);
      code_.f64(kLimit);
      code_.op(Wasm::F64Lt);
      code_.op(Wasm::I32And);
      set(i);
      return true;
    default:
      return false;
  }
}

bool WasmLowering::emit_boxing(uint32_t i) {
  const Ins& in = ins(i);
  switch (in.op) {
    case Op::BoxInt: {
      bool fits = in.aux == ir::kBoxFits;
      if (!fits) {
        push(in.a);
        code_.i64(-Value::kMinInt);
        code_.op(Wasm::I64Add);
        code_.i64(Value::kIntBits);
        code_.op(Wasm::I64ShrU);
        code_.op(Wasm::I64Eqz);
        code_.open(Wasm::If, WasmType::I64);
      }
      push(in.a);
      code_.i64(static_cast<int64_t>(Value::kIntTag));
      code_.op(Wasm::I64Or);
      if (!fits) {
        code_.op(Wasm::Else);
        code_.i32(static_cast<int32_t>(places_.self));
        push(in.a);
        code_.i32(static_cast<int32_t>(places_.make_int));
        code_.call_indirect(module_.type("il", "l"));
        module_.use_table();
        code_.close();
      }
      set(i);
      return true;
    }
    case Op::BoxFloat:
      push(in.a);
      code_.op(Wasm::I64ReinterpretF64);
      code_.i64(static_cast<int64_t>(Value::kDoubleOffset));
      code_.op(Wasm::I64Add);
      set(i);
      return true;
    case Op::BoxBool:
      push(in.a);
      code_.op(Wasm::I64ExtendI32U);
      code_.i64(static_cast<int64_t>(Value::false_value().bits()));
      code_.op(Wasm::I64Add);
      set(i);
      return true;
    case Op::UnboxInt:
      push(in.a);
      code_.i64(64 - Value::kIntBits);
      code_.op(Wasm::I64Shl);
      code_.i64(64 - Value::kIntBits);
      code_.op(Wasm::I64ShrS);
      set(i);
      return true;
    case Op::UnboxFloat:
      push(in.a);
      code_.i64(static_cast<int64_t>(Value::kDoubleOffset));
      code_.op(Wasm::I64Sub);
      code_.op(Wasm::F64ReinterpretI64);
      set(i);
      return true;
    case Op::UnboxBool:
      push(in.a);
      code_.op(Wasm::I32WrapI64);
      code_.i32(1);
      code_.op(Wasm::I32And);
      set(i);
      return true;
    default:
      return false;
  }
}

bool WasmLowering::emit_guard(uint32_t i) {
  const Ins& in = ins(i);
  auto compare = [&](uint64_t bits, Wasm fails) {
    push(in.a);
    code_.i64(static_cast<int64_t>(bits));
    code_.op(fails);
    leave(in.snapshot);
    return true;
  };
  auto range = [&](Wasm fails) {
    push(in.a);
    code_.i64(static_cast<int64_t>(Value::kDoubleOffset));
    code_.op(Wasm::I64Sub);
    code_.i64(static_cast<int64_t>(Value::kMaxDoubleBits));
    code_.op(fails);
    leave(in.snapshot);
    return true;
  };
  auto boolean = [&](Wasm fails) {
    push(in.a);
    code_.i64(1);
    code_.op(Wasm::I64Or);
    code_.i64(static_cast<int64_t>(Value::true_value().bits()));
    code_.op(fails);
    leave(in.snapshot);
    return true;
  };
  auto identity = [&](Wasm fails) {
    push(in.a);
    push(in.b);
    code_.op(fails);
    leave(in.snapshot);
    return true;
  };
  auto map = [&](Wasm fails) {
    push(in.a);
    code_.memory(Wasm::I32Load, 0, 4);
    code_.i32(static_cast<int32_t>(in.imm));
    code_.op(fails);
    leave(in.snapshot);
    return true;
  };
  switch (in.op) {
    case Op::GuardInt:
      return compare(Value::kIntTag, Wasm::I64LtU);
    case Op::GuardNotInt:
      return compare(Value::kIntTag, Wasm::I64GeU);
    case Op::GuardFloat:
      return range(Wasm::I64GtU);
    case Op::GuardNotFloat:
      return range(Wasm::I64LeU);
    case Op::GuardRef:
      return compare(Value::kSpecialTag, Wasm::I64GeU);
    case Op::GuardNotRef:
      return compare(Value::kSpecialTag, Wasm::I64LtU);
    case Op::GuardBool:
      return boolean(Wasm::I64Ne);
    case Op::GuardNotBool:
      return boolean(Wasm::I64Eq);
    case Op::GuardIs:
      return identity(Wasm::I64Ne);
    case Op::GuardIsNot:
      return identity(Wasm::I64Eq);
    case Op::GuardMap:
      return map(Wasm::I32Ne);
    case Op::GuardNotMap:
      return map(Wasm::I32Eq);
    case Op::GuardTrue:
      push(in.a);
      code_.op(Wasm::I32Eqz);
      leave(in.snapshot);
      return true;
    case Op::GuardFalse:
      push(in.a);
      leave(in.snapshot);
      return true;
    case Op::GuardNoRaise:
      if (trace_.type_of(in.a) == Type::Value) return compare(Value::raised().bits(), Wasm::I64Eq);
      push(in.a);
      code_.op(Wasm::I32Eqz);
      leave(in.snapshot);
      return true;
    case Op::GuardValid:
    case Op::GuardUnit: {
      uint32_t word =
          in.op == Op::GuardUnit ? units_.valid_word(in.imm) : units_.valid_word(original_.unit);
      code_.i32(0);
      code_.memory(Wasm::I32Load, word, 4);
      code_.op(Wasm::I32Eqz);
      leave(in.snapshot);
      return true;
    }
    case Op::Safepoint:
      // state.nursery.cursor > state.nursery.soft
      code_.get(0);
      code_.memory(Wasm::I64Load, 0, 8);
      code_.get(0);
      code_.memory(Wasm::I64Load, 8, 8);
      code_.op(Wasm::I64GtU);
      leave(in.snapshot);
      return true;
    default:
      return false;
  }
}

}  // namespace hothouse::web
