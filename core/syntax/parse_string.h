// Adjacent string literals become one expression: a Constant, or a JoinedStr if any is an f-string.
//
// Neighbours: parser_impl.h (for which this works), string_literal.h (escapes). The plain half is
// in parse_string.cpp, the f-string half in parse_fstring.cpp. Not for others.
#pragma once

#include <string>
#include <vector>

#include "core/syntax/parser_impl.h"

namespace hothouse::syntax {

class StringJoiner {
 public:
  explicit StringJoiner(Parser& parser) : parser_(parser) {}
  /// Takes all string tokens from the parser. Null after an error.
  Expr* join();

 private:
  /// The pieces of an f-string, or of a format spec in one.
  struct Pieces {
    std::vector<Expr*> values;
    std::string pending;  // literal text that is not in `values` yet
  };

  bool add(const Token& token);
  void flush(Pieces& pieces);
  Expr* make_constant(ConstantKind kind, std::string_view text);

  // parse_fstring.cpp. `at_` walks over the source text up to `end`.
  bool fstring(std::size_t end, bool raw, int level, Pieces& out);
  bool literal(std::size_t end, bool raw, int level, Pieces& out);
  bool field(std::size_t end, bool raw, int level, Pieces& out);
  bool scan_field(std::size_t end);
  Expr* parse_field(std::size_t begin, std::size_t end);
  Position position(std::size_t offset);
  bool fail(const std::string& message);
  void warn_of_escape(const std::string& escape);

  Parser& parser_;
  std::string_view text_;
  SourceRange range_;
  Token token_;  // whose text is being decoded
  Pieces pieces_;
  bool formatted_ = false;
  bool u_prefix_ = false;
  std::size_t at_ = 0;
  Position cursor_;  // a known place: the last one asked for
  std::size_t cursor_offset_ = 0;
};

}  // namespace hothouse::syntax
