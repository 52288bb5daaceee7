// Moving instances between maps: for instance.cpp and instance_dict.cpp.
#pragma once

#include <vector>

#include "core/objects/instance.h"

namespace hothouse {

/// The map without attributes that `m` descends from.
Map* instance_root(const Map* m);
/// Number of hidden first slots of the instances of a map.
uint32_t hidden_slots(const Map* m);
std::vector<Value> names_in_order(const Map* m);
/// Gives the instance room for slot number `slot` and fills new room with undefined.
void make_room(Leaf& vm, Instance* o, uint32_t slot);
/// Moves an instance to the maps under `root`: hidden slots stay, named slots become `values`.
void rebuild(Leaf& vm, Value v, Map* root, uint32_t hidden, const std::vector<Value>& names,
             const std::vector<Value>& values);
/// instance_set and instance_delete without telling the live dict.
void instance_store(Leaf& vm, Value v, Value name, Value x);
bool instance_remove(Leaf& vm, Value v, Value name);
/// The root like `root` whose instances have a hidden slot more, for the live dict.
Map* root_with_dict(Leaf& vm, Map* root);
/// The live dict of v takes over a store (x undefined: a deletion) that v has done.
void live_dict_follows(Leaf& vm, Value v, Value name, Value x);

}  // namespace hothouse
