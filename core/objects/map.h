// Maps (hidden classes): the shape of instances, a tree of transitions for each class.
//
// An instance's map id tells its class and at which slot each attribute lies. Adding an
// attribute moves the instance to the child map (created on first use); deleting one rebuilds it
// on the path without the name. Maps are C++ objects, never freed and never moved, found by id.
// Self-language maps: Chambers, Ungar, Lee, "An efficient implementation of SELF", OOPSLA 1989.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/objects/object.h"

namespace hothouse {

struct Map {
  MapId id = 0;
  Kind kind = Kind::Instance;
  uint16_t inline_slots = 0;  // instances of this map have room for so many inline
  uint32_t slot_count = 0;    // attributes, built-in first slots included
  Map* parent = nullptr;      // the map without the last attribute
  Value name;                 // the last attribute (interned Str); undefined for a root map
                              // and for the hidden first slots
  int32_t dict_slot = -1;     // hidden slot that holds the live __dict__, once it was asked for
  Value type;                 // the Type of the instances
  Map* root = nullptr;        // the map without attributes, perhaps this one
  // Of a root map: what has been true of the slots of all its instances (float_slots.h).
  uint64_t float_slots = 0;
  Value float_slots_cell;  // constant as long as float_slots is; undefined: nobody relies on it
  /// Slot of `name`, or -1. Follows parents once, then remembers.
  int find(Value name) const;

  std::unordered_map<uint64_t, Map*> children;      // by bits of the name
  mutable std::unordered_map<uint64_t, int> slots;  // by bits of the name; filled by find
  mutable bool slots_complete = false;
  mutable uint32_t walks = 0;  // lookups that followed parents: after a few, `slots` is filled
};

class MapTable {
 public:
  MapTable();
  ~MapTable();
  Map* get(MapId id) const { return maps_[id]; }
  uint32_t size() const { return static_cast<uint32_t>(maps_.size()); }
  /// A root map for a class. The first `hidden_slots` slots have no names.
  Map* add_root(Value type, Kind kind, uint32_t hidden_slots, uint16_t inline_slots);
  /// The map that has one attribute more.
  Map* with(Map* map, Value name);
  /// The maps' values are roots of the collector: those of the maps from `first` on.
  template <class Visitor>
  void visit(uint32_t first, Visitor& visitor) {
    for (uint32_t k = first; k < size(); k++) {
      visitor.visit(maps_[k]->type);
      visitor.visit(maps_[k]->name);
      visitor.visit(maps_[k]->float_slots_cell);
    }
  }

 private:
  std::vector<Map*> maps_;
};

}  // namespace hothouse
