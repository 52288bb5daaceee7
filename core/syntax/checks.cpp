// The mistakes that CPython's code generator finds: statements and expressions that are well formed
// but stand where they mean nothing. Patterns are checked in checks_pattern.cpp.
//
// Neighbours: scope_builder.h declares the entry; runs when the scopes are resolved.
#include "core/syntax/checks.h"

#include "core/syntax/children.h"
#include "core/syntax/scope_builder.h"

namespace hothouse::syntax {

namespace {

constexpr std::string_view kFutureFeatures[] = {
    "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};

bool is_future_import(const Stmt* stmt) {
  if (stmt->kind != StmtKind::ImportFrom) return false;
  auto* import = static_cast<const ImportFrom*>(stmt);
  return import->level == 0 && import->module == "__future__";
}

bool is_docstring(const Stmt* stmt) {
  if (stmt->kind != StmtKind::Expr) return false;
  auto* constant = node_cast<Constant>(static_cast<const ExprStmt*>(stmt)->value);
  return constant != nullptr && constant->constant == ConstantKind::Str;
}

}  // namespace

void Checker::fail(SourceRange range, std::string message) {
  if (failed_) return;
  failed_ = true;
  error_ = SyntaxError{};
  error_.message = std::move(message);
  error_.line = range.begin.line;
  error_.col = range.begin.byte_col + 1;  // in bytes, as CPython's compiler has it
  error_.end_line = range.end.line;
  error_.end_col = range.end.byte_col + 1;
}

bool Checker::run(Module& module) {
  bool early = true;  // `from __future__` may still come
  bool first = true;
  for (Stmt* stmt : module.body) {
    if (!is_future_import(stmt)) {
      if (!(first && is_docstring(stmt))) early = false;
    } else if (!early) {
      fail(stmt->range, "from __future__ imports must occur at the beginning of the file");
    } else {
      future_import(as<ImportFrom>(stmt));
    }
    first = false;
  }
  body(module.body);
  return !failed_;
}

void Checker::future_import(ImportFrom& stmt) {
  for (Alias& alias : stmt.names) {
    bool known = false;
    for (std::string_view feature : kFutureFeatures) known |= feature == alias.name;
    if (known) continue;
    fail(stmt.range, alias.name == "braces"
                         ? "not a chance"
                         : "future feature " + std::string(alias.name) + " is not defined");
    if (failed_) error_.end_col = 0;
    return;
  }
}

// Expressions ----------------------------------------------------------------------------------

void Checker::all(Exprs list) {
  for (Expr* e : list) visit(e);
}

// `*x` is allowed in these lists.
void Checker::starred_list(Exprs list) {
  for (Expr* e : list) visit(e->kind == ExprKind::Starred ? as<Starred>(e).value : e);
}

void Checker::assigned_name(std::string_view name, SourceRange range) {
  if (name == "__debug__") fail(range, "cannot assign to __debug__");
}

void Checker::sequence(Sequence& expr) {
  if (expr.context == Context::Store) {
    int stars = 0;
    for (Expr* e : expr.elts) stars += e->kind == ExprKind::Starred;
    if (stars > 1) fail(expr.range, "multiple starred expressions in assignment");
  }
  starred_list(expr.elts);
}

void Checker::call(Exprs args, std::span<Keyword*> keywords, SourceRange range) {
  for (std::size_t i = 0; i < keywords.size(); ++i) {
    if (keywords[i]->arg.empty()) continue;
    assigned_name(keywords[i]->arg, range);
    for (std::size_t j = i + 1; j < keywords.size(); ++j) {
      if (keywords[i]->arg == keywords[j]->arg) {
        fail(keywords[j]->range, "keyword argument repeated: " + std::string(keywords[j]->arg));
      }
    }
  }
  starred_list(args);
  for (Keyword* keyword : keywords) visit(keyword->value);
}

void Checker::comprehension(ComprehensionExpr& expr) {
  visit(expr.generators[0].iter);
  bool generator = expr.kind == ExprKind::GeneratorExp;
  if (expr.scope->is_coroutine && !generator && place_ != Place::AsyncFunction && !comprehension_) {
    fail(expr.range, "asynchronous comprehension outside of an asynchronous function");
  }
  bool outer = comprehension_;
  comprehension_ = true;
  bool first = true;
  for (Comprehension& clause : expr.generators) {
    if (!first) visit(clause.iter);
    first = false;
    visit(clause.target);
    all(clause.ifs);
  }
  visit(expr.elt);
  visit(expr.value);
  comprehension_ = outer;
}

void Checker::parameters(Arguments& args) {
  for_each_child(args,
                 [&](Expr* e) { visit(e->kind == ExprKind::Starred ? as<Starred>(e).value : e); });
}

void Checker::visit(Expr* expr) {
  if (expr == nullptr || failed_) return;
  switch (expr->kind) {
    case ExprKind::Name: {
      auto& name = as<Name>(expr);
      if (name.id == "__debug__" && name.context != Context::Load) {
        fail(expr->range, name.context == Context::Del ? "cannot delete __debug__"
                                                       : "cannot assign to __debug__");
      }
      return;
    }
    case ExprKind::Attribute:
      if (as<Attribute>(expr).context == Context::Store) {
        assigned_name(as<Attribute>(expr).attr, expr->range);
      }
      break;
    case ExprKind::Starred:
      return fail(expr->range, as<Starred>(expr).context == Context::Store
                                   ? "starred assignment target must be in a list or tuple"
                                   : "can't use starred expression here");
    case ExprKind::Set:
    case ExprKind::List:
    case ExprKind::Tuple:
      return sequence(as<Sequence>(expr));
    case ExprKind::Call:
      visit(as<Call>(expr).func);
      return call(as<Call>(expr).args, as<Call>(expr).keywords, expr->range);
    case ExprKind::BinOp: {
      for (; expr->kind == ExprKind::BinOp; expr = as<BinOp>(expr).left)
        visit(as<BinOp>(expr).right);
      return visit(expr);
    }
    case ExprKind::Lambda: {
      parameters(*as<Lambda>(expr).args);
      for (const Symbol& symbol : as<Lambda>(expr).scope->symbols) {
        if (symbol.is_parameter) assigned_name(symbol.name, expr->range);
      }
      Saved saved(*this);
      place_ = Place::Function;
      return visit(as<Lambda>(expr).body);
    }
    case ExprKind::ListComp:
    case ExprKind::SetComp:
    case ExprKind::DictComp:
    case ExprKind::GeneratorExp:
      return comprehension(as<ComprehensionExpr>(expr));
    case ExprKind::Yield:
    case ExprKind::YieldFrom:
      if (place_ == Place::Module || place_ == Place::Class) {
        return fail(expr->range, "'yield' outside function");
      }
      if (expr->kind == ExprKind::YieldFrom && place_ == Place::AsyncFunction) {
        return fail(expr->range, "'yield from' inside async function");
      }
      break;
    case ExprKind::Await:
      if (place_ == Place::Module || place_ == Place::Class) {
        return fail(expr->range, "'await' outside function");
      }
      if (place_ != Place::AsyncFunction && !comprehension_) {
        return fail(expr->range, "'await' outside async function");
      }
      break;
    default:
      break;
  }
  for_each_child(expr, [&](Expr* child) { visit(child); });
}

// Statements -----------------------------------------------------------------------------------

void Checker::body(Stmts list) {
  for (Stmt* stmt : list) {
    if (failed_) return;
    statement(stmt);
  }
}

void Checker::loop(Stmts list, Stmts orelse) {
  bool outer = in_loop_;
  bool outer_star = in_except_star_;
  in_loop_ = true;
  in_except_star_ = false;
  body(list);
  in_loop_ = outer;
  in_except_star_ = outer_star;
  body(orelse);
}

void Checker::function(FunctionDef& def) {
  all(def.decorators);
  parameters(*def.args);
  visit(def.returns);
  for (const Symbol& symbol : def.scope->symbols) {
    if (symbol.is_parameter) assigned_name(symbol.name, def.range);
  }
  Saved saved(*this);
  place_ = def.is_async ? Place::AsyncFunction : Place::Function;
  async_generator_ = def.is_async && def.scope->is_generator;
  body(def.body);
}

void Checker::return_statement(Return& stmt) {
  if (place_ != Place::Function && place_ != Place::AsyncFunction) {
    return fail(stmt.range, "'return' outside function");
  }
  if (in_except_star_) return jump_out_of_except_star(stmt.range);
  if (stmt.value != nullptr && async_generator_) {
    return fail(stmt.range, "'return' with value in async generator");
  }
  visit(stmt.value);
}

void Checker::jump_out_of_except_star(SourceRange range) {
  fail(range, "'break', 'continue' and 'return' cannot appear in an except* block");
}

void Checker::try_statement(Try& stmt) {
  body(stmt.body);
  for (std::size_t i = 0; i < stmt.handlers.size(); ++i) {
    ExceptHandler& handler = stmt.handlers[i];
    if (handler.type == nullptr && i + 1 < stmt.handlers.size()) {
      return fail(handler.range, "default 'except:' must be last");
    }
    visit(handler.type);
    if (handler.name != nullptr) assigned_name(handler.name->id, handler.range);
    bool outer = in_except_star_;
    in_except_star_ = outer || stmt.is_star;
    body(handler.body);
    in_except_star_ = outer;
  }
  body(stmt.orelse);
  body(stmt.finalbody);
}

void Checker::statement(Stmt* stmt) {
  bool async_place = place_ == Place::AsyncFunction;
  switch (stmt->kind) {
    case StmtKind::FunctionDef:
      return function(as<FunctionDef>(stmt));
    case StmtKind::ClassDef: {
      auto& def = as<ClassDef>(stmt);
      all(def.decorators);
      call(def.bases, def.keywords, def.range);
      Saved saved(*this);
      place_ = Place::Class;
      return body(def.body);
    }
    case StmtKind::Return:
      return return_statement(as<Return>(stmt));
    case StmtKind::Delete:
      return all(as<Delete>(stmt).targets);
    case StmtKind::Assign:
      visit(as<Assign>(stmt).value);
      return all(as<Assign>(stmt).targets);
    case StmtKind::AugAssign:
      visit(as<AugAssign>(stmt).target);
      return visit(as<AugAssign>(stmt).value);
    case StmtKind::AnnAssign:
      visit(as<AnnAssign>(stmt).value);
      visit(as<AnnAssign>(stmt).target);
      return visit(as<AnnAssign>(stmt).annotation);
    case StmtKind::For: {
      auto& loop_stmt = as<For>(stmt);
      if (loop_stmt.is_async && !async_place) {
        return fail(stmt->range, "'async for' outside async function");
      }
      visit(loop_stmt.iter);
      visit(loop_stmt.target);
      return loop(loop_stmt.body, loop_stmt.orelse);
    }
    case StmtKind::While:
      visit(as<While>(stmt).test);
      return loop(as<While>(stmt).body, as<While>(stmt).orelse);
    case StmtKind::If:
      for (If* branch = &as<If>(stmt);;) {
        visit(branch->test);
        body(branch->body);
        If* next = branch->orelse.size() == 1 ? node_cast<If>(branch->orelse[0]) : nullptr;
        if (next == nullptr) return body(branch->orelse);
        branch = next;
      }
    case StmtKind::With:
      if (as<With>(stmt).is_async && !async_place) {
        return fail(stmt->range, "'async with' outside async function");
      }
      for (WithItem& item : as<With>(stmt).items) {
        visit(item.context_expr);
        visit(item.optional_vars);
      }
      return body(as<With>(stmt).body);
    case StmtKind::Match:
      return match(as<Match>(stmt));
    case StmtKind::Raise:
      visit(as<Raise>(stmt).exc);
      return visit(as<Raise>(stmt).cause);
    case StmtKind::Try:
      return try_statement(as<Try>(stmt));
    case StmtKind::Assert:
      visit(as<Assert>(stmt).test);
      return visit(as<Assert>(stmt).msg);
    case StmtKind::Import:
      for (Alias& alias : as<Import>(stmt).names) assigned_name(alias.target->id, stmt->range);
      return;
    case StmtKind::ImportFrom:
      if (place_ != Place::Module && is_future_import(stmt)) {
        return fail(stmt->range, "from __future__ imports must occur at the beginning of the file");
      }
      for (Alias& alias : as<ImportFrom>(stmt).names) {
        if (alias.target != nullptr) assigned_name(alias.target->id, stmt->range);
      }
      return;
    case StmtKind::Expr:
      return visit(as<ExprStmt>(stmt).value);
    case StmtKind::Break:
      if (in_except_star_) return jump_out_of_except_star(stmt->range);
      if (!in_loop_) fail(stmt->range, "'break' outside loop");
      return;
    case StmtKind::Continue:
      if (in_except_star_) return jump_out_of_except_star(stmt->range);
      if (!in_loop_) fail(stmt->range, "'continue' not properly in loop");
      return;
    case StmtKind::Global:
    case StmtKind::Nonlocal:
    case StmtKind::Pass:
      return;
  }
}

bool check_placement(Module& module, SyntaxError& error) { return Checker(error).run(module); }

}  // namespace hothouse::syntax
