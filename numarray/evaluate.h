// Running expressions over data: a node becomes a spec and views of its inputs, the views become
// rows, and rows are run through the kernel.
//
// Neighbours: node.h (what is computed), kernels.h (what computes), reduce.cpp (sum, min, max).
#pragma once

#include <vector>

#include "numarray/kernels.h"
#include "numarray/world.h"

namespace hothouse::numarray {

/// An expression as a spec, and where its inputs are, stretched to its shape.
struct Plan {
  Spec spec;
  struct Input {
    uint8_t* data = nullptr;
    int64_t stride[kMaxDimensions] = {0, 0};
    uint64_t bits = 0;  // of a Number
  };
  std::vector<Input> inputs;
  int64_t length[kMaxDimensions];  // of rows, and of elements in them

  /// Of the node alone; modes are set by as_rows.
  explicit Plan(const Node* root);
  /// Rows in front of each other without gaps become one; then sets the inputs' modes. `output`:
  /// strides of what is written, or null.
  void as_rows(int64_t* output);

 private:
  Spec::Source add(const Node* root, const Operand& operand);
  std::vector<std::pair<const Node*, Spec::Source>> known_;
};

/// The kernel's parameters for one row, from element `from` on.
void set_parameters(const Plan& plan, int64_t row, int64_t from, uint8_t* output,
                    int64_t output_stride, uint64_t* parameters);
constexpr size_t kMostParameters = 3 + 2 * 64;

/// Computes a node into memory of its shape, which must not overlap its inputs but for being one
/// of them exactly.
void compute_into(World& world, const Node* n, const View& output);

}  // namespace hothouse::numarray
