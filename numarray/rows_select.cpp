// What is no elementwise expression: masks, arrays of indices, extremes, products of matrices.
// Plain loops over elements.
#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/builtins/arguments.h"
#include "numarray/elements.h"
#include "numarray/expression.h"
#include "numarray/functions.h"
#include "numarray/reduce.h"
#include "numarray/rows.h"

namespace hothouse::numarray {

namespace {

/// Eight bools of a mask as they lie in memory, 0 or 1 in each byte.
uint64_t eight_bools(const uint8_t* p) {
  uint64_t bytes;
  std::memcpy(&bytes, p, 8);
  return bytes;
}

int64_t count_set(const View& mask) {
  int64_t count = 0;
  if (mask.is_contiguous()) {
    const uint8_t* p = mask.data;
    int64_t n = mask.count(), k = 0;
    // The product's highest byte is the sum of all bytes.
    for (; k + 8 <= n; k += 8) {
      count += static_cast<int64_t>((eight_bools(p + k) * 0x0101010101010101u) >> 56);
    }
    for (; k < n; k++) count += p[k];
    return count;
  }
  for (int64_t i = 0; i < mask.length[0]; i++) {
    for (int64_t j = 0; j < mask.length[1]; j++) count += *mask.at(i, j);
  }
  return count;
}

/// The `count` words for which the mask is set, without branches: every word is written, and the
/// next one over it if it was not wanted. Stops when all are found, so nothing lies beyond `to`.
void compress_words(const uint64_t* from, const uint8_t* mask, int64_t count, uint64_t* to) {
  const uint64_t* end = to + count;
  // Eight at a time while there is room for all of them.
  for (; end - to >= 8; from += 8, mask += 8) {
    for (int k = 0; k < 8; k++) {
      *to = from[k];
      to += mask[k];
    }
  }
  for (; to < end; from++, mask++) {
    *to = *from;
    to += *mask;
  }
}

/// (array, mask): the elements where the mask of the array's shape is set; a mask with a dimension
/// less selects rows.
Value compress(Leaf& vm, const Value* a) {
  View v, mask, out;
  if (!view_of(vm, a[0], &v) || !view_of(vm, a[1], &mask)) return Value::raised();
  int64_t count = count_set(mask), k = 0;
  bool rows = mask.ndim < v.ndim;
  Value made;
  if (!make(vm, v.dtype, rows ? 2 : 1, count, rows ? v.length[1] : 1, &made, &out)) {
    return Value::raised();
  }
  if (!rows && v.dtype != DType::Bool && v.is_contiguous() && mask.is_contiguous()) {
    compress_words(reinterpret_cast<const uint64_t*>(v.data), mask.data, count,
                   reinterpret_cast<uint64_t*>(out.data));
    return made;
  }
  for (int64_t i = 0; i < mask.length[0]; i++) {
    for (int64_t j = 0; j < mask.length[1]; j++) {
      if (!*mask.at(i, j)) continue;
      for (int64_t c = 0; rows && c < v.length[1]; c++) store(out, k, c, load(v, i, c));
      if (!rows) store(out, k, 0, load(v, i, j));
      k++;
    }
  }
  return made;
}

/// (array, mask of its shape, number or array of as many elements as are set)
Value put_mask(Leaf& vm, const Value* a) {
  World& world = world_of(vm);
  View v, mask, from;
  if (!view_of(vm, a[0], &v) || !view_of(vm, a[1], &mask)) return Value::raised();
  Operand operand;
  if (!operand_of(world, a[2], &operand)) {
    return vm.raised() ? Value::raised() : Value::not_implemented();
  }
  bool is_number = operand.is_scalar();
  release(operand);
  if (!is_number) {
    if (!view_of(vm, a[2], &from)) return Value::raised();
    int64_t count = count_set(mask);
    if (from.ndim != 1 || (from.length[0] != count && from.length[0] != 1)) {
      return vm.value_error("NumPy boolean array indexing assignment cannot assign " +
                            std::to_string(from.count()) + " input values to the " +
                            std::to_string(count) + " output values where the mask is true");
    }
  }
  if (!before_write(vm, v.buffer)) return Value::raised();
  int64_t k = 0;
  for (int64_t i = 0; i < v.length[0]; i++) {
    for (int64_t j = 0; j < v.length[1]; j++) {
      if (!*mask.at(i, j)) continue;
      uint64_t bits =
          is_number ? convert_bits(operand.dtype, v.dtype, operand.bits)
                    : convert_bits(from.dtype, v.dtype, load(from, from.length[0] == 1 ? 0 : k));
      store(v, i, j, bits);
      k++;
    }
  }
  return Value::none();
}

Value index_error(Leaf& vm, int64_t index, int64_t length) {
  return vm.index_error("index " + std::to_string(index) +
                        " is out of bounds for axis 0 with size " + std::to_string(length));
}

/// (array, one-dimensional array of int64): its elements, or rows, at those indices.
Value take(Leaf& vm, const Value* a) {
  View v, at, out;
  if (!view_of(vm, a[0], &v) || !view_of(vm, a[1], &at)) return Value::raised();
  Value made;
  if (!make(vm, v.dtype, v.ndim, at.length[0], v.length[1], &made, &out)) return Value::raised();
  for (int64_t k = 0; k < at.length[0]; k++) {
    auto i = static_cast<int64_t>(load(at, k));
    if (i < -v.length[0] || i >= v.length[0]) return index_error(vm, i, v.length[0]);
    if (i < 0) i += v.length[0];
    for (int64_t c = 0; c < v.length[1]; c++) store(out, k, c, load(v, i, c));
  }
  return made;
}

/// (array, one-dimensional array of int64, number or array of as many elements)
Value put(Leaf& vm, const Value* a) {
  World& world = world_of(vm);
  View v, at, from;
  if (!view_of(vm, a[0], &v) || !view_of(vm, a[1], &at)) return Value::raised();
  Operand operand;
  if (!operand_of(world, a[2], &operand)) {
    return vm.raised() ? Value::raised() : Value::not_implemented();
  }
  bool is_number = operand.is_scalar();
  release(operand);
  if (!is_number && !view_of(vm, a[2], &from)) return Value::raised();
  if (!is_number && from.length[0] != at.length[0] && from.length[0] != 1) {
    return vm.value_error(
        "shape mismatch: value array of shape " + shape_text(from.ndim, from.length) +
        " could not be broadcast to indexing result of shape " + shape_text(at.ndim, at.length));
  }
  for (int64_t k = 0; k < at.length[0]; k++) {
    auto i = static_cast<int64_t>(load(at, k));
    if (i < -v.length[0] || i >= v.length[0]) return index_error(vm, i, v.length[0]);
  }
  if (!before_write(vm, v.buffer)) return Value::raised();
  for (int64_t k = 0; k < at.length[0]; k++) {
    auto i = static_cast<int64_t>(load(at, k));
    if (i < 0) i += v.length[0];
    uint64_t bits =
        is_number ? convert_bits(operand.dtype, v.dtype, operand.bits)
                  : convert_bits(from.dtype, v.dtype, load(from, from.length[0] == 1 ? 0 : k));
    for (int64_t c = 0; c < v.length[1]; c++) store(v, i, c, bits);
  }
  return Value::none();
}

/// (greatest?, array): number, in C order, of the first extreme element; NaN counts as extreme.
Value arg_extreme(Leaf& vm, const Value* a) {
  View v;
  bool greatest = a[0].is_true();
  if (!view_of(vm, a[1], &v)) return Value::raised();
  int64_t best = 0;
  uint64_t best_bits = load(v, 0, 0);
  for (int64_t i = 0, k = 0; i < v.length[0]; i++) {
    for (int64_t j = 0; j < v.length[1]; j++, k++) {
      uint64_t x = load(v, i, j);
      if (v.dtype == DType::Float64) {
        if (as_f64(best_bits) != as_f64(best_bits)) continue;
        double d = as_f64(x), b = as_f64(best_bits);
        if (!(d != d || (greatest ? d > b : d < b))) continue;
      } else if (greatest ? !is_less(v.dtype, best_bits, x) : !is_less(v.dtype, x, best_bits)) {
        continue;
      }
      best = k;
      best_bits = x;
    }
  }
  return Value::small_int(best);
}

/// (kind, array of two dimensions): an array with a result for each column, rows in order.
Value reduce_columns(Leaf& vm, const Value* a) {
  auto kind = static_cast<Reduction>(a[0].as_int());
  View v, out;
  if (!view_of(vm, a[1], &v)) return Value::raised();
  Value made;
  bool counts = v.dtype == DType::Bool && kind == Reduction::Sum;
  DType dtype = counts ? DType::Int64 : v.dtype;
  if (!make(vm, dtype, 1, v.length[1], 1, &made, &out)) return Value::raised();
  for (int64_t j = 0; j < v.length[1]; j++) {
    store(out, j, 0, kind == Reduction::Sum ? 0 : load(v, 0, j));
  }
  for (int64_t i = 0; i < v.length[0]; i++) {
    for (int64_t j = 0; j < v.length[1]; j++) {
      uint64_t x = load(v, i, j), t = load(out, j);
      if (kind == Reduction::Sum) {
        t = dtype == DType::Float64 ? __builtin_bit_cast(uint64_t, as_f64(t) + as_f64(x)) : t + x;
      } else if (dtype == DType::Float64) {
        double r = kind == Reduction::Maximum ? maximum(as_f64(t), as_f64(x))
                                              : minimum(as_f64(t), as_f64(x));
        t = __builtin_bit_cast(uint64_t, r);
      } else if (kind == Reduction::Maximum ? is_less(dtype, t, x) : is_less(dtype, x, t)) {
        t = x;
      }
      store(out, j, 0, t);
    }
  }
  return made;
}

template <class T>
void multiply(const View& x, const View& y, const View& out) {
  int64_t n = x.length[0], m = y.length[1], depth = x.length[1];
  std::vector<T> row(static_cast<size_t>(m));
  for (int64_t i = 0; i < n; i++) {
    std::fill(row.begin(), row.end(), T{0});
    for (int64_t k = 0; k < depth; k++) {
      T f = *reinterpret_cast<const T*>(x.at(i, k));
      for (int64_t j = 0; j < m; j++) {
        row[static_cast<size_t>(j)] += f * *reinterpret_cast<const T*>(y.at(k, j));
      }
    }
    for (int64_t j = 0; j < m; j++) {
      std::memcpy(out.at(i, j), &row[static_cast<size_t>(j)], sizeof(T));
    }
  }
}

/// (array, array), two dimensions, one dtype that is no bool: the matrix product.
Value matmul(Leaf& vm, const Value* a) {
  View x, y, out;
  if (!view_of(vm, a[0], &x) || !view_of(vm, a[1], &y)) return Value::raised();
  Value made;
  if (!make(vm, x.dtype, 2, x.length[0], y.length[1], &made, &out)) return Value::raised();
  if (x.dtype == DType::Float64) {
    multiply<double>(x, y, out);
  } else {
    multiply<uint64_t>(x, y, out);
  }
  return made;
}

constexpr BuiltinDef kRows[] = {
    HH_LEAF("compress", "array, mask, /", compress, 0, "Elements where a mask is set."),
    HH_LEAF("put_mask", "array, mask, value, /", put_mask, 0, "Sets elements where a mask is set."),
    HH_LEAF("take", "array, indices, /", take, 0, "Elements at indices."),
    HH_LEAF("put", "array, indices, value, /", put, 0, "Sets elements at indices."),
    HH_LEAF("arg_extreme", "greatest, array, /", arg_extreme, 0, "argmax and argmin."),
    HH_LEAF("reduce_columns", "kind, array, /", reduce_columns, 0, "Sum, min or max of columns."),
    HH_LEAF("matmul", "a, b, /", matmul, 0, "The matrix product."),
};

}  // namespace

const BuiltinTable kSelectRows = builtin_table(kRows);

}  // namespace hothouse::numarray
