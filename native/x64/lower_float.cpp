// Floats: SSE2, and roundsd of SSE4.1.
#include "native/x64/lowering.h"

namespace hothouse::x64 {

using Xbyak::Operand;
using Xbyak::Xmm;

namespace {

constexpr uint64_t kSign = uint64_t{1} << 63;

void binary(Emitter& e, ir::Op op, const Xmm& to, const Operand& from) {
  switch (op) {
    case ir::Op::Fadd:
      return e.c.addsd(to, from);
    case ir::Op::Fsub:
      return e.c.subsd(to, from);
    case ir::Op::Fmul:
      return e.c.mulsd(to, from);
    default:
      return e.c.divsd(to, from);
  }
}

}  // namespace

void Lowering::lower_float_binary(uint32_t i) {
  ir::Op op = ins(i).op;
  Ref a = ins(i).a, b = ins(i).b;
  bool commutative = ir::info(op).flags & ir::Commutative;
  if (commutative && (fused_at(a) || (a.is_constant() && !b.is_constant() && !fused_at(b)))) {
    std::swap(a, b);
  }
  NodeBuilder n = node(i);
  n.any(a);
  n.result_same(i);
  MemoryOperand place;
  bool folded;
  size_t second = source(n, b, place, folded);
  if (commutative && !folded) n.commutative();
  n.emit([=](Emitter& e) {
    e.copy_first();
    if (folded) {
      binary(e, op, e.float_result(), address_of(e, place));
    } else {
      binary(e, op, e.float_result(), e.operand(second));
    }
  });
}

bool Lowering::lower_float(uint32_t i) {
  ir::Op op = ins(i).op;
  switch (op) {
    case ir::Op::Fadd:
    case ir::Op::Fsub:
    case ir::Op::Fmul:
    case ir::Op::Fdiv:
      lower_float_binary(i);
      return true;
    case ir::Op::Fneg:
    case ir::Op::Fabs: {
      NodeBuilder n = node(i);
      n.any(ins(i).a);
      n.result_same(i);
      n.emit([op](Emitter& e) {
        e.copy_first();
        uint32_t mask = e.pool_pair(op == ir::Op::Fneg ? kSign : ~kSign);
        if (op == ir::Op::Fneg) {
          e.c.xorps(e.float_result(), e.pool(mask, 128));
        } else {
          e.c.andps(e.float_result(), e.pool(mask, 128));
        }
      });
      return true;
    }
    case ir::Op::Fsqrt:
    case ir::Op::Ffloor:
    case ir::Op::Fceil: {
      NodeBuilder n = node(i);
      n.any(ins(i).a);
      n.result_same(i);
      n.emit([op](Emitter& e) {
        // Copied first: these instructions keep the upper half and so wait for its old writer.
        e.copy_first();
        Xmm r = e.float_result();
        if (op == ir::Op::Fsqrt) e.c.sqrtsd(r, r);
        if (op == ir::Op::Ffloor) e.c.roundsd(r, r, 9);
        if (op == ir::Op::Fceil) e.c.roundsd(r, r, 10);
      });
      return true;
    }
    case ir::Op::IntToFloat: {
      NodeBuilder n = node(i);
      n.use(ins(i).a);  // xbyak's form with memory is the 32-bit one
      n.result(i);
      n.emit([](Emitter& e) {
        e.c.xorps(e.float_result(), e.float_result());
        e.c.cvtsi2sd(e.float_result(), e.gp(0));
      });
      return true;
    }
    case ir::Op::FloatToInt: {
      NodeBuilder n = node(i);
      n.any(ins(i).a);
      n.result(i);
      n.emit([](Emitter& e) { e.c.cvttsd2si(e.result(), e.operand(0)); });
      return true;
    }
    case ir::Op::Feq:
    case ir::Op::Fne: {
      NodeBuilder n = node(i);
      Condition c = condition(n, Ref{i});
      n.temps(1);
      n.result(i);
      n.emit([c](Emitter& e) {
        compare(e, c);
        auto to = e.result().cvt8(), other = e.temp(0).cvt8();
        if (c.cc == Cc::E) {
          e.c.sete(to);
          e.c.setnp(other);
          e.c.and_(to, other);
        } else {
          e.c.setne(to);
          e.c.setp(other);
          e.c.or_(to, other);
        }
        e.c.movzx(e.result().cvt32(), to);
      });
      return true;
    }
    case ir::Op::Flt:
    case ir::Op::Fle:
    case ir::Op::Fgt:
    case ir::Op::Fge: {
      NodeBuilder n = node(i);
      Condition c = condition(n, Ref{i});
      n.result(i);
      n.emit([c](Emitter& e) { set(e, c); });
      return true;
    }
    case ir::Op::FloatFits: {
      NodeBuilder n = node(i);
      n.use(ins(i).a);
      n.temps(1);
      n.result(i);
      n.emit([](Emitter& e) {
        // -2^63 <= x, and x < 2^63 seen as 2^63 > x; false for NaN as both set the carry.
        auto to = e.result().cvt8(), other = e.temp(0).cvt8();
        e.c.ucomisd(e.fp(0), e.bits(__builtin_bit_cast(uint64_t, -9223372036854775808.0)));
        e.c.setae(to);
        e.c.ucomisd(e.fp(0), e.bits(__builtin_bit_cast(uint64_t, 9223372036854775808.0)));
        e.c.setb(other);
        e.c.and_(to, other);
        e.c.ucomisd(e.fp(0), e.fp(0));
        e.c.setnp(other);
        e.c.and_(to, other);
        e.c.movzx(e.result().cvt32(), to);
      });
      return true;
    }
    default:
      return false;
  }
}

}  // namespace hothouse::x64
