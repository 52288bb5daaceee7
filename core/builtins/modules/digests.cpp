#include "core/builtins/modules/digests.h"

#include <array>
#include <cmath>
#include <cstdint>

#include "core/builtins/modules/digest_words.h"

namespace hothouse {
namespace {

/// The message with a one bit, zeros and its length in bits: whole blocks.
std::string padded(std::string_view bytes, size_t block, size_t length_bytes, bool little) {
  std::string text(bytes);
  text.push_back('\x80');
  while (text.size() % block != block - length_bytes) text.push_back('\0');
  text.append(length_bytes - 8, '\0');
  store_word<uint64_t>(text, static_cast<uint64_t>(bytes.size()) * 8, little);
  return text;
}

bool is_prime(unsigned n) {
  for (unsigned d = 2; d * d <= n; ++d) {
    if (n % d == 0) return false;
  }
  return true;
}

/// The first 64 bits of the fraction of the k-th root of a prime: SHA-2's constants.
uint64_t root_fraction(unsigned prime, int k) {
  // The largest r with r**k <= prime * 2**(64 k), by bits.
  __extension__ typedef unsigned __int128 Wide;
  auto at_most = [&](Wide r) {
    // Compares r**k with prime << 64k in words of 32 bits.
    uint32_t power[12] = {}, factor[3] = {static_cast<uint32_t>(r), static_cast<uint32_t>(r >> 32),
                                          static_cast<uint32_t>(r >> 64)};
    power[0] = 1;
    for (int i = 0; i < k; ++i) {
      uint32_t next[12] = {};
      for (int x = 0; x < 9; ++x) {
        uint64_t carry = 0;
        for (int y = 0; y < 3; ++y) {
          uint64_t sum = uint64_t{power[x]} * factor[y] + next[x + y] + carry;
          next[x + y] = static_cast<uint32_t>(sum);
          carry = sum >> 32;
        }
        next[x + 3] += static_cast<uint32_t>(carry);
      }
      for (int x = 0; x < 12; ++x) power[x] = next[x];
    }
    uint32_t goal[12] = {};
    goal[2 * k] = prime;
    for (int x = 11; x >= 0; --x) {
      if (power[x] != goal[x]) return power[x] < goal[x];
    }
    return true;
  };
  Wide r = 0;
  for (int bit = 70; bit >= 0; --bit) {
    Wide with = r | Wide{1} << bit;
    if (at_most(with)) r = with;
  }
  return static_cast<uint64_t>(r);
}

struct Constants {
  uint64_t square[16], cube[80];  // fractions of roots of the first primes
  Constants() {
    unsigned prime = 2;
    for (int i = 0; i < 80; ++prime) {
      if (!is_prime(prime)) continue;
      if (i < 16) square[i] = root_fraction(prime, 2);
      cube[i++] = root_fraction(prime, 3);
    }
  }
};
const Constants& constants() {
  static const Constants kConstants;
  return kConstants;
}

/// One block of SHA-2. R: the rotations of the two message and the two state functions.
template <class Word, int rounds>
void sha2_block(Word* h, const char* block, const int (&r)[12]) {
  Word w[rounds];
  for (int i = 0; i < 16; ++i)
    w[i] = load_word<Word>(block + static_cast<size_t>(i) * sizeof(Word), false);
  for (int i = 16; i < rounds; ++i) {
    Word s0 = rotate_right(w[i - 15], r[0]) ^ rotate_right(w[i - 15], r[1]) ^ (w[i - 15] >> r[2]);
    Word s1 = rotate_right(w[i - 2], r[3]) ^ rotate_right(w[i - 2], r[4]) ^ (w[i - 2] >> r[5]);
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  Word v[8];
  for (int i = 0; i < 8; ++i) v[i] = h[i];
  for (int i = 0; i < rounds; ++i) {
    Word s1 = rotate_right(v[4], r[6]) ^ rotate_right(v[4], r[7]) ^ rotate_right(v[4], r[8]);
    Word choice = (v[4] & v[5]) ^ (~v[4] & v[6]);
    auto k = static_cast<Word>(constants().cube[i] >> (64 - sizeof(Word) * 8));
    Word t1 = v[7] + s1 + choice + k + w[i];
    Word s0 = rotate_right(v[0], r[9]) ^ rotate_right(v[0], r[10]) ^ rotate_right(v[0], r[11]);
    Word most = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
    for (int k2 = 7; k2 > 0; --k2) v[k2] = v[k2 - 1];
    v[4] += t1;
    v[0] = t1 + s0 + most;
  }
  for (int i = 0; i < 8; ++i) h[i] += v[i];
}

template <class Word, int rounds>
std::string sha2(std::string_view bytes, Word (&h)[8], const int (&r)[12], int bits) {
  const size_t block = sizeof(Word) * 16;
  std::string text = padded(bytes, block, sizeof(Word) * 2, false);
  for (size_t at = 0; at < text.size(); at += block) sha2_block<Word, rounds>(h, &text[at], r);
  std::string out;
  for (Word w : h) store_word(out, w, false);
  out.resize(static_cast<size_t>(bits) / 8);
  return out;
}

}  // namespace

uint64_t root_of_prime(int i) { return constants().square[i]; }

bool digest_by_name(std::string_view name, std::string_view bytes, std::string* out) {
  if (name == "md5") {
    *out = md5(bytes);
  } else if (name == "sha1") {
    *out = sha1(bytes);
  } else if (name == "sha224" || name == "sha256") {
    *out = sha2_32(bytes, name == "sha224" ? 224 : 256);
  } else if (name == "sha384" || name == "sha512") {
    *out = sha2_64(bytes, name == "sha384" ? 384 : 512);
  } else if (name == "sha3_224" || name == "sha3_256") {
    *out = sha3(bytes, name == "sha3_224" ? 224 : 256);
  } else if (name == "sha3_384" || name == "sha3_512") {
    *out = sha3(bytes, name == "sha3_384" ? 384 : 512);
  } else if (name == "blake2b" || name == "blake2s") {
    const size_t words = name == "blake2b" ? 8 : 4;
    std::string parameters(words * 8, '\0');
    parameters[0] = static_cast<char>(words * 8);  // of digest, then no key, fanout and depth 1
    parameters[2] = parameters[3] = 1;
    *out = blake2(bytes, parameters, false);
  } else {
    return false;
  }
  return true;
}

std::string md5(std::string_view bytes) {
  static const auto kSines = [] {
    std::array<uint32_t, 64> sines;
    for (size_t i = 0; i < 64; ++i) {
      sines[i] = static_cast<uint32_t>(
          std::floor(std::fabs(std::sin(static_cast<double>(i) + 1)) * 4294967296.0));
    }
    return sines;
  }();
  static const int kShifts[4][4] = {
      {7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
  uint32_t h[4] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
  std::string text = padded(bytes, 64, 8, true);
  for (size_t at = 0; at < text.size(); at += 64) {
    uint32_t a = h[0], b = h[1], c = h[2], d = h[3];
    for (uint32_t i = 0; i < 64; ++i) {
      uint32_t f, g;
      if (i < 16) {
        f = (b & c) | (~b & d);
        g = i;
      } else if (i < 32) {
        f = (d & b) | (~d & c);
        g = (5 * i + 1) % 16;
      } else if (i < 48) {
        f = b ^ c ^ d;
        g = (3 * i + 5) % 16;
      } else {
        f = c ^ (b | ~d);
        g = 7 * i % 16;
      }
      f += a + kSines[i] + load_word<uint32_t>(&text[at + g * 4], true);
      a = d;
      d = c;
      c = b;
      b += rotate_left(f, kShifts[i / 16][i % 4]);
    }
    h[0] += a;
    h[1] += b;
    h[2] += c;
    h[3] += d;
  }
  std::string out;
  for (uint32_t w : h) store_word(out, w, true);
  return out;
}

std::string sha1(std::string_view bytes) {
  uint32_t h[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
  std::string text = padded(bytes, 64, 8, false);
  for (size_t at = 0; at < text.size(); at += 64) {
    uint32_t w[80];
    for (size_t i = 0; i < 16; ++i) w[i] = load_word<uint32_t>(&text[at + i * 4], false);
    for (size_t i = 16; i < 80; ++i) {
      w[i] = rotate_left(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    }
    uint32_t a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
    for (size_t i = 0; i < 80; ++i) {
      uint32_t f, k;
      if (i < 20) {
        f = (b & c) | (~b & d);
        k = 0x5a827999;
      } else if (i < 40) {
        f = b ^ c ^ d;
        k = 0x6ed9eba1;
      } else if (i < 60) {
        f = (b & c) | (b & d) | (c & d);
        k = 0x8f1bbcdc;
      } else {
        f = b ^ c ^ d;
        k = 0xca62c1d6;
      }
      uint32_t t = rotate_left(a, 5) + f + e + k + w[i];
      e = d;
      d = c;
      c = rotate_left(b, 30);
      b = a;
      a = t;
    }
    h[0] += a;
    h[1] += b;
    h[2] += c;
    h[3] += d;
    h[4] += e;
  }
  std::string out;
  for (uint32_t w : h) store_word(out, w, false);
  return out;
}

std::string sha2_32(std::string_view bytes, int bits) {
  static const int kRotations[12] = {7, 18, 3, 17, 19, 10, 6, 11, 25, 2, 13, 22};
  uint32_t h[8];
  for (int i = 0; i < 8; ++i) {
    // 224: the second half of the first 64 bits for the 9th to 16th primes.
    h[i] = bits == 224 ? static_cast<uint32_t>(constants().square[8 + i])
                       : static_cast<uint32_t>(constants().square[i] >> 32);
  }
  return sha2<uint32_t, 64>(bytes, h, kRotations, bits);
}

std::string sha2_64(std::string_view bytes, int bits) {
  static const int kRotations[12] = {1, 8, 7, 19, 61, 6, 14, 18, 41, 28, 34, 39};
  uint64_t h[8];
  for (int i = 0; i < 8; ++i) h[i] = constants().square[(bits == 384 ? 8 : 0) + i];
  return sha2<uint64_t, 80>(bytes, h, kRotations, bits);
}

}  // namespace hothouse
