// SyntaxWarnings: what is legal, and surely not meant. The same checks as CPython's compiler makes,
// on the same folded constants; who compiles passes them to the program's filters.
#include <algorithm>

#include "core/bytecode/compiler_impl.h"
#include "core/bytecode/constants.h"

namespace hothouse {

using syntax::CompareOp;
using syntax::ExprKind;

namespace {

const char* type_name(const Const& c) {
  switch (c.kind) {
    case Const::Kind::None:
      return "NoneType";
    case Const::Kind::False:
    case Const::Kind::True:
      return "bool";
    case Const::Kind::Ellipsis:
      return "ellipsis";
    case Const::Kind::Int:
      return "int";
    case Const::Kind::Float:
      return "float";
    case Const::Kind::Imaginary:
      return "complex";
    case Const::Kind::Str:
      return "str";
    case Const::Kind::Bytes:
      return "bytes";
    case Const::Kind::Tuple:
      return "tuple";
    case Const::Kind::FrozenSet:
      return "frozenset";
  }
  return nullptr;
}

/// The type of what an expression surely gives; null if that depends.
const char* display_type(const syntax::Expr* e) {
  switch (e->kind) {
    case ExprKind::Tuple:
      return "tuple";
    case ExprKind::List:
    case ExprKind::ListComp:
      return "list";
    case ExprKind::Dict:
    case ExprKind::DictComp:
      return "dict";
    case ExprKind::Set:
    case ExprKind::SetComp:
      return "set";
    case ExprKind::GeneratorExp:
      return "generator";
    case ExprKind::Lambda:
      return "function";
    case ExprKind::JoinedStr:
    case ExprKind::FormattedValue:
      return "str";
    default:
      return nullptr;
  }
}

/// None, False, True and ... are the one object of their kind: `is` is right for them.
bool is_singleton(const Const& c) {
  return c.kind == Const::Kind::None || c.kind == Const::Kind::False ||
         c.kind == Const::Kind::True || c.kind == Const::Kind::Ellipsis;
}

/// Most expressions are none of the kinds that may be constant; asked before anything is folded.
bool may_be_constant(const syntax::Expr* e) {
  return e->kind == ExprKind::Constant || e->kind == ExprKind::Tuple ||
         e->kind == ExprKind::BinOp || e->kind == ExprKind::UnaryOp;
}

}  // namespace

void Compiler::warn(const syntax::SourceRange& range, std::string message) {
  syntax::SyntaxError warning;
  warning.message = std::move(message);
  warning.line = range.begin.line;
  warning.col = range.begin.col + 1;
  warning.end_line = range.end.line;
  warning.end_col = range.end.col + 1;
  warning.text = source_line(range.begin.line);
  warnings_.push_back(std::move(warning));
}

bool Compiler::constant_operand(const syntax::Expr* e, Const& result) {
  return may_be_constant(e) && fold(vm_, e, result);
}

void Compiler::warn_identity(const syntax::Compare& e) {
  const bool asks = std::any_of(e.ops.begin(), e.ops.end(), [](CompareOp op) {
    return op == CompareOp::Is || op == CompareOp::IsNot;
  });
  if (!asks) return;
  auto literal = [&](const syntax::Expr* operand) {
    Const value;
    return constant_operand(operand, value) && !is_singleton(value);
  };
  bool left = literal(e.left);
  for (size_t i = 0; i < e.ops.size(); ++i) {
    bool right = literal(e.comparators[i]);
    if (left || right) {
      if (e.ops[i] == CompareOp::Is) {
        return warn(e.range, "\"is\" with a literal. Did you mean \"==\"?");
      }
      if (e.ops[i] == CompareOp::IsNot) {
        return warn(e.range, "\"is not\" with a literal. Did you mean \"!=\"?");
      }
    }
    left = right;
  }
}

void Compiler::warn_caller(const syntax::Call& e) {
  const char* type = display_type(e.func);
  Const value;
  if (e.func->kind == ExprKind::Lambda) return;
  if (type == nullptr && constant_operand(e.func, value)) type = type_name(value);
  if (type == nullptr) return;
  warn(e.range, "'" + std::string(type) + "' object is not callable; perhaps you missed a comma?");
}

void Compiler::warn_subscript(const syntax::Subscript& e) {
  Const value;
  const char* type = nullptr;
  switch (e.value->kind) {
    case ExprKind::Set:
    case ExprKind::SetComp:
    case ExprKind::GeneratorExp:
    case ExprKind::Lambda:
      type = display_type(e.value);
      break;
    default:
      if (constant_operand(e.value, value) && value.kind != Const::Kind::Str &&
          value.kind != Const::Kind::Bytes && value.kind != Const::Kind::Tuple) {
        type = type_name(value);
      }
  }
  if (type != nullptr) {
    return warn(e.range, "'" + std::string(type) +
                             "' object is not subscriptable; perhaps you missed a comma?");
  }
  switch (e.value->kind) {
    case ExprKind::Tuple:
    case ExprKind::List:
    case ExprKind::ListComp:
    case ExprKind::JoinedStr:
    case ExprKind::FormattedValue:
      type = display_type(e.value);
      break;
    default:
      if (constant_operand(e.value, value)) type = type_name(value);
  }
  if (type == nullptr) return;
  Const index;
  const char* index_type = nullptr;
  if (constant_operand(e.slice, index)) {
    index_type = type_name(index);
  } else {
    index_type = display_type(e.slice);
  }
  if (index_type == nullptr || index.kind == Const::Kind::Int || index.kind == Const::Kind::True ||
      index.kind == Const::Kind::False) {
    return;
  }
  warn(e.range, std::string(type) + " indices must be integers or slices, not " + index_type +
                    "; perhaps you missed a comma?");
}

void Compiler::warn_assert(const syntax::Assert& s) {
  if (s.test->kind != ExprKind::Tuple || syntax::as<syntax::Sequence>(s.test).elts.empty()) return;
  warn(s.range, "assertion is always true, perhaps remove parentheses?");
}

}  // namespace hothouse
