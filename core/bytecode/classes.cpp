// Class statements: the body is a function that fills a namespace; a call of __build_class__ with
// it, the name, the bases and the keywords makes the class.
#include "core/bytecode/compiler_impl.h"

namespace hothouse {

void Compiler::class_def(const syntax::ClassDef& s) {
  Position statement = loc_;
  std::vector<Reg> windows = begin_decorators(s.decorators);
  loc_ = statement;
  Reg result = alloc();
  {
    TemporaryScope temporaries(unit_->registers);
    bool star = has_star(s.bases, s.keywords);
    Reg w = window(result, 0);
    load_intrinsic(w, Intrinsic::BuildClass);
    Reg list = star ? alloc() : kNone;
    Reg row = unit_->registers.top();
    {
      Reg function = alloc();
      TemporaryScope inner(unit_->registers);
      Reg parts = alloc(4);
      Value code = compile_class(s);
      uint8_t flags = closure(*s.scope, parts + 3) ? 8 : 0;
      make_function(code, flags, parts, function);
    }
    load_text(alloc(), s.name->id);
    if (star) {
      emit(Op::BuildList, list, row, 2);
      unit_->registers.release_to(row);
      finish_call_ex(w, true, s.bases, s.keywords, result);
    } else {
      finish_call(w, 2, s.bases, s.keywords, result);
    }
  }
  if (!windows.empty()) {
    apply_decorators(s.decorators, windows);
    result = windows[0];
  }
  loc_ = statement;
  store_name(*s.name, result);
}

Value Compiler::compile_class(const syntax::ClassDef& s) {
  Unit unit;
  uint32_t line = first_line(s, s.decorators);
  begin_unit(unit, s.scope, kCodeClassBody, line);
  loc_ = Position{static_cast<int32_t>(line), static_cast<int32_t>(line), 0, 0};
  prologue();
  {
    TemporaryScope temporaries(unit.registers);
    Reg value = alloc();
    emit(Op::LoadName, value, name_index("__name__"));
    emit(Op::StoreName, name_index("__module__"), value);
    load_text(value, s.scope->qualname);
    emit(Op::StoreName, name_index("__qualname__"), value);
    setup_annotations(s.body);
    set_doc(s.body);
    if (!unit.body->doc.is_none()) {
      set_loc(s.body[0]->range);
      expr_to(syntax::as<syntax::ExprStmt>(s.body[0]).value, value);
      emit(Op::StoreName, name_index("__doc__"), value);
    }
  }
  body(s.body);
  Reg cell = local_register("__class__");
  if (s.scope->needs_class_cell && cell != kNone) {
    loc_.end_col = -1;
    emit(Op::Return, cell);
  } else {
    return_none();
  }
  return end_unit();
}

/// Whether a body annotates names, in nested statements too, but not in inner scopes.
bool Compiler::has_annotations(Stmts stmts) {
  using syntax::StmtKind;
  for (syntax::Stmt* s : stmts) {
    switch (s->kind) {
      case StmtKind::AnnAssign:
        return true;
      case StmtKind::For: {
        auto& loop = syntax::as<syntax::For>(s);
        if (has_annotations(loop.body) || has_annotations(loop.orelse)) return true;
        break;
      }
      case StmtKind::While: {
        auto& loop = syntax::as<syntax::While>(s);
        if (has_annotations(loop.body) || has_annotations(loop.orelse)) return true;
        break;
      }
      case StmtKind::If: {
        const syntax::If* test = &syntax::as<syntax::If>(s);
        for (;;) {
          if (has_annotations(test->body)) return true;
          auto* next =
              test->orelse.size() == 1 ? syntax::node_cast<syntax::If>(test->orelse[0]) : nullptr;
          if (next == nullptr) break;
          test = next;
        }
        if (has_annotations(test->orelse)) return true;
        break;
      }
      case StmtKind::With:
        if (has_annotations(syntax::as<syntax::With>(s).body)) return true;
        break;
      case StmtKind::Match:
        for (const syntax::MatchCase& c : syntax::as<syntax::Match>(s).cases) {
          if (has_annotations(c.body)) return true;
        }
        break;
      case StmtKind::Try: {
        auto& t = syntax::as<syntax::Try>(s);
        if (has_annotations(t.body) || has_annotations(t.orelse) || has_annotations(t.finalbody)) {
          return true;
        }
        for (const syntax::ExceptHandler& handler : t.handlers) {
          if (has_annotations(handler.body)) return true;
        }
        break;
      }
      default:
        break;
    }
  }
  return false;
}

void Compiler::setup_annotations(Stmts stmts) {
  if (!has_annotations(stmts)) return;
  TemporaryScope temporaries(unit_->registers);
  call_intrinsic(Intrinsic::SetupAnnotations, {}, alloc());
}

}  // namespace hothouse
