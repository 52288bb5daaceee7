// Signatures of C functions that traces call directly (op call_native): small immutable rows that
// the ffi module registers while it records; the id is the op's immediate.
//
// Letters, the first one is the result: v void, b/B 8 bits signed/unsigned, h/H 16, i/I 32,
// l/L 64 and pointers, f float, d double. IR operands are I64 for all integers and F64 for both
// floating types; the backend narrows, widens and converts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hothouse::backend {

constexpr uint32_t kMaxNativeOperands = 12;

struct NativeSignature {
  std::string letters;  // result, then operands
  char result() const { return letters[0]; }
  std::string_view operands() const { return std::string_view(letters).substr(1); }
};

/// Calls `function` with operands as the IR holds them (double bits for f and d); the result
/// likewise. Set by ffi (libffi) so that the eval backend can make any call.
using NativeInvoker = uint64_t (*)(const NativeSignature& signature, void* function,
                                   const uint64_t* operands);

/// The id of this signature (shared when it exists already).
uint32_t register_native_signature(std::string_view letters);
const NativeSignature& native_signature(uint32_t id);
uint32_t native_signature_count();

void set_native_invoker(NativeInvoker invoker);
NativeInvoker native_invoker();

/// Canonical form of a double that C code produced (see Value::from_foreign_double).
uint64_t canonical_double_bits(uint64_t bits);

}  // namespace hothouse::backend
