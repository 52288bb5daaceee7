// The lexer's main loop: indentation, brackets, names, operators and strings. Numbers are in
// lexer_number.cpp. See lexer.h.
#include "core/syntax/lexer.h"

#include <cstdio>
#include <cstring>
#include <iterator>
#include <string>

#include "core/syntax/identifier.h"
#include "core/syntax/lexer_impl.h"

namespace hothouse::syntax {

namespace {

constexpr std::size_t kMaxIndents = 100;
constexpr std::size_t kMaxBrackets = 200;
constexpr std::uint32_t kTabSize = 8;

struct Spelling {
  std::string_view text;
  TokenKind kind;
};

/// Spellings by their first character, in the order of tokens.def among those with the same: what
/// comes first there is tried first.
template <std::size_t N>
struct SpellingTable {
  Spelling rows[N] = {};
  std::uint8_t begin[129] = {};  // of those that begin with a character; the next entry is the end

  constexpr explicit SpellingTable(const Spelling (&all)[N]) {
    std::size_t used = 0;
    for (std::size_t first = 0; first < 128; ++first) {
      begin[first] = static_cast<std::uint8_t>(used);
      for (const Spelling& one : all) {
        if (static_cast<std::size_t>(one.text[0]) == first) rows[used++] = one;
      }
    }
    begin[128] = static_cast<std::uint8_t>(used);
  }
};

constexpr Spelling kKeywordRows[] = {
#define KEYWORD(Name, spelling) {spelling, TokenKind::Kw##Name},
#include "core/syntax/tokens.def"
};

constexpr Spelling kOperatorRows[] = {
#define OPERATOR(Name, spelling) {spelling, TokenKind::Op##Name},
#include "core/syntax/tokens.def"
};

constexpr SpellingTable<std::size(kKeywordRows)> kKeywords{kKeywordRows};
constexpr SpellingTable<std::size(kOperatorRows)> kOperators{kOperatorRows};

/// Is an ASCII character one that names go on with?
struct NameCharacters {
  bool is[128] = {};
  constexpr NameCharacters() {
    for (int c = 0; c < 128; ++c) {
      is[c] =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
  }
};
constexpr NameCharacters kNameCharacters;

/// `text` begins with a letter or an underscore.
TokenKind name_kind(std::string_view text) {
  auto first = static_cast<unsigned char>(text[0]);
  if (text.size() < 2 || text.size() > 8 || first >= 128) return TokenKind::Name;
  for (std::size_t i = kKeywords.begin[first]; i < kKeywords.begin[first + 1]; ++i) {
    const Spelling& keyword = kKeywords.rows[i];
    if (keyword.text.size() == text.size() && keyword.text == text) return keyword.kind;
  }
  return TokenKind::Name;
}

bool is_printable(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA1) || c == 0xAD) return false;
  if ((c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F)) return false;
  if ((c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF || c == 0x1680) return false;
  return c < 0xE000 || c > 0xF8FF;
}

}  // namespace

const char* token_spelling(TokenKind kind) {
  switch (kind) {
#define TOKEN(Name, description) \
  case TokenKind::Name:          \
    return description;
#define KEYWORD(Name, spelling) \
  case TokenKind::Kw##Name:     \
    return spelling;
#define OPERATOR(Name, spelling) \
  case TokenKind::Op##Name:      \
    return spelling;
#include "core/syntax/tokens.def"
  }
  return "";
}

Lexer::Lexer(const SourceText& source, std::uint32_t begin, std::uint32_t end, Position start,
             bool nested)
    : source_(source), text_(source.text().substr(0, end)), pos_(begin), nested_(nested) {
  here_ = start;
  here_offset_ = begin;
  by_lines_ = !nested && source.is_ascii() && end > 0;
}

// Refuses texts that are no text. Returns false after an error.
bool Lexer::check_text() {
  if (source_.invalid_byte() != std::string_view::npos) {
    char message[128];
    std::size_t at = source_.invalid_byte();
    std::snprintf(message, sizeof message,
                  "(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %zu: "
                  "invalid start byte",
                  static_cast<unsigned>(static_cast<unsigned char>(source_.text()[at])), at);
    fail(message, 0);
    list_.error.line = list_.error.col = 0;
    return false;
  }
  if (text_.find('\0') != std::string_view::npos) {
    fail("source code string cannot contain null bytes", 0);
    list_.error = SyntaxError{ErrorKind::ValueError, list_.error.message, 0, 0, 0, 0, ""};
    return false;
  }
  return true;
}

TokenList Lexer::run() {
  if (nested_ || check_text()) all_tokens();
  return std::move(list_);
}

void Lexer::all_tokens() {
  if (!nested_) list_.tokens.reserve(text_.size() / 5 + 16);  // programs have a few more or less
  bool line_start = !nested_;
  while (!failed_) {
    if (line_start) {
      if (!indentation()) break;
      line_start = false;
    }
    skip_blanks();
    if (failed_) break;
    if (pos_ >= text_.size()) {
      note_brackets();
      end_of_text();
      return;
    }
    if (text_[pos_] == '\n') {
      if (!nested_ && brackets_.empty()) {
        push(TokenKind::Newline, pos_ + 1);
        line_start = true;
      } else {
        ++pos_;
      }
      continue;
    }
    token();
  }
  note_brackets();
}

// Moves to the end of the line, which holds a comment.
void Lexer::skip_comment() {
  const char* begin = text_.data() + pos_;
  const void* found = std::memchr(begin, '\n', text_.size() - pos_);
  pos_ = found == nullptr
             ? text_.size()
             : pos_ + static_cast<std::size_t>(static_cast<const char*>(found) - begin);
}

// Handles the blanks at the start of a line and emits Indent and Dedent. Lines that hold nothing
// but blanks and a comment are skipped. Returns false after an error.
bool Lexer::indentation() {
  for (;;) {
    std::uint32_t column = 0;
    std::uint32_t alt_column = 0;  // with tabs of 1: both must agree on what is deeper
    std::uint32_t continued = 0;   // the column before the first backslash
    std::size_t line_begin = pos_;
    for (;; ++pos_) {
      char c = peek();
      if (c == ' ') {
        ++column;
        ++alt_column;
      } else if (c == '\t') {
        column = (column / kTabSize + 1) * kTabSize;
        ++alt_column;
      } else if (c == '\f') {
        column = alt_column = 0;
      } else if (c == '\\') {
        if (continued == 0) continued = column;
        if (!continuation()) return false;
        --pos_;
      } else {
        break;
      }
    }
    if (continued != 0) column = alt_column = continued;
    if (peek() == '#') skip_comment();
    if (pos_ >= text_.size()) return true;
    if (text_[pos_] == '\n') {
      ++pos_;
      continue;
    }
    return change_indent(column, alt_column, line_begin);
  }
}

bool Lexer::change_indent(std::uint32_t column, std::uint32_t alt_column, std::size_t line_begin) {
  auto tab_error = [&] {
    fail("inconsistent use of tabs and spaces in indentation", pos_, ErrorKind::TabError);
    list_.error.col = 1;
    list_.error.end_col = 0;
    list_.error_outranks_parser = false;
    return false;
  };
  Indent top = indents_.back();
  if (column == top.column) return alt_column == top.alt_column || tab_error();
  if (column > top.column) {
    if (indents_.size() >= kMaxIndents) {
      fail("too many levels of indentation", pos_, ErrorKind::IndentationError);
      list_.error_outranks_parser = false;
      return false;
    }
    if (alt_column <= top.alt_column) return tab_error();
    indents_.push_back({column, alt_column});
    std::size_t text_begin = pos_;
    pos_ = line_begin;
    push(TokenKind::Indent, text_begin);
    return true;
  }
  std::size_t closed = 0;
  while (indents_.size() > 1 && column < indents_.back().column) {
    indents_.pop_back();
    ++closed;
  }
  if (column != indents_.back().column) {
    std::size_t line_end = text_.find('\n', pos_);
    fail("unindent does not match any outer indentation level", line_end,
         ErrorKind::IndentationError);
    ++list_.error.col;
    list_.error.end_col = -1;
    list_.error_outranks_parser = false;
    return false;
  }
  if (alt_column != indents_.back().alt_column) return tab_error();
  while (closed-- > 0) push(TokenKind::Dedent, pos_);
  return true;
}

// At a backslash: steps over it and the newline after it.
bool Lexer::continuation() {
  if (pos_ + 1 >= text_.size() || text_[pos_ + 1] != '\n') {
    // CPython has read the character after the backslash when it complains.
    fail("unexpected character after line continuation character", pos_ + 2);
    list_.error.end_col = 0;
    list_.error_outranks_parser = false;
    return false;
  }
  if (pos_ + 2 >= text_.size()) {
    fail("unexpected EOF while parsing", pos_ + 1);
    ++list_.error.col;
    list_.error.end_col = -1;
    list_.error_outranks_parser = false;
    return false;
  }
  pos_ += 2;
  return true;
}

void Lexer::skip_blanks() {
  for (;;) {
    char c = peek();
    if (c == ' ' || c == '\t' || c == '\f') {
      ++pos_;
    } else if (c == '#') {
      skip_comment();
    } else if (c == '\\') {
      if (!continuation()) return;
    } else {
      return;
    }
  }
}

void Lexer::end_of_text() {
  if (!nested_) {
    if (!brackets_.empty()) {
      fail(list_.unclosed_error.message, pos_);
      list_.error_outranks_parser = false;
      list_.error = list_.unclosed_error;
      return;
    }
    while (indents_.size() > 1) {
      indents_.pop_back();
      push(TokenKind::Dedent, pos_);
    }
  }
  push(TokenKind::EndMarker, pos_);
  if (!nested_) move_final_tokens();
}

// The tokens after the last newline are reported where CPython's tokenizer stands then: still on
// the last line, behind its newline.
void Lexer::move_final_tokens() {
  Position last = position(text_.empty() ? 0 : text_.size() - 1);
  ++last.col;
  ++last.byte_col;
  for (auto token = list_.tokens.rbegin();
       token != list_.tokens.rend() && token->offset >= text_.size(); ++token) {
    token->range = {last, last};
  }
}

void Lexer::token() {
  std::size_t length = 0;
  char32_t c = decode_utf8(text_, pos_, length);
  if (is_identifier_start(c)) return name_or_string();
  bool digit = c >= '0' && c <= '9';
  if (digit || (c == '.' && peek(1) >= '0' && peek(1) <= '9')) return number();
  if (c == '\'' || c == '"') return string(pos_);
  if (c == '<' && peek(1) == '>') return push(TokenKind::Stray, pos_ + 2);
  if (c < 128) {
    for (std::size_t i = kOperators.begin[c]; i < kOperators.begin[c + 1]; ++i) {
      const Spelling& op = kOperators.rows[i];
      if (op.text.size() > 1 && text_.compare(pos_, op.text.size(), op.text) != 0) continue;
      if (!bracket(op.kind)) return;
      return push(op.kind, pos_ + op.text.size());
    }
  }
  if (c == '<' || c == '!' || c == '$' || c == '?' || c == '`') {
    return push(TokenKind::Stray, pos_ + 1);
  }
  bad_character(pos_);
}

void Lexer::bad_character(std::size_t at) {
  std::size_t length = 0;
  char32_t c = decode_utf8(text_, at, length);
  char code[16];
  std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c));
  if (is_printable(c)) {
    fail("invalid character '" + std::string(text_.substr(at, length)) + "' (" + code + ")",
         at + length);
  } else {
    fail(std::string("invalid non-printable character ") + code, at + length);
  }
}

