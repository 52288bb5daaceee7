#include "core/builtins/decimal/natural.h"

#include <bit>
#include <map>
#include <vector>

#include "core/objects/int_view.h"

namespace hothouse::decimal {
namespace {

// Powers up to this stay; of larger ones about as many as have so many limbs together.
constexpr uint64_t kKeptPower = 1024;
constexpr size_t kLargeLimbs = size_t{1} << 20;

struct LargePowers {
  std::map<uint64_t, Natural> by_exponent;
  size_t limbs = 0;
};
std::vector<Natural>& kept_powers() {
  static std::vector<Natural> powers;
  return powers;
}
LargePowers& large_powers() {
  static LargePowers powers;
  return powers;
}

Natural make_power(uint64_t k) {
  if (k <= kKeptPower) return power_of_ten(k);
  Natural half = make_power(k / 2), r;
  limbs::square(r.resize(half.size() * 2), half.limbs(), half.size());
  r.trim();
  if (k % 2 == 0) return r;
  scale_up(half, r, 1);
  return half;
}

// q = a / b, the remainder. For short rows, where an inverse of b does not pay.
Limb divide_row(Limb* q, const Limb* a, size_t n, Limb b) {
  if (n > 2) return limbs::divmod_1(q, a, n, b);
  Limb rest = 0;
  for (size_t i = n; i-- > 0;) {
    if (rest == 0) {
      rest = a[i] % b;
      q[i] = a[i] / b;
    } else {
      const UnsignedWide part = UnsignedWide{rest} << 64 | a[i];
      q[i] = static_cast<Limb>(part / b);
      rest = static_cast<Limb>(part - UnsignedWide{q[i]} * b);
    }
  }
  return rest;
}

uint64_t bit_length(const Natural& a) {
  return a.is_zero()
             ? 0
             : (a.size() - 1) * 64 + static_cast<uint64_t>(std::bit_width(a.limbs()[a.size() - 1]));
}

}  // namespace

void take_int(Natural& n, Value v) {
  if (v.is_int()) {
    const auto i = static_cast<uint64_t>(v.as_int());
    n.assign(v.as_int() < 0 ? uint64_t{0} - i : i);
    return;
  }
  IntView view(v);
  n.assign(view.limbs(), view.count);
}

Value int_of(Leaf& vm, const Natural& n, bool negative) {
  if (n.size() <= 1) {
    const uint64_t low = n.low();
    if (low <= static_cast<uint64_t>(Value::kMaxInt)) {
      const auto i = static_cast<int64_t>(low);
      return Value::small_int(negative ? -i : i);
    }
  }
  return int_from_limbs(vm, n.limbs(), n.size(), negative);
}

void add(Natural& r, const Natural& a, const Natural& b) {
  const Natural *x = &a, *y = &b;
  if (x->size() < y->size()) std::swap(x, y);
  if (y->is_zero()) {
    r = *x;
    return;
  }
  const size_t n = x->size();
  Limb* row = r.resize(n + 1);
  row[n] = limbs::add(row, x->limbs(), n, y->limbs(), y->size());
  r.trim();
}

void add_small(Natural& r, Limb small) {
  Limb* row = r.limbs();
  for (size_t i = 0; i < r.size(); ++i) {
    row[i] += small;
    if (row[i] >= small) return;
    small = 1;
  }
  Natural sum;
  const size_t n = r.size();
  Limb* longer = sum.resize(n + 1);
  std::copy(row, row + n, longer);
  longer[n] = small;
  sum.trim();
  r = std::move(sum);
}

void subtract(Natural& r, const Natural& a, const Natural& b) {
  if (b.is_zero()) {
    r = a;
    return;
  }
  limbs::sub(r.resize(a.size()), a.limbs(), a.size(), b.limbs(), b.size());
  r.trim();
}

void multiply(Natural& r, const Natural& a, const Natural& b) {
  const Natural *x = &a, *y = &b;
  if (x->size() < y->size()) std::swap(x, y);
  if (y->is_zero()) {
    r.resize(0);
    return;
  }
  const size_t n = x->size(), m = y->size();
  Limb* row = r.resize(n + m);
  if (m == 1) {
    row[n] = limbs::mul_1(row, x->limbs(), n, y->low());
  } else if (x == y || (n == m && x->limbs() == y->limbs())) {
    limbs::square(row, x->limbs(), n);
  } else {
    limbs::mul(row, x->limbs(), n, y->limbs(), m);
  }
  r.trim();
}

void divide(Natural& q, Natural& r, const Natural& a, const Natural& b) {
  const size_t n = a.size(), m = b.size();
  if (n < m) {
    r = a;
    q.resize(0);
    return;
  }
  if (m == 1) {
    r.assign(divide_row(q.resize(n), a.limbs(), n, b.low()));
  } else {
    limbs::divmod(q.resize(n - m + 1), r.resize(m), a.limbs(), n, b.limbs(), m);
    r.trim();
  }
  q.trim();
}

int compare(const Natural& a, const Natural& b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  return a.is_zero() ? 0 : limbs::compare(a.limbs(), b.limbs(), a.size());
}

int64_t digit_count(const Natural& a) {
  const uint64_t bits = bit_length(a);
  if (a.size() <= 1) {
    if (bits == 0) return 1;
    const uint64_t guess = bits * 1233 >> 12;  // bits * log10(2)
    return static_cast<int64_t>(guess + (a.low() >= kLimbPowers[guess]));
  }
  // 2^(bits-1) <= a < 2^bits: there are one or two answers.
  constexpr uint64_t kLog = 0x4D104D427DE7FBCC;  // log10(2) * 2^64
  const auto least = static_cast<uint64_t>(UnsignedWide{bits - 1} * kLog >> 64) + 1;
  const auto most = static_cast<uint64_t>(UnsignedWide{bits} * kLog >> 64) + 1;
  if (least == most) return static_cast<int64_t>(least);
  return static_cast<int64_t>(least + (compare(a, power_of_ten(least)) >= 0));
}

const Natural& power_of_ten(uint64_t k) {
  if (k <= kKeptPower) {
    std::vector<Natural>& powers = kept_powers();
    if (k < powers.size()) return powers[k];
    if (powers.empty()) {
      powers.reserve(kKeptPower + 1);
      powers.emplace_back(uint64_t{1});
    }
    while (powers.size() <= k) {
      const Natural& last = powers.back();
      Natural next;
      Limb* row = next.resize(last.size() + 1);
      row[last.size()] = limbs::mul_1(row, last.limbs(), last.size(), 10);
      next.trim();
      powers.push_back(std::move(next));
    }
    return powers[k];
  }
  LargePowers& large = large_powers();
  const auto found = large.by_exponent.find(k);
  if (found != large.by_exponent.end()) return found->second;
  if (large.limbs > kLargeLimbs) {
    large.by_exponent.clear();
    large.limbs = 0;
  }
  Natural& made = large.by_exponent[k] = make_power(k);
  large.limbs += made.size();
  return made;
}

void scale_up(Natural& r, const Natural& a, uint64_t k) {
  if (k == 0 || a.is_zero()) {
    r = a;
  } else if (k <= kLimbDigits) {
    const size_t n = a.size();
    Limb* row = r.resize(n + 1);
    row[n] = limbs::mul_1(row, a.limbs(), n, kLimbPowers[k]);
    r.trim();
  } else {
    multiply(r, a, power_of_ten(k));
  }
}

bool is_multiple_of_five(const Natural& a) {
  // 2^64 is 1 modulo 5.
  uint64_t sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += a.limbs()[i] % 5;
  return sum % 5 == 0;
}

int64_t trailing_zeros(const Natural& a, int64_t most) {
  // A multiple of 10^j is one of 2^j.
  size_t whole = 0;
  while (a.limbs()[whole] == 0) ++whole;
  const int64_t twos = static_cast<int64_t>(whole) * 64 + std::countr_zero(a.limbs()[whole]);
  most = std::min(most, twos);
  Natural left = a, q, r;
  int64_t count = 0;
  for (int64_t step = 1; step > 0;) {
    if (count + step > most) {
      step /= 2;
      continue;
    }
    divide(q, r, left, power_of_ten(static_cast<uint64_t>(step)));
    if (r.is_zero()) {
      std::swap(left, q);
      count += step;
      step *= 2;
    } else {
      most = std::min(most, count + step - 1);
      step /= 2;
    }
  }
  return count;
}

Rest drop_digits(Natural& a, uint64_t k) {
  if (k == 0) return 0;
  if (a.is_zero()) return 0;
  if (static_cast<int64_t>(k) > digit_count(a)) {
    a.resize(0);
    return 1;
  }
  if (k <= kLimbDigits) {
    const Limb power = kLimbPowers[k];
    const Limb rest = divide_row(a.limbs(), a.limbs(), a.size(), power);
    a.trim();
    return rest == 0 ? 0 : rest < power / 2 ? 1 : rest == power / 2 ? 5 : 9;
  }
  const Natural& power = power_of_ten(k);
  Natural q, r;
  divide(q, r, a, power);
  a = std::move(q);
  if (r.is_zero()) return 0;
  Natural twice;
  add(twice, r, r);
  const int order = compare(twice, power);
  return order < 0 ? 1 : order == 0 ? 5 : 9;
}

}  // namespace hothouse::decimal
