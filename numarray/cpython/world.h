// The CPython in this process, and what the bridge keeps for the Vm that started it.
//
// Who runs. CPython's GIL is ours only while a call is in the bridge: `Inside` takes it, `Outside`
// gives it away while CPython's code has called Hothouse's. The two nest like the calls. Only the
// thread of Hothouse that called CPython last may be called by it, and no other one runs meanwhile.
//
// Who keeps whom alive. A proxy (proxy.h) owns a reference to a CPython object; its finalizer runs
// within a collection, so it only queues the reference, and the next Inside drops it. A wrapper
// (wrapper.h) is a CPython object that stands for a Hothouse value: its handle is a root until
// CPython drops it. Cycles through both worlds are not collected.
#pragma once

#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#include "core/vm/threads.h"
#include "core/vm/vm.h"
#include "numarray/cpython/api.h"

namespace hothouse::cpython {

struct World {
  explicit World(Vm& vm);
  ~World();
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  Vm& vm;
  Value proxy_type;      // built-in base of cpython.Object: a Type of Externals
  Value object_class;    // cpython.Object
  Value error_class;     // cpython.Error
  Value make_error;      // (name, module, base): a subclass of Error
  Value apply;           // (callable, args, keywords)
  Value exception_name;  // "cpython_exception"

  /// A root for a value that CPython holds.
  uint32_t add_handle(Value v);
  Value handle(uint32_t index) const { return handles_[index]; }

  /// The class that stands for a class of CPython's exceptions (which lives on): undefined if it
  /// was not made yet.
  Value error_class_of(PyTypeObject* type) const;
  void set_error_class(PyTypeObject* type, Value made);

 private:
  friend class Inside;
  std::vector<Value> handles_;
  std::vector<uint32_t> free_handles_;
  std::unordered_map<PyTypeObject*, Value> error_classes_;
  int roots_ = 0;
};

/// Starts CPython if it does not run yet. ImportError if it cannot; answers None.
Value start(Leaf& vm);
/// Ends CPython, its atexit functions included. Called once, before the Vm ends.
void finish(Caller& vm);
/// The World of the Vm; made on first use.
World& world_of(Leaf& vm);
/// The World that wrappers belong to, or null when it is gone.
World* current_world();
/// Is this the thread that may run Hothouse code?
bool on_own_thread();

/// To be dropped under the GIL when it is next ours. For finalizers.
void drop_later(PyObject* o);
/// CPython dropped a handle. Any thread.
void drop_handle(uint32_t index);

/// Hothouse called the bridge: CPython runs from here on. What the program has printed is written
/// out before, and what CPython has printed afterwards, so that the two come in order.
class Inside {
 public:
  explicit Inside(World& world);
  ~Inside();
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
};

/// CPython called the bridge, holding the GIL: Hothouse runs from here on.
class Outside {
 public:
  explicit Outside(World& world);
  ~Outside();
  Outside(const Outside&) = delete;
  Outside& operator=(const Outside&) = delete;

 private:
  World& world_;
  HeldSwitches held_;
};

}  // namespace hothouse::cpython
