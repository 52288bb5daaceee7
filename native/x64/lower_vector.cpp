// Array kernels: elements at [a + b + offset], and vectors of four lanes in ymm registers (AVX2).
//
// In a unit that has vectors every float register counts as a ymm: moves copy all of it, a spill
// slot has 32 bytes (Emitter::wide), and all float instructions are VEX-encoded, as the old
// encodings keep upper halves and so wait for them. Such a unit ends with vzeroupper.
#include "native/x64/lowering.h"

namespace hothouse::x64 {

using ir::Op;
using Xbyak::Operand;
using Xbyak::Ymm;

namespace {

constexpr uint64_t kSign = uint64_t{1} << 63;
constexpr uint64_t kOneInEachByte = 0x01010101;

// Predicates of vcmppd: quiet, ordered but for "not equal".
constexpr uint8_t kEqual = 0, kNotEqual = 4, kLess = 17, kLessOrEqual = 18;
// Rounding modes of vroundpd, inexactness not reported.
constexpr uint8_t kDown = 9, kUp = 10;

void binary(Emitter& e, Op op, const Ymm& to, const Ymm& a, const Operand& b) {
  switch (op) {
    case Op::VAddF:
      return e.c.vaddpd(to, a, b);
    case Op::VSubF:
      return e.c.vsubpd(to, a, b);
    case Op::VMulF:
      return e.c.vmulpd(to, a, b);
    case Op::VDivF:
      return e.c.vdivpd(to, a, b);
    case Op::VEqF:
      return e.c.vcmppd(to, a, b, kEqual);
    case Op::VNeF:
      return e.c.vcmppd(to, a, b, kNotEqual);
    case Op::VLtF:
      return e.c.vcmppd(to, a, b, kLess);
    case Op::VLeF:
      return e.c.vcmppd(to, a, b, kLessOrEqual);
    case Op::VAddI:
      return e.c.vpaddq(to, a, b);
    case Op::VSubI:
      return e.c.vpsubq(to, a, b);
    case Op::VEqI:
      return e.c.vpcmpeqq(to, a, b);
    case Op::VLtI:
      return e.c.vpcmpgtq(to, a, b);  // the operands have changed places
    case Op::VAnd:
      return e.c.vpand(to, a, b);
    case Op::VOr:
      return e.c.vpor(to, a, b);
    default:
      return e.c.vpxor(to, a, b);
  }
}

}  // namespace

MemoryOperand Lowering::element_place(NodeBuilder& n, const Ins& in) {
  MemoryOperand m = element(n, in.a, in.b, 1, static_cast<int32_t>(in.imm));
  return m;
}

void Lowering::lower_element(uint32_t i) {
  const Ins& in = ins(i);
  auto type = static_cast<ir::RawType>(in.aux);
  bool is_load = in.op == Op::LoadElem;
  NodeBuilder n = node(i);
  MemoryOperand m = element_place(n, in);
  size_t stored = is_load ? 0 : n.use(in.c);
  if (is_load) n.result(i);
  n.emit([=](Emitter& e) {
    if (type == ir::RawType::F64) {
      auto place = address_of(e, m);
      if (is_load && e.wide) return e.c.vmovsd(e.float_result(), place);
      if (is_load) return e.c.movsd(e.float_result(), place);
      if (e.wide) return e.c.vmovsd(place, e.fp(stored));
      return e.c.movsd(place, e.fp(stored));
    }
    if (type == ir::RawType::U8) {
      auto place = address_of(e, m, 8);
      if (is_load) return e.c.movzx(e.result().cvt32(), place);
      return e.c.mov(place, e.gp(stored).cvt8());
    }
    auto place = address_of(e, m);
    if (is_load) return e.c.mov(e.result(), place);
    return e.c.mov(place, e.gp(stored));
  });
}

void Lowering::lower_vector_load(uint32_t i) {
  const Ins& in = ins(i);
  bool is_mask = static_cast<ir::RawType>(in.aux) == ir::RawType::U8;
  NodeBuilder n = node(i);
  MemoryOperand m = element_place(n, in);
  if (is_mask) n.temps(0, 1);
  n.result(i);
  n.emit([=](Emitter& e) {
    Ymm to = e.wide_result();
    if (!is_mask) return e.c.vmovupd(to, address_of(e, m, 256));
    Ymm zero(e.float_temp(0).getIdx());
    e.c.vpmovzxbq(to, address_of(e, m, 32));
    e.c.vpxor(zero, zero, zero);
    e.c.vpsubq(to, zero, to);
  });
}

void Lowering::lower_vector_store(uint32_t i) {
  const Ins& in = ins(i);
  bool is_mask = static_cast<ir::RawType>(in.aux) == ir::RawType::U8;
  NodeBuilder n = node(i);
  MemoryOperand m = element_place(n, in);
  size_t stored = n.use(in.c);
  if (is_mask) {
    n.temps(1);
    for (auto& use : n.node().uses) use.late = true;
  }
  n.emit([=](Emitter& e) {
    Ymm from = e.wide_register(stored);
    if (!is_mask) return e.c.vmovupd(address_of(e, m, 256), from);
    // Four bits become four bytes.
    auto bits = e.temp(0).cvt32();
    e.c.vmovmskpd(bits, from);
    e.c.pdep(bits, bits, e.pool(e.pool_word(PoolWord::Kind::Bits, kOneInEachByte), 32));
    e.c.mov(address_of(e, m, 32), bits);
  });
}

void Lowering::lower_vector_unary(uint32_t i) {
  Op op = ins(i).op;
  NodeBuilder n = node(i);
  if (op == Op::VNegF || op == Op::VAbsF) {
    n.use(ins(i).a);
  } else {
    n.any(ins(i).a);
  }
  n.result(i);
  n.emit([op](Emitter& e) {
    Ymm to = e.wide_result();
    switch (op) {
      case Op::VNegF:
        return e.c.vxorpd(to, e.wide_register(0), e.pool(e.pool_quad(kSign), 256));
      case Op::VAbsF:
        return e.c.vandpd(to, e.wide_register(0), e.pool(e.pool_quad(~kSign), 256));
      case Op::VSqrtF:
        return e.c.vsqrtpd(to, e.wide_operand(0));
      case Op::VFloorF:
        return e.c.vroundpd(to, e.wide_operand(0), kDown);
      default:
        return e.c.vroundpd(to, e.wide_operand(0), kUp);
    }
  });
}

/// There is no instruction for 64-bit products: the low halves' product, and the two cross
/// products of halves on top of it.
void Lowering::lower_vector_multiply(uint32_t i) {
  NodeBuilder n = node(i);
  n.late(ins(i).a);
  n.late(ins(i).b);
  n.temps(0, 2);
  n.result(i);
  n.emit([](Emitter& e) {
    Ymm a = e.wide_register(0), b = e.wide_register(1), to = e.wide_result();
    Ymm cross(e.float_temp(0).getIdx()), other(e.float_temp(1).getIdx());
    e.c.vpsrlq(cross, a, 32);
    e.c.vpmuludq(cross, cross, b);
    e.c.vpsrlq(other, b, 32);
    e.c.vpmuludq(other, other, a);
    e.c.vpaddq(cross, cross, other);
    e.c.vpsllq(cross, cross, 32);
    e.c.vpmuludq(to, a, b);
    e.c.vpaddq(to, to, cross);
  });
}

bool Lowering::lower_vector(uint32_t i) {
  const Ins& in = ins(i);
  switch (in.op) {
    case Op::LoadElem:
    case Op::StoreElem:
      lower_element(i);
      return true;
    case Op::LoadVec:
      lower_vector_load(i);
      return true;
    case Op::StoreVec:
      lower_vector_store(i);
      return true;
    case Op::SplatF: {
      NodeBuilder n = node(i);
      n.any(in.a);
      n.result(i);
      n.emit([](Emitter& e) {
        if (e.in_register(0)) return e.c.vbroadcastsd(e.wide_result(), e.fp(0));
        e.c.vbroadcastsd(e.wide_result(), e.memory(e.at->uses[0]));
      });
      return true;
    }
    case Op::SplatI: {
      NodeBuilder n = node(i);
      n.any(in.a);
      n.result(i);
      n.emit([](Emitter& e) {
        Ymm to = e.wide_result();
        if (!e.in_register(0)) return e.c.vpbroadcastq(to, e.memory(e.at->uses[0]));
        e.c.vmovq(e.float_result(), e.gp(0));
        e.c.vpbroadcastq(to, e.float_result());
      });
      return true;
    }
    case Op::VNegF:
    case Op::VAbsF:
    case Op::VSqrtF:
    case Op::VFloorF:
    case Op::VCeilF:
      lower_vector_unary(i);
      return true;
    case Op::VMulI:
      lower_vector_multiply(i);
      return true;
    case Op::VSelectF:
    case Op::VSelectI: {
      NodeBuilder n = node(i);
      n.any(in.a);
      n.use(in.b);
      n.use(in.c);
      n.result(i);
      n.emit([](Emitter& e) {
        e.c.vblendvpd(e.wide_result(), e.wide_register(1), e.wide_operand(0), e.wide_register(2));
      });
      return true;
    }
    default: {
      if (in.op < Op::VAddF || in.op > Op::VSelectI) return false;
      Op op = in.op;
      bool turned = op == Op::VLtI;
      NodeBuilder n = node(i);
      n.use(turned ? in.b : in.a);
      n.any(turned ? in.a : in.b);
      n.result(i);
      n.emit([op](Emitter& e) {
        binary(e, op, e.wide_result(), e.wide_register(0), e.wide_operand(1));
      });
      return true;
    }
  }
}

}  // namespace hothouse::x64
