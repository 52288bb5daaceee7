// The primitives of _ctypes, by topic.
#pragma once

#include "core/builtins/tables.h"

namespace hothouse::ffi {

extern const BuiltinTable kMemoryRows;    // memory.cpp: reading and writing C memory
extern const BuiltinTable kFunctionRows;  // function_rows.cpp: C functions and callbacks
extern const BuiltinTable kLibraryRows;   // shared_library.cpp: dlopen and its kin

}  // namespace hothouse::ffi
