// Frames that somebody has an object of: sys._getframe(), a trace function.
//
// A frame is a row of the VM's stack, gone when it returns; its object may live on, is the same
// each time somebody asks, and keeps what a trace function has left in it. So while a frame is
// observed its ReturnWord says Action::Observed, and the true one is here: what returns from it, or
// unwinds it, comes by, and lets the object have the variables before they are gone. (Elsewhere the
// trick is known as a return barrier.) Frames that nobody observes pay nothing.
//
// A compiled trace that has inlined a frame leaves it without looking at its header. Its object
// then keeps what was known when somebody asked last; the entry here is stale, which shows: the
// header at that place is another frame's, or above the stack's top.
#pragma once

#include <unordered_map>

#include "core/vm/frame.h"

namespace hothouse {

class RootVisitor;
class Vm;

struct ObservedFrame {
  Value object = Value::undefined();
  ReturnWord ret{};
  /// Registers of variables that are not assigned say so: see known_registers().
  bool is_exact = false;

  // For tracing.
  bool at_start = false;              // no instruction has run: it is on the line of its `def`
  bool went_back = false;             // by a back edge to the instruction that comes next
  int32_t line = -1;                  // that the trace function was told last
  int32_t passed_line = 0;            // that it is being told, which has no instruction
  uint32_t jump = 0;                  // behind the jump before, if that may have passed a line
  Value called = Value::undefined();  // the C function that is being called
};

class ObservedFrames {
 public:
  explicit ObservedFrames(Vm& vm) : vm_(vm) {}

  /// The entry of a frame on the stack, or null.
  ObservedFrame* find(const Value* r) {
    if (ReturnWord::decode(r[kFrameReturn]).action != Action::Observed) return nullptr;
    auto found = frames_.find(r);
    return found == frames_.end() ? nullptr : &found->second;
  }
  /// The frame that an object stands for and where it is, if it is on the running thread's stack.
  Value* find_live(Value object, uint32_t* pc);
  ObservedFrame& observe(Value* r, Value object);
  /// What the caller of an observed frame does with its result.
  ReturnWord return_word(const Value* r) const;
  /// The frame is left at `pc`: its object gets the variables, and its header is as it was.
  void leave(Value* r, uint32_t pc);
  /// The object that the frame of a suspended generator had, or undefined.
  Value suspended(Value generator) const;
  /// The same; forgotten then.
  Value take_suspended(Value generator);
  /// A thread has ended.
  void forget(const Value* from, const Value* to);
  void visit_roots(RootVisitor& visitor);

 private:
  struct Suspended {
    Value generator, object;
  };
  static constexpr size_t kMostSuspended = 4096;

  Vm& vm_;
  std::unordered_map<const Value*, ObservedFrame> frames_;
  std::vector<Suspended> suspended_;
};

/// What a frame's variables are made of when it is gone: a tuple of registers; the names of a class
/// body; None for a module, which lives on.
Value frame_row(Vm& vm, const Value* r);
/// The nearest frame from `r` outwards that is not the library's own, or null. *pc goes along.
Value* program_frame_from(Vm& vm, Value* r, uint32_t* pc);

}  // namespace hothouse
