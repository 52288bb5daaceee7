// KernelHost: loops over memory that a plugged-in module makes (numarray's fused expressions), run
// by the same optimizer, backends and event stream as recorded traces. The engine is one.
//
// A kernel is a trace of kind Kernel: slots of its base hold its arguments, it has one loop, no
// frames, and leaves through a guard whose snapshot is empty. It allocates nothing and calls no
// Python; its results are stores.
#pragma once

#include <memory>

#include "core/ir/trace.h"
#include "core/objects/value.h"

namespace hothouse {

class KernelHost {
 public:
  /// Doubles that one vector op works on; 1: the executing backend has no vectors.
  virtual uint32_t vector_lanes() const = 0;
  /// Optimizes and compiles. `warm`: it will not run for long, the eval backend will do. The id, or
  /// 0 if no backend can do it.
  virtual uint32_t add_kernel(std::unique_ptr<ir::Trace> trace, bool warm) = 0;
  /// Runs it with the arguments at `base`.
  virtual void run_kernel(uint32_t unit, Value* base) = 0;

 protected:
  ~KernelHost() = default;
};

}  // namespace hothouse
