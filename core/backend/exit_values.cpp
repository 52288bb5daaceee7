#include "core/backend/exit_values.h"

#include <algorithm>

namespace hothouse::backend {

using namespace ir;

std::vector<Ref> exit_values(const Trace& trace, uint32_t snapshot) {
  std::vector<Ref> values = snapshot_uses(trace, snapshot);
  if (trace.body_params.empty()) return values;
  bool in_body = false;
  uint32_t loop = 0;
  for (uint32_t i = 0; i < trace.ops.size(); i++) {
    if (trace.ops[i].op == ir::Op::Loop) {
      in_body = true;
      loop = i;
    }
    // A snapshot shared by the pre-roll and the body belongs to its first op.
    if (trace.ops[i].snapshot == snapshot) break;
  }
  if (!in_body) return values;
  for (Ref param : trace.body_params) {
    if (!param.is_op() || param.index >= loop) continue;
    if (std::find(values.begin(), values.end(), param) == values.end()) values.push_back(param);
  }
  return values;
}

}  // namespace hothouse::backend
