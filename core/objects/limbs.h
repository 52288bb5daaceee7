// Arithmetic on rows of 64-bit limbs, least significant first: what int.cpp stands on.
//
// Two implementations with the same interface: limbs_gmp.cpp (GMP's mpn layer) and
// limbs_portable.cpp (plain C++, chosen by HOTHOUSE_PORTABLE_LIMBS). Operands need not be
// normalized unless it is said; results are as long as said, leading zeros included.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hothouse::limbs {

using Limb = uint64_t;

/// r[0..n) = a[0..n) + b[0..m), n >= m >= 1; the carry. r may be a or b.
Limb add(Limb* r, const Limb* a, size_t n, const Limb* b, size_t m);
/// r[0..n) = a - b, a >= b, n >= m >= 1; the borrow. r may be a or b.
Limb sub(Limb* r, const Limb* a, size_t n, const Limb* b, size_t m);
/// r[0..n+m) = a * b, n >= m >= 1. r must not overlap.
void mul(Limb* r, const Limb* a, size_t n, const Limb* b, size_t m);
/// r[0..2n) = a * a.
void square(Limb* r, const Limb* a, size_t n);
/// r[0..n) = a * b; the high limb. r may be a.
Limb mul_1(Limb* r, const Limb* a, size_t n, Limb b);
/// q[0..n) = a / b; the remainder. q may be a.
Limb divmod_1(Limb* q, const Limb* a, size_t n, Limb b);
/// q[0..n-m+1), r[0..m) = a[0..n) divided by b[0..m), n >= m >= 1, b[m-1] != 0. No overlap.
void divmod(Limb* q, Limb* r, const Limb* a, size_t n, const Limb* b, size_t m);
/// r[0..n) = a << bits, 0 < bits < 64; what is shifted out. r may be a.
Limb lshift(Limb* r, const Limb* a, size_t n, unsigned bits);
/// r[0..n) = a >> bits, 0 < bits < 64; what is shifted out, in the high bits. r may be a.
Limb rshift(Limb* r, const Limb* a, size_t n, unsigned bits);
/// -1, 0, 1 of rows of equal length.
int compare(const Limb* a, const Limb* b, size_t n);
/// Greatest common divisor of a[0..n) and b[0..m), both normalized and not zero, into r (as long
/// as the shorter); limbs used.
size_t gcd(Limb* r, const Limb* a, size_t n, const Limb* b, size_t m);
/// Floor of the square root of a[0..n), normalized, into r[0..(n+1)/2).
void sqrt(Limb* r, const Limb* a, size_t n);
/// Digit values (not characters) of a[0..n), normalized and not zero, most significant first, in
/// base 2..36; how many. `text` has room for text_size(n, base). a is destroyed.
size_t to_digits(uint8_t* text, int base, Limb* a, size_t n);
size_t text_size(size_t n, int base);
/// The number whose digit values are text[0..count), count >= 1, into r, which has room for
/// limbs_for(count, base); limbs used (0 for zero).
size_t from_digits(Limb* r, const uint8_t* text, size_t count, int base);
size_t limbs_for(size_t count, int base);
/// r[0..m) = base ^ exponent mod m[0..m_size); all normalized; base < m; m > 1.
void pow_mod(Limb* r, const Limb* base, size_t base_size, const Limb* exponent,
             size_t exponent_size, const Limb* m, size_t m_size);

}  // namespace hothouse::limbs
