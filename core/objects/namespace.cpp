#include "core/objects/namespace.h"

namespace hothouse {
namespace {

// Cells are embedded in code and kept in caches, so they never move.
NameCell* make_name_cell(Leaf& vm, Value name, Value v) {
  auto* cell = static_cast<NameCell*>(vm.heap().allocate_old(
      kMapNameCell, Kind::NameCell, sizeof(NameCell), static_cast<uint16_t>(NameState::Constant)));
  cell->value = v;
  cell->name = name;
  cell->dependents = 0;
  return cell;
}

void constant_changed(Leaf& vm, NameCell* cell) {
  if (!cell->is_constant()) return;
  cell->aux = static_cast<uint16_t>(NameState::Mutable);
  if (vm.types().hooks.constant_changed) vm.types().hooks.constant_changed(vm, cell);
}

}  // namespace

NameCell* make_assumption(Leaf& vm, std::string_view what) {
  return make_name_cell(vm, vm.intern(what), Value::true_value());
}

void end_assumption(Leaf& vm, NameCell* cell) { name_cell_assign(vm, cell, Value::false_value()); }

Value make_namespace(Leaf& vm, Value owner) {
  auto* ns = static_cast<Namespace*>(
      vm.heap().allocate_old(kMapNamespace, Kind::Namespace, sizeof(Namespace)));
  ns->dict = make_dict(vm);
  ns->version = 0;
  ns->owner = owner;
  return Value::from_object(ns);
}

NameCell* namespace_cell(Leaf& vm, Value ns, Value name) {
  Value dict = ns.as<Namespace>()->dict;
  int64_t at = dict_find_interned(vm, dict, name);
  return at < 0 ? nullptr : dict_value_at(dict, static_cast<uint64_t>(at)).as<NameCell>();
}

NameCell* namespace_find(Leaf& vm, Value ns, Value name) {
  NameCell* cell = namespace_cell(vm, ns, name);
  return cell && !cell->value.is_undefined() ? cell : nullptr;
}

Value namespace_get(Leaf& vm, Value ns, Value name) {
  NameCell* cell = namespace_find(vm, ns, name);
  return cell ? cell->value : Value::undefined();
}

void name_cell_assign(Leaf& vm, NameCell* cell, Value v) {
  if (cell->value == v) return;
  if (!cell->value.is_undefined()) constant_changed(vm, cell);
  vm.heap().write_barrier(cell);
  cell->value = v;
}

NameCell* namespace_set(Leaf& vm, Value ns, Value name, Value v) {
  Value dict = ns.as<Namespace>()->dict;
  if (int64_t at = dict_find_interned(vm, dict, name); at >= 0) {
    NameCell* cell = dict_value_at(dict, static_cast<uint64_t>(at)).as<NameCell>();
    const bool deleted = cell->value.is_undefined();
    name_cell_assign(vm, cell, v);
    if (!deleted) return cell;
    dict_delete_at(vm, dict, static_cast<uint64_t>(at));  // it comes last now
    dict_set_name(vm, dict, name, Value::from_object(cell));
    ++ns.as<Namespace>()->version;
    return cell;
  }
  NameCell* cell = make_name_cell(vm, name, v);
  dict_set_name(vm, ns.as<Namespace>()->dict, name, Value::from_object(cell));
  ++ns.as<Namespace>()->version;
  if (vm.types().hooks.name_added != nullptr) vm.types().hooks.name_added(vm, ns, name);
  return cell;
}

bool namespace_delete(Leaf& vm, Value ns, Value name) {
  NameCell* cell = namespace_find(vm, ns, name);
  if (!cell) return false;
  constant_changed(vm, cell);
  cell->value = Value::undefined();
  ++ns.as<Namespace>()->version;
  return true;
}

bool namespace_next(Value ns, uint64_t* position, Value* name, NameCell** cell) {
  Value v;
  while (dict_next(ns.as<Namespace>()->dict, position, name, &v)) {
    *cell = v.as<NameCell>();
    if (!(*cell)->value.is_undefined()) return true;
  }
  return false;
}

Value namespace_to_dict(Leaf& vm, Value ns) {
  Value dict = make_dict(vm, dict_count(ns.as<Namespace>()->dict));
  uint64_t position = 0;
  Value name;
  NameCell* cell;
  while (namespace_next(ns, &position, &name, &cell)) dict_set_name(vm, dict, name, cell->value);
  return dict;
}

void namespace_set_owner(Leaf& vm, Value ns, Value owner) {
  vm.heap().write_barrier(ns.as_object());
  ns.as<Namespace>()->owner = owner;
}

Value namespace_from_dict(Leaf& vm, Value dict, Value owner) {
  Value ns = make_namespace(vm, owner);
  uint64_t position = 0;
  Value key, v;
  while (dict_next(dict, &position, &key, &v)) {
    if (key.is_object() && key.as_object()->is(Kind::Str)) {
      namespace_set(vm, ns, str_intern(vm, key), v);
    }
  }
  return ns;
}

Value make_module(Leaf& vm, Value name) {
  auto* m = static_cast<Module*>(vm.heap().allocate_old(kMapModule, Kind::Module, sizeof(Module)));
  m->name = name;
  m->names = Value::undefined();
  Value self = Value::from_object(m);
  m->names = make_namespace(vm, self);
  return self;
}

NameCell* module_find(Leaf& vm, Value module, Value name) {
  auto* m = module.as<Module>();
  if (NameCell* cell = namespace_cell(vm, m->names, name)) {
    return cell->value.is_undefined() ? nullptr : cell;
  }
  if (!vm.types().hooks.lazy_lookup) return nullptr;
  Value v = vm.types().hooks.lazy_lookup(vm, m, name);
  if (v.is_undefined() || v.is_raised()) return nullptr;
  return namespace_set(vm, m->names, name, v);
}

void module_define_all(Leaf& vm, Value module) {
  const auto* m = module.as<Module>();
  const Value name_of_name = vm.types().name(NameId::Name);
  if (namespace_cell(vm, m->names, name_of_name) == nullptr) {
    namespace_set(vm, m->names, name_of_name, m->name);
  }
  if (!vm.types().hooks.lazy_names) return;
  struct Context {
    Leaf& vm;
    Value module;
  } context{vm, module};
  vm.types().hooks.lazy_names(
      vm, module.as_object(),
      [](void* c, const char* name) {
        auto* context = static_cast<Context*>(c);
        module_find(context->vm, context->module, context->vm.intern(name));
      },
      &context);
}

Value module_get(Leaf& vm, Value module, Value name) {
  NameCell* cell = module_find(vm, module, name);
  return cell ? cell->value : Value::undefined();
}

}  // namespace hothouse
