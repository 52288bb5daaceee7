// The instruction that stands for others while functions are traced (bytecode/instrument.h). What
// it means is the interpreter's business alone: nothing is recorded meanwhile.
#pragma once

#include "core/ops/machine.h"

namespace hothouse::ops {

template <class M>
Flow op_Instrumented(M& m, Insn) {
  return m.instrumented();
}

}  // namespace hothouse::ops
