// BLAKE2b and BLAKE2s (RFC 7693): one algorithm over words of 64 or of 32 bits.
#include <cstdint>

#include "core/builtins/modules/digest_words.h"
#include "core/builtins/modules/digests.h"

namespace hothouse {
namespace {

// In which order a round takes the words of a block.
constexpr uint8_t kOrder[10][16] = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
                                    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
                                    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
                                    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
                                    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
                                    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
                                    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
                                    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
                                    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
                                    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};

// Which four words of the state a step of a round mixes: the columns, then the diagonals.
constexpr uint8_t kMixed[8][4] = {{0, 4, 8, 12},  {1, 5, 9, 13},  {2, 6, 10, 14}, {3, 7, 11, 15},
                                  {0, 5, 10, 15}, {1, 6, 11, 12}, {2, 7, 8, 13},  {3, 4, 9, 14}};

template <class Word>
struct Shape;
template <>
struct Shape<uint64_t> {
  static constexpr int kRounds = 12;
  static constexpr int kRotations[4] = {32, 24, 16, 63};
};
template <>
struct Shape<uint32_t> {
  static constexpr int kRounds = 10;
  static constexpr int kRotations[4] = {16, 12, 8, 7};
};

template <class Word>
Word initial(int i) {
  return static_cast<Word>(root_of_prime(i) >> (64 - sizeof(Word) * 8));
}

/// `total`: how many bytes of the message this block completes.
template <class Word>
void compress(Word (&h)[8], const char* block, uint64_t total, bool last, bool last_node) {
  constexpr auto& kTurn = Shape<Word>::kRotations;
  Word m[16], v[16];
  for (size_t i = 0; i < 16; ++i) m[i] = load_word<Word>(block + i * sizeof(Word), true);
  for (int i = 0; i < 8; ++i) {
    v[i] = h[i];
    v[8 + i] = initial<Word>(i);
  }
  v[12] ^= static_cast<Word>(total);
  if (sizeof(Word) == 4) v[13] ^= static_cast<Word>(total >> 32);
  if (last) v[14] = ~v[14];
  if (last_node) v[15] = ~v[15];
  for (int round = 0; round < Shape<Word>::kRounds; ++round) {
    const uint8_t* order = kOrder[round % 10];
    for (int step = 0; step < 8; ++step) {
      Word &a = v[kMixed[step][0]], &b = v[kMixed[step][1]], &c = v[kMixed[step][2]],
           &d = v[kMixed[step][3]];
      a += b + m[order[2 * step]];
      d = rotate_right<Word>(d ^ a, kTurn[0]);
      c += d;
      b = rotate_right<Word>(b ^ c, kTurn[1]);
      a += b + m[order[2 * step + 1]];
      d = rotate_right<Word>(d ^ a, kTurn[2]);
      c += d;
      b = rotate_right<Word>(b ^ c, kTurn[3]);
    }
  }
  for (int i = 0; i < 8; ++i) h[i] ^= v[i] ^ v[8 + i];
}

template <class Word>
std::string blake2_words(std::string_view bytes, std::string_view parameters, bool last_node) {
  constexpr size_t kBlock = 16 * sizeof(Word);
  Word h[8];
  for (int i = 0; i < 8; ++i) {
    h[i] = initial<Word>(i) ^
           load_word<Word>(parameters.data() + static_cast<size_t>(i) * sizeof(Word), true);
  }
  size_t at = 0;
  for (; bytes.size() - at > kBlock; at += kBlock) {
    compress<Word>(h, bytes.data() + at, at + kBlock, false, false);
  }
  std::string rest(bytes.substr(at));
  rest.resize(kBlock);
  compress<Word>(h, rest.data(), bytes.size(), true, last_node);
  std::string out;
  for (Word w : h) store_word(out, w, true);
  out.resize(static_cast<uint8_t>(parameters[0]));
  return out;
}

}  // namespace

std::string blake2(std::string_view bytes, std::string_view parameters, bool last_node) {
  return parameters.size() == 64 ? blake2_words<uint64_t>(bytes, parameters, last_node)
                                 : blake2_words<uint32_t>(bytes, parameters, last_node);
}

}  // namespace hothouse
