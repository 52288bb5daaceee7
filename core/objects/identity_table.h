// The numbers behind id(): from an object's address to the number that it was given.
//
// id() is asked for each container by what walks over data (json, copy.deepcopy), several times
// each, so the table is flat: a probe or two, mostly in a cache line that the object before had.
//
// Neighbours: heap.cpp asks, collector.cpp moves and drops entries.
// Invariant: no address is 0; at most half of the slots are taken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hothouse {

class IdentityTable {
 public:
  /// The number of an address; 0 if it has none.
  uint64_t find(uint64_t address) const {
    if (slots_.empty()) return 0;
    return slots_[slot_of(address)].number;
  }

  /// Gives an address a number, which is not 0.
  void set(uint64_t address, uint64_t number) {
    if ((count_ + 1) * 2 > slots_.size()) grow();
    Slot& slot = slots_[slot_of(address)];
    if (slot.address == 0) ++count_;
    slot = {address, number};
  }

  /// Drops an address; the number that it had, or 0.
  uint64_t take(uint64_t address) {
    if (slots_.empty()) return 0;
    size_t hole = slot_of(address);
    const uint64_t number = slots_[hole].number;
    if (number == 0) return 0;
    // What was pushed past the hole by others moves up, so that no probe ends too early.
    for (size_t i = next(hole); slots_[i].address != 0; i = next(i)) {
      const size_t home = home_of(slots_[i].address);
      const bool stays = hole <= i ? hole < home && home <= i : hole < home || home <= i;
      if (stays) continue;
      slots_[hole] = slots_[i];
      hole = i;
    }
    slots_[hole] = {};
    --count_;
    return number;
  }

  size_t size() const { return count_; }

 private:
  struct Slot {
    uint64_t address = 0, number = 0;
  };

  /// Objects made one behind the other get slots one behind the other; stretches of memory are
  /// scattered over the table.
  size_t home_of(uint64_t address) const {
    constexpr uint64_t kScatter = 0x9e3779b97f4a7c15u;
    const uint64_t stretch = (address >> 16) * kScatter;
    return static_cast<size_t>((address >> 4) + (stretch >> 32)) & (slots_.size() - 1);
  }
  size_t next(size_t i) const { return (i + 1) & (slots_.size() - 1); }
  /// Where the address is, or the free slot where it would be.
  size_t slot_of(uint64_t address) const {
    size_t i = home_of(address);
    while (slots_[i].address != 0 && slots_[i].address != address) i = next(i);
    return i;
  }
  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& s : old) {
      if (s.address != 0) slots_[slot_of(s.address)] = s;
    }
  }

  std::vector<Slot> slots_;
  size_t count_ = 0;
};

}  // namespace hothouse
