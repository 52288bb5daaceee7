// The first pass of the symbol table: which scope mentions which name, and how. See
// scope_builder.h.
//
// This is also the first pass to walk a tree, and so the one that refuses trees that are too deep
// for the recursion of all later ones.
#include "core/syntax/scope_builder.h"

namespace hothouse::syntax {

namespace {

constexpr int kMaxTreeDepth = 1500;

class Collector {
 public:
  Collector(Arena& arena, SyntaxError& error) : arena_(arena), error_(error) {}

  std::unique_ptr<ScopeBuilder> run(Module& module) {
    auto root = std::make_unique<ScopeBuilder>();
    root->scope = module.scope = arena_.make<Scope>();
    root->scope->name = root->scope->qualname = "<module>";
    current_ = root.get();
    body(module.body);
    if (failed_) return nullptr;
    return root;
  }

 private:
  void fail(SourceRange range, std::string message) {
    if (failed_) return;
    failed_ = true;
    error_ = SyntaxError{};
    error_.message = std::move(message);
    error_.line = range.begin.line;
    error_.col = range.begin.byte_col + 1;  // in bytes, as CPython's compiler has it
    error_.end_line = range.end.line;
    error_.end_col = range.end.byte_col + 1;
  }

  // Scopes ------------------------------------------------------------------------------------

  Scope* enter(ScopeKind kind, std::string_view name, SourceRange range) {
    auto builder = std::make_unique<ScopeBuilder>();
    Scope* scope = builder->scope = arena_.make<Scope>();
    Scope* outer = current_->scope;
    scope->kind = kind;
    scope->parent = outer;
    scope->name = name;
    scope->class_name = outer->class_name;
    scope->range = range;
    builder->parent = current_;
    builder->in_comprehension_iterable = current_->in_comprehension_iterable;
    ScopeBuilder* entered = builder.get();
    current_->children.push_back(std::move(builder));
    current_ = entered;
    return scope;
  }
  void leave() { current_ = current_->parent; }

  // Names -------------------------------------------------------------------------------------

  std::string_view mangled(std::string_view name) {
    return mangle(arena_, current_->scope->class_name, name);
  }

  void note(std::string_view name, unsigned flags, SourceRange range) {
    NameUse& use = current_->use(name);
    if ((flags & kParameter) != 0 && (use.flags & kParameter) != 0) {
      fail(range, "duplicate argument '" + std::string(name) + "' in function definition");
      return;
    }
    if (current_->in_iteration_target && (flags & kBound) != 0) {
      if ((use.flags & (kGlobal | kNonlocal)) != 0) {
        fail(range, "comprehension inner loop cannot rebind assignment expression target '" +
                        std::string(name) + "'");
        return;
      }
      flags |= kIterationVariable;
    }
    use.flags |= flags;
  }

  void bind(Name* name, unsigned flags = kBound) {
    if (name == nullptr) return;
    name->mangled = mangled(name->id);
    current_->nodes.push_back(name);
    note(name->mangled, flags, name->range);
  }

  void read(Name* name) {
    name->mangled = mangled(name->id);
    current_->nodes.push_back(name);
    note(name->mangled, kRead, name->range);
    bool function = current_->scope->kind == ScopeKind::Function ||
                    current_->scope->kind == ScopeKind::Lambda ||
                    current_->scope->kind == ScopeKind::Comprehension;
    // super() without arguments finds its class in the cell that `__class__` names.
    if (function && name->id == "super") note(arena_.intern("__class__"), kRead, name->range);
  }

  void declare(ScopeDeclaration& stmt) {
    bool global = stmt.kind == StmtKind::Global;
    const char* what = global ? "global" : "nonlocal";
    for (std::string_view id : stmt.names) {
      std::string_view name = mangled(id);
      if (NameUse* use = current_->find(name)) {
        std::string shown = "name '" + std::string(id) + "' is ";
        unsigned flags = use->flags;
        if ((flags & kParameter) != 0) {
          return fail(stmt.range, shown + "parameter and " + what);
        }
        if ((flags & kRead) != 0) {
          return fail(stmt.range, shown + "used prior to " + what + " declaration");
        }
        if ((flags & kAnnotated) != 0) {
          return fail(stmt.range, "annotated name '" + std::string(id) + "' can't be " + what);
        }
        if ((flags & kBound) != 0) {
          return fail(stmt.range, shown + "assigned to before " + what + " declaration");
        }
      }
      note(name, global ? kGlobal : kNonlocal, stmt.range);
      current_->directives.push_back({name, stmt.range});
    }
  }

