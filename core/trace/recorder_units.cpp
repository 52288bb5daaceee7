// Recorder: calls of function units. A function that is recursive, or has loops that cannot be
// followed, is called as a whole instead of inlined.
//
// The callee's frame is pushed as for any call; it then runs to its end, in the recording by
// RecorderHost::run_frame and in the trace by call_unit. Its ReturnWord says Action::Exit
// meanwhile, so that an interpreter which has to finish the frame gives the result back to who
// called natively. What the caller does with the result is left to the Return instruction: the
// frame's function is replaced by Vm::return_stub() with the result in its register 0 and the true
// ReturnWord, and recording goes on there. So guards on the result have a place to resume at,
// where the call is over and its result not yet used.
//
// Across the call pointers lie in the frames' memory only, for the callee may collect; integers
// and floats stay in registers (spilled), and exits store them.
#include <algorithm>

#include "core/ops/common.h"
#include "core/trace/recorder.h"

namespace hothouse {

using ir::Ref;

bool Recorder::is_unit_call() const {
  CodeBody* callee = body();
  constexpr uint32_t kNoUnit = kCodeGenerator | kCodeClassBody | kCodeModule;
  if (pc_ != 0 || depth_ != insn_depth_ + 1 || (callee->flags & kNoUnit)) return false;
  if (callee->is_called) return true;
  // Closures made of one code may call each other without any recursion.
  uint32_t same = 1;
  const Value* r = r_;
  do {
    r -= r[kFrameLink].as_int();
    if (frame_body(r) != callee) continue;
    if (frame_function(r) == function() || ++same > kMaxRecursion) {
      callee->is_called = true;
      return true;
    }
  } while (r > base_);
  return false;
}

/// Numbers below slot `end` that the trace has unboxed already need not be loaded again.
void Recorder::keep_unboxed(int32_t end) {
  for (int32_t slot = -kSlotBias; slot < end; slot++) {
    auto index = static_cast<size_t>(slot + kSlotBias);
    if (index >= slots_.size()) return;
    Ref& ref = slots_[index];
    if (!ref.is_op() || ref.is_none() || trace_.type_of(ref) != ir::Type::Value) continue;
    auto found = unboxed_.find(ref.index);
    if (found != unboxed_.end() && trace_.type_of(found->second) != ir::Type::Ref) {
      ref = found->second;
    }
  }
}

/// Stores the headers of the frames that the trace has inlined below the callee's: what looks at
/// frames (sys._getframe, warnings) walks from one to the next.
void Recorder::store_headers() {
  for (const Value* r = r_ - r_[kFrameLink].as_int(); r > base_; r -= r[kFrameLink].as_int()) {
    const auto first = static_cast<int32_t>(r - base_) + kFrameFunction;
    for (int32_t slot = first; slot <= first + kFrameLink - kFrameFunction; slot++) {
      const auto index = static_cast<size_t>(slot + kSlotBias);
      if (index >= slots_.size() || slots_[index].is_none() || !dirty_[index]) continue;
      Val v{base_[slot], slots_[index]};
      emit(ir::Op::SlotStore, ir::Type::Void, value_ref(v), ir::kNoRef, ir::kNoRef,
           static_cast<uint32_t>(slot));
      dirty_[index] = false;
    }
  }
}

/// Of the frames below the callee's the variables of code that asks for all of them: [begin, end)
/// of slots.
std::vector<std::pair<int32_t, int32_t>> Recorder::shown_variables() const {
  std::vector<std::pair<int32_t, int32_t>> shown;
  for (const Value* r = r_; r > base_;) {
    r -= r[kFrameLink].as_int();
    const CodeBody* body = frame_body(r);
    if ((body->flags & kCodeSeesLocals) == 0) continue;
    const auto first = static_cast<int32_t>(r - base_);
    shown.emplace_back(first, first + static_cast<int32_t>(body->local_names.size()));
  }
  return shown;
}

/// Stores what the callee and the collector have to find in memory: pointers of the frames below
/// the window, variables that are shown (the callee may look at its caller's frame), and the whole
/// window. Forgets what is dead.
void Recorder::store_frames(int32_t window) {
  const auto shown = shown_variables();
  auto is_shown = [&](int32_t slot) {
    return std::any_of(shown.begin(), shown.end(),
                       [&](auto row) { return row.first <= slot && slot < row.second; });
  };
  auto end = static_cast<int32_t>(slots_.size()) - kSlotBias;
  int32_t live = window + static_cast<int32_t>(kFrameHeader + body()->parameter_count());
  slot_is_ref_.assign(slots_.size(), false);
  for (int32_t slot = -kSlotBias; slot < end; slot++) {
    auto index = static_cast<size_t>(slot + kSlotBias);
    Ref ref = slots_[index];
    bool in_window = slot >= window;
    if (!ref.is_none() && slot < live) {
      ir::Type type = trace_.type_of(ref);
      bool movable = ref.is_op() && (type == ir::Type::Value || type == ir::Type::Ref);
      if (movable && !in_window) {
        auto known = known_tags_.find(ref.index);
        slot_is_ref_[index] =
            type == ir::Type::Ref || (known != known_tags_.end() && (known->second & kRef));
      }
      if (dirty_[index] && (in_window || movable || is_shown(slot))) {
        Val v{base_[slot], ref};
        emit(ir::Op::SlotStore, ir::Type::Void, value_ref(v), ir::kNoRef, ir::kNoRef,
             static_cast<uint32_t>(slot));
        dirty_[index] = false;
      }
    }
    if (in_window) {
      slots_[index] = ir::kNoRef;
      dirty_[index] = false;
    }
  }
}

bool Recorder::call_unit() {
  CodeBody* callee = body();
  int32_t window = slot_of(kFrameFunction);
  const Value link_word = r_[kFrameReturn];
  const ReturnWord link = ReturnWord::decode(link_word);
  r_[kFrameReturn] = ReturnWord{link.pc, link.dst, Action::Exit}.encode();
  seed_slot(slot_of(kFrameReturn), trace_.value_constant(r_[kFrameReturn]));
  keep_unboxed(window);
  store_headers();
  store_frames(window);

  auto first = static_cast<uint32_t>(trace_.args.size());
  trace_.args.push_back(trace_.int_constant(slot_of(0)));
  uint32_t snapshot = make_snapshot(ir::Resume::Raise, link.pc, false);
  Ref call = emit(ir::Op::CallUnit, ir::Type::Value, Ref{first}, Ref{1}, ir::kNoRef, callee->id);
  trace_.at(call).snapshot = snapshot;
  forget_after_call(ir::kHelperWrites | ir::kHelperCallsPython);

  Value result = host_.run_frame(r_);
  if (result.is_raised()) {
    r_ -= r_[kFrameLink].as_int();
    pc_ = link.pc;
    depth_--;
    raised_ = true;
    abort(AbortReason::Exception);
    return false;
  }
  vm_.state.depth++;  // of the frame, which stays for its Return
  Value stub = vm_.return_stub();
  r_[kFrameFunction] = stub;
  r_[kFrameReturn] = link_word;
  r_[0] = result;
  seed_slot(window, trace_.value_constant(stub));
  seed_slot(slot_of(kFrameReturn), trace_.value_constant(link_word));
  seed_slot(slot_of(0), call);
  pc_ = 0;
  safepoint_due_ = true;
  return true;
}

}  // namespace hothouse
