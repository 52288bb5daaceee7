// Finding attributes. Storing is attribute_store.cpp, the errors are attribute_errors.cpp.
#include "core/objects/attributes.h"

#include "core/objects/callables.h"
#include "core/objects/namespace.h"
#include "core/objects/tuple.h"
#include "core/objects/type_layout.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

// A Python-level descriptor: an instance whose class has __get__ / __set__ / __delete__.
bool has_method(Leaf& vm, Value v, NameId id) {
  return is_instance_kind(v) && find_in_type(vm, type_of(vm, v), vm.types().name(id)) != nullptr;
}

// Property, StaticMethod or ClassMethod, also as an instance of a subclass that reads as they do.
Value descriptor_core(Leaf& vm, Value v) {
  Value inner = unwrap(vm, v);
  if (inner == v || !inner.is_object()) return v;
  if (is_overridden(vm, type_of(vm, v), vm.types().name(NameId::Get))) return v;
  switch (inner.as_object()->kind) {
    case Kind::Property:
    case Kind::StaticMethod:
    case Kind::ClassMethod:
      return inner;
    default:
      return v;
  }
}

bool is_data_descriptor(Leaf& vm, Value v) {
  if (!v.is_object()) return false;
  switch (v.as_object()->kind) {
    case Kind::Property:
      return true;
    case Kind::Builtin:
      return v.as_object()->aux & kBuiltinAuxGetter;
    case Kind::Instance:
      return is_kind(descriptor_core(vm, v), Kind::Property) ||
             has_method(vm, v, NameId::SetMethod) || has_method(vm, v, NameId::Delete);
    default:
      return false;
  }
}

// A class method of `cls`; a descriptor inside one is bound to the class.
void classify_class_method(Leaf& vm, Attribute& a, Value function, Type* cls) {
  a.kind = AttrKind::ClassMethod;
  a.value = function;
  a.self = type_value(cls);
  if (!function.is_object()) return;
  switch (function.as_object()->kind) {
    case Kind::Property: {
      Value getter = function.as<Property>()->getter;
      if (getter.is_undefined() || getter.is_none()) return;
      a.kind = AttrKind::Getter;
      a.value = getter;
      return;
    }
    case Kind::ClassMethod:  // binds to the class of the class
      classify_class_method(vm, a, function.as<ClassMethod>()->function, cls);
      return;
    case Kind::StaticMethod:
      a.kind = AttrKind::Value;
      a.value = function.as<StaticMethod>()->function;
      return;
    case Kind::Instance:
      if (!has_method(vm, function, NameId::Get)) return;
      a.kind = AttrKind::Descriptor;
      a.owner = a.self;
      return;
    default:
      return;
  }
}

// What a class attribute means when it is read through an instance. `type`: the object's type.
void classify_for_instance(Leaf& vm, Attribute& a, Value found, Type* type) {
  a.kind = AttrKind::Value;
  a.value = found;
  Value core = descriptor_core(vm, found);
  if (!core.is_object()) return;
  switch (core.as_object()->kind) {
    case Kind::Function:
      if (core.as_object()->aux != kFunctionUnbound) a.kind = AttrKind::Method;
      return;
    case Kind::Builtin: {
      auto* b = core.as<Builtin>();
      if (b->aux & kBuiltinAuxGetter) {
        a.kind = AttrKind::Getter;
      } else if (b->aux & kBuiltinAuxClassMethod) {
        a.kind = AttrKind::ClassMethod;
        a.self = type_value(type);
      } else if (!(b->aux & kBuiltinAuxStatic) && is_type(b->module) && b->self.is_undefined()) {
        a.kind = AttrKind::Method;
      }
      return;
    }
    case Kind::Property:
      a.value = core.as<Property>()->getter;
      if (a.value.is_undefined() || a.value.is_none()) {
        a.kind = AttrKind::Missing;
        a.value = found;
      } else {
        a.kind = AttrKind::Getter;
      }
      return;
    case Kind::StaticMethod:
      a.value = core.as<StaticMethod>()->function;
      return;
    case Kind::ClassMethod:
      classify_class_method(vm, a, core.as<ClassMethod>()->function, type);
      return;
    case Kind::Super:  // of a class only: it is bound when it is read
      if (!core.as<Super>()->self_type.is_none()) return;
      a.kind = AttrKind::Getter;
      a.value = bind_method(vm, lookup_in_type(vm, type_of(vm, found), NameId::Get), found);
      return;
    case Kind::Instance:
      if (Value get = lookup_in_type(vm, type_of(vm, found), NameId::Get); !get.is_undefined()) {
        a.kind = AttrKind::Descriptor;
      }
      return;
    default:
      return;
  }
}

