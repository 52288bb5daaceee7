#include "core/builtins/registry.h"

#include <string>

#include "core/builtins/finalizers.h"
#include "core/builtins/library.h"
#include "core/builtins/modules/modules.h"
#include "core/builtins/tables.h"
#include "core/objects/callables.h"
#include "core/objects/dict.h"
#include "core/objects/namespace.h"
#include "core/objects/str.h"
#include "core/objects/unwrap.h"
#include "core/vm/vm.h"

namespace hothouse {
namespace {

struct TypeRow {
  const char* name;
  TypeId id;
};
/// Types that programs find in builtins under their name.
constexpr TypeRow kVisibleTypes[] = {
    {"object", TypeId::Object},
    {"type", TypeId::Type},
    {"int", TypeId::Int},
    {"bool", TypeId::Bool},
    {"float", TypeId::Float},
    {"complex", TypeId::Complex},
    {"memoryview", TypeId::MemoryView},
    {"str", TypeId::Str},
    {"bytes", TypeId::Bytes},
    {"bytearray", TypeId::ByteArray},
    {"tuple", TypeId::Tuple},
    {"list", TypeId::List},
    {"dict", TypeId::Dict},
    {"set", TypeId::Set},
    {"frozenset", TypeId::FrozenSet},
    {"slice", TypeId::Slice},
    {"range", TypeId::Range},
    {"property", TypeId::Property},
    {"staticmethod", TypeId::StaticMethod},
    {"classmethod", TypeId::ClassMethod},
    {"super", TypeId::Super},
    {"reversed", TypeId::Reversed},
    {"EnvironmentError", TypeId::OSError},
    {"IOError", TypeId::OSError},
#define TYPE(id, name, base, flags)
#define EXCEPTION(id, base) {#id, TypeId::id},
#define EXCEPTION2(id, base1, base2) {#id, TypeId::id},
#include "core/objects/types.def"
#undef TYPE
#undef EXCEPTION
#undef EXCEPTION2
    {"BaseException", TypeId::BaseException},
};

/// Types of our own whose instances are generators written in Python.
constexpr const char* kGeneratorTypes[] = {"map", "filter", "zip", "enumerate"};

Value generator_type(Leaf& vm, std::string_view name) {
  auto& types = vm.library().types;
  auto it = types.find(std::string(name));
  if (it != types.end()) return it->second;
  size_t dot = name.rfind('.');
  std::string_view module = dot == std::string_view::npos ? "builtins" : name.substr(0, dot);
  std::string_view plain = dot == std::string_view::npos ? name : name.substr(dot + 1);
  bool final = true;
  for (const char* known : kGeneratorTypes) final = final && name != known;
  Type* t = make_builtin_type(vm, plain, module, type_by_id(vm, TypeId::Object),
                              final ? uint64_t{kTypeFinal} : 0, Kind::Generator);
  types.emplace(std::string(name), type_value(t));
  return type_value(t);
}

Value builtin_object(Leaf& vm, const BuiltinDef& def, std::string_view module) {
  return make_builtin(vm, &def, Value::undefined(), vm.intern(module), def.flags);
}

Value find_internal(Leaf& vm, std::string_view name) {
  for (const BuiltinTable* table :
       {&kPrimitives, &kTypePrimitives, &kTextPrimitives, &kImportPrimitives, &kEvaluatePrimitives,
        &kMemoryViewPrimitives, &kFramePrimitives, &kObservePrimitives, &kWeakPrimitives,
        &kFinalizerPrimitives, &kCodePrimitives, &kAstPrimitives, &kIteratorPrimitives}) {
    if (const BuiltinDef* def = find_row(*table, name)) return builtin_object(vm, *def, "builtins");
  }
  if (name == "_missing") return vm.library().missing;
  Value f = vm.library().python_function(vm, name);
  if (f.is_raised()) return f;
  if (!f.is_undefined()) return f;
  return module_get(vm, vm.library().builtins_module, vm.intern(name));
}

const TypeTableRow* type_table(Leaf& vm, const Type* type) {
  for (uint32_t i = 0; i < kTypeTableCount; ++i) {
    if (type_by_id(vm, kTypeTables[i].type) == type) return &kTypeTables[i];
  }
  return nullptr;
}

bool is_generator_type(Leaf& vm, const Type* type) {
  for (auto& entry : vm.library().types) {
    if (entry.second.as<Type>() == type) return true;
  }
  return false;
}

/// Attributes of exceptions that are None until they are set.
Value exception_default(Leaf& vm, const Type* type, Value name) {
  struct Row {
    TypeId type;
    const char* name;
  };
  constexpr Row kRows[] = {{TypeId::AttributeError, "name"},
                           {TypeId::AttributeError, "obj"},
                           {TypeId::NameError, "name"},
                           {TypeId::OSError, "filename2"},
                           {TypeId::SyntaxError, "print_file_and_line"}};
  for (const Row& row : kRows) {
    if (type_by_id(vm, row.type) == type && vm.intern(row.name) == name) return Value::none();
  }
  return Value::undefined();
}

Value lazy_lookup(Leaf& vm, Object* owner, Value name) {
  if (owner->is(Kind::Type) && (static_cast<Type*>(owner)->flags & kTypeException)) {
    Value known = exception_default(vm, static_cast<Type*>(owner), name);
    if (!known.is_undefined()) return known;
  }
  if (owner->is(Kind::Type)) return find_type_attribute(vm, static_cast<Type*>(owner), name);
  if (owner->is(Kind::Module)) return find_module_attribute(vm, static_cast<Module*>(owner), name);
  return Value::undefined();
}

/// Does the type say that its instances have no hash, by __hash__ = None?
bool is_unhashable(Leaf& vm, const Type* type) {
  for (TypeId id : {TypeId::List, TypeId::Dict, TypeId::Set, TypeId::ByteArray, TypeId::Slice}) {
    if (type_by_id(vm, id) == type) return true;
  }
  return false;
}

void lazy_names(Leaf& vm, Object* owner, void (*add)(void* context, const char* name),
                void* context) {
  auto add_table = [&](const BuiltinTable& table) {
    for (uint32_t i = 0; i < table.count; ++i) add(context, table.rows[i].name);
  };
  if (owner->is(Kind::Type)) {
    if (const TypeTableRow* row = type_table(vm, static_cast<Type*>(owner)))
      add_table(*row->methods);
    if (is_unhashable(vm, static_cast<Type*>(owner))) add(context, "__hash__");
    return;
  }
  if (!owner->is(Kind::Module)) return;
  std::string name = str_to_utf8(vm, static_cast<Module*>(owner)->name);
  if (name == "builtins") {
    add_table(kBuiltinFunctions);
    for (const TypeRow& t : kVisibleTypes) add(context, t.name);
    for (const char* t : kGeneratorTypes) add(context, t);
    for (const char* t : {"NotImplemented", "Ellipsis", "None", "True", "False", "__debug__"}) {
      add(context, t);
    }
    return;
  }
  if (const ModuleTable* table = find_module_table(name)) {
    add_table(table->functions);
    for (uint32_t i = 0; i < table->constant_count; ++i) add(context, table->constants[i].name);
  }
}

}  // namespace

/// Is it a module of sys.modules, under its name?
bool is_imported(Leaf& vm, const Module* module) {
  int64_t at = dict_find(vm, vm.library().modules, module->name);
  return at >= 0 && dict_value_at(vm.library().modules, static_cast<uint64_t>(at)) ==
                        Value::from_object(const_cast<Module*>(module));
}

const BuiltinDef* find_row(const BuiltinTable& table, std::string_view name) {
  for (uint32_t i = 0; i < table.count; ++i) {
    if (name == table.rows[i].name) return &table.rows[i];
  }
  return nullptr;
}

const ModuleTable* find_module_table(std::string_view name) {
  for (uint32_t i = 0; i < kModuleTableCount; ++i) {
    if (name == kModuleTables[i]->name) return kModuleTables[i];
  }
  return nullptr;
}

Value find_builtin(Leaf& vm, Value name_value) {
  std::string name = str_to_utf8(vm, name_value);
  if (const BuiltinDef* def = find_row(kBuiltinFunctions, name)) {
    return builtin_object(vm, *def, "builtins");
  }
  for (const TypeRow& t : kVisibleTypes) {
    if (name == t.name) return vm.types().value(t.id);
  }
  for (const char* t : kGeneratorTypes) {
    if (name == t) return generator_type(vm, name);
  }
  if (name == "NotImplemented") return Value::not_implemented();
  if (name == "Ellipsis") return Value::ellipsis();
  if (name == "None") return Value::none();
  if (name == "True" || name == "False") return Value::boolean(name == "True");
  if (name == "__debug__") return Value::true_value();
  if (name == "__name__") return vm.intern("builtins");
  if (name == "__builtins__") return vm.library().builtins_module;
  return Value::undefined();
}

Value find_type_attribute(Leaf& vm, Type* type, Value name_value) {
  const TypeTableRow* row = type_table(vm, type);
  std::string name = str_to_utf8(vm, name_value);
  if (!row) {
    if (!is_generator_type(vm, type)) return Value::undefined();
    if (name == "__next__" || name == "__iter__") {
      const TypeTableRow* generator = type_table(vm, type_by_id(vm, TypeId::Generator));
      const BuiltinDef* def = find_row(*generator->methods, name);
      return make_builtin(vm, def, Value::undefined(), type_value(type), def->flags);
    }
    if (name == "__new__") {
      if (type->flags & kTypeFinal) return Value::undefined();
      Value f = vm.library().python_function(vm, "iterator___new__", "__new__");
      return f.is_raised() ? f : make_static_method(vm, f);
    }
    // Those of map, zip, ...: the ones of itertools come with their types.
    for (const char* method : {"__reduce__", "__setstate__", "__length_hint__"}) {
      if (name != method || str_to_utf8(vm, type->module) != "builtins") continue;
      return vm.library().python_function(vm, str_to_utf8(vm, type->name) + "_" + name, name);
    }
    return Value::undefined();
  }
  const BuiltinDef* def = find_row(*row->methods, name);
  if (name == "__hash__" && is_unhashable(vm, type)) return Value::none();
  // Of the classes that have it instances answer, but no directory lists it for others.
  if (row->type == TypeId::Object && name == weak_reference_row().name) {
    def = &weak_reference_row();
  }
  if (!def) return Value::undefined();
  static const std::string kTypeNames[] = {
#define TYPE(id, name, base, flags) name,
#define EXCEPTION(id, base) #id,
#define EXCEPTION2(id, base1, base2) #id,
#include "core/objects/types.def"
#undef TYPE
#undef EXCEPTION
#undef EXCEPTION2
  };
  vm.library().set_owner(*def, kTypeNames[static_cast<size_t>(row->type)].c_str());
  return make_builtin(vm, def, Value::undefined(), type_value(type), def->flags);
}

Value find_module_attribute(Leaf& vm, Module* module, Value name_value) {
  Library& library = vm.library();
  if (Value::from_object(module) == library.builtins_module) return find_builtin(vm, name_value);
  std::string name = str_to_utf8(vm, name_value);
  if (Value::from_object(module) == library.internal_module) return find_internal(vm, name);
  if (!is_kind(module->name, Kind::Str)) return Value::undefined();
  if ((name == "__spec__" || name == "__loader__") && is_imported(vm, module)) {
    // Few programs ask for it, so it is made then: by a __getattr__ that takes itself away.
    Value getter = vm.types().name(NameId::GetAttr);
    if (namespace_get(vm, module->names, getter).is_undefined()) {
      Value f = library.python_function(vm, "_specify_module");
      if (f.is_raised()) return f;
      namespace_set(vm, module->names, getter,
                    make_bound_method(vm, f, Value::from_object(module)));
    }
    return Value::undefined();
  }
  // A program's own module may have the name of one of ours.
  if (namespace_get(vm, module->names, vm.types().name(NameId::File)).is_undefined() == false) {
    return Value::undefined();
  }
  const ModuleTable* table = find_module_table(str_to_utf8(vm, module->name));
  if (!table) return Value::undefined();
  if (const BuiltinDef* def = find_row(table->functions, name)) {
    library.set_owner(*def, table->name);
    return builtin_object(vm, *def, table->name);
  }
  for (uint32_t i = 0; i < table->constant_count; ++i) {
    if (name == table->constants[i].name) return table->constants[i].make(vm);
  }
  const bool special = name.substr(0, 2) == "__" && name.substr(0, 5) != "__std" &&
                       (name.size() < 6 || name.substr(name.size() - 6) != "hook__");
  if ((table == &kSysModule || table == &kTimeModule) && !special) {
    // Streams and the like are Python objects: from here on sys has a __getattr__ for them, and
    // so has time.
    Value f = library.python_function(vm, table == &kSysModule ? "_sys_getattr" : "_time_getattr");
    if (f.is_raised()) return f;
    namespace_set(vm, module->names, vm.types().name(NameId::GetAttr), f);
  }
  return Value::undefined();
}

Value type_constructor(Leaf& vm, Type* type) {
  auto& known = vm.library().constructors;
  uint64_t key = type_value(type).bits();
  auto it = known.find(key);
  if (it != known.end()) return it->second;
  if (!(type->flags & kTypeBuiltin)) return Value::undefined();
  Value result = Value::undefined();
  for (uint32_t i = 0; i < kConstructorCount; ++i) {
    const ConstructorRow& row = kConstructors[i];
    bool match = row.type == TypeId::kCount
                     ? find_builtin(vm, vm.intern(row.def.name)) == type_value(type)
                     : type_by_id(vm, row.type) == type;
    if (match) result = builtin_object(vm, row.def, "builtins");
  }
  if (result.is_undefined()) {
    const BuiltinDef& def = type->flags & kTypeException ? kExceptionConstructor : kCannotCreate;
    result = make_builtin(vm, &def, type_value(type), vm.intern("builtins"), 0);
  }
  known.emplace(key, result);
  return result;
}

Value python_version(Leaf& vm, const BuiltinDef& def) {
  return vm.library().python_version(vm, def);
}

void python_arguments(Value function, Value* args, uint32_t count) {
  Function* f = function.as<Function>();
  if (!is_kind(f->defaults, Kind::Tuple)) return;
  Tuple* defaults = f->defaults.as<Tuple>();
  uint32_t parameters = f->body.get()->positional_count;
  for (uint32_t i = 0; i < count; ++i) {
    if (!args[i].is_undefined()) continue;
    uint32_t back = parameters - i;  // distance from the end of the parameters
    if (i < parameters && back <= defaults->length) {
      args[i] = defaults->data()[defaults->length - back];
    }
  }
}

Value generator_type_named(Leaf& vm, std::string_view name) { return generator_type(vm, name); }

void install_builtins(Leaf& vm) {
  Library::install(vm);
  vm.types().hooks.lazy_lookup = lazy_lookup;
  vm.types().hooks.lazy_names = lazy_names;
  vm.types().hooks.made_finalizable = note_finalizable;
}

void remove_builtins(Leaf& vm) {
  flush_stdout(vm);
  Library::remove(vm);
}

}  // namespace hothouse
