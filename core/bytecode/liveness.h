// Liveness: which registers of a code body may still be read from a position on.
//
// What an interpreter keeps in a register that is dead need not be rebuilt when a trace is left:
// snapshots name live registers only, and what only dead ones wanted is not computed, carried
// round a loop or boxed.
//
// A backward data-flow analysis (Aho, Lam, Sethi, Ullman, "Compilers", 9.2.5) over the operand
// letters of instructions.def. An instruction that may raise reaches its handler before it has
// written anything, so what a handler reads is live in all of its range. Windows of calls count as
// read whole: too much is harmless.
#pragma once

#include <cstdint>
#include <vector>

#include "core/bytecode/code.h"

namespace hothouse {

class Liveness {
 public:
  /// `exact`: of a window only what the call reads counts, as finalizers want it.
  explicit Liveness(const CodeBody& code, bool exact = false);

  /// Whether register `reg` may be read when the instruction that covers word `pc` (the
  /// instruction itself or a word of its cache) is executed, or after it.
  bool is_live(uint32_t pc, uint32_t reg) const {
    if (all_) return true;
    return bits_[pc * row_ + reg / 64] >> (reg % 64) & 1;
  }

 private:
  using Row = uint64_t*;

  Row row(uint32_t pc) { return bits_.data() + size_t{pc} * row_; }
  void compute(const CodeBody& code);
  void transfer(const CodeBody& code, uint32_t pc, uint32_t next, std::vector<uint64_t>& live);
  bool exact_ = false;
  bool all_ = false;  // the function looks at its variables by name
  size_t row_ = 0;    // words a row
  std::vector<uint64_t> bits_;
};

/// The liveness of a body, computed when it is first asked for.
const Liveness& liveness_of(CodeBody& code);

}  // namespace hothouse
