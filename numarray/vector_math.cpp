#include "numarray/vector_math.h"

#if defined(__x86_64__) && defined(__linux__)
#include <dlfcn.h>

#include <cmath>
#include <cstring>

namespace hothouse::numarray {

namespace {

#define WITH_AVX2 __attribute__((target("avx2,fma")))

using Four = double __attribute__((vector_size(32)));
using FourWords = int64_t __attribute__((vector_size(32)));
using VectorFunction = Four (*)(Four);

/// e to the power, rounded rightly but for one in hundreds. x = n * ln 2 + r with |r| < 0.35, and
/// the series of e^r; what over- or underflows is left to the scalar function.
WITH_AVX2 Four exp_of_four(Four x) {
  constexpr double kLimit = 708;
  bool is_ordinary = true;
  for (int k = 0; k < 4; k++) is_ordinary &= x[k] > -kLimit && x[k] < kLimit;  // and no NaN
  if (!is_ordinary) {
    Four r;
    for (int k = 0; k < 4; k++) {
      Four same{x[k], x[k], x[k], x[k]};
      r[k] = x[k] > -kLimit && x[k] < kLimit ? exp_of_four(same)[0] : std::exp(x[k]);
    }
    return r;
  }
  constexpr double kShift = 6755399441055744.0;  // 1.5 * 2^52: adding it rounds to integers
  Four shifted = x * 1.4426950408889634 + kShift;
  Four n = shifted - kShift;
  // ln 2 in two parts, of which the first ends in zeros; what rounding r loses is kept.
  Four most = x - n * 0x1.62e42fefa3800p-1, least = n * 0x1.ef35793c76730p-45;
  Four r = most - least;
  Four lost = (most - r) - least;
  constexpr double kSeries[] = {1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800,
                                1.0 / 362880,     1.0 / 40320,     1.0 / 5040,     1.0 / 720,
                                1.0 / 120,        1.0 / 24,        1.0 / 6,        0.5};
  Four p = Four{} + kSeries[0];
  for (int k = 1; k < 12; k++) p = p * r + kSeries[k];
  p = p * (r * r) + lost;
  // 1 + r + p, small ones first.
  Four sum = r + 1.0;
  p = sum + ((r - (sum - 1.0)) + p);
  // n is in the low bits of `shifted`; it goes to the exponent.
  FourWords bits, exponent;
  std::memcpy(&bits, &p, sizeof bits);
  std::memcpy(&exponent, &shifted, sizeof exponent);
  bits += exponent << 52;
  std::memcpy(&p, &bits, sizeof p);
  return p;
}

WITH_AVX2 void over(VectorFunction f, const double* from, double* to, int64_t count) {
  int64_t k = 0;
  Four x;
  for (; k + 4 <= count; k += 4) {
    std::memcpy(&x, from + k, sizeof x);
    x = f(x);
    std::memcpy(to + k, &x, sizeof x);
  }
  if (k == count) return;
  auto rest = static_cast<size_t>(count - k) * sizeof(double);
  x = Four{} + from[k];
  std::memcpy(&x, from + k, rest);
  x = f(x);
  std::memcpy(to + k, &x, rest);
}

struct Named {
  Operation op;
  const char* name;
};
/// Those of which libmvec is no worse than 4 units in the last place and nearer to NumPy's than
/// the scalar functions are.
constexpr Named kNames[] = {
    {Operation::Log, "_ZGVdN4v_log"},       {Operation::Sin, "_ZGVdN4v_sin"},
    {Operation::Cos, "_ZGVdN4v_cos"},       {Operation::Tanh, "_ZGVdN4v_tanh"},
    {Operation::Arctan, "_ZGVdN4v_atan"},   {Operation::Arcsin, "_ZGVdN4v_asin"},
    {Operation::Arccos, "_ZGVdN4v_acos"},   {Operation::Sinh, "_ZGVdN4v_sinh"},
    {Operation::Arcsinh, "_ZGVdN4v_asinh"}, {Operation::Arccosh, "_ZGVdN4v_acosh"},
    {Operation::Arctanh, "_ZGVdN4v_atanh"}, {Operation::Log1p, "_ZGVdN4v_log1p"},
};

struct Table {
  VectorFunction functions[static_cast<int>(Operation::kCount)] = {};
  Table() {
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return;
    functions[static_cast<int>(Operation::Exp)] = exp_of_four;
    void* library = dlopen("libmvec.so.1", RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) return;
    for (const Named& n : kNames) {
      functions[static_cast<int>(n.op)] = reinterpret_cast<VectorFunction>(dlsym(library, n.name));
    }
  }
};

VectorFunction function_of(Operation op) {
  static const Table table;
  return table.functions[static_cast<int>(op)];
}

}  // namespace

bool has_vector_form(Operation op) { return function_of(op) != nullptr; }

void apply_to_all(Operation op, const double* from, double* to, int64_t count) {
  over(function_of(op), from, to, count);
}

double apply_to_one(Operation op, double x, double (*otherwise)(double)) {
  VectorFunction f = function_of(op);
  if (f == nullptr) return otherwise(x);
  double result;
  over(f, &x, &result, 1);
  return result;
}

}  // namespace hothouse::numarray

#else

namespace hothouse::numarray {

bool has_vector_form(Operation) { return false; }
void apply_to_all(Operation, const double*, double*, int64_t) {}
double apply_to_one(Operation, double x, double (*otherwise)(double)) { return otherwise(x); }

}  // namespace hothouse::numarray

#endif
