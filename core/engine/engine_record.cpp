// Engine: recording loops, functions and bridges, optimizing and compiling them.
#include <algorithm>
#include <unordered_map>

#include "core/backend/exit_values.h"
#include "core/backend/lower_jumps.h"
#include "core/engine/engine.h"
#include "core/engine/trace_names.h"
#include "core/events/trace_events.h"
#include "core/ir/verify.h"
#include "core/objects/str.h"
#include "core/opt/enter.h"
#include "core/opt/pipeline.h"
#include "core/trace/deopt.h"
#include "core/vm/threads.h"
#include "core/vm/unwind.h"

namespace hothouse {

namespace {

constexpr uint32_t kMaxBridges = 200;  // of one loop or function
constexpr uint32_t kMaxNestedRecordings = 4;

/// Passes what the optimizer does on to the event stream.
class EditEvents final : public opt::EditListener {
 public:
  EditEvents(EventStream& events, Vm& vm, uint32_t unit, const ir::Trace& trace)
      : events_(events), vm_(vm), unit_(unit), trace_(trace) {}
  ir::PrintOptions print_options() const override { return trace_names(vm_); }
  void on_pass_begin(const char* pass, const ir::Trace& trace) override {
    event::PassBegin e;
    e.unit = unit_;
    e.pass = pass;
    e.ops = trace.ops.size();
    edits_ = 0;
    events_.emit(e);
  }
  void on_edit(const opt::Edit& edit) override {
    event::Edit e;
    e.unit = unit_;
    e.pass = edit.pass;
    e.op = edit.action == opt::Action::Note ? -1 : static_cast<int64_t>(edit.op);
    e.before = edit.before;
    e.after = edit.after;
    e.action = opt::action_name(edit.action);
    e.reason = edit.reason;
    if (edit.op < trace_.ops.size()) e.line = trace_.origins[trace_.ops[edit.op].origin].line;
    edits_++;
    events_.emit(e);
  }
  void on_pass_end(const char* pass, const ir::Trace& trace) override {
    event::PassEnd e;
    e.unit = unit_;
    e.pass = pass;
    e.ops = trace.ops.size();
    e.edits = edits_;
    events_.emit(e);
  }

