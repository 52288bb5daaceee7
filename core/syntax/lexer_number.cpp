// Numbers: where they end and what is wrong with them. Their values are computed by the parser.
// See lexer.h.
#include "core/syntax/identifier.h"
#include "core/syntax/lexer_impl.h"

namespace hothouse::syntax {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_digit_of(char c, int base) {
  if (base == 16) return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
  return c >= '0' && c < '0' + base;
}

bool continues_name(char c) {
  return static_cast<unsigned char>(c) >= 0x80 ||
         is_identifier_continue(static_cast<unsigned char>(c));
}

}  // namespace

void Lexer::number() {
  std::size_t end = pos_;
  bool leading_zero = false;
  std::size_t zeros_end = pos_;
  if (at(end) == '0') {
    char letter = static_cast<char>(at(end + 1) | 0x20);
    if (letter == 'x') return radix_number(16, "hexadecimal");
    if (letter == 'o') return radix_number(8, "octal");
    if (letter == 'b') return radix_number(2, "binary");
    ++end;
    for (;;) {
      if (at(end) == '_') {
        if (!is_digit(at(end + 1))) return fail("invalid decimal literal", end + 1);
        ++end;
      }
      if (at(end) != '0') break;
      ++end;
    }
    zeros_end = end;
    if (is_digit(at(end))) {
      leading_zero = true;
      if (!decimal_digits(end)) return;
    }
  } else if (at(end) != '.') {
    if (!decimal_digits(end)) return;
  }
  bool is_float = false;
  if (at(end) == '.') {
    is_float = true;
    ++end;
    if (is_digit(at(end)) && !decimal_digits(end)) return;
  }
  if ((at(end) | 0x20) == 'e') {
    std::size_t exponent = end + 1;
    if (at(exponent) == '+' || at(exponent) == '-') {
      ++exponent;
      if (!is_digit(at(exponent))) return fail("invalid decimal literal", exponent);
    }
    if (is_digit(at(exponent))) {
      is_float = true;
      end = exponent;
      if (!decimal_digits(end)) return;
    } else if (!end_of_number(end, "decimal")) {
      return;
    } else {
      return push(TokenKind::Number, end);
    }
  }
  if ((at(end) | 0x20) == 'j') {
    if (!end_of_number(end + 1, "imaginary")) return;
    return push(TokenKind::Number, end + 1);
  }
  if (leading_zero && !is_float) {
    fail(
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal "
        "integers",
        pos_ + 1);
    // CPython gives this place in bytes, whatever the text came as.
    list_.error.col = position(pos_).byte_col + 1;
    list_.error.end_col = list_.error.col + static_cast<std::uint32_t>(zeros_end - pos_);
    return;
  }
  if (!end_of_number(end, "decimal")) return;
  push(TokenKind::Number, end);
}

void Lexer::radix_number(int base, const char* kind) {
  std::size_t end = pos_ + 2;
  for (;;) {
    if (at(end) == '_') ++end;
    if (!is_digit_of(at(end), base)) {
      if (is_digit(at(end))) {
        return fail(std::string("invalid digit '") + at(end) + "' in " + kind + " literal",
                    end + 1);
      }
      return fail(std::string("invalid ") + kind + " literal", end);
    }
    while (is_digit_of(at(end), base)) ++end;
    if (at(end) != '_') break;
  }
  if (is_digit(at(end))) {
    return fail(std::string("invalid digit '") + at(end) + "' in " + kind + " literal", end + 1);
  }
  if (!end_of_number(end, kind)) return;
  push(TokenKind::Number, end);
}

// Steps over digits with single underscores between them.
bool Lexer::decimal_digits(std::size_t& end) {
  for (;;) {
    while (is_digit(at(end))) ++end;
    if (at(end) != '_') return true;
    ++end;
    if (!is_digit(at(end))) {
      fail("invalid decimal literal", end);
      return false;
    }
  }
}

// A number may be followed at once by a keyword (`1if x else y`), not by another name.
bool Lexer::end_of_number(std::size_t end, const char* kind) {
  if (!continues_name(at(end))) return true;
  for (const char* keyword : {"and", "else", "for", "if", "in", "is", "or", "not"}) {
    if (text_.substr(end).substr(0, std::string_view(keyword).size()) != keyword) continue;
    const Position at = position(end - 1);
    SyntaxError warning;
    warning.message = std::string("invalid ") + kind + " literal";
    warning.line = warning.end_line = at.line;
    warning.col = warning.end_col = at.col + 1;
    list_.warnings.push_back(std::move(warning));
    return true;
  }
  fail(std::string("invalid ") + kind + " literal", end);
  return false;
}

}  // namespace hothouse::syntax
