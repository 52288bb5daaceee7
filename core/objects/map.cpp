#include "core/objects/map.h"

namespace hothouse {
namespace {

// A table of all names is worth its memory only for maps that are asked often: an object that
// grows by a thousand names passes through a thousand maps.
constexpr uint32_t kWalksBeforeTable = 8;

}  // namespace

int Map::find(Value wanted) const {
  if (!slots_complete && ++walks > kWalksBeforeTable) {
    for (const Map* m = this; m; m = m->parent) {
      if (!m->name.is_undefined()) slots[m->name.bits()] = static_cast<int>(m->slot_count) - 1;
    }
    slots_complete = true;
  }
  for (const Map* m = this; m; m = m->parent) {
    if (m->slots_complete) {
      auto it = m->slots.find(wanted.bits());
      return it == m->slots.end() ? -1 : it->second;
    }
    if (m->name == wanted) return static_cast<int>(m->slot_count) - 1;
  }
  return -1;
}

MapTable::MapTable() {
  maps_.reserve(256);
  for (MapId id = 0; id < kMapFixedCount; ++id) {
    auto* m = new Map;
    m->id = id;
    m->root = m;
    m->kind = id < static_cast<MapId>(Kind::kCount) ? static_cast<Kind>(id) : Kind::Instance;
    maps_.push_back(m);
  }
  for (MapId id : {kMapListF64, kMapListI64, kMapListBool}) maps_[id]->kind = Kind::List;
  maps_[kMapMethodDescriptor]->kind = Kind::Builtin;
  maps_[kMapGetSetDescriptor]->kind = Kind::Builtin;
  for (MapId id : {kMapDictValues, kMapDictItems, kMapMappingProxy}) {
    maps_[id]->kind = Kind::DictView;
  }
  for (MapId id : {kMapDictValueIter, kMapDictItemIter, kMapDictReverseKeyIter,
                   kMapDictReverseValueIter, kMapDictReverseItemIter}) {
    maps_[id]->kind = Kind::DictIter;
  }
  maps_[kMapInstanceDict]->kind = Kind::Dict;
  maps_[kMapListReverseIter]->kind = Kind::ListIter;
  for (MapId id : {kMapLongRangeIter, kMapBytesIter, kMapByteArrayIter, kMapReversed}) {
    maps_[id]->kind = Kind::SeqIter;
  }
}

MapTable::~MapTable() {
  for (Map* m : maps_) delete m;
}

Map* MapTable::add_root(Value type, Kind kind, uint32_t hidden_slots, uint16_t inline_slots) {
  auto* m = new Map;
  m->id = static_cast<MapId>(maps_.size());
  m->kind = kind;
  m->inline_slots = inline_slots;
  m->slot_count = hidden_slots;
  m->type = type;
  m->root = m;
  maps_.push_back(m);
  return m;
}

Map* MapTable::with(Map* map, Value name) {
  Map*& child = map->children[name.bits()];
  if (!child) {
    Map* m = add_root(map->type, map->kind, map->slot_count + 1, map->inline_slots);
    m->parent = map;
    m->root = map->root;
    m->name = name;
    m->dict_slot = map->dict_slot;
    map->children[name.bits()] = m;
    return m;
  }
  return child;
}

}  // namespace hothouse
