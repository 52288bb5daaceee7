// SHA-3 and SHAKE: the sponge over Keccak's permutation of 25 words (FIPS 202). The rotations and
// the round constants are made by their rules.
#include <cstdint>

#include "core/builtins/modules/digest_words.h"
#include "core/builtins/modules/digests.h"

namespace hothouse {
namespace {

void keccak_f(uint64_t (&a)[25]) {
  uint8_t shifted = 1;  // the register whose bits the round constants consist of
  for (int round = 0; round < 24; ++round) {
    uint64_t column[5];  // theta
    for (int x = 0; x < 5; ++x) column[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
    for (int x = 0; x < 5; ++x) {
      uint64_t d = column[(x + 4) % 5] ^ rotate_left(column[(x + 1) % 5], 1);
      for (int y = 0; y < 25; y += 5) a[x + y] ^= d;
    }
    uint64_t moved = a[1];  // rho and pi
    for (int t = 0, x = 1, y = 0; t < 24; ++t) {
      const int turned = (2 * x + 3 * y) % 5;
      x = y;
      y = turned;
      const int n = (t + 1) * (t + 2) / 2 % 64;
      const uint64_t next = a[x + 5 * y];
      a[x + 5 * y] = rotate_left(moved, n);
      moved = next;
    }
    for (int y = 0; y < 25; y += 5) {  // chi
      uint64_t row[5];
      for (int x = 0; x < 5; ++x) row[x] = a[x + y];
      for (int x = 0; x < 5; ++x) a[x + y] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
    }
    for (int j = 0; j < 7; ++j) {  // iota
      if (shifted & 1) a[0] ^= uint64_t{1} << ((1 << j) - 1);
      shifted = static_cast<uint8_t>(shifted << 1 ^ (shifted & 0x80 ? 0x71 : 0));
    }
  }
}

/// `rate` bytes are absorbed or squeezed at a time; `suffix` tells the functions apart.
std::string sponge(std::string_view bytes, size_t rate, char suffix, size_t size) {
  std::string text(bytes);
  text.push_back(suffix);
  text.resize((text.size() + rate - 1) / rate * rate);
  text.back() = static_cast<char>(text.back() | '\x80');
  uint64_t a[25] = {};
  for (size_t at = 0; at < text.size(); at += rate) {
    for (size_t i = 0; i < rate / 8; ++i) a[i] ^= load_word<uint64_t>(&text[at + i * 8], true);
    keccak_f(a);
  }
  std::string out;
  out.reserve(size + rate);
  while (true) {
    for (size_t i = 0; i < rate / 8; ++i) store_word(out, a[i], true);
    if (out.size() >= size) break;
    keccak_f(a);
  }
  out.resize(size);
  return out;
}

}  // namespace

std::string sha3(std::string_view bytes, int bits) {
  const auto size = static_cast<size_t>(bits) / 8;
  return sponge(bytes, 200 - 2 * size, '\x06', size);
}

std::string shake(std::string_view bytes, int bits, size_t size) {
  return sponge(bytes, 200 - static_cast<size_t>(bits) / 4, '\x1f', size);
}

}  // namespace hothouse
