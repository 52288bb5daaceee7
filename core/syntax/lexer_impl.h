// The lexer's state, shared by its two files. Not for others: see lexer.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/syntax/lexer.h"

namespace hothouse::syntax {

class Lexer {
 public:
  Lexer(const SourceText& source, std::uint32_t begin, std::uint32_t end, Position start,
        bool nested);
  TokenList run();

 private:
  struct Indent {
    std::uint32_t column;
    std::uint32_t alt_column;
  };
  struct Bracket {
    char text;
    Position at;
  };

  bool check_text();
  void all_tokens();
  bool indentation();
  bool change_indent(std::uint32_t column, std::uint32_t alt_column, std::size_t line_begin);
  bool continuation();
  void skip_blanks();
  void skip_comment();
  void end_of_text();
  void move_final_tokens();
  void token();
  void name_or_string();
  void string(std::size_t quote);
  bool bracket(TokenKind kind);
  void note_brackets();
  void bad_character(std::size_t at);

  // lexer_number.cpp
  void number();
  void radix_number(int base, const char* kind);
  bool decimal_digits(std::size_t& at);
  bool end_of_number(std::size_t at, const char* kind);

  char peek(std::size_t ahead = 0) const {
    return pos_ + ahead < text_.size() ? text_[pos_ + ahead] : '\0';
  }
  char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }
  Position position(std::size_t offset);
  void push(TokenKind kind, std::size_t end);
  /// Records an error. `cursor` is one past the character that is pointed at.
  void fail(std::string message, std::size_t cursor, ErrorKind kind = ErrorKind::SyntaxError);

  const SourceText& source_;
  std::string_view text_;  // ends where lexing has to end
  std::size_t pos_;
  bool nested_;
  bool failed_ = false;
  bool by_lines_ = false;  // a column is the distance from the line's start
  Position here_;
  std::size_t here_offset_ = 0;
  std::vector<Indent> indents_ = {{0, 0}};
  std::vector<Bracket> brackets_;
  TokenList list_;
};

}  // namespace hothouse::syntax
