// Emitter: xbyak with the locations of the current node filled in, the constant pool, exits and
// cold blocks. Lowering functions (lower_*.cpp) get one when their node has its registers.
#pragma once

#include <functional>
#include <vector>

#include "native/x64/assembler.h"
#include "native/x64/machine.h"

namespace hothouse::x64 {

class Lowering;

/// Condition codes as numbered by the processor: `cc ^ 1` is the opposite.
enum class Cc : uint8_t { O, NO, B, AE, E, NE, BE, A, S, NS, P, NP, L, GE, LE, G };
inline Cc opposite(Cc cc) { return static_cast<Cc>(static_cast<uint8_t>(cc) ^ 1); }

class Emitter {
 public:
  Emitter(uint8_t* buffer, size_t size) : c(size, buffer) {}

  Xbyak::CodeGenerator c;
  const backend::NodeAssignment* at = nullptr;

  /// The unit has vectors: see lower_vector.cpp.
  bool wide = false;
  const char* failed = nullptr;  // what could not be emitted

  uint32_t offset() const { return static_cast<uint32_t>(c.getSize()); }

  // --- places of the current node
  static Xbyak::Reg64 general(uint8_t reg) { return Xbyak::Reg64(reg); }
  static Xbyak::Xmm xmm(uint8_t reg) { return Xbyak::Xmm(reg - 16); }
  Xbyak::Reg64 gp(size_t use) const { return general(at->uses[use].reg()); }
  Xbyak::Xmm fp(size_t use) const { return xmm(at->uses[use].reg()); }
  Xbyak::Reg64 result() const { return general(at->def.reg()); }
  Xbyak::Xmm float_result() const { return xmm(at->def.reg()); }
  Xbyak::Reg64 temp(int i) const { return general(at->general_temps[i]); }
  Xbyak::Xmm float_temp(int i) const { return xmm(at->float_temps[i]); }
  Xbyak::Ymm wide_register(size_t use) const { return Xbyak::Ymm(at->uses[use].reg() - 16); }
  Xbyak::Ymm wide_result() const { return Xbyak::Ymm(at->def.reg() - 16); }
  const Xbyak::Operand& wide_operand(size_t use);
  bool in_register(size_t use) const { return at->uses[use].is_register(); }
  bool same_as_result(size_t use) const { return at->uses[use] == at->def; }
  /// Memory behind a location that is no register.
  Xbyak::Address memory(const backend::Location& where, int bits = 64);
  /// Register or memory operand.
  const Xbyak::Operand& operand(size_t use, int bits = 64);
  /// Copies the first operand into the result's register if it is not there.
  void copy_first();
  void move(const backend::Move& move);
  void load_constant(const backend::Location& to, backend::ValueId constant);

  // --- frame and state
  static Xbyak::Address state(int32_t offset, int bits = 64) {
    return frame_of(Xbyak::Reg64(kStateRegister), offset, bits);
  }
  static Xbyak::Address frame(int32_t offset) {
    return frame_of(Xbyak::Reg64(Xbyak::Operand::RSP), offset, 64);
  }
  static Xbyak::Address slot(int32_t slot) {
    return frame_of(Xbyak::Reg64(kBaseRegister), slot * 8, 64);
  }

  // --- pool
  uint32_t pool_word(PoolWord::Kind kind, uint64_t bits);
  /// Two equal words at a 16-byte boundary.
  uint32_t pool_pair(uint64_t bits);
  /// Four equal words.
  uint32_t pool_quad(uint64_t bits);
  Xbyak::Address pool(uint32_t word, int bits = 64);
  Xbyak::Address bits(uint64_t b) { return pool(pool_word(PoolWord::Kind::Bits, b)); }
  Xbyak::Address value(Value v);

  // --- jumps
  void jump(Cc cc, Xbyak::Label& label);
  /// Leaves through the current node's exit.
  void leave(Cc cc);
  void leave();
  /// Code that is rarely run, behind the unit's main path.
  void cold(std::function<void()> emit);
  void call_thunk(Thunk thunk);
  void align(uint32_t boundary);

  struct Site {
    Xbyak::Label label;
    uint32_t snapshot;
    uint32_t op;
    std::vector<uint32_t> jumps;
    std::vector<backend::Location> kept;
  };
  std::vector<std::unique_ptr<Site>> sites;
  Site* site = nullptr;  // of the current node

  struct Cold {
    uint32_t op;
    const backend::NodeAssignment* at;
    Site* site;
    std::function<void()> emit;
  };
  std::vector<Cold> cold_blocks;
  uint32_t current_op = 0;

  std::vector<PoolWord> pool_words;
  Xbyak::Label pool_label;
  Lowering* lowering = nullptr;
  /// While words are pushed, places relative to rsp lie this much higher.
  int32_t pushed = 0;

 private:
  void move_wide(const backend::Move& move);
  static Xbyak::Address frame_of(const Xbyak::Reg64& base, int32_t offset, int bits);
  static constexpr int kOperands = 8;
  Xbyak::Reg64 register_operands_[kOperands];
  Xbyak::Reg32 register_operands32_[kOperands];
  Xbyak::Xmm float_operands_[kOperands];
  Xbyak::Ymm wide_operands_[kOperands];
  std::vector<std::unique_ptr<Xbyak::Address>> memory_operands_;
};

}  // namespace hothouse::x64
