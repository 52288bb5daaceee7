#include "core/bytecode/liveness.h"

#include <cstring>

namespace hothouse {

namespace {

/// A call's window, less the arguments that its instruction counts: callable, frame header, self.
constexpr uint32_t kCallWindowRoom = 5;

void set(std::vector<uint64_t>& live, uint32_t reg) {
  if (reg / 64 < live.size()) live[reg / 64] |= uint64_t{1} << (reg % 64);
}
void clear(std::vector<uint64_t>& live, uint32_t reg) {
  if (reg / 64 < live.size()) live[reg / 64] &= ~(uint64_t{1} << (reg % 64));
}
void set_range(std::vector<uint64_t>& live, uint32_t from, uint32_t count) {
  for (uint32_t k = 0; k < count; ++k) set(live, from + k);
}

/// Registers that instructions read beyond those that their letters name: runs of registers.
void read_runs(const CodeBody& code, const Insn& insn, std::vector<uint64_t>& live) {
  switch (insn.op) {
    case Op::Call:
    case Op::CallMethod:
    case Op::CallKw:
    case Op::CallMethodKw:
      return set_range(live, insn.b, insn.c + kCallWindowRoom);
    case Op::CallEx:
      return set_range(live, insn.b, 2 + kCallWindowRoom);
    case Op::BuildSlice:
      return set_range(live, insn.b, 3);
    case Op::BuildTuple:
    case Op::BuildList:
    case Op::BuildSet:
    case Op::BuildString:
      return set_range(live, insn.b, insn.c);
    case Op::BuildDict:
      return set_range(live, insn.b, 2u * insn.c);
    case Op::MakeFunction:
      return set_range(live, insn.c, 4);
    case Op::Import:
      return set_range(live, insn.c, 2);
    case Op::DictMerge:
      if (insn.c == 1 && insn.a >= 5) set(live, insn.a - 5u);
      return;
    case Op::MakeCell:
    case Op::DeleteLocal:
    case Op::Send:
      return set(live, insn.a);
    case Op::Yield:  // they are saved in the generator
      return set_range(live, 0, insn.c);
    case Op::StartGenerator:
      return set_range(live, 0, code.register_count);
    default:
      return;
  }
}

/// The same without the rest of the windows; false: read_runs says it all.
bool read_exactly(const Insn& insn, std::vector<uint64_t>& live) {
  switch (insn.op) {
    case Op::CallKw:
    case Op::CallMethodKw:
      set(live, insn.b + 1u);
      [[fallthrough]];
    case Op::Call:
    case Op::CallMethod: {
      const bool of_method = insn.op == Op::CallMethod || insn.op == Op::CallMethodKw;
      set_range(live, insn.b + 4u, insn.c + (of_method ? 1u : 0u));
      return true;
    }
    case Op::CallEx:
      set_range(live, insn.b + 4u, 2);
      return true;
    case Op::MakeFunction:
      for (uint32_t k = 0; k < 4; ++k) {
        if (insn.x >> k & 1) set(live, insn.c + k);
      }
      return true;
    default:
      return false;
  }
}

/// Whether the instruction writes its `d` register wherever it goes on.
bool always_writes(Op op) { return op != Op::ForIter && op != Op::Send; }

bool is_unconditional(Op op) { return op == Op::Jump || op == Op::JumpBack; }
bool ends(Op op) { return op == Op::Return || op == Op::Raise || op == Op::Reraise; }

}  // namespace

Liveness::Liveness(const CodeBody& code, bool exact) : exact_(exact) {
  all_ = code.flags & kCodeSeesLocals;
  if (!all_) compute(code);
}

void Liveness::compute(const CodeBody& code) {
  auto size = static_cast<uint32_t>(code.words.size());
  row_ = (size_t{code.register_count} + 63) / 64;
  if (row_ == 0) return;  // nothing can be live
  bits_.assign(row_ * size, 0);
  std::vector<uint32_t> starts;
  for (uint32_t pc = 0; pc < size; pc += 1u + op_info(code.insn_at(pc).op).cache_words)
    starts.push_back(pc);
  std::vector<uint64_t> live(row_);
  for (bool changed = true; changed;) {
    changed = false;
    for (size_t k = starts.size(); k-- > 0;) {
      uint32_t pc = starts[k];
      uint32_t next = k + 1 < starts.size() ? starts[k + 1] : size;
      transfer(code, pc, next, live);
      if (std::memcmp(row(pc), live.data(), row_ * 8) == 0) continue;
      changed = true;
      for (uint32_t word = pc; word < next; ++word) std::memcpy(row(word), live.data(), row_ * 8);
    }
  }
}

/// What is live in front of the instruction at `pc`, into `live`.
void Liveness::transfer(const CodeBody& code, uint32_t pc, uint32_t next,
                        std::vector<uint64_t>& live) {
  const Insn insn = code.insn_at(pc);
  const char* letters = op_info(insn.op).operands;
  auto join = [&](uint32_t from) {
    if (from >= code.words.size()) return;
    const uint64_t* other = row(from);
    for (size_t w = 0; w < row_; ++w) live[w] |= other[w];
  };
  std::fill(live.begin(), live.end(), 0);
  if (!is_unconditional(insn.op) && !ends(insn.op)) join(next);
  const uint16_t operands[4] = {insn.x, insn.a, insn.b, insn.c};
  for (int k = 0; k < 4; ++k)
    if (letters[k] == 'd' && always_writes(insn.op)) clear(live, operands[k]);
  for (int k = 0; k < 4; ++k) {
    int32_t offset = letters[k] == 'j' ? insn.imm_c() : letters[k] == 'J' ? insn.wide() : 0;
    if (letters[k] == 'j' || letters[k] == 'J')
      join(static_cast<uint32_t>(static_cast<int32_t>(next) + offset));
  }
  for (const HandlerRange& h : code.handlers)
    if (h.start <= pc && pc < h.end) join(h.handler);
  for (int k = 0; k < 4; ++k)
    if (letters[k] == 'r' || letters[k] == 'w') set(live, operands[k]);
  if (exact_ && (insn.op == Op::LoadMethod || insn.op == Op::LoadSpecialMethod)) {
    clear(live, insn.a);
    clear(live, insn.a + 4u);
    set(live, insn.b);
  }
  if (!exact_ || !read_exactly(insn, live)) read_runs(code, insn, live);
}

const Liveness& liveness_of(CodeBody& code) {
  if (!code.liveness) code.liveness = std::make_shared<const Liveness>(code);
  return *code.liveness;
}

}  // namespace hothouse
