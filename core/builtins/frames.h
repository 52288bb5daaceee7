// Which built-ins read the variables or positions of the frames that called them. A trace keeps
// those in machine registers, and has to write them to memory before such a call.
#pragma once

#include <cstdint>

#include "core/builtins/builtin.h"

namespace hothouse {

/// Does the built-in change frames that called it? No trace can contain the call.
bool changes_frames(const BuiltinDef& def);

/// Does the built-in, called with `count` arguments, look at frames?
bool looks_at_frames(const BuiltinDef& def, uint32_t count);

}  // namespace hothouse
