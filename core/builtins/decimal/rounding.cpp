// Fitting results into the precision and the exponents of a context.
#include "core/builtins/decimal/number.h"

namespace hothouse::decimal {

bool Operation::take_nan(Number& r, const Number& a, const Number* b) {
  const Number* choice = nullptr;
  if (a.is_signaling()) {
    choice = &a;
  } else if (b != nullptr && b->is_signaling()) {
    choice = b;
  } else if (a.is_nan()) {
    choice = &a;
  } else if (b != nullptr && b->is_nan()) {
    choice = b;
  }
  if (choice == nullptr) return false;
  if (choice->is_signaling()) status |= kInvalidOperation;
  if (choice != &r) r = *choice;
  r.form &= static_cast<uint8_t>(~kSignaling);
  fit_payload(r);
  return true;
}

void Operation::fit_payload(Number& r) const {
  const int64_t most = settings.precision - settings.clamp;
  if (r.coefficient.is_zero() || r.digits() <= most) return;
  Natural q, rest;
  divide(q, rest, r.coefficient, power_of_ten(static_cast<uint64_t>(most)));
  r.coefficient = std::move(rest);
}

bool Operation::scale(Natural& r, const Natural& a, int64_t k) {
  if (k > 4096 && !a.is_zero() &&
      !vm_.heap().can_allocate((static_cast<uint64_t>(k) / kLimbDigits + a.size()) * sizeof(Limb) *
                               4)) {
    r.resize(0);
    status |= kMemoryError;
    return false;
  }
  scale_up(r, a, static_cast<uint64_t>(k));
  return true;
}

void Operation::round(Natural& n, bool negative, Rest rest) const {
  if (rest == 0) return;
  bool up = false;
  switch (settings.rounding) {
    case Rounding::Up:
      up = true;
      break;
    case Rounding::Down:
      break;
    case Rounding::Ceiling:
      up = !negative;
      break;
    case Rounding::Floor:
      up = negative;
      break;
    case Rounding::HalfUp:
      up = rest >= 5;
      break;
    case Rounding::HalfDown:
      up = rest > 5;
      break;
    case Rounding::HalfEven:
      up = rest > 5 || (rest == 5 && n.is_odd());
      break;
    case Rounding::ZeroFiveUp:
      up = is_multiple_of_five(n);
      break;
  }
  if (up) add_small(n, 1);
}

void Operation::overflow(Number& r) {
  const bool negative = r.negative();
  bool infinite = true;
  switch (settings.rounding) {
    case Rounding::Down:
    case Rounding::ZeroFiveUp:
      infinite = false;
      break;
    case Rounding::Ceiling:
      infinite = !negative;
      break;
    case Rounding::Floor:
      infinite = negative;
      break;
    default:
      break;
  }
  status |= kOverflow | kInexact | kRounded;
  if (infinite) {
    r.set_special(static_cast<uint8_t>(kInfinity | negative));
    return;
  }
  Natural nines;
  if (!scale(nines, Natural(1), settings.precision)) return;
  subtract(r.coefficient, nines, Natural(1));
  r.exponent = settings.top();
}

void Operation::fit_exponent(Number& r, int64_t digits) {
  const int64_t adjusted = r.exponent + digits - 1;
  if (adjusted > settings.most) {
    if (r.coefficient.is_zero()) {
      r.exponent = settings.clamp ? settings.top() : settings.most;
      status |= kClamped;
    } else {
      overflow(r);
    }
  } else if (settings.clamp && r.exponent > settings.top()) {
    const int64_t shift = r.exponent - settings.top();
    Natural wide;
    if (!scale(wide, r.coefficient, shift)) return;
    r.coefficient = std::move(wide);
    r.exponent -= shift;
    status |= kClamped;
    if (!r.coefficient.is_zero() && adjusted < settings.least) status |= kSubnormal;
  } else if (adjusted < settings.least) {
    const int64_t tiny = settings.tiny();
    if (r.coefficient.is_zero()) {
      if (r.exponent < tiny) {
        r.exponent = tiny;
        status |= kClamped;
      }
      return;
    }
    status |= kSubnormal;
    if (r.exponent >= tiny) return;
    const Rest rest = drop_digits(r.coefficient, static_cast<uint64_t>(tiny - r.exponent));
    r.exponent = tiny;
    round(r.coefficient, r.negative(), rest);
    status |= kRounded;
    if (rest == 0) return;
    status |= kInexact | kUnderflow;
    if (r.coefficient.is_zero()) status |= kClamped;
  }
}

void Operation::finish(Number& r) {
  if (r.is_special()) {
    if (r.is_nan()) fit_payload(r);
    return;
  }
  const int64_t digits = r.digits();
  const int64_t adjusted = r.exponent + digits - 1;
  if (adjusted > settings.most || adjusted < settings.least || settings.clamp) {
    fit_exponent(r, digits);
    if (r.is_special()) return;
    round_to_precision(r, r.digits());
  } else {
    round_to_precision(r, digits);
  }
}

void Operation::round_to_precision(Number& r, int64_t digits) {
  const int64_t excess = digits - settings.precision;
  if (excess <= 0) return;
  const Rest rest = drop_digits(r.coefficient, static_cast<uint64_t>(excess));
  r.exponent += excess;
  status |= kRounded;
  if (rest == 0) return;
  status |= kInexact;
  round(r.coefficient, r.negative(), rest);
  if (r.digits() > settings.precision) {  // 999 has become 1000
    drop_digits(r.coefficient, 1);
    r.exponent += 1;
    fit_exponent(r, settings.precision);
  }
}

}  // namespace hothouse::decimal
