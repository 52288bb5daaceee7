// Memory for the heap in large stretches, behind huge pages where the system gives them: a first
// touch of a page costs the kernel's time, for 4 KiB nearly as much as for 2 MiB.
#pragma once

#include <cstddef>
#include <cstdlib>

namespace hothouse {

constexpr size_t kHugePage = size_t{2} << 20;

/// Asks the system to back [start, start + bytes), multiples of kHugePage, with huge pages.
using PreferHugePages = void (*)(void* start, size_t bytes);

class Pages {
 public:
  /// Null: there are no huge pages to be had.
  explicit Pages(PreferHugePages prefer) : prefer_(prefer) {}

  /// Uninitialized; null if there is no memory. For std::free.
  void* allocate(size_t bytes) const {
    size_t whole = (bytes + kHugePage - 1) & ~(kHugePage - 1);
    bool wasteful = whole - bytes > bytes / 2;
    if (!prefer_ || wasteful) return std::malloc(bytes);
    void* p = std::aligned_alloc(kHugePage, whole);
    if (p) prefer_(p, whole);
    return p;
  }

 private:
  PreferHugePages prefer_;
};

}  // namespace hothouse
