// What code is generated for typical snippets, as the disassembler prints it.
#include <gtest/gtest.h>

#include <map>

#include "tests/unit/bytecode/compile_text.h"

namespace hothouse {
namespace {

/// The instructions of a body, numbered from 0 (jumps and handlers name these numbers, so that
/// the sizes of inline caches do not matter), with single spaces. Then its handlers.
std::string listing(const CodeBody& body) {
  std::map<uint32_t, std::string> numbers;
  uint32_t pc = 0;
  for (; pc < body.words.size(); pc = next_pc(body, pc)) {
    numbers.emplace(pc, std::to_string(numbers.size()));
  }
  numbers.emplace(pc, std::to_string(numbers.size()));
  std::string text;
  for (pc = 0; pc < body.words.size(); pc = next_pc(body, pc)) {
    std::string line = disassemble_instruction(body, pc);
    uint32_t target;
    if (jump_target(body, pc, &target)) {
      line = line.substr(0, line.rfind(' ') + 1) + numbers[target];
    }
    text += numbers[pc] + " ";
    for (char c : line) {
      if (c != ' ' || text.back() != ' ') text += c;
    }
    text += '\n';
  }
  for (const HandlerRange& range : body.handlers) {
    text += "handler " + numbers[range.start] + "-" + numbers[range.end] + " -> " +
            numbers[range.handler] + " r" + std::to_string(range.exc_reg) + "\n";
  }
  return text;
}

void expect_code(const char* source, const char* name, const std::string& expected) {
  CompileWorld world;
  CodeBody* root = world.compile(source);
  ASSERT_NE(root, nullptr) << world.error.message;
  CodeBody* body = find_body(root, name);
  ASSERT_NE(body, nullptr) << name;
  EXPECT_EQ("\n" + listing(*body), "\n" + expected);
}

TEST(Disassembly, LoopUsesImmediatesAndFusedJumps) {
  expect_code(R"(
def f(n):
    s = 0
    for i in range(n):
        if i % 3 == 0:
            continue
        s += i * 2
    while s > 10:
        s -= 1
    return s
)",
              "f",
              R"(0 load_int r1(s), 0
1 load_global r4, range
2 move r8, r0(n)
3 call r4, r4, 1
4 get_iter r3, r4
5 for_iter r2(i), r3 -> 11
6 mod_i r4, r2(i), 3
7 jump_eq_i r4, 0 -> 10
8 mul_i r4, r2(i), 2
9 iadd r1(s), r1(s), r4
10 jump_back -> 5
11 jump_not_gt_i r1(s), 10 -> 14
12 isub_i r1(s), r1(s), 1
13 jump_back -> 11
14 return r1(s)
)");
}

TEST(Disassembly, ShortCircuitsAreDirectJumps) {
  expect_code(R"(
def f(a, b, c):
    if not (a and b is not None) or b < c:
        return a or b
)",
              "f",
              R"(0 jump_false r0(a) -> 3
1 jump_none r1(b) -> 3
2 jump_not_lt r1(b), r2(c) -> 7
3 move r3, r0(a)
4 jump_true r3 -> 6
5 move r3, r1(b)
6 return r3
7 load_special r3, None
8 return r3
)");
}

TEST(Disassembly, ComparisonChainEvaluatesTheMiddleOnce) {
  expect_code(R"(
def f(a, b):
    return 0 <= a.x < b
)",
              "f",
              R"(0 load_int r3, 0
1 load_attr r4, r0(a), x
2 le r2, r3, r4
3 jump_false r2 -> 5
4 lt r2, r4, r1(b)
5 return r2
)");
}

TEST(Disassembly, SwapNeedsNoTuple) {
  expect_code("def f(x, y):\n    x, y = y, x + y\n    return x\n", "f",
              R"(0 move r2, r1(y)
1 add r1(y), r0(x), r1(y)
2 move r0(x), r2
3 return r0(x)
)");
}

TEST(Disassembly, AssignmentExpressionDoesNotChangeEarlierOperand) {
  expect_code("def f(a):\n    return a + (a := 3)\n", "f",
              R"(0 move r1, r0(a)
1 load_int r0(a), 3
2 add r1, r1, r0(a)
3 return r1
)");
}

TEST(Disassembly, AssignmentDeepInALaterOperandCounts) {
  expect_code("def f(a):\n    return a + (a := 3) * a\n", "f",
              R"(0 move r1, r0(a)
1 load_int r0(a), 3
2 mul r2, r0(a), r0(a)
3 add r1, r1, r2
4 return r1
)");
}

TEST(Disassembly, VariableIsNotScratch) {
  // x is read by the second operand, and must stay as it is if f raises.
  expect_code("def f(x, g):\n    x = g or [x, *g()]\n", "f",
              R"(0 move r2, r1(g)
1 jump_true r2 -> 7
2 move r3, r0(x)
3 build_list r2, r3, 1
4 move r3, r1(g)
5 call r3, r3, 0
6 list_extend r2, r3
7 move r0(x), r2
8 load_special r2, None
9 return r2
)");
}

