// Which registers of a code body certainly hold what the program last put there, at a position.
//
// A function's registers are not cleared when it is called: a variable that is not assigned yet, or
// is not on every way that leads here, may hold what another frame has left. Whoever shows the
// variables of a frame (tracebacks, debuggers) leaves such out.
//
// A forward data-flow analysis, the mirror image of liveness.h: a register is assigned in front of
// an instruction if it is behind all that come before. A handler follows each instruction of its
// range before that has written anything.
#pragma once

#include <cstdint>
#include <vector>

#include "core/bytecode/code.h"

namespace hothouse {

class Assigned {
 public:
  explicit Assigned(const CodeBody& code);

  /// Whether register `reg`, a variable's, is in front of the instruction that covers word `pc`.
  bool is_assigned(uint32_t pc, uint32_t reg) const {
    return bits_[pc * row_ + reg / 64] >> (reg % 64) & 1;
  }

 private:
  /// Takes `from` into what holds in front of `pc`. True if that changes it.
  bool join(uint32_t pc, const std::vector<uint64_t>& from);
  bool pass(const CodeBody& code);

  size_t row_ = 0;  // words a row
  std::vector<uint64_t> bits_;
};

}  // namespace hothouse
