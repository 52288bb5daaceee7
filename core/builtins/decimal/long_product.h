// Products of two short numbers that are too long for 128 bits, with their last digits dropped.
//
// Dividing by a power of ten is multiplying by its inverse: P. Barrett, "Implementing the Rivest
// Shamir and Adleman public key encryption algorithm on a standard digital signal processor",
// CRYPTO 1986.
#pragma once

#include "core/builtins/decimal/natural.h"

namespace hothouse::decimal {

/// 256 bits.
struct LongProduct {
  UnsignedWide high, low;
};
LongProduct long_product(UnsignedWide a, UnsignedWide b);
/// Number of bits.
int bit_length(const LongProduct& n);
/// n / 10^places, 0 < places <= 37, for quotients of at most 126 bits.
UnsignedWide divide_by_power(const LongProduct& n, int64_t places, UnsignedWide* rest);

}  // namespace hothouse::decimal
