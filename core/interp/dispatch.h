// The dispatch loop.
#pragma once

#include "core/vm/vm.h"

namespace hothouse {

/// Runs from the current frame (state.top, state.pc) until a frame with Action::Exit returns
/// (answers its result) or an exception leaves it (answers Value::raised()).
Value run(Vm& vm);

}  // namespace hothouse
