// What an exit keeps for its bridge: the list that the bridge's inherit ops number.
#pragma once

#include <vector>

#include "core/ir/exit_index.h"

namespace hothouse::backend {

/// snapshot_uses(), and for an exit of the loop's body then the trace's body_params that the
/// pre-roll computed (invariants): a bridge hands them back when it jumps into the body again.
/// A pure function of the trace: the engine builds bridges with it, backends compile with it.
std::vector<ir::Ref> exit_values(const ir::Trace& trace, const ir::ExitIndex& index,
                                 uint32_t snapshot);
/// The same, for who asks once.
std::vector<ir::Ref> exit_values(const ir::Trace& trace, uint32_t snapshot);

}  // namespace hothouse::backend
