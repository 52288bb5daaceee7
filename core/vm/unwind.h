// Unwinding: from a raised exception to its handler.
#pragma once

#include "core/vm/vm.h"

namespace hothouse {

/// Finds the handler of the pending exception, from the current frame (state.top, state.pc)
/// outwards, popping frames. True: state tells where to go on. False: a frame with Action::Exit
/// was popped and the exception is still pending, for the C++ code that ran it.
bool unwind(Vm& vm);

/// The instruction in front of `pc` if it loads an attribute, or null: what an AttributeError that
/// passes it is about.
const Insn* passed_attribute_load(const CodeBody& body, uint32_t pc);

}  // namespace hothouse
