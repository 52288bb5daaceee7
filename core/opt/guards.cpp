// Guards: removes what earlier guards, or the way a value was made, imply already; turns an early
// weak guard into the strong one that follows.
//
//   guard_not_int %0 !s0             guard_float %0 !s0        strengthened by the later one
//   guard_float %0 !s1        ->
//   %3 = unbox_float %0              %3 = unbox_float %0
//   %4 = box_float %3                %4 = box_float %3
//   guard_not_int %4 !s2                                       implied by how %4 was made
//   guard_is %5, None !s2            guard_is %5, None !s2
//   exit !s3 {1: %5}                 exit !s3 {1: None}        the value is known from here on
//
// Strengthening moves a check to an earlier exit, never to a later one: an exit that comes earlier
// than it had to is right (the interpreter repeats the rest; not so behind the effect of a helper
// that the exit's instruction would repeat: kBehindEffect), a later one would resume
// behind instructions that ran on a wrong assumption. Hence removing the *first* of two guards
// because the second implies it, as one would at first, is wrong.
//
// The map of an object is memory: a guard_map stays good until set_map of an object that may be
// the same one, or a call that may write; at loop, if the body has such an op.
//
// guard_int of a box_int is dropped although beyond 50 bits the value is a heap integer: what
// follows takes the integer out of it, and that is done here at once (unbox_int(box_int x) = x).
#include "core/opt/editor.h"
#include "core/opt/memory.h"
#include "core/opt/planted.h"

namespace hothouse::opt {

using namespace ir;

namespace {

/// What a Value may be: a set of these.
enum TypeMask : uint8_t { kInt = 1, kFloat = 2, kRef = 4, kBool = 8, kOther = 16, kAny = 31 };

TypeMask mask_of_value(hothouse::Value v) {
  if (v.is_int()) return kInt;
  if (v.is_double()) return kFloat;
  if (v.is_object()) return kRef;
  return v.is_bool() ? kBool : kOther;
}

class Guards {
 public:
  Guards(Trace& trace, PassContext& context)
      : trace_(trace), editor_(trace, context), aliases_(trace), facts_(trace.ops.size()) {}

  void run() {
    for (uint32_t i = 0; i < editor_.size(); ++i) {
      Ins& ins = editor_.visit(i);
      if (!(ins.flags & kSunk)) look(i, ins);
      if (!editor_.is_dead(i)) aliases_.see(i, ins);
    }
    editor_.finish();
  }

 private:
  static constexpr uint32_t kNone = 0xffffffffu;

  /// Counts what may have changed maps: any map, the maps of lists, or those of objects no older
  /// than an allocation of the trace (young_).
  struct Epoch {
    uint32_t any = 0, lists = 0, young = 0;
  };
  /// Whether what was known of the map of `object` at that time is still so.
  bool holds(const Epoch& epoch, MapId map, Ref object) const {
    if (epoch.any != epoch_.any || (is_list_map(map) && epoch.lists != epoch_.lists)) return false;
    for (size_t k = epoch.young; k < young_.size(); ++k) {
      if (object.is_op() && young_[k] < object.index) return false;
    }
    return true;
  }
  /// A set_map of this object. One that nothing outside knows yet is no other; one that the trace
  /// has made cannot be an older value.
  void map_changes(Ref object) {
    if (aliases_.is_fresh(object)) return;
    if (object.is_op() && trace_.at(object).op == Op::New) {
      young_.push_back(object.index);
      epoch_.young = static_cast<uint32_t>(young_.size());
    } else {
      ++epoch_.any;
    }
  }

  struct Fact {
    uint8_t mask = kAny;
    bool mask_known = false;       // mask was computed from the defining op
    uint32_t type_guard = kNone;   // the guard that narrowed it last
    uint32_t weak_guard = kNone;   // first negative guard, which may be strengthened
    uint32_t no_raise = kNone;     // guard_no_raise of this value
    uint32_t truth_guard = kNone;  // guard_true or guard_false of this condition
    bool truth = false;
    uint32_t map_guard = kNone;  // guard_map, set_map or new that tells the map
    Epoch map_epoch;
    MapId map = 0;
    uint32_t weak_map_guard = kNone;  // first guard_not_map
    Epoch weak_map_epoch;
  };

