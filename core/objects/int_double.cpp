// Ints and doubles: conversions and the true division, all correctly rounded.
#include <cmath>

#include "core/objects/int_view.h"
#include "core/objects/types.h"

namespace hothouse {
namespace {

// The top 64 bits of a magnitude (bit 63 set), how far they were shifted, and whether any bit
// below was set.
uint64_t top_bits(const uint64_t* limbs, size_t count, int64_t* exponent, bool* sticky) {
  uint64_t top = limbs[count - 1];
  int shift = __builtin_clzll(top);
  uint64_t bits = top << shift;
  *sticky = false;
  if (count > 1) {
    if (shift) {
      bits |= limbs[count - 2] >> (64 - shift);
      *sticky = limbs[count - 2] << shift != 0;
    } else {
      *sticky = limbs[count - 2] != 0;
    }
    for (size_t i = 0; i + 2 < count && !*sticky; ++i) *sticky = limbs[i] != 0;
  }
  *exponent = static_cast<int64_t>(count - 1) * 64 - shift;
  return bits;
}

// Nearest double of bits * 2^exponent (bit 63 of `bits` set), ties to even; infinity beyond.
double round_to_double(uint64_t bits, int64_t exponent, bool sticky) {
  if (exponent > 1100) return HUGE_VAL;
  // Subnormal results keep fewer than 53 bits.
  int64_t drop = 11;
  if (exponent + 63 < -1022) drop += -1022 - (exponent + 63);
  if (drop > 64) return 0.0;
  uint64_t kept = drop == 64 ? 0 : bits >> drop;
  uint64_t half = uint64_t{1} << (drop - 1);
  uint64_t rest = drop == 64 ? bits : bits & (half * 2 - 1);
  if (rest > half || (rest == half && (sticky || (kept & 1)))) ++kept;
  return std::ldexp(static_cast<double>(kept), static_cast<int>(exponent + drop));
}

}  // namespace

bool int_to_double(Value v, double* result) {
  int64_t i;
  if (as_int64(v, &i)) {
    *result = static_cast<double>(i);
    return true;
  }
  IntView x(v);
  int64_t exponent;
  bool sticky;
  uint64_t bits = top_bits(x.limbs(), x.count, &exponent, &sticky);
  double d = round_to_double(bits, exponent, sticky);
  *result = x.negative ? -d : d;
  return !std::isinf(d);
}

bool int_to_double(Leaf& vm, Value v, double* result) {
  if (int_to_double(v, result)) return true;
  vm.overflow_error("int too large to convert to float");
  return false;
}

Value int_from_double(Leaf& vm, double d) {
  if (std::isnan(d)) return vm.value_error("cannot convert float NaN to integer");
  if (std::isinf(d)) return vm.overflow_error("cannot convert float infinity to integer");
  if (d > -9.2e18 && d < 9.2e18) return vm.heap().make_int(static_cast<int64_t>(d));
  int e;
  double m = std::frexp(std::fabs(d), &e);
  auto bits = static_cast<uint64_t>(std::ldexp(m, 64));
  LimbRow r((static_cast<size_t>(e) + 63) / 64 + 1, 0);
  // bits * 2^(e-64)
  auto low = static_cast<size_t>(e - 64);
  r[low / 64] = bits << (low % 64);
  if (low % 64) r[low / 64 + 1] = bits >> (64 - low % 64);
  return int_from_limbs(vm, r, d < 0);
}

int int_compare_double(Value a, double b) {
  if (std::isinf(b)) return b > 0 ? -1 : 1;
  int64_t i;
  if (as_int64(a, &i)) {
    if (b >= 9223372036854775808.0) return -1;
    if (b < -9223372036854775808.0) return 1;
    auto whole = static_cast<int64_t>(b);
    if (i != whole) return i < whole ? -1 : 1;
    double rest = b - static_cast<double>(whole);
    return rest > 0 ? -1 : rest < 0 ? 1 : 0;
  }
  IntView x(a);
  if (x.negative != std::signbit(b)) return x.negative ? -1 : 1;
  // |a| is at least 2^63 here.
  int e;
  double m = std::frexp(std::fabs(b), &e);
  auto length = static_cast<int64_t>(int_bit_length(a));
  int order = length < e ? -1 : length > e ? 1 : 0;
  if (order == 0) {
    int64_t exponent;
    bool sticky;
    uint64_t bits = top_bits(x.limbs(), x.count, &exponent, &sticky);
    auto other = static_cast<uint64_t>(std::ldexp(m, 64));
    order = bits < other ? -1 : bits > other || sticky ? 1 : 0;
  }
  return x.negative ? -order : order;
}

Value int_truediv(Leaf& vm, Value av, Value bv) {
  if (int_is_zero(bv)) return vm.raise(TypeId::ZeroDivisionError, "division by zero");
  constexpr int64_t kExact = int64_t{1} << 53;
  int64_t x, y;
  if (as_int64(av, &x) && as_int64(bv, &y) && x >= -kExact && x <= kExact && y >= -kExact &&
      y <= kExact) {
    return Value::from_double(static_cast<double>(x) / static_cast<double>(y));
  }
  IntView a(av), b(bv);
  bool negative = a.negative != b.negative;
  if (a.count == 0) return Value::from_double(negative ? -0.0 : 0.0);
  // Scale so that the quotient has 65 or 66 bits; the remainder tells what lies below.
  auto diff = static_cast<int64_t>(int_bit_length(av)) - static_cast<int64_t>(int_bit_length(bv));
  auto too_large = [&] {
    return vm.overflow_error("integer division result too large for a float");
  };
  if (diff > 1100) return too_large();
  if (diff < -1200) return Value::from_double(negative ? -0.0 : 0.0);
  int64_t shift = 66 - diff;  // quotient = |a| * 2^shift / |b|
  Value n = int_abs(vm, av), d = int_abs(vm, bv);
  if (shift >= 0) {
    n = int_lshift(vm, n, Value::small_int(shift));
  } else {
    d = int_lshift(vm, d, Value::small_int(-shift));
  }
  if (n.is_raised() || d.is_raised()) return Value::raised();
  Value q, r;
  if (!int_divmod(vm, n, d, &q, &r)) return Value::raised();
  IntView quotient(q);
  int64_t exponent;
  bool sticky;
  uint64_t bits = top_bits(quotient.limbs(), quotient.count, &exponent, &sticky);
  double result = round_to_double(bits, exponent - shift, sticky || !int_is_zero(r));
  if (std::isinf(result)) return too_large();
  return Value::from_double(negative ? -result : result);
}

}  // namespace hothouse
