// The Machine concept: what an instruction's template may ask of the machine that runs it.
//
// Every instruction's meaning is written once (op_* templates of this folder) over a Machine M:
//
//   Evaluator (interp/evaluator.h)  primitives are plain machine operations: the interpreter
//   Recorder (trace/recorder.h)     each primitive executes *and* appends IR
//   OpaqueMachine (opaque_machine.h) compile-only, values empty: it proves that no template
//                                   looks at a value
//
// Rules for templates:
//  - M::Val, M::Int, M::Flt, M::Bool, M::Obj are opaque. Only `guard_*`, `guard` and `promote_*`
//    give something to branch on.
//  - Loops run over promoted constants only.
//  - No guard behind an effect: an instruction first decides, then acts. `raised` after a helper
//    is the one exception (the outcome is only known then).
//  - At most one primitive that appends IR an argument list (`x = m.unbox_int(a), y = ...` before
//    the call): compilers choose the order, and builds by g++ and clang must record the same.
//  - At most one frame is pushed, as the last act; Flow::Frame is returned then.
//
// Primitives (R: registers of the current frame)
//   Val reg(n); void set_reg(n, Val)              registers; n may be -4..-1 (frame header)
//   Val constant(Value), int_constant(int64) ...  things known when the trace is made
//   guard_int, guard_float, guard_ref, guard_bool, guard_is(Val, Value)      types and identities
//   guard_map(Obj, MapId), promote_map(Obj), promote_tag(Val)                types and shapes
//   instance_of(Val, Type*)                       isinstance, promoted: the classes decide it
//   class_of(Val), special_method(Val, Val, Val*)  its class, a method of its class: promoted
//   super_method, class_lookup, plain_wrapper     likewise what follows from classes alone
//   unbox_*, box_*                                typed views of a Val that was guarded
//   add_ov(Int, Int, Int*) ...                    true when it did not overflow
//   lt(Int, Int) ... -> Bool; guard(Bool)         comparisons; guard makes them a branch
//   load<Field>, store<Field>, load_cells ...     fields and elements of heap objects
//   new_tuple, new_list, new_instance ...         objects that a trace allocates inline
//   call(h::Helper{}, ...)                        a C++ function (helpers.h); raised(result), or
//                                                 raised_after(result, dst): with nothing more to
//                                                 do than to store it, had the call not raised
//   push_frame, pop_frame, jump                   control
#pragma once

#include <cstdint>

#include "core/bytecode/code.h"
#include "core/ir/trace.h"
#include "core/vm/frame.h"

namespace hothouse {

/// What an instruction tells the dispatch loop.
enum class Flow : uint8_t {
  Next,      // go on at the machine's pc (which a jump has changed, perhaps)
  Frame,     // the current frame changed
  Raise,     // the pending exception is set
  Exit,      // a frame with Action::Exit returned
  Original,  // the instruction that another one stands for is to be run
};

namespace ops {
/// The arguments of a generator's throw(); undefined if not given.
template <class Val>
struct Thrown {
  Val type, value, traceback;
};
}  // namespace ops

/// Elements that a display builds in one go, at most.
constexpr uint32_t kMaxDisplay = 30;

/// Kind of a Value that templates switch on (promote_tag).
enum class Tag : uint8_t { Int, Float, Ref, True, False, None, Undefined, Other };

}  // namespace hothouse
