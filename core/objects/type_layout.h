// How instances are laid out, as programs see it: which base decides it, what a class adds to it,
// and which classes may take each other's place.
//
// Neighbours: type_make.cpp (checks and changes classes with it), instance.cpp (changes the class
// of an instance). Instances here have hidden classes, whatever their class's __slots__; what is
// answered is what CPython's sizes and offsets say (Objects/typeobject.c: best_base, solid_base,
// compatible_for_assignment), because programs see that as errors.
#pragma once

#include <string_view>

#include "core/objects/types.h"

namespace hothouse {

/// Of the bases the one that decides the layout: cls.__base__. Null: two of them disagree.
Type* best_base(Leaf& vm, const Tuple* bases);
/// cls.__base__: None for object.
Value base_of_type(Leaf& vm, const Type* cls);

/// Does __slots__ (any value, or undefined) name it?
bool slots_name(Leaf& vm, Value slots, Value name);
/// What a class without __slots__ gives its instances.
enum class Addition { Dict, WeakReferences };
/// Does a class of the program add that to its bases? Without __slots__ it adds both, unless a base
/// has it or, for weak references, objects of a base are of different lengths.
bool adds_to_bases(Leaf& vm, Type* t, Addition what);

/// May `after` take the place of `before` in `attribute` ("__class__", "__bases__")? False:
/// TypeError was raised.
bool check_same_layout(Leaf& vm, Type* before, Type* after, std::string_view attribute);

}  // namespace hothouse
