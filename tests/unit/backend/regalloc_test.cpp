// Parallel moves, checked by doing them; and what the allocator promises about constraints.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "core/backend/regalloc.h"

namespace hothouse::backend {
namespace {

using Key = std::pair<int, uint32_t>;
Key key(const Location& l) { return {static_cast<int>(l.kind), l.index}; }

void check_moves(const std::vector<Move>& moves, uint32_t free) {
  std::map<Key, uint32_t> before, after;
  uint32_t name = 1;
  for (const Move& m : moves) {
    for (const Location& l : {m.to, m.from}) {
      if (!before.count(key(l))) before[key(l)] = name++;
    }
  }
  after = before;
  for (const Move& m : order_moves(moves, free)) {
    if (m.is_swap) {
      std::swap(after[key(m.to)], after[key(m.from)]);
    } else {
      after[key(m.to)] = after[key(m.from)];
    }
  }
  for (const Move& m : moves) {
    EXPECT_EQ(after[key(m.to)], before[key(m.from)]);
  }
}

TEST(ParallelMoves, Cycles) {
  auto r = [](uint8_t n) { return Location::in_register(n); };
  auto s = [](uint32_t n) { return Location::in_slot(n, false); };
  check_moves({{r(0), r(1), false}, {r(1), r(0), false}}, 0);
  check_moves({{r(0), r(1), false}, {r(1), r(0), false}}, 1u << 5);
  check_moves({{r(0), r(1), false}, {r(1), r(2), false}, {r(2), r(0), false}, {r(3), r(0), false}},
              0);
  check_moves({{s(0), s(1), false}, {s(1), r(2), false}, {r(2), s(0), false}}, 0);
  check_moves({{r(16), r(17), false}, {r(17), r(16), false}}, 0);
}

TEST(ParallelMoves, Random) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; round++) {
    std::vector<Location> places;
    for (uint8_t i = 0; i < 4; i++) places.push_back(Location::in_register(i));
    for (uint32_t i = 0; i < 3; i++) places.push_back(Location::in_slot(i, false));
    std::vector<Location> targets = places;
    std::shuffle(targets.begin(), targets.end(), random);
    std::vector<Move> moves;
    size_t count = random() % targets.size() + 1;
    for (size_t i = 0; i < count; i++) {
      moves.push_back({targets[i], places[random() % places.size()], false});
    }
    check_moves(moves, random() % 2 ? 1u << 9 : 0);
  }
}

TargetRegisters small_target(int registers) {
  TargetRegisters t;
  for (int r = 0; r < registers; r++) {
    t.order.push_back(r);
    t.allocatable |= register_bit(r);
  }
  t.slots = 8;
  return t;
}

Node define(ValueId v) {
  Node n;
  n.def = v;
  return n;
}
Node use(const std::vector<ValueId>& values) {
  Node n;
  for (ValueId v : values) {
    Use u;
    u.value = v;
    n.uses.push_back(u);
  }
  return n;
}

TEST(Allocation, TheFurthestNextUseIsSpilled) {
  Code code;
  code.values.resize(3);
  code.nodes = {define(0), define(1), define(2), use({1, 2}), use({1, 2}), use({0})};
  Allocation a = allocate_registers(code, small_target(2));
  ASSERT_TRUE(a.ok);
  EXPECT_EQ(a.spilled_values, 1u);
  // Stored once, behind its definition; loaded where it is used.
  ASSERT_EQ(a.nodes[0].after.size(), 1u);
  EXPECT_TRUE(a.nodes[0].after[0].to.is_slot());
  ASSERT_EQ(a.nodes[5].before.size(), 1u);
  EXPECT_TRUE(a.nodes[5].before[0].from.is_slot());
}

TEST(Allocation, WhatAnExitKeepsHoldsNoRegister) {
  Code code;
  code.values.resize(3);
  Node exit = use({1, 2});
  exit.kept = {0};
  code.nodes = {define(0), define(1), define(2), exit};
  Allocation a = allocate_registers(code, small_target(2));
  ASSERT_TRUE(a.ok);
  EXPECT_TRUE(a.nodes[3].kept[0].is_slot());
  EXPECT_TRUE(a.nodes[3].before.empty());
}

TEST(Allocation, ConstantsAreLoadedAgain) {
  Code code;
  code.values.resize(3);
  code.values[0].is_constant = true;
  code.nodes = {use({0}), define(1), define(2), use({1, 2}), use({0})};
  Allocation a = allocate_registers(code, small_target(2));
  ASSERT_TRUE(a.ok);
  EXPECT_EQ(a.spilled_values, 0u);
}

/// Nothing overwrites the register, but the collector rewrites the constant in memory only.
TEST(Allocation, PointersAreLoadedAgainBehindCallsThatCollect) {
  for (bool pointer : {false, true}) {
    for (bool collects : {false, true}) {
      Code code;
      code.values.resize(1);
      code.values[0].is_constant = true;
      code.values[0].is_pointer = pointer;
      Node call;
      call.is_call = true;
      call.collects = collects;
      code.nodes = {use({0}), call, use({0})};
      const Allocation a = allocate_registers(code, small_target(2));
      ASSERT_TRUE(a.ok);
      ASSERT_EQ(a.nodes[0].before.size(), 1u);
      EXPECT_EQ(a.nodes[2].before.size(), pointer && collects ? 1u : 0u);
    }
  }
}

TEST(Allocation, TooFewRegistersIsAnAnswer) {
  Code code;
  code.values.resize(3);
  code.nodes = {define(0), define(1), define(2), use({0, 1, 2})};
  Allocation a = allocate_registers(code, small_target(2));
  EXPECT_FALSE(a.ok);
  EXPECT_NE(a.reason, "");
}

}  // namespace
}  // namespace hothouse::backend
