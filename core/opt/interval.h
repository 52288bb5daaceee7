// Interval arithmetic over int64: what the pass of ranges.cpp computes with, without a trace.
//
// Invariant: if x lies in a and y in b, then `x op y` lies in interval_of(op, a, b) wherever the
// op has a value (tests/unit/opt/interval_test.cpp tries it). See Warren, Hacker's Delight, ch. 4.
#pragma once

#include <cstdint>

#include "core/ir/trace.h"

namespace hothouse::opt {

__extension__ using Wide = __int128;

constexpr int64_t kMaxLength = int64_t{1} << 47;  // no object has more elements

/// All x with lo <= x <= hi; by default all of int64.
struct Interval {
  static constexpr int64_t kMin = INT64_MIN, kMax = INT64_MAX;
  int64_t lo = kMin, hi = kMax;
  bool is_full() const { return lo == kMin && hi == kMax; }
  bool is_single() const { return lo == hi; }
};

/// An interval of unbounded integers, which need not be ones of int64.
struct WideInterval {
  Wide lo, hi;
  bool fits() const { return lo >= Interval::kMin && hi <= Interval::kMax; }
  /// What of it lies in int64.
  Interval clamp() const;
};

/// The sum, difference or product without overflow, for the wrapping and the checked ops.
WideInterval exact_interval(ir::Op op, Interval a, Interval b);

/// Of an integer op with one operand.
Interval interval_of(ir::Op op, Interval a);
/// Of an integer op with two operands; everything where nothing is known.
Interval interval_of(ir::Op op, Interval a, Interval b);
/// Of a value that is loaded from an object's field.
Interval interval_of(ir::Field field);
/// Of a value that is loaded from memory as this type.
Interval interval_of(ir::RawType type);

/// What comparing two values can come to: a set.
using Outcomes = uint8_t;
constexpr Outcomes kLess = 1, kEqual = 2, kGreater = 4, kAnyOutcome = 7;

/// When the comparison answers True; the empty set for other ops.
Outcomes outcomes_of(ir::Op op);
/// The outcomes of comparing b with a.
Outcomes swapped(Outcomes outcomes);
/// What is possible for a value of `a` and one of `b`.
Outcomes compare_intervals(Interval a, Interval b);

}  // namespace hothouse::opt
