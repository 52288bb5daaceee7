// Complex numbers: two doubles, with CPython's algorithms, so that the last digits agree.
//
// Neighbours: builtins/types/complex_rows.cpp (the methods), ops/helpers_numbers.cpp (operators).
// Invariant: the parts of a Complex are canonical doubles.
#pragma once

#include <string>

#include "core/objects/unwrap.h"
#include "core/vm/context.h"

namespace hothouse {

struct ComplexParts {
  double real, imag;
};

Value make_complex(Leaf& vm, double real, double imag);
inline bool is_complex(Value v) { return is_kind(v, Kind::Complex); }

/// The number as a complex one. False: it is no number (*failed unset), or an int too large for a
/// double (*failed set, raised).
bool complex_operand(Leaf& vm, Value v, ComplexParts* parts, bool* failed);

Value complex_truediv(Leaf& vm, ComplexParts a, ComplexParts b);
Value complex_pow(Leaf& vm, ComplexParts a, ComplexParts b);
Value complex_abs(Leaf& vm, ComplexParts a);
/// "1j", "(1+2j)".
std::string complex_repr(ComplexParts a);
uint64_t complex_hash(ComplexParts a);
/// a == b where one of them is complex and the other a number.
bool complex_equal(Value a, Value b);

}  // namespace hothouse
