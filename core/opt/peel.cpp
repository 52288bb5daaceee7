// Loop peeling: the recorded iteration becomes the pre-roll, run once, and is emitted again as the
// loop's body, with what it loaded from frames and memory replaced by what the iteration before
// left there. What is the same in every iteration is computed in the pre-roll only.
//
//   %0 = slot_load #0    (i)               %0 .. %5 as before: the pre-roll
//   guard_int %0 !s0                       loop
//   %2 = unbox_int %0                      %7 = phi %5, %9
//   %3 = slot_load #1    (n)        ->     %8 = lt %7, %4
//   %4 = unbox_int %3                      guard_true %8 !s2
//   ...                                    %9 = add_ov %7, 1 !s2
//   %5 = add_ov %2, 1 !s0                  jump_loop
//   jump_entry self !s1 {0: %5}            s2 holds {0: %7}, what s1 would have stored
//
// Precondition: a loop trace that ends in jump_entry to itself in the frame where it began, with
// nothing in it that may run Python (objects would move under what the pre-roll computed).
//
// An op of the body is the *same* as its original when its operands are and, for a load, nothing
// in the iteration may write the place. Guards that are the same held already. Everything else is
// copied; a value that differs from iteration to iteration is a phi of the value at the end of
// the pre-roll and that at the end of the body. Fields of objects that stay (a range iterator's
// `next`) are carried in phis just as slots are, if the iteration leaves them with a known value.
// Phis hold integers and floats unboxed: a slot's type at the end of the iteration is what its
// guard at the start asks for, or the loop is not stable and stays unpeeled.
//
// Why not move invariants in front of the loop, as compilers of whole functions do: in front of a
// loop stands no place where a failing guard could resume, and an op must not run that the
// program would not have reached. The first iteration is such a place, with snapshots that fit.
// Copy-substitution: Pall, LuaJIT's lj_opt_loop.c; Ardo, Bolz, Fijalkowski, "Loop-aware
// optimizations in PyPy's tracing JIT", DLS 2012.
#include <algorithm>

#include "core/ir/boxing.h"
#include "core/ir/evaluate.h"
#include "core/opt/editor.h"
#include "core/opt/loop_facts.h"
#include "core/opt/memory.h"

namespace hothouse::opt {

using namespace ir;

namespace {

/// The type that a constant Value unboxes to; Void for None and the like.
Type type_of_value(hothouse::Value v) {
  if (v.is_int()) return Type::I64;
  if (v.is_double()) return Type::F64;
  if (v.is_object()) return Type::Ref;
  return v.is_bool() ? Type::Bool : Type::Void;
}

/// Why the trace cannot be peeled; empty if it can.
std::string unfit(const Trace& trace, const PassContext& context) {
  const Ins& last = trace.ops.back();
  if (last.imm != trace.unit) return "it is no loop";
  const Snapshot& closing = trace.snapshots[last.snapshot];
  if (closing.base != 0 || closing.depth != 0) return "it ends in another frame than it began in";
  if (!closing.pending.empty()) return "stores are pending at its end";
  for (uint32_t i = 0; i < trace.ops.size(); ++i) {
    const Ins& ins = trace.ops[i];
    if (ins.op == Op::Loop || (ins.flags & kSunk)) return "it is peeled already";
    if (ins.op == Op::SlotStore || ins.op == Op::FrameSync ||
        (has_flag(ins, Call) && effects_of(trace, ins).python))
      return context.listening() ? "`" + context.text(trace, i) + "` may run Python: objects move"
                                 : "it may run Python";
  }
  return {};
}

class Peeler {
 public:
  Peeler(const Trace& trace, const LoopFacts& facts, PassContext& context,
         const std::vector<Place>& not_carried)
      : source_(trace),
        facts_(facts),
        context_(context),
        not_carried_(not_carried),
        out_(trace),
        aliases_(out_),
        memory_(aliases_),
        end_(static_cast<uint32_t>(trace.ops.size() - 1)),
        carried_slots_(facts.slots().size(), kNoRef) {}

  /// False with `reason` set: the trace stays as it is. If `blocked` is filled, trying again
  /// without carrying that place may help.
  bool run() {
    begin_loop();
    if (!copy_body()) return false;
    return close_loop();
  }

