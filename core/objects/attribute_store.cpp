// Storing and deleting attributes.
#include "core/objects/attributes.h"
#include "core/objects/callables.h"
#include "core/objects/exception.h"
#include "core/objects/list.h"
#include "core/objects/namespace.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"

namespace hothouse {

int exception_field_slot(Leaf& vm, Value name);  // attributes.cpp

namespace {

AttributeStore refused() { return AttributeStore{}; }

// Undefined, too, for an instance of a subclass with methods of its own for storing.
Value property_core(Leaf& vm, Value v) {
  Value inner = unwrap(vm, v);
  if (inner != v && is_kind(inner, Kind::Property)) {
    Type* t = type_of(vm, v);
    for (NameId id : {NameId::SetMethod, NameId::Delete}) {
      if (is_overridden(vm, t, vm.types().name(id))) return Value::undefined();
    }
  }
  return is_kind(inner, Kind::Property) ? inner : Value::undefined();
}

// A data descriptor of the class decides. False: there is none.
bool store_through_descriptor(Leaf& vm, Value object, Value name, NameCell* cell, bool deleting,
                              AttributeStore& s) {
  if (!cell) return false;
  Value found = cell->value;
  if (Value property = property_core(vm, found); !property.is_undefined()) {
    auto* p = property.as<Property>();
    s.value = deleting ? p->deleter : p->setter;
    if (s.value.is_undefined() || s.value.is_none()) {
      vm.raise(TypeId::AttributeError,
               property_lacks(vm, property, object, deleting ? "deleter" : "setter"));
      s = refused();
      return true;
    }
    s.kind = SetKind::Setter;
    s.cacheable = true;
    return true;
  }
  if (is_kind(found, Kind::Builtin) && (found.as_object()->aux & kBuiltinAuxGetter)) {
    raise_attribute_store_error(vm, object, name);
    s = refused();
    return true;
  }
  if (is_instance_kind(found)) {
    Value set =
        lookup_in_type(vm, type_of(vm, found), deleting ? NameId::Delete : NameId::SetMethod);
    if (!set.is_undefined()) {
      s.kind = SetKind::Descriptor;
      s.value = set;
      s.descriptor = found;
      s.cacheable = true;
      return true;
    }
    const NameId other = deleting ? NameId::SetMethod : NameId::Delete;
    if (!lookup_in_type(vm, type_of(vm, found), other).is_undefined()) {
      vm.raise(TypeId::AttributeError, deleting ? "__delete__" : "__set__");
      s = refused();
      return true;
    }
  }
  return false;
}

/// What an exception group has been made of does not change.
bool is_group_field(Leaf& vm, Value object, Value name) {
  return (name == vm.types().name(NameId::Message) ||
          name == vm.types().name(NameId::Exceptions)) &&
         is_instance(vm, object, TypeId::BaseExceptionGroup);
}

bool is_special_name(Leaf& vm, Value object, Value name) {
  if (is_kind(object, Kind::Traceback)) return name == vm.intern("tb_next");
  TypeTable& types = vm.types();
  if (name == types.name(NameId::Class)) return true;
  if (is_kind(object, Kind::Cell)) return name == vm.intern("cell_contents");
  if (is_kind(object, Kind::Generator)) {
    return name == types.name(NameId::Name) || name == types.name(NameId::QualName);
  }
  if (is_instance_kind(object)) {
    if (name == types.name(NameId::Dict)) return instance_has_dict(vm, object);
    return (type_of(vm, object)->flags & kTypeException) &&
           (exception_field_slot(vm, name) >= 0 || is_group_field(vm, object, name));
  }
  return is_kind(object, Kind::Function) || is_kind(object, Kind::Property) || is_wrapper(object);
}

/// Stores into a static or class method; x undefined: deletes.
Value assign_wrapper_field(Leaf& vm, Value method, Value name, Value x) {
  for (const char* fixed : {"__func__", "__wrapped__", "__isabstractmethod__"}) {
    if (name == vm.intern(fixed)) return raise_attribute_store_error(vm, method, name);
  }
  if (name == vm.types().name(NameId::Dict)) {
    if (x.is_undefined()) x = make_dict(vm);
    if (!is_dict(x)) {
      return vm.type_error("__dict__ must be set to a dictionary, not a '" + type_name_of(vm, x) +
                           "'");
    }
    vm.heap().write_barrier(method.as_object());
    method.as<StaticMethod>()->attributes = x;
    return Value::none();
  }
  Value attributes = wrapper_dict(vm, method);
  if (!x.is_undefined()) {
    dict_set_name(vm, attributes, name, x);
  } else if (dict_delete(vm, attributes, name) != Verdict::Yes) {
    return raise_attribute_error(vm, method, name);
  }
  return Value::none();
}

Value assign_exception_field(Leaf& vm, Value e, Value name, Value x) {
  auto slot = static_cast<ExceptionSlot>(exception_field_slot(vm, name));
  TypeTable& types = vm.types();
  switch (slot) {
    case kExcArgs:
      if (is_list(x)) x = tuple_from_list(vm, x);
      if (!as_tuple(vm, x)) {
        return vm.type_error("'" + type_name_of(vm, x) + "' object is not iterable");
      }
      x = unwrap(vm, x);
      break;
    case kExcTraceback:
      if (!x.is_none() && !is_kind(x, Kind::Traceback)) {
        return vm.type_error("__traceback__ must be a traceback or None");
      }
      break;
    case kExcCause:
    case kExcContext:
      if (!x.is_none() && !is_exception_instance(vm, x)) {
        return vm.type_error(slot == kExcCause
                                 ? "exception cause must be None or derive from BaseException"
                                 : "exception context must be None or derive from BaseException");
      }
      if (slot == kExcCause) set_exception_field(vm, e, kExcSuppress, Value::true_value());
      break;
    case kExcSuppress:
      if (!x.is_bool()) return vm.type_error("attribute value type must be bool");
      break;
    default:
      break;
  }
  (void)types;
  set_exception_field(vm, e, slot, x);
  return Value::none();
}

Value assign_function_field(Leaf& vm, Value f, Value name, Value x) {
  TypeTable& types = vm.types();
  auto* o = f.as<Function>();
  vm.heap().write_barrier(o);
  if (name == types.name(NameId::Closure) || name == types.name(NameId::Globals)) {
    return vm.raise(TypeId::AttributeError, "readonly attribute");
  }
  if (name == types.name(NameId::CodeAttr)) {
    if (!is_kind(x, Kind::Code)) return vm.type_error("__code__ must be set to a code object");
    // Traces and inline caches know a function's code by the function.
    return vm.raise(TypeId::NotImplementedError,
                    "Hothouse does not replace the __code__ of functions");
  }
  if (name == types.name(NameId::Name) || name == types.name(NameId::QualName)) {
    if (!is_str(x)) {
      return vm.type_error(
          std::string(name == types.name(NameId::Name) ? "__name__" : "__qualname__") +
          " must be set to a string object");
    }
    (name == types.name(NameId::Name) ? o->name : o->qualname) = x;
  } else if (name == types.name(NameId::Doc)) {
    o->doc = x;
  } else if (name == types.name(NameId::Module)) {
    o->module = x;
  } else if (name == types.name(NameId::Defaults)) {
    if (!x.is_none() && !is_tuple(x)) {
      return vm.type_error("__defaults__ must be set to a tuple object");
    }
    o->defaults = x;
  } else if (name == types.name(NameId::KwDefaults)) {
    if (!x.is_none() && !is_dict(x)) {
      return vm.type_error("__kwdefaults__ must be set to a dict object");
    }
    o->kw_defaults = x;
  } else if (name == types.name(NameId::Annotations)) {
    if (x.is_none()) x = Value::undefined();
    if (!x.is_undefined() && !is_dict(x)) {
      return vm.type_error("__annotations__ must be set to a dict object");
    }
    o->annotations = x;
  } else if (name == types.name(NameId::Dict)) {
    if (!is_dict(x)) {
      return vm.type_error("__dict__ must be set to a dictionary, not a '" + type_name_of(vm, x) +
                           "'");
    }
    o->attributes = x;
  } else {
    if (!is_dict(o->attributes)) o->attributes = make_dict(vm);
    dict_set_name(vm, o->attributes, name, x);
  }
  return Value::none();
}

Value assign_special(Leaf& vm, Value object, Value name, Value x) {
  TypeTable& types = vm.types();
  if (name == types.name(NameId::Class)) {
    if (!is_type(x)) {
      return vm.type_error("__class__ must be set to a class, not '" + type_name_of(vm, x) +
                           "' object");
    }
    return instance_set_class(vm, object, x.as<Type>());
  }
  if (is_kind(object, Kind::Function)) return assign_function_field(vm, object, name, x);
  if (is_wrapper(object)) return assign_wrapper_field(vm, object, name, x);
  if (is_kind(object, Kind::Traceback)) {
    if (!x.is_none() && !is_kind(x, Kind::Traceback)) {
      return vm.type_error("expected traceback object or None, got '" + type_name_of(vm, x) + "'");
    }
    vm.heap().write_barrier(object.as_object());
    object.as<Traceback>()->next = x;
    return Value::none();
  }
  if (is_kind(object, Kind::Cell)) {
    vm.heap().write_barrier(object.as_object());
    object.as<Cell>()->value = x;
    return Value::none();
  }
  if (is_kind(object, Kind::Generator)) {
    const bool is_name = name == types.name(NameId::Name);
    if (!is_str(x)) {
      return vm.type_error(std::string(is_name ? "__name__" : "__qualname__") +
                           " must be set to a string object");
    }
    vm.heap().write_barrier(object.as_object());
    (is_name ? object.as<Generator>()->name : object.as<Generator>()->qualname) = x;
    return Value::none();
  }
  if (is_kind(object, Kind::Property)) {
    if (name == types.name(NameId::Doc)) {
      vm.heap().write_barrier(object.as_object());
      object.as<Property>()->doc = x;
      return Value::none();
    }
    return raise_attribute_store_error(vm, object, name);
  }
  if (name == types.name(NameId::Dict)) {
    Value dict = unwrap(vm, x);
    if (!is_dict(dict)) {
      return vm.type_error("__dict__ must be set to a dictionary, not a '" + type_name_of(vm, x) +
                           "'");
    }
    instance_set_dict(vm, object, dict);
    return Value::none();
  }
  if (is_group_field(vm, object, name)) {
    return vm.raise(TypeId::AttributeError, "readonly attribute");
  }
  if ((type_of(vm, object)->flags & kTypeException) && exception_field_slot(vm, name) >= 0) {
    return assign_exception_field(vm, object, name, x);
  }
  instance_set(vm, object, name, x);
  return Value::none();
}

AttributeStore find_store(Leaf& vm, Value object, Value name, bool deleting) {
  AttributeStore s;
  Type* t = type_of(vm, object);
  Value hook_name = vm.types().name(deleting ? NameId::DelAttr : NameId::SetAttr);
  if ((t->flags & kTypeHasSetattr) && is_overridden(vm, t, hook_name)) {
    s.kind = SetKind::SetAttr;
    s.value = lookup_in_type(vm, t, hook_name);
    s.cacheable = true;
    return s;
  }
  NameCell* cell = find_in_type(vm, t, name);
  const bool member = cell && is_instance_kind(object) && is_member_descriptor(vm, cell->value);
  if (member) cell = nullptr;
  // The fields of exceptions, functions and classes are ours even where the library's tables
  // list getters for them.
  if (is_special_name(vm, object, name) && !(cell && is_overridden(vm, t, name))) {
    s.kind = SetKind::Special;
    return s;
  }
  if (is_type(object)) {
    bool own_field = cell && is_kind(cell->value, Kind::Builtin);
    if (!own_field && store_through_descriptor(vm, object, name, cell, deleting, s)) return s;
    s.kind = SetKind::ClassSlot;
    return s;
  }
  if (store_through_descriptor(vm, object, name, cell, deleting, s)) return s;
  if (is_kind(object, Kind::Module)) {
    s.kind = SetKind::ModuleSlot;
    return s;
  }
  if (is_instance_kind(object) && t != vm.types().get(TypeId::Object)) {
    Map* m = map_of_instance(vm, object);
    int slot = m->find(name);
    if (slot >= 0 && m->dict_slot >= 0) {
      s.kind = SetKind::Special;  // the live dict has to follow
      return s;
    }
    if (slot >= 0) {
      s.kind = SetKind::Slot;
      s.slot = slot;
      s.cacheable = true;
      return s;
    }
    if (deleting || ((t->flags & kTypeHasSlots) && !member)) {
      if (deleting && member) {
        vm.raise(TypeId::AttributeError, str_to_utf8(vm, name));
      } else if (deleting) {
        raise_attribute_error(vm, object, name);
      } else {
        raise_attribute_store_error(vm, object, name);
      }
      return refused();
    }
    if (m->dict_slot >= 0) {
      s.kind = SetKind::Special;
      return s;
    }
    Map* next = vm.maps().with(m, name);
    s.kind = SetKind::AddSlot;
    s.slot = static_cast<int32_t>(next->slot_count) - 1;
    s.next_map = next->id;
    s.cacheable = true;
    return s;
  }
  raise_attribute_store_error(vm, object, name);
  return refused();
}

}  // namespace

Value wrapper_dict(Leaf& vm, Value method) {
  auto* m = method.as<StaticMethod>();
  if (is_dict(m->attributes)) return m->attributes;
  Value dict = make_dict(vm);
  const Function* f = is_kind(m->function, Kind::Function) ? m->function.as<Function>() : nullptr;
  if (f != nullptr && f->annotations.is_undefined()) {
    assign_function_field(vm, m->function, vm.types().name(NameId::Annotations), make_dict(vm));
  }
  auto take = [&](NameId id, Value Function::*field) {
    Value name = vm.types().name(id), v;
    bool needs_call = false;
    v = f != nullptr ? f->*field : get_attribute(vm, m->function, name, &needs_call);
    if (v.is_raised()) vm.clear_pending();
    if (v.is_undefined() && f != nullptr) v = Value::none();
    if (!v.is_raised() && !v.is_undefined()) dict_set_name(vm, dict, name, v);
  };
  take(NameId::Module, &Function::module);
  take(NameId::Name, &Function::name);
  take(NameId::QualName, &Function::qualname);
  take(NameId::Doc, &Function::doc);
  take(NameId::Annotations, &Function::annotations);
  vm.heap().write_barrier(m);
  m->attributes = dict;
  return dict;
}

AttributeStore find_attribute_store(Leaf& vm, Value object, Value name) {
  return find_store(vm, object, name, false);
}
AttributeStore find_attribute_delete(Leaf& vm, Value object, Value name) {
  return find_store(vm, object, name, true);
}

namespace {

Value perform_store(Leaf& vm, Value object, Value name, Value x, const AttributeStore& s) {
  switch (s.kind) {
    case SetKind::Slot:
    case SetKind::AddSlot:
      instance_set(vm, object, name, x);
      return Value::none();
    case SetKind::ClassSlot:
      return set_type_attribute(vm, object.as<Type>(), name, x);
    case SetKind::ModuleSlot:
      namespace_set(vm, object.as<Module>()->names, name, x);
      return Value::none();
    case SetKind::Special:
      return assign_special(vm, object, name, x);
    case SetKind::Done:
      return Value::none();
    case SetKind::Raised:
      return Value::raised();
    default:
      return Value::undefined();
  }
}

/// What can be deleted goes back to the default; the rest is what the program has set itself.
Value delete_function_field(Leaf& vm, Value f, Value name) {
  TypeTable& types = vm.types();
  for (NameId id : {NameId::Doc, NameId::Module, NameId::Defaults, NameId::KwDefaults}) {
    if (name == types.name(id)) return assign_function_field(vm, f, name, Value::none());
  }
  if (name == types.name(NameId::Annotations)) {
    return assign_function_field(vm, f, name, Value::undefined());
  }
  if (name == types.name(NameId::Name) || name == types.name(NameId::QualName)) {
    return vm.type_error(str_to_utf8(vm, name) + " must be set to a string object");
  }
  for (NameId id : {NameId::Closure, NameId::Globals, NameId::CodeAttr}) {
    if (name == types.name(id)) return assign_function_field(vm, f, name, Value::none());
  }
  if (name == types.name(NameId::Dict)) return vm.type_error("cannot delete __dict__");
  Value attributes = f.as<Function>()->attributes;
  if (is_dict(attributes) && dict_delete(vm, attributes, name) == Verdict::Yes) {
    return Value::none();
  }
  return raise_attribute_error(vm, f, name);
}

Value perform_delete(Leaf& vm, Value object, Value name, const AttributeStore& s) {
  switch (s.kind) {
    case SetKind::Slot:
      instance_delete(vm, object, name);
      return Value::none();
    case SetKind::ClassSlot:
      return delete_type_attribute(vm, object.as<Type>(), name);
    case SetKind::ModuleSlot:
      if (namespace_delete(vm, object.as<Module>()->names, name)) return Value::none();
      return raise_attribute_error(vm, object, name);
    case SetKind::Special:
      if (is_kind(object, Kind::Function)) {
        return delete_function_field(vm, object, name);
      }
      if (is_kind(object, Kind::Cell)) {
        return assign_special(vm, object, name, Value::undefined());
      }
      if (is_wrapper(object) && name != vm.types().name(NameId::Class)) {
        return assign_wrapper_field(vm, object, name, Value::undefined());
      }
      if (is_group_field(vm, object, name)) {
        return vm.raise(TypeId::AttributeError, "readonly attribute");
      }
      if (is_instance_kind(object) && name == vm.types().name(NameId::Dict)) {
        instance_set_dict(vm, object, make_dict(vm));
        return Value::none();
      }
      if (is_kind(object, Kind::Generator)) {
        return vm.type_error(str_to_utf8(vm, name) + " must be set to a string object");
      }
      if (is_instance_kind(object) && (type_of(vm, object)->flags & kTypeException) &&
          exception_field_slot(vm, name) == static_cast<int>(kExcNotes)) {
        set_exception_field(vm, object, kExcNotes, Value::undefined());
        return Value::none();
      }
      if (is_instance_kind(object) && instance_delete(vm, object, name)) return Value::none();
      return vm.type_error("can't delete " + str_to_utf8(vm, name) + " attribute");
    case SetKind::Raised:
      return Value::raised();
    default:
      return Value::undefined();
  }
}

}  // namespace

Value set_attribute(Leaf& vm, Value object, Value name, Value x) {
  return perform_store(vm, object, name, x, find_attribute_store(vm, object, name));
}
Value delete_attribute(Leaf& vm, Value object, Value name) {
  return perform_delete(vm, object, name, find_attribute_delete(vm, object, name));
}

Value set_attribute_call(Caller& vm, Value object, Value name, Value x) {
  AttributeStore s = find_attribute_store(vm, object, name);
  Value r = perform_store(vm, object, name, x, s);
  if (!r.is_undefined()) return r;
  if (s.kind == SetKind::Setter) {
    r = vm.call(s.value, object, x);
  } else {
    Value args[] = {s.kind == SetKind::SetAttr ? object : s.descriptor,
                    s.kind == SetKind::SetAttr ? name : object, x};
    r = vm.call(s.value, args, 3);
  }
  return r.is_raised() ? r : Value::none();
}

Value delete_attribute_call(Caller& vm, Value object, Value name) {
  AttributeStore s = find_attribute_delete(vm, object, name);
  Value r = perform_delete(vm, object, name, s);
  if (!r.is_undefined()) return r;
  if (s.kind == SetKind::Setter) {
    r = vm.call(s.value, object);
  } else if (s.kind == SetKind::SetAttr) {
    r = vm.call(s.value, object, name);
  } else {
    r = vm.call(s.value, s.descriptor, object);
  }
  return r.is_raised() ? r : Value::none();
}

}  // namespace hothouse
