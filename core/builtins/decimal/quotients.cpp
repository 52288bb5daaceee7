// Division in its forms, and square roots.
#include "core/builtins/decimal/arithmetic.h"

namespace hothouse::decimal {
namespace {

// The last digit of a number that goes on behind it must not look like an exact zero or half.
void mark_inexact(Natural& n) {
  if (is_multiple_of_five(n)) add_small(n, 1);
}

void divide_infinite(Operation& op, Number& r, const Number& a, const Number& b) {
  const bool negative = a.negative() != b.negative();
  if (a.is_infinite()) {
    if (b.is_infinite()) {
      op.fail(r, kInvalidOperation);
    } else {
      r.set_special(static_cast<uint8_t>(kInfinity | negative));
    }
    return;
  }
  r.set(negative, Natural(), op.settings.tiny());
  op.status |= kClamped;
}

void divide_once(Operation& op, Number& r, const Number& a, const Number& b) {
  if (a.is_special() || b.is_special()) {
    if (!op.take_nan(r, a, &b)) divide_infinite(op, r, a, b);
    return;
  }
  const bool negative = a.negative() != b.negative();
  if (b.coefficient.is_zero()) {
    if (a.coefficient.is_zero()) {
      op.fail(r, kDivisionUndefined);
    } else {
      r.set_special(static_cast<uint8_t>(kInfinity | negative));
      op.status |= kDivisionByZero;
    }
    return;
  }
  const int64_t ideal = a.exponent - b.exponent;
  if (a.coefficient.is_zero()) {
    r.set(negative, Natural(), ideal);
    op.finish(r);
    return;
  }
  // One digit more than asked for, or two.
  const int64_t shift = b.digits() - a.digits() + op.settings.precision + 1;
  Natural wide, rest;
  const Natural *numerator = &a.coefficient, *denominator = &b.coefficient;
  const Natural*& widened = shift > 0 ? numerator : denominator;
  if (!op.scale(wide, *widened, shift > 0 ? shift : -shift)) {
    op.fail(r, 0);
    return;
  }
  widened = &wide;
  divide(r.coefficient, rest, *numerator, *denominator);
  r.form = negative;
  r.exponent = ideal - shift;
  if (!rest.is_zero()) {
    mark_inexact(r.coefficient);
  } else if (shift > 0) {
    const int64_t zeros = trailing_zeros(r.coefficient, shift);
    drop_digits(r.coefficient, static_cast<uint64_t>(zeros));
    r.exponent += zeros;
  }
  op.finish(r);
}

// Finite numbers, b not zero: quotient and remainder, not rounded. Undefined where that fails.
void divide_finite(Operation& op, Number& q, Number& r, const Number& a, const Number& b) {
  const bool negative = a.negative() != b.negative();
  const int64_t ideal = std::min(a.exponent, b.exponent);
  if (a.coefficient.is_zero()) {
    r = a;
    r.exponent = ideal;
    q.set(negative, Natural(), 0);
    return;
  }
  const int64_t distance = a.adjusted() - b.adjusted();
  const auto give_up = [&](uint32_t condition) {
    op.fail(q, condition);
    op.fail(r, condition);
  };
  if (distance < 0) {
    r = a;
    if (a.exponent > b.exponent) {
      if (!op.scale(r.coefficient, a.coefficient, a.exponent - b.exponent)) return give_up(0);
      r.exponent = ideal;
    }
    q.set(negative, Natural(), 0);
    return;
  }
  if (distance > op.settings.precision) return give_up(kDivisionImpossible);
  Natural wide;
  const Natural *numerator = &a.coefficient, *denominator = &b.coefficient;
  if (a.exponent != b.exponent) {
    const Natural*& widened = a.exponent > b.exponent ? numerator : denominator;
    const int64_t shift = a.exponent - b.exponent;
    if (!op.scale(wide, *widened, shift > 0 ? shift : -shift)) return give_up(0);
    widened = &wide;
  }
  divide(q.coefficient, r.coefficient, *numerator, *denominator);
  q.form = negative;
  q.exponent = 0;
  if (q.digits() > op.settings.precision) return give_up(kDivisionImpossible);
  r.form = a.negative();
  r.exponent = ideal;
}

// What remainders of special numbers and by zero are. True: r is set.
bool remainder_special(Operation& op, Number& r, const Number& a, const Number& b) {
  if (a.is_special() || b.is_special()) {
    if (op.take_nan(r, a, &b)) return true;
    if (a.is_infinite()) {
      op.fail(r, kInvalidOperation);
    } else {
      r = a;
      op.finish(r);
    }
    return true;
  }
  if (!b.coefficient.is_zero()) return false;
  op.fail(r, a.coefficient.is_zero() ? kDivisionUndefined : kInvalidOperation);
  return true;
}

}  // namespace

void divide(Operation& op, Number& r, const Number& a, const Number& b) {
  Operation first = op;
  first.status = 0;
  divide_once(first, r, a, b);
  if (first.status & (kMemoryError | kDivisionImpossible)) {
    // So many digits are no problem if the result is exact: it has at most this many then.
    const int64_t enough = a.digits() + b.digits() * 4;
    if (enough < op.settings.precision) {
      Operation second = op;
      second.status = 0;
      second.settings.precision = enough;
      divide_once(second, r, a, b);
      if (second.status != 0) op.fail(r, (second.status | first.status) & kErrors);
      return;
    }
    first.status &= kErrors;
  }
  op.status |= first.status;
}

void divide_int(Operation& op, Number& q, const Number& a, const Number& b) {
  const bool negative = a.negative() != b.negative();
  if (a.is_special() || b.is_special()) {
    if (op.take_nan(q, a, &b)) return;
    if (a.is_infinite() && b.is_infinite()) {
      op.fail(q, kInvalidOperation);
    } else if (a.is_infinite()) {
      q.set_special(static_cast<uint8_t>(kInfinity | negative));
    } else {
      q.set(negative, Natural(), 0);
    }
    return;
  }
  if (b.coefficient.is_zero()) {
    if (a.coefficient.is_zero()) {
      op.fail(q, kDivisionUndefined);
    } else {
      q.set_special(static_cast<uint8_t>(kInfinity | negative));
      op.status |= kDivisionByZero;
    }
    return;
  }
  Number r;
  divide_finite(op, q, r, a, b);
  op.finish(q);
}

void remainder(Operation& op, Number& r, const Number& a, const Number& b) {
  if (remainder_special(op, r, a, b)) return;
  Number q;
  divide_finite(op, q, r, a, b);
  op.finish(r);
}

void remainder_near(Operation& op, Number& r, const Number& a, const Number& b) {
  if (remainder_special(op, r, a, b)) return;
  Number q;
  divide_finite(op, q, r, a, b);
  if (!r.is_nan() && !r.coefficient.is_zero()) {
    // Is the next integer nearer? Then |b| - |r| is less than |r|.
    Operation unlimited(op);
    unlimited.settings = kUnlimited;
    const int64_t distance = b.adjusted() - r.adjusted();
    if (distance >= -1 && distance <= 1) {
      Number other;
      if (a.negative() == b.negative()) {
        subtract(unlimited, other, r, b);
      } else {
        add(unlimited, other, r, b);
      }
      const int order = compare_magnitudes(other, r);
      if (order < 0 || (order == 0 && q.coefficient.is_odd())) {
        add_small(q.coefficient, 1);
        if (q.digits() > op.settings.precision) {
          op.fail(r, kDivisionImpossible);
        } else {
          r = other;
        }
      }
    }
  }
  op.finish(r);
}

void divide_with_remainder(Operation& op, Number& q, Number& r, const Number& a, const Number& b) {
  const bool negative = a.negative() != b.negative();
  if (a.is_special() || b.is_special()) {
    if (op.take_nan(q, a, &b)) {
      r = q;
    } else if (a.is_infinite()) {
      op.fail(r, kInvalidOperation);
      q.set_special(static_cast<uint8_t>(b.is_infinite() ? int{kNaN} : kInfinity | negative));
    } else {
      r = a;
      op.finish(r);
      q.set(negative, Natural(), 0);
    }
    return;
  }
  if (b.coefficient.is_zero()) {
    if (a.coefficient.is_zero()) {
      op.fail(q, kDivisionUndefined);
      op.fail(r, kDivisionUndefined);
    } else {
      op.fail(r, kDivisionByZero | kInvalidOperation);
      q.set_special(static_cast<uint8_t>(kInfinity | negative));
    }
    return;
  }
  divide_finite(op, q, r, a, b);
  op.finish(q);
  op.finish(r);
}

namespace {

void root_once(Operation& op, Number& r, const Number& a) {
  const int64_t odd = a.exponent & 1;
  int64_t ideal = (a.exponent - odd) / 2;
  if (a.is_special() || a.is_zero() || a.negative()) {
    if (op.take_nan(r, a)) return;
    if (a.is_zero()) {
      r.set(a.negative(), Natural(), ideal);
      op.finish(r);
    } else if (a.negative()) {
      op.fail(r, kInvalidOperation);
    } else {
      r = a;
    }
    return;
  }
  // The root of an integer that has twice the digits asked for.
  const int64_t digits = odd ? (a.digits() >> 1) + 1 : (a.digits() + 1) >> 1;
  const int64_t shift = op.settings.precision + 1 - digits;
  Natural square, wide;
  bool exact = true;
  if (shift >= 0) {
    if (!op.scale(wide, a.coefficient, odd + 2 * shift)) {
      op.fail(r, 0);
      return;
    }
    square = std::move(wide);
  } else {
    scale_up(square, a.coefficient, static_cast<uint64_t>(odd));
    exact = drop_digits(square, static_cast<uint64_t>(-2 * shift)) == 0;
  }
  ideal -= shift;
  const size_t n = square.size();
  Natural root, again;
  limbs::sqrt(root.resize((n + 1) / 2), square.limbs(), n);
  root.trim();
  if (exact) {
    multiply(again, root, root);
    exact = compare(again, square) == 0;
  }
  if (exact) {
    if (shift >= 0) {
      drop_digits(root, static_cast<uint64_t>(shift));
    } else {
      scale_up(wide, root, static_cast<uint64_t>(-shift));
      root = std::move(wide);
    }
    ideal += shift;
  } else {
    mark_inexact(root);
  }
  r.set(false, std::move(root), ideal);
  op.settings.rounding = Rounding::HalfEven;
  op.finish(r);
}

}  // namespace

void square_root(Operation& op, Number& r, const Number& a) {
  Operation first = op;
  first.status = 0;
  root_once(first, r, a);
  if (first.status & kMemoryError) {
    // As for quotients: an exact root has no more digits than the number.
    if (a.digits() < op.settings.precision) {
      Operation second = op;
      second.status = 0;
      second.settings.precision = a.digits();
      root_once(second, r, a);
      if (second.status != 0) op.fail(r, (second.status | first.status) & kErrors);
      return;
    }
    first.status &= kErrors;
  }
  op.status |= first.status;
}

}  // namespace hothouse::decimal
