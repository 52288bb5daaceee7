// The table of fields as data: offsets from the structs of layout.h, alias classes numbered in
// the order of their first row.
#include <cstddef>

#include "core/ir/trace.h"
#include "core/objects/layout.h"

// The structs derive from Object, hence are not standard-layout in the letter of the standard;
// every compiler that Hothouse builds with lays them out one after the other (see the asserts).
#pragma GCC diagnostic ignored "-Winvalid-offsetof"

namespace hothouse::ir {
namespace {

enum class Constness { Const, Mutable };

// The alias classes: an enumerator is the number of the first row that names it.
constexpr const char* kAliasNames[] = {
#define FIELD(Name, Struct, member, type, Alias, constness) #Alias,
#include "core/ir/fields.def"
#undef FIELD
};

constexpr bool same_name(const char* a, const char* b) {
  while (*a && *a == *b) ++a, ++b;
  return *a == *b;
}

constexpr uint8_t alias_number(const char* name) {
  uint8_t number = 0;
  while (!same_name(kAliasNames[number], name)) ++number;
  return number;
}

}  // namespace

const FieldInfo kFieldInfo[static_cast<int>(Field::kCount)] = {
#define FIELD(Name, Struct, member, type, Alias, constness)                                  \
  {#Name, static_cast<uint16_t>(offsetof(Struct, member)), Type::type, alias_number(#Alias), \
   Constness::constness == Constness::Const},
#include "core/ir/fields.def"
#undef FIELD
};

#define FIELD(Name, Struct, member, type, Alias, constness)                         \
  static_assert(offsetof(Struct, member) % 8 == 0 && offsetof(Struct, member) >= 8, \
                #Name " is no 8-byte slot behind the header");
#include "core/ir/fields.def"
#undef FIELD
static_assert(offsetof(Str, length) == 8 && offsetof(Str, hash) == 16);
static_assert(offsetof(Tuple, length) == 8);
static_assert(offsetof(List, length) == 8 && offsetof(List, items) == 16);
static_assert(offsetof(Dict, index) == 24 && offsetof(Dict, entries) == 32);
static_assert(offsetof(Cell, value) == 8 && offsetof(NameCell, value) == 8);
static_assert(offsetof(ListIter, source) == 8 && offsetof(ListIter, index) == 16);
static_assert(offsetof(RangeIter, next) == 8 && offsetof(RangeIter, step) == 16 &&
              offsetof(RangeIter, left) == 24);
static_assert(offsetof(Instance, overflow) == 8 && offsetof(External, slots[1]) == 32);

}  // namespace hothouse::ir
