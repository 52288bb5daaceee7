// Sign and limbs of an int in any form: shared by the int_*.cpp files.
#pragma once

#include <vector>

#include "core/objects/int.h"
#include "core/objects/limbs.h"

namespace hothouse {

/// Points into the BigInt, or to its own `small` limb; zero has count 0.
struct IntView {
  explicit IntView(Value v) {
    if (is_big_int(v)) {
      auto* b = v.as<BigInt>();
      data_ = b->limbs();
      count = b->limb_count;
      negative = b->negative();
    } else {
      int64_t i = v.is_int() ? v.as_int() : v.is_true();
      negative = i < 0;
      small_ = negative ? uint64_t{0} - static_cast<uint64_t>(i) : static_cast<uint64_t>(i);
      count = small_ != 0;
    }
  }
  const uint64_t* limbs() const { return data_ ? data_ : &small_; }
  size_t count;
  bool negative;

 private:
  const uint64_t* data_ = nullptr;
  uint64_t small_ = 0;
};

using LimbRow = std::vector<uint64_t>;

/// A canonical int from a magnitude (leading zeros allowed) and a sign.
Value int_from_limbs(Leaf& vm, const uint64_t* limbs, size_t count, bool negative);
inline Value int_from_limbs(Leaf& vm, const LimbRow& row, bool negative) {
  return int_from_limbs(vm, row.data(), row.size(), negative);
}
/// A BigInt with room for `count` limbs, to be filled and then given to int_finish.
BigInt* int_allocate(Leaf& vm, size_t count, bool negative);
/// Drops leading zeros and makes it canonical. `b` is the object allocated last.
Value int_finish(Leaf& vm, BigInt* b);
/// False (and MemoryError raised) if an int of so many limbs must be refused.
bool int_room(Leaf& vm, uint64_t limbs);
/// Two's complement of v in `count` limbs.
LimbRow int_twos_complement(const IntView& v, size_t count);

}  // namespace hothouse
