// Vm: one Python world - heap, types, the VM stack, and what the floors above plug in.
//
// Neighbours: frame.h (what lies on the stack), interp/dispatch.h (runs it), engine (sets
// `jit`). Invariant: between bytecodes, state.top and the headers below it describe all frames.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/builtins/signature.h"
#include "core/host.h"
#include "core/objects/types.h"
#include "core/vm/context.h"
#include "core/vm/frame.h"
#include "core/vm/inline_caches.h"
#include "core/vm/observed_frames.h"
#include "core/vm/state.h"

namespace hothouse {

class KernelHost;  // engine/kernels.h
class Threads;     // vm/threads.h
class Tracing;     // vm/tracing.h

/// What the interpreter asks of the engine; null when there is no JIT.
class JitHooks {
 public:
  virtual ~JitHooks() = default;
  /// A back edge whose counter ran out, or whose loop is compiled: `r` the frame, `pc` the word
  /// index of the JumpBack. Runs compiled code or records; afterwards state.top and state.pc say
  /// where to go on. Returns false if the interpreter must raise the pending exception there.
  virtual bool on_back_edge(Value* r, uint32_t pc) = 0;
  /// A function whose call counter ran out or that is compiled, its frame pushed at `r`.
  /// Afterwards as for on_back_edge.
  virtual bool on_function_entry(Value* r) = 0;
  virtual void visit_roots(RootVisitor& visitor) = 0;
  virtual void constant_changed(NameCell* cell) = 0;
  virtual void type_changed(Type* type) = 0;
  /// Bodies are instrumented, or no longer: nothing is compiled, and nothing compiled runs.
  virtual void tracing_changed(bool on) = 0;
  /// Exceptions keep variables from here on.
  virtual void tracebacks_changed() = 0;
  /// In a process that was forked: only that thread goes on (its PythonThread::number).
  virtual void after_fork(uint64_t thread) = 0;
  virtual KernelHost* kernel_host() = 0;
};

/// Slots above the soft stack limit that traces may restore frames into without asking.
constexpr uint32_t kStackMargin = 4096;

struct VmOptions {
  HeapOptions heap;
  uint32_t stack_slots = 1u << 20;
  uint32_t recursion_limit = 1000;
};

class Vm : public Caller {
 public:
  Vm(Host& host, const VmOptions& options);
  ~Vm();

  VmState state{};
  InlineCaches inline_caches;
  JitHooks* jit = nullptr;
  ObservedFrames observed{*this};
  std::unique_ptr<Tracing> tracing;     // made when somebody first sets a function
  uint32_t loop_threshold = 0;          // back edges until a loop is hot; 0: never
  int64_t calls_until_hot = INT64_MAX;  // calls until a function is hot
  /// The same; less than any count when calls are to stop for a safepoint.
  int64_t call_threshold = INT64_MAX;

  Value* stack() { return stack_; }
  const Value* stack_end() const { return stack_ + stack_slots_ + 2 * size_t{kStackMargin}; }
  Value* current_frame() { return reinterpret_cast<Value*>(static_cast<uintptr_t>(state.top)); }
  void set_frame(Value* r, uint32_t pc) {
    state.top = static_cast<uint64_t>(reinterpret_cast<uintptr_t>(r));
    state.pc = pc;
  }
  /// What happens with the result of a frame.
  ReturnWord return_word(const Value* r) const {
    const ReturnWord ret = ReturnWord::decode(r[kFrameReturn]);
    return ret.action == Action::Observed ? observed.return_word(r) : ret;
  }
  /// Raises an exception again in the frame that has caught it: its traceback names the frame
  /// already.
  Value reraise(Value exception) {
    reraising_ = true;
    return raise_again(exception);
  }
  bool take_reraising() { return std::exchange(reraising_, false); }

  /// First slot above the current frame, or above what C++ code called from it has reserved: where
  /// a new window may begin.
  Value* stack_top() {
    Value* r = current_frame();
    Value* top = r == nullptr ? stack_ : r + frame_body(r)->register_count;
    return reserved_end_ > top ? reserved_end_ : top;
  }

  /// The parsed signature of a built-in (builtins/signature.h), out of a small cache.
  const Signature& builtin_signature(const BuiltinDef& def) {
    SignatureEntry& e = signatures_[(reinterpret_cast<uintptr_t>(&def) >> 4) % kSignatureEntries];
    if (e.def != &def) e = {&def, &signature_of(*this, def)};
    return *e.signature;
  }

  /// A frame needs the stack up to `end`: moves the soft limit, or answers false at the end of
  /// the stack. Between GCs nothing above the soft limit but kStackMargin slots is written.
  bool extend_stack(const Value* end);

