// Recorder: the way of an exception from the instruction that raises to its handler, as
// vm/unwind.cpp goes it. The trace takes the pending exception, notes the frames it passes, and
// goes on there.
#include "core/bytecode/assigned.h"
#include "core/bytecode/liveness.h"
#include "core/objects/exception.h"
#include "core/ops/helpers.h"
#include "core/trace/recorder.h"
#include "core/vm/unwind.h"

namespace hothouse {

namespace {

struct Way {
  bool ends = false;        // in a frame of the trace
  bool asks_stops = false;  // it depends on whether the exception is a StopIteration
};

Way find_way(const Vm& vm, Value* r, uint32_t pc, const Value* base, bool stops) {
  Way way;
  while (!find_handler(frame_body(r), pc)) {
    if (r == base || (frame_body(r)->flags & kCodeGenerator)) return way;
    ReturnWord ret = vm.return_word(r);
    switch (ret.action) {
      case Action::Exit:
      case Action::Close:
      case Action::Send:
        return way;
      case Action::ForIter:
        way.asks_stops = true;
        if (!stops) break;
        way.ends = true;
        return way;
      default:
        break;
    }
    r -= r[kFrameLink].as_int();
    pc = ret.pc;
  }
  way.ends = true;
  return way;
}

}  // namespace

Recorder::Val Recorder::frame_row() {
  CodeBody* code = body();
  if (!vm_.keeps_variables() || (code->flags & kCodeModule)) return constant(Value::none());
  if (code->flags & kCodeClassBody) return reg(kFrameExtra);
  const auto count = static_cast<uint32_t>(code->local_names.size());
  const Assigned assigned(*code);
  const Liveness& live = liveness_of(*code);
  Obj row = new_tuple(count + 1);
  for (uint32_t k = 0; k < count; k++) {
    const auto slot = static_cast<size_t>(slot_of(static_cast<int>(k)) + kSlotBias);
    const bool is_here = slot < slots_.size() && !slots_[slot].is_none();
    const bool is_known = assigned.is_assigned(pc_ - 1, k) && (is_here || live.is_live(pc_ - 1, k));
    init_tuple(row, k, is_known ? reg(static_cast<int>(k)) : constant(Value::undefined()));
  }
  init_tuple(row, count, constant(Value::true_value()));
  return box_ref(row);
}

bool Recorder::record_unwinding() {
  if (!raise_described_ || aborted_) return false;
  const bool stops = is_instance(vm_, vm_.pending(), TypeId::StopIteration);
  const Way way = find_way(vm_, r_, pc_, base_, stops);
  if (!way.ends) return false;
  if (way.asks_stops) {
    // Otherwise the interpreter unwinds from here.
    uint32_t snapshot = make_snapshot(ir::Resume::Raise, pc_, false);
    Bool b = call(h::PendingStops{});
    ir::Ref guard = emit(stops ? ir::Op::GuardTrue : ir::Op::GuardFalse, ir::Type::Void, b.ref);
    trace_.at(guard).snapshot = snapshot;
  }
  bool again = vm_.take_reraising();
  Val exception = call(h::TakePending{});
  for (;; again = false) {
    if (const Insn* load = again ? nullptr : passed_attribute_load(*body(), pc_)) {
      call(h::AddAttributeContext{}, exception, reg(load->b), constant(body()->names[load->c]));
    }
    if (!(body()->flags & kCodeInternal) && !again) {
      call(h::AddTraceback{}, exception, reg(kFrameFunction), frame_row(), int_constant(pc_));
    }
    if (const HandlerRange* h = find_handler(body(), pc_)) {
      set_reg(h->exc_reg, exception);
      pc_ = h->handler;
      return true;
    }
    ReturnWord ret = promote_return();
    leave_frame(ret.pc);
    if (ret.action == Action::ForIter && stops) {  // the iterator is exhausted
      pc_ += static_cast<uint32_t>(int32_t{body()->words[pc_ - 1].insn.imm_c()});
      return true;
    }
  }
}

}  // namespace hothouse
