// Decimals as text.
#pragma once

#include <string>
#include <string_view>

#include "core/builtins/decimal/number.h"

namespace hothouse::decimal {

/// Digits of a number, without limit; "0" for zero.
std::string digits_of(const Natural& n);
/// The number of these digits.
Natural natural_of_digits(std::string_view digits);
/// As the specification's to-scientific-string has it, or to-engineering-string.
std::string text_of(const Number& n, bool engineering, bool capitals);
/// Without an exponent, which is not greater than zero; with commas between thousands.
std::string fixed_text_of(const Number& n, bool commas);
/// The number that is written in ASCII there, without white space around it; not rounded. False:
/// that is no number.
bool parse(std::string_view text, Number* n);

}  // namespace hothouse::decimal
