// Memory in large stretches, for the heap and for the buffers of arrays: behind huge pages where
// the system gives them. A first touch of a page costs the kernel's time, for 4 KiB nearly as much
// as for 2 MiB.
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

  /// Uninitialized; null if there is no memory. For std::free. `alignment` is a power of two. Of
  /// the last huge page at least half is used: a smaller rest lies on small pages.
  void* allocate(size_t bytes, size_t alignment = alignof(std::max_align_t)) const {
    size_t huge = prefer_ ? (bytes + kHugePage / 2) & ~(kHugePage - 1) : 0;
    if (huge > 0) alignment = kHugePage;
    void* p = std::aligned_alloc(alignment, (bytes + alignment - 1) & ~(alignment - 1));
    if (p && huge > 0) prefer_(p, huge);
    return p;
  }

 private:
  PreferHugePages prefer_;
};

}  // namespace hothouse
