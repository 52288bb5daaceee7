// Integers of any size: immediate (50 bits), or BigInt with 64-bit limbs inline.
//
// Operands of these functions are ints in any form: immediate, BigInt, or bool; instances of
// subclasses are unwrapped first (unwrap.h). Results are canonical. The limb arithmetic itself is
// limbs.h. Errors are raised with CPython's messages.
#pragma once

#include <string>
#include <string_view>

#include "core/objects/verdict.h"
#include "core/vm/context.h"

namespace hothouse {

/// An int object in any form: immediate, BigInt, bool (not instances of subclasses).
inline bool is_int_value(Value v) {
  return v.is_int() || v.is_bool() || (v.is_object() && v.as_object()->is(Kind::BigInt));
}
inline bool is_big_int(Value v) { return v.is_object() && v.as_object()->is(Kind::BigInt); }
/// The value if it fits int64; v is an int in any form.
bool as_int64(Value v, int64_t* result);
bool as_uint64(Value v, uint64_t* result);
/// The value, clamped to int64 (as CPython clamps slice bounds).
int64_t clamp_int64(Value v);
inline bool int_is_zero(Value v) { return v == Value::small_int(0) || v.is_false(); }
/// -1, 0, 1.
int int_sign(Value v);
/// bool as int: True becomes 1; other ints as they are.
Value int_from_bool(Value v);
Value int_from_uint64(Leaf& vm, uint64_t u);

Value int_add(Leaf& vm, Value a, Value b);
Value int_sub(Leaf& vm, Value a, Value b);
Value int_mul(Leaf& vm, Value a, Value b);
/// "integer division or modulo by zero" (// and divmod), "integer modulo by zero" (%).
Value int_floordiv(Leaf& vm, Value a, Value b);
Value int_mod(Leaf& vm, Value a, Value b);
/// Both results; false when raised.
bool int_divmod(Leaf& vm, Value a, Value b, Value* quotient, Value* remainder);
/// Correctly rounded a / b as a float. "division by zero", "integer division result too large for a
/// float".
Value int_truediv(Leaf& vm, Value a, Value b);
/// A float for negative exponents.
Value int_pow(Leaf& vm, Value a, Value b);
/// pow(a, b, m), negative exponents included.
Value int_pow_mod(Leaf& vm, Value a, Value b, Value m);
Value int_lshift(Leaf& vm, Value a, Value b);
Value int_rshift(Leaf& vm, Value a, Value b);
Value int_and(Leaf& vm, Value a, Value b);
Value int_or(Leaf& vm, Value a, Value b);
Value int_xor(Leaf& vm, Value a, Value b);
Value int_neg(Leaf& vm, Value a);
Value int_abs(Leaf& vm, Value a);
Value int_invert(Leaf& vm, Value a);

/// -1, 0, 1.
int int_compare(Value a, Value b);
/// Exact comparison of an int and a double that is not NaN: -1, 0, 1.
int int_compare_double(Value a, double b);
uint64_t int_hash(Value v);

uint64_t int_bit_length(Value v);
uint64_t int_bit_count(Value v);
Value int_gcd(Leaf& vm, Value a, Value b);
/// Floor of the square root; ValueError "isqrt() argument must be nonnegative".
Value int_isqrt(Leaf& vm, Value v);
/// round(v, ndigits), half to even; ndigits an int in any form.
Value int_round(Leaf& vm, Value v, Value ndigits);

/// Nearest double, ties to even; OverflowError "int too large to convert to float".
bool int_to_double(Leaf& vm, Value v, double* result);
/// The same; false instead of raising when it is too large.
bool int_to_double(Value v, double* result);
/// Truncates; "cannot convert float NaN to integer", "cannot convert float infinity to integer".
Value int_from_double(Leaf& vm, double d);

/// Digits in base 2..36 with '-' but no prefix; false and ValueError beyond the digit limit.
bool int_to_text(Leaf& vm, Value v, int base, std::string* text);
Value int_to_str(Leaf& vm, Value v);
/// int(text, base) for base 0, 2..36 with white space, sign, prefix and underscores as Python has
/// them. `shown` is what the error message reprs (the original object's repr). Undefined: raised
/// "invalid literal for int() with base 10: 'x'".
Value int_from_text(Leaf& vm, std::string_view ascii, int base, std::string_view shown_repr);
/// Digits only (checked by the caller), as the lexer has them: no sign, prefix, underscores.
/// Not subject to the digit limit for bases that are powers of two.
Value int_from_digits(Leaf& vm, std::string_view digits, int base);
/// sys.set_int_max_str_digits; 0: no limit.
int int_max_str_digits();
void set_int_max_str_digits(int digits);

/// int.to_bytes / from_bytes on raw memory. to_bytes: OverflowError "int too big to convert",
/// "can't convert negative int to unsigned"; false when raised.
bool int_to_bytes(Leaf& vm, Value v, uint8_t* out, size_t length, bool little, bool is_signed);
Value int_from_bytes(Leaf& vm, const uint8_t* bytes, size_t length, bool little, bool is_signed);

}  // namespace hothouse
