// Calling a Python function from C++ by the native entry of its unit: what a C library's callbacks
// come down to, which are called too often for the way through the interpreter.
#pragma once

#include "core/vm/vm.h"

namespace hothouse {

/// As Caller::call; shorter if the callable is a Function with a valid unit and takes just so many
/// arguments.
Value call_by_native_entry(Vm& vm, Value callable, const Value* args, uint32_t count);

}  // namespace hothouse
