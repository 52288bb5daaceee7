// The module _signals: what python/_signal.py makes handlers of.
#include "core/builtins/arguments.h"
#include "core/builtins/modules/modules.h"
#include "core/host.h"
#include "core/objects/tuple.h"
#include "core/vm/vm.h"

namespace hothouse {
namespace {

Vm& world(Leaf& vm) { return static_cast<Vm&>(vm); }

/// (errno, what it did before): both as numbers.
Value set_action(Leaf& vm, const Value* a) {
  int64_t number = 0, action = 0;
  if (!int64_argument(vm, a[0], &number) || !int64_argument(vm, a[1], &action)) {
    return Value::raised();
  }
  const auto wanted = static_cast<SignalAction>(action);
  SignalAction before = SignalAction::Default;
  const int error =
      vm.host().set_signal(static_cast<int>(number), action < 0 ? nullptr : &wanted, &before);
  const Value pair[] = {Value::small_int(error), Value::small_int(static_cast<int>(before))};
  return make_tuple(vm, pair, 2);
}
Value set_function(Leaf& vm, const Value* a) {
  world(vm).set_signal_function(a[0]);
  return Value::none();
}
Value note(Leaf& vm, const Value* a) {
  int64_t number = 0;
  if (!int64_argument(vm, a[0], &number)) return Value::raised();
  if (number < 1 || number > 64) return vm.value_error("signal number out of range");
  world(vm).note_signal(static_cast<int>(number));
  return Value::none();
}
Value handle(Caller& vm, const Value*) {
  return world(vm).handle_signals() ? Value::none() : Value::raised();
}

const BuiltinDef kRows[] = {
    HH_LEAF("set_action", "number, action, /", set_action, 0,
            "0: the system's, 1: none, 2: the function, -1: as it is. (errno, the action before)."),
    HH_LEAF("set_function", "function, /", set_function, 0,
            "Is called with the number of each signal that has come."),
    HH_LEAF("note", "number, /", note, 0, "As if that signal had come."),
    HH_CALLER("handle", "", handle, 0, "Does so for those that have come up to now."),
};

}  // namespace

const ModuleTable kSignalsModule = {"_signals", builtin_table(kRows), nullptr, 0};

}  // namespace hothouse
