#include "core/objects/instance.h"

#include <algorithm>
#include <vector>

#include "core/objects/dict.h"
#include "core/objects/float_slots.h"
#include "core/objects/instance_layout.h"
#include "core/objects/list.h"
#include "core/objects/str.h"
#include "core/objects/type_layout.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

constexpr uint16_t kMostInlineSlots = 128;

// Instances of `m`'s class turned out to need more slots than lie inline: later ones get them.
void learn(Leaf& vm, const Map* m, uint32_t slots) {
  Type* t = m->type.as<Type>();
  Map* root = vm.maps().get(static_cast<MapId>(t->root_map));
  uint32_t hidden = root->slot_count;
  if (root->inline_slots >= slots || root->inline_slots >= kMostInlineSlots) return;
  uint32_t room = std::min<uint32_t>(kMostInlineSlots, std::max<uint32_t>(slots, 8));
  while (room < kMostInlineSlots && room < slots) room *= 2;
  room = std::max(room, uint32_t{root->inline_slots} * 2);
  room = std::min<uint32_t>(room, kMostInlineSlots);
  Map* roomy = vm.maps().add_root(m->type, Kind::Instance, hidden, static_cast<uint16_t>(room));
  roomy->float_slots = root->float_slots;
  t->root_map = roomy->id;
}

}  // namespace

uint32_t hidden_slots(const Map* m) { return instance_root(m)->slot_count; }

Map* instance_root(const Map* m) { return m->root; }

void make_room(Leaf& vm, Instance* o, uint32_t slot) {
  if (slot < o->aux) return;
  uint64_t needed = slot - o->aux + 1;
  Cells* old = o->overflow.is_undefined() ? nullptr : o->overflow.as<Cells>();
  uint64_t capacity = old ? old->capacity : 0;
  if (needed <= capacity) return;
  uint64_t room = std::max<uint64_t>(needed, std::max<uint64_t>(4, capacity * 2));
  auto* cells = vm.heap().make<Cells>(Kind::Cells, room * 8);
  cells->capacity = room;
  std::fill(cells->data(), cells->data() + room, Value::undefined());
  if (old) std::copy(old->data(), old->data() + capacity, cells->data());
  vm.heap().write_barrier(o);
  o->overflow = Value::from_object(cells);
}

std::vector<Value> names_in_order(const Map* m) {
  std::vector<Value> names;
  for (; m->parent; m = m->parent) names.push_back(m->name);
  std::reverse(names.begin(), names.end());
  return names;
}

void rebuild(Leaf& vm, Value v, Map* root, uint32_t hidden, const std::vector<Value>& names,
             const std::vector<Value>& values) {
  Map* m = root;
  for (Value name : names) m = vm.maps().with(m, name);
  auto* o = v.as<Instance>();
  uint32_t before = vm.maps().get(o->map)->slot_count;
  uint32_t count = hidden + static_cast<uint32_t>(names.size());
  if (count > 0) make_room(vm, o, count - 1);
  for (uint32_t i = 0; i < names.size(); ++i) {
    note_stored(vm, m, hidden + i, values[i]);
    instance_set_slot(vm, v, hidden + i, values[i]);
  }
  for (uint32_t i = count; i < before; ++i) instance_set_slot(vm, v, i, Value::undefined());
  o->map = m->id;
}

namespace {

// A root map for instances of `t` that have `inline_slots` inline.
Map* root_with_room(Leaf& vm, Type* t, uint16_t inline_slots) {
  Map* root = vm.maps().get(static_cast<MapId>(t->root_map));
  if (root->inline_slots == inline_slots) return root;
  Map*& other = root->children[uint64_t{inline_slots}];  // no name has such small bits
  if (!other) {
    other = vm.maps().add_root(root->type, root->kind, root->slot_count, inline_slots);
    root = vm.maps().get(static_cast<MapId>(t->root_map));
    return root->children[uint64_t{inline_slots}];
  }
  return other;
}

}  // namespace

Value make_instance(Leaf& vm, Type* type) {
  Map* m = vm.maps().get(static_cast<MapId>(type->root_map));
  auto* o = static_cast<Instance*>(vm.heap().allocate(
      m->id, Kind::Instance, sizeof(Instance) + size_t{m->inline_slots} * 8, m->inline_slots));
  o->overflow = Value::undefined();
  std::fill(o->slots(), o->slots() + m->inline_slots, Value::undefined());
  Value v = Value::from_object(o);
  if ((type->flags & kTypeHasFinalizer) && vm.types().hooks.made_finalizable) {
    vm.types().hooks.made_finalizable(vm, v);
  }
  return v;
}

