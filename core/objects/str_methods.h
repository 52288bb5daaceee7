// The methods of str, as C++ functions. Arguments that must be strings are checked by the caller.
#pragma once

#include "core/objects/str.h"

namespace hothouse {

/// Index of the first / last occurrence of `part` in s[start:end] (already adjusted: see
/// adjust_indices), or -1.
int64_t str_find(Leaf& vm, Value s, Value part, int64_t start, int64_t end);
int64_t str_rfind(Leaf& vm, Value s, Value part, int64_t start, int64_t end);
int64_t str_count(Leaf& vm, Value s, Value part, int64_t start, int64_t end);
bool str_starts_with(Leaf& vm, Value s, Value prefix, int64_t start, int64_t end);
bool str_ends_with(Leaf& vm, Value s, Value suffix, int64_t start, int64_t end);
/// max < 0: all.
Value str_replace(Leaf& vm, Value s, Value old_part, Value new_part, int64_t max);

/// separator None: runs of white space. A List. "empty separator".
Value str_split(Leaf& vm, Value s, Value separator, int64_t max);
Value str_rsplit(Leaf& vm, Value s, Value separator, int64_t max);
Value str_splitlines(Leaf& vm, Value s, bool keep_ends);
Value str_partition(Leaf& vm, Value s, Value separator);
Value str_rpartition(Leaf& vm, Value s, Value separator);
/// `parts` a List or Tuple. "sequence item 0: expected str instance, int found"
Value str_join(Leaf& vm, Value separator, Value parts);

/// chars None: white space.
Value str_strip(Leaf& vm, Value s, Value chars, bool left, bool right);
Value str_remove_prefix(Leaf& vm, Value s, Value prefix);
Value str_remove_suffix(Leaf& vm, Value s, Value suffix);

Value str_lower(Leaf& vm, Value s);
Value str_upper(Leaf& vm, Value s);
Value str_title(Leaf& vm, Value s);
Value str_capitalize(Leaf& vm, Value s);
Value str_swapcase(Leaf& vm, Value s);
Value str_casefold(Leaf& vm, Value s);

bool str_is_alpha(Leaf& vm, Value s);
bool str_is_digit(Leaf& vm, Value s);
bool str_is_decimal(Leaf& vm, Value s);
bool str_is_numeric(Leaf& vm, Value s);
bool str_is_alnum(Leaf& vm, Value s);
bool str_is_space(Leaf& vm, Value s);
bool str_is_lower(Leaf& vm, Value s);
bool str_is_upper(Leaf& vm, Value s);
bool str_is_title(Leaf& vm, Value s);
bool str_is_identifier(Leaf& vm, Value s);
bool str_is_printable(Leaf& vm, Value s);
bool str_is_ascii(Leaf& vm, Value s);

Value str_center(Leaf& vm, Value s, int64_t width, char32_t fill);
Value str_ljust(Leaf& vm, Value s, int64_t width, char32_t fill);
Value str_rjust(Leaf& vm, Value s, int64_t width, char32_t fill);
Value str_zfill(Leaf& vm, Value s, int64_t width);
Value str_expandtabs(Leaf& vm, Value s, int64_t tab_size);
/// table: a Dict of int to int, str or None (other mappings are the caller's business).
Value str_translate(Leaf& vm, Value s, Value table_dict);
/// str.maketrans; y and z undefined when absent.
Value str_maketrans(Leaf& vm, Value x, Value y, Value z);

/// errors: "strict", "ignore", "replace", "surrogatepass", "backslashreplace", "xmlcharrefreplace".
/// UnicodeEncodeError; undefined for other encodings and handlers, which are Python's business.
Value str_encode(Leaf& vm, Value s, std::string_view encoding, std::string_view errors);
Value str_decode(Leaf& vm, const uint8_t* bytes, uint64_t length, std::string_view encoding,
                 std::string_view errors);
/// The text of a number literal for int() and float(): decimal digits of any script become ASCII,
/// surrounding white space is stripped; any other non-ASCII character becomes '?'.
std::string str_numeric_text(Leaf& vm, Value s);

}  // namespace hothouse
