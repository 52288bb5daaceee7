// Primitives of attribute access, classes and calls.
#include "core/builtins/arguments.h"
#include "core/builtins/compile.h"
#include "core/builtins/library.h"
#include "core/builtins/primitives/primitives.h"
#include "core/builtins/registry.h"
#include "core/builtins/tables.h"
#include "core/builtins/types/attribute_generic.h"
#include "core/bytecode/code.h"
#include "core/objects/callables.h"
#include "core/objects/dict.h"
#include "core/objects/exception.h"
#include "core/objects/instance.h"
#include "core/objects/list.h"
#include "core/objects/mro.h"
#include "core/objects/namespace.h"
#include "core/objects/repr_objects.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/vm/vm.h"

namespace hothouse {
namespace {

Value or_none(Value v) { return v.is_undefined() ? Value::none() : v; }
Value name_of(Leaf& vm, Value v) {
  v = unwrap(vm, v);
  return is_interned(v) ? v : str_intern(vm, v);
}

/// What get_attr must do, as (step, value, extra, fallback); see protocol/attributes.py.
enum AttributeStep { kReady, kGetter, kDescriptor, kGetAttribute, kMissing };

/// A hook of an object's class, to be called with the object. The hooks of modules are functions of
/// their own, and functions of classes are what nearly all are.
Value hook(Leaf& vm, Value object, Value found, NameId name) {
  if (found.is_undefined() || is_kind(found, Kind::Function) || is_kind(found, Kind::Builtin) ||
      is_kind(object, Kind::Module)) {
    return found;
  }
  return special_function(vm, object, vm.types().name(name));
}

Value plan(Leaf& vm, Value object, const Attribute& a) {
  int step = kReady;
  Value value = a.value, extra = Value::none();
  switch (a.kind) {
    case AttrKind::Missing:
      step = kMissing;
      break;
    case AttrKind::Getter:
      step = kGetter;
      extra = a.self.is_undefined() ? object : a.self;
      break;
    case AttrKind::Descriptor:
      step = kDescriptor;
      if (!a.owner.is_undefined()) extra = make_tuple(vm, {a.self, a.owner});
      break;
    case AttrKind::GetAttribute:
      step = kGetAttribute;
      value = hook(vm, object, value, NameId::GetAttribute);
      break;
    default: {
      value = attribute_value(vm, object, a);
      if (value.is_raised()) return value;
      break;
    }
  }
  return make_tuple(vm, {Value::small_int(step), or_none(value), extra,
                         or_none(hook(vm, object, a.getattr, NameId::GetAttr))});
}
Value find_attribute_leaf(Leaf& vm, const Value* a) {
  return plan(vm, a[0], find_attribute(vm, a[0], name_of(vm, a[1])));
}
Value find_generic_leaf(Leaf& vm, const Value* a) {
  return plan(vm, a[0], find_attribute_generic(vm, a[0], name_of(vm, a[1])));
}
Value attribute_context(Leaf& vm, const Value* a) {
  add_attribute_context(vm, a[0], a[1], a[2]);
  return Value::none();
}
Value attribute_error(Leaf& vm, const Value* a) {
  return raise_attribute_error(vm, a[0], name_of(vm, a[1]));
}

/// What set_attr and del_attr must do, as (step, function, descriptor).
enum StoreStep { kDone, kCallSetter, kCallDescriptor, kCallHook };
Value store_plan(Leaf& vm, Value object, Value name, const AttributeStore& s, bool deleting,
                 Value x) {
  int step = kDone;
  switch (s.kind) {
    case SetKind::Raised:
      return Value::raised();
    case SetKind::Setter:
      step = kCallSetter;
      break;
    case SetKind::Descriptor:
      step = kCallDescriptor;
      break;
    case SetKind::SetAttr:
      step = kCallHook;
      break;
    default: {
      Value r = deleting ? delete_attribute(vm, object, name) : set_attribute(vm, object, name, x);
      if (r.is_raised()) return r;
      if (r.is_undefined()) {
        return vm.raise(TypeId::SystemError, "an attribute could not be stored");
      }
    }
  }
  Value function = s.value;
  if (step == kCallHook) {
    function = hook(vm, object, function, deleting ? NameId::DelAttr : NameId::SetAttr);
  }
  return make_tuple(vm, {Value::small_int(step), or_none(function), or_none(s.descriptor)});
}
Value set_plan(Leaf& vm, const Value* a) {
  Value name = name_of(vm, a[1]);
  return store_plan(vm, a[0], name, find_attribute_store(vm, a[0], name), false, a[2]);
}
Value delete_plan(Leaf& vm, const Value* a) {
  Value name = name_of(vm, a[1]);
  return store_plan(vm, a[0], name, find_attribute_delete(vm, a[0], name), true, Value::none());
}
Value set_plan_generic(Leaf& vm, const Value* a) {
  Value name = name_of(vm, a[1]);
  return store_plan(vm, a[0], name, find_store_generic(vm, a[0], name, false), false, a[2]);
}
Value delete_plan_generic(Leaf& vm, const Value* a) {
  Value name = name_of(vm, a[1]);
  return store_plan(vm, a[0], name, find_store_generic(vm, a[0], name, true), true, Value::none());
}

/// The attribute of a class without binding; None if there is none.
Value class_lookup(Leaf& vm, const Value* a) {
  Value found = lookup_in_type(vm, a[0].as<Type>(), name_of(vm, a[1]));
  if (is_kind(found, Kind::StaticMethod)) return found.as<StaticMethod>()->function;
  return or_none(found);
}
/// The attribute of a class as reading it gives it; None if there is none or a call is needed.
Value class_attribute(Leaf& vm, const Value* a) {
  bool needs_call = false;
  Value v = get_attribute(vm, a[0], name_of(vm, a[1]), &needs_call);
  return or_none(v);
}
Value overridden(Leaf& vm, const Value* a) {
  return Value::boolean(is_overridden(vm, type_of(vm, a[0]), name_of(vm, a[1])));
}
Value class_overrides(Leaf& vm, const Value* a) {
  return Value::boolean(is_overridden(vm, a[0].as<Type>(), name_of(vm, a[1])));
}
Value constructor_of(Leaf& vm, const Value* a) {
  return or_none(type_constructor(vm, a[0].as<Type>()));
}
Value bind_leaf(Leaf& vm, const Value* a) { return bind_method(vm, a[0], a[1]); }
Value property_parts(Leaf& vm, const Value* a) {
  Property* p = as_kind<Property>(vm, a[0], Kind::Property);
  if (!p) return Value::none();
  return make_tuple(vm, {or_none(p->getter), or_none(p->setter), or_none(p->deleter)});
}
Value property_lacks_leaf(Leaf& vm, const Value* a) {
  Property* p = as_kind<Property>(vm, a[0], Kind::Property);
  return vm.raise(TypeId::AttributeError,
                  property_lacks(vm, Value::from_object(p), a[1], str_to_utf8(vm, a[2]).c_str()));
}
Value name_property(Leaf& vm, const Value* a) {
  Property* p = as_kind<Property>(vm, a[0], Kind::Property);
  vm.heap().write_barrier(p);
  p->name = a[1];
  return Value::none();
}
/// (property, function, part): the arguments that a copy with another part is made of.
Value property_copy_parts(Leaf& vm, const Value* a) {
  Property* p = as_kind<Property>(vm, a[0], Kind::Property);
  Value parts[] = {or_none(p->getter), or_none(p->setter), or_none(p->deleter)};
  if (!a[1].is_none()) parts[a[2].as_int()] = a[1];
  const bool of_getter = (p->aux & kPropertyAuxGetterDoc) != 0 && !parts[0].is_none();
  return make_tuple(vm, {parts[0], parts[1], parts[2], of_getter ? Value::none() : p->doc});
}
/// (property, getter): gives it a getter, from which its documentation is.
Value property_of_getter(Leaf& vm, const Value* a) {
  auto* p = a[0].as<Property>();
  vm.heap().write_barrier(p);
  p->getter = a[1];
  if (!p->doc.is_none()) p->aux = kPropertyAuxGetterDoc;
  return a[0];
}
/// (property, other property): names it like the other.
Value name_property_like(Leaf& vm, const Value* a) {
  Property* p = as_kind<Property>(vm, a[0], Kind::Property);
  if (!p) return Value::none();
  vm.heap().write_barrier(p);
  p->name = as_kind<Property>(vm, a[1], Kind::Property)->name;
  return Value::none();
}

/// What a derived property, static method or class method wraps, once its __init__ says so. A
/// property becomes like the other; other objects stay as they were made.
Value set_wrapped(Leaf& vm, const Value* a) {
  if (is_kind(a[0], Kind::Property)) {
    auto *to = a[0].as<Property>(), *from = a[1].as<Property>();
    vm.heap().write_barrier(to);
    std::copy_n(&from->getter, &from->name + 1 - &from->getter, &to->getter);
    to->aux = from->aux;
  }
  if (!is_instance_kind(a[0])) return Value::none();
  vm.heap().write_barrier(a[0].as_object());
  a[0].as<Instance>()->slots()[kWrappedSlot] = a[1];
  return Value::none();
}

// --- classes

Value new_namespace(Leaf& vm, const Value*) { return make_namespace(vm, Value::undefined()); }
Value metatype(Leaf& vm, const Value* a) { return calculate_metatype(vm, a[0], a[1]); }
Value names_set(Leaf& vm, const Value* a) {
  Value name = name_of(vm, a[1]);
  if (is_kind(a[0], Kind::Namespace)) {
    namespace_set(vm, a[0], name, a[2]);
  } else {
    dict_set(vm, a[0], name, a[2]);
  }
  return Value::none();
}
Value is_namespace(Leaf&, const Value* a) { return Value::boolean(is_kind(a[0], Kind::Namespace)); }
Value is_cell(Leaf&, const Value* a) { return Value::boolean(is_kind(a[0], Kind::Cell)); }
Value cell_value(Leaf& vm, const Value* a) {
  Value v = a[0].as<Cell>()->value;
  return v.is_undefined() ? vm.library().missing : v;
}

/// A name of a class body, in a namespace or what a metaclass made of one; _missing if absent.
Value names_get(Leaf& vm, const Value* a) {
  Value names = unwrap(vm, a[0]);
  Value v = Value::undefined();
  if (is_kind(names, Kind::Namespace)) {
    v = namespace_get(vm, names, str_intern(vm, unwrap(vm, a[1])));
  } else if (is_dict(names)) {
    v = dict_get_name(vm, names, unwrap(vm, a[1]));
  }
  return v.is_undefined() ? vm.library().missing : v;
}
Value mark_members(Leaf&, const Value* a) {
  a[0].as<Type>()->flags |= kTypeOfMembers;
  return Value::none();
}

Value mark_quiet(Leaf&, const Value* a) {
  a[0].as<Type>()->flags &= ~uint64_t{kTypeHasFinalizer};
  return Value::none();
}

/// (metaclass, name, bases, names): the class; what __classcell__ held is filled with it.
Value make_class(Leaf& vm, const Value* a) {
  Value names = unwrap(vm, a[3]);
  if (is_dict(names)) {
    names = namespace_from_dict(vm, names, Value::undefined());
    if (names.is_raised()) return names;
  }
  if (!is_kind(names, Kind::Namespace)) {
    return vm.type_error("type.__new__() argument 3 must be dict, not " + type_name_of(vm, a[3]));
  }
  if (!is_str(unwrap(vm, a[1]))) {
    return vm.type_error("type.__new__() argument 1 must be str, not " + type_name_of(vm, a[1]));
  }
  if (!is_tuple(unwrap(vm, a[2]))) {
    return vm.type_error("type.__new__() argument 2 must be tuple, not " + type_name_of(vm, a[2]));
  }
  Value cell_name = vm.types().name(NameId::ClassCell);
  Value cell = namespace_get(vm, names, cell_name);
  if (is_kind(cell, Kind::Cell)) {
    namespace_delete(vm, names, cell_name);
  } else if (!cell.is_undefined() && !is_kind(cell, Kind::Instance)) {
    return vm.type_error("__classcell__ must be a nonlocal cell, not " +
                         str_to_utf8(vm, repr_builtin_object(vm, type_value(type_of(vm, cell)))));
  }
  auto convert = [&](NameId id, bool to_static) {
    Value f = namespace_get(vm, names, vm.types().name(id));
    if (!is_kind(f, Kind::Function)) return;
    namespace_set(vm, names, vm.types().name(id),
                  to_static ? make_static_method(vm, f) : make_class_method(vm, f));
  };
  convert(NameId::New, true);
  convert(NameId::InitSubclass, false);
  convert(NameId::ClassGetItem, false);
  Value t = make_type(vm, unwrap(vm, a[1]), unwrap(vm, a[2]), names, a[0]);
  if (t.is_raised()) return t;
  if (is_kind(cell, Kind::Cell)) {
    cell.as<Cell>()->value = t;
    vm.heap().write_barrier(cell.as_object());
  }
  return t;
}

/// Marks a class that CPython has in C, and its methods: see kTypeInC and kCodeInC.
Value class_in_c(Leaf&, const Value* a) {
  a[0].as<Type>()->flags |= kTypeInC;
  uint64_t position = 0;
  Value name;
  NameCell* cell = nullptr;
  while (namespace_next(a[0].as<Type>()->names, &position, &name, &cell)) {
    Value v = cell->value;
    if (is_kind(v, Kind::StaticMethod) || is_kind(v, Kind::ClassMethod)) {
      v = v.as<StaticMethod>()->function;
    }
    if (is_kind(v, Kind::Function)) v.as<Function>()->body.get()->flags |= kCodeInC;
  }
  return a[0];
}
/// Makes the functions of a module or class the library's own: tracebacks pass over them.
Value hide_code(Leaf&, const Value* a) {
  Value names = is_kind(a[0], Kind::Module) ? a[0].as<Module>()->names : a[0].as<Type>()->names;
  uint64_t position = 0;
  Value name;
  NameCell* cell = nullptr;
  auto hide = [](Value v) {
    if (is_kind(v, Kind::StaticMethod) || is_kind(v, Kind::ClassMethod)) {
      v = v.as<StaticMethod>()->function;
    }
    if (is_kind(v, Kind::Function)) v.as<Function>()->body.get()->flags |= kCodeInternal;
  };
  while (namespace_next(names, &position, &name, &cell)) {
    hide(cell->value);
    if (!is_kind(cell->value, Kind::Property)) continue;
    const auto* property = cell->value.as<Property>();
    for (Value v : {property->getter, property->setter, property->deleter}) hide(v);
  }
  return Value::none();
}
Value is_class_in_c(Leaf&, const Value* a) {
  return Value::boolean(is_kind(a[0], Kind::Type) && (a[0].as<Type>()->flags & kTypeInC) != 0);
}
Value set_mro_leaf(Leaf& vm, const Value* a) { return set_mro(vm, a[0].as<Type>(), a[1]); }

/// List of (name, value) of the class's own attributes whose class has __set_name__. Properties
/// that are no more than that get their name here.
Value set_name_hooks(Leaf& vm, const Value* a) {
  Value out = make_list(vm);
  uint64_t position = 0;
  Value name;
  NameCell* cell;
  while (namespace_next(a[0].as<Type>()->names, &position, &name, &cell)) {
    if (is_kind(cell->value, Kind::Property)) {
      vm.heap().write_barrier(cell->value.as_object());
      cell->value.as<Property>()->name = name;
    }
    if (!is_instance_kind(cell->value)) continue;
    if (lookup_in_type(vm, type_of(vm, cell->value), NameId::SetName).is_undefined()) continue;
    list_append(vm, out, make_tuple(vm, {name, cell->value}));
  }
  return out;
}
Value super_of(Leaf& vm, const Value* a) { return make_super(vm, a[0], a[1], a[2]); }

/// "f()" for messages about calls.
Value function_text(Leaf& vm, const Value* a) {
  Value f = a[0];
  if (is_kind(f, Kind::BoundMethod)) f = f.as<BoundMethod>()->function;
  std::string module, name;
  if (is_kind(f, Kind::Function)) {
    Value m = f.as<Function>()->module;
    if (is_str(m)) module = str_to_utf8(vm, m);
    name = str_to_utf8(vm, f.as<Function>()->qualname);
  } else if (is_kind(f, Kind::Builtin)) {
    auto* b = f.as<Builtin>();
    name = b->def.get()->name;
    if (is_type(b->module)) name = type_name(b->module.as<Type>()) + "." + name;
    if (is_str(b->module)) module = str_to_utf8(vm, b->module);
  } else if (is_type(f)) {
    auto* t = f.as<Type>();
    name = str_to_utf8(vm, t->qualname);
    if (is_str(t->module)) module = str_to_utf8(vm, t->module);
  } else {
    return vm.str(type_name_of(vm, f) + " object");
  }
  if (!module.empty() && module != "builtins") name = module + "." + name;
  return vm.str(name + "()");
}

Value new_exception(Leaf& vm, const Value* a) { return make_exception(vm, a[0].as<Type>(), a[1]); }
Value is_exception_class_leaf(Leaf&, const Value* a) {
  return Value::boolean(is_exception_class(a[0]));
}
Value is_exception_leaf(Leaf& vm, const Value* a) {
  return Value::boolean(is_exception_instance(vm, a[0]));
}
Value exception_matches_leaf(Leaf& vm, const Value* a) {
  return verdict_value(exception_matches(vm, a[0], a[1]));
}
Value instance_dict(Leaf& vm, const Value* a) {
  return is_instance_kind(a[0]) ? instance_dict_copy(vm, a[0]) : Value::none();
}
Value instance_update(Leaf& vm, const Value* a) {
  uint64_t position = 0;
  Value key, value;
  while (dict_next(a[1], &position, &key, &value)) instance_set(vm, a[0], name_of(vm, key), value);
  return Value::none();
}
/// A new instance of a class, __init__ not called: what copy needs.
Value bare_instance(Leaf& vm, const Value* a) {
  Type* t = a[0].as<Type>();
  if (t->flags & kTypeException) return make_exception(vm, t, vm.types().empty_tuple());
  return make_instance(vm, t);
}
/// A function with the same body and another name.
Value set_function_name(Leaf& vm, const Value* a) {
  auto* f = a[0].as<Function>();
  f->name = f->qualname = a[1];
  vm.heap().write_barrier(f);
  return a[0];
}
/// (i, object): element i of a tuple; what the fields of a named tuple read.
Value tuple_item(Leaf& vm, const Value* a) {
  Value t = unwrap(vm, a[1]);
  if (!is_tuple(t)) return vm.type_error("descriptor of a named tuple needs a tuple");
  return tuple_index(vm, t, a[0].as_int());
}
const BuiltinDef kTupleItem = HH_INLINED("_tuplegetter", "self, object, /", tuple_item,
                                         kBuiltinReadOnly, TupleField, "An element of a tuple.");
Value tuple_getter(Leaf& vm, const Value* a) {
  Value getter = make_builtin(vm, &kTupleItem, a[0], vm.intern("collections"), kBuiltinReadOnly);
  return make_property(vm, getter, Value::none(), Value::none(), a[1]);
}
/// (text, name): the function that a text with one def defines, for code made at run time.
Value compile_function(Leaf& vm, const Value* a) {
  Value f = declare_function(vm, str_to_utf8(vm, a[0]), "<string>", vm.library().internal_module);
  if (f.is_raised()) return f;
  f.as<Function>()->qualname = a[1];
  f.as<Function>()->module = a[2];
  vm.heap().write_barrier(f.as_object());
  return f;
}
Value set_defaults(Leaf& vm, const Value* a) {
  auto* f = a[0].as<Function>();
  f->defaults = a[1];
  if (!a[2].is_none()) f->kw_defaults = a[2];
  vm.heap().write_barrier(f);
  return a[0];
}
Value own_attribute(Leaf& vm, const Value* a) {
  Value v = is_type(a[0])            ? namespace_get(vm, a[0].as<Type>()->names, name_of(vm, a[1]))
            : is_instance_kind(a[0]) ? instance_get(vm, a[0], name_of(vm, a[1]))
                                     : Value::undefined();
  return v.is_undefined() ? vm.library().missing : v;
}
Value set_own_attribute(Leaf& vm, const Value* a) {
  instance_set(vm, a[0], name_of(vm, a[1]), a[2]);
  return Value::none();
}
Value run_class_body(Leaf& vm, const Value*) {
  return vm.raise(TypeId::SystemError, "a class body can only be run by the interpreter");
}

constexpr uint32_t kRead = kBuiltinReadOnly;
constexpr uint32_t kOfClasses = kBuiltinReadOnly | kBuiltinOfClasses;

const BuiltinDef kRows[] = {
    HH_LEAF("_find_attribute", "obj, name, /", find_attribute_leaf, 0,
            "What reading an attribute must do."),
    HH_LEAF("_find_generic", "obj, name, /", find_generic_leaf, 0,
            "The same without the class's hooks."),
    HH_LEAF("_attribute_error", "obj, name, /", attribute_error, 0, "Raises AttributeError."),
    HH_LEAF("_set_plan", "obj, name, value, /", set_plan, 0,
            "What setting an attribute must do; does it if no call is needed."),
    HH_LEAF("_delete_plan", "obj, name, /", delete_plan, 0, "What deleting an attribute must do."),
    HH_LEAF("_set_plan_generic", "obj, name, value, /", set_plan_generic, 0,
            "The same without the class's hooks."),
    HH_LEAF("_delete_plan_generic", "obj, name, /", delete_plan_generic, 0,
            "The same without the class's hooks."),
    HH_INLINED("_class_lookup", "cls, name, /", class_lookup, kRead, ClassLookup,
               "The class attribute, not bound, or None."),
    HH_LEAF("_class_attribute", "cls, name, /", class_attribute, kRead,
            "The class attribute as reading gives it, or None."),
    HH_LEAF("_overridden", "obj, name, /", overridden, kOfClasses,
            "Does a Python class define the method?"),
    HH_LEAF("_class_overrides", "cls, name, /", class_overrides, kOfClasses,
            "The same of a class."),
    HH_LEAF("_constructor", "cls, /", constructor_of, kOfClasses,
            "What calling a built-in class runs."),
    HH_LEAF("_bind", "function, obj, /", bind_leaf, kRead, "A bound method."),
    HH_LEAF("_set_wrapped", "obj, inner, /", set_wrapped, 0,
            "Gives an object of a derived class what it wraps."),
    HH_LEAF("_property_parts", "property, /", property_parts, kRead, "Getter, setter, deleter."),
    HH_LEAF("_add_attribute_context", "exception, obj, name, /", attribute_context, 0,
            "Notes what an AttributeError is about."),
    HH_LEAF("_property_lacks", "property, obj, part, /", property_lacks_leaf, kRead,
            "Raises that it has no such part."),
    HH_LEAF("_property_copy_parts", "property, function, part, /", property_copy_parts, kRead,
            "Arguments for a copy with another part."),
    HH_LEAF("_property_of_getter", "property, getter, /", property_of_getter, 0,
            "With a getter that documents it."),
    HH_LEAF("_name_property", "property, name, /", name_property, 0, "Sets its name."),
    HH_LEAF("_name_property_like", "property, other, /", name_property_like, 0,
            "Names it like the other."),
    HH_LEAF("_new_namespace", "", new_namespace, 0, "Where a class body keeps its names."),
    HH_LEAF("_metatype", "meta, bases, /", metatype, kRead, "The most derived metaclass."),
    HH_LEAF("_names_set", "names, name, value, /", names_set, 0, "Sets a name of a class body."),
    HH_LEAF("_names_get", "names, name, /", names_get, kRead, "A name of a class body."),
    HH_LEAF("_is_namespace", "obj, /", is_namespace, kRead, "Is it made by _new_namespace?"),
    HH_LEAF("_is_cell", "obj, /", is_cell, kRead, "Is it the cell of __class__?"),
    HH_LEAF("_cell_value", "cell, /", cell_value, kRead, "What a cell holds, or _missing."),
    HH_LEAF("_make_class", "meta, name, bases, names, /", make_class, 0,
            "A new class, hooks not called."),
    HH_LEAF("_set_mro", "cls, mro, /", set_mro_leaf, 0, "Gives a new class its MRO."),
    HH_LEAF("_mark_members", "cls, /", mark_members, 0,
            "Makes instances of the class stand for entries of __slots__."),
    HH_LEAF("_mark_quiet", "cls, /", mark_quiet, 0,
            "The class's own instances are not finalized, those of classes derived from it are."),
    HH_LEAF("_hide_code", "owner, /", hide_code, 0,
            "Leaves the functions of a module or class out of tracebacks."),
    HH_LEAF("_is_in_c", "cls, /", is_class_in_c, kBuiltinReadOnly,
            "Is it a class that _in_c has marked?"),
    HH_LEAF("_in_c", "cls, /", class_in_c, 0,
            "Says that CPython has the class in C (a decorator)."),
    HH_LEAF("_set_name_hooks", "cls, /", set_name_hooks, 0, "Attributes with __set_name__."),
    HH_LEAF("_super_of", "cls, obj, obj_type, /", super_of, kRead,
            "super(cls, obj), the object's class being given."),
    {"_run_class_body", "body, names, /", run_class_body, nullptr, 0, Inlined::RunClassBody,
     "Runs a class body."},
    HH_LEAF("_function_text", "f, /", function_text, kRead, "f's name for messages."),
    HH_LEAF("_new_exception", "cls, args, /", new_exception, 0,
            "An exception, __init__ not called."),
    HH_LEAF("_is_exception_class", "obj, /", is_exception_class_leaf, kRead,
            "Is it an exception class?"),
    HH_LEAF("_is_exception", "obj, /", is_exception_leaf, kRead, "Is it an exception?"),
    HH_LEAF("_exception_matches", "exc, cls, /", exception_matches_leaf, kRead,
            "Does an except clause catch it?"),
    HH_LEAF("_instance_dict", "obj, /", instance_dict, kRead,
            "A dict of an instance's attributes, or None."),
    HH_LEAF("_instance_update", "obj, dict, /", instance_update, 0,
            "Sets attributes without hooks."),
    HH_LEAF("_bare_instance", "cls, /", bare_instance, 0, "An instance without attributes."),
    HH_LEAF("_set_function_name", "function, name, /", set_function_name, 0, "Renames a function."),
    HH_LEAF("_own_attribute", "obj, name, /", own_attribute, kRead,
            "An attribute of the object itself, or _missing."),
    HH_LEAF("_set_own_attribute", "obj, name, value, /", set_own_attribute, 0,
            "Sets it without hooks."),
    HH_LEAF("_tuple_getter", "i, doc, /", tuple_getter, 0,
            "A property that reads an element of a tuple."),
    HH_LEAF("_compile_function", "text, qualname, module, /", compile_function, 0,
            "A function from its text."),
    HH_LEAF("_set_defaults", "function, defaults, kwdefaults, /", set_defaults, 0,
            "Sets defaults."),
};

}  // namespace

const BuiltinTable kTypePrimitives = builtin_table(kRows);

}  // namespace hothouse
