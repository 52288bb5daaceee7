// What the files with primitives share.
#pragma once

#include <string_view>

#include "core/vm/context.h"

namespace hothouse {

/// The type that generators of an internal function report: "map", "itertools.count".
Value generator_type_named(Leaf& vm, std::string_view name);

}  // namespace hothouse
