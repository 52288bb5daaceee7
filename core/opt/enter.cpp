// Entering bodies: a trace that ends at the header of a peeled loop jumps behind the loop's
// pre-roll, with the values that the body carries in registers.
//
//   %4 = add_ov %0, 1 !s1                 %4 = add_ov %0, 1 !s1
//   jump_entry unit 2 !s2            ->   guard_unit unit 2 !s2
//     s2 {4: %4, 7: %2}                   %6 = slot_load #1
//                                         guard_ref %6 !s2           what the pre-roll computed
//   unit 2: slot 4 is carried in          %8 = unbox_ref %6          and the body relies on
//   a phi that starts at 0, list          guard_map %8, map List !s2
//   and length were hoisted               %10 = load_field %8, .ListLength
//                                         %11 = ge %4, 0             what the optimizer assumed
//                                         guard_true %11 !s2         of the phi
//                                         jump_body unit 2(%4, %8, %10) !s3
//
// The snapshot of the safepoint at the start of the body tells what the body takes for granted at
// the header: which slots and fields its phis stand for, and which hold an invariant or a
// constant. Each of those is read from the bridge's own state, or compared with it. Guards of the
// pre-roll on invariants are repeated; all exits are at the header, where the interpreter goes on.
//
// Why not the pre-roll itself, which does all that: it runs an iteration, so each of its exits
// would need a bridge that enters by the pre-roll again, and it takes its values from memory.
//
// What is repeated must mean at the header what it meant in the pre-roll. So an op is repeated
// only if its operands are, if it reads a slot that the loop leaves alone or a place that nothing
// in the loop writes; an indexed load also needs its bounds check among the repeated guards.
//
// The passes that follow drop what the bridge knows already. A guard that always fails would
// leave on every round: enters_in_vain() tells, and the trace is optimized without this pass.
// Write barriers that left the body are repeated too.
#include "core/opt/enter.h"

#include <algorithm>

#include "core/ir/boxing.h"
#include "core/ir/evaluate.h"
#include "core/ir/helpers.h"
#include "core/opt/memory.h"
#include "core/opt/pass.h"
#include "core/opt/planted.h"

namespace hothouse::opt {

using namespace ir;

namespace {

constexpr uint32_t kNone = 0xffffffffu;

bool is_indexed(Op op) {
  switch (op) {
    case Op::LoadCells:
    case Op::LoadTuple:
    case Op::LoadF64:
    case Op::LoadI64:
    case Op::LoadByte:
      return true;
    default:
      return false;
  }
}

/// The op that loads what a pending store has stored; kCount if there is none.
Op load_of_store(Op store) {
  switch (store) {
    case Op::StoreField:
      return Op::LoadField;
    case Op::StoreInline:
      return Op::LoadInline;
    case Op::StoreGen:
      return Op::LoadGen;
    case Op::StoreAux:
      return Op::LoadAux;
    default:
      return Op::kCount;
  }
}

/// What of a loop's pre-roll means the same at each arrival at the header.
class Invariants {
 public:
  Invariants(const Trace& loop, uint32_t start, const Snapshot& header)
      : loop_(loop), header_(header), repeatable_(start, false), map_of_(start, 0) {
    for (uint32_t i = 0; i < start; ++i) {
      const Ins& ins = loop.ops[i];
      // The body checks maps that may change itself, but later: what is loaded here needs the
      // check.
      const bool is_map_guard = ins.op == Op::GuardMap || ins.op == Op::GuardNotMap;
      repeatable_[i] = ((ins.flags & kHoisted) || is_map_guard) && is_repeatable(i, ins);
      if (ins.op == Op::GuardMap && repeatable_[i] && ins.a.is_op() && map_of_[ins.a.index] == 0)
        map_of_[ins.a.index] = ins.imm;
    }
  }

  /// Whether every guard that the body relies on can be repeated.
  bool covers_guards() const {
    for (uint32_t i = 0; i < repeatable_.size(); ++i) {
      const Ins& ins = loop_.ops[i];
      if (!has_flag(ins, Guard) || ins.op == Op::GuardValid) continue;
      if ((ins.flags & kHoisted) && !repeatable_[i]) return false;
    }
    return true;
  }

  bool contains(uint32_t op) const { return op < repeatable_.size() && repeatable_[op]; }
  bool contains(Ref ref) const { return !ref.is_op() || contains(ref.index); }

