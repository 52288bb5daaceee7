// The patterns of match statements. See parser_impl.h.
#include "core/syntax/parser_impl.h"

namespace hothouse::syntax {

// A pattern, or an open sequence: `case a, *b:`
Pattern* Parser::patterns() {
  Position begin = here();
  Pattern* first = at(Kind::OpStar) ? star_pattern() : as_pattern();
  if (first == nullptr) return nullptr;
  if (!at(Kind::OpComma)) {
    return first->kind == PatternKind::MatchStar ? invalid_syntax() : first;
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
  if (!expect(Kind::Name)) return nullptr;
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
  if (at_name("_")) return fail(token().range, "cannot use '_' as a target");
  bool plain_name =
      at(Kind::Name) && !at(Kind::OpDot, 1) && !at(Kind::OpLPar, 1) && !at(Kind::OpEqual, 1);
  if (!plain_name) {
    if (at(Kind::Name)) {
      advance();
      return invalid_syntax();
    }
    Expr* target = nullptr;
    {
      Trial trial(*this);
      target = expression();
    }
    return target != nullptr ? fail(target->range, "invalid pattern target") : invalid_syntax();
  }
  Token name = token();
  advance();
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
      return invalid_syntax();
  }
}

// A capture, the wildcard, a dotted value, or a class.
Pattern* Parser::name_pattern() {
  Position begin = here();
  Token name = token();
  advance();
  if (!at(Kind::OpDot) && !at(Kind::OpLPar) && !at(Kind::OpEqual)) {
    MatchAs* capture = node<MatchAs>(PatternKind::MatchAs, begin);
    if (text_of(name) != "_") capture->name = name_node(name, Context::Store);
    return capture;
  }
  Expr* value = name_node(name, Context::Load);
  while (accept(Kind::OpDot)) {
    Token attr = token();
    if (!expect(Kind::Name)) return nullptr;
    Attribute* attribute = node<Attribute>(ExprKind::Attribute, begin);
    attribute->value = value;
    attribute->attr = attribute->mangled = arena_.intern(text_of(attr));
    attribute->attr_range = attr.range;
    value = attribute;
  }
  if (at(Kind::OpLPar)) return class_pattern(value, begin);
  if (value->kind == ExprKind::Name) return invalid_syntax();
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
  if (value->kind == ExprKind::JoinedStr) {
    return fail(value->range, "patterns may only match literals and attribute lookups");
  }
  MatchValue* result = node<MatchValue>(PatternKind::MatchValue, begin);
  result->value = value;
  return result;
}

// ['-'] NUMBER
Expr* Parser::pattern_signed_number() {
  Position begin = here();
  bool negative = accept(Kind::OpMinus);
  if (!at(Kind::Number)) return invalid_syntax();
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
  if (!at(Kind::Number)) return invalid_syntax();
  Expr* imaginary = number();
  if (imaginary == nullptr) return nullptr;
  if (is_imaginary(real)) return fail(real->range, "real number required in complex literal");
  if (!is_imaginary(imaginary)) {
    return fail(imaginary->range, "imaginary number required in complex literal");
  }
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
  if (close == Kind::OpRPar && items.size() == 1 && !comma &&
      items[0]->kind == PatternKind::MatchStar) {
    return invalid_syntax();
  }
  if (!expect(close)) return nullptr;
  if (close == Kind::OpRPar && items.size() == 1 && !comma) return items[0];
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
    case Kind::String: {
      Expr* key = strings();
      if (key != nullptr && key->kind == ExprKind::JoinedStr) {
        return fail(key->range, "patterns may only match literals and attribute lookups");
      }
      return key;
    }
    case Kind::Name: {
      if (!at(Kind::OpDot, 1)) return invalid_syntax();
      Expr* value = name_node(token(), Context::Load);
      advance();
      while (accept(Kind::OpDot)) {
        Token attr = token();
        if (!expect(Kind::Name)) return nullptr;
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
    if (rest != nullptr) return invalid_syntax();
    if (accept(Kind::OpDoubleStar)) {
      if (!at(Kind::Name) || at_name("_")) return invalid_syntax();
      rest = name_node(token(), Context::Store);
      advance();
    } else {
      Expr* key = mapping_key();
      if (key == nullptr || !expect(Kind::OpColon)) return nullptr;
      Pattern* value = as_pattern();
      if (value == nullptr) return nullptr;
      keys.push_back(key);
      values.push_back(value);
    }
    if (!at(Kind::OpRBrace) && !expect(Kind::OpComma)) return nullptr;
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
  SourceRange misplaced;
  bool any_misplaced = false;
  while (!at(Kind::OpRPar)) {
    if (at(Kind::Name) && at(Kind::OpEqual, 1)) {
      names.push_back(arena_.intern(text_of(token())));
      advance();
      advance();
      Pattern* value = as_pattern();
      if (value == nullptr) return nullptr;
      keywords.push_back(value);
    } else {
      Pattern* value = as_pattern();
      if (value == nullptr) return nullptr;
      if (!keywords.empty()) {
        misplaced = any_misplaced ? SourceRange{misplaced.begin, value->range.end} : value->range;
        any_misplaced = true;
      }
      positional.push_back(value);
    }
    if (!at(Kind::OpRPar) && !expect(Kind::OpComma)) return nullptr;
  }
  if (any_misplaced) return fail(misplaced, "positional patterns follow keyword patterns");
  advance();
  MatchClass* result = node<MatchClass>(PatternKind::MatchClass, begin);
  result->cls = cls;
  result->patterns = arena_.copy(positional);
  result->kwd_attrs = arena_.copy(names);
  result->kwd_patterns = arena_.copy(keywords);
  return result;
}

}  // namespace hothouse::syntax
