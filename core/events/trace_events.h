// Events about traces: a trace's ops as event records.
#pragma once

#include "core/events/events.h"
#include "core/ir/print.h"
#include "core/ir/trace.h"

namespace hothouse {

/// The op at `index` with the place it comes from.
event::IrOp describe_op(const ir::Trace& trace, uint32_t index,
                        const ir::PrintOptions& options = {});
/// All ops, in order.
event::List<event::IrOp> describe_ops(const ir::Trace& trace, const ir::PrintOptions& options = {});

/// The op that was appended last.
void emit_op_recorded(EventStream& events, const ir::Trace& trace,
                      const ir::PrintOptions& options = {});
/// The trace before and after the optimizer.
void emit_recorded(EventStream& events, const ir::Trace& trace,
                   const ir::PrintOptions& options = {});
void emit_optimized(EventStream& events, const ir::Trace& trace,
                    event::List<event::ExitState> exits, const ir::PrintOptions& options = {});

}  // namespace hothouse