  /// To be called when a safepoint was requested, frames synchronized: collects, runs what
  /// signals ask for. False if an exception (KeyboardInterrupt) is pending.
  bool safepoint();
  /// While held (nested, by any thread), safepoints do not collect: C++ code that Python was called
  /// from has references that nobody updates. No loop gets hot, as traces leave for each collection
  /// that is asked for.
  void hold_collections(bool hold);
  /// A signal (1 to 64) has come: the next safepoint of the main thread raises KeyboardInterrupt,
  /// or calls the function for signals (async-signal-safe).
  void note_signal(int number);
  void set_signal_function(Value function) { signal_function_ = function; }
  /// Does what signals that have come ask for, if this is the main thread. False: an exception is
  /// pending.
  bool handle_signals();
  /// The main thread has its turn: its next safepoint looks for signals.
  void renew_signals() {
    if (signals_ != 0) stop_soon();
  }
  /// A thread waits for its turn (called by any thread).
  void request_switch() {
    switch_wanted_ = 1;
    stop_soon();
  }
  bool stops_calls() const { return call_threshold == INT64_MIN; }

  /// Made on first use.
  Threads& threads();
  Threads* threads_if_any() { return threads_; }
  /// Memory (words, no Values) that each thread has for itself; all zero when one starts.
  void add_thread_word(void* at, uint32_t bytes) {
    thread_words_.push_back({static_cast<uint8_t*>(at), bytes});
  }

  /// Runs the code object of a module with that namespace. Result None or raised.
  Value run_code(Value code, Value globals);
  /// A Function whose code returns its register 0. A frame of it in the place of a frame whose
  /// result is known hands that on, whatever the caller's ReturnWord demands.
  Value return_stub();
  /// The module `__main__` (made on first use) and its Namespace.
  Value main_module();

  std::vector<std::string> argv;
  int exit_status = 0;

  /// What the running thread shows by repr(): against endless recursion.
  std::vector<Value> repr_stack;

  // For the library (builtins/library.h keeps its tables here).
  std::shared_ptr<void> library_state;

 private:
  friend class Caller;
  friend class StackReservation;
  friend class Threads;
  struct ThreadWord {
    uint8_t* at;
    uint32_t bytes;
  };
  struct SignatureEntry {
    const BuiltinDef* def = nullptr;
    const Signature* signature = nullptr;
  };
  static constexpr size_t kSignatureEntries = 256;
  SignatureEntry signatures_[kSignatureEntries];
  Value* reserved_end_ = nullptr;  // end of the topmost StackReservation
  std::unique_ptr<Heap> heap_owner_;
  std::unique_ptr<MapTable> maps_owner_;
  std::unique_ptr<TypeTable> types_owner_;
  Value* stack_ = nullptr;  // zeroed memory: 0 is no object
  uint32_t stack_slots_ = 0;
  int roots_ = 0;
  size_t settled_codes_ = 0;  // whose values a collection has moved to old space
  std::vector<Value> stubs_;  // Functions that call R[..] with n arguments (Caller::call)
  Value return_stub_;
  Value main_module_;
  volatile uint64_t signals_ = 0;  // bit n - 1: signal n
  volatile int switch_wanted_ = 0;
  Value signal_function_ = Value::undefined();
  bool reraising_ = false;
  bool finalizing_ = false;
  uint32_t collections_held_ = 0, held_loop_threshold_ = 0;
  VmOptions options_;
  Threads* threads_ = nullptr;
  class WaitingPlace* main_place_ = nullptr;
  std::vector<ThreadWord> thread_words_;
  /// Loops and calls reach a safepoint (async-signal-safe).
  void stop_soon() {
    heap().request_safepoint();
    __atomic_store_n(&call_threshold, INT64_MIN, __ATOMIC_RELAXED);
  }
  void run_finalizers();
  static Value* allocate_stack(uint32_t slots);
  static uint64_t first_stack_limit(const Value* stack);
  static void clear_stack(Value* top, uint64_t limit);
  Value stub_for(uint32_t count);
  Value make_stub(const std::vector<Insn>& code, uint16_t register_count, const char* name);
  void visit_roots(RootVisitor& visitor);
};

/// Room on the VM stack above the current frame, which the collector sees, for values that C++ code
/// needs while Python code runs; frames pushed meanwhile lie above it. Strictly nested. The row is
/// to be filled before anything is called.
class StackReservation {
 public:
  StackReservation(Vm& vm, uint32_t count) : vm_(vm), before_(vm.reserved_end_) {
    Value* start = vm.stack_top();
    Value* end = start + count;
    auto address = static_cast<uint64_t>(reinterpret_cast<uintptr_t>(end));
    if (address >= vm.state.stack_limit && !vm.extend_stack(end)) return;
    data_ = start;
    vm.reserved_end_ = end;
  }
  ~StackReservation() { vm_.reserved_end_ = before_; }
  StackReservation(const StackReservation&) = delete;
  StackReservation& operator=(const StackReservation&) = delete;
  /// Null if the stack is full.
  Value* data() const { return data_; }

 private:
  Vm& vm_;
  Value* before_;
  Value* data_ = nullptr;
};

}  // namespace hothouse
