// Names of characters, their properties and normal forms, as CPython 3.11 (Unicode 14) has them:
// what \N{...} and the module unicodedata look up.
//
// Neighbours: unicode.h (the properties that str's own methods ask for), make_unicode_data.py
// (writes the tables, and says how they are packed).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hothouse {

/// The name of c, empty if it has none.
std::string unicode_name(char32_t c);

/// The character of that name or alias, whatever the case; false if there is none.
bool unicode_lookup(std::string_view name, char32_t& c);

struct UnicodeProperties {
  uint8_t category, bidirectional, combining, width;  // indices, but for the combining class
  bool mirrored;
  uint8_t fraction;
};

const UnicodeProperties& unicode_properties(char32_t c);
const char* unicode_category(char32_t c);
const char* unicode_bidirectional(char32_t c);
const char* unicode_east_asian_width(char32_t c);

/// The numeric value of c, in lowest terms; false if it has none.
bool unicode_numeric(char32_t c, int64_t* numerator, int64_t* denominator);

/// "<compat> 0020 0308": the mapping as unicodedata.decomposition() shows it.
std::string unicode_decomposition(char32_t c);

/// The normal form C (or D, without compose), with compatibility mappings KC or KD.
std::u32string unicode_normalize(std::u32string_view text, bool compatibility, bool compose);

}  // namespace hothouse
