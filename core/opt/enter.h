// What the pipeline's caller asks about the pass that enters bodies (enter.cpp).
#pragma once

#include "core/ir/trace.h"

namespace hothouse::opt {

/// Whether an optimized trace jumps into a body behind a guard that always fails. It is then
/// better optimized with the pass `enter` left out.
bool enters_in_vain(const ir::Trace& trace);

}  // namespace hothouse::opt
