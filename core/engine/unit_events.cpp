#include "core/engine/unit_events.h"

#include "core/engine/trace_names.h"

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

namespace {

/// Objects that the exit allocates: those that its entries name, and what their stores hold.
uint64_t count_sunk(const ir::Trace& trace, const ir::Snapshot& snapshot) {
  std::vector<bool> seen(trace.ops.size());
  std::vector<uint32_t> work;
  auto add = [&](ir::Ref ref) {
    if (ref.is_none() || !ref.is_op() || ref.index >= seen.size() || seen[ref.index]) return;
    seen[ref.index] = true;
    work.push_back(ref.index);
  };
  for (const ir::SnapshotEntry& entry : snapshot.entries) add(entry.value);
  for (const ir::PendingStore& store : snapshot.pending) {
    for (ir::Ref ref : {store.a, store.b, store.c}) add(ref);
  }
  uint64_t count = 0;
  while (!work.empty()) {
    uint32_t index = work.back();
    work.pop_back();
    const ir::Ins& ins = trace.ops[index];
    if (ins.op == ir::Op::BoxRef) add(ins.a);
    if (ins.op != ir::Op::New || !(ins.flags & ir::kSunk)) continue;
    ++count;
    for (const ir::Ins& store : trace.ops) {
      if ((store.flags & ir::kSunk) && store.a == ir::Ref{index}) {
        add(store.b);
        add(store.c);
      }
    }
  }
  return count;
}

}  // namespace

void emit_deopt(EventStream& events, Vm& vm, const ir::Trace& trace, uint32_t snapshot,
                uint32_t base_code) {
  if (!events.on()) return;
  event::ExitState exit = describe_exit(vm, trace, snapshot, base_code);
  events.emit(event::Deopt{.unit = trace.unit,
                           .exit = snapshot,
                           .frames = exit.frames,
                           .objects = count_sunk(trace, trace.snapshots[snapshot]),
                           .resume = std::move(exit.resume),
                           .slots = std::move(exit.slots)});
}

}  // namespace hothouse
