// Instantiates the templates of all instructions over the opaque machine: that this file compiles
// is the proof that none of them looks at a value.
#include "core/ops/opaque_machine.h"

#include "core/ops/all.h"
#include "core/ops/machine_concept.h"

namespace hothouse::ops {

static_assert(Machine<OpaqueMachine>);

using OpaqueHandler = Flow (*)(OpaqueMachine&, Insn);
extern const OpaqueHandler kOpaqueHandlers[];
const OpaqueHandler kOpaqueHandlers[] = {
#define INSN(Name, text, operands, cache_words, sentence) &op_##Name<OpaqueMachine>,
#include "core/bytecode/instructions.def"
#undef INSN
};

}  // namespace hothouse::ops
