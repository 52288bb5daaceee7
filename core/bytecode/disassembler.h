// Bytecode as text, for `hothouse dis`, the trace views and tests.
//
//   line  word  name            operands
//      3     4  add_i           r1(total), r1(total), 1
//      2     6  for_iter        r2(i), r3 -> 12
//
// Neighbours: instructions.def says how each instruction's operands are decoded; the module dis
// (builtins/python/dis.py) shows what is here to programs.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "core/bytecode/code.h"

namespace hothouse {

/// Prints a constant; where there is none, constant_text.
using ConstantPrinter = std::function<std::string(Value)>;

/// The instruction at a word index, without line and index: "add_i  r1(total), r1(total), 1".
std::string disassemble_instruction(const CodeBody& body, uint32_t pc,
                                    const ConstantPrinter& print = {});
/// The operands of the instruction at a word index but for where it jumps: "r1(total), r1(total),
/// 1".
std::string operands_text(const CodeBody& body, uint32_t pc, const ConstantPrinter& print = {});

/// An operand: its letter, as instructions.def has it, and its number.
struct Operand {
  char letter;
  int64_t value;
};
/// The operands of an instruction in the order in which they are shown; returns how many.
uint32_t operands_of(const Insn& insn, Operand (&operands)[4]);

/// A whole body: heading, instructions, table of handlers.
std::string disassemble(const CodeBody& body, const ConstantPrinter& print = {});
/// The body and all bodies nested in it.
std::string disassemble_all(const CodeBody& body, const ConstantPrinter& print = {});

/// "r3(total)", "r7".
std::string register_text(const CodeBody& body, uint32_t r);
/// Literals, strings, tuples and code objects; other objects by kind.
std::string constant_text(Value value);
/// The text of a string constant (not a rope), as UTF-8.
std::string plain_text(Value str);

/// Where the jump at a word index goes; false if it is none.
bool jump_target(const CodeBody& body, uint32_t pc, uint32_t* target);
/// Index of the instruction that follows.
inline uint32_t next_pc(const CodeBody& body, uint32_t pc) {
  return pc + 1 + op_info(body.insn_at(pc).op).cache_words;
}
/// Index of the instruction that a word belongs to, be it one of its cache.
uint32_t instruction_of(const CodeBody& body, uint32_t word);

}  // namespace hothouse
