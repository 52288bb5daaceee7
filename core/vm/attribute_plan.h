// AttributePlan: how an attribute of objects of one map (or of one class or module) is reached.
//
// Inline cache of LoadAttr and LoadMethod, three words behind the instruction:
//   word 0   map id (bits 0-31), PlanKind (32-39), 1 << 40 if the plan holds for one object only
//   word 1   slot, or the NameCell's address
//   word 2   that one object's address
// StoreAttr has two: word 0 map id and kind and, if the slot has held floats only, 1 << 42; word 1
// slot (bits 0-31) and next map (32-63).
// A class change flushes every cache (ops/attribute_lookup.h); map id 0 never occurs in an
// instance, and an empty cache has word 0 = kEmptyCache.
#pragma once

#include <cstdint>

#include "core/objects/layout.h"

namespace hothouse {

enum class PlanKind : uint8_t {
  Inline,      // instance slot `slot`
  Overflow,    // overflow slot `slot`
  ClassValue,  // the value of `cell` as it is
  Method,      // the value of `cell` bound to the object
  Static,      // the value of `cell` is a static method: the function in it
  OfClass,     // the value of `cell` is a class method: its function bound to the object's class
  OfThis,      // the same, bound to the object, which is a class
  Getter,      // the value of `cell` is a property
  Leaf,        // a C++ helper does it (get_attribute, set_attribute)
  Generic,     // the protocol function does it
};

struct AttributePlan {
  PlanKind kind = PlanKind::Generic;
  uint32_t slot = 0;
  MapId next_map = 0;  // stores that add an attribute: the map afterwards, else 0
  NameCell* cell = nullptr;
  bool of_super = false;     // of a super object: the value may need a call
  bool moves_map = false;    // a Leaf plan: the lookup gives the object another map (__dict__)
  bool one_object = false;   // the plan holds for this object only (a class or a module)
  bool floats_only = false;  // an inline slot that has never held anything else (float_slots.h)
};

constexpr uint64_t kEmptyCache = 0;
constexpr uint64_t kCacheFilled = uint64_t{1} << 41;
constexpr uint64_t kCacheFloatsOnly = uint64_t{1} << 42;

}  // namespace hothouse
