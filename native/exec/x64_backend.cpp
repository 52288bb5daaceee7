#include "native/exec/x64_backend.h"

#include <unistd.h>

#include <cstdio>
#include <cstring>

#include "core/ir/helpers.h"
#include "native/exec/exit_frame.h"

namespace hothouse::exec {

using backend::CompileResult;
using backend::ExecuteResult;
using backend::Location;
using backend::UnitId;
using x64::CompiledUnit;
using x64::PoolWord;

namespace {
constexpr uint32_t kNone = 0xffffffffu;
const uint64_t kLeft = Value::raised().bits();
}  // namespace

class X64Backend::Reader final : public backend::ExitReader {
 public:
  Reader(const X64Backend& backend, const Unit& unit, const x64::Exit& exit, const ExitFrame& frame)
      : backend_(backend), unit_(unit), exit_(exit), frame_(frame) {}

  uint64_t read(ir::Ref ref) override {
    if (ref.is_constant()) {
      for (auto [constant, word] : unit_.code.root_constants) {
        if (constant == ref.constant_index()) return unit_.code.pool[word].bits;
      }
      return unit_.trace->constant(ref).bits;
    }
    for (size_t i = 0; i < exit_.values.size(); i++) {
      if (exit_.values[i] == ref) return at(exit_.locations[i]);
    }
    return 0;  // not a value of this exit: the caller's mistake
  }

  bool in_call() const override {
    return frame_.return_address != backend_.loop_return_ &&
           frame_.return_address != backend_.function_return_;
  }

 private:
  uint64_t at(const Location& where) const {
    if (where.is_register()) {
      return backend::is_float_register(where.reg()) ? frame_.floats[where.reg() - 16]
                                                     : frame_.general[where.reg()];
    }
    uint64_t word;
    std::memcpy(&word, frame_.frame + x64::kSpillArea + 8 * size_t{where.index}, 8);
    return word;
  }

