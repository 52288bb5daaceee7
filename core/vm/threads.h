// Threads of Python: one of them runs at a time, in the one Vm there is.
//
// Each has a stack of the VM and a native one (host.h's ThreadHost), on which its compiled code and
// its C++ frames lie. What belongs to a thread - the frames, the exception that is pending or
// handled, the roots on its native stack - is in the Vm's fields while it runs, where compiled code
// finds it, and in a PythonThread while another one does.
//
//   runs -- safepoint, asked to (Vm::request_switch) --> waits for its turn   save, give_way, load
//        -- wait(), Unlocked ------------------------> outside of Python      save, give ... take,
//        load
//
// The rule: whatever may run Python may also switch, and nothing else. A switch happens
//   - at a safepoint whose frame is a program's: the library's own code is as indivisible as the
//     C code of CPython that it stands for;
//   - in wait() and Unlocked, which only functions that take a Caller use (context.h): their
//     callers, traces included, keep nothing that the other thread could change or move.
// So a recording that waits is as one that called Python, and a thread that goes on inside of
// compiled code is as one that returned from a call. Where C++ code below is no such function
// (CPython's frames), HeldSwitches forbids both.
//
// Where the host has one thread only, a thread runs to its end when it is started.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/host.h"
#include "core/vm/vm.h"

namespace hothouse {

/// A thread, and what the Vm's fields hold when it runs.
struct PythonThread {
  uint64_t number = 0;  // threading.get_ident(): never given twice
  uint64_t native_id = 0;
  std::unique_ptr<WaitingPlace> place;
  Value state = Value::undefined();  // a dict of what modules keep for each thread
  /// What a module remembers of the context variables' values; undefined: they may have changed.
  Value context_value = Value::undefined();
  Value function, argument;  // until it starts

  // Of VmState and Vm, while it does not run.
  uint64_t native_stack_limit = 0, depth = 0, stack_limit = 0, top = 0, pc = 0;
  uint64_t exit_unit = 0, exit_snapshot = 0;
  Value pending = Value::undefined(), handled = Value::none();
  Value* stack = nullptr;
  uint32_t stack_slots = 0;
  Value *reserved_end = nullptr, *stack_top = nullptr;
  RootedBase* rooted = nullptr;
  bool reraising = false;
  std::vector<Value> repr_stack;
  std::vector<uint8_t> words;  // Vm::add_thread_word
  /// A collection has moved all that its stack refers to to the old space.
  bool settled = false;
};

class Threads {
 public:
  /// The calling thread is the main one.
  explicit Threads(Vm& vm);
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;
  /// The Vm ends. The main thread has the lock and keeps it: others that are left never run Python
  /// again, but their native stacks refer to this object as long as the process lives.
  static void end(Threads* threads);

  PythonThread& current() { return *current_; }
  PythonThread& main() { return *threads_[0]; }
  bool on_main() const { return current_ == threads_[0].get(); }
  size_t count() const { return threads_.size(); }
  const std::vector<std::unique_ptr<PythonThread>>& all() const { return threads_; }
  /// Can there be more than one?
  bool available() const { return host_ != nullptr; }

  /// Starts a thread that calls function(argument), which is to catch what is raised. Its number,
  /// or 0: there can be no more threads. Stack: 0 is the usual size.
  uint64_t start(Value function, Value argument, size_t stack_bytes);
  /// Lets the others run until wake(), for at most that many seconds (negative: for ever). May
  /// return early. False, with an exception pending: Ctrl-C, or nobody could ever wake it.
  bool wait(double seconds);
  /// The next wait() of that thread returns.
  void wake(uint64_t number);
  /// At a safepoint: gives way to one that asked. False: KeyboardInterrupt is pending.
  bool give_way();

  /// In a process that the running thread has forked: the others are not there.
  void after_fork();

  double switch_interval() const { return interval_; }
  void set_switch_interval(double seconds);

  /// Does this thread of the system run Python?
  static bool is_python_thread();
  static void mark_python_thread();

 private:
  friend class Unlocked;
  friend class HeldSwitches;
  ~Threads() = default;
  static void run(void* argument, uintptr_t stack_limit);
  /// Runs a thread's function; its fields are the Vm's.
  void call(PythonThread& thread);
  template <class F>
  void for_each_field(PythonThread& thread, F&& move);
  void save(PythonThread& thread);
  void load(PythonThread& thread);
  /// The thread gives the lock away.
  void leave();
  void enter(PythonThread& thread);
  bool may_switch() const;
  void visit_roots(RootVisitor& visitor);
  PythonThread& add();

  Vm& vm_;
  ThreadHost* host_;
  std::vector<std::unique_ptr<PythonThread>> threads_;  // the main thread is the first
  PythonThread* current_ = nullptr;
  uint64_t last_number_ = 0;
  uint32_t switches_held_ = 0;
  double interval_ = 0.005;
  int roots_ = 0;
};

/// Other threads may run while this lives: around calls of the system that may take long. No Value
/// that is not rooted outlives it.
class Unlocked {
 public:
  explicit Unlocked(Caller& vm);
  ~Unlocked();
  Unlocked(const Unlocked&) = delete;
  Unlocked& operator=(const Unlocked&) = delete;

 private:
  Threads* threads_;  // null: nobody waits
  PythonThread* self_ = nullptr;
};

/// No other thread runs while this lives, not even when this one waits.
class HeldSwitches {
 public:
  explicit HeldSwitches(Vm& vm) : vm_(vm) { vm_.threads().switches_held_++; }
  ~HeldSwitches() { vm_.threads().switches_held_--; }
  HeldSwitches(const HeldSwitches&) = delete;
  HeldSwitches& operator=(const HeldSwitches&) = delete;

 private:
  Vm& vm_;
};

}  // namespace hothouse
