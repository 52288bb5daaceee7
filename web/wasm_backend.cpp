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

template <class T>
uint32_t address_of(T* p) {
  return static_cast<uint32_t>(reinterpret_cast<uintptr_t>(p));
}

}  // namespace

/// The values of an exit, in the buffer in the order of WasmExit::values.
class WasmBackend::Reader final : public backend::ExitReader {
 public:
  Reader(const Unit& unit, const WasmExit& exit, const uint64_t* buffer, bool in_call)
      : unit_(unit), exit_(exit), buffer_(buffer), in_call_(in_call) {}

  uint64_t read(Ref ref) override {
    if (ref.is_constant()) {
      const WasmUnit& code = unit_.code;
      for (size_t w = 0; w < code.root_constants.size(); w++) {
        if (code.root_constants[w] == ref.constant_index()) return code.roots[w];
      }
      return unit_.trace->constant(ref).bits;
    }
    for (size_t k = 0; k < exit_.values.size(); k++) {
      if (exit_.values[k] == ref) return buffer_[k];
    }
    return 0;  // not a value of this exit: the caller's mistake
  }

  bool in_call() const override { return in_call_; }

 private:
  const Unit& unit_;
  const WasmExit& exit_;
  const uint64_t* buffer_;
  bool in_call_;
};

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
  unit->id = trace.unit;
  unit->trace = &trace;
  WasmPlaces places = places_;
  places.own_valid = valid_word(trace.unit);
  unit->code = lower_to_wasm(trace, places, *this);
  if (!unit->code.ok) {
    result.reason = unit->code.reason;
    return result;
  }
  result.code_bytes = static_cast<uint32_t>(unit->code.module.size());
  uint32_t index = hothouse_install(unit->code.module.data(), result.code_bytes);
  if (index == 0) {
    result.reason = "the browser refuses the module";
    return result;
  }
  unit->code.module = {};
  unit->function = reinterpret_cast<Function>(static_cast<uintptr_t>(index));
  auto& place = units_[trace.unit];
  if (place) replaced_.push_back(std::move(place));
  place = std::move(unit);
  *is_valid_[trace.unit] = 1;
  if (trace.kind == ir::TraceKind::Function) functions_[trace.code_id] = trace.unit;
  result.ok = true;
  return result;
}

void WasmBackend::link_bridge(UnitId unit, uint32_t snapshot, UnitId bridge) {
  if (Unit* u = find(unit)) u->bridges[snapshot] = bridge;
}

ExecuteResult WasmBackend::execute(UnitId unit, Value* base) {
  Unit* u = find(unit);
  if (!u || !is_valid(unit)) return {unit, kNone, false, Value()};
  last_exit_ = {unit, kNone, true, Value()};
  uint64_t result = run(u, base, false);
  if (last_exit_.returned) last_exit_.value = Value::from_bits(result);
  return last_exit_;
}

Value WasmBackend::call(UnitId unit, Value* base) {
  Unit* u = find(unit);
  if (!u || !is_valid(unit)) {
    return Value::from_bits(handler_.call_interpreted(u ? u->trace->code_id : 0, base));
  }
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
          const ir::Snapshot& s = unit->trace->snapshots[exit.snapshot];
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
    if (auto found = unit->bridges.find(exit.snapshot); found != unit->bridges.end()) {
      if (Unit* bridge = find(found->second); bridge && is_valid(bridge->id)) {
        unit = bridge;
        entry = 0;
        continue;
      }
    }
    state_.exit_unit = unit->id;
    state_.exit_snapshot = exit.snapshot;
    Reader reader(*unit, exit, buffer_.get(), in_call);
    UnitId id = unit->id;
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
    for (size_t w = 0; w < unit.code.root_constants.size(); w++) {
      Value v = Value::from_bits(unit.code.roots[w]);
      visitor.visit(v);
      unit.code.roots[w] = v.bits();
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
  bool has_room = state.depth + 1 + kMaxInlinedFrames < state.depth_limit &&
                  address_of(base) < state.stack_limit &&
                  address_of(&here) > state.native_stack_limit;
  auto found = self->functions_.find(code_id);
  uint64_t result;
  if (found != self->functions_.end() && has_room) {
    state.depth++;
    result = self->run(self->find(found->second), base, true);
  } else {
    result = self->handler_.call_interpreted(code_id, base);
  }
  state.depth = depth;
  return result;
}

}  // namespace hothouse::web
