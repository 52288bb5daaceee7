// The backend that interprets IR: the oracle for the others, and the one that deals with anything.
//
// Values of one run of a unit lie in an array with a word per op; constants stay in the unit,
// where the collector updates them. Jumps to other units replace the array (the native backends
// share one native frame alike), calls of function units nest.
#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "core/backend/backend.h"
#include "core/backend/lower_jumps.h"

namespace hothouse::backend {

class EvalBackend final : public Backend {
 public:
  EvalBackend(VmState& state, ExitHandler& handler) : state_(state), handler_(handler) {}

  const char* name() const override { return "eval"; }
  uint32_t vector_lanes() const override { return 4; }
  bool supports(const ir::Trace& trace, std::string& reason) const override;
  CompileResult compile(const ir::Trace& trace, const CompileOptions& options) override;
  void link_bridge(UnitId unit, uint32_t snapshot, UnitId bridge) override;
  ExecuteResult execute(UnitId unit, Value* base) override;
  Value call(UnitId unit, Value* base) override;
  void invalidate(UnitId unit) override;
  void free(UnitId unit) override;
  void visit_roots(RootVisitor& visitor) override;

 private:
  struct Unit {
    UnitId id = 0;
    bool valid = true;
    bool has_vectors = false;
    LoweredTrace lowered;
    const ir::Trace* original = nullptr;                      // exits are the original's
    uint32_t loop = 0xffffffffu;                              // index of the loop op
    std::unordered_map<uint32_t, UnitId> bridges;             // by snapshot
    std::unordered_map<uint32_t, std::vector<ir::Ref>> kept;  // exit_values by snapshot
    const ir::Trace& trace() const { return lowered.trace; }
  };
  struct Run;
  class Reader;

  Unit* find(UnitId id) const;
  /// Runs until the unit (or one that it jumped to) exits or returns.
  uint64_t run(Unit* unit, Value* base, bool in_call);
  uint64_t call_unit(const ir::Ins& ins, Run& run);
  uint64_t call_helper(const ir::Ins& ins, Run& run);
  uint64_t call_native(const ir::Ins& ins, Run& run);
  /// Runs ops from run.pc on; false: the run is over with run.result.
  bool step(Run& run);
  bool leave(Run& run, uint32_t snapshot);
  static void vector_op(const ir::Ins& ins, Run& run);
  bool enter_body(Run& run, const ir::Ins& ins);

  VmState& state_;
  ExitHandler& handler_;
  std::unordered_map<UnitId, std::unique_ptr<Unit>> units_;
  std::unordered_map<uint32_t, Unit*> functions_;  // by code id
  ExecuteResult last_exit_{};
};

}  // namespace hothouse::backend
