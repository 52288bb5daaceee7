// NumPy's order of additions, so that sums are the same to the last bit: up to 128 elements in
// eight partial sums, more by halves (numpy/core/src/umath/loops_utils.h.src describes it; Higham,
// "The accuracy of floating point summation", 1993). It is so for elements without gaps or with
// one stride; of other two-dimensional views the rows' sums are added up.
#include "numarray/reduce.h"

#include <algorithm>
#include <cstring>

#include "numarray/functions.h"
#include "numarray/stages.h"

namespace hothouse::numarray {

namespace {

constexpr int64_t kBlock = 128;

using Pair = double __attribute__((vector_size(16)));

/// The sum of a multiple of kLanes doubles, at most kBlock of them, in the kernels' order: entering
/// a kernel takes as long as the sum does.
double sum_block(const double* p, int64_t count) {
  auto pair = [&p](int k) {
    Pair loaded;
    std::memcpy(&loaded, p + k, sizeof loaded);
    return loaded;
  };
  const double* end = p + count;
  Pair a = pair(0), b = pair(2), c = pair(4), d = pair(6);
  for (p += kLanes; p < end; p += kLanes) {
    a += pair(0);
    b += pair(2);
    c += pair(4);
    d += pair(6);
  }
  return ((a[0] + a[1]) + (b[0] + b[1])) + ((c[0] + c[1]) + (d[0] + d[1]));
}

class Reducer {
 public:
  Reducer(World& world, const Node* n, Reduction kind) : world_(world), kind_(kind), plan_(n) {
    plan_.as_rows(nullptr);
    element_dtype_ = plan_.spec.dtype;
    // Bools are counted, or compared as integers.
    dtype_ = element_dtype_ == DType::Bool ? DType::Int64 : element_dtype_;
    plan_.spec.dtype = dtype_;
    values_ = &world.kernels->find(plan_.spec);
    plan_.spec.reduction = kind;
    lanes_ = &world.kernels->find(plan_.spec);
    is_wide_ = world.kernels->is_wide(*lanes_);
    is_plain_ = kind == Reduction::Sum && dtype_ == DType::Float64 && plan_.spec.steps.empty() &&
                plan_.inputs[0].data != nullptr && plan_.spec.inputs[0].dtype == DType::Float64 &&
                plan_.spec.inputs[0].mode == Mode::Contiguous;
  }

  Scalar run() {
    Scalar total = row(0);
    for (int64_t r = 1; r < plan_.length[0]; r++) total = combine(total, row(r));
    return finish(total);
  }
  std::vector<Scalar> run_rows(int64_t rows) {
    if (plan_.length[0] != rows) {  // they had become one
      plan_.length[1] = rows == 0 ? 0 : plan_.length[1] / rows;
      plan_.length[0] = rows;
    }
    std::vector<Scalar> results;
    for (int64_t r = 0; r < rows; r++) results.push_back(finish(row(r)));
    return results;
  }

 private:
  static double f64(uint64_t bits) { return __builtin_bit_cast(double, bits); }
  static uint64_t bits(double d) { return __builtin_bit_cast(uint64_t, d); }

  Scalar combine(Scalar a, Scalar b) const {
    if (dtype_ == DType::Float64) {
      double x = f64(a.bits), y = f64(b.bits);
      double r = kind_ == Reduction::Sum       ? x + y
                 : kind_ == Reduction::Maximum ? maximum(x, y)
                                               : minimum(x, y);
      return {dtype_, bits(r)};
    }
    auto x = static_cast<int64_t>(a.bits), y = static_cast<int64_t>(b.bits);
    if (kind_ == Reduction::Sum) return {dtype_, a.bits + b.bits};
    return {dtype_,
            static_cast<uint64_t>(kind_ == Reduction::Maximum ? std::max(x, y) : std::min(x, y))};
  }

  Scalar finish(Scalar s) const {
    if (kind_ == Reduction::Sum && dtype_ == DType::Float64) s.bits = bits(0.0 + f64(s.bits));
    if (kind_ != Reduction::Sum) s.dtype = element_dtype_;
    return s;
  }

  Scalar row(int64_t r) { return part(r, 0, plan_.length[1]); }

  Scalar part(int64_t r, int64_t from, int64_t count) {
    bool in_blocks = kind_ == Reduction::Sum && dtype_ == DType::Float64;
    if (in_blocks && count > kBlock) {
      int64_t half = count / 2;
      half -= half % kLanes;
      Scalar left = part(r, from, half);
      return combine(left, part(r, from + half, count - half));
    }
    int64_t whole = count - count % kLanes;
    uint64_t parameters[kMostParameters];
    Scalar result{dtype_, 0};
    bool is_empty = true;
    if (whole > 0 && is_plain_) {
      const Plan::Input& in = plan_.inputs[0];
      const uint8_t* first = in.data + r * in.stride[0] + from * 8;
      result.bits = bits(sum_block(reinterpret_cast<const double*>(first), whole));
      is_empty = false;
    } else if (whole > 0) {
      alignas(32) uint64_t lanes[kLanes];
      set_parameters(plan_, r, from, reinterpret_cast<uint8_t*>(lanes), 0, parameters);
      world_.kernels->run(*lanes_, is_wide_, whole, parameters);
      auto at = [&](int k) { return Scalar{dtype_, lanes[k]}; };
      result = combine(combine(combine(at(0), at(1)), combine(at(2), at(3))),
                       combine(combine(at(4), at(5)), combine(at(6), at(7))));
      is_empty = false;
    }
    if (whole == count) return result;
    uint64_t rest[kLanes];
    set_parameters(plan_, r, from + whole, reinterpret_cast<uint8_t*>(rest), 8, parameters);
    world_.kernels->run(*values_, false, count - whole, parameters);
    for (int64_t k = 0; k < count - whole; k++) {
      Scalar x{dtype_, rest[k]};
      result = is_empty && kind_ != Reduction::Sum ? x : combine(result, x);
      is_empty = false;
    }
    return result;
  }

  World& world_;
  Reduction kind_;
  Plan plan_;
  DType dtype_, element_dtype_;
  Kernel* values_;
  Kernel* lanes_;
  bool is_wide_;
  bool is_plain_;  // a sum of doubles as they lie in memory
};

}  // namespace

// What has functions in it is computed first: those go over many elements at once.
Scalar reduce(World& world, Node* n, Reduction kind) {
  if (has_block_functions(n)) compute(n);  // without memory for it the reducer calls them
  return Reducer(world, n, kind).run();
}

std::vector<Scalar> reduce_rows(World& world, Node* n, Reduction kind) {
  if (has_block_functions(n)) compute(n);
  return Reducer(world, n, kind).run_rows(n->view.length[0]);
}

}  // namespace hothouse::numarray
