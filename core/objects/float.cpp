// Arithmetic of floats with Python's rules. Text is float_text.cpp.
#include "core/objects/float.h"

#include <cerrno>
#include <cmath>
#include <cstdlib>

#include "core/objects/complex.h"
#include "core/objects/exception.h"
#include "core/objects/int.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"

namespace hothouse {
namespace {

Value boxed(double d) { return Value::from_foreign_double(d); }

Value zero_division(Leaf& vm, const char* message) {
  return vm.raise(TypeId::ZeroDivisionError, message);
}

void divmod_values(double a, double b, double* quotient, double* remainder) {
  double mod = std::fmod(a, b);
  double div = (a - mod) / b;
  if (mod != 0) {
    if ((b < 0) != (mod < 0)) {
      mod += b;
      div -= 1.0;
    }
  } else {
    mod = std::copysign(0.0, b);
  }
  double floored;
  if (div != 0) {
    floored = std::floor(div);
    if (div - floored > 0.5) floored += 1.0;
  } else {
    floored = std::copysign(0.0, a / b);
  }
  *quotient = floored;
  *remainder = mod;
}

}  // namespace

double float_floordiv_value(double a, double b) {
  double q, r;
  divmod_values(a, b, &q, &r);
  return q;
}

double float_mod_value(double a, double b) {
  double mod = std::fmod(a, b);
  if (mod != 0) {
    if ((b < 0) != (mod < 0)) mod += b;
  } else {
    mod = std::copysign(0.0, b);
  }
  return mod;
}

Value float_floordiv(Leaf& vm, double a, double b) {
  if (b == 0) return zero_division(vm, "float floor division by zero");
  return boxed(float_floordiv_value(a, b));
}

Value float_mod(Leaf& vm, double a, double b) {
  if (b == 0) return zero_division(vm, "float modulo");
  return boxed(float_mod_value(a, b));
}

bool float_divmod(Leaf& vm, double a, double b, double* quotient, double* remainder) {
  if (b == 0) {
    zero_division(vm, "float divmod()");
    return false;
  }
  divmod_values(a, b, quotient, remainder);
  return true;
}

Value float_truediv(Leaf& vm, double a, double b) {
  if (b == 0) return zero_division(vm, "float division by zero");
  return boxed(a / b);
}

Value float_pow(Leaf& vm, double a, double b) {
  if (b == 0 || a == 1) return boxed(1.0);
  if (std::isnan(a) || std::isnan(b)) return boxed(NAN);
  if (a == 0 && b < 0 && !std::isinf(b)) {
    return zero_division(vm, "0.0 cannot be raised to a negative power");
  }
  if (a == 0 && std::isinf(b) && b < 0) {
    return boxed(HUGE_VAL);
  }
  if (a < 0 && !std::isinf(a) && !std::isinf(b) && b != std::floor(b)) {
    return complex_pow(vm, {a, 0}, {b, 0});
  }
  double r = std::pow(a, b);
  if (std::isinf(r) && !std::isinf(a) && !std::isinf(b)) {
    Value args = make_tuple(vm, {Value::small_int(34), vm.str("Numerical result out of range")});
    return vm.raise(make_exception(vm, vm.types().get(TypeId::OverflowError), args));
  }
  return boxed(r);
}

Value float_round(Leaf& vm, double d) {
  // nearbyint would follow the rounding mode; half to even by hand.
  double r = std::round(d);
  if (std::fabs(d - r) == 0.5) r = 2.0 * std::round(d / 2.0);
  return int_from_double(vm, r);
}

Value float_round(Leaf& vm, double d, int64_t ndigits) {
  if (!std::isfinite(d)) return boxed(d);
  constexpr int64_t kMost = 323, kLeast = -308;
  if (ndigits > kMost) return boxed(d);
  if (ndigits < kLeast) return boxed(0.0 * d);
  // Through decimal text: correctly rounded both ways, ties (exact ones) to even.
  if (ndigits >= 0) {
    std::string text = float_format(d, 'f', static_cast<int>(ndigits));
    double r = std::strtod(text.c_str(), nullptr);
    if (!std::isfinite(r)) return vm.overflow_error("rounded value too large to represent");
    return boxed(r);
  }
  // To tens, hundreds, ...: an exact integer computation.
  Value whole = int_from_double(vm, d);
  Value rounded = int_round(vm, whole, Value::small_int(ndigits));
  if (rounded.is_raised()) return rounded;
  // What the fraction adds decides only exact halves.
  if (d != std::trunc(d)) {
    Value unit = int_pow(vm, Value::small_int(10), Value::small_int(-ndigits));
    Value rest = int_mod(vm, whole, unit);
    Value twice = int_lshift(vm, rest, Value::small_int(1));
    Value down = int_sub(vm, whole, rest);
    int order = int_compare(twice, unit);
    if (d > 0) {
      rounded = order >= 0 ? int_add(vm, down, unit) : down;
    } else if (order <= 0) {
      rounded = down;
    } else {
      rounded = int_add(vm, down, unit);
    }
  }
  double r;
  if (!int_to_double(rounded, &r)) {
    return vm.overflow_error("rounded value too large to represent");
  }
  return boxed(r == 0 ? std::copysign(0.0, d) : r);
}

Value float_floor(Leaf& vm, double d) { return int_from_double(vm, std::floor(d)); }

Value float_ceil(Leaf& vm, double d) { return int_from_double(vm, std::ceil(d)); }

Value float_as_integer_ratio(Leaf& vm, double d) {
  if (std::isinf(d)) return vm.overflow_error("cannot convert Infinity to integer ratio");
  if (std::isnan(d)) return vm.value_error("cannot convert NaN to integer ratio");
  int e;
  double m = std::frexp(d, &e);
  for (int i = 0; i < 300 && m != std::floor(m); ++i) {
    m *= 2.0;
    --e;
  }
  Value numerator = int_from_double(vm, m), denominator = Value::small_int(1);
  Value shift = Value::small_int(std::abs(e));
  if (e > 0) {
    numerator = int_lshift(vm, numerator, shift);
  } else {
    denominator = int_lshift(vm, denominator, shift);
  }
  return make_tuple(vm, {numerator, denominator});
}

}  // namespace hothouse
