// Small objects around functions: builtins, bound methods, properties, cells.
#pragma once

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
Value make_property(Leaf& vm, Value getter, Value setter, Value deleter, Value doc);
Value make_static_method(Leaf& vm, Value function);
Value make_class_method(Leaf& vm, Value function);
Value make_cell(Leaf& vm, Value v);
Value make_super(Leaf& vm, Value start_type, Value self, Value self_type);
/// A Code object that owns `body` from now on; never freed, its constants are roots.
Value make_code(Leaf& vm, CodeBody* body);
/// iter() objects over sequences: ListIter, TupleIter, StrIter, or SeqIter with the given map
/// (kMapSeqIter, kMapBytesIter, kMapByteArrayIter).
Value make_seq_iter(Leaf& vm, Kind kind, MapId map, Value source, uint64_t index = 0);
Value make_call_iter(Leaf& vm, Value callable, Value sentinel);

}  // namespace hothouse
