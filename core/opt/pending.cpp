// Pending stores: a store that only exits can see is described in their snapshots instead of
// being done.
//
//   loop                                          loop
//   %10 = phi %9, %12                             %10 = phi %9, %12
//   %11 = gt %20, 0                               %11 = gt %20, 0
//   guard_true %11 !s3                     ->     guard_true %11 !s3
//   %12 = add %10, %8                             %12 = add %10, %8
//   store_field %2, %12, .RangeIterNext           guard_int %13 !s4
//   guard_int %13 !s4                             jump_loop
//   jump_loop                                     s3: ... pending {store_field %2, %10, ...}
//                                                 s4: ... pending {store_field %2, %12, ...}
//
// Two cases. (1) Straight on: a store that a later one to the same place overwrites, with exits
// but no reader in between. (2) Round the loop: all stores of the body to one place whose address
// does not change, if no op of the body may see the place otherwise; at the body's start it holds
// what the pre-roll or the iteration before left, a phi. So a range iterator's position, a
// generator's registers or a counter in a global are in registers while the loop runs.
//
// Not done: putting off a store that has to be done before the end anyway. It would be moved, not
// saved, and its operands kept alive.
//
// Between the store and the exits that perform it no other store may reach the same place, for
// an exit does its pending stores last. A write barrier goes with its stores; the exit has its own.
#include <algorithm>

#include "core/opt/editor.h"
#include "core/opt/memory.h"
#include "core/opt/planted.h"

namespace hothouse::opt {

using namespace ir;

namespace {

constexpr uint32_t kNone = 0xffffffffu;
constexpr size_t kMaxPending = 24;  // per snapshot: exits should stay small

bool is_deferrable(const Trace& trace, const Ins& ins) {
  if (ins.flags & kSunk) return false;
  // An exit that stores into a new object needs the object: it could not be sunk any more.
  if (ins.a.is_op() && trace.at(ins.a).op == Op::New) return false;
  switch (ins.op) {
    case Op::StoreField:
    case Op::StoreInline:
    case Op::StoreCells:
    case Op::StoreF64:
    case Op::StoreI64:
    case Op::StoreByte:
    case Op::StoreGen:
    case Op::StoreAux:
      return true;
    default:
      return false;
  }
}

PendingStore pending_of(const Ins& ins) {
  PendingStore p{};
  p.op = ins.op;
  p.imm = ins.imm;
  p.a = ins.a;
  p.b = ins.b;
  p.c = ins.c;
  return p;
}

/// What the pending store leaves behind: the same with another value.
PendingStore with_value(PendingStore p, Ref value) {
  (fixed_operand_count(p.op) == 3 ? p.c : p.b) = value;
  return p;
}

class Pending {
 public:
  Pending(Trace& trace, PassContext& context)
      : trace_(trace),
        context_(context),
        aliases_(trace),
        dead_(trace.ops.size(), false),
        deferred_(trace.ops.size()) {}

  void run() {
    for (uint32_t i = 0; i < trace_.ops.size(); ++i) {
      if (trace_.ops[i].op == Op::Loop) loop_ = i;
      aliases_.see(i, trace_.ops[i]);
    }
    if (loop_ != kNone) {
      carry_round_loop();
      straight(0, loop_);
      straight(loop_ + 1, static_cast<uint32_t>(trace_.ops.size()));
    } else {
      straight(0, static_cast<uint32_t>(trace_.ops.size()));
    }
    if (!changed_) return;
    drop_barriers();
    attach();
    if (!new_phis_.empty()) insert_phis();
    compact(trace_, dead_);
  }

 private:
  static bool leaves(const Ins& ins) {
    return ins.snapshot != kNone && (has_flag(ins, Guard) || ins.op == Op::Exit);
  }

