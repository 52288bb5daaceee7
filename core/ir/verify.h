// Checks that a trace keeps the rules of ops.def, trace.h and core/opt: run after every pass in
// debug builds and in tests, and on what the recorder hands over.
#pragma once

#include <string>

#include "core/ir/trace.h"

namespace hothouse::ir {

/// "" if the trace is well formed; otherwise what is wrong, with the op's text.
std::string verify(const Trace& trace);

}  // namespace hothouse::ir