 private:
  EventStream& events_;
  Vm& vm_;
  uint32_t unit_;
  const ir::Trace& trace_;
  uint64_t edits_ = 0;
};

const char* kind_name(ir::TraceKind kind) {
  switch (kind) {
    case ir::TraceKind::Loop:
      return "loop";
    case ir::TraceKind::Bridge:
      return "bridge";
    case ir::TraceKind::Function:
      return "function";
    default:
      return "kernel";
  }
}

std::string end_text(const ir::Trace& trace) {
  const ir::Ins& last = trace.ops.back();
  if (last.op == ir::Op::JumpEntry || last.op == ir::Op::JumpBody) {
    return last.imm == trace.unit ? "loop" : "jump to unit " + std::to_string(last.imm);
  }
  return last.op == ir::Op::Return ? "return" : "exit";
}

/// The bytes that one pass through the trace allocates go into its safepoints: sunk objects and
/// boxes that a jump at its end makes for the next trace, too.
void set_safepoints(ir::Trace& trace) {
  uint32_t bytes = 0;
  const backend::LoweredTrace lowered = backend::lower_jumps(trace);
  for (const ir::Ins& ins : lowered.trace.ops) {
    if (ins.op == ir::Op::New && !(ins.flags & ir::kSunk)) bytes += trace.allocs[ins.imm].bytes;
    if (ins.op == ir::Op::BoxInt) bytes += 24;
  }
  for (ir::Ins& ins : trace.ops) {
    if (ins.op == ir::Op::Safepoint) ins.imm = bytes;
  }
}

}  // namespace

/// What is recorded may have kernels made meanwhile: the number is taken before.
uint32_t Engine::new_unit() {
  units_.push_back(nullptr);
  return static_cast<uint32_t>(units_.size() - 1);
}

void Engine::give_up_unit(uint32_t id) {
  // The number may be given again: what the recording assumed is nothing to its next bearer.
  std::erase_if(dependencies_, [id](const Dependency& d) { return d.unit == id; });
  if (units_.size() == id + 1) units_.pop_back();
}

Engine::Recording::Recording(Engine& e, ir::Trace& t)
    : engine(e), trace(t), thread(e.vm_.threads().current().number) {
  e.recordings_.push_back(this);
}
Engine::Recording::~Recording() {
  auto& all = engine.recordings_;
  all.erase(std::find(all.begin(), all.end(), this));
}

void Engine::after_fork(uint64_t thread) {
  std::erase_if(recordings_, [thread](const Recording* p) { return p->thread != thread; });
}

bool Engine::may_record() const {
  return !traced_ && recordings_.size() < kMaxNestedRecordings && has_room();
}

bool Engine::record(Recorder& recorder) {
  bool more = true;
  size_t told = 0;
  ir::Trace& trace = recorder.trace();
  Recording recording(*this, trace);
  ir::PrintOptions names;
  if (events_.on()) names = trace_names(vm_);
  while (more) {
    more = recorder.step();
    if (events_.on()) {
      for (; told < trace.ops.size(); told++) {
        event::OpRecorded e;
        event::IrOp op = describe_op(trace, static_cast<uint32_t>(told), names);
        e.unit = trace.unit;
        e.op = told;
        e.text = op.text;
        const ir::Origin& origin = trace.origins[trace.ops[told].origin];
        e.code = origin.code_id;
        e.pc = origin.pc;
        e.line = origin.line;
        e.depth = origin.depth;
        events_.emit(e);
      }
    }
    if (more && trace.ops.size() > options_.trace_limit) {
      recorder.abort(AbortReason::TooLong);
      more = false;
    }
  }
  recorder.sync();
  if (!recorder.finished() || recorder.aborted()) return false;
  if (recording.spoiled) recorder.abort(AbortReason::TypeChanged);
  return !recording.spoiled;
}

void Engine::note_abort(const Recorder& recorder, uint32_t id) {
  stats_.aborts++;
  stats_.aborts_by_reason[static_cast<size_t>(recorder.abort_reason())]++;
  if (!events_.on()) return;
  const AbortInfo& info = abort_info(recorder.abort_reason());
  event::Abort e;
  e.unit = id;
  e.reason = info.id;
  e.line = recorder.abort_line();
  e.what = info.what;
  e.remedy = info.remedy;
  events_.emit(e);
}

std::unique_ptr<ir::Trace> Engine::begin_trace(ir::TraceKind kind, const CodeBody* body,
                                               uint32_t pc) {
  auto trace = std::make_unique<ir::Trace>();
  trace->kind = kind;
  trace->unit = new_unit();
  trace->code_id = body->id;
  trace->pc = pc;
  trace->name = str_to_utf8(vm_, body->qualname) + ":" + std::to_string(body->positions[pc].line);
  return trace;
}

void Engine::announce_recording(const ir::Trace& trace, int32_t line) {
  if (!events_.on()) return;
  event::RecordStart e;
  e.kind = kind_name(trace.kind);
  e.unit = trace.unit;
  e.code = trace.code_id;
  e.pc = trace.pc;
  e.line = line;
  e.name = trace.name;
  e.parent_unit = e.parent_exit = -1;
  if (trace.kind == ir::TraceKind::Bridge) {
    e.parent_unit = trace.parent_unit;
    e.parent_exit = trace.parent_exit;
  }
  events_.emit(e);
}

bool Engine::record_loop(Value* r, CodeBody* body, uint32_t back_edge, uint32_t header) {
  auto trace = begin_trace(ir::TraceKind::Loop, body, header);
  uint32_t id = trace->unit;
  announce_recording(*trace, body->positions[header].line);
  uint64_t& counter = body->words[back_edge + 1].cache;
  counter = static_cast<uint64_t>(kNever);  // no second recording of it inside this one
  Recorder recorder(vm_, *this, *trace, r);
  recorder.start(r, header, 0);
  recorder.begin();
  if (record(recorder)) {
    auto u = std::make_unique<Unit>();
    u->trace = std::move(trace);
    u->body = body;
    u->back_edge = back_edge;
    u->root = id;
    u->depends_on_types = recorder.depends_on_types();
    if (compile(std::move(u))) {
      counter = static_cast<uint64_t>(kCompiled + id);
    } else {
      loop_failed(body, back_edge, AbortReason::Backend);
    }
    return true;
  }
  note_abort(recorder, id);
  give_up_unit(id);
  loop_failed(body, back_edge, recorder.abort_reason());
  return !recorder.raised();
}

bool Engine::record_function(Value* r, CodeBody* body) {
  auto trace = begin_trace(ir::TraceKind::Function, body, 0);
  uint32_t id = trace->unit;
  announce_recording(*trace, body->positions[0].line);
  body->call_heat = kNever;
  Recorder recorder(vm_, *this, *trace, r);
  recorder.start(r, 0, 0);
  recorder.begin();
  if (record(recorder)) {
    auto u = std::make_unique<Unit>();
    u->trace = std::move(trace);
    u->body = body;
    u->root = id;
    u->depends_on_types = recorder.depends_on_types();
    if (compile(std::move(u))) {
      body->entry_unit = id;
      body->call_heat = kCompiled;
    } else {
      function_failed(body, AbortReason::Backend);
    }
    return true;
  }
  note_abort(recorder, id);
  give_up_unit(id);
  function_failed(body, recorder.abort_reason());
  return !recorder.raised();
}

void Engine::seed_bridge(Recorder& recorder, ir::Trace& trace, Unit& from, uint32_t snapshot) {
  const ir::Trace& parent = *from.trace;
  const ir::Snapshot& s = parent.snapshots[snapshot];
  std::vector<ir::Ref> values = backend::exit_values(parent, from.index(), snapshot);
  std::unordered_map<uint32_t, ir::Ref> inherited;  // parent's op to ours
  for (size_t k = 0; k < values.size(); k++) {
    ir::Ins ins{};
    ins.op = ir::Op::Inherit;
    ins.type = parent.type_of(values[k]);
    ins.imm = static_cast<uint32_t>(k);
    inherited[values[k].index] = trace.append(ins);
    trace.inherit_types.push_back(ins.type);
  }
  recorder.begin_bridge(parent, from.index().owner(snapshot), std::move(inherited), s);
}

bool Engine::record_bridge(uint32_t parent_id, uint32_t snapshot) {
  Unit& parent = unit(parent_id);
  ExitState& exit = parent.exits[snapshot];
  Unit& root = unit(parent.root);
  if (root.bridges >= kMaxBridges) {
    exit.dead = true;
    return true;
  }
  if (exit.recording || !may_record()) return true;
  const ir::Snapshot& s = parent.trace->snapshots[snapshot];
  Value* r = vm_.current_frame();
  if (s.depth > 0 && prefers_call(root, r - s.base, r, s.pc)) {
    record_anew(parent.root);
    return true;
  }
  CodeBody* body = frame_body(r);
  auto trace = begin_trace(ir::TraceKind::Bridge, body, s.pc);
  uint32_t id = trace->unit;
  trace->parent_unit = parent_id;
  trace->parent_exit = snapshot;
  if (events_.on()) describe_code(body);
  announce_recording(*trace, body->positions[s.pc].line);
  exit.recording = true;
  Recorder recorder(vm_, *this, *trace, r - s.base);
  recorder.start(r, s.pc, s.depth);
  seed_bridge(recorder, *trace, parent, snapshot);
  bool complete = record(recorder);
  exit.recording = false;
  // The parent may have been invalidated while this was recorded.
  if (complete && !parent.valid) {
    recorder.abort(AbortReason::TypeChanged);
    complete = false;
  }
  if (complete) {
    auto u = std::make_unique<Unit>();
    u->trace = std::move(trace);
    u->root = parent.root;
    u->depends_on_types = recorder.depends_on_types();
    if (compile(std::move(u)) && unit(id).backend == parent.backend) {
      parent.backend->link_bridge(parent_id, snapshot, id);
      exit.linked = true;
      root.bridges++;
      if (events_.on()) {
        event::Link e;
        e.unit = parent_id;
        e.exit = snapshot;
        e.target = id;
        events_.emit(e);
      }
    } else {
      exit.dead = true;
    }
    return true;
  }
  note_abort(recorder, id);
  give_up_unit(id);
  // Others may come by the same exit, whose way can be followed: each try makes the next rarer.
  exit.count = 0;
  exit.failures++;
  if (const CodeBody* outgrown = recorder.outgrown();
      outgrown != nullptr && parent.valid && inlined_what_is_called(root, *outgrown)) {
    record_anew(parent.root);
  }
  return !recorder.raised();
}

const ir::Trace* Engine::loop_of_unit(uint32_t id) const {
  if (id >= units_.size() || units_[id] == nullptr || !units_[id]->valid) return nullptr;
  const ir::Trace& trace = *units_[id]->trace;
  return trace.kind == ir::TraceKind::Loop ? &trace : nullptr;
}

std::string Engine::optimize(ir::Trace& trace) {
  opt::OptOptions options;
  options.disabled = options_.disabled;
  options.verify = options_.verify;
  options.units = this;
  options.has_objects = true;
  auto run = [&]() {
    if (!events_.on()) return opt::optimize(trace, options);
    EditEvents listener(events_, vm_, trace.unit, trace);
    return opt::optimize(trace, options, &listener);
  };
  const ir::Ins& last = trace.ops.back();
  bool may_enter = last.op == ir::Op::JumpEntry && loop_of_unit(last.imm) != nullptr;
  if (!may_enter) return run();
  ir::Trace recorded = trace;
  std::string mistake = run();
  if (!mistake.empty() || !opt::enters_in_vain(trace)) return mistake;
  trace = std::move(recorded);
  options.disabled.push_back("enter");
  return run();
}

bool Engine::compile(std::unique_ptr<Unit> u, size_t first) {
  ir::Trace& trace = *u->trace;
  uint32_t id = trace.unit;
  (trace.kind == ir::TraceKind::Bridge ? stats_.bridges : stats_.traces)++;
  if (events_.on()) {
    event::RecordEnd e;
    e.unit = id;
    e.end = end_text(trace);
    e.ops = trace.ops.size();
    e.snapshots = trace.snapshots.size();
    events_.emit(e);
    emit_recorded(events_, trace, trace_names(vm_));
  }
  std::string mistake = optimize(trace);
  set_safepoints(trace);
  units_[id] = std::move(u);
  Unit& made = unit(id);
  if (events_.on()) {
    emit_optimized(events_, trace, describe_exits(vm_, trace, base_code(made)), trace_names(vm_));
  }
  made.exits.resize(trace.snapshots.size());
  for (const ir::Ins& ins : trace.ops) {
    if (ins.op == ir::Op::Safepoint) made.exits[ins.snapshot].safepoint = true;
  }
  if (!mistake.empty()) {
    made.valid = false;
    if (events_.on() || options_.verify) {
      event::CompileFailed e;
      e.unit = id;
      e.backend = "verifier";
      e.reason = mistake;
      events_.emit(e);
    }
    return false;
  }
  backend::CompileOptions compile_options;
  compile_options.registers = static_cast<int>(options_.registers);
  for (size_t k = first; k < backends_.size(); k++) {
    std::string reason;
    backend::CompileResult result;
    if (!backends_[k]->supports(trace, reason)) {
      result.reason = reason;
    } else {
      result = backends_[k]->compile(trace, compile_options);
    }
    if (result.ok) {
      made.backend = backends_[k].get();
      if (events_.on()) {
        event::Compiled e;
        e.unit = id;
        e.backend = made.backend->name();
        e.bytes = result.code_bytes;
        events_.emit(e);
      }
      return true;
    }
    if (events_.on()) {
      event::CompileFailed e;
      e.unit = id;
      e.backend = backends_[k]->name();
      e.reason = result.reason;
      if (k + 1 < backends_.size()) e.fallback = backends_[k + 1]->name();
      events_.emit(e);
    }
  }
  made.valid = false;
  return false;
}

}  // namespace hothouse
