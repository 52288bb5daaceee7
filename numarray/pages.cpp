#include "numarray/pages.h"

#include <cstdlib>
#ifdef __linux__
#include <sys/mman.h>
#endif

namespace hothouse::numarray {

namespace {
constexpr uint64_t kHugePage = uint64_t{2} << 20;
}  // namespace

void* allocate_pages(uint64_t bytes, uint64_t alignment) {
  bool is_huge = bytes >= kHugePage;
  if (is_huge) {
    alignment = kHugePage;
    bytes = (bytes + kHugePage - 1) & ~(kHugePage - 1);
  }
  void* pages = std::aligned_alloc(static_cast<size_t>(alignment), static_cast<size_t>(bytes));
#ifdef __linux__
  // Advice: if the kernel has no huge pages, small ones serve.
  if (is_huge && pages != nullptr) madvise(pages, bytes, MADV_HUGEPAGE);
#endif
  return pages;
}

void free_pages(void* pages) { std::free(pages); }

}  // namespace hothouse::numarray
