// Decimal numbers in C++, the context that rounds them, and what signals an operation has raised.
//
// M. Cowlishaw, "General Decimal Arithmetic Specification", version 1.70. Conditions and limits
// are those of libmpdec, so that programs see what CPython shows them.
// Neighbours: objects.h reads and makes the objects of the program; rounding.cpp, arithmetic.h,
// quotients.cpp and text.h are the operations.
#pragma once

#include "core/builtins/decimal/natural.h"

namespace hothouse::decimal {

/// Bits of Number::form, as the attribute _form of Decimal has them.
enum Form : uint8_t {
  kNegative = 1,
  kInfinity = 2,
  kNaN = 4,        // quiet or signaling: the coefficient is the payload, 0 if there is none
  kSignaling = 8,  // with kNaN
};

struct Number {
  Natural coefficient;
  int64_t exponent = 0;
  uint8_t form = 0;

  bool negative() const { return form & kNegative; }
  bool is_special() const { return form & (kInfinity | kNaN); }
  bool is_infinite() const { return form & kInfinity; }
  bool is_nan() const { return form & kNaN; }
  bool is_signaling() const { return form & kSignaling; }
  bool is_zero() const { return form <= kNegative && coefficient.is_zero(); }
  int64_t digits() const { return digit_count(coefficient); }
  /// The exponent of the first digit.
  int64_t adjusted() const { return exponent + digits() - 1; }

  void set_sign(bool negative) {
    form = static_cast<uint8_t>((form & ~kNegative) | (negative ? kNegative : 0));
  }
  void set_special(uint8_t what) {
    form = what;
    coefficient.resize(0);
    exponent = 0;
  }
  void set(bool negative, Natural n, int64_t e) {
    form = negative ? kNegative : 0;
    coefficient = std::move(n);
    exponent = e;
  }
};

/// Conditions. The signals that programs know are these or, InvalidOperation, several of them.
enum Status : uint32_t {
  kClamped = 0x1,
  kConversionSyntax = 0x2,
  kDivisionByZero = 0x4,
  kDivisionImpossible = 0x8,
  kDivisionUndefined = 0x10,
  kInexact = 0x40,
  kInvalidContext = 0x80,
  kInvalidOperation = 0x100,
  kMemoryError = 0x200,
  kFloatOperation = 0x400,
  kOverflow = 0x800,
  kRounded = 0x1000,
  kSubnormal = 0x2000,
  kUnderflow = 0x4000,
  kErrors = kConversionSyntax | kDivisionByZero | kDivisionImpossible | kDivisionUndefined |
            kInvalidContext | kInvalidOperation | kMemoryError,
};

/// In the order of the numbers that Context._rounding has.
enum class Rounding : uint8_t { Up, Down, Ceiling, Floor, HalfUp, HalfDown, HalfEven, ZeroFiveUp };
constexpr int64_t kRoundings = 8;

constexpr int64_t kMostDigits = 999999999999999999;  // MAX_PREC, and MAX_EMAX
constexpr int64_t kLeastTiny = -1999999999999999997;
/// Exponents beyond all limits, which do not overflow when two are added.
constexpr int64_t kExponentInfinite = 2000000000000000001;
constexpr int64_t kExponentTiny = -4000000000000000001;

struct Settings {
  int64_t precision, least, most;  // of the adjusted exponent: Emin, Emax
  Rounding rounding;
  bool clamp;

  int64_t tiny() const { return least - (precision - 1); }
  int64_t top() const { return most - (precision - 1); }
};
/// What holds exactly all numbers there are.
constexpr Settings kUnlimited = {kMostDigits, -kMostDigits, kMostDigits, Rounding::HalfEven, false};

/// What an operation works with: where results are rounded, and what conditions there were.
class Operation {
 public:
  Operation(Leaf& vm, const Settings& settings) : settings(settings), vm_(vm) {}

  Settings settings;
  uint32_t status = 0;

  /// A NaN, and the condition that made it so.
  void fail(Number& r, uint32_t condition) {
    r.set_special(kNaN);
    status |= condition;
  }
  /// If one of them is a NaN: r becomes it, quiet. b may be null.
  bool take_nan(Number& r, const Number& a, const Number* b = nullptr);
  /// Shortens the payload of a NaN to what the precision admits.
  void fit_payload(Number& r) const;
  /// r = a * 10^k unless that needs too much memory, which fails.
  bool scale(Natural& r, const Natural& a, int64_t k);
  /// Rounds the last digit up or not, after digits were dropped.
  void round(Natural& n, bool negative, Rest rest) const;
  /// Rounds to the precision, and makes the exponent fit.
  void finish(Number& r);

 private:
  void fit_exponent(Number& r, int64_t digits);
  void round_to_precision(Number& r, int64_t digits);
  void overflow(Number& r);

  Leaf& vm_;
};

}  // namespace hothouse::decimal
