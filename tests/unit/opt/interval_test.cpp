// Tries the invariant of core/opt/interval.h: a result of an op lies in the op's interval. Small
// intervals exhaustively, and intervals with ends near the limits of int64 by samples.
#include "core/opt/interval.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "core/ir/evaluate.h"

namespace hothouse::opt {
namespace {

using namespace ir;

constexpr Op kBinary[] = {Op::Add,   Op::Sub, Op::Mul, Op::AddOv,    Op::SubOv,
                          Op::MulOv, Op::Mod, Op::And, Op::FloorDiv, Op::Or,
                          Op::Xor,   Op::Shl, Op::Shr, Op::Ushr};
constexpr Op kComparisons[] = {Op::Eq, Op::Ne, Op::Lt, Op::Le, Op::Gt, Op::Ge};

std::string text(Interval i) {
  return "[" + std::to_string(i.lo) + ", " + std::to_string(i.hi) + "]";
}

bool contains(Interval i, int64_t x) { return i.lo <= x && x <= i.hi; }

/// All ops on x of a and y of b.
void try_values(Interval a, Interval b, int64_t x, int64_t y) {
  int64_t result = 0;
  for (Op op : kBinary) {
    if (!evaluate_int<64>(op, x, y, result)) continue;
    ASSERT_TRUE(contains(interval_of(op, a, b), result))
        << info(op).name << " of " << x << " in " << text(a) << " and " << y << " in " << text(b)
        << " is " << result << ", not in " << text(interval_of(op, a, b));
  }
  for (Op op : {Op::Neg, Op::Invert}) {
    ASSERT_TRUE(evaluate_int<64>(op, x, 0, result));
    ASSERT_TRUE(contains(interval_of(op, a), result)) << info(op).name << " of " << x;
  }
  Outcomes outcome = x < y ? kLess : x == y ? kEqual : kGreater;
  ASSERT_TRUE(compare_intervals(a, b) & outcome)
      << x << " in " << text(a) << ", " << y << " in " << text(b);
  for (Op op : kComparisons) {
    ASSERT_TRUE(evaluate_int<64>(op, x, y, result));
    ASSERT_EQ((outcomes_of(op) & outcome) != 0, result != 0) << info(op).name;
    ASSERT_TRUE(evaluate_int<64>(op, y, x, result));
    ASSERT_EQ((outcomes_of(op) & swapped(outcome)) != 0, result != 0) << info(op).name;
  }
}

TEST(Interval, HoldsAllResultsOfSmallIntervals) {
  constexpr int64_t kEnd = 5;
  for (int64_t alo = -kEnd; alo <= kEnd; ++alo)
    for (int64_t ahi = alo; ahi <= kEnd; ++ahi)
      for (int64_t blo = -kEnd; blo <= kEnd; ++blo)
        for (int64_t bhi = blo; bhi <= kEnd; ++bhi)
          for (int64_t x = alo; x <= ahi; ++x)
            for (int64_t y = blo; y <= bhi; ++y) {
              try_values({alo, ahi}, {blo, bhi}, x, y);
              if (HasFatalFailure()) return;
            }
}

TEST(Interval, HoldsResultsAtTheLimits) {
  std::vector<int64_t> values = {INT64_MIN, INT64_MAX, -1, 0, 1, 62, 63, 64};
  for (int shift : {7, 31, 32, 47, 61, 62})
    for (int64_t by : {-1, 0, 1}) {
      values.push_back((int64_t{1} << shift) + by);
      values.push_back(-(int64_t{1} << shift) + by);
    }
  std::mt19937_64 random(11);
  auto draw = [&] { return values[random() % values.size()]; };
  for (int round = 0; round < 100000; ++round) {
    int64_t a[3] = {draw(), draw(), draw()}, b[3] = {draw(), draw(), draw()};
    std::sort(a, a + 3);
    std::sort(b, b + 3);
    for (int64_t x : a)
      for (int64_t y : b) {
        try_values({a[0], a[2]}, {b[0], b[2]}, x, y);
        if (HasFatalFailure()) return;
      }
  }
}

TEST(Interval, KnowsWhatItCan) {
  Interval sum = interval_of(Op::Add, {0, 9}, {1, 1});
  EXPECT_EQ(text(sum), "[1, 10]");
  EXPECT_EQ(text(interval_of(Op::Mod, {}, {8, 8})), "[0, 7]");
  EXPECT_EQ(text(interval_of(Op::And, {}, {255, 255})), "[0, 255]");
  EXPECT_EQ(text(interval_of(Op::FloorDiv, {0, 100}, {2, 10})), "[0, 50]");
  EXPECT_EQ(text(interval_of(Op::Shl, {-1, 3}, {4, 4})), "[-16, 48]");
  EXPECT_EQ(compare_intervals({0, 4}, {5, 9}), kLess);
  EXPECT_EQ(compare_intervals({0, 5}, {5, 9}), kLess | kEqual);
  EXPECT_EQ(compare_intervals({5, 5}, {5, 5}), kEqual);
}

}  // namespace
}  // namespace hothouse::opt
