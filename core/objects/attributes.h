// The attribute protocol without Python calls: what is to be done, so that the templates of
// core/ops can do the call as their last act, and cache the answer.
//
// Neighbours: types.h (class attributes), instance.h (slots), core/ops/attributes.h (the user).
#pragma once

#include "core/objects/instance.h"

namespace hothouse {

/// aux of a Function that stands for one that CPython has in C: in a class it is no method.
constexpr uint16_t kFunctionUnbound = 1;

enum class AttrKind : uint8_t {
  Missing,       // raise_attribute_error(...) after __getattr__ was tried
  Slot,          // own attribute of an instance: `slot`, valid for the instance's map
  Value,         // `value`: a class attribute as it is, a module's or class's own, static method
  Method,        // `value` is a function to be called with the object as first argument
  ClassMethod,   // `value` is a function to be called with `self` (a Type) as first argument
  Getter,        // call `value` with the object: a property's getter or a built-in getter
  Descriptor,    // `value` has a Python-level __get__: call it with (object or None, type)
  GetAttribute,  // the class overrides __getattribute__: call `value` with (object, name)
};

struct Attribute {
  AttrKind kind = AttrKind::Missing;
  int32_t slot = -1;
  Value value;               // undefined if there is none
  Value self;                // ClassMethod: the type to bind to; Getter: the argument, if not
                             // the object (super, a module's __getattr__)
  Value owner;               // Descriptor: defined if __get__ takes (self, owner) instead
  NameCell* cell = nullptr;  // where a class or module attribute lives
  /// The answer holds for every object of the same map while type_of(object)->version stays (and,
  /// for classes and modules, for this object while its version stays).
  bool cacheable = false;
  Value getattr;  // Missing or Getter: the class's __getattr__ to call, or undefined
};

/// object.name; `name` interned.
Attribute find_attribute(Leaf& vm, Value object, Value name);
/// Attribute of a value's type only (special methods: never the instance's own).
Attribute find_special(Leaf& vm, Value object, Value name);
/// super's lookup: the attribute found behind `start_type` in the MRO of `self_type`.
Attribute find_super_attribute(Leaf& vm, const Super* super, Value name);
/// A Method, ClassMethod, Value or Slot answer as an object (bound methods are made); undefined
/// when a call is needed or it is missing.
Value attribute_value(Leaf& vm, Value object, const Attribute& a);
/// object.name without calls: the value, undefined if missing, or if a call is needed with
/// *needs_call set.
Value get_attribute(Leaf& vm, Value object, Value name, bool* needs_call);
/// A bound method: BoundMethod, or a Builtin with self.
Value bind_method(Leaf& vm, Value function, Value self);

enum class SetKind : uint8_t {
  Slot,        // own attribute exists at `slot`
  AddSlot,     // will be added: instance_set does it (`next_map`, `slot` tell where it goes)
  Done,        // (set_attribute only) it is done
  Setter,      // call `value` with (object, x): a property's setter (deleter: with (object))
  Descriptor,  // call `value`, a Python-level __set__ or __delete__, with (descriptor, object[, x])
  SetAttr,  // the class overrides __setattr__ / __delattr__: call `value` with (object, name[, x])
  ClassSlot,   // the object is a class: set_type_attribute
  ModuleSlot,  // the object is a module: namespace_set
  Special,     // exception fields, function attributes, __class__, __dict__: assign_special
  Raised,
};
struct AttributeStore {
  SetKind kind = SetKind::Raised;
  int32_t slot = -1;
  MapId next_map = 0;  // AddSlot: map afterwards
  Value value;         // function to call
  Value descriptor;    // Descriptor: the descriptor object
  bool cacheable = false;
};
/// What object.name = x must do.
AttributeStore find_attribute_store(Leaf& vm, Value object, Value name);
/// What del object.name must do.
AttributeStore find_attribute_delete(Leaf& vm, Value object, Value name);
/// Does it where no call is needed: None, raised, or undefined if a call is needed.
Value set_attribute(Leaf& vm, Value object, Value name, Value x);
Value delete_attribute(Leaf& vm, Value object, Value name);

/// With calls: getattr(object, name) in full. `missing` undefined: AttributeError is raised;
/// otherwise it is the answer.
Value get_attribute_call(Caller& vm, Value object, Value name, Value missing = Value::undefined());
Value set_attribute_call(Caller& vm, Value object, Value name, Value x);
Value delete_attribute_call(Caller& vm, Value object, Value name);
/// Calls the special method `name` of object's type with `args`; undefined if the type has none.
Value call_special(Caller& vm, Value object, NameId name, const Value* args = nullptr,
                   uint32_t count = 0);

/// "'Foo' object has no attribute 'bar'", "type object 'Foo' has ...", "module 'm' has ...";
/// with `name` and `obj` set on the exception.
Value raise_attribute_error(Leaf& vm, Value object, Value name);
/// The same for stores: "'int' object has no attribute 'x'".
Value raise_attribute_store_error(Leaf& vm, Value object, Value name);
/// An exception that leaves the load of an attribute: an AttributeError that a program made knows
/// from then on what was looked for in which object.
void add_attribute_context(Leaf& vm, Value exception, Value object, Value name);
bool lacks_attribute_context(Leaf& vm, Value exception);
/// The message that a Property has no such part ("getter", "setter", "deleter").
std::string property_lacks(Leaf& vm, Value property, Value object, const char* part);
/// NameError "name 'x' is not defined" with `name` set.
Value raise_name_error(Leaf& vm, Value name);
/// UnboundLocalError "cannot access local variable 'x' where it is not associated with a value".
Value raise_unbound_local(Leaf& vm, Value name);
/// NameError "cannot access free variable 'x' where it is not associated with a value in
/// enclosing scope".
Value raise_unbound_free(Leaf& vm, Value name);

}  // namespace hothouse
