// The table behind id(), beside a std::map: addresses close together, far apart and in each other's
// slots, dropped in any order.
#include "core/objects/identity_table.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace hothouse {
namespace {

TEST(IdentityTable, IsEmptyAtFirst) {
  IdentityTable table;
  EXPECT_EQ(table.find(16), 0u);
  EXPECT_EQ(table.take(16), 0u);
  EXPECT_EQ(table.size(), 0u);
}

TEST(IdentityTable, AgreesWithAMap) {
  std::mt19937_64 random(7);
  for (uint64_t spread : {uint64_t{64}, uint64_t{4096}, uint64_t{1} << 40}) {
    IdentityTable table;
    std::map<uint64_t, uint64_t> expected;
    auto address = [&] { return (random() % spread + 1) * 16; };
    for (uint64_t step = 1; step <= 40000; ++step) {
      uint64_t at = address();
      // Some of the addresses are taken again, so that there is something to find.
      if (!expected.empty() && random() % 2 == 0) {
        auto near = expected.lower_bound(at);
        at = near == expected.end() ? expected.begin()->first : near->first;
      }
      auto known = expected.find(at);
      ASSERT_EQ(table.find(at), known == expected.end() ? 0 : known->second);
      if (random() % 5 < 3) {
        table.set(at, step);
        expected[at] = step;
      } else {
        ASSERT_EQ(table.take(at), known == expected.end() ? 0 : known->second);
        if (known != expected.end()) expected.erase(known);
      }
      ASSERT_EQ(table.size(), expected.size());
    }
    for (auto [at, number] : expected) ASSERT_EQ(table.find(at), number);
  }
}

}  // namespace
}  // namespace hothouse
