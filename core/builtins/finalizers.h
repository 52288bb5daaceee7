// What the floors above ask of the finalizers (primitives/finalizer_primitives.cpp).
#pragma once

#include "core/vm/context.h"

namespace hothouse {

/// An object of a class with __del__ was made.
void note_finalizable(Leaf& vm, Value object);
/// Is it worth while to look for objects that are to be finalized?
bool finalization_pays(Leaf& vm);
/// Are there weak references, which tell when objects die?
bool has_weak_references(Leaf& vm);
/// The first one to an object, or None.
Value first_weak_reference(Leaf& vm, Value target);
/// Has a collection found such?
bool finalizers_are_due(Leaf& vm);

}  // namespace hothouse
