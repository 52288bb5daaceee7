// Recorder: driving it from instruction to instruction, snapshots, and how a recording ends.
#include <cstdio>
#include <cstdlib>

#include "core/bytecode/liveness.h"
#include "core/ops/all.h"
#include "core/ops/machine_concept.h"
#include "core/trace/recorder.h"

namespace hothouse {

using ir::Ref;

static_assert(ops::Machine<Recorder>);

namespace {
constexpr uint32_t kMaxUnrolled = 12;  // rounds of an inner loop in one trace

using Handler = Flow (*)(Recorder&, Insn);
const Handler kHandlers[] = {
#define INSN(Name, text, operands, cache_words, sentence) &ops::op_##Name<Recorder>,
#include "core/bytecode/instructions.def"
#undef INSN
};
}  // namespace

void Recorder::abort(AbortReason reason) {
  if (aborted_) return;
  aborted_ = true;
  abort_ = reason;
  abort_line_ = insn_line_;
}

void Recorder::start(Value* r, uint32_t pc, uint32_t depth) {
  r_ = r;
  pc_ = pc;
  depth_ = start_depth_ = depth;
  start_pc_ = pc;
  insn_pc_ = pc;
  insn_base_ = slot_of(0);
  insn_code_ = body()->id;
  insn_line_ = body()->positions[pc].line;
  insn_depth_ = depth;
}

bool Recorder::step() {
  CodeBody* code = body();
  Insn insn = code->words[pc_].insn;
  if (insn.op == Op::Instrumented) {  // what the instruction before called has begun to trace
    abort(AbortReason::Traced);
    return false;
  }
  code->is_recorded = true;
  insn_pc_ = pc_;
  insn_base_ = slot_of(0);
  insn_depth_ = depth_;
  insn_code_ = code->id;
  retry_ = kNone;
  effect_ = false;
  raise_described_ = false;
  writes_.clear();
  insn_line_ = code->positions[pc_].line;
  trace_.origins.push_back({code->id, pc_, insn_line_, depth_});
  origin_ = static_cast<uint32_t>(trace_.origins.size() - 1);
  if (valid_guard_due_) {
    valid_guard_due_ = false;
    emit_guard(ir::Op::GuardValid, ir::kNoRef);
  }
  if (safepoint_due_) {
    // Each call of a unit allocates, perhaps, and a chain of returns passes no loop header.
    safepoint_due_ = false;
    emit_guard(ir::Op::Safepoint, ir::kNoRef);
    retry_ = kNone;  // this exit is of its own kind
  }
  // Leaving the root frame ends the trace: the interpreter executes the return.
  if (r_ == base_ &&
      (insn.op == Op::Return || insn.op == Op::Yield || insn.op == Op::StartGenerator)) {
    if (insn.op == Op::Return && !(code->flags & kCodeGenerator) &&
        trace_.kind != ir::TraceKind::Loop) {
      end_with_return(insn.a);
    } else if (trace_.kind == ir::TraceKind::Bridge && bytecodes_ > 0) {
      end_with_exit();
    } else {
      abort(AbortReason::RootLeft);
    }
    return false;
  }
  bytecodes_++;
  pc_ += 1u + op_info(insn.op).cache_words;
  Flow f = kHandlers[static_cast<int>(insn.op)](*this, insn);
  if (f == Flow::Raise && record_unwinding()) f = Flow::Next;
  commit_writes();
  if (f == Flow::Raise || f == Flow::Exit) {
    raised_ = f == Flow::Raise;
    abort(AbortReason::Exception);
    return false;
  }
  if (f == Flow::Frame && depth_ > insn_depth_ && !aborted_ && is_unit_call()) {
    return call_unit();
  }
  if (depth_ > kMaxInlinedFrames) abort(AbortReason::TooDeep);
  if (f == Flow::Frame && depth_ > insn_depth_) {
    uint32_t same = 0;
    Value* r = r_;
    for (uint32_t k = 0; k <= depth_ && r >= base_; k++) {
      same += frame_body(r) == body();
      r -= r[kFrameLink].as_int();
    }
    if (same > kMaxRecursion) abort(AbortReason::Recursion);
  }
  return !aborted_ && !finished_;
}

// --- snapshots

namespace {

/// The slots of a chain of frames that the interpreter may still read.
class LiveSlots {
 public:
  /// `pc`: where the innermost frame, at `base`, goes on. The others are in the midst of a call.
  LiveSlots(const Vm& vm, Value* root, int32_t base, uint32_t pc) {
    Value* r = root + base;
    for (;;) {
      frames_.push_back({static_cast<int32_t>(r - root), pc, &liveness_of(*frame_body(r))});
      if (r <= root) break;
      // The word before the one at which it goes on belongs to the call.
      pc = vm.return_word(r).pc - 1;
      r -= r[kFrameLink].as_int();
    }
  }

