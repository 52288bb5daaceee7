// Proxies: instances of cpython.Object (python/cpython.py), each of which owns a reference to an
// object of CPython. What one does with a proxy is done to the object.
#pragma once

#include "numarray/cpython/world.h"

namespace hothouse::cpython {

/// A new proxy for any object.
Value make_proxy(World& world, Ref object);
/// The object behind a proxy, borrowed from it; null if v is none.
PyObject* proxied(Leaf& vm, Value v);

}  // namespace hothouse::cpython
