// limbs.h in plain C++: schoolbook and Karatsuba products, Knuth's division, and text conversion
// by divide and conquer. For targets without GMP.
#ifdef HOTHOUSE_PORTABLE_LIMBS

#include <algorithm>
#include <cstring>
#include <vector>

#include "core/objects/limbs.h"
#include "core/objects/limbs_common.h"

namespace hothouse::limbs {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr size_t kKaratsuba = 40;

size_t normalized(const Limb* a, size_t n) {
  while (n && a[n - 1] == 0) --n;
  return n;
}

// r[0..n) += a[0..n) * b; the carry.
Limb add_mul_1(Limb* r, const Limb* a, size_t n, Limb b) {
  Limb carry = 0;
  for (size_t i = 0; i < n; ++i) {
    Wide t = static_cast<Wide>(a[i]) * b + r[i] + carry;
    r[i] = static_cast<Limb>(t);
    carry = static_cast<Limb>(t >> 64);
  }
  return carry;
}

// r[0..n) -= a[0..n) * b; the borrow.
Limb sub_mul_1(Limb* r, const Limb* a, size_t n, Limb b) {
  Limb borrow = 0;
  for (size_t i = 0; i < n; ++i) {
    Wide t = static_cast<Wide>(a[i]) * b + borrow;
    Limb low = static_cast<Limb>(t);
    borrow = static_cast<Limb>(t >> 64) + (r[i] < low);
    r[i] -= low;
  }
  return borrow;
}

void schoolbook(Limb* r, const Limb* a, size_t n, const Limb* b, size_t m) {
  std::fill(r, r + n + m, 0);
  for (size_t j = 0; j < m; ++j) r[j + n] = add_mul_1(r + j, a, n, b[j]);
}

// r[0..2n) = a[0..n) * b[0..n).
void karatsuba(Limb* r, const Limb* a, const Limb* b, size_t n) {
  if (n < kKaratsuba) {
    schoolbook(r, a, n, b, n);
    return;
  }
  // a = a1 B + a0, likewise b; the middle is (a0+a1)(b0+b1) - a0 b0 - a1 b1.
  size_t low = (n + 1) / 2, high = n - low;
  std::vector<Limb> sa(low + 1), sb(low + 1), middle(2 * low + 2);
  sa[low] = add(sa.data(), a, low, a + low, high);
  sb[low] = add(sb.data(), b, low, b + low, high);
  karatsuba(middle.data(), sa.data(), sb.data(), low + 1);
  karatsuba(r, a, b, low);
  karatsuba(r + 2 * low, a + low, b + low, high);
  sub(middle.data(), middle.data(), middle.size(), r, 2 * low);
  sub(middle.data(), middle.data(), middle.size(), r + 2 * low, 2 * high);
  size_t used = normalized(middle.data(), middle.size());
  if (used) add(r + low, r + low, 2 * n - low, middle.data(), used);
}

}  // namespace

Limb add(Limb* r, const Limb* a, size_t n, const Limb* b, size_t m) {
  Limb carry = 0;
  for (size_t i = 0; i < n; ++i) {
    Wide t = static_cast<Wide>(a[i]) + (i < m ? b[i] : 0) + carry;
    r[i] = static_cast<Limb>(t);
    carry = static_cast<Limb>(t >> 64);
  }
  return carry;
}

Limb sub(Limb* r, const Limb* a, size_t n, const Limb* b, size_t m) {
  Limb borrow = 0;
  for (size_t i = 0; i < n; ++i) {
    Limb x = a[i], y = i < m ? b[i] : 0;
    Limb d = x - y, e = d - borrow;
    borrow = (x < y) | (d < borrow);
    r[i] = e;
  }
  return borrow;
}

void mul(Limb* r, const Limb* a, size_t n, const Limb* b, size_t m) {
  if (m < kKaratsuba) {
    schoolbook(r, a, n, b, m);
    return;
  }
  if (n == m) {
    karatsuba(r, a, b, n);
    return;
  }
  // Unbalanced: pieces of a as long as b.
  std::fill(r, r + n + m, 0);
  std::vector<Limb> piece(2 * m);
  for (size_t i = 0; i < n; i += m) {
    size_t k = std::min(m, n - i);
    piece.assign(k + m, 0);
    if (k == m) {
      karatsuba(piece.data(), a + i, b, m);
    } else {
      mul(piece.data(), b, m, a + i, k);
    }
    add(r + i, r + i, n + m - i, piece.data(), k + m);
  }
}

void square(Limb* r, const Limb* a, size_t n) { mul(r, a, n, a, n); }

Limb mul_1(Limb* r, const Limb* a, size_t n, Limb b) {
  Limb carry = 0;
  for (size_t i = 0; i < n; ++i) {
    Wide t = static_cast<Wide>(a[i]) * b + carry;
    r[i] = static_cast<Limb>(t);
    carry = static_cast<Limb>(t >> 64);
  }
  return carry;
}

