// See definite_assignment.h.
//
// A walk over each function in order of execution, with the set of variables that certainly have a
// value. Where paths meet, the sets are intersected; code behind a `return` or `raise` starts from
// the full set, which an intersection drops. Only `del` and the end of an `except ... as` clause
// take a value away: what a loop or try body may delete is subtracted where control can come back
// to, so that no fixed point is needed.
#include "core/syntax/definite_assignment.h"

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/syntax/assigned_set.h"
#include "core/syntax/children.h"
#include "core/syntax/scopes.h"

namespace hothouse::syntax {

namespace {

/// Work to be done for one scope.
struct Task {
  Scope* scope;
  Arguments* args = nullptr;
  Stmts body;
  Expr* expr = nullptr;  // a lambda's body
  ComprehensionExpr* comp = nullptr;
};

using NameSet = std::unordered_set<const char*>;  // interned texts

class Flow {
 public:
  Flow(const Task& task, const NameSet& deleted_elsewhere, std::vector<Task>& tasks)
      : scope_(*task.scope), tasks_(tasks) {
    if (scope_.is_function_like()) {
      for (const Symbol& symbol : scope_.symbols) {
        bool local = symbol.resolution == Resolution::Local;
        bool cell = symbol.resolution == Resolution::Cell &&
                    deleted_elsewhere.count(symbol.name.data()) == 0;
        if (local || cell) index_.emplace(symbol.name.data(), index_.size());
      }
    }
    state_ = AssignedSet(index_.size());
    checked_ = AssignedSet(index_.size());
    for (const Symbol& symbol : scope_.symbols) {
      if (symbol.is_parameter) assign(symbol.name);
    }
  }

  void run(const Task& task) {
    if (task.comp != nullptr) {
      comprehension_body(*task.comp);
    } else if (task.expr != nullptr) {
      visit(task.expr);
    } else {
      body(task.body);
    }
    for (Symbol& symbol : scope_.symbols) {
      auto it = index_.find(symbol.name.data());
      if (symbol.resolution != Resolution::Local || it == index_.end()) continue;
      symbol.needs_init = !symbol.is_parameter && (reflective_ || checked_.contains(it->second));
    }
  }

 private:
  // Names -------------------------------------------------------------------------------------

  void assign(std::string_view name) {
    auto it = index_.find(name.data());
    if (it != index_.end()) state_.add(it->second);
  }
  void assign(const Name* name) {
    if (name != nullptr) assign(name->mangled);
  }
  void unassign(AssignedSet& set, const Name* name) {
    auto it = index_.find(name->mangled.data());
    if (it != index_.end()) set.remove(it->second);
  }
  // A read that goes well proves that there is a value.
  void read(Name* name) {
    auto it = index_.find(name->mangled.data());
    if (it == index_.end()) {
      std::string_view id = name->id;
      if (name->context == Context::Load &&
          (id == "locals" || id == "vars" || id == "dir" || id == "eval" || id == "exec")) {
        reflective_ = true;
      }
      return;
    }
    name->maybe_unbound = !state_.contains(it->second);
    if (name->maybe_unbound) checked_.add(it->second);
    state_.add(it->second);
  }

  // What the statements may delete, nested functions aside.
  void subtract_deleted(AssignedSet& set, Stmts list) {
    for (Stmt* stmt : list) subtract_deleted(set, stmt);
  }
  void subtract_deleted(AssignedSet& set, Stmt* stmt);
  void subtract_deleted_target(AssignedSet& set, Expr* target) {
    if (auto* name = node_cast<Name>(target)) unassign(set, name);
    if (auto* list = node_cast<Sequence>(target)) {
      for (Expr* e : list->elts) subtract_deleted_target(set, e);
    }
  }

  // Expressions -------------------------------------------------------------------------------

