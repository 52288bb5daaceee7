// Assembler: instructions with labels on one side, the words of a CodeBody on the other.
//
// The compiler appends instructions; jumps name labels. finish() lays the words out: inline-cache
// words behind their instructions, jumps to the next instruction dropped, jumps to jumps
// shortened, conditional jumps beyond 16 bits turned into an inverted jump over a wide one.
//
// Neighbours: compiler_impl.h (who appends), code.h (the result).
// Invariant: nothing is appended while the place is unreachable, that is behind an unconditional
// jump, return or raise, until a label is bound that a reachable jump names. So dead code costs
// nothing, and a range of instructions is empty exactly if its source can't run.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/bytecode/code.h"

namespace hothouse {

/// A place in the code that jumps go to; made by Assembler::new_label.
struct Label {
  uint32_t id = 0;
};

class Assembler {
 public:
  Label new_label();
  /// The label means this place. At most once a label.
  void bind(Label label);
  /// The same for the entry of an exception handler, reachable if its range was not empty.
  void bind_handler(Label label, bool reachable);

  /// Appends an instruction that does not jump.
  void emit(Insn insn, const Position& position);
  /// Appends a jump; its displacement is filled in by finish().
  void emit_jump(Insn insn, Label target, const Position& position);

  bool reachable() const { return reachable_; }
  void set_unreachable() { reachable_ = false; }
  /// Number of instructions so far: a place for add_handler.
  uint32_t here() const { return static_cast<uint32_t>(items_.size()); }
  /// Exceptions of the instructions start <= i < end continue at `handler`. Inner ones first.
  void add_handler(uint32_t start, uint32_t end, Label handler, uint16_t exc_reg);

  /// Fills words, positions and handlers.
  void finish(CodeBody& body);

 private:
  static constexpr uint32_t kNone = 0xffffffffu;
  struct Item {
    Insn insn;
    Position position;
    uint32_t label = kNone;  // jumps: the label; after resolve_targets: the item
    uint32_t word = 0;       // where it is laid out
    bool is_long = false;    // a 16-bit jump that does not reach
    bool dropped = false;    // a jump to the next instruction
  };
  struct Place {
    uint32_t item = kNone;
    bool referenced = false;
  };
  struct Range {
    uint32_t start, end, label;
    uint16_t exc_reg;
  };

  void resolve_targets();
  void lay_out();
  uint32_t size_of(const Item& item) const;
  uint32_t word_of(uint32_t item) const;
  void write(const Item& item, CodeBody& body) const;

  std::vector<Item> items_;
  std::vector<Place> labels_;
  std::vector<Range> ranges_;
  uint32_t word_count_ = 0;
  bool reachable_ = true;
};

}  // namespace hothouse
