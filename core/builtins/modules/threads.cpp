// The module _threads: what python/_thread.py makes locks and threads of (vm/threads.h).
#include "core/vm/threads.h"

#include "core/builtins/arguments.h"
#include "core/builtins/modules/modules.h"
#include "core/objects/dict.h"

namespace hothouse {
namespace {

Vm& world(Leaf& vm) { return static_cast<Vm&>(vm); }
Threads& threads(Leaf& vm) { return world(vm).threads(); }
Value number(Leaf& vm, uint64_t n) { return vm.heap().make_int(static_cast<int64_t>(n)); }

Value available(Leaf& vm, const Value*) { return Value::boolean(threads(vm).available()); }
Value ident(Leaf& vm, const Value*) { return number(vm, threads(vm).current().number); }
Value main_ident(Leaf& vm, const Value*) { return number(vm, threads(vm).main().number); }
Value native_id(Leaf& vm, const Value*) { return number(vm, threads(vm).current().native_id); }
Value count(Leaf& vm, const Value*) { return number(vm, threads(vm).count()); }
Value state(Leaf& vm, const Value*) {
  Value& dict = threads(vm).current().state;
  if (dict.is_undefined()) dict = make_dict(vm);
  return dict;
}

Value context_changed(Leaf& vm, const Value*) {
  threads(vm).current().context_value = Value::undefined();
  return Value::none();
}

Value start(Caller& vm, const Value* a) {
  int64_t stack_bytes = 0;
  if (!int64_argument(vm, a[2], &stack_bytes)) return Value::raised();
  const uint64_t started = threads(vm).start(a[0], a[1], static_cast<size_t>(stack_bytes));
  return started == 0 ? Value::none() : number(vm, started);
}
Value wait(Caller& vm, const Value* a) {
  double seconds = 0;
  if (!double_argument(vm, a[0], &seconds)) return Value::raised();
  return threads(vm).wait(seconds) ? Value::none() : Value::raised();
}
Value wake(Leaf& vm, const Value* a) {
  int64_t n = 0;
  if (!int64_argument(vm, a[0], &n)) return Value::raised();
  threads(vm).wake(static_cast<uint64_t>(n));
  return Value::none();
}

Value switch_interval(Leaf& vm, const Value*) {
  return Value::from_double(threads(vm).switch_interval());
}
Value set_switch_interval(Leaf& vm, const Value* a) {
  double seconds = 0;
  if (!double_argument(vm, a[0], &seconds)) return Value::raised();
  threads(vm).set_switch_interval(seconds);
  return Value::none();
}
Value after_fork(Leaf& vm, const Value*) {
  threads(vm).after_fork();
  return Value::none();
}

const BuiltinDef kRows[] = {
    HH_LEAF("available", "", available, kBuiltinReadOnly, "Can threads run by turns?"),
    HH_LEAF("ident", "", ident, kBuiltinReadOnly, "The number of the running thread."),
    HH_LEAF("main_ident", "", main_ident, kBuiltinReadOnly, "The number of the main thread."),
    HH_LEAF("native_id", "", native_id, kBuiltinReadOnly, "The system's number of it."),
    HH_LEAF("count", "", count, kBuiltinReadOnly, "How many threads there are."),
    HH_LEAF("state", "", state, 0, "A dict of the running thread's own."),
    HH_LEAF("context_changed", "", context_changed, 0,
            "Context variables of the running thread may have other values now."),
    HH_CALLER("start", "function, argument, stack_bytes, /", start, 0,
              "Starts a thread that calls function(argument). Its number, or None."),
    HH_CALLER("wait", "seconds, /", wait, 0,
              "Lets others run until wake(), or so long if that is not negative; or shorter."),
    HH_LEAF("wake", "ident, /", wake, 0, "The next wait() of that thread returns."),
    HH_LEAF("switch_interval", "", switch_interval, kBuiltinReadOnly,
            "Seconds after which a thread gives way."),
    HH_LEAF("set_switch_interval", "seconds, /", set_switch_interval, 0, "Sets that."),
    HH_LEAF("after_fork", "", after_fork, 0,
            "In a process that this thread has forked: it is the only one."),
};

}  // namespace

const ModuleTable kThreadsModule = {"_threads", builtin_table(kRows), nullptr, 0};

}  // namespace hothouse
