#include "native/exec/code_memory.h"

#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace hothouse::exec {

namespace {
size_t rounded(size_t bytes) { return (bytes + 63) & ~size_t{63}; }

/// All that there are, for the handlers of fork().
std::vector<CodeMemory*>& all_memories() {
  static std::vector<CodeMemory*> all;
  return all;
}

template <void (CodeMemory::*step)()>
void for_all() {
  for (CodeMemory* memory : all_memories()) (memory->*step)();
}

void handle_forks(CodeMemory* memory) {
  static const int installed =
      pthread_atfork(for_all<&CodeMemory::prepare_fork>, for_all<&CodeMemory::after_fork_in_parent>,
                     for_all<&CodeMemory::after_fork_in_child>);
  static_cast<void>(installed);
  all_memories().push_back(memory);
}
}  // namespace

CodeMemory::CodeMemory(size_t bytes) : size_(bytes) {
  handle_forks(this);
  int file = memfd_create("hothouse-code", MFD_CLOEXEC);
  if (file >= 0 && ftruncate(file, static_cast<off_t>(bytes)) == 0) {
    void* w = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    void* x = mmap(nullptr, bytes, PROT_READ | PROT_EXEC, MAP_SHARED, file, 0);
    if (w != MAP_FAILED && x != MAP_FAILED) {
      writable_ = static_cast<uint8_t*>(w);
      code_ = static_cast<uint8_t*>(x);
    } else {
      if (w != MAP_FAILED) munmap(w, bytes);
      if (x != MAP_FAILED) munmap(x, bytes);
    }
  }
  if (file >= 0) close(file);
  if (code_) return;
  void* p = mmap(nullptr, bytes, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p != MAP_FAILED) code_ = static_cast<uint8_t*>(p);
}

CodeMemory::~CodeMemory() {
  std::vector<CodeMemory*>& all = all_memories();
  all.erase(std::remove(all.begin(), all.end(), this), all.end());
  if (code_) munmap(code_, size_);
  if (writable_) munmap(writable_, size_);
}

uint8_t* CodeMemory::allocate(size_t bytes) {
  if (!code_) return nullptr;
  bytes = rounded(bytes);
  if (auto fit = free_.lower_bound(bytes); fit != free_.end() && fit->first <= bytes * 2) {
    uint8_t* block = fit->second;
    size_t rest = fit->first - bytes;
    free_.erase(fit);
    if (rest) free_.insert({rest, block + bytes});
    used_ += bytes;
    return block;
  }
  if (top_ + bytes > size_) return nullptr;
  uint8_t* block = code_ + top_;
  top_ += bytes;
  used_ += bytes;
  return block;
}

void CodeMemory::prepare_fork() {
  if (!writable_) return;  // private already
  void* p = mmap(nullptr, size_, PROT_READ | PROT_WRITE,
                 MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (p == MAP_FAILED) return;
  copy_ = static_cast<uint8_t*>(p);
  std::memcpy(copy_, code_, top_);
}

void CodeMemory::after_fork_in_parent() {
  if (copy_) munmap(copy_, size_);
  copy_ = nullptr;
}

void CodeMemory::after_fork_in_child() {
  if (!writable_) return;
  if (!copy_ || mprotect(copy_, size_, PROT_READ | PROT_EXEC) != 0 ||
      mremap(copy_, size_, size_, MREMAP_MAYMOVE | MREMAP_FIXED, code_) == MAP_FAILED) {
    std::abort();  // the code of two processes cannot be one
  }
  munmap(writable_, size_);
  writable_ = copy_ = nullptr;
}

void CodeMemory::release(uint8_t* block, size_t bytes) {
  bytes = rounded(bytes);
  used_ -= bytes;
  free_.insert({bytes, block});
}

void CodeMemory::write(uint8_t* to, const void* from, size_t bytes) {
  if (writable_) {
    std::memcpy(writable_ + (to - code_), from, bytes);
    return;
  }
  auto page = static_cast<uintptr_t>(sysconf(_SC_PAGESIZE));
  auto first = reinterpret_cast<uintptr_t>(to) & ~(page - 1);
  auto last = (reinterpret_cast<uintptr_t>(to) + bytes + page - 1) & ~(page - 1);
  auto* pages = reinterpret_cast<void*>(first);
  mprotect(pages, last - first, PROT_READ | PROT_WRITE);
  std::memcpy(to, from, bytes);
  mprotect(pages, last - first, PROT_READ | PROT_EXEC);
}

}  // namespace hothouse::exec
