#include "core/builtins/decimal/long_product.h"

#include <bit>

namespace hothouse::decimal {
namespace {

constexpr int64_t kMostPlaces = 37;

int bit_length(UnsignedWide n) {
  const auto high = static_cast<uint64_t>(n >> 64);
  return high != 0 ? 64 + std::bit_width(high) : std::bit_width(static_cast<uint64_t>(n));
}

// n >> shift, 0 < shift < 256, of what fits 128 bits then.
UnsignedWide shift_right(const LongProduct& n, int shift) {
  if (shift >= 128) return n.high >> (shift - 128);
  return n.high << (128 - shift) | n.low >> shift;
}

// floor(2^(127 + bits of 10^places) / 10^places), which has 128 bits.
UnsignedWide inverse(int64_t places) {
  static UnsignedWide known[kMostPlaces + 1];
  UnsignedWide& value = known[places];
  if (value == 0) {
    const UnsignedWide power = kWidePowers.of[places];
    // Bit by bit: once for each power.
    UnsignedWide rest = UnsignedWide{1} << (bit_length(power) - 1);
    for (int i = 0; i < 128; ++i) {
      rest <<= 1;
      value <<= 1;
      if (rest >= power) {
        rest -= power;
        value |= 1;
      }
    }
  }
  return value;
}

}  // namespace

LongProduct long_product(UnsignedWide a, UnsignedWide b) {
  const auto a0 = static_cast<uint64_t>(a), a1 = static_cast<uint64_t>(a >> 64);
  const auto b0 = static_cast<uint64_t>(b), b1 = static_cast<uint64_t>(b >> 64);
  const UnsignedWide low = UnsignedWide{a0} * b0;
  const UnsignedWide one = UnsignedWide{a1} * b0 + static_cast<uint64_t>(low >> 64);
  const UnsignedWide other = UnsignedWide{a0} * b1 + static_cast<uint64_t>(one);
  return {UnsignedWide{a1} * b1 + (one >> 64) + (other >> 64),
          other << 64 | static_cast<uint64_t>(low)};
}

int bit_length(const LongProduct& n) {
  return n.high != 0 ? 128 + bit_length(n.high) : bit_length(n.low);
}

UnsignedWide divide_by_power(const LongProduct& n, int64_t places, UnsignedWide* rest) {
  const UnsignedWide power = kWidePowers.of[places];
  const int bits = bit_length(power);
  // The first 127 bits of n times the inverse: at most three less than the quotient.
  const int excess = std::max(bit_length(n) - 127, 0);
  const UnsignedWide first = excess == 0 ? n.low : shift_right(n, excess);
  UnsignedWide quotient = shift_right(long_product(first, inverse(places)), 127 + bits - excess);
  UnsignedWide left = n.low - quotient * power;  // modulo 2^128, which is enough
  while (left >= power) {
    left -= power;
    ++quotient;
  }
  *rest = left;
  return quotient;
}

}  // namespace hothouse::decimal
