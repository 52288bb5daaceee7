// The order of classes: what a class derives from as programs see it, and change it.
#pragma once

#include "core/objects/types.h"

namespace hothouse {

/// Gives a class the MRO that its metaclass wants: a Tuple. Answers None, or raised TypeError.
Value set_mro(Leaf& vm, Type* t, Value mro);

}  // namespace hothouse
