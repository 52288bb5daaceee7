// The math module. Errors are CPython 3.11's: "math domain error", "math range error".
#include <cmath>
#include <vector>

#include "core/builtins/arguments.h"
#include "core/builtins/modules/modules.h"
#include "core/builtins/types/shared.h"
#include "core/objects/float.h"
#include "core/objects/list.h"
#include "core/objects/tuple.h"

namespace hothouse {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kE = 2.71828182845904523536;

Value domain_error(Leaf& vm) { return vm.value_error("math domain error"); }
Value range_error(Leaf& vm) { return vm.overflow_error("math range error"); }

/// Argument i as a double, or raises.
#define NUMBER(i, x) \
  double x;          \
  if (!double_argument(vm, a[i], &x)) return Value::raised()

/// A function that is defined and finite wherever its argument is.
template <double (*function)(double)>
Value plain(Leaf& vm, const Value* a) {
  NUMBER(0, x);
  return Value::from_foreign_double(function(x));
}
/// NaN out of a number: outside of the domain. Infinity out of a finite number: overflow, or a
/// pole of the function (domain error too).
template <double (*function)(double), bool can_overflow>
Value checked(Leaf& vm, const Value* a) {
  NUMBER(0, x);
  double r = function(x);
  if (std::isnan(r) && !std::isnan(x)) return domain_error(vm);
  if (std::isinf(r) && std::isfinite(x)) return can_overflow ? range_error(vm) : domain_error(vm);
  return Value::from_foreign_double(r);
}

template <Value (*of_float)(Leaf&, double), NameId name>
Value to_integer(Leaf& vm, const Value* a) {
  if (is_int_value(a[0])) return int_from_bool(a[0]);
  if (a[0].is_double()) return of_float(vm, a[0].as_double());
  if (is_instance_kind(a[0])) return leave_to_python();
  return vm.type_error("must be real number, not " + type_name_of(vm, a[0]));
}
Value trunc_function(Leaf& vm, const Value* a) {
  if (is_int_value(a[0])) return int_from_bool(a[0]);
  if (a[0].is_double()) return int_from_double(vm, a[0].as_double());
  if (is_instance_kind(a[0])) return leave_to_python();
  return vm.type_error("type " + type_name_of(vm, a[0]) + " doesn't define __trunc__ method");
}

Value pow_function(Leaf& vm, const Value* a) {
  NUMBER(0, x);
  NUMBER(1, y);
  if (!std::isfinite(x) || !std::isfinite(y)) {
    return Value::from_foreign_double(std::pow(x, y));  // C99's special cases are Python's
  }
  double r = std::pow(x, y);
  if (std::isnan(r)) return domain_error(vm);
  if (std::isinf(r)) return x == 0 ? domain_error(vm) : range_error(vm);
  return Value::from_double(r);
}
Value fmod_function(Leaf& vm, const Value* a) {
  NUMBER(0, x);
  NUMBER(1, y);
  if (std::isinf(y) && std::isfinite(x)) return Value::from_double(x);
  double r = std::fmod(x, y);
  if (std::isnan(r) && !std::isnan(x) && !std::isnan(y)) return domain_error(vm);
  return Value::from_foreign_double(r);
}
Value remainder_function(Leaf& vm, const Value* a) {
  NUMBER(0, x);
  NUMBER(1, y);
  if (std::isinf(x) && !std::isnan(y)) return domain_error(vm);
  if (y == 0 && !std::isnan(x)) return domain_error(vm);
  return Value::from_foreign_double(std::remainder(x, y));
}
template <double (*function)(double, double)>
Value plain2(Leaf& vm, const Value* a) {
  NUMBER(0, x);
  NUMBER(1, y);
  return Value::from_foreign_double(function(x, y));
}
Value nextafter_function(Leaf& vm, const Value* a) {
  NUMBER(0, x);
  NUMBER(1, y);
  return Value::from_foreign_double(std::nextafter(x, y));
}
Value ulp(Leaf& vm, const Value* a) {
  NUMBER(0, x);
  if (std::isnan(x)) return a[0];
  x = std::fabs(x);
  if (std::isinf(x)) return Value::from_double(x);
  double next = std::nextafter(x, HUGE_VAL);
  if (std::isinf(next)) return Value::from_double(x - std::nextafter(x, -HUGE_VAL));
  return Value::from_double(next - x);
}
Value ldexp_function(Leaf& vm, const Value* a) {
  NUMBER(0, x);
  int64_t n;
  if (as_int(vm, a[1]).is_undefined()) {
    return vm.type_error("Expected an int as second argument to ldexp.");
  }
  n = clamp_int64(as_int(vm, a[1]));
  if (x == 0 || !std::isfinite(x)) return Value::from_foreign_double(x);
  int small = n > 5000 ? 5000 : n < -5000 ? -5000 : static_cast<int>(n);
  double r = std::ldexp(x, small);
  return std::isinf(r) ? range_error(vm) : Value::from_double(r);
}
Value frexp_function(Leaf& vm, const Value* a) {
  NUMBER(0, x);
  int exponent = 0;
  double m = std::isfinite(x) ? std::frexp(x, &exponent) : x;
  return make_tuple(vm, {Value::from_foreign_double(m), Value::small_int(exponent)});
}
Value modf_function(Leaf& vm, const Value* a) {
  NUMBER(0, x);
  if (std::isinf(x)) {
    return make_tuple(vm, {Value::from_double(std::copysign(0.0, x)), Value::from_double(x)});
  }
  double whole;
  double part = std::modf(x, &whole);
  return make_tuple(vm, {Value::from_foreign_double(part), Value::from_foreign_double(whole)});
}
Value isclose(Leaf& vm, const Value* a) {
  NUMBER(0, x);
  NUMBER(1, y);
  double rel = 1e-9, abs = 0;
  if (given(a[2]) && !double_argument(vm, a[2], &rel)) return Value::raised();
  if (given(a[3]) && !double_argument(vm, a[3], &abs)) return Value::raised();
  if (rel < 0 || abs < 0) return vm.value_error("tolerances must be non-negative");
  if (x == y) return Value::true_value();
  if (std::isinf(x) || std::isinf(y)) return Value::false_value();
  double diff = std::fabs(y - x);
  return Value::boolean(diff <= std::fabs(rel * y) || diff <= std::fabs(rel * x) || diff <= abs);
}
Value isnan_function(Leaf& vm, const Value* a) {
  NUMBER(0, x);
  return Value::boolean(std::isnan(x));
}
Value isinf_function(Leaf& vm, const Value* a) {
  NUMBER(0, x);
  return Value::boolean(std::isinf(x));
}
Value isfinite_function(Leaf& vm, const Value* a) {
  NUMBER(0, x);
  return Value::boolean(std::isfinite(x));
}
double degrees(double x) { return x * (180.0 / kPi); }
double radians(double x) { return x * (kPi / 180.0); }

// --- logarithms: also of integers beyond the range of doubles

/// An int as a double; one beyond their range as a mantissa in [0.5, 1) and a power of two.
bool split_int(Leaf& vm, Value n, double* mantissa, double* power) {
  const uint64_t bits = int_bit_length(n);
  *power = 0;
  if (bits <= 1023) return int_to_double(vm, n, mantissa);
  constexpr int kKept = 900;
  Value reduced = int_rshift(vm, n, vm.heap().make_int(static_cast<int64_t>(bits - kKept)));
  if (reduced.is_raised() || !int_to_double(vm, reduced, mantissa)) return false;
  if (bits == 1024) {
    const double whole = std::ldexp(*mantissa, 1024 - kKept);
    if (std::isfinite(whole)) {
      *mantissa = whole;
      return true;
    }
  }
  int exponent = 0;
  *mantissa = std::frexp(*mantissa, &exponent);
  *power = static_cast<double>(bits) + (exponent - kKept);
  return true;
}
/// log of v by `function`, `ln2` being that of 2; false when raised.
bool log_value(Leaf& vm, Value v, double (*function)(double), double log_of_2, double* r) {
  Value n = as_int(vm, v);
  double x, power = 0;
  if (n.is_undefined()) {
    if (!double_argument(vm, v, &x)) return false;
  } else if (int_sign(n) <= 0) {
    domain_error(vm);
    return false;
  } else if (!split_int(vm, n, &x, &power)) {
    return false;
  }
  if (x <= 0) {
    domain_error(vm);
    return false;
  }
  *r = function(x) + (power == 0 ? 0.0 : power * log_of_2);
  return true;
}
double ln(double x) { return std::log(x); }
double log_two(double x) { return std::log2(x); }
double log_ten(double x) { return std::log10(x); }

Value log_function(Leaf& vm, const Value* a) {
  double x, base;
  if (!log_value(vm, a[0], ln, 0.693147180559945309417, &x)) return Value::raised();
  if (!given(a[1])) return Value::from_foreign_double(x);
  if (!log_value(vm, a[1], ln, 0.693147180559945309417, &base)) return Value::raised();
  if (base == 0) return vm.raise(TypeId::ZeroDivisionError, "float division by zero");
  return Value::from_foreign_double(x / base);
}
Value log2_function(Leaf& vm, const Value* a) {
  double x;
  return log_value(vm, a[0], log_two, 1.0, &x) ? Value::from_foreign_double(x) : Value::raised();
}
Value log10_function(Leaf& vm, const Value* a) {
  double x;
  return log_value(vm, a[0], log_ten, 0.301029995663981195214, &x) ? Value::from_foreign_double(x)
                                                                   : Value::raised();
}

double checked_gamma(double x) {
  if (x == std::floor(x) && x <= 0) return std::nan("");  // poles
  return std::tgamma(x);
}
Value gamma_function(Leaf& vm, const Value* a) {
  NUMBER(0, x);
  if (std::isinf(x)) return x > 0 ? Value::from_double(x) : domain_error(vm);
  if (std::isnan(x)) return Value::from_foreign_double(x);
  if (x == std::floor(x)) {
    if (x <= 0) return domain_error(vm);
    if (x <= 23) {  // exact factorials
      double r = 1;
      for (double i = 2; i < x; ++i) r *= i;
      return Value::from_double(r);
    }
  }
  double r = checked_gamma(x);
  return std::isinf(r) ? range_error(vm) : Value::from_foreign_double(r);
}
Value lgamma_function(Leaf& vm, const Value* a) {
  NUMBER(0, x);
  if (std::isnan(x)) return Value::from_foreign_double(x);
  if (std::isinf(x)) return Value::from_double(HUGE_VAL);
  if (x == std::floor(x) && x <= 0) return domain_error(vm);
  if (x == 1 || x == 2) return Value::from_double(0.0);
  double r = std::lgamma(x);
  return std::isinf(r) ? range_error(vm) : Value::from_foreign_double(r);
}

// --- integers

/// An int argument; false with the error set.
bool integer(Leaf& vm, Value v, Value* n) {
  *n = as_int(vm, v);
  if (!n->is_undefined()) {
    *n = int_from_bool(*n);
    return true;
  }
  vm.type_error("'" + type_name_of(vm, v) + "' object cannot be interpreted as an integer");
  return false;
}

/// The product lo * ... * hi, balanced so that factors stay of equal size.
Value product(Leaf& vm, int64_t lo, int64_t hi) {
  if (hi - lo < 8) {
    Value r = Value::small_int(1);
    for (int64_t i = lo; i <= hi && !r.is_raised(); ++i) r = int_mul(vm, r, vm.heap().make_int(i));
    return r;
  }
  int64_t middle = lo + (hi - lo) / 2;
  Value left = product(vm, lo, middle);
  if (left.is_raised()) return left;
  Value right = product(vm, middle + 1, hi);
  return right.is_raised() ? right : int_mul(vm, left, right);
}
Value factorial(Leaf& vm, const Value* a) {
  Value n;
  if (!integer(vm, a[0], &n)) return Value::raised();
  if (int_sign(n) < 0) return vm.value_error("factorial() not defined for negative values");
  int64_t i;
  if (!as_int64(n, &i)) {
    return vm.overflow_error("factorial() argument should not exceed 9223372036854775807");
  }
  return i < 2 ? Value::small_int(1) : product(vm, 2, i);
}
Value perm(Leaf& vm, const Value* a) {
  Value n, k;
  if (!given(a[1]) || a[1].is_none()) {
    if (as_int(vm, a[0]).is_undefined()) integer(vm, a[0], &n);
    return vm.raised() ? Value::raised() : factorial(vm, a);
  }
  if (!integer(vm, a[0], &n) || !integer(vm, a[1], &k)) return Value::raised();
  if (int_sign(n) < 0) return vm.value_error("n must be a non-negative integer");
  if (int_sign(k) < 0) return vm.value_error("k must be a non-negative integer");
  if (int_compare(k, n) > 0) return Value::small_int(0);
  int64_t count;
  if (!as_int64(k, &count)) return vm.overflow_error("k must not exceed 9223372036854775807");
  Value r = Value::small_int(1);
  for (int64_t i = 0; i < count && !r.is_raised(); ++i) {
    r = int_mul(vm, r, int_sub(vm, n, vm.heap().make_int(i)));
  }
  return r;
}
Value comb(Leaf& vm, const Value* a) {
  Value n, k;
  if (!integer(vm, a[0], &n) || !integer(vm, a[1], &k)) return Value::raised();
  if (int_sign(n) < 0) return vm.value_error("n must be a non-negative integer");
  if (int_sign(k) < 0) return vm.value_error("k must be a non-negative integer");
  if (int_compare(k, n) > 0) return Value::small_int(0);
  Value other = int_sub(vm, n, k);
  if (int_compare(other, k) < 0) k = other;
  int64_t count;
  if (!as_int64(k, &count)) {
    return vm.overflow_error("min(n - k, k) must not exceed 9223372036854775807");
  }
  Value r = Value::small_int(1);
  for (int64_t i = 0; i < count && !r.is_raised(); ++i) {
    r = int_mul(vm, r, int_sub(vm, n, vm.heap().make_int(i)));
    if (!r.is_raised()) r = int_floordiv(vm, r, vm.heap().make_int(i + 1));
  }
  return r;
}
Value gcd(Leaf& vm, const Value* a) {
  Value r = Value::small_int(0);
  for (uint64_t i = 0; i < tuple_length(a[0]); ++i) {
    Value n;
    if (!integer(vm, tuple_get(a[0], i), &n)) return Value::raised();
    r = int_gcd(vm, r, n);
  }
  return r;
}
Value lcm(Leaf& vm, const Value* a) {
  Value r = Value::small_int(1);
  for (uint64_t i = 0; i < tuple_length(a[0]); ++i) {
    Value n;
    if (!integer(vm, tuple_get(a[0], i), &n)) return Value::raised();
    if (int_is_zero(n)) {
      r = Value::small_int(0);
    } else if (!int_is_zero(r)) {
      Value q = int_floordiv(vm, n, int_gcd(vm, r, n));
      r = int_abs(vm, int_mul(vm, r, q));
    }
  }
  return r;
}
Value isqrt(Leaf& vm, const Value* a) {
  Value n;
  return integer(vm, a[0], &n) ? int_isqrt(vm, n) : Value::raised();
}

// --- sums over iterables

Value prod(Leaf& vm, const Value* a) {
  Value it = builtin_iterator(vm, a[0]);
  if (it.is_undefined() || it == a[0]) return leave_to_python();
  Value total = given(a[1]) ? a[1] : Value::small_int(1);
  bool give_up = !is_int_value(total) && !total.is_double();
  if (give_up) return leave_to_python();
  each_element(vm, it, [&](Value x) {
    if (is_int_value(x) && is_int_value(total)) {
      total = int_mul(vm, total, x);
    } else if ((is_int_value(x) || x.is_double()) && (is_int_value(total) || total.is_double())) {
      double p, q;
      if (!double_argument(vm, total, &p) || !double_argument(vm, x, &q)) return false;
      total = Value::from_foreign_double(p * q);
    } else {
      give_up = true;
    }
    return !give_up && !vm.raised();
  });
  return give_up ? leave_to_python() : vm.raised() ? Value::raised() : total;
}

/// Shewchuk's exactly rounded sum.
class ExactSum {
 public:
  void add(double x) {
    if (!std::isfinite(x)) {
      special_ += x;
      any_special_ = true;
      if (std::isinf(x)) infinities_ += x;
      return;
    }
    size_t kept = 0;
    for (double y : partials_) {
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      double high = x + y;
      double low = y - (high - x);
      if (low != 0) partials_[kept++] = low;
      x = high;
    }
    partials_.resize(kept);
    if (x != 0) {
      if (!std::isfinite(x)) overflow_ = true;
      partials_.push_back(x);
    }
  }
  Value finish(Leaf& vm) {
    if (any_special_) {
      if (std::isnan(infinities_)) return vm.value_error("-inf + inf in fsum");
      return Value::from_foreign_double(special_);
    }
    if (overflow_) return vm.overflow_error("intermediate overflow in fsum");
    if (partials_.empty()) return Value::from_double(0.0);
    size_t n = partials_.size();
    double high = partials_[--n], low = 0;
    while (n > 0) {
      double x = high, y = partials_[--n];
      high = x + y;
      low = y - (high - x);
      if (low != 0) break;
    }
    // Half-even rounding across several partials.
    if (n > 0 && ((low < 0 && partials_[n - 1] < 0) || (low > 0 && partials_[n - 1] > 0))) {
      double y = low * 2, x = high + y;
      if (y == x - high) high = x;
    }
    return Value::from_double(high);
  }

