// The live __dict__ of an instance.
//
// Slots and dict hold the same attributes. An instance whose __dict__ was asked for has maps under
// a root of its own with one hidden slot more, which holds the dict; the dict has the map
// kMapInstanceDict and refers back to the instance. Each tells the other of stores: the instance
// in instance_set and instance_delete (which nothing bypasses, since stores into such instances
// are not cached), the dict in the functions of dict.cpp that change it.
//
// globals() is such a dict whose owner is a Namespace. Code assigns to its cells without telling
// anybody, so the dict is brought up to date when it is asked for and when a key is looked up.
#include "core/objects/dict.h"
#include "core/objects/instance_layout.h"
#include "core/objects/namespace.h"
#include "core/objects/str.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

// While the instance changes its dict, the dict is an ordinary one: nothing is told back.
class Detached {
 public:
  explicit Detached(Value dict) : dict_(dict) { dict.as_object()->map = kMapDict; }
  ~Detached() { dict_.as_object()->map = kMapInstanceDict; }
  Detached(const Detached&) = delete;
  Detached& operator=(const Detached&) = delete;

 private:
  Value dict_;
};

Value live_dict(Leaf& vm, Value v) {
  return instance_slot(v, static_cast<uint32_t>(map_of_instance(vm, v)->dict_slot));
}

void attach(Leaf& vm, Value v, Value dict) {
  vm.heap().write_barrier(dict.as_object());
  dict.as<Dict>()->owner = v;
  dict.as_object()->map = kMapInstanceDict;
}

// Moves v to the maps with a hidden slot for the dict (if it is not there yet) and gives it the
// named attributes.
void move_to_dict_maps(Leaf& vm, Value v, Value dict, const std::vector<Value>& names,
                       const std::vector<Value>& values) {
  Map* root = instance_root(map_of_instance(vm, v));
  if (root->dict_slot < 0) root = root_with_dict(vm, root);
  uint32_t hidden = root->slot_count;
  make_room(vm, v.as<Instance>(), hidden + static_cast<uint32_t>(names.size()));
  rebuild(vm, v, root, hidden, names, values);
  instance_set_slot(vm, v, static_cast<uint32_t>(root->dict_slot), dict);
  attach(vm, v, dict);
}

}  // namespace

Map* root_with_dict(Leaf& vm, Map* root) {
  constexpr uint64_t kKey = 1u << 20;  // no name has such small bits
  if (auto it = root->children.find(kKey); it != root->children.end()) return it->second;
  Map* m = vm.maps().add_root(root->type, root->kind, root->slot_count + 1, root->inline_slots);
  m->dict_slot = static_cast<int32_t>(root->slot_count);
  root->children[kKey] = m;
  return m;
}

void live_dict_follows(Leaf& vm, Value v, Value name, Value x) {
  if (is_member_name(vm, type_of(vm, v), name)) return;
  Value dict = live_dict(vm, v);
  Detached detached(dict);
  if (x.is_undefined()) {
    dict_delete(vm, dict, name);
  } else {
    dict_set_name(vm, dict, name, x);
  }
}

Value instance_dict(Leaf& vm, Value v) {
  Map* m = map_of_instance(vm, v);
  if (m->dict_slot >= 0) return live_dict(vm, v);
  std::vector<Value> names = names_in_order(m), values;
  uint32_t slot = hidden_slots(m);
  for (size_t i = 0; i < names.size(); ++i) values.push_back(instance_slot(v, slot++));
  Value dict = instance_dict_copy(vm, v);
  move_to_dict_maps(vm, v, dict, names, values);
  return dict;
}

void instance_set_dict(Leaf& vm, Value v, Value dict) {
  if (dict.as_object()->map == kMapInstanceDict) {
    if (dict.as<Dict>()->owner == v) return;
    dict = dict_copy(vm, dict);  // one dict follows one instance only
  }
  if (instance_has_live_dict(vm, v)) live_dict(vm, v).as_object()->map = kMapDict;
  std::vector<Value> names, values;
  Map* m = map_of_instance(vm, v);
  uint32_t slot = hidden_slots(m);
  for (Value name : names_in_order(m)) {  // entries of __slots__ stay
    Value own = instance_slot(v, slot++);
    if (!is_member_name(vm, type_of(vm, v), name)) continue;
    names.push_back(name);
    values.push_back(own);
  }
  uint64_t position = 0;
  Value key, x;
  while (dict_next(dict, &position, &key, &x)) {
    if (!is_str(key)) continue;
    names.push_back(str_intern(vm, key));
    values.push_back(x);
  }
  move_to_dict_maps(vm, v, dict, names, values);
}

Value namespace_live_dict(Leaf& vm, Value ns) {
  auto* names = ns.as<Namespace>()->dict.as<Dict>();
  if (names->owner.is_undefined()) {
    Value dict = namespace_to_dict(vm, ns);
    attach(vm, ns, dict);
    vm.heap().write_barrier(names);
    names->owner = dict;
    return dict;
  }
  Value dict = names->owner;
  namespace_dict_refresh(vm, dict);
  return dict;
}

Value dict_live_namespace(Leaf& vm, Value dict, Value module_name) {
  Value owner = dict.as<Dict>()->owner;
  if (is_kind(owner, Kind::Namespace)) {
    namespace_dict_refresh(vm, dict);
    return owner;
  }
  Value module = make_module(vm, module_name);
  Value ns = namespace_from_dict(vm, dict, module);
  module.as<Module>()->names = ns;
  if (!owner.is_undefined()) return ns;  // an instance's: it can follow one only
  attach(vm, ns, dict);
  auto* names = ns.as<Namespace>()->dict.as<Dict>();
  vm.heap().write_barrier(names);
  names->owner = dict;
  return ns;
}

void namespace_dict_refresh(Leaf& vm, Value dict) {
  Value ns = dict.as<Dict>()->owner;
  if (!is_kind(ns, Kind::Namespace)) return;
  Detached detached(dict);
  uint64_t position = 0, count = 0;
  Value name;
  NameCell* cell;
  while (namespace_next(ns, &position, &name, &cell)) {
    if (dict_get_name(vm, dict, name) != cell->value) dict_set_name(vm, dict, name, cell->value);
    ++count;
  }
  if (dict_count(dict) == count) return;
  std::vector<Value> gone;
  Value key, value;
  position = 0;
  while (dict_next(dict, &position, &key, &value)) {
    if (is_str(key) && namespace_get(vm, ns, str_intern(vm, key)).is_undefined()) {
      gone.push_back(key);
    }
  }
  for (Value k : gone) dict_delete(vm, dict, k);
}

void instance_dict_changed(Leaf& vm, Value dict, Value key, Value x) {
  if (!is_str(key)) return;
  if (Value ns = dict.as<Dict>()->owner; is_kind(ns, Kind::Namespace)) {
    if (x.is_undefined()) {
      namespace_delete(vm, ns, str_intern(vm, key));
    } else {
      namespace_set(vm, ns, str_intern(vm, key), x);
    }
    return;
  }
  Value v = dict.as<Dict>()->owner, name = str_intern(vm, key);
  if (x.is_undefined()) {
    instance_remove(vm, v, name);
  } else {
    instance_store(vm, v, name, x);
  }
}

}  // namespace hothouse
