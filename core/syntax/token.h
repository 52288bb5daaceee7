// Tokens: what the lexer hands to the parser.
//
// Neighbours: tokens.def (the kinds), lexer.h (which makes them), parser_impl.h (which reads
// them).
#pragma once

#include <cstdint>

#include "core/syntax/ast.h"

namespace hothouse::syntax {

enum class TokenKind : std::uint8_t {
#define TOKEN(Name, description) Name,
#define KEYWORD(Name, spelling) Kw##Name,
#define OPERATOR(Name, spelling) Op##Name,
#include "core/syntax/tokens.def"
};

struct Token {
  TokenKind kind = TokenKind::EndMarker;
  std::uint16_t level = 0;   ///< how many brackets are open after this token
  std::uint32_t offset = 0;  ///< of the first byte in the source text
  std::uint32_t length = 0;
  SourceRange range;
};

/// The spelling of a keyword or operator, or a description of any other kind.
const char* token_spelling(TokenKind kind);

inline bool is_keyword(TokenKind kind) {
  return kind >= TokenKind::KwFalse && kind <= TokenKind::KwYield;
}

}  // namespace hothouse::syntax
