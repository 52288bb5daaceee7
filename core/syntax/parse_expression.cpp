// Expressions from the loosest binding down to powers: conditionals, boolean operators,
// comparisons, and binary operators by precedence climbing. See parser_impl.h.
//
// Long chains are built with loops: `a or b or ...` and `a < b < ...` are flat lists in the tree,
// `a + b + ...` is a left spine.
#include "core/syntax/parser_impl.h"

namespace hothouse::syntax {

namespace {

constexpr int kPrecedence[] = {
#define BINARY_OPERATOR(Name, text, precedence) precedence,
#include "core/syntax/operators.def"
};

// The binary operator that a token stands for. `**` is not among them: see power().
bool binary_operator(TokenKind kind, BinaryOp& op) {
  switch (kind) {
    case TokenKind::OpVBar:
      op = BinaryOp::BitOr;
      return true;
    case TokenKind::OpCircumflex:
      op = BinaryOp::BitXor;
      return true;
    case TokenKind::OpAmper:
      op = BinaryOp::BitAnd;
      return true;
    case TokenKind::OpLeftShift:
      op = BinaryOp::LShift;
      return true;
    case TokenKind::OpRightShift:
      op = BinaryOp::RShift;
      return true;
    case TokenKind::OpPlus:
      op = BinaryOp::Add;
      return true;
    case TokenKind::OpMinus:
      op = BinaryOp::Sub;
      return true;
    case TokenKind::OpStar:
      op = BinaryOp::Mult;
      return true;
    case TokenKind::OpSlash:
      op = BinaryOp::Div;
      return true;
    case TokenKind::OpDoubleSlash:
      op = BinaryOp::FloorDiv;
      return true;
    case TokenKind::OpPercent:
      op = BinaryOp::Mod;
      return true;
    case TokenKind::OpAt:
      op = BinaryOp::MatMult;
      return true;
    default:
      return false;
  }
}

}  // namespace

bool Parser::starts_expression() const {
  switch (token().kind) {
    case Kind::Name:
    case Kind::Number:
    case Kind::String:
    case Kind::KwFalse:
    case Kind::KwNone:
    case Kind::KwTrue:
    case Kind::KwAwait:
    case Kind::KwLambda:
    case Kind::KwNot:
    case Kind::OpEllipsis:
    case Kind::OpLPar:
    case Kind::OpLSqb:
    case Kind::OpLBrace:
    case Kind::OpMinus:
    case Kind::OpPlus:
    case Kind::OpTilde:
      return true;
    default:
      return false;
  }
}

// One expression, or a tuple without parentheses. Except in eval(), there may be stars.
Expr* Parser::expression_list(bool stars) {
  Position begin = here();
  Expr* first = stars ? star_expression() : expression();
  if (first == nullptr || !at(Kind::OpComma)) return first;
  std::vector<Expr*> elts = {first};
  while (accept(Kind::OpComma)) {
    if (!starts_expression() && !at(Kind::OpStar)) break;
    Expr* next = stars ? star_expression() : expression();
    if (next == nullptr) return nullptr;
    elts.push_back(next);
  }
  Sequence* tuple = node<Sequence>(ExprKind::Tuple, begin);
  tuple->elts = arena_.copy(elts);
  return tuple;
}

Expr* Parser::star_expression() {
  if (!at(Kind::OpStar)) return expression();
  Position begin = here();
  advance();
  Expr* value = bitwise_or();
  if (value == nullptr) return nullptr;
  Starred* starred = node<Starred>(ExprKind::Starred, begin);
  starred->value = value;
  return starred;
}

Expr* Parser::star_named_expression() {
  return at(Kind::OpStar) ? star_expression() : named_expression();
}

// NAME ':=' expression, or an expression.
Expr* Parser::named_expression() {
  Position begin = here();
  if (!at_walrus()) return expression();
  Name* target = name_node(token(), Context::Store);
  advance();
  advance();
  Expr* value = expression();
  if (value == nullptr) return nullptr;
  NamedExpr* named = node<NamedExpr>(ExprKind::NamedExpr, begin);
  named->target = target;
  named->value = value;
  return named;
}

Expr* Parser::expression() {
  Nesting nesting(*this);
  if (nesting.too_deep()) return nullptr;
  if (at(Kind::KwLambda)) return lambda();
  Position begin = here();
  Expr* body = disjunction();
  return body != nullptr && at(Kind::KwIf) ? conditional(body, begin) : body;
}

// body 'if' disjunction 'else' expression
Expr* Parser::conditional(Expr* body, Position begin) {
  advance();
  Expr* test = disjunction();
  if (test == nullptr || !accept(Kind::KwElse)) return nullptr;
  Expr* orelse = expression();
  if (orelse == nullptr) return nullptr;
  IfExp* result = node<IfExp>(ExprKind::IfExp, begin);
  result->test = test;
  result->body = body;
  result->orelse = orelse;
  return result;
}

Expr* Parser::disjunction() {
  Position begin = here();
  Expr* first = conjunction();
  if (first == nullptr || !at(Kind::KwOr)) return first;
  std::vector<Expr*> values = {first};
  while (accept(Kind::KwOr)) {
    Expr* next = conjunction();
    if (next == nullptr) return nullptr;
    values.push_back(next);
  }
  BoolOp* result = node<BoolOp>(ExprKind::BoolOp, begin);
  result->op = BoolOperator::Or;
  result->values = arena_.copy(values);
  return result;
}

Expr* Parser::conjunction() {
  Position begin = here();
  Expr* first = inversion();
  if (first == nullptr || !at(Kind::KwAnd)) return first;
  std::vector<Expr*> values = {first};
  while (accept(Kind::KwAnd)) {
    Expr* next = inversion();
    if (next == nullptr) return nullptr;
    values.push_back(next);
  }
  BoolOp* result = node<BoolOp>(ExprKind::BoolOp, begin);
  result->op = BoolOperator::And;
  result->values = arena_.copy(values);
  return result;
}

Expr* Parser::inversion() {
  if (!at(Kind::KwNot)) return comparison();
  Nesting nesting(*this);
  if (nesting.too_deep()) return nullptr;
  Position begin = here();
  advance();
  Expr* operand = inversion();
  if (operand == nullptr) return nullptr;
  UnaryOp* result = node<UnaryOp>(ExprKind::UnaryOp, begin);
  result->op = UnaryOperator::Not;
  result->operand = operand;
  return result;
}

// Takes a comparison operator if there is one.
bool Parser::comparison_operator(CompareOp& op) {
  switch (token().kind) {
    case Kind::OpEqualEqual:
      op = CompareOp::Eq;
      break;
    case Kind::OpNotEqual:
      op = CompareOp::NotEq;
      break;
    case Kind::OpLess:
      op = CompareOp::Lt;
      break;
    case Kind::OpLessEqual:
      op = CompareOp::LtE;
      break;
    case Kind::OpGreater:
      op = CompareOp::Gt;
      break;
    case Kind::OpGreaterEqual:
      op = CompareOp::GtE;
      break;
    case Kind::KwIn:
      op = CompareOp::In;
      break;
    case Kind::KwNot:
      if (!next_is(Kind::KwIn)) return false;
      advance();
      op = CompareOp::NotIn;
      break;
    case Kind::KwIs:
      op = CompareOp::Is;
      if (next_is(Kind::KwNot)) {
        advance();
        op = CompareOp::IsNot;
      }
      break;
    default:
      return false;
  }
  advance();
  return true;
}

Expr* Parser::comparison() {
  Position begin = here();
  Expr* left = bitwise_or();
  if (left == nullptr) return nullptr;
  CompareOp op;
  if (!comparison_operator(op)) return left;
  std::vector<CompareOp> ops;
  std::vector<Expr*> comparators;
  do {
    Expr* right = bitwise_or();
    if (right == nullptr) return nullptr;
    ops.push_back(op);
    comparators.push_back(right);
  } while (comparison_operator(op));
  Compare* result = node<Compare>(ExprKind::Compare, begin);
  result->left = left;
  result->ops = arena_.copy(ops);
  result->comparators = arena_.copy(comparators);
  return result;
}

// Precedence climbing over the left-associative binary operators.
Expr* Parser::binary(int min_precedence) {
  Position begin = here();
  Expr* left = factor();
  if (left == nullptr) return nullptr;
  for (;;) {
    BinaryOp which;
    if (!binary_operator(token().kind, which)) return left;
    int precedence = kPrecedence[static_cast<int>(which)];
    if (precedence < min_precedence) return left;
    advance();
    Expr* right = binary(precedence + 1);
    if (right == nullptr) return nullptr;
    BinOp* op = node<BinOp>(ExprKind::BinOp, begin);
    op->op = which;
    op->left = left;
    op->right = right;
    left = op;
  }
}

Expr* Parser::factor() {
  UnaryOperator op;
  switch (token().kind) {
    case Kind::OpPlus:
      op = UnaryOperator::UAdd;
      break;
    case Kind::OpMinus:
      op = UnaryOperator::USub;
      break;
    case Kind::OpTilde:
      op = UnaryOperator::Invert;
      break;
    default:
      return power();
  }
  Nesting nesting(*this);
  if (nesting.too_deep()) return nullptr;
  Position begin = here();
  advance();
  Expr* operand = factor();
  if (operand == nullptr) return nullptr;
  UnaryOp* result = node<UnaryOp>(ExprKind::UnaryOp, begin);
  result->op = op;
  result->operand = operand;
  return result;
}

// ['await'] primary ['**' factor]
Expr* Parser::power() {
  Position begin = here();
  Expr* base = nullptr;
  if (accept(Kind::KwAwait)) {
    Expr* value = primary();
    if (value == nullptr) return nullptr;
    Await* await = node<Await>(ExprKind::Await, begin);
    await->value = value;
    base = await;
  } else {
    base = primary();
  }
  if (base == nullptr || !accept(Kind::OpDoubleStar)) return base;
  Nesting nesting(*this);
  if (nesting.too_deep()) return nullptr;
  Expr* exponent = factor();
  if (exponent == nullptr) return nullptr;
  BinOp* result = node<BinOp>(ExprKind::BinOp, begin);
  result->op = BinaryOp::Pow;
  result->left = base;
  result->right = exponent;
  return result;
}

Expr* Parser::lambda() {
  Position begin = here();
  advance();
  Arguments* args = parameters(true);
  if (args == nullptr || !accept(Kind::OpColon)) return nullptr;
  Expr* body = expression();
  if (body == nullptr) return nullptr;
  Lambda* result = node<Lambda>(ExprKind::Lambda, begin);
  result->args = args;
  result->body = body;
  return result;
}

Expr* Parser::yield_expression() {
  Position begin = here();
  advance();
  if (accept(Kind::KwFrom)) {
    Expr* value = expression();
    if (value == nullptr) return nullptr;
    YieldFrom* result = node<YieldFrom>(ExprKind::YieldFrom, begin);
    result->value = value;
    return result;
  }
  Expr* value = nullptr;
  if (starts_expression() || at(Kind::OpStar)) {
    value = star_expressions();
    if (value == nullptr) return nullptr;
  }
  Yield* result = node<Yield>(ExprKind::Yield, begin);
  result->value = value;
  return result;
}

Expr* Parser::yield_or_star_expressions() {
  return at(Kind::KwYield) ? yield_expression() : star_expressions();
}

}  // namespace hothouse::syntax
