// The table of ops as data.
#include "core/ir/trace.h"

namespace hothouse::ir {

const OpInfo kOpInfo[static_cast<int>(Op::kCount)] = {
#define IROP(Name, text, result, operands, imm, flags, sentence) \
  {#Name, text, result, operands, #imm, static_cast<uint16_t>(flags), sentence},
#include "core/ir/ops.def"
#undef IROP
};

}  // namespace hothouse::ir
