#include "numarray/functions.h"

#include <cmath>

#include "core/vm/vm.h"
#include "numarray/kernel.h"
#include "numarray/vector_math.h"

namespace hothouse::numarray {

namespace {

double floor_divide(Vm*, double a, double b) {
  if (b == 0) return a / b;
  double mod = std::fmod(a, b);
  double div = (a - mod) / b;
  if (mod != 0 && (b < 0) != (mod < 0)) div -= 1.0;
  if (div == 0) return std::copysign(0.0, a / b);
  double floored = std::floor(div);
  return div - floored > 0.5 ? floored + 1.0 : floored;
}

double remainder(Vm*, double a, double b) {
  double mod = std::fmod(a, b);
  if (b == 0) return mod;
  if (mod == 0) return std::copysign(0.0, b);
  return (b < 0) != (mod < 0) ? mod + b : mod;
}

double power(Vm*, double a, double b) { return std::pow(a, b); }
double exp(Vm*, double x) { return apply_to_one(Operation::Exp, x, std::exp); }
double log(Vm*, double x) { return apply_to_one(Operation::Log, x, std::log); }
double log2(Vm*, double x) { return std::log2(x); }
double log10(Vm*, double x) { return std::log10(x); }
double sin(Vm*, double x) { return apply_to_one(Operation::Sin, x, std::sin); }
double cos(Vm*, double x) { return apply_to_one(Operation::Cos, x, std::cos); }
double tan(Vm*, double x) { return std::tan(x); }
double tanh(Vm*, double x) { return apply_to_one(Operation::Tanh, x, std::tanh); }
double arctan(Vm*, double x) { return apply_to_one(Operation::Arctan, x, std::atan); }
double arcsin(Vm*, double x) { return apply_to_one(Operation::Arcsin, x, std::asin); }
double arccos(Vm*, double x) { return apply_to_one(Operation::Arccos, x, std::acos); }
double sinh(Vm*, double x) { return apply_to_one(Operation::Sinh, x, std::sinh); }
double cosh(Vm*, double x) { return std::cosh(x); }
double arcsinh(Vm*, double x) { return apply_to_one(Operation::Arcsinh, x, std::asinh); }
double arccosh(Vm*, double x) { return apply_to_one(Operation::Arccosh, x, std::acosh); }
double arctanh(Vm*, double x) { return apply_to_one(Operation::Arctanh, x, std::atanh); }
double cbrt(Vm*, double x) { return std::cbrt(x); }
double exp2(Vm*, double x) { return std::exp2(x); }
double expm1(Vm*, double x) { return std::expm1(x); }
double log1p(Vm*, double x) { return apply_to_one(Operation::Log1p, x, std::log1p); }
double trunc(Vm*, double x) { return std::trunc(x); }
double rint(Vm*, double x) { return std::nearbyint(x); }
double copysign(Vm*, double x, double sign) { return std::copysign(x, sign); }
double fmod(Vm*, double x, double y) { return std::fmod(x, y); }
double arctan2(Vm*, double y, double x) { return std::atan2(y, x); }
double hypot(Vm*, double x, double y) { return std::hypot(x, y); }

/// Division by zero gives 0, and the least integer by -1 itself.
int64_t floor_divide_int(Vm*, int64_t a, int64_t b) {
  if (b == 0) return 0;
  if (b == -1) return static_cast<int64_t>(uint64_t{0} - static_cast<uint64_t>(a));
  int64_t q = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? q - 1 : q;
}

int64_t remainder_int(Vm*, int64_t a, int64_t b) {
  if (b == 0 || b == -1) return 0;
  int64_t r = a % b;
  return r != 0 && (r < 0) != (b < 0) ? r + b : r;
}

int64_t fmod_int(Vm*, int64_t a, int64_t b) { return b == 0 || b == -1 ? 0 : a % b; }

/// Negative exponents are refused when the expression is made.
int64_t power_int(Vm*, int64_t a, int64_t b) {
  uint64_t base = static_cast<uint64_t>(a), result = 1;
  for (; b > 0; b >>= 1) {
    if (b & 1) result *= base;
    base *= base;
  }
  return static_cast<int64_t>(result);
}

int64_t left_shift(Vm*, int64_t a, int64_t b) {
  if (static_cast<uint64_t>(b) >= 64) return 0;
  return static_cast<int64_t>(static_cast<uint64_t>(a) << b);
}

int64_t right_shift(Vm*, int64_t a, int64_t b) {
  if (static_cast<uint64_t>(b) >= 64) return a < 0 ? -1 : 0;
  return a >> b;
}

/// What does not fit becomes the least integer, as the processor has it.
int64_t float_to_int(Vm*, double x) {
  if (!(x >= -9223372036854775808.0 && x < 9223372036854775808.0)) return INT64_MIN;
  return static_cast<int64_t>(x);
}

constexpr int kCount = static_cast<int>(Function::kCount);
ir::HelperId g_ids[kCount];

}  // namespace

void register_functions() {
  static bool done = false;
  if (done) return;
  done = true;
  // All are pure: functions of their operands alone.
#define FUNCTION(name, result, operands)                         \
  g_ids[static_cast<int>(Function::name)] = ir::register_helper( \
      {"array_" #name, reinterpret_cast<void*>(name), *#result, #operands, ir::kHelperPure});
#include "numarray/functions.def"
#undef FUNCTION
}

ir::HelperId helper_of(Function f) { return g_ids[static_cast<int>(f)]; }

const char* operands_of(Function f) { return ir::helper_info(helper_of(f)).operands; }

}  // namespace hothouse::numarray