  void look(uint32_t i, Ins& ins) {
    switch (ins.op) {
      case Op::GuardInt:
        return positive(i, ins, kInt);
      case Op::GuardFloat:
        return positive(i, ins, kFloat);
      case Op::GuardRef:
        return positive(i, ins, kRef);
      case Op::GuardBool:
        return positive(i, ins, kBool);
      case Op::GuardNotInt:
        return negative(i, ins, kInt);
      case Op::GuardNotFloat:
        return negative(i, ins, kFloat);
      case Op::GuardNotRef:
        return negative(i, ins, kRef);
      case Op::GuardNotBool:
        return negative(i, ins, kBool);
      case Op::GuardIs:
        return guard_is(i, ins);
      case Op::GuardIsNot:
        return guard_is_not(i, ins);
      case Op::GuardMap:
        return guard_map(i, ins);
      case Op::GuardNotMap:
        return guard_not_map(i, ins);
      case Op::GuardTrue:
      case Op::GuardFalse:
        return truth(i, ins);
      case Op::GuardNoRaise:
        return no_raise(i, ins);
      case Op::GuardValid:
        return valid(i, ins);
      case Op::UnboxInt:
      case Op::UnboxFloat:
      case Op::UnboxRef:
      case Op::UnboxBool:
        return unbox(i, ins);
      case Op::LoadMap:
        if (const Fact* fact = known_map(ins.a))
          editor_.replace(i, trace_.int_constant(fact->map),
                          editor_.reason_op("the map is known from ", fact->map_guard));
        return;
      case Op::New:
        facts_[i].map = trace_.allocs[ins.imm].map;
        facts_[i].map_guard = i;
        facts_[i].map_epoch = epoch_;
        return;
      case Op::SetMap:
        map_changes(ins.a);
        set_map(ins.a, ins.imm, i);
        return;
      case Op::Loop:
        for (uint32_t k = i + 1; k < trace_.ops.size(); ++k) {
          if (trace_.ops[k].op == Op::SetMap) loop_changes(trace_.ops[k].a, i);
          call(trace_.ops[k]);
        }
        return;
      default:
        call(ins);
        return;
    }
  }

  /// A set_map in the loop's body, seen from its header.
  void loop_changes(Ref object, uint32_t header) {
    bool of_body = object.is_op() && object.index > header && trace_.at(object).op == Op::New;
    if (!of_body) ++epoch_.any;
  }

  void call(const Ins& ins) {
    if (!has_flag(ins, Call) || HOTHOUSE_PLANTED(map_across_calls)) return;
    Effects e = effects_of(trace_, ins);
    if (e.changes_map(kMapInstance))
      ++epoch_.any;
    else if (e.changes_map(kMapList))
      ++epoch_.lists;
  }

  // --- types of Values

  uint8_t mask_of(Ref ref) {
    if (ref.is_constant())
      return mask_of_value(hothouse::Value::from_bits(trace_.constant(ref).bits));
    Fact& fact = facts_[ref.index];
    if (!fact.mask_known) {
      fact.mask_known = true;
      fact.mask = mask_of_definition(trace_.at(ref));
    }
    return fact.mask;
  }

  uint8_t mask_of_definition(const Ins& ins) {
    switch (ins.op) {
      case Op::BoxInt:
        return ins.aux & kBoxFits ? kInt : kInt | kRef;
      case Op::BoxFloat:
        return kFloat;
      case Op::BoxRef:
        return kRef;
      case Op::BoxBool:
        return kBool;
      case Op::Select:
        return static_cast<uint8_t>(mask_of(ins.a) | mask_of(ins.b));
      default:
        return kAny;
    }
  }

  std::string why(Ref ref) {
    if (!editor_.context().listening()) return {};
    if (ref.is_constant()) return "the value is constant";
    uint32_t guard = facts_[ref.index].type_guard;
    return editor_.reason_op("implied by ", guard == kNone ? ref.index : guard);
  }

  void positive(uint32_t i, Ins& ins, TypeMask wanted) {
    uint8_t mask = mask_of(ins.a);
    bool boxed_int =
        wanted == kInt && ins.a.is_op() && trace_.at(ins.a).op == Op::BoxInt && (mask & kInt);
    if ((mask & ~wanted) == 0 || boxed_int) return editor_.remove(i, why(ins.a));
    if ((mask & wanted) == 0 || ins.a.is_constant()) return;  // leaves always
    Fact& fact = facts_[ins.a.index];
    fact.mask = wanted;
    if (fact.weak_guard != kNone) {
      strengthen(fact.weak_guard, ins.op, 0, i);
      fact.type_guard = fact.weak_guard;
      fact.weak_guard = kNone;
      return;
    }
    fact.type_guard = i;
  }

