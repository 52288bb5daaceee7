// The last step: drops snapshots, constants and allocs that nothing names, and lists body_params.
#pragma once

#include "core/ir/trace.h"

namespace hothouse::opt {

void clean_up(ir::Trace& trace);

}  // namespace hothouse::opt
