// Memory for machine code under strict W^X: no page is ever writable and executable through the
// same address. One file in memory is mapped twice, to be written here and executed there; where
// the kernel has no such files, one mapping is writable or executable by turns.
//
// A process that this one forks has its own copy: what the two mappings share would otherwise stay
// shared, and each would patch the code that the other runs. The copy is one mapping.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>

namespace hothouse::exec {

class CodeMemory {
 public:
  explicit CodeMemory(size_t bytes = size_t{128} << 20);
  ~CodeMemory();
  CodeMemory(const CodeMemory&) = delete;
  CodeMemory& operator=(const CodeMemory&) = delete;

  bool ok() const { return code_ != nullptr; }
  /// Executable address of a free block, aligned to 64; null when the memory is used up.
  uint8_t* allocate(size_t bytes);
  void release(uint8_t* block, size_t bytes);
  /// Writes to an executable address.
  void write(uint8_t* to, const void* from, size_t bytes);
  void write_word(uint8_t* to, uint64_t word) { write(to, &word, 8); }
  size_t used() const { return used_; }

  /// Before a fork, and after it in the process that was there and in the new one.
  void prepare_fork();
  void after_fork_in_parent();
  void after_fork_in_child();

 private:
  uint8_t* code_ = nullptr;      // what is executed
  uint8_t* writable_ = nullptr;  // the same bytes; null: by turns
  uint8_t* copy_ = nullptr;      // for the process that is being forked
  size_t size_ = 0, top_ = 0, used_ = 0;
  std::multimap<size_t, uint8_t*> free_;
};

}  // namespace hothouse::exec
