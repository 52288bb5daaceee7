// X64Backend: runs what native/x64 compiles. It gives units their addresses, fills their pools,
// links exits to bridges by patching, and turns a native exit into ExitHandler::on_exit.
//
//   execute(unit) -> enter_loop thunk -> unit -> jcc -> stub -> exit thunk -> on_native_exit
//                        ^ pushes the frame that all units share                |
//                        +------------------------------------------------------+ returns
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/backend/backend.h"
#include "native/exec/code_memory.h"
#include "native/x64/compile.h"

namespace hothouse::exec {

struct X64Options {
  bool perf_map = false;  // write /tmp/perf-PID.map, so that `perf` can name units
};

class X64Backend final : public backend::Backend {
 public:
  X64Backend(VmState& state, backend::ExitHandler& handler, const X64Options& options = {});
  ~X64Backend() override;

  const char* name() const override { return "x64"; }
  uint32_t vector_lanes() const override;
  bool supports(const ir::Trace& trace, std::string& reason) const override;
  backend::CompileResult compile(const ir::Trace& trace,
                                 const backend::CompileOptions& options) override;
  void link_bridge(backend::UnitId unit, uint32_t snapshot, backend::UnitId bridge) override;
  backend::ExecuteResult execute(backend::UnitId unit, Value* base) override;
  Value call(backend::UnitId unit, Value* base) override;
  void invalidate(backend::UnitId unit) override;
  void free(backend::UnitId unit) override;
  void visit_roots(RootVisitor& visitor) override;

  /// The unit as it was compiled (for listings), or null.
  const x64::CompiledUnit* compiled(backend::UnitId unit) const;
  const uint8_t* address_of(backend::UnitId unit) const;
  size_t code_bytes() const { return memory_ ? memory_->used() : 0; }

 private:
  struct Unit {
    x64::CompiledUnit code;
    const ir::Trace* trace = nullptr;
    uint8_t* address = nullptr;
    size_t bytes = 0;
    bool valid = true;
    std::vector<uint32_t> references;  // words of the pool that hold addresses of units
    backend::UnitId linked_from = 0;   // bridge: the exit that leads here
    uint32_t linked_snapshot = 0xffffffffu;
    uint8_t* pool_word(uint32_t i) const { return address + code.code.size() + 8 * size_t{i}; }
  };
  struct ExitFrame;
  class Reader;

  Unit* find(backend::UnitId id) const;
  /// Before the first unit: a program that compiles nothing pays for no code memory.
  bool prepare();
  bool make_thunks();
  uint64_t pool_value(const Unit& unit, const x64::PoolWord& word) const;
  /// Writes the words of all pools that hold addresses of `unit` or of its function.
  void update_references(const Unit& unit);
  void patch_jump(uint8_t* rel32, const uint8_t* target);
  void unlink(Unit& bridge);
  void note_in_perf_map(const Unit& unit, const std::string& name);

  static uint64_t on_native_exit(X64Backend* self, ExitFrame* frame);
  static uint64_t on_make_int(X64Backend* self, int64_t i);
  static void on_remember(X64Backend* self, Object* object);
  static uint64_t on_interpret(X64Backend* self, uint32_t code_id, Value* base);

  VmState& state_;
  backend::ExitHandler& handler_;
  X64Options options_;
  std::unique_ptr<CodeMemory> memory_;  // null until something is compiled
  std::unordered_map<backend::UnitId, std::unique_ptr<Unit>> units_;
  std::unordered_map<uint32_t, backend::UnitId> functions_;  // by code id
  std::vector<std::unique_ptr<Unit>> replaced_;              // compiled again: may be active still
  backend::ExecuteResult last_exit_{};

  const uint8_t* thunks_[4] = {};
  using Enter = uint64_t (*)(const uint8_t* entry, Value* base, VmState* state);
  Enter enter_loop_ = nullptr, enter_function_ = nullptr, enter_call_ = nullptr;
  // Return addresses of units that execute() entered.
  uint64_t loop_return_ = 0, function_return_ = 0;
};

std::unique_ptr<X64Backend> make_x64_backend(VmState& state, backend::ExitHandler& handler,
                                             const X64Options& options = {});

}  // namespace hothouse::exec
