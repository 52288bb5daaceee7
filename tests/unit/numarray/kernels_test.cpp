// Kernels against a scalar loop: every operation and dtype, lengths from nothing to two iterations
// of the wide form and one, every misalignment, NaN, -0.0, infinities and the ends of int64.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <limits>

#include "core/opt/pipeline.h"
#include "numarray/expression.h"
#include "numarray/functions.h"
#include "numarray/kernel.h"
#include "tests/unit/backend/harness.h"

namespace hothouse::numarray {

namespace {

using backend::Kind;
using backend::Machine;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr int64_t kLongest = 2 * kLanes + 1;
constexpr int64_t kMisalignments = 4;

uint64_t bits(double d) { return __builtin_bit_cast(uint64_t, d); }
double f64(uint64_t b) { return __builtin_bit_cast(double, b); }
int64_t i64(uint64_t b) { return static_cast<int64_t>(b); }

const double kDoubles[] = {0.0,     -0.0, 1.5,  -2.25, NAN,  kInfinity, -kInfinity, 1e300,
                           -1e-300, 3.0,  -3.0, 0.5,   7.75, -7.75,     4.0,        NAN};
const int64_t kInts[] = {0,  1,          -1,        2,  -7, 7, INT64_MAX, INT64_MIN,
                         63, -(1 << 30), 1LL << 40, -3, 3,  5, 100,       -100};

uint64_t sample(DType t, int64_t i, int64_t which) {
  auto k = static_cast<size_t>(which == 0 ? i : (i * 5 + 3 * which)) % 16;
  if (t == DType::Float64) return bits(kDoubles[k]);
  if (t == DType::Int64) return static_cast<uint64_t>(kInts[k]);
  return (k * 7 + static_cast<size_t>(which)) % 3 == 0;
}

/// A row of elements with room before and behind, misaligned.
class Row {
 public:
  Row(DType t, int64_t misalignment) : dtype_(t), bytes_(1024, 0xee) {
    auto size = static_cast<size_t>(item_size(t));
    auto start = reinterpret_cast<uintptr_t>(bytes_.data());
    size_t to = (64 - start % 64) % 64 + 64 + static_cast<size_t>(misalignment) * size;
    data = bytes_.data() + to;
  }
  void set(int64_t i, uint64_t b) {
    if (dtype_ == DType::Bool) {
      data[i] = static_cast<uint8_t>(b);
    } else {
      std::memcpy(data + 8 * i, &b, 8);
    }
  }
  uint64_t get(int64_t i) const {
    if (dtype_ == DType::Bool) return data[i];
    uint64_t b;
    std::memcpy(&b, data + 8 * i, 8);
    return b;
  }
  /// Is what lies around elements [0, n) untouched?
  bool is_clean(int64_t n) const {
    const uint8_t* end = data + n * item_size(dtype_);
    auto clean = [](uint8_t b) { return b == 0xee; };
    return std::all_of(bytes_.data(), const_cast<const uint8_t*>(data), clean) &&
           std::all_of(end, bytes_.data() + bytes_.size(), clean);
  }

 private:
  DType dtype_;
  std::vector<uint8_t> bytes_;