  Trace& result() { return out_; }
  std::string reason;
  bool has_blocked = false;
  Place blocked;

 private:
  static constexpr uint32_t kNone = 0xffffffffu;

  // --- the loop's start

  Ref emit(const Ins& ins) {
    Ref ref = out_.append(ins);
    aliases_.see(ref.index, out_.ops.back());
    return ref;
  }

  Ref emit_unary(Op op, Type type, Ref a, uint32_t origin) {
    Ins ins{};
    ins.op = op;
    ins.type = type;
    ins.a = a;
    ins.origin = origin;
    return emit(ins);
  }

  /// The value itself, unboxed where its type is known: what a phi should hold.
  Ref canonical(Ref value) {
    if (!value.is_op()) return value;
    const Ins& ins = out_.at(value);
    if (is_box(ins.op)) return ins.a;
    if (ins.type != Type::Value || value.index >= end_) return value;
    Type type = facts_.guarded_type(value.index);
    if (type == Type::Void) return value;
    for (auto& [of, unboxed] : unboxed_)
      if (of == value) return unboxed;
    Ref unboxed = facts_.unbox_of(value.index);
    if (unboxed.is_none() || out_.at(unboxed).op != unbox_op(type)) {
      const uint32_t origin = ins.origin;
      unboxed = emit_unary(unbox_op(type), type, value, origin);
      if (facts_.is_same(value)) out_.at(unboxed).flags |= kHoisted;
      unboxed_.emplace_back(value, unboxed);
    }
    return unboxed;
  }

  bool is_same_at_end(Ref value) const {
    if (!value.is_op()) return true;
    if (value.index < end_) return facts_.is_same(value);
    return is_same_at_end(out_.at(value).a);  // an unbox op that canonical() added
  }

  struct Carried {
    Ref phi;
    Ref end;  // the value at the end of the pre-roll, unboxed
    bool is_memory;
    Place place;
  };

  void begin_loop() {
    out_.ops.pop_back();
    for (uint32_t i = 0; i < end_; ++i) {
      aliases_.see(i, out_.ops[i]);
      observe(i, out_.ops[i]);
    }
    // Unbox ops that canonical() adds belong in front of loop: first find out all that is carried.
    struct Candidate {
      Ref end;
      size_t slot;
      Place place;
    };
    std::vector<Candidate> candidates;
    for (size_t k = 0; k < facts_.slots().size(); ++k) {
      Ref end = facts_.slots()[k].end;
      if (!end.is_none()) candidates.push_back({canonical(end), k, Place{}});
    }
    std::vector<std::pair<Place, Ref>> stable;
    for (const MemoryTable::Entry& e : memory_.entries()) {
      if (!is_carried(e)) continue;
      Ref value = canonical(e.value);
      if (is_same_at_end(value)) {
        // What the pre-roll stored need not be there when a bridge enters the body.
        if (!e.is_store) stable.emplace_back(e.place, value);
      } else {
        candidates.push_back({value, kNone, e.place});
      }
    }
    Ins loop{};
    loop.op = Op::Loop;
    loop.type = Type::Void;
    loop.origin = source_.ops[end_].origin;
    loop_ = emit(loop).index;
    memory_.clear();
    for (const Candidate& c : candidates) {
      Ref value = c.end;
      if (!is_same_at_end(value)) value = phi_of(c.end, c.place);
      if (c.slot != kNone) carried_slots_[c.slot] = value;
      if (c.place.space != Space::None) memory_.load(c.place, value, value.index);
    }
    for (auto& [place, value] : stable)
      memory_.load(place, value, value.is_op() ? value.index : loop_);
  }

  /// Whether a place that is known at the end of the iteration is worth carrying: an address that
  /// stays, and a load that wants the value.
  bool is_carried(const MemoryTable::Entry& e) {
    auto stays = [this](Ref ref) { return ref.is_none() || facts_.is_same(ref); };
    if (e.place.space == Space::Slot || !stays(e.place.base) || !stays(e.place.index)) return false;
    for (const Place& place : not_carried_)
      if (aliases_.alias(place, e.place) == Alias::Must) return false;
    for (uint32_t i = 0; i < end_; ++i) {
      const Ins& ins = source_.ops[i];
      if (!has_flag(ins, Load) || facts_.is_same(i) || ins.op == Op::SlotLoad) continue;
      if (aliases_.alias(place_of(ins), e.place) == Alias::Must) return true;
    }
    return false;
  }

