// Allocation sinking: an object that nothing but its own stores and exits names is not made.
//
//   %5 = new a0                             %5 = new a0 !sunk
//   store_inline %5, %3, [0]                store_inline %5, %2, [0] !sunk
//   %6 = box_ref %5                  ->     %6 = box_ref %5 !sunk
//   guard_float %7 !s1                      guard_float %7 !s1
//   s1: {2: %6}                             s1: {2: %5}
//
// Sunk ops stay in the trace as a description and make no code; the exit at s1 builds the object
// from the values that its stores held (trace.h: snapshot_uses). An object may hold others that
// are sunk as well. Boxes that only exits and sunk stores name (%3 = box_float %2) are left out:
// both take unboxed values.
//
// Precondition: loads from the object are gone (loadstore). An object escapes through any use
// that is not its own store at a constant index, a snapshot, or a store into another sunk object:
// a call, a phi, a guard that is left, a store into an object that exists.
//
// Why not when a call may run Python in between: what the stores held would be stale references
// by the time an exit behind the call builds the object.
#include "core/ir/helpers.h"
#include "core/opt/editor.h"
#include "core/opt/memory.h"
#include "core/opt/planted.h"

namespace hothouse::opt {

using namespace ir;

namespace {

class Sinker {
 public:
  Sinker(Trace& trace, PassContext& context)
      : trace_(trace),
        context_(context),
        count_(static_cast<uint32_t>(trace.ops.size())),
        dead_(trace.ops.size(), false) {}

  void run() {
    find_candidates();
    if (any_) {
      find_escapes();
      spread_escapes();
      sink();
    }
    unbox_exits();
    compact(trace_, dead_);
  }

 private:
  static constexpr uint32_t kNone = 0xffffffffu;

  struct Object {
    bool candidate = false;
    uint32_t epoch = 0;           // calls that may run Python before it
    uint32_t part = 0;            // 0 pre-roll, 1 body
    uint32_t needed_until = 0;    // last guard that leaves through a snapshot seen so far
    std::vector<uint32_t> holds;  // objects stored into it
    const char* why = nullptr;    // it escapes
    uint32_t by = 0;
  };

  void find_candidates() {
    objects_.resize(count_);
    for (uint32_t i = 0; i < count_; ++i) {
      const Ins& ins = trace_.ops[i];
      if (ins.op != Op::New || (ins.flags & kSunk)) continue;
      objects_[i].candidate = true;
      any_ = true;
    }
  }

  /// The candidate that a value is, directly or boxed.
  uint32_t object_of(Ref ref) const {
    while (ref.is_op()) {
      const Ins& ins = trace_.at(ref);
      if (ins.op == Op::New) return objects_[ref.index].candidate ? ref.index : kNone;
      if (ins.op != Op::BoxRef) return kNone;
      ref = ins.a;
    }
    return kNone;
  }

  void escape(Ref ref, uint32_t by, const char* why) {
    uint32_t o = object_of(ref);
    if (o != kNone) escape_object(o, by, why);
  }

  void escape_object(uint32_t o, uint32_t by, const char* why) {
    if (objects_[o].why) return;
    objects_[o].why = why;
    objects_[o].by = by;
  }

  static bool is_own_store(const Ins& ins) {
    return has_flag(ins, Store) && ins.op != Op::SlotStore && ins.op != Op::StoreRaw &&
           ins.op != Op::StoreElem && ins.op != Op::StoreVec;
  }

  /// Notes an object for the collector: the exits that build it do that (deopt).
  static bool is_note(const Ins& ins) {
    return ins.op == Op::Call && (helper_info(ins.imm).flags & kHelperNotes);
  }

  /// A snapshot of several guards: what is stored between them would be missing at the first one.
  void find_last_owners() {
    last_owner_.assign(trace_.snapshots.size(), 0);
    for (uint32_t i = 0; i < count_; ++i)
      if (trace_.ops[i].snapshot != kNone) last_owner_[trace_.ops[i].snapshot] = i;
  }

  void find_escapes() {
    find_last_owners();
    uint32_t epoch = 0, part = 0;
    std::vector<bool> seen(trace_.snapshots.size(), false);
    for (uint32_t i = 0; i < count_; ++i) {
      const Ins& ins = trace_.ops[i];
      if (ins.op == Op::New) {
        objects_[i].epoch = epoch;
        objects_[i].part = part;
      } else if (ins.op == Op::Loop) {
        part = 1;
      } else if (is_own_store(ins) && object_of(ins.a) != kNone && ins.a.is_op() &&
                 trace_.at(ins.a).op == Op::New) {
        own_store(i, ins, epoch, part);
      } else if (ins.op == Op::BoxRef || ins.op == Op::Barrier || is_note(ins)) {
        // Goes with the object.
      } else {
        for_each_operand(static_cast<const Trace&>(trace_), ins,
                         [&](Ref ref) { escape(ref, i, "an op uses it"); });
      }
      if (has_flag(ins, Call) && effects_of(trace_, ins).python) ++epoch;
      if (ins.snapshot == kNone || seen[ins.snapshot]) continue;
      seen[ins.snapshot] = true;
      Snapshot& s = trace_.snapshots[ins.snapshot];
      for_each_snapshot_ref(s, [&](Ref& ref) {
        uint32_t o = object_of(ref);
        if (o == kNone) return;
        if (objects_[o].epoch != epoch)
          escape_object(o, i, "an exit behind a call of Python needs it");
        if (objects_[o].needed_until < last_owner_[ins.snapshot])
          objects_[o].needed_until = last_owner_[ins.snapshot];
      });
      for (const PendingStore& p : s.pending) escape(p.a, i, "a pending store goes into it");
    }
  }