TEST(Disassembly, CallsBuildTheirArgumentsInPlace) {
  expect_code(R"(
def f(o, a, k):
    o.m(a, g(1), key=2)
    g(*a, x=1, **k)
)",
              "f",
              R"(0 load_method r3, r0(o), m
1 move r8, r1(a)
2 load_global r9, g
3 load_int r13, 1
4 call r9, r9, 1
5 load_int r10, 2
6 load_const r4, ('key',)
7 call_method_kw r3, r3, 3
8 load_global r3, g
9 move r7, r1(a)
10 load_const r9, 'x'
11 load_int r10, 1
12 build_dict r8, r9, 1
13 dict_merge r8, r2(k), 1
14 call_ex r3, r3
15 load_special r3, None
16 return r3
)");
}

TEST(Disassembly, ClosuresShareCells) {
  const char* source = R"(
def f(a):
    def g():
        nonlocal a
        a += 1
    return g
)";
  expect_code(source, "f",
              R"(0 make_cell r0(a)
1 move r6, r0(a)
2 build_tuple r5, r6, 1
3 make_function r1(g), <code f.<locals>.g>, r2, 8
4 return r1(g)
)");
  expect_code(source, "f.<locals>.g",
              R"(0 load_free r0, free a, a
1 iadd_i r0, r0, 1
2 store_free free a, r0
3 load_special r0, None
4 return r0
)");
}

TEST(Disassembly, TryExceptFinally) {
  expect_code(R"(
def f(g, h):
    try:
        return g()
    except ValueError as e:
        h(e)
    finally:
        h()
)",
              "f",
              R"(0 move r7, r0(g)
1 call r7, r7, 0
2 move r8, r1(h)
3 call r8, r8, 0
4 return r7
5 enter_handler r6, r5
6 load_global r7, ValueError
7 exc_match r8, r5, r7
8 jump_false r8 -> 19
9 move r2(e), r5
10 move r7, r1(h)
11 move r11, r2(e)
12 call r7, r7, 1
13 leave_handler r6
14 load_special r2(e), undefined
15 jump -> 23
16 leave_handler r6
17 load_special r2(e), undefined
18 reraise r5
19 leave_handler r6
20 reraise r5
21 leave_handler r6
22 reraise r5
23 move r5, r1(h)
24 call r5, r5, 0
25 jump -> 33
26 enter_handler r4, r3
27 move r5, r1(h)
28 call r5, r5, 0
29 leave_handler r4
30 reraise r3
31 leave_handler r4
32 reraise r3
33 load_special r3, None
34 return r3
handler 0-2 -> 5 r5
handler 10-13 -> 16 r5
handler 6-9 -> 21 r5
handler 0-2 -> 26 r3
handler 5-23 -> 26 r3
handler 27-29 -> 31 r3
)");
}

TEST(Disassembly, GeneratorKeepsLiveRegisters) {
  expect_code("def f(xs):\n    for x in xs:\n        y = yield x\n    yield from y\n", "f",
              R"(0 start_generator
1 load_special r2(y), undefined
2 get_iter r3, r0(xs)
3 for_iter r1(x), r3 -> 6
4 yield r2(y), r1(x), 4
5 jump_back -> 3
6 check_bound r2(y), y
7 get_delegate r4, r2(y)
8 load_special r3, None
9 send r3, r4 -> 12
10 yield r3, r3, 5
11 jump -> 9
12 load_special r3, None
13 return r3
)");
}

TEST(Disassembly, ModuleNamesAreGlobals) {
  expect_code("\"\"\"doc\"\"\"\nx = 1\nx += 2\n", "<module>",
              R"(0 load_const r0, 'doc'
1 store_global __doc__, r0
2 load_int r0, 1
3 store_global x, r0
4 load_global r0, x
5 iadd_i r0, r0, 2
6 store_global x, r0
7 load_special r0, None
8 return r0
)");
}

TEST(Disassembly, ClassBody) {
  expect_code("class C(B):\n    x = 1\n    def m(self): return super().m\n", "C",
              R"(0 load_special r0(__class__), undefined
1 make_cell r0(__class__)
2 load_name r1, __name__
3 store_name __module__, r1
4 load_const r1, 'C'
5 store_name __qualname__, r1
6 load_int r1, 1
7 store_name x, r1
8 move r6, r0(__class__)
9 build_tuple r5, r6, 1
10 make_function r1, <code C.m>, r2, 8
11 store_name m, r1
12 return r0(__class__)
)");
}

TEST(Disassembly, ConstantsAreFolded) {
  expect_code("def f():\n    return (-1, 2 ** 3, 'a' 'b' + 'c', 1 << 70, not 0, 7 // -2)\n", "f",
              R"(0 load_const r0, (-1, 8, 'abc', 0x400000000000000000, True, -4)
1 return r0
)");
  expect_code("def f(x):\n    if 0:\n        x()\n    while 1:\n        x()\n", "f",
              R"(0 move r1, r0(x)
1 call r1, r1, 0
2 jump_back -> 0
)");
}

TEST(Disassembly, Heading) {
  CompileWorld world;
  CodeBody* root = world.compile("x = 1.5\n");
  ASSERT_NE(root, nullptr);
  EXPECT_EQ(disassemble(*root),
            "<module>: 1 registers\n"
            "    1     0  load_const          r0, 1.5\n"
            "    1     1  store_global        x, r0\n"
            "    1     3  load_special        r0, None\n"
            "    1     4  return              r0\n");
}

}  // namespace
}  // namespace hothouse