  Ref phi_of(Ref end, const Place& place) {
    bool is_memory = place.space != Space::None;
    for (const Carried& c : carried_)  // the same value in two slots
      if (c.end == end && !c.is_memory && !is_memory) return c.phi;
    Ins phi{};
    phi.op = Op::Phi;
    phi.type = out_.type_of(end);
    phi.a = end;
    phi.b = end;  // until close_loop
    phi.origin = out_.at(end).origin;
    Ref ref = emit(phi);
    carried_.push_back({ref, end, is_memory, place});
    return ref;
  }

  // --- the body

  static bool keeps_bits(const Place& place) {
    return place.space != Space::Raw || place.part == static_cast<uint8_t>(RawType::I64) ||
           place.part == static_cast<uint8_t>(RawType::F64);
  }

  void observe(uint32_t i, const Ins& ins) {
    if (has_flag(ins, Call)) return memory_.call(effects_of(out_, ins));
    Place place = place_of(ins);
    if (place.space == Space::None || place.space == Space::Map) return;
    if (has_flag(ins, Store)) {
      if (keeps_bits(place))
        memory_.store(place, stored_value(ins), i);
      else
        memory_.forget(place);
    } else if (has_flag(ins, Load) && !memory_.find(place)) {
      memory_.load(place, Ref{i}, i);
    }
  }

  Ref image(Ref ref) const { return ref.is_op() ? image_[ref.index] : ref; }

  /// The image of an operand in the type that it had: boxes are made when they are needed.
  Ref image_as(Ref ref, Type type) {
    Ref mapped = image(ref);
    if (type != Type::Value || out_.type_of(mapped) == Type::Value) return mapped;
    for (auto& [unboxed, box] : boxes_)
      if (unboxed == mapped) return box;
    uint32_t origin = ref.is_op() ? out_.at(ref).origin : 0;
    Ref box = emit_unary(box_op(out_.type_of(mapped)), Type::Value, mapped, origin);
    boxes_.emplace_back(mapped, box);
    return box;
  }

  bool copy_body() {
    image_.assign(end_, kNoRef);
    snapshot_image_.assign(source_.snapshots.size(), kNone);
    for (uint32_t i = 0; i < end_; ++i) {
      if (facts_.is_same(i)) {
        image_[i] = Ref{i};
        out_.ops[i].flags |= kHoisted;
        if (context_.listening() && source_.ops[i].op != Op::SlotLoad)
          hoisted(i, "its operands are the same in every iteration");
        continue;
      }
      if (!copy_op(i)) return false;
    }
    return true;
  }

  void hoisted(uint32_t i, const char* why) { edits_.push_back({i, why}); }

  bool unstable(uint32_t i, const std::string& what) {
    reason = "the loop is not stable: " + what;
    if (context_.listening()) reason += " at `" + context_.text(source_, i) + "`";
    return false;
  }

  /// What the type of a mapped Value is known to be: unboxed already, a box, a constant.
  Type known_type(Ref mapped) const {
    if (mapped.is_constant()) {
      const Constant& c = out_.constant(mapped);
      return c.type == Type::Value ? type_of_value(hothouse::Value::from_bits(c.bits)) : c.type;
    }
    const Ins& ins = out_.at(mapped);
    if (ins.type != Type::Value) return ins.type;
    return is_box(ins.op) ? out_.type_of(ins.a) : Type::Void;
  }

