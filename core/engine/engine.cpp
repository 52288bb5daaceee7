// Engine: counting, running, exits, invalidation.
#include "core/engine/engine.h"

#include <algorithm>

#include "core/engine/unit_events.h"
#include "core/ops/helpers.h"
#include "core/trace/deopt.h"
#include "core/vm/unwind.h"

namespace hothouse {

namespace {
constexpr int64_t kNever = INT64_MIN / 2;
constexpr uint32_t kMaxLoopFailures = 6;
constexpr uint32_t kMaxLeft = 12;
}  // namespace

Engine::Engine(Vm& vm, const JitOptions& options, EventStream& events)
    : vm_(vm), options_(options), events_(events), code_events_(vm, events) {
  h::register_all();
  units_.push_back(nullptr);
}

Engine::~Engine() {
  if (vm_.jit == this) vm_.jit = nullptr;
  vm_.loop_threshold = vm_.call_threshold = 0;
}

void Engine::add_backend(std::unique_ptr<backend::Backend> backend) {
  backends_.push_back(std::move(backend));
}

void Engine::enable() {
  vm_.jit = this;
  if (options_.enabled) {
    vm_.loop_threshold = static_cast<uint32_t>(options_.loop_threshold);
  }
}

void Engine::finish() {
  if (!events_.on()) return;
  event::Summary e;
  e.traces = stats_.traces;
  e.bridges = stats_.bridges;
  e.aborts = stats_.aborts;
  e.guard_failures = stats_.exits;
  e.invalidations = stats_.invalidations;
  e.compiled_share = -1;
  events_.emit(e);
}

// --- entering

bool Engine::on_back_edge(Value* r, uint32_t pc) {
  CodeBody* body = frame_body(r);
  Word* words = body->words.data();
  auto counter = static_cast<int64_t>(words[pc + 1].cache);
  uint32_t header = pc + 2 + static_cast<uint32_t>(words[pc].insn.wide());
  vm_.set_frame(r, header);
  if (counter >= kCompiled) return run_unit(r, static_cast<uint32_t>(counter - kCompiled));
  if (events_.on()) {
    describe_code(body);
    event::Heat e;
    e.code = body->id;
    e.pc = pc;
    e.line = body->positions[pc].line;
    e.count = vm_.loop_threshold;
    events_.emit(e);
  }
  return record_loop(r, body, pc, header);
}

bool Engine::run_unit(Value* r, uint32_t id) {
  for (;;) {
    uint64_t outer_depth = entry_depth_;
    entry_depth_ = vm_.state.depth;
    exit_raises_ = false;
    safepoint_exit_ = false;
    hot_unit_ = 0;
    unit(id).backend->execute(id, r);
    entry_depth_ = outer_depth;
    if (exit_raises_) {
      exit_raises_ = false;
      return false;
    }
    if (safepoint_exit_ && vm_.state.nursery.cursor > vm_.state.nursery.soft) {
      if (!vm_.safepoint()) return false;
      // The loop's header again: no need to go round in the interpreter - unless the nursery is
      // as full as before (collections are held), when the trace would leave again at once.
      Unit& u = unit(id);
      bool room = vm_.state.nursery.cursor <= vm_.state.nursery.soft;
      if (u.valid && room && vm_.current_frame() == r && vm_.state.pc == u.trace->pc) continue;
      return true;
    }
    if (hot_unit_ != 0) {
      uint32_t parent = hot_unit_;
      hot_unit_ = 0;
      return record_bridge(parent, hot_snapshot_);
    }
    return true;
  }
}

bool Engine::on_function_entry(Value*) { return true; }

uint64_t Engine::on_exit(backend::UnitId id, uint32_t snapshot, Value* base,
                         backend::ExitReader& reader) {
  Unit& u = unit(id);
  if (u.trace->kind == ir::TraceKind::Kernel) return Value::none().bits();  // it has no frames
  const ir::Snapshot& s = u.trace->snapshots[snapshot];
  restore_frames(vm_, *u.trace, snapshot, base, reader);
  vm_.state.depth = entry_depth_ + s.depth;
  stats_.exits++;
  ExitState& exit = u.exits[snapshot];
  exit.count++;
  if (events_.on() && !exit.safepoint) {
    event::GuardFailure e;
    e.unit = id;
    e.exit = snapshot;
    e.code = s.code_id;
    e.pc = s.pc;
    const CodeBody* body = frame_body(vm_.current_frame());
    e.line = s.pc < body->positions.size() ? body->positions[s.pc].line : 0;
    e.count = exit.count;
    events_.emit(e);
    if (exit.count == 1) emit_deopt(events_, vm_, *u.trace, snapshot, base_code(u));
  }
  if (s.resume == ir::Resume::Raise) {
    exit_raises_ = true;
  } else if (exit.safepoint) {
    safepoint_exit_ = true;
  } else if (!exit.linked && !exit.dead && u.valid && exit.count >= options_.bridge_threshold) {
    hot_unit_ = id;
    hot_snapshot_ = snapshot;
  }
  return Value::none().bits();
}

uint64_t Engine::call_interpreted(uint32_t, Value*) { return Value::raised().bits(); }

// --- what traces assume

uint32_t Engine::loop_unit(const CodeBody* body, uint32_t pc) {
  auto counter = static_cast<int64_t>(body->words[pc + 1].cache);
  return counter >= kCompiled ? static_cast<uint32_t>(counter - kCompiled) : 0;
}

void Engine::depend_on(uint32_t id, NameCell* cell) {
  dependencies_.push_back({Value::from_object(cell), id});
}

void Engine::constant_changed(NameCell* cell) {
  Value v = Value::from_object(cell);
  for (size_t k = 0; k < dependencies_.size();) {
    if (dependencies_[k].cell != v) {
      k++;
      continue;
    }
    invalidate(dependencies_[k].unit, "a global name was assigned again");
    dependencies_[k] = dependencies_.back();
    dependencies_.pop_back();
  }
}

void Engine::type_changed(Type*) {
  if (recording_ != nullptr) recording_spoiled_ = true;
  for (size_t id = 1; id < units_.size(); id++) {
    if (units_[id] != nullptr && units_[id]->valid && units_[id]->depends_on_types) {
      invalidate(static_cast<uint32_t>(id), "an attribute was added to a class or deleted");
    }
  }
}

void Engine::invalidate(uint32_t id, const char* why) {
  if (id == recording_unit_) recording_spoiled_ = true;
  if (id >= units_.size() || units_[id] == nullptr || !units_[id]->valid) return;
  Unit& u = unit(id);
  u.valid = false;
  stats_.invalidations++;
  u.backend->invalidate(id);
  if (u.body != nullptr) u.body->words[u.back_edge + 1].cache = 0;
  // A loop's bridges enter it: without them it is recorded anew with all of its paths.
  if (u.root != 0 && u.root != id) invalidate(u.root, why);
  if (events_.on()) {
    event::Invalidation e;
    e.unit = id;
    e.why = why;
    events_.emit(e);
  }
}

void Engine::visit_roots(RootVisitor& visitor) {
  for (auto& backend : backends_) backend->visit_roots(visitor);
  auto visit = [&](ir::Trace& trace) {
    for (ir::Constant& c : trace.constants) {
      if (c.type != ir::Type::Ref && c.type != ir::Type::Value) continue;
      Value v = Value::from_bits(c.bits);
      if (!v.is_object() || c.bits == 0) continue;
      visitor.visit(v);
      c.bits = v.bits();
    }
  };
  for (auto& u : units_) {
    if (u != nullptr) visit(*u->trace);
  }
  if (recording_ != nullptr) visit(*recording_);
  for (Dependency& d : dependencies_) visitor.visit(d.cell);
}

void Engine::loop_failed(CodeBody* body, uint32_t back_edge, AbortReason reason) {
  uint64_t key = uint64_t{body->id} << 32 | back_edge;
  Place& place = places_[key];
  // The recording began in the loop's last round, as it may with every loop that runs few rounds
  // at a time: soon it will begin in another.
  if (reason == AbortReason::LoopLeft && place.left < kMaxLeft) {
    place.left++;
    body->words[back_edge + 1].cache =
        static_cast<uint64_t>(int64_t{vm_.loop_threshold} - 1 - place.left % 3);
    return;
  }
  place.failures++;
  bool hopeless = place.failures >= kMaxLoopFailures;
  // Each failure makes the next try rarer.
  int64_t again = -(static_cast<int64_t>(vm_.loop_threshold) << place.failures);
  body->words[back_edge + 1].cache = static_cast<uint64_t>(hopeless ? kNever : again);
  if (hopeless && events_.on()) {
    event::Blacklisted e;
    e.code = body->id;
    e.pc = back_edge;
    e.line = body->positions[back_edge].line;
    e.reason = abort_info(reason).id;
    e.attempts = place.failures;
    events_.emit(e);
  }
}

void Engine::describe_code(const CodeBody* body) {
  if (events_.on()) code_events_.announce(*body);
}

}  // namespace hothouse