  void own_store(uint32_t i, const Ins& ins, uint32_t epoch, uint32_t part) {
    uint32_t o = ins.a.index;
    bool indexed = fixed_operand_count(ins.op) == 3;
    if (indexed && !ins.b.is_constant())
      return escape_object(o, i, "it is stored into at a variable index");
    if (objects_[o].epoch != epoch || objects_[o].part != part)
      return escape_object(o, i, "it is stored into later");
    if (i < objects_[o].needed_until)
      return escape_object(o, i, "it is stored into between exits that share a snapshot");
    if (ins.op == Op::SetMap) return;
    uint32_t value = object_of(stored_value(ins));
    if (value == o) return escape_object(o, i, "it holds itself");
    if (value == kNone) return;
    if (objects_[value].epoch != epoch) return escape_object(value, i, "it is stored later");
    objects_[o].holds.push_back(value);
  }

  /// What an object that is made holds must be made too.
  void spread_escapes() {
    std::vector<uint32_t> work;
    for (uint32_t i = 0; i < count_; ++i)
      if (objects_[i].why) work.push_back(i);
    while (!work.empty()) {
      uint32_t o = work.back();
      work.pop_back();
      objects_[o].candidate = objects_[o].candidate && !objects_[o].why;
      for (uint32_t held : objects_[o].holds) {
        if (objects_[held].why) continue;
        escape_object(held, o, "it is stored into an object that is made");
        work.push_back(held);
      }
    }
    if (!context_.listening()) return;
    for (uint32_t i = 0; i < count_; ++i)
      if (objects_[i].why)
        context_.note("not sunk: `" + context_.text(trace_, i) + "`, " + objects_[i].why + ": `" +
                      context_.text(trace_, objects_[i].by) + "`");
  }

  bool is_sunk(Ref ref) const {
    uint32_t o = object_of(ref);
    return o != kNone && !objects_[o].why;
  }

  void sink() {
    for (uint32_t i = 0; i < count_; ++i) {
      Ins& ins = trace_.ops[i];
      if (ins.op == Op::New && objects_[i].candidate) {
        context_.edit(Action::Sunk, i, context_.text(trace_, i), {},
                      context_.listening() ? "only exits need it" : "");
        ins.flags |= kSunk;
      } else if (is_note(ins) ? is_sunk(trace_.args[ins.a.index])
                              : ins.op == Op::Barrier && is_sunk(ins.a)) {
        dead_[i] = true;
      } else if (is_own_store(ins) && is_sunk(ins.a)) {
        ins.flags |= kSunk;
        if (HOTHOUSE_PLANTED(sunk_update_lost) && is_update(i)) dead_[i] = true;
        // The object itself rather than a box of it.
        if (ins.op != Op::SetMap && is_sunk(stored_value(ins))) {
          Ref& value = fixed_operand_count(ins.op) == 3 ? ins.c : ins.b;
          value = Ref{object_of(value)};
        }
      }
    }
    // Boxes of sunk objects have no users left but exits, which name the object from now on.
    for (Snapshot& s : trace_.snapshots)
      for_each_snapshot_ref(s, [this](Ref& ref) {
        if (is_sunk(ref)) ref = Ref{object_of(ref)};
      });
    for (uint32_t i = 0; i < count_; ++i)
      if (trace_.ops[i].op == Op::BoxRef && is_sunk(trace_.ops[i].a)) dead_[i] = true;
  }

  /// Whether the sunk store i overwrites what an earlier one left.
  bool is_update(uint32_t i) const {
    const Ins& ins = trace_.ops[i];
    for (uint32_t k = ins.a.index + 1; k < i; ++k) {
      const Ins& other = trace_.ops[k];
      bool same_place = other.op == ins.op && other.a == ins.a && other.imm == ins.imm;
      if (same_place && (fixed_operand_count(ins.op) < 3 || other.b == ins.b)) return true;
    }
    return false;
  }

  Ref unboxed(Ref ref) const {
    if (!ref.is_op()) return ref;
    const Ins& ins = trace_.at(ref);
    bool is_box = ins.op == Op::BoxInt || ins.op == Op::BoxFloat || ins.op == Op::BoxBool ||
                  ins.op == Op::BoxRef;
    return is_box && !(ins.flags & kSunk) ? ins.a : ref;
  }

  /// Exits box what they need: they name what is in the box.
  void unbox_exits() {
    for (Snapshot& s : trace_.snapshots) {
      for (SnapshotEntry& e : s.entries) e.value = unboxed(e.value);
      for (PendingStore& p : s.pending) {
        if (!stores_boxed(p.op, p.imm)) continue;
        Ref& value = fixed_operand_count(p.op) == 3 ? p.c : p.b;
        value = unboxed(value);
      }
    }
    for (uint32_t i = 0; i < count_; ++i) {
      Ins& ins = trace_.ops[i];
      if (!(ins.flags & kSunk) || !has_flag(ins, Store) || !stores_boxed(ins.op, ins.imm)) continue;
      Ref& value = fixed_operand_count(ins.op) == 3 ? ins.c : ins.b;
      value = unboxed(value);
    }
  }

  Trace& trace_;
  PassContext& context_;
  uint32_t count_;
  std::vector<bool> dead_;
  std::vector<Object> objects_;
  std::vector<uint32_t> last_owner_;  // by snapshot
  bool any_ = false;
};

}  // namespace

void run_sink(Trace& trace, PassContext& context) { Sinker(trace, context).run(); }

}  // namespace hothouse::opt
