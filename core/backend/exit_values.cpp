#include "core/backend/exit_values.h"

#include <algorithm>

namespace hothouse::backend {

using namespace ir;

std::vector<Ref> exit_values(const Trace& trace, const ExitIndex& index, uint32_t snapshot) {
  std::vector<Ref> values = snapshot_uses(trace, index, snapshot);
  // A snapshot shared by the pre-roll and the body belongs to its first op.
  const uint32_t loop = index.loop();
  if (trace.body_params.empty() || index.owner(snapshot) < loop) return values;
  for (Ref param : trace.body_params) {
    if (!param.is_op() || param.index >= loop) continue;
    if (std::find(values.begin(), values.end(), param) == values.end()) values.push_back(param);
  }
  return values;
}

std::vector<Ref> exit_values(const Trace& trace, uint32_t snapshot) {
  return exit_values(trace, ExitIndex(trace), snapshot);
}

}  // namespace hothouse::backend