 private:
  bool is_repeatable(uint32_t i, const Ins& ins) const {
    uint16_t flags = info(ins.op).flags;
    if (ins.op == Op::SlotLoad) return is_left_alone(static_cast<int32_t>(ins.imm), Ref{i});
    if (ins.op == Op::Safepoint || ins.op == Op::GuardValid || ins.op == Op::CallUnit) return false;
    if (ins.op == Op::Call) {
      if (!(helper_info(ins.imm).flags & kHelperPure)) return false;
    } else if (!(flags & (Pure | Load | Guard))) {
      return false;
    }
    bool all = true;
    for_each_operand(loop_, ins, [&](Ref ref) { all &= contains(ref); });
    if (!all) return false;
    if (is_indexed(ins.op) && !is_checked(i, ins)) return false;
    return !(flags & Load) || !is_written(ins);
  }

  /// Whether the slot holds at each header what op `load` found in it first.
  bool is_left_alone(int32_t slot, Ref load) const {
    for (const SnapshotEntry& e : header_.entries) {
      if (e.slot != slot) continue;
      Ref value = e.value;
      while (value.is_op() && value != load) {
        Op op = loop_.at(value).op;
        bool same = op == Op::BoxInt || op == Op::BoxFloat || op == Op::BoxRef ||
                    op == Op::BoxBool || op == Op::UnboxInt || op == Op::UnboxFloat ||
                    op == Op::UnboxRef || op == Op::UnboxBool;
        if (!same) return false;
        value = loop_.at(value).a;
      }
      return value == load;
    }
    return true;
  }

  /// Whether a guard that is repeated checks this op's index: against a length, or the length
  /// against a constant. An object that is always the same one needs no check.
  bool is_checked(uint32_t i, const Ins& load) const {
    if (load.b.is_constant() && is_constant(load.a)) return true;
    for (uint32_t g = 0; g < i; ++g) {
      const Ins& guard = loop_.ops[g];
      if (guard.op != Op::GuardTrue || !repeatable_[g] || !guard.a.is_op()) continue;
      const Ins& condition = loop_.at(guard.a);
      if (condition.op == Op::Ult && condition.a == load.b) return true;
      if (condition.op != Op::Eq || !condition.b.is_constant() || !load.b.is_constant()) continue;
      bool is_length = condition.a.is_op() && loop_.at(condition.a).op == Op::LoadField &&
                       loop_.at(condition.a).a == load.a;
      if (is_length && integer(load.b) >= 0 && integer(load.b) < integer(condition.b)) return true;
    }
    return false;
  }

  int64_t integer(Ref constant) const {
    return static_cast<int64_t>(loop_.constant(constant).bits);
  }

  /// Whether the value comes from a constant object by fields that never change.
  bool is_constant(Ref ref) const {
    while (ref.is_op()) {
      const Ins& ins = loop_.at(ref);
      bool fixed = ins.op == Op::UnboxRef || ins.op == Op::BoxRef ||
                   (ins.op == Op::LoadField && field_info(ins.imm).constant) ||
                   (ins.op == Op::LoadTuple && ins.b.is_constant());
      if (!fixed) return false;
      ref = ins.a;
    }
    return true;
  }

  MapId map_of(Ref ref) const {
    return ref.is_op() && ref.index < map_of_.size() ? map_of_[ref.index] : 0;
  }

  /// Whether anything in the loop, or an exit of it, may write the place that is loaded.
  bool is_written(const Ins& load) const {
    Place place = place_of(load);
    if (place.constant) return false;
    for (const Ins& ins : loop_.ops) {
      if (has_flag(ins, Call)) {
        Effects e = effects_of(loop_, ins);
        if (e.python || (e.writes && e.touches(place))) return true;
        if (place.space == Space::Map && e.writes && e.changes_map(kMapList)) return true;
        continue;
      }
      if (has_flag(ins, Store) && ins.op != Op::SlotStore && overlap(place, place_of(ins)))
        return true;
    }
    for (const Snapshot& s : loop_.snapshots) {
      for (const PendingStore& p : s.pending)
        if (overlap(place, place_of(p.op, 0, p.imm, p.a, p.b))) return true;
    }
    return false;
  }

  bool overlap(const Place& place, const Place& store) const {
    if (is_memory(place.space) && is_memory(store.space))
      return place.space == store.space || place.space == Space::Raw || store.space == Space::Raw;
    if (place.space != store.space) return false;
    if (place.space == Space::Field && place.part != store.part) return false;
    if ((place.space == Space::Inline || place.space == Space::Gen) && place.imm != store.imm)
      return false;
    if (store.base.is_op() && loop_.at(store.base).op == Op::New) return false;
    MapId a = map_of(place.base), b = map_of(store.base);
    return a == 0 || b == 0 || a == b || place.space == Space::Map;
  }

