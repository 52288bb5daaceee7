// Editor: changes a trace in place while a pass scans it forward, as most passes do.
//
//   for (i ...) { Ins& ins = editor.visit(i); ... editor.replace(i, ref) / remove(i) ... }
//   editor.finish();
//
// visit() rewrites the op's operands and its snapshot to what they have been replaced by so far.
// So a replacement that holds from some op on only (behind guard_is, the value is the constant)
// does not reach ops and exits in front of it. finish() drops the removed ops and renumbers.
#pragma once

#include <string>
#include <vector>

#include "core/ir/operands.h"
#include "core/ir/trace.h"
#include "core/opt/pass.h"

namespace hothouse::opt {

class Editor {
 public:
  Editor(ir::Trace& trace, PassContext& context);

  ir::Trace& trace() { return trace_; }
  PassContext& context() { return context_; }
  uint32_t size() const { return size_; }

  /// What a use of `ref` at the current position should name.
  ir::Ref resolve(ir::Ref ref) const {
    while (ref.is_op() && !forward_[ref.index].is_none()) ref = forward_[ref.index];
    return ref;
  }

  /// Call once for each op, in order.
  ir::Ins& visit(uint32_t index);

  /// Drops the op; its uses see `by` from here on.
  void replace(uint32_t index, ir::Ref by, const std::string& reason,
               Action action = Action::Replaced);
  /// Drops an op without uses.
  void remove(uint32_t index, const std::string& reason, Action action = Action::Removed);
  /// From here on uses of `from` see `to`; the op that defines it stays.
  void forward(ir::Ref from, ir::Ref to) { forward_[from.index] = to; }
  bool is_dead(uint32_t index) const { return dead_[index]; }
  void mark_dead(uint32_t index) { dead_[index] = true; }

  /// Compacts the trace. Nothing else may be called afterwards.
  void finish();

  // Text for reasons; empty when nobody listens.
  std::string name(ir::Ref ref) const {
    return context_.listening() ? context_.text(trace_, ref) : std::string();
  }
  std::string reason(const char* text) const {
    return context_.listening() ? std::string(text) : std::string();
  }
  std::string reason(const char* text, ir::Ref ref) const {
    return context_.listening() ? text + context_.text(trace_, ref) : std::string();
  }
  std::string reason_op(const char* text, uint32_t op) const {
    return context_.listening() ? text + ("`" + context_.text(trace_, op) + "`") : std::string();
  }

 private:
  ir::Trace& trace_;
  PassContext& context_;
  uint32_t size_;
  std::vector<ir::Ref> forward_;
  std::vector<bool> dead_;
  std::vector<bool> snapshot_done_;
  bool any_dead_ = false;
};

/// Calls f(Ref&) for every reference of a snapshot.
template <class F>
void for_each_snapshot_ref(ir::Snapshot& snapshot, F&& f) {
  for (ir::SnapshotEntry& e : snapshot.entries) f(e.value);
  for (ir::PendingStore& p : snapshot.pending) {
    f(p.a);
    f(p.b);
    if (ir::fixed_operand_count(p.op) == 3) f(p.c);
  }
}

/// Removes the ops for which `dead` is set, which nothing live names, and renumbers the others.
void compact(ir::Trace& trace, const std::vector<bool>& dead);

}  // namespace hothouse::opt
