// What a pass of the optimizer is: a name, a sentence and a function over a trace.
//
// A pass may rely on the trace being well formed (ir/verify.h) and on nothing else: not on another
// pass having run, nor on it not having run. It leaves a well-formed trace behind. Each reports
// what it does to the listener, with the reason; without a listener no text is made.
//
// Passes and their order: passes.def. What runs them: pipeline.h.
#pragma once

#include <cstdint>
#include <string>

#include "core/ir/print.h"
#include "core/ir/trace.h"

namespace hothouse::opt {

enum class Action : uint8_t {
  Removed,       // the op is gone
  Replaced,      // its uses see another value, or it became another op
  Forwarded,     // a load's value was known from an earlier store or load
  Strengthened,  // a guard took over what a later one checks
  Hoisted,       // computed once, before the loop
  Sunk,          // done only at exits that need it
  Deferred,      // a store became a pending store of the exits
  Inserted,      // a new op
  Note,          // nothing changed; `reason` tells why
};
const char* action_name(Action action);

struct Edit {
  const char* pass;
  Action action;
  uint32_t op;         // index when the edit was made
  std::string before;  // the op's text
  std::string after;   // what stands in its place, if anything does
  std::string reason;  // "implied by %9"
};

class EditListener {
 public:
  virtual ~EditListener() = default;
  virtual void on_pass_begin(const char* /*pass*/, const ir::Trace& /*trace*/) {}
  virtual void on_edit(const Edit& edit) = 0;
  virtual void on_pass_end(const char* /*pass*/, const ir::Trace& /*trace*/) {}
  /// How names in edits are printed.
  virtual ir::PrintOptions print_options() const { return {}; }
};

/// The traces of the units that a trace may jump to.
class UnitTraces {
 public:
  /// The optimized trace of a loop unit that can be entered; null if there is none.
  virtual const ir::Trace* loop_of_unit(uint32_t unit) const = 0;

 protected:
  ~UnitTraces() = default;
};

class PassContext {
 public:
  PassContext(const char* pass, EditListener* listener, const UnitTraces* units = nullptr,
              bool has_objects = false)
      : pass_(pass), listener_(listener), units_(units), has_objects_(has_objects) {
    if (listener_) print_options_ = listener_->print_options();
  }

  /// Whether anybody listens: texts need not be made otherwise.
  bool listening() const { return listener_ != nullptr; }
  uint32_t edits() const { return edits_; }
  /// Whether constants of pointers point to objects, which may be read. Those of a text do not.
  bool has_objects() const { return has_objects_; }
  const ir::Trace* loop_of_unit(uint32_t unit) const {
    return units_ ? units_->loop_of_unit(unit) : nullptr;
  }

  std::string text(const ir::Trace& trace, uint32_t op) const {
    return listener_ ? ir::print_op(trace, op, print_options_) : std::string();
  }
  std::string text(const ir::Trace& trace, ir::Ref ref) const {
    return listener_ ? ir::print_ref(trace, ref, print_options_) : std::string();
  }

  /// Counts an edit and tells the listener. Call text() for `before` ahead of the change.
  void edit(Action action, uint32_t op, std::string before, std::string after, std::string reason) {
    ++edits_;
    if (listener_)
      listener_->on_edit(
          {pass_, action, op, std::move(before), std::move(after), std::move(reason)});
  }
  /// Why the pass left something (or everything) as it is.
  void note(std::string reason) {
    if (listener_) listener_->on_edit({pass_, Action::Note, 0, "", "", std::move(reason)});
  }

 private:
  const char* pass_;
  EditListener* listener_;
  const UnitTraces* units_;
  bool has_objects_;
  ir::PrintOptions print_options_;
  uint32_t edits_ = 0;
};

using PassFunction = void (*)(ir::Trace& trace, PassContext& context);

struct Pass {
  const char* name;
  const char* sentence;
  PassFunction function;
};

}  // namespace hothouse::opt
