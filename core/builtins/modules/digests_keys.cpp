// Keys derived from passwords: PBKDF2 with HMAC (RFC 8018, RFC 2104) and scrypt (RFC 7914).
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/builtins/modules/digest_words.h"
#include "core/builtins/modules/digests.h"

namespace hothouse {
namespace {

/// HMAC with one key for many messages.
struct Hmac {
  std::string name, inner, outer;
  Hmac(std::string_view digest, size_t block, std::string_view key) : name(digest) {
    std::string padded(key);
    if (key.size() > block) digest_by_name(name, key, &padded);
    padded.resize(block);
    for (char c : padded) {
      inner.push_back(static_cast<char>(c ^ 0x36));
      outer.push_back(static_cast<char>(c ^ 0x5c));
    }
  }
  std::string operator()(std::string_view message) const {
    std::string text = inner, middle, out;
    text.append(message);
    digest_by_name(name, text, &middle);
    digest_by_name(name, outer + middle, &out);
    return out;
  }
};

using Words = std::vector<uint32_t>;

/// Salsa20/8: the 16 words of a block.
void salsa(uint32_t* block) {
  uint32_t x[16];
  std::copy(block, block + 16, x);
  auto quarter = [&](int a, int b, int c, int d) {
    x[b] ^= rotate_left(x[a] + x[d], 7);
    x[c] ^= rotate_left(x[b] + x[a], 9);
    x[d] ^= rotate_left(x[c] + x[b], 13);
    x[a] ^= rotate_left(x[d] + x[c], 18);
  };
  for (int i = 0; i < 4; ++i) {
    for (int k = 0; k < 4; ++k)
      quarter(5 * k, (5 * k + 4) % 16, (5 * k + 8) % 16, (5 * k + 12) % 16);
    for (int k = 0; k < 4; ++k) {
      auto in_row = [&](int by) { return 4 * k + (k + by) % 4; };
      quarter(in_row(0), in_row(1), in_row(2), in_row(3));
    }
  }
  for (int i = 0; i < 16; ++i) block[i] += x[i];
}

/// scryptBlockMix: 2 r blocks of 16 words.
void mix_blocks(Words& b, Words& scratch) {
  const size_t blocks = b.size() / 16;
  uint32_t x[16];
  std::copy(b.end() - 16, b.end(), x);
  for (size_t i = 0; i < blocks; ++i) {
    for (size_t k = 0; k < 16; ++k) x[k] ^= b[i * 16 + k];
    salsa(x);
    std::copy(x, x + 16,
              scratch.begin() + static_cast<std::ptrdiff_t>((i / 2 + i % 2 * (blocks / 2)) * 16));
  }
  b.swap(scratch);
}

/// scryptROMix.
void mix(Words& b, uint64_t n) {
  Words scratch(b.size()), seen(static_cast<size_t>(n) * b.size());
  for (size_t i = 0; i < n; ++i) {
    std::copy(b.begin(), b.end(), seen.begin() + static_cast<std::ptrdiff_t>(i * b.size()));
    mix_blocks(b, scratch);
  }
  for (uint64_t i = 0; i < n; ++i) {
    const size_t last = b.size() - 16;
    const auto j = static_cast<size_t>((uint64_t{b[last + 1]} << 32 | b[last]) & (n - 1));
    for (size_t k = 0; k < b.size(); ++k) b[k] ^= seen[j * b.size() + k];
    mix_blocks(b, scratch);
  }
}

}  // namespace

std::string pbkdf2(std::string_view name, size_t block, std::string_view password,
                   std::string_view salt, uint64_t iterations, size_t size) {
  const Hmac hmac(name, block, password);
  std::string out;
  for (uint32_t number = 1; out.size() < size; ++number) {
    std::string u(salt);
    store_word(u, number, false);
    u = hmac(u);
    std::string sum = u;
    for (uint64_t i = 1; i < iterations; ++i) {
      u = hmac(u);
      for (size_t k = 0; k < u.size(); ++k) sum[k] = static_cast<char>(sum[k] ^ u[k]);
    }
    out += sum;
  }
  out.resize(size);
  return out;
}

std::string scrypt(std::string_view password, std::string_view salt, ScryptCost cost, size_t size) {
  const auto bytes = static_cast<size_t>(128 * cost.r);
  std::string blocks = pbkdf2("sha256", 64, password, salt, 1, bytes * static_cast<size_t>(cost.p));
  std::string mixed;
  for (size_t at = 0; at < blocks.size(); at += bytes) {
    Words b(bytes / 4);
    for (size_t i = 0; i < b.size(); ++i) b[i] = load_word<uint32_t>(&blocks[at + i * 4], true);
    mix(b, cost.n);
    for (uint32_t w : b) store_word(mixed, w, true);
  }
  return pbkdf2("sha256", 64, password, mixed, 1, size);
}

}  // namespace hothouse
