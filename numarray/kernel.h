// Kernels: one elementwise expression as one loop, described, and built as a trace.
//
// A Spec is an expression without its data: what the inputs are like, the steps, what becomes of
// the last one. Equal specs share a kernel, whatever the arrays and numbers are. build_kernel makes
// the trace (kind Kernel) in two forms: *scalar*, an element at a time, any strides; and *wide*,
// eight elements an iteration in vectors of four, for inputs without gaps.
//
//   parameters (slot 0 of the base holds their address), words of 8 bytes:
//     0           end: the number of elements times 8
//     1 + 2k      input k: address of its first element (of a Number: its bits)
//     2 + 2k      its stride in bytes
//     1 + 2n      output: address;  2 + 2n  its stride
//
//   reductions leave eight partial results at the output's address after every iteration: lane l
//   has those of the elements l, l + 8, l + 16, ... (the order of NumPy's pairwise summation).
//
// Neighbours: evaluate.cpp (makes specs, runs kernels), kernels.h (finds and compiles them).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/ir/trace.h"
#include "numarray/node.h"

namespace hothouse::numarray {

enum class Mode : uint8_t {
  Contiguous,  // no gaps
  Strided,
  Once,    // the same element for all
  Number,  // no memory: the parameter is the value
};

enum class Reduction : uint8_t { None, Sum, Minimum, Maximum };

constexpr int kLanes = 8;  // elements of an iteration of the wide form, partial results

struct Spec {
  struct Input {
    DType dtype;
    Mode mode;
  };
  struct Source {
    bool is_step = false;
    uint8_t index = 0;
  };
  struct Step {
    Operation op;
    DType dtype;
    Source operands[3];
  };
  std::vector<Input> inputs;
  std::vector<Step> steps;
  Source result;
  DType dtype = DType::Float64;  // of the output
  bool is_contiguous = true;     // the output
  Reduction reduction = Reduction::None;

  DType dtype_of(Source s) const {
    return s.is_step ? steps[s.index].dtype : inputs[s.index].dtype;
  }
  /// Equal for equal specs.
  std::string key() const;
  /// For people: "2*x + y".
  std::string text() const;
};

/// Null if there is no such form, with the reason.
std::unique_ptr<ir::Trace> build_kernel(const Spec& spec, bool wide, std::string& reason);
/// Where the loop ends, in elements: the wide form does multiples of kLanes, and so do reductions.
inline bool in_lanes(const Spec& spec, bool wide) {
  return wide || spec.reduction != Reduction::None;
}

/// Registers the functions that kernels call (exp, floor_divide, ...). Once, before any kernel.
void register_functions();

}  // namespace hothouse::numarray
