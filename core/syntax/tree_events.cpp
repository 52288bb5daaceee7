// See tree_events.h.
#include "core/syntax/tree_events.h"

#include <string>
#include <vector>

namespace hothouse::syntax {

namespace {

constexpr const char* kBinaryNames[] = {
#define BINARY_OPERATOR(Name, text, precedence) #Name,
#include "core/syntax/operators.def"
};
constexpr const char* kUnaryNames[] = {
#define UNARY_OPERATOR(Name, text) #Name,
#include "core/syntax/operators.def"
};
constexpr const char* kBoolNames[] = {
#define BOOL_OPERATOR(Name, text) #Name,
#include "core/syntax/operators.def"
};
constexpr const char* kCompareNames[] = {
#define COMPARE_OPERATOR(Name, text) #Name,
#include "core/syntax/operators.def"
};
constexpr const char* kExprNames[] = {
#define EXPR_NODE(Kind, Struct) #Kind,
#include "core/syntax/nodes.def"
};
constexpr const char* kStmtNames[] = {
#define STMT_NODE(Kind, Struct) #Kind,
#include "core/syntax/nodes.def"
};
constexpr const char* kPatternNames[] = {
#define PATTERN_NODE(Kind, Struct) #Kind,
#include "core/syntax/nodes.def"
};
constexpr const char* kContextNames[] = {"Load", "Store", "Del"};

class Walker {
 public:
  explicit Walker(TreeEvents& to) : to_(to) {}

  void module(const Module& m) {
    if (m.mode == ParseMode::Eval) {
      open("Expression");
      field("body", as<ExprStmt>(m.body[0]).value);
    } else {
      open(m.mode == ParseMode::Single ? "Interactive" : "Module");
      field("body", m.body);
      if (m.mode == ParseMode::Exec) field("type_ignores", Stmts());
    }
    close();
  }

 private:
  void open(std::string_view name, const SourceRange* range = nullptr) {
    to_.open_node(name, range);
  }
  void close() { to_.close_node(); }
  void name(const char* field_name) { to_.field(field_name); }
  void number(const char* field_name, int64_t value) {
    name(field_name);
    to_.number(value);
  }
  void text(const char* field_name, std::string_view value) {
    name(field_name);
    to_.text(value, false);
  }
  void optional_text(const char* field_name, std::string_view value) {
    if (!value.empty()) text(field_name, value);
  }
  void empty_node(const char* node) {
    open(node);
    close();
  }
  void context(Context c) {
    name("ctx");
    empty_node(kContextNames[static_cast<int>(c)]);
  }
  void op(const char* op_name) {
    name("op");
    empty_node(op_name);
  }

  template <class T>
  void field(const char* field_name, T* value) {
    if (value == nullptr) return;
    name(field_name);
    print(value);
  }
  template <class T>
  void field(const char* field_name, std::span<T> items) {
    name(field_name);
    to_.open_list();
    for (auto& item : items) print(item);
    to_.close_list();
  }

  void print(std::string_view value) { to_.text(value, false); }
  void print(const Arg* a) {
    open("arg", &a->range);
    text("arg", a->name->id);
    field("annotation", a->annotation);
    close();
  }
  void print(const Arguments* a) {
    open("arguments");
    field("posonlyargs", a->posonlyargs);
    field("args", a->args);
    field("vararg", a->vararg);
    field("kwonlyargs", a->kwonlyargs);
    field("kw_defaults", a->kw_defaults);
    field("kwarg", a->kwarg);
    field("defaults", a->defaults);
    close();
  }
  void print(const Keyword* k) {
    open("keyword", &k->range);
    optional_text("arg", k->arg);
    field("value", k->value);
    close();
  }
  void print(const Comprehension& c) {
    open("comprehension");
    field("target", c.target);
    field("iter", c.iter);
    field("ifs", c.ifs);
    number("is_async", c.is_async ? 1 : 0);
    close();
  }
  void print(const WithItem& item) {
    open("withitem");
    field("context_expr", item.context_expr);
    field("optional_vars", item.optional_vars);
    close();
  }
  void print(const MatchCase& c) {
    open("match_case");
    field("pattern", c.pattern);
    field("guard", c.guard);
    field("body", c.body);
    close();
  }
  void print(const ExceptHandler& h) {
    open("ExceptHandler", &h.range);
    field("type", h.type);
    if (h.name != nullptr) text("name", h.name->id);
    field("body", h.body);
    close();
  }
  void print(const Alias& a) {
    open("alias", &a.range);
    text("name", a.name);
    optional_text("asname", a.asname);
    close();
  }
  void print(const Expr* e);
  void print(const Stmt* s);
  void print(const Pattern* p);
  void fields(const Expr* e);
  void bin_op(const BinOp* e);
  void constant(const Constant* c);

