#include "numarray/expression.h"

#include <algorithm>

#include "core/objects/int.h"
#include "core/objects/unwrap.h"
#include "numarray/functions.h"

namespace hothouse::numarray {

namespace {

/// Operations after which an expression is computed before it becomes part of another one: a
/// kernel's registers and compile time have limits.
constexpr uint32_t kMostOperations = 24;

bool is_not_for_bools(Operation op) {
  return op == Operation::Subtract || op == Operation::Negative || op == Operation::Sign;
}

Value refuse_bools(Leaf& vm, Operation op) {
  if (op == Operation::Subtract) {
    return vm.type_error(
        "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` "
        "operator, or the logical_xor function instead.");
  }
  if (op == Operation::Sign) {
    return vm.type_error(
        "ufunc 'sign' did not contain a loop with signature matching types "
        "<class 'numpy.dtype[bool_]'> -> None");
  }
  return vm.type_error(
      "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or "
      "the logical_not function instead.");
}

Value refuse_floats(Leaf& vm, Operation op) {
  return vm.type_error("ufunc '" + std::string(operation_info(op).text) +
                       "' not supported for the input types, and the inputs could not be safely "
                       "coerced to any supported types according to the casting rule ''safe''");
}

/// Arithmetic of bools is logic where there is logic for it; else they are integers.
Operation of_bools(Operation op, DType* dtype) {
  switch (op) {
    case Operation::Add:
    case Operation::Maximum:
      return Operation::BitOr;
    case Operation::Multiply:
    case Operation::Minimum:
      return Operation::BitAnd;
    case Operation::Absolute:
      return Operation::Cast;
    default:
      *dtype = DType::Int64;
      return op;
  }
}

/// False: raised.
bool check_exponent(World& world, const Operand& o) {
  bool is_negative = false;
  if (o.is_scalar()) {
    is_negative = static_cast<int64_t>(o.bits) < 0 && o.dtype == DType::Int64;
  } else if (o.node->dtype() == DType::Int64) {
    if (!o.node->is_leaf() && !compute(o.node)) return world.vm.memory_error(), false;
    const View& v = o.node->view;
    for (int64_t i = 0; i < v.length[0]; i++) {
      for (int64_t j = 0; j < v.length[1]; j++) {
        is_negative |= *reinterpret_cast<int64_t*>(v.at(i, j)) < 0;
      }
    }
  }
  if (is_negative) world.vm.value_error("Integers to negative integer powers are not allowed.");
  return !is_negative;
}

Operation simpler_power(DType dtype, const Operand& exponent) {
  if (!exponent.is_scalar()) return Operation::Power;
  double e =
      __builtin_bit_cast(double, convert_bits(exponent.dtype, DType::Float64, exponent.bits));
  if (e == 2) return Operation::Square;
  if (e == 0.5 && dtype == DType::Float64) return Operation::Sqrt;
  return Operation::Power;
}

bool is_shared(const Operand& o) {
  return !o.is_scalar() && o.node->is_leaf() && o.node->view.buffer->is_shared();
}

void release_all(const Operand* operands, int count) {
  for (int k = 0; k < count; k++) release(operands[k]);
}

}  // namespace

void release(const Operand& operand) {
  if (operand.node != nullptr) release(operand.node);
}

std::string shape_text(int ndim, const int64_t* length) {
  if (ndim == 1) return "(" + std::to_string(length[0]) + ",)";
  return "(" + std::to_string(length[0]) + "," + std::to_string(length[1]) + ")";
}

Value box(Leaf& vm, DType dtype, uint64_t bits) {
  switch (dtype) {
    case DType::Float64:
      return Value::from_foreign_double(__builtin_bit_cast(double, bits));
    case DType::Int64:
      return vm.heap().make_int(static_cast<int64_t>(bits));
    default:
      return Value::boolean((bits & 1) != 0);
  }
}

uint64_t convert_bits(DType from, DType to, uint64_t bits) {
  if (from == to) return bits;
  if (from == DType::Float64) {
    double d = __builtin_bit_cast(double, bits);
    if (to == DType::Bool) return d != 0;
    bool fits = d >= -9223372036854775808.0 && d < 9223372036854775808.0;
    return static_cast<uint64_t>(fits ? static_cast<int64_t>(d) : INT64_MIN);
  }
  if (to == DType::Float64) {
    return __builtin_bit_cast(uint64_t, static_cast<double>(static_cast<int64_t>(bits)));
  }
  return to == DType::Bool ? bits != 0 : bits;
}

bool operand_of(World& world, Value v, Operand* operand) {
  Leaf& vm = world.vm;
  *operand = Operand{};
  if (v.is_double()) {
    operand->bits = __builtin_bit_cast(uint64_t, v.as_double());
    return true;
  }
  if (v.is_bool()) {
    operand->dtype = DType::Bool;
    operand->bits = v.is_true();
    return true;
  }
  if (is_int_value(v)) {
    int64_t i;
    if (!as_int64(v, &i)) {
      vm.overflow_error("Python int too large to convert to C long");
      return false;
    }
    operand->dtype = DType::Int64;
    operand->bits = static_cast<uint64_t>(i);
    return true;
  }
  if (!is_array(vm, v)) return false;
  operand->node = node_of(world, v);
  operand->dtype = operand->node->dtype();
  return true;
}

Node* apply(World& world, Operation op, Operand* operands) {
  Leaf& vm = world.vm;
  const OperationInfo& info = operation_info(op);
  int count = info.operands;
  int first = info.kind == OperationKind::Where ? 1 : 0;
  DType common = DType::Bool;
  for (int k = first; k < count; k++) common = std::min(common, operands[k].dtype);
  DType dtype = common;
  auto refuse = [&](Value) -> Node* {
    release_all(operands, count);
    return nullptr;
  };
  bool is_integral = info.kind == OperationKind::Logic || op == Operation::LeftShift ||
                     op == Operation::RightShift;
  if (is_integral && common == DType::Float64) return refuse(refuse_floats(vm, op));
  if (info.kind == OperationKind::Real) dtype = DType::Float64;
  if (info.kind == OperationKind::Compare) dtype = DType::Bool;
  if (info.kind == OperationKind::Arithmetic && common == DType::Bool) {
    if (is_not_for_bools(op)) return refuse(refuse_bools(vm, op));
    op = of_bools(op, &dtype);
  }
  if (op == Operation::Power) {
    if (dtype == DType::Int64 && !check_exponent(world, operands[1])) return refuse(Value());
    op = simpler_power(dtype, operands[1]);
    if (op != Operation::Power) {
      release(operands[1]);
      count = 1;
    }
  }
  // Numbers become what they are computed as, so that kernels need not convert them.
  for (int k = 0; k < count; k++) {
    if (!operands[k].is_scalar()) continue;
    DType wanted = info.kind == OperationKind::Compare ? common : k < first ? DType::Bool : dtype;
    operands[k].bits = convert_bits(operands[k].dtype, wanted, operands[k].bits);
    operands[k].dtype = wanted;
  }
  // The shape: axes aligned at the last, those of length 1 stretched.
  int ndim = 1;
  int64_t length[kMaxDimensions] = {1, 1};  // aligned: rows, elements
  bool fits = true;
  for (int k = 0; k < count; k++) {
    if (operands[k].is_scalar()) continue;
    const View& v = operands[k].node->view;
    int64_t own[2] = {v.ndim == 1 ? 1 : v.length[0], v.length[v.ndim - 1]};
    ndim = std::max(ndim, v.ndim);
    for (int axis = 0; axis < 2; axis++) {
      if (own[axis] == length[axis] || own[axis] == 1) continue;
      fits &= length[axis] == 1;
      length[axis] = own[axis];
    }
  }
  if (!fits) {
    std::string shapes;
    for (int k = 0; k < count; k++) {
      if (operands[k].is_scalar()) {
        shapes += "() ";
      } else {
        shapes += shape_text(operands[k].node->view.ndim, operands[k].node->view.length) + " ";
      }
    }
    vm.value_error("operands could not be broadcast together with shapes " + shapes);
    return refuse(Value());
  }
  if (ndim == 1) {
    length[0] = length[1];
    length[1] = 1;
  }
  // What becomes part of a second expression is computed once, not in each.
  for (int k = 0; k < count; k++) {
    Node* n = operands[k].node;
    if (n == nullptr || n->is_leaf() || (k > 0 && n == operands[k - 1].node)) continue;
    if (n->uses++ > 0 && !compute(n)) return refuse(vm.memory_error());
  }
  uint32_t size = 1;
  bool at_once = false;
  for (int k = 0; k < count; k++) {
    size += operands[k].node ? operands[k].node->size : 0;
    at_once |= is_shared(operands[k]);
  }
  for (int k = 0; k < count && size > kMostOperations; k++) {
    Node* n = operands[k].node;
    if (n == nullptr || n->is_leaf()) continue;
    size -= n->size;
    if (!compute(n)) return refuse(vm.memory_error());
  }
  Node* made = make_expression(world, op, dtype, ndim, length, operands);
  if (at_once && !compute(made)) {
    release(made);
    vm.memory_error();
    return nullptr;
  }
  return made;
}

Node* cast(World& world, const Operand& operand, DType dtype) {
  const View& v = operand.node->view;
  return make_expression(world, Operation::Cast, dtype, v.ndim, v.length, &operand);
}

}  // namespace hothouse::numarray
