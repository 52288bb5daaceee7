// Deoptimization: at an exit, the interpreter's frames are rebuilt from the snapshot.
//
// Values are boxed, sunk objects are allocated (out of the heap's reserve: this never collects and
// never fails), pending stores are performed.
#pragma once

#include "core/backend/backend.h"
#include "core/ir/exit_index.h"
#include "core/vm/vm.h"

namespace hothouse {

/// The Value of an unboxed one's bits; a Value's own bits otherwise.
Value box_bits(Heap& heap, ir::Type type, uint64_t bits);
inline Value box_constant(Heap& heap, const ir::Constant& c) {
  return box_bits(heap, c.type, c.bits);
}

/// Writes the snapshot's state into the frames above `base` and makes the innermost one current
/// (state.top, state.pc). state.depth is left to the caller.
void restore_frames(Vm& vm, const ir::Trace& trace, const ir::ExitIndex& index, uint32_t snapshot,
                    Value* base, backend::ExitReader& reader);

}  // namespace hothouse
