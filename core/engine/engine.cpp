// Engine: counting, running, exits, invalidation.
#include "core/engine/engine.h"

#include <algorithm>

#include "core/engine/unit_events.h"
#include "core/ops/helpers.h"
#include "core/trace/deopt.h"
#include "core/vm/unwind.h"

namespace hothouse {

namespace {
constexpr uint32_t kMaxFailures = 6;
constexpr uint32_t kMaxLeft = 12;
}  // namespace

Engine::Engine(Vm& vm, const JitOptions& options, EventStream& events)
    : vm_(vm), options_(options), events_(events), code_events_(vm, events) {
  h::register_all();
  units_.push_back(nullptr);
}

Engine::~Engine() {
  if (vm_.jit == this) vm_.jit = nullptr;
  vm_.loop_threshold = 0;
  vm_.call_threshold = vm_.calls_until_hot = INT64_MAX;
}

void Engine::add_backend(std::unique_ptr<backend::Backend> backend) {
  backends_.push_back(std::move(backend));
}

void Engine::enable() {
  vm_.jit = this;
  if (options_.enabled) {
    vm_.loop_threshold = static_cast<uint32_t>(options_.loop_threshold);
    vm_.call_threshold = vm_.calls_until_hot = options_.call_threshold();
  }
}

void Engine::finish() {
  if (!events_.on()) return;
  for (const auto& u : units_) {
    if (u == nullptr) continue;
    for (uint32_t s = 0; s < u->exits.size(); s++) {
      if (u->exits[s].told != u->exits[s].taken) tell_failure(*u, s, u->exits[s]);
    }
  }
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
  if (counter >= kCompiled) {
    return !has_room() || run_unit(r, static_cast<uint32_t>(counter - kCompiled));
  }
  if (!may_record()) {
    words[pc + 1].cache = 0;
    return true;
  }
  tell_heat(body, pc, vm_.loop_threshold);
  return record_loop(r, body, pc, header);
}

void Engine::tell_heat(const CodeBody* body, uint32_t pc, uint32_t count) {
  if (!events_.on()) return;
  describe_code(body);
  event::Heat e;
  e.code = body->id;
  e.pc = pc;
  e.line = body->positions[pc].line;
  e.count = count;
  events_.emit(e);
}

bool Engine::run_unit(Value* r, uint32_t id) {
  for (;;) {
    exit_raises_ = false;
    safepoint_exit_ = false;
    hot_unit_ = 0;
    backend::ExecuteResult result = unit(id).backend->execute(id, r);
    if (result.returned) {
      return_from_unit(r, result.value);
      return true;
    }
    if (exit_raises_) {
      exit_raises_ = false;
      return false;
    }
    if (safepoint_exit_ && stop_at_safepoint()) {
      if (!pass_safepoint()) {
        vm_.state.pc++;  // in the instruction that comes next
        return false;
      }
      // The unit's start again: no need to go round in the interpreter - unless the nursery is as
      // full as before (collections are held), when the unit would leave again at once.
      Unit& u = unit(id);
      bool at_start = vm_.current_frame() == r && vm_.state.pc == u.trace->pc;
      if (u.valid && at_start && !nursery_is_full()) continue;
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

bool Engine::pass_safepoint() {
  if (!events_.on()) return vm_.safepoint();
  const HeapStats before = vm_.heap().stats();
  uint64_t start = vm_.host().monotonic_ns();
  bool goes_on = vm_.safepoint();
  const HeapStats& after = vm_.heap().stats();
  bool is_major = after.major_collections > before.major_collections;
  if (is_major || after.minor_collections > before.minor_collections) {
    uint64_t pause = vm_.host().monotonic_ns() - start;
    events_.emit(event::Collection{.kind = is_major ? "major" : "minor",
                                   .promoted = after.bytes_promoted - before.bytes_promoted,
                                   .old_bytes = after.old_bytes,
                                   .pause_us = pause / 1000});
  }
  return goes_on;
}

void Engine::tell_failure(const Unit& u, uint32_t snapshot, ExitState& exit) {
  const ir::Snapshot& s = u.trace->snapshots[snapshot];
  exit.told = exit.taken;
  events_.emit(event::GuardFailure{.unit = u.trace->unit,
                                   .exit = snapshot,
                                   .code = s.code_id,
                                   .pc = s.pc,
                                   .line = exit.line,
                                   .count = exit.taken});
}

uint64_t Engine::on_exit(backend::UnitId id, uint32_t snapshot, Value* base,
                         backend::ExitReader& reader) {
  Unit& u = unit(id);
  if (u.trace->kind == ir::TraceKind::Kernel) return Value::none().bits();  // it has no frames
  const ir::Snapshot& s = u.trace->snapshots[snapshot];
  restore_frames(vm_, *u.trace, u.index(), snapshot, base, reader);
  vm_.state.depth += s.depth;
  stats_.exits++;
  ExitState& exit = u.exits[snapshot];
  exit.count++;
  if (events_.on() && !exit.safepoint) {
    exit.taken++;
    // An exit may be taken millions of times: it is told at 1, 2, 4, 8, ... and at the end.
    if ((exit.taken & (exit.taken - 1)) == 0) {
      const CodeBody* body = frame_body(vm_.current_frame());
      exit.line = s.pc < body->positions.size() ? body->positions[s.pc].line : 0;
      tell_failure(u, snapshot, exit);
      if (exit.taken == 1) emit_deopt(events_, vm_, *u.trace, snapshot, base_code(u));
    }
  }
  if (reader.in_call()) return finish_call(id, snapshot, base).bits();
  if (s.resume == ir::Resume::Raise) {
    exit_raises_ = true;
  } else if (exit.safepoint) {
    safepoint_exit_ = true;
  } else if (u.valid && asks_for_bridge(exit)) {
    hot_unit_ = id;
    hot_snapshot_ = snapshot;
  }
  return Value::none().bits();
}

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
    invalidate(dependencies_[k].unit,
               "a name was assigned again, or what it was compiled for changed");
    dependencies_[k] = dependencies_.back();
    dependencies_.pop_back();
  }
}

void Engine::type_changed(Type*) {
  for (Recording* p : recordings_) p->spoiled = true;
  for (size_t id = 1; id < units_.size(); id++) {
    if (units_[id] != nullptr && units_[id]->valid && units_[id]->depends_on_types) {
      invalidate(static_cast<uint32_t>(id), "an attribute was added to a class or deleted");
    }
  }
}

void Engine::tracing_changed(bool on) {
  traced_ = on;
  if (on) invalidate_all("a trace or profile function was set");
}

void Engine::tracebacks_changed() { invalidate_all("exceptions keep variables from here on"); }

/// What Python has been compiled to.
void Engine::invalidate_all(const char* why) {
  for (Recording* p : recordings_) p->spoiled = true;
  for (size_t id = 1; id < units_.size(); id++) {
    if (units_[id] == nullptr || !units_[id]->valid) continue;
    if (units_[id]->trace->kind == ir::TraceKind::Kernel) continue;
    invalidate(static_cast<uint32_t>(id), why);
  }
}

void Engine::invalidate(uint32_t id, const char* why) {
  for (Recording* p : recordings_) {
    if (p->trace.unit == id) p->spoiled = true;
  }
  if (id >= units_.size() || units_[id] == nullptr || !units_[id]->valid) return;
  Unit& u = unit(id);
  u.valid = false;
  stats_.invalidations++;
  u.backend->invalidate(id);
  if (u.body != nullptr && u.trace->kind == ir::TraceKind::Function) {
    u.body->entry_unit = 0;
    u.body->call_heat = 0;
  } else if (u.body != nullptr) {
    u.body->words[u.back_edge + 1].cache = 0;
  }
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
  for (Recording* p : recordings_) visit(p->trace);
  for (Dependency& d : dependencies_) visitor.visit(d.cell);
}

int64_t Engine::counter_after_failure(const CodeBody* body, uint32_t pc, uint32_t threshold,
                                      AbortReason reason) {
  Place& place = places_[uint64_t{body->id} << 32 | pc];
  // The recording began in the loop's last round, as it may with every loop that runs few rounds
  // at a time: soon it will begin in another.
  if (reason == AbortReason::LoopLeft && place.left < kMaxLeft) {
    place.left++;
    return int64_t{threshold} - 1 - place.left % 3;
  }
  place.failures++;
  if (place.failures < kMaxFailures) {
    // Recording began in a loop's last iteration: soon there will be another, but not just after a
    // multiple of what the loop's length may divide.
    constexpr int64_t kLater[] = {1, 3, 8, 17, 43, 101};
    bool was_late = reason == AbortReason::RootLeft || reason == AbortReason::LoopLeft;
    if (was_late) return int64_t{threshold} - kLater[(place.failures - 1) % std::size(kLater)];
    return -(static_cast<int64_t>(threshold) << place.failures);
  }
  if (events_.on()) {
    event::Blacklisted e;
    e.code = body->id;
    e.pc = pc == kFunctionEntry ? 0 : pc;
    e.line = body->positions[e.pc].line;
    e.reason = abort_info(reason).id;
    e.attempts = place.failures;
    events_.emit(e);
  }
  return kNever;
}

void Engine::loop_failed(CodeBody* body, uint32_t back_edge, AbortReason reason) {
  body->words[back_edge + 1].cache =
      static_cast<uint64_t>(counter_after_failure(body, back_edge, vm_.loop_threshold, reason));
}

void Engine::function_failed(CodeBody* body, AbortReason reason) {
  body->call_heat = counter_after_failure(body, kFunctionEntry, options_.call_threshold(), reason);
}

void Engine::describe_code(const CodeBody* body) {
  if (events_.on()) code_events_.announce(*body);
}

}  // namespace hothouse
