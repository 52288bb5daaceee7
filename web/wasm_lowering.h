// Trace -> WebAssembly: the bytes of a module with one function, and what its exits mean.
//
//   func (state i32, base i32, entry i32) -> i32        result: index into WasmUnit::exits
//     block ... block                  one for each snapshot that guards leave by
//       if entry = 0   pre-roll: what stands before `loop`
//       else           body parameters <- buffer        (bridges jump here, and so does fuel)
//       loop
//         body                         a guard: its negation, br_if to the snapshot's block
//         phis <- next values
//         fuel -= 1, br_if loop
//         body parameters -> buffer, return the fuel exit
//     end
//     exit stubs: exit_values() -> buffer, return the exit's index
//
// The buffer is a row of 64-bit words at a fixed address. Whoever ran the function (WasmBackend)
// reads it at once: hands it to the exit handler, to a bridge's inherit ops, or to a loop's body.
//
// Values live in locals: i64 and Value in i64, f64 in f64, Ref (an address) and Bool in i32.
//
// Neighbours: wasm_encoder.h (bytes), wasm_backend.h (instantiates and runs).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/backend/lower_jumps.h"
#include "core/ir/trace.h"
#include "web/wasm_encoder.h"

namespace hothouse::web {

/// How a function came back.
struct WasmExit {
  enum class Kind : uint8_t {
    Snapshot,   // exit_values() in the buffer
    Fuel,       // body parameters in the buffer: enter the body again
    JumpBody,   // operands in the buffer: enter `target`'s body
    JumpEntry,  // enter `target`
    Return,     // the result in the buffer
  };
  Kind kind = Kind::Snapshot;
  uint32_t snapshot = 0xffffffffu;
  uint32_t target = 0;
  std::vector<ir::Ref> values;  // what lies in the buffer
};

struct WasmUnit {
  bool ok = false;
  std::string reason;
  std::vector<uint8_t> module;
  std::vector<WasmExit> exits;
  bool has_body = false;
  /// Constants that point to the heap: the collector updates the words, code loads them.
  std::unique_ptr<uint64_t[]> roots;
  std::vector<uint32_t> root_constants;  // number of the constant of each word
};

constexpr uint32_t kBufferWords = 4096;

/// What code needs of the world, as addresses and indices into the function table.
struct WasmPlaces {
  uint32_t buffer = 0;
  uint32_t own_valid = 0;      // address of a 32-bit word: 1 as long as the unit may be entered
  uint32_t make_int = 0;       // (self, i64) -> Value: an int beyond 50 bits
  uint32_t remember = 0;       // (self, object)
  uint32_t mul_overflows = 0;  // (i64, i64) -> i32
  uint32_t call_unit = 0;      // (self, code id, callee's base, inlined depth) -> Value
  uint32_t self = 0;
};

/// Knows other units.
class WasmUnits {
 public:
  /// Address of a word that is 1 while that unit can be entered.
  virtual uint32_t valid_word(uint32_t unit) = 0;

 protected:
  ~WasmUnits() = default;
};

/// Can the trace be a WebAssembly function?
bool wasm_supports(const ir::Trace& trace, std::string& reason);
WasmUnit lower_to_wasm(const ir::Trace& trace, const WasmPlaces& places, WasmUnits& units);

class WasmLowering {
 public:
  WasmLowering(const ir::Trace& original, const WasmPlaces& places, WasmUnits& units);
  WasmUnit run();

 private:
  // wasm_lowering.cpp: the frame of the function
  void find_loop();
  void find_exits();
  void find_roots();
  void assign_locals();
  void emit_op(uint32_t i);
  void emit_terminal(uint32_t i);
  void emit_jump_loop();
  void emit_return(WasmExit exit);
  void load_parameters();
  void load_roots();
  /// The condition on the stack is true: leave through the op's snapshot.
  void leave(uint32_t snapshot);
  void push(ir::Ref ref);
  void push_word(ir::Ref ref);  // as a 64-bit word (doubles: their bits)
  void push_root(uint32_t constant);
  void set(uint32_t i) { code_.set(local(i)); }
  uint32_t local(uint32_t op) const { return locals_[op]; }
  void store_to_buffer(const std::vector<ir::Ref>& values);
  void fail(const std::string& reason);

  // wasm_values.cpp: numbers, boxing, guards
  bool emit_number(uint32_t i);
  bool emit_float(uint32_t i);
  bool emit_boxing(uint32_t i);
  bool emit_guard(uint32_t i);
  void emit_overflowing(uint32_t i);
  void emit_multiply_overflowing(uint32_t i);
  void emit_division(uint32_t i);
  void unary(uint32_t i, Wasm w);
  void binary(uint32_t i, Wasm w);
  bool int_constant(ir::Ref ref, int64_t& n) const;

  // wasm_memory.cpp: loads, stores, allocation, calls
  bool emit_memory(uint32_t i);
  bool emit_call(uint32_t i);
  void emit_helper_call(uint32_t i);
  void emit_unit_call(uint32_t i);
  void emit_raw(uint32_t i);
  void load_word(uint32_t i, uint32_t offset);
  /// Pushes the address of element `index`; the constant part of it is the result.
  uint32_t push_element(ir::Ref object, ir::Ref index, uint32_t shift);
  void store_word(ir::Ref value, uint32_t offset);

  const ir::Ins& ins(uint32_t i) const { return trace_.ops[i]; }

  const ir::Trace& original_;
  const WasmPlaces& places_;
  WasmUnits& units_;
  backend::LoweredTrace lowered_;
  const ir::Trace& trace_;
  WasmUnit unit_;
  WasmModule module_;
  WasmCode code_;
  WasmModule::Locals local_counts_;
  std::vector<uint32_t> locals_;       // by op
  std::vector<uint32_t> exit_of_;      // by snapshot: number of its block
  std::vector<uint32_t> root_of_;      // by constant: word, or none
  std::vector<uint32_t> root_locals_;  // by word
  bool cache_roots_ = false;           // no collection can happen while the function runs
  uint32_t stub_count_ = 0;            // exits that have a block: the first ones
  uint32_t nesting_ = 0;               // structures open inside of the blocks
  uint32_t loop_ = 0xffffffffu;
  bool failed_ = false;
};

}  // namespace hothouse::web
