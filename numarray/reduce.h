// Reductions: sum, minimum, maximum of an expression, fused with it.
#pragma once

#include "numarray/evaluate.h"

namespace hothouse::numarray {

struct Scalar {
  DType dtype;
  uint64_t bits;
};

/// Of all elements. Sums are float64 or int64; the others have the dtype of the elements, of
/// which there is at least one.
Scalar reduce(World& world, Node* n, Reduction kind);
/// The same of each row of an expression of two dimensions.
std::vector<Scalar> reduce_rows(World& world, Node* n, Reduction kind);

}  // namespace hothouse::numarray
