// Statements: the dispatch, the simple ones, `if`, imports.
#include "core/bytecode/compiler_impl.h"

namespace hothouse {

using syntax::StmtKind;

void Compiler::body(Stmts stmts) {
  for (syntax::Stmt* s : stmts) {
    stmt(s);
    // A coroutine that nobody awaits, and a generator that nobody exhausts, are noticed where it
    // costs hot code nothing.
    const bool is_cold = unit_->is_module() && unit_->block == nullptr;
    const bool watches = watches_objects_ || ((has_coroutines_ || closes_generators_) && is_cold);
    if (watches && gives_up_objects(s)) emit(Op::Finalize);
  }
}

/// May an object that the program knew lose its last reference with this statement? Asked only
/// where the program is likely to see it. Functions print without that anything dies.
bool Compiler::gives_up_objects(syntax::Stmt* s) {
  if (unit_->is_class()) return false;
  switch (s->kind) {
    case StmtKind::Delete:
      return true;
    case StmtKind::Expr: {
      const auto* call = syntax::node_cast<syntax::Call>(syntax::as<syntax::ExprStmt>(s).value);
      if (call == nullptr) return false;
      const auto* name = syntax::node_cast<syntax::Name>(call->func);
      return name == nullptr || name->id != "print";
    }
    case StmtKind::Assign: {
      bool again = false;
      for (syntax::Expr* target : syntax::as<syntax::Assign>(s).targets) {
        const auto* name = syntax::node_cast<syntax::Name>(target);
        again = name == nullptr || !unit_->assigned.insert(name->mangled).second || again;
      }
      return again || unit_->block != nullptr;
    }
    default:
      return false;
  }
}

void Compiler::stmt(syntax::Stmt* s) {
  DepthGuard guard(*this);
  if (guard.too_deep()) {
    return error(s->range, "maximum recursion depth exceeded during compilation");
  }
  TemporaryScope temporaries(unit_->registers);
  set_loc(s->range);
  switch (s->kind) {
    case StmtKind::FunctionDef:
      return function_def(syntax::as<syntax::FunctionDef>(s));
    case StmtKind::ClassDef:
      return class_def(syntax::as<syntax::ClassDef>(s));
    case StmtKind::Return:
      return return_stmt(syntax::as<syntax::Return>(s));
    case StmtKind::Delete:
      for (syntax::Expr* target : syntax::as<syntax::Delete>(s).targets) delete_target(target);
      return;
    case StmtKind::Assign:
      return assign(syntax::as<syntax::Assign>(s));
    case StmtKind::AugAssign:
      return aug_assign(syntax::as<syntax::AugAssign>(s));
    case StmtKind::AnnAssign:
      return ann_assign(syntax::as<syntax::AnnAssign>(s));
    case StmtKind::For:
      return for_stmt(syntax::as<syntax::For>(s));
    case StmtKind::While:
      return while_stmt(syntax::as<syntax::While>(s));
    case StmtKind::If:
      return if_stmt(&syntax::as<syntax::If>(s));
    case StmtKind::With:
      return with_stmt(syntax::as<syntax::With>(s), 0);
    case StmtKind::Match:
      return match_stmt(syntax::as<syntax::Match>(s));
    case StmtKind::Raise:
      return raise_stmt(syntax::as<syntax::Raise>(s));
    case StmtKind::Try:
      return try_stmt(syntax::as<syntax::Try>(s));
    case StmtKind::Assert:
      return assert_stmt(syntax::as<syntax::Assert>(s));
    case StmtKind::Import:
      return import_stmt(syntax::as<syntax::Import>(s));
    case StmtKind::ImportFrom:
      return import_from(syntax::as<syntax::ImportFrom>(s));
    case StmtKind::Expr:
      return expr_stmt(syntax::as<syntax::ExprStmt>(s));
    case StmtKind::Break:
    case StmtKind::Continue:
      return loop_exit(s->kind == StmtKind::Break);
    case StmtKind::Pass:
      return pass_line();
    case StmtKind::Global:
    case StmtKind::Nonlocal:
      return;
  }
}

/// The statement leaves no instructions, but a trace function is told of its line.
void Compiler::pass_line() {
  if ((unit_->body->flags & kCodeInternal) == 0) unit_->code.pass_line(loc_);
}

void Compiler::expr_stmt(const syntax::ExprStmt& s) {
  if (shows_values() && unit_->is_module()) {
    Reg value = expr_any(s.value);
    return emit(Op::PrintExpr, value);
  }
  if (syntax::node_cast<syntax::Constant>(s.value) != nullptr) pass_line();
  expr_effect(s.value);
}

/// `if test: continue` and `if test: break` are one jump, unless there is something to unwind.
std::optional<Label> Compiler::plain_loop_exit(const syntax::If& s) {
  Block* loop = unit_->block;
  if (s.body.size() != 1 || !s.orelse.empty() || loop == nullptr) return std::nullopt;
  if (loop->kind != Block::Kind::Loop) return std::nullopt;
  const bool is_break = s.body[0]->kind == StmtKind::Break;
  if (!is_break && s.body[0]->kind != StmtKind::Continue) return std::nullopt;
  if (is_break) loop->breaks = true;
  const Label exit = is_break ? loop->break_label : loop->continue_label;
  const Position statement = position_of(s.body[0]->range);
  const bool is_internal = (unit_->body->flags & kCodeInternal) != 0;
  if (is_internal || statement.line == loc_.line) return exit;
  return unit_->code.passing(exit, statement);
}

/// `elif` chains are walked with a loop: they may be as long as the program.
void Compiler::if_stmt(syntax::If* s) {
  Label end = new_label();
  for (;;) {
    set_loc(s->range);
    if (syntax::node_cast<syntax::Constant>(s->test) != nullptr) pass_line();
    if (const std::optional<Label> exit = plain_loop_exit(*s)) {
      condition(s->test, *exit, true);
      break;
    }
    Label orelse = new_label();
    condition(s->test, orelse, false);
    body(s->body);
    if (s->orelse.empty()) {
      bind(orelse);
      break;
    }
    jump(end);
    bind(orelse);
    auto* next = s->orelse.size() == 1 ? syntax::node_cast<syntax::If>(s->orelse[0]) : nullptr;
    if (next == nullptr) {
      body(s->orelse);
      break;
    }
    s = next;
  }
  bind(end);
}

void Compiler::assert_stmt(const syntax::Assert& s) {
  warn_assert(s);
  Label end = new_label();
  condition(s.test, end, true);
  Reg error = alloc();
  if (s.msg == nullptr) {
    load_intrinsic(error, Intrinsic::AssertionError);
  } else {
    Reg w = window(error, 1);
    load_intrinsic(w, Intrinsic::AssertionError);
    expr_to(s.msg, w + 4);
    emit(Op::Call, error, w, 1);
  }
  emit(Op::Raise, error, 0, 0, 1);
  bind(end);
}

void Compiler::raise_stmt(const syntax::Raise& s) {
  if (s.exc == nullptr) return emit(Op::Raise);
  Reg exc = expr_any(s.exc, {s.cause});
  if (s.cause == nullptr) return emit(Op::Raise, exc, 0, 0, 1);
  emit(Op::Raise, exc, expr_any(s.cause), 0, 2);
}

// --- imports

void Compiler::import_name(std::string_view name, uint32_t level, const Const& names, Reg dst) {
  TemporaryScope temporaries(unit_->registers);
  Reg row = alloc(2);
  load_int(row, static_cast<int32_t>(level));
  load_const(row + 1, names);
  emit(Op::Import, dst, name_index(name), row);
}

void Compiler::import_stmt(const syntax::Import& s) {
  for (const syntax::Alias& alias : s.names) {
    TemporaryScope temporaries(unit_->registers);
    Reg module = alloc();
    import_name(alias.name, 0, Const(), module);
    // `import a.b.c as x` binds a.b.c, `import a.b.c` binds a.
    size_t dot = alias.name.find('.');
    while (!alias.asname.empty() && dot != std::string_view::npos) {
      size_t next = alias.name.find('.', dot + 1);
      size_t size = next == std::string_view::npos ? next : next - dot - 1;
      emit(Op::ImportFrom, module, module, name_index(alias.name.substr(dot + 1, size)));
      dot = next;
    }
    store_name(*alias.target, module);
  }
}

void Compiler::import_from(const syntax::ImportFrom& s) {
  if (s.module == "__future__" && s.level == 0) {
    // Features 3.11 has anyway are noted and nothing else; no name is bound for them.
    for (const syntax::Alias& alias : s.names) {
      future_annotations_ = future_annotations_ || alias.name == "annotations";
    }
    return;
  }
  std::vector<Const> names;
  for (const syntax::Alias& alias : s.names) {
    names.push_back(Const::of_text(std::string(alias.name)));
  }
  Reg module = alloc();
  import_name(s.module, s.level, Const::tuple(std::move(names)), module);
  for (const syntax::Alias& alias : s.names) {
    if (alias.target == nullptr) return emit(Op::ImportStar, module);
    Reg local = local_target(alias.target);
    TemporaryScope temporaries(unit_->registers);
    Reg value = local != kNone ? local : alloc();
    emit(Op::ImportFrom, value, module, name_index(alias.name));
    if (local == kNone) store_name(*alias.target, value);
  }
}

}  // namespace hothouse
