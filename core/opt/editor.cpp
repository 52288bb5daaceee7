#include "core/opt/editor.h"

namespace hothouse::opt {

using namespace ir;

Editor::Editor(Trace& trace, PassContext& context)
    : trace_(trace),
      context_(context),
      size_(static_cast<uint32_t>(trace.ops.size())),
      forward_(trace.ops.size()),
      dead_(trace.ops.size(), false),
      snapshot_done_(trace.snapshots.size(), false) {}

Ins& Editor::visit(uint32_t index) {
  Ins& ins = trace_.ops[index];
  for_each_operand(trace_, ins, [this](Ref& ref) {
    if (ref.is_op()) ref = resolve(ref);
  });
  if (ins.snapshot < snapshot_done_.size() && !snapshot_done_[ins.snapshot]) {
    snapshot_done_[ins.snapshot] = true;
    for_each_snapshot_ref(trace_.snapshots[ins.snapshot], [this](Ref& ref) {
      if (ref.is_op()) ref = resolve(ref);
    });
  }
  return ins;
}

void Editor::replace(uint32_t index, Ref by, const std::string& reason, Action action) {
  if (context_.listening()) {
    context_.edit(action, index, context_.text(trace_, index), context_.text(trace_, by), reason);
  } else {
    context_.edit(action, index, {}, {}, {});
  }
  forward_[index] = by;
  dead_[index] = true;
  any_dead_ = true;
}

void Editor::remove(uint32_t index, const std::string& reason, Action action) {
  context_.edit(action, index, context_.text(trace_, index), {}, reason);
  dead_[index] = true;
  any_dead_ = true;
}

void Editor::finish() {
  for (Ins& ins : trace_.ops)
    if (ins.op == Op::Phi) ins.b = resolve(ins.b);  // stood ahead of what it names
  for (Ref& ref : trace_.body_params) ref = resolve(ref);
  compact(trace_, dead_);
}

void compact(Trace& trace, const std::vector<bool>& dead) {
  std::vector<uint32_t> number(trace.ops.size(), 0xffffffffu);
  uint32_t count = 0;
  for (uint32_t i = 0; i < trace.ops.size(); ++i)
    if (!dead[i]) number[i] = count++;
  if (count == trace.ops.size()) return;
  auto renumber = [&number](Ref& ref) {
    if (ref.is_op()) ref.index = number[ref.index];
  };
  std::vector<Ref> args;
  args.reserve(trace.args.size());
  std::vector<bool> used(trace.snapshots.size(), false);
  for (uint32_t i = 0; i < trace.ops.size(); ++i) {
    if (dead[i]) continue;
    Ins& ins = trace.ops[i];
    for_each_operand(trace, ins, renumber);
    if (has_flag(ins, Call)) {
      auto first = static_cast<uint32_t>(args.size());
      for (uint32_t k = 0; k < ins.b.index; ++k) args.push_back(trace.args[ins.a.index + k]);
      ins.a.index = first;
    }
    if (ins.snapshot < used.size()) used[ins.snapshot] = true;
    trace.ops[number[i]] = ins;
  }
  trace.ops.resize(count);
  trace.args = std::move(args);
  for (size_t s = 0; s < trace.snapshots.size(); ++s) {
    if (used[s]) {
      for_each_snapshot_ref(trace.snapshots[s], renumber);
    } else {  // its guard is gone
      trace.snapshots[s].entries.clear();
      trace.snapshots[s].pending.clear();
    }
  }
  std::vector<Ref> params;
  for (Ref ref : trace.body_params) {
    if (ref.is_op() && number[ref.index] == 0xffffffffu) continue;
    renumber(ref);
    params.push_back(ref);
  }
  trace.body_params = std::move(params);
}

}  // namespace hothouse::opt
