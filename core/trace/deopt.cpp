#include "core/trace/deopt.h"

#include <unordered_map>

namespace hothouse {

namespace {

class Restorer {
 public:
  Restorer(Vm& vm, const ir::Trace& trace, const ir::ExitIndex& index, uint32_t snapshot,
           backend::ExitReader& reader)
      : vm_(vm), trace_(trace), index_(index), snapshot_(snapshot), reader_(reader) {}

  Value value(ir::Ref ref) {
    if (ref.is_constant()) return box_constant(vm_.heap(), trace_.constant(ref));
    const ir::Ins& ins = trace_.at(ref);
    if (ins.op == ir::Op::New && (ins.flags & ir::kSunk)) {
      return Value::from_object(materialize(ref));
    }
    // The box of a sunk object is no value of its own.
    if (ins.op == ir::Op::BoxRef && (ins.flags & ir::kSunk)) return value(ins.a);
    return box_bits(vm_.heap(), ins.type, reader_.read(ref));
  }

  void store(ir::Op op, uint32_t imm, Object* target, ir::Ref b, ir::Ref c) {
    switch (op) {
      case ir::Op::StoreField: {
        const ir::FieldInfo& field = ir::field_info(imm);
        auto* slot = reinterpret_cast<uint64_t*>(reinterpret_cast<char*>(target) + field.offset);
        *slot = field.type == ir::Type::I64 ? bits(b) : value(b).bits();
        break;
      }
      case ir::Op::StoreInline:
        static_cast<Instance*>(target)->slots()[imm] = value(b);
        break;
      case ir::Op::StoreGen:
        static_cast<Generator*>(target)->registers()[imm] = value(b);
        break;
      case ir::Op::StoreTuple:
        static_cast<Tuple*>(target)->data()[bits(b)] = value(c);
        break;
      case ir::Op::StoreCells:
        static_cast<Cells*>(target)->data()[bits(b)] = value(c);
        break;
      case ir::Op::StoreF64:
      case ir::Op::StoreI64:
        static_cast<Raw*>(target)->i64()[bits(b)] = static_cast<int64_t>(bits(c));
        break;
      case ir::Op::StoreByte:
        static_cast<Raw*>(target)->data()[bits(b)] = static_cast<uint8_t>(bits(c));
        break;
      case ir::Op::StoreAux:
        target->aux = static_cast<uint16_t>(bits(b));
        break;
      case ir::Op::SetMap:
        target->map = imm;
        break;
      default:
        break;
    }
  }

 private:
  uint64_t bits(ir::Ref ref) {
    return ref.is_constant() ? trace_.constant(ref).bits : reader_.read(ref);
  }

  Object* materialize(ir::Ref ref) {
    auto found = objects_.find(ref.index);
    if (found != objects_.end()) return found->second;
    const ir::AllocDesc& desc = trace_.allocs[trace_.at(ref).imm];
    Object* o = vm_.heap().allocate(desc.map, desc.kind, desc.bytes, desc.aux);
    objects_[ref.index] = o;
    // Only sunk stores before the op that exits have happened.
    const uint32_t limit = index_.owner(snapshot_);
    for (const ir::ExitIndex::SunkStore& sunk : index_.sunk_stores(ref)) {
      if (sunk.op >= limit) break;
      const ir::Ins& ins = trace_.ops[sunk.op];
      store(ins.op, ins.imm, o, ins.b, ins.c);
    }
    if (desc.kind == Kind::Generator) note_generator(o);
    return o;
  }

  /// As the interpreter's new generators are: nothing was noted of one that was not made.
  void note_generator(Object* o) {
    const Value function = static_cast<Generator*>(o)->function;
    if (function.as<Function>()->body.get()->flags & kCodeClosing) {
      vm_.types().hooks.made_finalizable(vm_, Value::from_object(o));
    }
  }

  Vm& vm_;
  const ir::Trace& trace_;
  const ir::ExitIndex& index_;
  uint32_t snapshot_;
  backend::ExitReader& reader_;
  std::unordered_map<uint32_t, Object*> objects_;
};

}  // namespace

Value box_bits(Heap& heap, ir::Type type, uint64_t bits) {
  switch (type) {
    case ir::Type::I64:
      return heap.make_int(static_cast<int64_t>(bits));
    case ir::Type::F64:
      return Value::from_foreign_double(__builtin_bit_cast(double, bits));
    case ir::Type::Bool:
      return Value::boolean(bits & 1);
    default:
      return Value::from_bits(bits);
  }
}

void restore_frames(Vm& vm, const ir::Trace& trace, const ir::ExitIndex& index, uint32_t snapshot,
                    Value* base, backend::ExitReader& reader) {
  const ir::Snapshot& s = trace.snapshots[snapshot];
  Restorer restorer(vm, trace, index, snapshot, reader);
  for (const ir::PendingStore& p : s.pending) {
    Object* target = restorer.value(p.a).as_object();
    vm.heap().write_barrier(target);
    restorer.store(p.op, p.imm, target, p.b, p.c);
  }
  for (const ir::SnapshotEntry& e : s.entries) base[e.slot] = restorer.value(e.value);
  vm.set_frame(base + s.base, s.pc);
}

}  // namespace hothouse
