// The children of a node, in the order in which CPython's compiler visits them.
//
// Neighbours: used by the passes that treat most nodes alike (checks.cpp, dump_scopes.cpp). Passes
// for which the order or the scope matters switch over the kinds themselves.
#pragma once

#include "core/syntax/ast.h"

namespace hothouse::syntax {

/// Calls `on_expr` for each direct child expression.
template <class F>
void for_each_child(Arguments& args, F&& on_expr) {
  for (Expr* e : args.defaults) on_expr(e);
  for (Expr* e : args.kw_defaults) {
    if (e != nullptr) on_expr(e);
  }
  auto annotation = [&](Arg* arg) {
    if (arg != nullptr && arg->annotation != nullptr) on_expr(arg->annotation);
  };
  for (Arg* arg : args.posonlyargs) annotation(arg);
  for (Arg* arg : args.args) annotation(arg);
  annotation(args.vararg);
  for (Arg* arg : args.kwonlyargs) annotation(arg);
  annotation(args.kwarg);
}

/// Calls `on_expr` for each direct child expression.
template <class F>
void for_each_child(Expr* expr, F&& on_expr) {
  auto one = [&](Expr* e) {
    if (e != nullptr) on_expr(e);
  };
  auto all = [&](Exprs list) {
    for (Expr* e : list) one(e);
  };
  switch (expr->kind) {
    case ExprKind::BoolOp:
      return all(as<BoolOp>(expr).values);
    case ExprKind::NamedExpr:
      one(as<NamedExpr>(expr).value);
      return one(as<NamedExpr>(expr).target);
    case ExprKind::BinOp:
      one(as<BinOp>(expr).left);
      return one(as<BinOp>(expr).right);
    case ExprKind::UnaryOp:
      return one(as<UnaryOp>(expr).operand);
    case ExprKind::Lambda:
      for_each_child(*as<Lambda>(expr).args, on_expr);
      return one(as<Lambda>(expr).body);
    case ExprKind::IfExp:
      one(as<IfExp>(expr).test);
      one(as<IfExp>(expr).body);
      return one(as<IfExp>(expr).orelse);
    case ExprKind::Dict:
      all(as<Dict>(expr).keys);
      return all(as<Dict>(expr).values);
    case ExprKind::Set:
    case ExprKind::List:
    case ExprKind::Tuple:
      return all(as<Sequence>(expr).elts);
    case ExprKind::ListComp:
    case ExprKind::SetComp:
    case ExprKind::DictComp:
    case ExprKind::GeneratorExp:
      for (Comprehension& clause : as<ComprehensionExpr>(expr).generators) {
        one(clause.iter);
        one(clause.target);
        all(clause.ifs);
      }
      one(as<ComprehensionExpr>(expr).elt);
      return one(as<ComprehensionExpr>(expr).value);
    case ExprKind::Await:
      return one(as<Await>(expr).value);
    case ExprKind::Yield:
      return one(as<Yield>(expr).value);
    case ExprKind::YieldFrom:
      return one(as<YieldFrom>(expr).value);
    case ExprKind::Compare:
      one(as<Compare>(expr).left);
      return all(as<Compare>(expr).comparators);
    case ExprKind::Call:
      one(as<Call>(expr).func);
      all(as<Call>(expr).args);
      for (Keyword* keyword : as<Call>(expr).keywords) one(keyword->value);
      return;
    case ExprKind::FormattedValue:
      one(as<FormattedValue>(expr).value);
      return one(as<FormattedValue>(expr).format_spec);
    case ExprKind::JoinedStr:
      return all(as<JoinedStr>(expr).values);
    case ExprKind::Attribute:
      return one(as<Attribute>(expr).value);
    case ExprKind::Subscript:
      one(as<Subscript>(expr).value);
      return one(as<Subscript>(expr).slice);
    case ExprKind::Starred:
      return one(as<Starred>(expr).value);
    case ExprKind::Slice:
      one(as<Slice>(expr).lower);
      one(as<Slice>(expr).upper);
      return one(as<Slice>(expr).step);
    case ExprKind::Constant:
    case ExprKind::Name:
      return;
  }
}

}  // namespace hothouse::syntax
