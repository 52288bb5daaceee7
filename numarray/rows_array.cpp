// Making arrays, views of them, assigning to them; to and from lists.
#include <cstring>

#include "core/builtins/arguments.h"
#include "core/objects/list.h"
#include "core/objects/tuple.h"
#include "numarray/evaluate.h"
#include "numarray/expression.h"
#include "numarray/rows.h"

namespace hothouse::numarray {

namespace {

/// numpy.core._exceptions._UFuncOutputCastingError, which is a TypeError.
Value raise_casting_error(Leaf& vm, const std::string& message) { return vm.type_error(message); }

/// (class, an instance with all attributes): what the class of arrays is.
Value setup(Leaf& vm, const Value* a) {
  World& world = world_of(vm);
  world.array_class = a[0];
  Object* o = a[1].as_object();
  if (o->aux < kArraySlots) return vm.type_error("ndarray's attributes are not inline");
  world.array_map = o->map;
  world.array_slots = o->aux;
  return Value::none();
}

/// (dtype, dimensions, length 0, length 1): elements not initialized.
Value empty(Leaf& vm, const Value* a) {
  int64_t length[2] = {a[2].as_int(), a[3].as_int()};
  return make_array(vm, static_cast<DType>(a[0].as_int()), static_cast<int>(a[1].as_int()), length);
}

/// (array, offset in bytes, dimensions, length 0, stride 0, length 1, stride 1): a view.
Value view_row(Leaf& vm, const Value* a) {
  View view;
  if (!view_of(vm, a[0], &view)) return Value::raised();
  view.data += a[1].as_int();
  view.ndim = static_cast<int>(a[2].as_int());
  view.length[0] = a[3].as_int();
  view.stride[0] = a[4].as_int();
  view.length[1] = a[5].as_int();
  view.stride[1] = a[6].as_int();
  return make_array(vm, view);
}

/// Does the expression read memory of the buffer otherwise than element for element as `to` has it?
bool reads_elsewhere(const Node* n, const View& to) {
  if (n->is_leaf()) {
    const View& v = n->view;
    if (v.buffer != to.buffer && !(v.buffer->is_shared() && to.buffer->is_shared())) return false;
    if (v.data != to.data || v.ndim != to.ndim || v.dtype != to.dtype) return true;
    for (int k = 0; k < kMaxDimensions; k++) {
      if (v.length[k] != to.length[k] || v.stride[k] != to.stride[k]) return true;
    }
    return false;
  }
  for (const Operand& o : n->operands) {
    if (o.node != nullptr && reads_elsewhere(o.node, to)) return true;
  }
  return false;
}

/// The elements of `to` become those of the operand, whose reference is taken over.
Value store(Leaf& vm, const View& to, Operand operand) {
  World& world = world_of(vm);
  auto fail = [&](Value raised) {
    release(operand);
    return raised;
  };
  Node* n = operand.node;
  if (n != nullptr) {
    const View& v = n->view;
    int64_t own[2] = {v.ndim == 1 ? 1 : v.length[0], v.length[v.ndim - 1]};
    int64_t want[2] = {to.ndim == 1 ? 1 : to.length[0], to.length[to.ndim - 1]};
    bool fits = true;
    for (int k = 0; k < 2; k++) fits &= own[k] == want[k] || own[k] == 1;
    if (!fits) {
      return fail(vm.value_error("could not broadcast input array from shape " +
                                 shape_text(v.ndim, v.length) + " into shape " +
                                 shape_text(to.ndim, to.length)));
    }
    bool is_direct = n->dtype() == to.dtype && v.count() == to.count() && !reads_elsewhere(n, to);
    if (!is_direct && !n->is_leaf() && !compute(n)) return fail(vm.memory_error());
    if (!is_direct && reads_elsewhere(n, to)) {
      // Overlapping: through a copy.
      retain(n);
      Node* copy = cast(world, operand, operand.dtype);
      bool done = compute(copy);
      release(n);
      operand.node = n = copy;
      if (!done) return fail(vm.memory_error());
    }
  }
  if (!before_write(vm, to.buffer)) return fail(Value::raised());
  // Computed by now, if somebody else sees it and it reads what is to be written.
  if (n == nullptr || n->is_leaf() || n->dtype() != to.dtype) {
    n = make_expression(world, Operation::Cast, to.dtype, to.ndim, to.length, &operand);
  }
  compute_into(world, n, to);
  release(n);
  return Value::none();
}

/// (array, value): the elements of the array become the value's, which is a number or an array of
/// a shape that can be stretched to the array's.
Value assign(Leaf& vm, const Value* a) {
  View to;
  if (!view_of(vm, a[0], &to)) return Value::raised();
  Operand operand;
  if (!operand_of(world_of(vm), a[1], &operand)) {
    return vm.raised() ? Value::raised() : Value::not_implemented();
  }
  return store(vm, to, operand);
}

/// (operation, array, value): array op= value.
Value update(Leaf& vm, const Value* a) {
  World& world = world_of(vm);
  View to;
  if (!view_of(vm, a[1], &to)) return Value::raised();
  Operand operands[2];
  operand_of(world, a[1], &operands[0]);
  if (!operand_of(world, a[2], &operands[1])) {
    release(operands[0]);
    return vm.raised() ? Value::raised() : Value::not_implemented();
  }
  Operand result;
  result.node = apply(world, static_cast<Operation>(a[0].as_int()), operands);
  if (result.node == nullptr) return Value::raised();
  result.dtype = result.node->dtype();
  const View& v = result.node->view;
  if (v.ndim != to.ndim || v.length[0] != to.length[0] || v.length[1] != to.length[1]) {
    std::string message = "non-broadcastable output operand with shape " +
                          shape_text(to.ndim, to.length) + " doesn't match the broadcast shape " +
                          shape_text(v.ndim, v.length);
    release(result);
    return vm.value_error(message);
  }
  if (result.dtype < to.dtype) {
    std::string text = operation_info(static_cast<Operation>(a[0].as_int())).text;
    std::string message = "Cannot cast ufunc '" + text + "' output from dtype('" +
                          dtype_name(result.dtype) + "') to dtype('" + dtype_name(to.dtype) +
                          "') with casting rule 'same_kind'";
    release(result);
    return raise_casting_error(vm, message);
  }
  Value done = store(vm, to, result);
  return done.is_raised() ? done : a[1];
}

/// (array): nested lists.
Value tolist(Leaf& vm, const Value* a) {
  View v;
  if (!view_of(vm, a[0], &v)) return Value::raised();
  auto element = [&](int64_t i, int64_t j) {
    const uint8_t* p = v.at(i, j);
    uint64_t bits = *p;
    if (v.dtype != DType::Bool) std::memcpy(&bits, p, 8);
    return box(vm, v.dtype, bits);
  };
  Value list = make_list(vm);
  for (int64_t i = 0; i < v.length[0]; i++) {
    if (v.ndim == 1) {
      list_append(vm, list, element(i, 0));
      continue;
    }
    Value row = make_list(vm);
    for (int64_t j = 0; j < v.length[1]; j++) list_append(vm, row, element(i, j));
    list_append(vm, list, row);
  }
  return list;
}

bool is_sequence(Leaf& vm, Value v) { return as_list(vm, v) || as_tuple(vm, v); }
uint64_t sequence_length(Leaf& vm, Value v) {
  Value u = unwrap(vm, v);
  return is_list(u) ? list_length(u) : tuple_length(u);
}
Value sequence_get(Leaf& vm, Value v, uint64_t i) {
  Value u = unwrap(vm, v);
  return is_list(u) ? list_get(vm, u, i) : tuple_get(u, i);
}

/// Numbers of a nested list, before the dtype is known.
struct Numbers {
  DType dtype = DType::Bool;
  std::vector<Operand> values;
  bool add(World& world, Value v) {
    Operand o;
    if (!operand_of(world, v, &o) || !o.is_scalar()) {
      release(o);
      return false;
    }
    dtype = std::min(dtype, o.dtype);
    values.push_back(o);
    return true;
  }
};

/// (list or tuple, dtype or None): an array; NotImplemented if it is not one or two dimensions of
/// numbers.
Value from_sequence(Leaf& vm, const Value* a) {
  World& world = world_of(vm);
  Numbers numbers;
  uint64_t rows = sequence_length(vm, a[0]);
  int64_t length[2] = {static_cast<int64_t>(rows), 1};
  int ndim = 1;
  auto refuse = [&] { return vm.raised() ? Value::raised() : Value::not_implemented(); };
  for (uint64_t i = 0; i < rows; i++) {
    Value x = sequence_get(vm, a[0], i);
    bool is_row = is_sequence(vm, x);
    if (i == 0 && is_row) {
      ndim = 2;
      length[1] = static_cast<int64_t>(sequence_length(vm, x));
    }
    if (is_row != (ndim == 2)) return refuse();
    if (!is_row) {
      if (!numbers.add(world, x)) return refuse();
      continue;
    }
    if (static_cast<int64_t>(sequence_length(vm, x)) != length[1]) return refuse();
    for (int64_t j = 0; j < length[1]; j++) {
      if (!numbers.add(world, sequence_get(vm, x, static_cast<uint64_t>(j)))) return refuse();
    }
  }
  DType dtype = numbers.values.empty() ? DType::Float64 : numbers.dtype;
  if (!a[1].is_none()) dtype = static_cast<DType>(a[1].as_int());
  Value made = make_array(vm, dtype, ndim, length);
  View view;
  if (made.is_raised() || !view_of(vm, made, &view)) return Value::raised();
  for (size_t k = 0; k < numbers.values.size(); k++) {
    uint64_t bits = convert_bits(numbers.values[k].dtype, dtype, numbers.values[k].bits);
    if (dtype == DType::Bool) {
      view.data[k] = static_cast<uint8_t>(bits);
    } else {
      reinterpret_cast<uint64_t*>(view.data)[k] = bits;
    }
  }
  return made;
}

/// (start, step, count): start + i * step; floats or ints.
Value sequence(Leaf& vm, const Value* a) {
  int64_t length[2] = {a[2].as_int(), 1};
  bool is_float = a[0].is_double();
  Value made = make_array(vm, is_float ? DType::Float64 : DType::Int64, 1, length);
  View view;
  if (made.is_raised() || !view_of(vm, made, &view)) return Value::raised();
  if (is_float) {
    double start = a[0].as_double(), step = a[1].as_double();
    auto* p = reinterpret_cast<double*>(view.data);
    for (int64_t i = 0; i < length[0]; i++) p[i] = start + static_cast<double>(i) * step;
  } else {
    int64_t start = 0, step = 0;
    as_int64(a[0], &start);
    as_int64(a[1], &step);
    auto* p = reinterpret_cast<int64_t*>(view.data);
    auto at = static_cast<uint64_t>(start);
    for (int64_t i = 0; i < length[0]; i++, at += static_cast<uint64_t>(step)) {
      p[i] = static_cast<int64_t>(at);
    }
  }
  return made;
}

/// (array, array): may elements of one be elements of the other?
Value shares_memory(Leaf& vm, const Value* a) {
  View x, y;
  if (!view_of(vm, a[0], &x) || !view_of(vm, a[1], &y)) return Value::raised();
  return Value::boolean(x.buffer == y.buffer);
}

constexpr BuiltinDef kRows[] = {
    HH_LEAF("setup", "cls, instance, /", setup, 0, "Tells the class of arrays."),
    HH_LEAF("empty", "dtype, ndim, n0, n1, /", empty, 0, "An array, not initialized."),
    HH_LEAF("view", "array, offset, ndim, n0, s0, n1, s1, /", view_row, 0, "Other elements of it."),
    HH_LEAF("assign", "array, value, /", assign, 0, "Sets all elements."),
    HH_LEAF("update", "operation, array, value, /", update, 0, "array op= value"),
    HH_LEAF("tolist", "array, /", tolist, 0, "Nested lists."),
    HH_LEAF("from_sequence", "values, dtype, /", from_sequence, 0, "An array of nested lists."),
    HH_LEAF("sequence", "start, step, count, /", sequence, 0, "An arithmetic sequence."),
    HH_LEAF("shares_memory", "a, b, /", shares_memory, 0, "Whether they have a buffer in common."),
};

}  // namespace

const BuiltinTable kArrayRows = builtin_table(kRows);

}  // namespace hothouse::numarray
