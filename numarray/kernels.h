// Kernels: from specs to code that runs. Each spec has a kernel in two forms (kernel.h), each of
// which is first run by the eval backend, and compiled when it has worked enough to pay for that.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "core/backend/backend.h"
#include "core/engine/kernels.h"
#include "core/vm/vm.h"
#include "numarray/kernel.h"

namespace hothouse::numarray {

class Kernel {
 public:
  const Spec spec;
  explicit Kernel(const Spec& s) : spec(s) {}

 private:
  friend class Kernels;
  struct Form {
    bool is_impossible = false;  // the wide one of a spec that has none
    uint32_t warm = 0, hot = 0;  // units
    uint64_t work = 0;           // elements done by the warm one
  };
  Form forms_[2];  // scalar, wide
};

class Kernels {
 public:
  explicit Kernels(Vm& vm);
  ~Kernels();
  Kernels(const Kernels&) = delete;
  Kernels& operator=(const Kernels&) = delete;

  Kernel& find(const Spec& spec);
  /// Can this kernel work on vectors here?
  bool is_wide(Kernel& kernel);
  /// Runs a form over `elements` elements; `parameters` as kernel.h has it, the end apart.
  void run(Kernel& kernel, bool wide, int64_t elements, uint64_t* parameters);

 private:
  class Local;
  KernelHost& host();
  uint32_t make(const Kernel& kernel, bool wide, bool warm);

  Vm& vm_;
  std::unordered_map<std::string, std::unique_ptr<Kernel>> kernels_;
  std::unique_ptr<Local> local_;
};

}  // namespace hothouse::numarray
