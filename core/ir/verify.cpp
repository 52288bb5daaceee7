#include "core/ir/verify.h"

#include <cstring>

#include "core/ir/helpers.h"
#include "core/ir/operands.h"
#include "core/ir/print.h"

namespace hothouse::ir {
namespace {

Type type_of_letter(char letter) {
  switch (letter) {
    case 'i':
      return Type::I64;
    case 'f':
      return Type::F64;
    case 'r':
      return Type::Ref;
    case 'b':
      return Type::Bool;
    case 'v':
      return Type::Value;
    case 'p':
      return Type::V4F64;
    case 'q':
      return Type::V4I64;
    default:
      return Type::Void;
  }
}

Type raw_value_type(uint16_t aux) {
  auto raw = static_cast<RawType>(aux);
  return raw == RawType::F32 || raw == RawType::F64 ? Type::F64 : Type::I64;
}

/// What an op on memory takes or gives for its RawType.
Type element_type(Op op, uint16_t aux) {
  Type type = raw_value_type(aux);
  if (op != Op::LoadVec && op != Op::StoreVec) return type;
  return type == Type::F64 ? Type::V4F64 : Type::V4I64;
}

bool is_raw_load(Op op) { return op == Op::LoadRaw || op == Op::LoadElem || op == Op::LoadVec; }

class Verifier {
 public:
  explicit Verifier(const Trace& trace) : trace_(trace) {}

  std::string run() {
    if (trace_.ops.empty()) return "the trace has no ops";
    size_t snapshot_count = trace_.snapshots.size();
    snapshot_seen_.assign(snapshot_count, false);
    for (uint32_t i = 0; i < trace_.ops.size() && problem_.empty(); ++i) check_op(i);
    if (problem_.empty() && has_loop_ && trace_.ops.back().op != Op::JumpLoop)
      complain(static_cast<uint32_t>(trace_.ops.size() - 1),
               "a trace with a loop op ends in jump_loop");
    if (problem_.empty()) check_params();
    return problem_;
  }

 private:
  void complain(uint32_t index, const std::string& what) {
    if (problem_.empty()) problem_ = what + ": " + print_op(trace_, index);
  }

  bool exists(Ref ref, uint32_t before) const {
    if (ref.is_none()) return false;
    if (ref.is_constant()) return ref.constant_index() < trace_.constants.size();
    return ref.index < before && trace_.ops[ref.index].type != Type::Void;
  }

  void check_operand(uint32_t index, Ref ref, Type wanted, uint32_t before, const char* which) {
    if (!exists(ref, before)) {
      bool is_void = ref.is_op() && ref.index < before;
      return complain(index, std::string(which) +
                                 (is_void ? " has no value" : " is not defined before") + " in");
    }
    Type type = trace_.type_of(ref);
    if (wanted != Type::Void && type != wanted) {
      complain(index, std::string(which) + " is " + type_name(type) + " instead of " +
                          type_name(wanted) + " in");
    }
  }

  void check_op(uint32_t index) {
    const Ins& ins = trace_.ops[index];
    if (ins.op >= Op::kCount) {
      problem_ = "op " + std::to_string(index) + " is not in the table";
      return;
    }
    const OpInfo& row = info(ins.op);
    check_terminal(index, ins, row);
    check_imm(index, ins, row);
    if (!problem_.empty()) return;
    if (row.flags & Call) {
      check_call(index, ins);
    } else {
      check_fixed(index, ins, row);
    }
    check_result(index, ins, row);
    check_phi(index, ins);
    check_snapshot(index, ins, row);
    check_after_python(index, ins, row);
    check_sunk(index, ins);
  }

  void check_terminal(uint32_t index, const Ins& ins, const OpInfo& row) {
    bool last = index + 1 == trace_.ops.size();
    if (last != bool(row.flags & Terminal))
      return complain(index, last ? "the last op is no terminal" : "a terminal in the middle");
    if (ins.op == Op::Loop) {
      if (has_loop_) complain(index, "a second loop op");
      has_loop_ = true;
      loop_ = index;
    }
    if (ins.op == Op::JumpLoop && !has_loop_) complain(index, "jump_loop without loop");
    if (ins.op == Op::Inherit) {
      if (trace_.kind != TraceKind::Bridge) complain(index, "inherit outside of a bridge");
      if (index > 0 && trace_.ops[index - 1].op != Op::Inherit)
        complain(index, "inherit ops stand first");
      if (!trace_.inherit_types.empty() &&
          (ins.imm >= trace_.inherit_types.size() || trace_.inherit_types[ins.imm] != ins.type))
        complain(index, "inherit differs from inherit_types");
    }
  }

