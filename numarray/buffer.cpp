#include "numarray/buffer.h"

#include <cstdlib>

namespace hothouse::numarray {

namespace {
constexpr uint64_t kLeast = 64;
constexpr uint64_t kAlignment = 64;
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
  std::free(b->data);
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

Buffer* Pool::allocate(uint64_t bytes) {
  if (bytes > uint64_t{1} << 46) return nullptr;
  int c = class_of(bytes);
  Buffer* b;
  if (!free_[c].empty()) {
    b = free_[c].back();
    free_[c].pop_back();
    kept_ -= class_bytes(c);
    b->readers = 0;
    b->references = 1;
  } else {
    uint64_t whole = (class_bytes(c) + kAlignment - 1) & ~(kAlignment - 1);
    void* data = std::aligned_alloc(kAlignment, static_cast<size_t>(whole));
    if (data == nullptr) return nullptr;
    b = new Buffer;
    b->data = static_cast<uint8_t*>(data);
    b->context = this;
  }
  b->bytes = bytes;
  in_use_++;
  in_use_bytes_ += class_bytes(c);
  return b;
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
  if (kept_ + class_bytes(c) > kMostKept) return destroy(b);
  kept_ += class_bytes(c);
  free_[c].push_back(b);
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
