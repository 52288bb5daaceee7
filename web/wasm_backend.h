// WasmBackend: runs traces as WebAssembly functions that are made while the program runs.
//
// compile() lowers a trace to a module (wasm_lowering.h); JavaScript (library.js) instantiates it
// over our memory and table and says under which table index its function can be called.
// run() is the driver: it calls a unit, and does what its exit says - a bridge, a jump to another
// unit, fuel, or ExitHandler::on_exit - until the handler has been told.
//
//   execute --> run: unit(state, base, entry) --> exit index
//                ^      bridge / jump / fuel: the buffer holds what the next unit wants |
//                +----------------------------------------------------------------------+
//
// V8 does not replace a running function by its optimized form: a loop has to be left now and then
// and entered again (fuel), or it stays in baseline code, four times slower.
//
// A way from a unit over the driver to its bridge costs as much as the work of a short loop. Where
// many are taken in a tree, merge() compiles it once more, with its bridges within the root's
// function.
#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "core/backend/backend.h"
#include "web/wasm_lowering.h"

namespace hothouse::web {

class WasmBackend final : public backend::Backend, private WasmUnits {
 public:
  WasmBackend(VmState& state, backend::ExitHandler& handler);
  ~WasmBackend() override;

  const char* name() const override { return "wasm"; }
  bool supports(const ir::Trace& trace, std::string& reason) const override;
  backend::CompileResult compile(const ir::Trace& trace,
                                 const backend::CompileOptions& options) override;
  void link_bridge(backend::UnitId unit, uint32_t snapshot, backend::UnitId bridge) override;
  backend::ExecuteResult execute(backend::UnitId unit, Value* base) override;
  Value call(backend::UnitId unit, Value* base) override;
  void invalidate(backend::UnitId unit) override;
  void free(backend::UnitId unit) override;
  void visit_roots(RootVisitor& visitor) override;

 private:
  using Function = uint32_t (*)(VmState* state, Value* base, uint32_t entry);
  struct Unit {
    backend::UnitId id = 0;
    WasmUnit code;
    const ir::Trace* trace = nullptr;
    Function function = nullptr;
    std::unordered_map<uint32_t, backend::UnitId> bridges;  // by snapshot
    backend::UnitId root = 0;                               // of the tree that it belongs to
    // Of a root: ways to bridges until the tree is merged (again).
    uint32_t transitions = 0, merges = 0;
  };
  class Reader;
  /// A function of a unit on the engine's stack.
  class Nested;

  Unit* find(backend::UnitId id) const;
  bool is_valid(backend::UnitId id) const;
  bool has_stack() const;
  uint32_t valid_word(uint32_t unit) override;
  const ir::Trace* bridge_of(uint32_t unit, uint32_t snapshot) const override;
  /// Lowers and installs a unit, in place of what is there; "" or what could not be done.
  std::string install(std::unique_ptr<Unit> unit, bool with_bridges, uint32_t* code_bytes);
  Unit* next_bridge(backend::UnitId unit, uint32_t snapshot);
  void merge(Unit& root);
  size_t count_ops(backend::UnitId unit) const;
  uint64_t run(Unit* unit, Value* base, bool in_call);

  // Called by units, through the table.
  static uint64_t make_int(WasmBackend* self, int64_t i);
  static void remember(WasmBackend* self, Object* object);
  static uint32_t mul_overflows(int64_t a, int64_t b);
  static uint64_t call_unit(WasmBackend* self, uint32_t code_id, Value* base, uint32_t inlined);

  VmState& state_;
  backend::ExitHandler& handler_;
  WasmPlaces places_;
  std::unique_ptr<uint64_t[]> buffer_;
  std::unordered_map<backend::UnitId, std::unique_ptr<Unit>> units_;
  std::unordered_map<uint32_t, backend::UnitId> functions_;  // by code id
  std::unordered_map<backend::UnitId, std::unique_ptr<uint32_t>>
      is_valid_;                                 // words that code reads
  std::vector<std::unique_ptr<Unit>> replaced_;  // compiled again: may be active still
  backend::ExecuteResult last_exit_{};
  uint32_t stack_used_ = 0;  // an estimate: see kStackBytes
};

}  // namespace hothouse::web
