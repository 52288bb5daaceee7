// From characters to tokens, indentation included.
//
// Neighbours: source_text.h below, token.h for the result, parser_impl.h above.
// Invariant: the token list always ends with EndMarker or with Error. Lexing stops at the first
// lexical error; it is reported when the parser or the diagnosis gets there, or instead of a vaguer
// complaint, as CPython does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/syntax/error.h"
#include "core/syntax/source_text.h"
#include "core/syntax/token.h"

namespace hothouse::syntax {

struct TokenList {
  std::vector<Token> tokens;
  SyntaxError error;  ///< valid if the last token is Error
  /// The error outranks a syntax error found by the parser before it. CPython's tokenizer raises
  /// most errors at once, but reports bad indentation only through the parser.
  bool error_outranks_parser = false;
  /// Some bracket is open where lexing ended; this is the line of the innermost one and the error
  /// to report for it.
  bool unclosed = false;
  SyntaxError unclosed_error;
  std::vector<SyntaxError> warnings;  ///< the parser adds its own
};

/// Lexes a whole text.
TokenList lex(const SourceText& source);

/// Lexes the expression of an f-string field, at [begin, end) of the text, as if it stood in
/// parentheses: newlines mean nothing. `start` is the place of `begin`.
TokenList lex_nested(const SourceText& source, std::uint32_t begin, std::uint32_t end,
                     Position start);

}  // namespace hothouse::syntax
