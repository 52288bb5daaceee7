#include "core/backend/eval/eval_backend.h"

#include "core/backend/eval/semantics.h"
#include "core/backend/eval/vectors.h"
#include "core/backend/exit_values.h"
#include "core/backend/invoke.h"
#include "core/backend/signatures.h"
#include "core/ir/helpers.h"

namespace hothouse::backend {

using namespace ir;

namespace {
constexpr uint32_t kNoSnapshot = 0xffffffffu;
}

/// A run: the unit that executes now, its values, where it stands.
struct EvalBackend::Run {
  Unit* unit;
  Value* base;
  bool in_call;
  std::vector<uint64_t> values;
  std::vector<uint64_t> inherited;
  std::vector<Lanes> vectors, inherited_vectors;  // of units with vectors: as the words
  uint32_t pc = 0;
  uint64_t result = 0;

  void enter(Unit* u) {
    unit = u;
    values.assign(u->trace().ops.size(), 0);
    vectors.resize(u->has_vectors ? values.size() : 0);
    pc = 0;
  }
  uint64_t get(Ref r) const {
    return r.is_constant() ? unit->trace().constants[r.constant_index()].bits : values[r.index];
  }
};

class EvalBackend::Reader final : public ExitReader {
 public:
  explicit Reader(const Run& run) : run_(run) {}
  uint64_t read(Ref ref) override { return run_.get(ref); }
  bool in_call() const override { return run_.in_call; }

