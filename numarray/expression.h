// Making expressions: dtypes, shapes, and the errors that are raised at once. Nothing is computed
// here but what has grown too large, or lies in memory that others write to.
#pragma once

#include "numarray/world.h"

namespace hothouse::numarray {

/// The operand that a Value is: an ndarray (its node is retained), a float, int or bool. False: it
/// is something else, or an int beyond int64, which raises.
bool operand_of(World& world, Value v, Operand* operand);
void release(const Operand& operand);
Value box(Leaf& vm, DType dtype, uint64_t bits);
/// The number as one of that dtype, as NumPy casts.
uint64_t convert_bits(DType from, DType to, uint64_t bits);

/// The node of the operation; null with an exception raised. Takes over the operands' references.
Node* apply(World& world, Operation op, Operand* operands);
/// The same with a result dtype that is given: astype.
Node* cast(World& world, const Operand& operand, DType dtype);

/// "(3,)" and "(2, 3)".
std::string shape_text(int ndim, const int64_t* length);

}  // namespace hothouse::numarray
