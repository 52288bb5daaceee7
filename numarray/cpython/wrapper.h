// Wrappers: objects of CPython that stand for values of Hothouse which have no counterpart there:
// functions, instances, classes, generators. CPython can call them (callbacks), show them, iterate
// over them, and get and set their attributes; two are equal if they stand for the same object.
#pragma once

#include "numarray/cpython/world.h"

namespace hothouse::cpython {

/// A new wrapper; null when raised.
Ref wrap(World& world, Value v);
/// What a wrapper stands for, undefined if it is none.
Value unwrapped(World& world, PyObject* o);

}  // namespace hothouse::cpython
