// WasmLowering: ways out of the code - exits of guards, jumps to other units, and the bridges that
// stand within the function in the stubs of their exits.
#include <cstddef>

#include "core/backend/exit_values.h"
#include "core/vm/state.h"
#include "web/wasm_lowering.h"

namespace hothouse::web {

using ir::Ins;
using ir::Op;
using ir::Ref;

namespace {
constexpr uint32_t kNone = 0xffffffffu;
constexpr uint32_t kDepth = offsetof(VmState, depth);
}  // namespace

/// A block for each snapshot that these ops leave by: `leave` branches to its end.
WasmLowering::Region WasmLowering::open_exits(uint32_t first, uint32_t last, bool in_body) {
  Region region;
  region.in_body = in_body;
  std::vector<bool> seen(trace_.snapshots.size());
  for (uint32_t i = first; i < last; i++) {
    const Ins& in = ins(i);
    if (!(ir::info(in.op).flags & ir::Guard) || (in.flags & ir::kSunk)) continue;
    if (in.snapshot == kNone || seen[in.snapshot]) continue;
    seen[in.snapshot] = true;
    region.snapshots.push_back(in.snapshot);
  }
  for (size_t k = region.snapshots.size(); k-- > 0;) {
    code_.open(Wasm::Block);
    block_height_[region.snapshots[k]] = code_.height();
  }
  return region;
}

void WasmLowering::close_exits(const Region& region) {
  for (uint32_t snapshot : region.snapshots) {
    code_.close();
    emit_stub(snapshot, region.in_body);
  }
}

void WasmLowering::leave(uint32_t snapshot) {
  code_.branch(Wasm::BrIf, code_.height() - block_height_[snapshot]);
}

void WasmLowering::emit_stub(uint32_t snapshot, bool in_body) {
  if (tree_.failed) return;
  WasmExit exit;
  exit.snapshot = snapshot;
  exit.values = backend::exit_values(original_, exit_index_, snapshot);
  if (tree_.with_bridges) {
    const ir::Trace* bridge = units_.bridge_of(original_.unit, snapshot);
    if (bridge != nullptr) emit_within(*bridge, exit.values, in_body);
  }
  emit_return(std::move(exit));
}

/// The bridge, if it is valid still; otherwise what stands behind goes on.
void WasmLowering::emit_within(const ir::Trace& bridge, const std::vector<Ref>& values,
                               bool in_body) {
  code_.i32(0);
  code_.memory(Wasm::I32Load, units_.valid_word(bridge.unit), 4);
  code_.open(Wasm::If);
  WasmLowering(bridge, tree_, *this, values, in_body).run();
  code_.close();
}

void WasmLowering::store_to_buffer(const std::vector<Ref>& values) {
  if (values.size() > kBufferWords) return fail("an exit keeps more values than the buffer holds");
  for (uint32_t k = 0; k < values.size(); k++) {
    code_.i32(0);
    push_word(values[k]);
    code_.memory(Wasm::I64Store, places_.buffer + 8 * k, 8);
  }
}

void WasmLowering::emit_return(WasmExit exit) {
  exit.part = part_;
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
  code_.get(kWasmFuel);
  code_.i32(1);
  code_.op(Wasm::I32Sub);
  code_.tee(kWasmFuel);
  code_.branch(Wasm::BrIf, code_.height() - tree_.body_height);
  WasmExit exit;
  exit.kind = WasmExit::Kind::Fuel;
  exit.values = trace_.body_params;
  emit_return(std::move(exit));
}

/// Whether a jump is a branch within the function.
bool WasmLowering::can_branch(const Ins& in, const WasmExit& exit) const {
  const WasmLowering& root = *tree_.root;
  if (in.imm != root.original_.unit) return false;
  if (in.op == Op::JumpEntry) return true;
  const std::vector<Ref>& parameters = root.trace_.body_params;
  if (root.loop_ == kNone || exit.values.size() != parameters.size()) return false;
  for (size_t k = 0; k < parameters.size(); k++) {
    if (!parameters[k].is_op()) continue;
    ir::Type want = root.trace_.type_of(parameters[k]), got = trace_.type_of(exit.values[k]);
    if (wasm_type(want) != wasm_type(got)) return false;
  }
  return true;
}

/// To the root, as long as there is fuel; otherwise what stands behind goes on.
void WasmLowering::emit_branch(const Ins& in, const WasmExit& exit) {
  const WasmLowering& root = *tree_.root;
  code_.get(kWasmFuel);
  code_.i32(1);
  code_.op(Wasm::I32Sub);
  code_.tee(kWasmFuel);
  code_.open(Wasm::If);
  int32_t entry = 0;
  if (in.op == Op::JumpBody) {
    const std::vector<Ref>& parameters = root.trace_.body_params;
    for (size_t k = 0; k < parameters.size(); k++) {
      if (parameters[k].is_op()) push(exit.values[k]);
    }
    for (size_t k = parameters.size(); k-- > 0;) {
      if (parameters[k].is_op()) code_.set(root.local(parameters[k].index));
    }
    entry = 2;
  }
  if (exit.snapshot != kNone) {
    const ir::Snapshot& s = original_.snapshots[exit.snapshot];
    if (s.base != 0) {
      code_.get(kWasmBase);
      code_.i32(static_cast<int32_t>(s.base) * static_cast<int32_t>(sizeof(Value)));
      code_.op(Wasm::I32Add);
      code_.set(kWasmBase);
    }
    if (s.depth != 0) {
      code_.get(kWasmState);
      code_.get(kWasmState);
      code_.memory(Wasm::I64Load, kDepth, 8);
      code_.i64(s.depth);
      code_.op(Wasm::I64Add);
      code_.memory(Wasm::I64Store, kDepth, 8);
    }
  }
  if (in.op == Op::JumpBody && in_body_) {
    branch_to(tree_.body_height);
  } else {
    code_.i32(entry);
    code_.set(kWasmEntry);
    branch_to(tree_.entry_height);
  }
  code_.close();
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
      if (can_branch(in, exit)) emit_branch(in, exit);
      break;
    case Op::JumpEntry:
      exit.kind = WasmExit::Kind::JumpEntry;
      if (can_branch(in, exit)) emit_branch(in, exit);
      break;
    case Op::Return:
      exit.kind = WasmExit::Kind::Return;
      exit.values = {in.a};
      break;
    default:
      exit.values = backend::exit_values(original_, exit_index_, in.snapshot);
      break;
  }
  emit_return(std::move(exit));
}

}  // namespace hothouse::web
