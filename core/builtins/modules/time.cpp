// The time module: the host's clocks.
#include <cmath>
#include <ctime>

#include "core/builtins/arguments.h"
#include "core/builtins/modules/modules.h"
#include "core/builtins/registry.h"
#include "core/host.h"
#include "core/vm/threads.h"

namespace hothouse {
namespace {

Value nanoseconds(Leaf& vm, uint64_t ns) { return int_from_uint64(vm, ns); }
Value seconds(uint64_t ns) { return Value::from_double(static_cast<double>(ns) * 1e-9); }

Value time_function(Leaf& vm, const Value*) { return Value::from_double(vm.host().wall_seconds()); }
Value time_ns(Leaf& vm, const Value*) {
  return vm.heap().make_int(static_cast<int64_t>(vm.host().wall_seconds() * 1e9));
}
Value monotonic(Leaf& vm, const Value*) { return seconds(vm.host().monotonic_ns()); }
Value monotonic_ns(Leaf& vm, const Value*) { return nanoseconds(vm, vm.host().monotonic_ns()); }
Value process_time(Leaf& vm, const Value*) { return seconds(vm.host().cpu_ns()); }
Value process_time_ns(Leaf& vm, const Value*) { return nanoseconds(vm, vm.host().cpu_ns()); }
Value sleep(Caller& vm, const Value* a) {
  double s;
  if (!a[0].is_double() && as_int(vm, a[0]).is_undefined() && !needs_float(vm, a[0])) {
    return vm.type_error("'" + type_name_of(vm, a[0]) +
                         "' object cannot be interpreted as an integer");
  }
  if (!double_argument(vm, a[0], &s)) return Value::raised();
  if (std::isnan(s)) return vm.value_error("Invalid value NaN (not a number)");
  if (s < 0) return vm.value_error("sleep length must be non-negative");
  flush_stdout(vm);
  const double end = static_cast<double>(vm.host().monotonic_ns()) * 1e-9 + s;
  do {
    {
      Unlocked unlocked(vm);
      vm.host().sleep(s);
    }
    if (!static_cast<Vm&>(vm).handle_signals()) return Value::raised();
    s = end - static_cast<double>(vm.host().monotonic_ns()) * 1e-9;
  } while (s > 0);
  return Value::none();
}

const BuiltinDef kRows[] = {
    HH_LEAF("time", "", time_function, 0, "Seconds since 1970."),
    HH_LEAF("time_ns", "", time_ns, 0, "Nanoseconds since 1970."),
    HH_LEAF("monotonic", "", monotonic, 0, "Seconds of a clock that never goes back."),
    HH_LEAF("monotonic_ns", "", monotonic_ns, 0, "Nanoseconds of a clock that never goes back."),
    HH_LEAF("perf_counter", "", monotonic, 0, "Seconds of the finest clock."),
    HH_LEAF("perf_counter_ns", "", monotonic_ns, 0, "Nanoseconds of the finest clock."),
    HH_LEAF("process_time", "", process_time, 0, "CPU seconds of this process."),
    HH_LEAF("process_time_ns", "", process_time_ns, 0, "CPU nanoseconds of this process."),
    HH_LEAF("thread_time", "", process_time, 0, "CPU seconds."),
    HH_CALLER("sleep", "secs, /", sleep, 0, "Waits."),
};

}  // namespace

const ModuleTable kTimeModule = {"time", builtin_table(kRows), nullptr, 0};

}  // namespace hothouse
