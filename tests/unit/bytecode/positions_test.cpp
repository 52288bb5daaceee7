// Where instructions say they come from: what CPython 3.11's co_positions() says for the same
// expression, because tracebacks print it. The expected places were read off CPython's dis.
#include <gtest/gtest.h>

#include "tests/unit/bytecode/compile_text.h"

namespace hothouse {
namespace {

/// "name line-end_line:col-end_col" of all instructions that carry one of the names.
std::string places(const char* source, const char* body_name, std::initializer_list<Op> ops) {
  CompileWorld world;
  CodeBody* root = world.compile(source);
  if (root == nullptr) return world.error.message;
  CodeBody* body = find_body(root, body_name);
  std::string text;
  for (uint32_t pc = 0; pc < body->words.size(); pc = next_pc(*body, pc)) {
    Op op = body->words[pc].insn.op;
    bool wanted = false;
    for (Op other : ops) wanted = wanted || op == other;
    if (!wanted) continue;
    const Position& p = body->positions[pc];
    text += std::string(text.empty() ? "" : " ") + op_info(op).text + " " + std::to_string(p.line) +
            "-" + std::to_string(p.end_line) + ":" + std::to_string(p.col) + "-" +
            std::to_string(p.end_col);
  }
  return text;
}

TEST(Positions, OperatorsCoverTheirOperands) {
  EXPECT_EQ(places("x = a + b * -c\n", "<module>", {Op::Add, Op::Mul, Op::Neg, Op::LoadGlobal}),
            "load_global 1-1:4-5 load_global 1-1:8-9 load_global 1-1:13-14 neg 1-1:12-14 "
            "mul 1-1:8-14 add 1-1:4-14");
  EXPECT_EQ(places("a.b += c\n", "<module>", {Op::LoadAttr, Op::IAdd, Op::StoreAttr}),
            "load_attr 1-1:0-3 iadd 1-1:0-8 store_attr 1-1:0-3");
  EXPECT_EQ(places("a[b] += c\n", "<module>", {Op::GetItem, Op::IAdd, Op::SetItem}),
            "get_item 1-1:0-4 iadd 1-1:0-9 set_item 1-1:0-4");
}

TEST(Positions, MethodChainsOverLinesPointAtTheLastName) {
  const char* source =
      "x = (a\n"
      "     .b(1)\n"
      "     .c)\n";
  EXPECT_EQ(places(source, "<module>", {Op::LoadMethod, Op::CallMethod, Op::LoadAttr}),
            "load_method 2-2:6-7 call_method 2-2:6-10 load_attr 3-3:6-7");
}

TEST(Positions, CallsCoverTheWholeExpression) {
  EXPECT_EQ(places("f(a, g(1))\no.m(k=2)\n", "<module>", {Op::Call, Op::CallMethodKw}),
            "call 1-1:5-9 call 1-1:0-10 call_method_kw 2-2:0-8");
}

TEST(Positions, ColumnsCountBytes) {
  EXPECT_EQ(places("'\xc3\xa9' + f()\n", "<module>", {Op::Call, Op::Add}),
            "call 1-1:7-10 add 1-1:0-10");
}

TEST(Positions, LoopsAndWithPointAtTheStatement) {
  EXPECT_EQ(places("for x in c:\n    pass\n", "<module>", {Op::GetIter, Op::ForIter}),
            "get_iter 1-2:0-8 for_iter 1-2:0-8");
  EXPECT_EQ(places("with a.b as c: d\n", "<module>", {Op::LoadSpecialMethod}),
            "load_special_method 1-1:0-16 load_special_method 1-1:0-16");
}

TEST(Positions, AssertPointsAtItsComparison) {
  EXPECT_EQ(places("assert a == b, c\n", "<module>", {Op::Call, Op::Raise}),
            "call 1-1:7-13 raise 1-1:7-13");
  EXPECT_EQ(places("assert a.b, c\n", "<module>", {Op::Call, Op::Raise}),
            "call 1-1:0-13 raise 1-1:0-13");
}

TEST(Positions, ComprehensionIsOnePlace) {
  const char* source = "y = [i.j for i in q if i]\n";
  EXPECT_EQ(places(source, "<module>", {Op::GetIter, Op::Call}), "get_iter 1-1:4-25 call 1-1:4-25");
  EXPECT_EQ(places(source, "<listcomp>", {Op::ForIter, Op::LoadAttr}),
            "for_iter 1-1:4-25 load_attr 1-1:5-8");
}

TEST(Positions, DecoratorsAreCalledAtTheirOwnPlace) {
  EXPECT_EQ(places("@d1\n@d2(3)\ndef f(): pass\n", "<module>", {Op::Call}),
            "call 2-2:1-6 call 2-2:1-6 call 1-1:1-3");
  CompileWorld world;
  CodeBody* root = world.compile("@d1\n@d2(3)\ndef f(): pass\n");
  EXPECT_EQ(find_body(root, "f")->first_line, 1);
}

}  // namespace
}  // namespace hothouse
