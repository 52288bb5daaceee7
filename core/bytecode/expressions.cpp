// Expressions: the dispatch, and the kinds that need no file of their own.
#include "core/bytecode/compiler_impl.h"
#include "core/syntax/children.h"

namespace hothouse {

using syntax::ExprKind;

namespace {

/// Sets a place for the life of an expression, as CPython's visitor does.
class Restore {
 public:
  explicit Restore(Position& place) : place_(place), saved_(place) {}
  ~Restore() { place_ = saved_; }
  Restore(const Restore&) = delete;
  Restore& operator=(const Restore&) = delete;

 private:
  Position& place_;
  Position saved_;
};

}  // namespace

void Compiler::expr_to(syntax::Expr* expr, Reg dst) {
  DepthGuard guard(*this);
  if (guard.too_deep()) {
    return error(expr->range, "maximum recursion depth exceeded during compilation");
  }
  Restore restore(loc_);
  TemporaryScope temporaries(unit_->registers);
  set_loc(expr->range);
  switch (expr->kind) {
    case ExprKind::Constant:
      return constant(syntax::as<syntax::Constant>(expr), dst);
    case ExprKind::Name:
      if (syntax::as<syntax::Name>(expr).id == "__debug__") {
        return load_special(dst, Value::Special::True);
      }
      return load_name(syntax::as<syntax::Name>(expr), dst);
    case ExprKind::BoolOp:
      return bool_op(syntax::as<syntax::BoolOp>(expr), dst);
    case ExprKind::NamedExpr:
      return named_expr(syntax::as<syntax::NamedExpr>(expr), dst);
    case ExprKind::BinOp:
      return bin_op(syntax::as<syntax::BinOp>(expr), dst);
    case ExprKind::UnaryOp:
      return unary_op(syntax::as<syntax::UnaryOp>(expr), dst);
    case ExprKind::Lambda:
      return lambda(syntax::as<syntax::Lambda>(expr), dst);
    case ExprKind::IfExp:
      return if_exp(syntax::as<syntax::IfExp>(expr), dst);
    case ExprKind::Dict:
      return dict_display(syntax::as<syntax::Dict>(expr), dst);
    case ExprKind::Set:
      return set_display(syntax::as<syntax::Sequence>(expr), dst);
    case ExprKind::List:
      return list_display(syntax::as<syntax::Sequence>(expr).elts, dst);
    case ExprKind::Tuple:
      return tuple_display(syntax::as<syntax::Sequence>(expr), dst);
    case ExprKind::ListComp:
    case ExprKind::SetComp:
    case ExprKind::DictComp:
    case ExprKind::GeneratorExp:
      return comprehension(syntax::as<syntax::ComprehensionExpr>(expr), dst);
    case ExprKind::Yield:
      return yield(syntax::as<syntax::Yield>(expr), dst);
    case ExprKind::Await:
      return await(syntax::as<syntax::Await>(expr), dst);
    case ExprKind::YieldFrom:
      return yield_from(syntax::as<syntax::YieldFrom>(expr), dst);
    case ExprKind::Compare:
      return compare(syntax::as<syntax::Compare>(expr), dst);
    case ExprKind::Call:
      return call(syntax::as<syntax::Call>(expr), dst);
    case ExprKind::FormattedValue:
      return formatted_value(syntax::as<syntax::FormattedValue>(expr), dst);
    case ExprKind::JoinedStr:
      return joined_str(syntax::as<syntax::JoinedStr>(expr), dst);
    case ExprKind::Attribute:
      return attribute(syntax::as<syntax::Attribute>(expr), dst);
    case ExprKind::Subscript:
      return subscript(syntax::as<syntax::Subscript>(expr), dst);
    case ExprKind::Slice:
      return slice(syntax::as<syntax::Slice>(expr), dst);
    case ExprKind::Starred:
      return unsupported(expr->range, "starred annotations");
  }
}

Reg Compiler::local_operand(syntax::Expr* expr) {
  if (auto* name = syntax::node_cast<syntax::Name>(expr)) {
    Reg r = local_target(name);
    if (r != kNone && name->maybe_unbound) {
      Restore restore(loc_);
      set_loc(name->range);
      emit(Op::CheckBound, r, name_index(name->mangled));
    }
    return r;
  }
  if (auto* named = syntax::node_cast<syntax::NamedExpr>(expr)) {
    Reg r = local_target(named->target);
    if (r == kNone) return kNone;
    Restore restore(loc_);
    set_loc(named->range);
    expr_to(named->value, r);
    return r;
  }
  return kNone;
}

Reg Compiler::expr_any(syntax::Expr* expr, std::initializer_list<syntax::Expr*> later, Reg hint) {
  Reg local = local_operand(expr);
  if (local != kNone) {
    auto* named = syntax::node_cast<syntax::NamedExpr>(expr);
    auto* name = named ? named->target : syntax::node_cast<syntax::Name>(expr);
    if (!assigned_in(later, name->mangled)) return local;
  }
  Reg r = hint != kNone && is_temporary(hint) ? hint : alloc();
  if (local != kNone) {
    move(r, local);
  } else {
    expr_to(expr, r);
  }
  return r;
}

void Compiler::expr_effect(syntax::Expr* expr) {
  TemporaryScope temporaries(unit_->registers);
  switch (expr->kind) {
    case ExprKind::Constant:
      return;
    case ExprKind::BoolOp: {
      auto& e = syntax::as<syntax::BoolOp>(expr);
      Label end = new_label();
      Restore restore(loc_);
      for (size_t i = 0; i + 1 < e.values.size(); ++i) {
        set_loc(e.range);
        condition(e.values[i], end, e.op == syntax::BoolOperator::Or);
      }
      expr_effect(e.values[e.values.size() - 1]);
      bind(end);
      return;
    }
    case ExprKind::NamedExpr:
      if (local_operand(expr) != kNone) return;
      break;
    case ExprKind::Name:
      if (local_operand(expr) != kNone) return;
      break;
    default:
      break;
  }
  expr_to(expr, alloc());
}

// --- does a later operand assign a local that is used in place?

bool Compiler::assigned_in(std::initializer_list<syntax::Expr*> exprs, std::string_view name) {
  if (!may_have_walrus_) return false;
  for (syntax::Expr* expr : exprs) {
    if (is_assigned_in(expr, name)) return true;
  }
  return false;
}

bool Compiler::is_assigned_in(syntax::Expr* expr, std::string_view name) {
  if (expr == nullptr) return false;
  bool found = false;
  auto look = [&](syntax::Expr* e) { found = found || is_assigned_in(e, name); };
  while (auto* binary = syntax::node_cast<syntax::BinOp>(expr)) {
    look(binary->right);
    expr = binary->left;
  }
  if (auto* named = syntax::node_cast<syntax::NamedExpr>(expr)) {
    if (named->target->mangled == name) return true;
  }
  // Of what runs in a scope of its own, only what is evaluated around it counts here.
  if (auto* lambda = syntax::node_cast<syntax::Lambda>(expr)) {
    for (syntax::Expr* e : lambda->args->defaults) look(e);
    for (syntax::Expr* e : lambda->args->kw_defaults) look(e);
  } else if (auto* inner = syntax::node_cast<syntax::ComprehensionExpr>(expr)) {
    look(inner->generators[0].iter);
  } else {
    syntax::for_each_child(expr, look);
  }
  return found;
}

// --- kinds of expressions

void Compiler::constant(const syntax::Constant& e, Reg dst) {
  Const value;
  if (fold(vm_, &e, value)) {
    load_const(dst, value);
  } else {
    error(e.range, "constant is too large");
  }
}

void Compiler::bool_op(const syntax::BoolOp& e, Reg dst) {
  Reg value = scratch(dst);
  Label end = new_label();
  bool is_or = e.op == syntax::BoolOperator::Or;
  for (size_t i = 0; i < e.values.size(); ++i) {
    Const known;
    if (i + 1 == e.values.size()) {
      expr_to(e.values[i], value);
    } else if (!fold(vm_, e.values[i], known)) {
      expr_to(e.values[i], value);
      jump_on(is_or ? Op::JumpTrue : Op::JumpFalse, value, end);
    } else if (known.truth() == is_or) {
      load_const(value, known);
      jump(end);
    }
  }
  bind(end);
  move(dst, value);
}

void Compiler::if_exp(const syntax::IfExp& e, Reg dst) {
  Label orelse = new_label(), end = new_label();
  condition(e.test, orelse, false);
  expr_to(e.body, dst);
  jump(end);
  bind(orelse);
  expr_to(e.orelse, dst);
  bind(end);
}

void Compiler::named_expr(const syntax::NamedExpr& e, Reg dst) {
  Reg target = local_target(e.target);
  if (target != kNone) {
    expr_to(e.value, target);
    return move(dst, target);
  }
  Reg value = scratch(dst);
  expr_to(e.value, value);
  set_loc(e.target->range);
  store_name(*e.target, value);
  move(dst, value);
}

void Compiler::attribute(const syntax::Attribute& e, Reg dst) {
  Reg object = expr_any(e.value, {}, dst);
  set_loc_to_attribute(e);
  emit(Op::LoadAttr, dst, object, name_index(e.mangled));
}

void Compiler::subscript(const syntax::Subscript& e, Reg dst) {
  warn_subscript(e);
  Reg object = expr_any(e.value, {e.slice}, dst);
  Const index;
  int32_t small;
  if (fold(vm_, e.slice, index) && index.fits_signed(16, &small)) {
    return emit(Op::GetItemI, dst, object, static_cast<uint32_t>(small));
  }
  emit(Op::GetItem, dst, object, expr_any(e.slice));
}

void Compiler::slice(const syntax::Slice& e, Reg dst) {
  Reg parts = alloc(3);
  Reg r = parts;
  for (syntax::Expr* part : {e.lower, e.upper, e.step}) {
    if (part == nullptr) {
      load_special(r++, Value::Special::None);
    } else {
      expr_to(part, r++);
    }
  }
  emit(Op::BuildSlice, dst, parts);
}

void Compiler::yield(const syntax::Yield& e, Reg dst) {
  Reg value;
  if (e.value == nullptr) {
    value = alloc();
    load_special(value, Value::Special::None);
  } else {
    value = expr_any(e.value);
  }
  if (unit_->body->flags & kCodeAsyncGenerator) {
    Reg wrapped = alloc();
    call_intrinsic(Intrinsic::AsyncValue, {value}, wrapped);
    value = wrapped;
  }
  emit_yield(dst, value);
}

void Compiler::await(const syntax::Await& e, Reg dst) {
  Reg value = scratch(dst);
  await_value(expr_any(e.value), value);
  move(dst, value);
}

/// R[dst], a temporary, = what awaiting R[source] gives. `iterates` makes an iterator of it.
void Compiler::await_value(Reg source, Reg dst, Intrinsic iterates) {
  TemporaryScope temporaries(unit_->registers);
  Reg iterator = alloc();
  call_intrinsic(iterates, {source}, iterator);
  load_special(dst, Value::Special::None);
  Label again = new_label(), end = new_label();
  bind(again);
  jump_on(Op::Send, dst, iterator, end);
  emit_yield(dst, dst);
  jump(again);
  bind(end);
}

void Compiler::yield_from(const syntax::YieldFrom& e, Reg dst) {
  Reg value = scratch(dst);
  Reg iterator = alloc();
  Reg source = expr_any(e.value, {}, iterator);
  emit(Op::GetDelegate, iterator, source);
  load_special(value, Value::Special::None);
  Label again = new_label(), end = new_label();
  bind(again);
  jump_on(Op::Send, value, iterator, end);
  emit_yield(value, value);
  jump(again);
  bind(end);
  move(dst, value);
}

}  // namespace hothouse
