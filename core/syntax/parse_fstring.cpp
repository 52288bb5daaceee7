// F-strings, as CPython 3.11 reads them: the literal is one string token; its fields are found by
// scanning for balanced brackets, and each is parsed on its own, as if in parentheses. Hence the
// rules: no backslash, no comment and no reuse of the quote inside a field. See parse_string.h.
#include "core/syntax/parse_string.h"
#include "core/syntax/string_literal.h"

namespace hothouse::syntax {

namespace {
constexpr int kMaxFieldNesting = 2;
constexpr std::size_t kMaxBrackets = 200;
}  // namespace

// Literal text and fields in turn. At level 0 up to the end; in a format spec up to a '}'.
bool StringJoiner::fstring(std::size_t end, bool raw, int level, Pieces& out) {
  for (;;) {
    if (!literal(end, raw, level, out)) return false;
    if (at_ >= end || text_[at_] == '}') return true;
    if (!field(end, raw, level, out)) return false;
  }
}

bool StringJoiner::literal(std::size_t end, bool raw, int level, Pieces& out) {
  std::string body;
  while (at_ < end) {
    char c = text_[at_];
    if (c == '\\' && !raw && at_ + 1 < end) {
      body += c;
      ++at_;
      if (text_[at_] == '{' || text_[at_] == '}') {
        body += c;  // the backslash stands for itself, and the brace for a field
        continue;
      }
      if (text_[at_] == 'N' && at_ + 1 < end && text_[at_ + 1] == '{') {
        // The braces of a character's name are no field.
        while (at_ < end && text_[at_] != '}') body += text_[at_++];
        if (at_ < end) body += text_[at_++];
        continue;
      }
      body += text_[at_++];
      continue;
    }
    if (c == '{' || c == '}') {
      if (level == 0 && at_ + 1 < end && text_[at_ + 1] == c) {
        body += c;
        at_ += 2;
        continue;
      }
      if (level == 0 && c == '}') return fail("f-string: single '}' is not allowed");
      break;
    }
    body += c;
    ++at_;
  }
  if (raw) {
    out.pending += body;
    return true;
  }
  std::string invalid;
  std::string problem = decode_string_escapes(body, out.pending, invalid);
  if (!problem.empty()) return fail(problem);
  warn_of_escape(invalid);
  return true;
}

// Moves to the end of the field's expression: a ':', '}', '!' or '=' outside of all brackets.
bool StringJoiner::scan_field(std::size_t end) {
  char quote = '\0';
  std::size_t quote_length = 0;
  std::string open;
  for (; at_ < end; ++at_) {
    char c = text_[at_];
    if (c == '\\') return fail("f-string expression part cannot include a backslash");
    if (quote != '\0') {
      if (c != quote) continue;
      if (quote_length == 1) {
        quote = '\0';
      } else if (text_.substr(at_, 3) == std::string(3, c) && at_ + 3 <= end) {
        at_ += 2;
        quote = '\0';
      }
      continue;
    }
    if (c == '\'' || c == '"') {
      quote = c;
      quote_length = at_ + 3 <= end && text_.substr(at_, 3) == std::string(3, c) ? 3 : 1;
      at_ += quote_length - 1;
      continue;
    }
    if (c == '[' || c == '{' || c == '(') {
      if (open.size() >= kMaxBrackets) return fail("f-string: too many nested parenthesis");
      open += c;
      continue;
    }
    if (c == '#') return fail("f-string expression part cannot include '#'");
    if (open.empty() && (c == '!' || c == ':' || c == '}' || c == '=' || c == '<' || c == '>')) {
      bool two = at_ + 1 < end && text_[at_ + 1] == '=' && c != ':' && c != '}';
      if (two) {
        ++at_;
        continue;
      }
      if (c == '<' || c == '>') continue;
      break;
    }
    if (c == ']' || c == '}' || c == ')') {
      if (open.empty()) return fail(std::string("f-string: unmatched '") + c + "'");
      char opened = open.back();
      open.pop_back();
      char wanted = opened == '(' ? ')' : opened == '[' ? ']' : '}';
      if (c != wanted) {
        return fail(std::string("f-string: closing parenthesis '") + c +
                    "' does not match opening parenthesis '" + opened + "'");
      }
    }
  }
  if (quote != '\0') return fail("f-string: unterminated string");
  if (!open.empty()) return fail(std::string("f-string: unmatched '") + open.back() + "'");
  if (at_ >= end) return fail("f-string: expecting '}'");
  return true;
}

// '{' expression ['='] ['!' conversion] [':' format spec] '}'
bool StringJoiner::field(std::size_t end, bool raw, int level, Pieces& out) {
  if (level >= kMaxFieldNesting) return fail("f-string: expressions nested too deeply");
  ++at_;
  std::size_t begin = at_;
  if (!scan_field(end)) return false;
  std::size_t expression_end = at_;
  Expr* value = parse_field(begin, expression_end);
  if (value == nullptr) return false;
  bool debug = false;
  if (text_[at_] == '=') {
    debug = true;
    ++at_;
    while (at_ < end && (text_[at_] == ' ' || (text_[at_] >= '\t' && text_[at_] <= '\r'))) ++at_;
    out.pending += text_.substr(begin, at_ - begin);
    if (at_ >= end) return fail("f-string: expecting '}'");
  }
  flush(out);
  char conversion = '\0';
  if (text_[at_] == '!') {
    if (++at_ >= end) return fail("f-string: expecting '}'");
    conversion = text_[at_++];
    if (conversion != 's' && conversion != 'r' && conversion != 'a') {
      return fail("f-string: invalid conversion character: expected 's', 'r', or 'a'");
    }
    if (at_ >= end) return fail("f-string: expecting '}'");
  }
  Expr* spec = nullptr;
  if (text_[at_] == ':') {
    ++at_;
    Pieces pieces;
    if (!fstring(end, raw, level + 1, pieces)) return false;
    flush(pieces);
    JoinedStr* joined = parser_.arena_.make<JoinedStr>();
    joined->kind = ExprKind::JoinedStr;
    joined->range = range_;
    joined->values = parser_.arena_.copy(pieces.values);
    spec = joined;
  }
  if (at_ >= end || text_[at_] != '}') return fail("f-string: expecting '}'");
  ++at_;
  if (debug && conversion == '\0' && spec == nullptr) conversion = 'r';
  FormattedValue* result = parser_.arena_.make<FormattedValue>();
  result->kind = ExprKind::FormattedValue;
  result->range = range_;
  result->value = value;
  result->conversion = conversion;
  result->format_spec = spec;
  out.values.push_back(result);
  return true;
}

Expr* StringJoiner::parse_field(std::size_t begin, std::size_t end) {
  std::string_view source = text_.substr(begin, end - begin);
  if (source.find_first_not_of(" \t\n\f\r\v") == std::string_view::npos) {
    char stop = text_[end];
    fail(stop == '}' ? "f-string: empty expression not allowed"
                     : std::string("f-string: expression required before '") + stop + "'");
    return nullptr;
  }
  Position start = position(begin);
  Parser inner(parser_.source_, parser_.arena_,
               lex_nested(parser_.source_, static_cast<std::uint32_t>(begin),
                          static_cast<std::uint32_t>(end), start),
               parser_.fstring_depth_ + 1, {.byte_columns = true});
  inner.depth_ = parser_.depth_;
  Expr* value = inner.fstring_field();
  for (SyntaxError& warning : inner.list_.warnings) {
    parser_.list_.warnings.push_back(std::move(warning));
  }
  if (value != nullptr) return value;
  SyntaxError error = inner.error();
  if (error.text.empty() && error.line != 0) {
    // CPython shows the field in parentheses as if it were a text of its own.
    if (error.line == start.line) error.col = error.col - start.byte_col + 1;
    if (error.end_line == start.line && error.end_col > 0) {
      error.end_col = error.end_col - start.byte_col + 1;
    }
    std::string shown = "(" + std::string(source) + ")";
    error.text = std::string(SourceText(shown).line(error.line - start.line + 1));
  }
  parser_.raise(std::move(error));
  return nullptr;
}

// Offsets are asked for in rising order.
Position StringJoiner::position(std::size_t offset) {
  for (; cursor_offset_ < offset; ++cursor_offset_) {
    char c = text_[cursor_offset_];
    if (c == '\n') {
      cursor_ = {cursor_.line + 1, 0, 0};
    } else {
      ++cursor_.byte_col;
      if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++cursor_.col;
    }
  }
  return cursor_;
}

}  // namespace hothouse::syntax
