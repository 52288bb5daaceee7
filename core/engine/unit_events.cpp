#include "core/engine/unit_events.h"

#include "core/bytecode/disassembler.h"
#include "core/ir/print.h"
#include "core/vm/frame.h"

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

/// Frames from the innermost one down to that at `base`.
std::vector<Value*> frames_above(Vm& vm, Value* base) {
  std::vector<Value*> frames;
  for (Value* r = vm.current_frame(); r >= base;) {
    frames.push_back(r);
    int64_t link = r[kFrameLink].is_int() ? r[kFrameLink].as_int() : 0;
    if (link <= 0) break;
    r -= link;
  }
  return frames;
}

/// What lies in a slot: a variable, or a word of a frame's header.
std::string slot_name(const std::vector<Value*>& frames, Value* slot) {
  for (Value* r : frames) {
    if (slot < r - kFrameHeader) continue;
    if (slot < r) {
      constexpr const char* kHeader[] = {"function", "return", "link", "extra"};
      return kHeader[slot - (r - kFrameHeader)];
    }
    const CodeBody& body = *frame_body(r);
    auto index = static_cast<size_t>(slot - r);
    return index < body.local_names.size() ? plain_text(body.local_names[index]) : "";
  }
  return "";
}

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

void emit_deopt(EventStream& events, Vm& vm, const ir::Trace& trace, uint32_t index, Value* base) {
  if (!events.on()) return;
  const ir::Snapshot& snapshot = trace.snapshots[index];
  constexpr const char* kResume[] = {"retry", "after", "raise"};
  event::Deopt e{.unit = trace.unit,
                 .exit = index,
                 .frames = snapshot.depth,
                 .objects = count_sunk(trace, snapshot),
                 .resume = kResume[static_cast<int>(snapshot.resume)],
                 .slots = {}};
  std::vector<Value*> frames = frames_above(vm, base);
  for (const ir::SnapshotEntry& entry : snapshot.entries) {
    e.slots.push_back({.slot = entry.slot,
                       .name = slot_name(frames, base + entry.slot),
                       .from = ir::print_ref(trace, entry.value)});
  }
  events.emit(e);
}

}  // namespace hothouse
