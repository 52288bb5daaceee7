// Bytes and text of what ops become. The bytes are what the manual says, the text is what Zydis
// reads from them: a wrong encoding shows in one of the two.
#include <gtest/gtest.h>

#include <cstdio>

#include "core/backend/exit_values.h"
#include "core/ir/parse.h"
#include "core/ir/verify.h"
#include "native/x64/compile.h"
#include "native/x64/listing.h"

namespace hothouse::x64 {
namespace {

CompiledUnit compile_text(const std::string& text, uint64_t object = 0x123456789ab0,
                          int registers = 0) {
  ir::ParseOptions options;
  options.find_ref = [=](std::string_view) { return object; };
  ir::ParseResult r = ir::parse(text, options);
  EXPECT_TRUE(r.ok) << r.error;
  EXPECT_EQ(ir::verify(r.trace), "");
  CompileRequest request;
  request.options.registers = registers;
  request.find_unit = [](backend::UnitId) -> const CompiledUnit* { return nullptr; };
  static std::vector<std::unique_ptr<ir::Trace>> alive;
  alive.push_back(std::make_unique<ir::Trace>(std::move(r.trace)));
  CompiledUnit unit = compile(*alive.back(), request);
  EXPECT_TRUE(unit.ok) << unit.reason;
  return unit;
}

/// The instructions of one op before the cold part: "4801d8 add rax, rbx; ...".
std::string code_of(const CompiledUnit& unit, uint32_t op) {
  std::string out;
  for (const ListedInstruction& line : list(unit, 0, unit.stubs)) {
    if (line.op != op) continue;
    if (!out.empty()) out += "; ";
    for (uint8_t b : line.bytes) {
      char two[4];
      std::snprintf(two, sizeof two, "%02x", b);
      out += two;
    }
    out += " " + line.text;
  }
  return out;
}

/// A trace around some ops; %i, %j are ints in registers, %x, %y floats, %v a value, %r a ref.
CompiledUnit compile_ops(const std::string& ops, const std::string& kept) {
  return compile_text(R"(trace loop "" unit 1 code 0 pc 0
%v = slot_load #0
%i = unbox_int %v
%j = unbox_int %v
%x = unbox_float %v
%y = unbox_float %v
%r = unbox_ref %v
)" + ops + "exit !s0\ns0: retry {0: %v, 1: %i, 2: %j, 3: %x, 4: %y, " +
                      kept + "}\n");
}
constexpr uint32_t kFirst = 6;  // index of the first op

struct Case {
  const char* op;
  const char* code;
};

TEST(Encoding, OneOp) {
  // %v lies in rsi, %i in rdi, %j in r8, %x in xmm0, %y in xmm1; results come into r9 or xmm2
  // because the exit keeps the operands.
  const Case kCases[] = {
      {"%z = add %i, %j", "4e8d0c07 lea r9, [rdi+r8*1]"},
      {"%z = add %i, 100", "4c8d4f64 lea r9, [rdi+0x64]"},
      {"%z = sub %i, 1", "4c8d4fff lea r9, [rdi-0x1]"},
      {"%z = sub %i, %j", "4989f9 mov r9, rdi; 4d29c1 sub r9, r8"},
      {"%z = mul %i, 8", "4989f9 mov r9, rdi; 49c1e103 shl r9, 0x3"},
      {"%z = mul %i, 3", "4c8d0c7f lea r9, [rdi+rdi*2]"},
      {"%z = mul %i, 100", "4c6bcf64 imul r9, rdi, 0x64"},
      {"%z = and %i, -16", "4989f9 mov r9, rdi; 4983e1f0 and r9, -0x10"},
      {"%z = shr %i, 5", "4989f9 mov r9, rdi; 49c1f905 sar r9, 0x5"},
      {"%z = floordiv %i, 16", "4989f9 mov r9, rdi; 49c1f904 sar r9, 0x4"},
      {"%z = mod %i, 16", "4989f9 mov r9, rdi; 4983e10f and r9, 0xf"},
      {"%z = neg %i", "4989f9 mov r9, rdi; 49f7d9 neg r9"},
      {"%z = lt %i, %j", "4c39c7 cmp rdi, r8; 410f9cc1 setl r9b; 450fb6c9 movzx r9d, r9b"},
      {"%z = eq %i, 0", "4885ff test rdi, rdi; 410f94c1 setz r9b; 450fb6c9 movzx r9d, r9b"},
      {"%z = fadd %x, %y", "0f28d0 movaps xmm2, xmm0; f20f58d1 addsd xmm2, xmm1"},
      {"%z = fdiv %x, %y", "0f28d0 movaps xmm2, xmm0; f20f5ed1 divsd xmm2, xmm1"},
      {"%z = fsqrt %x", "0f28d0 movaps xmm2, xmm0; f20f51d2 sqrtsd xmm2, xmm2"},
      {"%z = ffloor %x", "0f28d0 movaps xmm2, xmm0; 660f3a0bd209 roundsd xmm2, xmm2, 0x9"},
      {"%z = int_to_float %i", "0f57d2 xorps xmm2, xmm2; f2480f2ad7 cvtsi2sd xmm2, rdi"},
      {"%z = float_to_int %x", "f24c0f2cc8 cvttsd2si r9, xmm0"},
      {"%z = unbox_int %v", "4989f1 mov r9, rsi; 49c1e10e shl r9, 0xe; 49c1f90e sar r9, 0xe"},
      {"%z = load_cells %r, %i", "4c8b4cfe10 mov r9, [rsi+rdi*8+0x10]"},
      {"%z = load_cells %r, 3", "4c8b4e28 mov r9, [rsi+0x28]"},
      {"%z = load_f64 %r, %i", "f20f1054fe10 movsd xmm2, qword ptr [rsi+rdi*8+0x10]"},
      {"%z = load_byte %r, %i", "440fb64c3e10 movzx r9d, byte ptr [rsi+rdi*1+0x10]"},
      {"%z:i64 = load_field %r, .ListLength", "4c8b4e08 mov r9, [rsi+0x8]"},
      {"%z = load_map %r", "448b0e mov r9d, [rsi]"},
  };
  for (const Case& c : kCases) {
    CompiledUnit unit = compile_ops(std::string(c.op) + "\n", "5: %z");
    EXPECT_EQ(code_of(unit, kFirst), c.code) << c.op;
  }
}

TEST(Encoding, Stores) {
  const Case kCases[] = {
      {"store_cells %r, %i, %v", "488974fe10 mov [rsi+rdi*8+0x10], rsi"},
      {"store_i64 %r, 2, 7", "48c7462007000000 mov qword ptr [rsi+0x20], 0x7"},
      {"store_f64 %r, %i, %x", "f20f1144fe10 movsd [rsi+rdi*8+0x10], xmm0"},
      {"store_byte %r, %i, %j", "448844 3e10"},
      {"slot_store %v, #2", "49897610 mov [r14+0x10], rsi"},
      {"set_map %r, map 9", "c70609000000 mov dword ptr [rsi], 0x9"},
  };
  for (const Case& c : kCases) {
    CompiledUnit unit = compile_ops(std::string(c.op) + "\n", "5: true");
    std::string expected = c.code;
    if (std::string(c.op).rfind("store_byte", 0) == 0) {
      expected = "4488443e10 mov [rsi+rdi*1+0x10], r8b";
    }
    EXPECT_EQ(code_of(unit, kFirst), expected) << c.op;
  }
}

/// Guards: a comparison and a jump that is patched to a bridge later, hence always 6 bytes.
TEST(Encoding, Guards) {
  struct GuardCase {
    const char* ops;
    uint32_t op;  // behind kFirst
    const char* begin;
  };
  const GuardCase kCases[] = {
      {"%c = lt %i, %j\nguard_true %c !s0\n", 1, "4c39c7 cmp rdi, r8; 0f8d"},
      {"%c = lt %i, %j\nguard_false %c !s0\n", 1, "4c39c7 cmp rdi, r8; 0f8c"},
      {"%c = flt %x, %y\nguard_true %c !s0\n", 1, "660f2ec8 ucomisd xmm1, xmm0; 0f86"},
      {"%c = fge %x, %y\nguard_true %c !s0\n", 1, "660f2ec1 ucomisd xmm0, xmm1; 0f82"},
      {"%c = ult %i, 8\nguard_true %c !s0\n", 1, "4883ff08 cmp rdi, 0x8; 0f83"},
      {"%c = eq %i, 0\nguard_true %c !s0\n", 1, "4885ff test rdi, rdi; 0f85"},
      {"guard_map %r, map 44 !s0\n", 0, "833e2c cmp dword ptr [rsi], 0x2c; 0f85"},
      {"safepoint 0 bytes !s0\n", 0, "49837f0800 cmp qword ptr [r15+0x8], 0x0; 0f84"},
  };
  for (const GuardCase& c : kCases) {
    CompiledUnit unit = compile_ops(c.ops, "5: true");
    std::string code = code_of(unit, kFirst + c.op);
    EXPECT_EQ(code.substr(0, std::string(c.begin).size()), c.begin) << c.ops << code;
  }
}

TEST(Encoding, LoadsAreFoldedIntoTheirOnlyUser) {
  CompiledUnit unit = compile_ops("%l = load_f64 %r, %i\n%z = fadd %x, %l\n", "5: %z");
  EXPECT_EQ(code_of(unit, kFirst), "");
  EXPECT_EQ(code_of(unit, kFirst + 1),
            "0f28d0 movaps xmm2, xmm0; f20f5854fe10 addsd xmm2, [rsi+rdi*8+0x10]");
  // A store in between may change what is loaded.
  unit = compile_ops("%l = load_f64 %r, %i\nstore_f64 %r, 0, %y\n%z = fadd %x, %l\n", "5: %z");
  EXPECT_NE(code_of(unit, kFirst), "");
}

const char* const kWithObjects = R"(trace loop "" unit 1 code 0 pc 0
%0 = slot_load #0
guard_is %0, v:@"a" !s0
%2 = load_cells @"b", 1
%3 = box_int 5000000000
loop
%4 = phi %2, %3
guard_is_not %4, v:@"a" !s0
store_cells @"b", 0, %3
jump_loop
s0: retry {0: %0, 1: v:@"a"}
)";

TEST(Encoding, BytesDoNotDependOnAddresses) {
  CompiledUnit low = compile_text(kWithObjects, 0x1000);
  CompiledUnit high = compile_text(kWithObjects, 0x7ffff0001230);
  EXPECT_EQ(low.code, high.code);
  ASSERT_EQ(low.pool.size(), high.pool.size());
  int roots = 0;
  for (size_t i = 0; i < low.pool.size(); i++) {
    EXPECT_EQ(low.pool[i].kind, high.pool[i].kind);
    roots += low.pool[i].kind == PoolWord::Kind::Root;
  }
  EXPECT_EQ(roots, 1);
}

TEST(Encoding, EveryByteIsAnInstruction) {
  for (int registers : {0, 3, 6}) {
    CompiledUnit unit = compile_text(kWithObjects, 0x1000, registers);
    for (const ListedInstruction& line : list(unit)) EXPECT_NE(line.text, "?");
  }
}

TEST(Encoding, StubsCanBePatched) {
  CompiledUnit unit = compile_text(kWithObjects);
  ASSERT_EQ(unit.exits.size(), 1u);
  const Exit& exit = unit.exits[0];
  EXPECT_EQ(unit.code[exit.stub], 0x6a);  // push imm8, and a jump: room for a jump of 5 bytes
  for (uint32_t jump : exit.jumps) {
    int32_t distance;
    std::memcpy(&distance, unit.code.data() + jump, 4);
    EXPECT_EQ(static_cast<int64_t>(jump) + 4 + distance, exit.stub);
  }
}

}  // namespace
}  // namespace hothouse::x64
