// Backend: what executes traces. Implementations: eval (backend/eval, runs the IR directly, does
// everything), x64 (native/x64 + native/exec), wasm (web/). All pass tests/unit/backend's suite.
//
// A compiled trace is a *unit*. Exits: when a guard fails (or at an Exit terminal), the backend
// calls the ExitHandler with a way to read the values that snapshot_uses() lists; the handler
// (the engine) rebuilds the interpreter's frames. What execute() entered then returns to it; where
// a native caller waits (CallUnit, call()) the handler also finishes that frame in a nested
// interpreter, and its result is the result of the native call.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/ir/trace.h"
#include "core/vm/state.h"

namespace hothouse::backend {

using UnitId = uint32_t;

/// Reads values at an exit. Valid only during the handler's call.
class ExitReader {
 public:
  /// Raw bits of a value of snapshot_uses(): int64, double bits, pointer, 0/1, Value bits.
  /// Constants too: read them here, not from the trace (the collector moves what they point to).
  virtual uint64_t read(ir::Ref ref) = 0;
  /// Whether a native caller waits for the result: the unit (or one that jumped to it) was entered
  /// by CallUnit or Backend::call. Otherwise execute() returns after the handler.
  virtual bool in_call() const = 0;

 protected:
  ~ExitReader() = default;
};

class ExitHandler {
 public:
  /// A unit has left at `snapshot` of trace `unit`. `base` is the trace's frame base on the VM
  /// stack. Returns the bits of the Value that a native caller receives (function units); loop
  /// units ignore it.
  virtual uint64_t on_exit(UnitId unit, uint32_t snapshot, Value* base, ExitReader& reader) = 0;
  /// A unit wants to call the function `code_id` whose window (register 0 of the new frame) lies
  /// at `base` and which has no native entry (yet): run it in a nested interpreter.
  /// VmState::depth does not count it yet; what the handler leaves in depth is put right
  /// afterwards.
  virtual uint64_t call_interpreted(uint32_t code_id, Value* base) = 0;
  /// For integers beyond 50 bits and for the write barrier.
  virtual Heap& heap() = 0;

 protected:
  ~ExitHandler() = default;
};

struct CompileOptions {
  int registers = 0;         // register budget: 0 all
  bool assignments = false;  // fill CompileResult::assignments
};

/// Where a value lives during part of its life, for people to look at.
struct Assignment {
  ir::Ref value;
  uint32_t from, to;  // ops of the trace, `to` included
  std::string where;  // "rax", "xmm3", "[rsp+72]"
};

struct CompileResult {
  bool ok = false;
  std::string reason;  // if not ok: what could not be done
  uint32_t code_bytes = 0;
  uint32_t spills = 0;  // values that got a spill slot
  std::vector<Assignment> assignments;
};

/// How execute() came back: the last exit taken (a bridge's or another unit's, if units jumped),
/// or with the result of the function whose frame it began in.
struct ExecuteResult {
  UnitId unit;
  uint32_t snapshot;
  bool returned = false;  // by a Return op: the frame is still there, `value` is its result
  Value value;
};

class Backend {
 public:
  virtual ~Backend() = default;
  virtual const char* name() const = 0;
  /// Doubles that a vector op works on; 1: vector types are not supported (here, on this machine).
  virtual uint32_t vector_lanes() const { return 1; }
  /// Can this trace be compiled? If not, `reason` says which op and why.
  virtual bool supports(const ir::Trace& trace, std::string& reason) const = 0;
  /// Compiles a trace; the unit id is trace.unit. The trace must stay alive and unchanged.
  /// Bridges are not entered until link_bridge is called.
  virtual CompileResult compile(const ir::Trace& trace, const CompileOptions& options) = 0;
  /// From now on the exit at `snapshot` of `unit` goes to the bridge.
  virtual void link_bridge(UnitId unit, uint32_t snapshot, UnitId bridge) = 0;
  /// Runs a loop or function unit from its entry with the frame at `base` until it exits (no
  /// native caller waits: in_call() is false) or returns.
  virtual ExecuteResult execute(UnitId unit, Value* base) = 0;
  /// Runs a function unit: the result's Value, or Value::raised().
  virtual Value call(UnitId unit, Value* base) = 0;
  /// guard_valid of this unit fails from now on, and jumps to it leave.
  virtual void invalidate(UnitId unit) = 0;
  /// Frees a unit that nothing jumps to and that is not active.
  virtual void free(UnitId unit) = 0;
  /// Visits the Values in the constants of all units (collector roots).
  virtual void visit_roots(RootVisitor& visitor) = 0;
};

/// The backend that interprets IR.
std::unique_ptr<Backend> make_eval_backend(VmState& state, ExitHandler& handler);

}  // namespace hothouse::backend