void Lexer::name_or_string() {
  std::size_t end = pos_;
  for (;;) {
    while (end < text_.size()) {
      auto byte = static_cast<unsigned char>(text_[end]);
      if (byte >= 128 || !kNameCharacters.is[byte]) break;
      ++end;
    }
    if (end >= text_.size() || static_cast<unsigned char>(text_[end]) < 128) break;
    std::size_t length = 0;
    char32_t c = decode_utf8(text_, end, length);
    if (!is_identifier_continue(c)) {
      // A letter-like character glued to a name is reported as what it is, not as a stray token.
      return bad_character(end);
    }
    end += length;
  }
  std::string_view text = text_.substr(pos_, end - pos_);
  if (end < text_.size() && (text_[end] == '\'' || text_[end] == '"') && text.size() <= 2) {
    bool bytes = false, raw = false, unicode = false, format = false, prefix = true;
    for (char c : text) {
      char lower = static_cast<char>(c | 0x20);
      if (lower == 'b' && !bytes && !unicode && !format)
        bytes = true;
      else if (lower == 'r' && !raw && !unicode)
        raw = true;
      else if (lower == 'f' && !format && !bytes && !unicode)
        format = true;
      else if (lower == 'u' && text.size() == 1)
        unicode = true;
      else
        prefix = false;
    }
    if (prefix) return string(end);
  }
  push(name_kind(text), end);
}

