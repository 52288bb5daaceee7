// VmState: the words of the VM that compiled code reads and writes, at fixed offsets.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/objects/heap.h"
#include "core/objects/value.h"

namespace hothouse {

/// Frames that a trace may inline into each other. Where the recursion limit is nearer than this,
/// no unit is entered: inlined calls do not check it.
constexpr uint32_t kMaxInlinedFrames = 24;

struct VmState {
  NurseryState nursery;         // 0: cursor, 8: soft, 16: hard
  uint64_t native_stack_limit;  // 24: units called natively leave when rsp is below
  Value pending;                // 32: the exception being raised, or undefined
  Value handled;                // 40: the exception being handled (sys.exception()), or None
  uint64_t depth;               // 48: Python frames on the stack
  uint64_t depth_limit;         // 56: sys.getrecursionlimit()
  uint64_t stack_limit;         // 64: address behind which no frame may reach on the VM stack
  uint64_t top;                 // 72: address of the current frame's register 0, at calls
  uint64_t vm;                  // 80: Vm*, first argument of helpers
  uint64_t exit_unit;           // 88: unit and snapshot of the last exit
  uint64_t exit_snapshot;       // 96
  uint64_t pc;                  // 104: word index in the current frame, kept with `top`
};
static_assert(offsetof(VmState, native_stack_limit) == 24);
static_assert(offsetof(VmState, pending) == 32 && offsetof(VmState, depth) == 48);
static_assert(offsetof(VmState, top) == 72 && offsetof(VmState, pc) == 104);

}  // namespace hothouse
