// C functions as objects: an External that holds an address, and the description by which
// interpreter and traces call it directly (core/vm/native_function.h).
//
// The class in Python (python/ctypes/) converts arguments and results that are not simple and
// comes here with what C can be given.
#pragma once

#include <ffi.h>

#include <memory>
#include <string>
#include <vector>

#include "ffi/types.h"
#include "ffi/world.h"

namespace hothouse::ffi {

struct Function : NativeFunction {
  struct Seen {  // the last answer of `pointer` for an argument
    MapId map = 0;
    NativePointer answer;
  };
  External* self = nullptr;
  std::string letters;  // of the signature
  Seen seen[kMaxNativeArguments];
};

/// The Function behind an instance of ctypes' function classes; null if it is none.
Function* as_function(Leaf& vm, Value v);

/// Runs C code from the interpreter, all state being on the VM's stack: callbacks may come.
class CallScope {
 public:
  CallScope(World& world, Function* f)
      : world_(world), synced_(world.synced), current_(world.current) {
    world.synced = 1;
    world.current = f;
  }
  ~CallScope() {
    world_.synced = synced_;
    world_.current = current_;
  }
  CallScope(const CallScope&) = delete;
  CallScope& operator=(const CallScope&) = delete;

 private:
  World& world_;
  uint64_t synced_;
  Function* current_;
};

/// A structure as libffi sees it: elements and their types live as long as this does.
struct StructType {
  ffi_type type{};
  std::vector<ffi_type*> elements;
};
/// The libffi type in a tuple (code) or External made by make_struct_type.
ffi_type* ffi_type_of(Leaf& vm, Value v);

// Rows of _ctypes (module.cpp).
Value new_function(Leaf& vm, const Value* a);
Value describe(Leaf& vm, const Value* a);
Value function_address(Leaf& vm, const Value* a);
Value make_struct_type(Leaf& vm, const Value* a);
Value invoke(Caller& vm, const Value* a);
Value invoke_waiting(Caller& vm, const Value* a);

/// Calls with operands as the IR holds them (backend::NativeInvoker).
uint64_t invoke_letters(const std::string& letters, uint64_t address, const uint64_t* operands);

}  // namespace hothouse::ffi
