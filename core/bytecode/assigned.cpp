#include "core/bytecode/assigned.h"

#include "core/bytecode/disassembler.h"

namespace hothouse {

namespace {

void set(std::vector<uint64_t>& row, uint32_t reg) {
  if (reg / 64 < row.size()) row[reg / 64] |= uint64_t{1} << (reg % 64);
}

/// Registers that the instruction writes where it goes on behind itself.
void write(const Insn& insn, std::vector<uint64_t>& row) {
  const char* letters = op_info(insn.op).operands;
  const uint16_t operands[4] = {insn.x, insn.a, insn.b, insn.c};
  for (int k = 0; k < 4; ++k) {
    if (letters[k] == 'd') set(row, operands[k]);
  }
  uint32_t run = 0;
  if (insn.op == Op::Unpack) run = insn.c;
  if (insn.op == Op::UnpackEx) run = uint32_t{insn.x} + 1 + insn.c;
  for (uint32_t k = 0; k < run; ++k) set(row, insn.a + k);
}

bool goes_on(Op op) {
  return op != Op::Jump && op != Op::JumpBack && op != Op::Return && op != Op::Raise &&
         op != Op::Reraise;
}

}  // namespace

Assigned::Assigned(const CodeBody& code) {
  row_ = code.local_names.size() / 64 + 1;
  bits_.assign(row_ * code.words.size(), ~uint64_t{0});
  std::vector<uint64_t> start(row_, 0);
  for (uint32_t k = 0; k < code.parameter_count(); ++k) set(start, k);
  join(0, start);
  while (pass(code)) {
  }
  for (uint32_t pc = 0; pc < code.words.size(); pc = next_pc(code, pc)) {
    const uint32_t next = next_pc(code, pc);
    for (uint32_t word = pc + 1; word < next; ++word) {
      for (size_t w = 0; w < row_; ++w) bits_[word * row_ + w] = bits_[pc * row_ + w];
    }
  }
}

bool Assigned::join(uint32_t pc, const std::vector<uint64_t>& from) {
  bool changed = false;
  if (size_t{pc} * row_ >= bits_.size()) return false;
  for (size_t w = 0; w < row_; ++w) {
    uint64_t& bits = bits_[pc * row_ + w];
    changed = changed || (bits & ~from[w]) != 0;
    bits &= from[w];
  }
  return changed;
}

bool Assigned::pass(const CodeBody& code) {
  bool changed = false;
  std::vector<uint64_t> row(row_);
  for (uint32_t pc = 0; pc < code.words.size(); pc = next_pc(code, pc)) {
    const Insn insn = code.insn_at(pc);
    for (size_t w = 0; w < row_; ++w) row[w] = bits_[pc * row_ + w];
    for (const HandlerRange& h : code.handlers) {
      if (h.start > pc || pc >= h.end) continue;
      std::vector<uint64_t> caught = row;
      set(caught, h.exc_reg);
      changed = join(h.handler, caught) || changed;
    }
    uint32_t target = 0;
    const bool jumps = jump_target(code, pc, &target);
    if (jumps && insn.op != Op::Send) changed = join(target, row) || changed;
    write(insn, row);
    if (jumps && insn.op == Op::Send) changed = join(target, row) || changed;
    if (goes_on(insn.op)) changed = join(next_pc(code, pc), row) || changed;
  }
  return changed;
}

}  // namespace hothouse
