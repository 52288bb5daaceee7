#include "core/objects/complex.h"

#include <cmath>
#include <utility>

#include "core/objects/float.h"
#include "core/objects/hash.h"
#include "core/objects/int.h"

namespace hothouse {
namespace {

ComplexParts product(ComplexParts a, ComplexParts b) {
  return {a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

/// Smith's method: divides by the larger part first. False for a divisor of zero.
bool quotient(ComplexParts a, ComplexParts b, ComplexParts* result) {
  const double real = std::fabs(b.real), imag = std::fabs(b.imag);
  if (real >= imag) {
    if (real == 0) return false;
    const double ratio = b.imag / b.real, divisor = b.real + b.imag * ratio;
    *result = {(a.real + a.imag * ratio) / divisor, (a.imag - a.real * ratio) / divisor};
  } else if (imag >= real) {
    const double ratio = b.real / b.imag, divisor = b.real * ratio + b.imag;
    *result = {(a.real * ratio + a.imag) / divisor, (a.imag * ratio - a.real) / divisor};
  } else {
    *result = {NAN, NAN};
  }
  return true;
}

ComplexParts whole_power(ComplexParts x, uint32_t n) {
  ComplexParts result{1, 0};
  for (uint32_t mask = 1; mask > 0 && n >= mask; mask <<= 1) {
    if (n & mask) result = product(result, x);
    x = product(x, x);
  }
  return result;
}

std::string part_text(double d) {
  std::string text = float_repr(d);
  if (text.size() > 2 && text.compare(text.size() - 2, 2, ".0") == 0) text.resize(text.size() - 2);
  return text;
}

Value of_parts(Leaf& vm, ComplexParts p) { return make_complex(vm, p.real, p.imag); }

}  // namespace

Value make_complex(Leaf& vm, double real, double imag) {
  auto* c = vm.heap().make<Complex>(Kind::Complex);
  c->real = std::isnan(real) ? NAN : real;
  c->imag = std::isnan(imag) ? NAN : imag;
  return Value::from_object(c);
}

bool complex_operand(Leaf& vm, Value v, ComplexParts* parts, bool* failed) {
  *failed = false;
  v = unwrap(vm, v);
  if (is_complex(v)) {
    *parts = {v.as<Complex>()->real, v.as<Complex>()->imag};
    return true;
  }
  parts->imag = 0;
  if (v.is_double()) {
    parts->real = v.as_double();
    return true;
  }
  if (!is_int_value(v)) return false;
  *failed = !int_to_double(vm, v, &parts->real);
  return !*failed;
}

Value complex_truediv(Leaf& vm, ComplexParts a, ComplexParts b) {
  ComplexParts result;
  if (!quotient(a, b, &result)) {
    return vm.raise(TypeId::ZeroDivisionError, "complex division by zero");
  }
  return of_parts(vm, result);
}

Value complex_pow(Leaf& vm, ComplexParts a, ComplexParts b) {
  auto zero_power = [&] {
    return vm.raise(TypeId::ZeroDivisionError, "0.0 to a negative or complex power");
  };
  ComplexParts r{};
  if (b.imag == 0 && b.real == std::floor(b.real) && std::fabs(b.real) <= 100) {
    const auto n = static_cast<int32_t>(b.real);
    if (n > 0) {
      r = whole_power(a, static_cast<uint32_t>(n));
    } else if (!quotient({1, 0}, whole_power(a, static_cast<uint32_t>(-n)), &r)) {
      return zero_power();
    }
  } else if (a.real == 0 && a.imag == 0) {
    if (b.imag != 0 || b.real < 0) return zero_power();
  } else {
    const double size = std::hypot(a.real, a.imag), angle = std::atan2(a.imag, a.real);
    double length = std::pow(size, b.real), phase = angle * b.real;
    if (b.imag != 0) {
      length /= std::exp(angle * b.imag);
      phase += b.imag * std::log(size);
    }
    r = {length * std::cos(phase), length * std::sin(phase)};
  }
  auto overflowed = [](double d) { return std::isinf(d); };
  if ((overflowed(r.real) || overflowed(r.imag)) && std::isfinite(a.real) &&
      std::isfinite(a.imag) && std::isfinite(b.real) && std::isfinite(b.imag)) {
    return vm.overflow_error("complex exponentiation");
  }
  return of_parts(vm, r);
}

Value complex_abs(Leaf& vm, ComplexParts a) {
  const double size = std::hypot(a.real, a.imag);
  if (std::isinf(size) && std::isfinite(a.real) && std::isfinite(a.imag)) {
    return vm.overflow_error("absolute value too large");
  }
  return Value::from_foreign_double(size);
}

std::string complex_repr(ComplexParts a) {
  if (a.real == 0 && !std::signbit(a.real)) return part_text(a.imag) + "j";
  std::string imag = part_text(a.imag);
  if (imag[0] != '-') imag = "+" + imag;
  return "(" + part_text(a.real) + imag + "j)";
}

uint64_t complex_hash(ComplexParts a) {
  const uint64_t hash = hash_double(a.real) + uint64_t{1000003} * hash_double(a.imag);
  return hash == ~uint64_t{0} ? ~uint64_t{1} : hash;
}

bool complex_equal(Value a, Value b) {
  if (!is_complex(a)) std::swap(a, b);
  const Complex* x = a.as<Complex>();
  if (is_complex(b)) return x->real == b.as<Complex>()->real && x->imag == b.as<Complex>()->imag;
  if (x->imag != 0) return false;
  if (b.is_double()) return x->real == b.as_double();
  return !std::isnan(x->real) && int_compare_double(b, x->real) == 0;
}

}  // namespace hothouse