// The same when it is read through the class `cls` itself.
void classify_for_class(Leaf& vm, Attribute& a, Value found, Type* cls) {
  a.kind = AttrKind::Value;
  a.value = found;
  Value core = descriptor_core(vm, found);
  if (!core.is_object()) return;
  switch (core.as_object()->kind) {
    case Kind::Builtin:
      if (core.as_object()->aux & kBuiltinAuxClassMethod) {
        a.kind = AttrKind::ClassMethod;
        a.self = type_value(cls);
      }
      return;
    case Kind::StaticMethod:
      a.value = core.as<StaticMethod>()->function;
      return;
    case Kind::ClassMethod:
      classify_class_method(vm, a, core.as<ClassMethod>()->function, cls);
      return;
    case Kind::Instance:
      if (core == found && has_method(vm, found, NameId::Get)) a.kind = AttrKind::Descriptor;
      return;
    default:
      return;
  }
}

void found_value(Attribute& a, Value v) {
  a.kind = AttrKind::Value;
  a.value = v;
}

}  // namespace

namespace {

// Attributes of classes that are fields of Type.
bool class_field(Leaf& vm, Attribute& a, Type* cls, Value name) {
  TypeTable& types = vm.types();
  if (name == types.name(NameId::Name)) {
    found_value(a, cls->name);
  } else if (name == types.name(NameId::QualName)) {
    found_value(a, cls->qualname);
  } else if (name == types.name(NameId::Module)) {
    found_value(a, cls->module);
  } else if (name == types.name(NameId::Bases)) {
    found_value(a, cls->bases);
  } else if (name == types.name(NameId::Mro)) {
    found_value(a, cls->mro);
  } else if (name == types.name(NameId::Base)) {
    found_value(a, base_of_type(vm, cls));
  } else if (name == types.name(NameId::Class)) {
    found_value(a, type_value(type_of(vm, type_value(cls))));
  } else {
    return false;
  }
  return true;
}

void add_getattr(Leaf& vm, Attribute& a, Type* t) {
  if (t->flags & kTypeHasGetattr) a.getattr = lookup_in_type(vm, t, NameId::GetAttr);
}

Attribute find_class_attribute(Leaf& vm, Type* cls, Value name) {
  Attribute a;
  if (class_field(vm, a, cls, name)) return a;
  Type* meta = type_of(vm, type_value(cls));
  NameCell* from_meta = find_in_type(vm, meta, name);
  if (from_meta && is_data_descriptor(vm, from_meta->value)) {
    a.cell = from_meta;
    classify_for_instance(vm, a, from_meta->value, meta);
    a.cacheable = true;
    return a;
  }
  if (NameCell* own = find_in_type(vm, cls, name)) {
    a.cell = own;
    classify_for_class(vm, a, own->value, cls);
    a.cacheable = true;
    return a;
  }
  if (from_meta) {
    a.cell = from_meta;
    classify_for_instance(vm, a, from_meta->value, meta);
    a.cacheable = true;
    return a;
  }
  add_getattr(vm, a, meta);
  return a;
}

Attribute find_module_attribute(Leaf& vm, Value module, Value name) {
  Attribute a;
  if (NameCell* cell = module_find(vm, module, name)) {
    a.cell = cell;
    found_value(a, cell->value);
    a.cacheable = true;
    return a;
  }
  TypeTable& types = vm.types();
  if (name == types.name(NameId::Name)) {
    found_value(a, module.as<Module>()->name);
  } else if (name == types.name(NameId::Dict)) {
    module_define_all(vm, module);
    found_value(a, namespace_live_dict(vm, module.as<Module>()->names));
  } else if (name == types.name(NameId::Class)) {
    found_value(a, type_value(type_of(vm, module)));
  } else if (NameCell* cell = find_in_type(vm, type_of(vm, module), name)) {
    classify_for_instance(vm, a, cell->value, type_of(vm, module));
    a.cell = cell;
  } else if (name == types.name(NameId::Doc)) {
    found_value(a, Value::none());
  } else if (NameCell* hook =
                 namespace_find(vm, module.as<Module>()->names, types.name(NameId::GetAttr))) {
    // PEP 562: a module's own __getattr__ takes the name only: a getter bound to the name.
    a.kind = AttrKind::Getter;
    a.value = hook->value;
    a.self = name;
  }
  return a;
}

// Exception fields lie in hidden slots with names of their own.
int exception_slot(Leaf& vm, Value name) {
  TypeTable& types = vm.types();
  constexpr NameId kFields[] = {NameId::Args,    NameId::Traceback,       NameId::Cause,
                                NameId::Context, NameId::SuppressContext, NameId::Notes};
  for (int i = 0; i < static_cast<int>(kExcSlotCount); ++i) {
    if (name == types.name(kFields[i])) return i;
  }
  return -1;
}

}  // namespace

int exception_field_slot(Leaf& vm, Value name) { return exception_slot(vm, name); }