  /// May this op see or change the place otherwise than by a store to exactly it?
  bool disturbs(const Ins& ins, const Place& place) const {
    if (has_flag(ins, Call)) {
      Effects e = effects_of(trace_, ins);
      return e.python || ((e.reads || e.writes) && e.touches(place));
    }
    if (ins.op == Op::JumpBody || ins.op == Op::JumpEntry || ins.op == Op::Return) return true;
    if (has_flag(ins, Load) || has_flag(ins, Store)) {
      if (ins.flags & kSunk) return false;
      return aliases_.alias(place_of(ins), place) != Alias::No;
    }
    return false;
  }

  // --- (1) straight on

  void straight(uint32_t from, uint32_t to) {
    struct Open {
      uint32_t store;
      Place place;
      std::vector<uint32_t> exits;
    };
    std::vector<Open> open;
    for (uint32_t i = from; i < to; ++i) {
      const Ins& ins = trace_.ops[i];
      if (dead_[i]) continue;
      bool deferrable = is_deferrable(trace_, ins);
      Place place = deferrable ? place_of(ins) : Place{};
      for (size_t k = open.size(); k-- > 0;) {
        Open& o = open[k];
        if (deferrable && aliases_.alias(place, o.place) == Alias::Must) {
          if (HOTHOUSE_PLANTED(pending_lost) && !o.exits.empty()) o.exits.pop_back();
          for (uint32_t exit : o.exits) deferred_[exit].push_back(pending_of(trace_.ops[o.store]));
          bury(o.store, "overwritten; exits in between do it", i);
          open.erase(open.begin() + static_cast<std::ptrdiff_t>(k));
        } else if (disturbs(ins, o.place)) {
          open.erase(open.begin() + static_cast<std::ptrdiff_t>(k));
        }
      }
      if (leaves(ins)) {
        for (size_t k = open.size(); k-- > 0;) {
          if (deferred_[i].size() + open.size() > kMaxPending) {
            open.erase(open.begin() + static_cast<std::ptrdiff_t>(k));
          } else {
            open[k].exits.push_back(i);
          }
        }
      }
      if (deferrable && open.size() < 32) open.push_back({i, place, {}});
    }
  }

  void bury(uint32_t i, const char* why, uint32_t other) {
    dead_[i] = true;
    changed_ = true;
    buried_.push_back(i);
    context_.edit(
        Action::Deferred, i, context_.text(trace_, i), {},
        context_.listening() ? std::string(why) + ": `" + context_.text(trace_, other) + "`" : "");
  }

  // --- (2) round the loop

  bool is_outside(Ref ref) const { return !ref.is_op() || ref.index < loop_; }

  void carry_round_loop() {
    struct Group {
      Place place;
      std::vector<uint32_t> stores;
    };
    std::vector<Group> groups;
    auto count = static_cast<uint32_t>(trace_.ops.size());
    for (uint32_t i = loop_ + 1; i < count; ++i) {
      const Ins& ins = trace_.ops[i];
      if (!is_deferrable(trace_, ins) || !is_outside(ins.a)) continue;
      if (fixed_operand_count(ins.op) == 3 && !is_outside(ins.b)) continue;
      Place place = place_of(ins);
      Group* group = nullptr;
      for (Group& g : groups)
        if (aliases_.alias(g.place, place) == Alias::Must) group = &g;
      if (!group) {
        if (groups.size() >= kMaxPending) continue;
        groups.push_back({place, {}});
        group = &groups.back();
      }
      group->stores.push_back(i);
    }
    for (const Group& g : groups) {
      if (!is_private(g.place)) continue;
      Ref before = value_at_loop(g.place);
      if (before.is_none()) {
        if (context_.listening())
          context_.note("not deferred: `" + context_.text(trace_, g.stores[0]) +
                        "`, what the place holds before the loop is not known");
        continue;
      }
      defer_group(g.place, g.stores, before);
    }
  }

  /// Whether nothing in the body but stores to exactly this place touches it.
  bool is_private(const Place& place) const {
    for (uint32_t i = loop_ + 1; i < trace_.ops.size(); ++i) {
      const Ins& ins = trace_.ops[i];
      if (is_deferrable(trace_, ins) && aliases_.alias(place_of(ins), place) == Alias::Must)
        continue;
      if (disturbs(ins, place)) return false;
    }
    return true;
  }

