// See dump.h.
#include "core/syntax/dump.h"

#include "core/syntax/dump_constant.h"

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
constexpr const char* kContextNames[] = {"Load()", "Store()", "Del()"};

class Dumper {
 public:
  std::string out;

  void module(const Module& m) {
    if (m.mode == ParseMode::Eval) {
      open("Expression");
      field("body", as<ExprStmt>(m.body[0]).value);
    } else {
      open(m.mode == ParseMode::Single ? "Interactive" : "Module");
      field("body", m.body);
      if (m.mode == ParseMode::Exec) raw("type_ignores", "[]");
    }
    close();
  }

 private:
  // A node is open(name), then its fields, then close().
  void open(std::string_view name) {
    out += name;
    out += '(';
    first_ = true;
  }
  void close() {
    out += ')';
    first_ = false;
  }
  void name(const char* field_name) {
    if (!first_) out += ", ";
    first_ = false;
    out += field_name;
    out += '=';
  }
  void raw(const char* field_name, std::string_view text) {
    name(field_name);
    out += text;
  }
  void text(const char* field_name, std::string_view value) {
    name(field_name);
    out += quoted(value, false);
  }
  void optional_text(const char* field_name, std::string_view value) {
    if (!value.empty()) text(field_name, value);
  }
  void context(Context c) { raw("ctx", kContextNames[static_cast<int>(c)]); }
  void op(const char* op_name) { raw("op", std::string(op_name) + "()"); }

  template <class T>
  void field(const char* field_name, T* value) {
    if (value == nullptr) return;
    name(field_name);
    print(value);
  }
  template <class T>
  void field(const char* field_name, std::span<T> items) {
    name(field_name);
    out += '[';
    bool first = true;
    for (auto& item : items) {
      if (!first) out += ", ";
      first = false;
      print(item);
    }
    out += ']';
    first_ = false;
  }

  void print(std::string_view value) { out += quoted(value, false); }
  void print(const Arg* a) {
    open("arg");
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
    open("keyword");
    optional_text("arg", k->arg);
    field("value", k->value);
    close();
  }
  void print(const Comprehension& c) {
    open("comprehension");
    field("target", c.target);
    field("iter", c.iter);
    field("ifs", c.ifs);
    raw("is_async", c.is_async ? "1" : "0");
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
    open("ExceptHandler");
    field("type", h.type);
    if (h.name != nullptr) text("name", h.name->id);
    field("body", h.body);
    close();
  }
  void print(const Alias& a) {
    open("alias");
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

  bool first_ = true;
};

void Dumper::constant(const Constant* c) {
  switch (c->constant) {
    case ConstantKind::None:
      return raw("value", "None");
    case ConstantKind::True:
      return raw("value", "True");
    case ConstantKind::False:
      return raw("value", "False");
    case ConstantKind::Ellipsis:
      return raw("value", "Ellipsis");
    case ConstantKind::Int:
      return raw("value", decimal(c->text, c->base));
    case ConstantKind::Float:
      return raw("value", float_repr(c->number));
    case ConstantKind::Imaginary:
      return raw("value", imaginary_repr(c->number));
    case ConstantKind::Bytes:
      return raw("value", quoted(c->text, true));
    case ConstantKind::Str:
      break;
  }
  text("value", c->text);
  if (c->u_prefix) raw("kind", "'u'");
}

// The left spine may be long: openings from the outside in, then the rest from the inside out.
void Dumper::bin_op(const BinOp* e) {
  std::vector<const BinOp*> spine;
  const Expr* left = e;
  for (; left->kind == ExprKind::BinOp; left = static_cast<const BinOp*>(left)->left) {
    spine.push_back(static_cast<const BinOp*>(left));
  }
  for (std::size_t i = 0; i < spine.size(); ++i) {
    open("BinOp");
    name("left");
  }
  print(left);
  for (auto it = spine.rbegin(); it != spine.rend(); ++it) {
    op(kBinaryNames[static_cast<int>((*it)->op)]);
    field("right", (*it)->right);
    close();
  }
}

void Dumper::print(const Expr* e) {
  if (e == nullptr) {
    out += "None";
    return;
  }
  if (e->kind == ExprKind::BinOp) return bin_op(static_cast<const BinOp*>(e));
  open(kExprNames[static_cast<int>(e->kind)]);
  fields(e);
  close();
}

void Dumper::fields(const Expr* e) {
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
      std::string ops;
      for (CompareOp o : n->ops) {
        ops += ops.empty() ? "" : ", ";
        ops += std::string(kCompareNames[static_cast<int>(o)]) + "()";
      }
      raw("ops", "[" + ops + "]");
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
      raw("conversion", std::to_string(n->conversion == 0 ? -1 : n->conversion));
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

void Dumper::print(const Stmt* s) {
  auto begin = [&](bool is_async) {
    open(std::string(is_async ? "Async" : "") + kStmtNames[static_cast<int>(s->kind)]);
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
      raw("simple", n->simple ? "1" : "0");
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
      open(n->is_star ? "TryStar" : "Try");
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
      raw("level", std::to_string(n->level));
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

void Dumper::print(const Pattern* p) {
  open(kPatternNames[static_cast<int>(p->kind)]);
  switch (p->kind) {
    case PatternKind::MatchValue:
      field("value", static_cast<const MatchValue*>(p)->value);
      break;
    case PatternKind::MatchSingleton: {
      ConstantKind value = static_cast<const MatchSingleton*>(p)->value;
      raw("value", value == ConstantKind::None   ? "None"
                   : value == ConstantKind::True ? "True"
                                                 : "False");
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

std::string dump(const Module& module) {
  Dumper dumper;
  dumper.module(module);
  return std::move(dumper.out);
}

}  // namespace hothouse::syntax
