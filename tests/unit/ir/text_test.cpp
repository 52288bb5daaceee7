// The text form of traces round-trips, and the verifier names what is wrong.
#include <gtest/gtest.h>

#include "core/ir/helpers.h"
#include "core/ir/parse.h"
#include "core/ir/print.h"
#include "core/ir/verify.h"

namespace hothouse::ir {
namespace {

HelperId test_helper(const char* name, char result, const char* operands, uint16_t flags) {
  return register_helper({name, nullptr, result, operands, flags});
}

class TextTest : public ::testing::Test {
 protected:
  void SetUp() override {
    test_helper("test_raises", 'v', "vi", kHelperMayRaise | kHelperWrites);
    test_helper("test_pure", 'i', "r", kHelperPure);
  }

  static std::string verify_text(const std::string& text) {
    ParseResult r = parse(text);
    return r.ok ? verify(r.trace) : "parse: " + r.error;
  }
};

const char* const kEverything = R"(trace loop "sum:3" unit 1 code 4 pc 9
alloc a0 map ListF64 kind List aux 3 bytes 24
alloc a1 map 123 kind Instance aux 2 bytes 32
%0 = slot_load #3
%1 = slot_load #-4
guard_ref %0 !s0
%3 = unbox_ref %0
guard_map %3, map RangeIter !s0
%5:i64 = load_field %3, .RangeIterLeft
%6 = add_ov %5, -1 !s1
%7:value = call test_raises(%0, %6)
guard_no_raise %7 !s2
%9 = new a0
store_field %9, 0, .ListLength
store_field %9, @0x1000, .ListItems
%12 = new a1 !sunk
store_inline %12, v:1.5f, [0] !sunk
%14 = box_float 0.1f
%15 = fadd inff, f:0x7ff8000000000000
%16 = fmul -0.0f, %15
%17 = not true
%18:f64 = select %15, %16, %17
%19:i64 = load_raw %6, +8 u16
store_raw %6, %18, -8 f64
%21 = box_int %19 aux 1
safepoint 4096 bytes !s3
loop
%24:f64 = phi %18, %25
%25 = fneg %24
%26:i64 = call test_pure(%3)
guard_is %1, None !s3
jump_loop
s0: retry code 4 pc 9 base 0 depth 0 {}
s1: after code 4 pc 11 base 8 depth 1 {0: %5, 3: v:7, -1: undefined}
s2: raise code 4 pc 12 base 0 depth 0 {0: True} pending {store_field %3, %6, .RangeIterLeft; store_cells %3, 2, v:0x5000}
s3: retry code 4 pc 12 base 0 depth 0 {2: %12}
params %24, %1
)";

TEST_F(TextTest, RoundTrips) {
  ParseResult r = parse(kEverything);
  ASSERT_TRUE(r.ok) << r.error;
  EXPECT_EQ(print(r.trace), kEverything);
  EXPECT_EQ(verify(r.trace), "");
}

TEST_F(TextTest, ReadsNamesAndComments) {
  ParseOptions options;
  options.find_ref = [](std::string_view name) { return name == "here" ? 0x4000 : 0; };
  ParseResult r =
      parse("%left = sub 5, 1 ; a comment\n\nexit !s0\ns0: retry {1: v:@\"here\"}\n", options);
  ASSERT_TRUE(r.ok) << r.error;
  EXPECT_EQ(print_op(r.trace, 0), "%0 = sub 5, 1");
  EXPECT_EQ(r.trace.constants.back().bits, 0x4000u);
}

TEST_F(TextTest, ParserNamesTheLine) {
  EXPECT_EQ(parse("%0 = add 1, 2\n%1 = add %0, %7\n").error, "line 2: no value %7 so far");
  EXPECT_EQ(parse("%0 = nonsense\n").error, "line 1: no op: nonsense");
  EXPECT_EQ(parse("%0 = add 1, 2 3\n").error, "line 1: cannot read `3`");
}

TEST_F(TextTest, SnapshotUsesExpandSunkObjects) {
  ParseResult r = parse(R"(alloc a0 map Tuple kind Tuple aux 0 bytes 32
%0 = slot_load #0
%1 = slot_load #1
%2 = new a0 !sunk
store_field %2, 1, .TupleLength !sunk
store_tuple %2, 0, %0 !sunk
%5 = new a0 !sunk
store_tuple %5, 0, %1 !sunk
%7 = box_ref %5 !sunk
store_tuple %2, 1, %7 !sunk
guard_int %0 !s0
store_tuple %2, 2, %1 !sunk
exit !s1
s0: retry {0: %2, 1: %1, 2: v:7}
s1: retry {0: %1, 1: %2}
)");
  ASSERT_TRUE(r.ok) << r.error;
  ASSERT_EQ(verify(r.trace), "");
  EXPECT_EQ(snapshot_uses(r.trace, 0), (std::vector<Ref>{Ref{0}, Ref{1}}));
  EXPECT_EQ(snapshot_uses(r.trace, 1), (std::vector<Ref>{Ref{1}, Ref{0}}));
  EXPECT_EQ(sunk_stores(r.trace, Ref{2}, 9), (std::vector<uint32_t>{3, 4, 8}));
}

TEST_F(TextTest, VerifierNamesWhatIsWrong) {
  EXPECT_EQ(verify_text("exit !s0\ns0: retry {}\n"), "");
  EXPECT_EQ(verify_text("%0 = add 1, 1.5f\nexit !s0\ns0: retry {}\n"),
            "operand b is f64 instead of i64 in: %0 = add 1, 1.5f");
  EXPECT_EQ(verify_text("%0 = slot_load #1\nguard_int %0\nexit !s0\ns0: retry {}\n"),
            "a snapshot is missing: guard_int %0");
  EXPECT_EQ(verify_text("jump_loop\n"), "jump_loop without loop: jump_loop");
  EXPECT_EQ(verify_text("loop\n"), "the last op is no terminal: loop");
  EXPECT_EQ(verify_text("%0 = slot_load #1\n%1 = unbox_ref %0\n"
                        "store_field %1, 1.5f, .ListLength\nexit !s0\ns0: retry {}\n"),
            "operand b is f64 instead of i64 in: store_field %1, 1.5f, .ListLength");
  EXPECT_EQ(verify_text("%0 = slot_load #1\n%1 = call test_raises(%0, 1)\n"
                        "guard_int %0 !s0\nguard_no_raise %1 !s0\nexit !s0\ns0: retry {}\n"),
            "a guard between a call that may raise and its guard_no_raise: guard_int %0 !s0");
  EXPECT_EQ(verify_text("%0 = slot_load #1\nloop\n%2 = slot_load #2\n%3 = phi %0, %2\njump_loop\n"),
            "phis stand right behind loop: %3:value = phi %0, %2");
  EXPECT_EQ(verify_text("guard_int v:7 !s0\n%1 = slot_load #0\nexit !s0\ns0: retry {0: %1}\n"),
            "its snapshot names a value that is not defined before: guard_int v:7 !s0");
}

TEST_F(TextTest, ConstantsAreShared) {
  Trace t;
  EXPECT_EQ(t.int_constant(7), t.int_constant(7));
  EXPECT_NE(t.int_constant(7), t.constant(Type::F64, 7));
}

}  // namespace
}  // namespace hothouse::ir
