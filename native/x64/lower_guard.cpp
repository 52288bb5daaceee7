// Conditions, guards on values, boxing and unboxing. The encoding of Values is value.h's:
// pointers below 2^48, doubles shifted up by 2^49, integers above 0xfffc << 48.
#include "native/x64/lowering.h"

namespace hothouse::x64 {

using Xbyak::Reg64;

namespace {

Cc integer_condition(ir::Op op) {
  switch (op) {
    case ir::Op::Eq:
    case ir::Op::Same:
      return Cc::E;
    case ir::Op::Ne:
      return Cc::NE;
    case ir::Op::Lt:
      return Cc::L;
    case ir::Op::Le:
      return Cc::LE;
    case ir::Op::Gt:
      return Cc::G;
    case ir::Op::Ge:
      return Cc::GE;
    default:
      return Cc::B;
  }
}

/// The condition with its operands exchanged.
Cc mirrored(Cc cc) {
  switch (cc) {
    case Cc::L:
      return Cc::G;
    case Cc::G:
      return Cc::L;
    case Cc::LE:
      return Cc::GE;
    case Cc::GE:
      return Cc::LE;
    case Cc::B:
      return Cc::A;
    case Cc::A:
      return Cc::B;
    default:
      return cc;
  }
}

void set_byte(Emitter& e, Cc cc, const Xbyak::Reg8& to) {
  switch (cc) {
    case Cc::E:
      return e.c.sete(to);
    case Cc::NE:
      return e.c.setne(to);
    case Cc::L:
      return e.c.setl(to);
    case Cc::LE:
      return e.c.setle(to);
    case Cc::G:
      return e.c.setg(to);
    case Cc::GE:
      return e.c.setge(to);
    case Cc::B:
      return e.c.setb(to);
    case Cc::BE:
      return e.c.setbe(to);
    case Cc::A:
      return e.c.seta(to);
    default:
      return e.c.setae(to);
  }
}

void move_if(Emitter& e, Cc cc, const Reg64& to, const Xbyak::Operand& from) {
  switch (cc) {
    case Cc::E:
      return e.c.cmove(to, from);
    case Cc::NE:
      return e.c.cmovne(to, from);
    case Cc::L:
      return e.c.cmovl(to, from);
    case Cc::LE:
      return e.c.cmovle(to, from);
    case Cc::G:
      return e.c.cmovg(to, from);
    case Cc::GE:
      return e.c.cmovge(to, from);
    case Cc::B:
      return e.c.cmovb(to, from);
    case Cc::BE:
      return e.c.cmovbe(to, from);
    case Cc::A:
      return e.c.cmova(to, from);
    default:
      return e.c.cmovae(to, from);
  }
}

constexpr uint64_t kIntTag = Value::kIntTag;
constexpr uint64_t kTagBits = uint64_t{0xffff} << 48;  // all zero in a pointer

}  // namespace

/// Adds the operands of a truth value to the node and says how to compute it. A comparison that
/// is fused (or is the node itself) is made here; other values are tested.
Condition Lowering::condition(NodeBuilder& n, Ref b) {
  bool negated = false;
  b = resolve(b);
  while (b.is_op() && trace_.at(b).op == ir::Op::Not && fused_[b.index]) {
    negated = !negated;
    b = resolve(trace_.at(b).a);
  }
  Condition c;
  bool is_here =
      b.is_op() && is_comparison(trace_.at(b).op) && (fused_[b.index] || b.index == n.node().op);
  if (!is_here) {
    c.kind = Condition::Kind::Test;
    c.first = n.use(b);
    c.cc = negated ? Cc::E : Cc::NE;
    return c;
  }
  const Ins& in = trace_.at(b);
  Ref x = in.a, y = in.b;
  if (in.op == ir::Op::FloatFits) {
    c.kind = Condition::Kind::Fits;
    c.first = n.use(x);
    c.cc = negated ? Cc::NE : Cc::E;  // E stands for "fits"
    return c;
  }
  if (in.op >= ir::Op::Feq && in.op <= ir::Op::Fge) {
    c.kind = Condition::Kind::Float;
    // ucomisd sets the carry when unordered: "above" is false then, so less-than is asked the
    // other way round.
    switch (in.op) {
      case ir::Op::Flt:
        std::swap(x, y);
        c.cc = Cc::A;
        break;
      case ir::Op::Fle:
        std::swap(x, y);
        c.cc = Cc::AE;
        break;
      case ir::Op::Fgt:
        c.cc = Cc::A;
        break;
      case ir::Op::Fge:
        c.cc = Cc::AE;
        break;
      default:
        c.parity = true;
        c.cc = in.op == ir::Op::Feq ? Cc::E : Cc::NE;
        break;
    }
    c.first = n.use(x);
    n.any(y);
    if (negated) c.cc = opposite(c.cc);
    return c;
  }
  c.kind = Condition::Kind::Integer;
  c.cc = integer_condition(in.op);
  if (immediate(x, c.immediate) && !y.is_constant()) {
    std::swap(x, y);
    c.cc = mirrored(c.cc);
  }
  c.is_immediate = immediate(y, c.immediate);
  c.first = n.use(x);
  if (!c.is_immediate) n.any(y);
  if (negated) c.cc = opposite(c.cc);
  return c;
}

void Lowering::compare(Emitter& e, const Condition& c) {
  switch (c.kind) {
    case Condition::Kind::Test:
      e.c.test(e.gp(c.first).cvt32(), e.gp(c.first).cvt32());
      break;
    case Condition::Kind::Float:
      e.c.ucomisd(e.fp(c.first), e.operand(c.first + 1));
      break;
    case Condition::Kind::Fits:
      break;
    case Condition::Kind::Integer:
      if (!c.is_immediate) {
        e.c.cmp(e.gp(c.first), e.operand(c.first + 1));
      } else if (c.immediate == 0 && (c.cc == Cc::E || c.cc == Cc::NE || c.cc == Cc::L ||
                                      c.cc == Cc::GE || c.cc == Cc::G || c.cc == Cc::LE)) {
        e.c.test(e.gp(c.first), e.gp(c.first));
      } else {
        e.c.cmp(e.gp(c.first), static_cast<uint32_t>(c.immediate));
      }
      break;
  }
}

/// Leaves when the condition's truth is `holds`.
void Lowering::leave_if(Emitter& e, const Condition& c, bool holds) {
  if (c.kind == Condition::Kind::Fits) {
    bool leave_if_fits = holds == (c.cc == Cc::E);
    Xbyak::Label outside;
    auto x = e.fp(c.first);
    e.c.ucomisd(x, e.bits(__builtin_bit_cast(uint64_t, -9223372036854775808.0)));
    if (leave_if_fits) {
      e.c.jb(outside);
    } else {
      e.leave(Cc::B);
    }
    e.c.ucomisd(x, e.bits(__builtin_bit_cast(uint64_t, 9223372036854775808.0)));
    e.leave(leave_if_fits ? Cc::B : Cc::AE);
    e.c.L(outside);
    return;
  }
  compare(e, c);
  Cc cc = holds ? c.cc : opposite(c.cc);
  if (!c.parity) return e.leave(cc);
  if (cc == Cc::E) {  // leave if equal and ordered
    Xbyak::Label over;
    e.c.jp(over);
    e.leave(Cc::E);
    e.c.L(over);
  } else {
    e.leave(Cc::NE);
    e.leave(Cc::P);
  }
}

void Lowering::set(Emitter& e, const Condition& c) {
  compare(e, c);
  set_byte(e, c.cc, e.result().cvt8());
  e.c.movzx(e.result().cvt32(), e.result().cvt8());
}

void Lowering::lower_guard_truth(uint32_t i) {
  bool leaves_if = ins(i).op == ir::Op::GuardFalse;
  NodeBuilder n = node(i);
  Condition c = condition(n, ins(i).a);
  n.exit(ins(i).snapshot);
  n.emit([=](Emitter& e) { leave_if(e, c, leaves_if); });
}

/// The test of a float leaves its unboxed bits behind: the unbox_float of it is done at once.
void Lowering::lower_guard_float(uint32_t i) {
  bool wanted = ins(i).op == ir::Op::GuardFloat;
  NodeBuilder n = node(i);
  MemoryOperand m;
  bool folded;
  source(n, ins(i).a, m, folded);
  n.temps(1);
  n.exit(ins(i).snapshot);
  auto unbox = unboxed_by_.find(i);
  bool unboxes = unbox != unboxed_by_.end();
  if (unboxes) n.result(unbox->second);
  n.emit([=](Emitter& e) {
    Reg64 t = e.temp(0);
    if (folded) {
      e.c.mov(t, address_of(e, m));
    } else {
      e.c.mov(t, e.operand(0));
    }
    e.c.sub(t, e.bits(Value::kDoubleOffset));
    e.c.cmp(t, e.bits(Value::kMaxDoubleBits));
    e.leave(wanted ? Cc::A : Cc::BE);
    if (unboxes) e.c.movq(e.float_result(), t);
  });
}

bool Lowering::lower_guard(uint32_t i) {
  const Ins& in = ins(i);
  ir::Op op = in.op;
  switch (op) {
    case ir::Op::GuardTrue:
    case ir::Op::GuardFalse:
      lower_guard_truth(i);
      return true;
    case ir::Op::GuardFloat:
    case ir::Op::GuardNotFloat:
      lower_guard_float(i);
      return true;
    case ir::Op::GuardInt:
    case ir::Op::GuardNotInt: {
      NodeBuilder n = node(i);
      n.use(in.a);
      n.exit(in.snapshot);
      n.emit([op](Emitter& e) {
        e.c.cmp(e.gp(0), e.bits(kIntTag));
        e.leave(op == ir::Op::GuardInt ? Cc::B : Cc::AE);
      });
      return true;
    }
    case ir::Op::GuardRef:
    case ir::Op::GuardNotRef: {
      NodeBuilder n = node(i);
      n.use(in.a);
      n.exit(in.snapshot);
      n.emit([op](Emitter& e) {
        e.c.test(e.bits(kTagBits), e.gp(0));
        e.leave(op == ir::Op::GuardRef ? Cc::NE : Cc::E);
      });
      return true;
    }
    case ir::Op::GuardBool:
    case ir::Op::GuardNotBool: {
      NodeBuilder n = node(i);
      n.any(in.a);
      n.temps(1);
      n.exit(in.snapshot);
      n.emit([op](Emitter& e) {
        e.c.mov(e.temp(0), e.operand(0));
        e.c.or_(e.temp(0), 1);
        e.c.cmp(e.temp(0), e.value(Value::true_value()));
        e.leave(op == ir::Op::GuardBool ? Cc::NE : Cc::E);
      });
      return true;
    }
    case ir::Op::GuardIs:
    case ir::Op::GuardIsNot: {
      NodeBuilder n = node(i);
      n.use(in.a);
      n.any(in.b);
      n.exit(in.snapshot);
      n.emit([op](Emitter& e) {
        e.c.cmp(e.gp(0), e.operand(1));
        e.leave(op == ir::Op::GuardIs ? Cc::NE : Cc::E);
      });
      return true;
    }
    case ir::Op::GuardMap:
    case ir::Op::GuardNotMap: {
      NodeBuilder n = node(i);
      n.use(in.a);
      n.exit(in.snapshot);
      uint32_t map = in.imm;
      n.emit([=](Emitter& e) {
        e.c.cmp(Xbyak::util::dword[e.gp(0)], map);
        e.leave(op == ir::Op::GuardMap ? Cc::NE : Cc::E);
      });
      return true;
    }
    case ir::Op::GuardNoRaise: {
      bool is_value = trace_.type_of(in.a) == ir::Type::Value;
      NodeBuilder n = node(i);
      n.use(in.a);
      n.exit(in.snapshot);
      n.emit([=](Emitter& e) {
        if (is_value) {
          e.c.cmp(e.gp(0), e.value(Value::raised()));
        } else {
          e.c.test(e.gp(0), e.gp(0));
        }
        e.leave(Cc::E);
      });
      return true;
    }
    case ir::Op::Safepoint: {
      bool allocates = in.imm != 0;
      NodeBuilder n = node(i);
      if (allocates) n.temps(1);
      n.exit(in.snapshot);
      n.emit([=](Emitter& e) {
        // Beyond `soft` lies the trace reserve, as large as an iteration may allocate.
        if (allocates) {
          e.c.mov(e.temp(0), e.state(0));
          e.c.cmp(e.temp(0), e.state(8));
          e.leave(Cc::A);
        } else {
          e.c.cmp(e.state(8), 0);
          e.leave(Cc::E);
        }
      });
      return true;
    }
    case ir::Op::GuardValid:
    case ir::Op::GuardUnit: {
      NodeBuilder n = node(i);
      n.exit(in.snapshot);
      bool other = in.op == ir::Op::GuardUnit;
      uint32_t unit = in.imm;
      n.emit([=](Emitter& e) {
        uint32_t word = other ? e.pool_word(PoolWord::Kind::Entry, unit)
                              : e.pool_word(PoolWord::Kind::Valid, 0);
        e.c.cmp(e.pool(word), 0);
        e.leave(Cc::E);
      });
      return true;
    }
    case ir::Op::Select:
      lower_select(i);
      return true;
    default:
      return false;
  }
}

void Lowering::lower_select(uint32_t i) {
  const Ins& in = ins(i);
  NodeBuilder n = node(i);
  n.any(in.a);
  n.any(in.b, true);
  Condition c = condition(n, in.c);
  // The result's register is written before these are read.
  for (size_t u = 1; u < n.node().uses.size(); u++) n.node().uses[u].late = true;
  n.result_same(i);
  if (in.type == ir::Type::F64) {
    n.emit([c](Emitter& e) {
      Xbyak::Label done;
      e.copy_first();
      compare(e, c);
      switch (c.cc) {
        case Cc::E:
          e.c.je(done);
          break;
        case Cc::NE:
          e.c.jne(done);
          break;
        case Cc::L:
          e.c.jl(done);
          break;
        case Cc::LE:
          e.c.jle(done);
          break;
        case Cc::G:
          e.c.jg(done);
          break;
        case Cc::GE:
          e.c.jge(done);
          break;
        case Cc::B:
          e.c.jb(done);
          break;
        case Cc::BE:
          e.c.jbe(done);
          break;
        case Cc::A:
          e.c.ja(done);
          break;
        default:
          e.c.jae(done);
          break;
      }
      e.move({e.at->def, e.at->uses[1], false});
      e.c.L(done);
    });
    return;
  }
  n.emit([c](Emitter& e) {
    e.copy_first();
    compare(e, c);
    move_if(e, opposite(c.cc), e.result(), e.operand(1));
  });
}

bool Lowering::lower_boxing(uint32_t i) {
  const Ins& in = ins(i);
  switch (in.op) {
    case ir::Op::BoxInt: {
      NodeBuilder n = node(i);
      n.late(in.a);
      n.result(i);
      n.emit([](Emitter& e) {
        auto big = std::make_shared<Xbyak::Label>();
        auto done = std::make_shared<Xbyak::Label>();
        constexpr int kShift = 64 - Value::kIntBits;
        e.c.mov(e.result(), e.gp(0));
        e.c.shl(e.result(), kShift);
        e.c.sar(e.result(), kShift);
        e.c.cmp(e.result(), e.gp(0));
        e.c.jne(*big, Xbyak::CodeGenerator::T_NEAR);
        e.c.or_(e.result(), e.bits(kIntTag));
        e.c.L(*done);
        e.cold([=, &e] {
          e.c.L(*big);
          e.c.push(e.gp(0));
          e.call_thunk(Thunk::MakeInt);
          e.c.pop(e.result());
          e.c.jmp(*done, Xbyak::CodeGenerator::T_NEAR);
        });
      });
      return true;
    }
    case ir::Op::BoxFloat: {
      NodeBuilder n = node(i);
      n.use(in.a);
      if (only_stored_[i]) {  // the boxed bits needn't leave the float registers
        n.result_same(i);
        n.emit([](Emitter& e) {
          e.copy_first();
          e.c.paddq(e.float_result(), e.pool(e.pool_pair(Value::kDoubleOffset), 128));
        });
        return true;
      }
      n.result(i);
      n.emit([](Emitter& e) {
        e.c.movq(e.result(), e.fp(0));
        e.c.add(e.result(), e.bits(Value::kDoubleOffset));
      });
      return true;
    }
    case ir::Op::BoxRef:
    case ir::Op::UnboxRef:
    case ir::Op::BoolToInt: {  // of a constant: other operands are the same value
      NodeBuilder n = node(i);
      n.any(in.a);
      n.result_same(i);
      n.emit([](Emitter& e) { e.copy_first(); });
      return true;
    }
    case ir::Op::BoxBool: {
      NodeBuilder n = node(i);
      n.any(in.a);
      n.result_same(i);
      n.emit([](Emitter& e) {
        e.copy_first();
        e.c.add(e.result(), e.value(Value::false_value()));
      });
      return true;
    }
    case ir::Op::UnboxInt: {
      NodeBuilder n = node(i);
      n.any(in.a);
      n.result_same(i);
      n.emit([](Emitter& e) {
        constexpr int kShift = 64 - Value::kIntBits;
        e.copy_first();
        e.c.shl(e.result(), kShift);
        e.c.sar(e.result(), kShift);
      });
      return true;
    }
    case ir::Op::UnboxFloat: {
      NodeBuilder n = node(i);
      MemoryOperand m;
      bool folded;
      source(n, in.a, m, folded);
      n.result(i);
      n.emit([=](Emitter& e) {
        if (folded) {
          e.c.movsd(e.float_result(), address_of(e, m));
        } else if (const Xbyak::Operand& from = e.operand(0); from.isMEM()) {
          e.c.movsd(e.float_result(), from);
        } else {
          e.c.movq(e.float_result(), Reg64(from.getIdx()));
        }
        e.c.psubq(e.float_result(), e.pool(e.pool_pair(Value::kDoubleOffset), 128));
      });
      return true;
    }
    case ir::Op::UnboxBool: {
      NodeBuilder n = node(i);
      n.any(in.a);
      n.result_same(i);
      n.emit([](Emitter& e) {
        e.copy_first();
        e.c.and_(e.result().cvt32(), 1);
      });
      return true;
    }
    default:
      return false;
  }
}

}  // namespace hothouse::x64
