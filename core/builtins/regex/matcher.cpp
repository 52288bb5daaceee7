// The backtracking matcher. Where there is a choice, what to do otherwise is pushed; all that the
// program writes (marks, loop counters) is noted on a trail, so that going back undoes it.
//
// Invariant: a part that Look, Atomic or RepeatLoop runs leaves no choice of its own behind.
#include "core/builtins/regex/matcher.h"

#include <algorithm>

namespace hothouse::regex {
namespace {

constexpr size_t kMostChoices = 20'000'000;
constexpr size_t kMostKept = 4096;  // elements whose room is kept for the next match
constexpr uint32_t kWithoutEnd = 0xffffffffu;

class Matcher {
 public:
  Matcher(const Program& program, const Subject& subject, bool full, Workspace& space)
      : program_(program),
        text_(subject),
        full_(full),
        space_(space),
        slots_(space.slots),
        trail_(space.trail),
        choices_(space.choices) {
    // marks of groups, then the last group, then count and last position of each loop
    slots_.assign(program.groups * 2 + 1 + program.loops * 2, -1);
  }

  ~Matcher() {
    if (choices_.capacity() > kMostKept) std::vector<Choice>().swap(choices_);
    if (trail_.capacity() > kMostKept) std::vector<Undo>().swap(trail_);
  }
  Matcher(const Matcher&) = delete;
  Matcher& operator=(const Matcher&) = delete;

  Outcome try_at(int64_t start, bool must_advance) {
    start_ = start;
    must_advance_ = must_advance;
    trail_.clear();
    choices_.clear();
    std::fill(slots_.begin(), slots_.end(), -1);
    int64_t end = start;
    bool found = run_part(0, &end, true);
    if (too_much_) return Outcome::TooMuch;
    if (!found) return Outcome::No;
    end_ = end;
    return Outcome::Yes;
  }

  void result() const {
    std::vector<int64_t>& marks = space_.marks;
    marks.clear();
    marks.push_back(start_);
    marks.push_back(end_);
    for (size_t i = 0; i < program_.groups * 2; i += 2) {
      bool closed = slots_[i] >= 0 && slots_[i + 1] >= 0;
      marks.push_back(closed ? slots_[i] : -1);
      marks.push_back(closed ? slots_[i + 1] : -1);
    }
    marks.push_back(slots_[last_group()]);
  }

  /// A pattern that begins with \A, or with ^ without the flag MULTILINE.
  bool only_at_start() const {
    const Insn* first = program_.code.data();
    while (first->op == Op::Save) ++first;
    return first->op == Op::At && (first->a == 0 || first->a == 2);
  }
  bool may_start(int64_t at) const {
    const Insn* first = program_.code.data();
    while (first->op == Op::Save) ++first;
    if (first->op != Op::Set && !(first->op == Op::Repeat && first->min > 0)) return true;
    return at < text_.end && holds(program_.sets[first->a], text_.at(at));
  }

 private:
  size_t last_group() const { return program_.groups * 2; }

  void set(size_t slot, int64_t value) {
    trail_.push_back({static_cast<uint32_t>(slot), slots_[slot]});
    slots_[slot] = value;
  }
  void undo(size_t trail) {
    while (trail_.size() > trail) {
      slots_[trail_.back().slot] = trail_.back().value;
      trail_.pop_back();
    }
  }
  void push(uint32_t pc, int64_t at, int64_t least = -1) {
    if (choices_.size() >= kMostChoices) too_much_ = true;
    choices_.push_back({pc, static_cast<uint32_t>(trail_.size()), at, least});
  }

  bool is_word(int64_t at, bool unicode) const {
    if (at < 0 || at >= text_.end) return false;
    static const CharSet kWord[2] = {category(4), category(14)};
    return holds(kWord[unicode], text_.at(at));
  }
  static CharSet category(uint32_t number) {
    CharSet set{.items = {{CharSet::Item::Category, number, 0}}};
    answer_ascii(set);
    return set;
  }