  void all(Exprs list) {
    for (Expr* e : list) visit(e);
  }
  void visit(Expr* expr);
  void binary(Expr* expr);
  void comprehension_body(ComprehensionExpr& expr);
  void maybe(Expr* expr) {
    AssignedSet before = state_;
    visit(expr);
    state_ = before;
  }

  // Statements --------------------------------------------------------------------------------

  void body(Stmts list) {
    for (Stmt* stmt : list) statement(stmt);
  }
  void statement(Stmt* stmt);
  void if_chain(If* stmt);
  void while_loop(While& stmt);
  void for_loop(For& stmt);
  void loop_body(Stmts list, AssignedSet& breaks);
  void try_statement(Try& stmt);
  void with_statement(With& stmt);
  void match(Match& stmt);
  void pattern(Pattern* p);
  void function(FunctionDef& def);
  void class_definition(ClassDef& def);
  void break_out() {
    AssignedSet at_exit = state_;
    for (Stmts final_body : finally_) subtract_deleted(at_exit, final_body);
    for (const Name* name : handler_names_) unassign(at_exit, name);
    if (breaks_ != nullptr) breaks_->intersect(at_exit);
    state_.fill();
  }

  Scope& scope_;
  std::vector<Task>& tasks_;
  std::unordered_map<const char*, std::size_t> index_;
  AssignedSet state_;
  AssignedSet checked_;                     // variables with a read that needs a check
  AssignedSet* breaks_ = nullptr;           // of the innermost loop
  std::vector<Stmts> finally_;              // the finally clauses around
  std::vector<const Name*> handler_names_;  // of the `except ... as` around: leaving deletes them
  bool reflective_ = false;
};

void Flow::subtract_deleted(AssignedSet& set, Stmt* stmt) {
  switch (stmt->kind) {
    case StmtKind::Delete:
      for (Expr* target : as<Delete>(stmt).targets) subtract_deleted_target(set, target);
      return;
    case StmtKind::For:
      subtract_deleted(set, as<For>(stmt).body);
      return subtract_deleted(set, as<For>(stmt).orelse);
    case StmtKind::While:
      subtract_deleted(set, as<While>(stmt).body);
      return subtract_deleted(set, as<While>(stmt).orelse);
    case StmtKind::If:
      for (If* branch = &as<If>(stmt);;) {
        subtract_deleted(set, branch->body);
        If* next = branch->orelse.size() == 1 ? node_cast<If>(branch->orelse[0]) : nullptr;
        if (next == nullptr) return subtract_deleted(set, branch->orelse);
        branch = next;
      }
    case StmtKind::With:
      return subtract_deleted(set, as<With>(stmt).body);
    case StmtKind::Match:
      for (MatchCase& c : as<Match>(stmt).cases) subtract_deleted(set, c.body);
      return;
    case StmtKind::Try:
      subtract_deleted(set, as<Try>(stmt).body);
      for (ExceptHandler& handler : as<Try>(stmt).handlers) {
        if (handler.name != nullptr) unassign(set, handler.name);
        subtract_deleted(set, handler.body);
      }
      subtract_deleted(set, as<Try>(stmt).orelse);
      return subtract_deleted(set, as<Try>(stmt).finalbody);
    default:
      return;
  }
}

void Flow::visit(Expr* expr) {
  if (expr == nullptr) return;
  switch (expr->kind) {
    case ExprKind::Name: {
      auto& name = as<Name>(expr);
      if (name.context == Context::Store) return assign(&name);
      read(&name);
      if (name.context == Context::Del) unassign(state_, &name);
      return;
    }
    case ExprKind::BoolOp: {
      auto values = as<BoolOp>(expr).values;
      visit(values[0]);
      AssignedSet sure = state_;
      for (Expr* value : values.subspan(1)) visit(value);
      state_ = sure;
      return;
    }
    case ExprKind::IfExp: {
      visit(as<IfExp>(expr).test);
      AssignedSet before = state_;
      visit(as<IfExp>(expr).body);
      std::swap(before, state_);
      visit(as<IfExp>(expr).orelse);
      return state_.intersect(before);
    }
    case ExprKind::Compare: {
      visit(as<Compare>(expr).left);
      visit(as<Compare>(expr).comparators[0]);
      AssignedSet sure = state_;
      for (Expr* e : as<Compare>(expr).comparators.subspan(1)) visit(e);
      state_ = sure;
      return;
    }
    case ExprKind::BinOp:
      return binary(expr);
    case ExprKind::Lambda: {
      auto& lambda = as<Lambda>(expr);
      for_each_child(*lambda.args, [&](Expr* e) { visit(e); });
      tasks_.push_back({lambda.scope, lambda.args, {}, lambda.body, nullptr});
      return;
    }
    case ExprKind::ListComp:
    case ExprKind::SetComp:
    case ExprKind::DictComp:
    case ExprKind::GeneratorExp: {
      auto& comp = as<ComprehensionExpr>(expr);
      visit(comp.generators[0].iter);
      tasks_.push_back({comp.scope, nullptr, {}, nullptr, &comp});
      return;
    }
    default:
      for_each_child(expr, [&](Expr* child) { visit(child); });
  }
}

void Flow::binary(Expr* expr) {
  std::vector<BinOp*> spine;
  for (; expr->kind == ExprKind::BinOp; expr = as<BinOp>(expr).left)
    spine.push_back(&as<BinOp>(expr));
  visit(expr);
  for (auto it = spine.rbegin(); it != spine.rend(); ++it) visit((*it)->right);
}

// The first iterable was evaluated outside.
void Flow::comprehension_body(ComprehensionExpr& expr) {
  for (std::size_t i = 0; i < expr.generators.size(); ++i) {
    if (i > 0) visit(expr.generators[i].iter);
    visit(expr.generators[i].target);
    all(expr.generators[i].ifs);
  }
  visit(expr.elt);
  visit(expr.value);
}

void Flow::if_chain(If* stmt) {
  AssignedSet out(index_.size());
  out.fill();
  for (;;) {
    visit(stmt->test);
    AssignedSet otherwise = state_;
    body(stmt->body);
    out.intersect(state_);
    state_ = otherwise;
    If* next = stmt->orelse.size() == 1 ? node_cast<If>(stmt->orelse[0]) : nullptr;
    if (next == nullptr) break;
    stmt = next;
  }
  body(stmt->orelse);
  state_.intersect(out);
}

void Flow::loop_body(Stmts list, AssignedSet& breaks) {
  AssignedSet* outer = breaks_;
  breaks_ = &breaks;
  body(list);
  breaks_ = outer;
}

void Flow::while_loop(While& stmt) {
  subtract_deleted(state_, stmt.body);
  visit(stmt.test);
  AssignedSet exit = state_;
  auto* constant = node_cast<Constant>(stmt.test);
  bool forever =
      constant != nullptr && (constant->constant == ConstantKind::True ||
                              (constant->constant == ConstantKind::Int &&
                               constant->text.find_first_not_of('0') != std::string_view::npos));
  if (forever) exit.fill();
  AssignedSet breaks(index_.size());
  breaks.fill();
  loop_body(stmt.body, breaks);
  state_ = exit;
  body(stmt.orelse);
  state_.intersect(breaks);
}

void Flow::for_loop(For& stmt) {
  visit(stmt.iter);
  subtract_deleted(state_, stmt.body);
  AssignedSet exit = state_;
  AssignedSet breaks(index_.size());
  breaks.fill();
  visit(stmt.target);
  loop_body(stmt.body, breaks);
  state_ = exit;
  body(stmt.orelse);
  state_.intersect(breaks);
}

void Flow::try_statement(Try& stmt) {
  bool has_final = !stmt.finalbody.empty();
  if (has_final) finally_.push_back(stmt.finalbody);
  // An exception may come from anywhere in the body.
  AssignedSet at_handler = state_;
  subtract_deleted(at_handler, stmt.body);
  AssignedSet at_final = at_handler;
  for (ExceptHandler& handler : stmt.handlers) {
    if (handler.name != nullptr) unassign(at_final, handler.name);
    subtract_deleted(at_final, handler.body);
  }
  subtract_deleted(at_final, stmt.orelse);
  body(stmt.body);
  body(stmt.orelse);
  AssignedSet done = state_;
  for (ExceptHandler& handler : stmt.handlers) {
    // Of several except* clauses more than one may run.
    state_ = stmt.is_star ? at_final : at_handler;
    visit(handler.type);
    assign(handler.name);
    if (handler.name != nullptr) handler_names_.push_back(handler.name);
    body(handler.body);
    if (handler.name != nullptr) {
      handler_names_.pop_back();
      unassign(state_, handler.name);
    }
    done.intersect(state_);
  }
  if (has_final) {
    finally_.pop_back();
    state_ = at_final;
    body(stmt.finalbody);
    subtract_deleted(done, stmt.finalbody);
    done.unite(state_);
  }
  state_ = done;
}

void Flow::with_statement(With& stmt) {
  // A context manager may swallow an exception: then all that is sure is what held before its body.
  visit(stmt.items[0].context_expr);
  AssignedSet swallowed = state_;
  subtract_deleted(swallowed, stmt.body);
  visit(stmt.items[0].optional_vars);
  for (WithItem& item : stmt.items.subspan(1)) {
    visit(item.context_expr);
    visit(item.optional_vars);
  }
  body(stmt.body);
  state_.intersect(swallowed);
}

void Flow::match(Match& stmt) {
  visit(stmt.subject);
  AssignedSet out(index_.size());
  out.fill();
  for (MatchCase& c : stmt.cases) {
    AssignedSet otherwise = state_;
    pattern(c.pattern);
    visit(c.guard);
    body(c.body);
    out.intersect(state_);
    state_ = otherwise;
    auto* capture = node_cast<MatchAs>(c.pattern);
    if (capture != nullptr && capture->pattern == nullptr && c.guard == nullptr) state_.fill();
  }
  state_.intersect(out);
}

void Flow::pattern(Pattern* p) {
  if (p == nullptr) return;
  auto each = [&](std::span<Pattern*> list) {
    for (Pattern* inner : list) pattern(inner);
  };
  switch (p->kind) {
    case PatternKind::MatchValue:
      return visit(as<MatchValue>(p).value);
    case PatternKind::MatchSingleton:
      return;
    case PatternKind::MatchSequence:
      return each(as<MatchSequence>(p).patterns);
    case PatternKind::MatchMapping:
      all(as<MatchMapping>(p).keys);
      each(as<MatchMapping>(p).patterns);
      return assign(as<MatchMapping>(p).rest);
    case PatternKind::MatchClass:
      visit(as<MatchClass>(p).cls);
      each(as<MatchClass>(p).patterns);
      return each(as<MatchClass>(p).kwd_patterns);
    case PatternKind::MatchStar:
      return assign(as<MatchStar>(p).name);
    case PatternKind::MatchAs:
      pattern(as<MatchAs>(p).pattern);
      return assign(as<MatchAs>(p).name);
    case PatternKind::MatchOr: {
      // All alternatives bind the same names, but what one reads proves nothing for the next.
      auto list = as<MatchOr>(p).patterns;
      AssignedSet before = state_;
      AssignedSet out(index_.size());
      out.fill();
      for (Pattern* alternative : list) {
        state_ = before;
        pattern(alternative);
        out.intersect(state_);
      }
      state_ = out;
      return;
    }
  }
}

void Flow::function(FunctionDef& def) {
  all(def.decorators);
  for_each_child(*def.args, [&](Expr* e) { visit(e); });
  visit(def.returns);
  tasks_.push_back({def.scope, def.args, def.body, nullptr, nullptr});
  assign(def.name);
}

void Flow::class_definition(ClassDef& def) {
  all(def.decorators);
  all(def.bases);
  for (Keyword* keyword : def.keywords) visit(keyword->value);
  tasks_.push_back({def.scope, nullptr, def.body, nullptr, nullptr});
  assign(def.name);
}

void Flow::statement(Stmt* stmt) {
  switch (stmt->kind) {
    case StmtKind::FunctionDef:
      return function(as<FunctionDef>(stmt));
    case StmtKind::ClassDef:
      return class_definition(as<ClassDef>(stmt));
    case StmtKind::Return:
      visit(as<Return>(stmt).value);
      return state_.fill();
    case StmtKind::Delete:
      return all(as<Delete>(stmt).targets);
    case StmtKind::Assign:
      visit(as<Assign>(stmt).value);
      return all(as<Assign>(stmt).targets);
    case StmtKind::AugAssign: {
      auto& augmented = as<AugAssign>(stmt);
      auto* name = node_cast<Name>(augmented.target);
      if (name != nullptr) {
        read(name);
      } else {
        visit(augmented.target);
      }
      visit(augmented.value);
      return assign(name);
    }
    case StmtKind::AnnAssign: {
      auto& annotated = as<AnnAssign>(stmt);
      visit(annotated.value);
      bool name = annotated.target->kind == ExprKind::Name;
      if (!name || annotated.value != nullptr) visit(annotated.target);
      // The annotations of a function's variables are not evaluated, unless the target is no name.
      return maybe(annotated.annotation);
    }
    case StmtKind::For:
      return for_loop(as<For>(stmt));
    case StmtKind::While:
      return while_loop(as<While>(stmt));
    case StmtKind::If:
      return if_chain(&as<If>(stmt));
    case StmtKind::With:
      return with_statement(as<With>(stmt));
    case StmtKind::Match:
      return match(as<Match>(stmt));
    case StmtKind::Raise:
      visit(as<Raise>(stmt).exc);
      visit(as<Raise>(stmt).cause);
      return state_.fill();
    case StmtKind::Try:
      return try_statement(as<Try>(stmt));
    case StmtKind::Assert:
      // The condition may be compiled away, the message is rarely evaluated.
      {
        AssignedSet before = state_;
        visit(as<Assert>(stmt).test);
        visit(as<Assert>(stmt).msg);
        state_ = before;
      }
      return;
    case StmtKind::Import:
      for (Alias& alias : as<Import>(stmt).names) assign(alias.target);
      return;
    case StmtKind::ImportFrom:
      for (Alias& alias : as<ImportFrom>(stmt).names) assign(alias.target);
      return;
    case StmtKind::Expr:
      return visit(as<ExprStmt>(stmt).value);
    case StmtKind::Break:
      return break_out();
    case StmtKind::Continue:
      return state_.fill();
    case StmtKind::Global:
    case StmtKind::Nonlocal:
    case StmtKind::Pass:
      return;
  }
}

// Cells that an inner scope may empty behind the owner's back. Names that occur in a `nonlocal`
// statement are taken for it.
void collect_nonlocals(const Scope& scope, NameSet& out) {
  for (const Symbol& symbol : scope.symbols) {
    bool shared = symbol.is_declared && symbol.resolution == Resolution::Free;
    if (shared) out.insert(symbol.name.data());
  }
  for (const Scope* child : scope.children) collect_nonlocals(*child, out);
}

}  // namespace

void analyze_assignments(Module& module, Arena&) {
  NameSet shared;
  collect_nonlocals(*module.scope, shared);
  std::vector<Task> tasks;
  tasks.push_back({module.scope, nullptr, module.body, nullptr, nullptr});
  while (!tasks.empty()) {
    Task task = tasks.back();
    tasks.pop_back();
    Flow(task, shared, tasks).run(task);
  }
}

}  // namespace hothouse::syntax
