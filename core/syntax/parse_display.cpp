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
  Expr* first = star_named_expression();
  if (first == nullptr) return nullptr;
  if (at_comprehension()) {
    Expr* generator = comprehension(ExprKind::GeneratorExp, first, nullptr, begin);
    if (generator != nullptr) generator->range.end.line = 0;
    return generator;
  }
  if (!at(Kind::OpComma)) return first->kind == ExprKind::Starred ? nullptr : first;
  std::vector<Expr*> elts = {first};
  if (!more_elements(elts, Kind::OpRPar)) return nullptr;
  Sequence* tuple = node<Sequence>(ExprKind::Tuple, begin);
  tuple->elts = arena_.copy(elts);
  tuple->range.end.line = 0;
  return tuple;
}

// (',' star_named_expression)* [','], up to the closing bracket or the end of an f-string's field.
bool Parser::more_elements(std::vector<Expr*>& out, Kind close) {
  while (accept(Kind::OpComma) && !at(close) && !at(Kind::EndMarker)) {
    Expr* next = star_named_expression();
    if (next == nullptr) return false;
    out.push_back(next);
  }
  return true;
}

Expr* Parser::list_display() {
  Position begin = here();
  advance();
  std::vector<Expr*> elts;
  if (!at(Kind::OpRSqb)) {
    Expr* first = star_named_expression();
    if (first == nullptr) return nullptr;
    if (at_comprehension()) {
      Expr* result = comprehension(ExprKind::ListComp, first, nullptr, begin);
      if (result == nullptr || !accept(Kind::OpRSqb)) return nullptr;
      result->range.end = last_end();
      return result;
    }
    elts.push_back(first);
    if (!more_elements(elts, Kind::OpRSqb)) return nullptr;
  }
  if (!accept(Kind::OpRSqb)) return nullptr;
  Sequence* list = node<Sequence>(ExprKind::List, begin);
  list->elts = arena_.copy(elts);
  return list;
}

Expr* Parser::brace_display() {
  Position begin = here();
  advance();
  if (at(Kind::OpRBrace) || at(Kind::OpDoubleStar)) return dict_display(nullptr, begin);
  const bool may_be_key = !at(Kind::OpStar) && !at_walrus();
  Expr* first = star_named_expression();
  if (first == nullptr) return nullptr;
  return may_be_key && at(Kind::OpColon) ? dict_display(first, begin) : set_display(first, begin);
}

Expr* Parser::set_display(Expr* first, Position begin) {
  if (at_comprehension()) {
    Expr* result = comprehension(ExprKind::SetComp, first, nullptr, begin);
    if (result == nullptr || !accept(Kind::OpRBrace)) return nullptr;
    result->range.end = last_end();
    return result;
  }
  std::vector<Expr*> elts = {first};
  if (!more_elements(elts, Kind::OpRBrace) || !accept(Kind::OpRBrace)) return nullptr;
  Sequence* set = node<Sequence>(ExprKind::Set, begin);
  set->elts = arena_.copy(elts);
  return set;
}

// The rest of a dict display or comprehension. `first_key` has been parsed, its colon not.
Expr* Parser::dict_display(Expr* first_key, Position begin) {
  std::vector<Expr*> keys;
  std::vector<Expr*> values;
  Expr* key = first_key;
  while (key != nullptr || !at(Kind::OpRBrace)) {
    if (key == nullptr && accept(Kind::OpDoubleStar)) {
      Expr* value = bitwise_or();
      if (value == nullptr) return nullptr;
      keys.push_back(nullptr);
      values.push_back(value);
    } else {
      if (key == nullptr) key = expression();
      if (key == nullptr || !accept(Kind::OpColon)) return nullptr;
      Expr* value = expression();
      if (value == nullptr) return nullptr;
      keys.push_back(key);
      values.push_back(value);
      key = nullptr;
      if (at_comprehension() && keys.size() == 1) {
        Expr* result = comprehension(ExprKind::DictComp, keys[0], values[0], begin);
        if (result == nullptr || !accept(Kind::OpRBrace)) return nullptr;
        result->range.end = last_end();
        return result;
      }
    }
    if (!at(Kind::OpRBrace) && !accept(Kind::OpComma)) return nullptr;
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
    clause.target = for_targets();
    if (clause.target == nullptr) return false;
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
  if (elt->kind == ExprKind::Starred) return nullptr;
  std::vector<Comprehension> clauses;
  if (!comprehension_clauses(clauses)) return nullptr;
  ComprehensionExpr* result = node<ComprehensionExpr>(kind, begin);
  result->elt = elt;
  result->value = value;
  result->generators = arena_.copy(clauses);
  return result;
}

}  // namespace hothouse::syntax
