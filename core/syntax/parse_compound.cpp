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
        Stmt* stmt = match_statement();
        if (failed_) return false;
        if (stmt != nullptr) {
          out.push_back(stmt);
          return true;
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
  return invalid_syntax();
}

// The colon of a header. At the end of the line its absence has a message of its own.
bool Parser::header_colon() {
  if (accept(Kind::OpColon)) return true;
  if (at(Kind::Newline)) {
    fail_at(token(), "expected ':'");
  } else {
    invalid_syntax();
  }
  return false;
}

// What follows a colon: an indented block or statements on the same line. `what` and `line` name
// the header in the error.
bool Parser::block(Stmts& out, const char* what, std::uint32_t line) {
  std::vector<Stmt*> body;
  if (accept(Kind::Newline)) {
    if (!at(Kind::Indent)) {
      fail_at(token(),
              std::string("expected an indented block after ") + what + " on line " +
                  std::to_string(line),
              ErrorKind::IndentationError);
      return false;
    }
    advance();
    if (!statements_until(Kind::Dedent, body)) return false;
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
    Token keyword = token();
    advance();
    Expr* test = named_expression();
    if (test == nullptr || !header_colon()) return nullptr;
    If* branch = arena_.make<If>();
    branch->kind = StmtKind::If;
    branch->range.begin = keyword.range.begin;
    branch->test = test;
    const char* what = chain.empty() ? "'if' statement" : "'elif' statement";
    if (!block(branch->body, what, keyword.range.begin.line)) return nullptr;
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

bool Parser::else_block(Stmts& out) {
  if (!at(Kind::KwElse)) return true;
  std::uint32_t line = here().line;
  advance();
  return expect_forced(Kind::OpColon) && block(out, "'else' statement", line);
}

Stmt* Parser::while_statement() {
  Position begin = here();
  advance();
  Expr* test = named_expression();
  if (test == nullptr || !header_colon()) return nullptr;
  While* loop = arena_.make<While>();
  loop->test = test;
  if (!block(loop->body, "'while' statement", begin.line) || !else_block(loop->orelse))
    return nullptr;
  finish(loop, StmtKind::While, begin);
  loop->range.end = (loop->orelse.empty() ? loop->body : loop->orelse).back()->range.end;
  return loop;
}

Stmt* Parser::for_statement(Position begin, bool is_async) {
  std::uint32_t line = here().line;
  advance();
  For* loop = arena_.make<For>();
  loop->is_async = is_async;
  loop->target = target_list(TargetUse::For);
  if (loop->target == nullptr || !expect(Kind::KwIn)) return nullptr;
  loop->iter = star_expressions();
  if (loop->iter == nullptr || !header_colon()) return nullptr;
  if (!block(loop->body, "'for' statement", line) || !else_block(loop->orelse)) return nullptr;
  finish(loop, StmtKind::For, begin);
  loop->range.end = (loop->orelse.empty() ? loop->body : loop->orelse).back()->range.end;
  return loop;
}

Stmt* Parser::with_statement(Position begin, bool is_async) {
  std::uint32_t line = here().line;
  advance();
  With* with = arena_.make<With>();
  with->is_async = is_async;
  std::vector<WithItem> items;
  bool parsed = false;
  Token misplaced;
  if (at(Kind::OpLPar)) {
    // Parentheses around all items, if that reading reaches the colon; else they belong to the
    // first item.
    Trial trial(*this);
    advance();
    bool closed = with_items(items, Kind::OpRPar) && accept(Kind::OpRPar);
    parsed = closed && (at(Kind::OpColon) || at(Kind::Newline));
    if (parsed) trial.keep();
    for (const WithItem& item : items) {
      if (closed && !parsed && item.optional_vars != nullptr) misplaced = token();
    }
  }
  // An `as` inside cannot be read the other way.
  if (misplaced.kind != Kind::EndMarker) return invalid_syntax(misplaced);
  if (!parsed) {
    items.clear();
    if (!with_items(items, Kind::OpColon)) return nullptr;
  }
  if (!header_colon() || !block(with->body, "'with' statement", line)) return nullptr;
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
      if (!at(Kind::OpComma) && !at(Kind::OpRPar) && !at(Kind::OpColon)) {
        if (!(at(Kind::Newline))) invalid_syntax();
        if (failed_) return false;
      }
      if (!set_context(item.optional_vars, Context::Store, TargetUse::Assign)) return false;
    }
    out.push_back(item);
  } while (accept(Kind::OpComma));
  return true;
}

Stmt* Parser::try_statement() {
  Position begin = here();
  advance();
  Try* result = arena_.make<Try>();
  if (!expect_forced(Kind::OpColon)) return nullptr;
  if (!block(result->body, "'try' statement", begin.line)) return nullptr;
  if (!at(Kind::KwExcept) && !at(Kind::KwFinally)) {
    return fail_at(token(), "expected 'except' or 'finally' block");
  }
  std::vector<ExceptHandler> handlers;
  while (at(Kind::KwExcept)) {
    if (!except_handler(handlers, handlers.empty(), result->is_star)) return nullptr;
  }
  if (!handlers.empty() && !else_block(result->orelse)) return nullptr;
  if (at(Kind::KwFinally)) {
    std::uint32_t line = here().line;
    advance();
    if (!expect_forced(Kind::OpColon)) return nullptr;
    if (!block(result->finalbody, "'finally' statement", line)) return nullptr;
  }
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

bool Parser::except_handler(std::vector<ExceptHandler>& out, bool first, bool& is_star) {
  ExceptHandler handler;
  handler.range.begin = here();
  std::uint32_t line = here().line;
  Token keyword = token();
  advance();
  bool star = accept(Kind::OpStar);
  if (first) is_star = star;
  if (star != is_star) {
    fail_at(keyword, "cannot have both 'except' and 'except*' on the same 'try'");
    return false;
  }
  if (star && (at(Kind::Newline) || at(Kind::OpColon))) {
    fail_at(token(), "expected one or more exception types");
    return false;
  }
  if (!at(Kind::OpColon) && !at(Kind::Newline)) {
    handler.type = expression();
    if (handler.type == nullptr) return false;
    if (at(Kind::OpComma)) {
      bool list = false;
      Position end = last_end();
      {
        Trial trial(*this);
        advance();
        list = star_expressions() != nullptr;
        end = last_end();
        if (list && accept(Kind::KwAs)) accept(Kind::Name);
        list = list && at(Kind::OpColon);
      }
      if (list) {
        fail({handler.type->range.begin, end}, "multiple exception types must be parenthesized");
      } else {
        invalid_syntax();
      }
      return false;
    }
    if (accept(Kind::KwAs)) {
      Token name = token();
      if (!expect(Kind::Name)) return false;
      handler.name = name_node(name, Context::Store);
    }
  }
  if (!header_colon()) return false;
  if (!block(handler.body, star ? "'except*' statement" : "'except' statement", line)) return false;
  handler.range.end = handler.body.back()->range.end;
  out.push_back(handler);
  return true;
}

}  // namespace hothouse::syntax