  void negative(uint32_t i, Ins& ins, TypeMask excluded) {
    uint8_t mask = mask_of(ins.a);
    if ((mask & excluded) == 0) return editor_.remove(i, why(ins.a));
    if ((mask & ~excluded) == 0 || ins.a.is_constant()) return;
    Fact& fact = facts_[ins.a.index];
    fact.mask = static_cast<uint8_t>(mask & ~excluded);
    if (fact.type_guard == kNone) fact.type_guard = i;
    if (fact.weak_guard == kNone) fact.weak_guard = i;
  }

  /// The early guard `weak` checks from now on what the guard at i does, which goes.
  void strengthen(uint32_t weak, Op op, uint32_t imm, uint32_t i) {
    PassContext& context = editor_.context();
    std::string before = context.text(trace_, weak);
    Ins& early = trace_.ops[weak];
    early.op = op;
    early.imm = imm;
    early.b = kNoRef;
    context.edit(Action::Strengthened, weak, std::move(before), context.text(trace_, weak),
                 editor_.reason_op("takes over ", i));
    editor_.remove(i, editor_.reason_op("implied by ", weak));
  }

  void guard_is(uint32_t i, Ins& ins) {
    if (!ins.b.is_constant()) return;
    auto wanted = hothouse::Value::from_bits(trace_.constant(ins.b).bits);
    if (ins.a.is_constant()) {
      if (ins.a == ins.b) editor_.remove(i, editor_.reason("the value is constant"));
      return;
    }
    if ((mask_of(ins.a) & mask_of_value(wanted)) == 0) return;  // leaves always
    editor_.forward(ins.a, ins.b);
  }

  void guard_is_not(uint32_t i, Ins& ins) {
    if (!ins.b.is_constant()) return;
    auto excluded = hothouse::Value::from_bits(trace_.constant(ins.b).bits);
    if (ins.a.is_constant()) {
      if (ins.a != ins.b) editor_.remove(i, editor_.reason("the value is another constant"));
      return;
    }
    if ((mask_of(ins.a) & mask_of_value(excluded)) == 0) return editor_.remove(i, why(ins.a));
    for (uint32_t earlier : is_not_) {
      if (trace_.ops[earlier].op == Op::GuardIsNot && trace_.ops[earlier].a == ins.a &&
          trace_.ops[earlier].b == ins.b)
        return editor_.remove(i, editor_.reason_op("implied by ", earlier));
    }
    if (is_not_.size() < 32) is_not_.push_back(i);
    // `x is not None`, then a guard on x's type: one check does for both.
    Fact& fact = facts_[ins.a.index];
    bool strong_may_stand_here = !(ins.aux & kBehindEffect);
    if (excluded.is_special() && strong_may_stand_here && fact.weak_guard == kNone)
      fact.weak_guard = i;
  }

  void unbox(uint32_t i, const Ins& ins) {
    if (!ins.a.is_op()) return;
    const Ins& box = trace_.at(ins.a);
    bool matches = (ins.op == Op::UnboxInt && box.op == Op::BoxInt) ||
                   (ins.op == Op::UnboxFloat && box.op == Op::BoxFloat) ||
                   (ins.op == Op::UnboxRef && box.op == Op::BoxRef) ||
                   (ins.op == Op::UnboxBool && box.op == Op::BoxBool);
    if (matches && !(box.flags & kSunk))
      editor_.replace(i, box.a, editor_.reason_op("it was boxed by ", ins.a.index));
  }

  // --- maps

  const Fact* known_map(Ref object) const {
    if (!object.is_op()) return find_constant_map(object);
    const Fact& fact = facts_[object.index];
    return fact.map_guard != kNone && holds(fact.map_epoch, fact.map, object) ? &fact : nullptr;
  }

  const Fact* find_constant_map(Ref object) const {
    for (const auto& [ref, fact] : constant_maps_)
      if (ref == object && holds(fact.map_epoch, fact.map, ref)) return &fact;
    return nullptr;
  }

  void set_map(Ref object, MapId map, uint32_t i) {
    Fact fact;
    fact.map = map;
    fact.map_guard = i;
    fact.map_epoch = epoch_;
    if (object.is_constant()) {
      constant_maps_.emplace_back(object, fact);
      return;
    }
    facts_[object.index].map = map;
    facts_[object.index].map_guard = i;
    facts_[object.index].map_epoch = epoch_;
  }

