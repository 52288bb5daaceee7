// Everything that can be compiled is well formed: all programs of the repository, and those of
// the Python library where it is installed.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/unit/bytecode/compile_text.h"

namespace hothouse {
namespace {

class Verifier {
 public:
  explicit Verifier(const CodeBody& body) : body_(body), starts_(body.words.size() + 1, false) {}

  /// Empty if the body and those nested in it are well formed.
  std::string run() {
    check();
    if (!problem_.empty()) return plain_text(body_.qualname) + ": " + problem_;
    for (Value constant : body_.constants) {
      if (!constant.is_object() || !constant.as_object()->is(Kind::Code)) continue;
      std::string inner = Verifier(*constant.as<Code>()->body.get()).run();
      if (!inner.empty()) return inner;
    }
    return "";
  }

 private:
  void fail(uint32_t pc, const std::string& what) {
    if (problem_.empty()) problem_ = what + " at word " + std::to_string(pc);
  }
  bool is_start(uint32_t pc) const { return pc < starts_.size() && starts_[pc]; }

  void check() {
    if (body_.words.empty()) return fail(0, "no code");
    if (body_.positions.size() != body_.words.size()) return fail(0, "a position a word");
    uint32_t last = 0;
    for (uint32_t pc = 0; pc < body_.words.size(); pc = next_pc(body_, pc)) {
      starts_[last = pc] = true;
    }
    for (uint32_t pc = 0; pc < body_.words.size(); pc = next_pc(body_, pc)) instruction(pc);
    switch (body_.words[last].insn.op) {
      case Op::Return:
      case Op::Jump:
      case Op::JumpBack:
      case Op::Raise:
      case Op::Reraise:
        break;
      default:
        fail(last, "falls off the end");
    }
    for (size_t i = 0; i < body_.handlers.size(); ++i) handler(i);
  }

  void instruction(uint32_t pc) {
    const Insn& insn = body_.words[pc].insn;
    const char* operands = op_info(insn.op).operands;
    uint32_t target;
    if (jump_target(body_, pc, &target)) {
      if (target >= body_.words.size() || !is_start(target)) fail(pc, "jump into nowhere");
      bool may_go_back = insn.op == Op::JumpBack || insn.op == Op::Jump;
      if (target <= pc && !may_go_back) fail(pc, "conditional jump backwards");
      if (insn.op == Op::JumpBack && target > pc) fail(pc, "back edge forwards");
    }
    const uint32_t values[] = {insn.x, insn.a, insn.b, insn.c};
    bool bare_raise = insn.op == Op::Raise && insn.x == 0;
    for (int i = 0; i < 4 && !bare_raise; ++i) {
      char kind = operands[i];
      if ((kind == 'd' || kind == 'r' || kind == 'w') && values[i] >= body_.register_count) {
        fail(pc, "register beyond the frame");
      }
      if (kind == 'k' && values[i] >= body_.constants.size()) fail(pc, "no such constant");
      if (kind == 'n' && values[i] >= body_.names.size()) fail(pc, "no such name");
      if (kind == 'f' && values[i] >= body_.free_names.size()) fail(pc, "no such free variable");
    }
    bool is_call = insn.op == Op::Call || insn.op == Op::CallKw;
    bool is_method = insn.op == Op::CallMethod || insn.op == Op::CallMethodKw;
    if ((is_call && insn.b + 4u + insn.c > body_.register_count) ||
        (is_method && insn.b + 5u + insn.c > body_.register_count)) {
      fail(pc, "window beyond the frame");
    }
    if (body_.positions[pc].line < 1) fail(pc, "no line");
  }

  void handler(size_t index) {
    const HandlerRange& range = body_.handlers[index];
    bool end_ok = range.end == body_.words.size() || is_start(range.end);
    if (range.start >= range.end || !is_start(range.start) || !end_ok || !is_start(range.handler) ||
        range.exc_reg >= body_.register_count) {
      fail(range.start, "bad handler");
    }
    for (size_t i = 0; i < index; ++i) {
      const HandlerRange& inner = body_.handlers[i];
      bool apart = inner.end <= range.start || range.end <= inner.start;
      bool inside = range.start <= inner.start && inner.end <= range.end;
      if (!apart && !inside) fail(range.start, "handlers overlap, or outer before inner");
    }
  }

  const CodeBody& body_;
  std::vector<bool> starts_;
  std::string problem_;
};

/// Compiles all files below a folder that have no syntax error; the number of them.
int verify_folder(const std::string& folder, bool recursive) {
  namespace fs = std::filesystem;
  int count = 0;
  auto visit = [&](const fs::path& path) {
    if (path.extension() != ".py") return;
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    CompileWorld world;
    CodeBody* body = world.compile(text.str());
    if (body == nullptr) return;
    EXPECT_EQ(Verifier(*body).run(), "") << path;
    ++count;
  };
  if (!fs::is_directory(folder)) return 0;
  if (recursive) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) visit(entry.path());
  } else {
    for (const auto& entry : fs::directory_iterator(folder)) visit(entry.path());
  }
  return count;
}

TEST(VerifyCode, ProgramsOfTheRepository) {
  const std::string root = HOTHOUSE_SOURCE_DIR;
  EXPECT_GT(verify_folder(root + "/tests/programs", true), 50);
  EXPECT_GT(verify_folder(root + "/bench", true), 5);
  verify_folder(root + "/core/builtins/python", true);
}

TEST(VerifyCode, PythonLibrary) {
  if (verify_folder("/usr/lib/python3.11", false) == 0) GTEST_SKIP() << "no /usr/lib/python3.11";
}

std::string verify_text(const std::string& text) {
  CompileWorld world;
  CodeBody* body = world.compile(text);
  return body == nullptr ? world.error.message : Verifier(*body).run();
}

TEST(VerifyCode, JumpsBeyondSixteenBits) {
  std::string many;
  for (int i = 0; i < 20000; ++i) many += "            x = y + x\n";
  EXPECT_EQ(verify_text("def f(x, y):\n"
                        "    for z in y:\n"
                        "        if x < y and y:\n" +
                        many +
                        "            if x: continue\n"
                        "        else:\n" +
                        many +
                        "    try:\n"
                        "        yield from x\n"
                        "    finally:\n"
                        "        pass\n"),
            "");
}

TEST(VerifyCode, LongChains) {
  std::string sum = "x = a", chain = "if a: pass\n";
  for (int i = 0; i < 50000; ++i) sum += " + a";
  for (int i = 0; i < 20000; ++i) chain += "elif a: pass\n";
  EXPECT_EQ(verify_text(sum + "\n"), "");
  EXPECT_EQ(verify_text(chain), "");
  std::string nested = "x = ";
  for (int i = 0; i < 150; ++i) nested += "(not [";
  nested += "a";
  for (int i = 0; i < 150; ++i) nested += "])";
  // CPython has a limit on brackets; whatever the answer is, it is no crash.
  verify_text(nested + "\n");
}

TEST(VerifyCode, UnwindingThroughEverything) {
  EXPECT_EQ(verify_text(R"(
def f(xs, cm):
    for x in xs:
        try:
            with cm as a, cm as b.c:
                try:
                    if x: continue
                    if a: break
                    return x + a
                except (A, B) as e:
                    if e: return e
                    if a: continue
                    raise
                except:
                    break
                else:
                    for y in x:
                        with cm: return y
                finally:
                    try:
                        if x: return 1
                    finally:
                        if a: break
        finally:
            del x
    else:
        return
)"),
            "");
}

}  // namespace
}  // namespace hothouse
