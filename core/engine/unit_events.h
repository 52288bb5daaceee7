// Events about compiled units: what a backend tells, as event records.
#pragma once

#include "core/backend/backend.h"
#include "core/events/events.h"
#include "core/vm/vm.h"

namespace hothouse {

/// Where the values of a trace live, from the assignments that a backend gave for it (asked for by
/// CompileOptions::assignments). `registers`: how many general ones could be used.
void emit_intervals(EventStream& events, const ir::Trace& trace,
                    const backend::CompileResult& result, uint32_t registers);

/// How the frames are rebuilt at an exit; `base_code` as for describe_exit (trace_names.h).
void emit_deopt(EventStream& events, Vm& vm, const ir::Trace& trace, uint32_t snapshot,
                uint32_t base_code);

}  // namespace hothouse
