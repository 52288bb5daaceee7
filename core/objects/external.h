// Objects of plugged-in modules (ctypes, numarray): C++ state behind a table of functions.
#pragma once

#include "core/vm/context.h"

namespace hothouse {

struct ExternalOps {
  const char* type_name;
  /// Visits further references that `native` holds; null if there are none.
  void (*trace)(External* self, RootVisitor& visitor);
  /// Frees `native`; called once, when the object dies or the heap is torn down. It must not
  /// allocate or touch other objects. Null if there is nothing to free.
  void (*finalize)(External* self);
  /// Bytes that `native` keeps outside the heap, for the collector's pace; null: 0.
  size_t (*external_bytes)(External* self);
  /// `a op b` where one of the two has these ops and the other is any built-in value; op is a
  /// binary enumerator of builtins/protocol.h. NotImplemented if it is not theirs, undefined if
  /// Python must do it (nothing has happened then). Null: the methods of its type are called.
  Value (*binary)(Leaf& vm, int64_t op, Value a, Value b) = nullptr;
  /// The C function that calling the object calls (vm/native_function.h), or null.
  const struct NativeFunction* (*native_function)(External* self) = nullptr;
};

/// A new External of `type` (made by make_builtin_type with Kind::External), slots undefined.
/// It is in old space if C gets hold of its address (`pinned`).
External* make_external(Leaf& vm, Type* type, const ExternalOps* ops, void* native,
                        bool pinned = false);
/// The External that v is, with these ops; or null. Subclass instances are unwrapped.
External* as_external(Leaf& vm, Value v, const ExternalOps* ops);
/// Raw memory in old space (its address never changes), zeroed.
Raw* make_raw_old(Leaf& vm, uint64_t bytes);

}  // namespace hothouse
