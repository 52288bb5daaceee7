// From the words of CPython's re compiler to instructions; see program.h.
#include "core/builtins/regex/program.h"

#include "core/objects/unicode.h"

namespace hothouse::regex {
namespace {

/// The words' operations, as re/_constants.py of CPython 3.11 numbers them.
enum Word : uint32_t {
  kFailure,
  kSuccess,
  kAny,
  kAnyAll,
  kAssert,
  kAssertNot,
  kAt,
  kBranch,
  kCategory,
  kCharset,
  kBigCharset,
  kGroupRef,
  kGroupRefExists,
  kIn,
  kInfo,
  kJump,
  kLiteral,
  kMark,
  kMaxUntil,
  kMinUntil,
  kNotLiteral,
  kNegate,
  kRange,
  kRepeat,
  kRepeatOne,
  kSubpattern,
  kMinRepeatOne,
  kAtomicGroup,
  kPossessiveRepeat,
  kPossessiveRepeatOne,
  kGroupRefIgnore,
  kInIgnore,
  kLiteralIgnore,
  kNotLiteralIgnore,
  kGroupRefLocIgnore,
  kInLocIgnore,
  kLiteralLocIgnore,
  kNotLiteralLocIgnore,
  kGroupRefUniIgnore,
  kInUniIgnore,
  kLiteralUniIgnore,
  kNotLiteralUniIgnore,
  kRangeUniIgnore,
};

class Translator {
 public:
  Translator(const std::vector<uint32_t>& words, Program& program)
      : words_(words), program_(program) {}

  bool run() { return part(0, words_.size()) && ok_; }

 private:
  uint32_t here() const { return static_cast<uint32_t>(program_.code.size()); }
  Insn& at(uint32_t i) { return program_.code[i]; }
  uint32_t emit(Op op, uint32_t a = 0, uint32_t b = 0, uint8_t c = 0) {
    program_.code.push_back({op, c, a, b});
    return here() - 1;
  }
  uint32_t word(size_t i) {
    if (i < words_.size()) return words_[i];
    ok_ = false;
    return 0;
  }
  uint32_t add_set(CharSet set) {
    program_.sets.push_back(std::move(set));
    return static_cast<uint32_t>(program_.sets.size() - 1);
  }

  static void add_range(CharSet& set, uint32_t first, uint32_t last) {
    for (uint32_t c = first; c <= last && c < 256; ++c) set.low[c >> 5] |= 1u << (c & 31);
    if (last >= 256) set.items.push_back({CharSet::Item::Range, first, last});
  }

  /// The set whose words begin at i, up to FAILURE.
  CharSet charset(size_t i, Case fold) {
    CharSet set;
    set.fold = fold;
    while (ok_) {
      switch (word(i)) {
        case kFailure:
          return set;
        case kNegate:
          set.negated = true;
          i += 1;
          break;
        case kLiteral:
          add_range(set, word(i + 1), word(i + 1));
          i += 2;
          break;
        case kRange:
          add_range(set, word(i + 1), word(i + 2));
          i += 3;
          break;
        case kRangeUniIgnore:
          set.items.push_back({CharSet::Item::RangeUniIgnore, word(i + 1), word(i + 2)});
          i += 3;
          break;
        case kCategory:
          set.items.push_back({CharSet::Item::Category, word(i + 1), 0});
          i += 2;
          break;
        case kCharset:
          for (size_t k = 0; k < 8; ++k) set.low[k] |= word(i + 1 + k);
          i += 9;
          break;
        case kBigCharset: {
          size_t count = word(i + 1), length = 64 + count * 8;
          for (size_t k = 0; k <= length && ok_; ++k) set.big.push_back(word(i + 1 + k));
          i += 2 + length;
          break;
        }
        default:
          ok_ = false;
      }
    }
    return set;
  }

  /// One character that must match: its set, and the words it takes. 0 words: it is none.
  uint32_t single(size_t i, size_t* taken) {
    CharSet set;
    *taken = 2;
    Case fold = Case::Exact;
    switch (word(i)) {
      case kAny:
        set.not_newline = true;
        *taken = 1;
        return add_set(set);
      case kAnyAll:
        set.any = true;
        *taken = 1;
        return add_set(set);
      case kLiteralIgnore:
      case kNotLiteralIgnore:
      case kLiteralLocIgnore:
      case kNotLiteralLocIgnore:
        fold = Case::Ascii;
        break;
      case kLiteralUniIgnore:
      case kNotLiteralUniIgnore:
        fold = Case::Unicode;
        break;
      case kLiteral:
      case kNotLiteral:
        break;
      case kCategory:
        set.items.push_back({CharSet::Item::Category, word(i + 1), 0});
        return add_set(set);
      case kIn:
      case kInIgnore:
      case kInLocIgnore:
      case kInUniIgnore: {
        Case how = word(i) == kIn            ? Case::Exact
                   : word(i) == kInUniIgnore ? Case::Unicode
                                             : Case::Ascii;
        *taken = 1 + word(i + 1);
        return add_set(charset(i + 2, how));
      }
      default:
        *taken = 0;
        return 0;
    }
    const uint32_t op = word(i);
    set.negated = op == kNotLiteral || op == kNotLiteralIgnore || op == kNotLiteralLocIgnore ||
                  op == kNotLiteralUniIgnore;
    set.fold = fold;
    add_range(set, word(i + 1), word(i + 1));
    return add_set(set);
  }

