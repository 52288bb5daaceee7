// Values from one world to the other. All of it under the GIL.
//
//   Hothouse                         CPython                     back again
//   None, bool, int, float, str,     the same                    the same
//   bytes, ..., NotImplemented
//   tuple, frozenset                 a copy, elements likewise   a copy: they cannot change
//   list, dict, set, bytearray       a copy                      a proxy
//   slice, range                     the same                    a proxy
//   built-in type (int, float, ...)  CPython's of that name      a proxy
//   proxy                            the object                  a proxy (or one of the above)
//   anything else                    a wrapper (wrapper.h)       the value itself
//
// Only objects of exactly these classes are converted: a numpy.float64 is a proxy.
// Failures leave the pending exception of Hothouse, never CPython's.
#pragma once

#include "numarray/cpython/world.h"

namespace hothouse::cpython {

/// Null when raised. `v` must be reachable by the collector (an argument of a row, a Rooted).
Ref to_python(World& world, Value v, int depth = 0);
/// Takes the result of a call of the API over: raised if it is null, the exception CPython's.
Value from_python(World& world, Ref object);
/// The same, lists, dicts, sets, bytearrays and numbers of subclasses copied too: the explicit
/// conversion. TypeError if there is nothing it could become.
Value from_python_deep(World& world, Ref object);
/// A dict of keywords as a Dict; or raised.
Value keywords_from_python(World& world, PyObject* keywords);
/// Is it a value which CPython would see as a wrapper?
bool is_foreign(World& world, Value v);

/// UTF-8 of a str of CPython, surrogates as three bytes; false with CPython's exception set.
bool text_of(PyObject* str, std::string* text);
/// A str of CPython.
Ref make_text(std::string_view utf8);

}  // namespace hothouse::cpython