  bool copy_op(uint32_t i) {
    Ins ins = source_.ops[i];
    if (ins.op == Op::SlotLoad) {
      image_[i] = carried_slots_[facts_.slot_index(ins.imm)];
      return true;
    }
    if (bool stable = true; copy_typed(i, ins, stable)) return stable;
    // Operands first: they may need boxes.
    if (has_flag(ins, Call)) {
      std::vector<Ref> arguments;
      for (uint32_t k = 0; k < ins.b.index; ++k) {
        Ref original = source_.args[ins.a.index + k];
        arguments.push_back(image_as(original, source_.type_of(original)));
      }
      ins.a.index = static_cast<uint32_t>(out_.args.size());
      out_.args.insert(out_.args.end(), arguments.begin(), arguments.end());
    } else {
      for_each_operand(out_, ins, [this](Ref& ref) { ref = image_as(ref, source_.type_of(ref)); });
    }
    if (has_flag(ins, Load)) {
      Place place = place_of(ins);
      const MemoryTable::Entry* known = place.space == Space::Map ? nullptr : memory_.find(place);
      if (known && (out_.type_of(known->value) == ins.type || ins.type == Type::Value)) {
        image_[i] = known->value;
        if (context_.listening()) hoisted(i, "the iteration before left its value");
        return true;
      }
    }
    if (ins.snapshot != kNone) ins.snapshot = snapshot_image(ins.snapshot);
    Ref ref = emit(ins);
    observe(ref.index, out_.ops[ref.index]);
    image_[i] = ref;
    return true;
  }

  /// Type guards and unbox ops of values whose type the phi fixes. True if the op is done with.
  bool copy_typed(uint32_t i, const Ins& ins, bool& stable) {
    bool positive = is_type_guard(ins.op), negative = is_negative_type_guard(ins.op);
    if (ins.op == Op::GuardIs || ins.op == Op::GuardIsNot) {
      Ref mapped = image(ins.a);
      if (!mapped.is_constant() || out_.type_of(mapped) != Type::Value || !ins.b.is_constant())
        return false;
      if ((mapped == ins.b) != (ins.op == Op::GuardIs)) stable = unstable(i, "a constant changes");
      return true;
    }
    if (!positive && !negative && !is_unbox(ins.op)) return false;
    Ref mapped = image(ins.a);
    Type known = known_type(mapped), wanted = type_of_guard(ins.op);
    if (known == Type::Void && !mapped.is_constant()) return false;
    if (positive || negative) {
      if ((known == wanted) != positive) {
        stable = unstable(i, std::string("the value is ") +
                                 (known == Type::Void ? "none of them" : type_name(known)) +
                                 " at the end of the iteration");
      } else if (context_.listening()) {
        hoisted(i, "the type of the phi says so");
      }
      return true;
    }
    if (known != wanted) {
      stable = unstable(i, "the value's type changes");
      return true;
    }
    if (mapped.is_constant() && out_.type_of(mapped) == Type::Value) {
      uint64_t bits = 0;
      evaluate(ins.op, out_.constant(mapped).bits, 0, 0, bits);
      mapped = out_.constant(ins.type, bits);
    } else if (out_.type_of(mapped) == Type::Value) {
      mapped = out_.at(mapped).a;
    }
    image_[i] = mapped;
    return true;
  }

  /// Exits take any type: a box need not be made for them.
  Ref unwrapped(Ref ref) const {
    return ref.is_op() && is_box(out_.at(ref).op) ? out_.at(ref).a : ref;
  }

  uint32_t snapshot_image(uint32_t index) {
    if (snapshot_image_[index] != kNone) return snapshot_image_[index];
    Snapshot s = source_.snapshots[index];
    for (SnapshotEntry& e : s.entries) e.value = unwrapped(image(e.value));
    for (PendingStore& p : s.pending) {
      auto map = [this](Ref& ref) {
        if (!ref.is_none()) ref = image_as(ref, source_.type_of(ref));
      };
      map(p.a);
      map(p.b);
      if (fixed_operand_count(p.op) == 3) map(p.c);
    }
    // What iterations before have left in slots that this one has not touched yet.
    for (size_t k = 0; k < carried_slots_.size(); ++k) {
      const LoopFacts::Slot& slot = facts_.slots()[k];
      if (slot.end.is_none()) continue;
      auto number = static_cast<int32_t>(slot.number);
      bool named = false;
      for (const SnapshotEntry& e : s.entries) named |= e.slot == number;
      if (!named) s.entries.push_back({number, unwrapped(carried_slots_[k])});
    }
    snapshot_image_[index] = static_cast<uint32_t>(out_.snapshots.size());
    out_.snapshots.push_back(std::move(s));
    return snapshot_image_[index];
  }

