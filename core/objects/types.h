// The built-in types, the type of a value, and the making of classes.
//
// TypeTable holds one Type per row of types.def, made at start-up in old space and never freed.
// A built-in type's attributes are not made then: find_in_type asks the `lazy_lookup` hook
// (builtins/registry.h) the first time a name is looked up, and keeps the answer as a NameCell.
//
// Neighbours: map.h (shapes of instances), namespace.h (a class's own attributes),
// attributes.h (the protocol on top). Invariant: a type's `version` is a number that no other
// type ever had; whatever adds or deletes a class attribute gives new ones to the class and its
// subclasses, so (version, name) can key caches.
#pragma once

#include <string>

#include "core/objects/verdict.h"
#include "core/vm/context.h"

namespace hothouse {

enum class TypeId : uint16_t {
#define TYPE(id, name, base, flags) id,
#define EXCEPTION(id, base) id,
#define EXCEPTION2(id, base1, base2) id,
#include "core/objects/types.def"
#undef TYPE
#undef EXCEPTION
#undef EXCEPTION2
  kCount
};

enum class NameId : uint16_t {
#define NAME(id, text) id,
#include "core/objects/names.def"
#undef NAME
  kCount
};

/// What the floors above plug in.
struct ObjectHooks {
  /// An attribute of a built-in type, or of a module, out of the static tables of builtins: the
  /// value to store, or undefined. `owner` is a Type or a Module.
  Value (*lazy_lookup)(Leaf& vm, Object* owner, Value name) = nullptr;
  /// All names that lazy_lookup would answer for `owner`: calls add(context, name) for each.
  void (*lazy_names)(Leaf& vm, Object* owner, void (*add)(void* context, const char* name),
                     void* context) = nullptr;
  /// A NameCell stopped being constant (assigned again, or deleted): traces that embed its value
  /// are to be invalidated.
  void (*constant_changed)(Leaf& vm, NameCell* cell) = nullptr;
  /// A name was added to a namespace: it may shadow a built-in that code has cached.
  void (*name_added)(Leaf& vm, Value ns, Value name) = nullptr;
  /// A type got a new version (an attribute was added or deleted in it or a base).
  void (*type_changed)(Leaf& vm, Type* type) = nullptr;
  /// An instance of a class with __del__ was made.
  void (*made_finalizable)(Leaf& vm, Value object) = nullptr;
  /// Adds the attributes that `method` stores to its first parameter, and that aren't among
  /// `names`.
  void (*self_attributes)(const Function* method, std::vector<Value>& names) = nullptr;
};

/// One entry of the cache behind find_in_type.
struct TypeCacheEntry {
  uint64_t version = 0;
  uint64_t name = 0;  // bits
  NameCell* cell = nullptr;
};

class TypeTable {
 public:
  TypeTable() = default;
  ~TypeTable();
  TypeTable(const TypeTable&) = delete;
  TypeTable& operator=(const TypeTable&) = delete;

  /// Makes all built-in types and names; registers itself as roots. Called once, when the Leaf's
  /// heap, maps and types pointers are set.
  void initialize(Leaf& vm);

  Type* get(TypeId id) const { return types_[static_cast<size_t>(id)].as<Type>(); }
  Value value(TypeId id) const { return types_[static_cast<size_t>(id)]; }
  Value name(NameId id) const { return names_[static_cast<size_t>(id)]; }
  Value empty_str() const { return empty_str_; }
  Value empty_tuple() const { return empty_tuple_; }
  Value empty_bytes() const { return empty_bytes_; }
  Value empty_frozenset() const { return empty_frozenset_; }
  Value empty_cells() const { return empty_cells_; }
  Value empty_entries() const { return empty_entries_; }  // capacity 0
  /// Index of an empty dict: one slot, -1.
  Value empty_index() const { return empty_index_; }
  /// The string of one code point below 256.
  Value latin1_str(uint8_t c) const { return latin1_[c]; }
  /// latin1_str, made on first use.
  Value char_str(Leaf& vm, uint8_t c);

  uint64_t next_version() { return ++last_version_; }
  ObjectHooks hooks;
  /// Large enough that the C library takes the table from fresh pages, which are zero untouched: a
  /// smaller one is cleared, and so paid for, at every start.
  static constexpr size_t kCacheSize = 8192;
  TypeCacheEntry& cache_slot(uint64_t version, uint64_t name) {
    return cache_[((version * 0x9e3779b97f4a7c15u) ^ (name >> 4)) & (kCacheSize - 1)];
  }
  /// Forgets all cached lookups (after a full collection: names may have been freed).
  void clear_cache();

