// The match statement and its cases; patterns are in parse_pattern.cpp. See parser_impl.h.
//
// `match` and `case` are ordinary names elsewhere: a line that starts with `match` is a statement
// of that kind only if a subject, a colon and the end of the line follow.
#include "core/syntax/parser_impl.h"

namespace hothouse::syntax {

// A subject and what ends the line, or null, having read nothing: it is no match statement.
Expr* Parser::match_header() {
  Trial trial(*this);
  advance();
  Expr* subject = match_subject();
  if (subject == nullptr || !accept(Kind::OpColon) || !accept(Kind::Newline)) return nullptr;
  trial.keep();
  return subject;
}

Stmt* Parser::match_statement(Position begin, Expr* subject) {
  if (!accept(Kind::Indent)) return nullptr;
  std::vector<MatchCase> cases;
  do {
    if (!at_name("case") || !match_case(cases)) return nullptr;
  } while (!at(Kind::Dedent));
  advance();
  Match* match = node<Match>(StmtKind::Match, begin);
  match->range.end = cases.back().body.back()->range.end;
  match->subject = subject;
  match->cases = arena_.copy(cases);
  return match;
}

// A named expression, or a tuple of them that may be starred.
Expr* Parser::match_subject() {
  Position begin = here();
  Expr* first = star_named_expression();
  if (first == nullptr) return nullptr;
  if (!at(Kind::OpComma)) {
    return first->kind == ExprKind::Starred ? nullptr : first;
  }
  std::vector<Expr*> elts = {first};
  while (accept(Kind::OpComma)) {
    if (at(Kind::OpColon) || at(Kind::Newline)) break;
    Expr* next = star_named_expression();
    if (next == nullptr) return nullptr;
    elts.push_back(next);
  }
  Sequence* tuple = node<Sequence>(ExprKind::Tuple, begin);
  tuple->elts = arena_.copy(elts);
  return tuple;
}

// 'case' patterns ['if' named_expression] ':' block
bool Parser::match_case(std::vector<MatchCase>& out) {
  advance();
  MatchCase result;
  result.pattern = patterns();
  if (result.pattern == nullptr) return false;
  if (accept(Kind::KwIf)) {
    result.guard = named_expression();
    if (result.guard == nullptr) return false;
  }
  if (!block(result.body)) return false;
  out.push_back(result);
  return true;
}

}  // namespace hothouse::syntax