Limb divmod_1(Limb* q, const Limb* a, size_t n, Limb b) {
  Limb rest = 0;
  for (size_t i = n; i-- > 0;) {
    Wide t = static_cast<Wide>(rest) << 64 | a[i];
    q[i] = static_cast<Limb>(t / b);
    rest = static_cast<Limb>(t % b);
  }
  return rest;
}

// Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D.
void divmod(Limb* q, Limb* r, const Limb* a, size_t n, const Limb* b, size_t m) {
  if (m == 1) {
    r[0] = divmod_1(q, a, n, b[0]);
    return;
  }
  auto shift = static_cast<unsigned>(__builtin_clzll(b[m - 1]));
  std::vector<Limb> u(a, a + n), v(b, b + m);
  u.push_back(0);
  if (shift) {
    u[n] = lshift(u.data(), u.data(), n, shift);
    lshift(v.data(), v.data(), m, shift);
  }
  for (size_t j = n - m + 1; j-- > 0;) {
    Limb digit;
    if (u[j + m] >= v[m - 1]) {
      digit = ~Limb{0};
    } else {
      Wide top = static_cast<Wide>(u[j + m]) << 64 | u[j + m - 1];
      Wide guess = top / v[m - 1], rest = top % v[m - 1];
      while (guess * v[m - 2] > (rest << 64 | u[j + m - 2])) {
        --guess;
        rest += v[m - 1];
        if (rest >> 64) break;
      }
      digit = static_cast<Limb>(guess);
    }
    Limb borrow = sub_mul_1(u.data() + j, v.data(), m, digit);
    bool negative = u[j + m] < borrow;
    u[j + m] -= borrow;
    while (negative) {
      --digit;
      Limb carry = add(u.data() + j, u.data() + j, m, v.data(), m);
      u[j + m] += carry;
      negative = !(carry && u[j + m] == 0);
    }
    q[j] = digit;
  }
  if (shift) rshift(u.data(), u.data(), m + 1, shift);
  std::copy(u.begin(), u.begin() + static_cast<std::ptrdiff_t>(m), r);
}

Limb lshift(Limb* r, const Limb* a, size_t n, unsigned bits) {
  Limb out = a[n - 1] >> (64 - bits);
  for (size_t i = n; i-- > 1;) r[i] = a[i] << bits | a[i - 1] >> (64 - bits);
  r[0] = a[0] << bits;
  return out;
}

Limb rshift(Limb* r, const Limb* a, size_t n, unsigned bits) {
  Limb out = a[0] << (64 - bits);
  for (size_t i = 0; i + 1 < n; ++i) r[i] = a[i] >> bits | a[i + 1] << (64 - bits);
  r[n - 1] = a[n - 1] >> bits;
  return out;
}

