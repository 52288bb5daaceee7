// Statements that fit on a line. See parser_impl.h.
#include "core/syntax/parser_impl.h"

namespace hothouse::syntax {

namespace {

bool augmented_operator(TokenKind kind, BinaryOp& op) {
  switch (kind) {
    case TokenKind::OpPlusEqual:
      op = BinaryOp::Add;
      return true;
    case TokenKind::OpMinusEqual:
      op = BinaryOp::Sub;
      return true;
    case TokenKind::OpStarEqual:
      op = BinaryOp::Mult;
      return true;
    case TokenKind::OpSlashEqual:
      op = BinaryOp::Div;
      return true;
    case TokenKind::OpDoubleSlashEqual:
      op = BinaryOp::FloorDiv;
      return true;
    case TokenKind::OpPercentEqual:
      op = BinaryOp::Mod;
      return true;
    case TokenKind::OpAtEqual:
      op = BinaryOp::MatMult;
      return true;
    case TokenKind::OpAmperEqual:
      op = BinaryOp::BitAnd;
      return true;
    case TokenKind::OpVBarEqual:
      op = BinaryOp::BitOr;
      return true;
    case TokenKind::OpCircumflexEqual:
      op = BinaryOp::BitXor;
      return true;
    case TokenKind::OpLeftShiftEqual:
      op = BinaryOp::LShift;
      return true;
    case TokenKind::OpRightShiftEqual:
      op = BinaryOp::RShift;
      return true;
    case TokenKind::OpDoubleStarEqual:
      op = BinaryOp::Pow;
      return true;
    default:
      return false;
  }
}

}  // namespace

// simple_statement (';' simple_statement)* [';'] NEWLINE
bool Parser::simple_statements(std::vector<Stmt*>& out) {
  for (;;) {
    Stmt* stmt = simple_statement();
    if (stmt == nullptr) return false;
    out.push_back(stmt);
    if (accept(Kind::OpSemi) && !at(Kind::Newline)) continue;
    return accept(Kind::Newline);
  }
}

Stmt* Parser::simple_statement() {
  Position begin = here();
  auto word = [&](StmtKind kind) {
    advance();
    return node<SimpleStmt>(kind, begin);
  };
  switch (token().kind) {
    case Kind::KwPass:
      return word(StmtKind::Pass);
    case Kind::KwBreak:
      return word(StmtKind::Break);
    case Kind::KwContinue:
      return word(StmtKind::Continue);
    case Kind::KwReturn:
      return return_statement();
    case Kind::KwRaise:
      return raise_statement();
    case Kind::KwDel:
      return delete_statement();
    case Kind::KwAssert:
      return assert_statement();
    case Kind::KwImport:
      return import_statement();
    case Kind::KwFrom:
      return from_import_statement();
    case Kind::KwGlobal:
    case Kind::KwNonlocal:
      return scope_declaration();
    default:
      return expression_statement();
  }
}

// An expression, and if it turns out so, any kind of assignment to it.
Stmt* Parser::expression_statement() {
  Position begin = here();
  bool open = at(Kind::OpLPar);
  std::size_t first_token = pos_;
  Expr* value = yield_or_star_expressions();
  if (value == nullptr) return nullptr;
  BinaryOp op;
  if (at(Kind::OpColon)) {
    // `(a): int` is a target in parentheses, `(a).b: int` is not.
    bool parenthesized =
        open && value->range.begin.byte_col != list_.tokens[first_token].range.begin.byte_col;
    return annotated_assignment(value, parenthesized, begin);
  }
  if (at(Kind::OpEqual)) return assignment(value, begin);
  if (augmented_operator(token().kind, op)) return augmented_assignment(value, op, begin);
  ExprStmt* stmt = node<ExprStmt>(StmtKind::Expr, begin);
  stmt->value = value;
  return stmt;
}

Stmt* Parser::annotated_assignment(Expr* target, bool parenthesized, Position begin) {
  if (!make_single_target(target)) return nullptr;
  advance();
  Expr* annotation = expression();
  if (annotation == nullptr) return nullptr;
  Expr* value = nullptr;
  if (accept(Kind::OpEqual)) {
    value = yield_or_star_expressions();
    if (value == nullptr) return nullptr;
  }
  AnnAssign* stmt = node<AnnAssign>(StmtKind::AnnAssign, begin);
  stmt->target = target;
  stmt->annotation = annotation;
  stmt->value = value;
  stmt->simple = target->kind == ExprKind::Name && !parenthesized;
  return stmt;
}

// (target '=')+ value
Stmt* Parser::assignment(Expr* first, Position begin) {
  std::vector<Expr*> targets;
  Expr* value = first;
  while (at(Kind::OpEqual)) {
    if (!make_target(value, Context::Store)) return nullptr;
    targets.push_back(value);
    advance();
    value = yield_or_star_expressions();
    if (value == nullptr) return nullptr;
  }
  Assign* stmt = node<Assign>(StmtKind::Assign, begin);
  stmt->targets = arena_.copy(targets);
  stmt->value = value;
  return stmt;
}

Stmt* Parser::augmented_assignment(Expr* target, BinaryOp op, Position begin) {
  if (!make_single_target(target)) return nullptr;
  advance();
  Expr* value = yield_or_star_expressions();
  if (value == nullptr) return nullptr;
  AugAssign* stmt = node<AugAssign>(StmtKind::AugAssign, begin);
  stmt->target = target;
  stmt->op = op;
  stmt->value = value;
  return stmt;
}

Stmt* Parser::return_statement() {
  Position begin = here();
  advance();
  Expr* value = nullptr;
  if (!at(Kind::Newline) && !at(Kind::OpSemi)) {
    value = star_expressions();
    if (value == nullptr) return nullptr;
  }
  Return* stmt = node<Return>(StmtKind::Return, begin);
  stmt->value = value;
  return stmt;
}

Stmt* Parser::raise_statement() {
  Position begin = here();
  advance();
  Expr* exc = nullptr;
  Expr* cause = nullptr;
  if (!at(Kind::Newline) && !at(Kind::OpSemi)) {
    exc = expression();
    if (exc == nullptr) return nullptr;
    if (accept(Kind::KwFrom)) {
      cause = expression();
      if (cause == nullptr) return nullptr;
    }
  }
  Raise* stmt = node<Raise>(StmtKind::Raise, begin);
  stmt->exc = exc;
  stmt->cause = cause;
  return stmt;
}

// 'del' target (',' target)* [',']
Stmt* Parser::delete_statement() {
  Position begin = here();
  advance();
  std::vector<Expr*> targets;
  do {
    if (!targets.empty() && (at(Kind::Newline) || at(Kind::OpSemi))) break;
    Expr* target = primary();
    if (target == nullptr || !make_target(target, Context::Del)) return nullptr;
    targets.push_back(target);
  } while (accept(Kind::OpComma));
  Delete* stmt = node<Delete>(StmtKind::Delete, begin);
  stmt->targets = arena_.copy(targets);
  return stmt;
}

Stmt* Parser::assert_statement() {
  Position begin = here();
  advance();
  Expr* test = expression();
  if (test == nullptr) return nullptr;
  Expr* msg = nullptr;
  if (accept(Kind::OpComma)) {
    msg = expression();
    if (msg == nullptr) return nullptr;
  }
  Assert* stmt = node<Assert>(StmtKind::Assert, begin);
  stmt->test = test;
  stmt->msg = msg;
  return stmt;
}

// 'global' NAME (',' NAME)*
Stmt* Parser::scope_declaration() {
  Position begin = here();
  StmtKind kind = at(Kind::KwGlobal) ? StmtKind::Global : StmtKind::Nonlocal;
  std::vector<std::string_view> names;
  do {
    advance();
    Token name = token();
    if (!accept(Kind::Name)) return nullptr;
    names.push_back(arena_.intern(text_of(name)));
  } while (at(Kind::OpComma));
  ScopeDeclaration* stmt = node<ScopeDeclaration>(kind, begin);
  stmt->names = arena_.copy(names);
  return stmt;
}

}  // namespace hothouse::syntax
