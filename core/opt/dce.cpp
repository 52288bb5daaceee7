// Dead code: what no guard, store, exit or call needs, directly or through others, goes.
//
//   %3 = box_float %2
//   %4 = add_ov %0, 1 !s0     ->     (both gone: nothing names them)
//   exit !s1                         exit !s1
//
// Liveness is marked from the ops that have an effect, so that phis which only feed each other
// die too. A New is alive when something but its own stores names it; they live and die with it.
// An overflow-checked op without uses goes: had it overflowed, the interpreter would have made a
// big integer that nobody reads. A guard stays, whatever becomes of its operands. So does a phi of
// which the ranges pass has assumed something: guards may be gone because of it, and a bridge that
// enters the body (enter.cpp) has to check it.
#include "core/ir/helpers.h"
#include "core/opt/editor.h"
#include "core/opt/planted.h"

namespace hothouse::opt {

using namespace ir;

namespace {

class DeadCode {
 public:
  DeadCode(Trace& trace, PassContext& context)
      : trace_(trace),
        context_(context),
        live_(trace.ops.size(), false),
        snapshot_done_(trace.snapshots.size(), false),
        stores_(trace.ops.size()) {}

  void run() {
    for (uint32_t i = 0; i < trace_.ops.size(); ++i) {
      const Ins& ins = trace_.ops[i];
      if (Ref object = own_store(ins); !object.is_none()) {
        stores_[object.index].push_back(i);
        if (live_[object.index]) mark(Ref{i});
      } else if (is_root(ins)) {
        mark(Ref{i});
      }
      propagate();
    }
    std::vector<bool> dead(trace_.ops.size());
    for (uint32_t i = 0; i < trace_.ops.size(); ++i) {
      dead[i] = !live_[i];
      if (dead[i])
        context_.edit(Action::Removed, i, context_.text(trace_, i), {},
                      context_.listening() ? "nothing needs it" : "");
    }
    compact(trace_, dead);
  }

 private:
  /// The new object that this op fills (or shields: barrier), if it is such an op.
  Ref own_store(const Ins& ins) const {
    if (!(has_flag(ins, Store) || ins.op == Op::Barrier) || fixed_operand_count(ins.op) == 0)
      return kNoRef;
    if (ins.op == Op::SlotStore || ins.op == Op::StoreRaw || ins.op == Op::StoreElem ||
        ins.op == Op::StoreVec) {
      return kNoRef;
    }
    return ins.a.is_op() && trace_.at(ins.a).op == Op::New ? ins.a : kNoRef;
  }

  static bool is_root(const Ins& ins) {
    uint16_t flags = info(ins.op).flags;
    if (ins.op == Op::AddOv || ins.op == Op::SubOv || ins.op == Op::MulOv) return false;
    if (ins.op == Op::Phi) return ins.imm != 0 && !HOTHOUSE_PLANTED(assumption_forgotten);
    if (ins.op == Op::Call) {
      // A pure helper that may raise is kept by its guard_no_raise.
      return !(helper_info(ins.imm).flags & kHelperPure) &&
             (helper_info(ins.imm).flags &
              (kHelperWrites | kHelperCallsPython | kHelperMayRaise | kHelperNotes)) != 0;
    }
    return flags & (Guard | Store | Effect | Call | Terminal);
  }

  void mark(Ref ref) {
    if (!ref.is_op() || live_[ref.index]) return;
    live_[ref.index] = true;
    work_.push_back(ref.index);
  }

  void propagate() {
    while (!work_.empty()) {
      uint32_t i = work_.back();
      work_.pop_back();
      const Ins& ins = trace_.ops[i];
      for_each_operand(static_cast<const Trace&>(trace_), ins, [this](Ref ref) { mark(ref); });
      for (uint32_t store : stores_[i]) mark(Ref{store});
      if (ins.snapshot >= snapshot_done_.size() || snapshot_done_[ins.snapshot]) continue;
      snapshot_done_[ins.snapshot] = true;
      for_each_snapshot_ref(trace_.snapshots[ins.snapshot], [this](Ref& ref) { mark(ref); });
    }
  }

  Trace& trace_;
  PassContext& context_;
  std::vector<bool> live_;
  std::vector<bool> snapshot_done_;
  std::vector<std::vector<uint32_t>> stores_;
  std::vector<uint32_t> work_;
};

}  // namespace

void run_dce(Trace& trace, PassContext& context) { DeadCode(trace, context).run(); }

}  // namespace hothouse::opt
