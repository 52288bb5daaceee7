// Layout of instructions into words; see assembler.h.
#include "core/bytecode/assembler.h"

#include <string_view>

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

void Assembler::bind(Label label) {
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
  items_.push_back(item);
  if (ends_flow(insn.op)) reachable_ = false;
}

void Assembler::emit_jump(Insn insn, Label target, const Position& position) {
  if (!reachable_) return;
  labels_[target.id].referenced = true;
  emit(insn, position);
  items_.back().label = target.id;
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
      if (target.insn.op != Op::Jump || &target == &item) break;
      item.label = target.label;
    }
  }
  for (uint32_t i = here(); i-- > 0;) {
    Item& item = items_[i];
    if (item.insn.op != Op::Jump || item.label <= i) continue;
    uint32_t next = i + 1;
    while (next < item.label && items_[next].dropped) ++next;
    item.dropped = next == item.label;
  }
}

uint32_t Assembler::size_of(const Item& item) const {
  if (item.dropped) return 0;
  uint32_t size = 1u + op_info(item.insn.op).cache_words;
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
      if (item.label == kNone || item.is_long || is_wide_jump(item.insn.op)) continue;
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
  for (const Range& range : ranges_) {
    uint32_t start = word_of(range.start), end = word_of(range.end);
    if (start == end) continue;
    body.handlers.push_back(
        HandlerRange{start, end, word_of(labels_[range.label].item), range.exc_reg});
  }
}

}  // namespace hothouse
