// The operations of decimals whose results are exact, or rounded digits of an exact result.
// Results must not be operands.
#pragma once

#include "core/builtins/decimal/number.h"

namespace hothouse::decimal {

// sums.cpp
void add(Operation& op, Number& r, const Number& a, const Number& b);
void subtract(Operation& op, Number& r, const Number& a, const Number& b);
void multiply(Operation& op, Number& r, const Number& a, const Number& b);
void fused_multiply_add(Operation& op, Number& r, const Number& a, const Number& b,
                        const Number& c);
void plus(Operation& op, Number& r, const Number& a);
void minus(Operation& op, Number& r, const Number& a);
void absolute(Operation& op, Number& r, const Number& a);
/// -1, 0, 1 of numbers that are no NaN; of their absolute values.
int compare(const Number& a, const Number& b);
int compare_magnitudes(const Number& a, const Number& b);

// quotients.cpp
void divide(Operation& op, Number& r, const Number& a, const Number& b);
void divide_int(Operation& op, Number& r, const Number& a, const Number& b);
void remainder(Operation& op, Number& r, const Number& a, const Number& b);
void remainder_near(Operation& op, Number& r, const Number& a, const Number& b);
void divide_with_remainder(Operation& op, Number& q, Number& r, const Number& a, const Number& b);
void square_root(Operation& op, Number& r, const Number& a);

// powers.cpp
/// Is b an integer of a moderate size, and a such that the power is far from all limits and no
/// special case?
bool power_within_bounds(const Operation& op, const Number& a, const Number& b);
/// a ** b then: by products that have some digits more than asked for.
void integer_power(Operation& op, Number& r, const Number& a, const Number& b);

// exponents.cpp
/// With the exponent of b.
void quantize(Operation& op, Number& r, const Number& a, const Number& b);
/// With this exponent, whatever the precision.
void rescale(Operation& op, Number& r, const Number& a, int64_t exponent);
/// Without trailing zeros.
void reduce(Operation& op, Number& r, const Number& a);
/// To an integer; `exact`: tells Rounded and Inexact.
void round_to_integer(Operation& op, Number& r, const Number& a, bool exact);

}  // namespace hothouse::decimal
