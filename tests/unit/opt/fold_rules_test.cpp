// Proves the rows of fold_rules.def: integer rules exhaustively, with words of 8 bits for up to two
// names and of 5 bits beyond; rules of floats and boxes by samples with NaN, -0, inf and the ends
// of the ranges among them.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/ir/evaluate.h"
#include "core/objects/value.h"
#include "core/opt/rules.h"

namespace hothouse::opt {
namespace {

using namespace ir;

/// What evaluating an expression came to.
enum class Outcome { Value, Leaves, Undefined };

struct Environment {
  uint64_t variables[3] = {};
  uint64_t constants[2] = {};
};

bool is_checked(Op op) { return op == Op::AddOv || op == Op::SubOv || op == Op::MulOv; }

template <int Bits>
Outcome evaluate_node(const Rule& rule, int index, const Environment& env, uint64_t& result) {
  const RuleNode& node = rule.nodes[static_cast<size_t>(index)];
  uint64_t operands[3] = {};
  for (int k = 0; k < node.count; ++k) {
    Outcome outcome = evaluate_node<Bits>(rule, node.operands[k], env, operands[k]);
    if (outcome != Outcome::Value) return outcome;
  }
  switch (node.kind) {
    case RuleNode::Kind::Variable:
      result = env.variables[node.number];
      return Outcome::Value;
    case RuleNode::Kind::Constant:
      result = env.constants[node.number];
      return Outcome::Value;
    case RuleNode::Kind::Literal:
      result = node.type == Type::I64 ? static_cast<uint64_t>(wrap<Bits>(node.bits)) : node.bits;
      return Outcome::Value;
    case RuleNode::Kind::Log2:
      result = static_cast<uint64_t>(__builtin_ctzll(operands[0]));
      return Outcome::Value;
    case RuleNode::Kind::Nothing:
      return Outcome::Value;
    case RuleNode::Kind::Apply:
      break;
  }
  switch (node.op) {
    case Op::GuardTrue:
      return operands[0] ? Outcome::Value : Outcome::Leaves;
    case Op::GuardFalse:
      return operands[0] ? Outcome::Leaves : Outcome::Value;
    case Op::GuardIs:
      return operands[0] == operands[1] ? Outcome::Value : Outcome::Leaves;
    case Op::GuardIsNot:
      return operands[0] != operands[1] ? Outcome::Value : Outcome::Leaves;
    default:
      break;
  }
  int64_t integer;
  if (evaluate_int<Bits>(node.op, static_cast<int64_t>(operands[0]),
                         static_cast<int64_t>(operands[1]), integer)) {
    result = static_cast<uint64_t>(integer);
    return Outcome::Value;
  }
  if (is_checked(node.op)) return Outcome::Leaves;
  if (node.op >= Op::Add && node.op <= Op::Ult) return Outcome::Undefined;  // its precondition
  return evaluate(node.op, operands[0], operands[1], operands[2], result) ? Outcome::Value
                                                                          : Outcome::Undefined;
}

/// Types of the names, from the ops that use them.
struct Names {
  Type variables[3] = {Type::Void, Type::Void, Type::Void};
  bool constants[2] = {};
  Type constant_types[2] = {Type::Void, Type::Void};
};

Type type_of(char letter) {
  return letter == 'i'   ? Type::I64
         : letter == 'f' ? Type::F64
         : letter == 'b' ? Type::Bool
         : letter == 'r' ? Type::Ref
         : letter == 'v' ? Type::Value
                         : Type::I64;  // select: any
}

void find_names(const Rule& rule, int index, Names& names) {
  const RuleNode& node = rule.nodes[static_cast<size_t>(index)];
  if (node.kind != RuleNode::Kind::Apply) return;
  for (int k = 0; k < node.count; ++k) {
    const RuleNode& operand = rule.nodes[static_cast<size_t>(node.operands[k])];
    Type type = type_of(info(node.op).operands[k]);
    if (operand.kind == RuleNode::Kind::Variable) names.variables[operand.number] = type;
    if (operand.kind == RuleNode::Kind::Constant) {
      names.constants[operand.number] = true;
      names.constant_types[operand.number] = type;
    }
    find_names(rule, node.operands[k], names);
  }
}

template <int Bits>
std::vector<uint64_t> samples(Type type) {
  std::vector<uint64_t> list;
  switch (type) {
    case Type::I64:
      for (uint64_t i = 0; i < (uint64_t{1} << Bits); ++i)
        list.push_back(static_cast<uint64_t>(wrap<Bits>(i)));
      break;
    case Type::Bool:
      list = {0, 1};
      break;
    case Type::F64: {
      const double kInf = std::numeric_limits<double>::infinity();
      for (double d : {0.0,
                       -0.0,
                       1.0,
                       -1.0,
                       2.0,
                       0.5,
                       -0.25,
                       3.0,
                       0.1,
                       1e308,
                       -1e308,
                       5e-324,
                       1e-310,
                       2.2250738585072014e-308,
                       kInf,
                       -kInf,
                       4.0,
                       1024.0,
                       9007199254740993.0,
                       2.5,
                       -2.5,
                       0x1p1022,
                       0x1p-1022,
                       0x1p1023}) {
        uint64_t bits;
        std::memcpy(&bits, &d, 8);
        list.push_back(bits);
      }
      list.push_back(uint64_t{0x7ff8} << 48);
      list.push_back(uint64_t{0xfff8} << 48);
      break;
    }
    case Type::Ref:
      list = {0x1000, 0x7fff12345678};
      break;
    default:
      for (int64_t i : {int64_t{0}, int64_t{-1}, int64_t{7}, Value::kMinInt, Value::kMaxInt})
        list.push_back(Value::small_int(i).bits());
      for (uint64_t s = 0; s < 8; ++s)
        list.push_back(Value::special(static_cast<Value::Special>(s)).bits());
      for (uint64_t bits : samples<Bits>(Type::F64)) {
        double d;
        std::memcpy(&d, &bits, 8);
        list.push_back(Value::from_double(d).bits());
      }
      list.push_back(0x1000);
      break;
  }
  return list;
}

bool is_nan(uint64_t bits) {
  double d;
  std::memcpy(&d, &bits, 8);
  return d != d;
}

template <int Bits>
void check(const Rule& rule, const Environment& env, bool floating, int& applied) {
  for (const RuleCondition& c : rule.conditions) {
    uint64_t operands[2] = {};
    for (int k = 0; k < 2 && c.operands[k] >= 0; ++k)
      if (evaluate_node<Bits>(rule, c.operands[k], env, operands[k]) != Outcome::Value) return;
    if (!condition_holds<Bits>(c.kind, operands[0], operands[1])) return;
  }
  // A replacement whose constant part cannot be computed is not made.
  const RuleNode& root = rule.nodes[static_cast<size_t>(rule.replacement)];
  for (int k = 0; k < root.count; ++k) {
    uint64_t ignored;
    if (evaluate_node<Bits>(rule, root.operands[k], env, ignored) != Outcome::Value) return;
  }
  uint64_t before = 0, after = 0;
  Outcome left = evaluate_node<Bits>(rule, rule.pattern, env, before);
  if (left == Outcome::Undefined) return;
  Outcome right = evaluate_node<Bits>(rule, rule.replacement, env, after);
  ++applied;
  bool equal = left == right && (left != Outcome::Value || before == after ||
                                 (floating && is_nan(before) && is_nan(after)));
  // An inner check that leaves is still in the trace when the rule has been applied.
  if (left == Outcome::Leaves && right == Outcome::Value) {
    const RuleNode& pattern = rule.nodes[static_cast<size_t>(rule.pattern)];
    for (int k = 0; k < pattern.count; ++k) {
      uint64_t ignored;
      if (evaluate_node<Bits>(rule, pattern.operands[k], env, ignored) == Outcome::Leaves)
        equal = true;
    }
  }
  ASSERT_TRUE(equal) << rule.name << ": " << rule.pattern_text << " = " << rule.replacement_text
                     << " with x=" << env.variables[0] << " y=" << env.variables[1]
                     << " C=" << env.constants[0] << " D=" << env.constants[1] << ": " << before
                     << " and " << after;
}

template <int Bits>
int prove(const Rule& rule, const Names& names, bool floating) {
  static const std::vector<uint64_t> kNothing{0};
  std::vector<uint64_t> domains[5];
  for (int k = 0; k < 3; ++k)
    domains[k] = names.variables[k] == Type::Void ? kNothing : samples<Bits>(names.variables[k]);
  for (int k = 0; k < 2; ++k)
    domains[3 + k] = names.constants[k] ? samples<Bits>(names.constant_types[k]) : kNothing;
  int applied = 0;
  Environment env;
  for (uint64_t x : domains[0])
    for (uint64_t y : domains[1])
      for (uint64_t z : domains[2])
        for (uint64_t c : domains[3])
          for (uint64_t d : domains[4]) {
            env.variables[0] = x;
            env.variables[1] = y;
            env.variables[2] = z;
            env.constants[0] = c;
            env.constants[1] = d;
            check<Bits>(rule, env, floating, applied);
            if (::testing::Test::HasFatalFailure()) return applied;
          }
  return applied;
}

TEST(FoldRules, EachRowHolds) {
  for (const Rule& rule : fold_rules()) {
    const RuleNode& root = rule.nodes[static_cast<size_t>(rule.pattern)];
    ASSERT_LT(root.op, Op::kCount) << rule.name;
    Names names;
    find_names(rule, rule.pattern, names);
    int count = 0;
    for (Type t : names.variables) count += t == Type::I64;
    for (int k = 0; k < 2; ++k) count += names.constants[k] && names.constant_types[k] == Type::I64;
    bool floating = info(root.op).result == 'f';
    int applied = count <= 2 ? prove<8>(rule, names, floating) : prove<5>(rule, names, floating);
    if (HasFatalFailure()) return;
    EXPECT_GT(applied, 0) << rule.name << " never applies";
  }
}

/// A rule that is wrong must be found wrong: x - (x - y) is not x.
TEST(FoldRules, TheProofFindsAWrongRow) {
  for (const Rule& rule : fold_rules()) {
    if (std::string(rule.name) != "sub_of_sub") continue;
    Environment env;
    env.variables[0] = 3;
    env.variables[1] = 5;
    uint64_t result = 0;
    ASSERT_EQ(evaluate_node<8>(rule, rule.pattern, env, result), Outcome::Value);
    EXPECT_EQ(result, 5u);
    EXPECT_NE(result, env.variables[0]);
  }
}

}  // namespace
}  // namespace hothouse::opt
