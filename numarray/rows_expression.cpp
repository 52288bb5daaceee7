// Operators and functions on arrays, and reductions.
#include "core/objects/list.h"
#include "core/objects/str.h"
#include "core/objects/unwrap.h"
#include "numarray/expression.h"
#include "numarray/reduce.h"
#include "numarray/rows.h"

namespace hothouse::numarray {

namespace {

/// (name): the number by which the others know an operation.
Value operation(Leaf& vm, const Value* a) {
  std::string name = str_to_utf8(vm, a[0]);
  for (int k = 1; k < static_cast<int>(Operation::kCount); k++) {
    if (name == operation_info(static_cast<Operation>(k)).text) return Value::small_int(k);
  }
  return vm.value_error("no operation " + name);
}

/// (operation, operands...): an array, a number if all operands are numbers, NotImplemented if one
/// is neither.
template <int count>
Value apply_row(Leaf& vm, const Value* a) {
  World& world = world_of(vm);
  Operand operands[3];
  bool any_array = false;
  for (int k = 0; k < count; k++) {
    if (operand_of(world, a[1 + k], &operands[k])) {
      any_array |= !operands[k].is_scalar();
      continue;
    }
    for (int i = 0; i < k; i++) release(operands[i]);
    return vm.raised() ? Value::raised() : Value::not_implemented();
  }
  Node* n = apply(world, static_cast<Operation>(a[0].as_int()), operands);
  if (n == nullptr) return Value::raised();
  if (any_array) return make_array_of(world, n);
  if (!n->is_leaf() && !compute(n)) return vm.memory_error();
  uint64_t bits =
      n->dtype() == DType::Bool ? *n->view.data : *reinterpret_cast<uint64_t*>(n->view.data);
  Value result = box(vm, n->dtype(), bits);
  release(n);
  return result;
}

/// (array, dtype): a new array.
Value astype(Leaf& vm, const Value* a) {
  World& world = world_of(vm);
  Operand operand;
  if (!operand_of(world, a[0], &operand)) return Value::raised();
  return make_array_of(world, cast(world, operand, static_cast<DType>(a[1].as_int())));
}

/// (array): computes it if it was deferred.
Value compute_row(Leaf& vm, const Value* a) {
  View view;
  return view_of(vm, a[0], &view) ? Value::none() : Value::raised();
}

/// (kind, array): a number.
Value reduce_all(Leaf& vm, const Value* a) {
  World& world = world_of(vm);
  Node* n = node_of(world, a[1]);
  Scalar s = reduce(world, n, static_cast<Reduction>(a[0].as_int()));
  release(n);
  return box(vm, s.dtype, s.bits);
}

/// (kind, array of two dimensions): an array with a result for each row.
Value reduce_each_row(Leaf& vm, const Value* a) {
  World& world = world_of(vm);
  Node* n = node_of(world, a[1]);
  std::vector<Scalar> results = reduce_rows(world, n, static_cast<Reduction>(a[0].as_int()));
  DType dtype = n->dtype() == DType::Bool && results.empty() ? DType::Int64 : n->dtype();
  release(n);
  if (!results.empty()) dtype = results[0].dtype;
  int64_t length[2] = {static_cast<int64_t>(results.size()), 1};
  Value made = make_array(vm, dtype, 1, length);
  View view;
  if (made.is_raised() || !view_of(vm, made, &view)) return Value::raised();
  for (size_t k = 0; k < results.size(); k++) {
    if (dtype == DType::Bool) {
      view.data[k] = results[k].bits & 1;
    } else {
      reinterpret_cast<uint64_t*>(view.data)[k] = results[k].bits;
    }
  }
  return made;
}

constexpr BuiltinDef kRows[] = {
    HH_LEAF("operation", "name, /", operation, 0, "Number of an operation."),
    HH_LEAF("apply1", "operation, a, /", apply_row<1>, 0, "An operation on one operand."),
    HH_LEAF("apply2", "operation, a, b, /", apply_row<2>, 0, "An operation on two operands."),
    HH_LEAF("apply3", "operation, a, b, c, /", apply_row<3>, 0, "An operation on three operands."),
    HH_LEAF("astype", "array, dtype, /", astype, 0, "The elements as another dtype."),
    HH_LEAF("compute", "array, /", compute_row, 0, "Computes what was deferred."),
    HH_LEAF("reduce", "kind, array, /", reduce_all, 0, "Sum, minimum or maximum."),
    HH_LEAF("reduce_rows", "kind, array, /", reduce_each_row, 0, "The same of each row."),
};

}  // namespace

const BuiltinTable kExpressionRows = builtin_table(kRows);

}  // namespace hothouse::numarray
