// The primitives of _cpython.
#pragma once

#include "core/builtins/tables.h"

namespace hothouse::cpython {

extern const BuiltinTable kRowsOfBridge, kRowsOfArrays;

}  // namespace hothouse::cpython
