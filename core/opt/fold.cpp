// Fold: rewrites single ops by the rules of fold_rules.def, and computes what is constant.
//
//   %3 = add %1, 4                   %3 = add %1, 4
//   %4 = add %3, 2           ->      %4 = add %1, 6
//   %5 = box_int %4                  %5 = box_int %4
//   %6 = unbox_int %5                (uses of %6 see %4)
//   %7 = not %2
//   guard_true %7 !s0                guard_false %2 !s0
//
// Precondition: none. An op becomes one op or an existing value, never several, so a single scan
// in order suffices: operands are in their final form when an op is reached.
//
// Why not switch over the ops, as one would at first: nobody could prove it. The rules are data,
// so that the test proves the very rows that run here.
#include "core/ir/evaluate.h"
#include "core/objects/layout.h"
#include "core/opt/editor.h"
#include "core/opt/rules.h"

namespace hothouse::opt {

using namespace ir;
using ir::Type;

namespace {

struct Bindings {
  Ref variables[3];
  Ref constants[2];
};

class Folder {
 public:
  Folder(Trace& trace, PassContext& context) : trace_(trace), editor_(trace, context) {}

  void run() {
    for (uint32_t i = 0; i < editor_.size(); ++i) {
      editor_.visit(i);
      // A rewritten op may match again; every rule makes an op simpler, the bound is a safety net.
      for (int rounds = 0; rounds < 8 && fold(i); ++rounds) {
      }
    }
    editor_.finish();
  }

 private:
  /// True if the op was rewritten in place and should be looked at again.
  bool fold(uint32_t i) {
    Ins& ins = trace_.ops[i];
    if (ins.flags & kSunk) return false;
    order_operands(ins);
    if (fold_constant(i, ins)) return false;
    for (const Rule* rule : fold_rules_of(ins.op)) {
      Bindings bindings;
      if (match_op(*rule, rule->pattern, ins, bindings) && holds(*rule, bindings))
        return apply(*rule, i, bindings);
    }
    return false;
  }

  /// Constants to the right, so that rules and value numbering see one form.
  void order_operands(Ins& ins) {
    if (!has_flag(ins, Commutative)) return;
    if (ins.a.is_constant() && !ins.b.is_constant()) std::swap(ins.a, ins.b);
  }

  bool fold_constant(uint32_t i, const Ins& ins) {
    if (!has_flag(ins, Pure) && ins.op != Op::AddOv && ins.op != Op::SubOv && ins.op != Op::MulOv)
      return false;
    int count = fixed_operand_count(ins.op);
    if (count == 0 || !ins.a.is_constant() || (count > 1 && !ins.b.is_constant()) ||
        (count > 2 && !ins.c.is_constant()))
      return false;
    uint64_t a = trace_.constant(ins.a).bits;
    uint64_t b = count > 1 ? trace_.constant(ins.b).bits : 0;
    uint64_t c = count > 2 ? trace_.constant(ins.c).bits : 0;
    uint64_t result;
    if (ins.op == Op::LoadTuple && editor_.context().has_objects()) {
      // Where it is no such tuple, a guard will have left.
      const Value v = Value::from_bits(a);
      if (!v.is_object() || v.bits() == 0 || v.as_object()->kind != Kind::Tuple) return false;
      if (b >= v.as<Tuple>()->length) return false;
      result = v.as<Tuple>()->data()[b].bits();
    } else if (!evaluate(ins.op, a, b, c, result)) {
      return false;
    }
    editor_.replace(i, trace_.constant(ins.type, result),
                    editor_.reason("its operands are constant"));
    return true;
  }

  bool match_op(const Rule& rule, int index, const Ins& ins, Bindings& bindings) {
    const RuleNode& node = rule.nodes[static_cast<size_t>(index)];
    if (node.op != ins.op || (ins.flags & kSunk)) return false;
    const Ref operands[3] = {ins.a, ins.b, ins.c};
    Bindings saved = bindings;
    bool matched = true;
    for (int k = 0; k < node.count && matched; ++k)
      matched = match(rule, node.operands[k], operands[k], bindings);
    if (matched) return true;
    bindings = saved;
    if (!has_flag(ins, Commutative)) return false;
    if (match(rule, node.operands[0], ins.b, bindings) &&
        match(rule, node.operands[1], ins.a, bindings))
      return true;
    bindings = saved;
    return false;
  }