  TreeEvents& to_;
};

void Walker::constant(const Constant* c) {
  name("value");
  switch (c->constant) {
    case ConstantKind::Int:
      to_.integer(c->text, c->base);
      break;
    case ConstantKind::Float:
    case ConstantKind::Imaginary:
      to_.real(c->number, c->constant == ConstantKind::Imaginary);
      break;
    case ConstantKind::Bytes:
      to_.text(c->text, true);
      break;
    case ConstantKind::Str:
      to_.text(c->text, false);
      if (c->u_prefix) text("kind", "u");
      break;
    default:
      to_.constant(c->constant);
  }
}

// The left spine may be long: openings from the outside in, then the rest from the inside out.
void Walker::bin_op(const BinOp* e) {
  std::vector<const BinOp*> spine;
  const Expr* left = e;
  for (; left->kind == ExprKind::BinOp; left = static_cast<const BinOp*>(left)->left) {
    spine.push_back(static_cast<const BinOp*>(left));
  }
  for (std::size_t i = 0; i < spine.size(); ++i) {
    open("BinOp", &spine[i]->range);
    name("left");
  }
  print(left);
  for (auto it = spine.rbegin(); it != spine.rend(); ++it) {
    op(kBinaryNames[static_cast<int>((*it)->op)]);
    field("right", (*it)->right);
    close();
  }
}

void Walker::print(const Expr* e) {
  if (e == nullptr) {
    to_.constant(ConstantKind::None);
    return;
  }
  if (e->kind == ExprKind::BinOp) return bin_op(static_cast<const BinOp*>(e));
  open(kExprNames[static_cast<int>(e->kind)], &e->range);
  fields(e);
  close();
}

void Walker::fields(const Expr* e) {
  switch (e->kind) {
    case ExprKind::BoolOp: {
      auto* n = static_cast<const BoolOp*>(e);
      op(kBoolNames[static_cast<int>(n->op)]);
      return field("values", n->values);
    }
    case ExprKind::NamedExpr: {
      auto* n = static_cast<const NamedExpr*>(e);
      field("target", static_cast<const Expr*>(n->target));
      return field("value", n->value);
    }
    case ExprKind::BinOp:
      return;
    case ExprKind::UnaryOp: {
      auto* n = static_cast<const UnaryOp*>(e);
      op(kUnaryNames[static_cast<int>(n->op)]);
      return field("operand", n->operand);
    }
    case ExprKind::Lambda: {
      auto* n = static_cast<const Lambda*>(e);
      field("args", n->args);
      return field("body", n->body);
    }
    case ExprKind::IfExp: {
      auto* n = static_cast<const IfExp*>(e);
      field("test", n->test);
      field("body", n->body);
      return field("orelse", n->orelse);
    }
    case ExprKind::Dict: {
      auto* n = static_cast<const Dict*>(e);
      field("keys", n->keys);
      return field("values", n->values);
    }
    case ExprKind::Set:
    case ExprKind::List:
    case ExprKind::Tuple: {
      auto* n = static_cast<const Sequence*>(e);
      field("elts", n->elts);
      if (e->kind != ExprKind::Set) context(n->context);
      return;
    }
    case ExprKind::ListComp:
    case ExprKind::SetComp:
    case ExprKind::DictComp:
    case ExprKind::GeneratorExp: {
      auto* n = static_cast<const ComprehensionExpr*>(e);
      field(n->value != nullptr ? "key" : "elt", n->elt);
      field("value", n->value);
      return field("generators", n->generators);
    }
    case ExprKind::Await:
      return field("value", static_cast<const Await*>(e)->value);
    case ExprKind::Yield:
      return field("value", static_cast<const Yield*>(e)->value);
    case ExprKind::YieldFrom:
      return field("value", static_cast<const YieldFrom*>(e)->value);
    case ExprKind::Compare: {
      auto* n = static_cast<const Compare*>(e);
      field("left", n->left);
      name("ops");
      to_.open_list();
      for (CompareOp o : n->ops) empty_node(kCompareNames[static_cast<int>(o)]);
      to_.close_list();
      return field("comparators", n->comparators);
    }
    case ExprKind::Call: {
      auto* n = static_cast<const Call*>(e);
      field("func", n->func);
      field("args", n->args);
      return field("keywords", n->keywords);
    }
    case ExprKind::FormattedValue: {
      auto* n = static_cast<const FormattedValue*>(e);
      field("value", n->value);
      number("conversion", n->conversion == 0 ? -1 : n->conversion);
      return field("format_spec", n->format_spec);
    }
    case ExprKind::JoinedStr:
      return field("values", static_cast<const JoinedStr*>(e)->values);
    case ExprKind::Constant:
      return constant(static_cast<const Constant*>(e));
    case ExprKind::Attribute: {
      auto* n = static_cast<const Attribute*>(e);
      field("value", n->value);
      text("attr", n->attr);
      return context(n->context);
    }
    case ExprKind::Subscript: {
      auto* n = static_cast<const Subscript*>(e);
      field("value", n->value);
      field("slice", n->slice);
      return context(n->context);
    }
    case ExprKind::Starred: {
      auto* n = static_cast<const Starred*>(e);
      field("value", n->value);
      return context(n->context);
    }
    case ExprKind::Name: {
      auto* n = static_cast<const Name*>(e);
      text("id", n->id);
      return context(n->context);
    }
    case ExprKind::Slice: {
      auto* n = static_cast<const Slice*>(e);
      field("lower", n->lower);
      field("upper", n->upper);
      return field("step", n->step);
    }
  }
}

void Walker::print(const Stmt* s) {
  auto begin = [&](bool is_async) {
    open(std::string(is_async ? "Async" : "") + kStmtNames[static_cast<int>(s->kind)], &s->range);
  };
  switch (s->kind) {
    case StmtKind::FunctionDef: {
      auto* n = static_cast<const FunctionDef*>(s);
      begin(n->is_async);
      text("name", n->name->id);
      field("args", n->args);
      field("body", n->body);
      field("decorator_list", n->decorators);
      field("returns", n->returns);
      break;
    }
    case StmtKind::ClassDef: {
      auto* n = static_cast<const ClassDef*>(s);
      begin(false);
      text("name", n->name->id);
      field("bases", n->bases);
      field("keywords", n->keywords);
      field("body", n->body);
      field("decorator_list", n->decorators);
      break;
    }
    case StmtKind::Return:
      begin(false);
      field("value", static_cast<const Return*>(s)->value);
      break;
    case StmtKind::Delete:
      begin(false);
      field("targets", static_cast<const Delete*>(s)->targets);
      break;
    case StmtKind::Assign: {
      auto* n = static_cast<const Assign*>(s);
      begin(false);
      field("targets", n->targets);
      field("value", n->value);
      break;
    }
    case StmtKind::AugAssign: {
      auto* n = static_cast<const AugAssign*>(s);
      begin(false);
      field("target", n->target);
      op(kBinaryNames[static_cast<int>(n->op)]);
      field("value", n->value);
      break;
    }
    case StmtKind::AnnAssign: {
      auto* n = static_cast<const AnnAssign*>(s);
      begin(false);
      field("target", n->target);
      field("annotation", n->annotation);
      field("value", n->value);
      number("simple", n->simple ? 1 : 0);
      break;
    }
    case StmtKind::For: {
      auto* n = static_cast<const For*>(s);
      begin(n->is_async);
      field("target", n->target);
      field("iter", n->iter);
      field("body", n->body);
      field("orelse", n->orelse);
      break;
    }
    case StmtKind::While: {
      auto* n = static_cast<const While*>(s);
      begin(false);
      field("test", n->test);
      field("body", n->body);
      field("orelse", n->orelse);
      break;
    }
    case StmtKind::If: {
      auto* n = static_cast<const If*>(s);
      begin(false);
      field("test", n->test);
      field("body", n->body);
      field("orelse", n->orelse);
      break;
    }
    case StmtKind::With: {
      auto* n = static_cast<const With*>(s);
      begin(n->is_async);
      field("items", n->items);
      field("body", n->body);
      break;
    }
    case StmtKind::Match: {
      auto* n = static_cast<const Match*>(s);
      begin(false);
      field("subject", n->subject);
      field("cases", n->cases);
      break;
    }
    case StmtKind::Raise: {
      auto* n = static_cast<const Raise*>(s);
      begin(false);
      field("exc", n->exc);
      field("cause", n->cause);
      break;
    }
    case StmtKind::Try: {
      auto* n = static_cast<const Try*>(s);
      open(n->is_star ? "TryStar" : "Try", &s->range);
      field("body", n->body);
      field("handlers", n->handlers);
      field("orelse", n->orelse);
      field("finalbody", n->finalbody);
      break;
    }
    case StmtKind::Assert: {
      auto* n = static_cast<const Assert*>(s);
      begin(false);
      field("test", n->test);
      field("msg", n->msg);
      break;
    }
    case StmtKind::Import:
      begin(false);
      field("names", static_cast<const Import*>(s)->names);
      break;
    case StmtKind::ImportFrom: {
      auto* n = static_cast<const ImportFrom*>(s);
      begin(false);
      optional_text("module", n->module);
      field("names", n->names);
      number("level", n->level);
      break;
    }
    case StmtKind::Global:
    case StmtKind::Nonlocal:
      begin(false);
      field("names", static_cast<const ScopeDeclaration*>(s)->names);
      break;
    case StmtKind::Expr:
      begin(false);
      field("value", static_cast<const ExprStmt*>(s)->value);
      break;
    case StmtKind::Pass:
    case StmtKind::Break:
    case StmtKind::Continue:
      begin(false);
      break;
  }
  close();
}

void Walker::print(const Pattern* p) {
  open(kPatternNames[static_cast<int>(p->kind)], &p->range);
  switch (p->kind) {
    case PatternKind::MatchValue:
      field("value", static_cast<const MatchValue*>(p)->value);
      break;
    case PatternKind::MatchSingleton: {
      ConstantKind value = static_cast<const MatchSingleton*>(p)->value;
      name("value");
      to_.constant(value);
      break;
    }
    case PatternKind::MatchSequence:
      field("patterns", static_cast<const MatchSequence*>(p)->patterns);
      break;
    case PatternKind::MatchMapping: {
      auto* n = static_cast<const MatchMapping*>(p);
      field("keys", n->keys);
      field("patterns", n->patterns);
      if (n->rest != nullptr) text("rest", n->rest->id);
      break;
    }
    case PatternKind::MatchClass: {
      auto* n = static_cast<const MatchClass*>(p);
      field("cls", n->cls);
      field("patterns", n->patterns);
      field("kwd_attrs", n->kwd_attrs);
      field("kwd_patterns", n->kwd_patterns);
      break;
    }
    case PatternKind::MatchStar: {
      auto* n = static_cast<const MatchStar*>(p);
      if (n->name != nullptr) text("name", n->name->id);
      break;
    }
    case PatternKind::MatchAs: {
      auto* n = static_cast<const MatchAs*>(p);
      field("pattern", n->pattern);
      if (n->name != nullptr) text("name", n->name->id);
      break;
    }
    case PatternKind::MatchOr:
      field("patterns", static_cast<const MatchOr*>(p)->patterns);
      break;
  }
  close();
}

}  // namespace

void walk_tree(const Module& module, TreeEvents& events) { Walker(events).module(module); }

}  // namespace hothouse::syntax
