// The frames of the program, as the library shows them: without its own.
#pragma once

#include <vector>

#include "core/vm/vm.h"

namespace hothouse {

struct ProgramFrame {
  Value* registers;
  uint32_t pc;  // behind the instruction that it is in
};

/// The depth-th from the innermost on; null registers if there is none.
ProgramFrame program_frame(Vm& vm, int64_t depth);
/// How far in that count a frame lies, or -1.
int64_t program_depth(Vm& vm, const Value* r);
/// Leaves of a function's registers those whose contents are known: all of them where the text
/// asks for them, and otherwise those that were certainly assigned. `pc` is behind the instruction
/// that the frame is in. Traces do not put back what is dead; and while one runs (`in_trace`: that
/// may be), numbers that the program has assigned may be in machine registers only.
void forget_unknown(CodeBody& body, uint32_t pc, bool in_trace, std::vector<Value>& row);
int32_t line_at(const CodeBody& body, uint32_t pc);

}  // namespace hothouse
