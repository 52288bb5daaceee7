// Assignment targets: an expression that turns out to be assigned to is checked and changes its
// context. See parser_impl.h.
#include "core/syntax/parser_impl.h"

namespace hothouse::syntax {

// False if some part of the expression cannot be a target.
bool Parser::make_target(Expr* expr, Context context) {
  switch (expr->kind) {
    case ExprKind::Name:
      as<Name>(expr).context = context;
      return true;
    case ExprKind::Attribute:
      as<Attribute>(expr).context = context;
      return true;
    case ExprKind::Subscript:
      as<Subscript>(expr).context = context;
      return true;
    case ExprKind::Starred:
      as<Starred>(expr).context = context;
      return context != Context::Del && make_target(as<Starred>(expr).value, context);
    case ExprKind::List:
    case ExprKind::Tuple:
      as<Sequence>(expr).context = context;
      for (Expr* elt : as<Sequence>(expr).elts) {
        if (!make_target(elt, context)) return false;
      }
      return true;
    default:
      return false;
  }
}

// What is annotated or assigned to with an operator is one target, in parentheses or not.
bool Parser::make_single_target(Expr* expr) {
  const bool single = expr->kind == ExprKind::Name || expr->kind == ExprKind::Attribute ||
                      expr->kind == ExprKind::Subscript;
  return single && make_target(expr, Context::Store);
}

// The targets of `for`, up to and with `in`. One without a comma is not a tuple.
Expr* Parser::for_targets() {
  Position begin = here();
  std::vector<Expr*> elts;
  bool comma = false;
  do {
    Expr* next = at(Kind::OpStar) ? star_expression() : bitwise_or();
    if (next == nullptr) return nullptr;
    elts.push_back(next);
    comma = accept(Kind::OpComma);
  } while (comma && !at(Kind::KwIn));
  Expr* target = elts[0];
  if (elts.size() > 1 || comma) {
    Sequence* tuple = node<Sequence>(ExprKind::Tuple, begin);
    tuple->elts = arena_.copy(elts);
    target = tuple;
  }
  return make_target(target, Context::Store) && accept(Kind::KwIn) ? target : nullptr;
}

}  // namespace hothouse::syntax
