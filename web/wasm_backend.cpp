#include "web/wasm_backend.h"

extern "C" {
/// library.js: instantiates a module and puts its function into the table; 0 if that fails.
uint32_t hothouse_install(const uint8_t* bytes, uint32_t count);
/// library.js: frees a place in the table.
void hothouse_release(uint32_t index);
}

namespace hothouse::web {

using backend::CompileResult;
using backend::ExecuteResult;
using backend::UnitId;
using ir::Ref;

namespace {

constexpr uint32_t kNone = 0xffffffffu;
// A tree is merged after that many ways to its bridges, then after twice, four times, ... as many.
constexpr uint32_t kTransitions = 1000, kMaxMerges = 8;
constexpr size_t kMaxMergedOps = 8000;
// How much of its stack a browser's engine has left cannot be asked. A worker's has about half a
// megabyte. What units take of it is estimated: a word for each local, as baseline code does, and
// what is between two units - this driver, and a nested interpreter's dispatch loop.
constexpr uint32_t kStackBytes = 200 << 10, kDriverBytes = 512, kInterpreterBytes = 4096;

template <class T>
uint32_t address_of(T* p) {
  return static_cast<uint32_t>(reinterpret_cast<uintptr_t>(p));
}

}  // namespace

/// The values of an exit, in the buffer in the order of WasmExit::values.
class WasmBackend::Reader final : public backend::ExitReader {
 public:
  Reader(const WasmUnit& code, const WasmExit& exit, const uint64_t* buffer, bool in_call)
      : part_(code.parts[exit.part]), exit_(exit), buffer_(buffer), in_call_(in_call) {}

  uint64_t read(Ref ref) override {
    if (ref.is_constant()) {
      for (size_t w = 0; w < part_.root_constants.size(); w++) {
        if (part_.root_constants[w] == ref.constant_index()) return part_.roots[w];
      }
      return part_.trace->constant(ref).bits;
    }
    for (size_t k = 0; k < exit_.values.size(); k++) {
      if (exit_.values[k] == ref) return buffer_[k];
    }
    return 0;  // not a value of this exit: the caller's mistake
  }

  bool in_call() const override { return in_call_; }

 private:
  const WasmPart& part_;
  const WasmExit& exit_;
  const uint64_t* buffer_;
  bool in_call_;
};

class WasmBackend::Nested {
 public:
  Nested(WasmBackend& backend, const Unit& unit, uint32_t between)
      : backend_(backend), bytes_(8 * unit.code.local_count + between) {
    backend_.stack_used_ += bytes_;
  }
  ~Nested() { backend_.stack_used_ -= bytes_; }
  Nested(const Nested&) = delete;
  Nested& operator=(const Nested&) = delete;

