// Helpers that the traces of these tests call.
#include "core/ir/helpers.h"
#include "core/objects/value.h"

namespace hothouse::backend {
namespace {

// Tells the order of operands, and that each arrived in its place.
double mixed(void* vm, int64_t a, double b, int64_t c, double d, int64_t e, double f) {
  double first = vm == reinterpret_cast<void*>(uintptr_t{0x5a5a}) ? 0 : 1e9;
  return first + static_cast<double>(a) + 10 * b + 100 * static_cast<double>(c) + 1000 * d +
         10000 * static_cast<double>(e) + 100000 * f;
}
int64_t six(void*, int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, int64_t f) {
  auto u = [](int64_t x) { return static_cast<uint64_t>(x); };  // random operands: it wraps
  return static_cast<int64_t>(u(a) + 10 * u(b) + 100 * u(c) + 1000 * u(d) + 10000 * u(e) +
                              100000 * u(f));
}
double six_floats(void*, double a, double b, double c, double d, double e, double f) {
  return a + 10 * b + 100 * c + 1000 * d + 10000 * e + 100000 * f;
}
uint64_t tick(void*, int64_t i) { return i == 100 ? Value::raised().bits() : Value::none().bits(); }
int64_t twice(void*, int64_t i) { return static_cast<int64_t>(2 * static_cast<uint64_t>(i)); }
void nothing(void*) {}

struct Register {
  Register() {
    auto add = [](const char* name, auto* function, char result, const char* operands,
                  uint16_t flags) {
      ir::register_helper({name, reinterpret_cast<void*>(function), result, operands, flags});
    };
    add("test_mixed", &mixed, 'f', "ififif", 0);
    add("test_six", &six, 'i', "iiiiii", 0);
    add("test_six_floats", &six_floats, 'f', "ffffff", 0);
    add("test_tick", &tick, 'v', "i", ir::kHelperMayRaise);
    add("test_twice", &twice, 'i', "i", 0);
    add("test_nothing", &nothing, '-', "", 0);
  }
} register_all;

}  // namespace
}  // namespace hothouse::backend
