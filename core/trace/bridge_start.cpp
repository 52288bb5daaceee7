// Recorder: how a bridge begins - with what the parent's exit knows, unboxed as it stands there.
#include "core/ir/boxing.h"
#include "core/trace/deopt.h"
#include "core/trace/recorder.h"

namespace hothouse {

namespace {

/// Whether the op stores operand b, or c, as a Value.
bool stores_value_b(ir::Op op, uint32_t imm) {
  return op == ir::Op::StoreInline || op == ir::Op::StoreGen ||
         (op == ir::Op::StoreField && ir::field_info(imm).type == ir::Type::Value);
}
bool stores_value_c(ir::Op op) { return op == ir::Op::StoreCells || op == ir::Op::StoreTuple; }

/// Copies values of the parent into the bridge: inherited ones, constants, and sunk objects with
/// the stores that fill them.
class Importer {
 public:
  Importer(Heap& heap, const ir::Trace& parent, ir::Trace& trace, uint32_t exit_op,
           std::unordered_map<uint32_t, ir::Ref>& map)
      : heap_(heap), parent_(parent), trace_(trace), exit_op_(exit_op), map_(map) {}

  ir::Ref import(ir::Ref ref) {
    if (ref.is_none()) return ref;
    if (ref.is_constant()) {
      const ir::Constant& c = parent_.constant(ref);
      return trace_.constant(c.type, c.bits);
    }
    auto found = map_.find(ref.index);
    if (found != map_.end()) return found->second;
    const ir::Ins& ins = parent_.at(ref);
    if (ins.op == ir::Op::BoxRef && (ins.flags & ir::kSunk)) return import(ins.a);
    // A sunk object: nothing else is missing from an exit's values.
    ir::Ins copy = ins;
    copy.flags = 0;
    copy.origin = 0;
    trace_.allocs.push_back(parent_.allocs[ins.imm]);
    copy.imm = static_cast<uint32_t>(trace_.allocs.size() - 1);
    ir::Ref made = trace_.append(copy);
    map_[ref.index] = made;
    created.push_back(made);
    for (uint32_t k = ref.index + 1; k < exit_op_; k++) {
      const ir::Ins& store = parent_.ops[k];
      if (!(store.flags & ir::kSunk) || store.a != ref || store.op == ir::Op::BoxRef) continue;
      add_store(store.op, store.imm, made,
                stores_value_b(store.op, store.imm) ? boxed(store.b) : import(store.b),
                stores_value_c(store.op) ? boxed(store.c) : import(store.c));
    }
    return made;
  }

  /// As a Value, which is what slots of objects hold.
  ir::Ref boxed(ir::Ref ref) {
    ir::Ref r = import(ref);
    if (r.is_none()) return r;
    ir::Type type = trace_.type_of(r);
    if (type == ir::Type::Value) return r;
    if (r.is_constant()) return trace_.value_constant(box_constant(heap_, trace_.constant(r)));
    ir::Ins ins{};
    ins.op = ir::box_op(type);
    ins.type = ir::Type::Value;
    ins.a = r;
    return trace_.append(ins);
  }

  void add_store(ir::Op op, uint32_t imm, ir::Ref a, ir::Ref b, ir::Ref c) {
    ir::Ins ins{};
    ins.op = op;
    ins.type = ir::Type::Void;
    ins.imm = imm;
    ins.a = a;
    ins.b = b;
    ins.c = c;
    trace_.append(ins);
  }

  std::vector<ir::Ref> created;

 private:
  Heap& heap_;
  const ir::Trace& parent_;
  ir::Trace& trace_;
  uint32_t exit_op_;
  std::unordered_map<uint32_t, ir::Ref>& map_;
};

}  // namespace

void Recorder::begin() {
  insn_pc_ = pc_;
  emit_guard(ir::Op::Safepoint, ir::kNoRef);
}

void Recorder::begin_bridge(const ir::Trace& parent, uint32_t exit_op,
                            std::unordered_map<uint32_t, ir::Ref> inherited,
                            const ir::Snapshot& s) {
  Importer importer(vm_.heap(), parent, trace_, exit_op, inherited);
  for (const ir::SnapshotEntry& e : s.entries) {
    seed_slot(e.slot, importer.import(e.value));
  }
  for (const ir::PendingStore& p : s.pending) {
    ir::Ref target = importer.import(p.a);
    if (target.is_op() && trace_.type_of(target) == ir::Type::Value) {
      target = emit(ir::Op::UnboxRef, ir::Type::Ref, target);
    }
    bool boxed_b = stores_value_b(p.op, p.imm);
    bool boxed_c = stores_value_c(p.op);
    ir::Ref b = boxed_b ? importer.boxed(p.b) : importer.import(p.b);
    ir::Ref c = boxed_c ? importer.boxed(p.c) : importer.import(p.c);
    if (boxed_b || boxed_c) emit(ir::Op::Barrier, ir::Type::Void, target);
    emit_store(p.op, target, b, c, p.imm);
  }
  for (ir::Ref ref : importer.created) {
    if (fresh_.size() <= ref.index) fresh_.resize(ref.index + 1, false);
    fresh_[ref.index] = true;
  }
  effect_ = false;
  insn_pc_ = pc_;
  emit_guard(ir::Op::Safepoint, ir::kNoRef);
}

}  // namespace hothouse
