// Constants of a trace, and what its exits need.
#include "core/ir/trace.h"

#include <cstring>

#include "core/ir/operands.h"

namespace hothouse::ir {

Ref Trace::constant(Type type, uint64_t bits) {
  // Traces have few constants: a search beats a table that every copy of a trace would carry.
  for (size_t i = constants.size(); i-- > 0;) {
    if (constants[i].bits == bits && constants[i].type == type)
      return Ref{static_cast<uint32_t>(i) | Ref::kConstant};
  }
  constants.push_back({type, bits});
  return Ref{static_cast<uint32_t>(constants.size() - 1) | Ref::kConstant};
}

Ref Trace::float_constant(double d) {
  uint64_t bits;
  std::memcpy(&bits, &d, 8);
  return constant(Type::F64, bits);
}

bool has_vectors(const Trace& trace) {
  for (const Ins& ins : trace.ops) {
    if (is_vector(ins.type)) return true;
  }
  return false;
}

uint32_t snapshot_owner(const Trace& trace, uint32_t snapshot) {
  for (uint32_t i = 0; i < trace.ops.size(); ++i)
    if (trace.ops[i].snapshot == snapshot) return i;
  return static_cast<uint32_t>(trace.ops.size());
}

std::vector<uint32_t> sunk_stores(const Trace& trace, Ref object, uint32_t owner) {
  std::vector<uint32_t> stores;
  for (uint32_t i = object.index + 1; i < owner && i < trace.ops.size(); ++i) {
    const Ins& ins = trace.ops[i];
    if ((ins.flags & kSunk) && ins.op != Op::New && ins.a == object) stores.push_back(i);
  }
  return stores;
}

namespace {

struct UseCollector {
  const Trace& trace;
  uint32_t snapshot;
  uint32_t owner = 0xffffffffu;
  std::vector<Ref> uses;
  std::vector<Ref> sunk;  // objects met, each once

  static bool contains(const std::vector<Ref>& list, Ref ref) {
    for (Ref r : list)
      if (r == ref) return true;
    return false;
  }

  void add(Ref ref) {
    if (ref.is_none() || !ref.is_op()) return;
    const Ins& ins = trace.at(ref);
    // A sunk box or pointer cast of a sunk object stands for its operand.
    if ((ins.flags & kSunk) && ins.op == Op::BoxRef) return add(ins.a);
    if ((ins.flags & kSunk) && ins.op == Op::New) {
      if (contains(sunk, ref)) return;
      sunk.push_back(ref);
      if (owner == 0xffffffffu) owner = snapshot_owner(trace, snapshot);
      for (uint32_t store : sunk_stores(trace, ref, owner)) {
        const Ins& s = trace.ops[store];
        add(s.b);
        if (fixed_operand_count(s.op) == 3) add(s.c);
      }
      return;
    }
    if (!contains(uses, ref)) uses.push_back(ref);
  }
};

}  // namespace

std::vector<Ref> snapshot_uses(const Trace& trace, uint32_t snapshot) {
  UseCollector collector{trace, snapshot, 0xffffffffu, {}, {}};
  const Snapshot& s = trace.snapshots[snapshot];
  for (const SnapshotEntry& entry : s.entries) collector.add(entry.value);
  for (const PendingStore& store : s.pending) {
    collector.add(store.a);
    collector.add(store.b);
    if (fixed_operand_count(store.op) == 3) collector.add(store.c);
  }
  return collector.uses;
}

}  // namespace hothouse::ir