 private:
  Value types_[static_cast<size_t>(TypeId::kCount)];
  Value names_[static_cast<size_t>(NameId::kCount)];
  Value empty_str_, empty_tuple_, empty_bytes_, empty_frozenset_, empty_cells_, empty_entries_,
      empty_index_;
  Value latin1_[256];
  uint64_t last_version_ = 0;
  TypeCacheEntry* cache_ = nullptr;
};

/// The fixed map of a value: that of its header, or that of the immediates.
inline MapId map_id_of(Value v) {
  if (v.is_object()) return v.as_object()->map;
  if (v.is_int()) return kMapInt;
  if (v.is_double()) return kMapFloat;
  switch (v.bits() & 0xffff) {
    case 2:
    case 3:
      return kMapBool;
    case 4:
      return kMapNotImplemented;
    case 5:
      return kMapEllipsis;
    default:
      return kMapNone;
  }
}
/// type(v).
inline Type* type_of(Leaf& vm, Value v) { return vm.maps().get(map_id_of(v))->type.as<Type>(); }
/// The enumerator's type object; `vm.types().get(id)`.
inline Type* type_by_id(Leaf& vm, TypeId id) { return vm.types().get(id); }
inline Value type_value(const Type* t) { return Value::from_object(t); }

inline bool is_type(Value v) { return v.is_object() && v.as_object()->is(Kind::Type); }
/// issubclass(t, base) by the MRO, without hooks.
bool is_subtype(const Type* t, const Type* base);
/// isinstance of an object of class `own`; NeedsCall where the metaclass of `base` or the object
/// itself may say otherwise than the MRO.
Verdict instance_of_class(Leaf& vm, Type* own, Type* base);
/// isinstance(v, type) without hooks.
bool is_instance(Leaf& vm, Value v, const Type* type);
bool is_instance(Leaf& vm, Value v, TypeId id);
inline bool is_builtin_type(const Type* t) { return t->flags & kTypeBuiltin; }

/// Name for messages: CPython's tp_name ("int", "Foo").
std::string type_name(const Type* t);
/// Whether CPython has all of a module's classes, other than exceptions, in C.
bool is_module_in_c(std::string_view module);
/// As messages name it: types of C's modules with the module.
std::string message_name(const Type* t);
std::string type_name_of(Leaf& vm, Value v);  // the message_name of its type

/// The attribute `name` (interned) in the MRO of `t`: its cell, or null. Never raises.
NameCell* find_in_type(Leaf& vm, Type* t, Value name);
/// The same, the cell's value, or undefined.
Value lookup_in_type(Leaf& vm, Type* t, Value name);
inline Value lookup_in_type(Leaf& vm, Type* t, NameId name) {
  return lookup_in_type(vm, t, vm.types().name(name));
}
/// As find_in_type, beginning behind `start` in the MRO of `t`: what super() does.
NameCell* find_in_type_after(Leaf& vm, Type* t, const Type* start, Value name);
/// The class in whose own namespace the attribute is found, or null.
Type* find_owner_in_type(Leaf& vm, Type* t, Value name);
/// In the type's own namespace only (lazy built-ins included).
NameCell* find_own(Leaf& vm, Type* t, Value name);
/// True if `name` is found in a class that Python code made (not in a built-in type).
bool is_overridden(Leaf& vm, Type* t, Value name);

/// Sets or deletes a class attribute (interned name), changing versions as needed. Answers None,
/// or raised: "cannot set 'x' attribute of immutable type 'int'".
Value set_type_attribute(Leaf& vm, Type* t, Value name, Value value);
Value delete_type_attribute(Leaf& vm, Type* t, Value name);

/// Makes a class: the core of type.__new__. `bases` is a Tuple of Types (empty: object), `names`
/// a Namespace that becomes the class's own. Reads __qualname__, __module__, __doc__, __slots__
/// and defines __doc__/__module__ as CPython does; calls neither __set_name__ nor
/// __init_subclass__. `metatype` undefined: the most derived metaclass of the bases.
Value make_type(Leaf& vm, Value name, Value bases, Value names,
                Value metatype = Value::undefined());
/// The most derived of `metatype` and the metaclasses of `bases`; raises on conflict.
Value calculate_metatype(Leaf& vm, Value metatype, Value bases);
/// A type of a plugged-in module. Its attributes come from hooks.lazy_lookup (owner: the Type) or
/// define_in_type. Instances have the map `root_map` and kind `kind`.
Type* make_builtin_type(Leaf& vm, std::string_view name, std::string_view module, Type* base,
                        uint64_t flags, Kind kind);
/// Defines an attribute of a built-in type.
void define_in_type(Leaf& vm, Type* t, Value name, Value value);
/// C3; a Tuple, or raised TypeError.
Value compute_mro(Leaf& vm, Type* self, Value bases);
/// The names of a type's own attributes in order (a List of Strs).
Value type_own_names(Leaf& vm, Type* t);

}  // namespace hothouse
