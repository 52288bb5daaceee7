#include "numarray/buffer.h"

#include <cstdlib>

namespace hothouse::numarray {

namespace {
constexpr uint64_t kLeast = 64;
constexpr uint64_t kAlignment = 64;
/// Smaller buffers are malloc's business, greater ones have pages of their own.
constexpr uint64_t kLeastOfSlab = uint64_t{32} << 10;
constexpr uint64_t kSlabBytes = uint64_t{4} << 20;
}  // namespace

/// Four sizes between powers of two: at most a quarter of a buffer is unused.
int Pool::class_of(uint64_t bytes) {
  if (bytes <= kLeast) return 0;
  uint64_t b = bytes - 1;
  int top = 63 - __builtin_clzll(b);  // at least 6
  auto quarter = static_cast<int>((b >> (top - 2)) & 3);
  return (top - 6) * 4 + quarter + 1;
}

uint64_t Pool::class_bytes(int c) {
  if (c == 0) return kLeast;
  int top = (c - 1) / 4 + 6;
  auto quarter = static_cast<uint64_t>((c - 1) % 4);
  return (4 + quarter + 1) << (top - 2);
}

void Pool::destroy(Buffer* b) {
  if (b->slab == nullptr) {
    std::free(b->data);
  } else if (--b->slab->buffers == 0) {
    std::free(b->slab->data);
    delete b->slab;
  }
  delete b;
}

void Pool::close() {
  closed_ = true;
  for (auto& list : free_) {
    for (Buffer* b : list) destroy(b);
    list.clear();
  }
  if (in_use_ == 0) delete this;
}

bool Pool::refill(int c) {
  uint64_t bytes = (class_bytes(c) + kAlignment - 1) & ~(kAlignment - 1);
  bool in_slab = bytes >= kLeastOfSlab && bytes <= kSlabBytes / 2;
  uint64_t count = in_slab ? kSlabBytes / bytes : 1;
  void* data = pages_.allocate(static_cast<size_t>(bytes * count), kAlignment);
  if (data == nullptr) return false;
  Slab* slab = in_slab ? new Slab{data, static_cast<uint32_t>(count), 0} : nullptr;
  // The list hands out its end: the slab's first buffer comes first.
  for (uint64_t k = count; k-- > 0;) {
    auto* b = new Buffer;
    b->data = static_cast<uint8_t*>(data) + k * bytes;
    b->context = this;
    b->slab = slab;
    free_[c].push_back(b);
  }
  kept_ += count * class_bytes(c);
  return true;
}

Buffer* Pool::allocate(uint64_t bytes) {
  if (bytes > uint64_t{1} << 46) return nullptr;
  int c = class_of(bytes);
  if (free_[c].empty() && !refill(c)) return nullptr;
  Buffer* b = free_[c].back();
  free_[c].pop_back();
  kept_ -= class_bytes(c);
  if (b->slab != nullptr) b->slab->in_use++;
  b->readers = 0;
  b->references = 1;
  b->is_exported = false;
  b->bytes = bytes;
  in_use_++;
  in_use_bytes_ += class_bytes(c);
  return b;
}

void Pool::free_slab(Slab* slab, int c) {
  kept_ -= slab->buffers * class_bytes(c);
  std::erase_if(free_[c], [slab](Buffer* b) {
    if (b->slab != slab) return false;
    destroy(b);
    return true;
  });
}

void Pool::give_back(Buffer* b) {
  int c = class_of(b->bytes);
  in_use_--;
  in_use_bytes_ -= class_bytes(c);
  if (closed_) {
    destroy(b);
    if (in_use_ == 0) delete this;
    return;
  }
  bool is_enough = kept_ + class_bytes(c) > kMostKept;
  if (is_enough && b->slab == nullptr) return destroy(b);
  kept_ += class_bytes(c);
  free_[c].push_back(b);
  if (b->slab != nullptr && --b->slab->in_use == 0 && is_enough) free_slab(b->slab, c);
}

Buffer* make_foreign_buffer(void* data, uint64_t bytes, void (*release)(void*), void* context) {
  auto* b = new Buffer;
  b->bytes = bytes;
  b->data = static_cast<uint8_t*>(data);
  b->release = release;
  b->context = context;
  return b;
}

void release(Buffer* b) {
  if (--b->references > 0) return;
  if (!b->is_foreign()) return static_cast<Pool*>(b->context)->give_back(b);
  b->release(b->context);
  delete b;
}

}  // namespace hothouse::numarray