  const Trace& loop_;
  const Snapshot& header_;
  std::vector<bool> repeatable_;
  std::vector<MapId> map_of_;
};

class Enterer {
 public:
  Enterer(const Trace& trace, const Trace& loop, PassContext& context)
      : out_(trace), loop_(loop), context_(context) {}

  /// False with the reason in `reason`.
  bool run() {
    while (start_ < loop_.ops.size() && loop_.ops[start_].op != Op::Loop) ++start_;
    if (start_ == loop_.ops.size()) return fail("has no body: it was not peeled");
    uint32_t first = start_ + 1;
    while (loop_.ops[first].op == Op::Phi) ++first;
    const Ins& safepoint = loop_.ops[first];
    if (safepoint.op != Op::Safepoint) return fail("has no safepoint at its header");
    const Snapshot& header = loop_.snapshots[safepoint.snapshot];
    last_ = out_.ops.back();
    const Snapshot& state = out_.snapshots[last_.snapshot];
    if (!is_at_header(header) || !is_at_header(state)) return fail("starts in another frame");
    if (!state.pending.empty()) return fail("is reached with stores pending");
    for (uint32_t i = 0; i < start_; ++i)
      if (loop_.ops[i].op == Op::SetMap) return fail("adds attributes before its body");
    out_.ops.pop_back();
    image_.assign(loop_.ops.size(), kNoRef);
    Ins valid = make(Op::GuardUnit, Type::Void);
    valid.imm = loop_.unit;
    out_.append(valid);
    Invariants invariants(loop_, start_, header);
    if (!invariants.covers_guards())
      return fail("relies on guards that only its pre-roll can make");
    repeat(invariants);
    return take_state(header) && check_ranges() && shield() && jump(header);
  }

  Trace& result() { return out_; }
  std::string reason;

 private:
  bool fail(const char* why) {
    reason = why;
    return false;
  }

  bool is_at_header(const Snapshot& s) const {
    return s.resume == Resume::Retry && s.base == 0 && s.depth == 0 && s.pc == loop_.pc &&
           s.code_id == loop_.code_id;
  }

  Ins make(Op op, Type type, Ref a = kNoRef, Ref b = kNoRef) const {
    Ins ins{};
    ins.op = op;
    ins.type = type;
    ins.a = a;
    ins.b = b;
    ins.origin = last_.origin;
    if (info(op).flags & Guard) ins.snapshot = last_.snapshot;
    return ins;
  }
  Ref emit(Op op, Type type, Ref a, Ref b = kNoRef) { return out_.append(make(op, type, a, b)); }

  Ref image(Ref ref) {
    if (ref.is_none()) return ref;
    if (!ref.is_constant()) return image_[ref.index];
    const Constant& c = loop_.constant(ref);
    return out_.constant(c.type, c.bits);
  }

  // --- invariants

  void repeat(const Invariants& invariants) {
    for (uint32_t i = 0; i < start_; ++i) {
      if (!invariants.contains(i)) continue;
      const Ins& ins = loop_.ops[i];
      if (ins.op == Op::SlotLoad) {
        image_[i] = as_type(slot_value(static_cast<int32_t>(ins.imm)), Type::Value);
        continue;
      }
      Ins copy = ins;
      copy.flags = 0;
      copy.origin = last_.origin;
      if (copy.snapshot != kNone) copy.snapshot = last_.snapshot;
      if (has_flag(ins, Call)) {
        copy.a.index = static_cast<uint32_t>(out_.args.size());
        for (uint32_t k = 0; k < ins.b.index; ++k)
          out_.args.push_back(image(loop_.args[ins.a.index + k]));
      } else {
        int count = fixed_operand_count(ins.op);
        if (count > 0) copy.a = image(ins.a);
        if (count > 1) copy.b = image(ins.b);
        if (count > 2) copy.c = image(ins.c);
      }
      image_[i] = out_.append(copy);
    }
  }

  /// What the slot holds at the end of this trace, in whatever type.
  Ref slot_value(int32_t slot) {
    for (const SnapshotEntry& e : out_.snapshots[last_.snapshot].entries)
      if (e.slot == slot) return e.value;
    for (auto& [known, ref] : loaded_)
      if (known == slot) return ref;
    Ins load = make(Op::SlotLoad, Type::Value);
    load.imm = static_cast<uint32_t>(slot);
    Ref ref = out_.append(load);
    loaded_.emplace_back(slot, ref);
    return ref;
  }

