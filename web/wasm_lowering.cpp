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
constexpr uint32_t kEntry = kWasmEntry, kFuelLocal = kWasmFuel;
constexpr int32_t kFuel = 50000;  // back edges until the engine is asked to look for faster code

bool is_pointer(const ir::Constant& c) {
  if (c.type == Type::Ref) return c.bits != 0;
  return c.type == Type::Value && Value::from_bits(c.bits).is_object() && c.bits != 0;
}

bool may_collect(const Ins& ins) {
  if (ins.op == Op::CallUnit || ins.op == Op::CallNative) return true;
  return ins.op == Op::Call && (ir::helper_info(ins.imm).flags & ir::kHelperCallsPython);
}

}  // namespace

WasmType wasm_type(Type type) {
  if (type == Type::F64) return WasmType::F64;
  return type == Type::I64 || type == Type::Value ? WasmType::I64 : WasmType::I32;
}

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

namespace {

/// Of the trace and, with bridges, of its tree.
bool tree_may_collect(const ir::Trace& trace, const WasmTree& tree) {
  for (const Ins& in : trace.ops) {
    if (!(in.flags & ir::kSunk) && may_collect(in)) return true;
  }
  for (uint32_t s = 0; tree.with_bridges && s < trace.snapshots.size(); s++) {
    const ir::Trace* bridge = tree.units.bridge_of(trace.unit, s);
    if (bridge != nullptr && tree_may_collect(*bridge, tree)) return true;
  }
  return false;
}

}  // namespace

WasmUnit lower_to_wasm(const ir::Trace& trace, const WasmPlaces& places, WasmUnits& units,
                       bool with_bridges) {
  WasmTree tree{.places = places, .units = units, .with_bridges = with_bridges};
  tree.may_collect = tree_may_collect(trace, tree);
  tree.locals.push_back({1, WasmType::I32});  // the fuel
  tree.local_count = kFuelLocal + 1;
  uint32_t type = tree.module.type("iii", "i");
  WasmLowering root(trace, tree);
  tree.root = &root;
  root.run();
  if (!tree.failed) {
    tree.unit.module = tree.module.finish(type, tree.locals, tree.code);
    tree.unit.local_count = tree.local_count;
    tree.unit.ok = true;
  }
  return std::move(tree.unit);
}

WasmLowering::WasmLowering(const ir::Trace& original, WasmTree& tree)
    : original_(original),
      exit_index_(original),
      tree_(tree),
      places_(tree.places),
      units_(tree.units),
      unit_(tree.unit),
      module_(tree.module),
      code_(tree.code),
      lowered_(backend::lower_jumps(original)),
      trace_(lowered_.trace) {}

WasmLowering::WasmLowering(const ir::Trace& original, WasmTree& tree, const WasmLowering& parent,
                           const std::vector<Ref>& values, bool in_body)
    : WasmLowering(original, tree) {
  parent_ = &parent;
  inherited_ = values;
  in_body_ = in_body;
}

void WasmLowering::begin() {
  part_ = static_cast<uint32_t>(unit_.parts.size());
  unit_.parts.push_back({.trace = &original_, .roots = nullptr, .root_constants = {}});
  for (uint32_t i = 0; i < trace_.ops.size(); i++) {
    if (ins(i).op == Op::Loop) loop_ = i;
  }
  block_height_.assign(trace_.snapshots.size(), kNone);
  find_roots();
  assign_locals();
  load_roots();
}

void WasmLowering::run() {
  auto count = static_cast<uint32_t>(trace_.ops.size());
  begin();
  if (parent_ != nullptr) return emit_ops(0, count);
  unit_.has_body = loop_ != kNone;
  code_.i32(kFuel);
  code_.set(kFuelLocal);
  code_.open(Wasm::Loop);
  tree_.entry_height = code_.height();
  if (loop_ == kNone) {
    emit_ops(0, count);
  } else {
    Region region = open_exits(0, loop_, false);
    emit_entries();
    code_.open(Wasm::Loop);
    tree_.body_height = code_.height();
    in_body_ = true;
    emit_ops(loop_ + 1, count);
    in_body_ = false;
    code_.close();
    code_.op(Wasm::Unreachable);
    close_exits(region);
  }
  code_.close();
  // A function's end wants its result, though nothing gets here.
  code_.op(Wasm::Unreachable);
}

/// The ways into the loop's body.
void WasmLowering::emit_entries() {
  code_.get(kEntry);
  code_.open(Wasm::If);
  code_.get(kEntry);
  code_.i32(1);
  code_.op(Wasm::I32Eq);
  code_.open(Wasm::If);
  load_parameters();
  code_.close();
  code_.op(Wasm::Else);
  for (uint32_t i = 0; i < loop_; i++) emit_op(i);
  for (uint32_t i = loop_ + 1; i < trace_.ops.size() && ins(i).op == Op::Phi; i++) {
    push(ins(i).a);
    set(i);
  }
  code_.close();
}

