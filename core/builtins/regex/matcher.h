// Runs a regular expression's program on a text; see program.h.
#pragma once

#include <cstdint>
#include <vector>

#include "core/builtins/regex/program.h"

namespace hothouse::regex {

/// Characters of 1, 2 or 4 bytes.
struct Subject {
  const uint8_t* data;
  int width;
  int64_t start, end;  // where the pattern may look; ^ and lookbehind see nothing before 0
  uint32_t at(int64_t i) const {
    if (width == 1) return data[i];
    if (width == 2) return reinterpret_cast<const uint16_t*>(data)[i];
    return reinterpret_cast<const uint32_t*>(data)[i];
  }
};

enum class Mode { Match, FullMatch, Search };
enum class Outcome { No, Yes, TooMuch };

/// What to do when a match goes back: see matcher.cpp.
struct Choice {
  uint32_t pc;
  uint32_t trail;
  int64_t at;
  int64_t least;  // of a greedy Repeat: where it must stop giving back; of a lazy one: -2 - where
                  // it began; else -1
};
struct Undo {
  uint32_t slot;
  int64_t value;
};

/// Room that one match after another uses.
struct Workspace {
  std::vector<int64_t> slots;
  std::vector<Undo> trail;
  std::vector<Choice> choices;
  std::vector<int64_t> marks;
};

/// space.marks: start and end of the match, then of each group (-1: none); then the last group
/// closed. must_advance: an empty match at the start does not count. TooMuch: memory for going back
/// ran out.
Outcome run(const Program& program, const Subject& subject, Mode mode, bool must_advance,
            Workspace& space);

}  // namespace hothouse::regex
