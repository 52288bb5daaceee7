#include "core/builtins/decimal/shorts.h"

#include <bit>

#include "core/builtins/decimal/long_product.h"

namespace hothouse::decimal {
namespace {

constexpr int kMostBits = 126;  // of a magnitude: sums of two have a sign bit left
constexpr int64_t kPlaces = static_cast<int64_t>(kLimbDigits);

bool in_range(int64_t exponent) {
  return exponent >= -kShortExponent && exponent <= kShortExponent;
}

UnsignedWide magnitude(Wide n) {
  return n < 0 ? -static_cast<UnsignedWide>(n) : static_cast<UnsignedWide>(n);
}

int bit_length(UnsignedWide n) {
  const auto high = static_cast<uint64_t>(n >> 64);
  return high != 0 ? 64 + std::bit_width(high) : std::bit_width(static_cast<uint64_t>(n));
}

// Of a number of at most 127 bits that is not zero.
int64_t digit_count(UnsignedWide n) {
  const int guess = bit_length(n) * 1233 >> 12;  // bits * log10(2)
  return guess + (n >= kWidePowers.of[guess]);
}

// The product if it is short.
bool multiply(Wide a, Wide b, Wide* product) {
  if (bit_length(magnitude(a)) + bit_length(magnitude(b)) > kMostBits) return false;
  *product = a * b;
  return true;
}

// Both with the lesser exponent; false if that is too long.
bool align(ShortNumber* a, ShortNumber* b) {
  if (a->exponent == b->exponent) return true;
  ShortNumber* big = a->exponent > b->exponent ? a : b;
  const int64_t exponent = a->exponent > b->exponent ? b->exponent : a->exponent;
  const int64_t places = big->exponent - exponent;
  if (places > kPlaces || !multiply(big->coefficient, kLimbPowers[places], &big->coefficient)) {
    return false;
  }
  big->exponent = exponent;
  return true;
}

// Is the last digit of n raised, behind which there is `rest` of `unit`, and perhaps `more`?
bool rounds_up(UnsignedWide n, UnsignedWide rest, UnsignedWide unit, bool more, bool negative,
               Rounding rounding) {
  if (rest == 0 && !more) return false;
  const UnsignedWide half = unit / 2;
  switch (rounding) {
    case Rounding::HalfEven:
      return rest > half || (rest == half && (more || (n & 1) != 0));
    case Rounding::HalfUp:
      return rest >= half;
    case Rounding::HalfDown:
      return rest > half || (rest == half && more);
    case Rounding::Down:
      return false;
    case Rounding::Up:
      return true;
    case Rounding::Ceiling:
      return !negative;
    case Rounding::Floor:
      return negative;
    case Rounding::ZeroFiveUp:
      return n % 5 == 0;
  }
  return false;
}

// n / 10^places, rounded; `more`: n goes on behind its last digit.
UnsignedWide drop(UnsignedWide n, int64_t places, bool more, bool negative, Rounding rounding) {
  UnsignedWide result = 0, rest = 0;
  if (n >> 64 == 0) {
    const Limb unit = kLimbPowers[places];
    result = static_cast<uint64_t>(n) / unit;
    rest = static_cast<uint64_t>(n) % unit;
  } else if (places == 0) {
    result = n;
  } else {
    result = divide_by_power({0, n}, places, &rest);
  }
  return result + rounds_up(result, rest, kLimbPowers[places], more, negative, rounding);
}

bool tells_rounding(const ShortContext& c) {
  return (c.silent & (kInexact | kRounded)) != (kInexact | kRounded);
}

// The number, rounded to the precision. Undefined of zero, whose sign is another question.
Value make_result(Leaf& vm, const ShortContext& c, Wide n, int64_t exponent, bool more = false) {
  if (n == 0) return Value::undefined();
  UnsignedWide size = magnitude(n);
  if (size < c.limit) return make_short(vm, size, n < 0, exponent);
  if (tells_rounding(c)) return Value::undefined();
  int64_t excess = digit_count(size) - c.precision;
  if (excess > kPlaces) return Value::undefined();
  size = drop(size, excess, more, n < 0, c.rounding);
  if (size == c.limit) {  // 999 has become 1000
    size = kWidePowers.of[c.precision - 1];
    ++excess;
  }
  return make_short(vm, size, n < 0, exponent + excess);
}

bool read_operands(Leaf& vm, Value a, Value b, Value context, ShortNumber* x, ShortNumber* y,
                   ShortContext* c) {
  return read_short(vm, a, x) && read_short(vm, b, y) && in_range(x->exponent) &&
         in_range(y->exponent) && read_short_context(vm, context, c);
}

}  // namespace

Value short_sum(Leaf& vm, Value a, Value b, Value context) {
  ShortNumber x, y;
  ShortContext c;
  if (!read_operands(vm, a, b, context, &x, &y, &c) || !align(&x, &y)) return Value::undefined();
  return make_result(vm, c, x.coefficient + y.coefficient, x.exponent);
}

Value short_difference(Leaf& vm, Value a, Value b, Value context) {
  ShortNumber x, y;
  ShortContext c;
  if (!read_operands(vm, a, b, context, &x, &y, &c) || !align(&x, &y)) return Value::undefined();
  return make_result(vm, c, x.coefficient - y.coefficient, x.exponent);
}

Value short_product(Leaf& vm, Value a, Value b, Value context) {
  ShortNumber x, y;
  ShortContext c;
  if (!read_operands(vm, a, b, context, &x, &y, &c)) return Value::undefined();
  Wide product = 0;
  if (multiply(x.coefficient, y.coefficient, &product)) {
    return make_result(vm, c, product, x.exponent + y.exponent);
  }
  // Too long to be exact: the precision is at most 37.
  if (tells_rounding(c)) return Value::undefined();
  const bool negative = (x.coefficient < 0) != (y.coefficient < 0);
  const LongProduct exact = long_product(magnitude(x.coefficient), magnitude(y.coefficient));
  int64_t places = (bit_length(exact) * 1233 >> 12) + 1 - c.precision;  // or one less
  if (places < 2 || places > 37) return Value::undefined();
  UnsignedWide rest = 0;
  UnsignedWide size = divide_by_power(exact, places, &rest);
  if (size < kWidePowers.of[c.precision - 1]) {
    --places;
    size = divide_by_power(exact, places, &rest);
  }
  size += rounds_up(size, rest, kWidePowers.of[places], false, negative, c.rounding);
  if (size == c.limit) {  // 999 has become 1000
    size = kWidePowers.of[c.precision - 1];
    ++places;
  }
  return make_short(vm, size, negative, x.exponent + y.exponent + places);
}

namespace {

// n / (2^i * 5^j) with as few digits as are needed; how many of them are behind the point.
// Negative: the divisor has other factors, or the quotient is too long.
int64_t divide_by_factors_of_ten(UnsignedWide n, uint64_t divisor, UnsignedWide* quotient) {
  int twos = std::countr_zero(divisor);
  divisor >>= twos;
  int fives = 0;
  for (; divisor % 5 == 0; divisor /= 5) ++fives;
  if (divisor != 1) return -1;
  for (; twos > 0 && (n & 1) == 0; n >>= 1) --twos;
  for (; fives > 0; --fives) {
    const UnsignedWide fifth = n / 5;
    if (fifth * 5 != n) break;
    n = fifth;
  }
  // Both become as many as there are more of.
  const int more_fives = std::max(twos - fives, 0), more_twos = std::max(fives - twos, 0);
  if (more_fives > 27 || bit_length(n) + more_twos + more_fives * 7 / 3 + 1 > kMostBits) return -1;
  n <<= more_twos;
  uint64_t factor = 1;
  for (int i = 0; i < more_fives; ++i) factor *= 5;
  *quotient = n * factor;
  return std::max(twos, fives);
}

}  // namespace

Value short_quotient(Leaf& vm, Value a, Value b, Value context) {
  ShortNumber x, y;
  ShortContext c;
  if (!read_operands(vm, a, b, context, &x, &y, &c) || y.coefficient == 0) {
    return Value::undefined();
  }
  const UnsignedWide size = magnitude(y.coefficient);
  if (size >> 64 != 0) return Value::undefined();
  const auto divisor = static_cast<uint64_t>(size);
  const bool negative = (x.coefficient < 0) != (y.coefficient < 0);
  const int64_t exponent = x.exponent - y.exponent;
  UnsignedWide left = magnitude(x.coefficient), quotient = 0;
  if (left == 0) return Value::undefined();
  const int64_t behind = divide_by_factors_of_ten(left, divisor, &quotient);
  if (behind >= 0) {
    return make_result(vm, c, static_cast<Wide>(negative ? -quotient : quotient),
                       exponent - behind);
  }
  quotient = left / divisor;
  if (quotient * divisor == left) {
    return make_result(vm, c, static_cast<Wide>(negative ? -quotient : quotient), exponent);
  }
  // One digit more than asked for, or two.
  const int64_t places = c.precision + 1 + digit_count(divisor) - digit_count(left);
  if (places < 0 || places > 37) return Value::undefined();
  const UnsignedWide scale = kWidePowers.of[places];
  if (bit_length(left) + bit_length(scale) > kMostBits) return Value::undefined();
  left *= scale;
  quotient = left / divisor;
  if (quotient * divisor == left) return Value::undefined();
  return make_result(vm, c, static_cast<Wide>(negative ? -quotient : quotient), exponent - places,
                     true);
}

Value short_quantized(Leaf& vm, Value a, Value b, Value rounding, Value context) {
  ShortNumber x, y;
  ShortContext c;
  if (!read_operands(vm, a, b, context, &x, &y, &c)) return Value::undefined();
  const int64_t places = x.exponent - y.exponent;
  Wide n = x.coefficient;
  if (places >= 0) {
    if (places > kPlaces || !multiply(n, kLimbPowers[places], &n)) return Value::undefined();
  } else {
    if (places < -kPlaces || tells_rounding(c)) return Value::undefined();
    const UnsignedWide size =
        drop(magnitude(n), -places, false, n < 0,
             rounding.is_int() ? static_cast<Rounding>(rounding.as_int()) : c.rounding);
    n = static_cast<Wide>(n < 0 ? -size : size);
  }
  if (magnitude(n) >= c.limit) return Value::undefined();
  return make_result(vm, c, n, y.exponent);
}

Value short_order(Leaf& vm, Value a, Value b) {
  ShortNumber x, y;
  if (!read_short(vm, a, &x) || !read_short(vm, b, &y) || !align(&x, &y)) {
    return Value::undefined();
  }
  return Value::small_int((x.coefficient > y.coefficient) - (x.coefficient < y.coefficient));
}

}  // namespace hothouse::decimal
