// The match statement and its cases; patterns are in parse_pattern.cpp. See parser_impl.h.
//
// `match` and `case` are ordinary names elsewhere: a line that starts with `match` is a statement
// of that kind only if a subject, a colon, and on the next line an indented `case` follow.
#include "core/syntax/parser_impl.h"

namespace hothouse::syntax {

// Null without an error: it is no match statement.
Stmt* Parser::match_statement() {
  Position begin = here();
  Token after;
  bool colon = false;
  {
    Trial trial(*this);
    advance();
    if (!starts_expression(token()) && !at(Kind::OpStar)) return nullptr;
    if (match_subject() == nullptr) return nullptr;
    colon = accept(Kind::OpColon);
    after = token();
  }
  if (after.kind != Kind::Newline) return nullptr;
  if (!colon) {
    // `match (x)` is a call, `match -x` a difference.
    bool plain = false;
    {
      Trial trial(*this);
      plain = star_expressions() != nullptr && at(Kind::Newline);
    }
    if (plain) return nullptr;
    return fail_at(after, "expected ':'");
  }
  advance();
  Expr* subject = match_subject();
  if (subject == nullptr || !expect(Kind::OpColon) || !expect(Kind::Newline)) return nullptr;
  if (!at(Kind::Indent)) {
    return fail_at(
        token(),
        "expected an indented block after 'match' statement on line " + std::to_string(begin.line),
        ErrorKind::IndentationError);
  }
  advance();
  std::vector<MatchCase> cases;
  do {
    if (!at_name("case")) return invalid_syntax();
    if (!match_case(cases)) return nullptr;
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
    return first->kind == ExprKind::Starred ? invalid_syntax() : first;
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
  std::uint32_t line = here().line;
  advance();
  MatchCase result;
  result.pattern = patterns();
  if (result.pattern == nullptr) return false;
  if (accept(Kind::KwIf)) {
    result.guard = named_expression();
    if (result.guard == nullptr) return false;
  }
  if (!header_colon() || !block(result.body, "'case' statement", line)) return false;
  out.push_back(result);
  return true;
}

}  // namespace hothouse::syntax
