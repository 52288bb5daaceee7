// Floats: text in both directions, and the operations whose rules are Python's own.
#pragma once

#include <string>
#include <string_view>

#include "core/vm/context.h"

namespace hothouse {

/// repr: the shortest text that reads back as the same double ("1e+16", "0.1", "-0.0", "inf").
std::string float_repr(double d);
/// As CPython's PyOS_double_to_string: code one of e E f F g G r, precision digits after it;
/// `alternate` keeps the point, `sign` puts '+' before positive numbers.
std::string float_format(double d, char code, int precision, bool alternate = false,
                         bool sign = false, bool add_dot_0 = false);
/// float(text): surrounding white space, underscores, inf, nan. False if it is no number.
bool float_parse(std::string_view text, double* result);
/// The digits of a literal (no underscores, no sign).
double float_from_literal(std::string_view digits);

/// "float floor division by zero", "float modulo" (3.11: "float modulo"), "float division by zero".
Value float_floordiv(Leaf& vm, double a, double b);
Value float_mod(Leaf& vm, double a, double b);
bool float_divmod(Leaf& vm, double a, double b, double* quotient, double* remainder);
Value float_truediv(Leaf& vm, double a, double b);
/// "0.0 cannot be raised to a negative power", OverflowError "(34, 'Numerical result out of
/// range')". A negative base with a fractional exponent gives a complex number.
Value float_pow(Leaf& vm, double a, double b);
/// Results for non-zero b, without the checks.
double float_floordiv_value(double a, double b);
double float_mod_value(double a, double b);

/// round(d): an int. round(d, n): a float.
Value float_round(Leaf& vm, double d);
Value float_round(Leaf& vm, double d, int64_t ndigits);
/// math.floor / ceil / trunc as ints.
Value float_floor(Leaf& vm, double d);
Value float_ceil(Leaf& vm, double d);
/// (numerator, denominator) as a Tuple; OverflowError / ValueError for inf and nan.
Value float_as_integer_ratio(Leaf& vm, double d);
std::string float_hex(double d);
/// float.fromhex; raises "invalid hexadecimal floating-point string".
Value float_from_hex(Leaf& vm, std::string_view text);

}  // namespace hothouse