  /// The value in this type, with a guard if it may have another; none if it has another.
  Ref as_type(Ref ref, Type type) {
    Type have = out_.type_of(ref);
    if (have == type) return ref;
    if (type != Type::Value && have != Type::Value) return kNoRef;
    Op op = type == Type::Value ? box_op(have) : unbox_op(type);
    if (ref.is_constant()) {
      uint64_t bits = 0;
      uint64_t value = out_.constant(ref).bits;
      if (type != Type::Value && !holds(value, type)) return kNoRef;
      return evaluate(op, value, 0, 0, bits) ? out_.constant(type, bits) : kNoRef;
    }
    if (type == Type::Value) return emit(op, type, ref);
    if (out_.at(ref).op == box_op(type)) return out_.at(ref).a;
    emit(type_guard(type), Type::Void, ref);
    return emit(op, type, ref);
  }

  static bool holds(uint64_t bits, Type type) {
    auto v = hothouse::Value::from_bits(bits);
    return type == Type::I64   ? v.is_int()
           : type == Type::F64 ? v.is_double()
           : type == Type::Ref ? v.is_object()
                               : v.is_bool();
  }

  // --- the state at the header

  bool take_state(const Snapshot& header) {
    for (const SnapshotEntry& e : header.entries)
      if (!take(slot_value(e.slot), e.value)) return false;
    for (const PendingStore& p : header.pending) {
      Op op = load_of_store(p.op);
      Ref base = image(p.a);
      if (op == Op::kCount || base.is_none()) return fail("carries elements or new objects");
      Type type = op == Op::LoadField ? field_info(p.imm).type
                  : op == Op::LoadAux ? Type::I64
                                      : Type::Value;
      Ins load = make(op, type, base);
      load.imm = p.imm;
      if (!take(out_.append(load), p.b)) return false;
    }
    for (uint32_t i = start_ + 1; loop_.ops[i].op == Op::Phi; ++i)
      if (image_[i].is_none()) return fail("carries a value that its header's state does not name");
    return true;
  }

  /// `mine` is what this trace has where the body's header has `theirs`.
  bool take(Ref mine, Ref theirs) {
    bool is_phi = theirs.is_op() && loop_.at(theirs).op == Op::Phi;
    if (is_phi && image_[theirs.index].is_none()) {
      Ref value = as_type(mine, loop_.at(theirs).type);
      if (value.is_none()) return fail("carries a value of another type");
      image_[theirs.index] = value;
      return true;
    }
    Ref expected = image(theirs);
    if (expected.is_none()) return fail("relies on a value that only its pre-roll can make");
    return equal(mine, expected) || fail("relies on another value");
  }

  /// Guards that the two are the same; false if they cannot be.
  bool equal(Ref mine, Ref expected) {
    if (mine == expected) return true;
    Type type = out_.type_of(expected);
    if (type == Type::I64) {
      Ref value = as_type(mine, type);
      if (value.is_none()) return false;
      if (value == expected) return true;
      if (value.is_constant() && expected.is_constant()) return false;
      emit(Op::GuardTrue, Type::Void, emit(Op::Eq, Type::Bool, value, expected));
      return true;
    }
    Ref a = as_type(mine, Type::Value), b = as_type(expected, Type::Value);
    if (a.is_none() || b.is_none()) return false;
    if (a == b) return true;
    if (a.is_constant() && b.is_constant()) return false;
    if (b.is_constant()) {
      emit(Op::GuardIs, Type::Void, a, b);
    } else {
      emit(Op::GuardTrue, Type::Void, emit(Op::Same, Type::Bool, a, b));
    }
    return true;
  }

  /// What the loop's optimizer has assumed of its phis.
  bool check_ranges() {
    if (HOTHOUSE_PLANTED(entry_unchecked)) return true;
    for (uint32_t i = start_ + 1; loop_.ops[i].op == Op::Phi; ++i) {
      const IntRange* range = loop_.range_of_phi(loop_.ops[i]);
      if (!range) continue;
      Ref value = image_[i];
      if (value.is_constant()) {
        auto x = static_cast<int64_t>(out_.constant(value).bits);
        if (x < range->lo || x > range->hi) return fail("was optimized for other values");
        continue;
      }
      if (range->lo != INT64_MIN) {
        Ref c = emit(Op::Ge, Type::Bool, value, out_.int_constant(range->lo));
        emit(Op::GuardTrue, Type::Void, c);
      }
      if (range->hi != INT64_MAX) {
        Ref c = emit(Op::Le, Type::Bool, value, out_.int_constant(range->hi));
        emit(Op::GuardTrue, Type::Void, c);
      }
    }
    return true;
  }

