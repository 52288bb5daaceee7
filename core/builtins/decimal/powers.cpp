// Powers with integers as exponents.
#include "core/builtins/decimal/arithmetic.h"

namespace hothouse::decimal {

bool power_within_bounds(const Operation& op, const Number& a, const Number& b) {
  constexpr uint64_t kMost = 1000000;
  if (a.is_special() || b.is_special() || a.coefficient.is_zero() || b.coefficient.is_zero() ||
      b.exponent != 0 || b.coefficient.size() > 1 || b.coefficient.low() > kMost) {
    return false;
  }
  const int64_t first = a.adjusted();
  const int64_t reach = (first < 0 ? -first : first) + 1;
  const auto n = static_cast<int64_t>(b.coefficient.low());
  const Settings& s = op.settings;
  if (reach > kMostDigits / static_cast<int64_t>(kMost) || reach * n >= s.most ||
      reach * n >= -s.least) {
    return false;
  }
  // One to any power has a form of its own.
  Number one;
  one.set(false, Natural(1), 0);
  return compare_magnitudes(a, one) != 0;
}

void integer_power(Operation& op, Number& r, const Number& a, const Number& b) {
  const uint64_t n = b.coefficient.low();
  Operation work = op;
  work.status = 0;
  work.settings.precision += b.digits() + 2 + b.negative();
  work.settings.rounding = Rounding::HalfEven;
  work.settings.clamp = false;
  Number base, next;
  if (b.negative()) {
    Number one;
    one.set(false, Natural(1), 0);
    divide(work, base, one, a);
  } else {
    base = a;
  }
  r = base;
  uint64_t bit = uint64_t{1} << (63 - __builtin_clzll(n));
  while ((bit >>= 1) != 0) {
    multiply(work, next, r, r);
    if (n & bit) {
      multiply(work, r, next, base);
    } else {
      std::swap(r, next);
    }
  }
  r.set_sign(a.negative() && (n & 1));
  op.status |= work.status;
  op.finish(r);
}

}  // namespace hothouse::decimal
