// NativeFunction: what core knows of a C function that a plugged-in module (ffi) lets programs
// call, so that the templates of core/ops convert the arguments and traces call it directly.
//
// The module's function objects are Externals, or instances of classes that wrap one; their
// ExternalOps answer the description (external.h). A description never changes: `version` is a
// name cell that is constant as long as it holds, and a trace that embeds it depends on that cell.
//
// Calling back. C code may call Python through a callback at any time, which moves objects and
// changes everything. Three kinds of direct calls, from the cheapest:
//   quiet     the program has made no callback so far (NativeWorld::quiet is constant): the call
//             changes nothing but C memory;
//   watched   callbacks exist, but this function has never used one: the call may write any
//             object, the trace asks behind it whether it is still valid. Should a callback come
//             after all, the module holds the collector back while it runs, for the trace's
//             references lie in registers, and ends `watched` traces (`quiet` stays as it is);
//   calling   the function was seen calling back, or takes function pointers: the trace writes
//             everything to the VM's stack before, as for a helper that runs Python.
#pragma once

#include <cstdint>

#include "core/ir/trace.h"
#include "core/vm/vm.h"

namespace hothouse {

constexpr uint32_t kMaxNativeArguments = 12;

/// How an argument becomes an operand.
enum class NativePass : uint8_t {
  Int,      // an int, narrowed by the callee's type; True and False
  Truth,    // an int or bool as 0 or 1
  Float,    // a float or int
  Pointer,  // an address: None, or as NativeFunction::pointer says
};

/// How the result becomes a Value.
enum class NativeResult : uint8_t {
  None,
  Int,
  Unsigned,  // 64 bits
  Truth,
  Float,
  Address,  // void*: None for 0
  Text,     // char*: bytes, None for 0
  Char,     // a byte as bytes
};

/// How the address that an object stands for is found, the same for all objects of its map.
struct NativePointer {
  enum Kind : uint8_t {
    Unknown,    // not here: the module's own call does it, or raises
    Address,    // inline slot `slot` holds it
    Load,       // inline slot `slot` holds the address of a pointer
    Reference,  // as Address, if the object in inline slot `object` is one of the right type
  };
  Kind kind = Unknown;
  uint32_t slot = 0, object = 0;
};

/// What all functions of one Vm share.
struct NativeWorld {
  uint64_t synced = 0;          // not 0 while C code runs with all state on the VM's stack
  NameCell* quiet = nullptr;    // constant until the first callback is made
  NameCell* watched = nullptr;  // constant until a callback came out of a watched call
  /// The address of a bytes object's data, or of a copy that does not move.
  uint64_t (*bytes_address)(Vm& vm, Value bytes) = nullptr;
};

struct NativeFunction {
  uint64_t address = 0;
  uint32_t signature = 0;  // backend/signatures.h
  uint8_t count = 0;       // arguments
  bool direct = false;     // false: only the module can call it
  bool calls_back = false;
  NativeResult result = NativeResult::None;
  NativePass pass[kMaxNativeArguments] = {};
  bool takes_ints[kMaxNativeArguments] = {};   // Pointer: an int is an address
  bool takes_bytes[kMaxNativeArguments] = {};  // Pointer: bytes stand for their data
  NameCell* version = nullptr;
  NativeWorld* world = nullptr;
  /// Calls it with operands as the IR holds them; the result likewise.
  uint64_t (*invoke)(Vm& vm, const NativeFunction& f, const uint64_t* operands) = nullptr;
  /// What an instance is as argument `k`.
  NativePointer (*pointer)(Vm& vm, const NativeFunction& f, uint32_t k, Object* o) = nullptr;
  /// Whether a reference to `o` is right as argument `k`: a fact about its map.
  bool (*referent)(Vm& vm, const NativeFunction& f, uint32_t k, Object* o) = nullptr;
};

/// The description of a function object that can be called directly; null for all others.
const NativeFunction* find_native_function(Vm& vm, const Object* callee);

}  // namespace hothouse