Attribute find_attribute(Leaf& vm, Value object, Value name) {
  Type* t = type_of(vm, object);
  if (t->flags & kTypeHasGetattr) {
    NameCell* cell = find_in_type(vm, t, vm.types().name(NameId::GetAttribute));
    if (cell && is_overridden(vm, t, vm.types().name(NameId::GetAttribute))) {
      Attribute a;
      a.kind = AttrKind::GetAttribute;
      a.value = cell->value;
      a.cell = cell;
      add_getattr(vm, a, t);
      return a;
    }
  }
  if (object.is_object()) {
    if (is_type(object)) return find_class_attribute(vm, object.as<Type>(), name);
    if (is_kind(object, Kind::Module)) return find_module_attribute(vm, object, name);
    if (is_kind(object, Kind::Super)) {
      Attribute a = find_super_attribute(vm, object.as<Super>(), name);
      if (a.kind != AttrKind::Missing) return a;
    }
  }
  Attribute a;
  a.cacheable = true;
  NameCell* cell = find_in_type(vm, t, name);
  if (cell && is_instance_kind(object) && is_member_descriptor(vm, cell->value)) cell = nullptr;
  if (cell && is_data_descriptor(vm, cell->value)) {
    a.cell = cell;
    classify_for_instance(vm, a, cell->value, t);
    add_getattr(vm, a, t);
    return a;
  }
  if (is_instance_kind(object)) {
    int slot = map_of_instance(vm, object)->find(name);
    if (slot < 0 && (t->flags & kTypeException)) {
      slot = exception_slot(vm, name);
      if (slot >= 0 && instance_slot(object, static_cast<uint32_t>(slot)).is_undefined()) slot = -1;
    }
    if (slot >= 0) {
      a.kind = AttrKind::Slot;
      a.slot = slot;
      a.value = instance_slot(object, static_cast<uint32_t>(slot));
      return a;
    }
  } else if (is_kind(object, Kind::Function) || is_wrapper(object)) {
    Value attributes = is_wrapper(object) ? object.as<StaticMethod>()->attributes
                                          : object.as<Function>()->attributes;
    if (is_dict(attributes)) {
      Value v = dict_get_name(vm, attributes, name);
      if (!v.is_undefined()) {
        found_value(a, v);
        a.cacheable = false;
        return a;
      }
    }
  }
  if (cell) {
    a.cell = cell;
    classify_for_instance(vm, a, cell->value, t);
    return a;
  }
  a.cacheable = false;
  if (name == vm.types().name(NameId::Class)) {
    found_value(a, type_value(t));
  } else if (name == vm.types().name(NameId::Dict) && instance_has_dict(vm, object)) {
    found_value(a, instance_dict(vm, object));
  } else if (is_kind(object, Kind::BoundMethod)) {
    // Whatever a bound method lacks, its function may have.
    Value function = object.as<BoundMethod>()->function;
    Attribute f = find_attribute(vm, function, name);
    if (f.kind == AttrKind::Value || f.kind == AttrKind::Slot) {
      found_value(a, f.value);
    } else if (f.kind == AttrKind::Getter && is_kind(f.value, Kind::Builtin)) {
      a.kind = AttrKind::Getter;
      a.value = f.value;
      a.self = function;
    }
  }
  if (a.kind == AttrKind::Missing) {
    a.cacheable = true;
    add_getattr(vm, a, t);
  }
  return a;
}

Attribute find_special(Leaf& vm, Value object, Value name) {
  Attribute a;
  Type* t = type_of(vm, object);
  if (NameCell* cell = find_in_type(vm, t, name)) {
    a.cell = cell;
    classify_for_instance(vm, a, cell->value, t);
    a.cacheable = true;
  }
  return a;
}

Attribute find_super_attribute(Leaf& vm, const Super* super, Value name) {
  Attribute a;
  if (name == vm.types().name(NameId::Class) || super->self_type.is_none()) return a;
  Type* t = super->self_type.as<Type>();
  NameCell* cell = find_in_type_after(vm, t, super->start_type.as<Type>(), name);
  if (!cell) return a;
  a.cell = cell;
  if (super->self == super->self_type) {
    classify_for_class(vm, a, cell->value, t);
  } else {
    classify_for_instance(vm, a, cell->value, t);
  }
  if (a.kind == AttrKind::Method || a.kind == AttrKind::Getter) a.self = super->self;
  if (a.kind == AttrKind::Descriptor && a.owner.is_undefined()) {
    a.self = super->self == super->self_type ? Value::none() : super->self;
    a.owner = super->self_type;
  }
  return a;
}