  bool contains(int32_t slot) const {
    for (const Frame& f : frames_) {
      if (slot >= f.base) return f.liveness->is_live(f.pc, static_cast<uint32_t>(slot - f.base));
      if (slot >= f.base - static_cast<int32_t>(kFrameHeader)) return true;
    }
    return true;
  }

 private:
  struct Frame {
    int32_t base;
    uint32_t pc;
    const Liveness* liveness;
  };
  std::vector<Frame> frames_;  // innermost first
};

}  // namespace

uint32_t Recorder::make_snapshot(ir::Resume resume, uint32_t pc, bool with_writes) {
  ir::Snapshot s;
  s.resume = resume;
  s.pc = pc;
  bool before = !with_writes;
  s.code_id = before ? insn_code_ : body()->id;
  s.base = before ? insn_base_ : slot_of(0);
  s.depth = before ? insn_depth_ : depth_;
  const CodeBody* code = before ? frame_body(base_ + insn_base_) : body();
  int32_t end = s.base + code->register_count;
  auto size = static_cast<int32_t>(slots_.size()) - kSlotBias;
  LiveSlots live(vm_, base_, s.base, resume == ir::Resume::Raise ? insn_pc_ : pc);
  for (int32_t slot = -kSlotBias; slot < size && slot < end; slot++) {
    if (is_dirty(slot) && live.contains(slot)) s.entries.push_back({slot, slot_ref(slot)});
  }
  if (with_writes) {
    for (const Write& w : writes_) {
      if (!live.contains(w.slot)) continue;
      bool found = false;
      for (ir::SnapshotEntry& e : s.entries) {
        if (e.slot == w.slot) {
          e.value = w.ref;
          found = true;
        }
      }
      if (!found && w.slot < end) s.entries.push_back({w.slot, w.ref});
    }
  }
  trace_.snapshots.push_back(std::move(s));
  return static_cast<uint32_t>(trace_.snapshots.size() - 1);
}

uint32_t Recorder::retry_snapshot() {
#ifdef HOTHOUSE_DEBUG
  // The interpreter would run the instruction again, and its effect would happen twice.
  if (effect_ && !aborted_) {
    Op op = frame_body(base_ + insn_base_)->insn_at(insn_pc_).op;
    std::fprintf(stderr, "hothouse: %s records a guard behind an effect\n", op_info(op).text);
    std::abort();
  }
#endif
  if (retry_ == kNone) retry_ = make_snapshot(ir::Resume::Retry, insn_pc_, false);
  return retry_;
}

// --- ends

void Recorder::end_with_exit() {
  uint32_t snapshot = make_snapshot(ir::Resume::Retry, insn_pc_, false);
  Ref ref = emit(ir::Op::Exit, ir::Type::Void);
  trace_.at(ref).snapshot = snapshot;
  finished_ = true;
}

void Recorder::end_with_return(int n) {
  Ref value = value_ref(reg(n));
  emit(ir::Op::Return, ir::Type::Void, value);
  finished_ = true;
}

Flow Recorder::end_with_jump(uint32_t unit) {
  commit_writes();
  uint32_t snapshot = make_snapshot(ir::Resume::Retry, pc_, true);
  Ref ref = emit(ir::Op::JumpEntry, ir::Type::Void, ir::kNoRef, ir::kNoRef, ir::kNoRef, unit);
  trace_.at(ref).snapshot = snapshot;
  finished_ = true;
  return Flow::Next;
}

Flow Recorder::back_edge(int32_t offset) {
  uint32_t here = insn_pc_;
  pc_ += static_cast<uint32_t>(offset);
  bool root = r_ == base_;
  if (root && trace_.kind == ir::TraceKind::Loop && pc_ == start_pc_ && depth_ == 0) {
    return end_with_jump(trace_.unit);
  }
  if (root) {
    if (uint32_t unit = host_.loop_unit(body(), here)) return end_with_jump(unit);
    // Back to the header of a loop around ours: what follows is not our loop's body.
    if (trace_.kind == ir::TraceKind::Loop && depth_ == 0 && pc_ < start_pc_) {
      abort(AbortReason::LoopLeft);
      return Flow::Next;
    }
    // A function is compiled behind its loops, and enters them.
    if (trace_.kind == ir::TraceKind::Function) {
      abort(AbortReason::InnerLoop);
      return Flow::Next;
    }
  }
  // An inner loop without a trace of its own: followed for a few rounds.
  uint64_t place = uint64_t{body()->id} << 32 | here;
  if (++unrolled_[place] > kMaxUnrolled) {
    if (!root) {
      body()->is_called = true;
      if (depth_ <= start_depth_ && (body()->flags & kCodeGenerator) == 0) outgrown_ = body();
    }
    abort(root ? AbortReason::InnerLoop : AbortReason::InnerLoopUnrolled);
  }
  return Flow::Next;
}

}  // namespace hothouse
