// The numarray module: arrays whose expressions are fused and compiled.
//
// What programs see is Python (numarray/python/numarray/), so that traces follow it; what works
// on elements are the primitives of _numarray (rows.h), and element access is raw memory
// (core/ops/native.h). Only C++ that runs anywhere: the web build has it too.
#pragma once

namespace hothouse::numarray {

/// Makes the modules known. Called once, before a Vm is made.
void install();

}  // namespace hothouse::numarray
