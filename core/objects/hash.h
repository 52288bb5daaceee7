// hash(): numbers hash as in CPython (so sets of numbers iterate in the same order), strings
// deterministically; equal values of different types hash alike.
#pragma once

#include "core/objects/verdict.h"
#include "core/vm/context.h"

namespace hothouse {

/// Yes: *hash is set. NeedsCall: a user-defined __hash__. Raised: "unhashable type: 'list'".
Verdict hash_value(Leaf& vm, Value v, uint64_t* hash);
/// Calls __hash__ where needed; false when raised.
bool hash_value_call(Caller& vm, Value v, uint64_t* hash);

uint64_t hash_int64(int64_t i);
uint64_t hash_double(double d);
/// Of the bytes of a flat string; never 0.
uint64_t hash_bytes(const uint8_t* data, size_t size);
uint64_t hash_str(Leaf& vm, Value str);
/// By identity, stable while objects move.
uint64_t hash_identity(Leaf& vm, Value v);
/// id(v).
uint64_t identity(Leaf& vm, Value v);

}  // namespace hothouse
