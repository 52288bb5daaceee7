#include "core/engine/unit_events.h"

namespace hothouse {

void emit_intervals(EventStream& events, const ir::Trace& trace,
                    const backend::CompileResult& result, uint32_t registers) {
  if (!events.on() || result.assignments.empty()) return;
  event::Intervals e{.unit = trace.unit, .registers = registers, .spills = result.spills};
  for (const backend::Assignment& a : result.assignments) {
    if (!a.value.is_op()) continue;  // constants are loaded where they are used
    bool in_memory = !a.where.empty() && a.where[0] == '[';
    e.values.push_back({.op = a.value.index,
                        .first = a.from,
                        .last = a.to,
                        .where = a.where,
                        .why = in_memory ? "no register was free" : ""});
  }
  events.emit(e);
}

}  // namespace hothouse
