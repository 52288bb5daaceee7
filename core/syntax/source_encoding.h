// Which encoding a source text declares in its first lines (PEP 263).
//
// Neighbours: who reads source texts asks it, and decodes what is not UTF-8 before the lexer, which
// knows UTF-8 only, gets it.
#pragma once

#include <string>
#include <string_view>

namespace hothouse::syntax {

/// The encoding named by a comment `coding: NAME` in the first or second line, under the name that
/// CPython gives it; empty if there is none.
std::string declared_encoding(std::string_view source);

/// The same, empty where it is UTF-8.
std::string foreign_encoding(std::string_view source);

/// Whether neither a comment nor a byte-order mark says anything.
bool is_encoding_silent(std::string_view source);

}  // namespace hothouse::syntax