// `quote` is the offset of the opening quote; pos_ is where the prefix begins.
void Lexer::string(std::size_t quote) {
  char q = text_[quote];
  bool triple = text_.substr(quote, 3) == std::string(3, q);
  std::size_t at = quote + (triple ? 3 : 1);
  int run = 0;
  for (; at < text_.size(); ++at) {
    char c = text_[at];
    if (c == q) {
      if (++run == (triple ? 3 : 1)) return push(TokenKind::String, at + 1);
      continue;
    }
    run = 0;
    if (c == '\\') {
      ++at;
    } else if (c == '\n' && !triple) {
      break;
    }
  }
  if (at > text_.size()) at = text_.size();
  std::uint32_t detected = source_.line_of(at < text_.size() ? at : text_.size() - 1);
  // A text whose last line is empty counts that line, unless the newline was ours.
  if (triple && !nested_ && detected > 1 && !source_.added_newline() &&
      source_.line(detected) == "\n") {
    detected = source_.line_count();
  }
  fail(std::string(triple ? "unterminated triple-quoted string literal (detected at line "
                          : "unterminated string literal (detected at line ") +
           std::to_string(detected) + ")",
       pos_ + 1);
}

// Keeps the stack of open brackets. Returns false after an error.
bool Lexer::bracket(TokenKind kind) {
  switch (kind) {
    case TokenKind::OpLPar:
    case TokenKind::OpLSqb:
    case TokenKind::OpLBrace: {
      if (brackets_.size() >= kMaxBrackets) {
        fail("too many nested parentheses", pos_ + 1);
        return false;
      }
      Position at = position(pos_);
      brackets_.push_back({text_[pos_], at});
      break;
    }
    case TokenKind::OpRPar:
    case TokenKind::OpRSqb:
    case TokenKind::OpRBrace: {
      char close = text_[pos_];
      if (brackets_.empty()) {
        fail(std::string("unmatched '") + close + "'", pos_ + 1);
        return false;
      }
      Bracket open = brackets_.back();
      char wanted = open.text == '(' ? ')' : open.text == '[' ? ']' : '}';
      if (wanted != close) {
        std::string message = std::string("closing parenthesis '") + close +
                              "' does not match opening parenthesis '" + open.text + "'";
        if (open.at.line != position(pos_).line) {
          message += " on line " + std::to_string(open.at.line);
        }
        fail(message, pos_ + 1);
        return false;
      }
      brackets_.pop_back();
      break;
    }
    default:
      break;
  }
  return true;
}

