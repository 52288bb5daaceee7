// The simple C types by ctypes' code letters, and how libffi and traces know them.
#pragma once

#include <ffi.h>

#include <cstdint>

#include "core/vm/context.h"

namespace hothouse::ffi {

struct CType {
  char code;     // as in ctypes: 'i' for c_int
  uint8_t size;  // bytes, the alignment too
  char letter;   // of backend/signatures.h; 0: not in traces
  ffi_type* native;
};

/// The row of a code; null if there is none.
const CType* find_type(char code);

/// A word that holds a C value of the type, for libffi: `storage` has 16 bytes. False with
/// TypeError.
bool store_value(Leaf& vm, const CType& type, Value v, void* storage);
/// The other way. A small integer may stand in a whole word, as libffi delivers results: on
/// little-endian machines, the only ones there are, it begins where the word does.
Value load_value(Leaf& vm, const CType& type, const void* storage);

}  // namespace hothouse::ffi
