// repr of what contains nothing to be shown.
#pragma once

#include "core/objects/value.h"

namespace hothouse {

/// The repr of a class, function, module or the like which its own type gives.
Value repr_builtin_object(Leaf& vm, Value v);

/// The same of an object of a class that derives from that of modules.
Value repr_module_instance(Leaf& vm, Value v);

}  // namespace hothouse
