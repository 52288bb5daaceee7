// Ranges: what interval each integer lies in, from how it was made and from the guards passed.
//
//   %3 = unbox_int %0                       %3 = unbox_int %0         50 bits
//   %4 = add_ov %3, 1 !s0                   %4 = add %3, 1            cannot overflow
//   %5 = lt %4, %2                    ->    %5 = lt %4, %2
//   guard_true %5 !s0                       guard_true %5 !s0
//   %7 = ult %4, %2                                                   follows from 0 <= %4 < %2
//   guard_true %7 !s1
//   %9 = mod %4, 8                          %9 = and %4, 7            (fold does this one)
//   %10 = box_int %4                        %10 = box_int %4 aux 1    tagging suffices
//
// Besides intervals there are relations between two values that a guard has compared, so that
// i < len(a) makes the bounds check of a[i] go.
//
// A phi's interval is assumed to be its first value's, the body is evaluated, and if the value
// that comes round lies outside, the interval is widened and the body evaluated again. The guards
// of the body bound what comes round: that is why an index that is compared with a length before
// it is incremented stays an index.
//
// Why not take a phi as unknown: nothing in a loop would be known. Why not widen to the end of
// int64 at once: i + 1 could overflow then.
//
// What the pre-roll computes for all iterations is computed again, with its guards, by each trace
// that enters the body (enter.cpp), and by none of the other ops of the pre-roll. So for such ops
// counts only what the guards among them tell: of i < n, where i changes, n > 0 follows in the
// iteration that has checked it, and a division by n that has left the loop needs its own check.
#include <algorithm>

#include "core/opt/editor.h"
#include "core/opt/interval.h"
#include "core/opt/planted.h"

namespace hothouse::opt {

using namespace ir;

namespace {

constexpr int64_t kMin = Interval::kMin, kMax = Interval::kMax;

class Ranges {
 public:
  Ranges(Trace& trace, PassContext& context) : trace_(trace), context_(context) {
    for (uint32_t i = 0; i < trace.ops.size(); ++i)
      if (trace.ops[i].op == Op::Loop) loop_ = i;
  }

  void run() {
    find_phis();
    constexpr int kRounds = 12;
    for (int round = 0; !phis_.empty() && round < kRounds; ++round) {
      start();
      for (uint32_t i = 0; i < trace_.ops.size(); ++i) visit(i, trace_.ops[i]);
      if (!widen(round == kRounds - 1)) break;
    }
    start();
    remember();
    Editor editor(trace_, context_);
    editor_ = &editor;
    for (uint32_t i = 0; i < editor.size(); ++i) visit(i, editor.visit(i));
    editor.finish();
  }

 private:
  struct PhiRange {
    uint32_t op;
    Interval range;
    Interval first;  // of the value from the pre-roll, as its guards have narrowed it
    bool started = false;
  };

  struct Relation {
    Ref a, b;
    Outcomes outcomes;
    uint32_t guard;
  };

  /// What is known at the current op.
  struct Facts {
    std::vector<Interval> ranges;
    std::vector<uint32_t> narrowed_by;
    std::vector<Relation> relations;
  };

  void find_phis() {
    for (uint32_t i = 0; i < trace_.ops.size(); ++i)
      if (trace_.ops[i].op == Op::Phi && trace_.ops[i].type == Type::I64)
        phis_.push_back({i, {}, {}, false});
  }

  void start() {
    for (Facts* facts : {&all_, &invariant_}) {
      facts->ranges.assign(trace_.ops.size(), Interval{});
      facts->narrowed_by.assign(trace_.ops.size(), kNone);
      facts->relations.clear();
    }
    facts_ = &all_;
  }

  void visit(uint32_t i, Ins& ins) {
    if (loop_ == kNone || i >= loop_ || (ins.flags & kSunk)) return look(i, ins);
    facts_ = &invariant_;
    const bool hoisted = ins.flags & kHoisted;
    if (hoisted) {
      look(i, ins);
    } else if (ins.type == Type::I64) {
      facts_->ranges[i] = compute(i, ins);
    }
    facts_ = &all_;
    Editor* editor = editor_;
    if (hoisted) editor_ = nullptr;
    look(i, ins);
    editor_ = editor;
  }

