// Expressions with elementary functions in them, in blocks: what a function is applied to is
// computed into a scratch block by one kernel, the function goes over the block, and the next
// kernel reads it as an input.
//
//   exp(-a * a) * cos(b)    kernel -a * a -> s0 | exp s0 | cos b -> s1 | kernel s0 * s1 -> output
//
// Kernels stay free of calls and so keep their vector form, and blocks stay in the first cache.
//
// Neighbours: evaluate.cpp (asks for it), vector_math.h (the functions).
#pragma once

#include "numarray/evaluate.h"

namespace hothouse::numarray {

/// Is the expression long enough, and has it functions that go over blocks?
bool wants_stages(const Plan& plan);
/// Does the expression have such functions in it?
bool has_block_functions(const Node* n);
/// Computes a plan (after as_rows) into rows that begin at `output`.
void compute_in_stages(World& world, const Plan& plan, uint8_t* output, const int64_t* stride);

}  // namespace hothouse::numarray
