#include "core/backend/lower_jumps.h"

#include <unordered_map>

#include "core/ir/boxing.h"
#include "core/ir/operands.h"

namespace hothouse::backend {

using namespace ir;

namespace {

class Lowering {
 public:
  explicit Lowering(LoweredTrace& out) : out_(out), trace_(out.trace) {}

  void run() {
    if (trace_.ops.empty()) return;
    last_ = trace_.ops.back();
    bool entry = last_.op == ir::Op::JumpEntry;
    if (!entry && last_.op != ir::Op::JumpBody) return;
    bool has_snapshot = last_.snapshot != 0xffffffffu;
    trace_.ops.pop_back();
    owner_ = static_cast<uint32_t>(trace_.ops.size());
    out_.owner.pop_back();
    if (entry && has_snapshot) {
      Ins guard = make(ir::Op::GuardUnit, Type::Void);
      guard.imm = last_.imm;
      guard.snapshot = last_.snapshot;
      append(guard);
    }
    if (has_snapshot) store_state(trace_.snapshots[last_.snapshot]);
    if (!entry) {
      uint32_t first = last_.a.index, count = last_.b.index;
      for (uint32_t i = 0; i < count; i++) {
        trace_.args[first + i] = materialize(trace_.args[first + i]);
      }
    }
    append(last_);
  }

 private:
  Ins make(ir::Op op, Type type) {
    Ins ins;
    ins.op = op;
    ins.type = type;
    ins.origin = last_.origin;
    return ins;
  }

  Ref append(const Ins& ins) {
    out_.owner.push_back(owner_);
    trace_.ops.push_back(ins);
    return Ref{static_cast<uint32_t>(trace_.ops.size() - 1)};
  }

  Ref add_constant(Type type, uint64_t bits) {
    trace_.constants.push_back(Constant{type, bits});
    return Ref{Ref::kConstant | static_cast<uint32_t>(trace_.constants.size() - 1)};
  }

  /// The value itself, or a fresh object in place of a sunk one.
  Ref materialize(Ref v) {
    if (v.is_none() || v.is_constant()) return v;
    if (auto found = objects_.find(v.index); found != objects_.end()) return found->second;
    const Ins ins = trace_.at(v);
    if (!(ins.flags & kSunk)) return v;
    if (ins.op != ir::Op::New) {
      // A pure op of a sunk object (box_ref of it): the same op on the real one.
      Ins clone = ins;
      clone.flags = 0;
      clone.a = materialize(ins.a);
      return objects_[v.index] = append(clone);
    }
    Ins clone = ins;
    clone.flags = 0;
    Ref object = objects_[v.index] = append(clone);
    for (uint32_t i = v.index + 1; i < owner_; i++) {
      Ins store = trace_.ops[i];
      if (!(store.flags & kSunk) || !(info(store.op).flags & Store) || store.a != v) continue;
      store.flags = 0;
      store.a = object;
      store.b = materialize(store.b);
      store.c = materialize(store.c);
      box_value(store);
      append(store);
    }
    return object;
  }

  Ref boxed(Ref v) {
    if (v.is_constant()) {
      const Constant c = trace_.constant(v);
      switch (c.type) {
        case Type::I64: {
          auto i = static_cast<int64_t>(c.bits);
          if (Value::fits_small_int(i))
            return add_constant(Type::Value, Value::small_int(i).bits());
          break;
        }
        case Type::F64:
          return add_constant(Type::Value,
                              Value::from_double(__builtin_bit_cast(double, c.bits)).bits());
        case Type::Bool:
          return add_constant(Type::Value, Value::boolean(c.bits != 0).bits());
        case Type::Ref:
          return add_constant(Type::Value, c.bits);
        default:
          return v;
      }
    }
    const Type type = trace_.type_of(v);
    if (type != Type::I64 && type != Type::F64 && type != Type::Bool && type != Type::Ref) return v;
    Ins box = make(ir::box_op(type), Type::Value);
    box.a = v;
    return append(box);
  }

  /// Pending stores and those of sunk objects may name unboxed values.
  void box_value(Ins& store) {
    if (!stores_boxed(store.op, store.imm)) return;
    Ref& value = fixed_operand_count(store.op) == 3 ? store.c : store.b;
    value = boxed(value);
  }

  void store_state(const Snapshot& snapshot) {
    const std::vector<SnapshotEntry> entries = snapshot.entries;
    const std::vector<PendingStore> pending = snapshot.pending;
    for (const SnapshotEntry& e : entries) {
      Ins store = make(ir::Op::SlotStore, Type::Void);
      store.imm = static_cast<uint32_t>(e.slot);
      store.a = boxed(materialize(e.value));
      append(store);
    }
    for (const PendingStore& p : pending) {
      Ins store = make(p.op, Type::Void);
      store.imm = p.imm;
      store.a = materialize(p.a);
      store.b = materialize(p.b);
      store.c = materialize(p.c);
      box_value(store);
      bool made_here = p.a.is_op() && store.a != p.a;
      if (!made_here && stores_reference(store)) {
        Ins barrier = make(ir::Op::Barrier, Type::Void);
        barrier.a = store.a;
        append(barrier);
      }
      append(store);
    }
  }

  bool stores_reference(const Ins& store) const {
    switch (store.op) {
      case ir::Op::StoreField: {
        Type t = trace_.type_of(store.b);
        return t == Type::Value || t == Type::Ref;
      }
      case ir::Op::StoreInline:
      case ir::Op::StoreCells:
      case ir::Op::StoreTuple:
      case ir::Op::StoreGen:
        return true;
      default:
        return false;
    }
  }

  LoweredTrace& out_;
  Trace& trace_;
  Ins last_;
  uint32_t owner_ = 0;
  std::unordered_map<uint32_t, Ref> objects_;
};

}  // namespace

LoweredTrace lower_jumps(const Trace& trace) {
  LoweredTrace out;
  out.trace = trace;
  for (uint32_t i = 0; i < trace.ops.size(); i++) out.owner.push_back(i);
  Lowering(out).run();
  return out;
}

}  // namespace hothouse::backend
