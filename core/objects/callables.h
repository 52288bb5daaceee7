// Small objects around functions: builtins, bound methods, properties, cells.
#pragma once

#include "core/objects/types.h"
#include "core/vm/context.h"

namespace hothouse {

/// aux of Builtin: how it behaves as a class attribute. The bits have the values of the
/// BuiltinFlags of the same meaning (builtins/builtin.h).
enum BuiltinAux : uint16_t {
  kBuiltinAuxStatic = 8,
  kBuiltinAuxClassMethod = 16,
  kBuiltinAuxGetter = 32,
};
/// `module`: module name, or the Type for a method. An unbound method (module a Type, self
/// undefined) is a "method_descriptor". `flags`: BuiltinFlags; the low 16 bits become aux.
Value make_builtin(Leaf& vm, const BuiltinDef* def, Value self, Value module, uint32_t flags);
Value make_bound_method(Leaf& vm, Value function, Value self);
/// May a built-in function be called with that first argument? The methods of types want objects of
/// their type.
inline bool fits_self(Leaf& vm, const Builtin* b, Value v) {
  if (!b->module.is_object() || !b->module.as_object()->is(Kind::Type)) return true;
  if (b->aux & (kBuiltinAuxStatic | kBuiltinAuxClassMethod)) return true;
  const Type *owner = b->module.as<Type>(), *type = type_of(vm, v);
  if (type == owner || is_subtype(type, owner)) return true;
  // Iterators of the library that are generators have the methods of those.
  return owner->root_map == kMapGenerator && v.is_object() && v.as_object()->is(Kind::Generator);
}
Value make_property(Leaf& vm, Value getter, Value setter, Value deleter, Value doc);
Value make_static_method(Leaf& vm, Value function);
Value make_class_method(Leaf& vm, Value function);
/// The __dict__ of a static or class method: what it has taken over from its function, and what the
/// program adds.
Value wrapper_dict(Leaf& vm, Value method);
Value make_cell(Leaf& vm, Value v);
Value make_super(Leaf& vm, Value start_type, Value self, Value self_type);
/// A Code object that owns `body` from now on; never freed, its constants are roots.
Value make_code(Leaf& vm, CodeBody* body);
/// iter() objects over sequences: ListIter, TupleIter, StrIter, or SeqIter with the given map
/// (kMapSeqIter, kMapBytesIter, kMapByteArrayIter).
Value make_seq_iter(Leaf& vm, Kind kind, MapId map, Value source, uint64_t index = 0);
Value make_call_iter(Leaf& vm, Value callable, Value sentinel);

}  // namespace hothouse
