#include "core/events/trace_events.h"

namespace hothouse {

event::IrOp describe_op(const ir::Trace& trace, uint32_t index, const ir::PrintOptions& options) {
  event::IrOp op{.op = index, .text = ir::print_op(trace, index, options)};
  uint32_t origin = trace.ops[index].origin;
  if (origin < trace.origins.size()) {
    const ir::Origin& from = trace.origins[origin];
    op.code = from.code_id;
    op.pc = from.pc;
    op.line = from.line;
    op.depth = from.depth;
  }
  return op;
}

event::List<event::IrOp> describe_ops(const ir::Trace& trace, const ir::PrintOptions& options) {
  event::List<event::IrOp> ops;
  ops.reserve(trace.ops.size());
  for (uint32_t i = 0; i < trace.ops.size(); ++i) ops.push_back(describe_op(trace, i, options));
  return ops;
}

void emit_op_recorded(EventStream& events, const ir::Trace& trace,
                      const ir::PrintOptions& options) {
  if (!events.on() || trace.ops.empty()) return;
  event::IrOp op = describe_op(trace, static_cast<uint32_t>(trace.ops.size() - 1), options);
  events.emit(event::OpRecorded{.unit = trace.unit,
                                .op = op.op,
                                .text = std::move(op.text),
                                .code = op.code,
                                .pc = op.pc,
                                .line = op.line,
                                .depth = op.depth});
}

void emit_recorded(EventStream& events, const ir::Trace& trace, const ir::PrintOptions& options) {
  if (!events.on()) return;
  events.emit(event::Recorded{.unit = trace.unit, .ops = describe_ops(trace, options)});
}

void emit_optimized(EventStream& events, const ir::Trace& trace,
                    event::List<event::ExitState> exits, const ir::PrintOptions& options) {
  if (!events.on()) return;
  events.emit(event::Optimized{
      .unit = trace.unit, .ops = describe_ops(trace, options), .exits = std::move(exits)});
}

}  // namespace hothouse
