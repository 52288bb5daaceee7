// String and bytes literals and their concatenation. See parse_string.h.
#include "core/syntax/parse_string.h"

#include "core/syntax/string_literal.h"

namespace hothouse::syntax {

Expr* Parser::strings() { return StringJoiner(*this).join(); }

bool StringJoiner::fail(const std::string& message) {
  // As in CPython, the place is the token after the strings.
  parser_.fail_at(parser_.token(), message);
  return false;
}

Expr* StringJoiner::join() {
  text_ = parser_.source_.text();
  std::vector<Token> tokens;
  while (parser_.at(TokenKind::String)) {
    tokens.push_back(parser_.token());
    parser_.advance();
  }
  range_ = {tokens.front().range.begin, tokens.back().range.end};
  auto is_bytes = [&](const Token& t) {
    for (std::size_t i = t.offset; text_[i] != '\'' && text_[i] != '"'; ++i) {
      if ((text_[i] | 0x20) == 'b') return true;
    }
    return false;
  };
  bool bytes = is_bytes(tokens[0]);
  u_prefix_ = (text_[tokens[0].offset] | 0x20) == 'u';
  for (const Token& t : tokens) {
    if (is_bytes(t) != bytes) {
      fail("cannot mix bytes and nonbytes literals");
      return nullptr;
    }
    if (!add(t)) return nullptr;
  }
  if (!formatted_) {
    return make_constant(bytes ? ConstantKind::Bytes : ConstantKind::Str, pieces_.pending);
  }
  flush(pieces_);
  JoinedStr* joined = parser_.arena_.make<JoinedStr>();
  joined->kind = ExprKind::JoinedStr;
  joined->range = range_;
  joined->values = parser_.arena_.copy(pieces_.values);
  return joined;
}

/// Says that an escape is none, unless the text is empty.
void StringJoiner::warn_of_escape(const std::string& escape) {
  if (escape.empty()) return;
  const bool octal = escape[1] >= '0' && escape[1] <= '9';
  SyntaxError warning;
  warning.kind = ErrorKind::DeprecationWarning;
  warning.message =
      std::string("invalid ") + (octal ? "octal " : "") + "escape sequence '" + escape + "'";
  warning.line = token_.range.begin.line;
  warning.col = token_.range.begin.col + 1;
  warning.end_line = token_.range.end.line;
  warning.end_col = token_.range.end.col + 1;
  parser_.list_.warnings.push_back(std::move(warning));
}

bool StringJoiner::add(const Token& token) {
  token_ = token;
  std::size_t quote = token.offset;
  bool raw = false, bytes = false, format = false;
  for (; text_[quote] != '\'' && text_[quote] != '"'; ++quote) {
    char c = static_cast<char>(text_[quote] | 0x20);
    raw |= c == 'r';
    bytes |= c == 'b';
    format |= c == 'f';
  }
  std::size_t token_end = token.offset + token.length;
  bool triple = token_end - quote >= 6 && text_[quote + 1] == text_[quote] &&
                text_[quote + 2] == text_[quote];
  std::size_t begin = quote + (triple ? 3 : 1);
  std::size_t end = token_end - (triple ? 3 : 1);
  if (format) {
    formatted_ = true;
    at_ = begin;
    cursor_ = token.range.begin;
    cursor_offset_ = token.offset;
    return fstring(end, raw, 0, pieces_);
  }
  std::string_view body = text_.substr(begin, end - begin);
  if (bytes) {
    for (char c : body) {
      if (static_cast<unsigned char>(c) >= 0x80) {
        return fail("bytes can only contain ASCII literal characters");
      }
    }
  }
  if (raw) {
    pieces_.pending += body;
    return true;
  }
  std::string invalid;
  std::string problem = bytes ? decode_bytes_escapes(body, pieces_.pending, invalid)
                              : decode_string_escapes(body, pieces_.pending, invalid);
  if (!problem.empty()) return fail(problem);
  warn_of_escape(invalid);
  return true;
}

void StringJoiner::flush(Pieces& pieces) {
  if (pieces.pending.empty()) return;
  pieces.values.push_back(make_constant(ConstantKind::Str, pieces.pending));
  pieces.pending.clear();
}

Expr* StringJoiner::make_constant(ConstantKind kind, std::string_view text) {
  Constant* constant = parser_.arena_.make<Constant>();
  constant->kind = ExprKind::Constant;
  constant->range = range_;
  constant->constant = kind;
  constant->u_prefix = u_prefix_;
  constant->text = parser_.arena_.copy_text(text);
  return constant;
}

}  // namespace hothouse::syntax