 public:
  uint8_t* data;
};

bool same(DType t, uint64_t a, uint64_t b) {
  if (t == DType::Float64 && std::isnan(f64(a)) && std::isnan(f64(b))) return true;
  return a == b;
}

using Reference = std::function<uint64_t(const uint64_t*)>;

struct Case {
  std::string name;
  Operation op;
  std::vector<DType> operands;
  DType result;
  Reference reference;
};

template <class F>
Reference on_doubles(F f) {
  return [f](const uint64_t* x) { return bits(f(f64(x[0]), f64(x[1]))); };
}
template <class F>
Reference on_ints(F f) {
  return [f](const uint64_t* x) { return static_cast<uint64_t>(f(i64(x[0]), i64(x[1]))); };
}
template <class F>
Reference on_bools(F f) {
  return [f](const uint64_t* x) { return static_cast<uint64_t>(f(x[0] != 0, x[1] != 0)); };
}

uint64_t unsigned_of(int64_t i) { return static_cast<uint64_t>(i); }

std::vector<Case> cases() {
  using O = Operation;
  constexpr DType F = DType::Float64, I = DType::Int64, B = DType::Bool;
  std::vector<Case> all;
  auto floats = [&](const char* name, O op, int count, auto f) {
    all.push_back({std::string(name) + " f", op, std::vector<DType>(count, F), F, on_doubles(f)});
  };
  auto ints = [&](const char* name, O op, int count, auto f) {
    all.push_back({std::string(name) + " i", op, std::vector<DType>(count, I), I, on_ints(f)});
  };
  auto bools = [&](const char* name, O op, int count, auto f) {
    all.push_back({std::string(name) + " b", op, std::vector<DType>(count, B), B, on_bools(f)});
  };
  floats("add", O::Add, 2, [](double a, double b) { return a + b; });
  floats("subtract", O::Subtract, 2, [](double a, double b) { return a - b; });
  floats("multiply", O::Multiply, 2, [](double a, double b) { return a * b; });
  floats("divide", O::Divide, 2, [](double a, double b) { return a / b; });
  floats("minimum", O::Minimum, 2, minimum);
  floats("maximum", O::Maximum, 2, maximum);
  floats("negative", O::Negative, 1, [](double a, double) { return -a; });
  floats("absolute", O::Absolute, 1, [](double a, double) { return std::fabs(a); });
  floats("square", O::Square, 1, [](double a, double) { return a * a; });
  floats("sqrt", O::Sqrt, 1, [](double a, double) { return std::sqrt(a); });
  floats("floor", O::Floor, 1, [](double a, double) { return std::floor(a); });
  floats("ceil", O::Ceil, 1, [](double a, double) { return std::ceil(a); });
  floats("sign", O::Sign, 1, [](double a, double) {
    return a < 0 ? -1.0 : a > 0 ? 1.0 : a == 0 ? 0.0 : a;
  });
  floats("exp", O::Exp, 1, [](double a, double) { return std::exp(a); });
  floats("power", O::Power, 2, [](double a, double b) { return std::pow(a, b); });
  ints("add", O::Add, 2, [](int64_t a, int64_t b) { return unsigned_of(a) + unsigned_of(b); });
  ints("subtract", O::Subtract, 2,
       [](int64_t a, int64_t b) { return unsigned_of(a) - unsigned_of(b); });
  ints("multiply", O::Multiply, 2,
       [](int64_t a, int64_t b) { return unsigned_of(a) * unsigned_of(b); });
  ints("minimum", O::Minimum, 2, [](int64_t a, int64_t b) { return std::min(a, b); });
  ints("maximum", O::Maximum, 2, [](int64_t a, int64_t b) { return std::max(a, b); });
  ints("negative", O::Negative, 1, [](int64_t a, int64_t) { return 0 - unsigned_of(a); });
  ints("absolute", O::Absolute, 1,
       [](int64_t a, int64_t) { return a < 0 ? 0 - unsigned_of(a) : unsigned_of(a); });
  ints("sign", O::Sign, 1, [](int64_t a, int64_t) { return a < 0 ? -1 : a > 0; });
  ints("and", O::BitAnd, 2, [](int64_t a, int64_t b) { return a & b; });
  ints("or", O::BitOr, 2, [](int64_t a, int64_t b) { return a | b; });
  ints("xor", O::BitXor, 2, [](int64_t a, int64_t b) { return a ^ b; });
  ints("invert", O::Invert, 1, [](int64_t a, int64_t) { return ~a; });
  ints("floor_divide", O::FloorDivide, 2, [](int64_t a, int64_t b) -> int64_t {
    if (b == 0) return 0;
    if (b == -1) return static_cast<int64_t>(0 - unsigned_of(a));
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
  });
  ints("shift", O::LeftShift, 2,
       [](int64_t a, int64_t b) { return b < 0 || b >= 64 ? 0 : unsigned_of(a) << b; });
  bools("and", O::BitAnd, 2, [](bool a, bool b) { return a && b; });
  bools("or", O::BitOr, 2, [](bool a, bool b) { return a || b; });
  bools("xor", O::BitXor, 2, [](bool a, bool b) { return a != b; });
  bools("invert", O::Invert, 1, [](bool a, bool) { return !a; });
  auto compare = [&](const char* name, O op, auto f) {
    all.push_back({std::string(name) + " f", op, {F, F}, B, [f](const uint64_t* x) {
                     return static_cast<uint64_t>(f(f64(x[0]), f64(x[1])));
                   }});
    all.push_back({std::string(name) + " i", op, {I, I}, B, [f](const uint64_t* x) {
                     return static_cast<uint64_t>(f(i64(x[0]), i64(x[1])));
                   }});
    all.push_back({std::string(name) + " b", op, {B, B}, B, [f](const uint64_t* x) {
                     return static_cast<uint64_t>(f(i64(x[0]), i64(x[1])));
                   }});
    all.push_back({std::string(name) + " if", op, {I, F}, B, [f](const uint64_t* x) {
                     return static_cast<uint64_t>(f(static_cast<double>(i64(x[0])), f64(x[1])));
                   }});
  };
  compare("equal", O::Equal, [](auto a, auto b) { return a == b; });
  compare("not_equal", O::NotEqual, [](auto a, auto b) { return a != b; });
  compare("less", O::Less, [](auto a, auto b) { return a < b; });
  compare("less_equal", O::LessEqual, [](auto a, auto b) { return a <= b; });
  compare("greater", O::Greater, [](auto a, auto b) { return a > b; });
  compare("greater_equal", O::GreaterEqual, [](auto a, auto b) { return a >= b; });
  all.push_back({"isnan", O::IsNan, {F}, B, [](const uint64_t* x) {
                   return static_cast<uint64_t>(std::isnan(f64(x[0])));
                 }});
  for (DType t : {F, I, B}) {
    all.push_back(
        {"where", O::Where, {B, t, t}, t, [](const uint64_t* x) { return x[0] ? x[1] : x[2]; }});
    for (DType from : {F, I, B}) {
      all.push_back({"cast", O::Cast, {from}, t, [from, t](const uint64_t* x) {
                       return convert_bits(from, t, x[0]);
                     }});
    }
  }
  all.push_back({"add fb", O::Add, {F, B}, F, [](const uint64_t* x) {
                   return bits(f64(x[0]) + static_cast<double>(x[1]));
                 }});
  all.push_back(
      {"multiply ib", O::Multiply, {I, B}, I, [](const uint64_t* x) { return x[0] * x[1]; }});
  return all;
}

class KernelsTest : public ::testing::TestWithParam<Kind> {
 protected:
  KernelsTest() : machine(GetParam()) { register_functions(); }

