// Expressions back to text; see unparse.h.
#include "core/bytecode/unparse.h"

#include "core/syntax/dump_constant.h"

namespace hothouse {
namespace {

using namespace syntax;

/// How tightly an expression binds; ast.unparse's levels.
enum Level : int {
  kNamed,
  kTuple,
  kYield,
  kTest,
  kOr,
  kAnd,
  kNot,
  kCompare,
  kBitOr,  // the binary operators follow, by their precedence in operators.def
  kFactor = kBitOr + 6,
  kPower,
  kAwait,
  kAtom,
};

class Unparser {
 public:
  void write(const Expr* e, int level);
  std::string text;

 private:
  template <class F>
  void parenthesized_if(bool needed, F&& inner) {
    if (needed) text += '(';
    inner();
    if (needed) text += ')';
  }
  void list(Exprs exprs, int level = kTest) {
    for (size_t i = 0; i < exprs.size(); ++i) {
      if (i > 0) text += ", ";
      write(exprs[i], level);
    }
  }
  void constant(const Constant& c);
  void binary(const BinOp& e, int level);
  void call(const Call& e);
  void arguments(const Arguments& args);
  void comprehension(const ComprehensionExpr& e);
  void slice_items(const Expr* e);
  void f_string(const JoinedStr& e);
  void f_string_parts(const JoinedStr& e);
};

const char* text_of(syntax::BinaryOp op) {
  switch (op) {
#define BINARY_OPERATOR(Name, text, precedence) \
  case BinaryOp::Name:                          \
    return text;
#include "core/syntax/operators.def"
  }
  return "";
}

int level_of(BinaryOp op) {
  switch (op) {
#define BINARY_OPERATOR(Name, text, precedence) \
  case BinaryOp::Name:                          \
    return kBitOr + precedence - 1;
#include "core/syntax/operators.def"
  }
  return kAtom;
}

const char* text_of(UnaryOperator op) {
  switch (op) {
#define UNARY_OPERATOR(Name, text) \
  case UnaryOperator::Name:        \
    return text;
#include "core/syntax/operators.def"
  }
  return "";
}

const char* text_of(CompareOp op) {
  switch (op) {
#define COMPARE_OPERATOR(Name, text) \
  case CompareOp::Name:              \
    return text;
#include "core/syntax/operators.def"
  }
  return "";
}

void Unparser::constant(const Constant& c) {
  switch (c.constant) {
    case ConstantKind::None:
      text += "None";
      break;
    case ConstantKind::True:
      text += "True";
      break;
    case ConstantKind::False:
      text += "False";
      break;
    case ConstantKind::Ellipsis:
      text += "...";
      break;
    case ConstantKind::Int:
      text += decimal(c.text, c.base);
      break;
    case ConstantKind::Float: {
      std::string number = float_repr(c.number);
      text += number == "inf" ? "1e309" : number;
      break;
    }
    case ConstantKind::Imaginary:
      text += imaginary_repr(c.number);
      break;
    case ConstantKind::Str:
      text += quoted(c.text, false);
      break;
    case ConstantKind::Bytes:
      text += quoted(c.text, true);
      break;
  }
}

void Unparser::binary(const BinOp& e, int level) {
  int own = e.op == BinaryOp::Pow ? int{kPower} : level_of(e.op);
  parenthesized_if(level > own, [&] {
    bool right_first = e.op == BinaryOp::Pow;
    write(e.left, right_first ? own + 1 : own);
    text += ' ';
    text += text_of(e.op);
    text += ' ';
    write(e.right, right_first ? own : own + 1);
  });
}

void Unparser::call(const Call& e) {
  write(e.func, kAtom);
  text += '(';
  if (e.args.size() == 1 && e.keywords.empty() && e.args[0]->kind == ExprKind::GeneratorExp) {
    comprehension(as<const ComprehensionExpr>(e.args[0]));
    text += ')';
    return;
  }
  list(e.args);
  for (size_t i = 0; i < e.keywords.size(); ++i) {
    if (i > 0 || !e.args.empty()) text += ", ";
    if (e.keywords[i]->arg.empty()) {
      text += "**";
    } else {
      text += std::string(e.keywords[i]->arg) + "=";
    }
    write(e.keywords[i]->value, kTest);
  }
  text += ')';
}

void Unparser::arguments(const Arguments& args) {
  bool first = true;
  auto separate = [&] {
    if (!first) text += ", ";
    first = false;
  };
  size_t positional = args.posonlyargs.size() + args.args.size();
  size_t without_default = positional - args.defaults.size();
  for (size_t i = 0; i < positional; ++i) {
    separate();
    size_t only = args.posonlyargs.size();
    text += i < only ? args.posonlyargs[i]->name->id : args.args[i - only]->name->id;
    if (i >= without_default) {
      text += '=';
      write(args.defaults[i - without_default], kTest);
    }
    if (i + 1 == only) text += ", /";
  }
  if (args.vararg != nullptr || !args.kwonlyargs.empty()) {
    separate();
    text += '*';
    if (args.vararg != nullptr) text += args.vararg->name->id;
  }
  for (size_t i = 0; i < args.kwonlyargs.size(); ++i) {
    separate();
    text += args.kwonlyargs[i]->name->id;
    if (args.kw_defaults[i] != nullptr) {
      text += '=';
      write(args.kw_defaults[i], kTest);
    }
  }
  if (args.kwarg != nullptr) {
    separate();
    text += "**";
    text += args.kwarg->name->id;
  }
}

void Unparser::comprehension(const ComprehensionExpr& e) {
  write(e.elt, kTest);
  if (e.value != nullptr) {
    text += ": ";
    write(e.value, kTest);
  }
  for (const Comprehension& generator : e.generators) {
    text += generator.is_async ? " async for " : " for ";
    write(generator.target, kTuple);
    text += " in ";
    write(generator.iter, kOr);
    for (const Expr* test : generator.ifs) {
      text += " if ";
      write(test, kOr);
    }
  }
}

void Unparser::slice_items(const Expr* e) {
  const auto* tuple = node_cast<const Sequence>(e);
  if (tuple == nullptr || tuple->kind != ExprKind::Tuple || tuple->elts.empty()) {
    return write(e, kTuple);
  }
  list(tuple->elts);
  if (tuple->elts.size() == 1) text += ',';
}

void Unparser::f_string_parts(const JoinedStr& e) {
  for (const Expr* part : e.values) {
    if (const auto* literal = node_cast<const Constant>(part)) {
      for (char c : literal->text) {
        text += c;
        if (c == '{' || c == '}') text += c;
      }
    } else if (const auto* value = node_cast<const FormattedValue>(part)) {
      Unparser inner;
      inner.write(value->value, kOr);
      text += inner.text[0] == '{' ? "{ " : "{";
      text += inner.text;
      if (value->conversion != 0) text += std::string("!") + value->conversion;
      if (value->format_spec != nullptr) {
        text += ':';
        f_string_parts(as<const JoinedStr>(value->format_spec));
      }
      text += '}';
    }
  }
}

void Unparser::f_string(const JoinedStr& e) {
  Unparser inner;
  inner.f_string_parts(e);
  text += 'f';
  text += quoted(inner.text, false);
}

void Unparser::write(const Expr* e, int level) {
  switch (e->kind) {
    case ExprKind::BoolOp: {
      const auto& b = as<const BoolOp>(e);
      bool is_or = b.op == BoolOperator::Or;
      int own = is_or ? kOr : kAnd;
      parenthesized_if(level > own, [&] {
        for (size_t i = 0; i < b.values.size(); ++i) {
          if (i > 0) text += is_or ? " or " : " and ";
          write(b.values[i], own + 1);
        }
      });
      break;
    }
    case ExprKind::NamedExpr:
      parenthesized_if(level > kNamed, [&] {
        write(as<const NamedExpr>(e).target, kAtom);
        text += " := ";
        write(as<const NamedExpr>(e).value, kAtom);
      });
      break;
    case ExprKind::BinOp:
      binary(as<const BinOp>(e), level);
      break;
    case ExprKind::UnaryOp: {
      const auto& u = as<const UnaryOp>(e);
      bool is_not = u.op == UnaryOperator::Not;
      int own = is_not ? int{kNot} : int{kFactor};
      parenthesized_if(level > own, [&] {
        text += text_of(u.op);
        if (is_not) text += ' ';
        write(u.operand, own);
      });
      break;
    }
    case ExprKind::Lambda:
      parenthesized_if(level > kTest, [&] {
        Unparser inner;
        inner.arguments(*as<const Lambda>(e).args);
        text += "lambda";
        if (!inner.text.empty()) text += ' ' + inner.text;
        text += ": ";
        write(as<const Lambda>(e).body, kTest);
      });
      break;
    case ExprKind::IfExp:
      parenthesized_if(level > kTest, [&] {
        const auto& i = as<const IfExp>(e);
        write(i.body, kTest + 1);
        text += " if ";
        write(i.test, kTest + 1);
        text += " else ";
        write(i.orelse, kTest);
      });
      break;
    case ExprKind::Dict: {
      const auto& d = as<const syntax::Dict>(e);
      text += '{';
      for (size_t i = 0; i < d.keys.size(); ++i) {
        if (i > 0) text += ", ";
        if (d.keys[i] == nullptr) {
          text += "**";
          write(d.values[i], kBitOr);
        } else {
          write(d.keys[i], kTest);
          text += ": ";
          write(d.values[i], kTest);
        }
      }
      text += '}';
      break;
    }
    case ExprKind::Set:
      text += '{';
      list(as<const Sequence>(e).elts);
      text += '}';
      break;
    case ExprKind::List:
      text += '[';
      list(as<const Sequence>(e).elts);
      text += ']';
      break;
    case ExprKind::Tuple: {
      const auto& t = as<const Sequence>(e);
      parenthesized_if(t.elts.empty() || level > kTuple, [&] {
        list(t.elts);
        if (t.elts.size() == 1) text += ',';
      });
      break;
    }
    case ExprKind::ListComp:
    case ExprKind::SetComp:
    case ExprKind::DictComp:
    case ExprKind::GeneratorExp: {
      const char* brackets = e->kind == ExprKind::ListComp       ? "[]"
                             : e->kind == ExprKind::GeneratorExp ? "()"
                                                                 : "{}";
      text += brackets[0];
      comprehension(as<const ComprehensionExpr>(e));
      text += brackets[1];
      break;
    }
    case ExprKind::Await:
      parenthesized_if(level > kAwait, [&] {
        text += "await ";
        write(as<const Await>(e).value, kAtom);
      });
      break;
    case ExprKind::Yield:
      text += "(yield";
      if (as<const Yield>(e).value != nullptr) {
        text += ' ';
        write(as<const Yield>(e).value, kTuple);
      }
      text += ')';
      break;
    case ExprKind::YieldFrom:
      text += "(yield from ";
      write(as<const YieldFrom>(e).value, kTest);
      text += ')';
      break;
    case ExprKind::Compare: {
      const auto& c = as<const Compare>(e);
      parenthesized_if(level > kCompare, [&] {
        write(c.left, kCompare + 1);
        for (size_t i = 0; i < c.ops.size(); ++i) {
          text += ' ';
          text += text_of(c.ops[i]);
          text += ' ';
          write(c.comparators[i], kCompare + 1);
        }
      });
      break;
    }
    case ExprKind::Call:
      call(as<const Call>(e));
      break;
    case ExprKind::FormattedValue:
      break;  // only inside a JoinedStr
    case ExprKind::JoinedStr:
      f_string(as<const JoinedStr>(e));
      break;
    case ExprKind::Constant:
      constant(as<const Constant>(e));
      break;
    case ExprKind::Attribute: {
      const auto& a = as<const Attribute>(e);
      write(a.value, kAtom);
      const auto* number = node_cast<const Constant>(a.value);
      if (number != nullptr && number->constant == ConstantKind::Int) text += ' ';
      text += '.';
      text += a.attr;
      break;
    }
    case ExprKind::Subscript:
      write(as<const Subscript>(e).value, kAtom);
      text += '[';
      slice_items(as<const Subscript>(e).slice);
      text += ']';
      break;
    case ExprKind::Starred:
      text += '*';
      write(as<const Starred>(e).value, kBitOr);
      break;
    case ExprKind::Name:
      text += as<const Name>(e).id;
      break;
    case ExprKind::Slice: {
      const auto& s = as<const syntax::Slice>(e);
      if (s.lower != nullptr) write(s.lower, kTest);
      text += ':';
      if (s.upper != nullptr) write(s.upper, kTest);
      if (s.step != nullptr) {
        text += ':';
        write(s.step, kTest);
      }
      break;
    }
  }
}

}  // namespace

std::string unparse(const syntax::Expr* expr) {
  Unparser unparser;
  unparser.write(expr, kTest);
  return std::move(unparser.text);
}

}  // namespace hothouse
