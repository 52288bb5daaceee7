#include "native/x64/emitter.h"

#include "native/x64/lowering.h"

namespace hothouse::x64 {

using backend::Location;
using backend::Move;
using Xbyak::Address;
using Xbyak::Operand;
using Xbyak::Reg64;

namespace {
constexpr uint32_t kMovedImmediate = 0xffffffffu;
}

Address Emitter::frame_of(const Reg64& base, int32_t offset, int bits) {
  if (bits == 256) return Xbyak::util::yword[base + offset];
  if (bits == 32) return Xbyak::util::dword[base + offset];
  if (bits == 16) return Xbyak::util::word[base + offset];
  if (bits == 8) return Xbyak::util::byte[base + offset];
  return Xbyak::util::qword[base + offset];
}

Address Emitter::memory(const Location& where, int bits) {
  if (where.is_constant()) return lowering->constant_memory(where.index, bits);
  int32_t offset = where.kind == Location::Kind::Argument
                       ? static_cast<int32_t>(where.index) * 8
                       : kSpillArea + static_cast<int32_t>(where.index) * (wide ? 32 : 8);
  return frame_of(Reg64(Operand::RSP), offset + pushed, bits);
}

const Operand& Emitter::operand(size_t use, int bits) {
  const Location& where = at->uses[use];
  if (where.is_register()) {
    if (backend::is_float_register(where.reg())) {
      return float_operands_[use] = xmm(where.reg());
    }
    if (bits == 32) return register_operands32_[use] = general(where.reg()).cvt32();
    return register_operands_[use] = general(where.reg());
  }
  memory_operands_.push_back(std::make_unique<Address>(memory(where, bits)));
  return *memory_operands_.back();
}

const Operand& Emitter::wide_operand(size_t use) {
  const Location& where = at->uses[use];
  if (where.is_register()) return wide_operands_[use] = wide_register(use);
  memory_operands_.push_back(std::make_unique<Address>(memory(where, 256)));
  return *memory_operands_.back();
}

void Emitter::copy_first() {
  if (!same_as_result(0)) move({at->def, at->uses[0], false});
}

void Emitter::load_constant(const Location& to, backend::ValueId constant) {
  uint64_t bits = lowering->constant_bits(constant);
  if (backend::is_float_register(to.reg())) {
    if (bits == 0) {
      c.xorps(xmm(to.reg()), xmm(to.reg()));
    } else {
      c.movsd(xmm(to.reg()), lowering->constant_memory(constant, 64));
    }
    return;
  }
  Reg64 r = general(to.reg());
  if (lowering->constant_is_root(constant)) {
    c.mov(r, lowering->constant_memory(constant, 64));
  } else if (lowering->constant_is_address(constant) || bits > kMovedImmediate) {
    if (!lowering->constant_is_address(constant) &&
        static_cast<int64_t>(bits) == static_cast<int32_t>(bits)) {
      c.mov(r, static_cast<uint64_t>(bits));  // sign-extended, 7 bytes
    } else {
      c.mov(r, lowering->constant_memory(constant, 64));
    }
  } else if (bits == 0) {
    c.xor_(r.cvt32(), r.cvt32());
  } else {
    c.mov(r.cvt32(), static_cast<uint32_t>(bits));
  }
}

/// Moves of floats in a unit with vectors: all 32 bytes.
void Emitter::move_wide(const Move& m) {
  const Location &to = m.to, &from = m.from;
  auto ymm = [](const Location& l) { return Xbyak::Ymm(l.reg() - 16); };
  if (from.is_constant()) {
    if (!to.is_register())
      failed = "a float constant stored in a unit with vectors";
    else
      c.vmovsd(xmm(to.reg()), memory(from));
    return;
  }
  if (to.is_register() && from.is_register()) {
    if (!m.is_swap) return c.vmovaps(ymm(to), ymm(from));
    c.vxorps(ymm(to), ymm(to), ymm(from));
    c.vxorps(ymm(from), ymm(from), ymm(to));
    return c.vxorps(ymm(to), ymm(to), ymm(from));
  }
  if (m.is_swap) {
    failed = "a vector changes places with one in memory";
  } else if (to.is_register()) {
    c.vmovups(ymm(to), memory(from, 256));
  } else if (from.is_register()) {
    c.vmovups(memory(to, 256), ymm(from));
  } else {
    failed = "a vector is moved from memory to memory";
  }
}

void Emitter::move(const Move& m) {
  const Location &to = m.to, &from = m.from;
  auto in_float = [](const Location& l) {
    return l.is_register() ? backend::is_float_register(l.reg()) : l.is_float;
  };
  if (wide && in_float(to) && in_float(from)) return move_wide(m);
  if (m.is_swap) {
    if (to.is_register() && from.is_register()) {
      if (backend::is_float_register(to.reg())) {
        c.xorps(xmm(to.reg()), xmm(from.reg()));
        c.xorps(xmm(from.reg()), xmm(to.reg()));
        c.xorps(xmm(to.reg()), xmm(from.reg()));
      } else {
        c.xchg(general(to.reg()), general(from.reg()));
      }
      return;
    }
    // With memory: through the stack.
    auto push = [&](const Location& l) {
      if (!l.is_register()) {
        c.push(memory(l));
      } else if (backend::is_float_register(l.reg())) {
        c.lea(c.rsp, c.ptr[c.rsp - 8]);
        c.movsd(c.ptr[c.rsp], xmm(l.reg()));
      } else {
        c.push(general(l.reg()));
      }
      pushed += 8;
    };
    auto pop = [&](const Location& l) {
      if (!l.is_register()) {
        pushed -= 8;  // the processor addresses memory with rsp already raised
        c.pop(memory(l));
        return;
      }
      pushed -= 8;
      if (backend::is_float_register(l.reg())) {
        c.movsd(xmm(l.reg()), c.ptr[c.rsp]);
        c.lea(c.rsp, c.ptr[c.rsp + 8]);
      } else {
        c.pop(general(l.reg()));
      }
    };
    push(to);
    push(from);
    pop(to);
    pop(from);
    return;
  }
  if (to.is_register()) {
    bool is_float = backend::is_float_register(to.reg());
    if (from.is_constant()) {
      load_constant(to, from.index);
    } else if (from.is_register()) {
      bool from_float = backend::is_float_register(from.reg());
      if (is_float && from_float) {
        c.movaps(xmm(to.reg()), xmm(from.reg()));
      } else if (is_float) {
        c.movq(xmm(to.reg()), general(from.reg()));
      } else if (from_float) {
        c.movq(general(to.reg()), xmm(from.reg()));
      } else {
        c.mov(general(to.reg()), general(from.reg()));
      }
    } else if (is_float) {
      c.movsd(xmm(to.reg()), memory(from));
    } else {
      c.mov(general(to.reg()), memory(from));
    }
    return;
  }
  if (from.is_register()) {
    if (backend::is_float_register(from.reg())) {
      c.movsd(memory(to), xmm(from.reg()));
    } else {
      c.mov(memory(to), general(from.reg()));
    }
    return;
  }
  if (from.is_constant()) {
    uint64_t bits = lowering->constant_bits(from.index);
    if (!lowering->constant_is_root(from.index) && !lowering->constant_is_address(from.index) &&
        static_cast<int64_t>(bits) == static_cast<int32_t>(bits)) {
      c.mov(memory(to), bits);
      return;
    }
  }
  c.push(memory(from));
  c.pop(memory(to));
}

uint32_t Emitter::pool_word(PoolWord::Kind kind, uint64_t bits) {
  for (uint32_t i = 0; i < pool_words.size(); i++) {
    if (pool_words[i].kind == kind && pool_words[i].bits == bits) return i;
  }
  pool_words.push_back({kind, bits});
  return static_cast<uint32_t>(pool_words.size() - 1);
}

uint32_t Emitter::pool_pair(uint64_t bits) {
  for (uint32_t i = 0; i + 1 < pool_words.size(); i += 2) {
    const PoolWord &a = pool_words[i], &b = pool_words[i + 1];
    if (a.kind == PoolWord::Kind::Bits && b.kind == a.kind && a.bits == bits && b.bits == bits) {
      return i;
    }
  }
  if (pool_words.size() % 2) pool_words.push_back({PoolWord::Kind::Bits, 0});
  pool_words.push_back({PoolWord::Kind::Bits, bits});
  pool_words.push_back({PoolWord::Kind::Bits, bits});
  return static_cast<uint32_t>(pool_words.size() - 2);
}

uint32_t Emitter::pool_quad(uint64_t bits) {
  auto is = [&](const PoolWord& w) { return w.kind == PoolWord::Kind::Bits && w.bits == bits; };
  for (uint32_t i = 0; i + 3 < pool_words.size(); i++) {
    if (is(pool_words[i]) && is(pool_words[i + 1]) && is(pool_words[i + 2]) &&
        is(pool_words[i + 3])) {
      return i;
    }
  }
  for (int k = 0; k < 4; k++) pool_words.push_back({PoolWord::Kind::Bits, bits});
  return static_cast<uint32_t>(pool_words.size() - 4);
}

Address Emitter::pool(uint32_t word, int bits) {
  Xbyak::RegRip place = c.rip + pool_label + static_cast<int>(8 * word);
  if (bits == 8) return Xbyak::util::byte[place];
  if (bits == 32) return Xbyak::util::dword[place];
  if (bits == 128) return Xbyak::util::xword[place];
  if (bits == 256) return Xbyak::util::yword[place];
  return Xbyak::util::qword[place];
}

Address Emitter::value(Value v) {
  return pool(pool_word(v.is_object() ? PoolWord::Kind::Root : PoolWord::Kind::Bits, v.bits()));
}

void Emitter::jump(Cc cc, Xbyak::Label& label) {
  auto near = Xbyak::CodeGenerator::T_NEAR;
  switch (cc) {
    case Cc::O:
      return c.jo(label, near);
    case Cc::NO:
      return c.jno(label, near);
    case Cc::B:
      return c.jb(label, near);
    case Cc::AE:
      return c.jae(label, near);
    case Cc::E:
      return c.je(label, near);
    case Cc::NE:
      return c.jne(label, near);
    case Cc::BE:
      return c.jbe(label, near);
    case Cc::A:
      return c.ja(label, near);
    case Cc::S:
      return c.js(label, near);
    case Cc::NS:
      return c.jns(label, near);
    case Cc::P:
      return c.jp(label, near);
    case Cc::NP:
      return c.jnp(label, near);
    case Cc::L:
      return c.jl(label, near);
    case Cc::GE:
      return c.jge(label, near);
    case Cc::LE:
      return c.jle(label, near);
    case Cc::G:
      return c.jg(label, near);
  }
}

void Emitter::leave(Cc cc) {
  jump(cc, site->label);
  site->jumps.push_back(offset() - 4);
}

void Emitter::leave() {
  c.jmp(site->label, Xbyak::CodeGenerator::T_NEAR);
  site->jumps.push_back(offset() - 4);
}

void Emitter::cold(std::function<void()> emit) {
  cold_blocks.push_back({current_op, at, site, std::move(emit)});
}

void Emitter::call_thunk(Thunk thunk) {
  c.call(pool(pool_word(PoolWord::Kind::Thunk, static_cast<uint64_t>(thunk))));
}

void Emitter::align(uint32_t boundary) {
  uint32_t rest = offset() % boundary;
  if (rest) c.nop(boundary - rest);
}

}  // namespace hothouse::x64
