// Parts of limbs.h that are the same over both implementations.
#include <cmath>
#include <vector>

#include "core/objects/limbs.h"

namespace hothouse::limbs {
namespace {

size_t normalized(const Limb* a, size_t n) {
  while (n && a[n - 1] == 0) --n;
  return n;
}

}  // namespace

size_t text_size(size_t n, int base) {
  return static_cast<size_t>(static_cast<double>(n) * 64.0 / std::log2(base)) + 3;
}
size_t limbs_for(size_t count, int base) {
  return static_cast<size_t>(static_cast<double>(count) * std::log2(base) / 64.0) + 2;
}

void pow_mod(Limb* r, const Limb* base, size_t base_size, const Limb* exponent,
             size_t exponent_size, const Limb* m, size_t m_size) {
  std::vector<Limb> acc(m_size, 0), product(2 * m_size), quotient(m_size + 2), b(m_size, 0);
  for (size_t i = 0; i < base_size; ++i) b[i] = base[i];
  acc[0] = 1;
  auto reduce = [&] {
    size_t n = normalized(product.data(), 2 * m_size);
    if (n < m_size) {
      for (size_t i = 0; i < m_size; ++i) acc[i] = i < n ? product[i] : 0;
    } else {
      divmod(quotient.data(), acc.data(), product.data(), n, m, m_size);
    }
  };
  // Left to right, four bits at a time.
  std::vector<std::vector<Limb>> powers(16, std::vector<Limb>(m_size, 0));
  powers[0] = acc;
  for (int i = 1; i < 16; ++i) {
    mul(product.data(), powers[static_cast<size_t>(i - 1)].data(), m_size, b.data(), m_size);
    reduce();
    powers[static_cast<size_t>(i)] = acc;
  }
  acc.assign(m_size, 0);
  acc[0] = 1;
  bool started = false;
  for (size_t i = exponent_size; i-- > 0;) {
    for (int shift = 60; shift >= 0; shift -= 4) {
      unsigned digit = static_cast<unsigned>(exponent[i] >> shift) & 15;
      if (started) {
        for (int k = 0; k < 4; ++k) {
          square(product.data(), acc.data(), m_size);
          reduce();
        }
      }
      if (digit) {
        mul(product.data(), acc.data(), m_size, powers[digit].data(), m_size);
        reduce();
        started = true;
      }
    }
  }
  for (size_t i = 0; i < m_size; ++i) r[i] = acc[i];
}

}  // namespace hothouse::limbs
