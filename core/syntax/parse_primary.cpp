// Atoms, and what follows them: attributes, calls and subscripts. See parser_impl.h.
#include <cstdlib>

#include "core/syntax/parser_impl.h"

namespace hothouse::syntax {

Expr* Parser::primary() {
  Position begin = here();
  Expr* value = atom();
  return value == nullptr ? nullptr : primary_suffixes(value, begin);
}

Expr* Parser::primary_suffixes(Expr* value, Position begin) {
  for (;;) {
    if (accept(Kind::OpDot)) {
      Token name = token();
      if (!accept(Kind::Name)) return nullptr;
      Attribute* attribute = node<Attribute>(ExprKind::Attribute, begin);
      attribute->value = value;
      attribute->attr = attribute->mangled = arena_.intern(text_of(name));
      attribute->attr_range = name.range;
      value = attribute;
    } else if (at(Kind::OpLPar)) {
      Position open = here();
      advance();
      ArgumentList list;
      if (!arguments(list, open, true)) return nullptr;
      Call* call = node<Call>(ExprKind::Call, begin);
      call->func = value;
      call->args = arena_.copy(list.args);
      call->keywords = arena_.copy(list.keywords);
      value = call;
    } else if (accept(Kind::OpLSqb)) {
      Expr* index = subscript_index();
      if (index == nullptr || !accept(Kind::OpRSqb)) return nullptr;
      Subscript* subscript = node<Subscript>(ExprKind::Subscript, begin);
      subscript->value = value;
      subscript->slice = index;
      value = subscript;
    } else {
      return value;
    }
  }
}

Expr* Parser::atom() {
  switch (token().kind) {
    case Kind::Name: {
      Name* name = name_node(token(), Context::Load);
      advance();
      return name;
    }
    case Kind::Number:
      return number();
    case Kind::String:
      return strings();
    case Kind::KwNone:
      return constant(ConstantKind::None);
    case Kind::KwTrue:
      return constant(ConstantKind::True);
    case Kind::KwFalse:
      return constant(ConstantKind::False);
    case Kind::OpEllipsis:
      return constant(ConstantKind::Ellipsis);
    case Kind::OpLPar: {
      Position begin = here();
      advance();
      Expr* inner = parenthesized();
      if (inner == nullptr || !accept(Kind::OpRPar)) return nullptr;
      // Only what the parentheses make (tuples and generators) extends over them.
      bool made_here = (inner->kind == ExprKind::Tuple || inner->kind == ExprKind::GeneratorExp) &&
                       inner->range.end.line == 0;
      if (made_here) inner->range = {begin, last_end()};
      return inner;
    }
    case Kind::OpLSqb:
      return list_display();
    case Kind::OpLBrace:
      return brace_display();
    default:
      return nullptr;
  }
}

Expr* Parser::constant(ConstantKind kind) {
  Position begin = here();
  advance();
  Constant* result = node<Constant>(ExprKind::Constant, begin);
  result->constant = kind;
  return result;
}

Expr* Parser::number() {
  Position begin = here();
  std::string digits;
  for (char c : text_of(token())) {
    if (c != '_') digits += c;
  }
  advance();
  Constant* result = node<Constant>(ExprKind::Constant, begin);
  char last = static_cast<char>(digits.back() | 0x20);
  char second = digits.size() > 1 ? static_cast<char>(digits[1] | 0x20) : '\0';
  if (digits[0] == '0' && (second == 'x' || second == 'o' || second == 'b')) {
    result->constant = ConstantKind::Int;
    result->base = second == 'x' ? 16 : second == 'o' ? 8 : 2;
    result->text = arena_.copy_text(std::string_view(digits).substr(2));
  } else if (last == 'j' || digits.find_first_of(".eE") != std::string::npos) {
    result->constant = last == 'j' ? ConstantKind::Imaginary : ConstantKind::Float;
    result->number = std::strtod(digits.c_str(), nullptr);
    result->text = arena_.copy_text(digits);
  } else {
    constexpr std::size_t kMaxDigits = 4300;  // CPython's limit, against quadratic conversion
    if (digits.size() > kMaxDigits) {
      fail({result->range.begin, result->range.begin},
           "Exceeds the limit (4300 digits) for integer string conversion: value has " +
               std::to_string(digits.size()) +
               " digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
               "hexadecimal for huge integer literals to avoid decimal conversion limits.");
      return nullptr;
    }
    result->constant = ConstantKind::Int;
    result->text = arena_.copy_text(digits);
  }
  return result;
}

// slice !',' | (slice | '*' expression) (',' (slice | '*' expression))* [',']
Expr* Parser::subscript_index() {
  Position begin = here();
  Expr* first = at(Kind::OpStar) ? starred_argument() : slice();
  if (first == nullptr) return nullptr;
  if (!at(Kind::OpComma) && first->kind != ExprKind::Starred) return first;
  std::vector<Expr*> elts = {first};
  while (accept(Kind::OpComma)) {
    if (at(Kind::OpRSqb)) break;
    Expr* next = at(Kind::OpStar) ? starred_argument() : slice();
    if (next == nullptr) return nullptr;
    elts.push_back(next);
  }
  Sequence* tuple = node<Sequence>(ExprKind::Tuple, begin);
  tuple->elts = arena_.copy(elts);
  return tuple;
}

Expr* Parser::slice() {
  if (at_walrus()) return named_expression();
  Position begin = here();
  Expr* lower = nullptr;
  if (!at(Kind::OpColon)) {
    lower = expression();
    if (lower == nullptr || !at(Kind::OpColon)) return lower;
  }
  Expr* upper = nullptr;
  Expr* step = nullptr;
  auto part = [&](Expr*& out) {
    if (at(Kind::OpColon) || at(Kind::OpComma) || at(Kind::OpRSqb)) return true;
    out = expression();
    return out != nullptr;
  };
  advance();
  if (!part(upper)) return nullptr;
  if (accept(Kind::OpColon) && !part(step)) return nullptr;
  Slice* result = node<Slice>(ExprKind::Slice, begin);
  result->lower = lower;
  result->upper = upper;
  result->step = step;
  return result;
}

// '*' expression, which may bind more loosely than elsewhere.
Expr* Parser::starred_argument() {
  Position begin = here();
  advance();
  Expr* value = expression();
  if (value == nullptr) return nullptr;
  Starred* starred = node<Starred>(ExprKind::Starred, begin);
  starred->value = value;
  return starred;
}

// The arguments of a call or class, up to and with the closing parenthesis.
bool Parser::arguments(ArgumentList& out, Position open, bool allow_generator) {
  while (!at(Kind::OpRPar)) {
    if (!argument(out)) return false;
    if (allow_generator && at_comprehension() && out.args.size() == 1 && out.keywords.empty()) {
      Expr*& only = out.args[0];
      only = comprehension(ExprKind::GeneratorExp, only, nullptr, open);
      if (only == nullptr || !accept(Kind::OpRPar)) return false;
      only->range.end = last_end();
      return true;
    }
    if (!at(Kind::OpRPar) && !accept(Kind::OpComma)) return false;
  }
  advance();
  return true;
}

// No positional argument follows a keyword, no unpacked sequence an unpacked mapping.
bool Parser::argument(ArgumentList& out) {
  if (at(Kind::OpDoubleStar) || (at(Kind::Name) && next_is(Kind::OpEqual))) {
    return keyword_argument(out);
  }
  const bool starred = at(Kind::OpStar);
  if (starred ? out.unpacks_mapping : !out.keywords.empty()) return false;
  Expr* value = starred ? starred_argument() : named_expression();
  if (value == nullptr) return false;
  out.args.push_back(value);
  return true;
}

// NAME '=' expression | '**' expression
bool Parser::keyword_argument(ArgumentList& out) {
  Keyword* keyword = arena_.make<Keyword>();
  keyword->range.begin = here();
  if (accept(Kind::OpDoubleStar)) {
    out.unpacks_mapping = true;
  } else {
    keyword->arg = arena_.intern(text_of(token()));
    advance();
    advance();
  }
  keyword->value = expression();
  if (keyword->value == nullptr) return false;
  keyword->range.end = last_end();
  out.keywords.push_back(keyword);
  return true;
}

}  // namespace hothouse::syntax
