// A backend that tells the event stream what machine code looks like: registers and instructions
// of every unit, whoever executes it.
//
// Neighbours: listing.h (instructions as text), compile.h. Invariant: the code it shows is what the
// x64 backend runs, byte for byte but for the pool, since both come from x64::compile.
#pragma once

#include <memory>

#include "core/backend/backend.h"
#include "core/events/events.h"

namespace hothouse::x64 {

/// `inner`, and for each unit that it compiles the events `intervals` and `machine`.
std::unique_ptr<backend::Backend> with_listing(std::unique_ptr<backend::Backend> inner,
                                               EventStream& events);

}  // namespace hothouse::x64
