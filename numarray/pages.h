// Memory from the system for buffers (buffer.h): huge pages where there are any.
//
// The first touch of a page costs a trip to the kernel, the same for 4 KiB as for 2 MiB.
#pragma once

#include <cstdint>

namespace hothouse::numarray {

/// Memory that is not initialized, or null; `alignment` (a power of two) divides `bytes`.
void* allocate_pages(uint64_t bytes, uint64_t alignment);
void free_pages(void* pages);

}  // namespace hothouse::numarray
