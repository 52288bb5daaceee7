// See unicode_names.h.
#include "core/objects/unicode_names.h"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace hothouse {
namespace {

struct NameRun {
  uint32_t first, ordinal, count;
};
struct NameRange {
  uint32_t first, last;
  const char* prefix;
};

#include "core/objects/unicode_names.inc"

constexpr uint32_t kTwoBytes = 176;
constexpr uint32_t kNameBlock = 64;
constexpr size_t kMaxWords = 32;

constexpr char32_t kHangulFirst = 0xAC00;
constexpr uint32_t kHangulVowels = 21, kHangulFinals = 28, kHangulCount = 11172;
const char* const kLeads[] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                              "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
const char* const kVowels[] = {"A",  "AE", "YA", "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
                               "OE", "YO", "U",  "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
const char* const kFinals[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D", "L",  "LG",
                               "LM", "LB", "LS", "LT", "LP", "LH", "M",  "B", "BS", "S",
                               "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};

/// The words, in the order of their numbers.
const std::vector<std::string_view>& words() {
  static const std::vector<std::string_view> all = [] {
    std::vector<std::string_view> list;
    std::string_view text(kNameWords, sizeof(kNameWords) - 1);
    for (size_t at = 0; at < text.size();) {
      const size_t end = text.find('\n', at);
      list.push_back(text.substr(at, end - at));
      at = end + 1;
    }
    return list;
  }();
  return all;
}

/// Reads the names of a packed table one after the other.
class NameReader {
 public:
  NameReader(const uint8_t* data, size_t offset) : at_(data + offset) {}
  void next() {
    const uint8_t head = *at_++;
    length_ = head >> 4;
    for (int own = head & 15; own > 0; --own) {
      uint32_t n = *at_++;
      if (n >= kTwoBytes) n = kTwoBytes + ((n - kTwoBytes) << 8 | *at_++);
      if (length_ < kMaxWords) numbers_[length_++] = n;
    }
  }
  std::string text() const {
    std::string name;
    for (size_t i = 0; i < length_; ++i) {
      if (i > 0) name += ' ';
      name += words()[numbers_[i]];
    }
    return name;
  }
  bool equals(const uint32_t* numbers, size_t length) const {
    return length == length_ && std::equal(numbers, numbers + length, numbers_);
  }

 private:
  const uint8_t* at_;
  uint32_t numbers_[kMaxWords] = {};
  size_t length_ = 0;
};

/// The numbers of the words of a name; 0 if a word occurs in none.
size_t number_words(std::string_view name, uint32_t* numbers) {
  size_t count = 0;
  for (size_t at = 0; at <= name.size();) {
    const size_t end = std::min(name.find(' ', at), name.size());
    const auto& all = words();
    auto found = std::find(all.begin(), all.end(), name.substr(at, end - at));
    if (found == all.end() || count == kMaxWords) return 0;
    numbers[count++] = static_cast<uint32_t>(found - all.begin());
    at = end + 1;
  }
  return count;
}

/// The position of the longest of `parts` that begins text, which it is taken from.
template <size_t N>
uint32_t take_longest(const char* const (&parts)[N], std::string_view& text) {
  size_t best = N, length = 0;
  for (size_t i = 0; i < N; ++i) {
    const std::string_view part = parts[i];
    if (text.substr(0, part.size()) != part || (best != N && part.size() <= length)) continue;
    best = i;
    length = part.size();
  }
  if (best != N) text.remove_prefix(length);
  return static_cast<uint32_t>(best);
}

bool lookup_hangul(std::string_view rest, char32_t& c) {
  const uint32_t lead = take_longest(kLeads, rest);
  const uint32_t vowel = take_longest(kVowels, rest);
  const uint32_t last = take_longest(kFinals, rest);
  if (vowel >= kHangulVowels || !rest.empty()) return false;
  c = kHangulFirst + (lead * kHangulVowels + vowel) * kHangulFinals + last;
  return true;
}

bool lookup_range(std::string_view name, char32_t& c) {
  const size_t dash = name.rfind('-');
  if (dash == name.npos || name.size() - dash > 6 || name.size() - dash < 5) return false;
  uint32_t code = 0;
  for (char digit : name.substr(dash + 1)) {
    const bool decimal = digit >= '0' && digit <= '9';
    if (!decimal && (digit < 'A' || digit > 'F')) return false;
    code = code * 16 + static_cast<uint32_t>(decimal ? digit - '0' : digit - 'A' + 10);
  }
  for (const NameRange& r : kNameRanges) {
    if (code < r.first || code > r.last || name.substr(0, dash + 1) != r.prefix) continue;
    c = code;
    return true;
  }
  return false;
}

constexpr std::string_view kHangulPrefix = "HANGUL SYLLABLE ";
constexpr std::string_view kUnifiedPrefix = "CJK UNIFIED IDEOGRAPH-";

}  // namespace

std::string unicode_name(char32_t c) {
  if (c >= kHangulFirst && c < kHangulFirst + kHangulCount) {
    const uint32_t n = c - kHangulFirst;
    return std::string(kHangulPrefix) + kLeads[n / kHangulFinals / kHangulVowels] +
           kVowels[n / kHangulFinals % kHangulVowels] + kFinals[n % kHangulFinals];
  }
  const auto* end = std::end(kNameRuns);
  const auto* run = std::upper_bound(std::begin(kNameRuns), end, c,
                                     [](char32_t x, const NameRun& r) { return x < r.first; });
  if (run != std::begin(kNameRuns) && c < run[-1].first + run[-1].count) {
    const uint32_t ordinal = run[-1].ordinal + (c - run[-1].first);
    NameReader reader(kNameData, kNameBlocks[ordinal / kNameBlock]);
    for (uint32_t i = 0; i <= ordinal % kNameBlock; ++i) reader.next();
    return reader.text();
  }
  for (const NameRange& r : kNameRanges) {
    if (c < r.first || c > r.last) continue;
    char digits[12];
    std::snprintf(digits, sizeof(digits), "%X", static_cast<unsigned>(c));
    return std::string(r.prefix) + digits;
  }
  return "";
}

bool unicode_lookup(std::string_view asked, char32_t& c) {
  std::string name(asked);
  for (char& x : name) {
    if (x >= 'a' && x <= 'z') x = static_cast<char>(x - 'a' + 'A');
  }
  // CPython takes these two in capitals only.
  if (asked.substr(0, kHangulPrefix.size()) == kHangulPrefix) {
    return lookup_hangul(asked.substr(kHangulPrefix.size()), c);
  }
  if (name != asked && name.compare(0, kUnifiedPrefix.size(), kUnifiedPrefix) == 0) return false;
  if (lookup_range(name, c)) return true;
  uint32_t numbers[kMaxWords];
  const size_t count = number_words(name, numbers);
  if (count == 0) return false;
  NameReader reader(kNameData, 0);
  for (const NameRun& run : kNameRuns) {
    for (uint32_t i = 0; i < run.count; ++i) {
      reader.next();
      if (!reader.equals(numbers, count)) continue;
      c = run.first + i;
      return true;
    }
  }
  NameReader aliases(kAliasData, 0);
  for (uint32_t code : kAliasCodes) {
    aliases.next();
    if (!aliases.equals(numbers, count)) continue;
    c = code;
    return true;
  }
  return false;
}

}  // namespace hothouse
