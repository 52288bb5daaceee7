// Instances of Python classes: slots described by maps (map.h).
//
// A class learns how many slots its instances use: when an instance overflows, the class gets a
// new root map with more inline slots, and instances made from then on have all of them inline.
#pragma once

#include "core/objects/types.h"

namespace hothouse {

/// A new instance of a class whose instances are Kind::Instance, slots undefined. Hidden first
/// slots (wrapped value, exception fields) are undefined too: the caller fills them.
Value make_instance(Leaf& vm, Type* type);
/// An instance of a subclass of a built-in, wrapping `inner`.
Value make_wrapped(Leaf& vm, Type* type, Value inner);

inline Map* map_of_instance(Leaf& vm, Value v) { return vm.maps().get(v.as_object()->map); }
/// Slot i of an instance (inline or overflow).
inline Value instance_slot(Value v, uint32_t slot) {
  Instance* o = v.as<Instance>();
  return slot < o->aux ? o->slots()[slot] : o->overflow.as<Cells>()->data()[slot - o->aux];
}
void instance_set_slot(Leaf& vm, Value v, uint32_t slot, Value x);

/// The instance's own attribute (interned name), or undefined.
Value instance_get(Leaf& vm, Value v, Value name);
/// Assigns, adding the attribute (and changing the map) if need be.
void instance_set(Leaf& vm, Value v, Value name, Value x);
/// False if absent.
bool instance_delete(Leaf& vm, Value v, Value name);

/// Does the instance have room for attributes (no __slots__ without __dict__)?
bool instance_has_dict(Leaf& vm, Value v);
/// Own attribute names in order, as a List; hidden slots left out.
Value instance_names(Leaf& vm, Value v);
/// A new dict of the attributes.
Value instance_dict_copy(Leaf& vm, Value v);
/// obj.__dict__, live: made on first use, from then on stores into the one are stores into the
/// other. The instance keeps its slots, so reading attributes stays fast; storing them becomes a
/// call.
Value instance_dict(Leaf& vm, Value v);
/// obj.__dict__ = d: d becomes the live dict.
void instance_set_dict(Leaf& vm, Value v, Value dict);
/// A live dict's item was set, or deleted (x undefined): the instance follows.
void instance_dict_changed(Leaf& vm, Value dict, Value key, Value x);
inline bool instance_has_live_dict(Leaf& vm, Value v) {
  return map_of_instance(vm, v)->dict_slot >= 0;
}
/// Number of own attributes.
uint32_t instance_attribute_count(Leaf& vm, Value v);
/// obj.__class__ = t: moves the attributes to the maps of t. "__class__ assignment only ..."
Value instance_set_class(Leaf& vm, Value v, Type* type);

}  // namespace hothouse
