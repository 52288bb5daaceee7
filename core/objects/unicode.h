// Properties of code points, as CPython 3.11 (Unicode 14) sees them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hothouse {

enum UnicodeFlags : uint16_t {
  kUniAlpha = 1,
  kUniDecimal = 2,
  kUniDigit = 4,
  kUniNumeric = 8,
  kUniLower = 16,
  kUniUpper = 32,
  kUniTitle = 64,
  kUniSpace = 128,
  kUniPrintable = 256,
  kUniIdStart = 512,
  kUniIdContinue = 1024,
  kUniCased = 2048,
  kUniCaseIgnorable = 4096,
  kUniLineBreak = 8192,
};

struct UnicodeRecord {
  uint16_t flags;
  int32_t upper, lower, title;  // distances
  uint8_t decimal;              // value of a decimal digit
};

const UnicodeRecord& unicode_record(char32_t c);
inline bool unicode_is(char32_t c, uint16_t flags) { return unicode_record(c).flags & flags; }

/// The forms of c, up to 3 code points; how many.
int unicode_upper(char32_t c, char32_t* out);
int unicode_lower(char32_t c, char32_t* out);
int unicode_title(char32_t c, char32_t* out);
int unicode_fold(char32_t c, char32_t* out);

}  // namespace hothouse
