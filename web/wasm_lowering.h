// Trace -> WebAssembly: the bytes of a module with one function, and what its exits mean.
//
//   func (state i32, base i32, entry i32) -> i32        result: index into WasmUnit::exits
//     loop                               to the entry: jump_entry to this unit
//       block ... block                  one for each snapshot that guards of the pre-roll leave by
//         entry = 0: pre-roll            what stands before `loop`
//         entry = 1: body parameters <- buffer        (bridges of their own jump here, and fuel
//         does) entry = 2: the body parameters are there    (a bridge within the function jumps
//         here) loop                           to the body: jump_body to this unit
//           block ... block              one for each snapshot that guards of the body leave by
//             body                       a guard: its negation, br_if to the snapshot's block
//             phis <- next values
//             fuel -= 1, br_if loop
//             body parameters -> buffer, return the fuel exit
//           end
//           exit stubs: exit_values() -> buffer, return the exit's index
//         end
//       end
//       exit stubs of the pre-roll
//     end
//
// A bridge is a function of its own at first. Those of a tree that goes to and fro between its
// functions are compiled once more within the root's function (WasmTree::with_bridges): each stands
// in the stub of its exit, with blocks and stubs of its own. It takes the parent's locals over
// instead of reading the buffer, and its jumps to the root are branches. Each trace in a function
// is a *part*.
//
// The buffer is a row of 64-bit words at a fixed address. Whoever ran the function (WasmBackend)
// reads it at once: hands it to the exit handler, to a bridge's inherit ops, or to a loop's body.
//
// Values live in locals: i64 and Value in i64, f64 in f64, Ref (an address) and Bool in i32.
//
// Neighbours: wasm_encoder.h (bytes), wasm_backend.h (instantiates and runs).
// Files: wasm_lowering.cpp (the function's frame), wasm_exits.cpp (ways out, bridges within),
// wasm_values.cpp, wasm_memory.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/backend/lower_jumps.h"
#include "core/ir/exit_index.h"
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
  uint32_t part = 0;  // whose exit it is
  uint32_t snapshot = 0xffffffffu;
  uint32_t target = 0;
  std::vector<ir::Ref> values;  // what lies in the buffer
};

/// A trace within a function.
struct WasmPart {
  const ir::Trace* trace = nullptr;
  /// Constants that point to the heap: the collector updates the words, code loads them.
  std::unique_ptr<uint64_t[]> roots;
  std::vector<uint32_t> root_constants;  // number of the constant of each word
};

struct WasmUnit {
  bool ok = false;
  std::string reason;
  std::vector<uint8_t> module;
  std::vector<WasmExit> exits;
  std::vector<WasmPart> parts;  // the first is the unit's own trace
  bool has_body = false;
  uint32_t local_count = 0;
};

constexpr uint32_t kBufferWords = 4096;

/// Locals of the function: its parameters, the fuel, then values.
constexpr uint32_t kWasmState = 0, kWasmBase = 1, kWasmEntry = 2, kWasmFuel = 3;

/// The WebAssembly type that a value of the IR is kept in.
WasmType wasm_type(ir::Type type);

/// What code needs of the world, as addresses and indices into the function table.
struct WasmPlaces {
  uint32_t buffer = 0;
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
  /// The trace of the valid bridge that an exit goes to, or null.
  virtual const ir::Trace* bridge_of(uint32_t unit, uint32_t snapshot) const = 0;

 protected:
  ~WasmUnits() = default;
};

/// Can the trace be a WebAssembly function?
bool wasm_supports(const ir::Trace& trace, std::string& reason);
/// `with_bridges`: the bridges of the tree within the function.
WasmUnit lower_to_wasm(const ir::Trace& trace, const WasmPlaces& places, WasmUnits& units,
                       bool with_bridges);

class WasmLowering;

/// The function that is being made: what its parts share.
struct WasmTree {
  const WasmPlaces& places;
  WasmUnits& units;
  bool with_bridges = false;
  bool may_collect = false;  // while the function runs
  WasmUnit unit{};
  WasmModule module{};
  WasmCode code{};
  WasmModule::Locals locals{};
  uint32_t local_count = 0;
  const WasmLowering* root = nullptr;
  uint32_t entry_height = 0, body_height = 0;  // inside of the loops that jumps to the root go to
  bool failed = false;
};

/// Lowers one trace, a part of the function.
class WasmLowering {
 public:
  WasmLowering(const ir::Trace& original, WasmTree& tree);
  /// A bridge within the function of its parent, which leaves these values to it.
  WasmLowering(const ir::Trace& original, WasmTree& tree, const WasmLowering& parent,
               const std::vector<ir::Ref>& values, bool in_body);
  /// The function's body.
  void run();

 private:
  /// Ops that are emitted one after the other, and the exits of their guards.
  struct Region {
    std::vector<uint32_t> snapshots;  // innermost block first
    bool in_body = false;
  };

  // wasm_lowering.cpp: the frame of the function
  void begin();
  void find_roots();
  void assign_locals();
  void load_roots();
  void emit_entries();
  void emit_ops(uint32_t first, uint32_t last);
  void emit_op(uint32_t i);
  void load_parameters();
  void push(ir::Ref ref);
  void push_word(ir::Ref ref);  // as a 64-bit word (doubles: their bits)
  void push_root(uint32_t constant);
  void set(uint32_t i) { code_.set(local(i)); }
  uint32_t local(uint32_t op) const { return locals_[op]; }
  void fail(const std::string& reason);

  // wasm_exits.cpp: ways out
  Region open_exits(uint32_t first, uint32_t last, bool in_body);
  void close_exits(const Region& region);
  /// The condition on the stack is true: leave through the op's snapshot.
  void leave(uint32_t snapshot);
  void emit_stub(uint32_t snapshot, bool in_body);
  void emit_within(const ir::Trace& bridge, const std::vector<ir::Ref>& values, bool in_body);
  void emit_terminal(uint32_t i);
  void emit_jump_loop();
  bool can_branch(const ir::Ins& in, const WasmExit& exit) const;
  void emit_branch(const ir::Ins& in, const WasmExit& exit);
  void emit_return(WasmExit exit);
  void store_to_buffer(const std::vector<ir::Ref>& values);
  void branch_to(uint32_t height) { code_.branch(Wasm::Br, code_.height() - height); }

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
  const ir::ExitIndex exit_index_;
  WasmTree& tree_;
  const WasmPlaces& places_;
  WasmUnits& units_;
  WasmUnit& unit_;
  WasmModule& module_;
  WasmCode& code_;
  backend::LoweredTrace lowered_;
  const ir::Trace& trace_;
  const WasmLowering* parent_ = nullptr;
  std::vector<ir::Ref> inherited_;  // of the parent, by number of the inherit op
  uint32_t part_ = 0;
  bool in_body_ = false;                // of the root: emitted within the loop's loop
  std::vector<uint32_t> locals_;        // by op
  std::vector<uint32_t> block_height_;  // by snapshot, of the block that leads to its stub
  std::vector<uint32_t> root_of_;       // by constant: word, or none
  std::vector<uint32_t> root_locals_;   // by word
  uint32_t loop_ = 0xffffffffu;
};

}  // namespace hothouse::web
