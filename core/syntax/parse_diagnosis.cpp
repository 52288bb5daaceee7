// The parser's second thoughts: given that something is wrong, which common mistake is it?
// See parser_impl.h. Everything here looks ahead inside a Trial.
#include "core/syntax/parser_impl.h"

namespace hothouse::syntax {

// Two expressions stand side by side. Returns true if an error was raised.
bool Parser::diagnose_adjacent(Expr* first, std::size_t first_token) {
  const Token& start = list_.tokens[first_token];
  const Token& second = list_.tokens[first_token + 1];
  std::string_view text = text_of(start);
  bool print = first->kind == ExprKind::Name && start.kind == Kind::Name &&
               (text == "print" || text == "exec");
  if (print) {
    Expr* rest = nullptr;
    {
      Trial trial(*this);
      rest = star_expressions();
    }
    if (rest == nullptr) return false;
    fail({first->range.begin, rest->range.end}, "Missing parentheses in call to '" +
                                                    std::string(text) + "'. Did you mean " +
                                                    std::string(text) + "(...)?");
    return true;
  }
  // A name before a string may be a mistyped prefix, and soft keywords look like two names.
  if (start.kind == Kind::Name &&
      (second.kind == Kind::String || text == "match" || text == "case" || text == "_")) {
    return false;
  }
  Expr* next = nullptr;
  std::uint16_t level = 0;
  {
    Trial trial(*this);
    next = expression();
    if (next != nullptr) level = previous().level;
  }
  if (next == nullptr || level == 0) return false;
  fail({first->range.begin, next->range.end}, "invalid syntax. Perhaps you forgot a comma?");
  return true;
}

// An '=' follows an expression where only a value can stand.
std::nullptr_t Parser::diagnose_equal_sign(Expr* left) {
  const Token equal = token();
  Expr* right = nullptr;
  {
    Trial trial(*this);
    advance();
    right = bitwise_or();
    if (right != nullptr && (at(Kind::OpEqual) || at(Kind::OpColonEqual))) right = nullptr;
  }
  if (right == nullptr) return invalid_syntax(equal);
  switch (left->kind) {
    case ExprKind::Name:
      return fail({left->range.begin, right->range.end},
                  "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    case ExprKind::List:
    case ExprKind::Tuple:
    case ExprKind::GeneratorExp:
    case ExprKind::BoolOp:
    case ExprKind::Compare:
    case ExprKind::IfExp:
    case ExprKind::Lambda:
      return invalid_syntax(equal);
    case ExprKind::UnaryOp:
      if (as<UnaryOp>(left).op == UnaryOperator::Not) return invalid_syntax(equal);
      break;
    case ExprKind::Constant: {
      ConstantKind kind = as<Constant>(left).constant;
      if (kind == ConstantKind::None || kind == ConstantKind::True || kind == ConstantKind::False) {
        return invalid_syntax(equal);
      }
      break;
    }
    default:
      break;
  }
  return fail(left->range, std::string("cannot assign to ") + expression_name(left) +
                               " here. Maybe you meant '==' instead of '='?");
}

const char* expression_name(const Expr* expr) {
  switch (expr->kind) {
    case ExprKind::Attribute:
      return "attribute";
    case ExprKind::Subscript:
      return "subscript";
    case ExprKind::Starred:
      return "starred";
    case ExprKind::Name:
      return "name";
    case ExprKind::List:
      return "list";
    case ExprKind::Tuple:
      return "tuple";
    case ExprKind::Lambda:
      return "lambda";
    case ExprKind::Call:
      return "function call";
    case ExprKind::BoolOp:
    case ExprKind::BinOp:
    case ExprKind::UnaryOp:
      return "expression";
    case ExprKind::GeneratorExp:
      return "generator expression";
    case ExprKind::Yield:
    case ExprKind::YieldFrom:
      return "yield expression";
    case ExprKind::Await:
      return "await expression";
    case ExprKind::ListComp:
      return "list comprehension";
    case ExprKind::SetComp:
      return "set comprehension";
    case ExprKind::DictComp:
      return "dict comprehension";
    case ExprKind::Dict:
      return "dict literal";
    case ExprKind::Set:
      return "set display";
    case ExprKind::JoinedStr:
    case ExprKind::FormattedValue:
      return "f-string expression";
    case ExprKind::Compare:
      return "comparison";
    case ExprKind::IfExp:
      return "conditional expression";
    case ExprKind::NamedExpr:
      return "named expression";
    case ExprKind::Slice:
      return "slice";
    case ExprKind::Constant:
      switch (static_cast<const Constant*>(expr)->constant) {
        case ConstantKind::None:
          return "None";
        case ConstantKind::True:
          return "True";
        case ConstantKind::False:
          return "False";
        case ConstantKind::Ellipsis:
          return "ellipsis";
        default:
          return "literal";
      }
  }
  return "expression";
}

}  // namespace hothouse::syntax
