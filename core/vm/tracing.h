// What sys.settrace and sys.setprofile ask for: which events a frame causes, and telling them.
//
//   call      a frame is entered, a generator goes on     instrumented words
//   (bytecode/instrument.h) line      another line begins, or one begins again    the same return
//   a frame is left, a generator suspended      its ReturnWord (observed_frames.h) exception one
//   passes a frame                          unwind() c_call, c_return, c_exception instrumented
//   calls and what follows them
//
// The functions are each thread's own; the bodies are everybody's, and a thread that has no
// function passes the spots. While any thread has one, nothing is recorded and no compiled unit
// entered: all units are invalidated when the first function is set, so that traces leave behind
// the call in which that happened. Python's part (python/_frames.py) calls the function and keeps
// what it returns in the frame's object.
#pragma once

#include <unordered_map>

#include "core/bytecode/code.h"
#include "core/vm/vm.h"

namespace hothouse {

class Tracing {
 public:
  explicit Tracing(Vm& vm) : vm_(vm) {}

  /// Sets the running thread's function, or with None takes it away.
  void set_trace(Value function) { set(&Thread::trace, function); }
  void set_profile(Value function) { set(&Thread::profile, function); }
  Value trace() { return thread().trace; }
  Value profile() { return thread().profile; }
  /// The Python functions that make a frame's object, and that call a trace function.
  void set_functions(Value make_frame, Value deliver) {
    make_frame_ = make_frame;
    deliver_ = deliver;
  }
  /// How many trace functions of the running thread are being called; what they call causes no
  /// events. Returns what it was.
  uint32_t set_inside(uint32_t inside) { return std::exchange(thread().inside, inside); }

  /// Does any thread have a function?
  bool on() const { return active_ != 0; }
  /// In front of the instrumented instruction of the current frame, which state.pc stands behind.
  /// False: an exception is pending.
  bool at_instruction();
  /// The current frame has been entered, or its generator resumed.
  bool enter();
  /// The current frame returns, or yields, that. Its header is as it was then.
  bool leave(Value* result);
  /// An exception is pending in the current frame.
  void raise(bool again);
  /// It leaves the current frame.
  void unwind();

  void end_thread(uint64_t number);
  void visit_roots(RootVisitor& visitor);

 private:
  struct Thread {
    Value trace = Value::none(), profile = Value::none();
    uint32_t inside = 0;
    bool is_on() const { return !trace.is_none() || !profile.is_none(); }
    bool listens() const { return inside == 0 && is_on(); }
  };
  Thread& thread();
  void set(Value Thread::*function, Value v);
  void update();
  /// Calls one of the functions.
  bool tell(Value function, Value* r, const char* event, Value arg);
  /// The trace function of a frame that has a local one.
  bool tell_local(Value* r, const char* event, Value arg);
  bool tell_line(Value* r, uint32_t pc);
  bool tell_line(Value* r, ObservedFrame* f, int32_t line);
  bool tell_passed(Value* r, uint32_t pc, bool is_taken);
  bool tell_call(Value* r, const Insn& insn);
  bool tell_return(Value* r, Value* result);
  bool tell_delegate_over(Value* r, uint32_t pc, Value* result);

  Vm& vm_;
  std::unordered_map<uint64_t, Thread> threads_;  // by PythonThread::number
  uint32_t active_ = 0;                           // of them that have a function
  bool with_calls_ = false;
  Value make_frame_ = Value::undefined(), deliver_ = Value::undefined();
};

}  // namespace hothouse
