#include "native/x64/lowering.h"

#include <algorithm>

#include "core/backend/exit_values.h"
#include "core/ir/operands.h"

namespace hothouse::x64 {

using backend::Code;
using backend::DefKind;
using backend::Node;
using backend::Use;

namespace {

constexpr uint32_t kNone = 0xffffffffu;

/// The order in which registers are given out: those that shifts and divisions want come late.
const uint8_t kGeneralOrder[] = {kRsi, kRdi, kR8,  kR9,  kR10, kR11, kRcx,
                                 kRdx, kRax, kRbx, kRbp, kR12, kR13};
/// With a budget: as on a machine with few registers, where the special ones come first.
const uint8_t kBudgetOrder[] = {kRax, kRcx, kRdx, kRbx, kRsi, kRdi, kRbp,
                                kR8,  kR9,  kR10, kR11, kR12, kR13};

backend::TargetRegisters target_registers(int budget, bool wide) {
  backend::TargetRegisters t;
  t.callee_saved = kCalleeSaved;
  t.slots = wide ? kSpillSlots / 4 : kSpillSlots;
  int general = 13, floats = 16;
  if (budget > 0) {
    general = std::clamp(budget, 3, 13);
    floats = std::min(general + 2, 16);
  }
  uint32_t allowed = 0;
  for (int i = 0; i < general; i++) allowed |= backend::register_bit(kBudgetOrder[i]);
  for (int i = 0; i < floats; i++) {
    allowed |= backend::register_bit(static_cast<uint8_t>(kXmm0 + i));
  }
  t.allocatable = allowed;
  for (uint8_t r : kGeneralOrder) {
    if (allowed & backend::register_bit(r)) t.order.push_back(r);
  }
  for (int i = 0; i < floats; i++) t.order.push_back(static_cast<uint8_t>(kXmm0 + i));
  return t;
}

}  // namespace

// --- NodeBuilder

backend::Node& NodeBuilder::node() { return lowering_.code_.nodes[index_]; }

size_t NodeBuilder::use(Ref ref, UseKind kind, bool late) {
  Use use;
  use.value = lowering_.value_of(ref);
  use.kind = kind;
  use.late = late;
  node().uses.push_back(use);
  return node().uses.size() - 1;
}

size_t NodeBuilder::address(Ref ref) {
  size_t i = use(ref);
  node().uses[i].value = lowering_.value_of(ref, true);
  return i;
}

size_t NodeBuilder::fixed(Ref ref, const Location& where) {
  size_t i = use(ref, UseKind::Fixed);
  node().uses[i].fixed = where;
  return i;
}

void NodeBuilder::result(uint32_t op) { node().def = op; }

void NodeBuilder::result_same(uint32_t op) {
  node().def = op;
  node().def_kind = DefKind::SameAsFirst;
}

void NodeBuilder::result_fixed(uint32_t op, uint8_t reg) {
  node().def = op;
  node().def_kind = DefKind::Fixed;
  node().def_register = reg;
}

void NodeBuilder::commutative() { node().commutative = true; }

void NodeBuilder::temps(int general, int floats) {
  node().general_temps = static_cast<uint8_t>(general);
  node().float_temps = static_cast<uint8_t>(floats);
}

void NodeBuilder::fixed_temps(uint32_t mask) { node().fixed_temps = mask; }

void NodeBuilder::exit(uint32_t snapshot) {
  lowering_.snapshot_of_[index_] = snapshot;
  for (Ref ref : lowering_.values_of_exit(snapshot)) {
    node().kept.push_back(lowering_.value_of(ref));
  }
}

void NodeBuilder::call(uint32_t clobbers, bool collects) {
  node().is_call = true;
  node().collects = collects;
  node().clobbers = clobbers;
}

void NodeBuilder::emit(EmitFunction emit) { lowering_.emits_[index_] = std::move(emit); }

// --- Lowering: values

Lowering::Lowering(const ir::Trace& original, const CompileRequest& request)
    : original_(original),
      exit_index_(original),
      request_(request),
      lowered_(backend::lower_jumps(original)),
      trace_(lowered_.trace),
      op_count_(static_cast<uint32_t>(lowered_.trace.ops.size())) {}

NodeBuilder Lowering::node(uint32_t op) {
  Node n;
  n.op = op;
  code_.nodes.push_back(std::move(n));
  emits_.emplace_back();
  snapshot_of_.push_back(kNone);
  return NodeBuilder(*this, static_cast<uint32_t>(code_.nodes.size() - 1));
}

/// Casts that keep the bits are the same value.
Ref Lowering::resolve(Ref ref) const {
  while (ref.is_op()) {
    const Ins& i = trace_.at(ref);
    if (i.op == ir::Op::Inherit && ref.index < inherit_alias_.size()) {
      return Ref{inherit_alias_[ref.index]};
    }
    bool is_cast = i.op == ir::Op::BoxRef || i.op == ir::Op::UnboxRef || i.op == ir::Op::BoolToInt;
    if (!is_cast || i.a.is_constant()) break;
    ref = i.a;
  }
  return ref;
}

namespace {

bool may_point(ir::Type type) { return type == ir::Type::Value || type == ir::Type::Ref; }

}  // namespace

ValueId Lowering::value_of(Ref ref, bool is_address) {
  ref = resolve(ref);
  if (ref.is_op()) return ref.index;
  auto [found, is_new] = constant_ids_.try_emplace({ref.constant_index(), is_address}, 0);
  if (is_new) {
    const ir::Constant& c = trace_.constant(ref);
    found->second = op_count_ + static_cast<uint32_t>(constants_.size());
    constants_.push_back({ref.constant_index(), is_address, c.type, c.bits});
    Code::Info info;
    info.is_constant = true;
    info.is_float = c.type == ir::Type::F64;
    info.is_pointer = may_point(c.type);
    code_.values.push_back(info);
  }
  return found->second;
}

bool Lowering::constant_is_root(ValueId v) const {
  const ConstantValue& c = constant_of(v);
  return may_point(c.type) && c.bits != 0 && Value::from_bits(c.bits).is_object();
}

Xbyak::Address Lowering::constant_memory(ValueId v, int bits) {
  auto kind = constant_is_root(v) ? PoolWord::Kind::Root : PoolWord::Kind::Bits;
  return emitter_->pool(emitter_->pool_word(kind, constant_bits(v)), bits);
}

bool Lowering::integer_constant(Ref ref, int64_t& value) const {
  if (!ref.is_constant()) return false;
  const ir::Constant& c = trace_.constant(ref);
  if (c.type != ir::Type::I64 && c.type != ir::Type::Bool) return false;
  value = static_cast<int64_t>(c.bits);
  return true;
}

bool Lowering::immediate(Ref ref, int32_t& value) const {
  int64_t wide;
  if (!integer_constant(ref, wide) || wide != static_cast<int32_t>(wide)) return false;
  value = static_cast<int32_t>(wide);
  return true;
}

// --- analysis

const std::vector<Ref>& Lowering::values_of_exit(uint32_t snapshot) {
  auto [found, is_new] = exit_values_.try_emplace(snapshot);
  if (is_new) found->second = backend::exit_values(original_, exit_index_, snapshot);
  return found->second;
}

// --- the walk

/// The parent's exit, whose values the bridge finds where they were left.
const Exit* Lowering::parent_exit() const {
  const CompiledUnit* parent = request_.find_unit(trace_.parent_unit);
  if (!parent) return nullptr;
  for (const Exit& e : parent->exits) {
    if (e.snapshot == trace_.parent_exit) return &e;
  }
  return nullptr;
}

void Lowering::find_inherited() {
  if (trace_.kind != ir::TraceKind::Bridge) return;
  const Exit* exit = parent_exit();
  if (!exit) return fail("the bridge's parent has no such exit");
  std::vector<uint32_t> alias;
  for (uint32_t i = 0; i < op_count_ && ins(i).op == ir::Op::Inherit; i++) {
    if (ins(i).imm >= exit->locations.size()) {
      return fail("the bridge inherits more than the exit keeps");
    }
    inherited_.push_back(exit->locations[ins(i).imm]);
    // A pointer and its boxed form are one value in one place.
    uint32_t same = i;
    for (uint32_t k = 0; k < i && same == i; k++) {
      if (inherited_[k] == inherited_[i]) same = k;
    }
    alias.push_back(same);
  }
  inherit_alias_ = std::move(alias);
}

void Lowering::describe_inputs() {
  for (uint32_t i = 0; i < op_count_; i++) {
    Code::Info info;
    info.is_float = is_float(ins(i).type) || only_stored_[i];
    code_.values.push_back(info);
  }
  // A node for stores of inherited values that get a spill slot.
  node(0).emit([](Emitter&) {});
  for (uint32_t i = 0; i < inherited_.size(); i++) {
    if (inherit_alias_[i] != i) continue;
    code_.values[i].used_outside = true;
    code_.values[i].initial = inherited_[i];
  }
}

void Lowering::lower_loop(uint32_t i) {
  NodeBuilder n = node(i);
  code_.loop_node = static_cast<uint32_t>(code_.nodes.size() - 1);
  n.emit([this](Emitter& e) {
    e.align(32);
    body_offset_ = e.offset();
  });
  // The jump back: the node is made when the walk gets there.
  for (uint32_t k = i + 1; k < op_count_ && ins(k).op == ir::Op::Phi; k++) {
    code_.phis.push_back({value_of(Ref{k}), value_of(ins(k).a), value_of(ins(k).b)});
  }
}

void Lowering::lower_op(uint32_t i) {
  const Ins& in = ins(i);
  switch (in.op) {
    case ir::Op::Inherit:
    case ir::Op::Phi:
      return;
    case ir::Op::Loop:
      return lower_loop(i);
    case ir::Op::JumpLoop: {
      NodeBuilder n = node(i);
      code_.back_node = static_cast<uint32_t>(code_.nodes.size() - 1);
      n.emit([this](Emitter& e) {
        auto distance = static_cast<int64_t>(body_offset_) - static_cast<int64_t>(e.offset());
        if (distance - 2 >= -128) {
          e.c.db(0xeb);
          e.c.db(static_cast<uint8_t>(distance - 2));
        } else {
          e.c.db(0xe9);
          e.c.dd(static_cast<uint32_t>(distance - 5));
        }
      });
      return;
    }
    case ir::Op::Exit: {
      NodeBuilder n = node(i);
      n.exit(in.snapshot);
      n.emit([](Emitter& e) { e.leave(); });
      return;
    }
    case ir::Op::Return: {
      NodeBuilder n = node(i);
      n.fixed(in.a, kRax);
      n.emit([](Emitter& e) {
        e.c.add(e.c.rsp, kFrameBytes);
        e.c.ret();
      });
      return;
    }
    default:
      break;
  }
  if (lower_int(i) || lower_float(i) || lower_guard(i) || lower_boxing(i) || lower_memory(i) ||
      lower_vector(i) || lower_call(i)) {
    return;
  }
  fail(std::string(ir::info(in.op).text) + ": no lowering");
}

CompiledUnit Lowering::run() {
  CompiledUnit unit;
  unit.unit = trace_.unit;
  unit.kind = trace_.kind;
  unit.code_id = trace_.code_id;
  if (!supports(original_, unit.reason)) return unit;
  find_inherited();
  if (!reason_.empty()) {
    unit.reason = reason_;
    return unit;
  }
  analyse();
  describe_inputs();
  for (uint32_t i = 0; i < op_count_ && reason_.empty(); i++) {
    if (ins(i).flags & ir::kSunk || !needed_[i] || fused_[i] || merged_[i]) continue;
    if (resolve(Ref{i}).index != i) continue;
    lower_op(i);
  }
  if (reason_.empty()) {
    backend::Allocation allocation = backend::allocate_registers(
        code_, target_registers(request_.options.registers, ir::has_vectors(trace_)));
    if (allocation.ok) {
      emit_all(unit, allocation);
    } else {
      fail(allocation.reason);
    }
  }
  unit.reason = reason_;
  unit.ok = reason_.empty();
  return unit;
}

// --- bytes

bool Lowering::emit_all(CompiledUnit& unit, backend::Allocation& allocation) {
  size_t exits = 0;
  for (uint32_t s : snapshot_of_) exits += s != kNone;
  std::vector<uint8_t> buffer(4096 + code_.nodes.size() * 192 + exits * 256);
  emitter_ = std::make_unique<Emitter>(buffer.data(), buffer.size());
  Emitter& e = *emitter_;
  e.lowering = this;
  e.wide = ir::has_vectors(trace_);
  unit.owners.push_back({0, kNone});
  if (trace_.kind == ir::TraceKind::Function) e.c.sub(e.c.rsp, kFrameBytes);
  for (uint32_t n = 0; n < code_.nodes.size(); n++) {
    const Node& node = code_.nodes[n];
    const backend::NodeAssignment& at = allocation.nodes[n];
    if (n > 0) unit.owners.push_back({e.offset(), lowered_.owner[node.op]});
    e.current_op = node.op;
    e.at = &at;
    e.site = nullptr;
    if (snapshot_of_[n] != kNone) {
      auto site = std::make_unique<Emitter::Site>();
      site->snapshot = snapshot_of_[n];
      site->op = node.op;
      site->kept = at.kept;
      e.site = site.get();
      e.sites.push_back(std::move(site));
    }
    for (const backend::Move& m : at.before) e.move(m);
    emits_[n](e);
    for (const backend::Move& m : at.after) e.move(m);
  }
  emit_cold_and_stubs(unit);
  e.align(64);
  e.c.L(e.pool_label);
  unit.code.assign(buffer.begin(), buffer.begin() + e.offset());
  if (e.c.hasUndefinedLabel()) fail("a label has no place");
  if (int error = Xbyak::GetError()) {
    fail(std::string("assembler: ") + Xbyak::ConvertErrorToString(error));
    Xbyak::ClearError();
  }
  if (e.failed) fail(e.failed);
  unit.body = body_offset_;
  describe_result(unit, allocation);
  unit.pool = e.pool_words;
  return reason_.empty();
}

void Lowering::emit_cold_and_stubs(CompiledUnit& unit) {
  Emitter& e = *emitter_;
  unit.stubs = e.offset();
  // Cold code may add more of it.
  for (size_t i = 0; i < e.cold_blocks.size(); i++) {
    Emitter::Cold cold = e.cold_blocks[i];
    unit.owners.push_back({e.offset(), lowered_.owner[cold.op]});
    e.at = cold.at;
    e.site = cold.site;
    e.current_op = cold.op;
    cold.emit();
  }
  // The sites of a snapshot, chained in their order.
  const size_t count = e.sites.size();
  std::vector<size_t> next(count, count), last(trace_.snapshots.size(), count);
  std::vector<bool> is_first(count);
  for (size_t i = 0; i < count; i++) {
    size_t& before = last[e.sites[i]->snapshot];
    is_first[i] = before == count;
    if (before != count) next[before] = i;
    before = i;
  }
  Xbyak::Label tail;
  for (size_t i = 0; i < count; i++) {
    if (!is_first[i]) continue;
    Emitter::Site& first = *e.sites[i];
    Exit exit;
    exit.snapshot = first.snapshot;
    exit.locations = first.kept;
    exit.values = values_of_exit(first.snapshot);
    Xbyak::Label canonical;
    unit.owners.push_back({e.offset(), lowered_.owner[first.op]});
    exit.stub = e.offset();
    e.c.L(canonical);
    for (size_t k = i; k < count; k = next[k]) {
      Emitter::Site& site = *e.sites[k];
      if (site.kept != first.kept) continue;
      e.c.L(site.label);
      exit.jumps.insert(exit.jumps.end(), site.jumps.begin(), site.jumps.end());
    }
    e.c.push(static_cast<uint32_t>(unit.exits.size()));
    e.c.jmp(tail, Xbyak::CodeGenerator::T_NEAR);
    while (e.offset() - exit.stub < 5) e.c.nop();
    // The same exit with its values elsewhere.
    for (size_t k = next[i]; k < count; k = next[k]) {
      Emitter::Site& site = *e.sites[k];
      if (site.kept == first.kept) continue;
      unit.owners.push_back({e.offset(), lowered_.owner[site.op]});
      e.c.L(site.label);
      std::vector<backend::Move> moves;
      for (size_t v = 0; v < site.kept.size(); v++) {
        bool is_new = true;
        for (const backend::Move& m : moves) is_new &= m.to != first.kept[v];
        if (is_new) moves.push_back({first.kept[v], site.kept[v], false});
      }
      for (const backend::Move& m : backend::order_moves(moves, 0)) e.move(m);
      e.c.jmp(canonical, Xbyak::CodeGenerator::T_NEAR);
    }
    unit.exits.push_back(std::move(exit));
  }
  unit.owners.push_back({e.offset(), kNone});
  if (e.sites.empty()) return;
  e.c.L(tail);
  if (e.wide) e.c.vzeroupper();
  e.c.push(unit.unit);
  e.c.jmp(e.pool(e.pool_word(PoolWord::Kind::Thunk, static_cast<uint64_t>(Thunk::Exit))));
}

void Lowering::describe_result(CompiledUnit& unit, const backend::Allocation& allocation) {
  for (const backend::LoopValue& v : allocation.loop_values) {
    BodyInput input;
    input.where = v.where;
    if (v.value >= op_count_) {
      const ConstantValue& c = constant_of(v.value);
      input.kind = BodyInput::Kind::Constant;
      input.type = c.type;
      input.bits = c.bits;
      if (constant_is_root(v.value)) {
        input.index = emitter_->pool_word(PoolWord::Kind::Root, c.bits);
      }
    } else {
      for (uint32_t k = 0; k < trace_.body_params.size(); k++) {
        if (resolve(trace_.body_params[k]) != Ref{v.value}) continue;
        input.kind = BodyInput::Kind::Parameter;
        input.index = k;
        break;
      }
    }
    unit.body_inputs.push_back(input);
  }
  // Exits read constants too, and the collector moves what they point to.
  for (uint32_t k = 0; k < original_.constants.size(); k++) {
    const ir::Constant& c = original_.constants[k];
    bool may_point = c.type == ir::Type::Value || c.type == ir::Type::Ref;
    if (!may_point || c.bits == 0 || !Value::from_bits(c.bits).is_object()) continue;
    unit.root_constants.push_back({k, emitter_->pool_word(PoolWord::Kind::Root, c.bits)});
  }
  unit.spilled_values = allocation.spilled_values;
  if (!request_.options.assignments) return;
  for (const backend::Interval& i : allocation.intervals) {
    Ref ref = i.value < op_count_ ? Ref{i.value}
                                  : Ref{Ref::kConstant | constants_[i.value - op_count_].index};
    unit.assignments.push_back({ref, lowered_.owner[code_.nodes[i.from].op],
                                lowered_.owner[code_.nodes[i.to].op], location_name(i.where)});
  }
}

std::string register_name(uint8_t reg) {
  static const char* const kNames[] = {"rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi",
                                       "r8",  "r9",  "r10", "r11", "r12", "r13", "r14", "r15"};
  return reg < 16 ? kNames[reg] : "xmm" + std::to_string(reg - 16);
}

std::string location_name(const Location& where) {
  if (where.is_register()) return register_name(where.reg());
  if (where.is_slot()) {
    return "[rsp+" + std::to_string(kSpillArea + 8 * static_cast<int>(where.index)) + "]";
  }
  return "constant";
}

bool supports(const ir::Trace& trace, std::string& reason) {
  for (const Ins& in : trace.ops) {
    if (in.op == ir::Op::Safepoint && in.imm > kTraceReserve) {
      reason = "one iteration allocates more than the trace reserve";
      return false;
    }
  }
  return true;
}

CompiledUnit compile(const ir::Trace& trace, const CompileRequest& request) {
  return Lowering(trace, request).run();
}

}  // namespace hothouse::x64
