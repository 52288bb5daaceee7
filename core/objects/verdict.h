// Verdict: the answer of a Leaf function to a yes-or-no question that may need Python to decide.
#pragma once

#include <cstdint>

namespace hothouse {

enum class Verdict : int8_t {
  No = 0,
  Yes = 1,
  NeedsCall = 2,  // a user-defined method would have to be called: use the Caller form
  Raised = 3,     // the pending exception is set
};
inline Verdict verdict(bool b) { return b ? Verdict::Yes : Verdict::No; }

/// The six comparisons, in CPython's order.
enum class CompareOp : uint8_t { Lt = 0, Le = 1, Eq = 2, Ne = 3, Gt = 4, Ge = 5 };
constexpr CompareOp swapped(CompareOp op) {
  constexpr CompareOp kSwapped[] = {CompareOp::Gt, CompareOp::Ge, CompareOp::Eq,
                                    CompareOp::Ne, CompareOp::Lt, CompareOp::Le};
  return kSwapped[static_cast<int>(op)];
}

}  // namespace hothouse
