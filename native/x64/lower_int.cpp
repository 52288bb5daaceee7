// Integers: arithmetic with immediates and memory operands, overflow checks, floor division.
#include "native/x64/lowering.h"

namespace hothouse::x64 {

using backend::DefKind;
using Xbyak::Operand;
using Xbyak::Reg64;

namespace {

bool is_power_of_two(int64_t x) { return x > 0 && (x & (x - 1)) == 0; }
int log2_of(int64_t x) { return 63 - __builtin_clzll(static_cast<uint64_t>(x)); }

/// q = (t * multiplier >> 64) >> shift for all t below 2^63: Granlund and Montgomery, "Division
/// by invariant integers using multiplication", PLDI 1994.
struct Magic {
  uint64_t multiplier;
  int shift;
};
Magic magic_of(int64_t divisor) {
  auto d = static_cast<uint64_t>(divisor);
  int l = 64 - __builtin_clzll(d - 1);  // ceil(log2 d)
  __extension__ using Wide = unsigned __int128;
  Wide numerator = Wide{1} << (63 + l);
  return {static_cast<uint64_t>(numerator / d) + 1, l - 1};
}

void binary(Emitter& e, ir::Op op, const Reg64& to, const Operand& from) {
  switch (op) {
    case ir::Op::Add:
    case ir::Op::AddOv:
      return e.c.add(to, from);
    case ir::Op::Sub:
    case ir::Op::SubOv:
      return e.c.sub(to, from);
    case ir::Op::And:
      return e.c.and_(to, from);
    case ir::Op::Or:
      return e.c.or_(to, from);
    case ir::Op::Xor:
      return e.c.xor_(to, from);
    default:
      return e.c.imul(to, from);
  }
}

void binary_immediate(Emitter& e, ir::Op op, const Reg64& to, int32_t value) {
  auto bits = static_cast<uint32_t>(value);
  switch (op) {
    case ir::Op::Add:
    case ir::Op::AddOv:
      return e.c.add(to, bits);
    case ir::Op::Sub:
    case ir::Op::SubOv:
      return e.c.sub(to, bits);
    case ir::Op::And:
      return e.c.and_(to, bits);
    case ir::Op::Or:
      return e.c.or_(to, bits);
    case ir::Op::Xor:
      return e.c.xor_(to, bits);
    default:
      return e.c.imul(to, to, value);
  }
}

}  // namespace

bool Lowering::lower_int(uint32_t i) {
  switch (ins(i).op) {
    case ir::Op::Add:
      lower_add(i);
      return true;
    case ir::Op::Sub:
    case ir::Op::And:
    case ir::Op::Or:
    case ir::Op::Xor:
      lower_binary(i);
      return true;
    case ir::Op::Mul:
      lower_multiply(i);
      return true;
    case ir::Op::AddOv:
    case ir::Op::SubOv:
    case ir::Op::MulOv:
      lower_overflow(i);
      return true;
    case ir::Op::FloorDiv:
    case ir::Op::Mod:
      lower_division(i);
      return true;
    case ir::Op::Shl:
    case ir::Op::Shr:
    case ir::Op::Ushr:
      lower_shift(i);
      return true;
    case ir::Op::Neg:
    case ir::Op::Invert:
    case ir::Op::Not: {
      ir::Op op = ins(i).op;
      NodeBuilder n = node(i);
      n.any(ins(i).a);
      n.result_same(i);
      n.emit([op](Emitter& e) {
        e.copy_first();
        if (op == ir::Op::Neg) e.c.neg(e.result());
        if (op == ir::Op::Invert) e.c.not_(e.result());
        if (op == ir::Op::Not) e.c.xor_(e.result().cvt32(), 1);
      });
      return true;
    }
    case ir::Op::Eq:
    case ir::Op::Ne:
    case ir::Op::Lt:
    case ir::Op::Le:
    case ir::Op::Gt:
    case ir::Op::Ge:
    case ir::Op::Ult:
    case ir::Op::Same:
      lower_compare(i);
      return true;
    default:
      return false;
  }
}

void Lowering::lower_add(uint32_t i) {
  Ref a = ins(i).a, b = ins(i).b;
  int32_t value;
  if (immediate(a, value)) std::swap(a, b);
  if (immediate(b, value)) {
    NodeBuilder n = node(i);
    n.use(a);
    n.result(i);
    n.emit([value](Emitter& e) {
      if (e.same_as_result(0)) {
        e.c.add(e.result(), static_cast<uint32_t>(value));
      } else {
        e.c.lea(e.result(), e.c.ptr[e.gp(0) + value]);
      }
    });
    return;
  }
  if (fused_at(a) || fused_at(b)) return lower_binary(i);
  NodeBuilder n = node(i);
  n.use(a);
  n.use(b);
  n.result(i);
  n.emit([](Emitter& e) {
    if (e.same_as_result(0)) {
      e.c.add(e.result(), e.gp(1));
    } else if (e.same_as_result(1)) {
      e.c.add(e.result(), e.gp(0));
    } else {
      e.c.lea(e.result(), e.c.ptr[e.gp(0) + e.gp(1)]);
    }
  });
}

void Lowering::lower_binary(uint32_t i) {
  ir::Op op = ins(i).op;
  Ref a = ins(i).a, b = ins(i).b;
  bool commutative = ir::info(op).flags & ir::Commutative;
  int32_t value;
  if (commutative && (immediate(a, value) || fused_at(a))) std::swap(a, b);
  NodeBuilder n = node(i);
  if (immediate(b, value) && op == ir::Op::Sub && value != INT32_MIN) {
    n.use(a);
    n.result(i);
    n.emit([value](Emitter& e) {
      if (e.same_as_result(0)) {
        e.c.sub(e.result(), static_cast<uint32_t>(value));
      } else {
        e.c.lea(e.result(), e.c.ptr[e.gp(0) - value]);
      }
    });
    return;
  }
  n.any(a);
  n.result_same(i);
  if (immediate(b, value)) {
    n.emit([op, value](Emitter& e) {
      e.copy_first();
      binary_immediate(e, op, e.result(), value);
    });
    return;
  }
  MemoryOperand place;
  bool folded;
  size_t second = source(n, b, place, folded);
  if (commutative && !folded) n.commutative();
  n.emit([=](Emitter& e) {
    e.copy_first();
    if (folded) {
      binary(e, op, e.result(), address_of(e, place));
    } else {
      binary(e, op, e.result(), e.operand(second));
    }
  });
}

void Lowering::lower_multiply(uint32_t i) {
  Ref a = ins(i).a, b = ins(i).b;
  int32_t value;
  if (immediate(a, value)) std::swap(a, b);
  if (!immediate(b, value)) return lower_binary(i);
  NodeBuilder n = node(i);
  if (is_power_of_two(value)) {
    int shift = log2_of(value);
    n.any(a);
    n.result_same(i);
    n.emit([shift](Emitter& e) {
      e.copy_first();
      if (shift) e.c.shl(e.result(), shift);
    });
  } else if (value == 3 || value == 5 || value == 9) {
    n.use(a);
    n.result(i);
    n.emit([value](Emitter& e) { e.c.lea(e.result(), e.c.ptr[e.gp(0) + e.gp(0) * (value - 1)]); });
  } else {
    n.any(a);
    n.result(i);
    n.emit([value](Emitter& e) { e.c.imul(e.result(), e.operand(0), value); });
  }
}

void Lowering::lower_overflow(uint32_t i) {
  ir::Op op = ins(i).op;
  Ref a = ins(i).a, b = ins(i).b;
  int32_t value;
  bool commutative = op != ir::Op::SubOv;
  if (commutative && (immediate(a, value) || fused_at(a))) std::swap(a, b);
  NodeBuilder n = node(i);
  n.exit(ins(i).snapshot);
  if (op == ir::Op::MulOv && immediate(b, value)) {
    n.any(a);
    n.result(i);
    n.emit([value](Emitter& e) {
      e.c.imul(e.result(), e.operand(0), value);
      e.leave(Cc::O);
    });
    return;
  }
  n.any(a);
  n.result_same(i);
  if (immediate(b, value)) {
    n.emit([op, value](Emitter& e) {
      e.copy_first();
      binary_immediate(e, op, e.result(), value);
      e.leave(Cc::O);
    });
    return;
  }
  MemoryOperand place;
  bool folded;
  size_t second = source(n, b, place, folded);
  if (commutative && !folded) n.commutative();
  n.emit([=](Emitter& e) {
    e.copy_first();
    if (folded) {
      binary(e, op, e.result(), address_of(e, place));
    } else {
      binary(e, op, e.result(), e.operand(second));
    }
    e.leave(Cc::O);
  });
}

void Lowering::lower_shift(uint32_t i) {
  ir::Op op = ins(i).op;
  int32_t count;
  NodeBuilder n = node(i);
  n.any(ins(i).a);
  n.result_same(i);
  if (immediate(ins(i).b, count)) {
    int by = count & 63;
    n.emit([op, by](Emitter& e) {
      e.copy_first();
      if (!by) return;
      if (op == ir::Op::Shl) e.c.shl(e.result(), by);
      if (op == ir::Op::Shr) e.c.sar(e.result(), by);
      if (op == ir::Op::Ushr) e.c.shr(e.result(), by);
    });
    return;
  }
  n.fixed(ins(i).b, kRcx);
  n.emit([op](Emitter& e) {
    e.copy_first();
    if (op == ir::Op::Shl) e.c.shl(e.result(), e.c.cl);
    if (op == ir::Op::Shr) e.c.sar(e.result(), e.c.cl);
    if (op == ir::Op::Ushr) e.c.shr(e.result(), e.c.cl);
  });
}

void Lowering::lower_compare(uint32_t i) {
  NodeBuilder n = node(i);
  Condition c = condition(n, Ref{i});
  n.result(i);
  n.emit([c](Emitter& e) { set(e, c); });
}

/// Rounding down, without a branch: for a power of two that is what sar and and do; otherwise
/// floor(n / d) = ~(~n / d) for negative n, so the sign is taken off before and put back after
/// the multiplication with the reciprocal.
bool Lowering::lower_constant_division(uint32_t i, int64_t divisor) {
  bool is_mod = ins(i).op == ir::Op::Mod;
  if (divisor <= 0) return false;
  if (is_power_of_two(divisor)) {
    NodeBuilder n = node(i);
    n.any(ins(i).a);
    n.result_same(i);
    int shift = log2_of(divisor);
    int64_t mask = divisor - 1;
    n.emit([=](Emitter& e) {
      e.copy_first();
      if (!is_mod) {
        if (shift) e.c.sar(e.result(), shift);
      } else if (mask == static_cast<int32_t>(mask)) {
        e.c.and_(e.result(), static_cast<uint32_t>(mask));
      } else {
        e.c.and_(e.result(), e.bits(static_cast<uint64_t>(mask)));
      }
    });
    return true;
  }
  Magic magic = magic_of(divisor);
  NodeBuilder n = node(i);
  n.any(ins(i).a, true);
  n.fixed_temps(1u << kRax | 1u << kRdx);
  n.temps(1);
  n.result_fixed(i, is_mod ? kRax : kRdx);
  n.emit([=](Emitter& e) {
    Reg64 sign = e.temp(0);
    e.move({Location::in_register(kRax), e.at->uses[0], false});
    e.c.mov(sign, e.c.rax);
    e.c.sar(sign, 63);
    e.c.xor_(e.c.rax, sign);
    e.c.mul(e.bits(magic.multiplier));
    if (magic.shift) e.c.shr(e.c.rdx, magic.shift);
    e.c.xor_(e.c.rdx, sign);
    if (!is_mod) return;
    if (divisor == static_cast<int32_t>(divisor)) {
      e.c.imul(e.c.rdx, e.c.rdx, static_cast<int>(divisor));
    } else {
      e.c.imul(e.c.rdx, e.bits(static_cast<uint64_t>(divisor)));
    }
    e.move({Location::in_register(kRax), e.at->uses[0], false});
    e.c.sub(e.c.rax, e.c.rdx);
  });
  return true;
}

void Lowering::lower_division(uint32_t i) {
  int64_t divisor;
  if (integer_constant(ins(i).b, divisor) && lower_constant_division(i, divisor)) return;
  bool is_mod = ins(i).op == ir::Op::Mod;
  NodeBuilder n = node(i);
  n.fixed(ins(i).a, kRax);
  size_t b = n.any(ins(i).b, true);
  n.fixed_temps(1u << kRax | 1u << kRdx);
  n.result_fixed(i, is_mod ? kRdx : kRax);
  n.emit([=](Emitter& e) {
    auto slow = std::make_shared<Xbyak::Label>();
    auto done = std::make_shared<Xbyak::Label>();
    auto& c = e.c;
    // Nearly always both fit 32 bits unsigned, where dividing takes half the time.
    c.mov(c.rdx, c.rax);
    c.or_(c.rdx, e.operand(b));
    c.shr(c.rdx, 32);
    c.jnz(*slow, Xbyak::CodeGenerator::T_NEAR);
    c.div(e.operand(b, 32));  // edx is 0 here
    c.L(*done);
    e.cold([=, &e] {
      auto& c = e.c;
      Xbyak::Label minus_one;
      c.L(*slow);
      if (is_mod) {  // idiv traps for the least integer and -1
        c.cmp(e.operand(b), static_cast<uint32_t>(-1));
        c.je(minus_one, Xbyak::CodeGenerator::T_NEAR);
      }
      c.cqo();
      c.idiv(e.operand(b));
      c.test(c.rdx, c.rdx);
      c.je(*done, Xbyak::CodeGenerator::T_NEAR);
      if (is_mod) {
        c.mov(c.rax, c.rdx);
        c.xor_(c.rax, e.operand(b));
        c.jns(*done, Xbyak::CodeGenerator::T_NEAR);
        c.add(c.rdx, e.operand(b));
        c.jmp(*done, Xbyak::CodeGenerator::T_NEAR);
        c.L(minus_one);
        c.xor_(c.edx, c.edx);
      } else {
        c.xor_(c.rdx, e.operand(b));
        c.jns(*done, Xbyak::CodeGenerator::T_NEAR);
        c.dec(c.rax);
      }
      c.jmp(*done, Xbyak::CodeGenerator::T_NEAR);
    });
  });
}

}  // namespace hothouse::x64