 private:
  WasmBackend& backend_;
  uint32_t bytes_;
};

bool WasmBackend::has_stack() const { return stack_used_ < kStackBytes; }

WasmBackend::WasmBackend(VmState& state, backend::ExitHandler& handler)
    : state_(state), handler_(handler), buffer_(new uint64_t[kBufferWords]) {
  places_.buffer = address_of(buffer_.get());
  places_.make_int = address_of(&make_int);
  places_.remember = address_of(&remember);
  places_.mul_overflows = address_of(&mul_overflows);
  places_.call_unit = address_of(&call_unit);
  places_.self = address_of(this);
}

WasmBackend::~WasmBackend() {
  for (auto& entry : units_) hothouse_release(address_of(entry.second->function));
  for (auto& unit : replaced_) hothouse_release(address_of(unit->function));
}

WasmBackend::Unit* WasmBackend::find(UnitId id) const {
  auto found = units_.find(id);
  return found == units_.end() ? nullptr : found->second.get();
}

bool WasmBackend::is_valid(UnitId id) const {
  auto found = is_valid_.find(id);
  return found != is_valid_.end() && *found->second != 0;
}

uint32_t WasmBackend::valid_word(uint32_t unit) {
  auto [place, is_new] = is_valid_.try_emplace(unit);
  if (is_new) place->second = std::make_unique<uint32_t>(0);
  return address_of(place->second.get());
}

bool WasmBackend::supports(const ir::Trace& trace, std::string& reason) const {
  if (!wasm_supports(trace, reason)) return false;
  for (const ir::Ins& ins : trace.ops) {
    if (ins.op != ir::Op::JumpBody || ins.imm == trace.unit) continue;
    Unit* target = find(ins.imm);
    if (target && target->code.has_body) continue;
    reason = "jump_body: the target is not WebAssembly";
    return false;
  }
  return true;
}

CompileResult WasmBackend::compile(const ir::Trace& trace, const backend::CompileOptions&) {
  CompileResult result;
  if (!supports(trace, result.reason)) return result;
  auto unit = std::make_unique<Unit>();
  unit->id = unit->root = trace.unit;
  unit->trace = &trace;
  result.reason = install(std::move(unit), false, &result.code_bytes);
  if (!result.reason.empty()) return result;
  *reinterpret_cast<uint32_t*>(static_cast<uintptr_t>(valid_word(trace.unit))) = 1;
  if (trace.kind == ir::TraceKind::Function) functions_[trace.code_id] = trace.unit;
  result.ok = true;
  return result;
}

std::string WasmBackend::install(std::unique_ptr<Unit> unit, bool with_bridges,
                                 uint32_t* code_bytes) {
  unit->code = lower_to_wasm(*unit->trace, places_, *this, with_bridges);
  if (!unit->code.ok) return unit->code.reason;
  *code_bytes = static_cast<uint32_t>(unit->code.module.size());
  uint32_t index = hothouse_install(unit->code.module.data(), *code_bytes);
  if (index == 0) return "the browser refuses the module";
  unit->code.module = {};
  unit->function = reinterpret_cast<Function>(static_cast<uintptr_t>(index));
  auto& place = units_[unit->id];
  if (place) replaced_.push_back(std::move(place));
  place = std::move(unit);
  return "";
}

void WasmBackend::link_bridge(UnitId unit, uint32_t snapshot, UnitId bridge) {
  Unit* u = find(unit);
  if (!u) return;
  u->bridges[snapshot] = bridge;
  if (Unit* b = find(bridge)) b->root = u->root;
}

const ir::Trace* WasmBackend::bridge_of(uint32_t unit, uint32_t snapshot) const {
  Unit* u = find(unit);
  if (!u) return nullptr;
  auto found = u->bridges.find(snapshot);
  if (found == u->bridges.end() || !is_valid(found->second)) return nullptr;
  Unit* bridge = find(found->second);
  return bridge && !bridge->code.has_body ? bridge->trace : nullptr;
}

size_t WasmBackend::count_ops(UnitId unit) const {
  Unit* u = find(unit);
  if (!u) return 0;
  size_t count = u->trace->ops.size();
  for (const auto& entry : u->bridges) count += count_ops(entry.second);
  return count;
}

void WasmBackend::merge(Unit& root) {
  root.transitions = 0;
  root.merges++;
  if (root.merges > kMaxMerges || !is_valid(root.id) || count_ops(root.id) > kMaxMergedOps) return;
  auto unit = std::make_unique<Unit>();
  unit->id = unit->root = root.id;
  unit->trace = root.trace;
  unit->bridges = root.bridges;
  unit->merges = root.merges;
  uint32_t bytes = 0;
  // A tree that cannot be merged goes on as it is.
  install(std::move(unit), true, &bytes);
}

/// Where an exit goes to, counted; null if it has no valid bridge.
WasmBackend::Unit* WasmBackend::next_bridge(UnitId id, uint32_t snapshot) {
  Unit* unit = find(id);
  if (!unit) return nullptr;
  auto found = unit->bridges.find(snapshot);
  if (found == unit->bridges.end() || !is_valid(found->second)) return nullptr;
  Unit* bridge = find(found->second);
  Unit* root = find(unit->root);
  if (root && ++root->transitions >= kTransitions << root->merges) merge(*root);
  return bridge;
}

ExecuteResult WasmBackend::execute(UnitId unit, Value* base) {
  Unit* u = find(unit);
  if (!u || !is_valid(unit)) return {unit, kNone, false, Value()};
  // A kernel stands for no code that could be interpreted instead, and calls nothing.
  if (!has_stack() && u->trace->kind != ir::TraceKind::Kernel) return {unit, kNone, false, Value()};
  Nested nested(*this, *u, kInterpreterBytes);
  last_exit_ = {unit, kNone, true, Value()};
  uint64_t result = run(u, base, false);
  if (last_exit_.returned) last_exit_.value = Value::from_bits(result);
  return last_exit_;
}

Value WasmBackend::call(UnitId unit, Value* base) {
  Unit* u = find(unit);
  if (!u || !is_valid(unit) || !has_stack()) {
    return Value::from_bits(handler_.call_interpreted(u ? u->trace->code_id : 0, base));
  }
  Nested nested(*this, *u, kInterpreterBytes);
  return Value::from_bits(run(u, base, true));
}

uint64_t WasmBackend::run(Unit* unit, Value* base, bool in_call) {
  uint32_t entry = 0;
  for (;;) {
    uint32_t index = unit->function(&state_, base, entry);
    const WasmExit& exit = unit->code.exits[index];
    switch (exit.kind) {
      case WasmExit::Kind::Fuel:
        entry = 1;
        continue;
      case WasmExit::Kind::Return:
        last_exit_.returned = true;
        return buffer_[0];
      case WasmExit::Kind::JumpBody:
      case WasmExit::Kind::JumpEntry: {
        // Whether the target is there was checked when the unit was compiled (its body) or by the
        // guard that lower_jumps put in front (its entry).
        if (exit.snapshot != kNone) {
          const ir::Snapshot& s = unit->code.parts[exit.part].trace->snapshots[exit.snapshot];
          base += s.base;
          state_.depth += s.depth;
        }
        entry = exit.kind == WasmExit::Kind::JumpBody;
        unit = find(exit.target);
        continue;
      }
      case WasmExit::Kind::Snapshot:
        break;
    }
    UnitId id = unit->code.parts[exit.part].trace->unit;
    if (Unit* bridge = next_bridge(id, exit.snapshot)) {
      unit = bridge;
      entry = 0;
      continue;
    }
    state_.exit_unit = id;
    state_.exit_snapshot = exit.snapshot;
    Reader reader(unit->code, exit, buffer_.get(), in_call);
    uint32_t snapshot = exit.snapshot;
    uint64_t result = handler_.on_exit(id, snapshot, base, reader);
    last_exit_ = {id, snapshot, false, Value()};
    return result;
  }
}

void WasmBackend::invalidate(UnitId unit) {
  Unit* u = find(unit);
  if (!u) return;
  *is_valid_[unit] = 0;
  if (auto f = functions_.find(u->trace->code_id);
      u->trace->kind == ir::TraceKind::Function && f != functions_.end() && f->second == unit) {
    functions_.erase(f);
  }
}

void WasmBackend::free(UnitId unit) {
  Unit* u = find(unit);
  if (!u) return;
  invalidate(unit);
  hothouse_release(address_of(u->function));
  units_.erase(unit);
}

void WasmBackend::visit_roots(RootVisitor& visitor) {
  auto visit = [&](Unit& unit) {
    for (WasmPart& part : unit.code.parts) {
      for (size_t w = 0; w < part.root_constants.size(); w++) {
        Value v = Value::from_bits(part.roots[w]);
        visitor.visit(v);
        part.roots[w] = v.bits();
      }
    }
  };
  for (auto& entry : units_) visit(*entry.second);
  for (auto& unit : replaced_) visit(*unit);
}

// --- what units call

uint64_t WasmBackend::make_int(WasmBackend* self, int64_t i) {
  return self->handler_.heap().make_int(i).bits();
}

void WasmBackend::remember(WasmBackend* self, Object* object) {
  self->handler_.heap().remember(object);
}

uint32_t WasmBackend::mul_overflows(int64_t a, int64_t b) {
  int64_t product;
  return __builtin_mul_overflow(a, b, &product);
}

uint64_t WasmBackend::call_unit(WasmBackend* self, uint32_t code_id, Value* base,
                                uint32_t inlined) {
  VmState& state = self->state_;
  uint64_t depth = state.depth;
  state.depth = depth + inlined;
  char here;
  bool has_room = self->has_stack() && state.depth + 1 + kMaxInlinedFrames < state.depth_limit &&
                  address_of(base) < state.stack_limit &&
                  address_of(&here) > state.native_stack_limit;
  auto found = self->functions_.find(code_id);
  uint64_t result;
  if (found != self->functions_.end() && has_room) {
    state.depth++;
    Unit* unit = self->find(found->second);
    Nested nested(*self, *unit, kDriverBytes);
    result = self->run(unit, base, true);
  } else {
    result = self->handler_.call_interpreted(code_id, base);
  }
  state.depth = depth;
  return result;
}

}  // namespace hothouse::web
