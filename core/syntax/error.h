// A mistake in a source text, as a value.
//
// Neighbours: lexer.h, parser.h and scopes.h produce it; the compiler turns it into the Python
// exception of the same name and attributes.
#pragma once

#include <cstdint>
#include <string>

namespace hothouse::syntax {

enum class ErrorKind : std::uint8_t {
  SyntaxError,
  IndentationError,
  TabError,
  RecursionError,      ///< nested too deeply; has a message, but no place
  MemoryError,         ///< too many nested brackets or statements for the parser; no message
  ValueError,          ///< a null byte in the text, or an int literal with too many digits
  DeprecationWarning,  ///< of a warning, which otherwise is a SyntaxWarning
};

/// The name of the Python exception type.
const char* error_kind_name(ErrorKind kind);

/// Columns are as in Python's SyntaxError: 1-based, in code points; 0 where there is none, and an
/// end may be -1 instead, as in CPython. Without a line there is no place at all.
struct SyntaxError {
  ErrorKind kind = ErrorKind::SyntaxError;
  std::string message;
  std::uint32_t line = 0;
  std::uint32_t col = 0;
  std::uint32_t end_line = 0;
  std::int32_t end_col = 0;
  std::string text;  ///< the source line with its newline
};

}  // namespace hothouse::syntax
