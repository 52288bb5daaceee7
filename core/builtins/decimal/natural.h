// Natural numbers as coefficients of decimals need them: rows of limbs that lie on the stack while
// they are short, and what is done with powers of ten.
//
// Neighbours: objects/limbs.h does the arithmetic on rows; number.h has decimals.
// Invariant: the highest limb is not zero; zero has no limbs.
#pragma once

#include <algorithm>
#include <memory>

#include "core/objects/limbs.h"
#include "core/vm/context.h"

namespace hothouse::decimal {

using limbs::Limb;
__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 UnsignedWide;

/// Powers of ten.
constexpr Limb kLimbPowers[] = {1ULL,
                                10ULL,
                                100ULL,
                                1000ULL,
                                10000ULL,
                                100000ULL,
                                1000000ULL,
                                10000000ULL,
                                100000000ULL,
                                1000000000ULL,
                                10000000000ULL,
                                100000000000ULL,
                                1000000000000ULL,
                                10000000000000ULL,
                                100000000000000ULL,
                                1000000000000000ULL,
                                10000000000000000ULL,
                                100000000000000000ULL,
                                1000000000000000000ULL,
                                10000000000000000000ULL};
/// The greatest power of ten in a limb.
constexpr uint64_t kLimbDigits = 19;

// Powers of ten up to the greatest of 127 bits.
struct WidePowers {
  UnsignedWide of[39];
};
constexpr WidePowers make_powers() {
  WidePowers powers{};
  powers.of[0] = 1;
  for (int i = 1; i < 39; ++i) powers.of[i] = powers.of[i - 1] * 10;
  return powers;
}
constexpr WidePowers kWidePowers = make_powers();

class Natural {
 public:
  Natural() = default;
  explicit Natural(uint64_t n) : size_(n != 0) { local_[0] = n; }
  Natural(const Natural& other) { *this = other; }
  Natural(Natural&& other) noexcept { *this = std::move(other); }
  Natural& operator=(const Natural& other) {
    if (this != &other) assign(other.limbs(), other.size_);
    return *this;
  }
  Natural& operator=(Natural&& other) noexcept {
    if (this == &other) return *this;
    if (other.heap_) {
      heap_ = std::move(other.heap_);
      room_ = other.room_;
      size_ = other.size_;
      other.size_ = 0;
      other.room_ = kLocal;
    } else {
      assign(other.limbs(), other.size_);
    }
    return *this;
  }

  void assign(const Limb* row, size_t count) {
    Limb* mine = resize(count);
    if (count <= kLocal) {
      for (size_t i = 0; i < count; ++i) mine[i] = row[i];
    } else {
      std::copy(row, row + count, mine);
    }
    trim();
  }
  void assign(uint64_t n) {
    limbs()[0] = n;
    size_ = n != 0;
  }
  /// Room for `count` limbs, whose contents are not defined; trim() when they are filled.
  Limb* resize(size_t count) {
    if (count > room_) {
      heap_.reset(new Limb[count]);  // not initialized, as make_unique would
      room_ = count;
    }
    size_ = count;
    return limbs();
  }
  void trim() {
    const Limb* row = limbs();
    while (size_ && row[size_ - 1] == 0) --size_;
  }

  size_t size() const { return size_; }
  const Limb* limbs() const { return heap_ ? heap_.get() : local_; }
  Limb* limbs() { return heap_ ? heap_.get() : local_; }
  bool is_zero() const { return size_ == 0; }
  bool is_odd() const { return size_ && (limbs()[0] & 1); }
  /// For numbers below 2^64.
  uint64_t low() const { return size_ ? limbs()[0] : 0; }

 private:
  static constexpr size_t kLocal = 8;  // 28 digits by 28 digits, and some

  size_t size_ = 0, room_ = kLocal;
  std::unique_ptr<Limb[]> heap_;
  Limb local_[kLocal];
};

/// n becomes an int in any form, its sign left out.
void take_int(Natural& n, Value v);
/// As an int, `negative` or not.
Value int_of(Leaf& vm, const Natural& n, bool negative);

// Results must not be operands, unless it is said.
void add(Natural& r, const Natural& a, const Natural& b);
void add_small(Natural& r, Limb small);  // in place
/// a - b, a >= b.
void subtract(Natural& r, const Natural& a, const Natural& b);
void multiply(Natural& r, const Natural& a, const Natural& b);
/// b is not zero.
void divide(Natural& q, Natural& r, const Natural& a, const Natural& b);
/// -1, 0, 1.
int compare(const Natural& a, const Natural& b);

/// Number of decimal digits; 1 for zero.
int64_t digit_count(const Natural& a);
/// Is the last digit 0 or 5?
bool is_multiple_of_five(const Natural& a);
/// How many of the last digits are zeros, at most `most`; a is not zero.
int64_t trailing_zeros(const Natural& a, int64_t most);
/// 10^k. It may be gone when the next one is asked for.
const Natural& power_of_ten(uint64_t k);
/// r = a * 10^k.
void scale_up(Natural& r, const Natural& a, uint64_t k);

/// What is left behind the last digit of a number that lost digits, as a digit that decides in
/// which direction it is rounded: 0 (nothing), 1 (less than half), 5 (half), 9 (more).
using Rest = int;
/// a / 10^k, in place.
Rest drop_digits(Natural& a, uint64_t k);

}  // namespace hothouse::decimal
