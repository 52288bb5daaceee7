// The order of classes: what a class derives from as programs see it, and change it.
#pragma once

#include "core/objects/types.h"

namespace hothouse {

/// cls.__base__: the first base that decides how instances are laid out, or else the first.
Value solid_base(const Type* cls);
/// Gives a class the MRO that its metaclass wants: a Tuple. Answers None, or raised TypeError.
Value set_mro(Leaf& vm, Type* t, Value mro);

}  // namespace hothouse
