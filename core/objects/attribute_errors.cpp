// The exceptions of name and attribute lookup. `name` and `obj` are set on them, so that the
// traceback printer can suggest another name.
#include "core/objects/attributes.h"
#include "core/objects/callables.h"
#include "core/objects/exception.h"
#include "core/objects/str.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

Value raise_with_name(Leaf& vm, TypeId type, const std::string& message, Value name, Value object) {
  Value e = make_exception(vm, type, message);
  instance_set(vm, e, vm.types().name(NameId::PlainName), name);
  if (type == TypeId::AttributeError) instance_set(vm, e, vm.types().name(NameId::Obj), object);
  return vm.raise(e);
}

/// Whether CPython keeps the attribute of a built-in type in a field of the object, and does not
/// compute it: the messages differ.
bool is_field(Leaf& vm, Value owner, Value name) {
  for (TypeId id :
       {TypeId::Property, TypeId::BoundMethod, TypeId::Slice, TypeId::Range, TypeId::Complex,
        TypeId::Code, TypeId::Super, TypeId::StaticMethod, TypeId::ClassMethod}) {
    if (owner == vm.types().value(id)) return name != vm.types().name(NameId::Dict);
  }
  return owner == vm.types().value(TypeId::Function) &&
         (name == vm.intern("__closure__") || name == vm.intern("__globals__"));
}

}  // namespace

std::string property_lacks(Leaf& vm, Value property, Value object, const char* part) {
  Value name = property.as<Property>()->name;
  return "property " + (is_str(name) ? str_repr_utf8(vm, name) + " " : "") + "of " +
         str_repr_utf8(vm, type_of(vm, object)->qualname) + " object has no " + part;
}

Value raise_attribute_error(Leaf& vm, Value object, Value name) {
  std::string shown = str_to_utf8(vm, name), message;
  if (is_type(object)) {
    message =
        "type object '" + message_name(object.as<Type>()) + "' has no attribute '" + shown + "'";
  } else if (is_kind(object, Kind::Module) && is_str(object.as<Module>()->name)) {
    message = "module '" + str_to_utf8(vm, object.as<Module>()->name) + "' has no attribute '" +
              shown + "'";
  } else {
    Type* t = type_of(vm, object);
    NameCell* cell = find_in_type(vm, t, name);
    Value found = cell ? unwrap(vm, cell->value) : Value::undefined();
    if (is_kind(found, Kind::Property)) {
      message = property_lacks(vm, found, object, "getter");
    } else {
      message = "'" + message_name(t) + "' object has no attribute '" + shown + "'";
    }
  }
  return raise_with_name(vm, TypeId::AttributeError, message, name, object);
}

Value raise_attribute_store_error(Leaf& vm, Value object, Value name) {
  Type* t = type_of(vm, object);
  std::string shown = str_to_utf8(vm, name);
  if (NameCell* cell = find_in_type(vm, t, name)) {
    if (is_kind(cell->value, Kind::Builtin) && (cell->value.as_object()->aux & kBuiltinAuxGetter)) {
      const Value of = cell->value.as<Builtin>()->module;
      const Value owner = is_type(of) ? of : type_value(t);
      if (is_field(vm, owner, name)) return vm.raise(TypeId::AttributeError, "readonly attribute");
      return vm.raise(TypeId::AttributeError, "attribute '" + shown + "' of '" +
                                                  message_name(owner.as<Type>()) +
                                                  "' objects is not writable");
    }
    return vm.raise(TypeId::AttributeError,
                    "'" + message_name(t) + "' object attribute '" + shown + "' is read-only");
  }
  return raise_with_name(vm, TypeId::AttributeError,
                         "'" + message_name(t) + "' object has no attribute '" + shown + "'", name,
                         object);
}

bool lacks_attribute_context(Leaf& vm, Value exception) {
  if (!is_instance(vm, exception, TypeId::AttributeError)) return false;
  for (NameId id : {NameId::PlainName, NameId::Obj}) {
    Value known = instance_get(vm, exception, vm.types().name(id));
    if (!known.is_undefined() && !known.is_none()) return false;
  }
  return true;
}

void add_attribute_context(Leaf& vm, Value exception, Value object, Value name) {
  if (!lacks_attribute_context(vm, exception)) return;
  instance_set(vm, exception, vm.types().name(NameId::PlainName), name);
  instance_set(vm, exception, vm.types().name(NameId::Obj), object);
}

Value raise_name_error(Leaf& vm, Value name) {
  return raise_with_name(vm, TypeId::NameError,
                         "name '" + str_to_utf8(vm, name) + "' is not defined", name,
                         Value::undefined());
}

Value raise_unbound_local(Leaf& vm, Value name) {
  return raise_with_name(vm, TypeId::UnboundLocalError,
                         "cannot access local variable '" + str_to_utf8(vm, name) +
                             "' where it is not associated with a value",
                         name, Value::undefined());
}

Value raise_unbound_free(Leaf& vm, Value name) {
  return raise_with_name(vm, TypeId::NameError,
                         "cannot access free variable '" + str_to_utf8(vm, name) +
                             "' where it is not associated with a value in enclosing scope",
                         name, Value::undefined());
}

}  // namespace hothouse
