#include "numarray/kernels.h"

#include "core/opt/pipeline.h"
#include "numarray/functions.h"

namespace hothouse::numarray {

/// Without a JIT: the eval backend alone.
class Kernels::Local final : public KernelHost, public backend::ExitHandler {
 public:
  explicit Local(Vm& vm) : vm_(vm), backend_(backend::make_eval_backend(vm.state, *this)) {}

  uint32_t vector_lanes() const override { return 1; }
  uint32_t add_kernel(std::unique_ptr<ir::Trace> trace, bool) override {
    trace->unit = static_cast<uint32_t>(traces_.size()) + 1;
    opt::optimize(*trace, {});
    if (!backend_->compile(*trace, {}).ok) return 0;
    traces_.push_back(std::move(trace));
    return static_cast<uint32_t>(traces_.size());
  }
  void run_kernel(uint32_t unit, Value* base) override { backend_->execute(unit, base); }

  uint64_t on_exit(backend::UnitId, uint32_t, Value*, backend::ExitReader&) override { return 0; }
  uint64_t call_interpreted(uint32_t, Value*) override { return Value::raised().bits(); }
  Heap& heap() override { return vm_.heap(); }

 private:
  Vm& vm_;
  std::unique_ptr<backend::Backend> backend_;
  std::vector<std::unique_ptr<ir::Trace>> traces_;
};

Kernels::Kernels(Vm& vm) : vm_(vm) { register_functions(); }
Kernels::~Kernels() = default;

KernelHost& Kernels::host() {
  if (vm_.jit != nullptr) return *vm_.jit->kernel_host();
  if (!local_) local_ = std::make_unique<Local>(vm_);
  return *local_;
}

Kernel& Kernels::find(const Spec& spec) {
  std::unique_ptr<Kernel>& k = kernels_[spec.key()];
  if (!k) k = std::make_unique<Kernel>(spec);
  return *k;
}

uint32_t Kernels::make(const Kernel& kernel, bool wide, bool warm) {
  std::string reason;
  std::unique_ptr<ir::Trace> trace = build_kernel(kernel.spec, wide, reason);
  return trace ? host().add_kernel(std::move(trace), warm) : 0;
}

bool Kernels::is_wide(Kernel& kernel) {
  Kernel::Form& form = kernel.forms_[1];
  if (form.is_impossible || form.warm != 0 || form.hot != 0) return !form.is_impossible;
  std::string reason;
  form.is_impossible = host().vector_lanes() == 1 || !build_kernel(kernel.spec, true, reason);
  return !form.is_impossible;
}

void Kernels::run(Kernel& kernel, bool wide, int64_t elements, uint64_t* parameters) {
  Kernel::Form& form = kernel.forms_[wide];
  parameters[0] = static_cast<uint64_t>(elements) * 8;
  if (form.hot == 0) {
    form.work += static_cast<uint64_t>(elements);
    if (form.work >= vm_.loop_threshold) form.hot = make(kernel, wide, false);
  }
  uint32_t unit = form.hot;
  if (unit == 0) {
    if (form.warm == 0) form.warm = make(kernel, wide, true);
    unit = form.warm;
  }
  Value base[1] = {Value::small_int(static_cast<int64_t>(reinterpret_cast<uintptr_t>(parameters)))};
  host().run_kernel(unit, base);
}

}  // namespace hothouse::numarray