  bool is_at(uint32_t which, int64_t at) const {
    switch (which) {
      case 0:
      case 2:
        return at == 0;
      case 1:
        return at == 0 || text_.at(at - 1) == '\n';
      case 5:
        return at == text_.end || (at == text_.end - 1 && text_.at(at) == '\n');
      case 6:
        return at == text_.end || text_.at(at) == '\n';
      case 7:
        return at == text_.end;
      case 3:
      case 8:
        return text_.end > 0 && is_word(at - 1, false) != is_word(at, false);
      case 4:
      case 9:
        return text_.end > 0 && is_word(at - 1, false) == is_word(at, false);
      case 10:
        return text_.end > 0 && is_word(at - 1, true) != is_word(at, true);
      default:
        return text_.end > 0 && is_word(at - 1, true) == is_word(at, true);
    }
  }

  /// How many characters from `at` on are in the set, `most` at most.
  int64_t count(const CharSet& set, int64_t at, uint32_t most) const {
    int64_t end = text_.end;
    if (most != kWithoutEnd && most < end - at) end = at + most;
    int64_t i = at;
    if (set.any) return end - at;
    while (i < end && holds(set, text_.at(i))) ++i;
    return i - at;
  }

  bool backref(const Insn& insn, int64_t* at) const {
    int64_t from = slots_[insn.a * 2], to = slots_[insn.a * 2 + 1];
    if (from < 0 || to < from) return false;
    if (to - from > text_.end - *at) return false;
    auto fold = static_cast<Case>(insn.b);
    for (; from < to; ++from, ++*at) {
      if (lower(text_.at(from), fold) != lower(text_.at(*at), fold)) return false;
    }
    return true;
  }

  /// Runs from pc until Match: true, *at behind it. Choices made are dropped, except by the whole
  /// pattern's caller, who needs none.
  bool run_part(uint32_t pc, int64_t* where, bool whole) {
    const size_t base = choices_.size();
    const size_t trail = trail_.size();
    int64_t at = *where;
    while (!too_much_) {
      if (step(&pc, &at, whole)) {
        if (pc != kMatched) continue;
        choices_.resize(base);
        *where = at;
        return true;
      }
      if (!go_back(base, &pc, &at)) break;
    }
    choices_.resize(base);
    undo(trail);
    return false;
  }

  /// Takes the latest choice above `base` the other way; false: there is none left.
  bool go_back(size_t base, uint32_t* pc, int64_t* at) {
    while (choices_.size() > base) {
      Choice& top = choices_.back();
      undo(top.trail);
      if (!(top.pc & (kMore | kEnter))) {
        *pc = top.pc;
        *at = top.at;
        if (top.least >= 0 && top.at > top.least) {
          --top.at;
        } else {
          choices_.pop_back();
        }
        return true;
      }
      const Choice c = top;
      choices_.pop_back();
      const uint32_t index = c.pc & ~(kMore | kEnter);
      const Insn& insn = program_.code[index];
      *pc = index + 1;
      *at = c.at;
      if (c.pc & kEnter) {
        enter(count_slot(insn.a), slots_[count_slot(insn.a)], c.at);
        return true;
      }
      if (c.at >= text_.end || !holds(program_.sets[insn.a], text_.at(c.at))) continue;
      ++*at;
      const int64_t first = -2 - c.least;
      if (insn.max == kWithoutEnd || *at - first < insn.max) push(c.pc, *at, c.least);
      return true;
    }
    return false;
  }

  static constexpr uint32_t kMatched = 0xffffffffu;

