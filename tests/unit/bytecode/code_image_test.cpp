// Code that was written as bytes and read again is the compiler's.
#include "core/bytecode/code_image.h"

#include <gtest/gtest.h>

#include "core/objects/callables.h"
#include "core/objects/str.h"
#include "core/objects/unwrap.h"
#include "tests/unit/bytecode/compile_text.h"

namespace hothouse {
namespace {

constexpr const char* kSources[] = {
    "",
    "'doc'\nx = 1\n",
    "x = (1, -2.5, 1 << 80, -(1 << 70), 3j, b'\\x00\\xff', '\\xe9\\ud800', None, ..., ('nested', "
    "(True,)))\n"
    "y = 1e400 - 1e400, -0.0, 'not a name', 'name'\n",
    "def f(a, /, b=1, *args, c, d=2, **kw):\n"
    "    'doc'\n"
    "    def inner():\n        nonlocal b\n        b += 1\n        return a + b\n"
    "    return inner, [x for x in args if x in {1, 2, 'three'}]\n"
    "async def g():\n    async with f() as h:\n        yield await h\n"
    "class C(f, metaclass=type):\n"
    "    x: int = 1\n"
    "    def m(self):\n        return super().m()\n",
    "def f():\n"
    "    try:\n        with open('x') as g:\n            return g\n"
    "    except (ValueError, KeyError) as e:\n        raise RuntimeError from e\n"
    "    finally:\n        print(f'{f!r:>10}')\n",
};

/// Disassembly, and what it does not show.
std::string description(Leaf& vm, const CodeBody& b) {
  std::string text = disassemble_all(b);
  for (const Position& p : b.positions) {
    for (int32_t n : {p.line, p.end_line, p.col, p.end_col}) text += std::to_string(n) + " ";
  }
  for (uint32_t n : {uint32_t{b.positional_count}, uint32_t{b.positional_only_count},
                     uint32_t{b.keyword_only_count}, uint32_t{b.register_count}, b.flags}) {
    text += std::to_string(n) + " ";
  }
  for (const auto* names : {&b.names, &b.local_names, &b.free_names, &b.cell_names}) {
    for (Value name : *names) text += str_to_utf8(vm, name) + (is_interned(name) ? " " : "? ");
  }
  for (Value v : {b.name, b.qualname, b.filename}) text += str_to_utf8(vm, v) + " ";
  text += b.doc.is_none() ? "None" : str_to_utf8(vm, b.doc);
  for (Value constant : b.constants) {
    if (is_kind(constant, Kind::Code)) text += description(vm, *constant.as<Code>()->body.get());
  }
  return text;
}

TEST(CodeImage, ReadsWhatWasWritten) {
  for (const char* source : kSources) {
    CompileWorld world;
    CodeBody* body = world.compile(source);
    ASSERT_NE(body, nullptr) << source;
    std::string image = write_code_image(world, make_code(world, body));
    ASSERT_FALSE(image.empty()) << source;
    Value read = read_code_image(world, image, body->filename, body->source);
    ASSERT_FALSE(read.is_undefined()) << source;
    CodeBody& again = *read.as<Code>()->body.get();
    EXPECT_EQ(description(world, again), description(world, *body));
    EXPECT_EQ(again.source, body->source);
    EXPECT_EQ(write_code_image(world, read), image) << source;
  }
}

TEST(CodeImage, TakesNoPartForTheWhole) {
  CompileWorld world;
  CodeBody* body = world.compile(kSources[2]);
  std::string image = write_code_image(world, make_code(world, body));
  for (size_t size = 0; size < image.size(); ++size) {
    Value read = read_code_image(world, std::string_view(image).substr(0, size), body->filename,
                                 body->source);
    EXPECT_TRUE(read.is_undefined()) << size;
  }
  EXPECT_TRUE(read_code_image(world, image + "v", body->filename, body->source).is_undefined());
}

}  // namespace
}  // namespace hothouse
