// What people call the things in a trace: objects, maps, the registers that an exit writes.
//
// The IR names objects by address and maps by number. Neither is the same in the next run, and
// neither tells a reader anything; the event stream says `"Ball.step"` and `"Ball {height,
// speed}"`.
//
// Neighbours: ir/print.h (whose options these are), events.def (ExitState).
#pragma once

#include "core/events/events.h"
#include "core/ir/print.h"
#include "core/vm/vm.h"

namespace hothouse {

/// Names for the text form of a trace of this VM.
ir::PrintOptions trace_names(Vm& vm);

/// What the exit with this snapshot does. `base_code`: id of the code whose frame the trace was
/// entered in (a bridge's own code may be that of an inlined frame).
event::ExitState describe_exit(Vm& vm, const ir::Trace& trace, uint32_t snapshot,
                               uint32_t base_code);

/// All exits that an op of the trace takes, in order.
event::List<event::ExitState> describe_exits(Vm& vm, const ir::Trace& trace, uint32_t base_code);

}  // namespace hothouse
