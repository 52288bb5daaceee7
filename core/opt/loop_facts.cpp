#include "core/opt/loop_facts.h"

#include "core/ir/boxing.h"
#include "core/ir/helpers.h"
#include "core/opt/planted.h"

namespace hothouse::opt {

using namespace ir;

LoopFacts::LoopFacts(const Trace& trace)
    : trace_(trace), aliases_(trace), end_(static_cast<uint32_t>(trace.ops.size() - 1)) {
  learn();
  same_.assign(end_, false);
  for (uint32_t i = 0; i < end_; ++i) {
    const Ins& ins = trace_.ops[i];
    same_[i] = ins.op == Op::SlotLoad ? is_unchanged(i) : is_invariant(i, ins);
  }
}

/// Guards and unbox ops of each value, stores and calls of the iteration, its slots.
void LoopFacts::learn() {
  guarded_.assign(end_, Type::Void);
  unbox_of_.assign(end_, kNoRef);
  map_guard_.assign(end_, kNone);
  for (uint32_t i = 0; i < end_; ++i) {
    const Ins& ins = trace_.ops[i];
    if (is_type_guard(ins.op) && ins.a.is_op()) guarded_[ins.a.index] = type_of_guard(ins.op);
    if (is_unbox(ins.op) && ins.a.is_op() && unbox_of_[ins.a.index].is_none())
      unbox_of_[ins.a.index] = Ref{i};
    if (ins.op == Op::GuardMap && ins.a.is_op() && map_guard_[ins.a.index] == kNone)
      map_guard_[ins.a.index] = i;
    if (has_flag(ins, Store)) stores_.push_back(i);
    if (ins.op == Op::SetMap) sets_maps_ = true;
    if (has_flag(ins, Call)) {
      Effects e = effects_of(trace_, ins);
      if (e.writes) calls_.push_back(e);
    }
    if (ins.op == Op::SlotLoad) slot_at(ins.imm);
  }
  for (const SnapshotEntry& e : trace_.snapshots[trace_.ops[end_].snapshot].entries)
    slots_[slot_at(static_cast<uint32_t>(e.slot))].end = e.value;
}

size_t LoopFacts::slot_index(uint32_t number) const {
  size_t k = 0;
  while (k < slots_.size() && slots_[k].number != number) ++k;
  return k;
}

size_t LoopFacts::slot_at(uint32_t number) {
  size_t k = slot_index(number);
  if (k == slots_.size()) slots_.push_back({number, kNoRef});
  return k;
}

/// Whether the slot ends the iteration with the value that op `load` found in it.
bool LoopFacts::is_unchanged(uint32_t load) const {
  Ref end = slots_[slot_index(trace_.ops[load].imm)].end;
  if (end.is_none() || end == Ref{load}) return true;
  if (!end.is_op()) return false;
  if (is_box(trace_.at(end).op)) end = trace_.at(end).a;
  if (!end.is_op()) return false;
  return is_unbox(trace_.at(end).op) && trace_.at(end).a == Ref{load};
}

bool LoopFacts::is_invariant(uint32_t i, const Ins& ins) const {
  uint16_t flags = info(ins.op).flags;
  bool repeatable = (flags & (Pure | Load)) || ins.op == Op::Barrier;
  if (ins.op == Op::Call) {
    repeatable = helper_info(ins.imm).flags & kHelperPure;
  } else if (flags & Guard) {
    repeatable = ins.op != Op::Safepoint && ins.op != Op::CallUnit && ins.op != Op::GuardUnit &&
                 !(ins.op == Op::GuardValid && maps_change(kMapInstance));
  } else if (flags & (Store | Call | Terminal | Alloc)) {
    repeatable = false;
  }
  if (!repeatable) return false;
  bool all_same = true;
  for_each_operand(trace_, ins, [&](Ref ref) { all_same &= is_same(ref); });
  if (!all_same) return false;
  if (ins.op == Op::GuardMap || ins.op == Op::GuardNotMap || ins.op == Op::LoadMap)
    return !maps_change(ins.op == Op::LoadMap ? MapId{kMapList} : ins.imm) &&
           !(sets_maps_ && is_written(i, place_of(ins)));
  if (flags & Load) return !is_written(i, place_of(ins)) || HOTHOUSE_PLANTED(stale_invariant);
  return true;
}

/// Whether a call of the iteration may give an object of this map another one, or the reverse.
bool LoopFacts::maps_change(MapId map) const {
  for (const Effects& e : calls_)
    if (e.changes_map(map)) return true;
  return false;
}

/// Whether something in the iteration may write the place that op i, whose operands are the
/// same in each iteration, reads.
bool LoopFacts::is_written(uint32_t i, const Place& place) const {
  if (place.constant) return false;
  if (place.space != Space::Slot) {
    for (const Effects& e : calls_)
      if (e.touches(place)) return true;
  }
  for (uint32_t s : stores_) {
    const Ins& store = trace_.ops[s];
    Place other = place_of(store);
    if (!is_same(other.index)) other.index = kNoRef;
    if (!is_same(other.base) && differs_always(i, place.base, s, other.base)) continue;
    // A base that changes may be any object; the question below compares the ops as they are,
    // which is sound: it tells objects apart by where they were made only.
    if (!is_same(other.base) && other.space == place.space) {
      if (place.space != Space::Field || place.part == other.part) {
        bool numbered = place.space == Space::Inline || place.space == Space::Gen;
        if (!numbered || place.imm == other.imm) return true;
      }
      continue;
    }
    if (aliases_.alias(place, other) != Alias::No) return true;
  }
  return false;
}

/// A base that is new in each iteration, or of another map, is never this one.
bool LoopFacts::differs_always(uint32_t i, Ref same_base, uint32_t store, Ref base) const {
  if (base.is_op() && trace_.at(base).op == Op::New) return true;
  if (sets_maps_ || maps_change(kMapInstance) || !same_base.is_op() || !base.is_op()) return false;
  uint32_t a = map_guard_[same_base.index], b = map_guard_[base.index];
  if (a == kNone || b == kNone || a >= i || b >= store) return false;
  MapId x = trace_.ops[a].imm, y = trace_.ops[b].imm;
  return x != y && !(maps_change(x) && maps_change(y));
}

}  // namespace hothouse::opt
