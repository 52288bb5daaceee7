// Value numbering: a pure op with the operands of an earlier one has its result already.
//
//   %3 = add_ov %1, %2 !s0           %3 = add_ov %1, %2 !s0
//   %4 = lt %3, %0            ->     %4 = lt %3, %0
//   %5 = add_ov %2, %1 !s1           (uses of %5 see %3)
//   %6 = gt %0, %3                   (uses of %6 see %4)
//
// Overflow-checked ops count as pure: where the first one did not leave, the second would not.
// Loads of fields that never change, pure helpers and phis are numbered too. Other loads are
// loadstore's business: they depend on stores.
//
// Phis that are equal in the loop need not be equal for a bridge that enters the body (enter.cpp):
// it compares what the header's snapshot names, and only that. A phi that stands for a place in
// memory, which the snapshot does not name, is left alone.
//
// Why not keep everything until the end: a call that may run Python moves objects, so a reference
// computed before it is stale behind it, even if the op that made it is pure.
#include "core/ir/helpers.h"
#include "core/opt/editor.h"
#include "core/opt/memory.h"
#include "core/opt/planted.h"

namespace hothouse::opt {

using namespace ir;

namespace {

class ValueNumbering {
 public:
  ValueNumbering(Trace& trace, PassContext& context) : trace_(trace), editor_(trace, context) {
    size_t size = 64;
    while (size < trace.ops.size() * 2) size *= 2;
    table_.assign(size, kEmpty);
  }

  void run() {
    for (uint32_t i = 0; i < editor_.size(); ++i) {
      Ins& ins = editor_.visit(i);
      if (ins.flags & kSunk) continue;
      if (ins.op == Op::Phi) {
        if (is_compared(i) && !simplify_phi(i, ins)) number(i, ins);
      } else if (is_numbered(ins)) {
        number(i, ins);
      } else if ((has_flag(ins, Call) && effects_of(trace_, ins).python) ||
                 (ins.op == Op::Loop && body_runs_python(i))) {
        table_.assign(table_.size(), kEmpty);
      }
    }
    editor_.finish();
  }

 private:
  static constexpr uint32_t kEmpty = 0xffffffffu;

  bool is_numbered(const Ins& ins) const {
    if (has_flag(ins, Pure)) return true;
    switch (ins.op) {
      case Op::AddOv:
      case Op::SubOv:
      case Op::MulOv:
        return true;
      case Op::LoadField:
        // Of a new object: the stores that initialize it stand in between.
        return field_info(ins.imm).constant && !(ins.a.is_op() && trace_.at(ins.a).op == Op::New);
      case Op::Call:
        return helper_info(ins.imm).flags & kHelperPure;
      default:
        return false;
    }
  }

  bool body_runs_python(uint32_t loop) const {
    for (uint32_t i = loop + 1; i < trace_.ops.size(); ++i)
      if (has_flag(trace_.ops[i], Call) && effects_of(trace_, trace_.ops[i]).python) return true;
    return false;
  }

  /// Whether a bridge that enters the body compares what this phi stands for; true if none can
  /// enter.
  bool is_compared(uint32_t phi) {
    uint32_t first = phi;
    while (trace_.ops[first].op == Op::Phi) ++first;
    if (trace_.ops[first].op != Op::Safepoint) return true;
    const Snapshot& header = trace_.snapshots[trace_.ops[first].snapshot];
    for (const SnapshotEntry& e : header.entries)
      if (e.value == Ref{phi}) return true;
    for (const PendingStore& p : header.pending)
      if (p.b == Ref{phi}) return true;
    return false;
  }

  /// phi(a, a) and phi(a, itself) are a. One of which something is assumed stays: whoever enters
  /// the body has to keep to it.
  bool simplify_phi(uint32_t i, const Ins& ins) {
    if (ins.imm != 0) return false;
    Ref b = editor_.resolve(ins.b);
    if (b != ins.a && b != Ref{i}) return false;
    editor_.replace(i, ins.a, editor_.reason("it never changes"));
    return true;
  }

