// What both implementations of limbs.h share.
#pragma once

#include <vector>

#include "core/objects/limbs.h"

namespace hothouse::limbs {

/// Number of low zero bits of a number that is not zero.
inline size_t trailing_zeros(const Limb* a, size_t n) {
  size_t i = 0;
  while (i < n && a[i] == 0) ++i;
  return i * 64 + static_cast<size_t>(__builtin_ctzll(a[i]));
}
/// Shifts the low zero bits out and drops leading zero limbs.
inline void strip_zeros(std::vector<Limb>& a) {
  size_t zeros = trailing_zeros(a.data(), a.size());
  a.erase(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(zeros / 64));
  if (zeros % 64) rshift(a.data(), a.data(), a.size(), static_cast<unsigned>(zeros % 64));
  while (!a.empty() && a.back() == 0) a.pop_back();
}
/// r = g << bits; limbs used.
inline size_t shift_left_into(Limb* r, const std::vector<Limb>& g, size_t bits) {
  size_t whole = bits / 64, n = g.size() + whole;
  for (size_t i = 0; i < whole; ++i) r[i] = 0;
  if (bits % 64) {
    Limb top = lshift(r + whole, g.data(), g.size(), static_cast<unsigned>(bits % 64));
    if (top) r[n++] = top;
  } else {
    for (size_t i = 0; i < g.size(); ++i) r[whole + i] = g[i];
  }
  return n;
}

}  // namespace hothouse::limbs