  bool branch(size_t i, size_t* end) {
    std::vector<uint32_t> jumps;
    size_t skip = i + 1;
    while (ok_ && word(skip) != 0) {
      size_t next = skip + word(skip);
      bool last = word(next) == 0;
      uint32_t split = last ? 0 : emit(Op::Split);
      if (!last) at(split).a = here();
      if (next < 2 || !part(skip + 1, next - 2)) return false;  // without its JUMP
      jumps.push_back(emit(Op::Jump));
      if (!last) at(split).b = here();
      skip = next;
    }
    for (uint32_t j : jumps) at(j).a = here();
    *end = skip + 1;
    return ok_;
  }

  /// Translates the words [i, end).
  bool part(size_t i, size_t end) {
    if (++depth_ > 900) return false;
    while (ok_ && i < end) {
      size_t taken;
      uint32_t set = single(i, &taken);
      if (taken > 0) {
        emit(Op::Set, set);
        i += taken;
        continue;
      }
      if (!one(&i)) return false;
    }
    --depth_;
    return ok_;
  }

  bool one(size_t* where) {
    size_t i = *where;
    const uint32_t op = word(i);
    switch (op) {
      case kSuccess:
        emit(Op::Match);
        *where = i + 1;
        return true;
      case kFailure:
        emit(Op::Fail);
        *where = i + 1;
        return true;
      case kInfo:
        *where = i + 1 + word(i + 1);
        return ok_;
      case kAt:
        emit(Op::At, word(i + 1));
        *where = i + 2;
        return ok_;
      case kMark:
        emit(Op::Save, word(i + 1));
        *where = i + 2;
        return ok_;
      case kBranch:
        return branch(i, where);
      case kGroupRef:
      case kGroupRefIgnore:
      case kGroupRefLocIgnore:
      case kGroupRefUniIgnore:
        emit(Op::Backref, word(i + 1),
             static_cast<uint32_t>(op == kGroupRef            ? Case::Exact
                                   : op == kGroupRefUniIgnore ? Case::Unicode
                                                              : Case::Ascii));
        *where = i + 2;
        return ok_;
      case kGroupRefExists: {
        uint32_t test = emit(Op::IfGroup, word(i + 1));
        size_t no = i + 1 + word(i + 2);
        if (no >= 2 && no - 2 >= i + 3 && word(no - 2) == kJump) {
          size_t end = no - 1 + word(no - 1);
          if (!part(i + 3, no - 2)) return false;
          uint32_t jump = emit(Op::Jump);
          at(test).b = here();
          if (!part(no, end)) return false;
          at(jump).a = here();
          *where = end;
          return ok_;
        }
        if (!part(i + 3, no)) return false;
        at(test).b = here();
        *where = no;
        return ok_;
      }
      case kAssert:
      case kAssertNot: {
        uint32_t look = emit(Op::Look, 0, word(i + 2), op == kAssertNot);
        size_t end = i + 1 + word(i + 1);
        if (!part(i + 3, end)) return false;
        at(look).a = here();
        *where = end;
        return ok_;
      }
      case kAtomicGroup: {
        uint32_t atomic = emit(Op::Atomic);
        size_t end = i + 1 + word(i + 1);
        if (!part(i + 2, end)) return false;
        at(atomic).a = here();
        *where = end;
        return ok_;
      }
      case kRepeatOne:
      case kMinRepeatOne:
      case kPossessiveRepeatOne:
        return repeat_one(op, where);
      case kRepeat:
        return repeat(where);
      case kPossessiveRepeat: {
        size_t end = i + 1 + word(i + 1);
        uint32_t loop = emit(Op::RepeatLoop);
        at(loop).min = word(i + 2);
        at(loop).max = word(i + 3);
        if (!part(i + 4, end)) return false;
        emit(Op::Match);
        at(loop).a = here();
        *where = end + 1;  // and its SUCCESS
        return ok_;
      }
      default:
        return false;
    }
  }

