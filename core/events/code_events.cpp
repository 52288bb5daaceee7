#include "core/events/code_events.h"

#include "core/bytecode/disassembler.h"
#include "core/objects/str.h"

namespace hothouse {

void CodeEvents::announce(const CodeBody& body) {
  if (!events_.on() || !codes_.insert(body.id).second) return;
  event::Code code{.code = body.id,
                   .name = str_to_utf8(vm_, body.qualname),
                   .file = str_to_utf8(vm_, body.filename),
                   .line = body.first_line,
                   .internal = (body.flags & kCodeInternal) != 0,
                   .instructions = {}};
  if (body.source && files_.insert(code.file).second) {
    events_.emit(event::Source{.file = code.file, .text = *body.source});
  }
  for (uint32_t pc = 0; pc < body.words.size(); pc = next_pc(body, pc)) {
    event::Bytecode instruction{.pc = pc, .line = 0, .col = -1, .end_col = -1, .text = {}};
    if (pc < body.positions.size()) {
      const Position& position = body.positions[pc];
      instruction.line = position.line;
      if (position.end_line == position.line && position.end_col >= 0) {
        instruction.col = position.col;
        instruction.end_col = position.end_col;
      }
    }
    instruction.text = disassemble_instruction(body, pc);
    code.instructions.push_back(std::move(instruction));
  }
  events_.emit(code);
}

}  // namespace hothouse
