#include "numarray/evaluate.h"

#include "numarray/stages.h"

namespace hothouse::numarray {

Plan::Plan(const Node* root) {
  length[0] = root->view.ndim == 1 ? 1 : root->view.length[0];
  length[1] = root->view.ndim == 1 ? root->view.length[0] : root->view.length[1];
  spec.dtype = root->dtype();
  Operand whole;
  whole.node = const_cast<Node*>(root);
  spec.result = add(root, whole);
}

/// Axes are aligned at the last; an axis of length 1 is stretched.
Spec::Source Plan::add(const Node* root, const Operand& operand) {
  const Node* n = operand.node;
  for (auto& [node, source] : known_) {
    if (n != nullptr && node == n) return source;
  }
  Spec::Source source;
  if (n == nullptr || n->is_leaf()) {
    source.index = static_cast<uint8_t>(inputs.size());
    Input input;
    input.bits = operand.bits;
    if (n != nullptr) {
      const View& v = n->view;
      input.data = v.data;
      int last = v.ndim - 1;
      input.stride[1] = v.length[last] == 1 ? 0 : v.stride[last];
      input.stride[0] = v.ndim == 1 || v.length[0] == 1 ? 0 : v.stride[0];
    }
    inputs.push_back(input);
    spec.inputs.push_back({n ? n->dtype() : operand.dtype, Mode::Number});
  } else {
    Spec::Step step{n->op, n->dtype(), {}};
    for (int k = 0; k < operation_info(n->op).operands; k++) {
      step.operands[k] = add(root, n->operands[k]);
    }
    source.is_step = true;
    source.index = static_cast<uint8_t>(spec.steps.size());
    spec.steps.push_back(step);
  }
  if (n != nullptr) known_.push_back({n, source});
  return source;
}

void Plan::as_rows(int64_t* output) {
  auto is_row = [this](const int64_t* stride) { return stride[0] == stride[1] * length[1]; };
  bool one_row = output == nullptr || is_row(output);
  for (const Input& i : inputs) one_row &= i.data == nullptr || is_row(i.stride);
  if (one_row || length[0] == 1) {
    length[1] *= length[0];
    length[0] = 1;
  }
  auto mode = [this](int64_t stride, DType t) {
    if (stride == 0 && length[1] != 1) return Mode::Once;
    return stride == item_size(t) || length[1] == 1 ? Mode::Contiguous : Mode::Strided;
  };
  for (size_t k = 0; k < inputs.size(); k++) {
    if (inputs[k].data == nullptr) continue;
    spec.inputs[k].mode = mode(inputs[k].stride[1], spec.inputs[k].dtype);
  }
  spec.is_contiguous = output == nullptr || mode(output[1], spec.dtype) == Mode::Contiguous;
}

void set_parameters(const Plan& plan, int64_t row, int64_t from, uint8_t* output,
                    int64_t output_stride, uint64_t* parameters) {
  uint64_t* p = parameters + 1;
  for (const Plan::Input& i : plan.inputs) {
    if (i.data == nullptr) {
      *p++ = i.bits;
    } else {
      *p++ = reinterpret_cast<uintptr_t>(i.data + row * i.stride[0] + from * i.stride[1]);
    }
    *p++ = static_cast<uint64_t>(i.stride[1]);
  }
  *p++ = reinterpret_cast<uintptr_t>(output);
  *p = static_cast<uint64_t>(output_stride);
}

void compute_into(World& world, const Node* n, const View& output) {
  Plan plan(n);
  int64_t stride[kMaxDimensions] = {output.ndim == 1 ? 0 : output.stride[0],
                                    output.stride[output.ndim - 1]};
  if (output.ndim == 1) stride[0] = stride[1] * plan.length[1];
  plan.as_rows(stride);
  if (wants_stages(plan)) return compute_in_stages(world, plan, output.data, stride);
  Kernel& kernel = world.kernels->find(plan.spec);
  int64_t length = plan.length[1];
  int64_t in_vectors = world.kernels->is_wide(kernel) ? length & ~int64_t{kLanes - 1} : 0;
  uint64_t parameters[kMostParameters];
  for (int64_t row = 0; row < plan.length[0]; row++) {
    uint8_t* to = output.data + row * stride[0];
    if (in_vectors > 0) {
      set_parameters(plan, row, 0, to, stride[1], parameters);
      world.kernels->run(kernel, true, in_vectors, parameters);
    }
    if (in_vectors == length) continue;
    set_parameters(plan, row, in_vectors, to + in_vectors * stride[1], stride[1], parameters);
    world.kernels->run(kernel, false, length - in_vectors, parameters);
  }
}

bool reads(const Node* n, const Buffer* buffer) {
  if (n->is_leaf()) return n->view.buffer == buffer;
  for (const Operand& o : n->operands) {
    if (o.node != nullptr && reads(o.node, buffer)) return true;
  }
  return false;
}

bool compute(Node* n) {
  World& world = n->world;
  View view = n->view;
  int64_t size = item_size(view.dtype);
  view.stride[0] = view.ndim == 1 ? size : size * view.length[1];
  view.stride[1] = view.ndim == 1 ? 0 : size;
  view.buffer = world.allocate(static_cast<uint64_t>(view.count() * size));
  if (view.buffer == nullptr) return false;
  view.data = view.buffer->data;
  compute_into(world, n, view);
  become_leaf(n, view);
  return true;
}

}  // namespace hothouse::numarray
