// The patterns of match statements. See parser_impl.h.
#include "core/syntax/parser_impl.h"

namespace hothouse::syntax {

// A pattern, or an open sequence: `case a, *b:`
Pattern* Parser::patterns() {
  Position begin = here();
  Pattern* first = at(Kind::OpStar) ? star_pattern() : as_pattern();
  if (first == nullptr) return nullptr;
  if (!at(Kind::OpComma)) {
    return first->kind == PatternKind::MatchStar ? nullptr : first;
  }
  std::vector<Pattern*> items = {first};
  while (accept(Kind::OpComma)) {
    if (at(Kind::OpColon) || at(Kind::KwIf)) break;
    Pattern* next = at(Kind::OpStar) ? star_pattern() : as_pattern();
    if (next == nullptr) return nullptr;
    items.push_back(next);
  }
  MatchSequence* result = node<MatchSequence>(PatternKind::MatchSequence, begin);
  result->patterns = arena_.copy(items);
  return result;
}

Pattern* Parser::star_pattern() {
  Position begin = here();
  advance();
  Token name = token();
  if (!accept(Kind::Name)) return nullptr;
  MatchStar* result = node<MatchStar>(PatternKind::MatchStar, begin);
  if (text_of(name) != "_") result->name = name_node(name, Context::Store);
  return result;
}

// or_pattern ['as' NAME]
Pattern* Parser::as_pattern() {
  Nesting nesting(*this);
  if (nesting.too_deep()) return nullptr;
  Position begin = here();
  Pattern* pattern = or_pattern();
  if (pattern == nullptr || !accept(Kind::KwAs)) return pattern;
  Token name = token();
  if (at_name("_") || !accept(Kind::Name)) return nullptr;
  MatchAs* result = node<MatchAs>(PatternKind::MatchAs, begin);
  result->pattern = pattern;
  result->name = name_node(name, Context::Store);
  return result;
}

Pattern* Parser::or_pattern() {
  Position begin = here();
  Pattern* first = closed_pattern();
  if (first == nullptr || !at(Kind::OpVBar)) return first;
  std::vector<Pattern*> alternatives = {first};
  while (accept(Kind::OpVBar)) {
    Pattern* next = closed_pattern();
    if (next == nullptr) return nullptr;
    alternatives.push_back(next);
  }
  MatchOr* result = node<MatchOr>(PatternKind::MatchOr, begin);
  result->patterns = arena_.copy(alternatives);
  return result;
}

Pattern* Parser::closed_pattern() {
  switch (token().kind) {
    case Kind::Number:
    case Kind::OpMinus:
    case Kind::String:
    case Kind::KwNone:
    case Kind::KwTrue:
    case Kind::KwFalse:
      return literal_pattern();
    case Kind::Name:
      return name_pattern();
    case Kind::OpLPar:
      return group_or_sequence_pattern(Kind::OpRPar);
    case Kind::OpLSqb:
      return group_or_sequence_pattern(Kind::OpRSqb);
    case Kind::OpLBrace:
      return mapping_pattern();
    default:
      return nullptr;
  }
}

// A capture, the wildcard, a dotted value, or a class.
Pattern* Parser::name_pattern() {
  Position begin = here();
  Token name = token();
  advance();
  const bool wildcard = text_of(name) == "_";
  if (wildcard || (!at(Kind::OpDot) && !at(Kind::OpLPar))) {
    MatchAs* capture = node<MatchAs>(PatternKind::MatchAs, begin);
    if (!wildcard) capture->name = name_node(name, Context::Store);
    return capture;
  }
  Expr* value = name_node(name, Context::Load);
  while (accept(Kind::OpDot)) {
    Token attr = token();
    if (!accept(Kind::Name)) return nullptr;
    Attribute* attribute = node<Attribute>(ExprKind::Attribute, begin);
    attribute->value = value;
    attribute->attr = attribute->mangled = arena_.intern(text_of(attr));
    attribute->attr_range = attr.range;
    value = attribute;
  }
  if (at(Kind::OpLPar)) return class_pattern(value, begin);
  MatchValue* result = node<MatchValue>(PatternKind::MatchValue, begin);
  result->value = value;
  return result;
}

Pattern* Parser::literal_pattern() {
  Position begin = here();
  if (at(Kind::KwNone) || at(Kind::KwTrue) || at(Kind::KwFalse)) {
    ConstantKind value = at(Kind::KwNone)   ? ConstantKind::None
                         : at(Kind::KwTrue) ? ConstantKind::True
                                            : ConstantKind::False;
    advance();
    MatchSingleton* singleton = node<MatchSingleton>(PatternKind::MatchSingleton, begin);
    singleton->value = value;
    return singleton;
  }
  Expr* value = at(Kind::String) ? strings() : pattern_number();
  if (value == nullptr) return nullptr;
  MatchValue* result = node<MatchValue>(PatternKind::MatchValue, begin);
  result->value = value;
  return result;
}

// ['-'] NUMBER
Expr* Parser::pattern_signed_number() {
  Position begin = here();
  bool negative = accept(Kind::OpMinus);
  if (!at(Kind::Number)) return nullptr;
  Expr* value = number();
  if (value == nullptr || !negative) return value;
  UnaryOp* result = node<UnaryOp>(ExprKind::UnaryOp, begin);
  result->op = UnaryOperator::USub;
  result->operand = value;
  return result;
}

// signed_number [('+' | '-') imaginary]
Expr* Parser::pattern_number() {
  Position begin = here();
  Expr* value = pattern_signed_number();
  if (value == nullptr || (!at(Kind::OpPlus) && !at(Kind::OpMinus))) return value;
  auto is_imaginary = [](Expr* e) {
    auto* constant = node_cast<Constant>(e);
    return constant != nullptr && constant->constant == ConstantKind::Imaginary;
  };
  Expr* real = value->kind == ExprKind::UnaryOp ? as<UnaryOp>(value).operand : value;
  BinaryOp op = at(Kind::OpPlus) ? BinaryOp::Add : BinaryOp::Sub;
  advance();
  if (!at(Kind::Number)) return nullptr;
  Expr* imaginary = number();
  if (imaginary == nullptr || is_imaginary(real) || !is_imaginary(imaginary)) return nullptr;
  BinOp* result = node<BinOp>(ExprKind::BinOp, begin);
  result->op = op;
  result->left = value;
  result->right = imaginary;
  return result;
}

Pattern* Parser::group_or_sequence_pattern(Kind close) {
  Position begin = here();
  advance();
  std::vector<Pattern*> items;
  bool comma = false;
  while (!at(close)) {
    Pattern* next = at(Kind::OpStar) ? star_pattern() : as_pattern();
    if (next == nullptr) return nullptr;
    items.push_back(next);
    comma = accept(Kind::OpComma);
    if (!comma) break;
  }
  if (!accept(close)) return nullptr;
  if (close == Kind::OpRPar && items.size() == 1 && !comma) {
    return items[0]->kind == PatternKind::MatchStar ? nullptr : items[0];
  }
  MatchSequence* result = node<MatchSequence>(PatternKind::MatchSequence, begin);
  result->patterns = arena_.copy(items);
  return result;
}

// A literal or a dotted name.
Expr* Parser::mapping_key() {
  Position begin = here();
  switch (token().kind) {
    case Kind::KwNone:
      return constant(ConstantKind::None);
    case Kind::KwTrue:
      return constant(ConstantKind::True);
    case Kind::KwFalse:
      return constant(ConstantKind::False);
    case Kind::String:
      return strings();
    case Kind::Name: {
      if (!next_is(Kind::OpDot)) return nullptr;
      Expr* value = name_node(token(), Context::Load);
      advance();
      while (accept(Kind::OpDot)) {
        Token attr = token();
        if (!accept(Kind::Name)) return nullptr;
        Attribute* attribute = node<Attribute>(ExprKind::Attribute, begin);
        attribute->value = value;
        attribute->attr = attribute->mangled = arena_.intern(text_of(attr));
        attribute->attr_range = attr.range;
        value = attribute;
      }
      return value;
    }
    default:
      return pattern_number();
  }
}

Pattern* Parser::mapping_pattern() {
  Position begin = here();
  advance();
  std::vector<Expr*> keys;
  std::vector<Pattern*> values;
  Name* rest = nullptr;
  while (!at(Kind::OpRBrace)) {
    if (rest != nullptr) return nullptr;
    if (accept(Kind::OpDoubleStar)) {
      if (!at(Kind::Name) || at_name("_")) return nullptr;
      rest = name_node(token(), Context::Store);
      advance();
    } else {
      Expr* key = mapping_key();
      if (key == nullptr || !accept(Kind::OpColon)) return nullptr;
      Pattern* value = as_pattern();
      if (value == nullptr) return nullptr;
      keys.push_back(key);
      values.push_back(value);
    }
    if (!at(Kind::OpRBrace) && !accept(Kind::OpComma)) return nullptr;
  }
  advance();
  MatchMapping* result = node<MatchMapping>(PatternKind::MatchMapping, begin);
  result->keys = arena_.copy(keys);
  result->patterns = arena_.copy(values);
  result->rest = rest;
  return result;
}

// cls '(' positional patterns, then keyword patterns ')'
Pattern* Parser::class_pattern(Expr* cls, Position begin) {
  advance();
  std::vector<Pattern*> positional;
  std::vector<std::string_view> names;
  std::vector<Pattern*> keywords;
  while (!at(Kind::OpRPar)) {
    if (at(Kind::Name) && next_is(Kind::OpEqual)) {
      names.push_back(arena_.intern(text_of(token())));
      advance();
      advance();
      Pattern* value = as_pattern();
      if (value == nullptr) return nullptr;
      keywords.push_back(value);
    } else {
      Pattern* value = keywords.empty() ? as_pattern() : nullptr;
      if (value == nullptr) return nullptr;
      positional.push_back(value);
    }
    if (!at(Kind::OpRPar) && !accept(Kind::OpComma)) return nullptr;
  }
  advance();
  MatchClass* result = node<MatchClass>(PatternKind::MatchClass, begin);
  result->cls = cls;
  result->patterns = arena_.copy(positional);
  result->kwd_attrs = arena_.copy(names);
  result->kwd_patterns = arena_.copy(keywords);
  return result;
}

}  // namespace hothouse::syntax