  /// Compares what came round with what was assumed. True if it has to be tried again.
  bool widen(bool give_up) {
    if (HOTHOUSE_PLANTED(phi_not_widened)) return false;
    bool changed = false;
    for (PhiRange& phi : phis_) {
      Interval next = range_of(trace_.ops[phi.op].b);
      if (next.lo < phi.range.lo) {
        phi.range.lo = give_up                               ? kMin
                       : next.lo >= 0                        ? 0
                       : next.lo >= -1                       ? -1
                       : next.lo >= hothouse::Value::kMinInt ? hothouse::Value::kMinInt
                                                             : kMin;
        changed = true;
      }
      if (next.hi > phi.range.hi) {
        phi.range.hi = give_up                               ? kMax
                       : next.hi <= kMaxLength               ? kMaxLength
                       : next.hi <= hothouse::Value::kMaxInt ? hothouse::Value::kMaxInt
                                                             : kMax;
        changed = true;
      }
    }
    // Having given up on some, the others' assumptions may fail: give up on all of them.
    if (changed && give_up)
      for (PhiRange& phi : phis_) phi.range = Interval{};
    return changed;
  }

  Interval range_of(Ref ref) const {
    if (ref.is_constant()) {
      auto c = static_cast<int64_t>(trace_.constant(ref).bits);
      return {c, c};
    }
    return facts_->ranges[ref.index];
  }

  /// Whoever jumps into the body has to keep to what is assumed of phis.
  void remember() {
    for (const PhiRange& phi : phis_) {
      if (phi.range.is_full()) continue;
      Ins& ins = trace_.ops[phi.op];
      trace_.ranges.push_back({phi.range.lo, phi.range.hi});
      ins.imm = static_cast<uint32_t>(trace_.ranges.size());
    }
  }

  /// At loop: guards of the pre-roll bound its values by others that a bridge which enters the
  /// body need not have compared. Phis keep what they begin with.
  void enter_body() {
    for (PhiRange& phi : phis_) phi.first = range_of(trace_.ops[phi.op].a);
    facts_ = &invariant_;
  }

  void look(uint32_t i, Ins& ins) {
    if (ins.flags & kSunk) return;
    if (ins.op == Op::Loop) return enter_body();
    if (ins.op == Op::GuardTrue || ins.op == Op::GuardFalse) return guard(i, ins);
    if (Outcomes outcomes = outcomes_of(ins.op); outcomes || ins.op == Op::Ult)
      return compare(i, ins, outcomes);
    if (ins.op == Op::BoxInt) return box(i, ins);
    if (ins.type != Type::I64) return;
    facts_->ranges[i] = compute(i, ins);
    if (editor_) simplify(i, ins);
  }

  // --- where values come from

  Interval compute(uint32_t i, const Ins& ins) {
    switch (ins.op) {
      case Op::Phi:
        return phi_range(i);
      case Op::UnboxInt:
        return {hothouse::Value::kMinInt, hothouse::Value::kMaxInt};
      case Op::LoadField:
        return interval_of(static_cast<Field>(ins.imm));
      case Op::LoadByte:
        return {0, 255};
      case Op::LoadAux:
        return {0, 0xffff};
      case Op::LoadMap:
        return {0, 0xffffffff};
      case Op::BoolToInt:
        return {0, 1};
      case Op::LoadRaw:
        return interval_of(static_cast<RawType>(ins.aux));
      case Op::Select: {
        Interval a = range_of(ins.a), b = range_of(ins.b);
        return {std::min(a.lo, b.lo), std::max(a.hi, b.hi)};
      }
      default:
        break;
    }
    if (!(info(ins.op).flags & (Pure | Guard))) return {};
    int count = fixed_operand_count(ins.op);
    if (count == 0 || trace_.type_of(ins.a) != Type::I64) return {};
    Interval a = range_of(ins.a);
    return count > 1 ? interval_of(ins.op, a, range_of(ins.b)) : interval_of(ins.op, a);
  }

  Interval phi_range(uint32_t i) {
    for (PhiRange& phi : phis_) {
      if (phi.op != i) continue;
      if (!phi.started) {
        phi.started = true;
        phi.range = phi.first;
      }
      // A later round may know less of the first value than an earlier one did.
      phi.range.lo = std::min(phi.range.lo, phi.first.lo);
      phi.range.hi = std::max(phi.range.hi, phi.first.hi);
      return phi.range;
    }
    return {};
  }

  // --- what becomes cheaper

  std::string interval(Ref ref) const {
    if (!context_.listening()) return {};
    Interval r = range_of(ref);
    auto end = [](int64_t x) {
      return x == kMin   ? std::string("-2^63")
             : x == kMax ? std::string("2^63-1")
                         : std::to_string(x);
    };
    std::string text = context_.text(trace_, ref) + " in [" + end(r.lo) + ", " + end(r.hi) + "]";
    if (ref.is_op() && facts_->narrowed_by[ref.index] != kNone)
      text += " by `" + context_.text(trace_, facts_->narrowed_by[ref.index]) + "`";
    return text;
  }

