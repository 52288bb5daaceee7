// The distances are those of CPython 3.11 (Python/suggestions.c).
#include "core/builtins/suggestions.h"

#include <gtest/gtest.h>

namespace hothouse {
namespace {

constexpr size_t kNoLimit = 1000;

TEST(Suggestions, Distance) {
  EXPECT_EQ(name_distance("", "", kNoLimit), 0u);
  EXPECT_EQ(name_distance("", "a", kNoLimit), 2u);
  EXPECT_EQ(name_distance("a", "A", kNoLimit), 1u);
  EXPECT_EQ(name_distance("Apple", "Aple", kNoLimit), 2u);
  EXPECT_EQ(name_distance("Banana", "B@n@n@", kNoLimit), 6u);
  EXPECT_EQ(name_distance("Cherry", "Cherry!", kNoLimit), 2u);
  EXPECT_EQ(name_distance("---0---", "------", kNoLimit), 2u);
  EXPECT_EQ(name_distance("abc", "y", kNoLimit), 6u);
  EXPECT_EQ(name_distance("aa", "bb", kNoLimit), 4u);
  EXPECT_EQ(name_distance("aaaaa", "AAAAA", kNoLimit), 5u);
  EXPECT_EQ(name_distance("wxyz", "wXyZ", kNoLimit), 2u);
  EXPECT_EQ(name_distance("wxyz", "wXyZ123", kNoLimit), 8u);
  EXPECT_EQ(name_distance("Python", "Java", kNoLimit), 12u);
  EXPECT_EQ(name_distance("Java", "C#", kNoLimit), 8u);
  EXPECT_EQ(name_distance("AbstractFoobarManager", "abstract_foobar_manager", kNoLimit), 7u);
  EXPECT_EQ(name_distance("CPython", "PyPy", kNoLimit), 10u);
  EXPECT_EQ(name_distance("CPython", "pypy", kNoLimit), 11u);
  EXPECT_EQ(name_distance("AttributeError", "AttributeErrorTests", kNoLimit), 10u);
}

TEST(Suggestions, ALimitEndsTheSearch) {
  EXPECT_GT(name_distance("Python", "Java", 3), 3u);
  EXPECT_GT(name_distance("a", "abcdefgh", 4), 4u);
}

TEST(Suggestions, TheClosestIsChosen) {
  EXPECT_EQ(closest_name({"value", "values", "count"}, "valeus"), "value");  // the first of equals
  EXPECT_EQ(closest_name({"value", "values", "count"}, "valuess"), "values");
  EXPECT_EQ(closest_name({"apple", "Bananas"}, "bananas"), "Bananas");
  EXPECT_EQ(closest_name({"alpha", "beta"}, "zzzzz"), "");
  EXPECT_EQ(closest_name({"x"}, "y"), "");
  EXPECT_EQ(closest_name({}, "y"), "");
  EXPECT_EQ(closest_name({"print"}, "pint"), "print");
}

}  // namespace
}  // namespace hothouse