  // `(x := ...)` in a comprehension binds x in the scope around all comprehensions.
  void bind_named_target(Name* target) {
    std::string_view name = mangled(target->id);
    for (ScopeBuilder* scope = current_; scope != nullptr; scope = scope->parent) {
      switch (scope->scope->kind) {
        case ScopeKind::Comprehension: {
          NameUse* use = scope->find(name);
          if (use != nullptr && (use->flags & kIterationVariable) != 0) {
            return fail(target->range,
                        "assignment expression cannot rebind comprehension iteration variable '" +
                            std::string(target->id) + "'");
          }
          break;
        }
        case ScopeKind::Class:
          return fail(
              target->range,
              "assignment expression within a comprehension cannot be used in a class body");
        case ScopeKind::Module:
          note(name, kGlobal, target->range);
          scope->use(name).flags |= kGlobal;
          current_->directives.push_back({name, target->range});
          return;
        case ScopeKind::Function:
        case ScopeKind::Lambda: {
          NameUse* use = scope->find(name);
          bool global = use != nullptr && (use->flags & kGlobal) != 0;
          note(name, global ? kGlobal : kNonlocal, target->range);
          scope->use(name).flags |= kBound;
          current_->directives.push_back({name, target->range});
          return;
        }
      }
    }
  }

  // Expressions -------------------------------------------------------------------------------

  void all(Exprs list) {
    for (Expr* e : list) visit(e);
  }

  void visit(Expr* expr) {
    if (expr == nullptr || failed_) return;
    if (depth_ >= kMaxTreeDepth) return too_deep();
    ++depth_;
    expression(expr);
    --depth_;
  }

  void too_deep() {
    failed_ = true;
    error_ = SyntaxError{};
    error_.kind = ErrorKind::RecursionError;
    error_.message = "maximum recursion depth exceeded during compilation";
  }

  void expression(Expr* expr);
  void binary(Expr* expr);
  void comprehension(ComprehensionExpr& expr);
  void keywords(std::span<Keyword*> list) {
    for (Keyword* keyword : list) visit(keyword->value);
  }
  void no_yield(Expr* expr);

  // Parameters --------------------------------------------------------------------------------

  void outer_arguments(Arguments& args) {
    all(args.defaults);
    for (Expr* e : args.kw_defaults) visit(e);
  }
  void annotations(Arguments& args) {
    auto annotation = [&](Arg* arg) {
      if (arg != nullptr) visit(arg->annotation);
    };
    for (Arg* arg : args.posonlyargs) annotation(arg);
    for (Arg* arg : args.args) annotation(arg);
    annotation(args.vararg);
    annotation(args.kwarg);
    for (Arg* arg : args.kwonlyargs) annotation(arg);
  }
  void parameters(Arguments& args) {
    auto parameter = [&](Arg* arg) {
      if (arg == nullptr) return;
      bind(arg->name, kBound | kParameter);
      ++current_->scope->parameter_count;
    };
    for (Arg* arg : args.posonlyargs) parameter(arg);
    for (Arg* arg : args.args) parameter(arg);
    for (Arg* arg : args.kwonlyargs) parameter(arg);
    parameter(args.vararg);
    parameter(args.kwarg);
  }

  // Statements --------------------------------------------------------------------------------

  void body(Stmts list) {
    for (Stmt* stmt : list) {
      if (failed_) return;
      if (depth_ >= kMaxTreeDepth) return too_deep();
      ++depth_;
      statement(stmt);
      --depth_;
    }
  }
  void statement(Stmt* stmt);
  void function(FunctionDef& def);
  void class_body(ClassDef& def);
  void annotated(AnnAssign& stmt);
  void import_from(ImportFrom& stmt);
  void pattern(Pattern* pattern);
  void if_chain(If* stmt);

