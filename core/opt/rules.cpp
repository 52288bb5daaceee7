#include "core/opt/rules.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "core/ir/evaluate.h"
#include "core/opt/planted.h"

namespace hothouse::opt {

using namespace ir;

namespace {

/// Reads one row's texts: (op operand ...), nested.
class RuleParser {
 public:
  explicit RuleParser(Rule& rule) : rule_(rule) {}

  int parse(const char* text) {
    at_ = text;
    if (*at_ == 0) return add(RuleNode{});
    return parse_node();
  }

  void parse_condition(const char* text) {
    at_ = text;
    if (*at_ == 0) return;
    static const char* const kNames[] = {"pow2", "shift", "same_sign", "recip", "lt"};
    std::string word = take_word();
    RuleCondition condition{};
    for (int i = 0; i < 5; ++i)
      if (word == kNames[i]) condition.kind = static_cast<RuleCondition::Kind>(i);
    for (int i = 0; i < 2 && *at_; ++i) {
      skip_spaces();
      condition.operands[i] = parse_node();
    }
    rule_.conditions.push_back(condition);
  }

 private:
  int add(const RuleNode& node) {
    rule_.nodes.push_back(node);
    return static_cast<int>(rule_.nodes.size()) - 1;
  }

  void skip_spaces() {
    while (*at_ == ' ') ++at_;
  }

  std::string take_word() {
    skip_spaces();
    const char* start = at_;
    while (*at_ && !std::strchr(" ()", *at_)) ++at_;
    return std::string(start, at_);
  }

  int parse_node() {
    skip_spaces();
    if (*at_ != '(') return parse_leaf(take_word());
    ++at_;
    RuleNode node;
    std::string word = take_word();
    if (word == "log2") {
      node.kind = RuleNode::Kind::Log2;
    } else {
      node.kind = RuleNode::Kind::Apply;
      int op = 0;
      while (op < static_cast<int>(Op::kCount) && word != kOpInfo[op].text) ++op;
      node.op = static_cast<Op>(op);
    }
    skip_spaces();
    while (*at_ && *at_ != ')') {
      node.operands[node.count++] = parse_node();
      skip_spaces();
    }
    if (*at_) ++at_;
    return add(node);
  }

  int parse_leaf(const std::string& word) {
    using hothouse::Value;
    RuleNode node;
    node.kind = RuleNode::Kind::Literal;
    if (word == "x" || word == "y" || word == "z") {
      node.kind = RuleNode::Kind::Variable;
      node.number = static_cast<uint8_t>(word[0] - 'x');
    } else if (word == "C" || word == "D") {
      node.kind = RuleNode::Kind::Constant;
      node.number = static_cast<uint8_t>(word[0] - 'C');
    } else if (word == "true" || word == "false") {
      node.type = Type::Bool;
      node.bits = word == "true";
    } else if (word == "True" || word == "False" || word == "None") {
      node.type = Type::Value;
      node.bits = word == "None" ? Value::none().bits() : Value::boolean(word == "True").bits();
    } else if (word.back() == 'f') {
      node.type = Type::F64;
      double d = std::strtod(word.c_str(), nullptr);
      std::memcpy(&node.bits, &d, 8);
    } else {
      node.type = Type::I64;
      node.bits = static_cast<uint64_t>(std::strtoll(word.c_str(), nullptr, 10));
    }
    return add(node);
  }

  Rule& rule_;
  const char* at_ = nullptr;
};

struct RuleSet {
  std::vector<Rule> rules;
  std::vector<const Rule*> by_op[static_cast<int>(Op::kCount)];

  RuleSet() {
    struct Row {
      const char *name, *pattern, *condition, *replacement;
    };
    static const Row kRows[] = {
#define FOLD(name, pattern, condition, replacement) {#name, pattern, condition, replacement},
#include "core/opt/fold_rules.def"
#undef FOLD
    };
    rules.reserve(sizeof kRows / sizeof *kRows);
    for (const Row& row : kRows) {
      Rule rule{row.name, row.pattern, row.replacement, {}, -1, -1, {}};
      RuleParser parser(rule);
      rule.pattern = parser.parse(row.pattern);
      parser.parse_condition(row.condition);
      rule.replacement = parser.parse(row.replacement);
      rules.push_back(std::move(rule));
    }
    for (const Rule& rule : rules)
      by_op[static_cast<int>(rule.nodes[static_cast<size_t>(rule.pattern)].op)].push_back(&rule);
  }
};

const RuleSet& rule_set() {
  static const auto* const kSet = new RuleSet;
  return *kSet;
}

}  // namespace

const std::vector<Rule>& fold_rules() { return rule_set().rules; }

const std::vector<const Rule*>& fold_rules_of(Op op) {
  return rule_set().by_op[static_cast<int>(op)];
}

template <int Bits>
bool condition_holds(RuleCondition::Kind kind, uint64_t a, uint64_t b) {
  auto sa = static_cast<int64_t>(a), sb = static_cast<int64_t>(b);
  switch (kind) {
    case RuleCondition::Kind::Pow2:
      return sa > 1 && ((a & (a - 1)) == 0 || HOTHOUSE_PLANTED(fold_power));
    case RuleCondition::Kind::Shift:
      return a < static_cast<uint64_t>(Bits);
    case RuleCondition::Kind::SameSign: {
      int64_t sum;
      return ((sa >= 0 && sb >= 0) || (sa <= 0 && sb <= 0)) &&
             evaluate_int<Bits>(Op::AddOv, sa, sb, sum);
    }
    case RuleCondition::Kind::Recip: {
      // A power of two (mantissa bits zero) whose reciprocal is a normal number.
      uint64_t exponent = a >> 52 & 0x7ff;
      return (a << 12) == 0 && exponent > 1 && exponent < 0x7fd;
    }
    case RuleCondition::Kind::Lt:
      return sa < sb;
  }
  return false;
}

template bool condition_holds<64>(RuleCondition::Kind, uint64_t, uint64_t);
template bool condition_holds<8>(RuleCondition::Kind, uint64_t, uint64_t);
template bool condition_holds<5>(RuleCondition::Kind, uint64_t, uint64_t);

}  // namespace hothouse::opt