  /// The value in the place when the body is entered first, if the pre-roll tells.
  Ref value_at_loop(const Place& place) const {
    for (uint32_t i = loop_; i-- > 0;) {
      const Ins& ins = trace_.ops[i];
      if (has_flag(ins, Call)) {
        Effects e = effects_of(trace_, ins);
        if (e.python || (e.writes && e.touches(place))) return kNoRef;
        continue;
      }
      if (!has_flag(ins, Load) && !has_flag(ins, Store)) continue;
      Alias alias = aliases_.alias(place_of(ins), place);
      if (alias == Alias::Must) return has_flag(ins, Store) ? stored_value(ins) : Ref{i};
      if (alias == Alias::May && has_flag(ins, Store)) return kNoRef;
    }
    return kNoRef;
  }

  void defer_group(const Place& place, const std::vector<uint32_t>& stores, Ref before) {
    (void)place;
    Ref after = stored_value(trace_.ops[stores.back()]);
    Ref value = phi_of(before, after);
    PendingStore pending = with_value(pending_of(trace_.ops[stores.back()]), value);
    size_t next = 0;
    for (uint32_t i = loop_ + 1; i < trace_.ops.size(); ++i) {
      if (next < stores.size() && stores[next] == i) {
        pending = pending_of(trace_.ops[i]);
        bury(i, "only exits see it while the loop runs", loop_);
        ++next;
      } else if (leaves(trace_.ops[i])) {
        deferred_[i].push_back(pending);
      }
    }
  }

  /// The phi of these two, or what does for it: an existing one, or one behind the others.
  Ref phi_of(Ref before, Ref after) {
    if (before == after) return before;
    // A box need not be made for an exit: it takes the phi of what is inside.
    Ref inner_before = unboxed(before), inner_after = unboxed(after);
    if (inner_before != before && inner_after != after &&
        trace_.type_of(inner_before) == trace_.type_of(inner_after)) {
      before = inner_before;
      after = inner_after;
      if (before == after) return before;
    }
    for (uint32_t i = loop_ + 1; i < trace_.ops.size() && trace_.ops[i].op == Op::Phi; ++i)
      if (trace_.ops[i].a == before && trace_.ops[i].b == after) return Ref{i};
    for (size_t k = 0; k < new_phis_.size(); ++k)
      if (new_phis_[k].a == before && new_phis_[k].b == after) return placeholder(k);
    Ins phi{};
    phi.op = Op::Phi;
    phi.type = trace_.type_of(before);
    phi.a = before;
    phi.b = after;
    phi.origin = trace_.ops[loop_].origin;
    new_phis_.push_back(phi);
    return placeholder(new_phis_.size() - 1);
  }

  Ref unboxed(Ref ref) const {
    if (!ref.is_op()) return ref;
    const Ins& ins = trace_.at(ref);
    bool is_box = ins.op == Op::BoxInt || ins.op == Op::BoxFloat || ins.op == Op::BoxBool ||
                  ins.op == Op::BoxRef;
    return is_box && !(ins.flags & kSunk) ? ins.a : ref;
  }

  /// Stands for new_phis_[k] until insert_phis gives it a place.
  static constexpr uint32_t kPlaceholder = 0x40000000u;
  static Ref placeholder(size_t k) { return Ref{kPlaceholder + static_cast<uint32_t>(k)}; }

  void insert_phis() {
    uint32_t at = loop_ + 1;
    while (trace_.ops[at].op == Op::Phi) ++at;
    auto added = static_cast<uint32_t>(new_phis_.size());
    auto shift = [at, added](Ref& ref) {
      if (!ref.is_op()) return;
      if (ref.index >= kPlaceholder) {
        ref.index = at + (ref.index - kPlaceholder);
      } else if (ref.index >= at) {
        ref.index += added;
      }
    };
    trace_.ops.insert(trace_.ops.begin() + at, new_phis_.begin(), new_phis_.end());
    dead_.insert(dead_.begin() + at, added, false);
    for (Ins& ins : trace_.ops)
      if (!has_flag(ins, Call)) for_each_operand(trace_, ins, shift);
    for (Ref& ref : trace_.args) shift(ref);
    for (Snapshot& s : trace_.snapshots) for_each_snapshot_ref(s, shift);
    for (Ref& ref : trace_.body_params) shift(ref);
  }

