// Loads and stores: a load takes its value from an earlier store or load of the same place, and a
// store that writes what is there already, or that is overwritten unseen, goes.
//
//   store_field %2, %5, .RangeIterNext      store_field %2, %5, .RangeIterNext
//   %7 = load_field %3, .ListLength   ->    %7 = load_field %3, .ListLength
//   %8 = load_field %2, .RangeIterNext      (uses of %8 see %5)
//   store_field %3, %7, .ListLength         (gone: it is there already)
//
// Places are told apart by alias class, object and index (memory.h). Calls forget what their
// helper's flags say they may write. At loop everything that the body may change is forgotten
// (peel has taken out of the body what stays the same), and so is what the pre-roll stored: a
// bridge that enters the body has not run the pre-roll.
//
// An overwritten store can only go if no exit stands between the two: a guard that fails in
// between shows memory to the interpreter. That is what pending is for.
//
// A write barrier is remembered until the next safepoint, so a second one on the same object does
// nothing; an object that was allocated in the trace is young and needs none.
#include "core/opt/editor.h"
#include "core/opt/memory.h"
#include "core/opt/planted.h"

namespace hothouse::opt {

using namespace ir;

namespace {

class LoadStore {
 public:
  LoadStore(Trace& trace, PassContext& context)
      : trace_(trace), editor_(trace, context), aliases_(trace), memory_(aliases_) {}

  void run() {
    for (uint32_t i = 0; i < editor_.size(); ++i) {
      Ins& ins = editor_.visit(i);
      if (!(ins.flags & kSunk)) look(i, ins);
      if (!editor_.is_dead(i)) aliases_.see(i, ins);
    }
    editor_.finish();
  }

 private:
  void look(uint32_t i, Ins& ins) {
    uint16_t flags = info(ins.op).flags;
    if (flags & Call) return call(i, ins);
    if (ins.op == Op::Loop) return loop(i);
    if (ins.op == Op::Barrier) return barrier(i, ins);
    if ((flags & Guard) || (flags & Terminal)) {
      if (!HOTHOUSE_PLANTED(dead_store_eager)) unseen_.clear();  // an exit sees memory
      return;
    }
    Place place = place_of(ins);
    if (place.space == Space::None) return;
    if (ins.op == Op::SetMap) return;  // the map is the guards pass's business
    if (flags & Store) {
      store(i, ins, place);
    } else {
      load(i, ins, place);
    }
  }

  /// Narrow raw accesses do not give back what was stored.
  static bool keeps_bits(const Place& place) {
    return place.space != Space::Raw || place.part == static_cast<uint8_t>(RawType::I64) ||
           place.part == static_cast<uint8_t>(RawType::F64);
  }

  void load(uint32_t i, const Ins& ins, const Place& place) {
    if (ins.op == Op::LoadMap) return;
    const MemoryTable::Entry* known = memory_.find(place);
    if (known && trace_.type_of(known->value) == ins.type) {
      editor_.replace(i, known->value, editor_.reason_op("known from ", known->op),
                      Action::Forwarded);
      return;
    }
    read(place);
    if (!known) memory_.load(place, Ref{i}, i);
  }

  /// Stores that a read may see are not unseen any more.
  void read(const Place& place) {
    for (size_t k = unseen_.size(); k-- > 0;) {
      if (aliases_.alias(place_of(trace_.ops[unseen_[k]]), place) != Alias::No)
        unseen_.erase(unseen_.begin() + static_cast<std::ptrdiff_t>(k));
    }
  }

  void store(uint32_t i, const Ins& ins, const Place& place) {
    Ref value = stored_value_of(ins);
    const MemoryTable::Entry* known = memory_.find(place);
    bool exact = keeps_bits(place);
    if (known && exact && known->value == value) {
      editor_.remove(i, editor_.reason_op("the place holds it already since ", known->op));
      return;
    }
    for (size_t k = unseen_.size(); k-- > 0;) {
      uint32_t earlier = unseen_[k];
      if (aliases_.alias(place_of(trace_.ops[earlier]), place) != Alias::Must) continue;
      editor_.remove(earlier, editor_.reason_op("overwritten unseen by ", i));
      unseen_.erase(unseen_.begin() + static_cast<std::ptrdiff_t>(k));
    }
    if (exact) {
      memory_.store(place, value, i);
    } else {
      memory_.forget(place);
    }
    if (unseen_.size() < 32) unseen_.push_back(i);
  }

  static Ref stored_value_of(const Ins& ins) {
    return ins.op == Op::SlotStore ? ins.a : stored_value(ins);
  }

  void call(uint32_t i, const Ins& ins) {
    Effects effects = effects_of(trace_, ins);
    aliases_.see(i, ins);  // it may write into what it is given
    memory_.call(effects);
    if (effects.python || ins.op == Op::JumpBody) unseen_.clear();
    if (effects.reads) {
      for (size_t k = unseen_.size(); k-- > 0;) {
        if (effects.touches(place_of(trace_.ops[unseen_[k]])))
          unseen_.erase(unseen_.begin() + static_cast<std::ptrdiff_t>(k));
      }
    }
    if (effects.python) barriers_.clear();
  }

  void loop(uint32_t i) {
    unseen_.clear();
    memory_.forget_stores();
    bool python = false;
    aliases_.see(i, trace_.ops[i]);
    for (uint32_t k = i + 1; k < trace_.ops.size(); ++k) {
      const Ins& ins = trace_.ops[k];
      if (has_flag(ins, Call)) {
        Effects e = effects_of(trace_, ins);
        memory_.call(e);
        python |= e.python;
      }
    }
    if (python) barriers_.clear();
    for (uint32_t k = i + 1; k < trace_.ops.size(); ++k) {
      const Ins& ins = trace_.ops[k];
      if (has_flag(ins, Store) && fixed_operand_count(ins.op) > 0)
        memory_.forget(widened(place_of(ins)));
    }
  }

  /// A place of the body, whose index may take any value as the loop goes round.
  static Place widened(Place place) {
    if (place.index.is_op()) place.index = kNoRef;
    return place;
  }

  void barrier(uint32_t i, const Ins& ins) {
    if (HOTHOUSE_PLANTED(barrier_dropped)) return editor_.remove(i, "planted");
    if (ins.a.is_op() && trace_.at(ins.a).op == Op::New)
      return editor_.remove(i, editor_.reason_op("young: allocated by ", ins.a.index));
    for (uint32_t earlier : barriers_) {
      if (trace_.ops[earlier].a == ins.a)
        return editor_.remove(i, editor_.reason_op("remembered by ", earlier));
    }
    barriers_.push_back(i);
  }

  Trace& trace_;
  Editor editor_;
  AliasFacts aliases_;
  MemoryTable memory_;
  std::vector<uint32_t> unseen_;    // stores since the last exit or reader
  std::vector<uint32_t> barriers_;  // those that still count
};

}  // namespace

void run_loadstore(Trace& trace, PassContext& context) { LoadStore(trace, context).run(); }

}  // namespace hothouse::opt