  // --- the loop's end

  /// The value in the type that the phi has.
  Ref as_type(Ref ref, Type type, uint32_t origin) {
    Type have = out_.type_of(ref);
    if (have == type) return ref;
    if (have == Type::Value) {
      if (ref.is_op() && is_box(out_.at(ref).op)) return out_.at(ref).a;
      return emit_unary(unbox_op(type), type, ref, origin);
    }
    return emit_unary(box_op(have), Type::Value, ref, origin);
  }

  bool close_loop() {
    for (size_t k = 0; k < carried_.size(); ++k) {
      Carried c = carried_[k];
      Type type = out_.at(c.phi).type;
      Ref next;
      if (c.is_memory) {
        const MemoryTable::Entry* known = memory_.find(c.place);
        if (!known) {  // told apart in the pre-roll, not in the body
          has_blocked = true;
          blocked = c.place;
          return false;
        }
        next = known->value;
      } else if (c.end.index < end_) {
        next = image(c.end);
      } else {
        next = image(out_.at(c.end).a);  // an unbox op that canonical() added
      }
      if (next.is_constant() && out_.type_of(next) != type) {
        uint64_t bits = 0;
        Op op = type == Type::Value ? box_op(out_.type_of(next)) : unbox_op(type);
        if (!evaluate(op, out_.constant(next).bits, 0, 0, bits)) {
          has_blocked = c.is_memory;
          blocked = c.place;
          reason = "the loop is not stable: a constant changes its type";
          return false;
        }
        next = out_.constant(type, bits);
      }
      next = as_type(next, type, out_.at(c.phi).origin);
      out_.at(c.phi).b = next;
    }
    Ins jump{};
    jump.op = Op::JumpLoop;
    jump.type = Type::Void;
    jump.origin = source_.ops[end_].origin;
    emit(jump);
    report();
    return true;
  }

  struct Hoist {
    uint32_t op;
    const char* why;
  };

  void report() {
    context_.edit(Action::Inserted, loop_, {}, context_.text(out_, loop_),
                  context_.listening()
                      ? "the recorded iteration is the pre-roll now; " +
                            std::to_string(carried_.size()) + " values are carried by phis"
                      : "");
    for (const Hoist& h : edits_)
      context_.edit(Action::Hoisted, h.op, context_.text(source_, h.op), {}, h.why);
  }

  const Trace& source_;
  const LoopFacts& facts_;
  PassContext& context_;
  const std::vector<Place>& not_carried_;
  Trace out_;
  AliasFacts aliases_;
  MemoryTable memory_;
  uint32_t end_;  // the terminal of the source
  uint32_t loop_ = 0;
  std::vector<Ref> carried_slots_;  // in the body, at its start, by index in facts_.slots()
  std::vector<std::pair<Ref, Ref>> unboxed_;  // values and the unbox ops that canonical() added
  std::vector<Carried> carried_;
  std::vector<Ref> image_;                  // in the body; typed even where a Value stood
  std::vector<std::pair<Ref, Ref>> boxes_;  // made in the body
  std::vector<uint32_t> snapshot_image_;
  std::vector<Hoist> edits_;
};

}  // namespace

void run_peel(Trace& trace, PassContext& context) {
  if (trace.kind != TraceKind::Loop || trace.ops.back().op != Op::JumpEntry) return;
  if (std::string why = unfit(trace, context); !why.empty())
    return context.note("not peeled: " + why);
  const LoopFacts facts(trace);
  std::vector<Place> not_carried;
  for (int attempt = 0; attempt < 8; ++attempt) {
    Peeler peeler(trace, facts, context, not_carried);
    if (peeler.run()) {
      trace = std::move(peeler.result());
      return;
    }
    if (!peeler.has_blocked) return context.note("not peeled: " + peeler.reason);
    not_carried.push_back(peeler.blocked);
  }
  context.note("not peeled: what it stores cannot be told apart");
}

}  // namespace hothouse::opt
