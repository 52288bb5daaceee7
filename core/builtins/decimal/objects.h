// Decimals and contexts of the program: instances of the Python classes in python/_decimal*.py.
#pragma once

#include "core/builtins/decimal/number.h"
#include "core/objects/layout.h"

namespace hothouse::decimal {

/// Tells which classes they are: their instances' attributes are read from now on.
void set_classes(Leaf& vm, Value decimal, Value context);

/// What a decimal or an int is; false for other objects.
bool read_number(Leaf& vm, Value v, Number* n);
/// A Decimal. Memory errors are raised.
Value make_number(Leaf& vm, const Number& n);

/// Exponents of short numbers are so small, and contexts have to admit that.
constexpr int64_t kShortExponent = 10000;
/// A finite number that is not -0, whose coefficient has at most 126 bits.
struct ShortNumber {
  Wide coefficient;
  int64_t exponent;
};
/// False if it is no such number, or no number at all.
bool read_short(Leaf& vm, Value v, ShortNumber* n);
/// What a context does to short numbers: nothing, unless they are rounded on purpose.
struct ShortContext {
  Rounding rounding;
  int64_t precision;
  UnsignedWide limit;  // 10^precision: coefficients below that need not be rounded
  uint32_t silent;     // conditions of which there is nothing to tell any more
};
/// False if that is not so, or there is no context.
bool read_short_context(Leaf& vm, Value context, ShortContext* result);
Value make_short(Leaf& vm, UnsignedWide coefficient, bool negative, int64_t exponent);

/// An operation in the given context, or the current one of the running thread if that is None.
class ContextOperation : public Operation {
 public:
  ContextOperation(Leaf& vm, Value context);
  /// False: the thread has no context yet.
  bool ready() const { return !context_.is_undefined(); }
  Leaf& vm() { return vm_; }
  bool capitals() const { return capitals_; }
  /// The status goes to the context. What it traps, which is to be raised: an int, or 0.
  uint32_t tell();
  /// The result, or an int: see tell().
  Value conclude(const Number& r);

 private:
  Leaf& vm_;
  Value context_ = Value::undefined();
  uint32_t flags_ = 0, traps_ = 0;
  bool capitals_ = true;
};

}  // namespace hothouse::decimal
