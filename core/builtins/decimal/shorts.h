// Operations on short numbers, as most numbers of most programs are: all in words of 128 bits.
//
// Each answers what the operation of that name in arithmetic.h would, or undefined where the
// operands, the context or the result are not short, or there is something to tell the context.
#pragma once

#include "core/builtins/decimal/objects.h"

namespace hothouse::decimal {

Value short_sum(Leaf& vm, Value a, Value b, Value context);
Value short_difference(Leaf& vm, Value a, Value b, Value context);
Value short_product(Leaf& vm, Value a, Value b, Value context);
Value short_quotient(Leaf& vm, Value a, Value b, Value context);
/// `rounding` is None or a number.
Value short_quantized(Leaf& vm, Value a, Value b, Value rounding, Value context);
/// -1, 0, 1 as an int.
Value short_order(Leaf& vm, Value a, Value b);

}  // namespace hothouse::decimal