void WasmLowering::emit_ops(uint32_t first, uint32_t last) {
  Region region = open_exits(first, last, in_body_);
  for (uint32_t i = first; i < last; i++) emit_op(i);
  code_.op(Wasm::Unreachable);  // every path ends in a terminal
  close_exits(region);
}

void WasmLowering::fail(const std::string& reason) {
  if (!tree_.failed) unit_.reason = reason;
  tree_.failed = true;
}

void WasmLowering::find_roots() {
  root_of_.assign(trace_.constants.size(), kNone);
  std::vector<bool> used(trace_.constants.size());
  auto use = [&](Ref ref) {
    if (ref.is_constant()) used[ref.constant_index()] = true;
  };
  // In locals where no collection can happen until they are loaded again.
  bool cached = parent_ != nullptr || !tree_.may_collect;
  for (const Ins& in : trace_.ops) {
    if (in.flags & ir::kSunk) continue;
    if (may_collect(in)) cached = false;
    ir::for_each_operand(trace_, in, use);
  }
  WasmPart& part = unit_.parts[part_];
  for (uint32_t k = 0; k < used.size(); k++) {
    if (!used[k] || !is_pointer(trace_.constants[k])) continue;
    root_of_[k] = static_cast<uint32_t>(part.root_constants.size());
    part.root_constants.push_back(k);
  }
  // Exits read constants too, through the reader.
  for (uint32_t k = 0; k < trace_.constants.size(); k++) {
    if (root_of_[k] != kNone || !is_pointer(trace_.constants[k])) continue;
    root_of_[k] = static_cast<uint32_t>(part.root_constants.size());
    part.root_constants.push_back(k);
  }
  part.roots = std::make_unique<uint64_t[]>(part.root_constants.size() + 1);
  for (size_t w = 0; w < part.root_constants.size(); w++) {
    part.roots[w] = trace_.constants[part.root_constants[w]].bits;
  }
  root_locals_.assign(part.root_constants.size(), kNone);
  if (!cached) return;
  for (uint32_t k = 0; k < used.size(); k++) {
    if (used[k] && root_of_[k] != kNone) root_locals_[root_of_[k]] = 0;
  }
}

/// A local for each value and each cached root, in a run for each type.
void WasmLowering::assign_locals() {
  constexpr WasmType kTypes[] = {WasmType::I32, WasmType::I64, WasmType::F64};
  locals_.assign(trace_.ops.size(), kNone);
  const WasmPart& part = unit_.parts[part_];
  for (WasmType type : kTypes) {
    uint32_t first = tree_.local_count;
    for (uint32_t i = 0; i < trace_.ops.size(); i++) {
      const Ins& in = ins(i);
      if (in.type == Type::Void || (in.flags & ir::kSunk) || wasm_type(in.type) != type) continue;
      if (in.op == Op::Inherit && parent_ != nullptr) continue;
      locals_[i] = tree_.local_count++;
    }
    for (size_t w = 0; w < root_locals_.size(); w++) {
      if (root_locals_[w] == kNone) continue;
      if (wasm_type(trace_.constants[part.root_constants[w]].type) != type) continue;
      root_locals_[w] = tree_.local_count++;
    }
    tree_.locals.push_back({tree_.local_count - first, type});
  }
  if (parent_ == nullptr) return;
  for (uint32_t i = 0; i < trace_.ops.size(); i++) {
    const Ins& in = ins(i);
    if (in.op != Op::Inherit) continue;
    if (in.imm >= inherited_.size()) return fail("inherit: the parent keeps fewer values");
    Ref value = inherited_[in.imm];
    if (wasm_type(parent_->trace_.type_of(value)) != wasm_type(in.type)) {
      return fail("inherit: the parent's value is of another type");
    }
    locals_[i] = parent_->local(value.index);
  }
}

void WasmLowering::load_roots() {
  for (uint32_t w = 0; w < root_locals_.size(); w++) {
    if (root_locals_[w] == kNone) continue;
    uint32_t constant = unit_.parts[part_].root_constants[w];
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
  auto address =
      static_cast<uint32_t>(reinterpret_cast<uintptr_t>(unit_.parts[part_].roots.get() + w));
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

void WasmLowering::emit_op(uint32_t i) {
  const Ins& in = ins(i);
  if (tree_.failed || (in.flags & ir::kSunk)) return;
  if (ir::info(in.op).flags & ir::Terminal) return emit_terminal(i);
  if (in.op == Op::Loop || in.op == Op::Phi) return;  // at the entries and the back edge
  if (emit_number(i) || emit_float(i) || emit_boxing(i) || emit_guard(i) || emit_memory(i) ||
      emit_call(i)) {
    return;
  }
  fail(std::string(ir::info(in.op).text) + ": not compiled to WebAssembly yet");
}

}  // namespace hothouse::web
