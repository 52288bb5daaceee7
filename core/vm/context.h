// What C++ code that implements Python sees of the VM: Leaf, Caller, Rooted.
//
// Nearly every helper and built-in is a *leaf*: it allocates and raises but never calls Python,
// so nothing moves while it runs and it handles bare Values. The few that do call Python take a
// Caller&; across `call` the collector may run, and whatever they still need lies in Rooted<>.
// A function's parameter type thus tells which rules its body lives by.
//
// Errors are values: `raise` sets the pending exception and returns Value::raised(), which the
// function returns at once.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "core/objects/heap.h"
#include "core/objects/layout.h"
#include "core/objects/map.h"
#include "core/objects/value.h"

namespace hothouse {

class Vm;
class Host;
class Library;    // builtins/library.h: state of the built-in functions and modules
class TypeTable;  // objects/types.h: the built-in types and exceptions by enumerator
enum class TypeId : uint16_t;

class Leaf {
  friend class Library;

 public:
  Leaf(const Leaf&) = delete;
  Leaf& operator=(const Leaf&) = delete;

  Heap& heap() { return *heap_; }
  MapTable& maps() { return *maps_; }
  TypeTable& types() { return *types_; }
  Host& host() { return *host_; }
  Library& library() { return *library_; }

  /// Sets the pending exception: an instance of the built-in exception class `type` with one
  /// argument, the message. Returns Value::raised().
  Value raise(TypeId type, std::string_view message);
  /// The same with an exception object made elsewhere. The exception that is being handled
  /// becomes its __context__.
  Value raise(Value exception);
  /// Makes an exception the pending one as it is: for those that were raised before.
  Value raise_again(Value exception);
  Value type_error(std::string_view message);
  Value value_error(std::string_view message);
  Value index_error(std::string_view message);
  Value overflow_error(std::string_view message);
  Value memory_error();
  /// KeyError whose argument is the key itself.
  Value key_error(Value key);
  /// StopIteration carrying `value`.
  Value stop_iteration(Value value);
  bool raised() const { return !pending_->is_undefined(); }
  Value pending() const { return *pending_; }
  void clear_pending() { *pending_ = Value::undefined(); }

  /// Entries of tracebacks keep the variables of frames from here on (vm/observed_frames.h). Asked
  /// for by the first text that may look at them: exceptions in hot code pay for it.
  void keep_variables() {
    if (std::exchange(keeps_variables_, true) || variables_kept_ == nullptr) return;
    variables_kept_(*this);
  }
  bool keeps_variables() const { return keeps_variables_; }

  /// Interned string from UTF-8.
  Value intern(std::string_view utf8);
  /// String from UTF-8 (lone surrogates encoded as three bytes are kept).
  Value str(std::string_view utf8);

 protected:
  Leaf() = default;
  ~Leaf() = default;
  Heap* heap_ = nullptr;
  MapTable* maps_ = nullptr;
  TypeTable* types_ = nullptr;
  Host* host_ = nullptr;
  Library* library_ = nullptr;      // set by install_builtins, freed by remove_builtins
  Value* pending_ = nullptr;        // in VmState
  const Value* handled_ = nullptr;  // the same
  bool keeps_variables_ = false;
  void (*variables_kept_)(Leaf&) = nullptr;  // is told that
};

class Caller : public Leaf {
 public:
  /// Calls any callable with positional arguments; runs a nested dispatch loop when the callee is
  /// Python code. The result, or Value::raised().
  Value call(Value callable, const Value* args, uint32_t count);
  Value call(Value callable) { return call(callable, nullptr, 0); }
  Value call(Value callable, Value a) { return call(callable, &a, 1); }
  Value call(Value callable, Value a, Value b) {
    Value args[] = {a, b};
    return call(callable, args, 2);
  }

 protected:
  Caller() = default;
  ~Caller() = default;

 private:
  friend class RootedBase;
  class RootedBase* rooted_ = nullptr;
  friend class Vm;
  friend class Threads;
};

// The list of rooted values runs through the C++ stack on purpose.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdangling-pointer"
#endif
/// A Value on the C++ stack that the collector sees and updates. Strictly nested.
class RootedBase {
 public:
  RootedBase(Caller& c, Value v) : value_(v), caller_(c), below_(c.rooted_) { c.rooted_ = this; }
  ~RootedBase() { caller_.rooted_ = below_; }
  RootedBase(const RootedBase&) = delete;
  RootedBase& operator=(const RootedBase&) = delete;
  Value get() const { return value_; }
  void set(Value v) { value_ = v; }
  RootedBase* below() const { return below_; }
  Value& slot() { return value_; }

 private:
  Value value_;
  Caller& caller_;
  RootedBase* below_;
};

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

class Rooted : public RootedBase {
 public:
  using RootedBase::RootedBase;
  operator Value() const { return get(); }
  Rooted& operator=(Value v) {
    set(v);
    return *this;
  }
  template <class T>
  T* as() const {
    return get().as<T>();
  }
};

}  // namespace hothouse
