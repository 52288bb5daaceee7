// Sums, products, and comparison.
#include "core/builtins/decimal/arithmetic.h"

namespace hothouse::decimal {
namespace {

void add_infinite(Operation& op, Number& r, const Number& a, const Number& b, bool b_negative) {
  if (a.is_infinite()) {
    if (b.is_infinite() && a.negative() != b_negative) {
      op.fail(r, kInvalidOperation);
    } else {
      r = a;
    }
    return;
  }
  r = b;
  r.set_sign(b_negative);
}

// Finite numbers, b with that sign. Not rounded yet.
void add_exactly(Operation& op, Number& r, const Number& a, const Number& b, bool b_negative) {
  const Number *big = &a, *small = &b;
  bool big_negative = a.negative(), small_negative = b_negative;
  if (a.exponent < b.exponent) {
    std::swap(big, small);
    std::swap(big_negative, small_negative);
  }
  Natural wide;
  Number speck;
  const Natural* high = &big->coefficient;
  if (big->exponent != small->exponent && !big->coefficient.is_zero()) {
    // A number far below the last digit that counts might as well be any other that is.
    const int64_t digits = big->digits();
    int64_t exponent = big->exponent - 1;
    if (digits <= op.settings.precision) exponent += digits - op.settings.precision - 1;
    if (small->adjusted() < exponent) {
      speck.set(small_negative, Natural(small->coefficient.is_zero() ? 0 : 1), exponent);
      small = &speck;
    }
    if (!op.scale(wide, big->coefficient, big->exponent - small->exponent)) {
      op.fail(r, 0);
      return;
    }
    high = &wide;
  }
  r.exponent = small->exponent;
  const Natural& low = small->coefficient;
  if (big_negative == small_negative) {
    add(r.coefficient, *high, low);
    r.form = big_negative;
    return;
  }
  const int order = compare(*high, low);
  if (order == 0) {
    r.coefficient.resize(0);
    r.form = op.settings.rounding == Rounding::Floor;
  } else if (order > 0) {
    subtract(r.coefficient, *high, low);
    r.form = big_negative;
  } else {
    subtract(r.coefficient, low, *high);
    r.form = small_negative;
  }
}

void add_signed(Operation& op, Number& r, const Number& a, const Number& b, bool b_negative) {
  if (a.is_special() || b.is_special()) {
    if (!op.take_nan(r, a, &b)) add_infinite(op, r, a, b, b_negative);
    return;
  }
  add_exactly(op, r, a, b, b_negative);
  op.finish(r);
}

// Not rounded.
void multiply_exactly(Operation& op, Number& r, const Number& a, const Number& b) {
  const bool negative = a.negative() != b.negative();
  if (a.is_special() || b.is_special()) {
    if (op.take_nan(r, a, &b)) return;
    if (a.is_zero() || b.is_zero()) {
      op.fail(r, kInvalidOperation);
    } else {
      r.set_special(static_cast<uint8_t>(kInfinity | negative));
    }
    return;
  }
  multiply(r.coefficient, a.coefficient, b.coefficient);
  r.exponent = a.exponent + b.exponent;
  r.form = negative;
}

}  // namespace

void add(Operation& op, Number& r, const Number& a, const Number& b) {
  add_signed(op, r, a, b, b.negative());
}

void subtract(Operation& op, Number& r, const Number& a, const Number& b) {
  add_signed(op, r, a, b, !b.negative());
}

void multiply(Operation& op, Number& r, const Number& a, const Number& b) {
  multiply_exactly(op, r, a, b);
  op.finish(r);
}

void fused_multiply_add(Operation& op, Number& r, const Number& a, const Number& b,
                        const Number& c) {
  Number product;
  multiply_exactly(op, product, a, b);
  if (op.status & kInvalidOperation) {
    r = product;
    return;
  }
  add(op, r, product, c);
}

void plus(Operation& op, Number& r, const Number& a) {
  if (op.take_nan(r, a)) return;
  r = a;
  if (a.is_zero() && op.settings.rounding != Rounding::Floor) r.set_sign(false);
  op.finish(r);
}

void minus(Operation& op, Number& r, const Number& a) {
  if (op.take_nan(r, a)) return;
  r = a;
  r.set_sign(!a.negative());
  if (a.is_zero() && op.settings.rounding != Rounding::Floor) r.set_sign(false);
  op.finish(r);
}

void absolute(Operation& op, Number& r, const Number& a) {
  if (a.negative()) {
    minus(op, r, a);
  } else {
    plus(op, r, a);
  }
}

int compare_magnitudes(const Number& a, const Number& b) {
  if (a.is_infinite() || b.is_infinite()) return a.is_infinite() - b.is_infinite();
  if (a.is_zero() || b.is_zero()) return b.is_zero() - a.is_zero();
  if (a.exponent == b.exponent) return compare(a.coefficient, b.coefficient);
  const int64_t a_first = a.adjusted(), b_first = b.adjusted();
  if (a_first != b_first) return a_first < b_first ? -1 : 1;
  // As many digits as the exponents differ by are there already.
  Natural wide;
  if (a.exponent > b.exponent) {
    scale_up(wide, a.coefficient, static_cast<uint64_t>(a.exponent - b.exponent));
    return compare(wide, b.coefficient);
  }
  scale_up(wide, b.coefficient, static_cast<uint64_t>(b.exponent - a.exponent));
  return compare(a.coefficient, wide);
}

int compare(const Number& a, const Number& b) {
  if (a.is_zero() && b.is_zero()) return 0;
  if (a.is_zero()) return b.negative() ? 1 : -1;
  if (b.is_zero() || a.negative() != b.negative()) return a.negative() ? -1 : 1;
  const int order = compare_magnitudes(a, b);
  return a.negative() ? -order : order;
}

}  // namespace hothouse::decimal
