// Properties of characters and normal forms: see unicode_names.h.
#include <algorithm>
#include <cstdio>

#include "core/objects/unicode_names.h"

namespace hothouse {
namespace {

struct Fraction {
  int64_t numerator, denominator;
};
struct Decomposition {
  uint32_t code;
  uint16_t first;
  uint8_t tag, length;
};
struct Composition {
  uint32_t first, second, composed;
};

#include "core/objects/unicode_properties.inc"

constexpr char32_t kSyllables = 0xAC00, kLeads = 0x1100, kVowels = 0x1161, kFinals = 0x11A7;
constexpr char32_t kLeadCount = 19, kVowelCount = 21, kFinalCount = 28;
constexpr char32_t kSyllableCount = kLeadCount * kVowelCount * kFinalCount;

const Decomposition* find_decomposition(char32_t c) {
  const auto* end = std::end(kDecompositions);
  const auto* at = std::lower_bound(std::begin(kDecompositions), end, c,
                                    [](const Decomposition& d, char32_t x) { return d.code < x; });
  return at != end && at->code == c ? at : nullptr;
}

void decompose(char32_t c, bool compatibility, std::u32string& out) {
  if (c >= kSyllables && c < kSyllables + kSyllableCount) {
    const char32_t n = c - kSyllables;
    out += kLeads + n / kFinalCount / kVowelCount;
    out += kVowels + n / kFinalCount % kVowelCount;
    if (n % kFinalCount != 0) out += kFinals + n % kFinalCount;
    return;
  }
  const Decomposition* d = find_decomposition(c);
  if (d == nullptr || (d->tag != 0 && !compatibility)) {
    out += c;
    return;
  }
  for (uint32_t i = 0; i < d->length; ++i) decompose(kDecomposed[d->first + i], compatibility, out);
}

/// 0 if the two have no composed form.
char32_t compose_pair(char32_t a, char32_t b) {
  if (a >= kLeads && a < kLeads + kLeadCount && b >= kVowels && b < kVowels + kVowelCount) {
    return kSyllables + ((a - kLeads) * kVowelCount + (b - kVowels)) * kFinalCount;
  }
  if (a >= kSyllables && a < kSyllables + kSyllableCount && (a - kSyllables) % kFinalCount == 0 &&
      b > kFinals && b < kFinals + kFinalCount) {
    return a + (b - kFinals);
  }
  const auto* end = std::end(kCompositions);
  const auto* at = std::lower_bound(
      std::begin(kCompositions), end, std::make_pair(a, b),
      [](const Composition& c, const std::pair<char32_t, char32_t>& pair) {
        return c.first != pair.first ? c.first < pair.first : c.second < pair.second;
      });
  return at != end && at->first == a && at->second == b ? at->composed : 0;
}

uint8_t combining(char32_t c) { return unicode_properties(c).combining; }

/// Composes in place: each character with the last starter, unless one between them blocks it.
void compose_text(std::u32string& text) {
  size_t out = 0, starter = 0;
  bool has_starter = false;
  for (char32_t c : text) {
    if (has_starter && (out == starter + 1 || combining(text[out - 1]) < combining(c))) {
      if (char32_t composed = compose_pair(text[starter], c)) {
        text[starter] = composed;
        continue;
      }
    }
    if (combining(c) == 0) {
      starter = out;
      has_starter = true;
    }
    text[out++] = c;
  }
  text.resize(out);
}

}  // namespace

const UnicodeProperties& unicode_properties(char32_t c) {
  if (c >= 0x110000) c = 0xffff;
  return kProperties[kPropertyIndex2[(uint32_t{kPropertyIndex1[c >> 7]} << 7) + (c & 127)]];
}
const char* unicode_category(char32_t c) { return kCategories[unicode_properties(c).category]; }
const char* unicode_bidirectional(char32_t c) {
  return kBidirectional[unicode_properties(c).bidirectional];
}
const char* unicode_east_asian_width(char32_t c) { return kWidths[unicode_properties(c).width]; }

bool unicode_numeric(char32_t c, int64_t* numerator, int64_t* denominator) {
  const uint8_t n = unicode_properties(c).fraction;
  *numerator = kFractions[n].numerator;
  *denominator = kFractions[n].denominator;
  return n != 0;
}

std::string unicode_decomposition(char32_t c) {
  const Decomposition* d = find_decomposition(c);
  if (d == nullptr) return "";
  std::string text = kDecompositionTags[d->tag];
  for (uint32_t i = 0; i < d->length; ++i) {
    char digits[12];
    std::snprintf(digits, sizeof(digits), text.empty() ? "%04X" : " %04X",
                  static_cast<unsigned>(kDecomposed[d->first + i]));
    text += digits;
  }
  return text;
}

std::u32string unicode_normalize(std::u32string_view text, bool compatibility, bool compose) {
  std::u32string out;
  for (char32_t c : text) decompose(c, compatibility, out);
  for (size_t at = 0; at < out.size();) {
    size_t end = at;
    while (end < out.size() && combining(out[end]) != 0) ++end;
    std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(at),
                     out.begin() + static_cast<std::ptrdiff_t>(end),
                     [](char32_t a, char32_t b) { return combining(a) < combining(b); });
    at = end + 1;
  }
  if (compose) compose_text(out);
  return out;
}

}  // namespace hothouse