  /// One instruction; false: go back.
  bool step(uint32_t* pc, int64_t* at, bool whole) {
    const Insn& insn = program_.code[*pc];
    ++*pc;
    switch (insn.op) {
      case Op::Match:
        if (whole && full_ && *at != text_.end) return false;
        if (whole && must_advance_ && *at == start_) return false;
        *pc = kMatched;
        return true;
      case Op::Fail:
        return false;
      case Op::Set:
        if (*at >= text_.end || !holds(program_.sets[insn.a], text_.at(*at))) return false;
        ++*at;
        return true;
      case Op::Any:
      case Op::AnyAll:
        if (*at >= text_.end || (insn.op == Op::Any && text_.at(*at) == '\n')) return false;
        ++*at;
        return true;
      case Op::At:
        return is_at(insn.a, *at);
      case Op::Split:
        push(insn.b, *at);
        *pc = insn.a;
        return true;
      case Op::Jump:
        *pc = insn.a;
        return true;
      case Op::Save:
        set(insn.a, *at);
        if (insn.a & 1) set(last_group(), insn.a / 2 + 1);
        return true;
      case Op::Backref:
        return backref(insn, at);
      case Op::IfGroup:
        if (slots_[insn.a * 2] < 0 || slots_[insn.a * 2 + 1] < 0) *pc = insn.b;
        return true;
      case Op::Look: {
        int64_t from = *at - insn.b;
        size_t trail = trail_.size();
        bool found = from >= 0 && run_part(*pc, &from, false);
        if (insn.c) undo(trail);
        *pc = insn.a;
        return found != (insn.c != 0);
      }
      case Op::Atomic:
        if (!run_part(*pc, at, false)) return false;
        *pc = insn.a;
        return true;
      case Op::RepeatLoop: {
        uint32_t n = 0;
        while (n < insn.max || insn.max == kWithoutEnd) {
          int64_t next = *at;
          if (!run_part(*pc, &next, false)) break;
          ++n;
          if (next == *at && n >= insn.min) break;
          *at = next;
        }
        *pc = insn.a;
        return n >= insn.min;
      }
      case Op::LoopBegin:
        set(count_slot(insn.a), 0);
        set(count_slot(insn.a) + 1, -1);
        return true;
      case Op::Loop:
        return loop(insn, pc, *at);
      case Op::Repeat:
        return repeat(insn, *pc, at);
    }
    return false;
  }

  size_t count_slot(uint32_t loop) const { return last_group() + 1 + loop * 2; }

  bool loop(const Insn& insn, uint32_t* pc, int64_t at) {
    const size_t slot = count_slot(insn.a);
    const int64_t n = slots_[slot];
    const bool may_enter = insn.max == kWithoutEnd || n < insn.max;
    if (n < insn.min) {
      enter(slot, n, at);
      return true;
    }
    // A round that matched nothing is not followed by another.
    const bool moved = slots_[slot + 1] != at;
    if (insn.c == kLazy) {
      if (may_enter && moved) push(static_cast<uint32_t>(*pc - 1) | kEnter, at);
      *pc = insn.b;
      return true;
    }
    if (!may_enter || !moved) {
      *pc = insn.b;
      return true;
    }
    push(insn.b, at);
    enter(slot, n, at);
    return true;
  }
  void enter(size_t slot, int64_t n, int64_t at) {
    set(slot, n + 1);
    set(slot + 1, at);
  }

  bool repeat(const Insn& insn, uint32_t pc, int64_t* at) {
    const CharSet& chars = program_.sets[insn.a];
    if (text_.end - *at < insn.min) return false;
    if (insn.c == kLazy) {
      int64_t n = count(chars, *at, insn.min);
      if (n < insn.min) return false;
      if (insn.max == kWithoutEnd || insn.max > insn.min) {
        push((pc - 1) | kMore, *at + n, -2 - *at);
      }
      *at += n;
      return true;
    }
    int64_t n = count(chars, *at, insn.max);
    if (n < insn.min) return false;
    int64_t least = *at + insn.min;
    *at += n;
    if (insn.c == kGreedy && *at > least) push(pc, *at - 1, least);
    return true;
  }

  // Flags in a choice's pc: take a lazy loop once more; one more character of a lazy Repeat.
  static constexpr uint32_t kEnter = 0x40000000u, kMore = 0x20000000u;

  const Program& program_;
  const Subject& text_;
  const bool full_;
  bool must_advance_ = false, too_much_ = false;
  int64_t start_ = 0, end_ = 0;
  Workspace& space_;
  std::vector<int64_t>& slots_;
  std::vector<Undo>& trail_;
  std::vector<Choice>& choices_;
};

}  // namespace

Outcome run(const Program& program, const Subject& subject, Mode mode, bool must_advance,
            Workspace& space) {
  Matcher matcher(program, subject, mode == Mode::FullMatch, space);
  if (mode == Mode::Search && subject.start > 0 && matcher.only_at_start()) return Outcome::No;
  for (int64_t at = subject.start; at <= subject.end; ++at) {
    bool first = at == subject.start;
    if (mode != Mode::Search || matcher.may_start(at)) {
      Outcome o = matcher.try_at(at, must_advance && first);
      if (o == Outcome::Yes) matcher.result();
      if (o != Outcome::No) return o;
    }
    if (mode != Mode::Search || matcher.only_at_start()) break;
  }
  return Outcome::No;
}

}  // namespace hothouse::regex
