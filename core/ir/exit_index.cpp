// See exit_index.h.
#include "core/ir/exit_index.h"

#include <algorithm>

#include "core/ir/operands.h"

namespace hothouse::ir {

ExitIndex::ExitIndex(const Trace& trace)
    : owners_(trace.snapshots.size(), static_cast<uint32_t>(trace.ops.size())),
      loop_(static_cast<uint32_t>(trace.ops.size())) {
  for (auto i = static_cast<uint32_t>(trace.ops.size()); i-- > 0;) {
    const Ins& ins = trace.ops[i];
    if (ins.op == Op::Loop) loop_ = i;
    if (ins.snapshot < owners_.size()) owners_[ins.snapshot] = i;
    if ((ins.flags & kSunk) && (info(ins.op).flags & Store)) {
      sunk_stores_.push_back({ins.a.index, i});
    }
  }
  std::sort(sunk_stores_.begin(), sunk_stores_.end(), [](const SunkStore& a, const SunkStore& b) {
    return a.object != b.object ? a.object < b.object : a.op < b.op;
  });
}

std::span<const ExitIndex::SunkStore> ExitIndex::sunk_stores(Ref object) const {
  auto begin =
      std::lower_bound(sunk_stores_.begin(), sunk_stores_.end(), object.index,
                       [](const SunkStore& store, uint32_t index) { return store.object < index; });
  auto end = begin;
  while (end != sunk_stores_.end() && end->object == object.index) ++end;
  return {sunk_stores_.data() + (begin - sunk_stores_.begin()), static_cast<size_t>(end - begin)};
}

namespace {

struct UseCollector {
  const Trace& trace;
  const ExitIndex& index;
  uint32_t owner;
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
      for (const ExitIndex::SunkStore& store : index.sunk_stores(ref)) {
        if (store.op >= owner) break;
        const Ins& s = trace.ops[store.op];
        add(s.b);
        if (fixed_operand_count(s.op) == 3) add(s.c);
      }
      return;
    }
    if (!contains(uses, ref)) uses.push_back(ref);
  }
};

}  // namespace

std::vector<Ref> snapshot_uses(const Trace& trace, const ExitIndex& index, uint32_t snapshot) {
  UseCollector collector{trace, index, index.owner(snapshot), {}, {}};
  const Snapshot& s = trace.snapshots[snapshot];
  for (const SnapshotEntry& entry : s.entries) collector.add(entry.value);
  for (const PendingStore& store : s.pending) {
    collector.add(store.a);
    collector.add(store.b);
    if (fixed_operand_count(store.op) == 3) collector.add(store.c);
  }
  return collector.uses;
}

std::vector<Ref> snapshot_uses(const Trace& trace, uint32_t snapshot) {
  return snapshot_uses(trace, ExitIndex(trace), snapshot);
}

}  // namespace hothouse::ir
