// What the compiler refuses: a SyntaxError that names the feature and its place.
#include <gtest/gtest.h>

#include "tests/unit/bytecode/compile_text.h"

namespace hothouse {
namespace {

TEST(CompileErrors, QuoteTheLine) {
  CompileWorld world;
  EXPECT_EQ(world.compile("a = 1\nreturn a\n"), nullptr);
  EXPECT_EQ(world.error.text, "return a\n");
}

TEST(CompileErrors, TooManyConstants) {
  std::string text = "def f(x):\n";
  for (int i = 0; i < 70000; ++i) text += "    x(" + std::to_string(i) + ".5)\n";
  CompileWorld world;
  EXPECT_EQ(world.compile(text), nullptr);
  EXPECT_EQ(world.error.message, "too many constants in 'f' (the limit is 65535)");
}

TEST(Unparse, FutureAnnotationsAreText) {
  CompileWorld world;
  CodeBody* root = world.compile(
      "from __future__ import annotations\n"
      "def f(a: list [ int ], b: \"x\" = 1, *c: (a+b) * -c ** 2) -> dict[str,int] | None: pass\n");
  ASSERT_NE(root, nullptr);
  std::string text = disassemble(*root);
  EXPECT_NE(text.find("\"list[int]\"") == std::string::npos ? text.find("'list[int]'") : 0,
            std::string::npos);
  EXPECT_NE(text.find("(a + b) * -c ** 2"), std::string::npos);
  EXPECT_NE(text.find("dict[str, int] | None"), std::string::npos);
}

}  // namespace
}  // namespace hothouse
