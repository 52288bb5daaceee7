// Layout of instructions into words; see assembler.h.
#include "core/bytecode/assembler.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/bytecode/instrument.h"

namespace hothouse {
namespace {

bool is_wide_jump(Op op) { return op == Op::Jump || op == Op::JumpBack; }

bool ends_flow(Op op) {
  return is_wide_jump(op) || op == Op::Return || op == Op::Raise || op == Op::Reraise;
}

/// The jump that is taken exactly when `op` is not, or kCount where there is none.
Op inverted(Op op) {
  switch (op) {
#define PAIR(A, B) \
  case Op::A:      \
    return Op::B;  \
  case Op::B:      \
    return Op::A;
    PAIR(JumpLt, JumpNotLt)
    PAIR(JumpLe, JumpNotLe)
    PAIR(JumpEq, JumpNotEq)
    PAIR(JumpNe, JumpNotNe)
    PAIR(JumpGt, JumpNotGt)
    PAIR(JumpGe, JumpNotGe)
    PAIR(JumpLtI, JumpNotLtI)
    PAIR(JumpLeI, JumpNotLeI)
    PAIR(JumpEqI, JumpNotEqI)
    PAIR(JumpNeI, JumpNotNeI)
    PAIR(JumpGtI, JumpNotGtI)
    PAIR(JumpGeI, JumpNotGeI)
    PAIR(JumpTrue, JumpFalse)
    PAIR(JumpNone, JumpNotNone)
#undef PAIR
    default:
      return Op::kCount;
  }
}

Insn wide_jump(int32_t displacement) {
  Insn insn{Op::Jump, 0, 0, 0, 0};
  insn.set_wide(displacement);
  return insn;
}

}  // namespace

Label Assembler::new_label() {
  labels_.emplace_back();
  return Label{static_cast<uint32_t>(labels_.size() - 1)};
}

Label Assembler::passing(Label to, const Position& statement) {
  Label label = new_label();
  labels_[label.id].to = to.id;
  labels_[label.id].line = statement.line;
  return label;
}

void Assembler::pass_line(const Position& position) {
  if (!reachable_) return;
  if (!pending_.empty() && pending_.back().position.line == position.line) return;
  pending_.push_back({position, PassedLine::kInFront});
}

/// `item` comes next.
void Assembler::flush_lines(Item& item) {
  const bool is_implicit = item.position.end_col < 0 || is_artificial(item.insn.op);
  const Pending last = pending_.back();
  if (!is_implicit && last.position.line == item.position.line &&
      last.when == PassedLine::kInFront) {
    item.is_statement = true;
    pending_.pop_back();
  }
  item.passes = !pending_.empty();
  for (const Pending& p : pending_) passed_.push_back({here(), p.position.line, p.when});
  pending_.clear();
}

/// Jumps lead behind what is pending.
void Assembler::make_nops() {
  for (const Pending& p : pending_) {
    Item item;
    item.insn = Insn{Op::Nop, 0, 0, 0, 0};
    item.position = p.position;
    items_.push_back(item);
  }
  pending_.clear();
}

void Assembler::bind_header(Label label) {
  for (Pending& p : pending_) p.when = PassedLine::kEntered;
  bind(label);
}

void Assembler::bind(Label label) {
  if (labels_[label.id].referenced) make_nops();
  labels_[label.id].item = here();
  if (labels_[label.id].referenced) reachable_ = true;
}

void Assembler::bind_handler(Label label, bool reachable) {
  labels_[label.id].item = here();
  reachable_ = reachable;
}

void Assembler::emit(Insn insn, const Position& position) {
  if (!reachable_) return;
  Item item;
  item.insn = insn;
  item.position = position;
  if (!pending_.empty()) flush_lines(item);
  items_.push_back(item);
  if (ends_flow(insn.op)) reachable_ = false;
}

void Assembler::emit_jump(Insn insn, Label target, const Position& position) {
  if (!reachable_) return;
  const Place place = labels_[target.id];
  const uint32_t label = place.to == kNone ? target.id : place.to;
  labels_[label].referenced = true;
  emit(insn, position);
  items_.back().label = label;
  items_.back().taken_line = place.line;
}

void Assembler::add_handler(uint32_t start, uint32_t end, Label handler, uint16_t exc_reg) {
  if (start < end) ranges_.push_back(Range{start, end, handler.id, exc_reg});
}

void Assembler::resolve_targets() {
  for (Item& item : items_) {
    if (item.label != kNone) item.label = labels_[item.label].item;
  }
  constexpr int kMaxHops = 16;
  for (Item& item : items_) {
    if (item.label == kNone || item.insn.op == Op::JumpBack) continue;
    for (int hops = 0; hops < kMaxHops && item.label < items_.size(); ++hops) {
      const Item& target = items_[item.label];
      if (target.insn.op != Op::Jump || &target == &item || target.passes) break;
      const int32_t line = target.is_statement ? target.position.line : target.taken_line;
      if (target.is_statement && target.taken_line != 0) break;
      if (line != 0 && item.taken_line != 0) break;
      if (line != 0) item.taken_line = line;
      item.label = target.label;
    }
  }
  drop_jumps();
}

/// Whether a jump leads where the code goes on anyway.
bool Assembler::leads_to_next(uint32_t i) const {
  uint32_t next = i + 1;
  while (next < items_[i].label && items_[next].dropped) ++next;
  return next == items_[i].label;
}

/// The lines that a jump to item `i`, which only back edges lead to otherwise, passes: now without
/// it.
void Assembler::pass_in_front(uint32_t i, const Item& jump, PassedLine::When when) {
  const auto own = static_cast<uint32_t>(&jump - items_.data());
  std::vector<PassedLine> lines;
  for (const PassedLine& p : passed_) {
    if (p.pc == own) lines.push_back({i, p.line, when});
  }
  std::erase_if(passed_, [own](const PassedLine& p) { return p.pc == own; });
  if (jump.is_statement) lines.push_back({i, jump.position.line, when});
  if (jump.taken_line != 0) lines.push_back({i, jump.taken_line, when});
  auto before = [](const PassedLine& p, uint32_t item) { return p.pc < item; };
  passed_.insert(std::lower_bound(passed_.begin(), passed_.end(), i, before), lines.begin(),
                 lines.end());
  items_[i].passes = items_[i].passes || !lines.empty();
}

/// Jumps to the next instruction: a Nop is left of a statement that others jump behind.
void Assembler::drop_jumps() {
  std::vector<uint32_t> ways(items_.size() + 1, 0);
  std::vector<bool> backs(ways.size());
  for (const Item& item : items_) {
    if (item.label == kNone) continue;
    if (item.insn.op == Op::JumpBack) {
      backs[item.label] = true;
    } else {
      ++ways[item.label];
    }
  }
  for (const Range& range : ranges_) ++ways[labels_[range.label].item];
  for (uint32_t i = here(); i-- > 0;) {
    Item& item = items_[i];
    if (item.label == kNone || item.label <= i || !leads_to_next(i)) continue;
    if (item.insn.op != Op::Jump) {
      if (inverted(item.insn.op) == Op::kCount) item.taken_line = 0;
      item.to_next = item.taken_line != 0;
      continue;
    }
    item.dropped = !item.passes && !item.is_statement && item.taken_line == 0;
    if (item.dropped) continue;
    const uint32_t next = item.label;
    if (ways[next] == 1 && next < here()) {
      item.dropped = true;
      pass_in_front(next, item, backs[next] ? PassedLine::kEntered : PassedLine::kInFront);
      item.taken_line = 0;
    } else {
      item.insn = Insn{Op::Nop, 0, 0, 0, 0};
      item.label = kNone;
      if (item.taken_line == 0) continue;
      const int32_t line = std::exchange(item.taken_line, 0);
      pass_in_front(i, item, PassedLine::kInFront);
      item.position.line = item.position.end_line = line;
    }
  }
}

uint32_t Assembler::size_of(const Item& item) const {
  if (item.dropped) return 0;
  uint32_t size = 1u + op_info(item.insn.op).cache_words;
  if (item.to_next) return size + 1;
  if (item.is_long) size += inverted(item.insn.op) != Op::kCount ? 1 : 2;
  return size;
}

uint32_t Assembler::word_of(uint32_t item) const {
  return item < items_.size() ? items_[item].word : word_count_;
}

void Assembler::lay_out() {
  for (bool changed = true; changed;) {
    changed = false;
    word_count_ = 0;
    for (Item& item : items_) {
      item.word = word_count_;
      word_count_ += size_of(item);
    }
    for (Item& item : items_) {
      if (item.label == kNone || item.is_long || item.to_next || is_wide_jump(item.insn.op))
        continue;
      int64_t distance = int64_t{word_of(item.label)} - (int64_t{item.word} + 1);
      if (distance < INT16_MIN || distance > INT16_MAX) {
        item.is_long = true;
        changed = true;
      }
    }
  }
}

void Assembler::write(const Item& item, CodeBody& body) const {
  auto append = [&](Insn insn) {
    Word word;
    word.insn = insn;
    body.words.push_back(word);
    body.positions.push_back(item.position);
  };
  auto displacement = [&](uint32_t next_word) {
    return static_cast<int32_t>(word_of(item.label)) - static_cast<int32_t>(next_word);
  };
  Insn insn = item.insn;
  uint32_t cache_words = op_info(insn.op).cache_words;
  if (item.label != kNone) {
    if (is_wide_jump(insn.op)) {
      insn.set_wide(displacement(item.word + 1 + cache_words));
    } else if (item.to_next) {
      insn.op = inverted(insn.op);
      insn.c = 1;
      append(insn);
      append(Insn{Op::Nop, 0, 0, 0, 0});
      body.positions.back().line = body.positions.back().end_line = item.taken_line;
      return;
    } else if (!item.is_long) {
      insn.c = static_cast<uint16_t>(displacement(item.word + 1));
    } else if (Op other = inverted(insn.op); other != Op::kCount) {
      insn.op = other;
      insn.c = 1;
      append(insn);
      append(wide_jump(displacement(item.word + 2)));
      return;
    } else {
      insn.c = 1;
      append(insn);
      append(wide_jump(1));
      append(wide_jump(displacement(item.word + 3)));
      return;
    }
  }
  append(insn);
  for (uint32_t i = 0; i < cache_words; ++i) {
    Word word;
    word.cache = 0;
    body.words.push_back(word);
    body.positions.push_back(item.position);
  }
}

void Assembler::finish(CodeBody& body) {
  resolve_targets();
  lay_out();
  body.words.reserve(word_count_);
  body.positions.reserve(word_count_);
  for (const Item& item : items_) {
    if (!item.dropped) write(item, body);
  }
  for (PassedLine& passed : passed_) {
    passed.pc = word_of(passed.pc);
    body.passed_lines.push_back(passed);
  }
  for (const Item& item : items_) {
    if (item.taken_line == 0 || item.to_next) continue;
    // A long one is taken by the wide jump at its end.
    const uint32_t pc = item.is_long ? item.word + size_of(item) - 1 : item.word;
    body.passed_lines.push_back({pc, item.taken_line, PassedLine::kTaken});
  }
  for (const Range& range : ranges_) {
    uint32_t start = word_of(range.start), end = word_of(range.end);
    if (start == end) continue;
    body.handlers.push_back(
        HandlerRange{start, end, word_of(labels_[range.label].item), range.exc_reg});
  }
}

}  // namespace hothouse
