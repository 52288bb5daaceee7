// Elementary functions of many doubles at once, where the processor and the C library have them:
// exp by ourselves, the others by glibc's libmvec, whose results are mostly NumPy's to the last
// bit (both are Intel's code), which the scalar functions' are not.
//
// Neighbours: functions.cpp (what kernels call for one element), stages.cpp (who has blocks).
// Invariant: an element's result does not depend on how it was computed, alone or with others; so
// functions.cpp goes this way too.
#pragma once

#include <cstdint>

#include "numarray/node.h"

namespace hothouse::numarray {

/// Is there a form of the operation for many elements here?
bool has_vector_form(Operation op);
/// The operation, which has such a form, of `count` doubles; `to` may be `from`.
void apply_to_all(Operation op, const double* from, double* to, int64_t count);
/// The same of one; by `otherwise` if there is no such form.
double apply_to_one(Operation op, double x, double (*otherwise)(double));

}  // namespace hothouse::numarray
