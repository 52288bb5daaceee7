// Registers of one body: locals first, then temporaries, handed out like a stack.
//
// Invariant: a call window is always the topmost thing, because the callee's frame begins inside
// it and its registers overwrite whatever lies above.
#pragma once

#include <cstdint>

namespace hothouse {

using Reg = uint32_t;

class Registers {
 public:
  static constexpr Reg kNone = 0xffffffffu;
  /// Instructions have 16 bits for a register, and a window reaches a few beyond.
  static constexpr uint32_t kLimit = 65000;

  /// Registers 0 .. count-1 are parameters and variables.
  void set_locals(uint32_t count) { locals_ = top_ = max_ = count; }
  Reg allocate(uint32_t count = 1) {
    Reg first = top_;
    top_ += count;
    if (top_ > max_) max_ = top_;
    return first;
  }
  void release_to(Reg top) { top_ = top; }
  Reg top() const { return top_; }
  /// The most that were in use at any time.
  uint32_t max() const { return max_; }
  bool is_temporary(Reg r) const { return r >= locals_; }
  bool overflowed() const { return max_ > kLimit; }

 private:
  uint32_t locals_ = 0, top_ = 0, max_ = 0;
};

/// Frees the temporaries that were allocated during its life.
class TemporaryScope {
 public:
  explicit TemporaryScope(Registers& registers) : registers_(registers), top_(registers.top()) {}
  ~TemporaryScope() { registers_.release_to(top_); }
  TemporaryScope(const TemporaryScope&) = delete;
  TemporaryScope& operator=(const TemporaryScope&) = delete;

 private:
  Registers& registers_;
  Reg top_;
};

}  // namespace hothouse
