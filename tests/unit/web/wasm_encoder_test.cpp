// The bytes of WebAssembly instructions and of a whole module, beside the calls that make them.
#include "web/wasm_encoder.h"

#include <gtest/gtest.h>

namespace hothouse::web {
namespace {

using Bytes = std::vector<uint8_t>;

Bytes signed_bytes(int64_t n) {
  Bytes out;
  append_signed(out, n);
  return out;
}

TEST(WasmEncoder, Leb128) {
  Bytes out;
  append_unsigned(out, 624485);  // the example of the DWARF standard
  EXPECT_EQ(out, (Bytes{0xe5, 0x8e, 0x26}));
  EXPECT_EQ(signed_bytes(0), (Bytes{0x00}));
  EXPECT_EQ(signed_bytes(63), (Bytes{0x3f}));
  EXPECT_EQ(signed_bytes(64), (Bytes{0xc0, 0x00}));
  EXPECT_EQ(signed_bytes(-64), (Bytes{0x40}));
  EXPECT_EQ(signed_bytes(-65), (Bytes{0xbf, 0x7f}));
  EXPECT_EQ(signed_bytes(INT64_MIN),
            (Bytes{0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f}));
}

TEST(WasmEncoder, Instructions) {
  WasmCode code;
  code.i32(-1);                        // i32.const -1
  code.i64(128);                       // i64.const 128
  code.f64(1.0);                       // f64.const 1
  code.memory(Wasm::I64Load, 16, 8);   // i64.load offset=16 align=8
  code.memory(Wasm::I32Load8U, 3, 1);  // i32.load8_u offset=3 align=1
  code.branch(Wasm::BrIf, 2);          // br_if 2
  code.open(Wasm::Loop);               // loop
  code.open(Wasm::If, WasmType::I64);  // if (result i64)
  code.call_indirect(5);               // call_indirect (type 5)
  code.truncate_saturating();          // i64.trunc_sat_f64_s
  EXPECT_EQ(code.bytes(), (Bytes{0x41, 0x7f, 0x42, 0x80, 0x01, 0x44, 0,    0,    0,    0,    0,
                                 0,    0xf0, 0x3f, 0x29, 0x03, 0x10, 0x2d, 0x00, 0x03, 0x0d, 0x02,
                                 0x03, 0x40, 0x04, 0x7e, 0x11, 0x05, 0x00, 0xfc, 0x06}));
}

TEST(WasmEncoder, GetBehindSetIsTee) {
  WasmCode code;
  code.set(3);
  code.get(3);  // local.tee 3
  code.set(3);
  code.get(4);  // another local
  code.set(3);
  code.op(Wasm::End);
  code.get(3);  // something stands between
  EXPECT_EQ(code.bytes(), (Bytes{0x22, 3, 0x21, 3, 0x20, 4, 0x21, 3, 0x0b, 0x20, 3}));
}

TEST(WasmEncoder, Module) {
  WasmModule module;
  uint32_t type = module.type("ii", "l");
  EXPECT_EQ(module.type("ii", "l"), type);
  WasmCode code;
  code.i64(7);
  EXPECT_EQ(module.finish(type, {{1, WasmType::I32}, {2, WasmType::F64}}, code),
            (Bytes{0,  'a', 's', 'm',  1,   0,    0,    0,           //
                   1,  7,   1,   0x60, 2,   0x7f, 0x7f, 1, 0x7e,     // type (i32 i32) -> i64
                   2,  8,   1,   1,    'e', 1,    'm',  2, 0,    0,  // import memory
                   3,  2,   1,   0,                                  // one function
                   7,  5,   1,   1,    'f', 0,    0,                 // export it
                   10, 10,  1,   8,    2,   1,    0x7f, 2, 0x7c, 0x42, 7, 0x0b}));  // locals, code
}

}  // namespace
}  // namespace hothouse::web
