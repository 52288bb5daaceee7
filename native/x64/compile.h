// Trace -> bytes: selection, register allocation, emission. Portable; nothing is executed.
#pragma once

#include <functional>
#include <string>

#include "native/x64/machine.h"

namespace hothouse::x64 {

/// Finds other units that were compiled before: a bridge's parent, the target of a jump.
using FindUnit = std::function<const CompiledUnit*(backend::UnitId)>;

struct CompileRequest {
  backend::CompileOptions options;
  FindUnit find_unit;
};

bool supports(const ir::Trace& trace, std::string& reason);
CompiledUnit compile(const ir::Trace& trace, const CompileRequest& request);

}  // namespace hothouse::x64
