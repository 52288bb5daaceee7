#include "core/objects/old_space.h"

#include <cstdlib>

namespace hothouse {
namespace {

// Classes: every 16 bytes up to 512 (0 .. 31), then four steps a doubling up to 8 KiB (32 .. 47).
constexpr size_t kFineLimit = 512;

}  // namespace

int OldSpace::class_of(size_t bytes) {
  if (bytes <= kFineLimit) return static_cast<int>((bytes + 15) / 16) - 1;
  int c = 32;
  for (size_t base = kFineLimit; base < kMaxCell; base *= 2) {
    for (size_t step = 1; step <= 4; ++step, ++c) {
      if (bytes <= base + base / 4 * step) return c;
    }
  }
  return kClassCount - 1;
}

size_t OldSpace::class_bytes(int c) {
  if (c < 32) return (static_cast<size_t>(c) + 1) * 16;
  size_t base = kFineLimit << ((c - 32) / 4);
  return base + base / 4 * (static_cast<size_t>(c - 32) % 4 + 1);
}

void* OldSpace::allocate(size_t bytes, bool* large) {
  if (bytes > kMaxCell) {
    *large = true;
    void* p = pages_.allocate(bytes);
    if (!p) std::abort();  // Heap::can_allocate is asked before anything large is made
    large_.push_back({static_cast<Object*>(p), bytes});
    bytes_ += bytes;
    return p;
  }
  *large = false;
  int c = class_of(bytes);
  if (FreeCell* f = classes_[c].free) {
    classes_[c].free = f->next;
    bytes_ += class_bytes(c);
    return f;
  }
  return allocate_fresh(c);
}

void* OldSpace::allocate_fresh(int c) {
  Class& k = classes_[c];
  if (k.current < 0 || blocks_[static_cast<size_t>(k.current)].fresh ==
                           blocks_[static_cast<size_t>(k.current)].capacity) {
    Block b;
    b.cell_bytes = static_cast<uint32_t>(class_bytes(c));
    b.capacity = static_cast<uint32_t>(kBlockBytes / b.cell_bytes);
    b.fresh = 0;
    b.cells = allocate_block();
    k.current = static_cast<int32_t>(blocks_.size());
    blocks_.push_back(b);
  }
  Block& b = blocks_[static_cast<size_t>(k.current)];
  bytes_ += b.cell_bytes;
  return cell(b, b.fresh++);
}

uint8_t* OldSpace::allocate_block() {
  size_t i = blocks_.size() % kChunkBlocks;
  if (i == 0) {
    constexpr size_t kBytes = kChunkBlocks * kBlockBytes;
    // Most programs stay within the first chunk, and within a part of it: small pages.
    void* chunk = chunks_.empty() ? std::malloc(kBytes) : pages_.allocate(kBytes);
    if (!chunk) std::abort();
    chunks_.push_back(static_cast<uint8_t*>(chunk));
  }
  return chunks_.back() + i * kBlockBytes;
}

void OldSpace::free_large(Object* o) { std::free(o); }

OldSpace::~OldSpace() {
  for (uint8_t* chunk : chunks_) std::free(chunk);
  for (const Large& l : large_) free_large(l.object);
}

}  // namespace hothouse