 private:
  const Run& run_;
};

EvalBackend::Unit* EvalBackend::find(UnitId id) const {
  auto found = units_.find(id);
  return found == units_.end() ? nullptr : found->second.get();
}

bool EvalBackend::supports(const Trace& trace, std::string& reason) const {
  for (const Ins& ins : trace.ops) {
    if (ins.op == ir::Op::Safepoint && ins.imm > kTraceReserve) {
      reason = "one iteration allocates more than the trace reserve";
      return false;
    }
  }
  return true;
}

CompileResult EvalBackend::compile(const Trace& trace, const CompileOptions&) {
  CompileResult result;
  if (!supports(trace, result.reason)) return result;
  auto unit = std::make_unique<Unit>();
  unit->id = trace.unit;
  unit->lowered = lower_jumps(trace);
  unit->original = &trace;
  unit->has_vectors = has_vectors(trace);
  for (uint32_t i = 0; i < trace.ops.size(); i++) {
    if (trace.ops[i].op == ir::Op::Loop) unit->loop = i;
  }
  if (trace.kind == TraceKind::Function) functions_[trace.code_id] = unit.get();
  units_[trace.unit] = std::move(unit);
  result.ok = true;
  return result;
}

void EvalBackend::link_bridge(UnitId unit, uint32_t snapshot, UnitId bridge) {
  if (Unit* u = find(unit)) u->bridges[snapshot] = bridge;
}

ExecuteResult EvalBackend::execute(UnitId unit, Value* base) {
  Unit* u = find(unit);
  if (!u || !u->valid) return {unit, kNoSnapshot, false, Value()};
  last_exit_ = {unit, kNoSnapshot, true, Value()};
  uint64_t result = run(u, base, false);
  if (last_exit_.returned) last_exit_.value = Value::from_bits(result);
  return last_exit_;
}

Value EvalBackend::call(UnitId unit, Value* base) {
  Unit* u = find(unit);
  if (!u || !u->valid) {
    return Value::from_bits(handler_.call_interpreted(u ? u->trace().code_id : 0, base));
  }
  return Value::from_bits(run(u, base, true));
}

void EvalBackend::invalidate(UnitId unit) {
  Unit* u = find(unit);
  if (!u) return;
  u->valid = false;
  if (auto f = functions_.find(u->trace().code_id); f != functions_.end() && f->second == u) {
    functions_.erase(f);
  }
}

void EvalBackend::free(UnitId unit) {
  invalidate(unit);
  units_.erase(unit);
}

void EvalBackend::visit_roots(RootVisitor& visitor) {
  for (auto& entry : units_) {
    for (Constant& c : entry.second->lowered.trace.constants) {
      if (c.type != ir::Type::Value && c.type != ir::Type::Ref) continue;
      if (c.bits == 0) continue;  // the null reference
      Value v = Value::from_bits(c.bits);
      visitor.visit(v);
      c.bits = v.bits();
    }
  }
}

uint64_t EvalBackend::run(Unit* unit, Value* base, bool in_call) {
  Run run{unit, base, in_call, {}, {}, {}, {}, 0, 0};
  run.enter(unit);
  while (step(run)) {
  }
  return run.result;
}

/// A guard failed (or an exit was reached): into a bridge, or out.
bool EvalBackend::leave(Run& run, uint32_t snapshot) {
  Unit* unit = run.unit;
  if (auto found = unit->bridges.find(snapshot); found != unit->bridges.end()) {
    if (Unit* bridge = find(found->second); bridge && bridge->valid) {
      run.inherited.clear();
      auto [kept, is_new] = unit->kept.try_emplace(snapshot);
      if (is_new) kept->second = exit_values(*unit->original, snapshot);
      for (Ref value : kept->second) run.inherited.push_back(run.get(value));
      run.enter(bridge);
      return true;
    }
  }
  state_.exit_unit = unit->id;
  state_.exit_snapshot = snapshot;
  Reader reader(run);
  UnitId id = unit->id;
  run.result = handler_.on_exit(id, snapshot, run.base, reader);
  last_exit_ = {id, snapshot, false, Value()};
  return false;
}

bool EvalBackend::enter_body(Run& run, const Ins& ins) {
  Unit* target = find(ins.imm);
  const Trace& from = run.unit->trace();
  std::vector<uint64_t> operands;
  for (uint32_t i = 0; i < ins.b.index; i++) {
    operands.push_back(run.get(from.args[ins.a.index + i]));
  }
  if (!target || target->loop == kNoSnapshot ||
      target->trace().body_params.size() != operands.size()) {
    return leave(run, ins.snapshot);
  }
  if (ins.snapshot != kNoSnapshot) {
    const Snapshot& s = from.snapshots[ins.snapshot];
    run.base += s.base;
    state_.depth += s.depth;
  }
  run.enter(target);
  const Trace& to = target->trace();
  for (uint32_t i = 0; i < operands.size(); i++) {
    Ref param = to.body_params[i];
    if (param.is_op()) run.values[param.index] = operands[i];
  }
  run.pc = target->loop + 1;
  while (to.ops[run.pc].op == ir::Op::Phi) run.pc++;
  return true;
}

uint64_t EvalBackend::call_unit(const Ins& ins, Run& run) {
  const Trace& trace = run.unit->trace();
  auto slot = static_cast<int64_t>(run.get(trace.args[ins.a.index]));
  Value* base = run.base + slot;
  uint64_t depth = state_.depth;
  uint64_t inlined = ins.snapshot == kNoSnapshot ? 0 : trace.snapshots[ins.snapshot].depth;
  state_.depth = depth + inlined;
  uint64_t result;
  auto found = functions_.find(ins.imm);
  char here;
  bool room = state_.depth + 1 +
              kMaxInlinedFrames<state_.depth_limit&& reinterpret_cast<uintptr_t>(base) <
                                state_.stack_limit&& reinterpret_cast<uintptr_t>(&here)>
                  state_.native_stack_limit;
  if (found != functions_.end() && room) {
    state_.depth++;
    result = this->run(found->second, base, true);
  } else {
    result = handler_.call_interpreted(ins.imm, base);
  }
  state_.depth = depth;
  return result;
}

uint64_t EvalBackend::call_helper(const Ins& ins, Run& run) {
  const Trace& trace = run.unit->trace();
  const HelperInfo& helper = helper_info(ins.imm);
  uint64_t operands[8] = {};
  for (uint32_t i = 0; i < ins.b.index && i < 8; i++) {
    operands[i] = run.get(trace.args[ins.a.index + i]);
  }
  uint64_t depth = state_.depth;
  if (helper.flags & kHelperCallsPython) {
    uint32_t s = call_snapshot(trace, run.pc);
    int32_t frame = s == kNoSnapshot ? 0 : trace.snapshots[s].base;
    state_.top = reinterpret_cast<uintptr_t>(run.base + frame);
    state_.depth = depth + (s == kNoSnapshot ? 0 : trace.snapshots[s].depth);
  }
  uint64_t result =
      invoke_helper(helper.function, state_.vm, helper.result, helper.operands, operands);
  state_.depth = depth;
  return result;
}

uint64_t EvalBackend::call_native(const Ins& ins, Run& run) {
  const Trace& trace = run.unit->trace();
  const NativeSignature& signature = native_signature(ins.imm);
  uint64_t operands[kMaxNativeOperands] = {};
  auto count = static_cast<uint32_t>(signature.operands().size());
  for (uint32_t i = 0; i < count && i < kMaxNativeOperands; i++) {
    operands[i] = run.get(trace.args[ins.a.index + 1 + i]);
  }
  auto* function =
      reinterpret_cast<void*>(static_cast<uintptr_t>(run.get(trace.args[ins.a.index])));
  return invoke_native(signature, function, operands);
}

void EvalBackend::vector_op(const Ins& ins, Run& run) {
  auto lanes = [&run](Ref r) { return r.is_none() ? Lanes{} : run.vectors[r.index]; };
  auto address = [&] {
    return run.get(ins.a) + run.get(ins.b) + static_cast<uint64_t>(static_cast<int32_t>(ins.imm));
  };
  Lanes& out = run.vectors[run.pc];
  switch (ins.op) {
    case ir::Op::LoadVec:
      out = load_lanes(static_cast<RawType>(ins.aux), address());
      break;
    case ir::Op::StoreVec:
      store_lanes(static_cast<RawType>(ins.aux), address(), lanes(ins.c));
      break;
    case ir::Op::SplatF:
    case ir::Op::SplatI:
      out = splat(run.get(ins.a));
      break;
    default:
      out = evaluate_lanes(ins.op, lanes(ins.a), lanes(ins.b), lanes(ins.c));
      break;
  }
}

bool EvalBackend::step(Run& run) {
  const Trace& trace = run.unit->trace();
  const auto count = static_cast<uint32_t>(trace.ops.size());
  auto store = [](uint64_t object, uint64_t offset, uint64_t bits) {
    store_word(object + offset, bits);
  };
  for (; run.pc < count; run.pc++) {
    const Ins& ins = trace.ops[run.pc];
    if (ins.flags & kSunk) continue;
    uint64_t& out = run.values[run.pc];
    if (info(ins.op).flags & ir::Call) {
      switch (ins.op) {
        case ir::Op::JumpBody:
          return enter_body(run, ins);
        case ir::Op::Call:
          out = call_helper(ins, run);
          break;
        case ir::Op::CallNative:
          out = call_native(ins, run);
          break;
        default:
          out = call_unit(ins, run);
          if (out == Value::raised().bits()) return leave(run, ins.snapshot);
          break;
      }
      continue;
    }
    if (is_vector_op(ins.op)) {
      vector_op(ins, run);
      continue;
    }
    const uint64_t a = ins.a.is_none() ? 0 : run.get(ins.a);
    // The second operand of a phi is not computed yet; loop sets phis.
    const uint64_t b = ins.b.is_none() ? 0 : run.get(ins.b);
    const uint64_t c = ins.c.is_none() ? 0 : run.get(ins.c);
    if (is_pure_word_op(ins.op)) {
      out = evaluate(ins.op, a, b, c);
      continue;
    }
    bool holds = true;
    switch (ins.op) {
      case ir::Op::SlotLoad:
        out = run.base[static_cast<int32_t>(ins.imm)].bits();
        break;
      case ir::Op::SlotStore:
        run.base[static_cast<int32_t>(ins.imm)] = Value::from_bits(a);
        break;
      case ir::Op::FrameSync:
        state_.top = reinterpret_cast<uintptr_t>(run.base + static_cast<int32_t>(ins.imm));
        state_.pc = a;
        break;
      case ir::Op::Inherit:
        out = run.inherited[ins.imm];
        break;
      case ir::Op::Loop:
        break;
      case ir::Op::Phi:
        out = a;
        if (is_vector(ins.type)) run.vectors[run.pc] = run.vectors[ins.a.index];
        break;
      case ir::Op::JumpLoop: {
        uint32_t first = run.unit->loop + 1;
        run.inherited.clear();
        for (uint32_t i = first; trace.ops[i].op == ir::Op::Phi; i++) {
          run.inherited.push_back(run.get(trace.ops[i].b));
        }
        run.inherited_vectors.clear();
        for (uint32_t i = 0; i < run.inherited.size() && run.unit->has_vectors; i++) {
          run.inherited_vectors.push_back(run.vectors[trace.ops[first + i].b.index]);
        }
        for (uint32_t i = 0; i < run.inherited.size(); i++) {
          run.values[first + i] = run.inherited[i];
          if (run.unit->has_vectors) run.vectors[first + i] = run.inherited_vectors[i];
        }
        run.pc = first + static_cast<uint32_t>(run.inherited.size()) - 1;
        break;
      }
      case ir::Op::JumpEntry: {
        // lower_jumps put a guard before that the target is there, and did the stores.
        Unit* target = find(ins.imm);
        if (ins.snapshot != kNoSnapshot) {
          run.base += trace.snapshots[ins.snapshot].base;
          state_.depth += trace.snapshots[ins.snapshot].depth;
        }
        run.enter(target);
        return true;
      }
      case ir::Op::Exit:
        return leave(run, ins.snapshot);
      case ir::Op::Return:
        run.result = a;
        last_exit_.returned = true;
        return false;
      case ir::Op::Safepoint:
        holds = state_.nursery.cursor <= state_.nursery.soft;
        break;
      case ir::Op::GuardValid:
        holds = run.unit->valid;
        break;
      case ir::Op::GuardUnit: {
        Unit* target = find(ins.imm);
        holds = target && target->valid;
        break;
      }
      case ir::Op::BoxInt:
        out = handler_.heap().make_int(static_cast<int64_t>(a)).bits();
        break;
      case ir::Op::GuardMap:
        holds = load_u32(a) == ins.imm;
        break;
      case ir::Op::GuardNotMap:
        holds = load_u32(a) != ins.imm;
        break;
      case ir::Op::GuardNoRaise:
        holds = trace.type_of(ins.a) == ir::Type::Value ? a != Value::raised().bits() : a != 0;
        break;
      case ir::Op::AddOv:
      case ir::Op::SubOv:
      case ir::Op::MulOv: {
        int64_t wide = 0;
        holds = !overflowing(ins.op, static_cast<int64_t>(a), static_cast<int64_t>(b), wide);
        out = static_cast<uint64_t>(wide);
        break;
      }
      case ir::Op::LoadMap:
        out = load_u32(a);
        break;
      case ir::Op::SetMap:
        store_u32(a, ins.imm);
        break;
      case ir::Op::LoadField:
        out = load_word(a + field_info(ins.imm).offset);
        break;
      case ir::Op::StoreField:
        store(a, field_info(ins.imm).offset, b);
        break;
      case ir::Op::LoadInline:
        out = load_word(a + kInlineOffset + 8 * uint64_t{ins.imm});
        break;
      case ir::Op::StoreInline:
        store(a, kInlineOffset + 8 * uint64_t{ins.imm}, b);
        break;
      case ir::Op::LoadGen:
        out = load_word(a + kGenOffset + 8 * uint64_t{ins.imm});
        break;
      case ir::Op::StoreGen:
        store(a, kGenOffset + 8 * uint64_t{ins.imm}, b);
        break;
      case ir::Op::LoadCells:
      case ir::Op::LoadTuple:
      case ir::Op::LoadF64:
      case ir::Op::LoadI64:
        out = load_word(a + kPayloadOffset + 8 * b);
        break;
      case ir::Op::StoreCells:
      case ir::Op::StoreTuple:
      case ir::Op::StoreF64:
      case ir::Op::StoreI64:
        store(a, kPayloadOffset + 8 * b, c);
        break;
      case ir::Op::LoadByte:
        out = load_u8(a + kPayloadOffset + b);
        break;
      case ir::Op::StoreByte:
        store_u8(a + kPayloadOffset + b, static_cast<uint8_t>(c));
        break;
      case ir::Op::LoadAux:
        out = load_u16(a + kAuxOffset);
        break;
      case ir::Op::StoreAux:
        store_u16(a + kAuxOffset, static_cast<uint16_t>(b));
        break;
      case ir::Op::Barrier:
        handler_.heap().write_barrier(Value::from_bits(a).as_object());
        break;
      case ir::Op::LoadElem:
        // Bits as they are: a NaN stays the one it is.
        out = load_raw(ins.type == ir::Type::F64 ? RawType::I64 : static_cast<RawType>(ins.aux),
                       a + b + static_cast<uint64_t>(static_cast<int32_t>(ins.imm)));
        break;
      case ir::Op::StoreElem:
        store_raw(static_cast<RawType>(ins.aux),
                  a + b + static_cast<uint64_t>(static_cast<int32_t>(ins.imm)), c);
        break;
      case ir::Op::LoadRaw:
        out = load_raw(static_cast<RawType>(ins.aux), a + static_cast<int32_t>(ins.imm));
        break;
      case ir::Op::StoreRaw:
        store_raw(static_cast<RawType>(ins.aux), a + static_cast<int32_t>(ins.imm), b);
        break;
      case ir::Op::New: {
        const AllocDesc& d = trace.allocs[ins.imm];
        out = state_.nursery.cursor;
        state_.nursery.cursor += (uint64_t{d.bytes} + 7) & ~uint64_t{7};
        store_word(out, object_header(d));
        break;
      }
      default:
        holds = guard_holds(ins.op, a, b);
        break;
    }
    if (!holds) return leave(run, ins.snapshot);
  }
  return leave(run, kNoSnapshot);  // not reached: the verifier wants a terminal
}

std::unique_ptr<Backend> make_eval_backend(VmState& state, ExitHandler& handler) {
  return std::make_unique<EvalBackend>(state, handler);
}

}  // namespace hothouse::backend
