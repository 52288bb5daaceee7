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
      if (!at(Kind::Name)) return invalid_syntax();
      Token name = token();
      advance();
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
      if (index == nullptr || !expect(Kind::OpRSqb)) return nullptr;
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
      if (inner == nullptr || !expect(Kind::OpRPar)) return nullptr;
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
      return invalid_syntax();
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
      return fail({result->range.begin, result->range.begin},
                  "Exceeds the limit (4300 digits) for integer string conversion: value has " +
                      std::to_string(digits.size()) +
                      " digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
                      "hexadecimal for huge integer literals to avoid decimal conversion limits.");
    }
    result->constant = ConstantKind::Int;
    result->text = arena_.copy_text(digits);
  }
  return result;
}

// slice !',' | (slice | starred) (',' (slice | starred))* [',']
Expr* Parser::subscript_index() {
  Position begin = here();
  Expr* first = at(Kind::OpStar) ? star_expression() : slice();
  if (first == nullptr) return nullptr;
  if (!at(Kind::OpComma) && first->kind != ExprKind::Starred) return first;
  std::vector<Expr*> elts = {first};
  while (accept(Kind::OpComma)) {
    if (at(Kind::OpRSqb)) break;
    Expr* next = at(Kind::OpStar) ? star_expression() : slice();
    if (next == nullptr) return nullptr;
    elts.push_back(next);
  }
  Sequence* tuple = node<Sequence>(ExprKind::Tuple, begin);
  tuple->elts = arena_.copy(elts);
  return tuple;
}

Expr* Parser::slice() {
  Position begin = here();
  Expr* lower = nullptr;
  if (!at(Kind::OpColon)) {
    lower = named_expression();
    if (lower == nullptr || !at(Kind::OpColon) || lower->kind == ExprKind::NamedExpr) return lower;
  }
  Expr* upper = nullptr;
  Expr* step = nullptr;
  auto part = [&](Expr*& out) {
    if (at(Kind::OpColon) || at(Kind::OpComma) || at(Kind::OpRSqb)) return true;
    out = expression(false);
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

// The arguments of a call or class, up to and with the closing parenthesis.
bool Parser::arguments(ArgumentList& out, Position open, bool allow_generator) {
  Position first = here();
  bool out_of_order = false;
  while (!at(Kind::OpRPar)) {
    if (!argument(out, open, first, allow_generator, out_of_order)) return false;
    if (!at(Kind::OpRPar) && !expect(Kind::OpComma)) return false;
  }
  if (out_of_order) {
    bool unpacking = false;
    for (Keyword* keyword : out.keywords) unpacking |= keyword->arg.empty();
    fail_at(token(), unpacking ? "positional argument follows keyword argument unpacking"
                               : "positional argument follows keyword argument");
    return false;
  }
  advance();
  return true;
}

bool Parser::argument(ArgumentList& out, Position open, Position first, bool allow_generator,
                      bool& out_of_order) {
  Position begin = here();
  if (at(Kind::OpDoubleStar)) {
    advance();
    Expr* value = expression();
    if (value == nullptr) return false;
    Keyword* keyword = arena_.make<Keyword>();
    keyword->range = {begin, last_end()};
    keyword->value = value;
    out.keywords.push_back(keyword);
    return true;
  }
  if (at(Kind::OpEqual, 1) &&
      (at(Kind::Name) || at(Kind::KwTrue) || at(Kind::KwFalse) || at(Kind::KwNone))) {
    return keyword_argument(out);
  }
  bool starred = at(Kind::OpStar);
  Position before_end = last_end();
  Expr* value = nullptr;
  if (starred) {
    advance();
    Expr* inner = expression();
    if (inner == nullptr) return false;
    Starred* node_ = node<Starred>(ExprKind::Starred, begin);
    node_->value = inner;
    value = node_;
    for (Keyword* keyword : out.keywords) {
      if (!keyword->arg.empty()) continue;
      before_end = out.keywords.back()->range.end;
      fail({first, before_end}, "iterable argument unpacking follows keyword argument unpacking");
      return false;
    }
  } else if (at(Kind::Name) && at(Kind::OpColonEqual, 1)) {
    value = named_expression();
    if (value == nullptr) return false;
  } else {
    value = expression();
    if (value == nullptr) return false;
  }
  if (at_comprehension() && allow_generator) {
    if (starred) {
      fail(value->range, "iterable unpacking cannot be used in comprehension");
      return false;
    }
    Expr* generator = comprehension(ExprKind::GeneratorExp, value, nullptr, open);
    if (generator == nullptr) return false;
    if (!at(Kind::OpRPar) || !out.args.empty() || !out.keywords.empty()) {
      if (!at(Kind::OpRPar) && !at(Kind::OpComma)) {
        invalid_syntax();
        return false;
      }
      fail({begin, last_end()}, "Generator expression must be parenthesized");
      return false;
    }
    generator->range = {open, token().range.end};
    out.args.push_back(generator);
    return true;
  }
  if (at(Kind::OpEqual) && !starred && trials_ == 0) {
    fail({begin, token().range.end},
         "expression cannot contain assignment, perhaps you meant \"==\"?");
    return false;
  }
  if (!starred && !out.keywords.empty()) out_of_order = true;
  out.args.push_back(value);
  return true;
}

// NAME '=' expression
bool Parser::keyword_argument(ArgumentList& out) {
  Token name = token();
  Token equal = token(1);
  if (name.kind != Kind::Name) {
    fail({name.range.begin, equal.range.end}, "cannot assign to " + std::string(text_of(name)));
    return false;
  }
  advance();
  advance();
  Expr* value = expression();
  if (value == nullptr) return false;
  if (at_comprehension()) {
    fail({name.range.begin, equal.range.end},
         "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    return false;
  }
  Keyword* keyword = arena_.make<Keyword>();
  keyword->range = {name.range.begin, last_end()};
  keyword->arg = arena_.intern(text_of(name));
  keyword->value = value;
  out.keywords.push_back(keyword);
  return true;
}

}  // namespace hothouse::syntax