  // --- both

  /// A barrier is needed for a reference that is stored. Those of objects all of whose stores in
  /// this part of the trace have gone are dropped.
  void drop_barriers() {
    if (buried_.empty()) return;
    auto count = static_cast<uint32_t>(trace_.ops.size());
    auto part = [this](uint32_t i) { return loop_ != kNone && i > loop_; };
    for (uint32_t i = 0; i < count; ++i) {
      if (trace_.ops[i].op != Op::Barrier || dead_[i]) continue;
      Ref object = trace_.ops[i].a;
      bool had_store = false, has_store = false;
      for (uint32_t k = 0; k < count; ++k) {
        const Ins& ins = trace_.ops[k];
        if (!has_flag(ins, Store) || fixed_operand_count(ins.op) < 2 || ins.a != object) continue;
        Type type = trace_.type_of(stored_value(ins));
        if (type != Type::Value && type != Type::Ref) continue;
        if (part(k) != part(i)) continue;
        (dead_[k] ? had_store : has_store) = true;
      }
      if (had_store && !has_store) {
        dead_[i] = true;
        context_.edit(Action::Removed, i, context_.text(trace_, i), {},
                      context_.listening() ? "its stores are pending" : "");
      }
    }
  }

  /// Puts the deferred stores into the snapshots. A snapshot that several guards share is split
  /// where they need different ones.
  void attach() {
    std::vector<uint32_t> owner(trace_.snapshots.size(), kNone);
    for (uint32_t i = 0; i < trace_.ops.size(); ++i) {
      Ins& ins = trace_.ops[i];
      if (ins.snapshot == kNone || dead_[i]) continue;
      uint32_t s = ins.snapshot;
      if (owner[s] == kNone) {
        owner[s] = i;
        continue;
      }
      if (equal(deferred_[owner[s]], deferred_[i])) continue;
      ins.snapshot = static_cast<uint32_t>(trace_.snapshots.size());
      Snapshot copy = trace_.snapshots[s];
      trace_.snapshots.push_back(std::move(copy));
      owner.push_back(i);
      // Later guards of the group most likely need what this one needs.
      for (uint32_t k = i + 1; k < trace_.ops.size(); ++k)
        if (trace_.ops[k].snapshot == s) trace_.ops[k].snapshot = ins.snapshot;
    }
    for (size_t s = 0; s < owner.size(); ++s) {
      if (owner[s] == kNone) continue;
      Snapshot& snapshot = trace_.snapshots[s];
      // What was pending before comes first: newer stores win.
      for (const PendingStore& p : deferred_[owner[s]]) snapshot.pending.push_back(p);
    }
  }

  static bool equal(const std::vector<PendingStore>& a, const std::vector<PendingStore>& b) {
    if (a.size() != b.size()) return false;
    for (size_t k = 0; k < a.size(); ++k)
      if (a[k].op != b[k].op || a[k].imm != b[k].imm || a[k].a != b[k].a || a[k].b != b[k].b ||
          a[k].c != b[k].c)
        return false;
    return true;
  }

  Trace& trace_;
  PassContext& context_;
  AliasFacts aliases_;
  uint32_t loop_ = kNone;
  std::vector<bool> dead_;
  std::vector<std::vector<PendingStore>> deferred_;  // by exit
  std::vector<uint32_t> buried_;
  std::vector<Ins> new_phis_;
  bool changed_ = false;
};

}  // namespace

void run_pending(Trace& trace, PassContext& context) { Pending(trace, context).run(); }

}  // namespace hothouse::opt
