// Sorting, searching, running sums and products: what depends on the order of elements.
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/builtins/arguments.h"
#include "numarray/elements.h"
#include "numarray/rows.h"

namespace hothouse::numarray {

namespace {

/// (product?, array): running sums or products in C order.
Value cumulate(Leaf& vm, const Value* a) {
  View v, out;
  bool multiplies = a[0].is_true();
  if (!view_of(vm, a[1], &v)) return Value::raised();
  Value made;
  DType dtype = v.dtype == DType::Bool ? DType::Int64 : v.dtype;
  if (!make(vm, dtype, 1, v.count(), 1, &made, &out)) return Value::raised();
  double f = 0;
  uint64_t n = multiplies ? 1 : 0;
  for (int64_t i = 0, k = 0; i < v.length[0]; i++) {
    for (int64_t j = 0; j < v.length[1]; j++, k++) {
      uint64_t x = load(v, i, j);
      if (dtype == DType::Float64) {
        f = k == 0 ? as_f64(x) : multiplies ? f * as_f64(x) : f + as_f64(x);
        store(out, k, 0, __builtin_bit_cast(uint64_t, f));
      } else {
        n = multiplies ? n * x : n + x;
        store(out, k, 0, n);
      }
    }
  }
  return made;
}

/// (array of one dimension): sorted, NaN last.
Value sort(Leaf& vm, const Value* a) {
  View v, out;
  if (!view_of(vm, a[0], &v)) return Value::raised();
  Value made;
  int64_t n = v.length[0];
  if (!make(vm, v.dtype, 1, n, 1, &made, &out)) return Value::raised();
  for (int64_t i = 0; i < n; i++) store(out, i, 0, load(v, i));
  // Equal elements may differ only as -0.0 and 0.0 do: those keep their order.
  if (v.dtype == DType::Float64) {
    auto* p = reinterpret_cast<double*>(out.data);
    double* end = std::stable_partition(p, p + n, [](double x) { return x == x; });
    std::stable_sort(p, end);
  } else if (v.dtype == DType::Int64) {
    auto* p = reinterpret_cast<int64_t*>(out.data);
    std::sort(p, p + n);
  } else {
    std::sort(out.data, out.data + n);
  }
  return made;
}

/// (array of one dimension): the order in which its elements are sorted.
Value argsort(Leaf& vm, const Value* a) {
  View v, out;
  if (!view_of(vm, a[0], &v)) return Value::raised();
  Value made;
  if (!make(vm, DType::Int64, 1, v.length[0], 1, &made, &out)) return Value::raised();
  auto* order = reinterpret_cast<int64_t*>(out.data);
  for (int64_t i = 0; i < v.length[0]; i++) order[i] = i;
  std::stable_sort(order, order + v.length[0],
                   [&](int64_t x, int64_t y) { return is_less(v.dtype, load(v, x), load(v, y)); });
  return made;
}

/// (sorted array, array of the same dtype, right?), one dimension each: where elements would have
/// to be inserted.
Value search_sorted(Leaf& vm, const Value* a) {
  View v, x, out;
  if (!view_of(vm, a[0], &v) || !view_of(vm, a[1], &x)) return Value::raised();
  bool right = a[2].is_true();
  Value made;
  if (!make(vm, DType::Int64, 1, x.length[0], 1, &made, &out)) return Value::raised();
  for (int64_t k = 0; k < x.length[0]; k++) {
    uint64_t wanted = load(x, k);
    int64_t low = 0, high = v.length[0];
    while (low < high) {
      int64_t middle = low + (high - low) / 2;
      uint64_t here = load(v, middle);
      bool is_before = right ? !is_less(v.dtype, wanted, here) : is_less(v.dtype, here, wanted);
      (is_before ? low : high) = is_before ? middle + 1 : middle;
    }
    store(out, k, 0, static_cast<uint64_t>(low));
  }
  return made;
}

/// (array of no negative int64, least length): how often each number occurs.
Value count_each(Leaf& vm, const Value* a) {
  View v, out;
  if (!view_of(vm, a[0], &v)) return Value::raised();
  int64_t length = a[1].as_int();
  for (int64_t k = 0; k < v.length[0]; k++) {
    length = std::max(length, static_cast<int64_t>(load(v, k)) + 1);
  }
  Value made;
  if (!make(vm, DType::Int64, 1, length, 1, &made, &out)) return Value::raised();
  std::memset(out.data, 0, static_cast<size_t>(length) * 8);
  auto* counts = reinterpret_cast<int64_t*>(out.data);
  for (int64_t k = 0; k < v.length[0]; k++) counts[load(v, k)]++;
  return made;
}

constexpr BuiltinDef kRows[] = {
    HH_LEAF("cumulate", "product, array, /", cumulate, 0, "Running sums or products."),
    HH_LEAF("sort", "array, /", sort, 0, "Sorted elements."),
    HH_LEAF("argsort", "array, /", argsort, 0, "The sorted elements' indices."),
    HH_LEAF("search_sorted", "array, values, right, /", search_sorted, 0, "Where to insert."),
    HH_LEAF("count_each", "array, length, /", count_each, 0, "How often numbers occur."),
};

}  // namespace

const BuiltinTable kOrderRows = builtin_table(kRows);

}  // namespace hothouse::numarray