// What to report if lexing has ended with the innermost bracket still open.
void Lexer::note_brackets() {
  list_.unclosed = !brackets_.empty();
  if (brackets_.empty()) return;
  const Bracket& open = brackets_.back();
  list_.unclosed_error = SyntaxError{};
  list_.unclosed_error.message = std::string("'") + open.text + "' was never closed";
  list_.unclosed_error.line = list_.unclosed_error.end_line = open.at.line;
  list_.unclosed_error.col = open.at.col + 1;
}

Position Lexer::position(std::size_t offset) {
  // Tokens come in order, so that counting goes on from the last place asked for.
  if (by_lines_) {
    if (offset >= text_.size()) return {source_.line_count() + 1, 0, 0};
    here_.line = source_.line_of(offset, here_.line);
    here_.col = here_.byte_col =
        static_cast<std::uint32_t>(offset - source_.line_start(here_.line));
    return here_;
  }
  if (offset < here_offset_) {
    here_offset_ = text_.rfind('\n', offset == 0 ? 0 : offset - 1) + 1;
    if (offset == 0) here_offset_ = 0;
    here_ = {source_.line_of(here_offset_), 0, 0};
  }
  for (; here_offset_ < offset && here_offset_ < text_.size(); ++here_offset_) {
    char c = text_[here_offset_];
    if (c == '\n') {
      here_ = {here_.line + 1, 0, 0};
    } else {
      ++here_.byte_col;
      if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++here_.col;
    }
  }
  return here_;
}

void Lexer::push(TokenKind kind, std::size_t end) {
  Token token;
  token.kind = kind;
  token.level = static_cast<std::uint16_t>(brackets_.size() + (nested_ ? 1 : 0));
  token.offset = static_cast<std::uint32_t>(pos_);
  token.length = static_cast<std::uint32_t>(end - pos_);
  token.range.begin = position(pos_);
  if (kind == TokenKind::Newline) {
    token.range.end = token.range.begin;  // nothing to point at
  } else {
    token.range.end = position(end);
  }
  list_.tokens.push_back(token);
  pos_ = end;
}

void Lexer::fail(std::string message, std::size_t cursor, ErrorKind kind) {
  failed_ = true;
  if (cursor > text_.size()) cursor = text_.size();
  std::size_t shown = cursor > 0 ? cursor - 1 : 0;
  while (shown > 0 && (static_cast<unsigned char>(text_[shown]) & 0xC0) == 0x80) --shown;
  Position at = position(shown);
  list_.error = SyntaxError{};
  list_.error.kind = kind;
  list_.error.message = std::move(message);
  list_.error.line = list_.error.end_line = at.line;
  list_.error.col = list_.error.end_col = at.col + 1;
  list_.error_outranks_parser = true;
  Token token;
  token.kind = TokenKind::Error;
  token.offset = static_cast<std::uint32_t>(cursor);
  token.range = {at, at};
  list_.tokens.push_back(token);
}

TokenList lex(const SourceText& source) {
  return Lexer(source, 0, static_cast<std::uint32_t>(source.text().size()), Position{1, 0, 0},
               false)
      .run();
}

TokenList lex_nested(const SourceText& source, std::uint32_t begin, std::uint32_t end,
                     Position start) {
  return Lexer(source, begin, end, start, true).run();
}

}  // namespace hothouse::syntax
