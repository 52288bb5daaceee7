// Loads and stores, with addressing modes; loads folded into their only user; allocation and the
// write barrier. Offsets are layout.h's: a header word, a length word, then the elements.
#include "core/backend/eval/semantics.h"
#include "core/ir/operands.h"
#include "native/x64/lowering.h"

namespace hothouse::x64 {

using backend::kAuxOffset;
using backend::kGcOffset;
using backend::kGenOffset;
using backend::kInlineOffset;
using backend::kPayloadOffset;
using Xbyak::Address;
using Xbyak::Reg64;

namespace {

constexpr uint32_t kFoldWindow = 24;  // ops between a load and the op that takes it as memory

bool is_memory_write(const Ins& ins) {
  uint16_t flags = ir::info(ins.op).flags;
  return flags & (ir::Store | ir::Call) || ins.op == ir::Op::Loop || ins.op == ir::Op::Barrier;
}

bool is_foldable_load(ir::Op op) {
  switch (op) {
    case ir::Op::LoadF64:
    case ir::Op::LoadI64:
    case ir::Op::LoadField:
    case ir::Op::LoadInline:
    case ir::Op::LoadGen:
    case ir::Op::LoadCells:
    case ir::Op::LoadTuple:
      return true;
    default:
      return false;
  }
}

}  // namespace

/// [base + index * scale + offset]; a constant index becomes part of the displacement.
MemoryOperand Lowering::element(NodeBuilder& n, Ref base, Ref index, int scale, int32_t offset) {
  MemoryOperand m;
  m.displacement = offset;
  m.base = n.use(base);
  int64_t constant;
  if (integer_constant(index, constant) && constant >= 0 && constant < (1 << 24)) {
    m.displacement += static_cast<int32_t>(constant) * scale;
  } else {
    m.index = static_cast<int>(n.use(index));
    m.scale = scale;
  }
  return m;
}

Address Lowering::address_of(Emitter& e, const MemoryOperand& m, int bits) {
  Xbyak::RegExp place = e.gp(m.base) + m.displacement;
  if (m.index >= 0) {
    place = e.gp(m.base) + e.gp(static_cast<size_t>(m.index)) * m.scale + m.displacement;
  }
  if (bits == 256) return Xbyak::util::yword[place];
  if (bits == 8) return Xbyak::util::byte[place];
  if (bits == 16) return Xbyak::util::word[place];
  if (bits == 32) return Xbyak::util::dword[place];
  return Xbyak::util::qword[place];
}

/// The place that a load reads; false if the op is no simple load of 8 bytes.
bool Lowering::load_place(NodeBuilder& n, uint32_t load, MemoryOperand& m) {
  const Ins& in = ins(load);
  switch (in.op) {
    case ir::Op::LoadField:
      m.base = n.use(in.a);
      m.displacement = static_cast<int32_t>(ir::field_info(in.imm).offset);
      return true;
    case ir::Op::LoadInline:
      m.base = n.use(in.a);
      m.displacement = static_cast<int32_t>(kInlineOffset + 8 * in.imm);
      return true;
    case ir::Op::LoadGen:
      m.base = n.use(in.a);
      m.displacement = static_cast<int32_t>(kGenOffset + 8 * in.imm);
      return true;
    case ir::Op::LoadCells:
    case ir::Op::LoadTuple:
    case ir::Op::LoadF64:
    case ir::Op::LoadI64:
      m = element(n, in.a, in.b, 8, kPayloadOffset);
      return true;
    default:
      return false;
  }
}

/// Whether a load may be made by `user`, which stands for all its `uses`.
bool Lowering::can_fold_load(Ref ref, uint32_t user, uint32_t uses) const {
  if (!ref.is_op() || uses_[ref.index] != uses || exit_used_[ref.index]) return false;
  uint32_t load = ref.index;
  if (!is_foldable_load(ins(load).op) || user - load > kFoldWindow || user <= load) return false;
  for (uint32_t i = load + 1; i < user; i++) {
    if (is_memory_write(ins(i))) return false;
  }
  return true;
}

/// An operand that may be memory: a folded load, or register, slot or constant.
size_t Lowering::source(NodeBuilder& n, Ref ref, MemoryOperand& m, bool& folded) {
  folded = fused_at(ref);
  if (!folded) return n.any(ref);
  // The result is written before the memory is read.
  size_t first = n.node().uses.size();
  load_place(n, ref.index, m);
  for (size_t i = first; i < n.node().uses.size(); i++) n.node().uses[i].late = true;
  return first;
}

void Lowering::lower_load(uint32_t i) {
  bool is_float = ins(i).type == ir::Type::F64;
  NodeBuilder n = node(i);
  MemoryOperand m;
  load_place(n, i, m);
  n.result(i);
  n.emit([=](Emitter& e) {
    if (is_float) {
      e.c.movsd(e.float_result(), address_of(e, m));
    } else {
      e.c.mov(e.result(), address_of(e, m));
    }
  });
}

void Lowering::lower_store(uint32_t i) {
  const Ins& in = ins(i);
  NodeBuilder n = node(i);
  MemoryOperand m;
  Ref stored = ir::stored_value(in);
  int bits = 64;
  switch (in.op) {
    case ir::Op::StoreField:
      m.base = n.use(in.a);
      m.displacement = static_cast<int32_t>(ir::field_info(in.imm).offset);
      break;
    case ir::Op::StoreInline:
      m.base = n.use(in.a);
      m.displacement = static_cast<int32_t>(kInlineOffset + 8 * in.imm);
      break;
    case ir::Op::StoreGen:
      m.base = n.use(in.a);
      m.displacement = static_cast<int32_t>(kGenOffset + 8 * in.imm);
      break;
    case ir::Op::StoreByte:
      m = element(n, in.a, in.b, 1, kPayloadOffset);
      bits = 8;
      break;
    case ir::Op::StoreAux:
      m.base = n.use(in.a);
      m.displacement = static_cast<int32_t>(kAuxOffset);
      bits = 16;
      break;
    default:
      m = element(n, in.a, in.b, 8, kPayloadOffset);
      break;
  }
  int32_t value;
  if (immediate(stored, value)) {
    n.emit([=](Emitter& e) {
      auto word = static_cast<uint64_t>(int64_t{value});
      if (bits == 8) word &= 0xff;
      if (bits == 16) word &= 0xffff;
      e.c.mov(address_of(e, m, bits), word);
    });
    return;
  }
  size_t s = n.use(stored);
  bool is_float =
      this->is_float(stored) || (resolve(stored).is_op() && only_stored_[resolve(stored).index]);
  n.emit([=](Emitter& e) {
    if (is_float) {
      e.c.movsd(address_of(e, m), e.fp(s));
    } else if (bits == 8) {
      e.c.mov(address_of(e, m, 8), e.gp(s).cvt8());
    } else if (bits == 16) {
      e.c.mov(address_of(e, m, 16), e.gp(s).cvt16());
    } else {
      e.c.mov(address_of(e, m), e.gp(s));
    }
  });
}

void Lowering::lower_new(uint32_t i) {
  const ir::AllocDesc& d = trace_.allocs[ins(i).imm];
  uint64_t header = backend::object_header(d);
  uint32_t bytes = (d.bytes + 7) & ~7u;
  if (bytes > kTraceReserve) return fail("an object larger than the trace reserve");
  NodeBuilder n = node(i);
  n.temps(1);
  n.result(i);
  n.emit([=](Emitter& e) {
    Reg64 t = e.temp(0), r = e.result();
    e.c.mov(r, e.state(0));
    e.c.lea(t, e.c.ptr[r + static_cast<int>(bytes)]);
    e.c.mov(e.state(0), t);
    e.c.mov(t, header);
    e.c.mov(Xbyak::util::qword[r], t);
  });
}

void Lowering::lower_barrier(uint32_t i) {
  NodeBuilder n = node(i);
  n.use(ins(i).a);
  n.emit([](Emitter& e) {
    auto old = std::make_shared<Xbyak::Label>();
    auto done = std::make_shared<Xbyak::Label>();
    auto gc = Xbyak::util::byte[e.gp(0) + static_cast<int>(kGcOffset)];
    e.c.test(gc, kGcOld);
    e.c.jnz(*old, Xbyak::CodeGenerator::T_NEAR);
    e.c.L(*done);
    e.cold([=, &e] {
      e.c.L(*old);
      e.c.test(gc, kGcRemembered);
      e.c.jnz(*done, Xbyak::CodeGenerator::T_NEAR);
      e.c.push(e.gp(0));
      e.call_thunk(Thunk::Remember);
      e.c.pop(e.gp(0));
      e.c.jmp(*done, Xbyak::CodeGenerator::T_NEAR);
    });
  });
}

void Lowering::lower_raw(uint32_t i) {
  const Ins& in = ins(i);
  auto type = static_cast<ir::RawType>(in.aux);
  auto offset = static_cast<int32_t>(in.imm);
  NodeBuilder n = node(i);
  size_t a = n.address(in.a);
  if (in.op == ir::Op::StoreRaw) {
    size_t s = n.use(in.b);
    if (type == ir::RawType::F32) n.temps(0, 1);
    n.emit([=](Emitter& e) {
      auto place = e.gp(a) + offset;
      switch (type) {
        case ir::RawType::I8:
        case ir::RawType::U8:
          return e.c.mov(Xbyak::util::byte[place], e.gp(s).cvt8());
        case ir::RawType::I16:
        case ir::RawType::U16:
          return e.c.mov(Xbyak::util::word[place], e.gp(s).cvt16());
        case ir::RawType::I32:
        case ir::RawType::U32:
          return e.c.mov(Xbyak::util::dword[place], e.gp(s).cvt32());
        case ir::RawType::I64:
          return e.c.mov(Xbyak::util::qword[place], e.gp(s));
        case ir::RawType::F64:
          return e.c.movsd(Xbyak::util::qword[place], e.fp(s));
        case ir::RawType::F32:
          e.c.xorps(e.float_temp(0), e.float_temp(0));
          e.c.cvtsd2ss(e.float_temp(0), e.fp(s));
          return e.c.movss(Xbyak::util::dword[place], e.float_temp(0));
      }
    });
    return;
  }
  n.result(i);
  n.emit([=](Emitter& e) {
    auto place = e.gp(a) + offset;
    switch (type) {
      case ir::RawType::I8:
        return e.c.movsx(e.result(), Xbyak::util::byte[place]);
      case ir::RawType::U8:
        return e.c.movzx(e.result().cvt32(), Xbyak::util::byte[place]);
      case ir::RawType::I16:
        return e.c.movsx(e.result(), Xbyak::util::word[place]);
      case ir::RawType::U16:
        return e.c.movzx(e.result().cvt32(), Xbyak::util::word[place]);
      case ir::RawType::I32:
        return e.c.movsxd(e.result(), Xbyak::util::dword[place]);
      case ir::RawType::U32:
        return e.c.mov(e.result().cvt32(), Xbyak::util::dword[place]);
      case ir::RawType::I64:
        return e.c.mov(e.result(), Xbyak::util::qword[place]);
      case ir::RawType::F32:
        e.c.xorps(e.float_result(), e.float_result());
        e.c.cvtss2sd(e.float_result(), Xbyak::util::dword[place]);
        return canonicalize(e, e.float_result());
      case ir::RawType::F64:
        e.c.movsd(e.float_result(), Xbyak::util::qword[place]);
        return canonicalize(e, e.float_result());
    }
  });
}

/// Foreign NaNs become the default one, or a payload could look like a pointer when it is boxed.
void Lowering::canonicalize(Emitter& e, const Xbyak::Xmm& x) {
  auto nan = std::make_shared<Xbyak::Label>();
  auto done = std::make_shared<Xbyak::Label>();
  e.c.ucomisd(x, x);
  e.c.jp(*nan, Xbyak::CodeGenerator::T_NEAR);
  e.c.L(*done);
  e.cold([=, &e] {
    e.c.L(*nan);
    e.c.movsd(x, e.bits(uint64_t{0x7ff8} << 48));
    e.c.jmp(*done, Xbyak::CodeGenerator::T_NEAR);
  });
}

bool Lowering::lower_memory(uint32_t i) {
  const Ins& in = ins(i);
  switch (in.op) {
    case ir::Op::SlotLoad: {
      auto slot = static_cast<int32_t>(in.imm);
      NodeBuilder n = node(i);
      n.result(i);
      n.emit([slot](Emitter& e) { e.c.mov(e.result(), e.slot(slot)); });
      return true;
    }
    case ir::Op::SlotStore: {
      auto slot = static_cast<int32_t>(in.imm);
      NodeBuilder n = node(i);
      n.use(in.a);
      n.emit([slot](Emitter& e) { e.c.mov(e.slot(slot), e.gp(0)); });
      return true;
    }
    case ir::Op::FrameSync: {
      auto slot = static_cast<int32_t>(in.imm);
      NodeBuilder n = node(i);
      n.use(in.a);
      n.temps(1);
      n.emit([slot](Emitter& e) {
        e.c.mov(e.state(104), e.gp(0));
        e.c.lea(e.temp(0), e.slot(slot));
        e.c.mov(e.state(72), e.temp(0));
      });
      return true;
    }
    case ir::Op::LoadMap: {
      NodeBuilder n = node(i);
      n.use(in.a);
      n.result(i);
      n.emit([](Emitter& e) { e.c.mov(e.result().cvt32(), Xbyak::util::dword[e.gp(0)]); });
      return true;
    }
    case ir::Op::SetMap: {
      uint32_t map = in.imm;
      NodeBuilder n = node(i);
      n.use(in.a);
      n.emit([map](Emitter& e) { e.c.mov(Xbyak::util::dword[e.gp(0)], map); });
      return true;
    }
    case ir::Op::LoadField:
    case ir::Op::LoadInline:
    case ir::Op::LoadGen:
    case ir::Op::LoadCells:
    case ir::Op::LoadTuple:
    case ir::Op::LoadF64:
    case ir::Op::LoadI64:
      lower_load(i);
      return true;
    case ir::Op::LoadByte: {
      NodeBuilder n = node(i);
      MemoryOperand m = element(n, in.a, in.b, 1, kPayloadOffset);
      n.result(i);
      n.emit([m](Emitter& e) { e.c.movzx(e.result().cvt32(), address_of(e, m, 8)); });
      return true;
    }
    case ir::Op::LoadAux: {
      NodeBuilder n = node(i);
      MemoryOperand m;
      m.base = n.use(in.a);
      m.displacement = static_cast<int32_t>(kAuxOffset);
      n.result(i);
      n.emit([m](Emitter& e) { e.c.movzx(e.result().cvt32(), address_of(e, m, 16)); });
      return true;
    }
    case ir::Op::StoreField:
    case ir::Op::StoreInline:
    case ir::Op::StoreGen:
    case ir::Op::StoreCells:
    case ir::Op::StoreTuple:
    case ir::Op::StoreF64:
    case ir::Op::StoreI64:
    case ir::Op::StoreByte:
    case ir::Op::StoreAux:
      lower_store(i);
      return true;
    case ir::Op::LoadRaw:
    case ir::Op::StoreRaw:
      lower_raw(i);
      return true;
    case ir::Op::New:
      lower_new(i);
      return true;
    case ir::Op::Barrier:
      lower_barrier(i);
      return true;
    default:
      return false;
  }
}

}  // namespace hothouse::x64