  bool match(const Rule& rule, int index, Ref ref, Bindings& bindings) {
    const RuleNode& node = rule.nodes[static_cast<size_t>(index)];
    auto bind = [ref](Ref& bound) {
      if (bound.is_none()) bound = ref;
      return bound == ref;
    };
    switch (node.kind) {
      case RuleNode::Kind::Variable:
        return bind(bindings.variables[node.number]);
      case RuleNode::Kind::Constant:
        return ref.is_constant() && bind(bindings.constants[node.number]);
      case RuleNode::Kind::Literal:
        return ref.is_constant() && trace_.constant(ref).bits == node.bits &&
               trace_.constant(ref).type == node.type;
      case RuleNode::Kind::Apply:
        return ref.is_op() && match_op(rule, index, trace_.at(ref), bindings);
      default:
        return false;
    }
  }

  bool holds(const Rule& rule, const Bindings& bindings) {
    for (const RuleCondition& condition : rule.conditions) {
      uint64_t operands[2] = {0, 0};
      for (int k = 0; k < 2 && condition.operands[k] >= 0; ++k)
        if (!compute(rule, condition.operands[k], bindings, operands[k])) return false;
      if (!condition_holds<64>(condition.kind, operands[0], operands[1])) return false;
    }
    return true;
  }

  /// The bits of an expression of constants. False if it is none.
  bool compute(const Rule& rule, int index, const Bindings& bindings, uint64_t& bits) {
    const RuleNode& node = rule.nodes[static_cast<size_t>(index)];
    uint64_t operands[3] = {0, 0, 0};
    switch (node.kind) {
      case RuleNode::Kind::Constant:
        bits = trace_.constant(bindings.constants[node.number]).bits;
        return true;
      case RuleNode::Kind::Literal:
        bits = node.bits;
        return true;
      case RuleNode::Kind::Log2:
        if (!compute(rule, node.operands[0], bindings, operands[0])) return false;
        bits = static_cast<uint64_t>(__builtin_ctzll(operands[0]));
        return true;
      case RuleNode::Kind::Apply:
        for (int k = 0; k < node.count; ++k)
          if (!compute(rule, node.operands[k], bindings, operands[k])) return false;
        return evaluate(node.op, operands[0], operands[1], operands[2], bits);
      default:
        return false;
    }
  }

  static Type operand_type(const OpInfo& row, int k, Type result) {
    switch (row.operands[k]) {
      case 'i':
        return Type::I64;
      case 'f':
        return Type::F64;
      case 'b':
        return Type::Bool;
      case 'v':
        return Type::Value;
      case 'r':
        return Type::Ref;
      default:
        return result;
    }
  }

  /// The operand that a node of a replacement stands for.
  Ref build(const Rule& rule, int index, const Bindings& bindings, Type type) {
    const RuleNode& node = rule.nodes[static_cast<size_t>(index)];
    if (node.kind == RuleNode::Kind::Variable) return bindings.variables[node.number];
    uint64_t bits;
    if (compute(rule, index, bindings, bits)) return trace_.constant(type, bits);
    return kNoRef;
  }

  bool apply(const Rule& rule, uint32_t i, const Bindings& bindings) {
    Ins& ins = trace_.ops[i];
    const RuleNode& node = rule.nodes[static_cast<size_t>(rule.replacement)];
    std::string reason = editor_.context().listening()
                             ? std::string(rule.pattern_text) + " = " +
                                   (rule.replacement_text[0] ? rule.replacement_text : "nothing") +
                                   " (" + rule.name + ")"
                             : std::string();
    if (node.kind == RuleNode::Kind::Nothing) {
      editor_.remove(i, reason);
      return false;
    }
    if (node.kind != RuleNode::Kind::Apply) {
      Ref by = build(rule, rule.replacement, bindings, ins.type);
      if (by.is_none()) return false;
      editor_.replace(i, by, reason);
      return false;
    }
    const OpInfo& row = info(node.op);
    Ref operands[3];
    for (int k = 0; k < node.count; ++k) {
      operands[k] = build(rule, node.operands[k], bindings, operand_type(row, k, ins.type));
      if (operands[k].is_none()) return false;
    }
    PassContext& context = editor_.context();
    std::string before = context.text(trace_, i);
    ins.op = node.op;
    ins.a = operands[0];
    ins.b = operands[1];
    ins.c = operands[2];
    ins.aux = 0;
    if (!(row.flags & Guard)) ins.snapshot = 0xffffffffu;
    context.edit(Action::Replaced, i, std::move(before), context.text(trace_, i), reason);
    return true;
  }

  Trace& trace_;
  Editor editor_;
};

}  // namespace

void run_fold(Trace& trace, PassContext& context) { Folder(trace, context).run(); }

}  // namespace hothouse::opt
