// Which built-ins read the variables or positions of the frames that called them. A trace keeps
// those in machine registers, so it cannot contain such a call.
#pragma once

#include <cstdint>

#include "core/builtins/builtin.h"

namespace hothouse {

/// Does the built-in, called with `count` arguments, look at frames?
bool looks_at_frames(const BuiltinDef& def, uint32_t count);

}  // namespace hothouse
