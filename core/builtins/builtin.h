// How functions written in C++ are declared: rows of static tables, found by name on first use.
//
// Start-up touches none of these tables: a type's or module's table is searched when an
// attribute is first looked up there, and the Builtin object is made then (builtins/registry.h).
#pragma once

#include <cstdint>

#include "core/objects/value.h"

namespace hothouse {

class Leaf;
class Caller;

/// Arguments after binding: one Value a parameter of the signature, Value::undefined() for those
/// not given; `*args` arrives as a Tuple, `**kwargs` as a Dict. For methods args[0] is self, of
/// the right type (or a subclass instance: unwrap with the as_* functions of objects/unwrap.h).
using LeafFunction = Value (*)(Leaf& vm, const Value* args);
using CallerFunction = Value (*)(Caller& vm, const Value* args);

enum BuiltinFlags : uint32_t {
  kBuiltinPure = 1,  // same arguments, same result; no effects (floats, ints, strings)
  kBuiltinNoRaise = 2,
  kBuiltinReadOnly = 4,  // reads the heap but writes none of what existed
  kBuiltinStatic = 8,    // static method of a type
  kBuiltinClassMethod = 16,
  kBuiltinGetter = 32,      // a read-only attribute: called with self when it is read
  kBuiltinPython = 64,      // the leaf may answer undefined, having had no effect: go on with
                            // python_version(def), same arguments (builtins/registry.h)
  kBuiltinByClass = 256,    // what it answers follows from the classes of its arguments
  kBuiltinOfClasses = 512,  // and from which classes and names they are
  kBuiltinConverts = 128,   // some parameter is annotated (signature_flags sets it)
};

/// The flags that follow from a row's signature: with annotated parameters the row is left to
/// Python when an argument is an object that has to be converted first.
constexpr uint32_t signature_flags(const char* signature) {
  for (const char* c = signature; *c != '\0'; ++c) {
    if (*c == ':') return kBuiltinConverts | kBuiltinPython;
  }
  return 0;
}

/// What the templates of core/ops do inline instead of calling the C++ function (ops/inlined.h).
enum class Inlined : uint8_t {
  None,
#define INLINED(Name, sentence) Name,
#include "core/builtins/inlined.def"
#undef INLINED
};

struct BuiltinDef {
  const char* name;
  /// Python parameter list: "self, sep=, maxsplit=, /" - `=` marks an optional parameter (its
  /// default is the function's business), `/` and `*` as in Python, `*args`, `**kwargs`.
  /// An annotation says what objects of Python classes are converted to before the function sees
  /// them: "width: index", "start: slice=" (by __index__; None stays), "key: item" (a slice's
  /// bounds, too), "x: float" (by __float__, __index__), "sep: buffer" (the bytes of an array or
  /// the like), "sub: part" (index or buffer).
  const char* signature;
  LeafFunction leaf;  // exactly one of the two is set
  CallerFunction caller;
  uint32_t flags;
  Inlined inlined;
  const char* doc;
};

#define HH_LEAF(name, signature, function, flags, doc)                                    \
  {                                                                                       \
    name, signature, function, nullptr, (flags) | ::hothouse::signature_flags(signature), \
        ::hothouse::Inlined::None, doc                                                    \
  }
#define HH_CALLER(name, signature, function, flags, doc) \
  { name, signature, nullptr, function, flags, ::hothouse::Inlined::None, doc }
#define HH_INLINED(name, signature, function, flags, inlined, doc)                        \
  {                                                                                       \
    name, signature, function, nullptr, (flags) | ::hothouse::signature_flags(signature), \
        ::hothouse::Inlined::inlined, doc                                                 \
  }

}  // namespace hothouse
