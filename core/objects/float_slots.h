// Slots that hold floats only.
//
// Most attributes that are floats are floats in all instances of a class for ever. A root map keeps
// one bit for each of its first 64 slots: no instance of a map under it has ever held anything but
// a float there. Every store keeps that true; a trace loads such an attribute without a guard and
// depends on a cell that ends being constant when a bit is cleared. Bits are only ever cleared, so
// a class costs its traces at most as many invalidations as it has slots.
// V8 calls the idea field representation tracking.
#pragma once

#include "core/objects/map.h"
#include "core/objects/namespace.h"

namespace hothouse {

constexpr uint32_t kTrackedSlots = 64;

/// Whether `slot` of instances of `map` has held floats only. False where nobody keeps account.
inline bool holds_floats_only(const Map* map, uint32_t slot) {
  return slot < kTrackedSlots && (map->root->float_slots >> slot & 1);
}

/// Clears the bit: something else is about to be stored.
void admit_all_types(Leaf& vm, Map* map, uint32_t slot);

/// To be called before x is stored in `slot` of an instance that has (or is about to get) `map`.
inline void note_stored(Leaf& vm, Map* map, uint32_t slot, Value x) {
  if (!x.is_double() && holds_floats_only(map, slot)) admit_all_types(vm, map, slot);
}

/// The cell that is constant as long as no bit of `map`'s root is cleared.
NameCell* float_slots_cell(Leaf& vm, Map* map);

}  // namespace hothouse