  void simplify(uint32_t i, Ins& ins) {
    switch (ins.op) {
      case Op::AddOv:
      case Op::SubOv:
      case Op::MulOv: {
        WideInterval exact = exact_interval(ins.op, range_of(ins.a), range_of(ins.b));
        if (!exact.fits() && !HOTHOUSE_PLANTED(overflow_dropped)) return;
        std::string before = context_.text(trace_, i);
        ins.op = ins.op == Op::AddOv ? Op::Add : ins.op == Op::SubOv ? Op::Sub : Op::Mul;
        ins.snapshot = kNone;
        return context_.edit(Action::Replaced, i, std::move(before), context_.text(trace_, i),
                             context_.listening()
                                 ? "it cannot overflow: " + interval(ins.a) + ", " + interval(ins.b)
                                 : "");
      }
      case Op::Mod:
      case Op::FloorDiv: {
        Interval a = range_of(ins.a), b = range_of(ins.b);
        if (HOTHOUSE_PLANTED(mod_sign)) a.lo = std::max<int64_t>(a.lo, 0);
        if (a.lo < 0 || b.lo < 1) return;
        uint32_t because;
        if (possible(ins.a, ins.b, because) == kLess)
          return editor_->replace(
              i, ins.op == Op::Mod ? ins.a : trace_.int_constant(0),
              because == kNone ? interval(ins.a) : editor_->reason_op("implied by ", because));
        if (ins.aux & kOperandsNonNegative) return;
        std::string before = context_.text(trace_, i);
        ins.aux |= kOperandsNonNegative;
        return context_.edit(Action::Replaced, i, std::move(before), context_.text(trace_, i),
                             interval(ins.a));
      }
      case Op::And: {
        if (!ins.b.is_constant()) return;
        auto mask = static_cast<int64_t>(trace_.constant(ins.b).bits);
        Interval a = range_of(ins.a);
        if (mask > 0 && (mask & (mask + 1)) == 0 && a.lo >= 0 && a.hi <= mask)
          editor_->replace(i, ins.a, interval(ins.a));
        return;
      }
      default: {
        Interval r = facts_->ranges[i];
        bool pure = has_flag(ins, Pure) && !is_load_like(ins.op);
        if (r.is_single() && pure)
          editor_->replace(i, trace_.int_constant(r.lo),
                           editor_->reason("its interval is one value"));
        return;
      }
    }
  }

  static bool is_load_like(Op op) { return op == Op::UnboxInt; }

  void box(uint32_t i, Ins& ins) {
    if (!editor_ || (ins.aux & kBoxFits)) return;
    Interval r = range_of(ins.a);
    if (r.lo < hothouse::Value::kMinInt || r.hi > hothouse::Value::kMaxInt) return;
    std::string before = context_.text(trace_, i);
    ins.aux |= kBoxFits;
    context_.edit(Action::Replaced, i, std::move(before), context_.text(trace_, i),
                  interval(ins.a));
  }

  // --- comparisons

  /// What of less, equal and greater is possible for a and b.
  Outcomes possible(Ref a, Ref b, uint32_t& because) const {
    because = kNone;
    if (a == b) return kEqual;
    Outcomes outcomes = compare_intervals(range_of(a), range_of(b));
    for (const Relation& r : facts_->relations) {
      Outcomes known = r.a == a && r.b == b   ? r.outcomes
                       : r.a == b && r.b == a ? swapped(r.outcomes)
                                              : static_cast<Outcomes>(kAnyOutcome);
      if (known != kAnyOutcome) because = r.guard;
      outcomes &= known;
    }
    return outcomes;
  }

  void compare(uint32_t i, const Ins& ins, Outcomes outcomes) {
    if (!editor_) return;
    uint32_t because;
    Outcomes now = possible(ins.a, ins.b, because);
    bool known = false, truth = false;
    if (ins.op == Op::Ult) {
      Interval a = range_of(ins.a), b = range_of(ins.b);
      if (a.lo >= 0 && b.lo >= 0) {
        known = now == kLess || !(now & kLess);
        truth = now == kLess;
      } else if (a.hi < 0 && b.lo >= 0) {
        known = true;
      }
    } else {
      known = now != 0 && ((now & ~outcomes) == 0 || (now & outcomes) == 0);
      truth = (now & outcomes) != 0;
    }
    if (!known || now == 0) return;
    std::string why;
    if (context_.listening()) {
      why = because != kNone ? "implied by `" + context_.text(trace_, because) + "`"
                             : interval(ins.a) + ", " + interval(ins.b);
    }
    editor_->replace(i, trace_.bool_constant(truth), why);
  }