 private:
  std::vector<double> partials_;
  double special_ = 0, infinities_ = 0;
  bool any_special_ = false, overflow_ = false;
};

Value fsum(Leaf& vm, const Value* a) {
  Value it = builtin_iterator(vm, a[0]);
  if (it.is_undefined() || it == a[0]) return leave_to_python();
  ExactSum sum;
  bool give_up = false;
  each_element(vm, it, [&](Value x) {
    give_up = needs_float(vm, x);
    double d;
    if (give_up || !double_argument(vm, x, &d)) return false;
    sum.add(d);
    return true;
  });
  return give_up ? leave_to_python() : vm.raised() ? Value::raised() : sum.finish(vm);
}

/// The Euclidean norm, scaled so that squares neither overflow nor vanish.
double norm(const std::vector<double>& row) {
  double largest = 0;
  bool nan = false;
  for (double x : row) {
    if (std::isinf(x)) return HUGE_VAL;
    if (std::isnan(x)) nan = true;
    if (std::fabs(x) > largest) largest = std::fabs(x);
  }
  if (nan) return std::nan("");
  if (largest == 0) return 0;
  long double sum = 0;
  int exponent;
  std::frexp(largest, &exponent);
  for (double x : row) {
    long double scaled = std::ldexp(static_cast<long double>(x), -exponent);
    sum += scaled * scaled;
  }
  return static_cast<double>(std::ldexp(std::sqrt(sum), exponent));
}
Value hypot_function(Leaf& vm, const Value* a) {
  std::vector<double> row;
  for (uint64_t i = 0; i < tuple_length(a[0]); ++i) {
    double d;
    if (!double_argument(vm, tuple_get(a[0], i), &d)) return Value::raised();
    row.push_back(std::fabs(d));
  }
  return Value::from_foreign_double(norm(row));
}
Value dist(Leaf& vm, const Value* a) {
  std::vector<double> rows[2];
  for (int i = 0; i < 2; ++i) {
    bool give_up = false;
    Verdict v = each_element(vm, a[i], [&](Value x) {
      give_up = needs_float(vm, x);
      double d;
      if (give_up || !double_argument(vm, x, &d)) return false;
      rows[i].push_back(d);
      return true;
    });
    if (give_up) return leave_to_python();
    if (vm.raised()) return Value::raised();
    if (v == Verdict::No) {
      return vm.type_error("'" + type_name_of(vm, a[i]) + "' object is not iterable");
    }
  }
  if (rows[0].size() != rows[1].size()) {
    return vm.value_error("both points must have the same number of dimensions");
  }
  for (size_t i = 0; i < rows[0].size(); ++i) rows[0][i] -= rows[1][i];
  return Value::from_foreign_double(norm(rows[0]));
}

double cbrt_of(double x) { return std::cbrt(x); }

constexpr uint32_t kPure = kBuiltinPure;

const BuiltinDef kRows[] = {
    HH_INLINED("sqrt", "x: float, /", (checked<std::sqrt, false>), kPure, Sqrt, "Square root."),
    HH_LEAF("cbrt", "x: float, /", plain<cbrt_of>, kPure, "Cube root."),
    HH_INLINED("floor", "x, /", (to_integer<float_floor, NameId::Floor>), kPure | kBuiltinPython,
               Floor, "The largest integer not above x."),
    HH_INLINED("ceil", "x, /", (to_integer<float_ceil, NameId::Ceil>), kPure | kBuiltinPython, Ceil,
               "The smallest integer not below x."),
    HH_LEAF("trunc", "x, /", trunc_function, kPure | kBuiltinPython, "The integer part."),
    HH_INLINED("fabs", "x: float, /", (plain<std::fabs>), kPure, Fabs,
               "Absolute value as a float."),
    HH_LEAF("sin", "x: float, /", (checked<std::sin, false>), kPure, "Sine."),
    HH_LEAF("cos", "x: float, /", (checked<std::cos, false>), kPure, "Cosine."),
    HH_LEAF("tan", "x: float, /", (checked<std::tan, false>), kPure, "Tangent."),
    HH_LEAF("asin", "x: float, /", (checked<std::asin, false>), kPure, "Arc sine."),
    HH_LEAF("acos", "x: float, /", (checked<std::acos, false>), kPure, "Arc cosine."),
    HH_LEAF("atan", "x: float, /", plain<std::atan>, kPure, "Arc tangent."),
    HH_LEAF("atan2", "y: float, x: float, /", (plain2<std::atan2>), kPure, "Angle of a point."),
    HH_LEAF("sinh", "x: float, /", (checked<std::sinh, true>), kPure, "Hyperbolic sine."),
    HH_LEAF("cosh", "x: float, /", (checked<std::cosh, true>), kPure, "Hyperbolic cosine."),
    HH_LEAF("tanh", "x: float, /", plain<std::tanh>, kPure, "Hyperbolic tangent."),
    HH_LEAF("asinh", "x: float, /", plain<std::asinh>, kPure, "Inverse hyperbolic sine."),
    HH_LEAF("acosh", "x: float, /", (checked<std::acosh, false>), kPure,
            "Inverse hyperbolic cosine."),
    HH_LEAF("atanh", "x: float, /", (checked<std::atanh, false>), kPure,
            "Inverse hyperbolic tangent."),
    HH_LEAF("exp", "x: float, /", (checked<std::exp, true>), kPure, "e ** x"),
    HH_LEAF("exp2", "x: float, /", (checked<std::exp2, true>), kPure, "2 ** x"),
    HH_LEAF("expm1", "x: float, /", (checked<std::expm1, true>), kPure, "e ** x - 1"),
    HH_LEAF("log", "x: float, base: float=, /", log_function, kPure, "Logarithm."),
    HH_LEAF("log2", "x: float, /", log2_function, kPure, "Logarithm to base 2."),
    HH_LEAF("log10", "x: float, /", log10_function, kPure, "Logarithm to base 10."),
    HH_LEAF("log1p", "x: float, /", (checked<std::log1p, false>), kPure, "log(1 + x)"),
    HH_LEAF("erf", "x: float, /", plain<std::erf>, kPure, "Error function."),
    HH_LEAF("erfc", "x: float, /", plain<std::erfc>, kPure, "Complementary error function."),
    HH_LEAF("gamma", "x: float, /", gamma_function, kPure, "Gamma function."),
    HH_LEAF("lgamma", "x: float, /", lgamma_function, kPure, "Logarithm of the gamma function."),
    HH_LEAF("degrees", "x: float, /", plain<degrees>, kPure, "Radians to degrees."),
    HH_LEAF("radians", "x: float, /", plain<radians>, kPure, "Degrees to radians."),
    HH_LEAF("pow", "x: float, y: float, /", pow_function, kPure, "x ** y as a float."),
    HH_LEAF("fmod", "x: float, y: float, /", fmod_function, kPure, "Remainder with the sign of x."),
    HH_LEAF("remainder", "x: float, y: float, /", remainder_function, kPure, "IEEE 754 remainder."),
    HH_LEAF("copysign", "x: float, y: float, /", (plain2<std::copysign>), kPure,
            "x with the sign of y."),
    HH_LEAF("nextafter", "x: float, y: float, /", nextafter_function, kPure,
            "The next float towards y."),
    HH_LEAF("ulp", "x: float, /", ulp, kPure, "The value of the least significant bit."),
    HH_LEAF("ldexp", "x: float, i: index, /", ldexp_function, kPure, "x * 2 ** i"),
    HH_LEAF("frexp", "x: float, /", frexp_function, kBuiltinReadOnly, "Mantissa and exponent."),
    HH_LEAF("modf", "x: float, /", modf_function, kBuiltinReadOnly, "Fraction and whole part."),
    HH_LEAF("isclose", "a: float, b: float, *, rel_tol: float=, abs_tol: float=", isclose, kPure,
            "Are the two nearly equal?"),
    HH_LEAF("isnan", "x: float, /", isnan_function, kPure, "Is it not a number?"),
    HH_LEAF("isinf", "x: float, /", isinf_function, kPure, "Is it infinite?"),
    HH_LEAF("isfinite", "x: float, /", isfinite_function, kPure, "Is it finite?"),
    HH_LEAF("factorial", "x: index, /", factorial, kBuiltinReadOnly, "1 * 2 * ... * x"),
    HH_LEAF("perm", "n: index, k: index=, /", perm, kBuiltinReadOnly,
            "Ways to choose k of n in order."),
    HH_LEAF("comb", "n: index, k: index, /", comb, kBuiltinReadOnly, "Ways to choose k of n."),
    HH_LEAF("gcd", "*integers: index", gcd, kBuiltinReadOnly, "Greatest common divisor."),
    HH_LEAF("lcm", "*integers: index", lcm, kBuiltinReadOnly, "Least common multiple."),
    HH_LEAF("isqrt", "n: index, /", isqrt, kBuiltinReadOnly, "Integer part of the square root."),
    HH_LEAF("prod", "iterable, /, *, start=", prod, kBuiltinReadOnly | kBuiltinPython,
            "Product of the elements."),
    HH_LEAF("fsum", "seq, /", fsum, kBuiltinReadOnly | kBuiltinPython, "Exactly rounded sum."),
    HH_LEAF("hypot", "*coordinates: float", hypot_function, kBuiltinReadOnly, "Euclidean norm."),
    HH_LEAF("dist", "p, q, /", dist, kBuiltinReadOnly | kBuiltinPython, "Distance of two points."),
};

Value make_pi(Leaf&) { return Value::from_double(kPi); }
Value make_e(Leaf&) { return Value::from_double(kE); }
Value make_tau(Leaf&) { return Value::from_double(2 * kPi); }
Value make_inf(Leaf&) { return Value::from_double(HUGE_VAL); }
Value make_nan(Leaf&) { return Value::from_foreign_double(std::nan("")); }
const ModuleConstant kConstants[] = {
    {"pi", make_pi}, {"e", make_e}, {"tau", make_tau}, {"inf", make_inf}, {"nan", make_nan},
};

}  // namespace

const ModuleTable kMathModule = {"math", builtin_table(kRows), kConstants,
                                 sizeof(kConstants) / sizeof(kConstants[0])};

}  // namespace hothouse
