// The rewrite rules of fold_rules.def as trees: what the fold pass matches and what the tests
// prove.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/ir/trace.h"

namespace hothouse::opt {

/// A node of a pattern or a replacement.
struct RuleNode {
  enum class Kind : uint8_t {
    Variable,  // x y z: number 0 1 2
    Constant,  // C D: number 0 1
    Literal,   // type, bits
    Apply,     // op, operands
    Log2,      // of operands[0]
    Nothing,   // an empty replacement
  };
  Kind kind = Kind::Nothing;
  uint8_t number = 0;
  uint8_t count = 0;  // operands
  ir::Op op = ir::Op::kCount;
  ir::Type type = ir::Type::Void;
  uint64_t bits = 0;
  int operands[3] = {-1, -1, -1};  // indices into Rule::nodes
};

struct RuleCondition {
  enum class Kind : uint8_t { Pow2, Shift, SameSign, Recip, Lt };
  Kind kind;
  int operands[2] = {-1, -1};
};

struct Rule {
  const char* name;
  const char* pattern_text;
  const char* replacement_text;
  std::vector<RuleNode> nodes;
  int pattern = -1, replacement = -1;
  std::vector<RuleCondition> conditions;
};

/// All rules, in the order of their rows. Parsed on first use.
const std::vector<Rule>& fold_rules();
/// Those whose pattern's outermost op is `op`.
const std::vector<const Rule*>& fold_rules_of(ir::Op op);

/// Whether a condition holds for constants of `bits`-bit words.
template <int Bits>
bool condition_holds(RuleCondition::Kind kind, uint64_t a, uint64_t b);

}  // namespace hothouse::opt
