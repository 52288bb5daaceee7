// The protocol functions: what an operator means for objects of Python classes (protocol.def).
//
// The interpreter pushes a frame of such a function when a template's built-in cases are
// exhausted; the function's return value is the operator's result. They are compiled when first
// needed and stay the same object from then on, so that traces may embed them.
#pragma once

#include <cstdint>

#include "core/vm/context.h"

namespace hothouse {

enum class Protocol : uint8_t {
#define PROTOCOL(Name, python_function, arity, sentence) Name,
#include "core/builtins/protocol.def"
#undef PROTOCOL
  kCount
};

struct ProtocolInfo {
  const char* name;             // enumerator
  const char* python_function;  // name of the function in core/builtins/python
  uint8_t arity;
  const char* sentence;
};
const ProtocolInfo& protocol_info(Protocol p);

/// The Function object; compiled on the first call. It lives in old space and never moves.
Value protocol_function(Leaf& vm, Protocol p);

/// Is that attribute of a class called with the object as its first argument? Functions are, and
/// the methods of built-in types; a bound method and a function of a module are as good as any
/// other object that can be called.
bool takes_self(Value found);

/// The function behind a class attribute that is used as a special method: what type(object) or
/// its bases have under `name`, None if they have nothing that could be called.
Value special_function(Leaf& vm, Value object, Value name);

/// The Function or class of an intrinsic that bytecode names (bytecode/intrinsics.def).
Value intrinsic_function(Leaf& vm, uint8_t intrinsic);

}  // namespace hothouse