  const X64Backend& backend_;
  const Unit& unit_;
  const x64::Exit& exit_;
  const ExitFrame& frame_;
};

X64Backend::X64Backend(VmState& state, backend::ExitHandler& handler, const X64Options& options)
    : state_(state), handler_(handler), options_(options) {}

X64Backend::~X64Backend() = default;

X64Backend::Unit* X64Backend::find(UnitId id) const {
  auto found = units_.find(id);
  return found == units_.end() ? nullptr : found->second.get();
}

const CompiledUnit* X64Backend::compiled(UnitId unit) const {
  Unit* u = find(unit);
  return u ? &u->code : nullptr;
}

const uint8_t* X64Backend::address_of(UnitId unit) const {
  Unit* u = find(unit);
  return u ? u->address : nullptr;
}

bool X64Backend::supports(const ir::Trace& trace, std::string& reason) const {
  if (vector_lanes() == 1 && ir::has_vectors(trace)) {
    reason = "this processor has no AVX2";
    return false;
  }
  return x64::supports(trace, reason);
}

uint32_t X64Backend::vector_lanes() const {
  static const bool has = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
  return has ? 4 : 1;
}

bool X64Backend::prepare() {
  if (!memory_) {
    memory_ = std::make_unique<CodeMemory>();
    if (!make_thunks()) enter_loop_ = nullptr;
  }
  return enter_loop_ != nullptr;
}

CompileResult X64Backend::compile(const ir::Trace& trace, const backend::CompileOptions& options) {
  CompileResult result;
  if (!supports(trace, result.reason)) return result;
  if (!prepare()) {
    result.reason = "the system gives no executable memory";
    return result;
  }
  x64::CompileRequest request;
  request.options = options;
  request.find_unit = [this](UnitId id) { return compiled(id); };
  auto unit = std::make_unique<Unit>();
  unit->code = x64::compile(trace, request);
  unit->trace = &trace;
  result.reason = unit->code.reason;
  if (!unit->code.ok) return result;
  unit->bytes = unit->code.code.size() + 8 * unit->code.pool.size();
  unit->address = memory_->allocate(unit->bytes);
  if (!unit->address) {
    result.reason = "the memory for machine code is used up";
    return result;
  }
  memory_->write(unit->address, unit->code.code.data(), unit->code.code.size());

  Unit& u = *unit;
  auto& place = units_[trace.unit];
  if (place) replaced_.push_back(std::move(place));
  place = std::move(unit);
  if (trace.kind == ir::TraceKind::Function) functions_[trace.code_id] = trace.unit;
  for (uint32_t i = 0; i < u.code.pool.size(); i++) {
    const PoolWord& word = u.code.pool[i];
    memory_->write_word(u.pool_word(i), pool_value(u, word));
    if (word.kind == PoolWord::Kind::Function || word.kind == PoolWord::Kind::Entry ||
        word.kind == PoolWord::Kind::Body) {
      u.references.push_back(i);
    }
  }
  update_references(u);
  if (options_.perf_map) note_in_perf_map(u, trace.name);
  result.ok = true;
  result.code_bytes = static_cast<uint32_t>(u.code.code.size());
  result.spills = u.code.spilled_values;
  result.assignments = std::move(u.code.assignments);
  return result;
}

uint64_t X64Backend::pool_value(const Unit& unit, const PoolWord& word) const {
  auto address = [](const void* p) {
    return static_cast<uint64_t>(reinterpret_cast<uintptr_t>(p));
  };
  switch (word.kind) {
    case PoolWord::Kind::Bits:
    case PoolWord::Kind::Root:
      return word.bits;
    case PoolWord::Kind::Helper:
      return address(ir::helper_info(static_cast<uint32_t>(word.bits)).function);
    case PoolWord::Kind::Thunk:
      return address(thunks_[word.bits]);
    case PoolWord::Kind::Valid:
      return unit.valid;
    case PoolWord::Kind::Entry: {
      Unit* target = find(static_cast<UnitId>(word.bits));
      bool can_enter = target && target->valid && target->code.kind != ir::TraceKind::Function;
      return can_enter ? address(target->address) : 0;
    }
    case PoolWord::Kind::Body: {
      Unit* target = find(static_cast<UnitId>(word.bits));
      return target && target->code.body != kNone ? address(target->address + target->code.body)
                                                  : 0;
    }
    case PoolWord::Kind::Function: {
      auto found = functions_.find(static_cast<uint32_t>(word.bits));
      Unit* target = found == functions_.end() ? nullptr : find(found->second);
      return target && target->valid ? address(target->address)
                                     : address(thunks_[static_cast<int>(x64::Thunk::Interpret)]);
    }
  }
  return 0;
}

void X64Backend::update_references(const Unit& unit) {
  bool is_function = unit.code.kind == ir::TraceKind::Function;
  auto update = [&](Unit& u) {
    for (uint32_t i : u.references) {
      const PoolWord& word = u.code.pool[i];
      bool refers =
          is_function ? word.kind == PoolWord::Kind::Function && word.bits == unit.code.code_id
                      : (word.kind == PoolWord::Kind::Entry || word.kind == PoolWord::Kind::Body) &&
                            word.bits == unit.code.unit;
      if (refers) memory_->write_word(u.pool_word(i), pool_value(u, word));
    }
  };
  for (auto& entry : units_) update(*entry.second);
  for (auto& u : replaced_) update(*u);
}

void X64Backend::patch_jump(uint8_t* rel32, const uint8_t* target) {
  auto distance = static_cast<int32_t>(target - (rel32 + 4));
  memory_->write(rel32, &distance, 4);
}

void X64Backend::link_bridge(UnitId unit, uint32_t snapshot, UnitId bridge) {
  Unit *from = find(unit), *to = find(bridge);
  if (!from || !to || !to->valid) return;
  for (const x64::Exit& exit : from->code.exits) {
    if (exit.snapshot != snapshot) continue;
    uint8_t* stub = from->address + exit.stub;
    const uint8_t jmp = 0xe9;
    memory_->write(stub, &jmp, 1);
    patch_jump(stub + 1, to->address);
    for (uint32_t jump : exit.jumps) patch_jump(from->address + jump, to->address);
    to->linked_from = unit;
    to->linked_snapshot = snapshot;
  }
}

void X64Backend::unlink(Unit& bridge) {
  Unit* from = bridge.linked_snapshot == kNone ? nullptr : find(bridge.linked_from);
  if (!from) return;
  for (const x64::Exit& exit : from->code.exits) {
    if (exit.snapshot != bridge.linked_snapshot) continue;
    memory_->write(from->address + exit.stub, from->code.code.data() + exit.stub, 5);
    for (uint32_t jump : exit.jumps) {
      memory_->write(from->address + jump, from->code.code.data() + jump, 4);
    }
  }
  bridge.linked_snapshot = kNone;
}

ExecuteResult X64Backend::execute(UnitId unit, Value* base) {
  Unit* u = find(unit);
  if (!u || !u->valid) return {unit, kNone, false, Value()};
  bool is_function = u->code.kind == ir::TraceKind::Function;
  uint64_t result = (is_function ? enter_function_ : enter_loop_)(u->address, base, &state_);
  // The exit thunk answers a word that no Return op can yield.
  if (result == kLeft) return last_exit_;
  return {unit, kNone, true, Value::from_bits(result)};
}

Value X64Backend::call(UnitId unit, Value* base) {
  Unit* u = find(unit);
  if (!u || !u->valid) {
    return Value::from_bits(handler_.call_interpreted(u ? u->code.code_id : 0, base));
  }
  return Value::from_bits(enter_call_(u->address, base, &state_));
}

void X64Backend::invalidate(UnitId unit) {
  Unit* u = find(unit);
  if (!u || !u->valid) return;
  u->valid = false;
  for (uint32_t i = 0; i < u->code.pool.size(); i++) {
    if (u->code.pool[i].kind == PoolWord::Kind::Valid) memory_->write_word(u->pool_word(i), 0);
  }
  if (auto f = functions_.find(u->code.code_id);
      u->code.kind == ir::TraceKind::Function && f != functions_.end() && f->second == unit) {
    functions_.erase(f);
  }
  unlink(*u);
  update_references(*u);
}

void X64Backend::free(UnitId unit) {
  Unit* u = find(unit);
  if (!u) return;
  invalidate(unit);
  memory_->release(u->address, u->bytes);
  units_.erase(unit);
}

void X64Backend::visit_roots(RootVisitor& visitor) {
  auto visit = [&](Unit& u) {
    for (uint32_t i = 0; i < u.code.pool.size(); i++) {
      PoolWord& word = u.code.pool[i];
      if (word.kind != PoolWord::Kind::Root) continue;
      Value v = Value::from_bits(word.bits);
      visitor.visit(v);
      if (v.bits() == word.bits) continue;
      word.bits = v.bits();
      memory_->write_word(u.pool_word(i), word.bits);
    }
  };
  for (auto& entry : units_) visit(*entry.second);
  for (auto& u : replaced_) visit(*u);
}

void X64Backend::note_in_perf_map(const Unit& unit, const std::string& name) {
  char path[64];
  std::snprintf(path, sizeof path, "/tmp/perf-%d.map", static_cast<int>(getpid()));
  std::FILE* file = std::fopen(path, "a");
  if (!file) return;
  std::fprintf(file, "%llx %zx hothouse:%u:%s\n",
               static_cast<unsigned long long>(reinterpret_cast<uintptr_t>(unit.address)),
               unit.code.code.size(), unit.code.unit, name.c_str());
  std::fclose(file);
}

// --- what the thunks call

uint64_t X64Backend::on_native_exit(X64Backend* self, ExitFrame* frame) {
  auto id = static_cast<UnitId>(frame->unit);
  Unit* unit = self->find(id);
  const x64::Exit& exit = unit->code.exits[frame->exit];
  uint32_t snapshot = exit.snapshot;
  self->state_.exit_unit = id;
  self->state_.exit_snapshot = snapshot;
  auto* base = reinterpret_cast<Value*>(frame->general[x64::kBaseRegister]);
  Reader reader(*self, *unit, exit, *frame);
  uint64_t result = self->handler_.on_exit(id, snapshot, base, reader);
  self->last_exit_ = {id, snapshot, false, Value()};
  return reader.in_call() ? result : kLeft;
}

uint64_t X64Backend::on_make_int(X64Backend* self, int64_t i) {
  return self->handler_.heap().make_int(i).bits();
}

void X64Backend::on_remember(X64Backend* self, Object* object) {
  self->handler_.heap().remember(object);
}

uint64_t X64Backend::on_interpret(X64Backend* self, uint32_t code_id, Value* base) {
  self->state_.depth--;
  self->state_.top = reinterpret_cast<uintptr_t>(base);
  return self->handler_.call_interpreted(code_id, base);
}

std::unique_ptr<X64Backend> make_x64_backend(VmState& state, backend::ExitHandler& handler,
                                             const X64Options& options) {
  return std::make_unique<X64Backend>(state, handler, options);
}

}  // namespace hothouse::exec
