// Engine: what turns a hot loop into a compiled one. It counts, records, optimizes, compiles,
// links, runs, and rebuilds the interpreter's frames at exits.
//
//   back edge or call hot --> record (trace/) --> optimize (opt/) --> compile (backend/) --> run
//                                                                         ^                  | exit
//                                                                         +--- bridge <-- hot exit
//
// Neighbours: everything below; native/cli and web make one and give it backends. The interpreter
// knows it as JitHooks only.
// Invariant: whatever happens - an abort, an exit, an exception - VmState names the frame and pc
// at which the interpreter goes on.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/backend/backend.h"
#include "core/engine/kernels.h"
#include "core/engine/options.h"
#include "core/events/code_events.h"
#include "core/events/events.h"
#include "core/ir/exit_index.h"
#include "core/ir/trace.h"
#include "core/opt/pass.h"
#include "core/trace/recorder.h"
#include "core/vm/vm.h"

namespace hothouse {

/// What the engine did, for hothouse.jit.stats() and the summary event.
struct EngineStats {
  uint64_t traces = 0, bridges = 0, aborts = 0, exits = 0, invalidations = 0;
  uint64_t aborts_by_reason[static_cast<size_t>(AbortReason::kCount)] = {};
};

class Engine final : public JitHooks,
                     public RecorderHost,
                     public backend::ExitHandler,
                     public opt::UnitTraces,
                     public KernelHost {
 public:
  Engine(Vm& vm, const JitOptions& options, EventStream& events);
  ~Engine() override;

  /// Backends in order of preference; each trace goes to the first that can do it. Before any
  /// Python runs.
  void add_backend(std::unique_ptr<backend::Backend> backend);
  /// Starts counting.
  void enable();
  /// Emits the summary event.
  void finish();

  const EngineStats& stats() const { return stats_; }

  // JitHooks
  bool on_back_edge(Value* r, uint32_t pc) override;
  bool on_function_entry(Value* r) override;
  void visit_roots(RootVisitor& visitor) override;
  void constant_changed(NameCell* cell) override;
  void type_changed(Type* type) override;
  void tracing_changed(bool on) override;
  void tracebacks_changed() override;
  void after_fork(uint64_t thread) override;
  KernelHost* kernel_host() override { return this; }
  // KernelHost
  uint32_t vector_lanes() const override;
  uint32_t add_kernel(std::unique_ptr<ir::Trace> trace, bool warm) override;
  void run_kernel(uint32_t unit, Value* base) override;
  // RecorderHost
  uint32_t loop_unit(const CodeBody* body, uint32_t pc) override;
  void depend_on(uint32_t unit, NameCell* cell) override;
  Value run_frame(Value* r) override;
  // UnitTraces
  const ir::Trace* loop_of_unit(uint32_t id) const override;
  // ExitHandler
  uint64_t on_exit(backend::UnitId unit, uint32_t snapshot, Value* base,
                   backend::ExitReader& reader) override;
  uint64_t call_interpreted(uint32_t code_id, Value* base) override;
  Heap& heap() override { return vm_.heap(); }

 private:
  struct ExitState {
    uint32_t count = 0;  // towards the next try to record a bridge
    uint32_t failures = 0;
    uint64_t taken = 0, told = 0;  // how often at all, and what the last guard_failure event said
    int32_t line = 0;
    bool linked = false, dead = false;  // dead: no bridge will be tried again
    bool recording = false;             // a bridge is
    bool safepoint = false;             // of a Safepoint op
  };
  struct Unit {
    std::unique_ptr<ir::Trace> trace;  // as it was compiled
    std::unique_ptr<ir::ExitIndex> exit_index;
    backend::Backend* backend = nullptr;
    std::vector<ExitState> exits;  // by snapshot
    bool valid = true;
    bool depends_on_types = false;
    CodeBody* body = nullptr;  // loops: whose back edge enters it; functions: whose calls
    uint32_t back_edge = 0;
    uint32_t root = 0;  // bridges: the loop or function they belong to
    uint32_t bridges = 0;

    /// Of the trace; many units never leave.
    const ir::ExitIndex& index() {
      if (!exit_index) exit_index = std::make_unique<ir::ExitIndex>(*trace);
      return *exit_index;
    }
  };
  struct Dependency {
    Value cell;
    uint32_t unit;
  };
  struct LoopBridges {  // of a function, in loops that were inlined with it
    uint32_t count = 0;
    uint32_t called_since = 0;  // traces from this number on call the function; 0: none
  };
  struct Place {
    uint32_t failures = 0;
    uint32_t left = 0;  // of them, because the loop ended while it was recorded
  };
  /// A recording that is going on. A call in it may get other places hot: they nest, those of
  /// one thread at least.
  struct Recording {
    Recording(Engine& engine, ir::Trace& trace);
    ~Recording();
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;
    Engine& engine;
    ir::Trace& trace;      // roots while it grows
    uint64_t thread;       // that records
    bool spoiled = false;  // an assumption changed meanwhile
  };

  Unit& unit(uint32_t id) { return *units_[id]; }
  uint32_t new_unit();
  void give_up_unit(uint32_t id);
  /// Code of the frame in which the unit is entered; a bridge may begin in an inlined one.
  uint32_t base_code(const Unit& u) {
    return (u.root != 0 ? *unit(u.root).trace : *u.trace).code_id;
  }
  bool run_unit(Value* r, uint32_t id);
  /// The safepoint that a unit left for. False: an exception is pending.
  bool pass_safepoint();
  bool record_loop(Value* r, CodeBody* body, uint32_t back_edge, uint32_t header);
  bool record_function(Value* r, CodeBody* body);
  bool record_bridge(uint32_t parent, uint32_t snapshot);
  /// Whether an exit at `pc` of frame `r`, in a tree entered at `base`, shows that one of the
  /// inlined functions ought to be called (engine_inlining.cpp). Marks it.
  bool prefers_call(const Unit& root, Value* base, Value* r, uint32_t pc);
  /// Whether the tree is older than the decision to call that function.
  bool inlined_what_is_called(const Unit& root, const CodeBody& function);
  /// Invalidates a loop or function whose next round or call is to be recorded.
  void record_anew(uint32_t id);
  /// Drives the recorder. True if the trace is complete, and its assumptions still hold.
  bool record(Recorder& recorder);
  /// Each failure doubles how often it is taken until the next try.
  bool asks_for_bridge(const ExitState& exit) const {
    return !exit.linked && !exit.dead &&
           exit.count >= uint64_t{options_.bridge_threshold} << std::min(exit.failures, 30u);
  }
  void announce_recording(const ir::Trace& trace, int32_t line);
  std::unique_ptr<ir::Trace> begin_trace(ir::TraceKind kind, const CodeBody* body, uint32_t pc);
  bool may_record() const;
  void tell_failure(const Unit& u, uint32_t snapshot, ExitState& exit);
  /// Optimizes and compiles with the first backend, from number `first` on, that can do it; false
  /// with the reason in the event stream.
  bool compile(std::unique_ptr<Unit> unit, size_t first = 0);
  /// "", or which pass broke the trace.
  std::string optimize(ir::Trace& trace);
  void note_abort(const Recorder& recorder, uint32_t unit);
  void loop_failed(CodeBody* body, uint32_t back_edge, AbortReason reason);
  void function_failed(CodeBody* body, AbortReason reason);
  /// What a counter is set to after a failure: each makes the next try rarer.
  int64_t counter_after_failure(const CodeBody* body, uint32_t pc, uint32_t threshold,
                                AbortReason reason);
  void tell_heat(const CodeBody* body, uint32_t pc, uint32_t count);

  // --- calls (engine_calls.cpp)
  /// Whether units may be entered: inlined frames check neither the recursion limit nor the stacks.
  bool has_room() const;
  /// Interprets from where VmState stands to the end of the frame with Action::Exit.
  Value finish_frame(bool raises);
  /// The same behind an exit that a native caller waits for.
  Value finish_call(uint32_t id, uint32_t snapshot, Value* base);
  friend Value call_by_native_entry(Vm& vm, Value callable, const Value* args, uint32_t count);
  /// Pushes a frame of `function` and enters its unit; false: nothing has happened.
  bool enter_natively(Value function, const Value* args, uint32_t count, Value* result);
  /// A unit returned the result of its frame: it takes effect in the interpreter.
  void return_from_unit(Value* r, Value result);
  /// Behind a Safepoint op's exit: whether there is a reason to stop still.
  bool stop_at_safepoint();
  /// Units leave at their next safepoint: an interrupt or a collection is due.
  bool nursery_is_full() const { return vm_.state.nursery.cursor > vm_.state.nursery.soft; }
  void seed_bridge(Recorder& recorder, ir::Trace& trace, Unit& from, uint32_t snapshot);
  void invalidate(uint32_t id, const char* why);
  void describe_code(const CodeBody* body);

  /// A back edge's counter word counts up to the threshold; from here on it names a unit.
  static constexpr int64_t kCompiled = int64_t{1} << 40;
  static constexpr int64_t kNever = INT64_MIN / 2;
  static constexpr uint32_t kFunctionEntry = 0xffffffffu;  // in place of a back edge

  Vm& vm_;
  JitOptions options_;
  EventStream& events_;
  CodeEvents code_events_;
  EngineStats stats_;
  std::vector<std::unique_ptr<backend::Backend>> backends_;
  std::vector<std::unique_ptr<Unit>> units_;  // by id; 0 is none
  std::vector<Dependency> dependencies_;
  std::unordered_map<uint64_t, Place> places_;
  std::unordered_map<uint32_t, LoopBridges> loop_bridges_;  // by code
  std::vector<Recording*> recordings_;

  // The exit that execute() came back by.
  bool exit_raises_ = false;
  uint32_t hot_unit_ = 0, hot_snapshot_ = 0;  // an exit that asks for a bridge; unit 0: none
  bool safepoint_exit_ = false;
  void invalidate_all(const char* why);
  bool traced_ = false;  // functions are: nothing is recorded or entered
};

}  // namespace hothouse
