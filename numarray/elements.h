// Single elements, as words: what rows_*.cpp do element by element.
//
// Neighbours: array.h (views), expression.h (conversions between dtypes).
#pragma once

#include <cstring>

#include "numarray/array.h"

namespace hothouse::numarray {

/// The element's bits: a double, an int64, 0 or 1.
inline uint64_t load(const View& v, int64_t i, int64_t j = 0) {
  const uint8_t* p = v.at(i, j);
  if (v.dtype == DType::Bool) return *p;
  uint64_t bits;
  std::memcpy(&bits, p, 8);
  return bits;
}
inline void store(const View& v, int64_t i, int64_t j, uint64_t bits) {
  uint8_t* p = v.at(i, j);
  if (v.dtype == DType::Bool) {
    *p = static_cast<uint8_t>(bits);
  } else {
    std::memcpy(p, &bits, 8);
  }
}
inline double as_f64(uint64_t bits) { return __builtin_bit_cast(double, bits); }

/// The order of sorting: NaN last.
inline bool is_less(DType t, uint64_t a, uint64_t b) {
  if (t == DType::Float64) {
    double x = as_f64(a), y = as_f64(b);
    return x < y || (y != y && x == x);
  }
  return static_cast<int64_t>(a) < static_cast<int64_t>(b);
}

/// A new array, and the view of it; false: raised.
inline bool make(Leaf& vm, DType dtype, int ndim, int64_t n0, int64_t n1, Value* made, View* view) {
  int64_t length[2] = {n0, n1};
  *made = make_array(vm, dtype, ndim, length);
  return !made->is_raised() && view_of(vm, *made, view);
}

}  // namespace hothouse::numarray