  void guard(uint32_t i, const Ins& ins) {
    bool truth = ins.op == Op::GuardTrue;
    if (ins.a.is_constant()) {
      if (editor_ && (trace_.constant(ins.a).bits != 0) == truth)
        editor_->remove(i, editor_->reason("the condition is constant"));
      return;
    }
    Ins condition = trace_.at(ins.a);
    while (condition.op == Op::Not && condition.a.is_op()) {
      truth = !truth;
      condition = trace_.at(condition.a);
    }
    if (condition.op == Op::Ult) {
      Interval b = range_of(condition.b);
      if (b.lo < 0) return;
      if (truth) {
        narrow(condition.a, {0, b.hi - 1}, i);
        relate(condition.a, condition.b, kLess, i);
      } else if (range_of(condition.a).lo >= 0) {
        relate(condition.a, condition.b, kEqual | kGreater, i);
      }
      return;
    }
    Outcomes outcomes = outcomes_of(condition.op);
    if (!outcomes) return;
    relate(condition.a, condition.b,
           truth ? outcomes : static_cast<Outcomes>(kAnyOutcome & ~outcomes), i);
  }

  /// From here on a and b compare so.
  void relate(Ref a, Ref b, Outcomes outcomes, uint32_t guard) {
    narrow_both(a, b, outcomes, guard);
    // What is known of a and b now may bound what they were compared with before.
    for (const Relation& r : facts_->relations)
      if (r.a == a || r.a == b || r.b == a || r.b == b) narrow_both(r.a, r.b, r.outcomes, r.guard);
    if (a.is_constant() || b.is_constant()) return;  // the interval says it
    if (facts_->relations.size() >= 64) facts_->relations.erase(facts_->relations.begin());
    facts_->relations.push_back({a, b, outcomes, guard});
  }

  void narrow_both(Ref a, Ref b, Outcomes outcomes, uint32_t guard) {
    Interval x = range_of(a), y = range_of(b);
    switch (outcomes) {
      case kLess:
        if (y.hi > kMin) narrow(a, {kMin, y.hi - 1}, guard);
        if (x.lo < kMax) narrow(b, {x.lo + 1, kMax}, guard);
        break;
      case kLess | kEqual:
        narrow(a, {kMin, y.hi}, guard);
        narrow(b, {x.lo, kMax}, guard);
        break;
      case kGreater:
        if (y.lo < kMax) narrow(a, {y.lo + 1, kMax}, guard);
        if (x.hi > kMin) narrow(b, {kMin, x.hi - 1}, guard);
        break;
      case kGreater | kEqual:
        narrow(a, {y.lo, kMax}, guard);
        narrow(b, {kMin, x.hi}, guard);
        break;
      case kEqual:
        narrow(a, y, guard);
        narrow(b, x, guard);
        break;
      case kLess | kGreater:  // not equal: an end of the interval may go
        if (y.is_single()) exclude(a, y.lo, guard);
        if (x.is_single()) exclude(b, x.lo, guard);
        break;
      default:
        break;
    }
  }

  void exclude(Ref ref, int64_t value, uint32_t guard) {
    Interval r = range_of(ref);
    if (r.lo == value && r.hi > value) narrow(ref, {value + 1, kMax}, guard);
    if (r.hi == value && r.lo < value) narrow(ref, {kMin, value - 1}, guard);
  }

  /// From here on the value lies in this interval too; likewise what it was computed from.
  void narrow(Ref ref, Interval by, uint32_t guard, int depth = 0) {
    if (!ref.is_op()) return;
    Interval& r = facts_->ranges[ref.index];
    Interval narrowed{std::max(r.lo, by.lo), std::min(r.hi, by.hi)};
    if (narrowed.lo > narrowed.hi) return;  // cannot happen here: the guard leaves always
    if (narrowed.lo == r.lo && narrowed.hi == r.hi) return;
    r = narrowed;
    facts_->narrowed_by[ref.index] = guard;
    const Ins& ins = trace_.at(ref);
    if (depth > 2 || (ins.op != Op::Add && ins.op != Op::AddOv) || !ins.b.is_constant()) return;
    // x + c in [lo, hi], and x + c did not wrap: x in [lo - c, hi - c].
    auto c = static_cast<int64_t>(trace_.constant(ins.b).bits);
    if (ins.op == Op::Add && !exact_interval(Op::Add, range_of(ins.a), {c, c}).fits()) return;
    narrow(ins.a, exact_interval(Op::Sub, narrowed, {c, c}).clamp(), guard, depth + 1);
  }

  static constexpr uint32_t kNone = 0xffffffffu;
  Trace& trace_;
  PassContext& context_;
  Editor* editor_ = nullptr;  // null while phis are being guessed
  std::vector<PhiRange> phis_;
  Facts all_;        // that hold in the pre-roll, or in a trace without a loop
  Facts invariant_;  // of the hoisted ops among them; those of the body
  Facts* facts_ = &all_;
  uint32_t loop_ = kNone;
};

}  // namespace

void run_ranges(Trace& trace, PassContext& context) { Ranges(trace, context).run(); }

}  // namespace hothouse::opt
