// Words of digests: rotation, and their bytes in either order.
#pragma once

#include <cstdint>
#include <string>

namespace hothouse {

template <class Word>
Word rotate_left(Word x, int n) {
  return static_cast<Word>(x << n | x >> (sizeof(Word) * 8 - static_cast<size_t>(n)));
}
template <class Word>
Word rotate_right(Word x, int n) {
  return static_cast<Word>(x >> n | x << (sizeof(Word) * 8 - static_cast<size_t>(n)));
}

template <class Word>
Word load_word(const char* p, bool little) {
  Word w = 0;
  for (size_t i = 0; i < sizeof(Word); ++i) {
    size_t at = little ? sizeof(Word) - 1 - i : i;
    w = static_cast<Word>(w << 8 | static_cast<uint8_t>(p[at]));
  }
  return w;
}
template <class Word>
void store_word(std::string& out, Word w, bool little) {
  for (size_t i = 0; i < sizeof(Word); ++i) {
    size_t shift = 8 * (little ? i : sizeof(Word) - 1 - i);
    out.push_back(static_cast<char>(w >> shift & 255));
  }
}

}  // namespace hothouse
