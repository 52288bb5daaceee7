#include "core/opt/interval.h"

#include <algorithm>

namespace hothouse::opt {

using namespace ir;

namespace {

constexpr int64_t kMin = Interval::kMin, kMax = Interval::kMax;

int64_t floor_div(int64_t a, int64_t b) { return a / b - (a % b != 0 && ((a < 0) != (b < 0))); }

/// All ones up to the highest bit of x.
int64_t fill(int64_t x) {
  return x <= 0 ? 0
                : static_cast<int64_t>(~uint64_t{0} >> __builtin_clzll(static_cast<uint64_t>(x)));
}

}  // namespace

Interval WideInterval::clamp() const {
  return {lo < kMin   ? kMin
          : lo > kMax ? kMax
                      : static_cast<int64_t>(lo),
          hi > kMax   ? kMax
          : hi < kMin ? kMin
                      : static_cast<int64_t>(hi)};
}

WideInterval exact_interval(Op op, Interval a, Interval b) {
  const Wide alo = a.lo, ahi = a.hi, blo = b.lo, bhi = b.hi;
  if (op == Op::Add || op == Op::AddOv) return {alo + blo, ahi + bhi};
  if (op == Op::Sub || op == Op::SubOv) return {alo - bhi, ahi - blo};
  auto [lo, hi] = std::minmax({alo * blo, alo * bhi, ahi * blo, ahi * bhi});
  return {lo, hi};
}

Interval interval_of(Op op, Interval a) {
  if (op == Op::Neg && a.lo != kMin) return {-a.hi, -a.lo};
  if (op == Op::Invert) return {~a.hi, ~a.lo};
  return {};
}

Interval interval_of(Op op, Interval a, Interval b) {
  switch (op) {
    case Op::Add:
    case Op::Sub:
    case Op::Mul: {
      WideInterval exact = exact_interval(op, a, b);
      return exact.fits() ? exact.clamp() : Interval{};
    }
    case Op::AddOv:
    case Op::SubOv:
    case Op::MulOv:
      return exact_interval(op, a, b).clamp();
    case Op::FloorDiv:
      if (b.lo < 1) return {};
      return {std::min(floor_div(a.lo, b.lo), floor_div(a.lo, b.hi)),
              std::max(floor_div(a.hi, b.lo), floor_div(a.hi, b.hi))};
    case Op::Mod:
      if (b.lo >= 1) return {0, a.lo >= 0 ? std::min(a.hi, b.hi - 1) : b.hi - 1};
      if (b.hi <= -1 && b.lo != kMin) return {b.lo + 1, 0};
      return {};
    case Op::And:
      if (a.lo >= 0 && b.lo >= 0) return {0, std::min(a.hi, b.hi)};
      if (a.lo >= 0) return {0, a.hi};
      if (b.lo >= 0) return {0, b.hi};
      return {};
    case Op::Or:
      if (a.lo >= 0 && b.lo >= 0) return {std::max(a.lo, b.lo), fill(std::max(a.hi, b.hi))};
      return {};
    case Op::Xor:
      if (a.lo >= 0 && b.lo >= 0) return {0, fill(std::max(a.hi, b.hi))};
      return {};
    case Op::Shl: {
      if (!b.is_single() || b.lo < 0 || b.lo > 62) return {};
      Wide factor = static_cast<Wide>(1) << b.lo;
      WideInterval exact{a.lo * factor, a.hi * factor};
      return exact.fits() ? exact.clamp() : Interval{};
    }
    case Op::Shr:
      if (b.lo < 0 || b.hi > 63) return {};
      return {std::min(a.lo >> b.lo, a.lo >> b.hi), std::max(a.hi >> b.lo, a.hi >> b.hi)};
    case Op::Ushr:
      if (b.lo < 0 || b.hi > 63) return {};
      if (a.lo >= 0) return {a.lo >> b.hi, a.hi >> b.lo};
      if (b.lo > 0) return {0, static_cast<int64_t>(~uint64_t{0} >> b.lo)};
      return {};
    default:
      return {};
  }
}

Interval interval_of(Field field) {
  switch (field) {
    case Field::StrLength:
    case Field::BytesLength:
    case Field::TupleLength:
    case Field::ListLength:
    case Field::CellsCapacity:
    case Field::DictCount:
    case Field::DictFill:
    case Field::SetCount:
      return {0, kMaxLength};
    default:
      return {};
  }
}

Interval interval_of(RawType type) {
  switch (type) {
    case RawType::I8:
      return {INT8_MIN, INT8_MAX};
    case RawType::U8:
      return {0, UINT8_MAX};
    case RawType::I16:
      return {INT16_MIN, INT16_MAX};
    case RawType::U16:
      return {0, UINT16_MAX};
    case RawType::I32:
      return {INT32_MIN, INT32_MAX};
    case RawType::U32:
      return {0, UINT32_MAX};
    default:
      return {};
  }
}

Outcomes outcomes_of(Op op) {
  switch (op) {
    case Op::Eq:
      return kEqual;
    case Op::Ne:
      return kLess | kGreater;
    case Op::Lt:
      return kLess;
    case Op::Le:
      return kLess | kEqual;
    case Op::Gt:
      return kGreater;
    case Op::Ge:
      return kGreater | kEqual;
    default:
      return 0;
  }
}

Outcomes swapped(Outcomes outcomes) {
  return static_cast<Outcomes>((outcomes & kEqual) | (outcomes & kLess ? kGreater : 0) |
                               (outcomes & kGreater ? kLess : 0));
}

Outcomes compare_intervals(Interval a, Interval b) {
  if (a.hi < b.lo) return kLess;
  if (a.lo > b.hi) return kGreater;
  unsigned outcomes = kAnyOutcome;
  if (a.lo >= b.hi) outcomes &= ~unsigned{kLess};
  if (a.hi <= b.lo) outcomes &= ~unsigned{kGreater};
  if (a.is_single() && b.is_single()) outcomes = kEqual;  // neither lies beyond the other
  return static_cast<Outcomes>(outcomes);
}

}  // namespace hothouse::opt