  void guard_map(uint32_t i, Ins& ins) {
    if (const Fact* fact = known_map(ins.a)) {
      if (fact->map == ins.imm)
        editor_.remove(i, editor_.reason_op("implied by ", fact->map_guard));
      return;
    }
    if (ins.a.is_op()) {
      Fact& fact = facts_[ins.a.index];
      if (fact.weak_map_guard != kNone && holds(fact.weak_map_epoch, kMapList, ins.a)) {
        uint32_t weak = fact.weak_map_guard;
        fact.weak_map_guard = kNone;
        MapId map = ins.imm;
        if (trace_.ops[weak].imm != map) {
          strengthen(weak, Op::GuardMap, map, i);
          return set_map(ins.a, map, weak);
        }
      }
    }
    set_map(ins.a, ins.imm, i);
  }

  void guard_not_map(uint32_t i, Ins& ins) {
    if (const Fact* fact = known_map(ins.a)) {
      if (fact->map != ins.imm)
        editor_.remove(i, editor_.reason_op("implied by ", fact->map_guard));
      return;
    }
    for (auto& [earlier, epoch] : not_maps_) {
      const Ins& other = trace_.ops[earlier];
      if (holds(epoch, ins.imm, ins.a) && other.op == Op::GuardNotMap && other.a == ins.a &&
          other.imm == ins.imm)
        return editor_.remove(i, editor_.reason_op("implied by ", earlier));
    }
    if (not_maps_.size() < 32) not_maps_.emplace_back(i, epoch_);
    if (!ins.a.is_op()) return;
    Fact& fact = facts_[ins.a.index];
    if (fact.weak_map_guard != kNone && holds(fact.weak_map_epoch, kMapList, ins.a)) return;
    fact.weak_map_guard = i;
    fact.weak_map_epoch = epoch_;
  }

  // --- the others

  void truth(uint32_t i, const Ins& ins) {
    bool wanted = ins.op == Op::GuardTrue;
    if (ins.a.is_constant()) {
      if ((trace_.constant(ins.a).bits != 0) == wanted)
        editor_.remove(i, editor_.reason("the condition is constant"));
      return;
    }
    Fact& fact = facts_[ins.a.index];
    if (fact.truth_guard == kNone) {
      fact.truth_guard = i;
      fact.truth = wanted;
    } else if (fact.truth == wanted) {
      editor_.remove(i, editor_.reason_op("implied by ", fact.truth_guard));
    }
  }

  void no_raise(uint32_t i, const Ins& ins) {
    if (HOTHOUSE_PLANTED(raise_unchecked)) return editor_.remove(i, "planted");
    if (ins.a.is_constant()) {
      bool raised = trace_.type_of(ins.a) == Type::Value
                        ? trace_.constant(ins.a).bits == hothouse::Value::raised().bits()
                        : trace_.constant(ins.a).bits == 0;
      if (!raised) editor_.remove(i, editor_.reason("the result is constant"));
      return;
    }
    Fact& fact = facts_[ins.a.index];
    if (fact.no_raise != kNone)
      return editor_.remove(i, editor_.reason_op("implied by ", fact.no_raise));
    fact.no_raise = i;
    if (trace_.at(ins.a).type == Type::Value && (mask_of(ins.a) & kOther) == 0)
      editor_.remove(i, why(ins.a));
  }

  /// Only a call can invalidate an assumption.
  void valid(uint32_t i, const Ins& ins) {
    if (ins.aux == 0 && valid_ != kNone && valid_epoch_ == epoch_.any)
      return editor_.remove(i, editor_.reason_op("implied by ", valid_));
    if (ins.aux != 0) return;  // asks for another unit
    valid_ = i;
    valid_epoch_ = epoch_.any;
  }

  Trace& trace_;
  Editor editor_;
  AliasFacts aliases_;
  std::vector<Fact> facts_;
  std::vector<uint32_t> is_not_;
  std::vector<std::pair<uint32_t, Epoch>> not_maps_;  // op, epoch
  std::vector<std::pair<Ref, Fact>> constant_maps_;
  std::vector<uint32_t> young_;  // allocations whose maps were set, in the order of that
  Epoch epoch_;
  uint32_t valid_ = kNone, valid_epoch_ = 0;
};

}  // namespace

void run_guards(Trace& trace, PassContext& context) { Guards(trace, context).run(); }

}  // namespace hothouse::opt