int compare(const Limb* a, const Limb* b, size_t n) {
  for (size_t i = n; i-- > 0;) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

size_t gcd(Limb* r, const Limb* a, size_t n, const Limb* b, size_t m) {
  // The binary algorithm.
  std::vector<Limb> x(a, a + n), y(b, b + m);
  size_t zeros = std::min(trailing_zeros(a, n), trailing_zeros(b, m));
  strip_zeros(x);
  strip_zeros(y);
  for (;;) {
    int order = x.size() != y.size() ? (x.size() < y.size() ? -1 : 1)
                                     : compare(x.data(), y.data(), x.size());
    if (order == 0) break;
    if (order < 0) x.swap(y);
    if (x.size() > y.size() + 1) {
      // Much longer: one division does many subtractions.
      std::vector<Limb> q(x.size() - y.size() + 1), rest(y.size());
      divmod(q.data(), rest.data(), x.data(), x.size(), y.data(), y.size());
      rest.resize(normalized(rest.data(), rest.size()));
      if (rest.empty()) {
        x = y;
        break;
      }
      x = rest;
    } else {
      sub(x.data(), x.data(), x.size(), y.data(), y.size());
      x.resize(normalized(x.data(), x.size()));
    }
    strip_zeros(x);
  }
  return shift_left_into(r, x, zeros);
}

void sqrt(Limb* r, const Limb* a, size_t n) {
  // Newton from above: x = (x + a / x) / 2 until it no longer falls.
  size_t k = (n + 1) / 2;
  size_t bits = n * 64 - static_cast<size_t>(__builtin_clzll(a[n - 1]));
  std::vector<Limb> x(k + 1, 0);
  size_t top = (bits + 1) / 2;  // x starts at 2^top, which is no less than the root
  x[top / 64] = Limb{1} << (top % 64);
  for (;;) {
    size_t m = normalized(x.data(), x.size());
    std::vector<Limb> y(std::max(n - std::min(n, m) + 2, k + 2), 0), rest(m);
    if (n >= m) divmod(y.data(), rest.data(), a, n, x.data(), m);
    size_t length = std::max(normalized(y.data(), y.size()), m);
    y.resize(std::max(y.size(), length + 1));
    Limb carry = add(y.data(), y.data(), length, x.data(), m);
    y[length] = carry;
    rshift(y.data(), y.data(), length + 1, 1);
    size_t used = normalized(y.data(), length + 1);
    int order = used != m ? (used < m ? -1 : 1) : compare(y.data(), x.data(), m);
    if (order >= 0) break;
    x.assign(k + 1, 0);
    std::copy(y.begin(), y.begin() + static_cast<std::ptrdiff_t>(used), x.begin());
  }
  std::copy(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(k), r);
}

namespace {

constexpr size_t kTextPiece = 30;  // limbs below which text is made digit by digit

struct Power {
  std::vector<Limb> value;
  size_t digits;
};

// Writes exactly `width` digit values (leading zeros) of a, or as many as there are if width is 0.
void digits_into(std::vector<uint8_t>& out, int base, std::vector<Limb> a, size_t width,
                 const std::vector<Power>& powers) {
  a.resize(normalized(a.data(), a.size()));
  if (a.size() > kTextPiece) {
    size_t i = powers.size();
    while (i > 0 && (powers[i - 1].value.size() * 2 > a.size() + 1 ||
                     powers[i - 1].value.size() > a.size())) {
      --i;
    }
    if (i > 0) {
      const Power& p = powers[i - 1];
      std::vector<Limb> q(a.size() - p.value.size() + 1), r(p.value.size());
      divmod(q.data(), r.data(), a.data(), a.size(), p.value.data(), p.value.size());
      digits_into(out, base, std::move(q), width ? width - p.digits : 0, powers);
      digits_into(out, base, std::move(r), p.digits, powers);
      return;
    }
  }
  std::vector<uint8_t> reversed;
  Limb chunk = static_cast<Limb>(base);
  int chunk_digits = 1;
  while (chunk <= ~Limb{0} / static_cast<Limb>(base)) {
    chunk *= static_cast<Limb>(base);
    ++chunk_digits;
  }
  while (!a.empty()) {
    Limb rest = divmod_1(a.data(), a.data(), a.size(), chunk);
    a.resize(normalized(a.data(), a.size()));
    for (int i = 0; i < chunk_digits && (rest || !a.empty()); ++i) {
      reversed.push_back(static_cast<uint8_t>(rest % static_cast<Limb>(base)));
      rest /= static_cast<Limb>(base);
    }
  }
  for (size_t i = reversed.size(); i < width; ++i) out.push_back(0);
  out.insert(out.end(), reversed.rbegin(), reversed.rend());
}

std::vector<Power> powers_up_to(int base, size_t limbs) {
  std::vector<Power> powers;
  Limb chunk = static_cast<Limb>(base);
  size_t digits = 1;
  while (chunk <= ~Limb{0} / static_cast<Limb>(base)) {
    chunk *= static_cast<Limb>(base);
    ++digits;
  }
  powers.push_back({{chunk}, digits});
  while (powers.back().value.size() * 2 <= limbs + 1) {
    const Power& p = powers.back();
    std::vector<Limb> s(p.value.size() * 2);
    square(s.data(), p.value.data(), p.value.size());
    s.resize(normalized(s.data(), s.size()));
    powers.push_back({std::move(s), p.digits * 2});
  }
  return powers;
}

std::vector<Limb> number_of(const uint8_t* text, size_t count, int base,
                            const std::vector<Power>& powers) {
  size_t i = powers.size();
  while (i > 0 && powers[i - 1].digits >= count) --i;
  if (i > 0 && count > 19 * kTextPiece) {
    const Power& p = powers[i - 1];
    std::vector<Limb> high = number_of(text, count - p.digits, base, powers);
    std::vector<Limb> low = number_of(text + count - p.digits, p.digits, base, powers);
    if (high.empty()) return low;
    std::vector<Limb> r(high.size() + p.value.size() + 1, 0);
    if (high.size() >= p.value.size()) {
      mul(r.data(), high.data(), high.size(), p.value.data(), p.value.size());
    } else {
      mul(r.data(), p.value.data(), p.value.size(), high.data(), high.size());
    }
    if (!low.empty()) add(r.data(), r.data(), r.size(), low.data(), low.size());
    r.resize(normalized(r.data(), r.size()));
    return r;
  }
  std::vector<Limb> r;
  for (size_t k = 0; k < count; ++k) {
    Limb carry = r.empty() ? 0 : mul_1(r.data(), r.data(), r.size(), static_cast<Limb>(base));
    if (carry) r.push_back(carry);
    if (text[k]) {
      Limb digit = text[k];
      if (r.empty()) {
        r.push_back(digit);
      } else if (add(r.data(), r.data(), r.size(), &digit, 1)) {
        r.push_back(1);
      }
    }
  }
  return r;
}

}  // namespace

size_t to_digits(uint8_t* text, int base, Limb* a, size_t n) {
  std::vector<uint8_t> out;
  digits_into(out, base, std::vector<Limb>(a, a + n), 0, powers_up_to(base, n));
  std::copy(out.begin(), out.end(), text);
  return out.size();
}

size_t from_digits(Limb* r, const uint8_t* text, size_t count, int base) {
  std::vector<Limb> v = number_of(text, count, base, powers_up_to(base, limbs_for(count, base)));
  std::copy(v.begin(), v.end(), r);
  return v.size();
}

}  // namespace hothouse::limbs

#endif
