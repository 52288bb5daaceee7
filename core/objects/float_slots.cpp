#include "core/objects/float_slots.h"

namespace hothouse {

void admit_all_types(Leaf& vm, Map* map, uint32_t slot) {
  Map* root = map->root;
  root->float_slots &= ~(uint64_t{1} << slot);
  if (root->float_slots_cell.is_undefined()) return;
  auto* cell = root->float_slots_cell.as<NameCell>();
  root->float_slots_cell = Value::undefined();
  end_assumption(vm, cell);
}

NameCell* float_slots_cell(Leaf& vm, Map* map) {
  Map* root = map->root;
  if (root->float_slots_cell.is_undefined()) {
    root->float_slots_cell = Value::from_object(make_assumption(vm, "<float attributes>"));
  }
  return root->float_slots_cell.as<NameCell>();
}

}  // namespace hothouse
