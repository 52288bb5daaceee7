// The ctypes module: `ctypes`, `ctypes.util` and the primitives `_ctypes`.
//
// The types, their instances and the conversion of arguments are Python (ffi/python/ctypes/), so
// that traces follow them; what touches memory and C code are the rows of _ctypes, of which reads
// and writes of numbers are templates (core/ops/native.h).
#pragma once

namespace hothouse::ffi {

/// Makes the modules known. Called once, before a Vm is made.
void install();

}  // namespace hothouse::ffi