  bool repeat_one(uint32_t op, size_t* where) {
    size_t i = *where, end = i + 1 + word(i + 1), taken;
    uint32_t set = single(i + 4, &taken);
    uint8_t how = op == kRepeatOne ? kGreedy : op == kMinRepeatOne ? kLazy : kPossessive;
    if (taken == 0) return general(i, end, end, how);
    uint32_t r = emit(Op::Repeat, set, 0, how);
    at(r).min = word(i + 2);
    at(r).max = word(i + 3);
    *where = end;
    return ok_;
  }
  bool repeat(size_t* where) {
    size_t i = *where, end = i + 1 + word(i + 1);
    uint8_t how = word(end) == kMaxUntil ? kGreedy : kLazy;
    if (!general(i, end, end, how)) return false;
    *where = end + 1;
    return ok_;
  }
  bool general(size_t i, size_t end, size_t, uint8_t how) {
    uint32_t slot = program_.loops++;
    emit(Op::LoopBegin, slot);
    uint32_t loop = emit(Op::Loop, slot, 0, how);
    at(loop).min = word(i + 2);
    at(loop).max = word(i + 3);
    if (!part(i + 4, end)) return false;
    emit(Op::Jump, loop);
    at(loop).b = here();
    return ok_;
  }

  const std::vector<uint32_t>& words_;
  Program& program_;
  bool ok_ = true;
  int depth_ = 0;
};

bool in_category(uint32_t category, uint32_t c) {
  auto ascii = [c](auto test) { return c < 128 && test(); };
  bool ascii_word =
      (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  switch (category) {
    case 0:
      return c >= '0' && c <= '9';
    case 1:
      return !(c >= '0' && c <= '9');
    case 2:
    case 3:
      return ascii([c] { return c == ' ' || (c >= 9 && c <= 13); }) == (category == 2);
    case 4:
    case 8:
      return ascii_word;
    case 5:
    case 9:
      return !ascii_word;
    case 6:
      return c == '\n';
    case 7:
      return c != '\n';
    case 10:
      return unicode_is(c, kUniDecimal);
    case 11:
      return !unicode_is(c, kUniDecimal);
    case 12:
      return unicode_is(c, kUniSpace);
    case 13:
      return !unicode_is(c, kUniSpace);
    case 14:
    case 15:
      return (unicode_is(c, kUniAlpha | kUniDecimal | kUniDigit | kUniNumeric) || c == '_') ==
             (category == 14);
    case 16:
      return unicode_is(c, kUniLineBreak);
    default:
      return !unicode_is(c, kUniLineBreak);
  }
}

}  // namespace

uint32_t lower(uint32_t c, Case fold) {
  if (fold == Case::Exact) return c;
  if (c < 128) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (fold == Case::Ascii) return c;
  return static_cast<uint32_t>(static_cast<int32_t>(c) + unicode_record(c).lower);
}

bool holds_slowly(const CharSet& set, uint32_t c) {
  if (set.any) return true;
  if (set.not_newline) return c != '\n';
  if (set.fold != Case::Exact) c = lower(c, set.fold);
  if (c < 256 && (set.low[c >> 5] >> (c & 31) & 1)) return !set.negated;
  for (const CharSet::Item& item : set.items) {
    bool in = false;
    switch (item.kind) {
      case CharSet::Item::Range:
        in = c >= item.first && c <= item.last;
        break;
      case CharSet::Item::RangeUniIgnore: {
        auto up = static_cast<uint32_t>(static_cast<int32_t>(c) + unicode_record(c).upper);
        in = (c >= item.first && c <= item.last) || (up >= item.first && up <= item.last);
        break;
      }
      case CharSet::Item::Category:
        in = in_category(item.first, c);
        break;
    }
    if (in) return !set.negated;
  }
  if (!set.big.empty() && c < 65536) {
    // A byte a block of 256 characters, then the blocks' bits.
    uint32_t block = set.big[1 + (c >> 8) / 4] >> ((c >> 8) % 4 * 8) & 255;
    if (set.big[65 + block * 8 + (c & 255) / 32] >> (c & 31) & 1) return !set.negated;
  }
  return set.negated;
}

void answer_ascii(CharSet& set) {
  for (uint32_t c = 0; c < 128; ++c) {
    if (holds_slowly(set, c)) set.ascii[c >> 5] |= 1u << (c & 31);
  }
}

std::unique_ptr<Program> translate(const std::vector<uint32_t>& words, uint32_t groups) {
  auto program = std::make_unique<Program>();
  program->groups = groups;
  Translator translator(words, *program);
  if (!translator.run()) return nullptr;
  for (CharSet& set : program->sets) answer_ascii(set);
  return program;
}

}  // namespace hothouse::regex