Value bind_method(Leaf& vm, Value function, Value self) {
  if (is_kind(function, Kind::Builtin)) {
    auto* b = function.as<Builtin>();
    const BuiltinDef* def = b->def.get();
    uint32_t flags = b->aux & ~(kBuiltinAuxClassMethod | kBuiltinAuxGetter);
    Value bound = make_builtin(vm, def, self, b->module, flags);
    bound.as<Builtin>()->origin = function;
    return bound;
  }
  return make_bound_method(vm, function, self);
}

Value attribute_value(Leaf& vm, Value object, const Attribute& a) {
  switch (a.kind) {
    case AttrKind::Slot:
    case AttrKind::Value:
      return a.value;
    case AttrKind::Method:
      return bind_method(vm, a.value, a.self.is_undefined() ? object : a.self);
    case AttrKind::ClassMethod:
      return bind_method(vm, a.value, a.self);
    default:
      return Value::undefined();
  }
}

Value get_attribute(Leaf& vm, Value object, Value name, bool* needs_call) {
  Attribute a = find_attribute(vm, object, name);
  *needs_call = a.kind == AttrKind::Getter || a.kind == AttrKind::Descriptor ||
                a.kind == AttrKind::GetAttribute ||
                (a.kind == AttrKind::Missing && !a.getattr.is_undefined());
  return attribute_value(vm, object, a);
}

namespace {

bool is_attribute_error(Caller& vm) {
  return is_instance(vm, vm.pending(), TypeId::AttributeError);
}

Value call_getattr(Caller& vm, Value hook, Value object, Value name) {
  return vm.call(hook, object, name);
}

// The default lookup (object.__getattribute__ and type.__getattribute__), __getattr__ left out.
Value generic_get(Caller& vm, Value object, Value name, const Attribute& a) {
  switch (a.kind) {
    case AttrKind::Missing:
      return raise_attribute_error(vm, object, name);
    case AttrKind::Getter:
      return vm.call(a.value, a.self.is_undefined() ? object : a.self);
    case AttrKind::Descriptor: {
      Value get = lookup_in_type(vm, type_of(vm, a.value), NameId::Get);
      bool through_class = is_type(object) && a.self.is_undefined();
      Value type = through_class ? object : type_value(type_of(vm, object));
      Value args[] = {a.value, through_class ? Value::none() : object, type};
      if (is_kind(object, Kind::Super)) {
        auto* s = object.as<Super>();
        args[1] = s->self == s->self_type ? Value::none() : s->self;
        args[2] = s->self_type;
      }
      return vm.call(get, args, 3);
    }
    default:
      return attribute_value(vm, object, a);
  }
}

}  // namespace

Value get_attribute_call(Caller& vm, Value object_value, Value name_value, Value missing_value) {
  Attribute a = find_attribute(vm, object_value, name_value);
  if (a.kind == AttrKind::Missing && a.getattr.is_undefined() && !missing_value.is_undefined()) {
    return missing_value;
  }
  Rooted object(vm, object_value), name(vm, name_value), missing(vm, missing_value),
      hook(vm, a.getattr);
  Value v;
  if (a.kind == AttrKind::GetAttribute) {
    v = vm.call(a.value, object, name);
  } else if (a.kind == AttrKind::Missing && !a.getattr.is_undefined()) {
    v = call_getattr(vm, hook, object, name);
    hook = Value::undefined();
  } else {
    v = generic_get(vm, object, name, a);
  }
  if (v.is_raised() && !hook.get().is_undefined() && is_attribute_error(vm)) {
    vm.clear_pending();
    v = call_getattr(vm, hook, object, name);
  }
  if (v.is_raised() && !missing.get().is_undefined() && is_attribute_error(vm)) {
    vm.clear_pending();
    return missing;
  }
  return v;
}

Value call_special(Caller& vm, Value object, NameId name, const Value* args, uint32_t count) {
  Attribute a = find_special(vm, object, vm.types().name(name));
  Value all[8];
  if (count > 6) return Value::undefined();
  switch (a.kind) {
    case AttrKind::Missing:
      return Value::undefined();
    case AttrKind::Method:
    case AttrKind::ClassMethod:
      all[0] = a.kind == AttrKind::Method ? object : a.self;
      for (uint32_t i = 0; i < count; ++i) all[i + 1] = args[i];
      return vm.call(a.value, all, count + 1);
    case AttrKind::Value:
      if (a.value.is_none()) return Value::undefined();
      return vm.call(a.value, args, count);
    default: {
      // A descriptor: what it answers is called.
      Rooted rooted_args[] = {{vm, count > 0 ? args[0] : Value::undefined()},
                              {vm, count > 1 ? args[1] : Value::undefined()},
                              {vm, count > 2 ? args[2] : Value::undefined()}};
      Value f = generic_get(vm, object, vm.types().name(name), a);
      if (f.is_raised()) return f;
      for (uint32_t i = 0; i < count && i < 3; ++i) all[i] = rooted_args[i];
      return vm.call(f, all, count);
    }
  }
}

}  // namespace hothouse
