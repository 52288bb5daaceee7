#include "web/wasm_lowering.h"

#include "core/backend/eval/semantics.h"
#include "core/backend/exit_values.h"
#include "core/ir/helpers.h"
#include "core/ir/operands.h"
#include "core/vm/context.h"

namespace hothouse::web {

using ir::Ins;
using ir::Op;
using ir::Ref;
using ir::Type;

namespace {

constexpr uint32_t kNone = 0xffffffffu;
constexpr int32_t kFuel = 50000;  // back edges until the engine is asked to look for faster code

// Locals: state, base, entry (parameters), fuel, then values.
constexpr uint32_t kEntry = 2, kParameters = 3;
constexpr uint32_t kFuelLocal = 3;

bool is_pointer(const ir::Constant& c) {
  if (c.type == Type::Ref) return c.bits != 0;
  return c.type == Type::Value && Value::from_bits(c.bits).is_object() && c.bits != 0;
}

bool may_collect(const Ins& ins) {
  if (ins.op == Op::CallUnit || ins.op == Op::CallNative) return true;
  return ins.op == Op::Call && (ir::helper_info(ins.imm).flags & ir::kHelperCallsPython);
}

}  // namespace

bool wasm_supports(const ir::Trace& trace, std::string& reason) {
  for (const Ins& ins : trace.ops) {
    const char* text = ir::info(ins.op).text;
    if (ir::is_vector(ins.type)) {
      reason = std::string(text) + ": vectors are not compiled to WebAssembly";
      return false;
    }
    if (ins.op == Op::CallNative) {
      reason = std::string(text) + ": there is no C library in a browser";
      return false;
    }
    if (ins.op == Op::Safepoint && ins.imm > kTraceReserve) {
      reason = "one iteration allocates more than the trace reserve";
      return false;
    }
  }
  if (trace.ops.size() > 40000) {
    reason = "more values than a WebAssembly function may have locals";
    return false;
  }
  return true;
}

WasmUnit lower_to_wasm(const ir::Trace& trace, const WasmPlaces& places, WasmUnits& units) {
  return WasmLowering(trace, places, units).run();
}

WasmLowering::WasmLowering(const ir::Trace& original, const WasmPlaces& places, WasmUnits& units)
    : original_(original),
      places_(places),
      units_(units),
      lowered_(backend::lower_jumps(original)),
      trace_(lowered_.trace) {}

WasmUnit WasmLowering::run() {
  uint32_t type = module_.type("iii", "i");
  find_loop();
  find_exits();
  find_roots();
  assign_locals();

  for (uint32_t k = 0; k < stub_count_; k++) code_.open(Wasm::Block);
  load_roots();
  uint32_t count = static_cast<uint32_t>(trace_.ops.size());
  if (loop_ != kNone) {
    code_.i32(kFuel);
    code_.set(kFuelLocal);
    code_.get(kEntry);
    code_.open(Wasm::If);
    load_parameters();
    code_.op(Wasm::Else);
    nesting_ = 1;
    for (uint32_t i = 0; i < loop_; i++) emit_op(i);
    for (uint32_t i = loop_ + 1; i < count && ins(i).op == Op::Phi; i++) {
      push(ins(i).a);
      set(i);
    }
    code_.op(Wasm::End);
    code_.open(Wasm::Loop);
    for (uint32_t i = loop_ + 1; i < count; i++) emit_op(i);
    code_.op(Wasm::End);
    nesting_ = 0;
  } else {
    for (uint32_t i = 0; i < count; i++) emit_op(i);
  }
  code_.op(Wasm::Unreachable);  // every path ends in a terminal
  for (uint32_t k = 0; k < stub_count_; k++) {
    code_.op(Wasm::End);
    store_to_buffer(unit_.exits[k].values);
    code_.i32(static_cast<int32_t>(k));
    code_.op(Wasm::Return);
  }
  // A function's end wants its result, though nothing gets here.
  code_.op(Wasm::Unreachable);

  if (failed_) return std::move(unit_);
  unit_.module = module_.finish(type, local_counts_, code_);
  unit_.has_body = loop_ != kNone;
  unit_.ok = true;
  return std::move(unit_);
}

void WasmLowering::fail(const std::string& reason) {
  if (!failed_) unit_.reason = reason;
  failed_ = true;
}

void WasmLowering::find_loop() {
  for (uint32_t i = 0; i < trace_.ops.size(); i++) {
    if (ins(i).op == Op::Loop) loop_ = i;
  }
}

/// Exits of guards come first: they have blocks. Those of terminals are appended when met.
void WasmLowering::find_exits() {
  exit_of_.assign(trace_.snapshots.size(), kNone);
  for (const Ins& in : trace_.ops) {
    if (!(ir::info(in.op).flags & ir::Guard) || (in.flags & ir::kSunk)) continue;
    if (in.snapshot == kNone || exit_of_[in.snapshot] != kNone) continue;
    exit_of_[in.snapshot] = stub_count_++;
    WasmExit exit;
    exit.snapshot = in.snapshot;
    exit.values = backend::exit_values(original_, in.snapshot);
    unit_.exits.push_back(std::move(exit));
  }
}

void WasmLowering::find_roots() {
  root_of_.assign(trace_.constants.size(), kNone);
  std::vector<bool> used(trace_.constants.size());
  auto use = [&](Ref ref) {
    if (ref.is_constant()) used[ref.constant_index()] = true;
  };
  cache_roots_ = true;
  for (const Ins& in : trace_.ops) {
    if (in.flags & ir::kSunk) continue;
    if (may_collect(in)) cache_roots_ = false;
    ir::for_each_operand(trace_, in, use);
  }
  for (uint32_t k = 0; k < used.size(); k++) {
    if (!used[k] || !is_pointer(trace_.constants[k])) continue;
    root_of_[k] = static_cast<uint32_t>(unit_.root_constants.size());
    unit_.root_constants.push_back(k);
  }
  // Exits read constants too, through the reader.
  for (uint32_t k = 0; k < trace_.constants.size(); k++) {
    if (root_of_[k] != kNone || !is_pointer(trace_.constants[k])) continue;
    root_of_[k] = static_cast<uint32_t>(unit_.root_constants.size());
    unit_.root_constants.push_back(k);
  }
  unit_.roots = std::make_unique<uint64_t[]>(unit_.root_constants.size() + 1);
  for (size_t w = 0; w < unit_.root_constants.size(); w++) {
    unit_.roots[w] = trace_.constants[unit_.root_constants[w]].bits;
  }
  root_locals_.assign(unit_.root_constants.size(), kNone);
  if (!cache_roots_) return;
  for (uint32_t k = 0; k < used.size(); k++) {
    if (used[k] && root_of_[k] != kNone) root_locals_[root_of_[k]] = 0;
  }
}

/// A local for each value and each cached root, grouped by type as the format wants it.
void WasmLowering::assign_locals() {
  enum { kI32, kI64, kF64 };
  auto group_of = [](Type t) {
    return t == Type::F64 ? kF64 : t == Type::I64 || t == Type::Value ? kI64 : kI32;
  };
  uint32_t counts[3] = {1, 0, 0};  // the fuel
  std::vector<uint32_t> ordinal(trace_.ops.size());
  for (uint32_t i = 0; i < trace_.ops.size(); i++) {
    if (ins(i).type == Type::Void || (ins(i).flags & ir::kSunk)) continue;
    ordinal[i] = counts[group_of(ins(i).type)]++;
  }
  std::vector<uint32_t> root_ordinal(root_locals_.size());
  for (size_t w = 0; w < root_locals_.size(); w++) {
    if (root_locals_[w] == kNone) continue;
    root_ordinal[w] = counts[group_of(trace_.constants[unit_.root_constants[w]].type)]++;
  }
  uint32_t first[3] = {kParameters, kParameters + counts[0], kParameters + counts[0] + counts[1]};
  locals_.assign(trace_.ops.size(), kNone);
  for (uint32_t i = 0; i < trace_.ops.size(); i++) {
    if (ins(i).type == Type::Void || (ins(i).flags & ir::kSunk)) continue;
    locals_[i] = first[group_of(ins(i).type)] + ordinal[i];
  }
  for (size_t w = 0; w < root_locals_.size(); w++) {
    if (root_locals_[w] == kNone) continue;
    Type t = trace_.constants[unit_.root_constants[w]].type;
    root_locals_[w] = first[group_of(t)] + root_ordinal[w];
  }
  local_counts_ = {counts[0], counts[1], counts[2]};
}

void WasmLowering::load_roots() {
  for (uint32_t w = 0; w < root_locals_.size(); w++) {
    if (root_locals_[w] == kNone) continue;
    uint32_t constant = unit_.root_constants[w];
    uint32_t target = root_locals_[w];
    root_locals_[w] = kNone;  // from memory, this time
    push_root(constant);
    code_.set(target);
    root_locals_[w] = target;
  }
}

void WasmLowering::push_root(uint32_t constant) {
  uint32_t w = root_of_[constant];
  if (root_locals_[w] != kNone) return code_.get(root_locals_[w]);
  auto address = static_cast<uint32_t>(reinterpret_cast<uintptr_t>(unit_.roots.get() + w));
  code_.i32(0);
  if (trace_.constants[constant].type == Type::Ref) {
    code_.memory(Wasm::I32Load, address, 4);
  } else {
    code_.memory(Wasm::I64Load, address, 8);
  }
}

void WasmLowering::push(Ref ref) {
  if (!ref.is_constant()) {
    if (locals_[ref.index] == kNone) return fail("an operand has no value");
    return code_.get(locals_[ref.index]);
  }
  if (root_of_[ref.constant_index()] != kNone) return push_root(ref.constant_index());
  const ir::Constant& c = trace_.constant(ref);
  switch (c.type) {
    case Type::F64:
      return code_.f64(__builtin_bit_cast(double, c.bits));
    case Type::Ref:
    case Type::Bool:
      return code_.i32(static_cast<int32_t>(c.bits));
    default:
      return code_.i64(static_cast<int64_t>(c.bits));
  }
}

void WasmLowering::push_word(Ref ref) {
  push(ref);
  switch (trace_.type_of(ref)) {
    case Type::F64:
      return code_.op(Wasm::I64ReinterpretF64);
    case Type::Ref:
    case Type::Bool:
      return code_.op(Wasm::I64ExtendI32U);
    default:
      return;
  }
}

void WasmLowering::store_to_buffer(const std::vector<Ref>& values) {
  if (values.size() > kBufferWords) return fail("an exit keeps more values than the buffer holds");
  for (uint32_t k = 0; k < values.size(); k++) {
    code_.i32(0);
    push_word(values[k]);
    code_.memory(Wasm::I64Store, places_.buffer + 8 * k, 8);
  }
}

void WasmLowering::leave(uint32_t snapshot) {
  code_.branch(Wasm::BrIf, nesting_ + exit_of_[snapshot]);
}

/// Body parameters from the buffer: for a jump into the loop.
void WasmLowering::load_parameters() {
  const std::vector<Ref>& parameters = trace_.body_params;
  if (parameters.size() > kBufferWords) return fail("more body parameters than the buffer holds");
  for (uint32_t k = 0; k < parameters.size(); k++) {
    if (!parameters[k].is_op()) continue;
    Type type = trace_.type_of(parameters[k]);
    uint32_t address = places_.buffer + 8 * k;
    code_.i32(0);
    if (type == Type::F64) {
      code_.memory(Wasm::F64Load, address, 8);
    } else if (type == Type::Ref || type == Type::Bool) {
      code_.memory(Wasm::I32Load, address, 4);
    } else {
      code_.memory(Wasm::I64Load, address, 8);
    }
    set(parameters[k].index);
  }
}

void WasmLowering::emit_return(WasmExit exit) {
  store_to_buffer(exit.values);
  code_.i32(static_cast<int32_t>(unit_.exits.size()));
  code_.op(Wasm::Return);
  unit_.exits.push_back(std::move(exit));
}

void WasmLowering::emit_jump_loop() {
  std::vector<uint32_t> phis;
  for (uint32_t i = loop_ + 1; i < trace_.ops.size() && ins(i).op == Op::Phi; i++) {
    if (ins(i).b == Ref{i}) continue;  // stays what it is
    phis.push_back(i);
    push(ins(i).b);
  }
  for (size_t k = phis.size(); k-- > 0;) set(phis[k]);
  code_.get(kFuelLocal);
  code_.i32(1);
  code_.op(Wasm::I32Sub);
  code_.tee(kFuelLocal);
  code_.branch(Wasm::BrIf, 0);
  WasmExit exit;
  exit.kind = WasmExit::Kind::Fuel;
  exit.values = trace_.body_params;
  emit_return(std::move(exit));
}

void WasmLowering::emit_terminal(uint32_t i) {
  const Ins& in = ins(i);
  WasmExit exit;
  exit.snapshot = in.snapshot;
  exit.target = in.imm;
  switch (in.op) {
    case Op::JumpLoop:
      return emit_jump_loop();
    case Op::JumpBody:
      exit.kind = WasmExit::Kind::JumpBody;
      for (uint32_t k = 0; k < in.b.index; k++) exit.values.push_back(trace_.args[in.a.index + k]);
      break;
    case Op::JumpEntry:
      exit.kind = WasmExit::Kind::JumpEntry;
      break;
    case Op::Return:
      exit.kind = WasmExit::Kind::Return;
      exit.values = {in.a};
      break;
    default:
      exit.values = backend::exit_values(original_, in.snapshot);
      break;
  }
  emit_return(std::move(exit));
}

void WasmLowering::emit_op(uint32_t i) {
  const Ins& in = ins(i);
  if (failed_ || (in.flags & ir::kSunk)) return;
  if (ir::info(in.op).flags & ir::Terminal) return emit_terminal(i);
  if (in.op == Op::Loop || in.op == Op::Phi) return;  // at the entries and the back edge
  if (emit_number(i) || emit_float(i) || emit_boxing(i) || emit_guard(i) || emit_memory(i) ||
      emit_call(i)) {
    return;
  }
  fail(std::string(ir::info(in.op).text) + ": not compiled to WebAssembly yet");
}

}  // namespace hothouse::web
