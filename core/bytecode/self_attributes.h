// Which attributes a method gives its object: the names that it stores to its first parameter.
//
// Instances get room for what their class's methods store, so that already the first one has the
// layout of all later ones; V8 counts the properties that a constructor assigns for the same end.
// An estimate: stores under conditions count, stores through other names don't.
#pragma once

#include <vector>

#include "core/bytecode/code.h"

namespace hothouse {

/// Adds to `names` the attributes stored to parameter 0 of `code` that aren't among them yet.
void add_self_attributes(const CodeBody& code, std::vector<Value>& names);

}  // namespace hothouse
