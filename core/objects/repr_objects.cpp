// repr of functions, classes, modules and other objects that contain nothing to be shown.
#include <cstdio>

#include "core/objects/attributes.h"
#include "core/objects/hash.h"
#include "core/objects/instance.h"
#include "core/objects/namespace.h"
#include "core/objects/repr_objects.h"

#include "core/objects/str.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

std::string at(Leaf& vm, Value v) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, " at 0x%012llx>",
                static_cast<unsigned long long>(identity(vm, v)));
  return buffer;
}

std::string text(Leaf& vm, Value v) { return is_str(v) ? str_to_utf8(vm, v) : "?"; }

// BuiltinDef begins with its name (builtins/builtin.h, a floor above).
std::string builtin_name(const Builtin* b) {
  return *reinterpret_cast<const char* const*>(b->def.get());
}

}  // namespace

bool is_slot_wrapper(std::string_view name) {
  if (name.size() < 5 || !name.starts_with("__") || !name.ends_with("__")) return false;
  for (const char* plain :
       {"__reduce__",        "__reduce_ex__",     "__format__",       "__sizeof__",
        "__dir__",           "__reversed__",      "__round__",        "__trunc__",
        "__floor__",         "__ceil__",          "__getnewargs__",   "__getstate__",
        "__setstate__",      "__copy__",          "__deepcopy__",     "__length_hint__",
        "__class_getitem__", "__init_subclass__", "__subclasshook__", "__instancecheck__",
        "__subclasscheck__", "__prepare__",       "__enter__",        "__exit__",
        "__complex__",       "__missing__"}) {
    if (name == plain) return false;
  }
  return true;
}

Value repr_module_instance(Leaf& vm, Value v) {
  Value name = instance_get(vm, v, vm.types().name(NameId::Name));
  Value file = instance_get(vm, v, vm.types().name(NameId::File));
  const std::string from = is_str(file) ? " from " + str_repr_utf8(vm, file) : "";
  return vm.str("<module " + (is_str(name) ? str_repr_utf8(vm, name) : "'?'") + from + ">");
}

bool is_frozen_module(std::string_view name) {
  for (const char* other :
       {"_collections_abc", "_sitebuiltins", "abc", "codecs", "genericpath", "importlib.machinery",
        "importlib.util", "io", "os", "posixpath", "site", "stat"}) {
    if (name == other) return true;
  }
  return false;
}

Value repr_builtin_object(Leaf& vm, Value v) {
  Object* o = v.as_object();
  switch (o->kind) {
    case Kind::Type: {
      auto* t = v.as<Type>();
      std::string module = is_str(t->module) ? text(vm, t->module) : "";
      std::string name = text(vm, t->qualname);
      if (!module.empty() && module != "builtins") name = module + "." + name;
      return vm.str("<class '" + name + "'>");
    }
    case Kind::Function:
      if (o->aux == kFunctionUnbound) {
        return vm.str("<built-in function " + text(vm, v.as<Function>()->name) + ">");
      }
      return vm.str("<function " + text(vm, v.as<Function>()->qualname) + at(vm, v));
    case Kind::Builtin: {
      auto* b = v.as<Builtin>();
      std::string name = builtin_name(b);
      if (!b->self.is_undefined()) {
        Value owner = is_type(b->self) ? b->self : type_value(type_of(vm, b->self));
        const bool slot = is_slot_wrapper(name) && is_type(b->module) && !is_type(b->self);
        return vm.str((slot ? "<method-wrapper '" + name + "'" : "<built-in method " + name) +
                      " of " + (is_type(b->self) ? "type" : type_name(owner.as<Type>())) +
                      " object" + at(vm, b->self));
      }
      if (o->map == kMapGetSetDescriptor) {
        std::string owner = is_type(b->module) ? type_name(b->module.as<Type>()) : "?";
        return vm.str("<attribute '" + name + "' of '" + owner + "' objects>");
      }
      if (is_type(b->module)) {
        return vm.str((is_slot_wrapper(name) ? "<slot wrapper '" : "<method '") + name + "' of '" +
                      type_name(b->module.as<Type>()) + "' objects>");
      }
      return vm.str("<built-in function " + name + ">");
    }
    case Kind::Module: {
      auto* m = v.as<Module>();
      Value file = namespace_get(vm, m->names, vm.types().name(NameId::File));
      std::string name = "<module '" + text(vm, m->name) + "'";
      if (is_frozen_module(text(vm, m->name))) return vm.str(name + " (frozen)>");
      if (is_str(file)) return vm.str(name + " from '" + text(vm, file) + "'>");
      // A module that a program made by hand has no specification.
      const bool bare = namespace_get(vm, m->names, vm.intern("__spec__")).is_none();
      return vm.str(name + (bare ? ">" : " (built-in)>"));
    }
    case Kind::MemoryView:
      return vm.str((v.as<MemoryView>()->source.is_undefined() ? "<released memory" : "<memory") +
                    at(vm, v));
    case Kind::Generator: {
      // Iterators of the library (map, itertools.count) are generators that hide their functions.
      Type* t = type_of(vm, v);
      std::string module = is_str(t->module) ? text(vm, t->module) : "builtins";
      std::string name = (module == "builtins" ? "" : module + ".") + text(vm, t->qualname);
      const bool plain = t == vm.types().get(TypeId::Generator) ||
                         t == vm.types().get(TypeId::Coroutine) ||
                         t == vm.types().get(TypeId::AsyncGenerator);
      std::string function = plain ? " " + text(vm, v.as<Generator>()->qualname) : "";
      return vm.str("<" + name + " object" + function + at(vm, v));
    }
    case Kind::Code: {
      std::string address = at(vm, v);
      address.pop_back();
      return vm.str("<code object " + code_place(*v.as<Code>()->body.get(), address) + ">");
    }
    case Kind::Super: {
      auto* s = v.as<Super>();
      if (s->self_type.is_none()) {
        return vm.str("<super: <class '" + type_name(s->start_type.as<Type>()) + "'>, NULL>");
      }
      return vm.str("<super: <class '" + type_name(s->start_type.as<Type>()) + "'>, <" +
                    type_name(s->self_type.as<Type>()) + " object>>");
    }
    default:
      return vm.str("<" + type_name_of(vm, v) + " object" + at(vm, v));
  }
}

}  // namespace hothouse
