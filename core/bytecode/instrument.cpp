#include "core/bytecode/instrument.h"

#include "core/bytecode/disassembler.h"

namespace hothouse {

namespace {

bool is_call(Op op) {
  return op == Op::Call || op == Op::CallMethod || op == Op::CallKw || op == Op::CallMethodKw ||
         op == Op::CallEx;
}
bool never_goes_on(Op op) {
  return op == Op::Jump || op == Op::JumpBack || op == Op::Return || op == Op::Raise ||
         op == Op::Reraise;
}

/// The end of what a function does before its first statement: variables are prepared.
uint32_t prologue_end(const CodeBody& body) {
  uint32_t pc = 0;
  for (; pc < body.words.size(); pc = next_pc(body, pc)) {
    const Insn insn = body.insn_at(pc);
    const bool prepares = insn.op == Op::LoadSpecial &&
                          insn.b == static_cast<uint16_t>(Value::Special::Undefined) &&
                          insn.a < body.local_names.size();
    if (!prepares && insn.op != Op::MakeCell && insn.op != Op::StartGenerator) break;
  }
  return pc;
}

std::vector<uint8_t> find_spots(const CodeBody& body, bool with_calls) {
  const auto size = static_cast<uint32_t>(body.words.size());
  std::vector<uint8_t> spots(size, 0);
  auto mark = [&](uint32_t pc, uint8_t spot) {
    if (pc < size) spots[pc] |= spot;
  };
  const uint32_t start = prologue_end(body);
  mark(body.flags & kCodeGenerator ? 1 : 0, kSpotStart);
  mark(start, kSpotLine);
  for (const HandlerRange& h : body.handlers) mark(h.handler, kSpotLine);
  int32_t line = -1;
  for (uint32_t pc = start; pc < size; pc = next_pc(body, pc)) {
    const Op op = body.insn_at(pc).op;
    const uint32_t next = next_pc(body, pc);
    uint32_t target = 0;
    if (jump_target(body, pc, &target)) mark(target, kSpotLine);
    if (body.positions[pc].line != line) mark(pc, kSpotLine);
    line = never_goes_on(op) || is_artificial(op) ? -1 : body.positions[pc].line;
    if (op == Op::Yield) mark(next, kSpotStart);
    if (op == Op::JumpBack) mark(pc, kSpotBack);
    if (with_calls && is_call(op)) {
      mark(pc, kSpotCall);
      mark(next, kSpotCalled);
    }
  }
  for (const PassedLine& passed : body.passed_lines) {
    mark(passed.pc, passed.when == PassedLine::kTaken ? kSpotTaken : kSpotPassed | kSpotLine);
    uint32_t target = 0;
    if (passed.when != PassedLine::kTaken || !jump_target(body, passed.pc, &target)) continue;
    mark(target, kSpotLanding);
    mark(next_pc(body, passed.pc), kSpotLanding);
  }
  for (uint32_t pc = 0; pc < size; pc = next_pc(body, pc)) {
    if (is_artificial(body.insn_at(pc).op) || is_implicit(body, pc))
      spots[pc] &= static_cast<uint8_t>(~kSpotLine);
  }
  return spots;
}

}  // namespace

void instrument(CodeBody& body, bool with_calls) {
  if (body.flags & kCodeInternal) return;
  remove_instruments(body);
  auto instruments = std::make_shared<Instruments>();
  instruments->spots = find_spots(body, with_calls);
  instruments->originals.resize(body.words.size());
  for (uint32_t pc = 0; pc < body.words.size(); pc = next_pc(body, pc)) {
    instruments->originals[pc] = body.words[pc].insn.op;
  }
  for (size_t pc = 0; pc < body.words.size(); ++pc) {
    if (instruments->spots[pc] != 0) body.words[pc].insn.op = Op::Instrumented;
  }
  body.instruments = std::move(instruments);
}

void remove_instruments(CodeBody& body) {
  if (body.instruments == nullptr) return;
  for (size_t pc = 0; pc < body.words.size(); ++pc) {
    if (body.instruments->spots[pc] == 0) continue;
    body.words[pc].insn.op = body.instruments->originals[pc];
  }
  body.instruments = nullptr;
}

std::vector<Word> original_words(const CodeBody& body) {
  std::vector<Word> words = body.words;
  if (body.instruments == nullptr) return words;
  for (size_t pc = 0; pc < words.size(); ++pc) {
    if (body.instruments->spots[pc] != 0) words[pc].insn.op = body.instruments->originals[pc];
  }
  return words;
}

}  // namespace hothouse
