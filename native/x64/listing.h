// Listing of compiled code: every instruction with its bytes, its text and the op it belongs to.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "native/x64/machine.h"

namespace hothouse::x64 {

struct ListedInstruction {
  uint32_t offset;
  std::vector<uint8_t> bytes;
  std::string text;  // Intel syntax; jumps and pool words by offset from the unit's start
  uint32_t op;       // of the trace; 0xffffffff: entry, stubs' common tail
  std::string note;  // what a pool word holds, what an exit is
};

/// The whole unit, or the instructions of [from, to).
std::vector<ListedInstruction> list(const CompiledUnit& unit, uint32_t from = 0,
                                    uint32_t to = 0xffffffffu);
/// As text, a line an instruction.
std::string listing_text(const CompiledUnit& unit);

}  // namespace hothouse::x64
