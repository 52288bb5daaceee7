// limbs.h by GMP's mpn layer. The only file that knows GMP.
#ifndef HOTHOUSE_PORTABLE_LIMBS

#include <gmp.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include "core/objects/limbs.h"
#include "core/objects/limbs_common.h"

namespace hothouse::limbs {

static_assert(sizeof(mp_limb_t) == sizeof(Limb) && GMP_NAIL_BITS == 0);

namespace {
mp_limb_t* mut(Limb* p) { return reinterpret_cast<mp_limb_t*>(p); }
const mp_limb_t* ro(const Limb* p) { return reinterpret_cast<const mp_limb_t*>(p); }
mp_size_t sz(size_t n) { return static_cast<mp_size_t>(n); }
}  // namespace

Limb add(Limb* r, const Limb* a, size_t n, const Limb* b, size_t m) {
  return mpn_add(mut(r), ro(a), sz(n), ro(b), sz(m));
}
Limb sub(Limb* r, const Limb* a, size_t n, const Limb* b, size_t m) {
  return mpn_sub(mut(r), ro(a), sz(n), ro(b), sz(m));
}
void mul(Limb* r, const Limb* a, size_t n, const Limb* b, size_t m) {
  mpn_mul(mut(r), ro(a), sz(n), ro(b), sz(m));
}
void square(Limb* r, const Limb* a, size_t n) { mpn_sqr(mut(r), ro(a), sz(n)); }
Limb mul_1(Limb* r, const Limb* a, size_t n, Limb b) { return mpn_mul_1(mut(r), ro(a), sz(n), b); }
Limb divmod_1(Limb* q, const Limb* a, size_t n, Limb b) {
  return mpn_divrem_1(mut(q), 0, ro(a), sz(n), b);
}
void divmod(Limb* q, Limb* r, const Limb* a, size_t n, const Limb* b, size_t m) {
  mpn_tdiv_qr(mut(q), mut(r), 0, ro(a), sz(n), ro(b), sz(m));
}
Limb lshift(Limb* r, const Limb* a, size_t n, unsigned bits) {
  return mpn_lshift(mut(r), ro(a), sz(n), bits);
}
Limb rshift(Limb* r, const Limb* a, size_t n, unsigned bits) {
  return mpn_rshift(mut(r), ro(a), sz(n), bits);
}
int compare(const Limb* a, const Limb* b, size_t n) {
  int c = mpn_cmp(ro(a), ro(b), sz(n));
  return c < 0 ? -1 : c > 0;
}

size_t gcd(Limb* r, const Limb* a, size_t n, const Limb* b, size_t m) {
  // mpn_gcd wants odd operands and the longer one first, and destroys both.
  std::vector<Limb> x(a, a + n), y(b, b + m);
  size_t zeros = std::min(trailing_zeros(a, n), trailing_zeros(b, m));
  strip_zeros(x);
  strip_zeros(y);
  if (x.size() < y.size() || (x.size() == y.size() && compare(x.data(), y.data(), x.size()) < 0)) {
    x.swap(y);
  }
  std::vector<Limb> g(y.size());
  size_t used = static_cast<size_t>(
      mpn_gcd(mut(g.data()), mut(x.data()), sz(x.size()), mut(y.data()), sz(y.size())));
  g.resize(used);
  return shift_left_into(r, g, zeros);
}

void sqrt(Limb* r, const Limb* a, size_t n) { mpn_sqrtrem(mut(r), nullptr, ro(a), sz(n)); }

size_t to_digits(uint8_t* text, int base, Limb* a, size_t n) {
  return mpn_get_str(text, base, mut(a), sz(n));
}

size_t from_digits(Limb* r, const uint8_t* text, size_t count, int base) {
  return static_cast<size_t>(mpn_set_str(mut(r), text, count, base));
}

}  // namespace hothouse::limbs

#endif
