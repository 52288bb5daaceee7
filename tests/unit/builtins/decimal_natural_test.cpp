// Natural numbers of decimals, beside what their digits say.
#include "core/builtins/decimal/natural.h"

#include <gtest/gtest.h>

#include <string>

#include "core/builtins/decimal/text.h"

namespace hothouse::decimal {
namespace {

// Digits like 7907907...
std::string some_digits(size_t count) {
  std::string text;
  for (size_t i = 0; i < count; ++i) text += "790"[i % 3];
  return text;
}

TEST(DecimalNatural, DigitsThereAndBack) {
  for (size_t count = 1; count < 400; count += count < 45 ? 1 : 31) {
    const std::string text = some_digits(count);
    const Natural n = natural_of_digits(text);
    EXPECT_EQ(digits_of(n), text);
    EXPECT_EQ(digit_count(n), static_cast<int64_t>(count));
  }
  EXPECT_EQ(digits_of(Natural()), "0");
  EXPECT_EQ(digit_count(Natural()), 1);
}

TEST(DecimalNatural, DigitCountAtPowersOfTen) {
  for (uint64_t k = 1; k < 2100; k += k < 130 ? 1 : 97) {
    const Natural power = power_of_ten(k);
    EXPECT_EQ(digits_of(power), "1" + std::string(k, '0'));
    EXPECT_EQ(digit_count(power), static_cast<int64_t>(k) + 1);
    Natural nines;
    subtract(nines, power, Natural(1));
    EXPECT_EQ(digit_count(nines), static_cast<int64_t>(k));
    Natural again = nines;
    add_small(again, 1);
    EXPECT_EQ(compare(again, power), 0);
    EXPECT_EQ(compare(nines, power), -1);
  }
}

TEST(DecimalNatural, ScalingAndDropping) {
  for (size_t count : {1, 5, 19, 20, 38, 57, 100}) {
    const std::string text = some_digits(count);
    for (uint64_t k : {0, 1, 7, 18, 19, 20, 40, 1500}) {
      Natural n;
      scale_up(n, natural_of_digits(text), k);
      EXPECT_EQ(digits_of(n), text + std::string(k, '0'));
      const auto zeros = static_cast<int64_t>(k) + (text.back() == '0');
      EXPECT_EQ(trailing_zeros(n, 5000), zeros);
      EXPECT_EQ(trailing_zeros(n, 3), std::min<int64_t>(zeros, 3));
      EXPECT_EQ(drop_digits(n, k), 0);
      EXPECT_EQ(digits_of(n), text);
    }
  }
}

TEST(DecimalNatural, TheRestOfDroppedDigits) {
  for (size_t k : {1, 5, 19, 20, 30, 60}) {
    const std::string zeros(k - 1, '0');
    const struct {
      std::string dropped;
      Rest rest;
    } cases[] = {{"0" + zeros, 0},
                 {"5" + zeros, 5},
                 {"4" + std::string(k - 1, '9'), 1},
                 {"6" + zeros, 9},
                 {"1" + zeros, 1}};
    for (const auto& c : cases) {
      Natural n = natural_of_digits("1234567890123456789012345" + c.dropped);
      EXPECT_EQ(drop_digits(n, k), c.rest) << c.dropped;
      EXPECT_EQ(digits_of(n), "1234567890123456789012345");
    }
  }
  Natural all = natural_of_digits("75");
  EXPECT_EQ(drop_digits(all, 2), 9);
  EXPECT_TRUE(all.is_zero());
  Natural more = natural_of_digits("75");
  EXPECT_EQ(drop_digits(more, 50), 1);
  EXPECT_TRUE(more.is_zero());
}

TEST(DecimalNatural, LongCarry) {
  Natural n;
  Limb* row = n.resize(9);
  for (int i = 0; i < 9; ++i) row[i] = ~Limb{0};
  add_small(n, 1);
  EXPECT_EQ(n.size(), 10U);
  EXPECT_EQ(n.limbs()[9], 1U);
  EXPECT_EQ(n.limbs()[0], 0U);
}

TEST(DecimalNatural, TimesAndDivided) {
  const Natural a = natural_of_digits(some_digits(90)), b = natural_of_digits(some_digits(31));
  Natural product, q, r, rest = natural_of_digits(some_digits(30)), sum;
  multiply(product, a, b);
  add(sum, product, rest);
  divide(q, r, sum, b);
  EXPECT_EQ(compare(q, a), 0);
  EXPECT_EQ(compare(r, rest), 0);
  EXPECT_FALSE(is_multiple_of_five(natural_of_digits(some_digits(38))));
  EXPECT_TRUE(is_multiple_of_five(natural_of_digits(some_digits(39))));
}

}  // namespace
}  // namespace hothouse::decimal
