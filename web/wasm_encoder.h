// Bytes of a WebAssembly module: instructions of a function body, and the sections around it.
//
// Neighbours: wasm_lowering.h, the only user. Nothing here knows of traces.
// Reference: the WebAssembly specification, "Binary format".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hothouse::web {

enum class WasmType : uint8_t { I32 = 0x7f, I64 = 0x7e, F64 = 0x7c };

/// Opcodes of one byte, by their names in the text format.
enum class Wasm : uint8_t {
  Unreachable = 0x00,
  Block = 0x02,
  Loop = 0x03,
  If = 0x04,
  Else = 0x05,
  End = 0x0b,
  Br = 0x0c,
  BrIf = 0x0d,
  Return = 0x0f,
  CallIndirect = 0x11,
  Drop = 0x1a,
  Select = 0x1b,
  LocalGet = 0x20,
  LocalSet = 0x21,
  LocalTee = 0x22,
  I32Load = 0x28,
  I64Load = 0x29,
  F32Load = 0x2a,
  F64Load = 0x2b,
  I32Load8U = 0x2d,
  I32Load16U = 0x2f,
  I64Load8S = 0x30,
  I64Load8U = 0x31,
  I64Load16S = 0x32,
  I64Load16U = 0x33,
  I64Load32S = 0x34,
  I64Load32U = 0x35,
  I32Store = 0x36,
  I64Store = 0x37,
  F32Store = 0x38,
  F64Store = 0x39,
  I64Store8 = 0x3c,
  I64Store16 = 0x3d,
  I64Store32 = 0x3e,
  I32Const = 0x41,
  I64Const = 0x42,
  F64Const = 0x44,
  I32Eqz = 0x45,
  I32Eq = 0x46,
  I32Ne = 0x47,
  I64Eqz = 0x50,
  I64Eq = 0x51,
  I64Ne = 0x52,
  I64LtS = 0x53,
  I64LtU = 0x54,
  I64GtS = 0x55,
  I64GtU = 0x56,
  I64LeS = 0x57,
  I64LeU = 0x58,
  I64GeS = 0x59,
  I64GeU = 0x5a,
  F64Eq = 0x61,
  F64Ne = 0x62,
  F64Lt = 0x63,
  F64Gt = 0x64,
  F64Le = 0x65,
  F64Ge = 0x66,
  I32Add = 0x6a,
  I32Sub = 0x6b,
  I32And = 0x71,
  I32Or = 0x72,
  I32Shl = 0x74,
  I64Add = 0x7c,
  I64Sub = 0x7d,
  I64Mul = 0x7e,
  I64DivS = 0x7f,
  I64DivU = 0x80,
  I64RemS = 0x81,
  I64RemU = 0x82,
  I64And = 0x83,
  I64Or = 0x84,
  I64Xor = 0x85,
  I64Shl = 0x86,
  I64ShrS = 0x87,
  I64ShrU = 0x88,
  F64Abs = 0x99,
  F64Neg = 0x9a,
  F64Ceil = 0x9b,
  F64Floor = 0x9c,
  F64Sqrt = 0x9f,
  F64Add = 0xa0,
  F64Sub = 0xa1,
  F64Mul = 0xa2,
  F64Div = 0xa3,
  I32WrapI64 = 0xa7,
  I64ExtendI32U = 0xad,
  F32DemoteF64 = 0xb6,
  F64ConvertI64S = 0xb9,
  F64PromoteF32 = 0xbb,
  I64ReinterpretF64 = 0xbd,
  F64ReinterpretI64 = 0xbf,
};

/// Unsigned and signed LEB128.
void append_unsigned(std::vector<uint8_t>& out, uint64_t n);
void append_signed(std::vector<uint8_t>& out, int64_t n);

/// The instructions of one function body.
class WasmCode {
 public:
  void op(Wasm w);
  void i32(int32_t n);
  void i64(int64_t n);
  void f64(double d);
  /// local.get right behind local.set of the same local becomes local.tee.
  void get(uint32_t local);
  void set(uint32_t local);
  void tee(uint32_t local);
  /// Loads and stores; the address is on the stack. Alignment is only a hint: `bytes`.
  void memory(Wasm w, uint32_t offset, uint32_t bytes);
  void branch(Wasm w, uint32_t depth);
  /// block, loop, if without a result; close() is their end.
  void open(Wasm w);
  void open(Wasm w, WasmType result);
  void close();
  void call_indirect(uint32_t type);
  /// i64.trunc_sat_f64_s: no trap, whatever the double is.
  void truncate_saturating();
  /// Blocks, loops and ifs that are open: branch depths are differences of it.
  uint32_t height() const { return height_; }

  const std::vector<uint8_t>& bytes() const { return bytes_; }

 private:
  std::vector<uint8_t> bytes_;
  size_t last_set_ = static_cast<size_t>(-1);  // where the last instruction, a local.set, begins
  uint32_t last_set_local_ = 0;
  uint32_t height_ = 0;
};

/// A module with one function, exported as "f", that imports memory "e"."m" and, if it makes
/// indirect calls, table "e"."t".
class WasmModule {
 public:
  /// Index of a function type; operands and results as letters: i (i32), l (i64), d (f64).
  uint32_t type(std::string_view operands, std::string_view result);
  void use_table() { uses_table_ = true; }
  /// Locals of the function behind its parameters, in runs of one type.
  struct LocalRun {
    uint32_t count;
    WasmType type;
  };
  using Locals = std::vector<LocalRun>;
  std::vector<uint8_t> finish(uint32_t function_type, const Locals& locals,
                              const WasmCode& code) const;

 private:
  std::vector<std::string> types_;  // "operands:result"
  bool uses_table_ = false;
};

}  // namespace hothouse::web