  struct Key {
    Op op;
    Type type;
    uint16_t aux;
    uint32_t imm;
    Ref a, b, c;
  };

  /// One form for what means the same: a > b is b < a, operands of commutative ops in order.
  static Key key_of(const Ins& ins) {
    Key k{ins.op, ins.type, ins.aux, ins.imm, ins.a, ins.b, ins.c};
    auto turn = [&k](Op op) {
      k.op = op;
      std::swap(k.a, k.b);
    };
    switch (ins.op) {
      case Op::Gt:
        turn(Op::Lt);
        break;
      case Op::Ge:
        turn(Op::Le);
        break;
      case Op::Fgt:
        turn(Op::Flt);
        break;
      case Op::Fge:
        turn(Op::Fle);
        break;
      case Op::BoxInt:
        k.aux = 0;
        break;
      default:
        if ((has_flag(ins, Commutative) ||
             (HOTHOUSE_PLANTED(sub_commutes) && (ins.op == Op::Sub || ins.op == Op::SubOv))) &&
            k.b.index < k.a.index)
          std::swap(k.a, k.b);
        break;
    }
    return k;
  }

  uint64_t hash_of(const Ins& ins, const Key& k) const {
    uint64_t h = static_cast<uint64_t>(k.op) * 0x9e3779b97f4a7c15u + k.imm;
    auto mix = [&h](uint64_t x) { h = (h ^ x) * 0xff51afd7ed558ccdu ^ (h >> 29); };
    if (ins.op == Op::Call) {
      for (uint32_t n = 0; n < ins.b.index; ++n) mix(trace_.args[ins.a.index + n].index);
    } else {
      mix(k.a.index);
      mix(k.b.index);
      mix(k.c.index);
    }
    return h ^ (h >> 32);
  }

  bool equal(const Ins& ins, const Key& k, uint32_t earlier) const {
    const Ins& other = trace_.ops[earlier];
    Key o = key_of(other);
    if (k.op != o.op || k.type != o.type || k.aux != o.aux || k.imm != o.imm) return false;
    if (ins.op != Op::Call) return k.a == o.a && k.b == o.b && k.c == o.c;
    if (ins.b != other.b) return false;
    for (uint32_t n = 0; n < ins.b.index; ++n)
      if (trace_.args[ins.a.index + n] != trace_.args[other.a.index + n]) return false;
    return true;
  }

  void number(uint32_t i, const Ins& ins) {
    if (ins.op == Op::Call && (helper_info(ins.imm).flags & kHelperMayRaise) &&
        ins.type != Type::Value && ins.type != Type::Ref)
      return;
    // x + 1 is known when x + 1 with its overflow check was computed before.
    Op checked = ins.op == Op::Add   ? Op::AddOv
                 : ins.op == Op::Sub ? Op::SubOv
                 : ins.op == Op::Mul ? Op::MulOv
                                     : ins.op;
    if (checked != ins.op) {
      Ins twin = ins;
      twin.op = checked;
      if (uint32_t earlier = find(twin, key_of(twin), false, i); earlier != kEmpty)
        return replace(i, earlier);
    }
    uint32_t earlier = find(ins, key_of(ins), true, i);
    if (earlier != kEmpty) replace(i, earlier);
  }

  void replace(uint32_t i, uint32_t earlier) {
    editor_.replace(i, Ref{earlier}, editor_.reason_op("same as ", earlier));
  }

  /// The earlier op with this key, or kEmpty; then, if asked, op i is entered.
  uint32_t find(const Ins& ins, const Key& key, bool enter, uint32_t i) {
    size_t mask = table_.size() - 1;
    for (size_t at = hash_of(ins, key) & mask;; at = (at + 1) & mask) {
      if (table_[at] == kEmpty) {
        if (enter) table_[at] = i;
        return kEmpty;
      }
      if (equal(ins, key, table_[at])) return table_[at];
    }
  }

  Trace& trace_;
  Editor editor_;
  std::vector<uint32_t> table_;
};

}  // namespace

void run_gvn(Trace& trace, PassContext& context) { ValueNumbering(trace, context).run(); }

}  // namespace hothouse::opt