Value make_wrapped(Leaf& vm, Type* type, Value inner) {
  Value v = make_instance(vm, type);
  v.as<Instance>()->slots()[kWrappedSlot] = inner;
  return v;
}

void instance_set_slot(Leaf& vm, Value v, uint32_t slot, Value x) {
  auto* o = v.as<Instance>();
  if (slot < o->aux) {
    vm.heap().write_barrier(o);
    o->slots()[slot] = x;
  } else {
    vm.heap().write_barrier(o->overflow.as_object());
    o->overflow.as<Cells>()->data()[slot - o->aux] = x;
  }
}

Value instance_get(Leaf& vm, Value v, Value name) {
  int slot = map_of_instance(vm, v)->find(name);
  return slot < 0 ? Value::undefined() : instance_slot(v, static_cast<uint32_t>(slot));
}

void instance_store(Leaf& vm, Value v, Value name, Value x) {
  Map* m = map_of_instance(vm, v);
  int slot = m->find(name);
  if (slot >= 0) {
    note_stored(vm, m, static_cast<uint32_t>(slot), x);
    instance_set_slot(vm, v, static_cast<uint32_t>(slot), x);
    return;
  }
  Map* next = vm.maps().with(m, name);
  auto* o = v.as<Instance>();
  uint32_t at = next->slot_count - 1;
  make_room(vm, o, at);
  note_stored(vm, next, at, x);
  if (at >= o->aux) learn(vm, next, next->slot_count);
  o->map = next->id;
  instance_set_slot(vm, v, at, x);
}

bool instance_remove(Leaf& vm, Value v, Value name) {
  Map* m = map_of_instance(vm, v);
  int slot = m->find(name);
  if (slot < 0) return false;
  uint32_t hidden = hidden_slots(m);
  std::vector<Value> names = names_in_order(m), values;
  for (uint32_t i = 0; i < names.size(); ++i) values.push_back(instance_slot(v, hidden + i));
  auto at = static_cast<std::ptrdiff_t>(static_cast<uint32_t>(slot) - hidden);
  names.erase(names.begin() + at);
  values.erase(values.begin() + at);
  rebuild(vm, v, instance_root(m), hidden, names, values);
  return true;
}

void instance_set(Leaf& vm, Value v, Value name, Value x) {
  instance_store(vm, v, name, x);
  if (instance_has_live_dict(vm, v)) live_dict_follows(vm, v, name, x);
}

bool instance_delete(Leaf& vm, Value v, Value name) {
  if (!instance_remove(vm, v, name)) return false;
  if (instance_has_live_dict(vm, v)) live_dict_follows(vm, v, name, Value::undefined());
  return true;
}

bool instance_has_dict(Leaf& vm, Value v) {
  if (!is_instance_kind(v)) return false;
  Type* t = type_of(vm, v);
  return t != vm.types().get(TypeId::Object) && !(t->flags & kTypeHasSlots);
}

Value instance_names(Leaf& vm, Value v) {
  std::vector<Value> names = names_in_order(map_of_instance(vm, v));
  return make_list(vm, names.data(), names.size());
}

Value instance_dict_copy(Leaf& vm, Value v) {
  Map* m = map_of_instance(vm, v);
  Value dict = make_dict(vm, m->slot_count);
  uint32_t slot = hidden_slots(m);
  for (Value name : names_in_order(m)) {
    Value x = instance_slot(v, slot++);
    if (!x.is_undefined() && !is_member_name(vm, type_of(vm, v), name))
      dict_set_name(vm, dict, name, x);
  }
  return dict;
}

uint32_t instance_attribute_count(Leaf& vm, Value v) {
  Map* m = map_of_instance(vm, v);
  return m->slot_count - hidden_slots(m);
}

Value instance_set_class(Leaf& vm, Value v, Type* type) {
  Type* old = type_of(vm, v);
  if (!is_instance_kind(v) || is_builtin_type(type) || is_builtin_type(old)) {
    return vm.type_error(
        "__class__ assignment only supported for mutable types or ModuleType subclasses");
  }
  if (!check_same_layout(vm, old, type, "__class__")) return Value::raised();
  Map* m = map_of_instance(vm, v);
  Map* root = root_with_room(vm, type, m->inline_slots);
  if (m->dict_slot >= 0) root = root_with_dict(vm, root);
  uint32_t hidden = hidden_slots(m);
  std::vector<Value> names = names_in_order(m), values;
  for (uint32_t i = 0; i < names.size(); ++i) values.push_back(instance_slot(v, hidden + i));
  rebuild(vm, v, root, hidden, names, values);
  return Value::none();
}

}  // namespace hothouse
