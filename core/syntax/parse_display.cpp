// Brackets that make something: groups, tuples, lists, sets, dicts and comprehensions.
// See parser_impl.h.
#include "core/syntax/parser_impl.h"

namespace hothouse::syntax {

// What stands between parentheses: nothing, a tuple, a generator expression, or one expression. The
// closing parenthesis is left to the caller, who also sets the range of a tuple or generator made
// here (its end line is 0 until then).
Expr* Parser::parenthesized() {
  Position begin = here();
  if (at(Kind::OpRPar)) {
    Sequence* empty = node<Sequence>(ExprKind::Tuple, begin);
    empty->range.end.line = 0;
    return empty;
  }
  if (at(Kind::KwYield)) return yield_expression();
  if (at(Kind::OpDoubleStar) && trials_ == 0) {
    Token stars = token();
    bool mapping = false;
    {
      Trial trial(*this);
      advance();
      mapping = expression() != nullptr && (at(Kind::OpRPar) || at(Kind::EndMarker));
    }
    if (!mapping) return invalid_syntax();
    return fail(stars.range, "cannot use double starred expression here");
  }
  Expr* first = star_named_expression();
  if (first == nullptr) return nullptr;
  if (at_comprehension()) {
    if (first->kind == ExprKind::Starred) {
      return fail(first->range, "iterable unpacking cannot be used in comprehension");
    }
    Expr* generator = comprehension(ExprKind::GeneratorExp, first, nullptr, begin);
    if (generator != nullptr) generator->range.end.line = 0;
    return generator;
  }
  if (!at(Kind::OpComma)) {
    if (first->kind == ExprKind::Starred && (at(Kind::OpRPar) || fstring_depth_ > 0)) {
      return fail(first->range, "cannot use starred expression here");
    }
    return first;
  }
  std::vector<Expr*> elts = {first};
  advance();
  Kind close = fstring_depth_ > 0 && token().level <= 1 ? Kind::EndMarker : Kind::OpRPar;
  if (!at(Kind::OpRPar) && !at(Kind::EndMarker) && !elements(elts, close)) return nullptr;
  Sequence* tuple = node<Sequence>(ExprKind::Tuple, begin);
  tuple->elts = arena_.copy(elts);
  tuple->range.end.line = 0;
  return tuple;
}

// star_named_expression (',' star_named_expression)* [','], up to the closing bracket.
bool Parser::elements(std::vector<Expr*>& out, Kind close) {
  for (;;) {
    Expr* next = star_named_expression();
    if (next == nullptr) return false;
    out.push_back(next);
    if (!accept(Kind::OpComma)) return true;
    if (at(close) || at(Kind::EndMarker)) return true;
  }
}

Expr* Parser::list_display() {
  Position begin = here();
  advance();
  std::vector<Expr*> elts;
  if (!at(Kind::OpRSqb)) {
    Expr* first = star_named_expression();
    if (first == nullptr) return nullptr;
    if (at_comprehension()) {
      if (first->kind == ExprKind::Starred) {
        return fail(first->range, "iterable unpacking cannot be used in comprehension");
      }
      Expr* result = comprehension(ExprKind::ListComp, first, nullptr, begin);
      if (result == nullptr || !expect(Kind::OpRSqb)) return nullptr;
      result->range.end = last_end();
      return result;
    }
    elts.push_back(first);
    if (accept(Kind::OpComma)) {
      if (at_comprehension()) {
        return fail({first->range.begin, last_end()},
                    "did you forget parentheses around the comprehension target?");
      }
      if (!at(Kind::OpRSqb) && !elements(elts, Kind::OpRSqb)) return nullptr;
      if (at_comprehension() && elts.size() > 1) {
        return fail({first->range.begin, elts.back()->range.end},
                    "did you forget parentheses around the comprehension target?");
      }
    }
  }
  if (!expect(Kind::OpRSqb)) return nullptr;
  Sequence* list = node<Sequence>(ExprKind::List, begin);
  list->elts = arena_.copy(elts);
  return list;
}

Expr* Parser::brace_display() {
  Position begin = here();
  advance();
  if (at(Kind::OpRBrace) || at(Kind::OpDoubleStar)) return dict_display(nullptr, begin);
  Position first_token = here();
  Expr* first = star_named_expression();
  if (first == nullptr) return nullptr;
  // `:=` needs parentheses to be a key.
  bool bare_walrus =
      first->kind == ExprKind::NamedExpr && first->range.begin.byte_col == first_token.byte_col;
  if (at(Kind::OpColon) && first->kind != ExprKind::Starred && !bare_walrus) {
    return dict_display(first, begin);
  }
  return set_display(first, begin);
}

Expr* Parser::set_display(Expr* first, Position begin) {
  if (at_comprehension()) {
    if (first->kind == ExprKind::Starred) {
      return fail(first->range, "iterable unpacking cannot be used in comprehension");
    }
    Expr* result = comprehension(ExprKind::SetComp, first, nullptr, begin);
    if (result == nullptr || !expect(Kind::OpRBrace)) return nullptr;
    result->range.end = last_end();
    return result;
  }
  std::vector<Expr*> elts = {first};
  if (accept(Kind::OpComma)) {
    if (at_comprehension()) {
      return fail({first->range.begin, last_end()},
                  "did you forget parentheses around the comprehension target?");
    }
    if (!at(Kind::OpRBrace) && !elements(elts, Kind::OpRBrace)) return nullptr;
    if (at_comprehension() && elts.size() > 1) {
      return fail({first->range.begin, elts.back()->range.end},
                  "did you forget parentheses around the comprehension target?");
    }
  }
  if (!expect(Kind::OpRBrace)) return nullptr;
  Sequence* set = node<Sequence>(ExprKind::Set, begin);
  set->elts = arena_.copy(elts);
  return set;
}

// ':' value
bool Parser::dict_value(std::vector<Expr*>& values) {
  Token colon = token();
  advance();
  if (at(Kind::OpStar)) {
    fail_from(here(), "cannot use a starred expression in a dictionary value");
    return false;
  }
  if (at(Kind::OpRBrace) || at(Kind::OpComma)) {
    fail(colon.range, "expression expected after dictionary key and ':'");
    return false;
  }
  Expr* value = expression();
  if (value == nullptr) return false;
  values.push_back(value);
  return true;
}

// The rest of a dict display or comprehension. `first_key` has been parsed, its colon not.
Expr* Parser::dict_display(Expr* first_key, Position begin) {
  std::vector<Expr*> keys;
  std::vector<Expr*> values;
  Expr* key = first_key;
  while (key != nullptr || !at(Kind::OpRBrace)) {
    if (key == nullptr && at(Kind::OpDoubleStar)) {
      Token stars = token();
      advance();
      Expr* value = bitwise_or();
      if (value == nullptr) return nullptr;
      if (at_comprehension() && keys.empty()) {
        return fail(stars.range, "dict unpacking cannot be used in dict comprehension");
      }
      keys.push_back(nullptr);
      values.push_back(value);
    } else {
      if (key == nullptr) {
        key = expression(false);
        if (key == nullptr) return nullptr;
        if (!at(Kind::OpColon)) {
          if (at(Kind::Error)) return invalid_syntax();
          Position end = key->range.end;
          fail({end, end}, "':' expected after dictionary key");
          if (trials_ == 0) {
            --error_.col;
            error_.end_col = 0;
          }
          return nullptr;
        }
      }
      if (!dict_value(values)) return nullptr;
      keys.push_back(key);
      key = nullptr;
      if (at_comprehension() && keys.size() == 1) {
        Expr* result = comprehension(ExprKind::DictComp, keys[0], values[0], begin);
        if (result == nullptr || !expect(Kind::OpRBrace)) return nullptr;
        result->range.end = last_end();
        return result;
      }
    }
    if (!at(Kind::OpRBrace) && !expect(Kind::OpComma)) return nullptr;
  }
  advance();
  Dict* dict = node<Dict>(ExprKind::Dict, begin);
  dict->keys = arena_.copy(keys);
  dict->values = arena_.copy(values);
  return dict;
}

bool Parser::comprehension_clauses(std::vector<Comprehension>& out) {
  while (at_comprehension()) {
    Comprehension clause;
    clause.is_async = accept(Kind::KwAsync);
    advance();
    clause.target = target_list(TargetUse::For);
    if (clause.target == nullptr || !expect(Kind::KwIn)) return false;
    clause.iter = disjunction();
    if (clause.iter == nullptr) return false;
    std::vector<Expr*> ifs;
    while (accept(Kind::KwIf)) {
      Expr* condition = disjunction();
      if (condition == nullptr) return false;
      ifs.push_back(condition);
    }
    clause.ifs = arena_.copy(ifs);
    out.push_back(clause);
  }
  return true;
}

Expr* Parser::comprehension(ExprKind kind, Expr* elt, Expr* value, Position begin) {
  std::vector<Comprehension> clauses;
  if (!comprehension_clauses(clauses)) return nullptr;
  ComprehensionExpr* result = node<ComprehensionExpr>(kind, begin);
  result->elt = elt;
  result->value = value;
  result->generators = arena_.copy(clauses);
  return result;
}

}  // namespace hothouse::syntax
