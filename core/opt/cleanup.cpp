#include "core/opt/cleanup.h"

#include "core/ir/exit_index.h"
#include "core/opt/editor.h"

namespace hothouse::opt {

using namespace ir;

namespace {

void drop_snapshots(Trace& trace) {
  constexpr uint32_t kUnused = 0xffffffffu;
  std::vector<uint32_t> number(trace.snapshots.size(), kUnused);
  std::vector<Snapshot> kept;
  for (Ins& ins : trace.ops) {
    if (ins.snapshot >= number.size()) continue;
    if (number[ins.snapshot] == kUnused) {
      number[ins.snapshot] = static_cast<uint32_t>(kept.size());
      kept.push_back(std::move(trace.snapshots[ins.snapshot]));
    }
    ins.snapshot = number[ins.snapshot];
  }
  trace.snapshots = std::move(kept);
}

void drop_constants(Trace& trace) {
  constexpr uint32_t kUnused = 0xffffffffu;
  std::vector<uint32_t> number(trace.constants.size(), kUnused);
  std::vector<Constant> kept;
  auto renumber = [&](Ref& ref) {
    if (!ref.is_constant()) return;
    uint32_t& n = number[ref.constant_index()];
    if (n == kUnused) {
      n = static_cast<uint32_t>(kept.size());
      kept.push_back(trace.constants[ref.constant_index()]);
    }
    ref.index = n | Ref::kConstant;
  };
  for (Ins& ins : trace.ops) for_each_operand(trace, ins, renumber);
  for (Snapshot& s : trace.snapshots) for_each_snapshot_ref(s, renumber);
  trace.constants = std::move(kept);
}

void drop_allocs(Trace& trace) {
  constexpr uint32_t kUnused = 0xffffffffu;
  std::vector<uint32_t> number(trace.allocs.size(), kUnused);
  std::vector<AllocDesc> kept;
  for (Ins& ins : trace.ops) {
    if (ins.op != Op::New) continue;
    uint32_t& n = number[ins.imm];
    if (n == kUnused) {
      n = static_cast<uint32_t>(kept.size());
      kept.push_back(trace.allocs[ins.imm]);
    }
    ins.imm = n;
  }
  trace.allocs = std::move(kept);
}

/// Phis, then the values of the pre-roll that the body uses, each once.
void list_body_params(Trace& trace) {
  trace.body_params.clear();
  uint32_t loop = 0;
  while (loop < trace.ops.size() && trace.ops[loop].op != Op::Loop) ++loop;
  if (loop == trace.ops.size()) return;
  std::vector<bool> seen(trace.ops.size(), false);
  uint32_t i = loop + 1;
  for (; i < trace.ops.size() && trace.ops[i].op == Op::Phi; ++i) {
    trace.body_params.push_back(Ref{i});
    seen[i] = true;
  }
  auto use = [&](Ref ref) {
    if (!ref.is_op() || ref.index >= loop || seen[ref.index]) return;
    seen[ref.index] = true;
    trace.body_params.push_back(ref);
  };
  const ExitIndex index(trace);
  std::vector<bool> snapshot_seen(trace.snapshots.size(), false);
  for (uint32_t k = loop + 1; k < trace.ops.size(); ++k) {
    const Ins& ins = trace.ops[k];
    if (ins.op == Op::Phi) {
      use(ins.b);
      continue;
    }
    if (ins.flags & kSunk) continue;  // its operands count where an exit needs them
    for_each_operand(static_cast<const Trace&>(trace), ins, use);
    if (ins.snapshot >= snapshot_seen.size() || snapshot_seen[ins.snapshot]) continue;
    snapshot_seen[ins.snapshot] = true;
    for (Ref ref : snapshot_uses(trace, index, ins.snapshot)) use(ref);
  }
}

}  // namespace

void clean_up(Trace& trace) {
  drop_snapshots(trace);
  drop_constants(trace);
  drop_allocs(trace);
  list_body_params(trace);
}

}  // namespace hothouse::opt