  void check_imm(uint32_t index, const Ins& ins, const OpInfo& row) {
    if (!std::strcmp(row.imm, "field") && ins.imm >= static_cast<uint32_t>(Field::kCount))
      complain(index, "no such field");
    if (!std::strcmp(row.imm, "helper") && ins.imm >= helper_count())
      complain(index, "no such helper");
    if (!std::strcmp(row.imm, "alloc") && ins.imm >= trace_.allocs.size())
      complain(index, "no such alloc");
    if (!std::strcmp(row.imm, "offset") && ins.aux > static_cast<uint16_t>(RawType::F64))
      complain(index, "no such raw type");
  }

  void check_call(uint32_t index, const Ins& ins) {
    if (uint64_t{ins.a.index} + ins.b.index > trace_.args.size())
      return complain(index, "arguments beyond the trace's args");
    const char* letters = nullptr;
    if (ins.op == Op::Call) {
      letters = helper_info(ins.imm).operands;
      if (std::strlen(letters) != ins.b.index)
        return complain(
            index, "the helper takes " + std::to_string(std::strlen(letters)) + " operands in");
    }
    for (uint32_t i = 0; i < ins.b.index; ++i) {
      Type wanted = letters ? type_of_letter(letters[i]) : Type::Void;
      check_operand(index, trace_.args[ins.a.index + i], wanted, index, "an argument");
    }
  }

  void check_fixed(uint32_t index, const Ins& ins, const OpInfo& row) {
    const Ref operands[3] = {ins.a, ins.b, ins.c};
    static const char* const kWhich[3] = {"operand a", "operand b", "operand c"};
    for (int i = 0; row.operands[i]; ++i) {
      Type wanted = type_of_letter(row.operands[i]);
      uint32_t before = index;
      if (row.operands[i] == '=') wanted = ins.type;
      if (ins.op == Op::Phi) {
        before = i == 0 ? loop_ : static_cast<uint32_t>(trace_.ops.size());
      } else if (ins.op == Op::StoreField && i == 1) {
        wanted = field_info(ins.imm).type;
      } else if (ins.op == Op::StoreRaw && i == 1) {
        wanted = raw_value_type(ins.aux);
      } else if ((ins.op == Op::StoreElem || ins.op == Op::StoreVec) && i == 2) {
        wanted = element_type(ins.op, ins.aux);
      } else if (ins.op == Op::GuardNoRaise && trace_.ops.size() > ins.a.index && ins.a.is_op()) {
        Type t = trace_.at(ins.a).type;
        if (t != Type::Value && t != Type::Ref)
          complain(index, "guard_no_raise wants a value or a ref");
      }
      bool is_value = i == fixed_operand_count(ins.op) - 1;
      if ((ins.flags & kSunk) && is_value && stores_boxed(ins.op, ins.imm)) wanted = Type::Void;
      check_operand(index, operands[i], wanted, before, kWhich[i]);
    }
  }

  void check_result(uint32_t index, const Ins& ins, const OpInfo& row) {
    Type wanted = type_of_letter(row.result);
    if (row.result == '*' || row.result == '=') {
      if (is_raw_load(ins.op))
        wanted = element_type(ins.op, ins.aux);
      else if (ins.op == Op::CallNative)
        return;
      else
        wanted = ins.type;
      if (ins.type == Type::Void) return complain(index, "no result type");
    } else if (row.result == '@') {
      wanted = ins.op == Op::Call ? type_of_letter(helper_info(ins.imm).result)
                                  : field_info(ins.imm).type;
    }
    if (ins.type != wanted) {
      complain(index, std::string("the result is ") + type_name(ins.type) + " instead of " +
                          type_name(wanted) + " in");
    }
  }

  void check_phi(uint32_t index, const Ins& ins) {
    if (ins.op != Op::Phi) return;
    if (!has_loop_ || index == 0 ||
        (trace_.ops[index - 1].op != Op::Phi && trace_.ops[index - 1].op != Op::Loop))
      complain(index, "phis stand right behind loop");
  }

