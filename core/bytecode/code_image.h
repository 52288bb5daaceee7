// Code as bytes, so that what one run has compiled another can take over.
//
// An image holds a Code and all code in it: instructions and positions as they lie in memory,
// constants and names by value. Numbers of instructions and of intrinsics are those of this very
// program, so an image is good for no other build; who keeps images sees to that
// (builtins/code_cache.h).
//
//   Value ::= 'v' bits                 immediate: a small int, a float, None ...
//           | 's' size UTF-8 | 'n' ... a Str; one that is interned
//           | 'r' index                a Str that came before, counted from 0
//           | 'b' size bytes | 'i' size hexadecimal digits | 'c' two doubles
//           | 't' count Value... | 'f' count Value...          tuple, frozenset
//           | 'o' body                 Code
//
// Neighbours: code.h (CodeBody), compiler.cpp (which makes them otherwise).
// Invariant: reading what was written gives code that no program can tell from the compiler's.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/objects/value.h"

namespace hothouse {

class Leaf;

/// The image of a Code that has not run yet: running fills inline caches. "" if there is a constant
/// that has no form.
std::string write_code_image(Leaf& vm, Value code);

/// The Code of an image, its source being that text in that file (a Str). Undefined if the image
/// ends too early or holds something else; parts of it may have been registered then, unused.
Value read_code_image(Leaf& vm, std::string_view image, Value filename,
                      const std::shared_ptr<const std::string>& source);

}  // namespace hothouse