  Arena& arena_;
  SyntaxError& error_;
  ScopeBuilder* current_ = nullptr;
  int depth_ = 0;
  bool failed_ = false;
};

void Collector::no_yield(Expr* expr) {
  current_->scope->is_generator = true;
  Scope* scope = current_->scope;
  if (scope->kind != ScopeKind::Comprehension) return;
  std::string where = scope->name == "<listcomp>"   ? "list comprehension"
                      : scope->name == "<setcomp>"  ? "set comprehension"
                      : scope->name == "<dictcomp>" ? "dict comprehension"
                                                    : "generator expression";
  fail(expr->range, "'yield' inside " + where);
}

void Collector::expression(Expr* expr) {
  switch (expr->kind) {
    case ExprKind::BoolOp:
      return all(as<BoolOp>(expr).values);
    case ExprKind::NamedExpr: {
      auto& named = as<NamedExpr>(expr);
      if (current_->in_comprehension_iterable > 0) {
        return fail(expr->range,
                    "assignment expression cannot be used in a comprehension iterable expression");
      }
      if (current_->scope->kind == ScopeKind::Comprehension) bind_named_target(named.target);
      visit(named.value);
      if (!failed_) bind(named.target);
      return;
    }
    case ExprKind::BinOp:
      return binary(expr);
    case ExprKind::UnaryOp:
      return visit(as<UnaryOp>(expr).operand);
    case ExprKind::Lambda: {
      auto& lambda = as<Lambda>(expr);
      outer_arguments(*lambda.args);
      lambda.scope = enter(ScopeKind::Lambda, "<lambda>", expr->range);
      parameters(*lambda.args);
      visit(lambda.body);
      return leave();
    }
    case ExprKind::IfExp:
      visit(as<IfExp>(expr).test);
      visit(as<IfExp>(expr).body);
      return visit(as<IfExp>(expr).orelse);
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
      return comprehension(as<ComprehensionExpr>(expr));
    case ExprKind::Await:
      current_->scope->is_coroutine = true;
      return visit(as<Await>(expr).value);
    case ExprKind::Yield:
      visit(as<Yield>(expr).value);
      return no_yield(expr);
    case ExprKind::YieldFrom:
      visit(as<YieldFrom>(expr).value);
      return no_yield(expr);
    case ExprKind::Compare:
      visit(as<Compare>(expr).left);
      return all(as<Compare>(expr).comparators);
    case ExprKind::Call:
      visit(as<Call>(expr).func);
      all(as<Call>(expr).args);
      return keywords(as<Call>(expr).keywords);
    case ExprKind::FormattedValue:
      visit(as<FormattedValue>(expr).value);
      return visit(as<FormattedValue>(expr).format_spec);
    case ExprKind::JoinedStr:
      return all(as<JoinedStr>(expr).values);
    case ExprKind::Constant:
      return;
    case ExprKind::Attribute:
      as<Attribute>(expr).mangled = mangled(as<Attribute>(expr).attr);
      return visit(as<Attribute>(expr).value);
    case ExprKind::Subscript:
      visit(as<Subscript>(expr).value);
      return visit(as<Subscript>(expr).slice);
    case ExprKind::Starred:
      return visit(as<Starred>(expr).value);
    case ExprKind::Name: {
      auto& name = as<Name>(expr);
      return name.context == Context::Load ? read(&name) : bind(&name);
    }
    case ExprKind::Slice:
      visit(as<Slice>(expr).lower);
      visit(as<Slice>(expr).upper);
      return visit(as<Slice>(expr).step);
  }
}

void Collector::binary(Expr* expr) {
  std::vector<BinOp*> spine;
  for (; expr->kind == ExprKind::BinOp; expr = as<BinOp>(expr).left)
    spine.push_back(&as<BinOp>(expr));
  visit(expr);
  for (auto it = spine.rbegin(); it != spine.rend(); ++it) visit((*it)->right);
}

void Collector::comprehension(ComprehensionExpr& expr) {
  const char* name = expr.kind == ExprKind::ListComp   ? "<listcomp>"
                     : expr.kind == ExprKind::SetComp  ? "<setcomp>"
                     : expr.kind == ExprKind::DictComp ? "<dictcomp>"
                                                       : "<genexpr>";
  ++current_->in_comprehension_iterable;
  visit(expr.generators[0].iter);
  --current_->in_comprehension_iterable;
  if (failed_) return;
  expr.scope = enter(ScopeKind::Comprehension, name, expr.range);
  expr.scope->is_generator = expr.kind == ExprKind::GeneratorExp;
  note(arena_.intern(".0"), kBound | kParameter, expr.range);
  expr.scope->parameter_count = 1;
  bool first = true;
  for (Comprehension& clause : expr.generators) {
    if (clause.is_async) expr.scope->is_coroutine = true;
    current_->in_iteration_target = true;
    visit(clause.target);
    if (failed_) return;
    current_->in_iteration_target = false;
    if (!first) {
      ++current_->in_comprehension_iterable;
      visit(clause.iter);
      if (failed_) return;
      --current_->in_comprehension_iterable;
    }
    all(clause.ifs);
    first = false;
  }
  visit(expr.value);
  visit(expr.elt);
  if (failed_) return;
  // What waits in here, other than a generator, makes the comprehension around it wait.
  const bool waits = expr.scope->is_coroutine && expr.kind != ExprKind::GeneratorExp;
  leave();
  if (waits && current_->scope->kind == ScopeKind::Comprehension) {
    current_->scope->is_coroutine = true;
  }
}

void Collector::function(FunctionDef& def) {
  bind(def.name);
  outer_arguments(*def.args);
  annotations(*def.args);
  visit(def.returns);
  all(def.decorators);
  if (failed_) return;
  def.scope = enter(ScopeKind::Function, def.name->id, def.range);
  def.scope->is_coroutine = def.is_async;
  parameters(*def.args);
  body(def.body);
  if (!failed_) leave();
}

void Collector::class_body(ClassDef& def) {
  bind(def.name);
  all(def.bases);
  keywords(def.keywords);
  all(def.decorators);
  if (failed_) return;
  def.scope = enter(ScopeKind::Class, def.name->id, def.range);
  def.scope->class_name = def.name->id;
  body(def.body);
  if (!failed_) leave();
}

void Collector::annotated(AnnAssign& stmt) {
  auto* name = node_cast<Name>(stmt.target);
  if (name != nullptr && stmt.simple) {
    std::string_view text = mangled(name->id);
    NameUse* use = current_->find(text);
    bool declared = use != nullptr && (use->flags & (kGlobal | kNonlocal)) != 0;
    if (declared && current_->scope->kind != ScopeKind::Module) {
      return fail(stmt.range, "annotated name '" + std::string(name->id) + "' can't be " +
                                  ((use->flags & kGlobal) != 0 ? "global" : "nonlocal"));
    }
    bind(name, kBound | kAnnotated);
  } else if (name != nullptr && stmt.value == nullptr) {
    name->mangled = mangled(name->id);
    current_->nodes.push_back(name);
  } else {
    visit(stmt.target);
  }
  visit(stmt.annotation);
  visit(stmt.value);
}

void Collector::import_from(ImportFrom& stmt) {
  for (Alias& alias : stmt.names) {
    if (alias.target != nullptr) {
      bind(alias.target);
    } else if (current_->scope->kind != ScopeKind::Module) {
      return fail(alias.range, "import * only allowed at module level");
    } else {
      current_->scope->has_star_import = true;
    }
  }
}

void Collector::if_chain(If* stmt) {
  for (;;) {
    visit(stmt->test);
    body(stmt->body);
    If* next = stmt->orelse.size() == 1 ? node_cast<If>(stmt->orelse[0]) : nullptr;
    if (next == nullptr) return body(stmt->orelse);
    stmt = next;
  }
}

void Collector::statement(Stmt* stmt) {
  switch (stmt->kind) {
    case StmtKind::FunctionDef:
      return function(as<FunctionDef>(stmt));
    case StmtKind::ClassDef:
      return class_body(as<ClassDef>(stmt));
    case StmtKind::Return:
      return visit(as<Return>(stmt).value);
    case StmtKind::Delete:
      return all(as<Delete>(stmt).targets);
    case StmtKind::Assign:
      all(as<Assign>(stmt).targets);
      return visit(as<Assign>(stmt).value);
    case StmtKind::AugAssign:
      visit(as<AugAssign>(stmt).target);
      return visit(as<AugAssign>(stmt).value);
    case StmtKind::AnnAssign:
      return annotated(as<AnnAssign>(stmt));
    case StmtKind::For:
      visit(as<For>(stmt).target);
      visit(as<For>(stmt).iter);
      body(as<For>(stmt).body);
      return body(as<For>(stmt).orelse);
    case StmtKind::While:
      visit(as<While>(stmt).test);
      body(as<While>(stmt).body);
      return body(as<While>(stmt).orelse);
    case StmtKind::If:
      return if_chain(&as<If>(stmt));
    case StmtKind::With:
      for (WithItem& item : as<With>(stmt).items) {
        visit(item.context_expr);
        visit(item.optional_vars);
      }
      return body(as<With>(stmt).body);
    case StmtKind::Match:
      visit(as<Match>(stmt).subject);
      for (MatchCase& c : as<Match>(stmt).cases) {
        pattern(c.pattern);
        visit(c.guard);
        body(c.body);
      }
      return;
    case StmtKind::Raise:
      visit(as<Raise>(stmt).exc);
      return visit(as<Raise>(stmt).cause);
    case StmtKind::Try:
      body(as<Try>(stmt).body);
      body(as<Try>(stmt).orelse);
      for (ExceptHandler& handler : as<Try>(stmt).handlers) {
        visit(handler.type);
        bind(handler.name);
        body(handler.body);
      }
      return body(as<Try>(stmt).finalbody);
    case StmtKind::Assert:
      visit(as<Assert>(stmt).test);
      return visit(as<Assert>(stmt).msg);
    case StmtKind::Import:
      for (Alias& alias : as<Import>(stmt).names) bind(alias.target);
      return;
    case StmtKind::ImportFrom:
      return import_from(as<ImportFrom>(stmt));
    case StmtKind::Global:
    case StmtKind::Nonlocal:
      return declare(as<ScopeDeclaration>(stmt));
    case StmtKind::Expr:
      return visit(as<ExprStmt>(stmt).value);
    case StmtKind::Pass:
    case StmtKind::Break:
    case StmtKind::Continue:
      return;
  }
}

void Collector::pattern(Pattern* p) {
  if (p == nullptr || failed_) return;
  if (depth_ >= kMaxTreeDepth) return too_deep();
  ++depth_;
  auto each = [&](std::span<Pattern*> list) {
    for (Pattern* inner : list) pattern(inner);
  };
  switch (p->kind) {
    case PatternKind::MatchValue:
      visit(as<MatchValue>(p).value);
      break;
    case PatternKind::MatchSingleton:
      break;
    case PatternKind::MatchSequence:
      each(as<MatchSequence>(p).patterns);
      break;
    case PatternKind::MatchMapping:
      all(as<MatchMapping>(p).keys);
      each(as<MatchMapping>(p).patterns);
      bind(as<MatchMapping>(p).rest);
      break;
    case PatternKind::MatchClass:
      visit(as<MatchClass>(p).cls);
      each(as<MatchClass>(p).patterns);
      each(as<MatchClass>(p).kwd_patterns);
      break;
    case PatternKind::MatchStar:
      bind(as<MatchStar>(p).name);
      break;
    case PatternKind::MatchAs:
      pattern(as<MatchAs>(p).pattern);
      bind(as<MatchAs>(p).name);
      break;
    case PatternKind::MatchOr:
      each(as<MatchOr>(p).patterns);
      break;
  }
  --depth_;
}

}  // namespace

std::unique_ptr<ScopeBuilder> collect_scopes(Module& module, Arena& arena, SyntaxError& error) {
  return Collector(arena, error).run(module);
}

}  // namespace hothouse::syntax
