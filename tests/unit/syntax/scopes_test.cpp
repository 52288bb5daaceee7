// Resolution of names, definite assignment, ranges, and the limits on nesting.
#include <gtest/gtest.h>

#include <string>

#include "core/syntax/dump.h"
#include "core/syntax/parser.h"

namespace hothouse::syntax {
namespace {

struct Analyzed {
  explicit Analyzed(const std::string& source) { module = analyze(source, arena, error); }
  Arena arena;
  SyntaxError error;
  Module* module = nullptr;
};

std::string scopes(const std::string& source) {
  Analyzed a(source);
  return a.module == nullptr ? a.error.message : dump_scopes(*a.module->scope);
}

std::string unbound(const std::string& source) {
  Analyzed a(source);
  return a.module == nullptr ? a.error.message : dump_maybe_unbound(*a.module);
}

TEST(Scopes, ClosuresMakeCells) {
  EXPECT_EQ(scopes("def f(a, b):\n  c = 1\n  def g(): return a + c + len(d)\n  return g\n"),
            "module <module> | f:module\n"
            "  function f | locals a b g | cells a c | a:cell b:local c:cell g:local\n"
            "    function f.<locals>.g | frees a c | a:free c:free d:global len:global\n");
}

TEST(Scopes, ClassBodiesAreNotSeenByMethods) {
  EXPECT_EQ(scopes("def f():\n  x = 1\n  class A:\n    x = 2\n    def g(self): return x\n"),
            "module <module> | f:module\n"
            "  function f | locals A | cells x | A:local x:cell\n"
            "    class f.<locals>.A | frees x | g:local x:local\n"
            "      function f.<locals>.A.g | locals self | frees x | self:local x:free\n");
}

TEST(Scopes, SuperNeedsTheClassCell) {
  Analyzed a("class A:\n  def f(self): return super().f()\n");
  ASSERT_NE(a.module, nullptr);
  const Scope* cls = a.module->scope->children[0];
  EXPECT_TRUE(cls->needs_class_cell);
  ASSERT_EQ(cls->children[0]->frees.size(), 1U);
  EXPECT_EQ(cls->children[0]->frees[0], "__class__");
}

TEST(Scopes, PrivateNamesAreMangled) {
  Analyzed a("class _C:\n  def f(self, __x): return self.__y + __x + __z__\n");
  ASSERT_NE(a.module, nullptr);
  const Scope* f = a.module->scope->children[0]->children[0];
  EXPECT_EQ(f->locals[1], "_C__x");
  EXPECT_EQ(f->resolve("_C__x"), Resolution::Local);
  EXPECT_EQ(f->resolve("__z__"), Resolution::GlobalImplicit);
}

TEST(Scopes, WalrusInComprehensionBindsOutside) {
  EXPECT_EQ(scopes("def f(xs): return [y := x for x in xs], y\n"),
            "module <module> | f:module\n"
            "  function f | locals xs | cells y | xs:local y:cell\n"
            "    comprehension f.<locals>.<listcomp> | locals .0 x | frees y | .0:local x:local "
            "y:free\n");
}

TEST(Assignments, ReadsThatNeedACheck) {
  EXPECT_EQ(unbound("def f(a):\n  b = 1\n  return a + b\n"), "");
  EXPECT_EQ(unbound("def f(a):\n  if a: b = 1\n  return b\n"), "b@3:9");
  EXPECT_EQ(unbound("def f(a):\n  if a: b = 1\n  else: return\n  return b\n"), "");
  EXPECT_EQ(unbound("def f(a):\n  for b in a: pass\n  return b\n"), "b@3:9");
  EXPECT_EQ(unbound("def f():\n  while True:\n    x = 1\n    break\n  return x\n"), "");
  EXPECT_EQ(unbound("def f():\n  x = 1\n  for i in y:\n    x\n    del x\n"), "x@4:4");
  EXPECT_EQ(unbound("def f():\n  try: x = g()\n  except E: pass\n  return x\n"), "x@4:9");
  EXPECT_EQ(unbound("def f():\n  try: x = g()\n  finally: h()\n  return x\n"), "");
  EXPECT_EQ(unbound("def f():\n  try: g()\n  except E as e: pass\n  return e\n"), "e@4:9");
  EXPECT_EQ(unbound("def f():\n  while a:\n    try: b()\n    except E as e: break\n    e = 1\n"
                    "  else: e = 1\n  e\n"),
            "e@7:2");
}

TEST(Assignments, TheFirstCheckProvesTheRest) {
  EXPECT_EQ(unbound("def f(a):\n  if a: b = 1\n  return b + b\n"), "b@3:9");
}

TEST(Ranges, CountCodePointsAndBytes) {
  Analyzed a("é = x.ü\n");
  ASSERT_NE(a.module, nullptr);
  auto& assign = as<Assign>(a.module->body[0]);
  EXPECT_EQ(assign.value->range.begin.col, 4U);
  EXPECT_EQ(assign.value->range.begin.byte_col, 5U);
  EXPECT_EQ(assign.value->range.end.col, 7U);
  EXPECT_EQ(assign.value->range.end.byte_col, 9U);
}

TEST(Limits, LongChainsAreFine) {
  std::string sum = "a";
  for (int i = 0; i < 20000; ++i) sum += "+a";
  EXPECT_NE(Analyzed(sum).module, nullptr);
  std::string chain = "if a: b\n";
  for (int i = 0; i < 20000; ++i) chain += "elif a: b\n";
  EXPECT_NE(Analyzed(chain).module, nullptr);
}

TEST(Limits, DeepNestingIsAnError) {
  auto repeat = [](const std::string& s, int n) {
    std::string out;
    for (int i = 0; i < n; ++i) out += s;
    return out;
  };
  EXPECT_EQ(Analyzed(repeat("(", 5000)).error.message, "too many nested parentheses");
  for (const char* prefix : {"not ", "-", "lambda: ", "a if b else ", "a ** "}) {
    EXPECT_EQ(Analyzed(repeat(prefix, 5000) + "a").error.kind, ErrorKind::RecursionError);
  }
  EXPECT_EQ(Analyzed("a" + repeat(".b", 5000)).error.kind, ErrorKind::RecursionError);
  EXPECT_EQ(Analyzed("a" + repeat("()", 5000)).error.kind, ErrorKind::RecursionError);
}

}  // namespace
}  // namespace hothouse::syntax
