// Exceptions from one world to the other.
//
// An exception of a built-in class becomes one of the built-in class of that name; one of any
// other class of CPython an instance of a class of the same name, which is derived from
// cpython.Error and from the nearest built-in class, and whose argument is the text. Its attribute
// cpython_exception is a proxy of the original, traceback and all. An exception that comes home
// is the very object that left.
#pragma once

#include "numarray/cpython/world.h"

namespace hothouse::cpython {

/// CPython's exception becomes the pending one. Answers Value::raised().
Value raise_from_python(World& world);
/// The pending exception becomes CPython's.
void raise_in_python(World& world);
/// The exception object of CPython for one of Hothouse; null when raised.
Ref exception_to_python(World& world, Value exception);

}  // namespace hothouse::cpython
