// The scopes and the flags of names, as text. See dump.h.
#include "core/syntax/children.h"
#include "core/syntax/dump.h"

namespace hothouse::syntax {

namespace {

const char* resolution_name(Resolution r) {
  switch (r) {
    case Resolution::Unresolved:
      return "unresolved";
    case Resolution::Local:
      return "local";
    case Resolution::Cell:
      return "cell";
    case Resolution::Free:
      return "free";
    case Resolution::GlobalExplicit:
      return "global!";
    case Resolution::GlobalImplicit:
      return "global";
    case Resolution::ModuleName:
      return "module";
  }
  return "";
}

const char* kind_name(ScopeKind kind) {
  switch (kind) {
    case ScopeKind::Module:
      return "module";
    case ScopeKind::Class:
      return "class";
    case ScopeKind::Function:
      return "function";
    case ScopeKind::Lambda:
      return "lambda";
    case ScopeKind::Comprehension:
      return "comprehension";
  }
  return "";
}

void list(std::string& out, const char* title, std::span<std::string_view> names) {
  if (names.empty()) return;
  out += title;
  for (std::string_view name : names) {
    out += ' ';
    out += name;
  }
}

void scope_lines(std::string& out, const Scope& scope, std::size_t depth) {
  out += std::string(depth * 2, ' ') + kind_name(scope.kind) + " ";
  out += scope.qualname;
  if (scope.is_generator) out += " generator";
  if (scope.is_coroutine) out += " coroutine";
  list(out, " | locals", scope.locals);
  list(out, " | cells", scope.cells);
  list(out, " | frees", scope.frees);
  std::string separator = " |";
  for (const Symbol& symbol : scope.symbols) {
    out += separator + " ";
    separator = "";
    out += symbol.name;
    out += ":";
    out += resolution_name(symbol.resolution);
    if (symbol.resolution == Resolution::Local && scope.is_function_like() && symbol.needs_init) {
      out += "?";
    }
  }
  out += '\n';
  for (const Scope* child : scope.children) scope_lines(out, *child, depth + 1);
}

/// Visits all expressions of a tree.
class UnboundLister {
 public:
  std::string out;

  void body(Stmts stmts) {
    for (Stmt* stmt : stmts) statement(stmt);
  }

 private:
  void note(const Name* name) {
    bool local = name->resolution == Resolution::Local || name->resolution == Resolution::Cell;
    if (!local || !name->maybe_unbound) return;
    if (!out.empty()) out += ' ';
    out += std::string(name->id) + "@" + std::to_string(name->range.begin.line) + ":" +
           std::to_string(name->range.begin.col);
  }
  // Only function scopes are analysed.
  void visit(Expr* expr) {
    if (expr == nullptr) return;
    if (auto* name = node_cast<Name>(expr)) {
      if (name->context != Context::Store && in_function_) note(name);
      return;
    }
    bool outer = in_function_;
    if (expr->kind == ExprKind::Lambda || node_cast<ComprehensionExpr>(expr) != nullptr) {
      in_function_ = true;
    }
    for_each_child(expr, [&](Expr* child) { visit(child); });
    in_function_ = outer;
  }
  void all(Exprs list) {
    for (Expr* e : list) visit(e);
  }
  void scope(Stmts stmts, bool function) {
    bool outer = in_function_;
    in_function_ = function;
    body(stmts);
    in_function_ = outer;
  }
  void statement(Stmt* stmt) {
    switch (stmt->kind) {
      case StmtKind::FunctionDef:
        all(as<FunctionDef>(stmt).decorators);
        for_each_child(*as<FunctionDef>(stmt).args, [&](Expr* e) { visit(e); });
        return scope(as<FunctionDef>(stmt).body, true);
      case StmtKind::ClassDef:
        all(as<ClassDef>(stmt).decorators);
        all(as<ClassDef>(stmt).bases);
        return scope(as<ClassDef>(stmt).body, false);
      case StmtKind::Return:
        return visit(as<Return>(stmt).value);
      case StmtKind::Delete:
        return all(as<Delete>(stmt).targets);
      case StmtKind::Assign:
        visit(as<Assign>(stmt).value);
        return all(as<Assign>(stmt).targets);
      case StmtKind::AugAssign:
        if (auto* name = node_cast<Name>(as<AugAssign>(stmt).target); name && in_function_)
          note(name);
        visit(as<AugAssign>(stmt).target);
        return visit(as<AugAssign>(stmt).value);
      case StmtKind::AnnAssign:
        return visit(as<AnnAssign>(stmt).value);
      case StmtKind::For:
        visit(as<For>(stmt).iter);
        visit(as<For>(stmt).target);
        body(as<For>(stmt).body);
        return body(as<For>(stmt).orelse);
      case StmtKind::While:
        visit(as<While>(stmt).test);
        body(as<While>(stmt).body);
        return body(as<While>(stmt).orelse);
      case StmtKind::If:
        visit(as<If>(stmt).test);
        body(as<If>(stmt).body);
        return body(as<If>(stmt).orelse);
      case StmtKind::With:
        for (WithItem& item : as<With>(stmt).items) visit(item.context_expr);
        return body(as<With>(stmt).body);
      case StmtKind::Match:
        visit(as<Match>(stmt).subject);
        for (MatchCase& c : as<Match>(stmt).cases) {
          visit(c.guard);
          body(c.body);
        }
        return;
      case StmtKind::Raise:
        visit(as<Raise>(stmt).exc);
        return visit(as<Raise>(stmt).cause);
      case StmtKind::Try:
        body(as<Try>(stmt).body);
        for (ExceptHandler& handler : as<Try>(stmt).handlers) {
          visit(handler.type);
          body(handler.body);
        }
        body(as<Try>(stmt).orelse);
        return body(as<Try>(stmt).finalbody);
      case StmtKind::Assert:
        visit(as<Assert>(stmt).test);
        return visit(as<Assert>(stmt).msg);
      case StmtKind::Expr:
        return visit(as<ExprStmt>(stmt).value);
      case StmtKind::Import:
      case StmtKind::ImportFrom:
      case StmtKind::Global:
      case StmtKind::Nonlocal:
      case StmtKind::Pass:
      case StmtKind::Break:
      case StmtKind::Continue:
        return;
    }
  }

  bool in_function_ = false;
};

}  // namespace

std::string dump_scopes(const Scope& scope) {
  std::string out;
  scope_lines(out, scope, 0);
  return out;
}

std::string dump_maybe_unbound(const Module& module) {
  UnboundLister lister;
  lister.body(module.body);
  return std::move(lister.out);
}

}  // namespace hothouse::syntax
