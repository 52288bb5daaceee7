// Calls: helpers with many mixed operands, C functions, function units and their recursion.
#include "core/backend/signatures.h"
#include "tests/unit/backend/harness.h"

namespace hothouse::backend {
namespace {

class CallTest : public BackendTest {};
INSTANTIATE_TEST_SUITE_P(Backends, CallTest, ::testing::ValuesIn(kKinds), kind_name);

TEST_P(CallTest, HelperOperandsArriveInOrder) {
  machine.add(R"(trace loop "calls" unit 1 code 7 pc 3
%0 = slot_load #0
guard_int %0 !s0
%i = unbox_int %0
%x = int_to_float %i
%j = add %i, 1
%k = add %i, 2
%y = fadd %x, 0.5f
%z = fadd %x, 0.25f
%a:f64 = call test_mixed(%i, %x, %j, %y, %k, %z)
%b = call test_six(%k, %j, %i, 5, %j, 7)
%c:f64 = call test_six_floats(%z, %y, %x, 4f, %a, %y)
call test_nothing()
%d = call test_six(%i, %i, %i, %i, %i, %i)
exit !s1
s0: retry {}
s1: after {0: %a, 1: %b, 2: %c, 3: %d, 4: %i, 5: %x, 6: %y, 7: %z, 8: %j, 9: %k}
)");
  machine.set_int(0, 3);
  const Leave& leave = machine.run();
  double a = 3 + 10 * 3.0 + 100 * 4 + 1000 * 3.5 + 10000 * 5 + 100000 * 3.25;
  EXPECT_EQ(double_of(leave.entries.at(0)), a);
  EXPECT_EQ(leave.entries.at(1), word(5 + 40 + 300 + 5000 + 40000 + 700000));
  EXPECT_EQ(double_of(leave.entries.at(2)), 3.25 + 35 + 300 + 4000 + 10000 * a + 100000 * 3.5);
  EXPECT_EQ(leave.entries.at(3), 333333u);
  EXPECT_EQ(leave.entries.at(4), 3u);
  EXPECT_EQ(double_of(leave.entries.at(5)), 3.0);
  EXPECT_EQ(double_of(leave.entries.at(6)), 3.5);
  EXPECT_EQ(double_of(leave.entries.at(7)), 3.25);
  EXPECT_EQ(leave.entries.at(8), 4u);
  EXPECT_EQ(leave.entries.at(9), 5u);
}

TEST_P(CallTest, LoopWithCalls) {
  machine.add(R"(trace loop "calls" unit 1 code 7 pc 3
%0 = slot_load #0
guard_int %0 !s0
%limit = unbox_int %0
%f = int_to_float %limit
loop
%i = phi 0, %i2
%s = phi 0, %s2
%x = phi 0f, %x2
%c = lt %i, %limit
guard_true %c !s1
%t = call test_twice(%i)
%s2 = add %s, %t
%x2 = fadd %x, %f
%i2 = add %i, 1
jump_loop
params %i, %s, %x, %limit, %f
s0: retry {}
s1: retry {0: %i, 1: %s, 2: %x}
)");
  machine.set_int(0, 10);
  const Leave& leave = machine.run();
  EXPECT_EQ(leave.entries.at(0), 10u);
  EXPECT_EQ(leave.entries.at(1), 90u);
  EXPECT_EQ(double_of(leave.entries.at(2)), 100.0);
}

TEST_P(CallTest, FrameSyncTellsTheFrame) {
  machine.add(R"(trace loop "calls" unit 1 code 7 pc 3
%0 = slot_load #0
guard_int %0 !s0
frame_sync 17, #9
exit !s0
s0: retry {}
)");
  machine.set_int(0, 3);
  machine.run();
  EXPECT_EQ(machine.state.top, reinterpret_cast<uintptr_t>(machine.stack.data() + 9));
  EXPECT_EQ(machine.state.pc, 17u);
}

/// fib as the recorder would make it: the callee's window begins at slot 8.
const char* const kFib = R"(trace function "fib" unit 5 code 9 pc 0
%0 = slot_load #0
guard_int %0 !s0
%n = unbox_int %0
%small = lt %n, 2
guard_false %small !s1
%a = add_ov %n, -1 !s0
%1 = box_int %a
slot_store %1, #8
%r = call_unit unit 9 (8) !s2
guard_int %r !s3
%x = unbox_int %r
%2 = slot_load #0
guard_int %2 !s0
%m = unbox_int %2
%b = add_ov %m, -2 !s0
%3 = box_int %b
slot_store %3, #8
%q = call_unit unit 9 (8) !s2
guard_int %q !s3
%y = unbox_int %q
%sum = add_ov %x, %y !s0
%out = box_int %sum
return %out
s0: retry {}
s1: retry {1: %n}
s2: raise {}
s3: after {}
)";

TEST_P(CallTest, Recursion) {
  machine.add(kFib);
  uint64_t depth = machine.state.depth;
  int exits = 0;
  machine.on_exit_hook = [&](const Leave& leave, Value* base) {
    EXPECT_EQ(leave.snapshot, 1u);
    EXPECT_TRUE(leave.in_call);
    exits++;
    return base[0].bits();  // fib(0) = 0, fib(1) = 1: what the interpreter would answer
  };
  machine.set_int(0, 15);
  EXPECT_EQ(machine.backend->call(5, machine.stack.data()), Value::small_int(610));
  EXPECT_EQ(exits, 987);
  EXPECT_EQ(machine.state.depth, depth);

  // A bridge for the base case: no exit any more.
  machine.add(R"(trace bridge "" unit 6 code 9 pc 4
parent unit 5 exit 1
inherits i64
%0:i64 = inherit [0]
%1 = box_int %0
return %1
)");
  machine.backend->link_bridge(5, 1, 6);
  exits = 0;
  machine.set_int(0, 15);
  EXPECT_EQ(machine.backend->call(5, machine.stack.data()), Value::small_int(610));
  EXPECT_EQ(exits, 0);
}

TEST_P(CallTest, RecursionLimits) {
  machine.add(kFib);
  machine.on_exit_hook = [&](const Leave&, Value* base) { return base[0].bits(); };
  int interpreted = 0;
  uint64_t depth_there = 0;
  machine.interpret = [&](uint32_t code_id, Value*) {
    EXPECT_EQ(code_id, 9u);
    interpreted++;
    depth_there = machine.state.depth;
    return Value::raised().bits();
  };
  machine.state.depth_limit = 20 + kMaxInlinedFrames;
  machine.set_int(0, 100);
  // The exception passes through every frame: each exit of kind `raise` answers raised as well.
  machine.on_exit_hook = [&](const Leave& leave, Value*) {
    EXPECT_EQ(leave.snapshot, 2u);
    return Value::raised().bits();
  };
  EXPECT_EQ(machine.backend->call(5, machine.stack.data()), Value::raised());
  EXPECT_EQ(interpreted, 1);
  EXPECT_EQ(depth_there, 19u);
  EXPECT_EQ(machine.state.depth, 1u);

  machine.state.depth_limit = 100000;
  machine.state.stack_limit = reinterpret_cast<uintptr_t>(machine.stack.data() + 100);
  interpreted = 0;
  EXPECT_EQ(machine.backend->call(5, machine.stack.data()), Value::raised());
  EXPECT_EQ(interpreted, 1);
}

TEST_P(CallTest, CallsTheInterpreterForWhatIsNotCompiled) {
  machine.add(R"(trace loop "caller" unit 1 code 7 pc 3
%i = slot_load #0
%r = call_unit unit 33 (16) !s0
exit !s1
s0: raise {}
s1: after {0: %r}
)");
  machine.interpret = [&](uint32_t code_id, Value* base) {
    EXPECT_EQ(code_id, 33u);
    EXPECT_EQ(base, machine.stack.data() + 16);
    return Value::small_int(77).bits();
  };
  EXPECT_EQ(machine.run().entries.at(0), Value::small_int(77).bits());
  machine.add(R"(trace function "callee" unit 2 code 33 pc 0
return v:88
)");
  EXPECT_EQ(machine.run().entries.at(0), Value::small_int(88).bits());
  machine.backend->invalidate(2);
  EXPECT_EQ(machine.run().entries.at(0), Value::small_int(77).bits());
}

TEST_P(CallTest, ExecutedFunctionsReturnOrExit) {
  machine.add(kFib);
  machine.add(R"(trace bridge "" unit 6 code 9 pc 4
parent unit 5 exit 1
inherits i64
%0:i64 = inherit [0]
%1 = box_int %0
return %1
)");
  machine.backend->link_bridge(5, 1, 6);
  uint64_t depth = machine.state.depth;
  machine.set_int(0, 10);
  ExecuteResult result = machine.backend->execute(5, machine.stack.data());
  EXPECT_TRUE(result.returned);
  EXPECT_EQ(result.value, Value::small_int(55));
  EXPECT_EQ(machine.state.depth, depth);

  // Nobody waits natively for what execute() entered, but for its callees.
  machine.stack[0] = Value::none();
  std::vector<bool> in_call;
  machine.on_exit_hook = [&](const Leave& leave, Value*) {
    in_call.push_back(leave.in_call);
    return Value::small_int(1).bits();
  };
  result = machine.backend->execute(5, machine.stack.data());
  EXPECT_FALSE(result.returned);
  EXPECT_EQ(result.unit, 5u);
  EXPECT_EQ(result.snapshot, 0u);
  EXPECT_EQ(in_call, std::vector<bool>{false});

  machine.backend->invalidate(6);
  in_call.clear();
  machine.set_int(0, 3);
  result = machine.backend->execute(5, machine.stack.data());
  EXPECT_TRUE(result.returned);
  EXPECT_EQ(result.value, Value::small_int(3));
  EXPECT_EQ(in_call, (std::vector<bool>{true, true, true}));
}

TEST_P(CallTest, LoopsReturnThroughBridges) {
  machine.add(R"(trace loop "" unit 1 code 7 pc 3
%0 = slot_load #0
guard_int %0 !s0
%1 = unbox_int %0
%c = lt %1, 10
guard_true %c !s1
%2 = add_ov %1, 1 !s0
jump_entry unit 1 !s2
s0: retry {}
s1: retry {0: %1}
s2: retry {0: %2}
)");
  machine.add(R"(trace bridge "" unit 2 code 7 pc 9
parent unit 1 exit 1
inherits i64
%0:i64 = inherit [0]
%1 = box_int %0
return %1
)");
  machine.set_int(0, 3);
  machine.run();
  machine.backend->link_bridge(1, 1, 2);
  machine.set_int(0, 3);
  ExecuteResult result = machine.backend->execute(1, machine.stack.data());
  EXPECT_TRUE(result.returned);
  EXPECT_EQ(result.value, Value::small_int(10));
  // Entered by a function that is called, the loop answers that function's caller.
  machine.add(R"(trace function "" unit 3 code 7 pc 0
%0 = slot_load #1
guard_int %0 !s0
%1 = unbox_int %0
%2 = add %1, 1
jump_entry unit 1 !s1
s0: retry {}
s1: retry {0: %2}
)");
  machine.set_int(1, 5);
  EXPECT_EQ(machine.backend->call(3, machine.stack.data()), Value::small_int(10));
}

double c_mixed(int8_t a, double b, uint16_t c, float d, int32_t e, uint32_t f, int64_t g, int64_t h,
               double i, int64_t j) {
  return a + b + c + static_cast<double>(d) + e + f + static_cast<double>(g + h) + i +
         static_cast<double>(j);
}
int8_t c_narrow(int32_t x) { return static_cast<int8_t>(x); }
float c_float(float x) { return x * 2; }
uint32_t c_unsigned(int64_t x) { return static_cast<uint32_t>(x); }

/// What ffi does with libffi.
uint64_t invoke_for_test(const NativeSignature& signature, void* function, const uint64_t* a) {
  if (function == reinterpret_cast<void*>(&c_mixed)) {
    return bits_of(c_mixed(static_cast<int8_t>(a[0]), double_of(a[1]), static_cast<uint16_t>(a[2]),
                           static_cast<float>(double_of(a[3])), static_cast<int32_t>(a[4]),
                           static_cast<uint32_t>(a[5]), static_cast<int64_t>(a[6]),
                           static_cast<int64_t>(a[7]), double_of(a[8]),
                           static_cast<int64_t>(a[9])));
  }
  ADD_FAILURE() << signature.letters;
  return 0;
}

TEST_P(CallTest, NativeFunctions) {
  auto address = [](auto* f) { return std::to_string(reinterpret_cast<uintptr_t>(f)); };
  auto signature = [](const char* letters) {
    return std::to_string(register_native_signature(letters));
  };
  std::string text =
      "trace loop \"native\" unit 1 code 7 pc 3\n%p = slot_load #0\n"
      "%n = unbox_int %p\n%x = int_to_float %n\n";
  text +=
      "%a:i64 = call_native signature " + signature("bi") + " (" + address(&c_narrow) + ", %n)\n";
  text +=
      "%b:f64 = call_native signature " + signature("ff") + " (" + address(&c_float) + ", %x)\n";
  text +=
      "%c:i64 = call_native signature " + signature("Il") + " (" + address(&c_unsigned) + ", -1)\n";
  text += "exit !s0\ns0: after {0: %a, 1: %b, 2: %c, 3: %n}\n";
  machine.add(text);
  machine.set_int(0, 200);
  const Leave& leave = machine.run();
  EXPECT_EQ(leave.entries.at(0), word(-56));
  EXPECT_EQ(double_of(leave.entries.at(1)), 400.0);
  EXPECT_EQ(leave.entries.at(2), 0xffffffffu);
  EXPECT_EQ(leave.entries.at(3), 200u);

  std::string many =
      "trace loop \"native\" unit 2 code 7 pc 3\n%p = slot_load #0\n"
      "%n = unbox_int %p\n%x = int_to_float %n\n";
  many += "%a:f64 = call_native signature " + signature("dbdHfiIlldl") + " (" + address(&c_mixed) +
          ", -1, 2.5f, 3, %x, -5, 6, 7, %n, 9f, 10)\n";
  many += "exit !s0\ns0: after {0: %a}\n";
  machine.add(many);
  set_native_invoker(&invoke_for_test);
  EXPECT_EQ(double_of(machine.run(2).entries.at(0)), -1 + 2.5 + 3 + 200 - 5 + 6 + 7 + 200 + 9 + 10);
  set_native_invoker(nullptr);
}

}  // namespace
}  // namespace hothouse::backend
