// "Did you mean ...?": the known name that is closest to a misspelled one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/vm/context.h"

namespace hothouse {

/// CPython's distance between two names: 2 for a letter moved, added or replaced, 1 for another
/// case. More than `limit` where that is certain early.
size_t name_distance(std::string_view a, std::string_view b, size_t limit);
/// The closest of `known` that is close enough, or "".
std::string closest_name(const std::vector<std::string>& known, std::string_view name);

/// For a NameError or AttributeError: the name that was probably meant, or "".
std::string suggestion_for(Caller& vm, Value exception);

}  // namespace hothouse
