// Helpers of names, attributes and imports.
//
// The names of a class body live in a Namespace, or in what the metaclass's __prepare__ returned:
// a Dict, or an object with the methods of a mapping, which are called.
#include <string>

#include "core/builtins/finalizers.h"
#include "core/builtins/library.h"
#include "core/builtins/protocol.h"
#include "core/bytecode/code.h"
#include "core/objects/attributes.h"
#include "core/objects/dict.h"
#include "core/objects/list.h"
#include "core/objects/namespace.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"
#include "core/ops/attribute_lookup.h"
#include "core/ops/helper_functions.h"

namespace hothouse::helper {

namespace {

/// A name of a namespace, lazily defined ones of its module included; undefined if absent.
Value look_up(Vm& vm, Value ns, Value name) {
  Value v = namespace_get(vm, ns, name);
  if (!v.is_undefined()) return v;
  Value owner = ns.as<Namespace>()->owner;
  return is_kind(owner, Kind::Module) ? module_get(vm, owner, name) : v;
}

bool pending_is(Vm& vm, TypeId type) { return vm.raised() && is_instance(vm, vm.pending(), type); }

}  // namespace

int64_t FinalizationPays(Vm* vm) { return finalization_pays(*vm) ? 1 : 0; }
int64_t NoteGenerator(Vm* vm, Value generator) {
  note_finalizable(*vm, generator);
  return 0;
}
Value RaiseUnboundLocal(Vm* vm, Value name) { return raise_unbound_local(*vm, name); }

Value RaiseUnboundCell(Vm* vm, Value name, Value function) {
  for (Value free : function.as<Function>()->body.get()->free_names) {
    if (free == name) return raise_unbound_free(*vm, name);
  }
  return raise_unbound_local(*vm, name);
}

Value LoadGlobalSlow(Vm* vm, Value function, Value name) {
  const Function* f = function.as<Function>();
  Value v = f->globals.is_object() ? look_up(*vm, f->globals, name) : Value::undefined();
  if (v.is_undefined()) v = module_get(*vm, builtins_of(*vm, f), name);
  return v.is_undefined() ? raise_name_error(*vm, name) : v;
}

Value RedefineGlobal(Vm* vm, Value function, Value name, Value v) {
  namespace_set(*vm, function.as<Function>()->globals, name, v);
  return Value::none();
}

Value DeleteGlobal(Vm* vm, Value function, Value name) {
  if (namespace_delete(*vm, function.as<Function>()->globals, name)) return Value::none();
  return raise_name_error(*vm, name);
}

Value LoadClassName(Vm* vm, Value names, Value name) {
  if (is_kind(names, Kind::Namespace)) return namespace_get(*vm, names, name);
  if (is_dict(names)) return dict_get_name(*vm, names, name);
  Value v = call_special(*vm, names, NameId::GetItem, &name, 1);
  if (v.is_raised() && pending_is(*vm, TypeId::KeyError)) {
    vm->clear_pending();
    return Value::undefined();
  }
  return v;
}

Value LoadName(Vm* vm, Value names, Value function, Value name) {
  Rooted rooted(*vm, function);
  Value v = LoadClassName(vm, names, name);
  return v.is_undefined() ? LoadGlobalSlow(vm, rooted, name) : v;
}

Value StoreName(Vm* vm, Value names, Value name, Value v) {
  if (is_kind(names, Kind::Namespace)) {
    namespace_set(*vm, names, name, v);
    return Value::none();
  }
  if (is_dict(names)) {
    dict_set_name(*vm, names, name, v);
    return Value::none();
  }
  const Value args[] = {name, v};
  Value r = call_special(*vm, names, NameId::SetItem, args, 2);
  if (!r.is_undefined()) return r;
  return vm->type_error("'" + type_name_of(*vm, names) +
                        "' object does not support item assignment");
}

Value DeleteName(Vm* vm, Value names, Value name) {
  if (is_kind(names, Kind::Namespace)) {
    return namespace_delete(*vm, names, name) ? Value::none() : raise_name_error(*vm, name);
  }
  if (is_dict(names)) {
    Verdict deleted = dict_delete(*vm, names, name);
    return deleted == Verdict::Yes ? Value::none() : raise_name_error(*vm, name);
  }
  Value r = call_special(*vm, names, NameId::DelItem, &name, 1);
  if (r.is_raised() && pending_is(*vm, TypeId::KeyError)) {
    vm->clear_pending();
    return raise_name_error(*vm, name);
  }
  if (!r.is_undefined()) return r;
  return vm->type_error("'" + type_name_of(*vm, names) + "' object does not support item deletion");
}

Value MakeBound(Vm* vm, Value function, Value self) { return bind_method(*vm, function, self); }

Value GetAttribute(Vm* vm, Value object, Value name) {
  bool needs_call = false;
  Value v = get_attribute(*vm, object, name, &needs_call);
  if (!v.is_undefined()) return v;
  if (needs_call) {
    Attribute a = find_attribute(*vm, object, name);
    if (a.kind == AttrKind::Getter && is_kind(a.value, Kind::Builtin)) {
      const BuiltinDef* def = a.value.as<Builtin>()->def.get();
      if (def->leaf != nullptr) {
        Value self = a.self.is_undefined() ? object : a.self;
        v = def->leaf(*vm, &self);
        if (!v.is_undefined()) return v;
      }
    }
    return vm->raise(TypeId::SystemError,
                     "attribute '" + str_to_utf8(*vm, name) + "' needs a call");
  }
  return raise_attribute_error(*vm, object, name);
}

Value GetInstanceDict(Vm* vm, Value object, Value name) { return GetAttribute(vm, object, name); }

Value SetAttribute(Vm* vm, Value object, Value name, Value v) {
  Value r = set_attribute(*vm, object, name, v);
  if (!r.is_undefined()) return r;
  return vm->raise(TypeId::SystemError,
                   "setting attribute '" + str_to_utf8(*vm, name) + "' needs a call");
}

Value FindSpecial(Vm* vm, Value object, int64_t which) {
  constexpr NameId kNames[] = {NameId::Enter, NameId::Exit, NameId::AsyncEnter, NameId::AsyncExit};
  const NameId id = kNames[which];
  Attribute a = find_special(*vm, object, vm->types().name(id));
  if (a.kind == AttrKind::Missing || a.value.is_undefined()) {
    return vm->type_error("'" + type_name_of(*vm, object) + "' object does not support the " +
                          (which < 2 ? "" : "asynchronous ") + "context manager protocol" +
                          (which == 0 || which == 2 ? ""
                           : which == 1             ? " (missed __exit__ method)"
                                                    : " (missed __aexit__ method)"));
  }
  return special_function(*vm, object, vm->types().name(id));
}

Value PackageName(Vm* vm, Value function) {
  Value globals = function.as<Function>()->globals;
  Value package = namespace_get(*vm, globals, vm->intern("__package__"));
  if (is_str(package)) return str_length(package) == 0 ? Value::none() : package;
  Value name = namespace_get(*vm, globals, vm->types().name(NameId::Name));
  if (!is_str(name)) return Value::none();
  if (!namespace_get(*vm, globals, vm->intern("__path__")).is_undefined()) return name;
  std::string text = str_to_utf8(*vm, name);
  size_t dot = text.rfind('.');
  return dot == std::string::npos ? Value::none() : vm->intern(text.substr(0, dot));
}

namespace {

/// Where `import *` finds an attribute of what it imports from.
Value star_attribute(Vm& vm, Value module, Value name) {
  if (is_kind(module, Kind::Module)) return module_get(vm, module, name);
  bool needs_call = false;
  return get_attribute(vm, module, name, &needs_call);
}

/// The names that `import *` means where there is no __all__: a List.
Value public_names(Vm& vm, Value module) {
  Value names = make_list(vm);
  auto add = [&](Value name) {
    if (!is_str(name) || str_length(name) == 0) return;
    if (str_view(vm, name).at(0) != '_') list_append(vm, names, name);
  };
  if (!is_kind(module, Kind::Module)) {
    Value own = instance_names(vm, module);
    for (uint64_t i = 0; i < list_length(own); i++) add(list_get(vm, own, i));
    return names;
  }
  module_define_all(vm, module);
  uint64_t position = 0;
  Value name;
  NameCell* cell = nullptr;
  while (namespace_next(module.as<Module>()->names, &position, &name, &cell)) add(name);
  return names;
}

}  // namespace

Value ImportStar(Vm* vm, Value function, Value module) {
  Value globals = function.as<Function>()->globals;
  Value all = star_attribute(*vm, module, vm->types().name(NameId::All));
  if (all.is_raised()) return all;
  const bool listed = is_list(all) || is_tuple(all);
  Value names = listed ? all : public_names(*vm, module);
  const uint64_t count = is_tuple(names) ? tuple_length(names) : list_length(names);
  for (uint64_t i = 0; i < count; i++) {
    Value name = is_tuple(names) ? tuple_get(names, i) : list_get(*vm, names, i);
    if (!is_str(name)) {
      Value owner = is_kind(module, Kind::Module) ? module.as<Module>()->name : Value::none();
      return vm->type_error("Item in " + (is_str(owner) ? str_to_utf8(*vm, owner) : "?") +
                            ".__all__ must be str, not " + type_name_of(*vm, name));
    }
    name = str_intern(*vm, name);
    Value v = star_attribute(*vm, module, name);
    if (v.is_raised()) return v;
    if (v.is_undefined()) {
      if (!listed) continue;
      return raise_attribute_error(*vm, module, name);
    }
    namespace_set(*vm, globals, name, v);
  }
  return Value::none();
}

}  // namespace hothouse::helper
