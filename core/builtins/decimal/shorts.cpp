#include "core/builtins/decimal/shorts.h"

#include <bit>

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

// n / 10^places, rounded; `more`: n goes on behind its last digit.
UnsignedWide drop(UnsignedWide n, int64_t places, bool more, bool negative, Rounding rounding) {
  const Limb unit = kLimbPowers[places];
  UnsignedWide result = n;
  Limb rest = 0;
  if (n >> 64 == 0) {
    result = static_cast<uint64_t>(n) / unit;
    rest = static_cast<uint64_t>(n) % unit;
  } else {
    result = n / unit;
    rest = static_cast<Limb>(n - result * unit);
  }
  if (rest == 0 && !more) return result;
  const Limb half = unit / 2;
  const auto last = static_cast<Limb>(result);
  bool up = false;
  switch (rounding) {
    case Rounding::HalfEven:
      up = rest > half || (rest == half && (more || (last & 1)));
      break;
    case Rounding::HalfUp:
      up = rest >= half;
      break;
    case Rounding::HalfDown:
      up = rest > half || (rest == half && more);
      break;
    case Rounding::Down:
      break;
    case Rounding::Up:
      up = true;
      break;
    case Rounding::Ceiling:
      up = !negative;
      break;
    case Rounding::Floor:
      up = negative;
      break;
    case Rounding::ZeroFiveUp:
      up = result % 5 == 0;
      break;
  }
  return result + up;
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
  Wide product = 0;
  if (!read_operands(vm, a, b, context, &x, &y, &c) ||
      !multiply(x.coefficient, y.coefficient, &product)) {
    return Value::undefined();
  }
  return make_result(vm, c, product, x.exponent + y.exponent);
}

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
  UnsignedWide left = magnitude(x.coefficient);
  UnsignedWide quotient = left / divisor;
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