  /// Write barriers that the pre-roll has made for stores of the body: a collection may have come
  /// since the pre-roll ran last.
  bool shield() {
    std::vector<Ref> done;
    for (uint32_t i = start_ + 1; i < loop_.ops.size(); ++i) {
      const Ins& ins = loop_.ops[i];
      if (ins.op == Op::Barrier) done.push_back(ins.a);
    }
    for (uint32_t i = start_ + 1; i < loop_.ops.size(); ++i) {
      const Ins& ins = loop_.ops[i];
      if (!has_flag(ins, Store) || fixed_operand_count(ins.op) < 2 || (ins.flags & kSunk)) continue;
      if (ins.a.is_op() && ins.a.index > start_) continue;  // the body shields it, or has made it
      const Type type = loop_.type_of(stored_value(ins));
      if (type != Type::Value && type != Type::Ref) continue;
      if (std::find(done.begin(), done.end(), ins.a) != done.end()) continue;
      done.push_back(ins.a);
      Ref object = image(ins.a);
      if (object.is_none()) return fail("stores into an object that only its pre-roll can make");
      emit(Op::Barrier, Type::Void, object);
    }
    return true;
  }

  bool jump(const Snapshot& header) {
    std::vector<Ref> operands;
    for (Ref param : loop_.body_params) {
      Ref value = image(param);
      if (value.is_none()) return fail("uses a value that only its pre-roll can make");
      operands.push_back(value);
    }
    Ins jump = make(Op::JumpBody, Type::Void);
    jump.imm = loop_.unit;
    jump.a.index = static_cast<uint32_t>(out_.args.size());
    jump.b.index = static_cast<uint32_t>(operands.size());
    out_.args.insert(out_.args.end(), operands.begin(), operands.end());
    // The body's exits store the slots of its header's state.
    Snapshot rest = out_.snapshots[last_.snapshot];
    auto& entries = rest.entries;
    for (size_t k = entries.size(); k-- > 0;) {
      bool named = false;
      for (const SnapshotEntry& e : header.entries) named |= e.slot == entries[k].slot;
      if (named) entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(k));
    }
    if (!entries.empty()) {
      jump.snapshot = static_cast<uint32_t>(out_.snapshots.size());
      out_.snapshots.push_back(std::move(rest));
    }
    uint32_t at = out_.append(jump).index;
    if (context_.listening()) {
      Trace before = out_;
      before.ops.back() = last_;
      context_.edit(Action::Replaced, at, context_.text(before, at), context_.text(out_, at),
                    "its state fits the body's header: the pre-roll need not run again");
    } else {
      context_.edit(Action::Replaced, at, {}, {}, {});
    }
    return true;
  }

  Trace out_;
  const Trace& loop_;
  PassContext& context_;
  Ins last_{};
  uint32_t start_ = 0;                           // the loop op
  std::vector<Ref> image_;                       // of the loop's values, here
  std::vector<std::pair<int32_t, Ref>> loaded_;  // slots that this trace has not touched
};

}  // namespace

void run_enter(Trace& trace, PassContext& context) {
  const Ins last = trace.ops.back();
  if (last.op != Op::JumpEntry || last.imm == trace.unit || last.snapshot == kNone) return;
  const Trace* loop = context.loop_of_unit(last.imm);
  if (!loop) return;
  Enterer enterer(trace, *loop, context);
  if (enterer.run()) {
    trace = std::move(enterer.result());
  } else {
    context.note("enters unit " + std::to_string(last.imm) + " at its pre-roll: it " +
                 enterer.reason);
  }
}

bool enters_in_vain(const Trace& trace) {
  if (trace.ops.back().op != Op::JumpBody) return false;
  for (const Ins& ins : trace.ops) {
    bool constant = ins.a.is_constant();
    if (ins.op == Op::GuardTrue && constant && trace.constant(ins.a).bits == 0) return true;
    if (ins.op == Op::GuardFalse && constant && trace.constant(ins.a).bits != 0) return true;
    if (ins.op == Op::GuardIs && constant && ins.b.is_constant() && ins.a != ins.b) return true;
  }
  return false;
}

}  // namespace hothouse::opt
