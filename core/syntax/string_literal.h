// The escapes of string and bytes literals.
//
// Neighbours: parse_string.h puts the pieces together.
#pragma once

#include <string>
#include <string_view>

namespace hothouse::syntax {

/// Decodes the backslash escapes of a string literal's body, appending to `out` (lone surrogates as
/// in WTF-8). Returns an empty string, or CPython's message.
/// `invalid`: the first escape that has no meaning ("\\d"), or an octal one that is no byte.
std::string decode_string_escapes(std::string_view body, std::string& out, std::string& invalid);

/// The same for bytes.
std::string decode_bytes_escapes(std::string_view body, std::string& out, std::string& invalid);

}  // namespace hothouse::syntax
