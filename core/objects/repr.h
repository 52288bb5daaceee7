// repr() and str() of built-in values. Elements of containers may be instances, so the general
// form takes a Caller.
#pragma once

#include <string>

#include "core/objects/str.h"

namespace hothouse {

/// repr(v); a Str, or raised.
Value repr_call(Caller& vm, Value v);
/// str(v).
Value str_call(Caller& vm, Value v);
/// ascii(v).
Value ascii_call(Caller& vm, Value v);
/// repr where no Python call is needed (numbers, strings, None, types, functions, modules, and
/// containers of such); undefined otherwise.
Value repr_leaf(Leaf& vm, Value v);
/// str, likewise.
Value str_leaf(Leaf& vm, Value v);
/// The default: "<__main__.Foo object at 0x7f...>".
Value default_repr(Leaf& vm, Value v);

}  // namespace hothouse
