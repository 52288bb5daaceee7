// The functions of functions.def: NumPy's arithmetic where it differs from Python's and the
// machine's.
#pragma once

#include <cstdint>

#include "core/ir/helpers.h"

namespace hothouse::numarray {

enum class Function : uint8_t {
#define FUNCTION(name, result, operands) name,
#include "numarray/functions.def"
#undef FUNCTION
  kCount
};

/// The helper that a kernel calls.
ir::HelperId helper_of(Function f);
const char* operands_of(Function f);

/// maximum and minimum as NumPy has them: NaN if either is.
inline double maximum(double a, double b) { return a >= b || a != a ? a : b; }
inline double minimum(double a, double b) { return a <= b || a != a ? a : b; }

}  // namespace hothouse::numarray
