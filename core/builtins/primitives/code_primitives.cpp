// What the modules opcode and dis (python/dis.py) ask of the instructions: the table of
// bytecode/instructions.def, and the listing of bytecode/disassembler.h in parts.
#include "core/builtins/tables.h"
#include "core/bytecode/disassembler.h"
#include "core/objects/list.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/vm/vm.h"

namespace hothouse {
namespace {

const CodeBody& body_of(Value code) { return *code.as<Code>()->body.get(); }

Value number(int64_t n) { return Value::small_int(n); }

/// [the constant or the name that an instruction is about], or [].
Value subject(Leaf& vm, const CodeBody& body, const Operand* operands, uint32_t count) {
  Value found = make_list(vm);
  for (uint32_t i = 0; i < count && list_length(found) == 0; ++i) {
    const char letter = operands[i].letter;
    if (letter != 'k' && letter != 'n') continue;
    const std::vector<Value>& row = letter == 'k' ? body.constants : body.names;
    const auto index = static_cast<size_t>(operands[i].value);
    if (index < row.size()) list_append(vm, found, row[index]);
  }
  return found;
}

/// [(word, opcode, numbers of the operands, the operands as text, subject, word of the jump's
/// target or None)].
Value instructions(Leaf& vm, const Value* a) {
  const CodeBody& body = body_of(a[0]);
  Value rows = make_list(vm);
  for (uint32_t pc = 0; pc < body.words.size(); pc = next_pc(body, pc)) {
    const Insn insn = body.insn_at(pc);
    Operand operands[4];
    const uint32_t count = operands_of(insn, operands);
    Value numbers = make_list(vm);
    for (uint32_t i = 0; i < count; ++i) list_append(vm, numbers, number(operands[i].value));
    uint32_t target = 0;
    Value jumps = jump_target(body, pc, &target) ? number(target) : Value::none();
    list_append(vm, rows,
                make_tuple(vm, {number(pc), number(static_cast<int64_t>(insn.op)), numbers,
                                vm.str(operands_text(body, pc)), subject(vm, body, operands, count),
                                jumps}));
  }
  return rows;
}

/// [(first word, word behind the last, word of the handler, register of the exception)].
Value handlers(Leaf& vm, const Value* a) {
  const CodeBody& body = body_of(a[0]);
  Value rows = make_list(vm);
  for (const HandlerRange& range : body.handlers) {
    list_append(vm, rows,
                make_tuple(vm, {number(range.start), number(range.end), number(range.handler),
                                vm.str(register_text(body, range.exc_reg))}));
  }
  return rows;
}

/// [(name, letters of the operands in the order in which they are shown)], by opcode.
Value table(Leaf& vm, const Value*) {
  Value rows = make_list(vm);
  for (const OpInfo& info : kOpInfo) {
    Insn insn{};
    insn.op = static_cast<Op>(&info - kOpInfo);
    Operand operands[4];
    const uint32_t count = operands_of(insn, operands);
    std::string letters;
    for (uint32_t i = 0; i < count; ++i) letters += operands[i].letter;
    list_append(vm, rows, make_tuple(vm, {vm.str(info.text), vm.str(letters)}));
  }
  return rows;
}

const BuiltinDef kRows[] = {
    HH_LEAF("_code_instructions", "code, /", instructions, 0, "The instructions, for dis."),
    HH_LEAF("_code_handlers", "code, /", handlers, 0, "The handlers of exceptions, for dis."),
    HH_LEAF("_instruction_table", "", table, 0, "All instructions, for opcode."),
};

}  // namespace

const BuiltinTable kCodePrimitives = builtin_table(kRows);

}  // namespace hothouse
