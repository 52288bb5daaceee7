#include "numarray/stages.h"

#include <algorithm>

#include "numarray/vector_math.h"

namespace hothouse::numarray {

namespace {

constexpr int64_t kBlock = 512;  // elements; a multiple of kLanes
constexpr int64_t kLeast = 64;   // below, a kernel that calls the functions is as good

bool is_block_function(const Spec::Step& step) {
  return operation_info(step.op).operands == 1 && has_vector_form(step.op);
}

/// A part of the expression without functions, as a kernel.
struct Stage {
  Spec spec;
  /// Of the spec's inputs: number of the plan's input, or -1 - number of a scratch block.
  std::vector<int> sources;
  Kernel* kernel = nullptr;
};

class Stages {
 public:
  Stages(World& world, const Plan& plan) : world_(world), plan_(plan) {
    const std::vector<Spec::Step>& steps = plan.spec.steps;
    scratch_of_.assign(steps.size(), -1);
    for (size_t k = 0; k < steps.size(); k++) {
      if (!is_block_function(steps[k])) continue;
      functions_.push_back({steps[k].op, make(steps[k].operands[0], DType::Float64, true)});
      scratch_of_[k] = static_cast<int>(functions_.size()) - 1;
    }
    last_ = make(plan.spec.result, plan.spec.dtype, plan.spec.is_contiguous);
    scratch_.resize(functions_.size() * kBlock);
  }

  void run(int64_t row, int64_t from, int64_t count, uint8_t* output, int64_t output_stride) {
    for (size_t k = 0; k < functions_.size(); k++) {
      double* block = &scratch_[k * kBlock];
      run_stage(functions_[k].operand, row, from, count, reinterpret_cast<uint8_t*>(block), 8);
      apply_to_all(functions_[k].op, block, block, count);
    }
    run_stage(last_, row, from, count, output, output_stride);
  }

 private:
  struct BlockFunction {
    Operation op;
    Stage operand;
  };

  Stage make(Spec::Source result, DType dtype, bool is_contiguous) {
    Stage stage;
    std::vector<std::pair<int, uint8_t>> steps;  // the plan's step: the stage's
    stage.spec.result = source(stage, steps, result);
    stage.spec.dtype = dtype;
    stage.spec.is_contiguous = is_contiguous;
    stage.kernel = &world_.kernels->find(stage.spec);
    return stage;
  }

  Spec::Source input(Stage& stage, int from, Spec::Input what) {
    Spec::Source s;
    auto known = std::find(stage.sources.begin(), stage.sources.end(), from);
    s.index = static_cast<uint8_t>(known - stage.sources.begin());
    if (known == stage.sources.end()) {
      stage.sources.push_back(from);
      stage.spec.inputs.push_back(what);
    }
    return s;
  }

  Spec::Source source(Stage& stage, std::vector<std::pair<int, uint8_t>>& steps, Spec::Source s) {
    if (!s.is_step) return input(stage, s.index, plan_.spec.inputs[s.index]);
    int scratch = scratch_of_[s.index];
    if (scratch >= 0) return input(stage, -1 - scratch, {DType::Float64, Mode::Contiguous});
    Spec::Source here;
    here.is_step = true;
    for (auto [plan_step, own] : steps) {
      here.index = own;
      if (plan_step == s.index) return here;
    }
    Spec::Step step = plan_.spec.steps[s.index];
    for (int k = 0; k < operation_info(step.op).operands; k++) {
      step.operands[k] = source(stage, steps, step.operands[k]);
    }
    here.index = static_cast<uint8_t>(stage.spec.steps.size());
    stage.spec.steps.push_back(step);
    steps.push_back({s.index, here.index});
    return here;
  }

  void run_stage(const Stage& stage, int64_t row, int64_t from, int64_t count, uint8_t* output,
                 int64_t output_stride) {
    int64_t in_vectors = world_.kernels->is_wide(*stage.kernel) ? count & ~int64_t{kLanes - 1} : 0;
    if (in_vectors > 0) run_form(stage, true, row, from, 0, in_vectors, output, output_stride);
    if (in_vectors == count) return;
    run_form(stage, false, row, from, in_vectors, count - in_vectors,
             output + in_vectors * output_stride, output_stride);
  }

  /// `at`: where in the block.
  void run_form(const Stage& stage, bool wide, int64_t row, int64_t from, int64_t at, int64_t count,
                uint8_t* output, int64_t output_stride) {
    uint64_t parameters[kMostParameters];
    uint64_t* p = parameters + 1;
    for (int s : stage.sources) {
      if (s < 0) {
        const double* block = &scratch_[static_cast<size_t>(-1 - s) * kBlock];
        *p++ = reinterpret_cast<uintptr_t>(block + at);
        *p++ = 8;
        continue;
      }
      const Plan::Input& i = plan_.inputs[static_cast<size_t>(s)];
      *p++ =
          i.data == nullptr
              ? i.bits
              : reinterpret_cast<uintptr_t>(i.data + row * i.stride[0] + (from + at) * i.stride[1]);
      *p++ = static_cast<uint64_t>(i.stride[1]);
    }
    *p++ = reinterpret_cast<uintptr_t>(output);
    *p = static_cast<uint64_t>(output_stride);
    world_.kernels->run(*stage.kernel, wide, count, parameters);
  }

  World& world_;
  const Plan& plan_;
  std::vector<int> scratch_of_;  // for each of the plan's steps; -1: it is no function
  std::vector<BlockFunction> functions_;
  Stage last_;
  std::vector<double> scratch_;
};

}  // namespace

bool wants_stages(const Plan& plan) {
  return plan.length[1] >= kLeast &&
         std::any_of(plan.spec.steps.begin(), plan.spec.steps.end(), is_block_function);
}

bool has_block_functions(const Node* n) {
  if (n->is_leaf()) return false;
  if (operation_info(n->op).operands == 1 && has_vector_form(n->op)) return true;
  return std::any_of(std::begin(n->operands), std::end(n->operands), [](const Operand& o) {
    return o.node != nullptr && has_block_functions(o.node);
  });
}

void compute_in_stages(World& world, const Plan& plan, uint8_t* output, const int64_t* stride) {
  Stages stages(world, plan);
  for (int64_t row = 0; row < plan.length[0]; row++) {
    for (int64_t from = 0; from < plan.length[1]; from += kBlock) {
      stages.run(row, from, std::min(kBlock, plan.length[1] - from),
                 output + row * stride[0] + from * stride[1], stride[1]);
    }
  }
}

}  // namespace hothouse::numarray
