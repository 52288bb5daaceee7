// Formatting: the format-spec mini-language, str.format, and % on strings.
//
// Neighbours: objects/float.h (digits of a float), objects/int.h (digits of an int). Whatever
// needs a method of a Python class is answered with undefined and done by python/methods.
#pragma once

#include <string>
#include <string_view>

#include "core/vm/context.h"

namespace hothouse {

/// format(v, spec) of ints, floats, bools, strings, None and other built-in values; `spec` a Str.
/// Undefined: the value's class has a __format__ of its own.
Value format_value(Leaf& vm, Value v, Value spec);

/// text.format(*args, **kwargs); undefined if a value needs a call, without effect.
Value format_text(Leaf& vm, Value text, Value args_tuple, Value kwargs_dict);

/// text % args; undefined if a value needs a call.
Value percent_format(Leaf& vm, Value text, Value args);

/// One piece of a format string: literal text, then perhaps a field.
struct FormatPiece {
  std::string literal;
  bool has_field = false;
  std::string field;    // "0.name[3]"
  char conversion = 0;  // 'r', 's', 'a', or 0
  std::string spec;     // may hold fields itself
};
/// The next piece of `text` from `position` on: 1, 0 at the end, -1 raised ("Single '}' ...").
int next_format_piece(Leaf& vm, std::string_view text, size_t* position, FormatPiece* piece);

/// One conversion of a % format: literal text before it, then %(key)flags code. Its texts are parts
/// of the format.
struct PercentPiece {
  std::string_view literal;
  bool has_key = false;
  std::string_view key;
  std::string flags;
  bool star_width = false, star_precision = false;
  int64_t width = -1, precision = -1;
  char32_t code = 0;   // 0: only literal text, at the end
  size_t code_at = 0;  // where the code stands in the format, in bytes
};
int next_percent_piece(Leaf& vm, std::string_view text, size_t* position, PercentPiece* piece);

}  // namespace hothouse
