// Operations that are about the exponent: the value stays, or is rounded to a place.
#include "core/builtins/decimal/arithmetic.h"

namespace hothouse::decimal {

void quantize(Operation& op, Number& r, const Number& a, const Number& b) {
  if (a.is_special() || b.is_special()) {
    if (op.take_nan(r, a, &b)) return;
    if (a.is_infinite() && b.is_infinite()) {
      r = a;
    } else {
      op.fail(r, kInvalidOperation);
    }
    return;
  }
  const Settings& s = op.settings;
  if (b.exponent > s.most || b.exponent < s.tiny()) return op.fail(r, kInvalidOperation);
  if (a.coefficient.is_zero()) {
    r.set(a.negative(), Natural(), b.exponent);
    op.finish(r);
    return;
  }
  const int64_t shift = a.exponent - b.exponent;
  if (a.digits() + shift > s.precision) return op.fail(r, kInvalidOperation);
  uint32_t status = 0;
  if (shift >= 0) {
    if (!op.scale(r.coefficient, a.coefficient, shift)) return op.fail(r, 0);
  } else {
    r.coefficient = a.coefficient;
    const Rest rest = drop_digits(r.coefficient, static_cast<uint64_t>(-shift));
    op.round(r.coefficient, a.negative(), rest);
    if (r.digits() > s.precision) return op.fail(r, kInvalidOperation);
    status = rest != 0 ? kRounded | kInexact : kRounded;
  }
  r.form = a.negative();
  r.exponent = b.exponent;
  const int64_t adjusted = r.adjusted();
  if (adjusted > s.most || adjusted < s.tiny()) return op.fail(r, kInvalidOperation);
  op.status |= status;
  op.finish(r);
}

void rescale(Operation& op, Number& r, const Number& a, int64_t exponent) {
  r.form = a.form;
  if (a.is_special() || a.coefficient.is_zero()) {
    r.coefficient = a.coefficient;
    r.exponent = exponent;
    return;
  }
  const int64_t shift = a.exponent - exponent;
  if (shift >= 0) {
    if (!op.scale(r.coefficient, a.coefficient, shift)) return op.fail(r, 0);
  } else {
    r.coefficient = a.coefficient;
    const Rest rest = drop_digits(r.coefficient, static_cast<uint64_t>(-shift));
    op.round(r.coefficient, a.negative(), rest);
  }
  r.exponent = exponent;
}

void reduce(Operation& op, Number& r, const Number& a) {
  if (op.take_nan(r, a)) return;
  r = a;
  op.finish(r);
  if (r.is_special()) return;
  if (r.coefficient.is_zero()) {
    r.set(a.negative(), Natural(), 0);
    return;
  }
  const int64_t most = op.settings.clamp ? op.settings.top() : op.settings.most;
  if (most <= r.exponent) return;
  const int64_t zeros = trailing_zeros(r.coefficient, most - r.exponent);
  drop_digits(r.coefficient, static_cast<uint64_t>(zeros));
  r.exponent += zeros;
}

void round_to_integer(Operation& op, Number& r, const Number& a, bool exact) {
  if (op.take_nan(r, a)) return;
  r = a;
  if (a.is_infinite() || a.exponent >= 0) return;
  r.exponent = 0;
  if (a.coefficient.is_zero()) return;
  const Rest rest = drop_digits(r.coefficient, static_cast<uint64_t>(-a.exponent));
  op.round(r.coefficient, a.negative(), rest);
  if (exact) op.status |= rest != 0 ? kRounded | kInexact : kRounded;
}

}  // namespace hothouse::decimal
