// Attribute lookup as object.__getattribute__ and object.__setattr__ do it: without the hooks that
// the class itself defines.
#pragma once

#include "core/objects/attributes.h"

namespace hothouse {

Attribute find_attribute_generic(Leaf& vm, Value object, Value name);
AttributeStore find_store_generic(Leaf& vm, Value object, Value name, bool deleting);

}  // namespace hothouse