  /// Compiles a form; 0 if there is none.
  uint32_t compile(const Spec& spec, bool wide) {
    if (wide && machine.backend->vector_lanes() == 1) return 0;
    std::string reason;
    auto trace = build_kernel(spec, wide, reason);
    if (!trace) {
      EXPECT_TRUE(wide) << reason;
      return 0;
    }
    trace->unit = static_cast<uint32_t>(kernels.size()) + 1;
    opt::OptOptions options;
    options.verify = true;
    EXPECT_EQ(opt::optimize(*trace, options), "") << spec.text();
    kernels.push_back(std::move(trace));
    machine.add_trace(*kernels.back());
    return static_cast<uint32_t>(kernels.size());
  }

  void run(uint32_t unit, int64_t elements, std::vector<uint64_t> parameters) {
    parameters.insert(parameters.begin(), static_cast<uint64_t>(elements) * 8);
    machine.set_int(0, static_cast<int64_t>(reinterpret_cast<uintptr_t>(parameters.data())));
    machine.backend->execute(unit, machine.stack.data());
  }

  static uint64_t address(const uint8_t* p) { return reinterpret_cast<uintptr_t>(p); }

  Machine machine;
  std::vector<std::unique_ptr<ir::Trace>> kernels;
};

TEST_P(KernelsTest, Operations) {
  for (const Case& c : cases()) {
    Spec spec;
    Spec::Step step{c.op, c.result, {}};
    for (size_t k = 0; k < c.operands.size(); k++) {
      spec.inputs.push_back({c.operands[k], Mode::Contiguous});
      step.operands[k] = {false, static_cast<uint8_t>(k)};
    }
    spec.steps.push_back(step);
    spec.result = {true, 0};
    spec.dtype = c.result;
    for (bool wide : {false, true}) {
      uint32_t unit = compile(spec, wide);
      if (unit == 0) continue;
      for (int64_t n = 0; n <= kLongest; n += wide ? kLanes : 1) {
        for (int64_t misalignment = 0; misalignment < kMisalignments; misalignment++) {
          std::vector<Row> rows;
          std::vector<uint64_t> parameters;
          for (size_t k = 0; k < c.operands.size(); k++) {
            rows.emplace_back(c.operands[k], (misalignment + static_cast<int64_t>(k)) % 4);
            for (int64_t i = 0; i < n; i++) {
              rows[k].set(i, sample(c.operands[k], i + misalignment, static_cast<int64_t>(k)));
            }
            parameters.push_back(address(rows[k].data));
            parameters.push_back(static_cast<uint64_t>(item_size(c.operands[k])));
          }
          Row out(c.result, misalignment);
          parameters.push_back(address(out.data));
          parameters.push_back(static_cast<uint64_t>(item_size(c.result)));
          run(unit, n, parameters);
          for (int64_t i = 0; i < n; i++) {
            uint64_t operands[3] = {0, 0, 0};
            for (size_t k = 0; k < rows.size(); k++) operands[k] = rows[k].get(i);
            uint64_t expected = c.reference(operands);
            ASSERT_TRUE(same(c.result, expected, out.get(i)))
                << c.name << (wide ? " wide" : "") << " n=" << n << " i=" << i << std::hex << " "
                << operands[0] << " " << operands[1] << ": " << out.get(i) << " not " << expected;
          }
          ASSERT_TRUE(out.is_clean(n)) << c.name << " n=" << n;
        }
      }
    }
  }
}

TEST_P(KernelsTest, StridesNumbersAndOnce) {
  for (DType t : {DType::Float64, DType::Int64, DType::Bool}) {
    Spec spec;
    spec.inputs = {{t, Mode::Strided}, {t, Mode::Number}, {t, Mode::Once}};
    spec.dtype = t;
    bool is_bool = t == DType::Bool;
    Operation op = is_bool ? Operation::BitXor : Operation::Add;
    spec.steps.push_back({op, t, {{false, 0}, {false, 1}}});
    spec.steps.push_back({is_bool ? op : Operation::Multiply, t, {{true, 0}, {false, 2}}});
    spec.result = {true, 1};
    spec.is_contiguous = false;
    uint32_t unit = compile(spec, false);
    for (int64_t stride : {-3, 2, 5}) {
      constexpr int64_t n = 9;
      Row in(t, 0), once(t, 1), out(t, 2);
      uint8_t* first = in.data + (stride < 0 ? -stride * (n - 1) * item_size(t) : 0);
      for (int64_t i = 0; i < 5 * n; i++) in.set(i, sample(t, i, 0));
      uint64_t number = is_bool ? 1 : t == DType::Float64 ? bits(0.25) : 3;
      once.set(0, is_bool ? 1 : t == DType::Float64 ? bits(-2.0) : 5);
      auto step = static_cast<uint64_t>(stride * item_size(t));
      run(unit, n,
          {address(first), step, number, 0, address(once.data), 0, address(out.data),
           static_cast<uint64_t>(2 * item_size(t))});
      for (int64_t i = 0; i < n; i++) {
        uint64_t x = in.get((first - in.data) / item_size(t) + i * stride);
        uint64_t expected = is_bool               ? x
                            : t == DType::Float64 ? bits((f64(x) + 0.25) * -2.0)
                                                  : (x + 3) * 5;
        ASSERT_TRUE(same(t, expected, out.get(2 * i))) << stride << " " << i;
      }
    }
  }
}

TEST_P(KernelsTest, Reductions) {
  for (DType t : {DType::Float64, DType::Int64}) {
    for (Reduction kind : {Reduction::Sum, Reduction::Minimum, Reduction::Maximum}) {
      Spec spec;
      spec.inputs = {{t, Mode::Contiguous}};
      spec.dtype = t;
      spec.reduction = kind;
      Spec strided = spec;
      strided.inputs[0].mode = Mode::Strided;
      for (int form = 0; form < 3; form++) {
        uint32_t unit = compile(form == 2 ? strided : spec, form == 1);
        if (unit == 0) continue;
        for (int64_t n = kLanes; n <= 3 * kLanes; n += kLanes) {
          Row in(t, n / kLanes), out(t, 0);
          for (int64_t i = 0; i < n; i++) in.set(i, sample(t, i + n, 0));
          run(unit, n, {address(in.data), 8, address(out.data), 0});
          for (int64_t lane = 0; lane < kLanes; lane++) {
            uint64_t expected = in.get(lane);
            for (int64_t i = lane + kLanes; i < n; i += kLanes) {
              uint64_t x = in.get(i);
              if (t == DType::Float64) {
                double a = f64(expected), b = f64(x);
                expected = bits(kind == Reduction::Sum       ? a + b
                                : kind == Reduction::Minimum ? minimum(a, b)
                                                             : maximum(a, b));
              } else {
                expected = kind == Reduction::Sum
                               ? expected + x
                               : static_cast<uint64_t>(kind == Reduction::Minimum
                                                           ? std::min(i64(expected), i64(x))
                                                           : std::max(i64(expected), i64(x)));
              }
            }
            ASSERT_TRUE(same(t, expected, out.get(lane))) << spec.text() << " form " << form;
          }
        }
      }
    }
  }
}

/// More values at once than there are registers.
TEST_P(KernelsTest, Spills) {
  constexpr int kInputs = 20;
  Spec spec;
  for (int k = 0; k < kInputs; k++) spec.inputs.push_back({DType::Float64, Mode::Number});
  spec.inputs.push_back({DType::Float64, Mode::Contiguous});
  Spec::Source sum{false, kInputs};
  for (int k = 0; k < kInputs; k++) {
    auto input = static_cast<uint8_t>(k);
    spec.steps.push_back({Operation::Multiply, DType::Float64, {sum, {false, input}}});
    sum = {true, static_cast<uint8_t>(spec.steps.size() - 1)};
    spec.steps.push_back({Operation::Add, DType::Float64, {sum, {false, input}}});
    sum = {true, static_cast<uint8_t>(spec.steps.size() - 1)};
  }
  spec.result = sum;
  for (bool wide : {false, true}) {
    uint32_t unit = compile(spec, wide);
    if (unit == 0) continue;
    constexpr int64_t n = 2 * kLanes;
    Row in(DType::Float64, 1), out(DType::Float64, 1);
    std::vector<uint64_t> parameters;
    for (int k = 0; k < kInputs; k++) {
      parameters.push_back(bits(1.0 + k / 64.0));
      parameters.push_back(0);
    }
    for (int64_t i = 0; i < n; i++) in.set(i, bits(0.5 + static_cast<double>(i)));
    for (uint64_t p : {address(in.data), uint64_t{8}, address(out.data), uint64_t{8}}) {
      parameters.push_back(p);
    }
    run(unit, n, parameters);
    for (int64_t i = 0; i < n; i++) {
      double x = 0.5 + static_cast<double>(i);
      for (int k = 0; k < kInputs; k++) x = x * (1.0 + k / 64.0) + (1.0 + k / 64.0);
      ASSERT_EQ(out.get(i), bits(x)) << i;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Backends, KernelsTest, ::testing::ValuesIn(backend::kKinds),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace

}  // namespace hothouse::numarray
