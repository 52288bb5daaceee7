// Spells out what a jump to another unit does to the frames, as ordinary ops, so that no backend
// has to know it:
//
//   jump_entry unit, snapshot s   ->   guard_unit unit, snapshot s
//                                      new ...            objects that the optimizer had sunk
//                                      slot_store ...     the snapshot's entries, boxed
//                                      barrier, store_field ...   its pending stores
//                                      jump_entry unit, snapshot s
//
// jump_body is treated alike when it has a snapshot (the frames' state that differs from what the
// target's own exits will restore), without the guard. Nothing else changes, and no index does.
#pragma once

#include <cstdint>
#include <vector>

#include "core/ir/trace.h"

namespace hothouse::backend {

struct LoweredTrace {
  ir::Trace trace;
  /// Op of the original trace that each op belongs to.
  std::vector<uint32_t> owner;
};

LoweredTrace lower_jumps(const ir::Trace& trace);

}  // namespace hothouse::backend
