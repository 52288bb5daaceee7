// Calls a helper through its address with the exact C++ signature that its letters say: what the
// eval backend does for the op `call`. WebAssembly traps when an indirect call's type is not
// exactly the function's, hence one cast per combination of operand classes instead of one for all.
#pragma once

#include <cstdint>

namespace hothouse::backend {

/// `operands`: up to 6 letters of helpers.h (f is a double, all others a 64-bit word), `args` one
/// word each. Returns the result's bits (0 for '-').
uint64_t invoke_helper(void* function, uint64_t vm, char result, const char* operands,
                       const uint64_t* args);

/// A C function without the Vm, all operands 64-bit words or doubles, at most 6.
uint64_t invoke_function(void* function, char result, const char* operands, const uint64_t* args);

}  // namespace hothouse::backend
