// Functions, classes and their decorators. See parser_impl.h.
#include "core/syntax/parser_impl.h"

namespace hothouse::syntax {

// ('@' named_expression NEWLINE)+ (class | ['async'] def)
Stmt* Parser::decorated() {
  std::vector<Expr*> decorators;
  while (accept(Kind::OpAt)) {
    Expr* decorator = named_expression();
    if (decorator == nullptr || !accept(Kind::Newline)) return nullptr;
    decorators.push_back(decorator);
  }
  Exprs list = arena_.copy(decorators);
  Position begin = here();
  if (at(Kind::KwClass)) return class_definition(list);
  bool is_async = accept(Kind::KwAsync);
  return !at(Kind::KwDef) ? nullptr : function_definition(begin, list, is_async);
}

Stmt* Parser::function_definition(Position begin, Exprs decorators, bool is_async) {
  advance();
  Token name = token();
  if (!accept(Kind::Name) || !accept(Kind::OpLPar)) return nullptr;
  FunctionDef* function = arena_.make<FunctionDef>();
  function->name = name_node(name, Context::Store);
  function->decorators = decorators;
  function->is_async = is_async;
  function->args = parameters(false);
  if (function->args == nullptr || !accept(Kind::OpRPar)) return nullptr;
  if (accept(Kind::OpArrow)) {
    function->returns = expression();
    if (function->returns == nullptr) return nullptr;
  }
  if (!block(function->body)) return nullptr;
  finish(function, StmtKind::FunctionDef, begin);
  function->range.end = function->body.back()->range.end;
  return function;
}

Stmt* Parser::class_definition(Exprs decorators) {
  Position begin = here();
  advance();
  Token name = token();
  if (!accept(Kind::Name)) return nullptr;
  ClassDef* definition = arena_.make<ClassDef>();
  definition->name = name_node(name, Context::Store);
  definition->decorators = decorators;
  if (at(Kind::OpLPar)) {
    Position open = here();
    advance();
    ArgumentList list;
    if (!arguments(list, open, false)) return nullptr;
    definition->bases = arena_.copy(list.args);
    definition->keywords = arena_.copy(list.keywords);
  }
  if (!block(definition->body)) return nullptr;
  finish(definition, StmtKind::ClassDef, begin);
  definition->range.end = definition->body.back()->range.end;
  return definition;
}

}  // namespace hothouse::syntax
