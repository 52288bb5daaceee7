// Statements with blocks: if, while, for, with, try. See parser_impl.h; definitions and match are
// in files of their own.
#include "core/syntax/parser_impl.h"

namespace hothouse::syntax {

bool Parser::statements_until(Kind end, std::vector<Stmt*>& out) {
  while (!at(end)) {
    if (!statement(out)) return false;
  }
  return true;
}

bool Parser::statement(std::vector<Stmt*>& out) {
  Nesting nesting(*this);
  if (nesting.too_deep()) return false;
  switch (token().kind) {
    case Kind::KwIf:
    case Kind::KwWhile:
    case Kind::KwFor:
    case Kind::KwWith:
    case Kind::KwTry:
    case Kind::KwDef:
    case Kind::KwClass:
    case Kind::KwAsync:
    case Kind::OpAt: {
      Stmt* stmt = compound_statement();
      if (stmt != nullptr) out.push_back(stmt);
      return stmt != nullptr;
    }
    case Kind::Name:
      if (at_name("match")) {
        Position begin = here();
        if (Expr* subject = match_header()) {
          Stmt* stmt = match_statement(begin, subject);
          if (stmt != nullptr) out.push_back(stmt);
          return stmt != nullptr;
        }
      }
      return simple_statements(out);
    default:
      return simple_statements(out);
  }
}

Stmt* Parser::compound_statement() {
  Position begin = here();
  switch (token().kind) {
    case Kind::KwIf:
      return if_statement();
    case Kind::KwWhile:
      return while_statement();
    case Kind::KwFor:
      return for_statement(begin, false);
    case Kind::KwWith:
      return with_statement(begin, false);
    case Kind::KwTry:
      return try_statement();
    case Kind::KwDef:
      return function_definition(begin, {}, false);
    case Kind::KwClass:
      return class_definition({});
    case Kind::OpAt:
      return decorated();
    default:
      break;
  }
  advance();  // async
  if (at(Kind::KwDef)) return function_definition(begin, {}, true);
  if (at(Kind::KwFor)) return for_statement(begin, true);
  if (at(Kind::KwWith)) return with_statement(begin, true);
  return nullptr;
}

// A colon, and behind it an indented block or statements on the same line.
bool Parser::block(Stmts& out) {
  if (!accept(Kind::OpColon)) return false;
  std::vector<Stmt*> body;
  if (accept(Kind::Newline)) {
    if (!accept(Kind::Indent) || !statements_until(Kind::Dedent, body)) return false;
    // The end of a statement is the end of its last token: step back over the dedent there.
    advance();
  } else if (!simple_statements(body)) {
    return false;
  }
  out = arena_.copy(body);
  return true;
}

// The elif chain is built with a loop, from the outside in.
Stmt* Parser::if_statement() {
  If* first = nullptr;
  std::vector<If*> chain;
  for (;;) {
    If* branch = arena_.make<If>();
    branch->kind = StmtKind::If;
    branch->range.begin = here();
    advance();
    branch->test = named_expression();
    if (branch->test == nullptr || !block(branch->body)) return nullptr;
    if (!chain.empty()) chain.back()->orelse = arena_.copy(std::vector<Stmt*>{branch});
    if (first == nullptr) first = branch;
    chain.push_back(branch);
    if (!at(Kind::KwElif)) break;
  }
  if (!else_block(chain.back()->orelse)) return nullptr;
  If* last = chain.back();
  Position end =
      last->orelse.empty() ? last->body.back()->range.end : last->orelse.back()->range.end;
  for (If* branch : chain) branch->range.end = end;
  return first;
}

bool Parser::else_block(Stmts& out) { return !accept(Kind::KwElse) || block(out); }

Stmt* Parser::while_statement() {
  Position begin = here();
  advance();
  While* loop = arena_.make<While>();
  loop->test = named_expression();
  if (loop->test == nullptr || !block(loop->body) || !else_block(loop->orelse)) return nullptr;
  finish(loop, StmtKind::While, begin);
  loop->range.end = (loop->orelse.empty() ? loop->body : loop->orelse).back()->range.end;
  return loop;
}

Stmt* Parser::for_statement(Position begin, bool is_async) {
  advance();
  For* loop = arena_.make<For>();
  loop->is_async = is_async;
  loop->target = for_targets();
  if (loop->target == nullptr) return nullptr;
  loop->iter = star_expressions();
  if (loop->iter == nullptr || !block(loop->body) || !else_block(loop->orelse)) return nullptr;
  finish(loop, StmtKind::For, begin);
  loop->range.end = (loop->orelse.empty() ? loop->body : loop->orelse).back()->range.end;
  return loop;
}

Stmt* Parser::with_statement(Position begin, bool is_async) {
  advance();
  With* with = arena_.make<With>();
  with->is_async = is_async;
  std::vector<WithItem> items;
  bool parenthesized = false;
  if (at(Kind::OpLPar)) {
    // Parentheses around all items, if that reading reaches the colon; else they belong to the
    // first item.
    Trial trial(*this);
    advance();
    parenthesized = with_items(items, Kind::OpRPar) && accept(Kind::OpRPar) && at(Kind::OpColon);
    if (parenthesized) trial.keep();
  }
  if (!parenthesized) {
    items.clear();
    if (!with_items(items, Kind::OpColon)) return nullptr;
  }
  if (!block(with->body)) return nullptr;
  with->items = arena_.copy(items);
  finish(with, StmtKind::With, begin);
  with->range.end = with->body.back()->range.end;
  return with;
}

// expression ['as' target] (',' ...)*; a trailing comma only inside parentheses.
bool Parser::with_items(std::vector<WithItem>& out, Kind end) {
  do {
    if (end == Kind::OpRPar && !out.empty() && at(end)) break;
    WithItem item;
    item.context_expr = expression();
    if (item.context_expr == nullptr) return false;
    if (accept(Kind::KwAs)) {
      item.optional_vars = star_expression();
      if (item.optional_vars == nullptr) return false;
      if (!make_target(item.optional_vars, Context::Store)) return false;
    }
    out.push_back(item);
  } while (accept(Kind::OpComma));
  return true;
}

Stmt* Parser::try_statement() {
  Position begin = here();
  advance();
  Try* result = arena_.make<Try>();
  if (!block(result->body)) return nullptr;
  if (!at(Kind::KwExcept) && !at(Kind::KwFinally)) return nullptr;
  result->is_star = at(Kind::KwExcept) && next_is(Kind::OpStar);
  std::vector<ExceptHandler> handlers;
  while (at(Kind::KwExcept)) {
    if (!except_handler(handlers, result->is_star)) return nullptr;
  }
  if (!handlers.empty() && !else_block(result->orelse)) return nullptr;
  if (accept(Kind::KwFinally) && !block(result->finalbody)) return nullptr;
  result->handlers = arena_.copy(handlers);
  finish(result, StmtKind::Try, begin);
  if (!result->finalbody.empty()) {
    result->range.end = result->finalbody.back()->range.end;
  } else if (!result->orelse.empty()) {
    result->range.end = result->orelse.back()->range.end;
  } else {
    result->range.end = handlers.back().range.end;
  }
  return result;
}

bool Parser::except_handler(std::vector<ExceptHandler>& out, bool is_star) {
  ExceptHandler handler;
  handler.range.begin = here();
  advance();
  if (accept(Kind::OpStar) != is_star) return false;
  if (is_star || !at(Kind::OpColon)) {
    handler.type = expression();
    if (handler.type == nullptr) return false;
    if (accept(Kind::KwAs)) {
      Token name = token();
      if (!accept(Kind::Name)) return false;
      handler.name = name_node(name, Context::Store);
    }
  }
  if (!block(handler.body)) return false;
  handler.range.end = handler.body.back()->range.end;
  out.push_back(handler);
  return true;
}

}  // namespace hothouse::syntax
