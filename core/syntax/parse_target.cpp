// Assignment targets: an expression that turns out to be assigned to is checked and changes its
// context. See parser_impl.h.
#include "core/syntax/parser_impl.h"

namespace hothouse::syntax {

// The innermost part that cannot be a target, or null.
const Expr* Parser::invalid_target(const Expr* target, TargetUse use) const {
  switch (target->kind) {
    case ExprKind::Name:
    case ExprKind::Attribute:
    case ExprKind::Subscript:
      return nullptr;
    case ExprKind::List:
    case ExprKind::Tuple:
      for (Expr* elt : static_cast<const Sequence*>(target)->elts) {
        if (const Expr* bad = invalid_target(elt, use)) return bad;
      }
      return nullptr;
    case ExprKind::Starred:
      if (use == TargetUse::Delete) return target;
      return invalid_target(static_cast<const Starred*>(target)->value, use);
    case ExprKind::Compare: {
      const auto* compare = static_cast<const Compare*>(target);
      if (use == TargetUse::For && compare->ops[0] == CompareOp::In) {
        return invalid_target(compare->left, use);
      }
      return target;
    }
    default:
      return target;
  }
}

bool Parser::set_context(Expr* target, Context context, TargetUse use) {
  if (const Expr* bad = invalid_target(target, use)) {
    fail(bad->range,
         std::string(use == TargetUse::Delete ? "cannot delete " : "cannot assign to ") +
             expression_name(bad));
    return false;
  }
  switch (target->kind) {
    case ExprKind::Name:
      as<Name>(target).context = context;
      break;
    case ExprKind::Attribute:
      as<Attribute>(target).context = context;
      break;
    case ExprKind::Subscript:
      as<Subscript>(target).context = context;
      break;
    case ExprKind::Starred:
      as<Starred>(target).context = context;
      return set_context(as<Starred>(target).value, context, use);
    default:
      as<Sequence>(target).context = context;
      for (Expr* elt : as<Sequence>(target).elts) {
        if (!set_context(elt, context, use)) return false;
      }
  }
  return true;
}

// The targets of `for`, which end before `in`. One without a comma is not a tuple.
Expr* Parser::target_list(TargetUse use) {
  Position begin = here();
  std::vector<Expr*> elts;
  bool comma = false;
  while (starts_expression(token()) || at(Kind::OpStar)) {
    Expr* next = at(Kind::OpStar) ? star_expression() : bitwise_or();
    if (next == nullptr) return nullptr;
    elts.push_back(next);
    comma = accept(Kind::OpComma);
    if (!comma) break;
  }
  if (elts.empty()) return invalid_syntax();
  Expr* target = elts[0];
  if (elts.size() > 1 || comma) {
    Sequence* tuple = node<Sequence>(ExprKind::Tuple, begin);
    tuple->elts = arena_.copy(elts);
    target = tuple;
  }
  return set_context(target, Context::Store, use) ? target : nullptr;
}

}  // namespace hothouse::syntax
