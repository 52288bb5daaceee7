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
  /// The label means this place. At most once a label. Jumps back name those of bind_header().
  void bind(Label label);
  void bind_header(Label label);
  /// For jumps to another label by a statement that leaves no instruction but this jump.
  Label passing(Label to, const Position& statement);
  /// The same as bind() for the entry of an exception handler, reachable if its range was not
  /// empty.
  void bind_handler(Label label, bool reachable);

  /// A statement there has no instructions. Its line is passed in front of what is emitted next
  /// (CodeBody::passed_lines), unless that is on it. Where jumps lead in between, it is a Nop.
  void pass_line(const Position& position);
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
    bool to_next = false;    // passes taken_line, which a Nop behind it stands for
    bool dropped = false;    // a jump to the next instruction
    bool passes = false;     // lines in front of it
    bool is_statement = false;
    int32_t taken_line = 0;  // jumps: a line that is passed when it is taken, 0: none
  };
  struct Place {
    uint32_t item = kNone;
    bool referenced = false;
    uint32_t to = kNone;  // made by passing(): the label that is meant
    int32_t line = 0;
  };
  struct Range {
    uint32_t start, end, label;
    uint16_t exc_reg;
  };

  void flush_lines(Item& item);
  void make_nops();
  void resolve_targets();
  void drop_jumps();
  bool leads_to_next(uint32_t i) const;
  void pass_in_front(uint32_t i, const Item& jump, PassedLine::When when);
  void lay_out();
  uint32_t size_of(const Item& item) const;
  uint32_t word_of(uint32_t item) const;
  void write(const Item& item, CodeBody& body) const;

  std::vector<Item> items_;
  std::vector<Place> labels_;
  std::vector<Range> ranges_;
  uint32_t word_count_ = 0;
  bool reachable_ = true;
  struct Pending {
    Position position;
    PassedLine::When when;
  };
  std::vector<Pending> pending_;    // of pass_line()
  std::vector<PassedLine> passed_;  // in front of items, which are `pc`, in their order
};

}  // namespace hothouse
