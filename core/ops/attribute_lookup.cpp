#include "core/ops/attribute_lookup.h"

#include "core/builtins/builtin.h"
#include "core/builtins/library.h"
#include "core/objects/attributes.h"
#include "core/objects/float_slots.h"
#include "core/objects/instance.h"
#include "core/objects/namespace.h"
#include "core/objects/set.h"
#include "core/objects/unwrap.h"

namespace hothouse {

namespace {

bool is_python_function(Value v) { return v.is_object() && v.as_object()->is(Kind::Function); }

/// Whether the attribute's cell has a static or class method itself, not an object of a subclass.
/// It stays while the plan holds, for replacing it changes the class.
bool is_method_object(const Attribute& a, Kind kind) {
  return a.cell != nullptr && a.cell->is_constant() && a.cell->value.is_object() &&
         a.cell->value.as_object()->is(kind);
}

/// A computed attribute of a built-in type whose C++ function calls no Python.
bool is_leaf_getter(Value v) {
  if (!v.is_object() || !v.as_object()->is(Kind::Builtin)) return false;
  const BuiltinDef* def = v.as<Builtin>()->def.get();
  return def->leaf != nullptr && !(def->flags & kBuiltinPython);
}

}  // namespace

AttributePlan find_load_plan(Vm& vm, Value object, Value name, bool* cacheable) {
  *cacheable = false;
  AttributePlan plan;
  if (object.is_object() && object.as_object()->is(Kind::Super)) {
    plan.kind = PlanKind::Leaf;
    plan.of_super = true;
    return plan;
  }
  Attribute a = find_attribute(vm, object, name);
  plan.moves_map = name == vm.types().name(NameId::Dict);
  switch (a.kind) {
    case AttrKind::Slot: {
      auto slot = static_cast<uint32_t>(a.slot);
      uint16_t inline_slots = object.as_object()->aux;
      plan.kind = slot < inline_slots ? PlanKind::Inline : PlanKind::Overflow;
      plan.slot = slot < inline_slots ? slot : slot - inline_slots;
      plan.floats_only =
          slot < inline_slots && holds_floats_only(map_of_instance(vm, object), slot);
      *cacheable = a.cacheable;
      break;
    }
    case AttrKind::Value:
      plan.kind = a.cell != nullptr ? PlanKind::ClassValue : PlanKind::Leaf;
      plan.cell = a.cell;
      // The attribute of a class or module belongs to that one object; of anything else to all
      // of its map.
      if (object.is_object()) {
        Kind k = object.as_object()->kind;
        plan.one_object = k == Kind::Type || k == Kind::Module;
        *cacheable = a.cacheable && a.cell != nullptr &&
                     (!plan.one_object || (object.as_object()->gc & kGcOld));
      }
      if (a.cell != nullptr && a.cell->value != a.value) {
        plan.kind = PlanKind::Static;
        if (!is_method_object(a, Kind::StaticMethod)) {
          plan.kind = PlanKind::Leaf;
          *cacheable = false;
        }
      }
      break;
    case AttrKind::Method:
      plan.kind = PlanKind::Method;
      plan.cell = a.cell;
      if (a.cell == nullptr || a.cell->value != a.value) {
        plan.kind = PlanKind::Leaf;
        break;
      }
      *cacheable = a.cacheable;
      break;
    case AttrKind::Getter:
      if (a.cell != nullptr && a.cell->value.is_object() &&
          a.cell->value.as_object()->is(Kind::Property) && a.getattr.is_undefined()) {
        plan.kind = PlanKind::Getter;
        plan.cell = a.cell;
        *cacheable = a.cacheable;
      } else if (is_python_function(a.value)) {
        plan.kind = PlanKind::Generic;
      } else {
        plan.kind = a.getattr.is_undefined() && is_leaf_getter(a.value) ? PlanKind::Leaf
                                                                        : PlanKind::Generic;
      }
      break;
    case AttrKind::ClassMethod:
      plan.kind = PlanKind::Leaf;
      if (!is_method_object(a, Kind::ClassMethod) || !is_python_function(a.value) ||
          a.cell->value.as<ClassMethod>()->function != a.value) {
        break;
      }
      plan.cell = a.cell;
      plan.one_object = object.is_object() && object.as_object()->is(Kind::Type);
      plan.kind = a.self == object ? PlanKind::OfThis : PlanKind::OfClass;
      *cacheable = a.cacheable && (!plan.one_object || (object.as_object()->gc & kGcOld));
      break;
    case AttrKind::Missing:
      plan.kind = a.getattr.is_undefined() ? PlanKind::Leaf : PlanKind::Generic;
      break;
    case AttrKind::Descriptor:
    case AttrKind::GetAttribute:
      plan.kind = PlanKind::Generic;
      break;
  }
  return plan;
}

AttributePlan find_store_plan(Vm& vm, Value object, Value name, Value x, bool* cacheable) {
  *cacheable = false;
  AttributePlan plan;
  AttributeStore s = find_attribute_store(vm, object, name);
  switch (s.kind) {
    case SetKind::Slot:
    case SetKind::AddSlot: {
      auto slot = static_cast<uint32_t>(s.slot);
      uint16_t inline_slots = object.as_object()->aux;
      if (slot < inline_slots) {
        plan.kind = PlanKind::Inline;
        plan.slot = slot;
        note_stored(vm, map_of_instance(vm, object), slot, x);
        plan.floats_only = holds_floats_only(map_of_instance(vm, object), slot);
        plan.next_map = s.kind == SetKind::AddSlot ? s.next_map : 0;
        *cacheable = s.cacheable;
      } else if (s.kind == SetKind::Slot) {
        plan.kind = PlanKind::Overflow;
        plan.slot = slot - inline_slots;
        *cacheable = s.cacheable;
      } else {
        plan.kind = PlanKind::Leaf;  // the overflow row grows
      }
      break;
    }
    case SetKind::ClassSlot:
    case SetKind::ModuleSlot:
    case SetKind::Special:
    case SetKind::Done:
      plan.kind = PlanKind::Leaf;
      break;
    case SetKind::Raised:
      vm.clear_pending();  // the helper raises it again
      plan.kind = PlanKind::Leaf;
      break;
    case SetKind::Setter:
    case SetKind::Descriptor:
    case SetKind::SetAttr:
      plan.kind = PlanKind::Generic;
      break;
  }
  return plan;
}

Value builtins_of(Vm& vm, const Function* function) {
  if (function->builtins.is_object()) return function->builtins.as<Namespace>()->owner;
  return vm.library().builtins_module;
}

NameCell* find_global_cell(Vm& vm, Function* function, Value name, bool* cacheable) {
  *cacheable = false;
  if (function->globals.is_object()) {
    // The cell of a deleted name is found too: LoadGlobal goes to the built-ins as long as it is
    // empty, and the cache holds when the name is assigned again.
    NameCell* cell = namespace_cell(vm, function->globals, name);
    // Modules of the VM's own library find their names on first use.
    Value owner = function->globals.as<Namespace>()->owner;
    if (cell == nullptr && owner.is_object() && owner.as_object()->is(Kind::Module)) {
      cell = module_find(vm, owner, name);
    }
    if (cell != nullptr) {
      *cacheable = (cell->gc & kGcOld) != 0;
      return cell;
    }
  }
  NameCell* cell = module_find(vm, builtins_of(vm, function), name);
  if (cell == nullptr) {
    if (!vm.raised()) raise_name_error(vm, name);
    return nullptr;
  }
  // A module that later defines a name of the built-ins flushes the caches (Vm's hook name_added).
  *cacheable = (cell->gc & kGcOld) != 0;
  return cell;
}

Value python_getter(Value property) {
  if (!property.is_object() || !property.as_object()->is(Kind::Property)) {
    return Value::undefined();
  }
  Value getter = property.as<Property>()->getter;
  if (!is_python_function(getter)) return Value::undefined();
  const CodeBody* body = getter.as<Function>()->body.get();
  if (!body->simple_parameters() || body->positional_count != 1) return Value::undefined();
  return getter;
}

bool is_tuple_field(Value property, uint32_t* index) {
  if (!property.is_object() || !property.as_object()->is(Kind::Property)) return false;
  Value getter = property.as<Property>()->getter;
  if (!getter.is_object() || !getter.as_object()->is(Kind::Builtin)) return false;
  auto* builtin = getter.as<Builtin>();
  if (builtin->def.get()->inlined != Inlined::TupleField) return false;
  *index = static_cast<uint32_t>(builtin->self.as_int());
  return true;
}

NameCell* find_super_method(Vm& vm, const Super* super, Value name) {
  Attribute a = find_super_attribute(vm, super, name);
  bool is_method = a.kind == AttrKind::Method && a.cell != nullptr && a.cell->value == a.value;
  return is_method ? a.cell : nullptr;
}

Value lookup_in_class(Vm& vm, Type* type, Value name, NameCell** cell) {
  *cell = find_in_type(vm, type, name);
  if (*cell == nullptr || (*cell)->value.is_undefined()) return Value::none();
  Value found = (*cell)->value;
  bool is_static = found.is_object() && found.as_object()->is(Kind::StaticMethod);
  return is_static ? found.as<StaticMethod>()->function : found;
}

bool is_plain_wrapper(Vm& vm, const Object* o, NameId method) {
  if (o->kind != Kind::Instance) return false;
  Type* type = vm.maps().get(o->map)->type.as<Type>();
  switch (type->builtin_map) {
    case kMapTuple:
    case kMapList:
    case kMapDict:
      return !is_overridden(vm, type, vm.types().name(method));
    default:
      return false;
  }
}

bool has_plain_truth(Vm& vm, const Object* o) {
  Type* type = vm.maps().get(o->map)->type.as<Type>();
  if (o->kind == Kind::Instance && type->builtin_map != kMapInstance) return false;
  return find_in_type(vm, type, vm.types().name(NameId::BoolMethod)) == nullptr &&
         find_in_type(vm, type, vm.types().name(NameId::Len)) == nullptr;
}

bool has_plain_construction(Vm& vm, Type* type, NameCell** init) {
  *init = nullptr;
  Type* plain_metatype = vm.types().get(TypeId::Type);
  if (type->metatype != type_value(plain_metatype) &&
      find_owner_in_type(vm, type->metatype.as<Type>(), vm.types().name(NameId::Call)) !=
          plain_metatype) {
    return false;
  }
  NameCell* open = find_in_type(vm, type, vm.intern("__abstractmethods__"));
  if (open != nullptr && !(is_kind(open->value, Kind::FrozenSet) && set_count(open->value) == 0)) {
    return false;  // object.__new__ refuses it, or not: it looks
  }
  if (type->builtin_map != kMapInstance || (type->flags & (kTypeException | kTypeHasFinalizer))) {
    return false;
  }
  Type* object_type = vm.types().get(TypeId::Object);
  if (find_owner_in_type(vm, type, vm.types().name(NameId::New)) != object_type) return false;
  Type* owner = find_owner_in_type(vm, type, vm.types().name(NameId::Init));
  if (owner == object_type) return true;
  NameCell* cell = find_in_type(vm, type, vm.types().name(NameId::Init));
  if (cell == nullptr || !is_python_function(cell->value)) return false;
  *init = cell;
  return true;
}

}  // namespace hothouse
