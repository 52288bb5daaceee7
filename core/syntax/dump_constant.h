// Constants as Python would print them. For dump.cpp.
#pragma once

#include <string>
#include <string_view>

namespace hothouse::syntax {

/// As ascii() of a str (WTF-8 in) or of bytes.
std::string quoted(std::string_view text, bool bytes);
/// The decimal digits of an int literal.
std::string decimal(std::string_view digits, int base);
/// repr() of a float.
std::string float_repr(double value);
/// repr() of an imaginary literal.
std::string imaginary_repr(double value);

}  // namespace hothouse::syntax