  void check_snapshot_ref(uint32_t index, Ref ref) {
    if (!exists(ref, index))
      complain(index, "its snapshot names a value that is not defined before");
  }

  void check_snapshot(uint32_t index, const Ins& ins, const OpInfo& row) {
    bool needed = (row.flags & Guard) || ins.op == Op::Exit || ins.op == Op::JumpEntry;
    if (ins.snapshot == 0xffffffffu) {
      if (needed) complain(index, "a snapshot is missing");
      return;
    }
    if (ins.snapshot >= trace_.snapshots.size()) return complain(index, "no such snapshot");
    if (snapshot_seen_[ins.snapshot]) return;  // checked at the first op that leaves through it
    snapshot_seen_[ins.snapshot] = true;
    const Snapshot& s = trace_.snapshots[ins.snapshot];
    for (const SnapshotEntry& e : s.entries) check_snapshot_ref(index, e.value);
    for (const PendingStore& p : s.pending) {
      if (!(info(p.op).flags & Store)) complain(index, "a pending op is no store");
      check_snapshot_ref(index, p.a);
      check_snapshot_ref(index, p.b);
      if (fixed_operand_count(p.op) == 3) check_snapshot_ref(index, p.c);
    }
  }

  /// Behind a call that may have raised or run Python, the first guard is its own guard_no_raise:
  /// an earlier exit would lose the exception.
  void check_after_python(uint32_t index, const Ins& ins, const OpInfo& row) {
    if (ins.op == Op::Call) {
      if (waiting_) complain(index, "a call before the guard_no_raise of the call before");
      const HelperInfo& helper = helper_info(ins.imm);
      // Not every caller looks at the outcome: only a guard_no_raise that exists must come first.
      waiting_ = (helper.flags & kHelperMayRaise) && is_checked(index);
      call_ = Ref{index};
      return;
    }
    if (!waiting_) return;
    if (ins.op == Op::GuardNoRaise && ins.a == call_) {
      waiting_ = false;
    } else if ((row.flags & (Guard | Terminal))) {
      complain(index, "a guard between a call that may raise and its guard_no_raise");
    }
  }

  bool is_checked(uint32_t call) const {
    for (uint32_t i = call + 1; i < trace_.ops.size() && trace_.ops[i].op != Op::Call; ++i)
      if (trace_.ops[i].op == Op::GuardNoRaise && trace_.ops[i].a == Ref{call}) return true;
    return false;
  }

  void check_sunk(uint32_t index, const Ins& ins) {
    if (ins.flags & kSunk) {
      bool is_store = info(ins.op).flags & Store;
      if (ins.op != Op::New && ins.op != Op::BoxRef && !is_store)
        return complain(index, "only new, box_ref and stores can be sunk");
      if (ins.op != Op::New &&
          (!ins.a.is_op() || trace_.at(ins.a).op != Op::New || !(trace_.at(ins.a).flags & kSunk)))
        return complain(index, "a sunk op without a sunk object");
      if (ins.op == Op::StoreTuple || ins.op == Op::StoreCells || ins.op == Op::StoreF64 ||
          ins.op == Op::StoreI64 || ins.op == Op::StoreByte) {
        if (!ins.b.is_constant()) complain(index, "a sunk store with a variable index");
      }
      return;
    }
    for_each_operand(trace_, ins, [&](Ref ref) {
      if (ref.is_op() && (trace_.at(ref).flags & kSunk))
        complain(index, "a sunk object is used by an op that is not sunk");
    });
  }

  void check_params() {
    for (Ref ref : trace_.body_params) {
      if (!has_loop_)
        problem_ = "body_params without a loop";
      else if (!exists(ref, static_cast<uint32_t>(trace_.ops.size())))
        problem_ = "a body param is not defined";
    }
  }

  const Trace& trace_;
  std::string problem_;
  bool has_loop_ = false;
  uint32_t loop_ = 0;
  bool waiting_ = false;  // for guard_no_raise of call_
  Ref call_;
  std::vector<bool> snapshot_seen_;
};

}  // namespace

std::string verify(const Trace& trace) { return Verifier(trace).run(); }

}  // namespace hothouse::ir
