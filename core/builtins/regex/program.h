// Regular expressions: programs for a backtracking matcher.
//
// The pattern's syntax is not dealt with here: an installed CPython's re package compiles patterns
// to the code that its _sre module would run, a list of 32-bit words. program.cpp translates those
// words to instructions of our own; matcher.cpp runs them.
//
//   (a|b)*c      LoopBegin 0       count = 0
//             L: Loop 0 -> M       enough or too often? enter the body, or go on at M
//                Save 0
//                Split A, B
//             A: Char a; Jump C
//             B: Char b
//             C: Save 1
//                Jump L
//             M: Char c; Match
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace hothouse::regex {

enum class Op : uint8_t {
  Match,       // the pattern, or the part that a Sub instruction runs, has matched
  Fail,        //
  Set,         // one character that sets[a] holds
  Any,         // one character but a newline
  AnyAll,      // one character
  At,          // a: which position (enum At)
  Split,       // first a, then b
  Jump,        // a
  Save,        // mark a = here
  Backref,     // group a again; b: how letters compare (enum Case)
  IfGroup,     // go on if group a has matched, else at b
  Look,        // part at next runs from `back` characters earlier: a = end, b = back, c = negated
  Atomic,      // part at next, without a way back into it: a = end
  LoopBegin,   // slot a
  Loop,        // slot a, b = behind the loop; min, max; c = greedy
  Repeat,      // single characters of sets[a]: min, max; c = Greedy, Lazy or Possessive
  RepeatLoop,  // possessive loop of a part: a = end; min, max
};
enum class Case : uint8_t { Exact, Ascii, Unicode };
enum Repeating : uint8_t { kLazy, kGreedy, kPossessive };

struct Insn {
  Op op;
  uint8_t c = 0;
  uint32_t a = 0, b = 0;
  uint32_t min = 0, max = 0;
};

/// A set of characters: a bit for each below 256, items for the others.
struct CharSet {
  uint32_t low[8] = {};
  struct Item {
    enum Kind : uint8_t { Range, RangeUniIgnore, Category } kind;
    uint32_t first, last;  // a range; first: a category of _sre
  };
  std::vector<Item> items;
  std::vector<uint32_t> big;  // BIGCHARSET's words, count first
  bool negated = false;
  Case fold = Case::Exact;  // characters are lowered before they are looked up
  bool any = false, not_newline = false;
  uint32_t ascii[4] = {};  // the answers for ASCII: what most texts are
};

struct Program {
  std::vector<Insn> code;
  std::vector<CharSet> sets;
  uint32_t loops = 0;
  uint32_t groups = 0;
};

/// Null if the words are not a program.
std::unique_ptr<Program> translate(const std::vector<uint32_t>& words, uint32_t groups);
/// Fills in the answers for ASCII when the set is complete.
void answer_ascii(CharSet& set);
/// Whether the set has the character, by its parts.
bool holds_slowly(const CharSet& set, uint32_t c);
inline bool holds(const CharSet& set, uint32_t c) {
  return c < 128 ? set.ascii[c >> 5] >> (c & 31) & 1 : holds_slowly(set, c);
}
uint32_t lower(uint32_t c, Case fold);

}  // namespace hothouse::regex
