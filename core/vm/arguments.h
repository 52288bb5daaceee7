// Binding the arguments of Python functions in C++: the general case, with CPython's errors.
#pragma once

#include "core/vm/vm.h"

namespace hothouse {

/// Rearranges `n` arguments at `args` (the last ones named by the Tuple `names`, or undefined)
/// into parameter order, in place. There must be room for all parameters. False: TypeError.
bool bind_function_arguments(Vm& vm, Function* function, Value* args, uint32_t n, Value names);

}  // namespace hothouse
