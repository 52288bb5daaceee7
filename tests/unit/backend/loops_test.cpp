// Loops, exits, phis, jumps between units, bridges: what every backend does alike.
#include "tests/unit/backend/harness.h"

namespace hothouse::backend {
namespace {

class LoopTest : public BackendTest {};
INSTANTIATE_TEST_SUITE_P(Backends, LoopTest, ::testing::ValuesIn(kKinds), kind_name);

const char* const kSum = R"(trace loop "sum" unit 1 code 7 pc 3
%0 = slot_load #0
guard_int %0 !s0
%2 = unbox_int %0
loop
%i = phi %2, %i2
%s = phi 0, %s2
%c = gt %i, 0
guard_true %c !s1
%s2 = add_ov %s, %i !s1
%i2 = sub %i, 1
jump_loop
params %i, %s
s0: retry {}
s1: retry {0: %i, 1: %s}
)";

TEST_P(LoopTest, SumsUp) {
  machine.add(kSum);
  machine.set_int(0, 1000);
  const Leave& leave = machine.run();
  EXPECT_EQ(leave.unit, 1u);
  EXPECT_EQ(leave.snapshot, 1u);
  EXPECT_FALSE(leave.in_call);
  EXPECT_EQ(leave.entries.at(0), 0u);
  EXPECT_EQ(leave.entries.at(1), 500500u);
}

TEST_P(LoopTest, LeavesBeforeTheLoop) {
  machine.add(kSum);
  machine.set_float(0, 1.5);
  EXPECT_EQ(machine.run().snapshot, 0u);
}

TEST_P(LoopTest, WithoutPeeling) {
  machine.add(R"(trace loop "count" unit 1 code 7 pc 3
%0 = slot_load #0
guard_int %0 !s0
%2 = unbox_int %0
%3 = slot_load #1
guard_float %3 !s0
%5 = unbox_float %3
%c = lt %2, 100
guard_true %c !s0
%n = add %2, 1
%x = fadd %5, 0.5f
jump_entry unit 1 !s1
s0: retry {}
s1: after {0: %n, 1: %x}
)");
  machine.set_int(0, 0);
  machine.set_float(1, 0);
  EXPECT_EQ(machine.run().snapshot, 0u);
  EXPECT_EQ(machine.stack[0], Value::small_int(100));
  EXPECT_EQ(machine.stack[1].as_double(), 50.0);
}

TEST_P(LoopTest, OverflowLeavesWithTheOldValues) {
  machine.add(R"(trace loop "ov" unit 1 code 7 pc 3
loop
%i = phi 1, %i2
%n = phi 0, %n2
%i2 = add_ov %i, %i !s0
%n2 = add %n, 1
jump_loop
s0: retry {0: %i, 1: %n}
)");
  const Leave& leave = machine.run();
  EXPECT_EQ(leave.entries.at(0), uint64_t{1} << 62);
  EXPECT_EQ(leave.entries.at(1), 62u);
}

TEST_P(LoopTest, PhisThatChangePlaces) {
  machine.add(R"(trace loop "rotate" unit 1 code 7 pc 3
loop
%a = phi 1, %b
%b = phi 2, %c
%c = phi 3, %a
%x = phi 1f, %y
%y = phi 2f, %x
%n = phi 0, %n2
%t = lt %n, 100
guard_true %t !s0
%n2 = add %n, 1
jump_loop
s0: retry {0: %a, 1: %b, 2: %c, 3: %x, 4: %y}
)");
  const Leave& leave = machine.run();
  EXPECT_EQ(leave.entries.at(0), 2u);
  EXPECT_EQ(leave.entries.at(1), 3u);
  EXPECT_EQ(leave.entries.at(2), 1u);
  EXPECT_EQ(double_of(leave.entries.at(3)), 1.0);
  EXPECT_EQ(double_of(leave.entries.at(4)), 2.0);
}

/// 40 phis, each the sum of itself and the next one, half of them floats.
TEST_P(LoopTest, MoreValuesThanRegisters) {
  std::string text = "trace loop \"wide\" unit 1 code 1 pc 1\nloop\n%n = phi 0, %n2\n";
  auto number = [](int i) { return std::to_string(i); };
  for (int i = 0; i < 40; i++) {
    std::string initial = number(i + 1) + (i % 2 ? "f" : "");
    text += "%p" + number(i) + " = phi " + initial + ", %q" + number(i) + "\n";
  }
  text += "%t = lt %n, 12\nguard_true %t !s0\n";
  for (int i = 0; i < 40; i++) {
    text += "%q" + number(i) + (i % 2 ? " = fadd %p" : " = add %p") + number(i) + ", %p" +
            number((i + 2) % 40) + "\n";
  }
  text += "%n2 = add %n, 1\njump_loop\ns0: retry {";
  for (int i = 0; i < 40; i++) text += (i ? ", " : "") + number(i) + ": %p" + number(i);
  text += "}\n";
  machine.add(text);
  const Leave& leave = machine.run();
  double expected[40];
  for (int i = 0; i < 40; i++) expected[i] = i + 1;
  for (int n = 0; n < 12; n++) {
    double next[40];
    for (int i = 0; i < 40; i++) next[i] = expected[i] + expected[(i + 2) % 40];
    for (int i = 0; i < 40; i++) expected[i] = next[i];
  }
  for (int i = 0; i < 40; i++) {
    uint64_t bits = leave.entries.at(i);
    EXPECT_EQ(i % 2 ? double_of(bits) : static_cast<double>(bits), expected[i]) << i;
  }
}

/// Rotating 40 values through phis makes cycles of slots.
TEST_P(LoopTest, RotatesMoreValuesThanRegisters) {
  std::string text = "trace loop \"wide\" unit 1 code 1 pc 1\nloop\n%n = phi 0, %n2\n";
  auto number = [](int i) { return std::to_string(i); };
  for (int i = 0; i < 40; i++) {
    text += "%p" + number(i) + " = phi " + number(i) + (i < 20 ? "" : "f") + ", %p" +
            number(i < 20 ? (i + 1) % 20 : 20 + (i - 19) % 20) + "\n";
  }
  text += "%t = lt %n, 7\nguard_true %t !s0\n%n2 = add %n, 1\njump_loop\ns0: retry {";
  for (int i = 0; i < 40; i++) text += (i ? ", " : "") + number(i) + ": %p" + number(i);
  text += "}\n";
  machine.add(text);
  const Leave& leave = machine.run();
  for (int i = 0; i < 20; i++) EXPECT_EQ(leave.entries.at(i), word((i + 7) % 20));
  for (int i = 20; i < 40; i++) {
    EXPECT_EQ(double_of(leave.entries.at(i)), 20 + (i - 20 + 7) % 20);
  }
}

TEST_P(LoopTest, BridgeIntoTheBody) {
  // Odd numbers leave the loop; the bridge adds 1000 for them and goes on.
  machine.add(R"(trace loop "parity" unit 1 code 7 pc 3
%0 = slot_load #0
guard_int %0 !s0
%limit = unbox_int %0
%k = slot_load #1
guard_float %k !s0
%step = unbox_float %k
loop
%i = phi 0, %i2
%s = phi 0, %s2
%x = phi 0f, %x2
%c = lt %i, %limit
guard_true %c !s1
%x2 = fadd %x, %step
%odd = and %i, 1
%e = eq %odd, 0
guard_true %e !s2
%s2 = add %s, %i
%i2 = add %i, 1
jump_loop
params %i, %s, %x, %limit, %step
s0: retry {}
s1: retry {2: %i, 3: %s, 4: %x}
s2: after {2: %i, 3: %s, 4: %x2}
)");
  machine.set_int(0, 10);
  machine.set_float(1, 0.25);
  EXPECT_EQ(machine.run().snapshot, 2u);
  EXPECT_EQ(machine.leaves.back().entries.at(2), 1u);
  EXPECT_EQ(double_of(machine.leaves.back().entries.at(4)), 0.5);
  // exit_values of s2: i, s, x2, then the invariants limit and step.
  machine.add(R"(trace bridge "" unit 2 code 7 pc 5
parent unit 1 exit 2
inherits i64 i64 f64 i64 f64
%0:i64 = inherit [0]
%1:i64 = inherit [1]
%2:f64 = inherit [2]
%3:i64 = inherit [3]
%4:f64 = inherit [4]
%5 = add %1, 1000
%big = gt %5, 100000
guard_false %big !s0
%6 = add %0, 1
jump_body unit 1 (%6, %5, %2, %3, %4)
s0: after {2: %0, 3: %5, 4: %2}
)");
  machine.backend->link_bridge(1, 2, 2);
  const Leave& leave = machine.run();
  EXPECT_EQ(leave.snapshot, 1u);
  EXPECT_EQ(leave.entries.at(2), 10u);
  EXPECT_EQ(leave.entries.at(3), 5020u);
  EXPECT_EQ(double_of(leave.entries.at(4)), 2.5);

  machine.set_int(0, 1000);
  const Leave& far = machine.run();
  EXPECT_EQ(far.unit, 2u);
  EXPECT_EQ(far.snapshot, 0u);

  machine.backend->invalidate(2);
  EXPECT_EQ(machine.run().snapshot, 2u);
}

TEST_P(LoopTest, JumpsToAnotherUnit) {
  machine.add(R"(trace loop "outer" unit 1 code 7 pc 3
%0 = slot_load #0
guard_int %0 !s0
%1 = unbox_int %0
%2 = add %1, 5
%y = fmul 2.5f, 2f
jump_entry unit 2 !s1
s0: retry {}
s1: after base 4 depth 1 {4: %2, 5: %y, 6: true}
)");
  machine.set_int(0, 37);
  // The target is not there yet: the exit before the jump.
  EXPECT_EQ(machine.run().snapshot, 1u);
  EXPECT_EQ(machine.leaves.back().base, 0);
  EXPECT_EQ(machine.leaves.back().entries.at(4), 42u);

  machine.add(R"(trace loop "inner" unit 2 code 8 pc 0
%0 = slot_load #0
%1 = slot_load #1
%2 = slot_load #2
exit !s0
s0: retry {0: %0, 1: %1, 2: %2}
)");
  uint64_t depth = machine.state.depth;
  const Leave& leave = machine.run();
  EXPECT_EQ(leave.unit, 2u);
  EXPECT_EQ(leave.base, 4);
  EXPECT_EQ(machine.state.depth, depth + 1);
  EXPECT_EQ(leave.entries.at(0), Value::small_int(42).bits());
  EXPECT_EQ(leave.entries.at(1), Value::from_double(5.0).bits());
  EXPECT_EQ(leave.entries.at(2), Value::true_value().bits());

  machine.backend->invalidate(2);
  EXPECT_EQ(machine.run().unit, 1u);
}

TEST_P(LoopTest, InvalidationIsNoticed) {
  machine.add(R"(trace loop "valid" unit 1 code 7 pc 3
loop
%i = phi 0, %i2
guard_valid !s0
%v = call test_tick(%i)
guard_no_raise %v !s1
%i2 = add %i, 1
jump_loop
s0: retry {0: %i}
s1: raise {0: %i}
)");
  const Leave& raised = machine.run();
  EXPECT_EQ(raised.snapshot, 1u);
  EXPECT_EQ(raised.entries.at(0), 100u);
  machine.state.handled = Value::small_int(7);  // test_tick invalidates through the hook below
  machine.backend->invalidate(1);
  EXPECT_EQ(machine.backend->execute(1, machine.stack.data()).snapshot, 0xffffffffu);
}

TEST_P(LoopTest, SafepointAndAllocation) {
  machine.add(R"(trace loop "alloc" unit 1 code 7 pc 3
alloc a0 map ListF64 kind List aux 3 bytes 24
loop
%i = phi 0, %i2
safepoint 24 bytes !s0
%o = new a0
store_field %o, %i, .ListLength
store_field %o, @0x1000, .ListItems
%l:i64 = load_field %o, .ListLength
%i2 = add %l, 1
jump_loop
s0: retry {0: %i}
)");
  const Leave& leave = machine.run();
  EXPECT_EQ(leave.snapshot, 0u);
  EXPECT_GT(leave.entries.at(0), 1000u);
  EXPECT_GT(machine.state.nursery.cursor, machine.state.nursery.soft);
  EXPECT_LE(machine.state.nursery.cursor, machine.state.nursery.soft + 24);
}

}  // namespace
}  // namespace hothouse::backend
