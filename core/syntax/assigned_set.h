// A set of small numbers of fixed capacity: the variables that have a value at some point.
//
// Neighbours: definite_assignment.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hothouse::syntax {

class AssignedSet {
 public:
  AssignedSet() = default;
  explicit AssignedSet(std::size_t capacity) : words_((capacity + 63) / 64, 0) {}

  void add(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
  void remove(std::size_t i) { words_[i / 64] &= ~(std::uint64_t{1} << (i % 64)); }
  bool contains(std::size_t i) const { return (words_[i / 64] >> (i % 64) & 1) != 0; }
  /// Everything: the state of code that is never reached.
  void fill() {
    for (auto& word : words_) word = ~std::uint64_t{0};
  }
  void intersect(const AssignedSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  void unite(const AssignedSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace hothouse::syntax
